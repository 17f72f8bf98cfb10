import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** What the check says of a repository with this one file. */
function check(
  file: string,
  text: string,
): { readonly status: number | null; readonly says: string } {
  writeFileSync(join(folder, file), text);
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, says: stderr };
}

// Put together here, so that the check of this very repository does not find them.
const slash = '/';
const fixme = ['FIX', 'ME'].join('');
const todo = ['TO', 'DO'].join('');

describe('the check of words', () => {
  test.each([
    ['unfinished work', 'a.ts', `ok();\n// ${fixme}: later`],
    ['work that nobody owns', 'a.ts', `ok();\n// ${todo}: later`],
    ['work without a release', 'a.md', `ok\n${todo}(Ana) later`],
    ['a path of a machine', 'a.md', `See\n${slash}work/main/README.md.`],
    ['the home of root', 'a.ts', `ok();\nread('${slash}root/data');`],
    ['the home of a user', 'a.ts', `ok();\nread('file://${slash}home/ana/data');`],
    [
      'the host of a registry',
      'package-lock.json',
      '{\n  "resolved": "https://example.org/a.tgz" }',
    ],
  ])('refuses %s, with the place and what to do', (_what, file, text) => {
    const { status, says } = check(file, text);
    expect(status).toBe(1);
    expect(says).toMatch(new RegExp(`^${file}:2: .+\n {4}\\w.+\\.\n$`));
  });

  test.each([
    ['work that someone owns', 'a.ts', `// ${todo}(Ana, 1.2): later`],
    [
      'a path below another',
      'a.md',
      `docs${slash}work/plan.md and https://example.org${slash}work/1`,
    ],
    ['a word that begins like one', 'a.md', `${slash}workers and ${slash}rooted`],
    ['where a package is from', 'a.json', '{ "resolved": "https://example.org/a.tgz" }'],
  ])('accepts %s', (_what, file, text) => {
    expect(check(file, text)).toEqual({ status: 0, says: '' });
  });

  test('ignores files that git ignores', () => {
    writeFileSync(join(folder, '.gitignore'), 'notes.md\n');
    expect(check('notes.md', fixme).status).toBe(0);
  });
});
