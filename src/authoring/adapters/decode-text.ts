import { ImportFault } from '../import/limits.ts';

/** A text and how it was written, where that was not UTF-8. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string | null;
}

/**
 * Bytes as text: UTF-8, UTF-16 with its mark, or for XML what the declaration says. Nothing is guessed, since a wrong guess
 * would make wrong letters of right ones.
 *
 * @throws an `ImportFault` that says where the bytes are no text
 */
export function decodeText(bytes: Uint8Array, name: string): DecodedText {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const declared = marked ? null : declaredEncoding(bytes);
  const { text, encoding } = decode(bytes, marked ?? declared ?? 'utf-8', name);
  if (text.includes('\0'))
    throw new ImportFault(
      `${name} holds NUL characters, so it is no text, or one that is damaged. Save it again as "UTF-8".`,
    );
  return { text, encoding: encoding === 'utf-8' ? null : encoding };
}

/** What an XML declaration in the letters of ASCII says. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const [, name = ''] = /^(?:\u00EF\u00BB\u00BF)?<\?xml\s[^>]*?encoding\s*=\s*["']([\w.-]{1,40})["']/u.exec(head) ?? [];
  return name || null;
}

function decode(bytes: Uint8Array, wanted: string, name: string): { readonly text: string; readonly encoding: string } {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(wanted, { fatal: true });
  } catch {
    throw new ImportFault(
      `${name} says that its letters are written as "${wanted}", which nothing here reads. Save it as "UTF-8".`,
    );
  }
  const { encoding } = decoder;
  try {
    return { text: decoder.decode(bytes), encoding };
  } catch {
    const line = lineOfFault(bytes);
    const says = encoding === 'utf-8' ? 'is not UTF-8' : `is not "${encoding}", as it says`;
    throw new ImportFault(
      `${name} ${says}${line === null ? '' : ` (line ${line})`}, so letters would be lost. It was probably saved in an older encoding, such as Windows-1251: open it in that one and save it as "UTF-8".`,
    );
  }
}

/** The first line with bytes that are no UTF-8. */
function lineOfFault(bytes: Uint8Array): number | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const at = text.indexOf('\uFFFD');
  return at < 0 ? null : text.slice(0, at).split('\n').length;
}
