import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import mdxRenderer from '@astrojs/mdx/server.js';
import svelteRenderer from '@astrojs/svelte/server.js';
import type { MarkdownInstance } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { Window } from 'happy-dom';
import { beforeAll, describe, expect, it } from 'vitest';
import { fullLessonId } from '#course';
import { createContentReader } from '#course/adapters/node-content';
import { exerciseComponents } from '#exercise';
import { compiledText, textComponents } from '../../src/site/lesson-text.ts';
import { textView } from '../../src/site/view/text-view.ts';

// A lesson is read twice: into the model, and by Astro into the page. Here both readings are held against each other,
// in every language, since nothing else would notice that a page shows an exercise which the model does not know.

const { content } = createContentReader('content')();
const entries = content?.courses.flatMap((course) => course.modules.flatMap((module) => module.lessons)) ?? [];
const versions = entries.flatMap((entry) =>
  Object.values(entry.versions).map((lesson) => ({ entry, lesson, name: lesson.file })),
);

let container: AstroContainer;

beforeAll(async () => {
  container = await AstroContainer.create();
  // In this order: Svelte's takes every function for a component of its own.
  container.addServerRenderer({ name: 'astro:jsx', renderer: mdxRenderer });
  container.addServerRenderer({ name: '@astrojs/svelte', renderer: svelteRenderer });
});

async function renderText(text: MarkdownInstance<Record<string, unknown>>, locals: App.Locals) {
  const html = await container.renderToString(text.Content, { props: { components: textComponents }, locals });
  const document = new new Window().DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  return {
    anchors: all('[data-section]').map((heading) => heading.id),
    headings: all('[data-section]').map((heading) => heading.textContent.replace(/#$/u, '').trim()),
    exercises: all('[data-exercise]').map((section) => section.id),
    fullIds: all('[data-exercise]').map((section) => section.getAttribute('data-exercise')),
    terms: all('[data-term]').length,
    citations: all('.citation a').map((link) => link.getAttribute('href')),
    /** For each exercise the heading above it. */
    sections: all('[data-section], [data-exercise]').reduce<{ at: string; of: Record<string, string> }>(
      ({ at, of }, element) =>
        element.hasAttribute('data-section') ? { at: element.id, of } : { at, of: { ...of, [element.id]: at } },
      { at: '', of: {} },
    ).of,
  };
}

it('there are lessons in every language of the site', () => {
  expect(entries.length).toBeGreaterThanOrEqual(3);
  // Some courses exist in their source language only.
  expect(new Set(versions.map(({ lesson }) => lesson.locale))).toEqual(new Set(content?.site.languages));
});

describe.each(versions)('$name', ({ entry, lesson }) => {
  it('gives Astro the headings that the model has, with the same anchors', async () => {
    const { getHeadings } = await compiledText(lesson.file);
    const headings = getHeadings().map(({ depth, slug, text }) => ({ depth, slug, heading: text.trim() }));
    const sections = lesson.sections.filter(({ depth }) => depth > 0);
    expect(headings).toEqual(sections.map(({ depth, slug, heading }) => ({ depth, slug, heading })));
  });

  it('becomes a page with the sections, exercises, terms and citations that the model has', async () => {
    const text = textView(lesson, fullLessonId(entry));
    const shown = await renderText(await compiledText(lesson.file), { text });
    const sections = lesson.sections.filter(({ depth }) => depth > 0);
    expect(shown.anchors).toEqual(sections.map(({ anchor }) => anchor));
    expect(shown.headings).toEqual(sections.map(({ heading }) => heading));
    expect(shown.exercises).toEqual(lesson.exercises.map(({ id }) => id));
    expect(shown.fullIds).toEqual(
      lesson.exercises.map(({ id }) => [entry.course, entry.module, entry.id, id].join('/')),
    );
    expect(shown.sections).toEqual(
      Object.fromEntries(lesson.sections.flatMap(({ anchor, exercises }) => exercises.map((id) => [id, anchor]))),
    );
    expect(shown.terms).toBe(lesson.terms.length);
    expect(shown.citations).toEqual(lesson.citations.map(({ id }) => `#source-${id}`));
  });

  it('has the anchors and exercises of the language it was written in', () => {
    const source = entry.versions[entry.source];
    expect(lesson.sections.map(({ anchor }) => anchor)).toEqual(source?.sections.map(({ slug }) => slug));
    expect(lesson.exercises.map(({ id, type }) => ({ id, type }))).toEqual(
      source?.exercises.map(({ id, type }) => ({ id, type })),
    );
  });

  it('has the exercises that its file names, as text and in that order', () => {
    // A third reading, which knows no Markdown: two parsers of one family may overlook the same thing.
    // In lessons about writing lessons some stand in code, as examples.
    const file = readFileSync(resolve('content', lesson.file), 'utf8').replace(/^(```+)[^]*?^\1$/gmu, '');
    const tag = new RegExp(`^<(?:${exerciseComponents.join('|')})\\s[^>]*?\\bid="([^"]+)"`, 'gmu');
    const ids = [...file.matchAll(tag)];
    expect(lesson.exercises.map(({ id }) => id)).toEqual(ids.map(([, id]) => id));
  });
});
