import { soughtGroups, type HighlightExercise, type Passage, type PostEditExercise, type SpanGroups } from '#exercise';
import { element, type XmlElement } from '../xml.ts';
import { labelled, list, markupOf, paragraph, strong, type Markup } from '../markup.ts';
import type { Draft, DraftContext } from './draft.ts';

/** What a harmless span costs whoever marks it, and what a mark earns under a wrong name. */
const half = 0.5;

/** Words to mark; where there are several names for them, words to name. */
export function draftHighlight(exercise: HighlightExercise, { words }: DraftContext): Draft[] {
  return [
    { ...draftSpans(exercise, exercise.passage), material: materialOf(exercise, { words }, passageOf(exercise)) },
  ];
}

function materialOf({ groups }: SpanGroups, { words }: Pick<DraftContext, 'words'>, text: Markup): Markup {
  const sought = soughtGroups(groups);
  const [only] = sought;
  // Of several names each is a target already.
  return sought.length === 1 && only ? [paragraph(labelled(words.lookFor, markupOf(only.content)))] : text;
}

function passageOf({ passage }: { readonly passage: Passage }): Markup {
  return [element('blockquote', {}, passage.map(underlined))];
}

/** A paragraph whose spans are underlined. */
function underlined(segments: Passage[number]): XmlElement {
  return paragraph(
    segments.flatMap(({ span, content }) =>
      span === null ? markupOf(content) : [element('u', {}, markupOf(content))],
    ),
  );
}

/**
 * A point for each span that is found and named, half of it for one that is found under another name; a harmless one that
 * is marked costs half a point. The points are never below nothing.
 */
function draftSpans({ groups, spans }: SpanGroups, passage: Passage): Draft {
  const sought = soughtGroups(groups).map(({ id }) => id);
  const found = spans.filter(({ group }) => sought.includes(group));
  if (sought.length === 1) {
    return {
      points: found.length,
      form: {
        kind: 'hottext',
        passage: passage.map((segments) =>
          segments.map(({ span, content }) =>
            spans.some(({ id }) => id === span) ? { mark: span ?? '' } : { words: markupOf(content) },
          ),
        ),
        options: spans.map(({ id, content, reason, group }) => ({
          id,
          content: markupOf(content),
          reason: markupOf(reason),
          credit: sought.includes(group) ? 1 : -half,
        })),
      },
    };
  }
  return {
    points: found.length,
    form: {
      kind: 'match',
      once: false,
      apart: true,
      passage: null,
      stems: spans.map(({ id, content, reason, group }) => ({
        id,
        content: markupOf(content),
        reason: markupOf(reason),
        credits: Object.fromEntries(
          sought.map((name) => [name, sought.includes(group) ? (name === group ? 1 : half) : -half]),
        ),
      })),
      targets: groups.map(({ id, content }) => ({ id, content: markupOf(content), reason: [] })),
    },
  };
}

/** The errors of a machine's translation, and its sentences to mend. */
export function draftPostEdit(exercise: PostEditExercise, { words }: DraftContext): Draft[] {
  const { segments, from, lead } = exercise;
  const drafts: Passage = segments.map(({ draft }) => draft);
  const sources = segments.map(({ source }) =>
    labelled(words.source, [element('span', { lang: from }, markupOf(source))]),
  );
  const marking = draftSpans(exercise, drafts);
  const sentences = segments.flatMap(({ draft }, index) => [
    paragraph(sources[index] ?? []),
    element('blockquote', {}, [underlined(draft)]),
  ]);
  const references = list(
    'ol',
    segments.map(({ reference }) => markupOf(reference)),
  );
  const good = [paragraph([strong(words.goodTranslation)]), ...references, ...keepOf(exercise)];
  return [
    {
      ...marking,
      part: 'errors',
      material: [
        ...(marking.form.kind === 'hottext' ? sources.map((source) => paragraph(source)) : sentences),
        ...markupOf(lead),
        ...materialOf(exercise, { words }, []),
      ],
    },
    {
      part: 'mend',
      // A point for each sentence, as in our own marking; the lecturer gives it.
      points: segments.length,
      material: sentences,
      closing: good,
      form: { kind: 'essay', guide: good, lines: segments.length * 3 },
    },
  ];
}

/** What each mended sentence must contain. */
function keepOf({ segments }: PostEditExercise): Markup {
  return list(
    'ol',
    segments.map(({ keep }) => [keep.join(' · ')]),
  );
}
