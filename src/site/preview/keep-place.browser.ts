// A page that is loaded anew after a change shows the same section at the same height, also where text above it has
// become longer or shorter.

const key = 'bilig-preview:place';
const landmarks = '[data-section], [data-exercise]';

interface KeptPlace {
  readonly path: string;
  /** Null where nothing on the page is above the place. */
  readonly anchor: string | null;
  /** Pixels from the top of the window to the anchor, or of scrolling where there is none. */
  readonly offset: number;
}

/** Keeps the place before the development server loads the page anew, and takes it again after that. */
export function keepPlace(): void {
  import.meta.hot?.on('vite:beforeFullReload', () => {
    sessionStorage.setItem(key, JSON.stringify({ path: location.pathname, ...placeNow() } satisfies KeptPlace));
    history.scrollRestoration = 'manual';
  });
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  history.scrollRestoration = 'auto';
  if (!kept) return;
  const place = JSON.parse(kept) as KeptPlace;
  if (place.path !== location.pathname) return;
  take(place);
  // Pictures and late styles move what stands below them.
  if (document.readyState !== 'complete') window.addEventListener('load', () => take(place), { once: true });
}

function placeNow(): Omit<KeptPlace, 'path'> {
  const above = [...document.querySelectorAll<HTMLElement>(landmarks)].findLast(
    (element) => element.id && element.getBoundingClientRect().top <= window.innerHeight / 3,
  );
  if (!above) return { anchor: null, offset: window.scrollY };
  return { anchor: above.id, offset: above.getBoundingClientRect().top };
}

function take({ anchor, offset }: KeptPlace): void {
  const element = anchor === null ? null : document.getElementById(anchor);
  const top = element ? element.getBoundingClientRect().top + window.scrollY - offset : offset;
  window.scrollTo({ top, behavior: 'instant' });
}
