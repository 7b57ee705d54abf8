import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';
import { expect, type OtherSite } from './other-site.ts';

/** What an element of the embedding script has told the page around it. */
export interface Heard {
  readonly type: string;
  /** The id of the element. */
  readonly at: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A lecturer's page, and in it what she has copied. */
export function hostPage(parts: string, head = ''): string {
  return `<!doctype html><html lang="kk"><head><meta charset="utf-8"><title>Медиасауат: 3-апта</title>
    <meta name="viewport" content="width=device-width">${head}</head><body>
    <p><a href="#" id="before">Силлабус</a></p>${parts}<p><a href="#" id="after">Тапсырма</a></p></body></html>`;
}

/** Opens a page of another site with elements of the script in it. */
export async function openHostPage(
  page: Page,
  { otherSite, root }: { readonly otherSite: OtherSite; readonly root: string },
  elements: string,
  policy?: string,
): Promise<void> {
  otherSite.publish('/', hostPage(elements, `<script src="${root}embed.js" defer></script>`), policy);
  await page.addInitScript(() => {
    if (window !== window.top) return;
    const heard: Heard[] = [];
    Object.assign(window, { heard });
    for (const type of ['bilig-started', 'bilig-answered', 'bilig-completed'])
      document.addEventListener(type, (event) => {
        heard.push({ type, at: (event.target as Element).id, detail: (event as CustomEvent<Heard['detail']>).detail });
      });
  });
  await page.goto(otherSite.origin);
}

export function heardOn(page: Page): Promise<Heard[]> {
  return page.evaluate(() => (window as unknown as { heard: Heard[] }).heard);
}

export const frameOf = (page: Page, id: string): FrameLocator => page.frameLocator(`#${id} iframe`);
export const boxOf = (page: Page, id: string): Locator => page.locator(`#${id} iframe`);

/** The frame of an element, once it shows a page of the site. */
export async function openFrame(page: Page, id: string): Promise<Frame> {
  await expect(frameOf(page, id).locator('.embed-foot')).toBeAttached();
  const frame = await (await boxOf(page, id).elementHandle())?.contentFrame();
  if (!frame) throw new Error(`#${id} has no frame.`);
  return frame;
}

/** Whether a frame is as high as what it shows: nothing is cut off, nothing scrolls inside, nothing is left empty. */
export async function expectFullHeight(page: Page, id: string): Promise<void> {
  const frame = await openFrame(page, id);
  await expect
    .poll(async () => {
      const box = await boxOf(page, id).boundingBox();
      const shown = await frame.evaluate(() => [
        document.body.getBoundingClientRect().height,
        document.documentElement.scrollHeight,
      ]);
      return shown.map((height) => Math.abs((box?.height ?? 0) - height) < 1);
    })
    .toEqual([true, true]);
}
