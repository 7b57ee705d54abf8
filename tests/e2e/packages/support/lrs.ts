import type { IncomingMessage, ServerResponse } from 'node:http';

// A learning record store with the rules of cmi5 that a unit can break: the token is fetched once, the first statement
// is `initialized`, the last `terminated`, the template stands in every context, nothing is said twice, and a session
// passes or fails once.

type Json = Record<string, unknown>;

export interface Statement extends Json {
  readonly id: string;
  readonly verb: { readonly id: string };
  readonly object: { readonly id: string; readonly definition?: Json };
  readonly context: Json & { readonly contextActivities: { readonly category?: readonly { readonly id: string }[] } };
  readonly result?: Json & { readonly score?: { readonly scaled: number } };
}

export interface LrsLaunch {
  readonly mode?: 'Normal' | 'Browse' | 'Review';
  readonly mastery?: number;
  readonly language?: string;
  /** Milliseconds for which each answer is held back. */
  readonly slow?: number;
  /** Answers nothing but errors. */
  readonly dead?: boolean;
}

export interface FakeLrs {
  readonly faults: string[];
  /** In the order in which they arrived. */
  readonly statements: Statement[];
  /** What was kept of a module, by registration. */
  readonly states: ReadonlyMap<string, string>;
  /** Prepares a launch and gives the query of its address. */
  prepare(origin: string, launch?: LrsLaunch): string;
  /** True for what it has answered. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
}

export const verb = (name: string): string => `http://adlnet.gov/expapi/verbs/${name}`;
const registration = '8a7b6c5d-4e3f-4a2b-9c1d-0e1f2a3b4c5d';
const activityId = 'https://platform.example/activities/1';
const actor = { objectType: 'Agent', account: { homePage: 'https://platform.example', name: 'Айгерім' } };
const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u;
const cmi5Category = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const moveOnCategory = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
const sessionKey = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const masteryKey = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
const defined = ['initialized', 'completed', 'passed', 'failed', 'terminated'].map(verb);

export function createLrs(): FakeLrs {
  const faults: string[] = [];
  const statements: Statement[] = [];
  const states = new Map<string, string>();
  let sessions = 0;
  let launch: LrsLaunch = {};
  let token: string | null = null;
  let isFetched = false;
  /** Of this session. */
  let said: Statement[] = [];

  const fault = (what: string) => void faults.push(what);

  const check = (statement: Statement) => {
    const { verb: spoken, context, object, result = {} } = statement;
    const name = spoken.id.split('/').at(-1) ?? '';
    const categories = (context.contextActivities.category ?? []).map(({ id }) => id);
    const isDefined = defined.includes(spoken.id);
    if (!uuid.test(statement.id)) fault(`${name}: the id ${statement.id}`);
    if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(String(statement['timestamp']))) fault(`${name}: no timestamp`);
    if (JSON.stringify(statement['actor']) !== JSON.stringify(actor)) fault(`${name}: another actor`);
    if (context['registration'] !== registration) fault(`${name}: no registration`);
    if ((context['extensions'] as Json | undefined)?.[sessionKey] !== `session-${sessions}`)
      fault(`${name}: no session`);
    if (!JSON.stringify(context.contextActivities).includes('https://platform.example/courses/1'))
      fault(`${name}: the template was left out`);
    if (isDefined !== categories.includes(cmi5Category)) fault(`${name}: the category cmi5`);
    if (['completed', 'passed', 'failed'].includes(name) !== categories.includes(moveOnCategory))
      fault(`${name}: the category moveon`);
    if (isDefined !== (object.id === activityId)) fault(`${name}: about ${object.id}`);
    if (said.length === 0 && name !== 'initialized') fault(`${name} before initialized`);
    if (said.some((one) => one.verb.id === verb('terminated'))) fault(`${name} after terminated`);
    if (isDefined && said.some((one) => one.verb.id === spoken.id)) fault(`${name} twice in a session`);
    const judged = [verb('passed'), verb('failed')];
    if (judged.includes(spoken.id) && said.some((one) => judged.includes(one.verb.id)))
      fault(`${name} in a session that was judged before`);
    const mode = launch.mode ?? 'Normal';
    if (mode !== 'Normal' && !['initialized', 'terminated'].includes(name)) fault(`${name} in mode ${mode}`);
    const before = statements.map((one) => one.verb.id);
    if (['completed', 'passed'].includes(name) && before.includes(spoken.id)) fault(`${name} twice`);
    if (name === 'failed' && before.includes(verb('passed'))) fault('failed after passed');
    if (name === 'completed' && (result['completion'] !== true || result['score']))
      fault(`completed: ${JSON.stringify(result)}`);
    if (name === 'passed' && result['success'] !== true) fault('passed without success');
    if (name === 'failed' && result['success'] !== false) fault('failed with success');
    if (
      ['completed', 'passed', 'failed', 'terminated'].includes(name) &&
      !/^PT[\d.]+S$/u.test(String(result['duration']))
    )
      fault(`${name}: no duration`);
    if (
      ['passed', 'failed'].includes(name) &&
      launch.mastery !== undefined &&
      (context['extensions'] as Json)[masteryKey] !== launch.mastery
    )
      fault(`${name}: no mastery score`);
    if (name === 'answered' && !object.definition?.['interactionType']) fault('answered without a type');
  };

  const answer = (request: IncomingMessage, response: ServerResponse, body: string) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const send = (status: number, json?: unknown) => {
      const text = json === undefined ? '' : JSON.stringify(json);
      setTimeout(() => response.writeHead(status, { 'Content-Type': 'application/json' }).end(text), launch.slow ?? 0);
    };
    if (launch.dead) return send(500);
    const path = pathname.slice('/lrs/'.length);
    if (path === 'fetch') {
      if (request.method !== 'POST') fault('the token is fetched by POST');
      if (isFetched) fault('the token was fetched twice');
      isFetched = true;
      return send(200, { 'auth-token': token });
    }
    if (request.headers.authorization !== `Basic ${token}`)
      fault(`${path}: Authorization ${request.headers.authorization}`);
    if (request.headers['x-experience-api-version'] !== '1.0.3') fault(`${path}: no version`);
    if (path === 'statements') return takeStatements(body, send);
    if (JSON.stringify(JSON.parse(searchParams.get('agent') ?? 'null')) !== JSON.stringify(actor))
      fault(`${path}: another agent`);
    if (path === 'agents/profile')
      return launch.language ? send(200, { languagePreference: launch.language, audioPreference: 'on' }) : send(404);
    if (path !== 'activities/state') {
      fault(`no ${path}`);
      return send(404);
    }
    if (searchParams.get('activityId') !== activityId || searchParams.get('registration') !== registration)
      fault(`${path}: of something else`);
    return answerState(request, { id: searchParams.get('stateId') ?? '', body, send });
  };

  const takeStatements = (body: string, send: (status: number, json?: unknown) => void) => {
    const given = JSON.parse(body) as Statement | Statement[];
    const all = Array.isArray(given) ? given : [given];
    for (const statement of all) {
      const known = statements.find(({ id }) => id === statement.id);
      // Said again because the answer to it was lost: the same is let be.
      if (known && JSON.stringify(known) === JSON.stringify(statement)) continue;
      if (known) fault(`another statement of the id ${statement.id}`);
      check(statement);
      said.push(statement);
      statements.push(statement);
    }
    send(
      200,
      all.map(({ id }) => id),
    );
  };

  const answerState = (
    request: IncomingMessage,
    { id, body, send }: { readonly id: string; readonly body: string; send(status: number, json?: unknown): void },
  ) => {
    if (id === 'LMS.LaunchData') {
      if (request.method !== 'GET') fault('the launch data are the platform’s');
      return send(200, {
        contextTemplate: {
          contextActivities: { grouping: [{ objectType: 'Activity', id: 'https://platform.example/courses/1' }] },
          extensions: { [sessionKey]: `session-${sessions}` },
        },
        launchMode: launch.mode ?? 'Normal',
        launchMethod: 'AnyWindow',
        moveOn: 'CompletedAndPassed',
        ...(launch.mastery === undefined ? {} : { masteryScore: launch.mastery }),
        returnURL: `http://${request.headers.host}/away`,
      });
    }
    if (request.method === 'PUT') {
      if ((launch.mode ?? 'Normal') !== 'Normal') fault(`${id} was kept in mode ${launch.mode}`);
      if (body.length > 64_000) fault(`${id} has ${body.length} characters`);
      JSON.parse(body);
      states.set(registration, body);
      return send(204);
    }
    const state = states.get(registration);
    return state === undefined ? send(404) : send(200, JSON.parse(state));
  };

  return {
    faults,
    statements,
    states,
    prepare: (origin, next = {}) => {
      sessions += 1;
      launch = next;
      token = Buffer.from(`bilig:${sessions}`).toString('base64');
      isFetched = false;
      said = [];
      const parameters = {
        endpoint: `${origin}/lrs/`,
        fetch: `${origin}/lrs/fetch?session=${sessions}`,
        actor: JSON.stringify(actor),
        registration,
        activityId,
      };
      return new URLSearchParams(parameters).toString();
    },
    answer: (request, response) => {
      if (!request.url?.startsWith('/lrs/')) return false;
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => answer(request, response, Buffer.concat(chunks).toString('utf8')));
      return true;
    },
  };
}
