/** A picture's file as a page shows it. */
export interface PictureFile {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** What an island shows of pictures, given where the page is made. */
export interface PictureProps {
  /** By the path that the author wrote. */
  readonly files: Readonly<Record<string, PictureFile>>;
  /** Who made the picture, in a sentence. */
  readonly credit: string;
  readonly licence: { readonly name: string; readonly url: string | null };
}
