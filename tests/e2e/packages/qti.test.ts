import { expect, test, type Page } from '@playwright/test';
import { packageFormats, type Question } from '#packaging';
import { bankOf, galleryCourse, readPicture } from '../../unit/packaging/banks.ts';

// Items of QTI 3 in a player that others have written. It opens no page of the site.

const player = 'node_modules/@citolab/qti-components/cdn/index.global.js';

interface Played {
  readonly score: number;
  readonly max: number;
  /** Identifiers of the feedback that is shown. */
  readonly shown: readonly string[];
}

/** Answers an item with each of these responses, one after the other. */
async function play(page: Page, xml: string, responses: readonly (string | string[])[]): Promise<Played[]> {
  return page.evaluate(
    async ([source, given]) => {
      const root = new DOMParser().parseFromString(source, 'application/xml').documentElement;
      const convert = (node: Node): Node => {
        if (!(node instanceof Element)) return document.createTextNode(node.textContent ?? '');
        const made = document.createElement(node.localName);
        for (const { name, value } of node.attributes) if (!name.startsWith('xmlns')) made.setAttribute(name, value);
        made.append(...[...node.childNodes].map(convert));
        return made;
      };
      const item = convert(root) as HTMLElement & {
        readonly variables: readonly { readonly identifier: string; readonly value: unknown }[];
        updateResponseVariable(name: string, value: unknown): void;
        processResponse(): void;
      };
      const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      document.body.replaceChildren(item);
      await drawn();
      const results = [];
      for (const response of given) {
        item.updateResponseVariable('RESPONSE', response);
        item.processResponse();
        await drawn();
        const valueOf = (name: string) => Number(item.variables.find(({ identifier }) => identifier === name)?.value);
        const feedbacks = [...item.querySelectorAll<HTMLElement & { showStatus?: string }>('qti-modal-feedback')];
        const shown = feedbacks
          .filter(({ showStatus }) => showStatus === 'on')
          .map((one) => one.getAttribute('identifier') ?? '');
        results.push({ score: valueOf('SCORE'), max: valueOf('MAXSCORE'), shown });
      }
      return results;
    },
    [xml, [...responses]] as const,
  );
}

/** The right answer and a wrong one, as the item takes them. */
function answersTo(
  { form }: Question,
  correct: readonly string[],
): { right: string | string[]; wrong: string | string[] } {
  switch (form.kind) {
    case 'choice': {
      const least = Math.min(...form.options.map(({ credit }) => credit));
      const wrong = form.options.filter(({ credit }) => credit === least).map(({ id }) => id);
      return form.many ? { right: [...correct], wrong } : { right: correct[0] ?? '', wrong: wrong[0] ?? '' };
    }
    case 'hottext':
      return { right: [...correct], wrong: form.options.filter(({ credit }) => credit <= 0).map(({ id }) => id) };
    case 'match': {
      const isGap = form.passage !== null;
      const wrong = form.stems.flatMap(({ id, credits }) => {
        const target = form.targets.find((one) => (credits[one.id] ?? 0) <= 0);
        return target ? [isGap ? `to-${target.id} item-${id}` : `item-${id} to-${target.id}`] : [];
      });
      return { right: [...correct], wrong };
    }
    case 'order':
      return { right: [...correct], wrong: [...correct].reverse() };
    case 'scale':
      return {
        right: correct[0] ?? '',
        wrong: String(form.target && form.target.from > form.min ? form.min : form.max),
      };
    case 'short-text':
      return { right: correct[0] ?? '', wrong: 'бөлек сөз' };
    case 'essay':
      return { right: 'text', wrong: '' };
  }
}

function correctIn(xml: string): string[] {
  const [, correct = ''] = /<qti-correct-response>(.*?)<\/qti-correct-response>/su.exec(xml) ?? [];
  return [...correct.matchAll(/<qti-value>(.*?)<\/qti-value>/gsu)].map(([, value]) =>
    (value ?? '').replaceAll('&amp;', '&'),
  );
}

// Keys are the same in all languages; what is typed is not.
for (const locale of ['az', 'kk', 'en'] as const) {
  test(`every type scores rightly in qti-components, in ${locale}`, async ({ page }) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => faults.push(request.url()));
    await page.setContent(`<!doctype html><html lang="${locale}"><title>QTI</title><body></body></html>`);
    await page.addScriptTag({ path: player });
    const bank = bankOf(galleryCourse, locale);
    const questions = bank.lessons.flatMap((lesson) => lesson.questions);
    const items = [...packageFormats['qti3.0'].write(bank, readPicture).files].filter(([path]) =>
      path.startsWith('items/'),
    );
    for (const [index, question] of questions.entries()) {
      const [path = '', source = ''] = items[index] ?? [];
      // The picture itself is not to be loaded: the item is looked at, not its package.
      const xml = String(source).replaceAll(/ src="[^"]*"/gu, '');
      const { right, wrong } = answersTo(question, correctIn(xml));
      const [good, bad] = await play(page, xml, [right, wrong]);
      const isMarked = question.points > 0 && question.form.kind !== 'essay';
      expect([path, good?.score]).toEqual([path, isMarked ? good?.max : 0]);
      expect(isMarked ? (bad?.score ?? 1) < (bad?.max ?? 0) : bad?.score === 0, path).toBe(true);
      expect([good?.shown.at(-1), bad?.shown.at(-1)], path).toEqual(['solution', 'solution']);
    }
    expect(faults).toEqual([]);
  });
}
