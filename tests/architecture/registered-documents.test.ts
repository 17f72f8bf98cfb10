import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { RegisteredDocuments } from '../../src/documents/registered-documents.js';

const ROOT = resolve(import.meta.dirname, '../../..');
const SCRIPT = join(ROOT, 'scripts/registered-documents.mjs');
const EXAMPLE = 'docs/examples/06-search.graphql';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'documents-'));
  for (const path of [
    'schema.graphql',
    'src/pages/operations',
    'docs/examples',
    'docs/operations',
  ]) {
    cpSync(join(ROOT, path), join(root, path), { recursive: true });
  }
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

/** Runs the script on the copy: with --check, or to register. */
function run(...args: string[]) {
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, ...args, root], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, says: stderr };
}

function edit(path: string, change: (text: string) => string) {
  const file = join(root, path);
  const text = readFileSync(file, 'utf8');
  expect(change(text)).not.toBe(text);
  writeFileSync(file, change(text));
}

const registered = () => readdirSync(join(root, 'docs/operations'));
const fileOf = (name: string) =>
  `docs/operations/${String(registered().find((file) => file.startsWith(`${name}.`)))}`;

describe('the check of the registered documents', () => {
  test('passes as they are', () => {
    expect(run('--check')).toEqual({ status: 0, says: '' });
  });

  test('fails if an operation has changed, until it is registered; the old one stays, with a warning', () => {
    const old = fileOf('Search');
    edit(EXAMPLE, (text) =>
      text.replace('  ... on Organization', '  __typename\n  ... on Organization'),
    );
    const { status, says } = run('--check');
    expect(status).toBe(1);
    expect(says).toContain(`${EXAMPLE}: the operation Search is not registered as it is now.`);
    expect(says).toContain('npm run fix:documents');
    expect(registered()).toHaveLength(RegisteredDocuments.read().ids.length);

    expect(run().status).toBe(0);
    expect(registered()).toHaveLength(RegisteredDocuments.read().ids.length + 1);
    const after = run('--check');
    expect(after.status).toBe(0);
    expect(after.says).toContain(`warning: no page or example uses ${old}.`);
  });

  test('replaces what git does not know yet, and keeps what was committed', () => {
    const git = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
        cwd: root,
      });
    for (const args of [['init'], ['add', '.'], ['commit', '--message', 'a']]) git(...args);
    const old = registered();
    for (const name of ['a', 'b', 'c']) {
      edit(EXAMPLE, (text) =>
        text.replace(/\{\n {2}(\w: __typename\n {2})?/, `{\n  ${name}: __typename\n  `),
      );
      run();
    }
    const added = registered().filter((file) => !old.includes(file));
    expect(added).toEqual([expect.stringMatching(/^Search\./)]);
    expect(registered()).toHaveLength(old.length + 1);
    expect(readFileSync(join(root, 'docs/operations', added[0] ?? ''), 'utf8')).toContain('c: __t');
  });

  test('does not mind comments and layout', () => {
    edit(EXAMPLE, (text) => `# Another comment\n${text.replaceAll('\n  ', '\n      ')}`);
    expect(run('--check')).toEqual({ status: 0, says: '' });
  });

  test('registers an operation again if a fragment changes that it uses', () => {
    edit('src/pages/operations/fragments.graphql', (text) =>
      text.replace(
        'fragment RegionParts on Region {',
        'fragment RegionParts on Region {\n  slugOf: id',
      ),
    );
    const { status, says } = run('--check');
    expect(status).toBe(1);
    expect(says).toContain('src/pages/operations/regions.graphql: the operation Region is not');
    expect(says).not.toContain('operation Search is not');
  });

  test('fails if the schema no longer has what a document uses, and names both', () => {
    edit('schema.graphql', (text) =>
      text.replace('  nameCyrillic: String', '  nameInCyrillic: String'),
    );
    const { status, says } = run('--check');
    expect(status).toBe(1);
    expect(says).toContain(
      `${fileOf('Region')} (from src/pages/operations/regions.graphql): Cannot query field "nameCyrillic" on type "Region".`,
    );
  });

  test('fails for a document that only deployed clients send, too', () => {
    const example = join(root, 'docs/examples/99-old.graphql');
    writeFileSync(example, 'query Old {\n  nothing\n}');
    expect(run('--check').says).toContain('is not registered');
    run();
    rmSync(example);
    const { status, says } = run('--check');
    expect(status).toBe(1);
    expect(says).toContain(
      `${fileOf('Old')} (a deployed client may send it): Cannot query field "nothing" on type "Query".`,
    );
  });

  test('fails if a registered document was edited, and the server does not start with it', () => {
    const file = fileOf('Search');
    edit(file, (text) => `${text} `);
    const { status, says } = run('--check');
    expect(status).toBe(1);
    expect(says).toContain(`${file}: its name is not the name and the hash of its content.`);
    expect(() => RegisteredDocuments.read(join(root, 'docs/operations'))).toThrow(
      /Search\.\w+\.graphql is not the document that its name says/,
    );
  });
});
