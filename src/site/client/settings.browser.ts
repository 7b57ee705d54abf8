/** A reader's setting on this device, such as the theme; null where there is none or storage is refused. */
export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(`bilig:${name}`);
  } catch {
    return null;
  }
}

/**
 * Keeps a setting.
 * @returns whether it is kept: where storage is refused it holds for this page only, which a setting can afford
 */
export function writeSetting(name: string, value: string): boolean {
  try {
    localStorage.setItem(`bilig:${name}`, value);
    return true;
  } catch {
    // Private modes and embedded frames refuse storage; the page works without.
    return false;
  }
}
