import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { isLocale } from '#language';
import { createPageContext } from '../../../../../site/page-context.ts';
import { linkTo } from '../../../../../site/view/lesson-view.ts';
import { oembedOf } from '../../../../../site/view/oembed.ts';
import { lessonPaths } from '../../../../../site/view/static-paths.ts';

export const getStaticPaths = lessonPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props, params: { locale = '' } }) => {
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const context = createPageContext(locale);
  const { course, module, entry } = props;
  const { title } = linkTo(entry, context);
  return Response.json(oembedOf({ path: [course.id, module.id, entry.id], title, authors: course.authors }, context));
};
