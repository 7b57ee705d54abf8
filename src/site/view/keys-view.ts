import type { PageContext } from '../page-context.ts';

/** The site's keys with what they do; a key of several parts is pressed together. */
export function keysView({ t }: Pick<PageContext, 't'>) {
  return [
    { keys: [['/'], ['Ctrl', 'K']], does: t('keyboard.rows.search') },
    { keys: [['?']], does: t('keyboard.rows.help') },
    { keys: [['Esc']], does: t('keyboard.rows.escape') },
    { keys: [['Tab']], does: t('keyboard.rows.tab') },
    { keys: [['Enter']], does: t('keyboard.rows.enter') },
    { keys: [[t('keyboard.space')]], does: t('keyboard.rows.space') },
    { keys: [['↑'], ['↓'], ['←'], ['→']], does: t('keyboard.rows.arrows') },
  ];
}
