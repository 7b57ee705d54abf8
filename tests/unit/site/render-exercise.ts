import { cleanup, render, screen, within } from '@testing-library/svelte';
import { tick, type Component } from 'svelte';
import { signatureOf, type AttemptState, type Exercise } from '#exercise';
import { attemptKey, formatAttempt, parseAttempt } from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';
import AudienceMap from '../../../src/site/islands/AudienceMap.svelte';
import Branch from '../../../src/site/islands/Branch.svelte';
import Categorise from '../../../src/site/islands/Categorise.svelte';
import Checklist from '../../../src/site/islands/Checklist.svelte';
import Choice from '../../../src/site/islands/Choice.svelte';
import HeadlineSort from '../../../src/site/islands/HeadlineSort.svelte';
import Gap from '../../../src/site/islands/Gap.svelte';
import Highlight from '../../../src/site/islands/Highlight.svelte';

import CorrectIt from '../../../src/site/islands/CorrectIt.svelte';

import ImageLab from '../../../src/site/islands/ImageLab.svelte';
import LateralRead from '../../../src/site/islands/LateralRead.svelte';
import Match from '../../../src/site/islands/Match.svelte';
import MessageHouse from '../../../src/site/islands/MessageHouse.svelte';
import Order from '../../../src/site/islands/Order.svelte';
import Rate from '../../../src/site/islands/Rate.svelte';
import PostEdit from '../../../src/site/islands/PostEdit.svelte';

import Reflect from '../../../src/site/islands/Reflect.svelte';

import ShortAnswer from '../../../src/site/islands/ShortAnswer.svelte';
import Triage from '../../../src/site/islands/Triage.svelte';
import Verdict from '../../../src/site/islands/Verdict.svelte';
import { writeWords } from '../../../src/site/islands/words.ts';
import { islandProps } from '../../../src/site/view/exercise-props.ts';
import type { wordsOf } from './exercises.ts';

const islands = {
  choice: Choice,
  verdict: Verdict,
  highlight: Highlight,
  'lateral-read': LateralRead,
  'image-lab': ImageLab,
  match: Match,
  categorise: Categorise,
  'headline-sort': HeadlineSort,
  rate: Rate,
  checklist: Checklist,
  order: Order,
  triage: Triage,
  branch: Branch,
  'audience-map': AudienceMap,
  gap: Gap,
  'short-answer': ShortAnswer,
  'post-edit': PostEdit,

  'message-house': MessageHouse,
  'correct-it': CorrectIt,
  reflect: Reflect,
};

/** The words that a type has for itself, as its island gets them. */
function labelsOf({ type }: Exercise, { own }: ReturnType<typeof wordsOf>) {
  return { ...(type === 'post-edit' ? own.highlight : {}), ...(type in own ? own[type as keyof typeof own] : {}) };
}

/** Where the pictures of an exercise stand; each is 800 by 500. */
function filesOf(exercise: Exercise) {
  const paths = exercise.type === 'image-lab' ? [exercise.picture.src, ...exercise.tools.map(({ src }) => src)] : [];
  return {
    files: Object.fromEntries(paths.map((path) => [path, { url: `/${path}`, width: 800, height: 500 }])),
    credit: 'Bilig',
    licence: { name: 'CC BY-SA 4.0', url: null },
  };
}

/** Until the record has been read and what was written is told. */
export async function rest(): Promise<void> {
  await new Promise((done) => setTimeout(done, 0));
  await browserRecord.getAll('');
  await tick();
}

/** Renders an exercise in a text as the page does, and gives the hands and eyes to work with it. */
export async function renderExercise(exercise: Exercise, words: ReturnType<typeof wordsOf>, stored?: AttemptState) {
  const fullId = `c/m/l/${exercise.id}`;
  const key = attemptKey(fullId);
  const signature = signatureOf(exercise);
  if (stored) await browserRecord.update(key, () => formatAttempt({ signature, state: stored, at: 1 }));
  const text = document.createElement('article');
  const json = document.createElement('script');
  const section = document.createElement('section');
  json.type = 'application/json';
  json.dataset['exerciseWords'] = '';
  json.textContent = writeWords(words);
  Object.assign(section.dataset, { exercise: fullId, signature });
  text.append(section, json);
  document.body.replaceChildren(text);
  const verdict = { true: words['verdict.true'], false: '', unsure: '' };
  const component = islands[exercise.type] as unknown as Component<Record<string, unknown>>;
  const { container } = render(component, {
    target: section,
    props: {
      ...islandProps(exercise, { verdict }),
      ...filesOf(exercise),
      locale: exercise.locale,
      words: null,
      labels: labelsOf(exercise, words),
      unsureLabel: words['verdict.unsure'],
      discernment: words.discernment,
    },
  });
  await rest();
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
    stored: async () => parseAttempt(await browserRecord.get(key), signature),
    leave: () => cleanup(),
  };
}
