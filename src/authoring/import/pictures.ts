import { lowerCase } from '#language';

/** Forms in which a picture is taken. SVG can hold scripts and load files, so it is not. */
export type PictureForm = 'png' | 'jpg' | 'webp' | 'avif';

/** What a file is by its first bytes, whatever its name says; null for what is not taken. */
export function formOfPicture(bytes: Uint8Array): PictureForm | null {
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.slice(from, to));
  if (ascii(0, 8) === '\u0089PNG\r\n\u001A\n') return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpg';
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp';
  if (ascii(4, 12) === 'ftypavif') return 'avif';
  return null;
}

/** A name for a picture that is the same on every disk and in every address. */
export function namePicture(name: string, form: PictureForm, taken: ReadonlySet<string>): string {
  const [stem = ''] = name.split(/[/\\]/u).slice(-1);
  const folded = lowerCase('en', stem.replace(/\.[^.]*$/u, ''))
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 40);
  const base = folded || 'picture';
  for (let number = 1; ; number++) {
    const path = `media/${base}${number > 1 ? `-${number}` : ''}.${form}`;
    if (!taken.has(path)) return path;
  }
}
