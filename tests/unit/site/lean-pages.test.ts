import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { leanPage } from '../../../src/site/lean-pages.ts';

const source = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = (scripts: string, styles: string) =>
  `<meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self'${scripts}; style-src 'self'${styles};">`;

test('the policy allows the scripts that stand in the page and no others', () => {
  const body = '<script>run()</script><script src="/a.js"></script>';
  const given = policy(` ${source('run()')} ${source('elsewhere()')}`, ` ${source('')}`);
  expect(leanPage(given + body)).toBe(policy(` ${source('run()')}`, '') + body);
});

test('the style of Astro’s islands goes, with its place in the policy', () => {
  const style = 'astro-island,astro-slot{display:contents}';
  expect(leanPage(`${policy('', ` ${source(style)}`)}<style>${style}</style>`)).toBe(policy('', ''));
});

test('an island keeps its properties, whatever quotes stand in them', () => {
  const props = { text: `"so" 'it' <goes> &quot; & $& \\` };
  const escape = (text: string) =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;');
  const html = `<p>a</p><astro-island uid="Z1" component-url="/a.js" component-export="default" props="${escape(JSON.stringify(props))}" ssr client="visible" opts="${escape('{"name":"Choice","value":{"rootMargin":"300px"}}')}"></astro-island>`;
  const lean = leanPage(html);
  const island = new DOMParser().parseFromString(lean, 'text/html').querySelector('astro-island');
  expect(JSON.parse(island?.getAttribute('props') ?? '')).toEqual(props);
  expect(JSON.parse(island?.getAttribute('opts') ?? '')).toEqual({ value: { rootMargin: '300px' } });
  expect(island?.getAttributeNames()).toEqual(['component-url', 'props', 'ssr', 'client', 'opts']);
  expect(lean.length).toBeLessThan(html.length);
});
