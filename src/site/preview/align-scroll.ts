/** Where a section begins on a page, from its top. */
export interface SectionTop {
  readonly anchor: string;
  readonly top: number;
}

/** A page that can be scrolled. */
export interface ScrolledPage {
  readonly sections: readonly SectionTop[];
  /** How far it can be scrolled. */
  readonly end: number;
}

/**
 * How far another page has to be scrolled to show the same place of the same section, when a page stands at `at`.
 * Between two sections that both pages have the distance is in proportion, so that a longer language goes faster.
 */
export function alignScroll(from: ScrolledPage, to: ScrolledPage, at: number): number {
  const stops = commonStops(from, to);
  const next = stops.findIndex(({ here }) => here > at);
  const [before, after] = next < 0 ? [stops.at(-1), undefined] : [stops[next - 1], stops[next]];
  if (!before) return 0;
  if (!after) return before.there;
  const share = (at - before.here) / (after.here - before.here);
  return before.there + share * (after.there - before.there);
}

interface Stop {
  readonly here: number;
  readonly there: number;
}

/** The places that belong together, from the top of both pages to their ends; none goes backwards. */
function commonStops(from: ScrolledPage, to: ScrolledPage): Stop[] {
  const tops = new Map(to.sections.map(({ anchor, top }) => [anchor, top]));
  const stops: Stop[] = [{ here: 0, there: 0 }];
  for (const { anchor, top } of from.sections) {
    const there = tops.get(anchor);
    const last = stops.at(-1);
    // Sections of the last screen cannot be scrolled to the top.
    if (there === undefined || !last || top <= last.here || there < last.there || top >= from.end || there > to.end)
      continue;
    stops.push({ here: top, there });
  }
  const last = stops.at(-1);
  if (last && from.end > last.here) stops.push({ here: from.end, there: Math.max(to.end, last.there) });
  return stops;
}
