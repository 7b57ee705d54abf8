/** Adds the stylesheet of something that comes late; settles when what it styles can be shown. */
export function addSheet(href: string): Promise<void> {
  const known = document.querySelector(`link[href="${CSS.escape(href)}"]`);
  if (known) return Promise.resolve();
  return new Promise((done, fail) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.onload = () => done();
    link.onerror = () => {
      link.remove();
      fail(new Error(href));
    };
    link.href = href;
    document.head.append(link);
  });
}
