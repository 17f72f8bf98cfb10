import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importFile } from '../src/import/import-file.js';
import { storeFunding, storeTaxonomies } from './support/funding.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** What is exported, imported into a graph without grants, and exported from there again. */
let first: TestPlatform;
let second: TestPlatform;
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

async function thereAndBack(format: string, name: string): Promise<[string, string]> {
  second = await openTestPlatform('EMPTY');
  try {
    await storeTaxonomies(second.database);
    const there = await fileOf(first, name);
    const path = join(folder, name);
    writeFileSync(path, there);
    const report = await importFile(second.database, { format, path });
    expect(report.faults.first).toEqual([]);
    expect(report.isStored).toBe(true);
    return [there.toString(), (await fileOf(second, name)).toString()];
  } finally {
    await second.close();
  }
}

describe('what is exported and imported comes out the same', () => {
  test('as 360Giving, but for where it is from', async () => {
    const [there, back] = await thereAndBack('360giving', 'grants.360giving.json');
    expect(grantsOf(back)).toEqual(grantsOf(there));
  });

  test('as IATI, but for where it is from', async () => {
    const [there, back] = await thereAndBack('iati', 'initiatives.iati.xml');
    expect(activitiesOf(back)).toEqual(activitiesOf(there));
  });
});

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
      .split('<iati-activity>')
      .slice(1)
      .map((activity) => [
        /<iati-identifier>(.*?)</.exec(activity)?.[1] ?? '',
        activity
          .replace(/<\/iati-activity>[^]*/, '')
          .replaceAll(/\s*<scan:source [^>]*>| scan:known="[^"]*"/g, '')
          .split('\n'),
      ]),
  );
}
