import { between, box, circle, colours, ease, lines, n, path, place, star } from './drawing.ts';

/** What stands on the pages and on the desk, each drawn around its own middle. */

interface Steam {
  readonly time: number;
  readonly strength: number;
}

/** Three wisps that rise and thin out; none at `strength` 0. */
export function steam({ time, strength }: Steam): string {
  if (strength < 0.02) return '';
  return [0, 1, 2]
    .map((wisp) => {
      const age = (time * 0.35 + wisp / 3) % 1;
      const sway = Math.sin(time * 1.4 + wisp * 2.1) * 4;
      const x = (wisp - 1) * 13;
      const y = between(0, -30, age);
      const opacity = Math.sin(age * Math.PI) * strength * 0.85;
      return place(path(`M${n(x)} ${n(y)}q${n(7 + sway)}-8 0-16t0-16`, { stroke: colours.tealMid, width: 4.5 }), {
        opacity,
      });
    })
    .join('');
}

/** A round teapot, its foot at y = 0, 110 wide and 80 high. */
export function teapot(fill: string, trim: string): string {
  return [
    path('M-40-44c-30-4-34 34-2 34', { width: 13 }),
    path('M-40-44c-30-4-34 34-2 34', { width: 7, stroke: fill }),
    path('M34-22c18 0 16-26 32-30l6 6c-12 10-8 36-34 38z', { fill }),
    path('M-22 0h44c18-10 24-26 20-42-3-12-18-20-42-20s-39 8-42 20c-4 16 2 32 20 42z', { fill }),
    path('M-41-34c20 9 62 9 82 0', { stroke: trim, width: 5 }),
    path('M-26-58c8-10 44-10 52 0z', { fill: trim }),
    circle(0, -70, 6, { fill: trim }),
    place(star({ fill: trim, width: 0 }), { y: -17, scale: 0.2 }),
  ].join('');
}

/** A tea bowl without a handle, as it is drunk from in the region. */
export const bowl = [
  path('M-26-30h52c0 18-8 26-18 30h-16c-10-4-18-12-18-30z', { fill: colours.sheet }),
  path('M-24-22c14 7 34 7 48 0', { stroke: colours.teal, width: 5 }),
].join('');

export function medal(fill: string, ribbon: string): string {
  return [
    path('M-9 6l-7 26 11-6 5 10 5-10 11 6-7-26z', { fill: ribbon, width: 2.5 }),
    place(star({ fill, width: 5 }), { scale: 0.5 }),
    circle(0, 0, 8, { fill: colours.sheet, width: 2.5 }),
  ].join('');
}

export function crown(fill: string): string {
  return path('M-24 0l-6-26 17 12L0-32l13 18 17-12-6 26z', { fill });
}

export const sun = [
  circle(0, 0, 9, { fill: colours.gold, width: 2.5 }),
  path('M0-14v-5M0 14v5M14 0h5M-14 0h-5M10-10l3.500-3.500M-10-10l-3.500-3.500M10 10l3.500 3.500M-10 10l-3.500 3.500', {
    width: 2.5,
  }),
].join('');

export const moon = path('M5-12a13 13 0 1 0 7 18 11 11 0 0 1-7-18z', { fill: colours.tealSoft, width: 2.5 });

/** A thermometer 70 high; `warmth` from 0 to 1 is how far it has risen. */
export function thermometer(warmth: number): string {
  const fluid = warmth > 0.5 ? colours.clay : colours.cold;
  return [
    path('M-7-18v-44a7 7 0 0 1 14 0v44a13 13 0 1 1-14 0z', { fill: colours.sheet, width: 2.5 }),
    circle(0, -8, 8, { fill: fluid, width: 0 }),
    path(`M0-8v${n(-between(12, 50, warmth))}`, { stroke: fluid, width: 6 }),
    path('M11-32h6M11-44h6M11-56h6', { width: 2.5 }),
  ].join('');
}

/** A shop with an awning. */
export const shop = [
  path('M-30-4v34h60v-34z', { fill: colours.sheet }),
  path('M-36-24h72l6 20h-84z', { fill: colours.sheet }),
  path('M-36-24h18l-3 20h-21zM0-24h18l3 20h-21z', { fill: colours.clay }),
  path('M-8 30v-20h16v20z', { fill: colours.clay }),
].join('');

export const basket = [
  path('M-14-4h28l-4 16h-20z', { fill: colours.sheet, width: 2.5 }),
  path('M-8-4l5-10M8-4l-5-10', { width: 2.5 }),
].join('');

export const newspaper = [
  box(-15, -17, 30, 34, 3, { fill: colours.tealSoft, width: 2.5 }),
  path('M-9-9h18', { stroke: colours.teal, width: 4.5 }),
  path('M-9 0h7M-9 8h7M3 0h6v8h-6z', { stroke: colours.teal, width: 2.5 }),
].join('');

/** Three people: the club that compares what its members buy. */
export const people = [-13, 13, 0]
  .map((x, row) => {
    const fill = row === 2 ? colours.tealMid : colours.tealSoft;
    const y = row === 2 ? 3 : 0;
    return `${path(`M${x - 11} ${y + 14}c0-18 22-18 22 0z`, { fill, width: 2.5 })}${circle(x, y - 7, 6.5, { fill, width: 2.5 })}`;
  })
  .join('');

export const magnifier = [circle(-3, -3, 9, { fill: colours.tealSoft }), path('M4 4l9 9', { width: 4.5 })].join('');

export function check(colour: string): string {
  return path('M-11 0l8 9 14-18', { stroke: colour, width: 6 });
}

export const pauseSign = [
  circle(0, 0, 46, { fill: colours.sheet, width: 4 }),
  circle(0, 0, 37, { fill: colours.teal, width: 0 }),
  path('M-11-16v32M11-16v32', { stroke: colours.sheet, width: 11 }),
].join('');

/** The hand of the mouse, its tip at the origin; a ring spreads where it has just pressed. */
export function pointer(pressedAgo: number): string {
  const spread = ease(pressedAgo, 0, 0.6);
  const ring =
    pressedAgo >= 0 && spread < 1
      ? place(circle(0, 0, between(5, 22, spread), { stroke: colours.teal, width: 4 }), { opacity: 1 - spread })
      : '';
  return `${ring}${path('M0 0l3 26 6-6 6 13 7-3-6-13 9-1z', { fill: colours.sheet, width: 2.5 })}`;
}

/** A bubble of speech that hangs over its speaker, with something in it. */
export function bubble(inside: string, fill: string = colours.sheet): string {
  return `${path('M-34-28h68a10 10 0 0 1 10 10v32a10 10 0 0 1-10 10h-34l-14 14v-14h-20a10 10 0 0 1-10-10v-32a10 10 0 0 1 10-10z', { fill })}${inside}`;
}

/** A small page with something on it. */
export function card(inside: string): string {
  return [
    box(-48, -46, 96, 92, 10, { fill: colours.sheet }),
    path('M-48-28h96', { width: 2.5 }),
    lines(-38, -37, [10], 0, colours.sandDark),
    inside,
  ].join('');
}
