import { expect, test } from 'vitest';
import { packageFormats, presetNames } from '#packaging';
import { importGuides } from '../../../src/site/import-guides.ts';

const guides = presetNames.map((preset) => [preset, importGuides[preset]] as const);

test.each(guides)('%s is shown nothing but what it takes', (preset, { ways }) => {
  for (const { formats } of ways)
    for (const format of formats) expect(packageFormats[format].presets).toContain(preset);
});

test.each(guides)('%s shows where marks arrive, and says where each step is described', (_, { ways }) => {
  expect(ways.map(({ result }) => result)).toContain('marks');
  for (const { manual, menu, place } of ways) {
    expect(new URL(manual).protocol).toBe('https:');
    expect(menu.length).toBeGreaterThan(1);
    expect(place).not.toEqual([]);
  }
});

test.each(guides)('what stands in the drawings of %s fits into them', (_, { ways }) => {
  for (const { menu, settings, place } of ways) {
    // Four entries of a menu and three settings have room, each in one line.
    expect(menu.length).toBeLessThanOrEqual(4);
    expect(settings.length).toBeLessThanOrEqual(3);
    for (const entry of [...menu, ...settings, ...place]) expect(entry.length, entry).toBeLessThanOrEqual(30);
  }
});
