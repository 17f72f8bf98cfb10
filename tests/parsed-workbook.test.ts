import { truncateSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openInputFile } from '../src/import/input-file.js';
import { ParsedWorkbook } from '../src/import/parsed-workbook.js';
import type { Sheet, SheetRow } from '../src/import/sheet.js';
import { readXlsx } from '../src/import/xlsx.js';
import { fileFolder, workbook } from './support/import-files.js';

const files = fileFolder();
let path: string;
beforeAll(async () => {
  const many = Array.from({ length: 1200 }, (_, number) => [`row ${String(number)}`, number]);
  path = files.write(
    'two.xlsx',
    await workbook({
      Many: [['Text', 'Number'], ...many],
      Few: [['A'], [{ xml: '<c><f>1+1</f><v>2</v></c>' }], ['\u2028 last']],
    }),
  );
});
afterAll(() => {
  files.remove();
});

/** The sheets with as many of their rows as wanted. */
async function read(sheets: AsyncIterable<Sheet>, wanted = Infinity) {
  const found: Record<string, SheetRow[]> = {};
  for await (const { name, rows } of sheets) {
    const own: SheetRow[] = (found[name ?? ''] = []);
    for await (const row of rows) {
      own.push(row);
      if (own.length === wanted) break;
    }
  }
  return found;
}

describe('a workbook that is parsed once', () => {
  test('has the same rows for every reader, also after one that read only the beginning', async () => {
    const expected = await read(readXlsx(await openInputFile(path)));
    expect([expected.Many?.length, expected.Few?.length]).toEqual([1201, 3]);
    const parsed = new ParsedWorkbook(await openInputFile(path));
    const beginning = await read(parsed.sheets(), 2);
    expect([beginning.Many?.length, beginning.Few?.length]).toEqual([2, 2]);
    expect(await read(parsed.sheets())).toEqual(expected);
    // It does not need the file any more.
    truncateSync(path);
    expect(await read(parsed.sheets())).toEqual(expected);
    await parsed.close();
  });

  test('has the fault of a sheet only for a reader of that sheet', async () => {
    const damaged = files.write(
      'damaged.xlsx',
      await workbook(
        { Damaged: [['A']], Sound: [['B']] },
        { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' },
      ),
    );
    const parsed = new ParsedWorkbook(await openInputFile(damaged));
    const found: unknown[] = [];
    for await (const { name, rows } of parsed.sheets()) {
      if (name === 'Sound') for await (const { cells } of rows) found.push(cells);
    }
    expect(found).toEqual([['B']]);
    await expect(read(parsed.sheets())).rejects.toThrow(/damaged.xlsx is damaged/);
    await parsed.close();
  });
});
