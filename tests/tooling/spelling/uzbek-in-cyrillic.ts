const pairs: readonly (readonly [latin: string, cyrillic: string])[] = [
  ['oʻ', 'ў'],
  ['gʻ', 'ғ'],
  ['sh', 'ш'],
  ['ch', 'ч'],
  ['ya', 'я'],
  ['yo', 'ё'],
  ['yu', 'ю'],
  ['ye', 'е'],
  ...[...'abdefghijklmnopqrstuvxyz'].map(
    (latin, index) => [latin, [...'абдефгҳижклмнопқрстувхйз'][index] ?? ''] as const,
  ),
  ['ʼ', 'ъ'],
];

/**
 * How an Uzbek word in Latin script may stand in a list in Cyrillic script, which is what hunspell has: first letter by
 * letter, then with `ц` where the Latin alphabet of 1995 writes `s` or `ts` (`aksiya`, акция), then with the `ь` that it
 * leaves out before a consonant (`film`, фильм).
 */
export function uzbekInCyrillic(word: string): string[] {
  const isCapital = /^\p{Lu}/u.test(word);
  const lower = word.toLocaleLowerCase('uz');
  let written = '';
  for (let at = 0; at < lower.length;) {
    const [latin, cyrillic] = pairs.find(([from]) => lower.startsWith(from, at)) ?? [lower[at] ?? '', lower[at] ?? ''];
    const opensSyllable = at === 0 || /[аоуўиэе]$/u.test(written);
    written += latin === 'e' && opensSyllable ? 'э' : cyrillic;
    at += latin.length;
  }
  const loans = [
    written.replace(/тс/gu, 'ц'),
    written.replace(/с(?=и)/gu, 'ц'),
    written.replace(/л(?=[бвгдзкмпстфчш])/gu, 'ль'),
    written.replace(/л$/u, 'ль'),
  ];
  return [...new Set([written, ...loans])].map((spelling) =>
    isCapital ? spelling.replace(/^./u, (letter) => letter.toLocaleUpperCase('uz')) : spelling,
  );
}
