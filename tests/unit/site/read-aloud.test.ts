import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAloud, type ReadingState } from '../../../src/site/client/read-aloud.browser.ts';
import { canReadAloud, voiceFor } from '../../../src/site/client/voices.browser.ts';

interface Utterance {
  readonly text: string;
  lang: string;
  rate: number;
  onstart: (() => void) | null;
  onend: (() => void) | null;
  onerror: (() => void) | null;
}

/** An engine that speaks when it is told to. */
class FakeSynthesis extends EventTarget {
  voices: { lang: string; localService: boolean; default: boolean }[] = [];
  readonly said: Utterance[] = [];
  speaking = false;
  isDead = false;

  getVoices = () => this.voices;
  speak = (utterance: Utterance) => {
    this.said.push(utterance);
    if (this.isDead) return;
    this.speaking = true;
    utterance.onstart?.();
  };
  cancel = () => {
    const wasSpeaking = this.speaking;
    this.speaking = false;
    // Some engines say that what was cancelled has ended.
    if (wasSpeaking) this.said.at(-1)?.onend?.();
  };

  get last(): Utterance {
    const last = this.said.at(-1);
    if (!last) throw new Error('Nothing was said.');
    return last;
  }

  finish(): void {
    this.speaking = false;
    this.last.onend?.();
  }
}

let synthesis: FakeSynthesis;
const voice = (lang: string, localService = true) => ({ lang, localService, default: false });
const states: ReadingState[] = [];
const last = () => states.at(-1);

function passagesOf(texts: readonly (readonly [string, string])[]) {
  return texts.map(([lang, text]) => {
    const block = document.createElement('p');
    block.textContent = text;
    document.body.append(block);
    return { block, lang, text };
  });
}

function read(texts: readonly (readonly [string, string])[]) {
  const passages = passagesOf(texts);
  const reader = readAloud(passages, { rate: 1, onChange: (state) => states.push(state) });
  reader.resume();
  return { reader, passages };
}

beforeEach(() => {
  vi.useFakeTimers();
  synthesis = new FakeSynthesis();
  vi.stubGlobal('speechSynthesis', synthesis);
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  );
  states.length = 0;
  document.body.replaceChildren();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a voice for a language', () => {
  it('is found by the language’s base, whatever the region and the way of writing it', () => {
    synthesis.voices = [voice('en_US'), voice('ru-RU'), voice('tr')];
    expect(voiceFor('ru')?.lang).toBe('ru-RU');
    expect(voiceFor('en')?.lang).toBe('en_US');
    expect(voiceFor('tr-TR')?.lang).toBe('tr');
  });

  it.each(['az', 'uz', 'kk', 'ky', ''])('is none where the device has none: %j', (lang) => {
    synthesis.voices = [voice('ru-RU'), voice('en-GB')];
    expect(voiceFor(lang)).toBeNull();
  });

  it('is none that sends the text to a server', () => {
    synthesis.voices = [voice('ru-RU', false)];
    expect(voiceFor('ru')).toBeNull();
  });

  it('is the very one that is asked for, or the device’s own choice, before any other', () => {
    synthesis.voices = [voice('en-AU'), { ...voice('en-US'), default: true }, voice('en-GB')];
    expect(voiceFor('en-GB')?.lang).toBe('en-GB');
    expect(voiceFor('en')?.lang).toBe('en-US');
  });
});

describe('whether a language can be read aloud', () => {
  it('is known at once where the voices are there', async () => {
    synthesis.voices = [voice('tr-TR')];
    await expect(canReadAloud('tr')).resolves.toBe(true);
  });

  it('is yes when its voice comes late, and not before', async () => {
    const answer = vi.fn();
    void canReadAloud('ru').then(answer);
    synthesis.voices = [voice('en-US')];
    synthesis.dispatchEvent(new Event('voiceschanged'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(answer).not.toHaveBeenCalled();
    synthesis.voices = [voice('en-US'), voice('ru-RU')];
    synthesis.dispatchEvent(new Event('voiceschanged'));
    await vi.advanceTimersByTimeAsync(0);
    expect(answer).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('is no where no voice comes', async () => {
    const answer = canReadAloud('kk');
    await vi.advanceTimersByTimeAsync(10_000);
    await expect(answer).resolves.toBe(false);
  });

  it('is no in a browser without voices', async () => {
    vi.unstubAllGlobals();
    await expect(canReadAloud('en')).resolves.toBe(false);
  });
});

describe('reading aloud', () => {
  beforeEach(() => {
    synthesis.voices = [voice('ru-RU'), voice('en-US')];
  });

  it('goes through the paragraphs, marks each, and ends', () => {
    const { passages } = read([
      ['ru', 'Первый абзац.'],
      ['ru', 'Второй абзац.'],
    ]);
    expect(synthesis.last).toMatchObject({ text: 'Первый абзац.', lang: 'ru-RU' });
    expect(last()).toEqual({ status: 'reading', block: passages[0]?.block });
    synthesis.finish();
    expect(synthesis.last.text).toBe('Второй абзац.');
    expect(last()?.block).toBe(passages[1]?.block);
    synthesis.finish();
    expect(last()).toEqual({ status: 'ended', block: null });
    expect(synthesis.said).toHaveLength(2);
  });

  it('says a long paragraph piece by piece and marks it all the while', () => {
    const sentence = 'Сначала уйдите со страницы и посмотрите, что пишут о ней другие люди и газеты.';
    const { passages } = read([['ru', Array.from({ length: 6 }, () => sentence).join(' ')]]);
    let said = 0;
    while (last()?.status === 'reading') {
      said += 1;
      expect(last()?.block).toBe(passages[0]?.block);
      synthesis.finish();
    }
    expect(said).toBe(3);
  });

  it('reads each passage in its own language and leaves out what no voice can read', () => {
    read([
      ['kk', 'Бұл мәтінге дауыс жоқ.'],
      ['en', 'A borrowed sentence.'],
      ['az', 'Buna səs yoxdur.'],
      ['ru', 'Это прочитают.'],
    ]);
    synthesis.finish();
    synthesis.finish();
    expect(synthesis.said.map(({ text, lang }) => [lang, text])).toEqual([
      ['en-US', 'A borrowed sentence.'],
      ['ru-RU', 'Это прочитают.'],
    ]);
    expect(last()?.status).toBe('ended');
  });

  it('ends at once where nothing can be read', () => {
    read([['ky', 'Үн жок.']]);
    expect(last()?.status).toBe('ended');
    expect(synthesis.said).toEqual([]);
  });

  it('stops within a sentence for a pause and begins that sentence anew', () => {
    const { reader, passages } = read([['ru', 'Один.']]);
    reader.pause();
    expect(synthesis.speaking).toBe(false);
    expect(last()).toEqual({ status: 'paused', block: passages[0]?.block });
    vi.advanceTimersByTime(60_000);
    expect(synthesis.said).toHaveLength(1);
    reader.resume();
    expect(synthesis.said.map(({ text }) => text)).toEqual(['Один.', 'Один.']);
  });

  it('goes to the next paragraph and back, and ends after the last one', () => {
    const { reader } = read([
      ['ru', 'Один.'],
      ['ru', 'Два.'],
      ['ru', 'Три.'],
    ]);
    reader.move(1);
    reader.move(1);
    expect(synthesis.last.text).toBe('Три.');
    reader.move(-1);
    expect(synthesis.last.text).toBe('Два.');
    reader.move(-1);
    reader.move(-1);
    expect(synthesis.last.text).toBe('Один.');
    reader.pause();
    reader.move(1);
    expect(last()?.status).toBe('paused');
    reader.resume();
    expect(synthesis.last.text).toBe('Два.');
    reader.move(1);
    reader.move(1);
    expect(last()?.status).toBe('ended');
  });

  it('takes another speed at once', () => {
    const { reader } = read([['ru', 'Один.']]);
    reader.setRate(1.5);
    expect(synthesis.last).toMatchObject({ text: 'Один.', rate: 1.5 });
    reader.pause();
    reader.setRate(0.75);
    expect(synthesis.said).toHaveLength(2);
    reader.resume();
    expect(synthesis.last.rate).toBe(0.75);
  });

  it('goes on with an engine that never says that it has ended', () => {
    read([
      ['ru', 'Один.'],
      ['ru', 'Два.'],
    ]);
    vi.advanceTimersByTime(1000);
    expect(synthesis.said).toHaveLength(1);
    synthesis.speaking = false;
    vi.advanceTimersByTime(500);
    expect(synthesis.last.text).toBe('Два.');
  });

  it('goes on with an engine that is stuck in a sentence', () => {
    read([
      ['ru', 'Один.'],
      ['ru', 'Два.'],
    ]);
    vi.advanceTimersByTime(10_000);
    expect(synthesis.said.map(({ text }) => text)).toContain('Два.');
  });

  it('asks an engine that is silent once more, and then says so; it can be tried again', () => {
    synthesis.isDead = true;
    const { reader } = read([['ru', 'Один.']]);
    vi.advanceTimersByTime(2500);
    expect(synthesis.said).toHaveLength(2);
    expect(last()?.status).toBe('reading');
    vi.advanceTimersByTime(2500);
    expect(last()?.status).toBe('silent');
    vi.advanceTimersByTime(60_000);
    expect(synthesis.said).toHaveLength(2);
    synthesis.isDead = false;
    reader.resume();
    expect(last()?.status).toBe('reading');
  });

  it('says so when the engine fails', () => {
    read([['ru', 'Один.']]);
    synthesis.last.onerror?.();
    expect(last()?.status).toBe('silent');
  });

  it('ends when the text is exchanged under it', () => {
    const { passages } = read([
      ['ru', 'Один.'],
      ['ru', 'Два.'],
    ]);
    passages[1]?.block.remove();
    synthesis.finish();
    expect(last()?.status).toBe('ended');
  });
});
