// What every page loads of the reading settings and of the keys: to follow other tabs, and to open what is asked for.
import './reading-sheet.browser.ts';
import type { Tool } from './tool-dialog.browser.ts';

const settings = document.querySelector<HTMLAnchorElement>('.site-footer a[href$="/settings/"]');

function open(tool: Tool, href: string): void {
  import('./tool-dialog.browser.ts')
    .then(({ openTool }) => openTool(tool, settings?.href ?? href))
    // Without a connection the page itself may still be on the device.
    .catch(() => location.assign(href));
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest('a');
  if (!link || link.pathname !== settings?.pathname || link.pathname === location.pathname) return;
  // With a modifier the link opens the page in a tab of its own, as any link does.
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  // The dialog gives the focus back to what had it; Safari does not focus a link that is clicked.
  link.focus();
  open(link.hash === '#keyboard' ? 'keyboard' : 'settings', link.href);
});

document.addEventListener('keydown', (event) => {
  const isOff = document.documentElement.matches('[data-reading~="keys-off"]');
  const isTyping = (event.target as Element).closest(
    'input:not([type=radio],[type=checkbox],[type=range]),textarea,select,[contenteditable]',
  );
  // The character and not the key, which is another one on each layout.
  if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (isOff || isTyping || !settings) return;
  event.preventDefault();
  open('keyboard', `${settings.href}#keyboard`);
});
