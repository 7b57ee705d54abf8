import type { Objective } from './outcome.ts';
import type { BackEnd, CheckedAnswer, Launch, Report } from './report.ts';
import type { ScormCall } from './scorm-api.ts';

/** An element of the data model and its value. */
export type Element = readonly [name: string, value: string];

/** What an element is, by what the platform says or what it was set to. */
export type Read = (element: string) => string;

/** What differs between the two versions of SCORM. */
export interface Dialect {
  readonly kind: 'scorm12' | 'scorm2004';
  readonly room: number;
  readonly calls: Readonly<Record<'initialize' | 'get' | 'set' | 'commit' | 'finish' | 'lastError', string>>;
  open(read: Read): Launch;
  begin(read: Read): readonly Element[];
  /** What is written of a session in which the learner only looks. */
  browse(read: Read): readonly Element[];
  values(report: Report, read: Read): readonly Element[];
  /** Elements below `cmi.interactions.n`: one list for each interaction that an answer is told of as. */
  interactions(answer: CheckedAnswer): readonly (readonly Element[])[];
  /** Elements below `cmi.objectives.n`, without the id. */
  objective(objective: Objective, read: Read): readonly Element[];
}

/** A back end for SCORM. Its calls block until the platform has answered: whoever uses it calls it when nobody waits. */
export function createScorm(call: ScormCall, dialect: Dialect): BackEnd {
  const { calls } = dialect;
  /** What the platform has, as far as it is known. */
  const known = new Map<string, string>();
  const slots = new Map<string, number>();
  const missing = new Set<string>();
  let mode: Launch['mode'] = 'normal';
  let interactions = 0;
  let isOpen = false;

  const read: Read = (element) => {
    const value = known.get(element) ?? call(calls.get, element);
    known.set(element, value);
    return value;
  };

  const set = ([element, value]: Element): boolean => {
    if (known.get(element) === value) return true;
    if (call(calls.set, element, value) !== 'true') return false;
    known.set(element, value);
    return true;
  };

  /** A part of the data model that platforms may leave out: after the first refusal it is let be. */
  const setPart = (part: string, elements: readonly Element[]): void => {
    for (const element of elements) {
      if (missing.has(part)) return;
      const isId = element[0].endsWith('.id');
      if (!set(element) && isId) missing.add(part);
    }
  };

  const countOf = (part: string) => {
    const count = Number(call(calls.get, `cmi.${part}._count`) || NaN);
    return Number.isSafeInteger(count) && count >= 0 ? count : 0;
  };

  const openObjectives = () => {
    const count = countOf('objectives');
    for (let slot = 0; slot < count; slot += 1) slots.set(read(`cmi.objectives.${slot}.id`), slot);
  };

  const tellAnswers = (answers: readonly CheckedAnswer[]) => {
    for (const elements of answers.flatMap((answer) => dialect.interactions(answer))) {
      const path = `cmi.interactions.${interactions}`;
      setPart(
        'interactions',
        elements.map(([name, value]) => [`${path}.${name}`, value]),
      );
      interactions += 1;
    }
  };

  const tellObjectives = (objectives: readonly Objective[]) => {
    for (const objective of objectives) {
      const slot = slots.get(objective.id);
      if (slot === undefined && !objective.started) continue;
      const at = slot ?? slots.size;
      const path = `cmi.objectives.${at}`;
      // Asked only of what the platform has: of what is not there some make an error.
      const ask: Read = (name) => (slot === undefined ? (known.get(`${path}.${name}`) ?? '') : read(`${path}.${name}`));
      const own = dialect.objective(objective, ask).map(([name, value]): Element => [`${path}.${name}`, value]);
      setPart('objectives', [...(slot === undefined ? [[`${path}.id`, objective.id] as const] : []), ...own]);
      if (!missing.has('objectives')) slots.set(objective.id, at);
    }
  };

  const tell = (report: Report): boolean => {
    const values = dialect.values(report, read);
    const isKept = values.map(set).every(Boolean);
    tellAnswers(report.answers);
    tellObjectives(report.outcome.objectives);
    return isKept;
  };

  return {
    kind: dialect.kind,
    room: dialect.room,
    exit: null,
    open: () => {
      isOpen = call(calls.initialize, '') === 'true';
      if (!isOpen) return null;
      const launch = dialect.open(read);
      ({ mode } = launch);
      if (mode === 'browse') for (const element of dialect.browse(read)) set(element);
      if (mode !== 'normal') return launch;
      interactions = countOf('interactions');
      openObjectives();
      for (const element of dialect.begin(read)) set(element);
      return launch;
    },
    send: (report) => {
      if (!isOpen || mode !== 'normal') return true;
      const isKept = tell(report);
      return call(calls.commit, '') === 'true' && isKept;
    },
    finish: (report) => {
      if (!isOpen) return;
      if (mode === 'normal') {
        tell(report);
        call(calls.commit, '');
      }
      isOpen = false;
      call(calls.finish, '');
    },
  };
}
