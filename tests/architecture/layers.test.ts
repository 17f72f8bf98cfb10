import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

interface Layer {
  readonly path: string;
  readonly imports: readonly string[];
  readonly packages: readonly string[];
  readonly node: readonly string[];
}

const { LAYERS } = createRequire(import.meta.url)(join(ROOT, 'layers.cjs')) as {
  readonly LAYERS: readonly Layer[];
};

const isFile = (path: string) => path.endsWith('.ts');
/** A file of the layer that others import. */
const fileOf = (path: string) =>
  isFile(path) ? path : path === 'entities' ? 'entities/shared/a.ts' : `${path}/a.ts`;
/** How a file imports a file of a layer; type imports tie as firmly as values do. */
function importOf(from: string, path: string): string {
  const to = relative(dirname(from), fileOf(path)).replace(/[.]ts$/, '.js');
  return `import type {} from '${to.startsWith('.') ? to : `./${to}`}';`;
}

/** What no layer but one has a use for. */
const ELSEWHERE = { package: 'pg', node: 'child_process' };

/** What each rule must refuse: an import by a file that is there only for it. */
const REFUSED: readonly (readonly [rule: string, file: string, source: string])[] = [
  // Every layer, with each of the others that its list does not have.
  ...LAYERS.filter(({ path }) => !isFile(path)).flatMap(({ path, imports, packages, node }) => [
    ...LAYERS.filter((other) => other.path !== path && !imports.includes(other.path)).map(
      (other, at) => {
        const file = `${path}/imports-${String(at)}.ts`;
        return [`layer-${path}`, file, importOf(file, other.path)] as const;
      },
    ),
    ...(node.includes(ELSEWHERE.node)
      ? []
      : [
          [
            `layer-${path}`,
            `${path}/starts-a-process.ts`,
            `import 'node:${ELSEWHERE.node}';`,
          ] as const,
        ]),
    ...(packages.includes(ELSEWHERE.package)
      ? []
      : [[`layer-${path}`, `${path}/queries.ts`, `import '${ELSEWHERE.package}';`] as const]),
  ]),
  ...LAYERS.filter(({ path }) => isFile(path)).map(
    ({ path }) => [`layer-${path}`, path, `import 'node:${ELSEWHERE.node}';`] as const,
  ),
  ['every-file-has-a-layer', 'src/new-folder/a.ts', `import 'node:fs';`],
  ['every-file-has-a-layer', 'src/new-file.ts', `import 'node:fs';`],
  [
    'resolvers-take-only-types-of-the-context',
    'resolvers/makes-context.resolver.ts',
    `import { a } from '../src/context.js'; a;`,
  ],
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
  ['base-classes-are-in-no-cycle', 'entities/shared/node.interface.ts', `import './b.js';`],
  [
    'organization-knows-none-of-its-kinds',
    'entities/network/organization.entity.ts',
    `import './membership.entity.js';`,
  ],
];

/** What each layer is there to import, which no rule may refuse. */
const ALLOWED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    LAYERS.filter(({ path }) => !isFile(path)).map(({ path, imports, packages, node }) => {
      const file = fileOf(path);
      const text = [
        ...imports.map((other) => importOf(file, other)),
        ...packages.map((name) => `import '${name}';`),
        ...node.map((name) => `import 'node:${name}';`),
      ];
      return [file, text.join('\n')];
    }),
  ),
  'src/http/egg.ts': `import './chicken.js';`, // reported once, at the chicken
  'entities/network/membership.entity.ts': `import './cluster.entity.js';`,
  'entities/network/cluster.entity.ts': `import './organization.entity.js'; import './membership.entity.js';`,
  'entities/a.ts': ``,
  'entities/shared/b.ts': `import './node.interface.js';`,
  'entities/elsewhere/a.ts': ``,
  'resolvers/funding/sums/a.ts': ``,
  'resolvers/funding/a.ts': `import '../shared/a.js'; import '../node-classes.js'; import './b.js';`,
  'resolvers/funding/b.ts': `import '../../entities/network/membership.entity.js';`,
  'resolvers/knowledge/a.ts': ``,
  'resolvers/shared/a.ts': ``,
  'resolvers/node-classes.ts': ``,
  'tests/a.ts': `import '../src/database/a.js'; import 'vite'; import 'typeorm';`,
};

const PACKAGES = [...new Set([...LAYERS.flatMap(({ packages }) => packages), ELSEWHERE.package])];
const PACKAGE = {
  type: 'module',
  dependencies: Object.fromEntries(PACKAGES.map((name) => [name, '1.0.0'])),
  devDependencies: { vite: '1.0.0' },
};
const INSTALLED = [...PACKAGES, 'vite', 'brought-along'];

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
  for (const { path } of LAYERS) write(fileOf(path), 'export const a = 1;');
  for (const [file, source] of Object.entries(ALLOWED))
    write(file, `${source} export const a = 1;`);
  for (const [, file, source] of REFUSED) write(file, source);

  const output = execFileSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', join(ROOT, '.dependency-cruiser.cjs'), '--output-type', 'json'],
      ...['src', 'entities', 'resolvers', 'federation', 'tests'],
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
  test('refuse every import that is not listed', () => {
    const seen = new Set(found);
    const passed = REFUSED.filter(([rule, file]) => !seen.has(`${rule}: ${file}`));
    expect(REFUSED.length).toBeGreaterThan(200);
    expect(passed).toEqual([]);
  });

  test('allow no circle of layers', () => {
    const importsOf = new Map(LAYERS.map(({ path, imports }) => [path, imports]));
    const reached = (path: string, seen = new Set<string>()): ReadonlySet<string> => {
      for (const next of importsOf.get(path) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        reached(next, seen);
      }
      return seen;
    };
    expect(LAYERS.filter(({ path }) => reached(path).has(path))).toEqual([]);
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
