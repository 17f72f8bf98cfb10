import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { importFile } from '../src/import/import-file.js';
import { columnsOf, type TableName } from '../src/import/table/tables.js';
import { storeFunding, storeTaxonomies } from './support/funding.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** What is exported, imported into a graph without grants, and exported from there again. */
let first: TestPlatform;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scan-export-'));
  first = await openTestPlatform('EMPTY');
  await storeFunding(first.database);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await first.close();
});

async function fileOf({ url }: TestPlatform, name: string): Promise<Buffer> {
  const response = await fetch(`${url}/export/${name}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(bytes.toString());
  return bytes;
}

/** Imports files one after the other into a graph without grants, and gives what is exported from there. */
async function back(
  format: string,
  names: readonly string[],
  again: readonly string[] = names.slice(-1),
): Promise<string[]> {
  const second = await openTestPlatform('EMPTY');
  try {
    await storeTaxonomies(second.database);
    for (const name of names) {
      const path = join(folder, name.replace(/\?.*/, ''));
      writeFileSync(path, await fileOf(first, name));
      const { faults, isStored } = await importFile(second.database, { format, path });
      expect({ faults: faults.first, isStored }).toEqual({ faults: [], isStored: true });
    }
    const texts: string[] = [];
    for (const name of again) texts.push((await fileOf(second, name)).toString());
    return texts;
  } finally {
    await second.close();
  }
}

const there = async (name: string) => (await fileOf(first, name)).toString();

describe('an export that is imported has the same data', () => {
  test('as 360Giving, except for the sources', async () => {
    const name = 'grants.360giving.json';
    const [text = ''] = await back('360giving', [name]);
    expect(grantsOf(text)).toEqual(grantsOf(await there(name)));
  });

  test('as IATI, except for the sources and the kinds of organizations', async () => {
    const name = 'initiatives.iati.xml';
    const [text = ''] = await back('iati', [name]);
    expect(activitiesOf(text)).toEqual(activitiesOf(await there(name)));
  });

  const KINDS = ['organizations', 'initiatives', 'programmes', 'grants', 'transactions'] as const;
  const TABLES = ['Organizations', 'Initiatives', 'Programmes', 'Grants', 'Transactions'] as const;

  test('as plain tables, in all their columns', async () => {
    const files = KINDS.map((kind) => `${kind}.csv`);
    const texts = await back('table', files, files);
    for (const [index, table] of TABLES.entries()) {
      const rows = rowsOf(await there(files[index] ?? ''), table);
      expect(rows.length).toBeGreaterThan(0);
      expect(rowsOf(texts[index] ?? '', table)).toEqual(rows);
    }
  });

  test('as workbooks, except for text longer than a cell', async () => {
    const files = KINDS.map((kind) => `${kind}.xlsx`);
    const cut = (rows: readonly Row[]) =>
      rows.map((row) => ({ ...row, Description: row.Description?.slice(0, 32_767) }));
    const rows = cut(rowsOf(await there('grants.csv'), 'Grants'));
    const [text = ''] = await back('table', files, ['grants.csv']);
    expect(cut(rowsOf(text, 'Grants'))).toEqual(rows);
  });
});

type Row = Readonly<Record<string, string>>;

/** The rows of a CSV file, with the columns that can be imported, but for where it is from. A title is one line there. */
function rowsOf(text: string, table: TableName): Row[] {
  const headings = columnsOf(table)
    .map(([, { heading }]) => heading)
    .filter((heading) => heading !== 'Source');
  return parse<Row>(text, { bom: true, columns: true }).map((row) => {
    expect(Object.keys(row)).toEqual(expect.arrayContaining(headings));
    return Object.fromEntries(
      headings.map((heading) => {
        const text = row[heading] ?? '';
        return [heading, heading === 'Title' ? text.replaceAll(/\s+/g, ' ') : text];
      }),
    );
  });
}

interface Grant extends Record<string, unknown> {
  readonly id: string;
}

/** By their identifiers; the second time they are from the first file. */
function grantsOf(text: string): Record<string, Record<string, unknown>> {
  const { grants } = JSON.parse(text) as { grants: Grant[] };
  return Object.fromEntries(
    grants.map(({ source, dataSource, ...grant }) => {
      expect(source).toBeDefined();
      expect(dataSource === undefined || typeof dataSource === 'string').toBe(true);
      return [grant.id, grant];
    }),
  );
}

/** By their identifiers; the second time they are from the first file, which knows days alone. */
function activitiesOf(text: string): Record<string, string[]> {
  return Object.fromEntries(
    text
      .split('<iati-activity')
      .slice(1)
      .map((activity) => [
        /<iati-identifier>(.*?)</.exec(activity)?.[1] ?? '',
        activity
          .replace(/<\/iati-activity>[^]*/, '')
          .replaceAll(/\s*<scan:source [^>]*>| scan:known="[^"]*"/g, '')
          .replaceAll(/(<(?:[a-z]+-org|scan:[a-z]+) ref="[^"]*") type="[^"]*"/g, '$1')
          .split('\n'),
      ]),
  );
}
