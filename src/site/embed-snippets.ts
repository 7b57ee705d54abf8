import { escapeHtml } from './escape-html.ts';

/** What is to stand in a page of another site. */
export interface Snippet {
  /** The site with its base: `https://bilig.example/`. */
  readonly site: string;
  readonly language: string;
  /** Other languages that the learner may change to. */
  readonly also?: readonly string[];
  /** course/module[/lesson[/exercise]] */
  readonly path: readonly string[];
  readonly title: string;
  /** As on the device where there is none. */
  readonly theme?: 'light' | 'dark' | null;
}

/** Pixels: enough for the first question of most lessons, and less than a small window. */
export const frameHeight = 640;

const names = ['course', 'module', 'lesson', 'exercise'];

/** Address of what is embedded. */
export function embedAddress({ site, language, also, path, theme }: Snippet): string {
  const query = [];
  if (theme) query.push(`theme=${theme}`);
  if (also?.length) query.push(`languages=${[language, ...also].join()}`);
  return `${site}embed/${[language, ...path].join('/')}/${query.length ? `?${query.join('&')}` : ''}`;
}

/** A plain frame, which needs nothing but its host's leave for frames. No style stands in it: policies refuse them. */
export function frameSnippet(snippet: Snippet): string {
  return (
    `<iframe src="${escapeHtml(embedAddress(snippet))}" title="${escapeHtml(snippet.title)}" ` +
    `width="100%" height="${frameHeight}" loading="lazy" allow="fullscreen" frameborder="0"></iframe>`
  );
}

/** The script and its element; what stands in that is for readers whom the script does not reach. */
export function scriptSnippet({ site, language, also = [], path, title, theme }: Snippet): string {
  const languages = also.length ? ['languages', [language, ...also].join()] : ['language', language];
  const attributes = [...path.map((part, index) => [names[index], part]), languages];
  if (theme) attributes.push(['theme', theme]);
  const [course = '', module = '', lesson, exercise] = path;
  const full = `${site}${[language, course, module, ...(lesson ? [lesson] : [])].join('/')}/`;
  const link = `<a href="${exercise ? `${full}#${exercise}` : full}">${escapeHtml(title)}</a>`;
  return [
    `<script src="${site}embed.js" defer></script>`,
    `<bilig-module ${attributes.map(([name, value]) => `${name}="${value}"`).join(' ')}>${link}</bilig-module>`,
  ].join('\n');
}
