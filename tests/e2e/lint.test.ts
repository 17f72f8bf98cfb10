import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The rules that refuse the text, as if it stood in this file of the repository. */
function refusing(file: string, text: string): string[] {
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/eslint/bin/eslint.js'),
      ...['--stdin', '--stdin-filename', join(ROOT, file), '--format', 'json'],
    ],
    { cwd: ROOT, input: text, encoding: 'utf8' },
  );
  const results = JSON.parse(stdout) as { messages: { ruleId: string; line: number }[] }[];
  return results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, line }) => `${String(line)} ${ruleId}`);
}

test('the linter refuses code that violates the house style', () => {
  const text = `import process from 'node:process';
export default class IThing {}
export * from './config.js';
export class Thing { private one = 1; }
export const port = process.env.PORT;
export const any = JSON.parse('1') as any;
export const length = (text: string | null) => text!.length;
export function stage(kind: 'A' | 'B') { switch (kind) { case 'A': return 1; default: return 2; } }
export interface IFace { a: 1 }
import { Config } from './config.js'; export const of = (config: Config) => config;
`;
  expect(refusing('src/errors.ts', text)).toEqual(
    expect.arrayContaining([
      '1 no-restricted-imports',
      '2 no-restricted-syntax',
      '3 no-restricted-syntax',
      '4 no-restricted-syntax',
      '5 no-restricted-syntax',
      '6 @typescript-eslint/no-explicit-any',
      '7 @typescript-eslint/no-non-null-assertion',
      '8 @typescript-eslint/switch-exhaustiveness-check',
      '9 @typescript-eslint/naming-convention',
      '10 @typescript-eslint/consistent-type-imports',
    ]),
  );
});

test('the linter refuses unclear names and missing descriptions in the schema', () => {
  const text = `"Entry." type Query { getThings: ThingConnection }
"A thing." type thing { size: Int }
"Things." type ThingConnection { "Entries." edges: String, "Where." pageInfo: PageInfo! }
"Where." type PageInfo { "More?" hasNextPage: Boolean }
"A size." enum Size { small }
"What to do." input Do { "How." how: Int }
`;
  expect(refusing('schema.graphql', text)).toEqual(
    expect.arrayContaining([
      '1 @graphql-eslint/naming-convention',
      '1 @graphql-eslint/relay-arguments',
      '1 @graphql-eslint/require-description',
      '2 @graphql-eslint/naming-convention',
      '2 @graphql-eslint/require-description',
      '3 @graphql-eslint/relay-connection-types',
      '4 @graphql-eslint/relay-page-info',
      '5 @graphql-eslint/naming-convention',
      '5 @graphql-eslint/require-description',
      '6 @graphql-eslint/naming-convention',
    ]),
  );
});
