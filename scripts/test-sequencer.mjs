import Sequencer from '@jest/test-sequencer';

/** The test files that take longest, the longest first: how long a file takes cannot be told from its size. */
const LONGEST = [
  'web',
  'data-folder',
  'command-line',
  'columns',
  'web-network',
  'web-agreement',
  'playground',
  'new-entity',
  'export-stream',
  'relay-lists',
  'federation-start',
  'import-command',
  'embedded-restart',
  'web-maps',
  'web-records',
  'export-command',
  'import-order.property',
  'every-field',
  'federated',
  'export-iati',
  'export-again',
  'lint',
  'network-export-command',
  'import-files',
  'search',
  'identity',
  'recovery',
  'registered-documents.property',
  'web-money',
  'match',
  'import-large',
  'web-registered',
  'network-long-lists',
  'import-iati-country-sheet',
  'grant-totals',
  'network-threads',
  'filters',
  'federated-answers.property',
  'federated-fast-path',
];

/**
 * Begins with what takes longest, so that both workers end at about the same time. Jest does so by itself with
 * what it has measured before, but a fresh checkout has no measurements.
 */
export default class extends Sequencer {
  /** @param {{ path: string, duration?: number }[]} tests */
  sort(tests) {
    const rank = ({ path, duration }) => {
      const at = LONGEST.findIndex((name) => path.endsWith(`/${name}.test.js`));
      return duration === undefined && at >= 0 ? LONGEST.length - at : 0;
    };
    return super.sort(tests).toSorted((one, other) => rank(other) - rank(one));
  }
}
