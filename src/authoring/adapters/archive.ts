import { Unzip, UnzipInflate, UnzipPassThrough, type UnzipFile } from 'fflate';
import { importLimits, ImportFault } from '../import/limits.ts';

/** What of an archive is unpacked. */
export interface WantedParts {
  /** True for the parts that are to be unpacked; the names of all others are listed, and nothing of them is read. */
  isWanted(name: string): boolean;
  /** Bytes that a part may have. Of a larger one nothing is kept; `refuse` says whether that is a reason to stop. */
  limitOf(name: string): { readonly bytes: number; readonly refuse: boolean };
}

export interface Archive {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Names of all parts. */
  readonly names: readonly string[];
  /** Wanted parts that were larger than they may be. */
  readonly tooLarge: readonly string[];
}

// Small enough that what one of them unpacks to fits into memory, whatever it holds (DEFLATE gives 1032 : 1 at most).
const slice = 8192;
const freeOfRatio = 1_000_000;

/**
 * Unpacks parts of a ZIP archive into memory and counts while it does: what an archive says of sizes is not believed.
 *
 * @throws an `ImportFault` for what is no archive, is damaged, wants to lie outside of a folder, or becomes too large
 */
export function unpackArchive(bytes: Uint8Array, { isWanted, limitOf }: WantedParts): Archive {
  const parts = new Map<string, Uint8Array>();
  const names: string[] = [];
  const tooLarge: string[] = [];
  const open = new Set<string>();
  let total = 0;
  const unzip = new Unzip((file) => {
    checkName(file.name, names);
    names.push(file.name);
    if (names.length > importLimits.entries)
      throw new ImportFault(
        `The archive has more than ${importLimits.entries} parts, which no document needs; so nothing was read.`,
      );
    if (file.name.endsWith('/') || !isWanted(file.name)) return;
    open.add(file.name);
    read(file);
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);

  function read(file: UnzipFile): void {
    const { bytes: most, refuse } = limitOf(file.name);
    let chunks: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, data, final) => {
      if (error) throw error;
      size += data.length;
      total += data.length;
      checkSizes(total, bytes.length);
      if (size > most && refuse)
        throw new ImportFault(
          `The part "${show(file.name)}" of the archive unpacks to more than ${megabytes(most)} MB, which no lesson needs; so nothing was read. Divide the document.`,
        );
      if (size > most) chunks = [];
      else chunks.push(data);
      if (!final) return;
      open.delete(file.name);
      if (size > most) tooLarge.push(file.name);
      else parts.set(file.name, join(chunks, size));
    };
    file.start();
  }

  try {
    for (let at = 0; at < bytes.length; at += slice)
      unzip.push(bytes.subarray(at, at + slice), at + slice >= bytes.length);
  } catch (error) {
    if (error instanceof ImportFault) throw error;
    throw damaged();
  }
  if (!names.length || open.size) throw damaged();
  return { parts, names, tooLarge };
}

function damaged(): ImportFault {
  return new ImportFault(
    'The archive is damaged or cut off, so nothing was read. Save the document again, and copy the whole file.',
  );
}

function checkName(name: string, known: readonly string[]): void {
  if (/(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\\|\p{Cc}/u.test(name))
    throw new ImportFault(
      `The archive has a part called "${show(name)}", which would lie outside of its folder. No program writes such a document, so nothing was read.`,
    );
  if (known.includes(name))
    throw new ImportFault(
      `The archive has two parts called "${show(name)}", and programs differ in which they show; so nothing was read. Save the document again.`,
    );
}

function checkSizes(total: number, packed: number): void {
  if (total > importLimits.unpacked)
    throw new ImportFault(
      `The archive unpacks to more than ${megabytes(importLimits.unpacked)} MB, which no lesson needs; so nothing was read. Divide the document, or make its pictures smaller.`,
    );
  if (total > freeOfRatio && total > packed * importLimits.ratio)
    throw new ImportFault(
      `The archive unpacks to more than ${importLimits.ratio} times its size, as archives do that are made to fill the memory; so nothing was read. Save the document again, and look at where it comes from.`,
    );
}

/** A name from a file, for a terminal. */
function show(name: string): string {
  return name.replace(/\p{Cc}/gu, '?').slice(0, 100);
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1_000_000);
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
