import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ts from 'typescript';

/** The generator of entities, in a copy of the repository: what it writes is compiled, migrated, filled and asked for. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const COPIED = [
  ...['src', 'entities', 'resolvers', 'federation', 'tests', 'scripts', 'data', 'docs/operations'],
  ...['package.json', 'tsconfig.json', 'jest.config.js', '.prettierrc', 'schema.graphql'],
  ...['src', 'entities', 'resolvers', 'federation', 'tests'].map((folder) => `dist/${folder}`),
];
const TIMEOUT_MS = 600_000;

const given = (...fields: string[]) => fields.flatMap((field) => ['--field', field]);
const PUBLICATION = [
  ...['Publication', '--domain', 'knowledge'],
  ...given('title:text', 'publishedOn:date?', 'publisher:Organization'),
];
/** Has every other type of field, and refers to an entity that is new as well. */
const LEAFLET = [
  ...['Leaflet', '--domain', 'network'],
  ...given('name:text', 'note:text?', 'printedOn:date', 'pageCount:integer', 'price:decimal?'),
  ...given('isFree:boolean', 'link:url?', 'region:Region', 'sector:Sector?', 'about:Publication?'),
];

/** A test that runs in the copy. */
const ASKED = `
import { expect, test } from '@jest/globals';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { BEYOND_FOUNDING } from './support/beyond-founding.js';
import { dataSetFolder, removeDataSetFolders } from './support/data-set-folder.js';
import { openTestPlatform } from './support/test-platform.js';

test('new entities are stored and answered', async () => {
  const platform = await openTestPlatform('SYNTHETIC');
  const { dataSource } = platform.database;
  await dataSource.query('UPDATE typeorm_metadata SET database = current_database()');
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);

  await loadDataSet(platform.database, dataSetFolder(BEYOND_FOUNDING));
  removeDataSetFolders();
  const { data } = await platform.succeed(\`{
    publications { nodes { title publisher { name } } }
    publication(slug: "one-publication") { title publishedOn publisher { slug } }
    early: publications(filter: { publishedOn: { lt: "2012-01-01" } }) { nodes { slug } }
    leaflets(orderBy: [{ field: NAME }]) { nodes { name about { slug } } }
  }\`);
  const { nodes } = data.publications;
  expect(nodes.slice(0, 4).map(({ title }) => title)).toEqual([
    'One title',
    'Synthetic Publication 3',
    'Synthetic Publication 2',
    'Synthetic Publication 1',
  ]);
  expect(nodes).toHaveLength(6);
  expect(new Set(nodes.map(({ publisher }) => publisher.name)).size).toBeGreaterThan(3);
  expect(data.publication).toEqual({
    title: 'One title',
    publishedOn: '2015',
    publisher: { slug: 'voict' },
  });
  expect(data.early.nodes).toEqual([{ slug: 'synthetic-publication-1' }]);
  expect(data.leaflets.nodes.slice(0, 2)).toEqual([
    { name: 'Another name', about: null },
    { name: 'One name', about: { slug: 'one-publication' } },
  ]);
  await platform.close();
}, ${String(TIMEOUT_MS)});
`;

interface Ended {
  readonly code: number;
  readonly output: string;
}

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'scan-new-entity-'));
  for (const path of COPIED) cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => {
  rmSync(copy, { recursive: true });
});

function run(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    // Without the variables of this run: the copy has an embedded database of its own.
    execFile(process.execPath, args, { cwd: copy, env: {} }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : 1, output: stdout + stderr });
    });
  });
}
const generate = (args: readonly string[]) => run('scripts/new-entity.mjs', ...args);

describe('a new entity', () => {
  test.each<[string, string[], string]>([
    [
      'name',
      ['publication', '--domain', 'knowledge'],
      "'publication' is not the name of an entity",
    ],
    ['domain', ['Thing', '--domain', 'press', ...given('a:text')], "'press' is not a domain"],
    [
      'field',
      ['Thing', '--domain', 'network', ...given('a:money')],
      "'money' is not a type of field",
    ],
    [
      'field, which every entity has',
      ['Thing', '--domain', 'network', ...given('id:text')],
      "Leave out the field 'id'",
    ],
    [
      'field, which is a reserved word',
      ['Thing', '--domain', 'network', ...given('default:text?')],
      "'default' has a name of the language JavaScript",
    ],
    [
      'field, which every object has',
      ['Thing', '--domain', 'network', ...given('toString:text')],
      "'toString' has a name of the language JavaScript",
    ],
    [
      'name, of a class that exists',
      ['Cluster', '--domain', 'network', ...given('a:text')],
      'Cluster exists',
    ],
    [
      'name, of a type that exists',
      ['Money', '--domain', 'funding', ...given('a:text')],
      'has a type Money already',
    ],
    [
      'name, of a file that exists',
      ['BestClaims', '--domain', 'knowledge', ...given('a:text')],
      'is not overwritten',
    ],
    ['option', ['Thing', '--colour', 'red'], "Unknown option '--colour'"],
  ])('is refused in a sentence, and nothing is written: wrong %s', async (_what, args, text) => {
    const list = () => readFileSync(join(copy, 'src/database/entities.ts'), 'utf8');
    const before = list();
    const { code, output } = await generate(args);
    expect(code).toBe(1);
    expect(output).toContain(text);
    expect(output).toContain('Nothing was written. See --help.\n');
    expect(list()).toBe(before);
  });

  test(
    'is complete: it compiles, has all its parts, and is answered',
    async () => {
      const files: string[] = [];
      for (const args of [PUBLICATION, LEAFLET]) {
        const { code, output } = await generate(args);
        expect([code, output]).toEqual([0, expect.stringContaining('Left to write by hand:')]);
        for (const [, file = ''] of output.matchAll(/^ +(?:new|changed) +(\S+)$/gm))
          files.push(file);
      }
      expect(files).toContain('resolvers/network/leaflet.resolver.ts');
      expect(files).toContain('src/federation/domains.ts');
      expect(compile([...new Set(files)])).toEqual([]);

      writeFileSync(join(copy, 'dist/tests/asked.test.js'), ASKED);
      const { code, output } = await run(
        ...['node_modules/jest/bin/jest.js', '-i'],
        ...['dist/tests/asked.test.js', 'dist/tests/architecture/entities.test.js'],
      );
      expect(output).toContain('Test Suites: 2 passed, 2 total');
      expect(code).toBe(0);
    },
    TIMEOUT_MS,
  );
});

/** Compiles these files of the copy, and returns what is wrong with them; all others are compiled already. */
function compile(files: readonly string[]): string[] {
  const { config } = ts.readConfigFile(join(copy, 'tsconfig.json'), (path) =>
    readFileSync(path, 'utf8'),
  );
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, copy);
  const program = ts.createProgram(
    files.map((file) => join(copy, file)),
    options,
  );
  return files.flatMap((file) => {
    const source = program.getSourceFile(join(copy, file));
    if (source === undefined) return [`${file} is not compiled.`];
    program.emit(source);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map(({ messageText }) => `${file}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  });
}
