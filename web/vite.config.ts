import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { notices } from '../scripts/notices.mjs';

const BORDERS = new URL('../src/pages/map/borders.license.txt', import.meta.url);
const { ofPages, ofWorkers } = notices([readFileSync(BORDERS, 'utf8')]);

const EXAMPLES = new URL('../docs/examples/', import.meta.url);

export default defineConfig({
  root: import.meta.dirname,
  base: '/web/',
  oxc: { jsx: { runtime: 'automatic' } },
  worker: { format: 'es', plugins: () => [ofWorkers] },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // One stylesheet for all pages: it is small, and pages do not change their look while they load.
    cssCodeSplit: false,
  },
  plugins: [
    ofPages,
    {
      // The texts of the examples for the server, which writes them into the page for those without JavaScript.
      name: 'examples',
      generateBundle() {
        const names = readdirSync(EXAMPLES).filter((name) => name.endsWith('.graphql'));
        const texts = names.sort().map((name) => readFileSync(new URL(name, EXAMPLES), 'utf8'));
        this.emitFile({
          type: 'asset',
          fileName: 'examples.json',
          source: JSON.stringify(texts),
        });
      },
    },
  ],
});
