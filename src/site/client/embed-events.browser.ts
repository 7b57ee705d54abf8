import { lessonKey, parseLesson } from '#learner';
import { browserRecord } from '#learner/adapters/browser-record';
import { isDone, type AttemptAction, type AttemptState } from '#exercise';
import type { EmbedEvent } from './embed-protocol.ts';

type Say = (event: EmbedEvent) => void;

const root = document.documentElement;
const { embed = '', embedId = '', embedLessons = '' } = root.dataset;
const module = embedId.slice(0, embedId.lastIndexOf('/'));
const plain = { language: root.lang, score: null, correct: null };

/** Says what the learner does in this page. */
export function watchLearner(say: Say): void {
  watchSight(say);
  watchAttempts(say);
  if (embed === 'lesson') void watchLesson(say);
}

/** A frame far down in a page is loaded before anybody sees it. */
function watchSight(say: Say): void {
  const main = document.querySelector('main');
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    say({ ...plain, type: 'started', id: embedId });
  });
  if (main) observer.observe(main);
}

function watchAttempts(say: Say): void {
  document.addEventListener('bilig:attempt', (event) => {
    const { fullId, action, state } = (event as CustomEvent<Attempted>).detail;
    const section = document.querySelector<HTMLElement>(`[data-exercise="${CSS.escape(fullId)}"]`);
    const language = section?.closest<HTMLElement>('[lang]')?.lang ?? root.lang;
    const isScored = section?.dataset['ungraded'] === undefined;
    const about = { id: fullId, language };
    if (action.type === 'check')
      say({ ...about, type: 'answered', score: isScored ? state.last : null, correct: action.grade.correct });
    if ((action.type === 'check' || action.type === 'give-up') && isDone(state))
      say({ ...about, type: 'completed', score: isScored ? state.best : null, correct: null });
  });
}

interface Attempted {
  readonly fullId: string;
  readonly action: AttemptAction;
  /** After the action. */
  readonly state: AttemptState;
}

const isFinished = (json: string | null) => parseLesson(json)?.finished.on ?? false;

async function watchLesson(say: Say): Promise<void> {
  const key = lessonKey(embedId);
  let was = isFinished(await browserRecord.get(key));
  browserRecord.watch(key, (_key, json) => {
    const becomes = isFinished(json) && !was;
    was = isFinished(json);
    if (!becomes) return;
    say({ ...plain, type: 'completed', id: embedId });
    void isModuleFinished().then((all) => {
      if (all) say({ ...plain, type: 'completed', id: module });
    });
  });
}

async function isModuleFinished(): Promise<boolean> {
  const entries = await browserRecord.getAll(lessonKey(`${module}/`));
  return embedLessons.split(' ').every((id) => isFinished(entries.get(lessonKey(id)) ?? null));
}
