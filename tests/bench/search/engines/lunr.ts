import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import lunr from 'lunr';
import { startWatch, timeBuild } from '../clock.ts';
import type { BuiltIndex, Engine, Session } from '../engine.ts';
import { createTraffic, type Traffic } from '../traffic.ts';
import { remember, weighText } from '../weigh.ts';

const indexFile = 'index.json';
const titlesFile = 'titles.json';

/** lunr as its guide says: one index in one file, with the English pipeline that comes with it. */
export const stockLunr = createLunr('lunr', (builder) => builder);

/** The same without trimmer, stop words and stemmer, which know English only and take Cyrillic words away. */
export const bareLunr = createLunr('lunr, no pipeline', (builder) => {
  builder.pipeline.reset();
  builder.searchPipeline.reset();
  return builder;
});

function createLunr(name: string, prepare: (builder: lunr.Builder) => lunr.Builder): Engine {
  return {
    name,
    build(_locale, pages, folder) {
      const cost = timeBuild(() => {
        const index = lunr(function () {
          prepare(this);
          this.ref('id');
          this.field('title', { boost: 5 });
          this.field('body');
          pages.forEach(({ title, paragraphs }, id) => this.add({ id: String(id), title, body: paragraphs.join(' ') }));
        });
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, indexFile), JSON.stringify(index));
        writeFileSync(join(folder, titlesFile), JSON.stringify(pages.map(({ path, title }) => [path, title])));
      });
      return Promise.resolve({ ...cost, peak: null });
    },
    load: (_locale, folder) => Promise.resolve(loadIndex(folder)),
  };
}

function loadIndex(folder: string): BuiltIndex {
  const load = (name: string) => readFileSync(join(folder, name));
  const weigh = remember((name) => weighText(load(name)));
  const index = weigh(indexFile) + weigh(titlesFile);
  const script = createRequire(import.meta.url).resolve('lunr/lunr.min.js');
  // Parsing so large an index takes seconds: it is done once, and every reader's first query waits for as long.
  let kept: Parsed | null = null;
  return {
    weight: { index, withTexts: index, files: 2 },
    scripts: { bytes: weighText(readFileSync(script)), trips: 0 },
    open: () => Promise.resolve(openSession(createTraffic(load, weigh), (text) => (kept ??= parse(text)))),
  };
}

interface Parsed {
  readonly index: lunr.Index;
  readonly milliseconds: number;
}

function parse(text: string): Parsed {
  const watch = startWatch();
  const index = lunr.Index.load(JSON.parse(text) as object);
  return { index, milliseconds: watch() };
}

interface Opened extends Parsed {
  readonly titles: readonly (readonly [path: string, title: string])[];
}

function openSession(traffic: Traffic, parseOnce: (text: string) => Parsed): Session {
  let opened: Opened | null = null;
  const open = async (): Promise<Opened> => {
    const [index, titles] = await Promise.all([traffic.read(indexFile), traffic.read(titlesFile)]);
    return { ...parseOnce(index.toString()), titles: JSON.parse(titles.toString()) as [string, string][] };
  };
  // Signs of lunr's query language are not words.
  const find = ({ index, titles }: Opened, query: string) =>
    index.search(query.replace(/[:^~+*-]/gu, ' ')).map(({ ref }) => titles[Number(ref)]?.[0] ?? '');
  return {
    async ask(query) {
      const isFirst = !opened;
      opened ??= await open();
      const watch = startWatch();
      const found = find(opened, query);
      const milliseconds = watch() + (isFirst ? opened.milliseconds : 0);
      return { first: found.slice(0, 5), load: traffic.take(), excerpts: { bytes: 0, trips: 0 }, milliseconds };
    },
    findAll: async (query) => find((opened ??= await open()), query),
  };
}
