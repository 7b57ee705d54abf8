import GithubSlugger from 'github-slugger';

/** Anchors as Astro's Markdown makes them, numbered where a heading stands twice in a file. */
export function createSlugger(): (heading: string) => string {
  const slugger = new GithubSlugger();
  return (heading) => slugger.slug(heading);
}
