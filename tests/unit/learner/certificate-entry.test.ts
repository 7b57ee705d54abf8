import {
  formatCertificate,
  mergeCertificates,
  mergeEntries,
  noCertificate,
  parseCertificate,
  type CertificateEntry,
} from '#learner';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const entry: CertificateEntry = {
  name: { text: 'Günel Əliyeva', at: 7 },
  earned: {
    at: 5,
    lessons: { count: 3, total: 3 },
    exercises: { count: 18, total: 20 },
    score: 0.87,
    discernment: { caught: 5, misleading: 6, trusted: 4, sound: 6 },
  },
};
const changed = (change: object) => JSON.stringify({ ...entry, ...change });
const earned = (change: object) => changed({ earned: { ...entry.earned, ...change } });

describe('what is kept of a certificate', () => {
  test('comes back as it was', () => {
    for (const kept of [entry, noCertificate, { ...entry, earned: null }])
      expect(parseCertificate(formatCertificate(kept))).toEqual(kept);
  });

  test('has a tidy name, whoever wrote it into the store', () => {
    const stored = changed({ name: { text: ' Aysel\u202e\n<b>', at: 1 }, extra: 1 });
    expect(parseCertificate(stored)).toEqual({ ...entry, name: { text: 'Aysel <b>', at: 1 } });
  });

  test.each([
    ['nothing', null],
    ['no JSON', '{"name":'],
    ['a list', '[]'],
    ['no name', changed({ name: null })],
    ['a name that is no text', changed({ name: { text: 7, at: 1 } })],
    ['a name of no moment', changed({ name: { text: '', at: -1 } })],
    ['no moment of completion', earned({ at: '5' })],
    ['more lessons than there are', earned({ lessons: { count: 4, total: 3 } })],
    ['a score above one', earned({ score: 1.2 })],
    ['half an item', earned({ discernment: { caught: 0.5, misleading: 1, trusted: 0, sound: 0 } })],
    ['an absurd length', changed({ name: { text: 'x'.repeat(6_000), at: 1 } })],
  ])('is set aside when it is %s', (_, json) => {
    expect(parseCertificate(json)).toBeNull();
  });

  const entries = fc.record({
    name: fc.record({ text: fc.constantFrom('', 'Айгүл', 'Oʻgʻiloy'), at: fc.nat(2) }),
    earned: fc.option(
      fc.record({ at: fc.nat(2), score: fc.constantFrom(null, 0.5, 1) }).map((some) => ({ ...entry.earned, ...some })),
    ),
  }) as fc.Arbitrary<CertificateEntry>;

  test('is joined with what another device has: the last name, the first completion, whichever side is asked', () => {
    fc.assert(
      fc.property(entries, entries, (a, b) => {
        const both = mergeCertificates(a, b);
        expect(mergeCertificates(b, a)).toEqual(both);
        expect(mergeCertificates(both, a)).toEqual(both);
        expect(both.name.at).toBe(Math.max(a.name.at, b.name.at));
        const moments = [a, b].flatMap((one) => one.earned?.at ?? []);
        expect(both.earned?.at).toBe(moments.length ? Math.min(...moments) : undefined);
      }),
    );
  });

  test('is an entry that a file or another store can bring', () => {
    const other = { ...entry, name: { text: 'Гүнел', at: 9 } };
    const json = mergeEntries('certificate/media-literacy', formatCertificate(entry), formatCertificate(other));
    expect(parseCertificate(json)).toEqual(other);
    expect(mergeEntries('certificate/media-literacy', 'x', 'y')).toBeNull();
  });
});
