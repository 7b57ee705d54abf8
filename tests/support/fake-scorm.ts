/**
 * A learning platform that takes nothing which a standard does not allow, and writes down every mistake. It stands
 * alone, without imports, so that browser tests can put it into a page as it is.
 *
 * What was set is kept at a commit and at the end; what a tab takes along when it crashes is lost, as in real platforms.
 */
export interface FakeOptions {
  /** How the module is opened; SCORM 1.2 platforms may leave it empty, which means normal. */
  readonly mode?: string;
  /** Hundredths in SCORM 1.2, from -1 to 1 in SCORM 2004; empty where none is asked for. */
  readonly mastery?: string;
  readonly language?: string;
  /** Milliseconds for which a commit blocks. */
  readonly slow?: number;
  /** Parts of the data model that the platform leaves out. */
  readonly without?: readonly ('interactions' | 'objectives')[];
  /** Refuses to be started. */
  readonly dead?: boolean;
  /** A commit fails. */
  readonly full?: boolean;
}

export type Stored = Record<string, string>;

interface Rule {
  readonly access: 'r' | 'w' | 'rw';
  readonly form?: RegExp;
  readonly most?: number;
}

const decimal = /^-?\d+(?:\.\d+)?$/;
const anything = /^[\s\S]*$/;
const identifier = /^[A-Za-z0-9_-]{1,255}$/;
const score: Rule = { access: 'rw', form: /^(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)?$/ };
const r: Rule = { access: 'r' };

const rules12: Record<string, Rule> = {
  'cmi.core._children': r,
  'cmi.core.student_id': r,
  'cmi.core.student_name': r,
  'cmi.core.lesson_location': { access: 'rw', form: /^[\x20-\x7e]*$/, most: 255 },
  'cmi.core.credit': r,
  'cmi.core.lesson_status': { access: 'rw', form: /^(?:passed|completed|failed|incomplete|browsed)$/ },
  'cmi.core.entry': r,
  'cmi.core.score._children': r,
  'cmi.core.score.raw': score,
  'cmi.core.score.min': score,
  'cmi.core.score.max': score,
  'cmi.core.total_time': r,
  'cmi.core.lesson_mode': r,
  'cmi.core.exit': { access: 'w', form: /^(?:time-out|suspend|logout|)$/ },
  'cmi.core.session_time': { access: 'w', form: /^\d{2,4}:\d{2}:\d{2}(?:\.\d{1,2})?$/ },
  'cmi.suspend_data': { access: 'rw', form: /^[\x20-\x7e]*$/, most: 4096 },
  'cmi.launch_data': r,
  'cmi.student_data.mastery_score': r,
  'cmi.student_preference.language': { access: 'rw', form: /^[\x20-\x7e]*$/, most: 255 },
  'cmi.objectives._children': r,
  'cmi.objectives._count': r,
  'cmi.objectives.n.id': { access: 'rw', form: identifier },
  'cmi.objectives.n.score.raw': score,
  'cmi.objectives.n.score.min': score,
  'cmi.objectives.n.score.max': score,
  'cmi.objectives.n.status': {
    access: 'rw',
    form: /^(?:passed|completed|failed|incomplete|browsed|not attempted)$/,
  },
  'cmi.interactions._children': r,
  'cmi.interactions._count': r,
  'cmi.interactions.n.id': { access: 'w', form: identifier },
  'cmi.interactions.n.time': { access: 'w', form: /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,2})?$/ },
  'cmi.interactions.n.type': {
    access: 'w',
    form: /^(?:true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/,
  },
  'cmi.interactions.n.correct_responses.n.pattern': { access: 'w', form: anything, most: 255 },
  'cmi.interactions.n.weighting': { access: 'w', form: decimal },
  'cmi.interactions.n.student_response': { access: 'w', form: anything, most: 255 },
  'cmi.interactions.n.result': { access: 'w', form: /^(?:correct|wrong|unanticipated|neutral|-?\d+(?:\.\d+)?)$/ },
};

const short = '[A-Za-z0-9_.~!*()%:-]{1,250}';
const scaled: Rule = { access: 'rw', form: /^-?(?:1(?:\.0+)?|0(?:\.\d+)?)$/ };
const number: Rule = { access: 'rw', form: decimal };
const completion: Rule = { access: 'rw', form: /^(?:completed|incomplete|not attempted|unknown)$/ };
const success: Rule = { access: 'rw', form: /^(?:passed|failed|unknown)$/ };

const rules2004: Record<string, Rule> = {
  'cmi._version': r,
  'cmi.completion_status': completion,
  'cmi.success_status': success,
  'cmi.completion_threshold': r,
  'cmi.scaled_passing_score': r,
  'cmi.credit': r,
  'cmi.entry': r,
  'cmi.exit': { access: 'w', form: /^(?:time-out|suspend|logout|normal|)$/ },
  'cmi.launch_data': r,
  'cmi.learner_id': r,
  'cmi.learner_name': r,
  'cmi.learner_preference.language': { access: 'rw', form: anything, most: 250 },
  'cmi.location': { access: 'rw', form: /^[\s\S]+$/, most: 1000 },
  'cmi.mode': r,
  'cmi.progress_measure': { access: 'rw', form: /^(?:1(?:\.0+)?|0(?:\.\d+)?)$/ },
  'cmi.score.scaled': scaled,
  'cmi.score.raw': number,
  'cmi.score.min': number,
  'cmi.score.max': number,
  'cmi.session_time': { access: 'w', form: /^PT(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,2})?S)?$/ },
  'cmi.suspend_data': { access: 'rw', form: anything, most: 64_000 },
  'cmi.total_time': r,
  'cmi.objectives._count': r,
  'cmi.objectives._children': r,
  'cmi.objectives.n.id': { access: 'rw', form: new RegExp(`^${short}$`) },
  'cmi.objectives.n.score.scaled': scaled,
  'cmi.objectives.n.score.raw': number,
  'cmi.objectives.n.score.min': number,
  'cmi.objectives.n.score.max': number,
  'cmi.objectives.n.success_status': success,
  'cmi.objectives.n.completion_status': completion,
  'cmi.objectives.n.description': { access: 'rw', form: anything, most: 270 },
  'cmi.interactions._count': r,
  'cmi.interactions._children': r,
  'cmi.interactions.n.id': { access: 'rw', form: new RegExp(`^${short}$`) },
  'cmi.interactions.n.type': {
    access: 'rw',
    form: /^(?:true-false|choice|fill-in|long-fill-in|matching|performance|sequencing|likert|numeric|other)$/,
  },
  'cmi.interactions.n.timestamp': {
    access: 'rw',
    form: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,2}(?:Z|[+-]\d{2}:\d{2})?)?$/,
  },
  'cmi.interactions.n.correct_responses._count': r,
  'cmi.interactions.n.correct_responses.n.pattern': { access: 'rw', form: anything },
  'cmi.interactions.n.weighting': number,
  'cmi.interactions.n.learner_response': { access: 'rw', form: anything },
  'cmi.interactions.n.result': { access: 'rw', form: /^(?:correct|incorrect|unanticipated|neutral|-?\d+(?:\.\d+)?)$/ },
  'cmi.interactions.n.description': { access: 'rw', form: anything, most: 270 },
};

/** Answers by the type of their interaction. */
const answers12: Record<string, RegExp> = {
  'true-false': /^[01tf]$/,
  choice: /^(?:[0-9a-z](?:,[0-9a-z])*)?$/,
  matching: /^(?:[0-9a-z]\.[0-9a-z](?:,[0-9a-z]\.[0-9a-z])*)?$/,
  sequencing: /^(?:[0-9a-z](?:,[0-9a-z])*)?$/,
  likert: /^[0-9a-z]?$/,
  numeric: decimal,
  'fill-in': anything,
  performance: /^[\x20-\x7e]*$/,
};
const pair = `${short}\\[\\.\\]${short}`;
const listOf = (item: string) => new RegExp(`^(?:${item}(?:\\[,\\]${item})*)?$`);
const answers2004: Record<string, RegExp> = {
  'true-false': /^(?:true|false)$/,
  choice: listOf(short),
  matching: listOf(pair),
  sequencing: listOf(short),
  likert: new RegExp(`^${short}$`),
  numeric: decimal,
  'fill-in': /^[\s\S]{0,250}$/,
  'long-fill-in': /^[\s\S]{0,4000}$/,
  performance: listOf(pair),
  other: anything,
};

/** One launch of a module. `stored` outlives it. */
export class FakeScorm {
  readonly faults: string[] = [];
  /** Names of the calls that were made, in order. */
  readonly calls: string[] = [];
  readonly #is12: boolean;
  readonly #stored: Stored;
  readonly #options: FakeOptions;
  #data: Stored = {};
  #phase: 'new' | 'open' | 'over' = 'new';
  #error = '0';

  constructor(version: '1.2' | '2004', stored: Stored, options: FakeOptions = {}) {
    this.#is12 = version === '1.2';
    this.#stored = stored;
    this.#options = options;
  }

  /** The object that stands in a window under `API` or `API_1484_11`. */
  api(): Record<string, (...values: unknown[]) => string> {
    const name = (call: string) => (this.#is12 ? `LMS${call}` : call);
    const calls: Record<string, (...values: string[]) => string> = {
      [name('Initialize')]: (...values) => this.#initialize(values),
      [this.#is12 ? 'LMSFinish' : 'Terminate']: (...values) => this.#finish(values),
      [name('GetValue')]: (element = '') => this.#get(element),
      [name('SetValue')]: (element = '', value = '') => this.#set(element, value),
      [name('Commit')]: (...values) => this.#commit(values),
      [name('GetLastError')]: () => this.#error,
      [name('GetErrorString')]: (code = '') => `error ${code}`,
      [name('GetDiagnostic')]: (code = '') => `error ${code}`,
    };
    return Object.fromEntries(
      Object.entries(calls).map(([call, run]) => [
        call,
        (...values: unknown[]) => {
          this.calls.push(call);
          for (const value of values) if (typeof value !== 'string') this.#fail('201', `${call}: no text`);
          return run(...values.map(String));
        },
      ]),
    );
  }

  #fail(code: string, what: string): string {
    this.#error = code;
    this.faults.push(`${code} ${what}`);
    return 'false';
  }

  #initialize(values: readonly string[]): string {
    if (values.join() !== '') return this.#fail('201', 'Initialize takes an empty text');
    if (this.#options.dead) {
      this.#error = '101';
      return 'false';
    }
    if (this.#phase !== 'new') return this.#fail(this.#phase === 'open' ? '103' : '104', 'Initialize a second time');
    this.#phase = 'open';
    this.#error = '0';
    const { mode = 'normal', mastery = '', language = '' } = this.#options;
    const wasLeft = this.#stored[this.#is12 ? 'cmi.core.exit' : 'cmi.exit'] === 'suspend';
    const isFirst = Object.keys(this.#stored).length === 0;
    this.#data = {
      ...(this.#is12
        ? { 'cmi.core.lesson_status': 'not attempted', 'cmi.core.lesson_location': '', 'cmi.core.score.raw': '' }
        : { 'cmi.completion_status': 'unknown', 'cmi.success_status': 'unknown' }),
      ...(wasLeft || mode === 'review' || !isFirst ? this.#stored : {}),
      ...(this.#is12
        ? {
            'cmi.core.entry': isFirst ? 'ab-initio' : 'resume',
            'cmi.core.lesson_mode': mode,
            'cmi.core.credit': 'credit',
            'cmi.student_data.mastery_score': mastery,
            'cmi.student_preference.language': language,
          }
        : {
            'cmi.entry': isFirst ? 'ab-initio' : 'resume',
            'cmi.mode': mode,
            'cmi.credit': 'credit',
            'cmi.scaled_passing_score': mastery,
            'cmi.learner_preference.language': language,
          }),
    };
    return 'true';
  }

  #isOpen(call: string): boolean {
    if (this.#phase === 'open') return true;
    this.#fail(this.#is12 ? '301' : this.#phase === 'new' ? '132' : '133', `${call} while it is ${this.#phase}`);
    return false;
  }

  #rule(element: string): Rule | undefined {
    const part = /^cmi\.(interactions|objectives)\b/.exec(element)?.[1] as 'interactions' | undefined;
    if (part && this.#options.without?.includes(part)) return undefined;
    return (this.#is12 ? rules12 : rules2004)[element.replace(/\.\d+(?=\.)/g, '.n')];
  }

  #count(list: string): number {
    const numbers = Object.keys(this.#data).flatMap((key) =>
      key.startsWith(`${list}.`) ? [Number(key.slice(list.length + 1).split('.')[0])] : [],
    );
    return numbers.length ? Math.max(...numbers) + 1 : 0;
  }

  #get(element: string): string {
    if (!this.#isOpen(`GetValue(${element})`)) return '';
    const rule = this.#rule(element);
    if (!rule) {
      // Asking is how a module finds out what a platform leaves out.
      this.#error = '401';
      if (!/^cmi\.(?:interactions|objectives)\._(?:count|children)$/.test(element)) this.#fail('401', `no ${element}`);
      return '';
    }
    if (rule.access === 'w') {
      this.#fail('404', `${element} cannot be read`);
      return '';
    }
    this.#error = '0';
    if (element.endsWith('._count')) return String(this.#count(element.slice(0, -'._count'.length)));
    const list = /^(cmi\.\w+)\.(\d+)\./.exec(element);
    if (list && Number(list[2]) >= this.#count(list[1] ?? '')) this.#fail('201', `no ${element}`);
    return this.#data[element] ?? '';
  }

  #set(element: string, value: string): string {
    if (!this.#isOpen(`SetValue(${element})`)) return 'false';
    const { mode } = this.#options;
    const isLook = mode === 'browse' && element === 'cmi.core.lesson_status' && value === 'browsed';
    if ((mode === 'review' || mode === 'browse') && !isLook) this.faults.push(`${element} was set in mode ${mode}`);
    const rule = this.#rule(element);
    if (!rule) {
      this.#error = '401';
      return this.#options.without?.some((part) => element.startsWith(`cmi.${part}.`))
        ? 'false'
        : this.#fail('401', `no ${element}`);
    }
    if (rule.access === 'r') return this.#fail('403', `${element} cannot be set`);
    if (!(rule.form ?? anything).test(value) || value.length > (rule.most ?? Infinity))
      return this.#fail('405', `${element} = ${value.slice(0, 80)} (${value.length} characters)`);
    const list = /^(cmi\.\w+)\.(\d+)\.(.+)$/.exec(element);
    if (list) {
      const [, name = '', number = '', member = ''] = list;
      if (Number(number) > this.#count(name)) return this.#fail('201', `${element} leaves a gap`);
      if (member !== 'id' && this.#data[`${name}.${number}.id`] === undefined)
        return this.#fail('408', `${element} before its id`);
      if (/_response$|\.pattern$/.test(member)) {
        const type = this.#data[`${name}.${number}.type`] ?? '';
        const form = (this.#is12 ? answers12 : answers2004)[type];
        if (!form) return this.#fail('408', `${element} before its type`);
        if (!form.test(value)) return this.#fail('405', `${element} = ${value} for ${type}`);
      }
    }
    if (!this.#is12 && element === 'cmi.score.raw' && Number(value) < Number(this.#data['cmi.score.min'] ?? -Infinity))
      return this.#fail('407', `${element} = ${value}`);
    this.#data[element] = value;
    this.#error = '0';
    return 'true';
  }

  #commit(values: readonly string[]): string {
    if (values.join() !== '') return this.#fail('201', 'Commit takes an empty text');
    if (!this.#isOpen('Commit')) return 'false';
    const until = Date.now() + (this.#options.slow ?? 0);
    while (Date.now() < until);
    if (this.#options.full) {
      this.#error = '391';
      return 'false';
    }
    this.#keep();
    this.#error = '0';
    return 'true';
  }

  #finish(values: readonly string[]): string {
    if (values.join() !== '') return this.#fail('201', 'the end takes an empty text');
    if (!this.#isOpen('the end')) return 'false';
    // As Moodle does with SCORM 1.2, in all modes: who leaves without a status has completed.
    if (this.#data['cmi.core.lesson_status'] === 'not attempted') this.#data['cmi.core.lesson_status'] = 'completed';
    // And: a score beside a mark to reach says whether it was passed.
    const { mastery = '' } = this.#options;
    const raw = this.#data['cmi.core.score.raw'] ?? '';
    if (this.#is12 && mastery !== '' && raw !== '')
      this.#data['cmi.core.lesson_status'] = Number(raw) >= Number(mastery) ? 'passed' : 'failed';
    this.#keep();
    this.#phase = 'over';
    return 'true';
  }

  #keep(): void {
    const { mode } = this.#options;
    if (mode === 'review' || (mode === 'browse' && !this.#is12)) return;
    // Moodle keeps the status that a preview ends with.
    if (mode === 'browse') {
      this.#stored['cmi.core.lesson_status'] = this.#data['cmi.core.lesson_status'] ?? '';
      return;
    }
    for (const key of Object.keys(this.#stored)) delete this.#stored[key];
    Object.assign(this.#stored, this.#data);
  }
}
