import type { BodyReading } from '#course';
import { errorAt, exerciseKinds } from '#exercise';
import { suggestName, type Problem } from '#problem';
import { startOf, type PageReading, type PageSet, type Survey } from '../survey.ts';

/** Folders of the gallery: one a type of exercise, and one for a set of exercises. */
const folders: readonly string[] = [...exerciseKinds, 'quiz'];

/** Reports examples of exercises that do not show what their folder names, and ids that stand twice on their one page. */
export function checkGallery({ pages }: Survey): Problem[] {
  const sets = pages.filter(({ kind }) => kind === 'gallery');
  const owners = new Map<string, string>();
  return sets.flatMap((set) => {
    const source = set.versions[set.source];
    return [
      ...checkFolder(set),
      ...Object.values(set.versions).flatMap((version) => checkBody(version, kindOf(set))),
      ...(source ? checkIds(source, owners) : []),
    ];
  });
}

const kindOf = ({ folder }: PageSet) => folder.split('/').at(-1) ?? '';

function checkFolder(set: PageSet): Problem[] {
  const kind = kindOf(set);
  const [first] = Object.values(set.versions);
  if (folders.includes(kind) || !first) return [];
  const near = suggestName(kind, folders);
  return [
    errorAt(startOf(first.file), 'gallery-kind-unknown', {
      message: `There is no type of exercise "${kind}", so the gallery would not show this.`,
      hint: near ? `Did you mean gallery/${near}?` : `The gallery's folders are: ${folders.join(', ')}.`,
    }),
  ];
}

function checkBody({ body, file }: PageReading, kind: string): Problem[] {
  if (!body || !folders.includes(kind)) return [];
  const stranger = kind === 'quiz' ? undefined : body.exercises.find(({ type }) => type !== kind);
  if (stranger) {
    return [
      errorAt(stranger.place, 'gallery-other-kind', {
        message: `This is an exercise of type ${stranger.type}, and the folder shows ${kind}.`,
        hint: `Move it to gallery/${stranger.type}.`,
      }),
    ];
  }
  return [...(body.drafts.length ? [] : [withoutExercise(file, kind)]), ...headings(body)];
}

function withoutExercise(file: string, kind: string): Problem {
  return errorAt(startOf(file), 'gallery-empty', {
    message: `This page of the gallery has no exercise of type ${kind}, and shows nothing else.`,
    hint: 'Write one exercise below the front matter, or two where the type has two faces.',
  });
}

function headings(body: BodyReading): Problem[] {
  return body.sections
    .filter(({ depth }) => depth > 0)
    .map(({ place }) =>
      errorAt(place, 'gallery-heading', {
        message: 'The gallery shows the exercises of this file under its title, and no headings of its own.',
        hint: 'Remove the heading; what is to be said about the type stands in `summary:`.',
      }),
    );
}

function checkIds({ body }: PageReading, owners: Map<string, string>): Problem[] {
  return (body?.drafts ?? []).flatMap(({ id, component, place }) => {
    const owner = owners.get(id);
    if (id && owner === undefined) owners.set(id, place.file);
    if (!id || owner === undefined || owner === place.file) return [];
    return errorAt(place, 'exercise-id-duplicate', {
      message: `The id "${id}" stands in ${owner} too, and all examples share one page.`,
      hint: `Give this one another id, in every language: \`<${component} id="${id}-2">\`.`,
    });
  });
}
