/**
 * Folding of the Turkic Latin alphabets. ı stands for i, ə for e: that is what readers without these keys type, and
 * what `İ` and `I` become on a foreign keyboard. Other marks go by NFD.
 */
export const turkicLatin: Readonly<Record<string, string>> = { ə: 'e', ı: 'i' };

/**
 * Cyrillic to a Latin skeleton of one letter each where it can be, for Kazakh, Kyrgyz and Uzbek. Letters that a Russian keyboard lacks fall
 * together with those typed for them (қ к, ғ г, ң н, ө о, ү ұ у, ә а, һ х, і и). c is ж, q is ч, x is ш, y is ы, j is й;
 * ю, я and ё hold their й so that a suffix can be cut inside them: кою → koj-u.
 */
export const cyrillicSkeleton: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'c',
  з: 'z',
  и: 'i',
  і: 'i',
  й: 'j',
  к: 'k',
  қ: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ү: 'u',
  ұ: 'u',
  ф: 'f',
  х: 'h',
  һ: 'h',
  ц: 'ts',
  ч: 'q',
  ш: 'x',
  щ: 'x',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'ju',
  я: 'ja',
};

/**
 * Latin letters that readers of Kazakh and Kyrgyz type for the Cyrillic ones: the Kazakh alphabet of 2021 with or without its marks, and
 * what stands for its letters on an English keyboard. Marked vowels, ğ and ñ go by NFD.
 */
export const typedLatin: Readonly<Record<string, string>> = {
  c: 'k',
  ç: 'q',
  ı: 'i',
  j: 'c',
  q: 'k',
  ş: 'x',
  w: 'u',
  x: 'ks',
};

/** Latin letters that stand for one Cyrillic letter together, or for another one beside a vowel. */
export const typedLatinTogether = [
  ['sh', 'ш'],
  ['ch', 'ч'],
  ['zh', 'ж'],
  // aqparattyñ has ы, aimaq and ay have й, and informasia has ия.
  ['(?<=[^aeiouyäöüūı\\P{L}])[iı](?=a)', 'ий'],
  ['(?<=[aeouäöüū])[iy]|y(?=[aeouäöüū])', 'й'],
] as const;
