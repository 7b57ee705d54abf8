import type { ImageMetadata } from 'astro';
import { posix } from 'node:path';

/** What an author writes of a film or a recording. */
export interface MediaProps {
  readonly title: string;
  readonly src?: string;
  readonly href?: string;
  readonly credit?: string;
  readonly licence?: string;
}

const images = import.meta.glob<ImageMetadata>('@content/{courses,gallery}/**/media/*.{svg,png,jpg,jpeg,webp,avif}', {
  eager: true,
  import: 'default',
});

const recordings = import.meta.glob<string>('@content/{courses,gallery}/**/media/*.{mp4,webm,mp3,ogg,m4a,vtt}', {
  eager: true,
  import: 'default',
  query: '?url',
});

/** A picture of a lesson with its size, by the path written in the lesson (`media/tabs.svg`). */
export function mediaImage(lessonFile: string, src: string): ImageMetadata | undefined {
  return find(images, lessonFile, src);
}

/** The address of a film, a recording or its captions. */
export function mediaAddress(lessonFile: string, src: string): string | undefined {
  return find(recordings, lessonFile, src);
}

function find<File>(files: Readonly<Record<string, File>>, lessonFile: string, src: string): File | undefined {
  const wanted = `/${posix.join(posix.dirname(lessonFile), src)}`;
  return Object.entries(files).find(([path]) => path.endsWith(wanted))?.[1];
}
