import { unzipSync } from 'fflate';
import type { BuiltSite } from '../e2e/support/built-site.ts';

/** What a package of one module in one language weighs, in bytes. */
export interface PackageWeight {
  /** course/module */
  readonly module: string;
  readonly locale: string;
  readonly lessons: number;
  /** The archive, as it is downloaded and uploaded. */
  readonly packed: number;
  /** What the platform keeps. */
  readonly unpacked: number;
  /** Films and recordings among that; they are as heavy packed. */
  readonly media: number;
}

/** For a module of three lessons in one language, packed, without its films and recordings. */
export const packageBar = 400 * 1024;

const films = /\.(?:mp4|webm|mp3|m4a|ogg)$/u;
/** embed/locale/course/module/lesson/ */
const lessonPage = /^embed\/(?:[^/]+\/){4}index\.html$/u;

/** The SCORM 1.2 packages of modules that a site gives away. */
export function weighPackages(site: BuiltSite): PackageWeight[] {
  return [...site.files].sort().flatMap((file) => {
    const [, course = '', module = '', locale = ''] =
      /^downloads\/([^/]+)\/([^/.]+)\.([a-z]{2})\.scorm12\.zip$/u.exec(file) ?? [];
    // The whole course bears its own name.
    if (!course || course === module) return [];
    const zip = site.read(file);
    const weight = { lessons: 0, unpacked: 0, media: 0 };
    unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        weight.unpacked += originalSize;
        if (films.test(name)) weight.media += originalSize;
        if (lessonPage.test(name)) weight.lessons++;
        return false;
      },
    });
    return [{ module: `${course}/${module}`, locale, packed: zip.length, ...weight }];
  });
}
