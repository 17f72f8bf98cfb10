import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/web/',
  oxc: { jsx: { runtime: 'automatic' } },
  worker: { format: 'es' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // One stylesheet for all pages: it is small, and pages do not change their look while they load.
    cssCodeSplit: false,
  },
});
