import type { Passage } from './readable-text.browser.ts';
import { sentencePieces } from './sentence-pieces.ts';
import { voiceFor } from './voices.browser.ts';

/** What the reader is told while a voice reads. */
export interface ReadingState {
  /** `silent`: the engine does not answer; trying again may help. */
  readonly status: 'reading' | 'paused' | 'silent' | 'ended';
  /** The paragraph being read. */
  readonly block: HTMLElement | null;
}

export interface AloudReader {
  pause(): void;
  resume(): void;
  /** Goes to the next paragraph or the one before. */
  move(step: 1 | -1): void;
  setRate(rate: number): void;
  stop(): void;
}

/** Milliseconds between looks at an engine whose events cannot be relied on. */
const look = 500;
/** Milliseconds after which an engine that has not begun is asked once more, and then counts as silent. */
const patience = 2_500;

/**
 * Reads passages one after the other, each in its own language, and leaves out those that no voice can read. It waits at
 * the first one until it is told to go on.
 */
export function readAloud(
  passages: readonly Passage[],
  { rate, onChange }: { readonly rate: number; readonly onChange: (state: ReadingState) => void },
): AloudReader {
  const pieces = passages
    .filter(({ lang }) => voiceFor(lang))
    .flatMap(({ block, lang, text }) => sentencePieces(text).map((piece) => ({ block, lang, piece })));
  let at = 0;
  let speed = rate;
  let status: ReadingState['status'] = 'paused';
  /** Kept, since an utterance that nobody holds may be collected in the middle of its sentence. */
  let current: SpeechSynthesisUtterance | null = null;
  let timer = 0;

  const tell = () => onChange({ status, block: status === 'ended' ? null : (pieces[at]?.block ?? null) });
  const silence = () => {
    current = null;
    clearInterval(timer);
    speechSynthesis.cancel();
  };
  const settle = (next: ReadingState['status']) => {
    status = next;
    silence();
    tell();
  };

  const speak = (isSecondTry = false) => {
    silence();
    const piece = pieces[at];
    const voice = piece && voiceFor(piece.lang);
    // The text may have been exchanged for another language's.
    if (!piece?.block.isConnected || !voice) return settle('ended');
    const utterance = new SpeechSynthesisUtterance(piece.piece);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = speed;
    let hasBegun = false;
    let hasSpoken = false;
    const goOn = () => {
      if (current !== utterance) return;
      at += 1;
      speak();
    };
    utterance.onstart = () => (hasBegun = true);
    utterance.onend = goOn;
    utterance.onerror = () => {
      if (current === utterance) settle('silent');
    };
    current = utterance;
    status = 'reading';
    tell();
    speechSynthesis.speak(utterance);

    let waited = 0;
    const limit = patience + (piece.piece.length * 250) / speed;
    timer = window.setInterval(() => {
      waited += look;
      hasSpoken ||= speechSynthesis.speaking;
      // Some engines tell of no beginning, some of no end.
      if (hasSpoken && !speechSynthesis.speaking) goOn();
      else if (waited > limit && hasBegun) goOn();
      else if (waited > limit || (!hasSpoken && waited >= patience && isSecondTry)) settle('silent');
      else if (!hasSpoken && waited >= patience) speak(true);
    }, look);
  };

  const move = (step: 1 | -1) => {
    const block = pieces[at]?.block;
    const before = pieces[pieces.findIndex((piece) => piece.block === block) - 1]?.block ?? block;
    const next = pieces.findIndex((piece, index) =>
      step > 0 ? index > at && piece.block !== block : piece.block === before,
    );
    if (next < 0) return settle('ended');
    at = next;
    if (status === 'paused') tell();
    else speak();
  };

  return {
    // Engines forget a sentence that is held, or never go on with it; it is begun anew instead.
    pause: () => settle('paused'),
    resume: () => speak(),
    move,
    setRate(next) {
      speed = next;
      if (status === 'reading') speak();
    },
    stop: () => settle('ended'),
  };
}
