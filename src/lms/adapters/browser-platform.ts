import { createCmi5, type LaunchParameters, type LrsRequest } from '../cmi5/cmi5.ts';
import { createNoPlatform } from '../no-platform.ts';
import type { BackEnd } from '../report.ts';
import { findApi, type ApiWindow } from '../scorm-api.ts';
import { createScorm12 } from '../scorm12.ts';
import { createScorm2004 } from '../scorm2004.ts';

/**
 * The platform that a package of this format stands on; null where there is none.
 *
 * @param iri names the module wherever it stands
 */
export function findPlatform(format: string, window: Window, iri: string): BackEnd | null {
  const around = window as unknown as ApiWindow;
  if (format === 'scorm12') {
    const call = findApi(around, 'API');
    return call && createScorm12(call);
  }
  if (format === 'scorm2004') {
    const call = findApi(around, 'API_1484_11');
    return call && createScorm2004(call);
  }
  const launch = format === 'cmi5' ? readParameters(window.location.search) : null;
  return launch && createCmi5(launch, { ask: askLrs, now: Date.now, nextId: createId, iri });
}

function readParameters(search: string): LaunchParameters | null {
  const given = new URLSearchParams(search);
  const read = (name: string) => given.get(name) ?? '';
  const parameters = {
    endpoint: read('endpoint'),
    fetch: read('fetch'),
    actor: read('actor'),
    registration: read('registration'),
    activityId: read('activityId'),
  };
  return Object.values(parameters).every(Boolean) ? parameters : null;
}

async function askLrs({ url, ...request }: LrsRequest): Promise<{ status: number; text: string }> {
  const response = await fetch(url, { ...request, cache: 'no-store', credentials: 'omit' });
  return { status: response.status, text: await response.text() };
}

/** `randomUUID` is there on secure pages only, and not every platform has one. */
function createId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
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
