import type { ImageLabExercise } from '#exercise';
import { mediaImage } from './media.ts';
import type { PageContext } from './page-context.ts';
import { licenceName, licenceUrl } from '#course';
import type { PictureProps } from './view/picture-props.ts';

/** The files of an exercise's pictures with their sizes, and whom to thank for them. */
export function exercisePictures({ picture, tools, place }: ImageLabExercise, { t }: PageContext): PictureProps {
  const paths = [picture.src, ...tools.flatMap(({ src }) => src ?? [])];
  const files = paths.flatMap((path) => {
    const image = mediaImage(place.file, path);
    return image ? [[path, { url: image.src, width: image.width, height: image.height }] as const] : [];
  });
  return {
    files: Object.fromEntries(files),
    credit: t('media.credit', { credit: picture.credit }),
    licence: { name: licenceName(picture.licence), url: licenceUrl(picture.licence) },
  };
}
