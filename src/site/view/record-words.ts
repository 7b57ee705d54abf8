import type { PageContext } from '../page-context.ts';

/** What the panel of the record says once something has happened, with placeholders in double braces. */
export function recordWords({ t }: PageContext) {
  const raw = { skipInterpolation: true } as const;
  return {
    saved: t('record.saved', raw),
    preview: t('record.preview', raw),
    answers: t('record.answers', raw),
    added: t('record.added', raw),
    joined: t('record.joined', raw),
    same: t('record.same', raw),
    leftOut: t('record.leftOut', raw),
    nothing: t('record.nothing', raw),
    done: t('record.done'),
    held: t('record.held'),
    fault: {
      large: t('record.fault.large', raw),
      damaged: t('record.fault.damaged', raw),
      foreign: t('record.fault.foreign', raw),
      newer: t('record.fault.newer', raw),
    },
    damaged: t('record.damaged', raw),
    erased: t('record.erased'),
    notErased: t('record.notErased'),
  };
}

export type RecordWords = ReturnType<typeof recordWords>;
