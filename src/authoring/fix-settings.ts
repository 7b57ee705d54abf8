import type { BodyReading } from '#course';
import type { Edit, Place } from '#problem';
import { offsetOfPlace } from './place.ts';
import type { Survey } from './survey.ts';
import { findAttribute } from './tag.ts';

/** Attributes of exercises that are the same in every language, and the form that each has where it is right. */
const settings: Readonly<Record<string, RegExp>> = {
  attempts: /^attempts="[1-5]"$/u,
  ungraded: /^ungraded$/u,
  invented: /^invented$/u,
  confidence: /^confidence$/u,
  see: /^see=/u,
  skills: /^skills=/u,
};

const settingsOfQuiz: typeof settings = { pass: /^pass="(?:[1-9]\d?|100)"$/u };

interface Tag {
  readonly id: string;
  readonly name: string;
  readonly place: Place;
}

/** Gives exercises and quizzes of translations the settings of the source, which are not a translator's to change. */
export function fixSettings({ pages, texts }: Survey): Edit[] {
  return pages.flatMap(({ source, versions }) => {
    const original = versions[source];
    if (!original?.body) return [];
    const wanted = tagsOf(original.body);
    const text = texts.get(original.file) ?? '';
    return Object.values(versions)
      .filter((version) => version !== original)
      .flatMap(({ body, file }) =>
        (body ? tagsOf(body) : []).flatMap((tag) => {
          const same = wanted.find(({ id, name }) => id === tag.id && name === tag.name);
          if (!same || !tag.id) return [];
          return copySettings({ text, tag: same }, { text: texts.get(file) ?? '', tag, file });
        }),
      );
  });
}

function tagsOf({ drafts, quizzes }: BodyReading): Tag[] {
  return [
    ...drafts.map(({ id, component, place }) => ({ id, name: component, place })),
    ...quizzes.map(({ id, place }) => ({ id, name: 'Quiz', place })),
  ];
}

function copySettings(
  from: { readonly text: string; readonly tag: Tag },
  to: { readonly text: string; readonly tag: Tag; readonly file: string },
): Edit[] {
  const [origin, target] = [offsetOfPlace(from.text, from.tag.place), offsetOfPlace(to.text, to.tag.place)];
  const after = findAttribute(to.text, target, 'id')?.end ?? target + 1 + to.tag.name.length;
  return Object.entries(to.tag.name === 'Quiz' ? settingsOfQuiz : settings).flatMap(([name, form]) => {
    const wanted = findAttribute(from.text, origin, name);
    const given = findAttribute(to.text, target, name);
    const words = wanted ? from.text.slice(wanted.start, wanted.end).trim() : '';
    const { start, end } = given ?? { start: after, end: after };
    // What is wrong in the source is not carried on.
    if ((words && !form.test(words)) || to.text.slice(start, end).trim() === words) return [];
    return [{ file: to.file, start, end, text: words && ` ${words}` }];
  });
}
