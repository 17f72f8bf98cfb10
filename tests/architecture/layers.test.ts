import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** What a rule must refuse: an import by a file that is there only for it. */
const REFUSED: readonly (readonly [rule: string, file: string, source: string])[] = [
  ['domain-stands-alone', 'src/domain/reads-errors.ts', `import '../errors.js';`],
  ['domain-stands-alone', 'src/domain/reads-files.ts', `import 'node:fs';`],
  ['domain-stands-alone', 'src/domain/maps.ts', `import type {} from 'typeorm';`],
  ['entities-know-only-the-domain', 'entities/reads.entity.ts', `import '../src/fields/a.js';`],
  ['entities-know-only-the-domain', 'entities/asks.entity.ts', `import '../resolvers/a.js';`],
  ['entities-know-only-the-domain', 'entities/queries.entity.ts', `import 'pg';`],
  ['resolvers-only-translate', 'resolvers/stores.resolver.ts', `import '../src/database/a.js';`],
  ['resolvers-only-translate', 'resolvers/serves.resolver.ts', `import '../src/http/a.js';`],
  ['resolvers-only-translate', 'resolvers/sets.resolver.ts', `import '../src/config.js';`],
  [
    'resolvers-take-only-types-of-the-context',
    'resolvers/makes-context.resolver.ts',
    `import { a } from '../src/context.js'; a;`,
  ],
  ['resolvers-touch-no-machine', 'resolvers/maps.resolver.ts', `import type {} from 'typeorm';`],
  ['resolvers-touch-no-machine', 'resolvers/queries.resolver.ts', `import 'pg';`],
  ['resolvers-touch-no-machine', 'resolvers/exits.resolver.ts', `import 'node:process';`],
  ['graph-knows-no-fields-and-no-machine', 'src/graph/asks.ts', `import '../../resolvers/a.js';`],
  ['graph-knows-no-fields-and-no-machine', 'src/graph/stores.ts', `import '../database/a.js';`],
  ['graph-knows-no-fields-and-no-machine', 'src/graph/serves.ts', `import '../http/a.js';`],
  ['network-knows-no-api-and-no-machine', 'src/network/asks.ts', `import '../../resolvers/a.js';`],
  ['network-knows-no-api-and-no-machine', 'src/network/stores.ts', `import '../database/a.js';`],
  ['network-knows-no-api-and-no-machine', 'src/network/queries.ts', `import 'pg';`],
  ['plans-come-from-declarations', 'src/plan/asks.ts', `import '../../resolvers/a.js';`],
  ['plans-come-from-declarations', 'src/plan/stores.ts', `import '../database/a.js';`],
  ['database-knows-no-api', 'src/database/asks.ts', `import '../../resolvers/a.js';`],
  ['database-knows-no-api', 'src/database/serves.ts', `import '../http/a.js';`],
  ['data-set-knows-no-api', 'src/data-set/asks.ts', `import '../../resolvers/a.js';`],
  ['data-set-knows-no-api', 'src/data-set/serves.ts', `import '../http/a.js';`],
  ['figures-know-no-question', 'src/figures/asks.ts', `import '../../resolvers/a.js';`],
  ['figures-know-no-question', 'src/figures/serves.ts', `import '../http/a.js';`],
  ['one-copy-in-columns', 'src/database/counts.ts', `import '@duckdb/node-api';`],
  ['export-knows-no-protocol', 'src/export/serves.ts', `import '../http/a.js';`],
  ['nothing-imports-main', 'tests/runs-main.ts', `import '../src/main.js';`],
  ['no-tests-in-the-product', 'src/http/tests.ts', `import '../../tests/a.js';`],
  ['no-dev-dependencies-in-the-product', 'src/http/builds.ts', `import 'vite';`],
  ['no-undeclared-dependencies', 'src/http/borrows.ts', `import 'brought-along';`],
  ['no-cycles', 'src/http/chicken.ts', `import type {} from './egg.js';`],
  ['not-to-unresolvable', 'src/http/misspells.ts', `import './no-such-file.js';`],
  [
    'resolvers-of-a-domain-stand-alone',
    'resolvers/network/borrows.ts',
    `import '../knowledge/a.js';`,
  ],
  ['resolvers-of-a-domain-stand-alone', 'resolvers/shared/borrows.ts', `import '../funding/a.js';`],
  ['resolvers-of-a-domain-stand-alone', 'resolvers/funding/spans.ts', `import '../a.js';`],
  ['every-folder-is-a-domain', 'src/http/strays.ts', `import '../../entities/elsewhere/a.js';`],
  ['every-folder-is-a-domain', 'src/http/digs.ts', `import '../../resolvers/funding/sums/a.js';`],
  ['every-folder-is-a-domain', 'src/http/skips.ts', `import '../../entities/a.js';`],
  ['base-classes-are-in-no-cycle', 'entities/shared/node.interface.ts', `import './a.js';`],
  [
    'organization-knows-none-of-its-kinds',
    'entities/network/organization.entity.ts',
    `import './membership.entity.js';`,
  ],
];

/** What each layer is there to import, which no rule may refuse. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/domain/a.ts': `import 'node:crypto';`,
  'src/errors.ts': ``,
  'src/config.ts': `import 'node:fs';`,
  'src/context.ts': `import type {} from './fields/a.js'; export const a = 1;`,
  'src/main.ts': `import './http/a.js'; import '../resolvers/a.js';`,
  'src/graph/a.ts': `import '../errors.js'; import '../../entities/shared/a.js'; import 'typeorm';`,
  'src/plan/a.ts': `import '../fields/a.js'; import '../domain/a.js';`,
  'src/database/a.ts': `import 'pg'; import 'node:fs'; import '../fields/a.js';`,
  'src/network/a.ts': `import '../fields/a.js'; import '../errors.js';`,
  'src/data-set/a.ts': `import '../database/a.js';`,
  'src/figures/a.ts': `import '../database/a.js'; import '../fields/a.js'; import '@duckdb/node-api';`,
  'src/export/a.ts': `import '../database/a.js'; import '../../resolvers/a.js';`,
  'src/http/a.ts': `import '../database/a.js'; import '../config.js';`,
  'src/http/egg.ts': `import './chicken.js';`, // reported once, at the chicken
  'entities/shared/a.ts': `import 'typeorm'; import '../../src/domain/a.js'; import './node.interface.js';`,
  'entities/network/membership.entity.ts': `import './cluster.entity.js';`,
  'entities/network/cluster.entity.ts': `import './organization.entity.js'; import './membership.entity.js';`,
  'entities/a.ts': ``,
  'entities/elsewhere/a.ts': ``,
  'resolvers/funding/sums/a.ts': ``,
  'resolvers/funding/a.ts': `import '../shared/a.js'; import '../node-classes.js'; import './b.js';`,
  'resolvers/funding/b.ts': `import '../../entities/network/membership.entity.js';`,
  'resolvers/knowledge/a.ts': ``,
  'resolvers/shared/a.ts': ``,
  'resolvers/node-classes.ts': ``,
  'resolvers/a.ts': `import '../entities/shared/a.js'; import '../src/domain/a.js'; import '../src/errors.js';
    import '../src/fields/a.js'; import '../src/network/a.js'; import type {} from '../src/context.js';`,
  'tests/a.ts': `import '../src/database/a.js'; import 'vite'; import 'typeorm';`,
};

const PACKAGE = {
  type: 'module',
  dependencies: { typeorm: '1.0.0', pg: '1.0.0', '@duckdb/node-api': '1.0.0' },
  devDependencies: { vite: '1.0.0' },
};
const INSTALLED = ['typeorm', 'pg', 'vite', 'brought-along', '@duckdb/node-api'];

let folder: string;
let found: readonly string[];

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** The rules of the repository, asked about a small one that breaks them. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'layers-'));
  write('package.json', JSON.stringify(PACKAGE));
  write('tsconfig.json', '{}');
  for (const name of INSTALLED) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  for (const [file, source] of Object.entries(ALLOWED)) write(file, source);
  for (const [, file, source] of REFUSED) write(file, source);

  const output = execFileSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json'],
      ...['src', 'entities', 'resolvers', 'tests'],
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const { summary } = JSON.parse(output) as {
    summary: { violations: readonly { from: string; rule: { name: string } }[] };
  };
  found = summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the rules of the layers', () => {
  test.each(REFUSED)('refuse by %s the import in %s', (rule, file) => {
    expect(found).toContain(`${rule}: ${file}`);
  });

  test('refuse no allowed import', () => {
    const files = found.map((violation) => violation.split(': ')[1]);
    expect(files.filter((file) => file !== undefined && file in ALLOWED)).toEqual([]);
  });

  test('are each tested here', async () => {
    const { default: config } = (await import(join(ROOT, '.dependency-cruiser.cjs'))) as {
      default: { forbidden: readonly { name: string }[] };
    };
    expect(new Set(REFUSED.map(([rule]) => rule))).toEqual(
      new Set(config.forbidden.map(({ name }) => name)),
    );
  });
});
