import { freshAttempt } from '#exercise';
import {
  attemptKey,
  continueIn,
  discernmentHistory,
  formatAttempt,
  formatLesson,
  formatResults,
  lessonKey,
  lessonProgress,
  readAllResults,
  resultsKey,
  skillLevels,
  sumProgress,
  unopenedLesson,
  type LessonEntry,
  type LessonParts,
  type Result,
} from '#learner';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const course = 'media-literacy/finding-the-source';
const [leave, trace, trust] = ['leave-the-page', 'trace-it-back', 'whom-to-trust'].map((id) => `${course}/${id}`) as [
  string,
  string,
  string,
];
const lesson: LessonParts = {
  id: leave,
  sections: ['', 'before-you-start', 'a-filter-for-better-tea'],
  exercises: [
    { id: 'timurs-tab', signature: 's1' },
    { id: 'beekeepers', signature: 's2' },
  ],
};

const checked = (signature: string) =>
  formatAttempt({
    signature,
    state: { ...freshAttempt, phase: 'tried', response: ['advert'], used: 1, first: 0, best: 0, last: 0 },
    at: 5,
  });
const opened = (change: Partial<LessonEntry> = {}) => formatLesson({ ...unopenedLesson(10), ...change });
const finished = (at: number) => opened({ finished: { on: true, at } });

describe('progress in a lesson', () => {
  test('counts the sections read and the exercises answered, right or wrong', () => {
    const entries = new Map([
      [lessonKey(leave), opened({ read: ['', 'before-you-start'] })],
      [attemptKey(`${leave}/timurs-tab`), checked('s1')],
    ]);
    expect(lessonProgress(lesson, entries)).toEqual({
      lessons: 1,
      finished: 0,
      sections: 3,
      read: 2,
      exercises: 2,
      answered: 1,
    });
  });

  test('leaves out sections and exercises that are no longer there, or are other questions now', () => {
    const entries = new Map([
      [lessonKey(leave), opened({ read: ['taken-out', '__proto__'] })],
      [attemptKey(`${leave}/timurs-tab`), checked('an older key')],
      [attemptKey(`${leave}/taken-out`), checked('s1')],
    ]);
    expect(lessonProgress(lesson, entries)).toMatchObject({ read: 0, answered: 0 });
  });

  test('is none where what is stored is damaged', () => {
    const entries = new Map([
      [lessonKey(leave), '{"read":["'],
      [attemptKey(`${leave}/timurs-tab`), '[]'],
    ]);
    expect(lessonProgress(lesson, entries)).toMatchObject({ finished: 0, read: 0, answered: 0 });
  });

  test('adds up over a course', () => {
    const entries = new Map([
      [lessonKey(leave), finished(20)],
      [lessonKey(trace), opened({ read: [''] })],
    ]);
    const parts = [leave, trace].map((id) => lessonProgress({ ...lesson, id }, entries));
    expect(sumProgress(parts)).toEqual({ lessons: 2, finished: 1, sections: 6, read: 1, exercises: 4, answered: 0 });
    expect(sumProgress([])).toMatchObject({ lessons: 0, finished: 0 });
  });
});

describe('going on', () => {
  const lessons = [leave, trace, trust];
  const place = (anchor: string, at: number) => ({ place: { anchor, at } });

  test('leads to the section in which the lesson worked on last was left', () => {
    const entries = new Map([
      [lessonKey(leave), opened(place('a-filter-for-better-tea', 40))],
      [lessonKey(trace), opened(place('the-idea', 30))],
    ]);
    expect(continueIn(lessons, entries)).toEqual({
      lesson: leave,
      anchor: 'a-filter-for-better-tea',
      isStarted: true,
    });
  });

  test('leads to the next lesson once that is finished, and back to one that was left out', () => {
    const after = new Map([[lessonKey(leave), finished(50)]]);
    expect(continueIn(lessons, after)).toEqual({ lesson: trace, anchor: null, isStarted: false });
    const last = new Map([
      [lessonKey(leave), opened(place('before-you-start', 20))],
      [lessonKey(trust), finished(50)],
    ]);
    expect(continueIn(lessons, last)).toEqual({ lesson: leave, anchor: 'before-you-start', isStarted: true });
  });

  test('leads nowhere before the beginning, and after the end', () => {
    expect(continueIn(lessons, new Map())).toBeNull();
    expect(continueIn(lessons, new Map([['lesson/other/course/here', opened()]]))).toBeNull();
    expect(continueIn(lessons, new Map(lessons.map((id) => [lessonKey(id), finished(60)])))).toBeNull();
  });
});

const result: Result = { at: 1, locale: 'kk', try: 1, score: 1, correct: true, confidence: null, hints: 0 };
const results = (...list: Partial<Result>[]) => formatResults(list.map((some) => ({ ...result, ...some })));

describe('skills', () => {
  const exercise = (id: string, ...skills: string[]) => ({ fullId: `${leave}/${id}`, skills });

  test('are the mean of the latest result of each exercise', () => {
    const entries = new Map([
      [resultsKey(`${leave}/a`), results({ at: 1, score: 0 }, { at: 2, score: 1, locale: 'az' })],
      [resultsKey(`${leave}/b`), results({ score: 0.5 })],
      [resultsKey(`${leave}/c`), results({ score: 0 })],
    ]);
    const levels = skillLevels(
      [exercise('a', 'LAT'), exercise('b', 'LAT', 'SRC'), exercise('c', 'LAT')],
      readAllResults(entries),
    );
    expect(levels).toEqual([
      { skill: 'LAT', score: 0.5, answers: 3 },
      { skill: 'SRC', score: null, answers: 1 },
    ]);
  });

  test('rest on no exercise that was taken out, and on nothing damaged', () => {
    const entries = new Map([
      [resultsKey(`${leave}/gone`), results({})],
      [resultsKey(`${leave}/a`), '{"results":[{"score":7}]}'],
    ]);
    expect(skillLevels([exercise('a', 'LAT')], readAllResults(entries))).toEqual([]);
  });

  test('lie between nothing and everything', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (scores) => {
        const entries = new Map(scores.map((score, at) => [resultsKey(`${leave}/e${at}`), results({ score })]));
        const levels = skillLevels(
          scores.map((_, at) => exercise(`e${at}`, 'EVI')),
          readAllResults(entries),
        );
        for (const { score, answers } of levels) {
          expect(answers).toBe(scores.length);
          if (score !== null) expect(score >= 0 && score <= 1 + 1e-9).toBe(true);
        }
      }),
    );
  });
});

describe('discernment over time', () => {
  const id = `${leave}/lake-tabs`;
  const at = (date: string) => Date.parse(`${date}T12:00:00Z`);
  const counts = { hits: 2, falseAlarms: 1, misleading: 3, sound: 3 };
  const history = (...list: Partial<Result>[]) =>
    discernmentHistory([id], readAllResults(new Map([[resultsKey(id), results(...list)]])));

  test('is counted by weeks that begin on Monday, the earliest first', () => {
    const { weeks } = history(
      { at: at('2026-11-23'), discernment: counts },
      { at: at('2026-11-22'), discernment: { ...counts, hits: 1 } },
      { at: at('2026-11-16'), discernment: counts },
      { at: Date.parse('2026-11-29T23:59:59Z'), discernment: counts },
    );
    expect(
      weeks.map(({ from, counts: { hits, misleading } }) => [new Date(from).toISOString(), hits, misleading]),
    ).toEqual([
      ['2026-11-16T00:00:00.000Z', 3, 6],
      ['2026-11-23T00:00:00.000Z', 4, 6],
    ]);
  });

  test('counts the first answer only, and none without a moment', () => {
    const { weeks, total } = history(
      { at: at('2026-11-23'), discernment: counts },
      { at: at('2026-11-23') + 1, try: 2, discernment: { ...counts, hits: 3 } },
      { at: 0, discernment: counts },
      { at: at('2026-11-24') },
    );
    expect(weeks).toHaveLength(1);
    expect(total).toEqual(counts);
  });

  test('speaks of a tendency only from six items of each kind on', () => {
    const flagging = { hits: 3, falseAlarms: 3, misleading: 3, sound: 3 };
    expect(history({ at: at('2026-11-23'), discernment: flagging }).bias).toBeNull();
    const twice = history(
      { at: at('2026-11-23'), discernment: flagging },
      { at: at('2026-11-24'), discernment: flagging },
    );
    expect(twice.bias).toBe('suspicious');
  });

  test('is empty where nothing is stored, or nothing that can be read', () => {
    expect(discernmentHistory([id], new Map())).toMatchObject({ weeks: [], bias: null });
    expect(discernmentHistory([id], readAllResults(new Map([[resultsKey(id), 'null']]))).weeks).toEqual([]);
  });
});
