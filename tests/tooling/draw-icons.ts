import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser, thisMachine } from '../e2e/find-browser.ts';

// Draws the app's icons from the favicon, after that has changed: node tests/tooling/draw-icons.ts

const folder = resolve('public');
const mark = readFileSync(join(folder, 'favicon.svg'), 'utf8');
/** `--accent` of the light theme, on which systems cut a maskable icon to their own shape. */
const ground = '#0b6068';

const icons = [
  { file: 'icon-192.png', size: 192, share: 1, background: 'transparent' },
  { file: 'icon-512.png', size: 512, share: 1, background: 'transparent' },
  // What matters has to stand in the middle circle of four fifths (W3C, Web Application Manifest).
  { file: 'icon-maskable-512.png', size: 512, share: 0.74, background: ground },
];

const { executablePath, args } = findBrowser(thisMachine());
const browser = await chromium.launch({ executablePath, args: [...args] });
const page = await browser.newPage();
for (const { file, size, share, background } of icons) {
  await page.setViewportSize({ width: size, height: size });
  const address = `data:image/svg+xml;base64,${Buffer.from(mark).toString('base64')}`;
  await page.setContent(
    `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${background}"><img src="${address}" style="width:${share * 100}%"></body>`,
  );
  writeFileSync(join(folder, file), await page.screenshot({ omitBackground: true }));
}
await browser.close();
