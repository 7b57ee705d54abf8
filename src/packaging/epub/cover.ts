import type { Book } from '../book/create-book.ts';
import { element, writeDocument, type XmlElement } from '../xml.ts';

const width = 1200;
const height = 1600;
const edge = 110;
const room = width - 2 * edge;
/** Width of a letter as a share of its size, wide ones included: no reader says what face it has. */
const letter = 0.62;

/** Girih: eight-pointed stars that touch and leave crosses between them, as on the tiles of the region. */
const star =
  'M80 40L68.3 51.7L68.3 68.3L51.7 68.3L40 80L28.3 68.3L11.7 68.3L11.7 51.7L0 40L11.7 28.3L11.7 11.7L28.3 11.7L40 0L51.7 11.7L68.3 11.7L68.3 28.3z';
const heart =
  'M58 40L52.7 45.3L52.7 52.7L45.3 52.7L40 58L34.7 52.7L27.3 52.7L27.3 45.3L22 40L27.3 34.7L27.3 27.3L34.7 27.3L40 22L45.3 27.3L52.7 27.3L52.7 34.7z';

/** The cover: a drawing that needs no fonts and no other file. */
export function writeCover({ bank, courseTitle }: Book): string {
  const title = fit(bank.title, 104, 5);
  const course = bank.title === courseTitle ? null : fit(courseTitle, 46, 3);
  const top = 330;
  return writeDocument(
    element(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${width} ${height}`,
        width: String(width),
        height: String(height),
        'xml:lang': bank.locale,
      },
      [
        element('title', {}, [bank.title]),
        element('rect', { width: String(width), height: String(height), fill: '#0b6068' }),
        ...stars(),
        ...(course ? lines(course, 190, '#9be6e2', 'normal') : []),
        ...lines(title, top, '#ffffff', 'bold'),
        ...lines(fit(bank.authors.join(' · '), 44, 2), 1010, '#ffd682', 'normal'),
      ],
    ),
  );
}

/** Rows of stars over the lower third. */
function stars(): XmlElement[] {
  const size = 200;
  const scale = size / 80;
  return Array.from({ length: 3 * 6 }, (_, index) => {
    const place = `translate(${(index % 6) * size} ${height - (3 - Math.floor(index / 6)) * size + 100}) scale(${scale})`;
    return element('g', { transform: place, 'stroke-width': '0.8' }, [
      element('path', { d: star, fill: '#0f6d75', stroke: '#7edcd8', 'stroke-opacity': '0.6' }),
      element('path', {
        d: heart,
        fill: '#ffd682',
        'fill-opacity': '0.22',
        stroke: '#ffd682',
        'stroke-opacity': '0.7',
      }),
    ]);
  });
}

interface Fitted {
  readonly size: number;
  readonly rows: readonly string[];
}

/** Words in rows at the largest size, down from this one, at which they have room. */
function fit(text: string, most: number, mostRows: number): Fitted {
  for (let size = most; ; size -= 4) {
    const rows = wrap(text, Math.floor(room / (size * letter)));
    const isFit = rows.length <= mostRows && rows.every((row) => [...row].length * size * letter <= room);
    if (isFit || size <= 24) return { size, rows: rows.slice(0, mostRows * 2) };
  }
}

function wrap(text: string, longest: number): string[] {
  const rows: string[] = [];
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const row = rows.at(-1);
    if (row !== undefined && [...row].length + 1 + [...word].length <= longest)
      rows[rows.length - 1] = `${row} ${word}`;
    else rows.push(word);
  }
  return rows;
}

function lines({ size, rows }: Fitted, top: number, fill: string, weight: 'bold' | 'normal'): XmlElement[] {
  return rows.map((row, index) =>
    element(
      'text',
      {
        x: String(edge),
        y: String(Math.round(top + index * size * 1.25)),
        'font-family': 'sans-serif',
        'font-weight': weight,
        'font-size': String(size),
        fill,
      },
      [row],
    ),
  );
}
