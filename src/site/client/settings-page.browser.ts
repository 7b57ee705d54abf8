import { startSettings } from './settings-form.browser.ts';

const settings = document.querySelector<HTMLElement>('[data-tool="settings"]');
if (settings) startSettings(settings);
