import { solveExercise, type AttemptState } from '#exercise';
import { attemptKey, formatAttempt, lessonKey, parseAttempt, parseAttemptEntry, parseLesson } from '#learner';
import { decodeState, encodeState, type ModuleOutline } from '#lms';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packText, unpackText } from '../../../src/lms/state/packed-text.ts';
import { answered, findingTheSource, galleryExercises, galleryModule, moduleOf, recordOf } from './modules.ts';

const room12 = 4096;
const printable = /^[\x20-\x7e]*$/u;
const kazakh =
  'Алдымен беттің иесін іздеймін: Қазақ тілінде ол туралы екі тәуелсіз дереккөз не айтады? Содан кейін ғана бөлісемін.';
const azerbaijani =
  'Əvvəlcə səhifəni tərk edib başqalarının nə dediyini oxuyuram; İlk nəticəyə ışıq salmaq üçün gözləyirəm.';
const russian = 'Сначала я ищу, кто стоит за сайтом, — и только потом верю. «Так сказали» не довод!';
const uzbek = "Oʻqituvchi so‘radi: o'zing tekshirdingmi?";

const placeHere = { locale: 'kk', lesson: galleryModule.lessons[2]?.id ?? '' };

/** The states of a record by key. */
function states(entries: ReadonlyMap<string, string>): Map<string, AttemptState | undefined> {
  return new Map(
    [...entries].flatMap(([key, json]) =>
      key.startsWith('attempt/') ? [[key, parseAttemptEntry(json)?.state] as const] : [],
    ),
  );
}

function solved(): Map<string, AttemptState> {
  return new Map([...galleryExercises].map(([id, exercise]) => [id, answered(exercise)]));
}

describe('typed text', () => {
  test.each([
    ['kk', kazakh],
    ['az', azerbaijani],
    ['ru', russian],
    ['uz', uzbek],
    ['empty', ''],
  ])('comes back as it was: %s', (_, text) => {
    expect(unpackText(packText(text))).toBe(text);
    expect(packText(text)).toMatch(/^[\w-]*$/u);
  });

  test('takes about a symbol a letter in Kazakh, Azerbaijani and Russian', () => {
    for (const text of [kazakh, azerbaijani, russian]) expect(packText(text).length / text.length).toBeLessThan(1.2);
  });

  test('comes back whatever it is, half surrogates and other scripts included', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => unpackText(packText(text)) === text));
  });
});

describe('a state', () => {
  test('brings back every answer of every type of exercise, place and what was read', () => {
    const lessons = new Map([[placeHere.lesson, galleryModule.lessons[2]?.anchors.slice(0, 1) ?? []]]);
    const entries = recordOf(galleryModule, solved(), lessons);
    const text = encodeState({ place: placeHere, entries }, galleryModule, 64_000);
    const back = decodeState(text, galleryModule);
    expect(text).toMatch(printable);
    expect(back.place).toEqual(placeHere);
    expect(states(back.entries)).toEqual(states(entries));
    const key = lessonKey(placeHere.lesson);
    expect(parseLesson(back.entries.get(key) ?? null)?.read).toEqual(parseLesson(entries.get(key) ?? null)?.read);
  });

  test('brings back work in the middle: drafts, hints, fresh starts, confidence, text in three languages', () => {
    const change: Partial<AttemptState>[] = [
      { phase: 'open', used: 0, first: null, best: null, last: null, discernment: null },
      { phase: 'tried', used: 2, hints: 2, round: 3, first: 1 / 3, best: 2 / 3, last: 0.123456 },
      { confidence: 3, first: 0, best: 1, last: 0.5 },
    ];
    const typed = [kazakh, azerbaijani, russian];
    let next = 0;
    const work = new Map(
      [...solved()].map(([id, state], index) => {
        const given = state.response;
        const response =
          typeof given === 'object' && given !== null && 'text' in given
            ? { ...given, text: typed[next++ % 3] }
            : given;
        return [id, { ...state, ...change[index % 4], response } as AttemptState];
      }),
    );
    const entries = recordOf(galleryModule, work);
    const back = states(
      decodeState(encodeState({ place: null, entries }, galleryModule, 64_000), galleryModule).entries,
    );
    for (const [key, state] of states(entries)) {
      expect({ ...back.get(key), last: 0 }, key).toEqual({ ...state, last: 0 });
      expect(back.get(key)?.last ?? 0, key).toBeCloseTo(state?.last ?? 0, 5);
    }
  });

  test('has room for 200 answered exercises and a page of what was typed last, in 4,096 characters', () => {
    const { module, copies } = moduleOf(200);
    const work = new Map(
      [...copies].flatMap(([id, from]) => {
        const exercise = galleryExercises.get(from);
        return exercise ? [[id, answered(exercise)] as const] : [];
      }),
    );
    const place = { locale: 'kk', lesson: module.lessons.at(-1)?.id ?? '' };
    const entries = recordOf(module, work, new Map(module.lessons.map(({ id }) => [id, ['', 'one', 'two']])));
    const text = encodeState({ place, entries }, module, room12);
    expect(text.length).toBeLessThanOrEqual(room12);
    const back = decodeState(text, module);
    expect(back.place).toEqual(place);
    const kept = states(back.entries);
    expect(kept.size).toBe(200);
    for (const [key, state] of states(entries)) {
      const { first, best, last, used } = kept.get(key) ?? {};
      expect([first, best, used], key).toEqual([state?.first, state?.best, state?.used]);
      expect(last, key).toEqual(state?.last);
    }
    // What was not typed comes back in all of them.
    const lost = [...states(entries)].filter(([key, state]) => kept.get(key)?.phase !== state?.phase);
    const types = lost.map(([key]) => galleryExercises.get(copies.get(key.slice('attempt/'.length)) ?? '')?.type);
    expect([...new Set(types)].sort()).toEqual(['post-edit', 'reflect', 'short-answer']);
  });

  test('sheds the oldest typed text first, and never a score', () => {
    const reflect = galleryModule.lessons.flatMap(({ id, exercises }) =>
      exercises.map((exercise) => ({ id: `${id}/${exercise.id}`, exercise })),
    );
    const one = reflect.find(({ id }) => galleryExercises.get(id)?.type === 'reflect');
    const exercise = galleryExercises.get(one?.id ?? '');
    if (!one || !exercise) throw new Error('no text of one’s own in the gallery');
    const exercises = Array.from({ length: 12 }, (_, index) => ({ ...one.exercise, id: `own-${index}` }));
    const module: ModuleOutline = {
      id: 'a/b',
      rules: { answered: 1, score: 0 },
      lessons: [{ id: 'a/b/c', anchors: [], exercises }],
    };
    const own = (index: number) => ({ ...(solveExercise(exercise) as object), text: `${index} ${kazakh.repeat(4)}` });
    const work = new Map(exercises.map(({ id }, index) => [`a/b/c/${id}`, answered(exercise, own(index))]));
    const entries = recordOf(module, work);
    const back = states(decodeState(encodeState({ place: null, entries }, module, room12), module).entries);
    const texts = exercises.map(({ id }) => (back.get(attemptKey(`a/b/c/${id}`))?.response as { text?: string }).text);
    const firstKept = texts.findIndex((text) => text !== undefined);
    expect(firstKept).toBeGreaterThan(0);
    expect(texts.slice(firstKept)).toEqual(exercises.map((_, index) => own(index).text).slice(firstKept));
    expect(texts.slice(0, firstKept).every((text) => text === undefined)).toBe(true);
    for (const [, state] of back) expect([state?.first, state?.best]).toEqual([1, 1]);
    // A second leaving keeps the same ones: what was typed later stays the later.
    const again = decodeState(encodeState({ place: null, entries }, module, room12), module);
    const twice = decodeState(encodeState(again, module, room12), module);
    expect(states(twice.entries)).toEqual(states(again.entries));
  });

  test('keeps every score where even the answers have no room', () => {
    const { module, copies } = moduleOf(600);
    const work = new Map(
      [...copies].flatMap(([id, from]) => {
        const exercise = galleryExercises.get(from);
        return exercise ? [[id, answered(exercise)] as const] : [];
      }),
    );
    const entries = recordOf(module, work);
    const text = encodeState({ place: placeHere, entries }, module, room12);
    expect(text.length).toBeLessThanOrEqual(room12);
    const kept = states(decodeState(text, module).entries);
    expect([...kept.values()].map((state) => state?.best)).toEqual(
      expect.arrayContaining([...states(entries).values()].map((state) => state?.best)),
    );
    expect(kept.size).toBe(600);
  });

  test('is read by a later edition as far as it fits', () => {
    const entries = recordOf(galleryModule, solved());
    const text = encodeState({ place: placeHere, entries }, galleryModule, 64_000);
    const [first, second, ...others] = galleryModule.lessons;
    if (!first || !second) throw new Error('the gallery is empty');
    const later: ModuleOutline = {
      ...galleryModule,
      lessons: [
        ...others,
        {
          ...second,
          anchors: [...second.anchors, 'new-section'],
          exercises: second.exercises.map((one) => ({ ...one, signature: 'changed' })),
        },
      ],
    };
    const back = decodeState(text, later);
    const wanted = new Map(
      [...states(entries)].filter(([key]) => others.some(({ id }) => key.startsWith(attemptKey(`${id}/`)))),
    );
    expect(states(back.entries)).toEqual(wanted);
    expect(back.place).toEqual(placeHere);
  });

  test('that is damaged, cut off or of something else gives nothing and never throws', () => {
    const entries = recordOf(galleryModule, solved());
    const text = encodeState({ place: placeHere, entries }, galleryModule, 64_000);
    const head = text.split('.')[0] ?? '';
    for (const bad of ['', '1', '2AAAA', 'null', '{"a":1}', head.slice(0, -3), `9${text.slice(1)}`, '1AAAA!', '𐍈𐍈𐍈'])
      expect(decodeState(bad, galleryModule)).toEqual({ place: null, entries: new Map() });
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 3 }), (at, noise) => {
        const back = decodeState(text.slice(0, at) + noise + text.slice(at + noise.length), galleryModule);
        for (const [key, json] of back.entries)
          if (key.startsWith('attempt/') && parseAttemptEntry(json) === null) throw new Error(`${key}: ${json}`);
      }),
    );
    fc.assert(fc.property(fc.string(), (noise) => void decodeState(noise, galleryModule)));
  });

  test('of a text that was cut short still has all scores', () => {
    const entries = recordOf(galleryModule, solved());
    const text = encodeState({ place: placeHere, entries }, galleryModule, 64_000);
    const cut = decodeState(text.slice(0, (text.split('.')[0] ?? '').length + 20), galleryModule);
    expect([...states(cut.entries).values()].map((state) => state?.best)).toEqual(
      expect.arrayContaining([...states(entries).values()].map((state) => state?.best)),
    );
  });

  test('leaves out answers to other questions', () => {
    const [id = '', state] = [...solved()][0] ?? [];
    const entries = new Map([
      [attemptKey(id), formatAttempt({ signature: 'old', state: state as AttemptState, at: 5 })],
    ]);
    expect(decodeState(encodeState({ place: null, entries }, galleryModule, room12), galleryModule).entries.size).toBe(
      0,
    );
  });

  test('of a real module is short', () => {
    const work = new Map(
      findingTheSource.lessons.flatMap(({ id, exercises }) =>
        exercises.map(({ id: exercise, key }) => {
          const state: AttemptState = {
            phase: 'right',
            response: key ?? '40',
            confidence: 2,
            used: 1,
            hints: 0,
            first: 1,
            best: 1,
            last: 1,
            discernment: null,
            round: 0,
          };
          return [`${id}/${exercise}`, state] as const;
        }),
      ),
    );
    const entries = recordOf(findingTheSource, work);
    const text = encodeState({ place: null, entries }, findingTheSource, room12);
    expect(text.length / work.size).toBeLessThan(12);
    const back = decodeState(text, findingTheSource);
    for (const { id, exercises } of findingTheSource.lessons)
      for (const { id: exercise, signature } of exercises)
        expect(parseAttempt(back.entries.get(attemptKey(`${id}/${exercise}`)) ?? null, signature)).toEqual(
          work.get(`${id}/${exercise}`),
        );
  });
});
