import type { Edit } from '#problem';
import { removeKey } from './create/edit-yaml.ts';
import type { Survey } from './survey.ts';

/** Takes the state of translation out of sources, which are no translations. */
export function fixSourceState({ pages, texts }: Survey): Edit[] {
  return pages.flatMap(({ source, versions }) => {
    const page = versions[source];
    if (!page?.frontMatter?.translation) return [];
    const { file } = page;
    const [, opening = '', yaml = ''] = /^(---\r?\n)([\s\S]*?\r?\n)---/u.exec(texts.get(file) ?? '') ?? [];
    const without = removeKey(yaml, ['translation']);
    return without === null ? [] : [{ file, start: opening.length, end: opening.length + yaml.length, text: without }];
  });
}
