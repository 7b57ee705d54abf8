import { writeResponse2004 } from './learner-responses.ts';
import type { Objective, Outcome } from './outcome.ts';
import { interactionId, percentOf, type BackEnd, type CheckedAnswer } from './report.ts';
import { createScorm, type Dialect, type Element, type Read } from './scorm.ts';
import type { ScormCall } from './scorm-api.ts';
import { raisedScore } from './standing.ts';

const dialect: Dialect = {
  kind: 'scorm2004',
  room: 64_000,
  calls: {
    initialize: 'Initialize',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    finish: 'Terminate',
    lastError: 'GetLastError',
  },
  open: (read) => ({
    mode: modeOf(read('cmi.mode')),
    state: read('cmi.suspend_data'),
    language: read('cmi.learner_preference.language') || null,
    pass: passOf(read('cmi.scaled_passing_score')),
  }),
  begin: (read) => [...raised('cmi.completion_status', read, 'incomplete'), ['cmi.exit', 'suspend']],
  browse: () => [],
  values: ({ state, place, outcome, seconds }, read) => [
    ['cmi.suspend_data', state],
    ...(place ? [['cmi.location', place] as const] : []),
    ['cmi.session_time', durationOf(seconds)],
    ...progressElement(read, outcome.progress),
    ...scoreElements('cmi.', read, outcome.score),
    ...raised('cmi.completion_status', read, completionOf(outcome)),
    ...raised('cmi.success_status', read, successOf(outcome)),
  ],
  interactions: (answer) =>
    writeResponse2004(answer.exercise, answer.response).map((written) => [
      ['id', idOf(answer, written.part)],
      ['type', written.type],
      // A zone may follow a fraction of a second only (RTE 4.1.1.6).
      ['timestamp', `${new Date(answer.at).toISOString().slice(0, 22)}Z`],
      ...(written.pattern ? [['correct_responses.0.pattern', written.pattern] as const] : []),
      ['learner_response', written.response],
      ['result', (written.correct ?? answer.correct) ? 'correct' : 'incorrect'],
      ['weighting', '1'],
      ...(answer.description ? [['description', `{lang=${answer.locale}}${answer.description}`] as const] : []),
    ]),
  objective: (objective, read) => [
    ...scoreElements('', read, objective.score),
    ...raised('completion_status', read, objective.completed ? 'completed' : 'incomplete'),
    ...raised('success_status', read, successOf(objective)),
  ],
};

export function createScorm2004(call: ScormCall): BackEnd {
  return createScorm(call, dialect);
}

function modeOf(mode: string): 'normal' | 'browse' | 'review' {
  return mode === 'browse' || mode === 'review' ? mode : 'normal';
}

function passOf(threshold: string): number | null {
  const score = threshold.trim() === '' ? NaN : Number(threshold);
  return score >= -1 && score <= 1 ? Math.max(0, score) : null;
}

/** From nothing to everything; none takes back a later one. */
const ranks = ['', 'unknown', 'not attempted', 'incomplete', 'completed', 'failed', 'passed'];

function raised(element: string, read: Read, next: string): Element[] {
  return ranks.indexOf(next) > ranks.indexOf(read(element)) ? [[element, next]] : [];
}

function completionOf({ completed }: Outcome): string {
  return completed ? 'completed' : 'incomplete';
}

function successOf({ passed }: Pick<Objective, 'passed'>): string {
  return passed === null ? 'unknown' : passed ? 'passed' : 'failed';
}

function progressElement(read: Read, progress: number): Element[] {
  const value = raisedScore(read('cmi.progress_measure'), short(progress));
  return value === null ? [] : [['cmi.progress_measure', value]];
}

function scoreElements(path: string, read: Read, score: number | null): Element[] {
  const scaled = raisedScore(read(`${path}score.scaled`), score === null ? null : short(score));
  if (scaled === null || score === null) return [];
  return [
    [`${path}score.min`, '0'],
    [`${path}score.max`, '100'],
    [`${path}score.raw`, percentOf(score)],
    [`${path}score.scaled`, scaled],
  ];
}

/** With four decimals, rounded down. */
function short(share: number): string {
  return String(Math.floor(share * 10_000 + 1e-6) / 10_000);
}

function durationOf(seconds: number): string {
  return `PT${Math.max(0, Math.round(seconds))}S`;
}

function idOf({ fullId }: CheckedAnswer, part: string | null): string {
  return part === null ? interactionId(fullId) : `${interactionId(fullId)}_${part}`;
}
