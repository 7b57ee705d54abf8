import { afterEach, describe, expect, test, vi } from 'vitest';
import { fetchExercise } from '../../../src/site/client/review-lesson.browser.ts';

const fullId = 'course/module/lesson/steps';
const lesson = '/base/kk/course/module/lesson/';

const page = `<!doctype html><html lang="kk"><head><link rel="stylesheet" href="/base/_astro/common.css"></head><body>
<article data-lesson-text lang="kk">
  <script type="application/json" data-exercise-words>["Тексеру"]</script>
  <h2 id="who" data-section>Кім айтады?</h2><p>Мәтін</p>
  <h2 id="check-yourself" data-section>Өзіңізді тексеріңіз</h2>
  <section class="exercise" id="steps" data-exercise="${fullId}" data-signature="s1">
    <link rel="stylesheet" href="/base/_astro/order.css">
    <div class="exercise-head"><h4>3-жаттығу</h4><span>Ойдан шығарылған мысал</span></div>
    <p><a href="#who">жоғарыда</a> <a href="../other/#x">басқа сабақ</a> <a href="https://example.org/">сырт</a></p>
    <astro-island ssr></astro-island>
    <noscript><details><summary>Жауаптар</summary></details></noscript>
  </section>
</article></body></html>`;

// No sheet is loaded here, and that is no fault of the page.
Object.assign((window as unknown as { happyDOM: { settings: object } }).happyDOM.settings, {
  handleDisabledFileLoadingAsSuccess: true,
});

function serve(status = 200): void {
  vi.stubGlobal('fetch', async () => new Response(page, { status }));
}

afterEach(() => vi.unstubAllGlobals());

const fetched = async (see?: string) => {
  serve();
  const exercise = await fetchExercise({ fullId, lesson, see }, 'kk');
  if (!exercise) throw new Error('The exercise was not found.');
  return exercise;
};

describe('an exercise out of the page of its lesson', () => {
  test('brings its words and sheets, and leaves its own title behind', async () => {
    const { section, words, sheets, locale } = await fetched();
    expect([locale, words]).toEqual(['kk', '["Тексеру"]']);
    expect(sheets.map((sheet) => new URL(sheet, location.href).pathname)).toEqual([
      '/base/_astro/common.css',
      '/base/_astro/order.css',
    ]);
    expect(section.querySelector('h4')).toBeNull();
    expect(section.textContent).toContain('Ойдан шығарылған мысал');
    expect(section.querySelector('link')).toBeNull();
    // What stands in it for who has no script is text, as a browser with scripts holds it.
    expect(section.querySelector('noscript')?.innerHTML).toContain('&lt;details&gt;');
  });

  test('leads on from its lesson, with the links that it shows later too', async () => {
    const { section } = await fetched();
    const hrefs = () => [...section.querySelectorAll('a')].map((link) => link.href.replace(location.origin, ''));
    expect(hrefs()).toEqual([`${lesson}#who`, '/base/kk/course/module/other/#x', 'https://example.org/']);
    const reason = document.createElement('p');
    reason.innerHTML = '<a href="../glossary-of-it/">түсіндірме</a>';
    section.append(reason);
    await vi.waitFor(() => expect(hrefs().at(-1)).toBe('/base/kk/course/module/glossary-of-it/'));
  });

  test('knows the section that explains it: the one that is named, or the one in which it stands', async () => {
    const placeOf = async (see?: string) => (await fetched(see)).place;
    expect(await placeOf('#who')).toMatchObject({ heading: 'Кім айтады?', href: expect.stringContaining('#who') });
    expect(await placeOf()).toMatchObject({ heading: 'Өзіңізді тексеріңіз' });
    // A section of another lesson has a heading that this page does not know.
    expect(await placeOf('../other/#x')).toMatchObject({
      heading: null,
      href: expect.stringMatching(/\/module\/other\/#x$/u),
    });
  });

  test('is none where the page has it in another language, or not at all', async () => {
    serve();
    expect(await fetchExercise({ fullId, lesson, see: undefined }, 'ru')).toBeNull();
    expect(await fetchExercise({ fullId: `${fullId}-gone`, lesson, see: undefined }, 'kk')).toBeNull();
  });

  test('is an error where the page cannot be had', async () => {
    serve(404);
    await expect(fetchExercise({ fullId, lesson, see: undefined }, 'kk')).rejects.toThrow('404');
  });
});
