import { between, circle, colours, ease, n, path, place, star } from './drawing.ts';
import { bubble, card, check, newspaper, people } from './things.ts';
import { at } from './times.ts';

/** The moves in one row, each an eight-pointed star, and below them a check that ends in trust. */
export function drawMoves(time: number): string {
  const moves = [
    path('M-7-10v20M7-10v20', { stroke: colours.sheet, width: 7 }),
    path('M-12 0h24M0-12v24', { stroke: colours.sheet, width: 6 }),
    path('M-12-10h24M-12 0h24M-12 10h14', { stroke: colours.sheet, width: 5 }),
    path('M0-9c-5-4-10-4-14-3v20c4-1 9-1 14 3 5-4 10-4 14-3v-20c-4-1-9-1-14 3zm0 0v20', {
      stroke: colours.sheet,
      width: 3.5,
    }),
    path('M12 10c6-18-10-24-22-12M-12-12v10h11', { stroke: colours.sheet, width: 5 }),
  ].map((sign, index) => {
    const lit = ease(time, at.moves + 0.3 + index * 0.35, at.moves + 0.9 + index * 0.35);
    return place(`${star({ fill: colours.teal, width: 3 })}${sign}`, {
      x: 112 + index * 104,
      y: 92,
      scale: between(0.8, 1.05, lit),
      opacity: between(0.18, 1, lit),
    });
  });
  const agree = (sign: string, from: number, x: number) =>
    place(
      bubble(
        `${place(sign, { x: -18, y: -2, scale: 0.8 })}${place(check(colours.teal), { x: 20, y: -2, scale: 0.9 })}`,
      ),
      {
        x,
        y: 204,
        scale: ease(time, from, from + 0.6) * 1.1,
      },
    );
  const trust = ease(time, at.moves + 3.4, at.moves + 4);
  return [
    path(`M112 92h${n(416 * ease(time, at.moves + 0.3, at.moves + 2.2))}`, { stroke: colours.sandDark, width: 5 }),
    ...moves,
    agree(newspaper, at.moves + 2.3, 190),
    agree(people, at.moves + 2.7, 450),
    place(card(''), { x: 320, y: 206, opacity: ease(time, at.moves + 2, at.moves + 2.6) }),
    place(
      `${circle(0, 0, 30, { fill: colours.tealSoft, stroke: colours.teal, width: 4 })}${place(check(colours.teal), { scale: 1.3 })}`,
      {
        x: 320,
        y: 214,
        scale: trust,
      },
    ),
  ].join('');
}
