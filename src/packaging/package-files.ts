import type { Loss } from './losses.ts';

/** A picture's file. */
export interface PictureFile {
  readonly bytes: Uint8Array;
  readonly base64: string;
}

/** Reads a picture by its path in the content folder; null where there is none. */
export type ReadPicture = (path: string) => PictureFile | null;

/** A package before it is put into one file. */
export interface PackageFiles {
  /** Text or bytes by path, in the order in which they stand in an archive. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** How many questions stand in them. */
  readonly questions: number;
  readonly losses: readonly Loss[];
}
