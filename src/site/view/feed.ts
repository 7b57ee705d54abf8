import { lessonsOf } from '#course';
import type { PageContext } from '../page-context.ts';

export interface FeedItem {
  readonly title: string;
  readonly description: string;
  readonly link: string;
  readonly pubDate: Date;
}

/** Lessons that exist in the language, the newest first. */
export function feedItems({ content, locale, links }: PageContext): FeedItem[] {
  return content.courses
    .flatMap(lessonsOf)
    .flatMap((entry) => {
      const lesson = entry.versions[locale];
      if (!lesson) return [];
      const link = links.absolute(links.to(locale, entry.course, entry.module, entry.id));
      const pubDate = new Date(`${entry.published}T00:00:00Z`);
      return [{ title: lesson.title, description: lesson.summary, link, pubDate }];
    })
    .sort((a, b) => b.pubDate.getTime() - a.pubDate.getTime());
}
