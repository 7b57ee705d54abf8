import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { localeTags } from '#language';
import { frame } from '../../tooling/film/story.ts';
import { inventedMark } from '../../tooling/film/drawing.ts';
import { at } from '../../tooling/film/times.ts';

const folder = 'content/courses/media-literacy/finding-the-source/leave-the-page/media';

const clock = (seconds: number) => `00:${seconds.toFixed(3).padStart(6, '0')}`;

function cuesOf(locale: string): readonly { readonly timing: string; readonly text: string }[] {
  const [head, ...cues] = readFileSync(`${folder}/film.${locale}.vtt`, 'utf8').trimEnd().split('\n\n');
  expect(head).toBe('WEBVTT');
  return cues.map((cue) => {
    const [timing = '', ...text] = cue.split('\n');
    return { timing, text: text.join('\n') };
  });
}

describe.each(localeTags)('the captions of the film in %s', (locale) => {
  test('say for the whole film, at its top, that it is an invented example', () => {
    const { exercise } = JSON.parse(readFileSync(`content/interface/${locale}.json`, 'utf8')) as {
      exercise: { invented: string };
    };
    const [mark] = cuesOf(locale);
    expect(mark?.timing).toMatch(`${clock(0)} --> ${clock(at.end)} line:0 `);
    expect(mark?.text).toBe(exercise.invented);
  });

  test('keep the times of the picture', () => {
    const timings = cuesOf(locale).map(({ timing }) => timing);
    expect(timings).toEqual(cuesOf('en').map(({ timing }) => timing));
    const starts = timings.slice(2).map((timing) => timing.slice(0, 9));
    expect(starts).toEqual(expect.arrayContaining([at.praise, at.pause, at.tab, at.back, at.moves].map(clock)));
  });
});

test('every picture of the film has the striped corner of what is invented', () => {
  for (let time = 0; time < at.end; time += 1) expect(frame(time)).toContain(inventedMark);
  expect(readFileSync(`${folder}/film.svg`, 'utf8')).toContain(inventedMark);
});
