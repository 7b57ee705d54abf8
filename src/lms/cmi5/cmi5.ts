import type { Outcome } from '../outcome.ts';
import type { BackEnd, Launch, Report } from '../report.ts';
import {
  answered,
  completed,
  initialized,
  isObject,
  judged,
  readLaunchData,
  terminated,
  type Session,
  type Statement,
} from './statements.ts';

/** What a platform puts into the address that it launches (cmi5 8.1). */
export interface LaunchParameters {
  readonly endpoint: string;
  /** Where the token is fetched, once. */
  readonly fetch: string;
  /** JSON of the learner's agent. */
  readonly actor: string;
  readonly registration: string;
  readonly activityId: string;
}

export interface LrsRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The page may be gone before it has arrived. */
  readonly keepalive?: boolean;
}

/** What a back end for cmi5 asks of the world. */
export interface Cmi5World {
  /** The status and the text of an answer. @throws where there is none */
  ask(request: LrsRequest): Promise<{ readonly status: number; readonly text: string }>;
  now(): number;
  /** A new UUID. */
  nextId(): string;
  /** Names the module wherever it stands. */
  readonly iri: string;
}

/** What we keep beside the platform's own documents. */
const stateId = 'bilig';
const version = '1.0.3';
/** Bytes that a browser sends for a page that is gone; together with the statements of the end. */
const room = 30_000;

/** What was said already in this registration. */
interface Said {
  readonly completed: boolean;
  readonly passed: boolean;
  /** The score that was last said to be too low. */
  readonly failed: number | null;
}

interface Kept extends Said {
  readonly state: string;
}

const nothing: Kept = { state: '', completed: false, passed: false, failed: null };

/** A back end for cmi5 (xAPI). Nothing of it blocks the page. */
export function createCmi5(parameters: LaunchParameters, world: Cmi5World): BackEnd {
  const endpoint = parameters.endpoint.replace(/\/?$/u, '/');
  let session: Session | null = null;
  let token = '';
  let exit: string | null = null;
  let kept = nothing;
  /** What of it has arrived. */
  let arrived = saidIn(nothing);
  /** What the platform keeps for us. */
  let stored = '';
  let queue: readonly Statement[] = [];

  const headers = () => ({ Authorization: `Basic ${token}`, 'X-Experience-API-Version': version });
  const about = (name: string, id: string, withRegistration = true) => {
    const fields = {
      [name]: id,
      ...(withRegistration ? { activityId: parameters.activityId, registration: parameters.registration } : {}),
      agent: parameters.actor,
    };
    return Object.entries(fields)
      .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
      .join('&');
  };
  const stateUrl = (id: string) => `${endpoint}activities/state?${about('stateId', id)}`;
  const isNormal = () => session?.data.launchMode === 'Normal';

  const read = async (url: string): Promise<unknown> => {
    const { status, text } = await world.ask({ method: 'GET', url, headers: headers() });
    if (status === 404) return null;
    if (status !== 200) throw new Error(`${status} ${url}`);
    return JSON.parse(text) as unknown;
  };

  const post = async (statements: readonly Statement[], keepalive: boolean): Promise<boolean> => {
    const { status } = await world.ask({
      method: 'POST',
      url: `${endpoint}statements`,
      headers: { ...headers(), 'Content-Type': 'application/json' },
      body: JSON.stringify(statements),
      keepalive,
    });
    // 409: it was said before, and the answer to that was lost.
    return status === 200 || status === 204 || status === 409;
  };

  const put = async (json: string, keepalive: boolean): Promise<boolean> => {
    const { status } = await world.ask({
      method: 'PUT',
      url: stateUrl(stateId),
      headers: { ...headers(), 'Content-Type': 'application/json' },
      body: json,
      keepalive,
    });
    return status === 204 || status === 200;
  };

  const store = async (whole: Kept): Promise<void> => {
    const json = JSON.stringify(whole);
    if (json !== stored && (await put(json, false))) stored = json;
  };

  /** What there is to say of a report, and what is to be kept when it is said. */
  const sayingsOf = (report: Report, isEnd: boolean): { statements: Statement[]; next: Kept } => {
    if (!session) return { statements: [], next: kept };
    const current = session;
    const { answers, outcome, seconds, state } = report;
    const saying = () => ({ id: world.nextId(), at: world.now() });
    const statements = answers.flatMap((answer) => answered(current, answer, world));
    if (outcome.completed && !kept.completed) statements.push(completed(current, saying(), seconds));
    const judgement = judgementOf(outcome, kept, isEnd);
    if (judgement) statements.push(judged(current, saying(), { ...judgement, seconds }));
    return {
      statements,
      next: {
        state,
        completed: kept.completed || outcome.completed,
        passed: kept.passed || judgement?.passed === true,
        failed: judgement?.passed === false ? judgement.score : kept.failed,
      },
    };
  };

  const begin = async (): Promise<Launch> => {
    const answer = await world.ask({ method: 'POST', url: parameters.fetch, headers: {} });
    const given = JSON.parse(answer.text) as unknown;
    const found = isObject(given) ? given['auth-token'] : undefined;
    if (typeof found !== 'string' || !found) throw new Error('no token');
    token = found;
    const [data, preferences, own] = await Promise.all([
      read(stateUrl('LMS.LaunchData')).then(readLaunchData),
      // Neither these nor what we keep need be there.
      read(`${endpoint}agents/profile?${about('profileId', 'cmi5LearnerPreferences', false)}`).catch(() => null),
      read(stateUrl(stateId)),
    ]);
    exit = data.returnURL;
    kept = readKept(own);
    arrived = saidIn(kept);
    stored = JSON.stringify(kept);
    const { activityId, registration } = parameters;
    session = { actor: JSON.parse(parameters.actor) as Session['actor'], activityId, registration, data };
    const first = initialized(session, { id: world.nextId(), at: world.now() });
    if (!(await post([first], false))) throw new Error('not initialized');
    const language = isObject(preferences) ? preferences['languagePreference'] : null;
    const mode = data.launchMode === 'Browse' ? 'browse' : data.launchMode === 'Review' ? 'review' : 'normal';
    return {
      mode,
      state: kept.state,
      language: typeof language === 'string' ? language : null,
      pass: data.masteryScore,
    };
  };

  return {
    kind: 'cmi5',
    room,
    get exit() {
      return exit;
    },
    open: () => begin().catch(() => null),
    send: async (report) => {
      if (!session || !isNormal()) return true;
      const { statements, next } = sayingsOf(report, false);
      queue = [...queue, ...statements];
      // What the queue says is said once it is in it; it is told until it has arrived.
      kept = next;
      const going = queue;
      try {
        await store({ ...kept, ...arrived });
        if (going.length === 0 || (await post(going, false))) {
          queue = queue.slice(going.length);
          arrived = saidIn(next);
        }
        // Only now: what is kept as said is never said again, and a page can be gone between the two.
        await store({ ...kept, ...arrived });
        return JSON.stringify(kept) === stored && queue.length === 0;
      } catch {
        return false;
      }
    },
    finish: async (report) => {
      if (!session) return;
      const { statements, next } = isNormal() ? sayingsOf(report, true) : { statements: [], next: kept };
      const end = terminated(session, { id: world.nextId(), at: world.now() }, report.seconds);
      const json = JSON.stringify(next);
      // Both are on their way before this page can be gone.
      const going = [
        ...(json !== stored && isNormal() ? [put(json, true)] : []),
        post([...queue, ...statements, end], true),
      ];
      session = null;
      await Promise.allSettled(going);
    },
  };
}

/**
 * What is to be said of the score now; null where nothing is. A session may say once that it was passed or failed, and a
 * registration once that it was passed (cmi5 9.3), so the first word is the last one: it waits for the answers that are
 * missing, and a failure, which another answer may still mend, for the end.
 */
function judgementOf({ passed, score, allScored }: Outcome, kept: Kept, isEnd: boolean) {
  if (passed === null || score === null || kept.passed) return null;
  if (passed) return allScored || isEnd ? { passed, score } : null;
  return isEnd && kept.failed !== score ? { passed, score } : null;
}

function saidIn({ completed, passed, failed }: Said): Said {
  return { completed, passed, failed };
}

function readKept(value: unknown): Kept {
  if (!isObject(value)) return nothing;
  const { state, completed: isCompleted, passed, failed } = value;
  return {
    state: typeof state === 'string' ? state : '',
    completed: isCompleted === true,
    passed: passed === true,
    failed: typeof failed === 'number' ? failed : null,
  };
}
