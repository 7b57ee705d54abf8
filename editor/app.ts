import { Keystatic } from '@keystatic/core/ui';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { makeConfig, type Outline } from './config.ts';

const response = await fetch('/edit/outline.json');
if (!response.ok) throw new Error(await response.text());
const config = makeConfig((await response.json()) as Outline);
const page = createElement(Keystatic, { config, appSlug: { envName: '', value: '' } });
const place = document.getElementById('editor');
if (place) createRoot(place).render(page);
