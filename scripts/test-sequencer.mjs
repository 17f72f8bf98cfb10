import Sequencer from '@jest/test-sequencer';

/** The test files that take longest, the longest first: how long a file takes cannot be told from its size. */
const LONGEST = [
  'data-folder',
  'command-line',
  'columns',
  'playground',
  'identity',
  'export-stream',
  'embedded-restart',
  'plan.property',
  'relay-lists',
  'export-again',
  'import-files',
  'every-field',
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
