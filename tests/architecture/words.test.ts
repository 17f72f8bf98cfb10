import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const SCRIPT = fileURLToPath(new URL('../../../scripts/check-words.mjs', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'words-'));
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The result of the check in a repository with this one file. */
function check(
  file: string,
  text: string,
): { readonly status: number | null; readonly says: string } {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, says: stderr };
}

// In parts, so that the check of this repository does not find them.
const slash = '/';
const fixme = ['FIX', 'ME'].join('');
const todo = ['TO', 'DO'].join('');

describe('the check of words', () => {
  test.each([
    ['unfinished work', 'a.ts', `ok();\n// ${fixme}: later`],
    ['work without an owner', 'a.ts', `ok();\n// ${todo}: later`],
    ['work without a release', 'a.md', `ok\n${todo}(Ana) later`],
    ['a path of a machine', 'a.md', `See\n${slash}work/main/README.md.`],
    ['the home of root', 'a.ts', `ok();\nread('${slash}root/data');`],
    ['the home of a user', 'a.ts', `ok();\nread('file://${slash}home/ana/data');`],
    [
      'the host of a registry',
      'package-lock.json',
      '{\n  "resolved": "https://example.org/a.tgz" }',
    ],
    ['a retired phrase in a page', 'docs/a.md', '# A\nA fault is told with its line.'],
    ['a retired phrase in the schema', 'schema.graphql', '"""\nReturns so many entries.\n"""'],
    ['a retired phrase in an example', 'docs/examples/a.graphql', '{\n# Amounts parted by year'],
    ['a retired phrase in the settings', '.env.example', 'PORT=1\n# Until then; by when it stops.'],
    ['a retired phrase in a comment', 'src/a.ts', 'ok();\nrun(); // Mended by the caller.'],
    ['a retired phrase in a doc comment', 'entities/a.ts', '/**\n * What is known of it.\n */'],
    ['a retired phrase in a string', 'resolvers/a.ts', `ok();\nfail('It cannot be meant.');`],
    ['a retired phrase in a template', 'src/a.ts', 'ok();\nfail(`${name} is reckoned twice.`);'],
  ])('refuses %s, with the place and what to do', (_what, file, text) => {
    const { status, says } = check(file, text);
    expect(status).toBe(1);
    expect(says).toMatch(new RegExp(`^${file}:2: .+\n {4}\\w.+\\.\n$`));
  });

  test.each([
    ['work with an owner and a release', 'a.ts', `// ${todo}(Ana, 1.2): later`],
    [
      'a path within another path',
      'a.md',
      `docs${slash}work/plan.md and https://example.org${slash}work/1`,
    ],
    ['a path that starts like one', 'a.md', `${slash}workers and ${slash}rooted`],
    ['a URL in another JSON file', 'a.json', '{ "resolved": "https://example.org/a.tgz" }'],
    ['a retired phrase as a name in code', 'src/a.ts', "const told = parted('a', told);"],
    ['a retired phrase as code in a template', 'src/a.ts', 'fail(`is ${told} here`);'],
    ['a retired phrase as code in prose', 'docs/a.md', 'Rename `told` and [it](told.md).'],
    ['a retired phrase as code in a comment', 'src/a.ts', '/** Calls `told`. */ // See `parted`.'],
    ['a word that contains a retired phrase', 'docs/a.md', 'Untold; departed; so manifold.'],
    ['a retired phrase in a test', 'tests/a.ts', '// As told.'],
  ])('accepts %s', (_what, file, text) => {
    expect(check(file, text)).toEqual({ status: 0, says: '' });
  });

  test('ignores files that git ignores', () => {
    writeFileSync(join(folder, '.gitignore'), 'notes.md\n');
    expect(check('notes.md', fixme).status).toBe(0);
  });
});
