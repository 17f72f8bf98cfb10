// Plants each fault of mutations.mjs in the compiled code and runs the tests that must find it. A fault that all of
// them survive fails this check.
//   npm run mutate                 all faults
//   npm run mutate -- --only plan  those with this text in their name or file
//   npm run mutate -- --minutes 8  as many as there is time for
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { MUTATIONS } from './mutations.mjs';

const root = resolve(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: { only: { type: 'string', default: '' }, minutes: { type: 'string' } },
});
const end =
  options.minutes === undefined ? Infinity : Date.now() + Number(options.minutes) * 60_000;

/** @param {readonly string[]} tests */
function passes(tests) {
  const { status } = spawnSync(
    process.execPath,
    [
      ...['node_modules/jest/bin/jest.js'],
      ...['--bail', '--silent', '--runTestsByPath'],
      ...tests.map((name) => `dist/tests/${name}.test.js`),
    ],
    // With a tenth of its cases, a property misses some.
    { cwd: root, stdio: 'ignore', env: { ...process.env, PROPERTY_RUNS: 'all' } },
  );
  return status === 0;
}

// A test that is not there would fail too, and find everything.
for (const [name, , , , ...tests] of MUTATIONS) {
  for (const test of tests) {
    if (existsSync(join(root, `dist/tests/${test}.test.js`))) continue;
    console.error(
      `'${name}' names the test ${test}, which is not there; correct scripts/mutations.mjs.`,
    );
    process.exit(1);
  }
}

const survivors = [];
let planted = 0;
for (const [name, file, text, replacement, ...tests] of MUTATIONS) {
  if (Date.now() > end) {
    console.log('There is no time for the others.');
    break;
  }
  if (!`${name} ${file}`.includes(options.only)) continue;
  const path = join(root, 'dist/src', file);
  const before = readFileSync(path, 'utf8');
  if (before.split(text).length !== 2) {
    console.error(
      `The text of '${name}' must stand exactly once in ${file}; correct scripts/mutations.mjs.`,
    );
    process.exit(1);
  }
  const begun = performance.now();
  let isFound;
  try {
    writeFileSync(
      path,
      before.replace(text, () => replacement),
    );
    isFound = !passes(tests);
  } finally {
    writeFileSync(path, before);
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(`${isFound ? 'found' : 'SURVIVED'} in ${seconds} s: ${name}`);
  planted += 1;
  if (!isFound) survivors.push(name);
}
console.log(
  `${String(planted - survivors.length)} of ${String(planted)} planted faults were found.`,
);
if (survivors.length > 0) {
  console.error(`${String(survivors.length)} faults were not found by any test.`);
  process.exitCode = 1;
}
