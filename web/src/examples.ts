import { exampleOf, type Example } from '../../src/pages/examples.js';

const files = import.meta.glob<string>('../../docs/examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The example operations, in the order of their files. */
export const EXAMPLES: readonly Example[] = Object.keys(files)
  .sort()
  .map((path) => exampleOf(files[path] ?? ''));
