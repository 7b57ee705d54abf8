import { between, circle, colours, n, path, place } from './drawing.ts';

export interface Mood {
  /** Where the eyes look, from -1 to 1 each way. */
  readonly lookX: number;
  readonly lookY: number;
  /** 0 calm, 1 with raised brows. */
  readonly wonder: number;
  /** 0 a straight mouth, 1 a smile. */
  readonly smile: number;
  /** How far the head leans in to the screen. */
  readonly lean: number;
}

/** Nobody looks at a screen without blinking, and never in step with a clock. */
function eyesOpen(time: number): boolean {
  return ![2.2, 6.4, 11.7, 18.3, 23.9, 30.4, 35.1, 40.2, 44.6, 49.3, 52.4, 56.1].some(
    (blink) => time >= blink && time < blink + 0.16,
  );
}

/** The reader at the desk, head and shoulders. */
export function reader(time: number, { lookX, lookY, wonder, smile, lean }: Mood): string {
  const breath = Math.sin(time * 1.5) * 0.8;
  const eye = (x: number) =>
    eyesOpen(time)
      ? circle(x + lookX * 3.5, -2 + lookY * 3, between(3.6, 4.4, wonder), { fill: colours.ink, width: 0 })
      : path(`M${n(x - 4)} -1h8`, { width: 3 });
  const brow = (x: number) => path(`M${n(x - 7)} ${n(-13 - wonder * 6)}q7-5 14 0`, { width: 3.5 });
  const mouth =
    wonder > 0.6 && smile < 0.3
      ? circle(4, 19, 4.5, { fill: colours.clayDark, width: 2.5 })
      : path(`M${n(-6 - smile * 2)} ${n(17 - smile)}q10 ${n(1 + smile * 9)} ${n(18 + smile * 3)} 0`, { width: 3.5 });
  const head = [
    path('M-12 24v26h26v-26z', { fill: colours.skin, width: 3 }),
    circle(-32, 4, 8, { fill: colours.skin }),
    path('M-32-8c0-44 66-44 66 0v14c0 44-66 44-66 0z', { fill: colours.skin }),
    path('M-35 2c-10-64 78-68 71-10-6-2-12-8-15-16-14 7-32 8-44 2-1 10-5 18-12 24z', { fill: colours.ink }),
    brow(-10),
    brow(17),
    eye(-10),
    eye(17),
    path('M5 1l4 8h-6', { width: 2.5 }),
    mouth,
  ].join('');
  return [
    path(`M22 310c-2-60 12-84 44-90 10 10 40 10 50 0 32 6 46 30 44 90z`, { fill: colours.teal }),
    path('M64 221c8 16 46 16 54 0', { stroke: colours.tealMid, width: 6 }),
    place(head, { x: 90 + lean * 8, y: 172 + breath + lean * 2, turn: lean * 4 }),
  ].join('');
}
