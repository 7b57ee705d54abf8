import { cleanup, render, screen, within } from '@testing-library/svelte';
import { tick, type Component } from 'svelte';
import type { AttemptState, Exercise } from '#exercise';
import { attemptKey, formatAttempt, parseAttempt } from '#learner';
import { browserStore } from '#learner/adapters/browser-store';
import Categorise from '../../../src/site/islands/Categorise.svelte';
import Choice from '../../../src/site/islands/Choice.svelte';
import Match from '../../../src/site/islands/Match.svelte';
import Order from '../../../src/site/islands/Order.svelte';
import ShortAnswer from '../../../src/site/islands/ShortAnswer.svelte';
import Verdict from '../../../src/site/islands/Verdict.svelte';
import { exerciseProps } from '../../../src/site/view/exercise-props.ts';
import type { ExerciseWords } from '../../../src/site/view/exercise-words.ts';

const islands = {
  choice: Choice,
  verdict: Verdict,
  match: Match,
  categorise: Categorise,
  order: Order,
  'short-answer': ShortAnswer,
};

/** Renders an exercise as the page does, and gives the hands and eyes to work with it. */
export async function renderExercise(exercise: Exercise, words: ExerciseWords, stored?: AttemptState) {
  const props = exerciseProps({ exercise, number: 2, fullId: `c/m/l/${exercise.id}` }, words);
  const key = attemptKey(props.fullId);
  if (stored) browserStore.write(key, formatAttempt(stored, props.signature));
  const { container } = render(islands[exercise.type] as Component<Record<string, unknown>>, { ...props });
  await tick();
  const press = async (element: HTMLElement) => {
    element.focus();
    element.click();
    await tick();
    await tick();
  };
  return {
    container,
    view: within(container),
    words,
    status: () => screen.getByRole('status').textContent.replace(/\s+/gu, ' ').trim(),
    text: () => container.textContent,
    press,
    button: (name: string) => screen.getByRole('button', { name }),
    pressButton: (name: string) => press(screen.getByRole('button', { name })),
    stored: () => parseAttempt(browserStore.read(key), props.signature),
    leave: () => cleanup(),
  };
}
