import { parseArgs } from 'node:util';
import { isLocale } from '#language';
import { engines } from './engines.ts';
import { makePages } from './pages.ts';
import { createVocabulary } from './vocabulary.ts';

// Builds one index in a process of its own, so that its memory can be told from that of others, and prints the cost.
const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: '' },
    locale: { type: 'string', default: '' },
    pages: { type: 'string', default: '' },
    seed: { type: 'string', default: '' },
    out: { type: 'string', default: '' },
  },
});
const engine = engines.find(({ name }) => name === values.engine);
if (!engine || !isLocale(values.locale)) throw new Error(`No engine ${values.engine} or no language ${values.locale}.`);
const pages = makePages(values.locale, createVocabulary(values.locale), Number(values.pages), Number(values.seed));
const cost = await engine.build(values.locale, pages, values.out);
console.log(JSON.stringify({ ...cost, peak: cost.peak ?? process.resourceUsage().maxRSS * 1024 }));
