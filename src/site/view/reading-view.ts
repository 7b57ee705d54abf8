import type { PageContext } from '../page-context.ts';
import { readingChoices, usualReading, type ReadingChoice } from '../reading-choices.ts';

/** A choice of the reading settings in the words of a language. */
interface ChoiceView {
  readonly name: ReadingChoice;
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly usual: string;
  readonly note?: string;
}

/** The choices of the reading settings, in the order in which the page shows them. */
export function readingView({ t }: Pick<PageContext, 't'>): ChoiceView[] {
  return [
    choiceView('size', t('reading.size'), (value) => t(`reading.sizes.${value}`)),
    choiceView('lines', t('reading.lines'), (value) => t(`reading.spacings.${value}`)),
    {
      ...choiceView('letters', t('reading.letters'), (value) => t(`reading.letterSets.${value}`)),
      note: t('reading.lettersNote'),
    },
    choiceView('contrast', t('reading.contrast'), (value) => t(`reading.contrasts.${value}`)),
    choiceView('motion', t('reading.motion'), (value) => t(`reading.motions.${value}`)),
    { ...choiceView('keys', t('reading.keys'), (value) => t(`reading.keySets.${value}`)), note: t('reading.keysNote') },
  ];
}

function choiceView<Name extends ReadingChoice>(
  name: Name,
  legend: string,
  labelOf: (value: (typeof readingChoices)[Name][number]) => string,
): ChoiceView {
  const options = readingChoices[name].map((value) => ({ value, label: labelOf(value) }));
  return { name, legend, options, usual: usualReading[name] };
}
