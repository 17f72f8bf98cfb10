import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/playground/',
  oxc: { jsx: { runtime: 'automatic' } },
  worker: { format: 'es' },
  build: {
    outDir: '../dist/playground',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // Monaco is one chunk of 2.8 MB, loaded after the page has painted.
    chunkSizeWarningLimit: 4000,
  },
});
