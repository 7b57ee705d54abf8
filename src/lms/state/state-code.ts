import { hashText } from '#exercise';
import {
  attemptKey,
  formatAttempt,
  formatLesson,
  lessonKey,
  parseAttemptEntry,
  parseLesson,
  unopenedLesson,
  type AttemptEntry,
  type LessonEntry,
} from '#learner';
import { localeTags } from '#language';
import type { ExerciseOutline, LessonOutline, ModuleOutline } from '../outline.ts';
import { readAttempt, writeAttempt } from './attempt-code.ts';
import { BitReader, BitWriter, fromSymbols, toSymbols, widthFor } from './bits.ts';
import { packText, unpackText } from './packed-text.ts';

// What a platform keeps of a learner's work, as letters and digits:
//   1 CCCC <place, lessons and attempts as bits> ( . NN CC <what was typed> )*
// Attempts and lessons are named by 20 bits of a hash of all that reading them depends on: a package of a later edition
// finds what it still has, and what was changed is not misread. What was typed stands apart, the newest first, so that
// the oldest is shed where there is too little room; NN says which one of the attempts' texts it is, CC are checksums.

const version = '1';
const checkLength = 4;
const hashBits = 20;
const separator = '.';

/** Where the learner is. */
export interface LearnerPlace {
  readonly locale: string;
  /** course/module/lesson; null before one is open. */
  readonly lesson: string | null;
}

export interface ModuleState {
  readonly place: LearnerPlace | null;
  /** Entries of the record by key. */
  readonly entries: ReadonlyMap<string, string>;
}

/** What was typed, by its number among the attempts' texts; the later ones have the higher rank. */
type Texts = ReadonlyMap<number, { readonly text: string; readonly rank: number }>;

interface Work extends AttemptEntry {
  readonly exercise: ExerciseOutline;
  readonly hash: number;
}

interface Opened {
  readonly entry: LessonEntry;
  readonly lesson: LessonOutline;
  readonly hash: number;
}

/** How much is left out; each step leaves out more. */
interface Economy {
  readonly sections: boolean;
  /** So many of the answers, the latest; scores are kept of all. */
  readonly answers: number;
}

/**
 * The state as text of printable ASCII.
 *
 * @param room characters that it may have. What does not fit is left out: what was typed, the oldest first; then which
 *   sections were read; then answers, the oldest first. Place and scores always stand in it
 */
export function encodeState({ place, entries }: ModuleState, module: ModuleOutline, room: number): string {
  const salt = saltFor(module);
  const works = worksIn(entries, module, salt);
  const opened = openedIn(entries, module, salt);
  const attempt = (economy: Economy) => encode({ place, works, opened, salt, module }, economy, room);
  const whole = attempt({ sections: true, answers: works.length });
  if (whole.length <= room) return whole;
  let answers = works.length;
  for (;;) {
    const lean = attempt({ sections: false, answers });
    if (lean.length <= room || answers === 0) return lean;
    answers = Math.floor(answers * 0.9);
  }
}

/** What stands in such a text; nothing where it is damaged, or of another module. Never throws. */
export function decodeState(text: string, module: ModuleOutline): ModuleState {
  const [head = '', ...tail] = text.split(separator);
  const body = head.slice(version.length + checkLength);
  const nothing: ModuleState = { place: null, entries: new Map() };
  if (
    !head.startsWith(version) ||
    checkOf(body, checkLength) !== head.slice(version.length, version.length + checkLength)
  )
    return nothing;
  const typed = new Map(tail.flatMap((part, index) => readTyped(part, tail.length - index)));
  try {
    return decodeBody(new BitReader(body), module, typed);
  } catch {
    return nothing;
  }
}

interface Parts {
  readonly place: LearnerPlace | null;
  /** Sorted by hash. */
  readonly works: readonly Work[];
  readonly opened: readonly Opened[];
  readonly salt: number;
  readonly module: ModuleOutline;
}

function encode({ place, works, opened, salt, module }: Parts, economy: Economy, room: number): string {
  const bits = new BitWriter();
  bits.small(salt);
  bits.flag(place !== null);
  if (place) {
    bits.write(hashOf([place.locale], 0), hashBits);
    const lesson = module.lessons.find(({ id }) => id === place.lesson);
    bits.flag(lesson !== undefined);
    if (lesson) bits.write(hashOfLesson(lesson, salt), hashBits);
  }
  writeHashes(opened, bits);
  for (const { entry, lesson } of opened)
    writeLesson(economy.sections ? entry : { ...entry, read: [] }, lesson.anchors, bits);
  const kept = new Set([...works].sort((a, b) => b.at - a.at).slice(0, economy.answers));
  writeHashes(works, bits);
  const texts: { readonly text: string; readonly at: number; readonly number: number }[] = [];
  for (const work of works) {
    const { state, exercise, at } = work;
    const bare = kept.has(work) ? state : { ...state, phase: 'open' as const, response: null };
    writeAttempt(bare, exercise, bits, { add: (typed) => texts.push({ text: typed, at, number: texts.length }) });
  }
  const body = String(bits);
  const head = version + checkOf(body, checkLength) + body;
  return texts
    .sort((a, b) => b.at - a.at || a.number - b.number)
    .map(({ text, number }) => {
      const packed = toSymbols(number, 2) + packText(text);
      return separator + checkOf(packed, 2) + packed;
    })
    .reduce((all, part) => (all.length + part.length <= room ? all + part : all), head);
}

function readTyped(part: string, rank: number): [number, { readonly text: string; readonly rank: number }][] {
  const packed = part.slice(2);
  const text = checkOf(packed, 2) === part.slice(0, 2) ? unpackText(packed.slice(2)) : null;
  const number = fromSymbols(packed.slice(0, 2));
  return text === null || Number.isNaN(number) ? [] : [[number, { text, rank }]];
}

function decodeBody(bits: BitReader, module: ModuleOutline, typed: Texts): ModuleState {
  const salt = bits.small();
  const lessons = new Map(module.lessons.map((lesson) => [hashOfLesson(lesson, salt), lesson]));
  const place = bits.flag() ? readPlace(bits, lessons) : null;
  const entries = new Map<string, string>();
  for (const hash of readHashes(bits)) {
    const lesson = lessons.get(hash);
    const entry = readLesson(lesson?.anchors ?? [], bits);
    if (lesson) entries.set(lessonKey(lesson.id), formatLesson(entry));
  }
  const exercises = new Map(
    exercisesOf(module).map(({ fullId, exercise }) => [hashOfExercise(fullId, exercise, salt), { fullId, exercise }]),
  );
  let number = 0;
  for (const hash of readHashes(bits)) {
    const known = exercises.get(hash);
    let at = 1;
    const next = () => {
      const found = typed.get(number);
      number += 1;
      at = Math.max(at, found?.rank ?? 0);
      return found?.text ?? null;
    };
    const state = readAttempt(known?.exercise.words ?? [], bits, { next });
    // Moments are not kept, but what was typed later stays the later.
    if (known) entries.set(attemptKey(known.fullId), formatAttempt({ signature: known.exercise.signature, state, at }));
  }
  return { place, entries };
}

function readPlace(bits: BitReader, lessons: ReadonlyMap<number, LessonOutline>): LearnerPlace | null {
  const hash = bits.read(hashBits);
  const lesson = bits.flag() ? (lessons.get(bits.read(hashBits))?.id ?? null) : null;
  const locale = localeTags.find((tag) => hashOf([tag], 0) === hash);
  return locale ? { locale, lesson } : null;
}

function writeLesson({ finished, place, read }: LessonEntry, anchors: readonly string[], bits: BitWriter): void {
  bits.flag(finished.on);
  bits.small(anchors.length);
  bits.write(place ? anchors.indexOf(place.anchor) + 1 : 0, widthFor(anchors.length + 1));
  for (const anchor of anchors) bits.flag(read.includes(anchor));
}

/** @param anchors none reads past a lesson that has changed */
function readLesson(anchors: readonly string[], bits: BitReader): LessonEntry {
  const on = bits.flag();
  const count = bits.small();
  const place = anchors[bits.read(widthFor(count + 1)) - 1];
  const read = Array.from({ length: count }, (_, index) => (bits.flag() ? (anchors[index] ?? []) : [])).flat();
  return {
    ...unopenedLesson(1),
    finished: { on, at: 1 },
    place: place === undefined ? null : { anchor: place, at: 1 },
    read,
  };
}

/** Sorted numbers of `hashBits` bits by what each is more than the one before. */
function writeHashes(items: readonly { readonly hash: number }[], bits: BitWriter): void {
  bits.small(items.length);
  let before = 0;
  for (const { hash } of items) {
    bits.rice(hash - before, lowBits(items.length));
    before = hash;
  }
}

function readHashes(bits: BitReader): number[] {
  const count = bits.small();
  let before = 0;
  return Array.from({ length: count }, () => (before += bits.rice(lowBits(count))));
}

function lowBits(count: number): number {
  return Math.max(0, hashBits - widthFor(count + 1));
}

function worksIn(entries: ModuleState['entries'], module: ModuleOutline, salt: number): Work[] {
  const works = exercisesOf(module).flatMap(({ fullId, exercise }): Work[] => {
    const entry = parseAttemptEntry(entries.get(attemptKey(fullId)) ?? null);
    const isHere = entry?.signature === exercise.signature;
    return isHere ? [{ ...entry, exercise, hash: hashOfExercise(fullId, exercise, salt) }] : [];
  });
  return works.sort((a, b) => a.hash - b.hash);
}

function openedIn(entries: ModuleState['entries'], module: ModuleOutline, salt: number): Opened[] {
  const opened = module.lessons.flatMap((lesson): Opened[] => {
    const entry = parseLesson(entries.get(lessonKey(lesson.id)) ?? null);
    return entry ? [{ entry, lesson, hash: hashOfLesson(lesson, salt) }] : [];
  });
  return opened.sort((a, b) => a.hash - b.hash);
}

function exercisesOf({ lessons }: ModuleOutline) {
  return lessons.flatMap(({ id, exercises }) =>
    exercises.map((exercise) => ({ fullId: `${id}/${exercise.id}`, exercise })),
  );
}

/** The first number with which no two hashes of the module are the same. */
function saltFor(module: ModuleOutline): number {
  for (let salt = 0; ; salt += 1) {
    const hashes = [
      exercisesOf(module).map(({ fullId, exercise }) => hashOfExercise(fullId, exercise, salt)),
      module.lessons.map((lesson) => hashOfLesson(lesson, salt)),
    ];
    if (hashes.every((list) => new Set(list).size === list.length)) return salt;
  }
}

function hashOfExercise(fullId: string, { signature, words, named }: ExerciseOutline, salt: number): number {
  return hashOf([fullId, signature, String(named), ...words], salt);
}

function hashOfLesson({ id, anchors }: LessonOutline, salt: number): number {
  return hashOf([id, ...anchors], salt);
}

function hashOf(parts: readonly string[], salt: number): number {
  return hashText([salt, ...parts].join('\n')) >>> (32 - hashBits);
}

function checkOf(text: string, length: number): string {
  return toSymbols(hashText(text) % 64 ** length, length);
}
