import { createNoPlatform } from '../no-platform.ts';
import type { BackEnd } from '../report.ts';
import { findApi, type ApiWindow } from '../scorm-api.ts';
import { createScorm12 } from '../scorm12.ts';
import { createScorm2004 } from '../scorm2004.ts';

/** The platform that a package of this format stands on; null where there is none. */
export function findPlatform(format: string, window: Window): BackEnd | null {
  const around = window as unknown as ApiWindow;
  if (format === 'scorm12') {
    const call = findApi(around, 'API');
    return call && createScorm12(call);
  }
  if (format === 'scorm2004') {
    const call = findApi(around, 'API_1484_11');
    return call && createScorm2004(call);
  }
  return null;
}

/** Without a platform this browser keeps the work on the module, where it keeps anything. */
export function keepHere(module: string): BackEnd {
  // Content on a platform shares its storage with all other content there: nothing without this name is touched.
  const key = `bilig:package:${module}`;
  return createNoPlatform({
    read: () => localStorage.getItem(key),
    write: (text) => localStorage.setItem(key, text),
  });
}
