import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { packageFormats, type Book, type Question } from '#packaging';
import { reduceForCartridge, rightNumbers } from '../../../src/packaging/cartridge/reduce.ts';
import { allBanks, bookOf, bookWith, content, exampleOf, galleryCourse, readPicture, withOneName } from './banks.ts';
import { hostileText, withTexts } from './hostile.ts';
import { questionsOfQuiz, readItem, scoreStrictly } from './moodle-cartridge.ts';
import { all, parseXml, textAt, type Parsed } from './parse-xml.ts';

// Whole courses, many times over.
vi.setConfig({ testTimeout: 60_000 });

const versions = ['1.1', '1.3'] as const;
type Version = (typeof versions)[number];
const namespaces = { '1.1': 'imsccv1p1', '1.3': 'imsccv1p3' };
const named = { '1.1': 'v1p1', '1.3': 'v1p3' };

function write(book: Book, version: Version = '1.1') {
  const { files, ...more } = packageFormats[`common-cartridge-${version}`].write(book, readPicture);
  const text = (path: string) => String(files.get(path) ?? '');
  const quizzes = [...files.keys()].filter((path) => path.startsWith('quizzes/'));
  return {
    ...more,
    files,
    text,
    manifest: parseXml(text('imsmanifest.xml')),
    items: quizzes.flatMap((path) => all(parseXml(text(path)), 'item')),
  };
}

/** A page as an element; it is XML, too. */
const page = (source: string) => parseXml(source.replace(/^<!DOCTYPE html>\n/u, ''));
const idOf = (item: Parsed) => item.attributes['ident'] ?? '';

describe.each(allBanks)('a cartridge of $name', ({ course, locale }) => {
  const book = bookOf(course, locale, 'en');
  const cartridges = versions.map((version) => ({ version, ...write(book, version) }));

  test('tells by its first bytes what it is, and by every name and type which version', () => {
    for (const { version, files, text, manifest } of cartridges) {
      const start = new TextDecoder().decode(new TextEncoder().encode(text('imsmanifest.xml')).slice(0, 1024));
      expect(start).toContain(`<manifest xmlns="http://www.imsglobal.org/xsd/${namespaces[version]}/imscp_v1p1"`);
      expect(textAt(manifest, 'metadata', 'schema')).toBe('IMS Common Cartridge');
      expect(textAt(manifest, 'metadata', 'schemaversion')).toBe(`${version}.0`);
      const types = new Set(all(manifest, 'resource').map(({ attributes }) => attributes['type']));
      const known = [
        `imsqti_xmlv1p2/imscc_xml${named[version]}/assessment`,
        `imswl_xml${named[version]}`,
        'webcontent',
      ];
      expect([...types].every((type) => known.includes(type ?? ''))).toBe(true);
      for (const path of files.keys()) {
        if (path.startsWith('links/'))
          expect(text(path)).toContain(
            `xmlns="http://www.imsglobal.org/xsd/${namespaces[version]}/imswl_${named[version]}"`,
          );
        if (path.startsWith('quizzes/'))
          expect(text(path)).toContain('xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"');
      }
    }
  });

  test('lists every file once, and names in its contents only what it has', () => {
    for (const { files, manifest } of cartridges) {
      const listed = all(manifest, 'file').map(({ attributes }) => attributes['href'] ?? '');
      expect(listed.toSorted()).toEqual([...files.keys()].filter((path) => path !== 'imsmanifest.xml').toSorted());
      const resources = all(manifest, 'resource').map(({ attributes }) => attributes['identifier'] ?? '');
      const needed = [...all(manifest, 'item'), ...all(manifest, 'dependency')].flatMap(
        ({ attributes }) => attributes['identifierref'] ?? [],
      );
      expect(needed.filter((id) => !resources.includes(id))).toEqual([]);
      const ids = ['manifest', 'organization', 'item', 'resource'].flatMap((name) =>
        all({ ...manifest, children: [manifest] }, name).map(({ attributes }) => attributes['identifier'] ?? ''),
      );
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !/^[A-Za-z_][\w.-]*$/.test(id))).toEqual([]);
    }
  });

  test('names title, language, authors and licence in its metadata and on a page', () => {
    for (const { text, manifest } of cartridges) {
      const [lom] = all(manifest, 'lomm:lom');
      if (!lom) throw new Error('no metadata');
      expect(textAt(lom, 'lomm:general', 'lomm:title')).toBe(book.bank.title);
      expect(textAt(lom, 'lomm:general', 'lomm:language')).toBe(locale);
      expect(textAt(lom, 'lomm:rights', 'lomm:description')).toContain(book.bank.licence.name);
      for (const author of book.bank.authors) expect(textAt(lom, 'lomm:lifeCycle')).toContain(author);
      expect(text('credits.html')).toContain(book.bank.licence.url ?? '');
    }
  });

  test('has a page for each lesson of nothing that a platform takes away, each in its language', () => {
    for (const { text } of cartridges) {
      for (const lesson of book.modules.flatMap(({ lessons }) => lessons)) {
        const source = text(`lessons/${lesson.id.split('/').slice(1).join('/')}.html`);
        const html = page(source);
        expect(html.attributes['lang']).toBe(lesson.locale);
        expect(all(html, 'body')[0]?.children.map(({ attributes }) => attributes['lang'])).toEqual([lesson.locale]);
        expect(textAt(html, 'head', 'title')).toBe(lesson.title);
        const gone =
          /<(?:script|style|iframe|object|section|aside|figure|figcaption|input|button)\b| (?:class|style|on\w+)="/;
        expect(source).not.toMatch(gone);
        // Lessons about writing lessons show Markdown, in which ids are words.
        const withoutCode = source.replace(/<pre>[^]*?<\/pre>/g, '');
        const ids = [...withoutCode.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }
  });

  test('says of each quiz what has to be mended by hand in Moodle, which reads version 1.1', () => {
    for (const { version, losses, files } of cartridges) {
      const quizzes = [...files.keys()].filter((path) => path.startsWith('quizzes/')).length;
      const told = losses.filter(({ what }) => what === 'quiz-total').map(({ exercise }) => exercise);
      expect(told).toHaveLength(version === '1.1' ? quizzes : 0);
      expect(new Set(told).size).toBe(told.length);
    }
  });

  test('asks every question that is marked in the quiz, and answers every other on the page', () => {
    for (const { items, questions, text } of cartridges) {
      expect(items.length).toBe(questions);
      expect(new Set(items.map(idOf)).size).toBe(items.length);
      const asked = items.map((item) => idOf(item).slice('item.'.length).split('.').slice(0, 4).join('/'));
      for (const { id, questions: own } of book.bank.lessons) {
        const source = text(`lessons/${id.split('/').slice(1).join('/')}.html`);
        for (const question of own) {
          const exercise = question.id.split('/').slice(0, 4).join('/');
          const isAsked = asked.includes(exercise);
          if (question.points > 0) expect([question.id, isAsked]).toEqual([question.id, true]);
          expect([exercise, source.includes(`id="exercise.${exercise.split('/')[3]}"`)]).toEqual([exercise, true]);
          expect([exercise, source.includes(`id="answer.${exercise.split('/')[3]}"`)]).toEqual([exercise, !isAsked]);
        }
      }
    }
  });

  test('is taken by Moodle: names within their length, true and false by their names, an answer that is right', () => {
    for (const { items } of cartridges) {
      for (const item of items) {
        const question = readItem(item);
        expect((item.attributes['title'] ?? '').length).toBeLessThan(256);
        expect([question.id, question.text === '']).toEqual([question.id, false]);
        expect(question.generalFeedback).toContain('CC-BY-SA-4.0');
        expect(question.grade).toBeGreaterThan(0);
        if (question.profile !== 'cc.essay.v0p1') {
          const best = question.answers.reduce((sum, { share }) => sum + share, 0);
          expect([question.id, best > 0.99]).toEqual([question.id, true]);
        }
        for (const equal of all(item, 'varequal'))
          if (question.profile === 'cc.multiple_response.v0p1') expect(equal.attributes['case']).toBe('Yes');
        for (const feedback of all(item, 'itemfeedback'))
          expect(feedback.children.map(({ name }) => name)).toEqual(['flow_mat']);
      }
    }
  });

  test('leads to the living module by an address of its own', () => {
    for (const { text } of cartridges) {
      for (const module of book.modules) {
        const link = parseXml(text(`links/${module.id}.xml`));
        expect(all(link, 'url')[0]?.attributes['href']).toBe(module.address);
        expect(module.address).toMatch(new RegExp(`^https://bilig.example/${locale}/`));
      }
    }
  });
});

describe('questions of a cartridge', () => {
  const reduced = (question: Question) => reduceForCartridge(question).questions;

  test.each(['uz', 'ky', 'ru'] as const)(
    'give everything for the right answers and nothing for others, in %s',
    (locale) => {
      const book = bookOf(galleryCourse, locale);
      const items = new Map(write(book).items.map((item) => [idOf(item), item]));
      for (const question of book.bank.lessons.flatMap(({ questions }) => questions).flatMap(reduced)) {
        const item = items.get(`item.${question.id.replaceAll('/', '.')}`);
        if (!item) throw new Error(question.id);
        const { answers } = readItem(item);
        const { form } = question;
        if (form.kind === 'choice') {
          const most = Math.max(...form.options.map(({ credit }) => credit));
          const isRight = form.options.map(({ credit }) => (form.many ? credit > 0 : credit === most));
          expect(answers.map(({ share }) => share > 0)).toEqual(isRight);
          const right = answers.filter((_, at) => isRight[at]).map(({ ident }) => ident);
          expect(
            form.many ? scoreStrictly(item, right) : Math.min(...right.map((one) => scoreStrictly(item, [one]))),
          ).toBe(1);
          for (const { ident } of answers.filter((_, at) => !isRight[at]))
            expect(scoreStrictly(item, form.many ? [...right, ident] : [ident])).toBe(0);
          // Each reason is read after its own answer.
          for (const [at, { reason }] of form.options.entries())
            expect([question.id, answers[at]?.feedback !== '']).toEqual([question.id, reason.length > 0]);
        } else if (form.kind === 'short-text') {
          for (const answer of form.accepted) expect(scoreStrictly(item, [answer])).toBe(1);
          expect(answers.filter(({ share }) => share === 1).map(({ ident }) => ident)).toEqual(form.accepted);
          expect(scoreStrictly(item, ['бөлек сөз'])).toBe(0);
        } else if (form.kind === 'scale') {
          const right = rightNumbers(form).map(String);
          expect(answers.map(({ ident }) => ident)).toEqual(right);
        }
        expect(scoreStrictly(item, [])).toBe(0);
      }
    },
  );

  test('a verdict in the platform’s own words is true or false, one in an author’s words is a choice', () => {
    const verdict = exampleOf(
      galleryCourse.modules[0]?.lessons.find(({ id }) => id === 'verdict')?.versions.en?.exercises[0]?.id ?? '',
      'kk',
    );
    if (verdict.type !== 'verdict') throw new Error('no verdict');
    const [right] = verdict.options.filter(({ id }) => id !== 'unsure');
    if (!right) throw new Error('no options');
    const plain = ['true', 'false'].map((id) => ({ ...right, id: id as 'true', content: { html: '', text: '' } }));
    const worded = plain.map((option) => ({ ...option, content: { html: `«${option.id}» дер едім`, text: '' } }));
    const unsure = [...plain, { ...right, id: 'unsure' as const, content: { html: '', text: '' } }];
    const profiles = [
      plain,
      worded.map((option) => ({ ...option, content: { ...option.content, text: 'сөз' } })),
      unsure,
    ].map((options) => {
      const { items } = write(bookWith([{ ...verdict, ungraded: false, key: 'true', options }], 'kk'));
      return items.map((item) => [readItem(item).profile, readItem(item).answers.map(({ ident }) => ident)]);
    });
    expect(profiles).toEqual([
      [['cc.true_false.v0p1', ['true', 'false']]],
      [['cc.multiple_choice.v0p1', ['option-true', 'option-false']]],
      [['cc.multiple_choice.v0p1', ['option-true', 'option-false', 'option-unsure']]],
    ]);
  });

  test('a scale is chosen from where it is short or zero is right, else typed', () => {
    const rate = exampleOf(
      galleryCourse.modules[0]?.lessons.find(({ id }) => id === 'rate')?.versions.en?.exercises[0]?.id ?? '',
    );
    if (rate.type !== 'rate') throw new Error('no scale');
    const profile = (min: number, max: number, from: number, to: number) => {
      const exercise = { ...rate, ungraded: false, min, max, step: 1, target: { from, to } };
      const [item] = write(bookWith([exercise])).items;
      if (!item) throw new Error('no item');
      const { profile: is, answers } = readItem(item);
      return [is, answers.filter(({ share }) => share === 1).map(({ ident }) => ident)];
    };
    expect(profile(0, 10, 3, 4)).toEqual(['cc.multiple_choice.v0p1', ['option-3', 'option-4']]);
    expect(profile(0, 100, 98, 100)).toEqual(['cc.fib.v0p1', ['98', '99', '100']]);
    expect(profile(0, 100, 0, 1)).toEqual(['cc.multiple_choice.v0p1', ['option-0', 'option-1']]);
  });

  test('words to mark are answers to choose, of which Moodle gives each its share', () => {
    const exercise = withOneName('kk');
    const [item] = write(bookWith([exercise], 'kk')).items;
    if (!item) throw new Error('no item');
    const { profile, answers } = readItem(item);
    const right = answers.filter(({ share }) => share > 0);
    expect(profile).toBe('cc.multiple_response.v0p1');
    expect(right.length).toBeGreaterThan(1);
    expect(right.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
  });

  test('pictures stand in the folder of media and are found from the quiz and from the page', () => {
    const book = bookOf(galleryCourse, 'tr');
    const { files, items } = write(book);
    const sources = items.flatMap((item) =>
      [...readItem(item).text.matchAll(/src="([^"]*)"/g)].map(([, src]) => src ?? ''),
    );
    expect(sources.length).toBeGreaterThan(0);
    for (const src of sources) {
      expect(src.startsWith('$IMS-CC-FILEBASE$../../media/')).toBe(true);
      expect(files.has(src.slice('$IMS-CC-FILEBASE$../../'.length))).toBe(true);
    }
  });
});

describe('hostile texts', () => {
  test('stay texts in every file, and every file stays well-formed', () => {
    const exercises = [...(galleryCourse.modules[0]?.lessons ?? [])].flatMap(
      ({ versions: { kk } }) => kk?.exercises ?? [],
    );
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 5, maxLength: 9 }), (texts) => {
        const book = bookWith(
          exercises.map((exercise) => withTexts(exercise, texts)),
          'kk',
          { title: texts[0] ?? '' },
        );
        for (const version of versions) {
          const { files, text, items } = write(book, version);
          for (const [path, source] of files)
            if (typeof source === 'string') expect(() => page(text(path))).not.toThrow();
          for (const item of items) {
            expect(() => parseXml(`<div>${readItem(item).text}</div>`)).not.toThrow();
            expect(readItem(item).text).not.toMatch(/<(?:b|script)\b/);
          }
        }
      }),
      { seed: 41, numRuns: 12 },
    );
  });
});

test('lessons of one course lead to each other inside the cartridge, by an address that is no part of another', () => {
  const course = content.courses.find(({ id }) => id === 'media-literacy');
  if (!course) throw new Error('no course');
  const { text } = write(bookOf(course, 'az'));
  const source = text('lessons/finding-the-source/leave-the-page.html');
  expect(source).toContain('href="../../lessons/finding-the-source/trace-it-back.html"');
  expect(questionsOfQuiz(parseXml(text('quizzes/finding-the-source/leave-the-page.xml'))).length).toBeGreaterThan(5);
});
