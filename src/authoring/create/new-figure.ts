import type { ContentReading } from '#course';
import { lowerCase } from '#language';
import { orFill } from './fill.ts';
import { creationOf, isRefusal, refuse, type Creation, type Refusal } from './creation.ts';
import { freeName, openLesson, type LessonPlace } from './open-lesson.ts';

export interface NewFigure extends LessonPlace {
  /** The path of the picture on the author's disk. */
  readonly picture: string;
  readonly alt?: string | undefined;
  readonly credit?: string | undefined;
  readonly licence: string;
  readonly caption?: string | undefined;
}

/** Forms of pictures that every browser shows. */
export const pictureForms: readonly string[] = ['svg', 'png', 'jpg', 'jpeg', 'webp', 'avif'];

/** A picture in a lesson's folder media/, and its figure in the text. */
export function newFigure(reading: ContentReading, wanted: NewFigure): Creation | Refusal {
  const lesson = openLesson(reading, wanted);
  if (isRefusal(lesson)) return lesson;
  const name = nameOfPicture(wanted.picture);
  if (name === null)
    return refuse(`"${wanted.picture}" is no picture. Its name ends in one of: ${pictureForms.join(', ')}.`);
  const path = freeName(reading.files, lesson.folder, `media/${name}`);
  const attributes = {
    src: path,
    alt: orFill(wanted.alt, 'What it shows and why it stands here'),
    credit: orFill(wanted.credit, 'Who made it'),
    licence: wanted.licence,
  };
  const written = Object.entries(attributes).map(([key, value]) => `${key}="${value.replaceAll('"', '&quot;')}"`);
  const caption = orFill(wanted.caption, 'A caption that says what to look at.');
  return creationOf({
    changed: new Map([[lesson.file, lesson.insert(`<Figure ${written.join(' ')}>\n\n${caption}\n\n</Figure>`)]]),
    copied: new Map([[`${lesson.folder}/${path}`, wanted.picture]]),
  });
}

/** A name that is the same on every disk and in every address: small letters, digits and hyphens. Null for no picture. */
function nameOfPicture(path: string): string | null {
  const [, stem = '', form = ''] = /([^/\\]*)\.([A-Za-z]+)$/u.exec(path) ?? [];
  const name = lowerCase('en', stem)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  const ending = lowerCase('en', form);
  return pictureForms.includes(ending) ? `${name || 'picture'}.${ending}` : null;
}
