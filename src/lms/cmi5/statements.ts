import { writeResponse2004 } from '../learner-responses.ts';
import { interactionId, type CheckedAnswer } from '../report.ts';

type Json = Readonly<Record<string, unknown>>;

/** What the platform has prepared for this session (cmi5 10.0, `LMS.LaunchData`). */
export interface LaunchData {
  readonly contextTemplate: Json;
  readonly launchMode: string;
  readonly masteryScore: number | null;
  readonly returnURL: string | null;
}

/** What is in every statement of a session. */
export interface Session {
  readonly actor: Json;
  readonly activityId: string;
  readonly registration: string;
  readonly data: LaunchData;
}

/** What is said anew in each statement. */
export interface Saying {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export type Statement = Json;

const verbs = 'http://adlnet.gov/expapi/verbs/';
const cmi5 = 'https://w3id.org/xapi/cmi5/context/';
const category = { id: `${cmi5}categories/cmi5` };
const moveOn = { id: `${cmi5}categories/moveon` };

export function readLaunchData(value: unknown): LaunchData {
  const data = isObject(value) ? value : {};
  const { contextTemplate, launchMode, masteryScore, returnURL } = data;
  return {
    contextTemplate: isObject(contextTemplate) ? contextTemplate : {},
    launchMode: typeof launchMode === 'string' ? launchMode : 'Normal',
    masteryScore: typeof masteryScore === 'number' && masteryScore >= 0 && masteryScore <= 1 ? masteryScore : null,
    returnURL: typeof returnURL === 'string' && /^https?:\/\//u.test(returnURL) ? returnURL : null,
  };
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function initialized(session: Session, saying: Saying): Statement {
  return defined('initialized', session, saying, {});
}

export function terminated(session: Session, saying: Saying, seconds: number): Statement {
  return defined('terminated', session, saying, { result: { duration: durationOf(seconds) } });
}

/** Says that enough is answered; at most once in a registration. */
export function completed(session: Session, saying: Saying, seconds: number): Statement {
  const result = { completion: true, duration: durationOf(seconds) };
  return defined('completed', session, saying, { result, categories: [category, moveOn] });
}

/** Says that the score was reached, or not; `passed` at most once in a registration, and `failed` never after it. */
export function judged(
  session: Session,
  saying: Saying,
  { passed, score, seconds }: { readonly passed: boolean; readonly score: number; readonly seconds: number },
): Statement {
  const { masteryScore } = session.data;
  return defined(passed ? 'passed' : 'failed', session, saying, {
    result: {
      success: passed,
      score: { scaled: Math.round(score * 10_000) / 10_000, raw: Math.round(score * 10_000) / 100, min: 0, max: 100 },
      duration: durationOf(seconds),
    },
    categories: [category, moveOn],
    extensions: masteryScore === null ? {} : { [`${cmi5}extensions/masteryscore`]: masteryScore },
  });
}

/**
 * Says what was answered, one statement for each part that is told of by itself (cmi5 allows statements of its verbs and
 * others; these are not of the category cmi5).
 *
 * @param iri names the module wherever it stands
 */
export function answered(
  session: Session,
  answer: CheckedAnswer,
  { iri, nextId }: { readonly iri: string; nextId(): string },
): Statement[] {
  const { exercise, response, correct, score, confidence, hints, at, locale, description } = answer;
  return writeResponse2004(exercise, response).map(({ part, type, response: text, pattern, correct: own }) => {
    const name = part === null ? interactionId(answer.fullId) : `${interactionId(answer.fullId)}_${part}`;
    const object = {
      objectType: 'Activity',
      id: `${iri}#${name}`,
      definition: {
        type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
        interactionType: type,
        ...(description ? { description: { [locale]: description } } : {}),
        ...(pattern ? { correctResponsesPattern: [pattern] } : {}),
      },
    };
    const isRight = own ?? correct;
    const known = { confidence, hints: hints || null };
    const extensions = Object.fromEntries(
      Object.entries(known).flatMap(([key, value]) => (value === null ? [] : [[`${iri}#${key}`, value]])),
    );
    const result = {
      response: text,
      success: isRight,
      score: { scaled: part === null ? Math.round(score * 10_000) / 10_000 : Number(isRight) },
      ...(part === null && Object.keys(extensions).length ? { extensions } : {}),
    };
    return {
      ...say('answered', session, { id: nextId(), at }),
      object,
      result,
      context: { ...contextOf(session, [], {}), language: locale },
    };
  });
}

interface Defined {
  readonly result?: Json;
  readonly categories?: readonly Json[];
  readonly extensions?: Json;
}

function defined(
  verb: string,
  session: Session,
  saying: Saying,
  { result, categories = [category], extensions = {} }: Defined,
): Statement {
  return {
    ...say(verb, session, saying),
    object: { objectType: 'Activity', id: session.activityId },
    ...(result ? { result } : {}),
    context: contextOf(session, categories, extensions),
  };
}

function say(verb: string, { actor }: Session, { id, at }: Saying): Json {
  return {
    id,
    actor,
    verb: { id: verbs + verb, display: { en: verb } },
    timestamp: new Date(at).toISOString(),
  };
}

/** The platform's template, with what a statement adds to its lists; nothing of it may be left out or replaced. */
function contextOf({ data, registration }: Session, categories: readonly Json[], extensions: Json): Json {
  const { contextTemplate: template } = data;
  const activities = isObject(template['contextActivities']) ? template['contextActivities'] : {};
  const known = Array.isArray(activities['category']) ? (activities['category'] as unknown[]) : [];
  const all = [...known, ...categories.filter(({ id }) => !known.some((one) => isObject(one) && one['id'] === id))];
  return {
    ...template,
    registration,
    contextActivities: { ...activities, ...(all.length ? { category: all } : {}) },
    extensions: { ...(isObject(template['extensions']) ? template['extensions'] : {}), ...extensions },
  };
}

function durationOf(seconds: number): string {
  return `PT${Math.max(0, Math.round(seconds * 100) / 100)}S`;
}
