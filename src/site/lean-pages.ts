import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Takes out of the built pages what Astro writes into each of them for cases that are none of theirs. */
export function leanPages(): AstroIntegration {
  return {
    name: 'lean-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const page of globSync('**/*.html', { cwd: folder })) {
          const file = join(folder, page);
          writeFileSync(file, leanPage(readFileSync(file, 'utf8')));
        }
      },
    },
  };
}

export function leanPage(html: string): string {
  const lean = html.replace(/<style>astro-[^<]*<\/style>/u, '').replace(/<astro-island [^>]*>/gu, leanIsland);
  return lean.replace(/<meta http-equiv="content-security-policy"[^>]*>/u, (policy) => leanPolicy(policy, lean));
}

/** The policy allows the inline scripts and styles of this page; Astro's allows those of every page, in any mode. */
function leanPolicy(policy: string, html: string): string {
  const inline = [...html.matchAll(/<(script|style)\b[^>]*>([\s\S]*?)<\/\1>/gu)]
    .filter(([, , text]) => text)
    .map(([, , text = '']) => hashOf(text));
  return policy.replace(/ '(sha256-[^']+)'/gu, (source, hash: string) => (inline.includes(hash) ? source : ''));
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** An id and a name for development go, and so does a default; JSON stands in quotes that it does not use itself. */
function leanIsland(tag: string): string {
  return tag
    .replace(/ uid="[^"]*"| component-export="default"/gu, '')
    .replace(
      / (props|opts)="([^"]*)"/gu,
      (_, name: string, json: string) => ` ${name}='${json.replaceAll('&quot;', '"')}'`,
    )
    .replace(/ opts='\{"name":"\w+",/u, " opts='{");
}
