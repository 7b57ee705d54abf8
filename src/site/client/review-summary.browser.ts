import { showBadge } from './review-badge.browser.ts';
import { countDue, readCatalogue, readReview } from './review-record.browser.ts';

const line = document.querySelector<HTMLElement>('[data-review-summary]');

/** Says how many exercises ask to be reviewed. */
async function refresh(): Promise<void> {
  const due = countDue(await readReview(readCatalogue(document), Date.now()));
  const { due: some = '', none = '' } = line?.dataset ?? {};
  if (line) line.textContent = due > 0 ? some.replace('{{count}}', String(due)) : none;
  showBadge(due);
}

void refresh();
// A page that comes back from the browser's memory.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void refresh();
});
