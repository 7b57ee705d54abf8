import { join } from 'node:path';
import { build } from 'vite';

/** Bundles the program of the editor's page into a folder. @throws where the editor's packages are missing */
export async function buildEditorApp(root: string, outDir: string): Promise<void> {
  await build({
    root: join(root, 'editor'),
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: {
        input: join(root, 'editor/app.ts'),
        output: {
          entryFileNames: 'app.js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: '[name]-[hash][extname]',
        },
      },
    },
  });
}
