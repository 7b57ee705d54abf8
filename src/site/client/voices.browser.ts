const baseOf = (lang: string) => lang.split(/[-_]/u)[0] ?? '';

/**
 * The device's voice for a language, by the language's base: `ru` is read by `ru-RU`. Voices that send the text to a
 * server are none: nothing leaves the device.
 */
export function voiceFor(lang: string): SpeechSynthesisVoice | null {
  const base = baseOf(lang);
  if (!base || !('speechSynthesis' in window)) return null;
  const voices = speechSynthesis.getVoices().filter((voice) => voice.localService && baseOf(voice.lang) === base);
  return voices.find((voice) => voice.lang === lang) ?? voices.find((voice) => voice.default) ?? voices[0] ?? null;
}

/**
 * Whether the device can read a language aloud. Voices may arrive late, so the answer waits for one; it is no when none
 * has come after `wait` milliseconds.
 */
export function canReadAloud(lang: string, wait = 10_000): Promise<boolean> {
  if (!('speechSynthesis' in window)) return Promise.resolve(false);
  if (voiceFor(lang)) return Promise.resolve(true);
  return new Promise((done) => {
    const answer = () => {
      if (voiceFor(lang)) end(true);
    };
    const end = (can: boolean) => {
      speechSynthesis.removeEventListener('voiceschanged', answer);
      clearTimeout(timer);
      done(can);
    };
    const timer = setTimeout(() => end(false), wait);
    speechSynthesis.addEventListener('voiceschanged', answer);
  });
}
