import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { gradeExercise } from '#exercise';
import { packageFormats, type Bank, type Question } from '#packaging';
import { alike, asOurs, give, responsesTo } from './answers.ts';
import { allBanks, bankWith, exampleOf, galleryCourse, readPicture } from './banks.ts';
import { hostileText, withTexts } from './hostile.ts';
import { all, parseXml, textAt, type Parsed } from './parse-xml.ts';
import { correctOf, inOneVersion, play } from './qti-player.ts';

// Whole banks, many times over.
vi.setConfig({ testTimeout: 60_000 });

const versions = [
  {
    version: '2.1',
    template: /^http:\/\/www\.imsglobal\.org\/question\/qti_v2p1\/rptemplates\/(?:match_correct|map_response)$/,
    format: packageFormats['qti2.1'],
    type: 'imsqti_item_xmlv2p1',
    root: 'assessmentItem',
  },
  {
    version: '3.0',
    template: /^https:\/\/purl\.imsglobal\.org\/spec\/qti\/v3p0\/rptemplates\//,
    format: packageFormats['qti3.0'],
    type: 'imsqti_item_xmlv3p0',
    root: 'qti-assessment-item',
  },
] as const;
type Version = (typeof versions)[number];

interface Package {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly manifest: Parsed;
  /** By path, as they stand in the file. */
  readonly items: ReadonlyMap<string, Parsed>;
}

function write({ format }: Version, bank: Bank): Package {
  const { files } = format.write(bank, readPicture);
  const texts = [...files].flatMap(([path, content]) =>
    typeof content === 'string' ? [[path, content] as const] : [],
  );
  return {
    files,
    manifest: parseXml(String(files.get('imsmanifest.xml'))),
    items: new Map(texts.filter(([path]) => path.startsWith('items/')).map(([path, text]) => [path, parseXml(text)])),
  };
}

const questionsOf = (bank: Bank): Question[] => bank.lessons.flatMap((lesson) => lesson.questions);

/** A response as an item takes it. */
function valuesFor(question: Question, response: Parameters<typeof give>[1]): string[] {
  const { values, pairs } = give(question, response);
  const isGap = question.form.kind === 'match' && question.form.passage !== null;
  return question.form.kind === 'match'
    ? Object.entries(pairs).map(([stem, target]) => (isGap ? `to-${target} item-${stem}` : `item-${stem} to-${target}`))
    : [...values];
}

describe.each(versions)('QTI $version', (version) => {
  describe.each(allBanks)('$name', ({ bank }) => {
    const { files, manifest, items } = write(version, bank);

    test('lists every file once, and no other', () => {
      const listed = all(manifest, 'resource').flatMap((resource) =>
        all(resource, 'file').map(({ attributes }) => attributes['href']),
      );
      expect(new Set(listed).size).toBe(listed.length);
      expect(new Set(listed)).toEqual(new Set([...files.keys()].filter((path) => path !== 'imsmanifest.xml')));
      const identifiers = all(manifest, 'resource').map(({ attributes }) => attributes['identifier'] ?? '');
      expect(new Set(identifiers).size).toBe(identifiers.length);
      const wanted = all(manifest, 'dependency').map(({ attributes }) => attributes['identifierref']);
      expect(wanted.filter((id) => !identifiers.includes(id ?? ''))).toEqual([]);
      for (const path of files.keys()) expect(path).toMatch(/^[\x21-\x7e]+$/);
      expect([...files.keys()][0]).toBe('imsmanifest.xml');
    });

    test('has one item a file, in its language, with key, score and the most that can be scored', () => {
      const types = new Map(
        all(manifest, 'resource').map(({ attributes }) => [attributes['href'], attributes['type']]),
      );
      for (const [path, item] of items) {
        expect([item.name, types.get(path)]).toEqual([version.root, version.type]);
        const one = inOneVersion(item);
        expect(one.attributes['xml:lang']).toMatch(/^[a-z]{2}$/);
        expect(one.attributes['identifier']).toMatch(/^[a-z][a-z0-9.-]*$/);
        const outcomes = all(one, 'outcomeDeclaration').map(({ attributes }) => attributes['identifier']);
        expect(outcomes).toEqual(expect.arrayContaining(['SCORE', 'MAXSCORE']));
        // Instructions stand in the body: Canvas drops rubric blocks.
        expect(all(one, 'rubricBlock')).toEqual([]);
      }
    });

    test('marks with a standard template where it can, and in version 3 with its rules and what shows the reasons', () => {
      const named = [...items.values()].flatMap((item) => all(inOneVersion(item), 'responseProcessing'));
      for (const { attributes, children } of named) {
        const { template } = attributes;
        if (template === undefined) expect(children.length).toBeGreaterThan(0);
        else expect([template, children]).toEqual([expect.stringMatching(version.template), []]);
      }
      expect(named.some(({ attributes }) => attributes['template'] !== undefined)).toBe(version.version === '2.1');
    });

    test('shows the solution after any answer, and after none', () => {
      for (const item of [...items.values()].map(inOneVersion)) {
        expect([play(item, correctOf(item)).shown.at(-1), play(item, null).shown]).toEqual([
          'solution',
          expect.arrayContaining(['solution']),
        ]);
      }
    });

    test('shows pictures of the package only, with what they show, and feedback for every identifier that is set', () => {
      for (const [path, item] of items) {
        for (const { attributes } of all(item, 'img')) {
          expect(attributes['alt']).not.toBe('');
          const from = path.split('/').slice(0, -1);
          const parts = (attributes['src'] ?? '').split('/');
          const up = parts.filter((part) => part === '..').length;
          expect(files.has([...from.slice(0, from.length - up), ...parts.slice(up)].join('/'))).toBe(true);
        }
        const one = inOneVersion(item);
        const ids = all(one, 'modalFeedback').map(
          ({ attributes }) => `${attributes['outcomeIdentifier']} ${attributes['identifier']}`,
        );
        expect(new Set(ids).size).toBe(ids.length);
        expect(all(one, 'modalFeedback').some(({ text }) => text.includes('CC-BY-SA-4.0'))).toBe(true);
      }
    });

    test('the declared answer earns the most, nothing earns nothing', () => {
      const questions = questionsOf(bank);
      [...items.values()].map(inOneVersion).forEach((item, index) => {
        const question = questions[index];
        const correct = correctOf(item);
        const { max } = play(item, null);
        if (question && question.points > 0 && question.form.kind !== 'essay') {
          expect(max).toBe(question.form.kind === 'order' ? 1 : question.points);
          expect(play(item, correct).score).toBeCloseTo(max, 9);
        } else if (question?.points === 0) {
          expect([max, play(item, correct).score]).toEqual([0, 0]);
        }
        expect(play(item, null).score).toBe(0);
      });
    });
  });

  test.each(['az', 'kk', 'en'] as const)('any answer scores as in our own marking, in %s', (locale) => {
    const kinds = [...alike, 'highlight', 'rate', 'short-answer'] as const;
    const lessons = galleryCourse.modules[0]?.lessons.filter(({ id }) => kinds.some((kind) => kind === id)) ?? [];
    const exercises = lessons
      .flatMap(({ versions: texts }) => texts[locale]?.exercises ?? [])
      .filter(({ ungraded }) => !ungraded);
    expect(exercises.length).toBeGreaterThan(kinds.length - 1);
    for (const exercise of exercises) {
      const bank = bankWith([exercise], locale);
      const [question] = questionsOf(bank);
      const [item] = [...write(version, bank).items.values()].map(inOneVersion);
      if (!question || !item) throw new Error(exercise.id);
      fc.assert(
        fc.property(responsesTo(question), (response) => {
          const ours = gradeExercise(exercise, asOurs(exercise, response));
          const theirs = play(item, valuesFor(question, response));
          expect(theirs.score / theirs.max).toBeCloseTo(ours.score / ours.max, 9);
        }),
        { seed: 5, numRuns: 60 },
      );
    }
  });

  test('an answer that was chosen shows its reason, and every answer the solution', () => {
    const exercise = exampleOf('choice-soup-number', 'ru');
    const [item] = [...write(version, bankWith([exercise], 'ru')).items.values()].map(inOneVersion);
    if (!item || exercise.type !== 'choice') throw new Error('no item');
    const [first, second] = exercise.options.map(({ id }) => id);
    expect(play(item, [first ?? '', second ?? '']).shown).toEqual([first, second, 'solution']);
    const rate = exampleOf('rate-soup-share', 'uz');
    const [scale] = [...write(version, bankWith([rate], 'uz')).items.values()].map(inOneVersion);
    if (!scale) throw new Error('no item');
    expect(['2', '5', '90'].map((value) => play(scale, [value]).shown[0])).toEqual(['below', 'within', 'above']);
  });

  test('whatever the words, items are well-formed and the key is right', () => {
    const examples =
      galleryCourse.modules[0]?.lessons.flatMap(({ versions: texts }) => texts.en?.exercises ?? []) ?? [];
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.array(hostileText, { minLength: 3, maxLength: 9 }),
        (example, texts) => {
          const bank = bankWith([withTexts(example, texts)], 'en', { title: texts[0] ?? '' });
          const questions = questionsOf(bank);
          [...write(version, bank).items.values()].map(inOneVersion).forEach((item, index) => {
            const question = questions[index];
            if (!question?.points || question.form.kind === 'essay') return;
            expect(play(item, correctOf(item)).score).toBeCloseTo(play(item, null).max, 9);
          });
        },
      ),
      { seed: 13, numRuns: 150 },
    );
  });

  test('the manifest says what it is, in which language, whose it is and under which licence', () => {
    const { manifest } = write(version, bankWith([exampleOf('match-claim-and-place', 'tr')], 'tr'));
    expect(textAt(manifest, 'metadata', 'schema')).toMatch(/^QTI/);
    expect(textAt(manifest, 'metadata', 'md:lom', 'md:general', 'md:language')).toBe('tr');
    expect(textAt(manifest, 'metadata', 'md:lom', 'md:rights', 'md:description')).toContain('CC-BY-SA-4.0');
  });
});
