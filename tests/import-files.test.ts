import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UserError } from '../src/errors.js';
import { importFile, type ImportOptions } from '../src/import/import-file.js';
import { fileFolder, fixture, markedCells, workbook, zipOf } from './support/import-files.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';
import { freshDatabase, openWorkplace } from './support/workplace.js';

const files = fileFolder();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
});
afterAll(async () => {
  files.remove();
  await platform.close();
});

const take = (path: string, options: Partial<ImportOptions> = {}) =>
  importFile(platform.database, { format: 'exchange-rates', path, ...options });

const rates = async () =>
  platform.database.read(
    `SELECT currency, month, per_usd, source_pointer FROM exchange_rate ORDER BY month, currency`,
    [],
  );

describe('the format of a file', () => {
  const found = async (path: string) =>
    (await take(path, { format: null, dryRun: true, skipFaulty: true })).format;

  test.each([
    ['360giving', '360giving/a001p00000zgyHZAAY.json'],
    ['360giving', '360giving/a001p00000zgyHZAAY.xlsx'],
    ['iati', 'iati/activities-excerpt.xml'],
  ])('is found to be %s in %s', async (format, name) => {
    expect(await found(fixture(name))).toBe(format);
  });

  test.each([
    ['exchange-rates', 'rates.csv', 'DATE,RSD\n2015-12,111.5\n'],
    ['table', 'partners.csv', 'Our partners\n\nName,Kind\nA,Partner\n'],
    ['table', 'grants.csv', 'Identifier,Title,Funder\n1,A,B\n'],
    ['360giving', 'open.csv', 'Identifier,Title,Funding Org:Identifier\n360G-a-1,A,GB-CHC-1\n'],
    [
      'iati-organisations',
      'organisations.xml',
      '<?xml version="1.0"?>\n<!-- <iati-activities> -->\n<iati-organisations version="2.03"><iati-organisation><organisation-identifier>GB-CHC-1</organisation-identifier><name><narrative>A</narrative></name></iati-organisation></iati-organisations>',
    ],
  ])('is found to be %s in %s', async (format, name, content) => {
    expect(await found(files.write(name, content))).toBe(format);
  });

  test.each([
    ['a.csv', 'A,B\n1,2\n'],
    ['a.xml', '<others><iati-activities/></others>'],
  ])('must be named if it is not certain: %s', async (name, content) => {
    await expect(found(files.write(name, content))).rejects.toThrow(
      /^a\.\w+ has a format that cannot be detected\. Name the format before the file: 360giving, iati, .* Nothing was stored\.$/,
    );
  });
});

describe('a file that cannot be imported', () => {
  test.each<[string, string | Buffer, RegExp]>([
    ['nothing', '', /^nothing is empty\. Nothing was stored\.$/],
    ['blanks', ' \n ', /contains only white space/],
    ['page.csv', '<!DOCTYPE html><html><body>Sign in</body></html>', /is a web page, not data/],
    ['old.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /is an old Excel file \(\.xls\)/],
    ['packed.csv', Buffer.from('1f8b0800', 'hex'), /is compressed with gzip/],
    [
      'binary.csv',
      Buffer.from([1, 2, 3, 0, 0xff, 0x81]),
      /has an encoding that cannot be detected\. Save it as UTF-8/,
    ],
    [
      'data.csv',
      '{"grants": []}',
      /is JSON; the format exchange-rates reads a CSV table or an XLSX workbook/,
    ],
    ['data.json', '<iati-activities/>', /is XML; the format exchange-rates reads/],
    ['other.csv', 'A,B\n1,2\n', /is not a table of exchange rates/],
    [
      'letter.csv',
      'Dear "all",\nplease find enclosed\n',
      /^letter\.csv begins with "Dear .*not an XLSX workbook, JSON or XML.* not a valid CSV file: a quote/,
    ],
    ['paper.csv', '%PDF-1.7\n1 0 obj', /is a PDF, not data/],
    [
      'open.csv',
      'DATE,RSD\n"2015-12,1\n',
      /is not a valid CSV file after row 1: a quote is opened but not closed/,
    ],
  ])('is refused with the reason: %s', async (name, content, reason) => {
    await expect(take(files.write(name, content))).rejects.toThrow(reason);
  });

  test('is refused if the file or the format does not exist', async () => {
    await expect(take('nowhere.csv')).rejects.toThrow('nowhere.csv does not exist.');
    await expect(take(files.folder)).rejects.toThrow(/is not a file\.$/);
    await expect(take(files.write('x.csv', 'x'), { format: 'excel' })).rejects.toThrow(
      /'excel' is not an import format\. Use one of .*360giving.*table/,
    );
    await expect(take(files.write('x.csv', 'x'), { format: 'toString' })).rejects.toThrow(
      /is not an import format/,
    );
  });
});

describe('a malicious file', () => {
  const sheet = (xml: string) => workbook({ Data: [] }, { 'xl/worksheets/sheet1.xml': xml });

  /** Takes the file, which must be refused soon and with little memory. */
  async function refused(content: string | Buffer, reason: RegExp): Promise<void> {
    const path = files.write('hostile', content);
    const before = process.memoryUsage().rss;
    await expect(take(path)).rejects.toThrow(reason);
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
    expect(await rates()).toEqual([]);
  }

  test('is refused if it decompresses to far more than its size', async () => {
    const content = await zipOf({
      'xl/workbook.xml': Buffer.alloc(60_000_000, 32),
      'xl/_rels/workbook.xml.rels': '<Relationships/>',
    });
    await refused(content, /decompresses from \d+ to 60000000 bytes/);
  });

  test('is refused if it decompresses to more than it states', async () => {
    const honest = await zipOf({
      'xl/_rels/workbook.xml.rels': '<Relationships/>',
      'xl/workbook.xml': Buffer.alloc(1_000_000, 32),
    });
    const lie = Buffer.from(honest);
    for (let at = lie.indexOf('PK\x01\x02'); at >= 0; at = lie.indexOf('PK\x01\x02', at + 4)) {
      if (lie.readUInt32LE(at + 24) === 1_000_000) lie.writeUInt32LE(10, at + 24);
    }
    await refused(lie, /is a damaged archive|is damaged/);
  });

  test('is refused if it has a DOCTYPE, so entities cannot expand', async () => {
    const entities = Array.from(
      { length: 20 },
      (_, index) => `<!ENTITY e${String(index + 1)} "${`&e${String(index)};`.repeat(10)}">`,
    );
    await refused(
      await sheet(
        `<!DOCTYPE x [<!ENTITY e0 "ha">${entities.join('')}]><worksheet>&e20;</worksheet>`,
      ),
      /has a DOCTYPE/,
    );
  });

  test('is refused if it has a million columns, as a workbook and as CSV', async () => {
    await refused(
      await sheet(
        '<worksheet><sheetData><row><c r="BDWGO1"><v>1</v></c></row></sheetData></worksheet>',
      ),
      /more than 1000 columns in row 1/,
    );
    await refused(`DATE${',A'.repeat(1_000_000)}\n`, /more than 1000 columns in its rows/);
  });

  test('is refused if it has a cell of ten million characters, as a workbook and as CSV', async () => {
    const long = 'x'.repeat(10_000_000);
    await refused(
      await sheet(
        `<worksheet><sheetData><row><c t="inlineStr"><is><t>${long}</t></is></c></row></sheetData></worksheet>`,
      ),
      /has too much text in row 1/,
    );
    await refused(`DATE,RSD\n"${long}",1\n`, /a row has more than 4000000 characters/);
  });

  test('is refused if its cells share too much text', async () => {
    const sharing = (text: string, cells: string, rows: number) =>
      workbook(
        { Data: [] },
        {
          'xl/sharedStrings.xml': `<sst><si><t>DATE</t></si><si><t>${text}</t></si></sst>`,
          'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>RSD</t></is></c></row>${`<row>${cells}</row>`.repeat(rows)}</sheetData></worksheet>`,
        },
      );
    const shared = '<c t="s"><v>1</v></c>';
    const rate = '<c><v>0</v></c><c><v>1</v></c>';
    const long = 'x'.repeat(900_000);
    await refused(
      await sharing(long, rate + shared, 20_000),
      /its cells repeat shared texts to more than 50000000 characters/,
    );
    await refused(await sharing(long, rate + shared.repeat(5), 1), /has too much text in row 2/);
    await refused(await sharing(long + long, rate + shared, 1), /has too much text in row 2/);
  });

  test('is refused if a grant has too much text', async () => {
    const texts = `"${'x'.repeat(900_000)}",`.repeat(30);
    const path = files.write('texts', `{"grants":[{"id":"a","title":[${texts}""]}]}`);
    await expect(take(path, { format: '360giving' })).rejects.toThrow(
      /more than 20000000 characters in \/grants\/0/,
    );
  });

  test('is refused if it is nested too deeply, as a workbook and as JSON', async () => {
    await refused(await sheet(`<worksheet>${'<a>'.repeat(100_000)}`), /nested too deeply/);
    const deep = files.write('deep', `{"grants":[${'['.repeat(1_000_000)}`);
    await expect(take(deep, { format: '360giving' })).rejects.toThrow(/more than 64 levels deep/);
    const twice = files.write('twice.json', '{"grants":[{"amountAwarded":10,"amountAwarded":99}]}');
    await expect(take(twice, { format: '360giving' })).rejects.toThrow(
      "has the property 'amountAwarded' twice in one object, in /grants/0",
    );
  });

  test('is refused if it is another ZIP archive or an incomplete workbook', async () => {
    await refused(await zipOf({ 'readme.txt': 'hello' }), /but not an XLSX workbook/);
    const whole = await workbook({ Data: [['DATE', 'RSD']] });
    await refused(whole.subarray(0, whole.length / 2), /is a damaged archive/);
  });
});

describe('exchange rates', () => {
  test('are stored once and exactly, also from rows of different lengths', async () => {
    const path = files.write(
      'rates.csv',
      'DATE,RSD,EUR,Note\n2015-11,111.2468,0.9320000000000000001,x\n2015-12,110.5\n2016-01,,2.5e-3\n',
    );
    expect(await take(path)).toMatchObject({
      isStored: true,
      records: 3,
      rows: { inserted: 4 },
      fieldsNotTaken: [{ field: 'Note' }],
    });
    expect((await take(path)).rows).toEqual({ inserted: 0, updated: 0, unchanged: 4, removed: 0 });
    expect(await rates()).toEqual([
      {
        currency: 'EUR',
        month: '2015-11',
        per_usd: '0.9320000000000000001',
        source_pointer: 'row 2',
      },
      { currency: 'RSD', month: '2015-11', per_usd: '111.2468', source_pointer: 'row 2' },
      { currency: 'RSD', month: '2015-12', per_usd: '110.5', source_pointer: 'row 3' },
      { currency: 'EUR', month: '2016-01', per_usd: '0.0025', source_pointer: 'row 4' },
    ]);
  });

  test('with faults are not stored, unless faulty rows are left out', async () => {
    const path = files.write(
      'faults.csv',
      'DATE,RSD\n2016-02,0\nundefin,104\n2016-03,108\n2016-03,109\n2016-13,1\n2016-04,-1\n',
    );
    const { isStored, faults } = await take(path);
    expect(isStored).toBe(false);
    expect(faults.first.map(({ row, field, value }) => [row, field, value])).toEqual([
      [2, 'RSD', '0'],
      [3, 'DATE', 'undefin'],
      [5, 'DATE', '2016-03'],
      [6, 'DATE', '2016-13'],
      [7, 'RSD', '-1'],
    ]);
    expect(await take(path, { skipFaulty: true })).toMatchObject({ records: 1, isStored: true });
    expect((await rates()).filter(({ month }) => String(month) > '2016-01')).toMatchObject([
      { month: '2016-03', per_usd: '108' },
    ]);
  });

  test('can be queried with their source', async () => {
    const { data } = await platform.succeed(/* GraphQL */ `
      {
        exchangeRates(first: 1) {
          nodes {
            currency
            perUsd
            sourcePointer
            source {
              slug
              retrievedOn
            }
          }
        }
      }
    `);
    expect(data.exchangeRates.nodes[0]).toMatchObject({
      sourcePointer: expect.stringMatching(/^row \d$/),
      source: { slug: 'exchange-rates', retrievedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    });
  });
});

describe('long texts', () => {
  test('are stored in batches that fit into memory, even if the records are few', async () => {
    const rows = Array.from({ length: 13 }, (_, index) => `Long ${String(index)},Company,`);
    const long = 'x'.repeat(900_000);
    const path = files.write(
      'long.csv',
      `Name,Kind,Description\n${rows.map((row) => row + long).join('\n')}\n`,
    );
    const batches: number[] = [];
    const { isStored } = await take(path, {
      format: 'table',
      onProgress: (records) => batches.push(records),
    });
    expect(isStored).toBe(true);
    expect(batches).toEqual([12, 13]);
  });
});

describe('an import that the database refuses', () => {
  test('is explained with a remedy, even if no constraint is violated', async () => {
    const { dataSource } = platform.database;
    await dataSource.query(
      `CREATE FUNCTION refuse_for_want_of_room() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full', DETAIL = 'No space left.'; END $$`,
    );
    await dataSource.query(
      `CREATE TRIGGER no_room BEFORE INSERT ON exchange_rate FOR EACH ROW EXECUTE FUNCTION refuse_for_want_of_room()`,
    );
    try {
      const refusal = await take(files.write('room.csv', 'DATE,RSD\n2001-01,60\n')).catch(
        (error: unknown) => error,
      );
      expect(refusal).toBeInstanceOf(UserError);
      expect((refusal as Error).message).toBe(
        'room.csv was refused by the database: could not extend file: No space left (SQLSTATE 53100). Nothing was stored. Give the database more resources or use a smaller file, and run the command again.',
      );
    } finally {
      await dataSource.query('DROP FUNCTION refuse_for_want_of_room() CASCADE');
    }
  });
});

describe('an import that is interrupted', () => {
  test('after the first batch stores nothing', async () => {
    const before = await rates();
    const interrupted = new AbortController();
    const months = Array.from(
      { length: 2500 },
      (_, index) =>
        `${String(1000 + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`,
    );
    const path = files.write(
      'more.csv',
      `DATE,RSD\n${months.map((month) => `${month},1`).join('\n')}`,
    );
    const batches: number[] = [];
    await expect(
      take(path, {
        signal: interrupted.signal,
        onProgress: (records) => {
          batches.push(records);
          interrupted.abort();
        },
      }),
    ).rejects.toThrow('Interrupted. Nothing was stored.');
    expect(batches).toEqual([2000]);
    expect(await rates()).toEqual(before);
  });

  test('by Ctrl-C on the command line stores nothing', async () => {
    const workplace = openWorkplace();
    const { settings, size, drop } = await freshDatabase(workplace);
    const months = Array.from(
      { length: 100_000 },
      (_, index) =>
        `${String(1000 + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`,
    );
    const head = 'DATE,RSD,EUR,GBP,CHF,SEK,NOK,DKK,CAD,JPY';
    const path = files.write(
      'long.csv',
      `${head}\n${months.map((month) => `${month},1,2,3,4,5,6,7,8,9`).join('\n')}\n`,
    );
    await workplace.run(['load', '--vocabularies'], settings);
    const before = await size();
    const running = workplace.start(['import', 'exchange-rates', path], settings);
    while ((await size()) < before + 1_000_000 && running.process.exitCode === null)
      await pause(20);
    running.process.kill('SIGINT');
    const { stdout, stderr } = await running.ended;
    expect(stderr).toContain('Interrupted. Nothing was stored.');
    expect(stdout).not.toMatch(/Stored/);
    const one = files.write('one.csv', 'DATE,RSD\n1000-01,1\n');
    const again = await workplace.run(['import', 'exchange-rates', one], settings);
    expect(again.stdout).toMatch(/1 row inserted, 0 updated/);
    await workplace.close();
    await drop();
  });
});

test('merged cells below the headings are a warning that says where they are', async () => {
  const row = (cells: readonly string[]) =>
    `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
  const rows = [
    ['Grants of our fund', ''],
    ['Identifier', 'Title', 'Currency', 'Funder'],
    ['a-1', 'One', 'EUR', 'Fund'],
    ['a-2', 'Two', 'EUR', ''],
  ];
  const merged = '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="D3:D4"/></mergeCells>';
  const xml = `<worksheet><sheetData>${rows.map(row).join('')}</sheetData>${merged}</worksheet>`;
  const path = files.write(
    'merged.xlsx',
    await workbook({ Grants: [] }, { 'xl/worksheets/sheet1.xml': xml }),
  );
  const report = await importFile(platform.database, { path, dryRun: true });
  expect(report.faults.first).toMatchObject([{ row: 4, field: 'Funder', reason: 'is missing' }]);
  const found = report.warnings.first.filter(({ reason }) => reason.includes('merged'));
  expect(found).toMatchObject([{ sheet: 'Grants', row: 3, detail: 'D3:D4, with the value in D3' }]);
});

describe('an annotated copy', () => {
  const annotated = files.write('annotated.xlsx', '');
  const [FAULT, WARNING] = ['FFFFC7CE', 'FFFFEB9C'];

  test('has every fault in its cell once, however many are listed, and is imported as its original', async () => {
    const path = files.write(
      'faulty.xlsx',
      await workbook({
        Notes: [['not a table']],
        Grants: [
          ['Grants of our fund'],
          [],
          ['Title', 'Identifier', 'Currency', 'Funder', 'Awarded', 'Awarded On', null, 'Oops'],
          ['One & only', 'a-1', 'DIN', 'Fund', '1,5', '1/2/2020'],
          ['Two', 'a-2', 'EUR', 'Fund', -7, { xml: '<c s="1"><v>43040</v></c>' }, 'x', 'y'],
          ['', 'a-2', 'EUR', 'Fund', 8, '2020'],
          ['Four', 'a-4', 'EUR', 'Fund', { xml: '<c><f>1/0</f></c>' }, '2020'],
        ],
      }),
    );
    const options = { format: 'table', path, dataSet: { slug: 'annotated' } };
    const report = await importFile(platform.database, {
      ...options,
      maxFaults: 1,
      annotate: annotated,
    });
    expect(report.faults.first).toHaveLength(1);
    const { Grants: marked, ...others } = await markedCells(readFileSync(annotated));
    expect(marked).toEqual([
      {
        at: 'A1',
        value: 'Grants of our fund',
        fill: WARNING,
        note: expect.stringMatching(/^Warning: .*above the headings/),
      },
      {
        at: 'C4',
        value: 'DIN',
        fill: FAULT,
        note: expect.stringMatching(/^Fault: must be a currency/),
      },
      {
        at: 'E4',
        value: '1,5',
        fill: FAULT,
        note: expect.stringMatching(/^Fault: must be a number/),
      },
      {
        at: 'F4',
        value: '1/2/2020',
        fill: FAULT,
        note: expect.stringMatching(/^Fault: must be a date/),
      },
      {
        at: 'E5',
        value: '-7',
        fill: WARNING,
        note: expect.stringMatching(/^Warning: is negative/),
      },
      {
        at: 'G5',
        value: 'x',
        fill: WARNING,
        note: expect.stringMatching(/^Warning: has no heading/),
      },
      { at: 'A6', value: '', fill: FAULT, note: 'Fault: is missing' },
      { at: 'B6', value: 'a-2', fill: FAULT, note: 'Fault: is a duplicate of Grants!5' },
      {
        at: 'E7',
        value: '',
        fill: FAULT,
        note: expect.stringMatching(/^Fault: is a formula without a value/),
      },
    ]);
    expect(others).toEqual({ Notes: [] });
    const notes = (marked ?? []).flatMap(({ note }) => note?.split('\n') ?? []);
    expect(notes.filter((note) => note.startsWith('Fault'))).toHaveLength(report.faults.count);
    expect(notes.filter((note) => note.startsWith('Warning'))).toHaveLength(report.warnings.count);

    // A formula is no longer there; everything else is as before.
    const again = await importFile(platform.database, { ...options, path: annotated });
    expect(again.faults.count).toBe(report.faults.count - 1);
    expect(again.warnings.count).toBe(report.warnings.count);
  });

  test('of a CSV file has whole rows marked at their first cell', async () => {
    const path = files.write(
      'ragged.csv',
      'Identifier,Title,Funder,Currency,Awarded\nr-1,One,Fund,EUR,9,5\n',
    );
    await importFile(platform.database, { format: 'table', path, annotate: annotated });
    expect(await markedCells(readFileSync(annotated))).toEqual({
      Data: [{ at: 'A2', value: 'r-1', fill: FAULT, note: expect.stringContaining('6 cells') }],
    });
  });

  test('of 360Giving grants has the headings of the file', async () => {
    const path = files.write(
      'grants.csv',
      'Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name\n360G-a-1,T,D,EUR,x,2020-13-01,own 1,R,GB-CHC-1,F\n',
    );
    await importFile(platform.database, { format: '360giving', path, annotate: annotated });
    const { Data: marked = [] } = await markedCells(readFileSync(annotated));
    expect(marked.map(({ at, fill }) => [at, fill])).toEqual([
      ['E2', FAULT],
      ['F2', FAULT],
    ]);
  });

  test.each([
    [
      'of a file that is not a table',
      'x.json',
      '{"grants":[]}',
      'only tables (XLSX, CSV) can be annotated',
    ],
    ['in place of its original', 'annotated.xlsx', 'Identifier,Title', 'would overwrite'],
  ])('%s is refused', async (_case, name, content, reason) => {
    const path = files.write(name, content);
    await expect(
      importFile(platform.database, { format: '360giving', path, annotate: annotated }),
    ).rejects.toThrow(reason);
  });
});
