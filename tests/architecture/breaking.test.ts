import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

const SCRIPT = fileURLToPath(new URL('../../../scripts/check-breaking.mjs', import.meta.url));
const RELEASED = 'type Query { cluster(slug: String): String! sectors: [String!]! }';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'breaking-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What the check says of a schema that was released as `RELEASED`. */
function check(present: string): { readonly status: number | null; readonly says: string } {
  writeFileSync(join(folder, 'released.graphql'), RELEASED);
  writeFileSync(join(folder, 'schema.graphql'), present);
  const files = ['released.graphql', 'schema.graphql'];
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, ...files], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, says: stderr };
}

test.each([
  ['nothing', RELEASED],
  ['an additional field', RELEASED.replace('}', 'regions: [String!] }')],
  ['an argument more', RELEASED.replace('slug: String', 'slug: String, id: ID')],
  ['a deprecation', RELEASED.replace('}', '@deprecated }')],
])('%s does not break clients of the last release', (_what, present) => {
  expect(check(present)).toEqual({ status: 0, says: '' });
});

test.each([
  ['a removed field', RELEASED.replace('sectors: [String!]!', ''), 'Query.sectors was removed.'],
  ['a field that becomes nullable', RELEASED.replace('String! s', 'String s'), 'Query.cluster'],
  ['an argument that must be', RELEASED.replace('slug: String', 'slug: String!'), 'cluster'],
])('%s is reported, with what to do', (_what, present, name) => {
  const { status, says } = check(present);
  expect(status).toBe(1);
  expect(says).toContain(name);
  expect(says).toMatch(/@deprecated.*CHANGELOG\.md.*cp schema\.graphql released\.graphql/s);
});
