import type { Bank, BankLesson } from '../bank.ts';
import { lossesOf, type LossId } from '../losses.ts';
import type { PackageFiles, ReadPicture } from '../package-files.ts';
import { hasForm, type Question } from '../question.ts';
import { writeDocument } from '../xml.ts';
import { dialects, type QtiVersion } from './dialect.ts';
import { itemId, writeItem } from './item.ts';
import { writeManifest, type ItemFile } from './manifest.ts';

const manifestName = 'imsmanifest.xml';

/** A QTI item bank: a file for each question in a folder for each lesson, its pictures, and a manifest that lists them all. */
export function writeQti(bank: Bank, version: QtiVersion, read: ReadPicture): PackageFiles {
  const dialect = dialects[version];
  const items = bank.lessons.flatMap((lesson) => lesson.questions.map((question) => placeItem(question, lesson, read)));
  const texts = items.map(({ question, file, up }) => {
    const item = writeItem(question, dialect, `${up}media`);
    return [file, writeDocument(item)] as const;
  });
  const pictures = new Map(
    items.flatMap(({ question }) =>
      question.pictures.flatMap((picture) => {
        const file = read(picture.path);
        return file ? [[mediaPath(picture.name), file.bytes] as const] : [];
      }),
    ),
  );
  return {
    files: new Map<string, string | Uint8Array>([
      [manifestName, writeDocument(writeManifest(bank, items, dialect))],
      ...texts,
      ...[...pictures].sort(([a], [b]) => (a < b ? -1 : 1)),
    ]),
    questions: items.length,
    losses: [...bank.losses, ...items.flatMap(({ question }) => lossesOf(question, kindsLost(question)))],
  };
}

const mediaPath = (name: string) => `media/${name}`;

function placeItem(question: Question, lesson: BankLesson, read: ReadPicture): ItemFile & { readonly up: string } {
  const folders = ['items', ...lesson.id.split('/')];
  const pictures = question.pictures.filter(({ path }) => read(path) !== null);
  return {
    question,
    file: [...folders, `${itemId(question).slice(lesson.id.length + 1)}.xml`].join('/'),
    media: pictures.map(({ name }) => mediaPath(name)),
    up: '../'.repeat(folders.length),
  };
}

function kindsLost(question: Question): LossId[] {
  return [
    ...(question.hints.length ? (['hints'] as const) : []),
    ...(hasForm(question, 'order') ? (['order-whole'] as const) : []),
  ];
}
