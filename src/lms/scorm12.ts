import type { InteractionType } from '#exercise';
import { writeResponse12 } from './learner-responses.ts';
import type { Objective } from './outcome.ts';
import { interactionId, percentOf, type BackEnd, type CheckedAnswer } from './report.ts';
import { createScorm, type Dialect, type Element, type Read } from './scorm.ts';
import type { ScormCall } from './scorm-api.ts';
import { raisedScore, raisedStatus, statusOf } from './standing.ts';

/** The types that SCORM 1.2 has; it has no name for what does not fit. */
const types: Partial<Record<InteractionType, string>> = {
  choice: 'choice',
  'true-false': 'true-false',
  matching: 'matching',
  sequencing: 'sequencing',
  'fill-in': 'fill-in',
  'long-fill-in': 'fill-in',
  likert: 'likert',
  numeric: 'numeric',
  performance: 'performance',
};

const dialect: Dialect = {
  kind: 'scorm12',
  room: 4096,
  calls: {
    initialize: 'LMSInitialize',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    finish: 'LMSFinish',
    lastError: 'LMSGetLastError',
  },
  open: (read) => ({
    mode: modeOf(read('cmi.core.lesson_mode')),
    state: read('cmi.suspend_data'),
    language: read('cmi.student_preference.language') || null,
    pass: passOf(read('cmi.student_data.mastery_score')),
  }),
  // From the first moment: a tab that is closed by force has then been left, and not ended.
  begin: (read) => [
    ...told('cmi.core.lesson_status', raisedStatus(read('cmi.core.lesson_status'), 'incomplete')),
    ['cmi.core.exit', 'suspend'],
  ],
  // The standard's word for it. Moodle makes `completed` of a preview that ends without a status, and keeps it.
  browse: (read) => told('cmi.core.lesson_status', raisedStatus(read('cmi.core.lesson_status'), 'browsed')),
  values: ({ state, place, outcome, seconds }, read) => [
    ['cmi.suspend_data', state],
    ...(place ? [['cmi.core.lesson_location', place] as const] : []),
    ['cmi.core.session_time', clockOf(seconds)],
    ...scoreElements('cmi.core', read, outcome.score),
    ...told('cmi.core.lesson_status', raisedStatus(read('cmi.core.lesson_status'), statusOf(outcome))),
  ],
  interactions: (answer) =>
    writeResponse12(answer.exercise, answer.response).map((written) => [
      ['id', idOf(answer, written.part)],
      ['type', types[written.type] ?? 'performance'],
      ['time', timeOf(answer.at)],
      ...(written.pattern === null ? [] : [['correct_responses.0.pattern', written.pattern] as const]),
      ['student_response', written.response],
      ['result', (written.correct ?? answer.correct) ? 'correct' : 'wrong'],
      ['weighting', '1'],
    ]),
  objective: (objective, read) => [
    ...scoreElements('', read, objective.score),
    ...told('status', raisedStatus(read('status'), statusOfObjective(objective))),
  ],
};

export function createScorm12(call: ScormCall): BackEnd {
  return createScorm(call, dialect);
}

function modeOf(mode: string): 'normal' | 'browse' | 'review' {
  return mode === 'browse' || mode === 'review' ? mode : 'normal';
}

/** What the teacher has set in the platform stands above the package's own. */
function passOf(mastery: string): number | null {
  const score = mastery.trim() === '' ? NaN : Number(mastery);
  return score >= 0 && score <= 100 ? score / 100 : null;
}

function scoreElements(path: string, read: Read, score: number | null): Element[] {
  const name = (part: string) => (path ? `${path}.score.${part}` : `score.${part}`);
  const raw = raisedScore(read(name('raw')), score === null ? null : percentOf(score));
  return raw === null
    ? []
    : [
        [name('min'), '0'],
        [name('max'), '100'],
        [name('raw'), raw],
      ];
}

function told(element: string, value: string | null): Element[] {
  return value === null ? [] : [[element, value]];
}

function statusOfObjective({ started, completed, passed }: Objective) {
  if (passed !== null) return passed ? 'passed' : 'failed';
  return completed ? 'completed' : started ? 'incomplete' : 'not attempted';
}

function idOf({ fullId }: CheckedAnswer, part: string | null): string {
  return part === null ? interactionId(fullId) : `${interactionId(fullId)}_${part}`;
}

/** HHHH:MM:SS.SS of a length of time. */
function clockOf(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(Math.min(9999, Math.floor(whole / 3600))).padStart(4, '0')}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** The time of the day at which it was answered, in UTC. */
function timeOf(at: number): string {
  return new Date(at).toISOString().slice(11, 19);
}
