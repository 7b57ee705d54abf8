import { asBlocks, isBlock, list, paragraph, strong, type Markup } from './markup.ts';
import type { MatchForm, Question, Reason, Stem, Target } from './question.ts';
import { element } from './xml.ts';

/** The targets that earn the most at a stem; none where nothing earns anything there. */
export function bestTargets({ credits }: Stem, targets: readonly Target[]): Target[] {
  const most = Math.max(0, ...Object.values(credits));
  return most > 0 ? targets.filter(({ id }) => credits[id] === most) : [];
}

/**
 * What is read after an answer, whatever it was: the key with its reasons where the form has no place for them at each
 * answer, reasons of other parts, and what closes the question. Blocks.
 */
export function feedbackOf(question: Question): Markup {
  return [...keyOf(question), ...reasonList(question.reasons), ...question.closing];
}

/** The right answers with their reasons, for forms that have no place for a reason at each answer. Blocks. */
export function keyOf({ form }: Pick<Question, 'form'>): Markup {
  switch (form.kind) {
    case 'match':
      return matchKey(form);
    case 'order':
      return list(
        'ol',
        form.steps.map(({ content, reason }) => [paragraph([strong(content)]), ...asBlocks(reason)]),
      );
    case 'hottext':
      return reasonList(form.options.map(({ content, reason }) => ({ part: content, reason })));
    case 'choice':
    case 'scale':
    case 'short-text':
    case 'essay':
      return [];
  }
}

function matchKey({ stems, targets }: MatchForm): Markup {
  const answers = stems.map((stem) => {
    const best = bestTargets(stem, targets).flatMap(({ content }, index) => [...(index ? [' / '] : []), ...content]);
    return [paragraph([strong(stem.content), ...(best.length ? [' → ', ...best] : [])]), ...asBlocks(stem.reason)];
  });
  const others = targets.filter(({ reason }) => reason.length > 0);
  return [...list('ul', answers), ...reasonList(others.map(({ content, reason }) => ({ part: content, reason })))];
}

/** Parts with the reason of each; those without one are left out. */
export function reasonList(reasons: readonly Reason[]): Markup {
  return list(
    'ul',
    reasons
      .filter(({ reason }) => reason.length > 0)
      .map(({ part, reason }) => [paragraph([strong(part)]), ...asBlocks(reason)]),
  );
}

/** Markup marked as of its language: a block where it has blocks, else a span. */
export function inLanguage(markup: Markup, locale: string): Markup {
  return markup.length ? [element(isBlock(markup) ? 'div' : 'span', { lang: locale }, markup)] : [];
}
