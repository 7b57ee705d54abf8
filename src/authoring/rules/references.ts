import { errorAt } from '#exercise';
import type { Mention } from '#course';
import { suggestName, type Problem } from '#problem';
import { isMap, isScalar, parseDocument } from 'yaml';
import type { Survey } from '../survey.ts';

/** Reports mentions of terms and sources that do not exist. */
export function checkReferences(survey: Survey): Problem[] {
  // By file name and key, so that a term with a fault of its own does not count as missing as well.
  const terms = [...survey.texts.keys()].flatMap((file) => /^glossary\/([^/]+)\.yaml$/u.exec(file)?.[1] ?? []);
  const sources = keysOf(survey.texts.get('sources.yaml') ?? '');
  const bodies = survey.pages.flatMap((page) => Object.values(page.versions)).flatMap(({ body }) => body ?? []);
  return [
    ...bodies.flatMap((body) => dangling(body.terms, terms, termWords)),
    ...bodies.flatMap((body) => dangling(body.citations, sources, sourceWords)),
  ];
}

interface Words {
  readonly rule: string;
  readonly what: string;
  readonly add: (id: string) => string;
}

const termWords: Words = {
  rule: 'term-unknown',
  what: 'The glossary has no term',
  add: (id) => `write glossary/${id}.yaml`,
};

const sourceWords: Words = {
  rule: 'source-unknown',
  what: 'sources.yaml has no work',
  add: (id) => `add \`${id}:\` to sources.yaml`,
};

function dangling(mentions: readonly Mention[], known: readonly string[], { rule, what, add }: Words): Problem[] {
  return mentions
    .filter(({ id }) => id && !known.includes(id))
    .map(({ id, place }) => {
      const near = suggestName(id, known);
      const hint = near ? `Did you mean \`${near}\`? Otherwise ${add(id)}.` : `Correct the id, or ${add(id)}.`;
      return errorAt(place, rule, { message: `${what} "${id}".`, hint });
    });
}

function keysOf(yaml: string): string[] {
  const { contents } = parseDocument(yaml, { prettyErrors: false });
  if (!isMap(contents)) return [];
  return contents.items.flatMap(({ key }) => (isScalar(key) ? String(key.value) : []));
}
