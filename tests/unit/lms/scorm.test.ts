import { gradeExercise, solveExercise, type AttemptState, type Exercise, type Response } from '#exercise';
import { attemptKey, formatAttempt, parseAttempt } from '#learner';
import {
  createScorm12,
  createScorm2004,
  findApi,
  openTracker,
  type ApiWindow,
  type ModuleOutline,
  type Tracker,
} from '#lms';
import { afterEach, describe, expect, test } from 'vitest';
import { FakeScorm, type FakeOptions, type Stored } from '../../support/fake-scorm.ts';
import { answered, galleryExercises, galleryModule } from './modules.ts';
import { TestClock } from './platform.ts';

const kazakh = 'Қазақ тілінде «дереккөз» деп жаздым';

interface Session {
  readonly tracker: Tracker;
  readonly fake: FakeScorm;
  readonly clock: TestClock;
}

const versions = [
  {
    version: '1.2',
    name: 'API',
    create: createScorm12,
    status: 'cmi.core.lesson_status',
    score: 'cmi.core.score.raw',
    room: 4096,
  },
  {
    version: '2004',
    name: 'API_1484_11',
    create: createScorm2004,
    status: 'cmi.success_status',
    score: 'cmi.score.raw',
    room: 64_000,
  },
] as const;

const all: FakeScorm[] = [];
afterEach(() => {
  for (const fake of all.splice(0)) expect(fake.faults).toEqual([]);
});

function windowWith(name: string, fake: FakeScorm): ApiWindow {
  const top: ApiWindow = { parent: null, [name]: fake.api() } as ApiWindow;
  return { parent: { parent: top } };
}

/** A wrong answer: nothing where that can be told of, else half of what is right. */
function wrong(exercise: Exercise): Response {
  const key = solveExercise(exercise);
  const tries: Response[] = [
    typeof key === 'string' ? '0' : Array.isArray(key) ? [] : {},
    ...(typeof key === 'string' ? ['false', 'true', kazakh] : []),
  ];
  return tries.find((one) => gradeExercise(exercise, one).score === 0) ?? '';
}

describe.each(versions)('SCORM $version', ({ version, name, create, status, score, room }) => {
  async function launch(
    stored: Stored,
    options: FakeOptions = {},
    module: ModuleOutline = galleryModule,
  ): Promise<Session> {
    const fake = new FakeScorm(version, stored, options);
    all.push(fake);
    const clock = new TestClock();
    const call = findApi(windowWith(name, fake), name);
    if (!call) throw new Error('the API was not found');
    const tracker = await openTracker(module, create(call), {
      clock,
      describe: (id) => `Сұрақ: ${id}`.slice(0, 250),
      watch: () => undefined,
    });
    return { tracker, fake, clock };
  }

  function answer({ tracker, clock }: Session, id: string, response?: Response): void {
    const exercise = galleryExercises.get(id);
    const outline = galleryModule.lessons.flatMap((lesson) =>
      lesson.exercises.filter((one) => `${lesson.id}/${one.id}` === id),
    )[0];
    if (!exercise || !outline) throw new Error(`no ${id}`);
    tracker.change(attemptKey(id), (json) => {
      const before = parseAttempt(json, outline.signature);
      const now = answered(exercise, response);
      const state: AttemptState = before
        ? { ...now, used: before.used + 1, first: before.first, best: Math.max(before.best ?? 0, now.best ?? 0) }
        : now;
      return formatAttempt({ signature: outline.signature, state, at: clock.now() });
    });
  }

  const ids = [...galleryExercises.keys()];

  test('all right: passed with every point, answers and place come back, and nothing is written that it refuses', async () => {
    const stored: Stored = {};
    const first = await launch(stored, { mastery: version === '1.2' ? '60' : '0.6' });
    expect(first.tracker.isConnected).toBe(true);
    first.tracker.move({ locale: 'kk', lesson: galleryModule.lessons[1]?.id ?? '' });
    for (const id of ids) {
      answer(first, id);
      await first.clock.pass(7_000);
    }
    await first.tracker.finish();
    expect([stored[status], stored[score]]).toEqual(['passed', '100']);
    if (version === '2004')
      expect([stored['cmi.completion_status'], stored['cmi.score.scaled']]).toEqual(['completed', '1']);
    expect(stored['cmi.suspend_data']?.length).toBeLessThanOrEqual(room);
    const second = await launch(stored);
    expect(second.tracker.place).toEqual({ locale: 'kk', lesson: galleryModule.lessons[1]?.id });
    const kept = second.tracker.entries('attempt/');
    for (const id of ids) {
      const exercise = galleryExercises.get(id);
      const given = JSON.parse(kept.get(attemptKey(id)) ?? '{}') as { state: AttemptState };
      expect(given.state?.response, id).toEqual(exercise && solveExercise(exercise));
    }
    await second.tracker.finish();
    expect([stored[status], stored[score]]).toEqual(['passed', '100']);
  });

  test('all wrong: failed with nothing; a better answer at the next visit raises it, a worse one lowers nothing', async () => {
    const stored: Stored = {};
    const first = await launch(stored);
    for (const id of ids) answer(first, id, wrong(galleryExercises.get(id) as Exercise));
    await first.clock.pass(7_000);
    await first.tracker.finish();
    expect(stored[status]).toBe('failed');
    const low = Number(stored[score]);
    expect(low).toBeLessThan(30);
    const second = await launch(stored);
    for (const id of ids) answer(second, id);
    await second.tracker.finish();
    expect([stored[status], stored[score]]).toEqual(['passed', '100']);
    const third = await launch(stored);
    for (const id of ids) answer(third, id, wrong(galleryExercises.get(id) as Exercise));
    await third.tracker.finish();
    expect([stored[status], stored[score]]).toEqual(['passed', '100']);
  });

  test('nothing answered, and half of it: incomplete without a score, however it is left', async () => {
    for (const count of [0, Math.floor(ids.length / 2)]) {
      const stored: Stored = {};
      const first = await launch(stored, { mastery: version === '1.2' ? '60' : '0.6' });
      for (const id of ids.slice(0, count)) answer(first, id);
      await first.clock.pass(1_000);
      await first.tracker.finish();
      expect(stored[version === '1.2' ? status : 'cmi.completion_status']).toBe('incomplete');
      expect(stored[score] ?? '').toBe('');
      const second = await launch(stored);
      expect(second.tracker.entries('attempt/').size).toBe(count);
      await second.tracker.finish();
      expect(stored[score] ?? '').toBe('');
    }
  });

  test('a tab that is closed by force loses nothing that was answered more than a moment before', async () => {
    const stored: Stored = {};
    const first = await launch(stored);
    for (const id of ids.slice(0, 3)) {
      answer(first, id);
      await first.clock.pass(6_000);
    }
    answer(first, ids[3] ?? '');
    first.tracker.flush();
    const second = await launch(stored);
    expect([...second.tracker.entries('attempt/').keys()].sort()).toEqual(ids.slice(0, 4).map(attemptKey).sort());
  });

  test('commits after an answer, once in five seconds at most, and never in the answer’s own task', async () => {
    const session = await launch({});
    const commits = () => session.fake.calls.filter((call) => call.endsWith('Commit')).length;
    await session.clock.pass(20_000);
    const before = commits();
    const calls = session.fake.calls.length;
    for (const id of ids.slice(0, 4)) answer(session, id);
    expect(session.fake.calls).toHaveLength(calls);
    await session.clock.pass(1_000);
    expect(commits()).toBe(before + 1);
    for (const id of ids.slice(4, 8)) {
      answer(session, id);
      await session.clock.pass(500);
    }
    expect(commits()).toBe(before + 1);
    await session.clock.pass(5_000);
    expect(commits()).toBe(before + 2);
    await session.clock.pass(60_000);
    expect(commits()).toBe(before + 2);
  });

  test('after the end nothing is called, whatever happens', async () => {
    const session = await launch({});
    answer(session, ids[0] ?? '');
    await session.tracker.finish();
    const { length } = session.fake.calls;
    await session.tracker.finish();
    session.tracker.flush();
    answer(session, ids[1] ?? '');
    session.tracker.move({ locale: 'az', lesson: null });
    await session.clock.pass(60_000);
    expect(session.fake.calls).toHaveLength(length);
    expect(session.fake.calls.filter((call) => /Finish|Terminate/u.test(call))).toHaveLength(1);
  });

  test.each(['browse', 'review'])('in the mode "%s" nothing is written, and the end is still said', async (mode) => {
    const stored: Stored = {};
    const first = await launch(stored);
    answer(first, ids[0] ?? '');
    await first.tracker.finish();
    const before = { ...stored };
    const looked = await launch(stored, { mode });
    expect(looked.tracker.mode).toBe(mode);
    answer(looked, ids[1] ?? '');
    await looked.clock.pass(10_000);
    looked.tracker.flush();
    await looked.tracker.finish();
    expect(stored).toEqual(before);
    expect(looked.fake.calls.some((call) => /SetValue|Commit/u.test(call))).toBe(false);
    expect(looked.fake.calls.at(-1)).toMatch(/Finish|Terminate/u);
  });

  test('who has only looked has completed nothing, and begins afterwards', async () => {
    const stored: Stored = {};
    const looked = await launch(stored, { mode: 'browse' });
    answer(looked, ids[0] ?? '');
    await looked.tracker.finish();
    const none = version === '1.2' ? 'browsed' : undefined;
    expect(stored[status]).toBe(none);
    const begun = await launch(stored);
    await begun.tracker.finish();
    expect(stored[version === '1.2' ? status : 'cmi.completion_status']).toBe('incomplete');
    const done = await launch(stored);
    for (const id of ids) answer(done, id);
    await done.tracker.finish();
    expect(stored[status]).toBe('passed');
  });

  test('an empty mode is a normal one', async () => {
    const stored: Stored = {};
    const session = await launch(stored, { mode: '' });
    for (const id of ids) answer(session, id);
    await session.tracker.finish();
    expect(stored[status]).toBe('passed');
  });

  test('works where a platform has no interactions and objectives', async () => {
    const stored: Stored = {};
    const session = await launch(stored, { without: ['interactions', 'objectives'] });
    for (const id of ids) answer(session, id);
    await session.tracker.finish();
    expect([stored[status], stored[score]]).toEqual(['passed', '100']);
  });

  test('a platform that does not start is done without', async () => {
    const session = await launch({}, { dead: true });
    expect(session.tracker.isConnected).toBe(false);
    answer(session, ids[0] ?? '');
    await session.clock.pass(60_000);
    session.tracker.flush();
    await session.tracker.finish();
    expect(session.tracker.entries('attempt/').size).toBe(1);
    expect(session.fake.calls.filter((call) => !/Initialize/u.test(call))).toEqual([]);
  });

  test('what a full platform did not take is told again', async () => {
    const stored: Stored = {};
    const session = await launch(stored, { full: true });
    answer(session, ids[0] ?? '');
    await session.clock.pass(1_000);
    expect(session.tracker.isBehind).toBe(true);
    await session.clock.pass(20_000);
    expect(session.fake.calls.filter((call) => call.endsWith('Commit')).length).toBeGreaterThan(2);
    await session.tracker.finish();
  });

  test('the mark that a teacher has set stands above the module’s own', async () => {
    const stored: Stored = {};
    const session = await launch(stored, { mastery: version === '1.2' ? '95' : '0.95' });
    ids.forEach((id, index) =>
      answer(session, id, index % 4 ? undefined : wrong(galleryExercises.get(id) as Exercise)),
    );
    await session.tracker.finish();
    expect(stored[status]).toBe('failed');
    expect(Number(stored[score])).toBeGreaterThan(60);
  });

  test('interactions say what was answered in the words of the standard, and objectives stand for lessons and skills', async () => {
    const stored: Stored = {};
    const session = await launch(stored);
    for (const id of ids) answer(session, id);
    const short = ids.find((id) => galleryExercises.get(id)?.type === 'short-answer') ?? '';
    answer(session, short, `${kazakh} `.repeat(20));
    await session.tracker.finish();
    const told = new Map(
      Object.entries(stored).flatMap(([key, id]) => {
        const path = /^(cmi\.interactions\.\d+)\.id$/u.exec(key)?.[1];
        const value = (name: string) => stored[`${path}.${name}`];
        const response = value(version === '1.2' ? 'student_response' : 'learner_response');
        return path ? [[id.replace(/^[^_]*_/u, ''), [value('type'), response, value('result')]]] : [];
      }),
    );
    const is12 = version === '1.2';
    expect(Object.fromEntries(told)).toMatchObject({
      'choice-soup-number': [
        'choice',
        is12 ? '5,1,4' : expect.stringMatching(/^[a-z-]+(?:\[,\][a-z-]+){2}$/u),
        'correct',
      ],
      'verdict-library-note': ['true-false', is12 ? 't' : 'true', 'correct'],
      'headline-town-week_snowy-river': ['true-false', is12 ? 'f' : 'false', 'correct'],
      'triage-high-river': [
        'matching',
        is12 ? expect.stringMatching(/^0\.8,/u) : expect.stringContaining('[.]'),
        'correct',
      ],
      'order-bridge-photo': [
        'sequencing',
        is12 ? '3,4,2,1,0' : 'pause[,]search[,]oldest[,]compare[,]answer',
        'correct',
      ],
      'lateral-free-bus': [
        'performance',
        is12 ? 'open.office,verdict.sound' : 'open[.]office[,]verdict[.]sound',
        'correct',
      ],
      'rate-soup-share': ['numeric', '6', 'correct'],
      'rate-own-sharing': ['likert', '5', 'correct'],
      'quiz-name-the-pause': ['fill-in', expect.stringContaining(kazakh), is12 ? 'wrong' : 'incorrect'],
    });
    // What somebody writes of her own is for nobody else to read.
    expect([...told.keys()].some((id) => id.startsWith('reflect'))).toBe(false);
    const objectives = Object.entries(stored)
      .filter(([key]) => /^cmi\.objectives\.\d+\.id$/u.test(key))
      .map(([, id]) => id);
    expect(objectives).toContain(`lesson-${galleryModule.lessons[0]?.id.split('/').at(-1)}`);
    expect(objectives).toContain('skill-LAT');
    // At the next visit they are found again, and not added a second time.
    const second = await launch(stored);
    answer(second, ids[0] ?? '');
    await second.tracker.finish();
    const after = Object.entries(stored)
      .filter(([key]) => /^cmi\.objectives\.\d+\.id$/u.test(key))
      .map(([, id]) => id);
    expect(after).toEqual(objectives);
  });
});

describe('finding the API', () => {
  const api = { LMSInitialize: () => 'true' };

  test('looks through parents, then through the opener and its parents', () => {
    const top = { parent: null, API: api } as unknown as ApiWindow;
    expect(findApi({ parent: { parent: top } }, 'API')?.('LMSInitialize', '')).toBe('true');
    const popup: ApiWindow = { parent: null, opener: { parent: top } };
    expect(findApi({ parent: popup }, 'API')?.('LMSInitialize', '')).toBe('true');
  });

  test('finds none without an error: no parents, a window that is its own parent, windows of other sites, a loop', () => {
    expect(findApi({ parent: null }, 'API')).toBeNull();
    const own: { parent: ApiWindow | null } = { parent: null };
    own.parent = own as ApiWindow;
    expect(findApi(own as ApiWindow, 'API')).toBeNull();
    const foreign = new Proxy({} as ApiWindow, {
      get: () => {
        throw new DOMException('Blocked', 'SecurityError');
      },
    });
    expect(findApi({ parent: foreign, opener: foreign }, 'API')).toBeNull();
    const [a, b]: { parent: ApiWindow | null }[] = [{ parent: null }, { parent: null }];
    if (a && b) {
      a.parent = b as ApiWindow;
      b.parent = a as ApiWindow;
    }
    expect(findApi(a as ApiWindow, 'API')).toBeNull();
  });

  test('passes by a window of another site between us and the platform', () => {
    const top = { parent: null, API: api } as unknown as ApiWindow;
    const between = {
      get API() {
        throw new DOMException('Blocked', 'SecurityError');
      },
      parent: top,
    } as unknown as ApiWindow;
    expect(findApi({ parent: between }, 'API')).not.toBeNull();
  });

  test('an API that throws or gives nothing gives empty texts', () => {
    const broken = {
      LMSInitialize: () => {
        throw new Error('down');
      },
      LMSGetValue: () => undefined,
      LMSCommit: () => true,
    };
    const call = findApi({ parent: null, API: broken } as unknown as ApiWindow, 'API');
    expect(call && ['LMSInitialize', 'LMSGetValue', 'LMSFinish', 'LMSCommit'].map((one) => call(one, ''))).toEqual([
      '',
      '',
      '',
      'true',
    ]);
  });
});
