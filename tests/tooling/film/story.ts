import { between, box, circle, colours, during, ease, girih, growing, inventedMark, path, place } from './drawing.ts';
import { drawMoves } from './ending.ts';
import { browser, rowMiddle, type Page, type Tab } from './pages.ts';
import { reader, type Mood } from './reader.ts';
import { bowl, bubble, card, newspaper, pauseSign, people, pointer, steam, teapot, thermometer } from './things.ts';
import { at } from './times.ts';

const windowX = 178;
const windowY = 26;

/** The picture at a time of the film, 640 by 360. */
export function frame(time: number): string {
  const desk = 1 - ease(time, at.moves - 0.4, at.moves + 0.3);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" viewBox="0 0 640 360" fill="none" stroke-linecap="round" stroke-linejoin="round">',
    box(0, 0, 640, 360, 0, { fill: colours.paper, width: 0 }),
    girih(0.16),
    place(drawDesk(time), { opacity: desk }),
    place(drawMoves(time), { opacity: ease(time, at.moves, at.moves + 0.6) }),
    inventedMark,
    '</svg>',
  ].join('');
}

function drawDesk(time: number): string {
  return [
    reader(time, moodAt(time)),
    path('M0 296h640v64h-640z', { fill: colours.wood, width: 0 }),
    path('M0 296h640', { stroke: colours.woodDark, width: 5 }),
    drawWish(time),
    drawWindow(time),
    drawTea(time),
    drawQuestion(time),
    drawPause(time),
    drawVoices(time),
    drawPointer(time),
  ].join('');
}

/** How the reader sits there at first. */
const firstMood: Mood = { lookX: 0.3, lookY: -0.8, wonder: 0, smile: 0.5, lean: 0 };

/** Where the reader looks, and with what face, from each time on. */
const moods: readonly (readonly [number, Mood])[] = [
  [at.promise - 0.4, { lookX: 1, lookY: 0, wonder: 0.2, smile: 0.4, lean: 0.4 }],
  [at.praise + 0.4, { lookX: 1, lookY: -0.2, wonder: 1, smile: 0.1, lean: 1 }],
  [at.pause + 0.2, { lookX: 1, lookY: 0.8, wonder: 0.7, smile: 0.8, lean: 1 }],
  [at.pause + 2, { lookX: 0.6, lookY: 0, wonder: 0, smile: 0, lean: 0 }],
  [at.question, { lookX: 0.4, lookY: -0.9, wonder: 0.4, smile: 0, lean: -0.3 }],
  [at.tab, { lookX: 1, lookY: -0.6, wonder: 0.1, smile: 0.2, lean: 0.4 }],
  [at.list, { lookX: 1, lookY: 0.1, wonder: 0, smile: 0, lean: 0.6 }],
  [at.owner + 1.4, { lookX: 1, lookY: 0, wonder: 0.5, smile: 0.1, lean: 0.6 }],
  [at.voices, { lookX: 1, lookY: 0.8, wonder: 0.1, smile: 0.3, lean: 0.4 }],
  [at.newspaper + 2.6, { lookX: 1, lookY: 0.3, wonder: 0.5, smile: 0, lean: 0.5 }],
  [at.club + 2.4, { lookX: 1, lookY: 0.3, wonder: 0.3, smile: 0.2, lean: 0.4 }],
  [at.back + 0.5, { lookX: 1, lookY: 0, wonder: 0, smile: 0, lean: 0 }],
  [at.back + 2.8, { lookX: 1, lookY: -0.3, wonder: 0.1, smile: 0.5, lean: -0.2 }],
  [at.old, { lookX: 1, lookY: 0.9, wonder: 0.1, smile: 1, lean: 0.3 }],
];

function moodAt(time: number): Mood {
  return moods.reduce((mood, [from, next]) => {
    const share = ease(time, from, from + 0.6);
    return {
      lookX: between(mood.lookX, next.lookX, share),
      lookY: between(mood.lookY, next.lookY, share),
      wonder: between(mood.wonder, next.wonder, share),
      smile: between(mood.smile, next.smile, share),
      lean: between(mood.lean, next.lean, share),
    };
  }, firstMood);
}

/** The thought of a new teapot. */
function drawWish(time: number): string {
  const seen = during(time, at.wish + 0.5, at.promise - 0.3, 0.7);
  const cloud =
    'M-70 0c-22 0-24-34-2-38 0-28 36-38 52-20 18-20 56-10 54 14 28-2 36 38 8 44-4 20-40 24-52 10-16 16-52 12-60-10z';
  return place(
    [
      circle(-128, 40, 5, { fill: colours.sheet }),
      circle(-108, 28, 9, { fill: colours.sheet }),
      place(path(cloud, { fill: colours.sheet, width: 3 / 1.45 }), { scale: 1.45 }),
      place(teapot(colours.clay, colours.gold), { x: -24, y: -2, scale: 0.95 }),
    ].join(''),
    { x: 300, y: 122 + Math.sin(time * 1.6) * 2, opacity: seen, scale: between(0.85, 1, seen) },
  );
}

/** Which page is seen from when on. */
const views: readonly (readonly [number, Page])[] = [
  [0, 'praise'],
  [at.tab + 0.9, 'search'],
  [at.newspaper - 0.3, 'newspaper'],
  [at.club - 0.2, 'club'],
  [at.back + 0.3, 'praise'],
];

function drawWindow(time: number): string {
  const shown = ease(time, at.promise - 0.5, at.promise + 0.4) * (1 - ease(time, at.old - 0.9, at.old - 0.1));
  const index = views.findLastIndex(([from]) => time >= from);
  const now = views[Math.max(0, index - 1)]?.[1] ?? 'praise';
  const next = views[index]?.[1] ?? 'praise';
  const mixed = ease(time, views[index]?.[0] ?? 0, (views[index]?.[0] ?? 0) + 0.5);
  const tabs: Tab[] = [
    { page: 'praise', open: 1 },
    { page: 'search', open: ease(time, at.tab + 0.8, at.tab + 1.4) },
    { page: 'newspaper', open: ease(time, at.voices + 1, at.voices + 1.6) },
    { page: 'club', open: ease(time, at.voices + 2.4, at.voices + 3) },
  ];
  return place(browser(time, tabs, now, next, mixed), {
    x: windowX + (1 - shown) * 40,
    y: windowY + (1 - shown) * 24,
    scale: between(0.9, 1, shown),
    opacity: shown,
  });
}

/** The bowl on the desk; at the end the old teapot fills it. */
function drawTea(time: number): string {
  const come = ease(time, at.old - 0.5, at.old + 0.2);
  const tilt = during(time, at.old + 0.5, at.moves - 0.6, 0.6);
  const flow = during(time, at.old + 1, at.moves - 1, 0.3);
  const bowlX = between(34, 274, come);
  return [
    flow > 0.05 ? path('M277 213c-3 8-4 24-4 50', { stroke: colours.clayDark, width: 5 * flow }) : '',
    place(bowl, { x: bowlX, y: between(322, 302, come), scale: between(0.8, 1.35, come) }),
    place(steam({ time, strength: Math.max(1 - ease(time, 1, 12), ease(time, at.old + 1.4, at.old + 2)) }), {
      x: bowlX,
      y: between(292, 252, come),
    }),
    place(
      `<g transform="scale(-1 1)">${teapot(colours.tealMid, colours.teal)}${path('M20-52l-6 8 5 7-4 6', { width: 2.5 })}</g>`,
      { x: between(470, 400, come), y: between(300, 238, tilt), turn: -26 * tilt, scale: 1.5, opacity: come },
    ),
  ].join('');
}

/** The page's words lead back to the page: it is its own witness. */
function drawQuestion(time: number): string {
  const seen = during(time, at.question + 0.1, at.tab + 0.2, 0.5);
  if (seen < 0.01) return '';
  const loop = 'M500 236C610 262 622 60 520 84C494 90 474 104 452 116';
  return place(
    [
      place(growing(loop, ease(time, at.question + 0.4, at.question + 2), { stroke: colours.paper, width: 15 }), {}),
      growing(loop, ease(time, at.question + 0.4, at.question + 2), { stroke: colours.teal, width: 9 }),
      place(path('M16-16L0 0l22 6', { stroke: colours.teal, width: 9 }), {
        x: 450,
        y: 117,
        opacity: ease(time, at.question + 1.8, at.question + 2.2),
      }),
      place(bubble(path('M-10-12c0-16 24-16 22 0-1 9-11 8-11 18M1 16v1', { stroke: colours.teal, width: 6 })), {
        x: 118,
        y: 78,
      }),
    ].join(''),
    { opacity: seen },
  );
}

function drawPause(time: number): string {
  const seen = during(time, at.pause + 1.7, at.question + 0.2, 0.5);
  return place(pauseSign, { x: windowX + 200, y: windowY + 120, scale: between(0.7, 1.15, seen), opacity: seen });
}

/** The two voices come back with the reader and point at the page; then the reader decides. */
function drawVoices(time: number): string {
  const voice = (sign: string, from: number, y: number) => {
    const come = ease(time, from, from + 0.9);
    const inside = `${place(sign, { x: -20, y: 10, scale: 0.8 })}${place(thermometer(0), { x: 24, y: 40, scale: 0.82 })}`;
    return place(card(inside), { x: between(680, 556, come), y, opacity: come });
  };
  const leave = 1 - ease(time, at.old - 1, at.old - 0.3);
  const stroke = (from: number) => ease(time, from, from + 0.35);
  const decision = [
    circle(0, 0, 40, { fill: colours.sheet, width: 4 }),
    growing('M-15-15L15 15', stroke(at.back + 2.7), { stroke: colours.clay, width: 9 }),
    growing('M15-15L-15 15', stroke(at.back + 3.05), { stroke: colours.clay, width: 9 }),
  ].join('');
  return place(
    [
      voice(newspaper, at.back + 0.7, 114),
      voice(people, at.back + 1.1, 222),
      place(decision, {
        x: windowX + 200,
        y: windowY + 118,
        scale: ease(time, at.back + 2.4, at.back + 2.9),
        opacity: ease(time, at.back + 2.4, at.back + 2.7),
      }),
    ].join(''),
    { opacity: leave },
  );
}

/** Where the pointer is from when on; `press` where it presses on arriving. */
const pointerStops: readonly { time: number; x: number; y: number; press?: true }[] = [
  { time: at.promise, x: 470, y: 300 },
  { time: at.praise, x: 440, y: 290 },
  { time: at.pause + 1.5, x: windowX + 366, y: windowY + 206 },
  { time: at.tab, x: windowX + 370, y: windowY + 212 },
  { time: at.tab + 0.7, x: windowX + 112, y: windowY + 18, press: true },
  { time: at.tab + 1.6, x: windowX + 300, y: windowY + 64 },
  { time: at.list, x: windowX + 312, y: windowY + 60 },
  { time: at.list + 0.3, x: windowX + 268, y: windowY + 36 + rowMiddle(0) },
  { time: at.list + 3.3, x: windowX + 268, y: windowY + 36 + rowMiddle(4) },
  { time: at.voices, x: windowX + 280, y: windowY + 36 + rowMiddle(4) },
  { time: at.voices + 0.9, x: windowX + 240, y: windowY + 33 + rowMiddle(3), press: true },
  { time: at.voices + 2.3, x: windowX + 240, y: windowY + 33 + rowMiddle(4), press: true },
  { time: at.newspaper - 0.4, x: windowX + 222, y: windowY + 20, press: true },
  { time: at.club - 0.9, x: windowX + 222, y: windowY + 22 },
  { time: at.club - 0.3, x: windowX + 306, y: windowY + 20, press: true },
  { time: at.back - 0.6, x: windowX + 306, y: windowY + 22 },
  { time: at.back + 0.2, x: windowX + 56, y: windowY + 20, press: true },
  { time: at.old - 1, x: windowX + 60, y: windowY + 24 },
];

function drawPointer(time: number): string {
  const index = pointerStops.findLastIndex((stop) => time >= stop.time);
  const from = pointerStops[index];
  if (!from) return '';
  const to = pointerStops[index + 1] ?? from;
  const share = ease(time, from.time, to.time);
  const pressed = pointerStops.findLast((stop) => stop.press && time >= stop.time);
  return place(pointer(pressed ? time - pressed.time : -1), {
    x: between(from.x, to.x, share),
    y: between(from.y, to.y, share),
    opacity: during(time, at.promise + 0.4, at.old - 0.6),
  });
}
