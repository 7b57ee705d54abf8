import { strToU8, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { titleClass, type ConvertedDocument } from '../import/docx/read-document.ts';
import { scanDocument } from '../import/docx/scan-document.ts';
import type { FoundPicture } from '../import/found.ts';
import { importLimits, ImportFault } from '../import/limits.ts';
import type { NoteImport } from '../import/notes.ts';
import { unpackArchive } from './archive.ts';
import { decodeText } from './decode-text.ts';
import { parseXml } from './saxes-xml.ts';

const isXml = (name: string) => /\.(?:xml|rels)$/u.test(name);
const isPicture = (name: string) => /^word\/media\/[^/]+$/u.test(name);

/**
 * Converts a Word document by mammoth. It never sees the file itself: its archive is looked through first, and mammoth is
 * given one made anew of the parts that were read, without macros, embedded files and a map of styles of its own.
 */
export async function convertDocx(bytes: Uint8Array, note: NoteImport): Promise<ConvertedDocument> {
  const { parts, names, tooLarge } = unpackArchive(bytes, {
    isWanted: (name) => (isXml(name) && !/^(?:customXml|mammoth)\//u.test(name)) || isPicture(name),
    limitOf: (name) =>
      isPicture(name)
        ? { bytes: importLimits.picture, refuse: false }
        : { bytes: importLimits.unpackedText, refuse: true },
  });
  const main = findMain(parts, names);
  for (const name of tooLarge) note('picture-size', '', name);
  noteParts(names, parts, note);
  const safe = new Map(parts);
  for (const [name, part] of parts) if (isXml(name)) safe.set(name, strToU8(checkPart(name, part, { main, note })));
  const archive = zipSync(Object.fromEntries(safe), { level: 0 });
  return convert(Buffer.from(archive));
}

function findMain(parts: ReadonlyMap<string, Uint8Array>, names: readonly string[]): string {
  const rels = parts.get('_rels/.rels');
  const target = rels
    ? parseXml(decodeText(rels, '_rels/.rels').text).children.find(({ attributes }) =>
        attributes['Type']?.endsWith('/officeDocument'),
      )?.attributes['Target']
    : undefined;
  const main = target?.replace(/^\//u, '') ?? 'word/document.xml';
  if (parts.has(main) && main.startsWith('word/')) return main;
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/^xl\//u, 'a spreadsheet'],
    [/^ppt\//u, 'a presentation'],
    [/^content\.xml$/u, 'a document of LibreOffice: save it there as .docx'],
    [/^moodle_backup\.xml$/u, 'a backup of a Moodle course: export its questions as Moodle XML'],
    [/^imsmanifest\.xml$/u, 'a package for a learning platform'],
  ];
  const kind = kinds.find(([form]) => names.some((name) => form.test(name)))?.[1];
  throw new ImportFault(
    `The file is an archive, but no Word document${kind ? `; it looks like ${kind}` : ''}. Nothing in it was opened.`,
  );
}

function noteParts(names: readonly string[], parts: ReadonlyMap<string, Uint8Array>, note: NoteImport): void {
  for (const name of names) {
    if (/(?:^|\/)vba\w*\.(?:bin|xml)$/u.test(name)) note('macros', '', name);
    else if (/^word\/embeddings\/./u.test(name)) note('embedded', '', name);
    else if (/^word\/(?:header|footer)\d*\.xml$/u.test(name)) {
      const words = decodeText(parts.get(name) ?? new Uint8Array(), name).text;
      if (/<w:t[ >]/u.test(words)) note('page-parts', '', name.slice('word/'.length));
    }
  }
}

interface Checking {
  readonly main: string;
  readonly note: NoteImport;
}

/** A part as text that is XML without a document type, not too deep, with formulas as words. */
function checkPart(name: string, part: Uint8Array, { main, note }: Checking): string {
  const { text } = decodeText(part, name);
  const tree = parseXml(text);
  if (name === main) scanDocument(tree, note);
  return name.startsWith('word/') && text.includes('<m:oMath') ? writeFormulas(text) : text;
}

// Characters for private use around a formula, on its way through the converter.
const [begin, end] = ['\uE004', '\uE005'];

/** Formulas, which the converter does not know, as runs of their letters and signs. */
function writeFormulas(xml: string): string {
  const pieces: string[] = [];
  const parser = new SaxesParser({ position: true });
  let done = 0;
  let depth = 0;
  let start = 0;
  let words = '';
  parser.on('opentag', ({ name }) => {
    if (depth > 0) depth++;
    else if (name === 'm:oMath' || name === 'm:oMathPara') {
      depth = 1;
      start = xml.lastIndexOf(`<${name}`, parser.position);
      words = '';
    }
  });
  parser.on('text', (text) => {
    if (depth > 0) words += text;
  });
  parser.on('closetag', () => {
    if (depth === 0 || --depth > 0) return;
    const run = `<w:r><w:t xml:space="preserve">${begin}${escape(words.replace(/\s+/gu, ' ').trim())}${end}</w:t></w:r>`;
    pieces.push(xml.slice(done, start), run);
    done = parser.position;
  });
  parser.write(xml).close();
  return [...pieces, xml.slice(done)].join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Styles that are a plain paragraph anyway. A rule of their own would take their lists from them. */
const plainStyles = new Set([
  ...[
    'Normal (Web)',
    'No Spacing',
    'List Paragraph',
    'List Bullet',
    'List Number',
    'Body Text',
    'Text body',
    'Text Body',
  ],
  ...['Standard', 'Default', 'Default Style', 'Subtitle', 'caption', 'Caption', 'Table Contents', 'Table Heading'],
]);
const styleMap = [
  `p[style-name='Title'] => h1.${titleClass}:fresh`,
  ...['Quote', 'Intense Quote', 'Quotations', 'Block Text'].map(
    (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
  ),
  ...['Preformatted Text', 'HTML Preformatted'].map((name) => `p[style-name='${name}'] => pre:separator('\\n')`),
];

async function convert(buffer: Buffer): Promise<ConvertedDocument> {
  const { default: mammoth } = await import('mammoth');
  const pictures = new Map<string, FoundPicture>();
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer },
      {
        styleMap,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async (image) => {
          // A picture that is linked and not embedded is never fetched.
          const bytes = await image.readAsBuffer().catch(() => null);
          const src = `picture:${pictures.size + 1}`;
          if (!bytes) return { src: 'picture:' };
          pictures.set(src, { bytes: new Uint8Array(bytes), name: '' });
          return { src };
        }),
      },
    );
    if (value.length > importLimits.documentHtml)
      throw new ImportFault('The document is longer than ten million characters, which no lesson is. Divide it.');
    const styles = messages.flatMap(
      ({ message }) => /^Unrecognised paragraph style: '?(.*?)'? \(Style ID/u.exec(message)?.[1] ?? [],
    );
    const html = value.replaceAll(begin, '<code>').replaceAll(end, '</code>');
    return { html, pictures, unknownStyles: [...new Set(styles)].filter((style) => !plainStyles.has(style)) };
  } catch (error) {
    if (error instanceof ImportFault) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new ImportFault(
      `The document cannot be read: ${message}. Open it in a word processor and save it again as .docx.`,
    );
  }
}
