import { errorAt } from '#exercise';
import type { MediaItem } from '#course';
import type { Locale } from '#language';
import { suggestName, type Problem } from '#problem';
import type { Survey } from '../survey.ts';

/** Reports pictures, films and recordings without their file, captions or transcript. */
export function checkMedia(survey: Survey): Problem[] {
  const { texts, others } = survey.reading.files;
  const folders = groupByFolder([...texts.keys(), ...others]);
  return survey.pages.flatMap(({ folder, versions }) => {
    const here = folders.get(folder) ?? [];
    return Object.values(versions).flatMap(({ body, locale }) =>
      (body?.media ?? []).flatMap((item) => checkItem(item, { folder, locale, files: here })),
    );
  });
}

/** The paths of what each folder holds, at any depth, from that folder. */
function groupByFolder(files: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const file of files) {
    for (let slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', slash + 1)) {
      const folder = file.slice(0, slash);
      const inside = folders.get(folder) ?? [];
      inside.push(file.slice(slash + 1));
      folders.set(folder, inside);
    }
  }
  return folders;
}

interface Surroundings {
  readonly folder: string;
  readonly locale: Locale;
  /** Paths of the files in the page's folder, from there. */
  readonly files: readonly string[];
}

function checkItem(item: MediaItem, around: Surroundings): Problem[] {
  const problems: Problem[] = [];
  const { component, src, href, place } = item;
  if (component !== 'Figure') {
    if ((src === null) === (href === null)) problems.push(errorAt(place, 'media-address', addressWords(item)));
    if (!item.text) problems.push(errorAt(place, 'transcript-missing', transcriptWords(component)));
  }
  if (src === null) return problems;
  if (!around.files.includes(src)) problems.push(errorAt(place, 'media-missing', missingWords(src, around)));
  const captions = `${src.replace(/\.[^./]+$/u, '')}.${around.locale}.vtt`;
  if (component === 'Video' && !around.files.includes(captions)) {
    problems.push(
      errorAt(place, 'captions-missing', {
        message:
          'This film has no captions in the language of the page, so it says nothing to those who cannot hear it.',
        hint: `Write ${around.folder}/${captions}.`,
      }),
    );
  }
  return problems;
}

interface Words {
  readonly message: string;
  readonly hint: string;
}

function addressWords({ component, src }: MediaItem): Words {
  return src === null
    ? {
        message: `<${component}> has no address.`,
        hint: 'Add `src="media/…"` for a file of this lesson, or `href="https://…"` for a link.',
      }
    : { message: `<${component}> has a file and a link; only one can be shown.`, hint: 'Keep `src` or `href`.' };
}

function transcriptWords(component: string): Words {
  return {
    message: `<${component}> has no transcript, so its words are lost to those who cannot hear or load it.`,
    hint: `Write what is said between \`<${component} …>\` and \`</${component}>\`, on lines of their own.`,
  };
}

function missingWords(src: string, { folder, files }: Surroundings): Words {
  const near = suggestName(src, files);
  return {
    message: `The file ${folder}/${src} does not exist.`,
    hint: near
      ? `Did you mean \`${near}\`? Capital letters count.`
      : 'Put it into the folder media/ beside this file, and write `src="media/name.svg"`.',
  };
}
