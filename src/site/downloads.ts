import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createContentReader } from '#course/adapters/node-content';
import {
  makePackage,
  makePagesPackage,
  packageFormats,
  planDownloads,
  type Download,
  type MadePackage,
  type PackageContext,
  type Selection,
  type Selections,
} from '#packaging';
import { writeWhole } from '#packaging/adapters/node-output';
import { pictureReader } from '#packaging/adapters/node-pictures';
import { readBuiltSite } from '#packaging/adapters/node-site';
import { createPackageContext } from '#packaging/adapters/package-context';
import { zipFiles } from '#packaging/adapters/zip';
import { basePath } from './base-path.ts';
import { createLinks } from './links.ts';

/** Stands for the size of a file in the pages that lead to it, until it has been made. */
export const sizeMark = '{size}';

/**
 * Makes the files that the site gives away, from its own pages and its content, and writes their sizes into the pages
 * that lead to them. It has to run after everything that writes into lessons.
 */
export function downloads(contentRoot: string): AstroIntegration {
  let base = '/';
  return {
    name: 'downloads',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = basePath(config);
      },
      'astro:build:done': ({ dir, logger }) => {
        // Tests build the site several times over and look at these files once.
        if (process.env['BILIG_DOWNLOADS'] === '0') return;
        const folder = fileURLToPath(dir);
        const sizes = makeDownloads(folder, contentRoot, base);
        writeSizes(folder, sizes);
        if (sizes.size) logger.info(`${sizes.size} files to take away`);
      },
    },
  };
}

/** Writes the files; their sizes in bytes by path. */
function makeDownloads(folder: string, contentRoot: string, base: string): Map<string, number> {
  const { content, files } = createContentReader(contentRoot)();
  if (!content) return new Map();
  const context = createPackageContext(files, createLinks(base, content.site.address));
  const read = pictureReader(contentRoot, files.others);
  const site = readBuiltSite(folder, { base, address: new URL(content.site.address).origin });
  const make = (download: Download, context: PackageContext): MadePackage => {
    const { course, module, locales } = download;
    const format = packageFormats[download.format];
    const select = (locale: (typeof locales)[number]): Selection => ({
      content,
      course,
      module,
      locale,
      fallback: null,
    });
    if (format.of !== 'pages') return makePackage(format, select(locales[0]), context, read);
    const selections: Selections = [select(locales[0]), ...locales.slice(1).map(select)];
    return makePagesPackage(format, selections, context, site);
  };
  return new Map(
    planDownloads(content).map((download) => {
      const made = make(download, context);
      const [only = ''] = made.files.values();
      const bytes = packageFormats[download.format].container === 'file' ? Buffer.from(only) : zipFiles(made.files);
      const path = join(folder, download.file);
      mkdirSync(dirname(path), { recursive: true });
      writeWhole(path, bytes);
      return [download.file, bytes.length];
    }),
  );
}

function writeSizes(folder: string, sizes: ReadonlyMap<string, number>): void {
  for (const page of globSync('*/*/downloads/index.html', { cwd: folder })) {
    const file = join(folder, page);
    const html = readFileSync(file, 'utf8');
    const written = html.replace(
      /(data-download="([^"]+)"[^>]*>[^<]*)\{size\}/gu,
      (_, before: string, name: string) => before + String(Math.ceil((sizes.get(name) ?? 0) / 1024)),
    );
    if (written !== html) writeFileSync(file, written);
  }
}
