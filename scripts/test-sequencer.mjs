import Sequencer from '@jest/test-sequencer';

/** The test files that take longest, the longest first: how long a file takes cannot be told from its size. */
const LONGEST = [
  'web',
  'federated-answers.property',
  'plan.property',
  'import-money',
  'command-line',
  'columns',
  'embedded-restart',
  'data-folder',
  'new-entity',
  'web-agreement',
  'federated',
  'export-stream',
  'export-command',
  'network-export',
  'export-iati',
  'export-again',
  'import-files',
  'playground',
  'search',
  'match',
  'registered-documents.property',
  'identity',
  'network-threads',
  'wrong-input',
  'session-reads',
  'import-360giving',
  'every-field',
  'grant-totals',
  'relay-lists',
  'filters',
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
