import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UndirectedGraph } from 'graphology';
import graphml from 'graphology-graphml';
import { schema } from '../support/schema.js';
import {
  freshDatabase,
  openWorkplace,
  type FreshDatabase,
  type Workplace,
} from '../support/workplace.js';

describe('scan-graph export-network', () => {
  let workplace: Workplace;
  let database: FreshDatabase;
  beforeAll(async () => {
    workplace = openWorkplace();
    database = await freshDatabase(workplace, 'FOUNDING');
  });
  afterAll(async () => {
    await database.drop();
    await workplace.close();
  });

  test('writes a network to a file or standard output', async () => {
    const words = [
      'export-network',
      '--format',
      'graphml',
      '--ties',
      'PARTNERSHIP',
      '--as-of',
      '2014-01-01',
      '--metrics',
      'coreNumber',
    ];
    const { stdout, code } = await workplace.run(words, database.settings);
    expect(code).toBe(0);
    const graph = graphml.parse(UndirectedGraph, stdout);
    expect(graph.size).toBeGreaterThan(10);
    expect(stdout).toContain(
      'scan-graph export-network --format graphml --ties PARTNERSHIP --as-of 2014-01-01',
    );
    const older = await workplace.run(
      ['export-network', '--format', 'gexf', '--version', '1.2', '--dynamic', 'true'],
      database.settings,
    );
    expect(older.code).toBe(0);
    expect(older.stdout).toContain('version="1.2"');
    expect(older.stdout).toContain('--version 1.2 --dynamic true');
    const file = join(workplace.folder, 'network.xml');
    const written = await workplace.run([...words, '--output', file], database.settings);
    expect(written).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(file, 'utf8')).toBe(stdout);
  });

  test('has an option for each argument of a network in the API', async () => {
    const { stdout } = await workplace.run(['export-network', '--help'], {});
    const options = [...stdout.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name]) => name);
    // A file has all nodes and edges, and the latest changes; an estimate is for interactive use.
    const others = ['first', 'current', 'estimate'];
    const names = (schema.getQueryType()?.getFields().network?.args ?? [])
      .map(({ name }) => name)
      .filter((name) => !others.includes(name))
      .map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
    expect(names.length).toBeGreaterThan(10);
    expect(options).toEqual(expect.arrayContaining(names));
  });

  test('explains invalid options', async () => {
    const faults = [
      [['--format', 'xls'], /cannot be exported as xls/],
      [['--format', 'graphml', '--dynamic', 'true'], /'dynamic' applies only to the format gexf/],
      [['--format', 'gexf', '--version', '1'], /'version' must be 1.3 or 1.2, not 1\./],
      [['--format', 'gexf', '--ties', 'FRIENDSHIP'], /'ties' has the invalid value "FRIENDSHIP"/],
      [
        ['--format', 'gexf', '--output', join(workplace.folder, 'no', 'such', 'file')],
        /cannot be written/,
      ],
    ] as const;
    for (const [words, message] of faults) {
      const { code, stderr } = await workplace.run(['export-network', ...words], database.settings);
      expect(stderr).toMatch(message);
      expect(stderr).not.toContain('    at ');
      expect(code).toBe(1);
    }
  });
});
