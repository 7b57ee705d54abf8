import { solveExercise, type AttemptState } from '#exercise';
import { attemptKey, formatAttempt } from '#learner';
import { createScorm12, createScorm2004, findApi, openTracker, type ApiWindow } from '#lms';
import { Scorm12API, Scorm2004API } from 'scorm-again';
import { describe, expect, test } from 'vitest';
import { answered, galleryExercises, galleryModule } from './modules.ts';
import { TestClock } from './platform.ts';

// The same as against our own strict platform, in one that others have written.

type Api = Record<string, (...values: string[]) => string>;

/** A platform whose refusals are written down; `data` is what a launch before has left. */
function launch(version: '1.2' | '2004', data: object | null) {
  const settings = { autocommit: false, logLevel: 5 } as const;
  const api = version === '1.2' ? new Scorm12API(settings) : new Scorm2004API(settings);
  if (data) api.loadFromJSON(data as never, '');
  const refused: string[] = [];
  const calls = api as unknown as Api;
  const name = (call: string) => (version === '1.2' ? `LMS${call}` : call);
  const watched = new Proxy(calls, {
    get: (target, key: string) => {
      const call = target[key];
      if (typeof call !== 'function') return call;
      return (...values: string[]) => {
        const result = call.apply(target, values);
        const error = Number(target[name('GetLastError')]?.());
        // 403: asked for what has no value yet, which is how one finds out.
        const isAsked = error === 403 && key.endsWith('GetValue');
        if (error !== 0 && !isAsked && !/Error|Diagnostic/u.test(key))
          refused.push(`${error} ${key}(${values.join(', ')})`);
        return result;
      };
    },
  });
  const window = { parent: null, [version === '1.2' ? 'API' : 'API_1484_11']: watched } as unknown as ApiWindow;
  return { window, refused, data: () => (api.renderCMIToJSONObject() as unknown as { cmi: object }).cmi };
}

async function open(version: '1.2' | '2004', data: object | null) {
  const platform = launch(version, data);
  const call = findApi(platform.window, version === '1.2' ? 'API' : 'API_1484_11');
  if (!call) throw new Error('the API was not found');
  const clock = new TestClock();
  const backEnd = version === '1.2' ? createScorm12(call) : createScorm2004(call);
  const describeIt = (id: string) => `Сұрақ ${id}`;
  return {
    platform,
    clock,
    tracker: await openTracker(galleryModule, backEnd, { clock, describe: describeIt, watch: () => undefined }),
  };
}

describe.each(['1.2', '2004'] as const)('scorm-again, SCORM %s', (version) => {
  test('takes every type of answer, and gives score, status, place and answers back at the next launch', async () => {
    const first = await open(version, null);
    expect(first.tracker.isConnected).toBe(true);
    first.tracker.move({ locale: 'az', lesson: galleryModule.lessons[3]?.id ?? '' });
    for (const { id, exercises } of galleryModule.lessons) {
      for (const { id: own, signature } of exercises) {
        const fullId = `${id}/${own}`;
        const exercise = galleryExercises.get(fullId);
        if (!exercise) throw new Error(`no ${fullId}`);
        const state: AttemptState = answered(exercise);
        first.tracker.change(attemptKey(fullId), () => formatAttempt({ signature, state, at: first.clock.now() }));
        await first.clock.pass(6_000);
      }
    }
    await first.tracker.finish();
    expect(first.platform.refused).toEqual([]);
    const data = first.platform.data();
    const expected =
      version === '1.2'
        ? { core: { lesson_status: 'passed', score: { raw: '100', min: '0', max: '100' } } }
        : { completion_status: 'completed', success_status: 'passed', score: { scaled: '1', raw: '100' } };
    expect(data).toMatchObject(expected);
    const second = await open(version, data);
    expect(second.tracker.place).toEqual({ locale: 'az', lesson: galleryModule.lessons[3]?.id });
    const kept = second.tracker.entries('attempt/');
    for (const [id, exercise] of galleryExercises) {
      const { state } = JSON.parse(kept.get(attemptKey(id)) ?? '{}') as { state?: AttemptState };
      expect(state?.response, id).toEqual(solveExercise(exercise));
    }
    await second.tracker.finish();
    expect(second.platform.refused).toEqual([]);
    expect(second.platform.data()).toMatchObject(expected);
  });

  test('nothing answered is incomplete, without a score', async () => {
    const first = await open(version, null);
    await first.clock.pass(6_000);
    await first.tracker.finish();
    expect(first.platform.refused).toEqual([]);
    expect(first.platform.data()).toMatchObject(
      version === '1.2'
        ? { core: { lesson_status: 'incomplete', score: { raw: '' } } }
        : { completion_status: 'incomplete', success_status: 'unknown', score: { raw: '' } },
    );
  });
});
