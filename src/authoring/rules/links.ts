import { isSafeLink, linkSchemes, type Mention } from '#course';
import { errorAt } from '#exercise';
import { isLocale } from '#language';
import { suggestName, type Edit, type Problem } from '#problem';
import { offsetOfPlace } from '../place.ts';
import type { PageSet, Survey } from '../survey.ts';
import { findAttribute } from '../tag.ts';

/** Pages that the site makes itself, below each language. Their anchors are ids where the table says of what. */
const ownPages = ['', 'glossary', 'sources', 'about', 'search', 'exercises', 'review-dates'];

interface Target {
  /** Below the language, without slashes at the ends. */
  readonly address: string;
  readonly anchor: string;
  /** The path ends in a slash, or is that of the page itself. */
  readonly closed: boolean;
}

/** Reports links with schemes off the list, links to pages and files that do not exist, and links to missing anchors. */
export function checkLinks(survey: Survey): Problem[] {
  const anchors = gatherAnchors(survey);
  return survey.pages.flatMap((page) =>
    Object.values(page.versions).flatMap(({ body, locale }) =>
      (body?.links ?? []).flatMap((link) => {
        if (!isSafeLink(link.id)) return [schemeProblem(link)];
        if (/^[A-Za-z]+:/u.test(link.id)) return [];
        const target = resolveLink(link.id, `${locale}/${page.address}`);
        return target && isFileOf(page, link.id, survey) ? [] : checkTarget(link, target, { anchors, survey });
      }),
    ),
  );
}

function schemeProblem({ id, place }: Mention): Problem {
  return errorAt(place, 'link-scheme', {
    message: `The link "${id.replace(/\s+/gu, ' ').slice(0, 60)}" has a scheme that may run something or hide where it leads.`,
    hint: `Links are relative, or begin with one of: ${linkSchemes.join(', ')}. Write a full address such as \`https://…\`.`,
  });
}

/**
 * Resolves a relative address as a browser does on a page of the site.
 *
 * @param from path of the page, without slashes at the ends
 * @returns null for an address from the root or one that leaves the languages' folders
 */
function resolveLink(href: string, from: string): Target | null {
  const [beforeAnchor = '', anchor = ''] = href.trim().split(/#(.*)/su);
  const path = beforeAnchor.replace(/\?.*$/su, '');
  if (path.startsWith('/') || path.startsWith('\\')) return null;
  const parts = from.split('/').filter(Boolean);
  for (const part of path.split('/')) {
    if (part === '..') {
      if (!parts.length) return null;
      parts.pop();
    } else if (part && part !== '.') parts.push(decode(part));
  }
  const [locale = '', ...address] = parts;
  if (!isLocale(locale)) return null;
  return { address: address.join('/'), anchor: decode(anchor), closed: path === '' || /(?:^|\/)\.{0,2}$/u.test(path) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray per cent sign stands for itself.
    return part;
  }
}

function isFileOf({ folder }: PageSet, href: string, { reading }: Survey): boolean {
  const file = `${folder}/${decode(href.replace(/[?#].*$/su, '').replace(/^\.\//u, ''))}`;
  return file.includes('/media/') && (reading.files.others.has(file) || reading.files.texts.has(file));
}

/** Anchors by address; null where the anchors of a page are not known here. */
type Anchors = ReadonlyMap<string, readonly string[] | null>;

function gatherAnchors({ pages, content, texts }: Survey): Anchors {
  const anchors = new Map<string, readonly string[] | null>(ownPages.map((address) => [address, null]));
  const terms = [...texts.keys()].flatMap((file) => /^glossary\/([^/]+)\.yaml$/u.exec(file)?.[1] ?? []);
  if (terms.length) anchors.set('glossary', terms);
  if (content?.gallery.size) anchors.set('exercises', [...content.gallery.keys()]);
  if (content?.sources.size) anchors.set('sources', [...content.sources.keys()]);
  for (const { kind, address, source, versions } of pages) {
    if (kind === 'gallery') continue;
    const body = versions[source]?.body;
    anchors.set(address, body ? body.sections.map((section) => section.anchor).filter(Boolean) : null);
  }
  return anchors;
}

function checkTarget(
  { id, place }: Mention,
  target: Target | null,
  { anchors, survey }: { readonly anchors: Anchors; readonly survey: Survey },
): Problem[] {
  const pages = [...anchors.keys()];
  if (!target || !anchors.has(target.address)) {
    const last = (address: string) => address.split('/').at(-1) ?? '';
    const near = target && suggestName(last(target.address), pages.map(last));
    const hint = target
      ? near
        ? `Did you mean "${near}"?`
        : 'Links between lessons are relative, as in the browser: `../other-lesson/` in the same module.'
      : 'Begin with `../` for the folder above: `../other-lesson/`, and no slash before it.';
    return [errorAt(place, 'link-unknown', { message: `The link "${id}" leads to no page of this site.`, hint })];
  }
  if (!target.closed) {
    const [path = ''] = id.split(/[?#]/u);
    return [
      errorAt(place, 'link-without-slash', {
        message: `The link "${id}" has no slash at its end. Pages are folders, and a package without a server would not find it.`,
        hint: `Write \`${path}/${id.slice(path.length)}\`, or let \`check --fix\` write it.`,
        fix: slashAfter({ path, id, place }, survey),
      }),
    ];
  }
  const known = anchors.get(target.address);
  if (!target.anchor || !known || known.includes(target.anchor)) return [];
  const near = suggestName(target.anchor, known);
  return [
    errorAt(place, 'anchor-unknown', {
      message: `The link "${id}" names a section that the page does not have. Anchors are those of the source language.`,
      hint: near
        ? `Did you mean \`#${near}\`?`
        : known.length
          ? `It has: ${known.map((anchor) => `#${anchor}`).join(', ')}.`
          : 'Leave out what begins with #.',
    }),
  ];
}

/** The edit that writes a slash behind the path of a link; none where the address does not stand there as it reads. */
function slashAfter({ path, id, place }: Mention & { readonly path: string }, { texts }: Survey): Edit[] {
  const { file } = place;
  const text = texts.get(file) ?? '';
  const start = offsetOfPlace(text, place);
  const attribute = ['see', 'href'].map((name) => findAttribute(text, start, name)).find((found) => found !== null);
  const address = attribute?.valueStart ?? addressOfLink(text, start, id);
  if (address === null || !text.startsWith(id, address)) return [];
  return [{ file, start: address + path.length, end: address + path.length, text: '/' }];
}

/** Where the address of a Markdown link begins that itself begins at an offset. */
function addressOfLink(text: string, start: number, id: string): number | null {
  if (text[start] !== '[') return null;
  const end = text.indexOf(`](${id}`, start);
  // Between the two stands the text of the link, which has no link in it.
  return end < 0 || text.slice(start + 1, end).includes('](') ? null : end + 2;
}
