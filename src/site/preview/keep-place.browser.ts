// A page that is loaded anew after a change shows the same section at the same height, also where text above it has
// become longer or shorter.

const key = 'bilig-preview:place';
// A browser that is told at once to keep places itself takes its own, in pixels, at the end of the loading.
const afterRestoring = 1000;

const landmarks = '[data-section], [data-exercise]';

interface KeptPlace {
  readonly path: string;
  /** Null where nothing on the page is above the place. */
  readonly anchor: string | null;
  /** Pixels from the top of the window to the anchor, or of scrolling where there is none. */
  readonly offset: number;
}

// A second change may come before the page stands where it stood before the first.
let wanted: KeptPlace | null = null;
let isLeaving = false;

/** Keeps the place before the development server loads the page anew, and takes it again after that. */
export function keepPlace(): void {
  wanted = readPlace();
  import.meta.hot?.on('vite:beforeFullReload', remember);
  if (wanted) take(wanted);
  // Pictures and late styles move what stands below them.
  const settle = () => {
    // What was remembered is for the page that comes.
    if (isLeaving) return;
    if (wanted) take(wanted);
    wanted = null;
    // Not before: a reload that was already on its way when this script came is told to nobody.
    sessionStorage.removeItem(key);
    setTimeout(() => {
      history.scrollRestoration = 'auto';
    }, afterRestoring);
  };
  if (document.readyState === 'complete') settle();
  else window.addEventListener('load', settle, { once: true });
}

/** Loads the page anew, at its place. */
export function reloadInPlace(): void {
  remember();
  location.reload();
}

function remember(): void {
  isLeaving = true;
  sessionStorage.setItem(key, JSON.stringify(wanted ?? { path: location.pathname, ...placeNow() }));
  history.scrollRestoration = 'manual';
}

/** The place that was kept for this page. */
function readPlace(): KeptPlace | null {
  const kept = sessionStorage.getItem(key);
  const place = kept === null ? null : (JSON.parse(kept) as KeptPlace);
  return place?.path === location.pathname ? place : null;
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
