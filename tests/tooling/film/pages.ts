import { between, box, colours, during, ease, growing, lines, n, path, place, star } from './drawing.ts';
import {
  basket,
  crown,
  magnifier,
  medal,
  moon,
  newspaper,
  people,
  shop,
  steam,
  sun,
  teapot,
  thermometer,
} from './things.ts';
import { at } from './times.ts';

/** The browser of the film and the four pages that it shows. A page is 400 wide and 186 high. */

const width = 400;

export type Page = 'praise' | 'search' | 'newspaper' | 'club';

export interface Tab {
  readonly page: Page;
  /** How far it has opened, from 0 to 1. */
  readonly open: number;
}

const favicons: Readonly<Record<Page, string>> = {
  praise: place(teapot(colours.clay, colours.gold), { y: 7, scale: 0.2 }),
  search: place(magnifier, { scale: 0.62 }),
  newspaper: place(newspaper, { scale: 0.55 }),
  club: place(people, { scale: 0.55 }),
};

/** The window with its tabs; `mixed` is how much of `next` is seen instead of `now`. */
export function browser(time: number, tabs: readonly Tab[], now: Page, next: Page, mixed: number): string {
  const front = mixed > 0.5 ? next : now;
  let left = 14;
  const drawn = tabs.map(({ page, open }) => {
    const here = left;
    left += 84 * open;
    const active = page === front;
    const fill = active ? colours.sheet : colours.sand;
    const shape = path('M2 30v-19a8 8 0 0 1 8-8h60a8 8 0 0 1 8 8v19', { fill, width: 2.5 });
    const body = `${shape}${place(favicons[page], { x: 20, y: 17 })}${lines(36, 17, [30], 0, active ? colours.sandDark : colours.sheet)}`;
    return place(body, { x: here, y: between(26, 0, open), opacity: open });
  });
  const plus = path(`M${n(left + 9)} 17h14M${n(left + 16)} 10v14`, { width: 3 });
  return [
    box(0, 0, width, 240, 14, { fill: colours.sandDark }),
    ...drawn,
    plus,
    path(`M0 30h${width}v196a14 14 0 0 1-14 14h-${width - 28}a14 14 0 0 1-14-14z`, { fill: colours.sheet }),
    `<svg y="31" x="2" width="${width - 4}" height="207" viewBox="2 -4 ${width - 4} 207">`,
    place(pages[now](time), { opacity: now === next ? 1 : 1 - mixed }),
    place(pages[next](time), { opacity: now === next ? 0 : mixed }),
    '</svg>',
  ].join('');
}

const pages: Readonly<Record<Page, (time: number) => string>> = {
  praise: drawPraise,
  search: drawSearch,
  newspaper: drawNewspaper,
  club: drawClub,
};

/** The page that praises itself. What it boasts with pales when the reader comes back with better knowledge. */
function drawPraise(time: number): string {
  const pale = ease(time, at.back + 1, at.back + 2.6);
  const gold = pale < 0.5 ? colours.gold : colours.faded;
  const shine = 1 - pale;
  // The voices of others take the place of medals and button.
  const room = 1 - ease(time, at.back + 0.6, at.back + 1.3);
  const rays = Array.from({ length: 12 }, (_, ray) => {
    const angle = (ray * 30 + 15) * (Math.PI / 180);
    const tip = (turn: number) => `${n(Math.cos(angle + turn) * 190)} ${n(Math.sin(angle + turn) * 190)}`;
    return `M0 0L${tip(0.13)}L${tip(-0.13)}z`;
  }).join('');
  const medals = [-1, 1].flatMap((side) =>
    [0, 1].map((row) => {
      const born = at.praise + 0.3 + row * 0.8 + (side + 1) * 0.2;
      const grown = ease(time, born, born + 0.7);
      const swing = Math.sin(time * 1.6 + row + side) * 3 * shine;
      return place(medal(gold, pale < 0.5 ? colours.clay : colours.sandDark), {
        opacity: side > 0 ? room : 1,
        x: 200 + side * (112 + row * 46),
        y: 58 + row * 26,
        scale: grown * 1.1,
        turn: swing,
      });
    }),
  );
  const stars = Array.from({ length: 5 }, (_, index) => {
    const born = at.praise + 2 + index * 0.22;
    const filled = ease(time, born, born + 0.5);
    const fill = filled > 0.5 ? gold : colours.sheet;
    return place(star({ fill, width: 7 }), {
      x: 152 + index * 24,
      y: 183,
      scale: 0.24 + 0.03 * during(time, born, born + 0.6, 0.3),
    });
  });
  const days = [sun, moon, sun, moon].map((sign, index) => {
    const born = at.promise + 0.7 + index * 0.75;
    return place(sign, {
      x: 146 + index * 36,
      y: 148,
      scale: 0.85 * ease(time, born, born + 0.6),
      opacity: 1 - pale * 0.7,
    });
  });
  return [
    place(path(rays, { fill: colours.goldSoft, width: 0 }), { x: 200, y: 92, opacity: 0.25 + 0.65 * shine }),
    ...medals,
    place(steam({ time, strength: shine }), { x: 262, y: 66 }),
    place(teapot(colours.clay, gold), { x: 200, y: 124, scale: 0.96 }),
    place(crown(gold), {
      x: 200,
      y: 50 - 3 * Math.sin(time * 1.3) * shine,
      scale: ease(time, at.praise + 1.9, at.praise + 2.6),
    }),
    ...days,
    ...stars,
    place(`${box(310, 160, 76, 34, 17, { fill: colours.clay })}${place(basket, { x: 348, y: 174, scale: 0.85 })}`, {
      opacity: room,
    }),
  ].join('');
}

const rowTop = 54;
const rowGap = 30;
/** The middle of a result of the search, from the top of the page. */
export const rowMiddle = (row: number) => rowTop + rowGap * row + 12;

const rowSigns = [
  place(teapot(colours.clay, colours.gold), { y: 8, scale: 0.23 }),
  place(medal(colours.gold, colours.clay), { y: -3, scale: 0.48 }),
  place(basket, { y: 1, scale: 0.8 }),
  place(newspaper, { scale: 0.6 }),
  place(people, { scale: 0.62 }),
];

/** The list of results: looked over first, then asked whose voice each line is, and only then opened. */
function drawSearch(time: number): string {
  const typed = ease(time, at.tab + 1.5, at.tab + 3.2);
  const asked = ease(time, at.owner + 0.6, at.owner + 1.6);
  const look = ((time - at.list - 0.3) / 3) * 5;
  const rows = rowSigns.map((sign, row) => {
    const born = at.tab + 3.2 + row * 0.12;
    const shown = ease(time, born, born + 0.5);
    const owned = row < 3;
    const chosen = !owned && time > at.voices + (row === 3 ? 0.9 : 2.3);
    const seen = Math.max(0, 1 - Math.abs(look - row - 0.5) / 0.8);
    const frame = box(12, rowTop + rowGap * row - 1, 276, 26, 8, {
      fill: chosen ? colours.tealSoft : colours.sheet,
      stroke: chosen ? colours.teal : colours.sand,
      width: chosen ? 3 : 2,
    });
    const light = place(box(12, rowTop + rowGap * row - 1, 276, 26, 8, { fill: colours.goldSoft, width: 0 }), {
      opacity: seen,
    });
    const text = lines(54, rowMiddle(row) - 5, [[190, 150, 170, 180, 160][row] ?? 150, 110], 11, colours.sandDark);
    return place(`${frame}${light}${place(sign, { x: 33, y: rowMiddle(row) })}${text}`, {
      opacity: shown * (owned ? 1 - 0.5 * ease(time, at.voices, at.voices + 1) : 1),
    });
  });
  const threads = [0, 1, 2].map((row) =>
    growing(
      `M288 ${rowMiddle(row)}C318 ${rowMiddle(row)} 306 ${rowMiddle(1)} 326 ${rowMiddle(1)}`,
      ease(time, at.owner + 0.5 + row * 0.3, at.owner + 1.5 + row * 0.3),
      {
        stroke: colours.clay,
        width: 4,
      },
    ),
  );
  return [
    box(40, 10, 300, 32, 16, { fill: colours.paper }),
    place(magnifier, { x: 62, y: 26, scale: 0.8 }),
    growing('M84 27q6-12 12 0t12 0 12 0 12 0q6-14 12-2t12 2 12 0 12 0 12 0q6-12 12 0', typed, {
      stroke: colours.teal,
      width: 4,
    }),
    ...rows,
    place(threads.join(''), { opacity: 1 - 0.5 * ease(time, at.voices, at.voices + 1) }),
    place(shop, {
      x: 358,
      y: rowMiddle(1) - 3,
      scale: asked * 0.86,
      opacity: 1 - 0.4 * ease(time, at.voices, at.voices + 1),
    }),
  ].join('');
}

/** A day with the teapot: the sun crosses the sky and the tea cools until evening. */
function drawNewspaper(time: number): string {
  const day = ease(time, at.newspaper + 0.9, at.newspaper + 3.6);
  const angle = Math.PI * (1 - day);
  const night = ease(day, 0.72, 1);
  const sky = [
    box(22, 52, 356, 140, 10, { fill: colours.tealSoft }),
    place(box(22, 52, 356, 140, 10, { fill: colours.tealMid }), { opacity: night }),
    place(sun, { x: 200 + Math.cos(angle) * 140, y: 160 - Math.sin(angle) * 84, opacity: 1 - night, scale: 1.2 }),
    place(moon, { x: 346, y: 80, opacity: night, scale: 1.2 }),
    path('M22 172h356v10a10 10 0 0 1-10 10h-336a10 10 0 0 1-10-10z', { fill: colours.wood }),
  ];
  return [
    place(newspaper, { x: 40, y: 26, scale: 1.05 }),
    path('M68 20h200', { stroke: colours.ink, width: 9 }),
    lines(68, 35, [260], 0),
    ...sky,
    place(steam({ time, strength: 1 - ease(day, 0.2, 0.85) }), { x: 252, y: 116 }),
    place(teapot(colours.clay, colours.gold), { x: 182, y: 182, scale: 1.02 }),
    place(thermometer(1 - day), { x: 306, y: 184, scale: 1.2 }),
  ].join('');
}

const compared = [
  { fill: colours.tealMid, trim: colours.teal },
  { fill: colours.clay, trim: colours.gold },
  { fill: colours.sandDark, trim: colours.clayDark },
];

/** Three teapots, one of them the praised one; all cool alike. */
function drawClub(time: number): string {
  const cooled = ease(time, at.club + 1, at.club + 3.4);
  const pots = compared.map(({ fill, trim }, index) => {
    const x = 62 + index * 124;
    return [
      place(steam({ time: time + index * 0.4, strength: 1 - ease(cooled, 0.2, 0.9) }), { x, y: 112 }),
      place(teapot(fill, trim), { x, y: 176, scale: 0.68 }),
      place(thermometer(1 - cooled), { x: x + 59, y: 179, scale: 1.1 }),
    ].join('');
  });
  return [
    place(people, { x: 46, y: 27, scale: 1.05 }),
    path('M84 20h150', { stroke: colours.ink, width: 9 }),
    lines(84, 35, [230], 0),
    path('M22 177h356', { width: 5, stroke: colours.woodDark }),
    ...pots,
  ].join('');
}
