import type { Content, Course, Module } from '#course';
import { isLocale, localeTags, type Locale } from '#language';
import {
  isPackageFormat,
  packageFormats,
  presetNames,
  type PackageFormat,
  type PackageFormatName,
  type PresetName,
  type Selection,
  type Selections,
} from '#packaging';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createUsageFault, unknown } from './command.ts';

/** What was asked for, as far as it can be judged without reading the content. */
export interface ExportRequest {
  readonly name: PackageFormatName;
  readonly format: PackageFormat;
  readonly course: string;
  readonly module: string | null;
  readonly locale: Locale;
  /** All that were named, that one first. */
  readonly locales: readonly Locale[];
  readonly fallback: Locale | null;
  /** The platform that shall take it; null for any. */
  readonly preset: PresetName | null;
  /** The file as it was named, and its whole path. */
  readonly out: string;
  readonly path: string;
}

const exampleNames = { bank: 'questions', book: 'course', pages: 'module' } as const;

type Values = Readonly<Record<string, unknown>>;

/** Reads what was asked for. @throws a usage fault that says what is wrong and how to mend it */
export function readRequest(values: Values, words: readonly string[]): ExportRequest {
  const name = readFormat(words);
  const course = required(values, 'course', 'the folder of a course, as in --course media-literacy');
  const locales = required(values, 'locale', 'a language, as in --locale kk').split(',').map(readLocale);
  const [locale] = locales;
  const format: PackageFormat = packageFormats[name];
  if (!locale || (locales.length > 1 && !format.multilingual)) {
    throw createUsageFault(
      `One file of ${name} holds one language, and ${locales.length} were named: ${locales.join(', ')}. Export each into a file of its own.`,
    );
  }
  if (new Set(locales).size < locales.length)
    throw createUsageFault(`--locale names a language twice: ${locales.join(', ')}.`);
  const fallback = values['fallback'] === undefined ? null : readLocale(String(values['fallback']));
  const preset = readPreset(values['preset'], name);
  const out = required(values, 'out', `where to write, as in --out ${exampleNames[format.of]}.${format.extension}`);
  const module = values['module'] === undefined ? null : String(values['module']);
  return { name, format, course, module, locale, locales, fallback, preset, out, path: readOut(out) };
}

function readFormat(words: readonly string[]): PackageFormatName {
  const [name, ...others] = words;
  const known = Object.keys(packageFormats);
  if (name === undefined) throw createUsageFault(`Name a format: ${known.join(', ')}.`);
  if (others.length) throw createUsageFault(`Name one format, not ${words.length}: ${words.join(', ')}.`);
  if (isPackageFormat(name)) return name;
  throw createUsageFault(`${unknown('format', name, known)} The formats are ${known.join(', ')}.`);
}

/** A platform that does not take the format is told of here, and not by its importer. */
function readPreset(given: unknown, name: PackageFormatName): PresetName | null {
  if (given === undefined) return null;
  const preset = presetNames.find((known) => known === given);
  if (!preset) {
    throw createUsageFault(
      `${unknown('preset', String(given), presetNames)} The presets are ${presetNames.join(', ')}.`,
    );
  }
  const formats: [string, PackageFormat][] = Object.entries(packageFormats);
  const { presets }: PackageFormat = packageFormats[name];
  if (presets.includes(preset)) return preset;
  const taken = formats.filter(([, format]) => format.presets.includes(preset)).map(([other]) => other);
  const instead = taken.length ? `It takes ${taken.join(', ')}.` : 'It takes none of the formats here.';
  throw createUsageFault(`${preset} does not take ${name}. ${instead}`);
}

function required(values: Values, option: string, what: string): string {
  const value = values[option];
  if (typeof value === 'string' && value !== '') return value;
  throw createUsageFault(`--${option} is missing: ${what}.`);
}

function readLocale(tag: string): Locale {
  if (isLocale(tag)) return tag;
  throw createUsageFault(`${unknown('language', tag, localeTags)} The languages are ${localeTags.join(', ')}.`);
}

function readOut(out: string): string {
  const path = resolve(out);
  const folder = dirname(path);
  if (isFolder(path)) throw createUsageFault(`--out "${out}" is a folder. Name a file in it.`);
  if (!isFolder(folder)) {
    throw createUsageFault(`--out "${out}" cannot be written: there is no folder ${folder}. Make it first.`);
  }
  return path;
}

/** False also for what cannot be looked at, a name that is too long say: writing says why. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The course and the module that were asked for, in each language. @throws a usage fault where there are none of the name */
export function selectFrom(content: Content, request: ExportRequest): Selections {
  const course = find('course', request.course, content.courses);
  const module = request.module === null ? null : find('module', request.module, course.modules);
  const select = (locale: Locale): Selection => ({ content, course, module, locale, fallback: request.fallback });
  return [select(request.locale), ...request.locales.slice(1).map(select)];
}

function find<Item extends Course | Module>(what: string, id: string, items: readonly Item[]): Item {
  const item = items.find((one) => one.id === id);
  if (item) return item;
  const ids = items.map((one) => one.id);
  throw createUsageFault(`${unknown(what, id, ids)} There are: ${ids.join(', ') || 'none'}.`);
}
