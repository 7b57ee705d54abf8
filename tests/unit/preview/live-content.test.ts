import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { liveContent, shareLiveContent } from '../../../src/site/live-content.ts';
import { openLiveContent } from '../../../src/site/open-live-content.ts';

const lesson = 'courses/demo/first/two/kk.mdx';
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bilig-live-'));
  cpSync('tests/fixtures/authoring/base', root, { recursive: true });
  vi.useFakeTimers({ toFake: ['performance'] });
});

afterEach(() => {
  vi.useRealTimers();
  rmSync(root, { recursive: true, force: true });
});

test('a file that is named as changed is read at once, and the check says what is wrong with it', () => {
  const live = openLiveContent(root);
  const before = live.read();
  expect(live.check()).toEqual([]);
  appendFileSync(join(root, lesson), '\n<Nota/>\n');
  // Nobody has told of the change, and the last look is not old.
  expect(live.read()).toBe(before);
  live.note(join(root, lesson));
  expect(live.read()).not.toBe(before);
  expect(live.check().map(({ file, rule }) => `${file} ${rule}`)).toEqual([`${lesson} component-unknown`]);
});

test('what nobody has told of is found by a look a second later', () => {
  const live = openLiveContent(root);
  live.read();
  appendFileSync(join(root, lesson), '\nТағы бір сөйлем.\n');
  vi.advanceTimersByTime(1100);
  expect(live.read().files.texts.get(lesson)).toContain('Тағы бір сөйлем.');
});

test('a file that was saved as it was changes nothing, and is not checked again', () => {
  const live = openLiveContent(root);
  const [reading, problems] = [live.read(), live.check()];
  const path = join(root, lesson);
  writeFileSync(path, readFileSync(path));
  live.note(path);
  // The editor has written the same words: pages and problems are the same.
  expect(live.read().readings.get(lesson)).toBe(reading.readings.get(lesson));
  expect(live.check()).toEqual(problems);
  utimesSync(path, 1, 1);
  expect(live.check()).toEqual(problems);
});

test('everybody in the process gets the content that was shared', () => {
  expect(liveContent()).toBeUndefined();
  const live = openLiveContent(root);
  shareLiveContent(live);
  expect(liveContent()).toBe(live);
  Reflect.deleteProperty(globalThis, Symbol.for('bilig.live-content'));
});
