/** Pictures are SVG text; these are the strokes they are made of. Colours are those of the lessons' figures. */

export const colours = {
  paper: '#f6efe1',
  sheet: '#fffdf8',
  ink: '#1f2d3a',
  teal: '#0e7c86',
  tealSoft: '#cfe9ea',
  tealMid: '#8fcacb',
  sand: '#e3d5b4',
  sandDark: '#c9b58a',
  gold: '#e8b64c',
  goldSoft: '#ffe9b8',
  clay: '#b5744f',
  clayDark: '#8f5637',
  wood: '#d3b483',
  woodDark: '#b8935f',
  skin: '#d9a679',
  cold: '#6fb1c9',
  faded: '#d9d3c4',
} as const;

/** How far `time` has come on its way from `from` to `to`: 0 before, 1 after, soft at both ends. */
export function ease(time: number, from: number, to: number): number {
  const share = Math.min(1, Math.max(0, (time - from) / (to - from)));
  return share * share * (3 - 2 * share);
}

/** Rises from 0 to 1 at the beginning of a span and falls at its end. */
export function during(time: number, from: number, to: number, fade = 0.5): number {
  return ease(time, from, from + fade) * (1 - ease(time, to - fade, to));
}

export function between(start: number, end: number, share: number): number {
  return start + (end - start) * share;
}

/** A number as short as it can be said without being seen. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}

interface Placing {
  readonly x?: number;
  readonly y?: number;
  readonly scale?: number;
  readonly turn?: number;
  readonly opacity?: number;
}

/** Puts a drawing somewhere. What is invisible is not drawn. */
export function place(drawing: string, { x = 0, y = 0, scale = 1, turn = 0, opacity = 1 }: Placing): string {
  if (opacity < 0.01 || scale < 0.05) return '';
  const moves = [`translate(${n(x)} ${n(y)})`];
  if (turn) moves.push(`rotate(${n(turn)})`);
  if (scale !== 1) moves.push(`scale(${n(scale)})`);
  return `<g transform="${moves.join(' ')}"${opacity < 1 ? ` opacity="${n(opacity)}"` : ''}>${drawing}</g>`;
}

interface Paint {
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: string;
}

function paint({ fill = 'none', stroke = colours.ink, width = 3, dash }: Paint): string {
  return `fill="${fill}"${width ? ` stroke="${stroke}" stroke-width="${n(width)}"` : ''}${dash ? ` stroke-dasharray="${dash}"` : ''}`;
}

export function path(d: string, style: Paint = {}): string {
  return `<path d="${d}" ${paint(style)}/>`;
}

export function circle(x: number, y: number, radius: number, style: Paint = {}): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" ${paint(style)}/>`;
}

export function box(x: number, y: number, width: number, height: number, radius: number, style: Paint = {}): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${n(radius)}" ${paint(style)}/>`;
}

/** A line that draws itself: all of it at `share` 1. */
export function growing(d: string, share: number, style: Paint = {}): string {
  if (share <= 0) return '';
  return `<path d="${d}" pathLength="100" ${paint({ ...style, dash: `${n(share * 100)} 200` })}/>`;
}

/** Rows that stand for text: no film has words in its picture. */
export function lines(
  x: number,
  y: number,
  widths: readonly number[],
  gap = 12,
  stroke: string = colours.sand,
): string {
  const rows = widths.map((width, row) => `M${n(x)} ${n(y + row * gap)}h${n(width)}`).join('');
  return path(rows, { stroke, width: 6 });
}

/** The eight-pointed star of girih ornament, of radius 40. */
export function star(style: Paint): string {
  return path(
    'M40 0L28.3 11.7V28.3H11.7L0 40L-11.7 28.3H-28.3V11.7L-40 0L-28.3-11.7V-28.3H-11.7L0-40L11.7-28.3H28.3V-11.7z',
    style,
  );
}

/** Stars over the whole picture, as faint as on a plastered wall. */
export function girih(opacity: number): string {
  const line = { stroke: colours.teal, width: 1.5 };
  const tile = place(`${star(line)}${place(star(line), { scale: 0.45 })}`, { x: 40, y: 40, opacity });
  return `<pattern id="girih" x="-40" y="-40" width="80" height="80" patternUnits="userSpaceOnUse">${tile}</pattern>${box(0, 0, 640, 360, 0, { fill: 'url(#girih)', width: 0 })}`;
}

/** The striped corner that marks every invented picture of the course. */
export const inventedMark = `<g transform="translate(80) scale(.7)"><path d="M690 0h40l70 70v40z" fill="${colours.teal}"/><g fill="${colours.paper}"><path d="M730 0l10 10-20 20-10-10z"/><path d="M752 22l10 10-20 20-10-10z"/><path d="M774 44l10 10-20 20-10-10z"/><path d="M796 66l4 4v16l-14 14-10-10z"/></g></g>`;
