import type { ContentReading } from '#course';
import { adviceAt } from '#exercise';
import type { Place, Problem } from '#problem';
import { isMap, isScalar, parseDocument, type Pair } from 'yaml';
import { surveyContent, type Survey } from './survey.ts';

/** An address outside the site, and where it stands. */
export interface ExternalLink {
  readonly url: string;
  readonly place: Place;
  /** The address of a copy that the bibliography keeps beside it; null where it keeps none. */
  readonly archive: string | null;
}

/** What has become of an address. */
export interface LinkResult {
  /**
   * `here`: it leads to something. `moved`: for good, to another address. `gone`: its host says that there is nothing.
   * `silent`: nobody knows, since the host does not answer or refuses programs.
   */
  readonly state: 'here' | 'moved' | 'gone' | 'silent';
  /** What the host or the network said, in words for an author. */
  readonly said: string;
  /** The address to which it has moved. */
  readonly to: string | null;
  /** The day on which this was seen, as 2026-11-23. */
  readonly seen: string;
}

const webAddress = /^https?:\/\/[^\s/]+/u;

/** All addresses of the web in the bibliography, in lessons and in pages. */
export function gatherExternalLinks(reading: ContentReading): ExternalLink[] {
  const survey = surveyContent(reading);
  const bodies = survey.pages.flatMap(({ versions }) => Object.values(versions)).flatMap(({ body }) => body ?? []);
  const linked = bodies.flatMap(({ links }) =>
    links.map(({ id, place }) => ({ url: id.trim(), place, archive: null })),
  );
  return [...linksOfSources(survey), ...linked].filter(({ url }) => webAddress.test(url));
}

function linksOfSources({ texts, placeAt }: Survey): ExternalLink[] {
  const file = 'sources.yaml';
  const { contents } = parseDocument(texts.get(file) ?? '', { prettyErrors: false });
  return (isMap(contents) ? contents.items : []).flatMap(({ value: work }) => {
    const pairs: readonly Pair[] = isMap(work) ? work.items : [];
    const scalars = pairs.flatMap(({ key, value }) =>
      isScalar(key) && isScalar(value) && typeof value.value === 'string'
        ? { name: key.value, url: value.value, place: placeAt(file, value.range?.[0] ?? 0) }
        : [],
    );
    const archive = scalars.find(({ name }) => name === 'archive')?.url ?? null;
    return scalars
      .filter(({ name }) => name === 'url' || name === 'archive')
      .map(({ name, url, place }) => ({ url, place, archive: name === 'url' ? archive : null }));
  });
}

/** Advises on addresses that lead nowhere, elsewhere or to nobody who answers. */
export function adviseOnLinks(links: readonly ExternalLink[], results: ReadonlyMap<string, LinkResult>): Problem[] {
  return links.flatMap((link) => {
    const result = results.get(link.url);
    return result ? adviseOn(link, result) : [];
  });
}

function adviseOn({ url, place, archive }: ExternalLink, { state, said, to, seen }: LinkResult): Problem[] {
  const copy = archive
    ? `The copy that is kept of it: ${archive}.`
    : 'Look for the work at another address, or keep the address of a copy: `archive: https://…` beside `url:` in sources.yaml.';
  if (state === 'gone') {
    return [
      adviceAt(place, 'link-dead', {
        message: `The address ${url} leads to nothing any more: ${said} (${seen}).`,
        hint: copy,
      }),
    ];
  }
  if (state === 'moved') {
    return [
      adviceAt(place, 'link-moved', {
        message: `The address ${url} has moved for good: ${said} (${seen}).`,
        hint: `Look at the new one, and write \`${to ?? ''}\`.`,
      }),
    ];
  }
  if (state === 'here') return [];
  return [
    adviceAt(place, 'link-unreachable', {
      message: `Nobody knows whether the address ${url} still leads to something: ${said} (${seen}).`,
      hint: `Look at it in a browser. ${copy}`,
    }),
  ];
}
