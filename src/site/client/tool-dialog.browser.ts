/** A part of the page of settings that can also stand over any other page. */
export type Tool = 'settings' | 'keyboard';

let fetched: Promise<Document> | undefined;

/**
 * Opens a tool in a dialog; its content, its words and its styles are taken from the page of settings.
 * @param href the address of that page
 * @throws where the page cannot be fetched
 */
export async function openTool(tool: Tool, href: string): Promise<void> {
  const page = await fetchPage(href);
  const source = page.querySelector<HTMLElement>(`[data-tool="${tool}"]`);
  if (!source) throw new Error(`${href} has no ${tool}.`);
  await loadStyles(source.dataset['styles'] ?? '');
  // Whoever asks twice while it is on its way gets it once.
  if (document.querySelector(`dialog [data-tool="${tool}"]`)) return;
  const content = document.importNode(source, true);
  document.body.append(createDialog(content));
  if (tool === 'settings') (await import('./settings-form.browser.ts')).startSettings(content);
  content.closest('dialog')?.showModal();
}

function fetchPage(href: string): Promise<Document> {
  fetched ??= fetch(href).then(async (response) => {
    if (!response.ok) throw new Error(`${href}: ${response.status}`);
    return new DOMParser().parseFromString(await response.text(), 'text/html');
  });
  // What failed is tried again the next time.
  fetched.catch(() => (fetched = undefined));
  return fetched;
}

function createDialog(content: HTMLElement): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  const head = document.createElement('div');
  const title = document.createElement('h2');
  const close = document.createElement('button');
  dialog.className = 'tool-dialog';
  head.className = 'tool-dialog-head';
  title.id = `tool-dialog-${content.dataset['tool']}`;
  title.textContent = content.dataset['title'] ?? '';
  dialog.setAttribute('aria-labelledby', title.id);
  close.type = 'button';
  close.className = 'button button-quiet';
  close.textContent = content.dataset['close'] ?? '';
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  // The browser has given the focus back by then.
  dialog.addEventListener('close', () => dialog.remove());
  head.append(title, close);
  dialog.append(head, content);
  return dialog;
}

function loadStyles(href: string): Promise<unknown> {
  if (document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
  return new Promise((done) => (link.onload = link.onerror = done));
}
