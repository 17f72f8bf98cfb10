import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { fromExcelText, toExcelText } from '../src/domain/excel-text.js';
import { firstDay, lastDay } from '../src/domain/days-of-a-date.js';
import { guardFormula, unguardFormula } from '../src/domain/formula-guard.js';
import { canBeInOrder } from '../src/domain/partial-date.js';
import { csvRows } from '../src/writing/csv.js';
import { partialDate } from './support/arbitraries.js';

/** Texts that often begin, or go on, as a spreadsheet program would take for something else. */
const cell = fc
  .array(
    fc.constantFrom(
      "'",
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '1',
      '.',
      '_x0001_',
      '_',
      'x',
      '\u0001',
      'š',
      '🎉',
    ),
  )
  .map((signs) => signs.join(''));

test('a guarded cell is never a formula, and a plain number stays a number', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const guarded = guardFormula(text);
      expect(/^[=+\-@\t\r]/.test(guarded) && !/^-?\d+(\.\d+)?$/.test(guarded)).toBe(false);
    }),
  );
  for (const number of ['-1', '12.50', '-0.5']) expect(guardFormula(number)).toBe(number);
  expect(guardFormula('-1+2')).toBe("'-1+2");
});

test('unguarding restores a guarded cell', () => {
  fc.assert(fc.property(cell, (text) => unguardFormula(guardFormula(text)) === text));
});

test('unescaping restores characters that Excel cannot contain', () => {
  fc.assert(fc.property(cell, (text) => fromExcelText(toExcelText(text)) === text));
  expect(toExcelText('a\u0001_x0001_')).toBe('a_x0001__x005F_x0001_');
});

test('a table in CSV is read back as it was', () => {
  const text = fc.array(fc.constantFrom('"', ',', '\r', '\n', ' ', ';', 'š', '=', "'", 'a'));
  const texts = text.map((signs) => signs.join(''));
  fc.assert(
    fc.property(fc.array(fc.tuple(texts, texts), { minLength: 1 }), (rows) => {
      const read: string[][] = parse(csvRows(rows), { record_delimiter: '\r\n' });
      expect(read.map((cells) => cells.map(unguardFormula))).toEqual(rows);
    }),
  );
});

test('a partial date lies between its first and its last day', () => {
  fc.assert(
    fc.property(partialDate, (date) => {
      const [first, last] = [firstDay(date), lastDay(date)];
      expect([first.length, last.length]).toEqual([10, 10]);
      expect(first.startsWith(date) && last.startsWith(date) && canBeInOrder(first, last)).toBe(
        true,
      );
      // the day after the last is no longer in it
      const next = new Date(Date.parse(last) + 86_400_000).toISOString();
      expect(next.startsWith(date)).toBe(false);
    }),
  );
  expect(firstDay('2014', 2)).toBe('2014-04-01');
  expect(lastDay('2016-02')).toBe('2016-02-29');
});
