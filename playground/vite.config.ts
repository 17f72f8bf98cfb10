import { defineConfig } from 'vite';
import { notices } from '../scripts/notices.mjs';

const { ofPages, ofWorkers } = notices();

export default defineConfig({
  root: import.meta.dirname,
  base: '/playground/',
  oxc: { jsx: { runtime: 'automatic' } },
  worker: { format: 'es', plugins: () => [ofWorkers] },
  plugins: [ofPages],
  build: {
    outDir: '../dist/playground',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // Monaco is one chunk of 2.8 MB, loaded after the page has painted.
    chunkSizeWarningLimit: 4000,
  },
});
