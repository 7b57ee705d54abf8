import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { isLocale } from '#language';
import { createPageContext } from '../../../../site/page-context.ts';
import { courseView } from '../../../../site/view/course-view.ts';
import { oembedOf } from '../../../../site/view/oembed.ts';
import { modulePaths } from '../../../../site/view/static-paths.ts';

export const getStaticPaths = modulePaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: { course, module },
  params,
}) => {
  const { locale = '' } = params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const context = createPageContext(locale);
  const row = courseView(course, context)?.modules.find(({ id }) => id === module.id);
  const title = row?.title ?? module.id;
  return Response.json(oembedOf({ path: [course.id, module.id], title, authors: course.authors }, context));
};
