import { describe, expect, it } from 'vitest';
import { buildSearchFiles, collectRecords, manifestName, openSearch, type ReadFile, type SearchFiles } from '#search';
import { contentWith, lesson, section } from './lesson-content.ts';
import { ask, ownContent, pathsOf, serve } from './open-content.ts';

const files = buildSearchFiles('kk', collectRecords(ownContent(), 'kk'));
const shards = [...files.keys()].filter((name) => name.startsWith('shard-'));

/** A host that answers some requests in its own way, and keeps a list of what it was asked for. */
function serveSpoilt(
  spoil: (name: string, fresh: boolean, text: string) => string | null,
  from: SearchFiles = files,
): ReadFile & { readonly asked: string[] } {
  const asked: string[] = [];
  const read: ReadFile = async (name, fresh) => {
    asked.push(fresh ? `${name} anew` : name);
    const text = spoil(name, fresh, await serve(from)(name, fresh));
    if (text === null) throw new Error(`${name}: 503`);
    return text;
  };
  return Object.assign(read, { asked });
}

describe('what a query fetches', () => {
  it('is the manifest, then the shards of its words at once, and nothing else before texts', async () => {
    const host = serveSpoilt((_name, _fresh, text) => text);
    const search = openSearch('kk', host);
    await search.ready();
    expect(host.asked).toEqual([manifestName]);
    const findings = await search.find('мектептерінде');
    expect(findings.hits.length).toBeGreaterThan(2);
    const fetched = host.asked.slice(1);
    expect(fetched.every((name) => name.startsWith('shard-'))).toBe(true);
    expect(fetched.length).toBeLessThan(shards.length);
    await search.present(findings);
    expect(host.asked.slice(1 + fetched.length).every((name) => name.startsWith('texts-'))).toBe(true);
    // Everything is at hand now.
    const before = host.asked.length;
    await ask(search, 'мектептерінде');
    expect(host.asked).toHaveLength(before);
  });

  it('is the lexicon only where nothing was found as typed', async () => {
    const host = serveSpoilt((_name, _fresh, text) => text);
    const search = openSearch('kk', host);
    await search.find('мектеп');
    expect(host.asked.some((name) => name.startsWith('lexicon-'))).toBe(false);
    await search.find('Тимрудың');
    expect(host.asked.some((name) => name.startsWith('lexicon-'))).toBe(true);
  });
});

describe('a file that cannot be had', () => {
  it.each<[string, (text: string) => string | null]>([
    ['is missing', () => null],
    ['is cut off', (text) => text.slice(0, -20)],
    ['has a letter changed', (text) => text.replace(/.(?=.{40}$)/u, (letter) => (letter === 'B' ? 'C' : 'B'))],
    ['is the page of an error', () => '<!doctype html><title>Oops</title>'],
    ['is empty', () => ''],
    ['is JSON of another form', () => '{"terms":1}'],
  ])('is asked for once more, past all caches, where it %s', async (_name, spoil) => {
    const host = serveSpoilt((name, fresh, text) => (name.startsWith('shard-') && !fresh ? spoil(text) : text));
    const findings = await openSearch('kk', host).find('мектеп');
    expect([findings.missing, findings.hits.length > 0]).toEqual([0, true]);
    expect(host.asked.filter((name) => name.endsWith(' anew')).length).toBeGreaterThan(0);
  });

  it('is counted, and the other words are found all the same', async () => {
    const broken = new Set<string>();
    const host = serveSpoilt((name, _fresh, text) => (broken.has(name) ? null : text));
    const search = openSearch('kk', host);
    await search.find('мектеп');
    const ofSchool = host.asked.filter((name) => name.startsWith('shard-'));
    const first = ofSchool[0] ?? '';
    broken.add(first);
    const other = openSearch('kk', host);
    const findings = await other.find('мектеп ақпарат');
    expect(findings.missing).toBe(1);
    expect(findings.hits.length).toBeGreaterThan(0);
    expect((await other.present(findings)).incomplete).toBe(true);
    broken.clear();
    expect((await other.find('мектеп ақпарат')).missing).toBe(0);
  });

  it('may be the texts, and then results come without excerpts and say so', async () => {
    const host = serveSpoilt((name, _fresh, text) => (name.startsWith('texts-') ? null : text));
    const answer = await ask(openSearch('kk', host), 'мектеп');
    expect(pathsOf(answer).length).toBeGreaterThan(2);
    expect(answer.incomplete).toBe(true);
    expect(answer.groups.flatMap(({ hits }) => hits).every(({ excerpt }) => excerpt.length === 0)).toBe(true);
  });

  it.each([
    ['is missing', () => null],
    ['is no JSON', () => 'Not found'],
    ['is not whole', () => '{"version":3}'],
    ['has another form', () => '{"version":2,"locale":"kk"}'],
    ['is nothing', () => 'null'],
  ])('rejects where the manifest %s, and works when it is back', async (_name, spoil) => {
    let isBack = false;
    const host = serveSpoilt((name, _fresh, text) => (name === manifestName && !isBack ? spoil() : text));
    const search = openSearch('kk', host);
    await expect(search.ready()).rejects.toThrow();
    await expect(search.find('мектеп')).rejects.toThrow();
    isBack = true;
    expect((await search.find('мектеп')).hits.length).toBeGreaterThan(0);
  });

  it('may be of a release that is gone: the new one is searched', async () => {
    const version = lesson('kk', { sections: [section('Жаңа', 'мектеп жаңарды')] });
    const newer = buildSearchFiles('kk', collectRecords(contentWith({ kk: version }), 'kk'));
    let isPublished = false;
    const host: ReadFile = (name, fresh) => serve(isPublished ? newer : files)(name, fresh);
    const search = openSearch('kk', host);
    await search.ready();
    isPublished = true;
    const findings = await search.find('мектеп');
    expect(findings.missing).toBe(0);
    expect(findings.hits.map(({ path }) => path)).toEqual(['course/module/lesson/#at-4']);
  });
});
