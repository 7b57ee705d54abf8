import { advanceAttempt, freshAttempt, renewAttempt, type AttemptState, type Discernment } from '#exercise';
import {
  addResult,
  attemptKey,
  courseCompletion,
  formatAttempt,
  formatLesson,
  lessonKey,
  outlineOf,
  resultsKey,
  unopenedLesson,
  type CourseOutline,
} from '#learner';
import { createContentReader } from '#course/adapters/node-content';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const { content } = createContentReader('content')();
const mediaLiteracy = content?.courses.find(({ id }) => id === 'media-literacy');
if (!mediaLiteracy) throw new Error('The course media-literacy is not there.');
// The course as it was with three lessons: what follows counts them.
const outline = outlineOf({
  ...mediaLiteracy,
  modules: mediaLiteracy.modules.map((module) =>
    module.id === 'finding-the-source' ? module : { ...module, announced: true, lessons: [] },
  ),
});
const exercises = outline.lessons.flatMap((lesson) =>
  lesson.exercises.map((exercise) => ({ ...exercise, lesson: lesson.id, fullId: `${lesson.id}/${exercise.id}` })),
);
type Known = (typeof exercises)[number];

const signed = (signature: string, state: AttemptState, at: number) => formatAttempt({ signature, state, at });

/** A device on which a learner works: the entries as the site writes them. */
function createDevice() {
  const record = new Map<string, string>();
  const states = new Map<string, AttemptState>();
  return {
    record,
    finish(lesson: string, at: number, on = true) {
      record.set(lessonKey(lesson), formatLesson({ ...unopenedLesson(1), finished: { on, at } }));
    },
    answer({ fullId, signature }: Known, score: number, at: number, discernment?: Discernment) {
      const before = states.get(fullId) ?? freshAttempt;
      const open = before.phase === 'right' || before.phase === 'shown' ? renewAttempt(before) : before;
      const given = advanceAttempt(open, { type: 'answer', response: 'жауап' }, { attempts: 2, hints: 0 });
      const grade = { score, max: 1, correct: score === 1, parts: [], ...(discernment ? { discernment } : {}) };
      const state = advanceAttempt(given, { type: 'check', grade }, { attempts: 2, hints: 0 });
      states.set(fullId, state);
      record.set(attemptKey(fullId), signed(signature, state, at));
      const result = {
        at,
        locale: 'kk',
        try: state.used,
        score,
        correct: score === 1,
        confidence: null,
        hints: 0,
        ...(discernment ? { discernment } : {}),
      };
      record.set(resultsKey(fullId), addResult(record.get(resultsKey(fullId)) ?? null, result));
    },
  };
}

const of = (rules: Partial<CourseOutline['rules']>): CourseOutline => ({
  ...outline,
  rules: { lessons: 0, answered: 0, score: 0, ...rules },
});

function completed(rules: Partial<CourseOutline['rules']> = { lessons: 1, answered: 0.8, score: 0.6 }) {
  const device = createDevice();
  outline.lessons.forEach(({ id }, index) => device.finish(id, 100 + index));
  exercises.forEach((exercise, index) => device.answer(exercise, 1, 200 + index));
  return { device, result: courseCompletion(of(rules), device.record) };
}

describe('the outline of the real course', () => {
  test('has the lessons that there are, by their permanent ids, and no module that is only announced', () => {
    expect(outline.lessons.map(({ id }) => id)).toEqual([
      'media-literacy/finding-the-source/leave-the-page',
      'media-literacy/finding-the-source/trace-it-back',
      'media-literacy/finding-the-source/whom-to-trust',
    ]);
    expect(outline.rules).toEqual({ lessons: 1, answered: 0.8, score: 0.6 });
  });

  test('leaves warm-ups out, and says of a text of one’s own that it has no points', () => {
    const taken = mediaLiteracy.modules.filter(({ id }) => id === 'finding-the-source');
    const all = taken.flatMap(({ lessons }) => lessons.flatMap(({ versions }) => versions.en?.exercises ?? []));
    expect(exercises.length).toBe(all.filter(({ ungraded }) => !ungraded).length);
    expect(exercises.length).toBeLessThan(all.length);
    const reflections = all.filter(({ type, ungraded }) => type === 'reflect' && !ungraded);
    for (const { id } of reflections) expect(exercises.find((one) => one.id === id)?.scored).toBe(false);
  });
});

describe('the completion of a course', () => {
  test('is nothing for an empty record', () => {
    const { requirements, completed, passed, satisfied, achievement } = courseCompletion(outline, new Map());
    expect(requirements.map(({ kind, reached, since }) => [kind, reached, since])).toEqual([
      ['lessons', 0, null],
      ['answered', 0, null],
      ['score', 0, null],
    ]);
    expect({ completed, passed, satisfied }).toEqual({ completed: false, passed: false, satisfied: null });
    expect(achievement).toMatchObject({ lessons: { count: 0, total: 3 }, score: 0, discernment: null });
  });

  test('says what is reached and what is needed', () => {
    const device = createDevice();
    device.finish(outline.lessons[0]?.id ?? '', 5);
    for (const exercise of exercises.slice(0, 4)) device.answer(exercise, 0.5, 7);
    const [lessons, answered, score] = courseCompletion(outline, device.record).requirements;
    expect(lessons).toEqual({ kind: 'lessons', reached: 1, needed: 3, total: 3, since: null });
    expect(answered).toEqual({
      kind: 'answered',
      reached: 4,
      needed: Math.ceil(exercises.length * 0.8),
      total: exercises.length,
      since: null,
    });
    const scored = exercises.filter((exercise) => exercise.scored);
    const points = exercises.slice(0, 4).filter((exercise) => exercise.scored).length * 0.5;
    expect(score).toMatchObject({ kind: 'score', needed: 0.6, total: 1, since: null });
    expect(score?.reached).toBeCloseTo(points / scored.length, 12);
  });

  test('is there from the moment on at which the last requirement was met', () => {
    const { device, result } = completed();
    const needed = Math.ceil(exercises.length * 0.8);
    expect(result).toMatchObject({ completed: true, passed: true });
    expect(result.requirements.map(({ since }) => since).slice(0, 2)).toEqual([102, 200 + needed - 1]);
    expect(result.satisfied).toBe(Math.max(...result.requirements.map(({ since }) => since ?? 0)));
    // The order in which entries come out of a store is nobody's.
    const turned = new Map([...device.record].reverse());
    expect(courseCompletion(outline, turned)).toEqual(result);
  });

  test('and passing are two things', () => {
    const device = createDevice();
    outline.lessons.forEach(({ id }) => device.finish(id, 5));
    exercises.forEach((exercise) => device.answer(exercise, 0.5, 6));
    expect(courseCompletion(outline, device.record)).toMatchObject({ completed: true, passed: false, satisfied: null });
    expect(courseCompletion(of({ lessons: 1 }), device.record)).toMatchObject({ passed: null, satisfied: 5 });
    expect(courseCompletion(of({ score: 0.6 }), new Map())).toMatchObject({ completed: false, passed: false });
    expect(courseCompletion(of({ score: 0.5 }), device.record)).toMatchObject({ completed: true, passed: true });
  });

  test('takes the best answer to each exercise, at the moment it was given', () => {
    const device = createDevice();
    exercises.forEach((exercise) => device.answer(exercise, 0, 10));
    exercises.forEach((exercise) => device.answer(exercise, 1, 20));
    exercises.forEach((exercise) => device.answer(exercise, 0.1, 30));
    expect(courseCompletion(of({ score: 1 }), device.record)).toMatchObject({
      satisfied: 20,
      achievement: { score: 1 },
    });
    expect(courseCompletion(of({ answered: 1 }), device.record).satisfied).toBe(10);
  });

  test('takes a lesson back when the learner does', () => {
    const { device } = completed();
    device.finish(outline.lessons[1]?.id ?? '', 900, false);
    expect(courseCompletion(outline, device.record)).toMatchObject({ completed: false, passed: true, satisfied: null });
  });

  test('does not count answers to a question that has changed', () => {
    const { device } = completed();
    const changed = {
      ...outline,
      lessons: outline.lessons.map((lesson) => ({
        ...lesson,
        exercises: lesson.exercises.map((exercise) => ({ ...exercise, signature: 'new' })),
      })),
    };
    expect(courseCompletion(changed, device.record)).toMatchObject({
      completed: false,
      achievement: { exercises: { count: 0 }, score: 0 },
    });
  });

  test('does not date an answer back to the one that was given to the question before it changed', () => {
    const device = createDevice();
    const [exercise] = exercises;
    if (!exercise) throw new Error('no exercise');
    device.answer(exercise, 1, 10);
    const old = device.record.get(resultsKey(exercise.fullId)) ?? null;
    const again = createDevice();
    again.answer(exercise, 0.5, 50);
    again.record.set(
      resultsKey(exercise.fullId),
      addResult(old, { at: 50, locale: 'az', try: 1, score: 0.5, correct: false, confidence: null, hints: 0 }),
    );
    const only = { ...of({ answered: 1 }), lessons: [{ id: exercise.lesson, exercises: [exercise] }] };
    expect(courseCompletion(only, again.record)).toMatchObject({ satisfied: 50, achievement: { score: 0.5 } });
  });

  test('knows what was reached where the results are lost, and takes the last moment for it', () => {
    const { device } = completed();
    for (const key of [...device.record.keys()]) if (key.startsWith('results/')) device.record.delete(key);
    expect(courseCompletion(of({ answered: 1, score: 1 }), device.record).satisfied).toBe(200 + exercises.length - 1);
  });

  test('leaves reviews apart', () => {
    const device = createDevice();
    const [exercise] = exercises;
    if (!exercise) throw new Error('no exercise');
    device.answer(exercise, 0.5, 10);
    const review = { at: 5, locale: 'kk', try: 1, score: 0.5, correct: true, confidence: null, hints: 0 };
    const key = resultsKey(exercise.fullId);
    device.record.set(key, addResult(device.record.get(key) ?? null, { ...review, review: true }));
    const only = { ...of({ answered: 1 }), lessons: [{ id: exercise.lesson, exercises: [exercise] }] };
    expect(courseCompletion(only, device.record)).toMatchObject({ satisfied: 10, achievement: { score: 0.5 } });
  });

  test('counts misleading items caught and sound ones trusted over all sets', () => {
    const device = createDevice();
    const [one, two] = exercises;
    if (!one || !two) throw new Error('no exercises');
    device.answer(one, 0.75, 1, { hits: 1, falseAlarms: 0, misleading: 2, sound: 2 });
    device.answer(two, 0, 2, { hits: 0, falseAlarms: 1, misleading: 0, sound: 1 });
    expect(courseCompletion(outline, device.record).achievement.discernment).toEqual({
      caught: 1,
      misleading: 2,
      trusted: 2,
      sound: 3,
    });
  });

  test('of a course without lessons is never there', () => {
    const empty = { id: 'later', rules: { lessons: 1, answered: 0.8, score: 0 }, lessons: [] };
    expect(courseCompletion(empty, new Map())).toMatchObject({ requirements: [], completed: false, satisfied: null });
  });

  test('needs no more than there is: two thirds of three are two, in binary too', () => {
    const device = createDevice();
    outline.lessons.slice(0, 2).forEach(({ id }) => device.finish(id, 1));
    expect(courseCompletion(of({ lessons: 2 / 3 }), device.record).satisfied).toBe(1);
    expect(courseCompletion(of({ lessons: 0.6666666666666667 }), device.record).satisfied).toBe(1);
  });

  test.each([
    '',
    'null',
    '[]',
    '{"finished":true}',
    '{"results":[{"at":-1}]}',
    '{"__proto__":{"finished":1}}',
    '\ud800',
  ])('is not moved by %j in the place of an entry', (json) => {
    const record = new Map([
      ...outline.lessons.map(({ id }) => [lessonKey(id), json] as const),
      ...exercises.flatMap(({ fullId }) => [[attemptKey(fullId), json] as const, [resultsKey(fullId), json] as const]),
    ]);
    expect(courseCompletion(outline, record)).toEqual(courseCompletion(outline, new Map()));
  });

  const answers = fc.array(
    fc.record({ of: fc.nat(exercises.length - 1), score: fc.constantFrom(0, 0.25, 1 / 3, 0.5, 1) }),
    { maxLength: 60 },
  );

  test('is never undone, nor moved to another moment, by more answers', () => {
    fc.assert(
      fc.property(answers, answers, fc.constantFrom(0.1, 1 / 3, 0.6), (before, after, share) => {
        const device = createDevice();
        outline.lessons.forEach(({ id }) => device.finish(id, 3));
        const rules = of({ lessons: 1, answered: share, score: share / 2 });
        const give = (list: typeof before, from: number) =>
          list.forEach(({ of: index, score }, turn) => {
            const exercise = exercises[index];
            if (exercise) device.answer(exercise, score, from + turn);
          });
        give(before, 1000);
        const first = courseCompletion(rules, device.record);
        give(after, 2000);
        const then = courseCompletion(rules, device.record);
        if (first.completed) expect(then.completed).toBe(true);
        if (first.passed) expect(then.passed).toBe(true);
        if (first.satisfied !== null) expect(then.satisfied).toBe(first.satisfied);
        then.requirements.forEach(({ reached }, index) =>
          expect(reached).toBeGreaterThanOrEqual(first.requirements[index]?.reached ?? 0),
        );
      }),
    );
  });
});
