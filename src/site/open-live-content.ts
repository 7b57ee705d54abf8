import { createContentChecker } from '#authoring';
import type { ContentReading } from '#course';
import { createContentReader } from '#course/adapters/node-content';
import { pluralCategories } from '#language/adapters/node-intl';
import type { Problem } from '#problem';
import type { LiveContent } from './live-content.ts';

// Networks and full tables of watches tell of no change; a page asks some ten times within a few milliseconds.
const longestTrust = 1000;

/** Reads and checks a content folder as it changes: what is named as changed at once, all else by a look now and then. */
export function openLiveContent(root: string): LiveContent {
  const read = createContentReader(root);
  const check = createContentChecker(pluralCategories);
  const changed = new Set<string>();
  let reading: ContentReading | null = null;
  let lookedAt = 0;
  let changes = 0;
  let checked: { readonly reading: ContentReading; readonly problems: readonly Problem[] } | null = null;
  const readNow = (): ContentReading => {
    const isOld = performance.now() - lookedAt > longestTrust;
    if (reading && !changed.size && !isOld) return reading;
    const named = reading && changed.size ? new Set(changed) : undefined;
    changed.clear();
    reading = read(named);
    lookedAt = performance.now();
    return reading;
  };
  return {
    read: readNow,
    check: () => {
      const now = readNow();
      if (checked?.reading !== now) checked = { reading: now, problems: check(now) };
      return checked.problems;
    },
    note: (path) => {
      changed.add(path);
      changes += 1;
    },
    get changes() {
      return changes;
    },
  };
}
