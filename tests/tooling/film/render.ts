import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser, thisMachine } from '../../e2e/find-browser.ts';
import { frame } from './story.ts';
import { at } from './times.ts';

// Renders the film of the lesson "Leave the page": node tests/tooling/film/render.ts

const folder = resolve('content/courses/media-literacy/finding-the-source/leave-the-page/media');
const framesPerSecond = 12;
/** The poster shows the page that praises itself, while it is at its loudest. */
const posterTime = at.pause - 0.3;

/** H.264 in 4:2:0 with its index at the front is what every phone plays, and begins to play before all of it has come. */
const encoding = [
  ...['-y', '-loglevel', 'error', '-f', 'image2pipe', '-c:v', 'png', '-r', `${framesPerSecond}`, '-i', '-'],
  ...['-c:v', 'libx264', '-preset', 'veryslow', '-tune', 'animation', '-crf', '30', '-pix_fmt', 'yuv420p'],
  ...['-movflags', '+faststart', '-map_metadata', '-1', '-fflags', '+bitexact', '-an', join(folder, 'film.mp4')],
];

const { executablePath, args } = findBrowser(thisMachine());
const browser = await chromium.launch({ executablePath, args: [...args] });
const page = await browser.newPage({ viewport: { width: 640, height: 360 } });
await page.setContent('<body style="margin:0"></body>');
const ffmpeg = spawn('ffmpeg', encoding, { stdio: ['pipe', 'inherit', 'inherit'] });
const encoded = once(ffmpeg, 'close');

for (let index = 0; index < at.end * framesPerSecond; index += 1) {
  await page.evaluate(
    (svg) => {
      document.body.innerHTML = svg;
    },
    frame(index / framesPerSecond),
  );
  if (!ffmpeg.stdin.write(await page.screenshot())) await once(ffmpeg.stdin, 'drain');
}
ffmpeg.stdin.end();
await browser.close();
const [code] = (await encoded) as [number | null];
if (code !== 0) throw new Error(`ffmpeg ended with ${code}; the film is not finished.`);
writeFileSync(join(folder, 'film.svg'), `${frame(posterTime)}\n`);
