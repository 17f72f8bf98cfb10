import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importFile, reportText, type ImportReport } from '../src/import/import-file.js';
import { activity, file, transaction } from './support/iati-files.js';
import { fileFolder, unzipped, workbook, zipOf } from './support/import-files.js';
import { plainAmounts } from './support/plain-amounts.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** Tables and files in the forms in which people and programs write them. */
const files = fileFolder();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
});
afterAll(async () => {
  files.remove();
  await platform.close();
});

interface Taken extends ImportReport {
  readonly printed: string;
}

/** Imports content; the format is detected unless it is named. */
async function take(content: string | Buffer, format: string | null = null): Promise<Taken> {
  const path = files.write('file', content);
  const report = await importFile(platform.database, { format, path });
  return { ...report, printed: reportText(report) };
}

const HEADINGS = ['Identifier', 'Title', 'Funder', 'Currency', 'Recipients', 'Awarded'];
const GIVING =
  'Identifier,Title,Description,Currency,Amount Awarded,Award Date,Funding Org:Identifier,Funding Org:Name,Recipient Org:Identifier,Recipient Org:Name';
const given = (id: string, amount: string, recipient = 'GB-CHC-1105626') =>
  `${id},t,d,GBP,${amount},2020-01-02,GB-CHC-1105625,Fund,${recipient},Club`;

/** The award of a grant, or null. */
async function awarded(identifier: string): Promise<unknown> {
  const { data } = await platform.succeed(
    `query ($filter: GrantFilter) { grants(filter: $filter) { nodes { awarded { amount } } } }`,
    { filter: { identifier: { in: [identifier] } } },
  );
  const [grant] = plainAmounts(data.grants.nodes) as readonly { readonly awarded: unknown }[];
  return grant?.awarded ?? null;
}

describe('the delimiter of a CSV file', () => {
  const table = (delimiter: string, identifier: string) =>
    [HEADINGS, [identifier, 'One', 'As Written Fund', 'EUR', 'Club', '1500']]
      .map((cells) => `${cells.join(delimiter)}\n`)
      .join('');

  test.each([
    [';', 'Grants, 2020 and later\n'],
    ['\t', 'Grants of 2020\n\n'],
    ['|', 'Grants; of 2020\nIn thousands; of euros\nFor the board\n'],
    [',', 'Grants of 2020\n'],
  ])('%j is found below titles', async (delimiter, titles) => {
    const identifier = `delimiter-${String(delimiter.charCodeAt(0))}`;
    const { isStored, warnings } = await take(titles + table(delimiter, identifier));
    expect(isStored).toBe(true);
    expect(warnings.first).toEqual([
      expect.objectContaining({ reason: expect.stringMatching(/above the headings/) }),
    ]);
    expect(await awarded(identifier)).toBe('1500');
  });

  test('is the one that a line for Excel says, which is no row', async () => {
    const { isStored, warnings } = await take(`sep=;\n${table(';', 'sep-1')}`);
    expect([isStored, warnings.count]).toEqual([true, 0]);
  });

  test('is not a sign that texts have', async () => {
    const rows = ['a, b, c, d, e, f, g, h', 'i, j'].map(
      (title, index) => `texts-${String(index)};${title};As Written Fund;EUR;Club;1,5\n`,
    );
    expect(await take(`${HEADINGS.join(';')}\n${rows.join('')}`)).toMatchObject({ records: 2 });
    expect(await awarded('texts-0')).toBe('1.5');
  });

  test('is not the decimal comma of rows that omit their last cells', async () => {
    const headings = [...HEADINGS, 'Spent', 'Description'].join(';');
    const rows = ['', ';1', ';1;Two'].map(
      (end, index) => `ragged-${String(index)};One;As Written Fund;EUR;Club;1234,50${end}\n`,
    );
    const { isStored, faults } = await take(`${headings}\n${rows.join('')}`, 'table');
    expect(isStored).toBe(false);
    expect(faults.first.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'has 6 cells, but there are 8 headings; an empty value needs its delimiter too'],
      [3, 'has 7 cells, but there are 8 headings; an empty value needs its delimiter too'],
    ]);
  });
});

test('a decimal comma before three digits gives a warning, since it could separate thousands', async () => {
  const row = ['comma-1', 'One', 'As Written Fund', 'EUR', 'Club', '1,500'];
  const { printed } = await take(`${HEADINGS.join(';')}\n${row.join(';')}\n`, 'table');
  expect(printed).toMatch(
    /'Awarded' = "1,500": was read with a decimal comma; if the comma separates thousands, leave it out: as 1\.5/,
  );
});

test.each([
  ['table', `${HEADINGS.join()},,Awarded On\nunnamed-1,One,As Written Fund,EUR,Club,5,999,2020\n`],
  ['360giving', `${GIVING},\n${given('360G-written-1', '5')},999\n`],
])('a value under no heading of a CSV file gives a warning in %s', async (format, content) => {
  const { printed } = await take(content, format);
  expect(printed).toMatch(/row 2 'column [GK]' = "999": has no heading and was not taken/);
});

test('amounts in the accounting formats of Excel are numbers, not dates', async () => {
  const formats = [
    '_-* #,##0.00\\ _d_i_n_._-',
    '#,##0.00\\ "dinara"',
    '[$€-2]\\ #,##0;[Red]-#,##0',
  ];
  const rows = formats.map((_, index) => [
    ...[`format-${String(index)}`, 'One', 'As Written Fund', 'RSD', 'Club'],
    { xml: `<c s="${String(index + 1)}"><v>1500</v></c>` },
  ]);
  const xml = (text: string) => text.replaceAll('"', '&quot;');
  const styles = `<styleSheet><numFmts>${formats.map((code, index) => `<numFmt numFmtId="${String(164 + index)}" formatCode="${xml(code)}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, index) => `<xf numFmtId="${String(164 + index)}"/>`).join('')}</cellXfs></styleSheet>`;
  const content = await workbook({ Grants: [HEADINGS, ...rows] }, { 'xl/styles.xml': styles });
  expect(await take(content)).toMatchObject({ isStored: true, records: 3, warnings: { count: 0 } });
  expect(await awarded('format-0')).toBe('1500');
});

test('a hidden row is taken with a warning that says where', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (number: number, cells: readonly string[], attributes = '') =>
    `<row r="${String(number)}"${attributes}>${cells.map(cell).join('')}</row>`;
  const grant = (id: string) => [id, 'One', 'As Written Fund', 'EUR', 'Club', '7'];
  const sheet = `<worksheet><sheetData>${row(1, HEADINGS)}${row(2, grant('shown-1'))}${row(3, grant('hidden-1'), ' hidden="1"')}</sheetData></worksheet>`;
  const content = await workbook({ Grants: [] }, { 'xl/worksheets/sheet1.xml': sheet });
  const { printed, warnings } = await take(content, 'table');
  expect(warnings.count).toBe(1);
  expect(printed).toMatch(/Grants!3: is a hidden row; it was taken too/);
  expect(await awarded('hidden-1')).toBe('7');
});

test('a hidden column is taken with a warning that says which, once', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const row = (number: number, cells: readonly string[]) =>
    `<row r="${String(number)}">${cells.map(cell).join('')}</row>`;
  const grant = (id: string) => [id, 'One', 'As Written Fund', 'EUR', 'Club', '8'];
  const sheet = `<worksheet><cols><col min="1" max="2"/><col min="6" max="9" hidden="1"/></cols><sheetData>${row(1, HEADINGS)}${row(2, grant('column-1'))}${row(3, grant('column-2'))}</sheetData></worksheet>`;
  const content = await workbook({ Grants: [] }, { 'xl/worksheets/sheet1.xml': sheet });
  const { printed, warnings } = await take(content, 'table');
  expect(warnings.count).toBe(1);
  expect(printed).toMatch(/Grants!1: has the hidden column F; it was taken too/);
  expect(await awarded('column-2')).toBe('8');
});

test('a currency in lowercase is a fault that says how to write it', async () => {
  const { printed, isStored } = await take(
    `${HEADINGS.join(',')}\nlower-1,One,As Written Fund,eur,Club,7\n`,
    'table',
  );
  expect(isStored).toBe(false);
  expect(printed).toMatch(/must be written EUR/);
});

describe('an archive', () => {
  const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

  test('whose parts have other names than usual is a workbook by its relationships', async () => {
    const shared = { xml: '<c t="s"><v>0</v></c>' };
    const grant = [shared, 'One', 'As Written Fund', 'EUR', 'Club', '7'];
    const parts = await unzipped(await workbook({ Grants: [HEADINGS, grant] }));
    const related = (id: string, kind: string, target: string) =>
      `<Relationship Id="${id}" Type="${TYPE}/${kind}" Target="${target}"/>`;
    const content = await zipOf({
      '_rels/.rels': `<Relationships>${related('a', 'officeDocument', 'book/main.xml')}</Relationships>`,
      'book/main.xml': (parts['xl/workbook.xml'] ?? '').replaceAll('r:', 'rel:'),
      'book/_rels/main.xml.rels': `<Relationships>${related('r1', 'worksheet', '/data/one.xml')}${related('b', 'sharedStrings', '../texts.xml')}</Relationships>`,
      'data/one.xml': parts['xl/worksheets/sheet1.xml'] ?? '',
      'texts.xml': '<sst><si><t>parts-1</t></si></sst>',
    });
    expect(await take(content)).toMatchObject({ isStored: true, records: 1 });
    expect(await awarded('parts-1')).toBe('7');
  });

  test('of another kind is refused with what to do', async () => {
    const type = 'application/vnd.oasis.opendocument.spreadsheet';
    const ods = await zipOf({ mimetype: type, 'content.xml': '<x/>' });
    await expect(take(ods)).rejects.toThrow(/is an OpenDocument file .* Save it as \.xlsx/);
    const rels = `<Relationships><Relationship Id="a" Type="${TYPE}/officeDocument" Target="xl/workbook.bin"/></Relationships>`;
    const binary = await zipOf({ '_rels/.rels': rels, 'xl/workbook.bin': 'x' });
    await expect(take(binary)).rejects.toThrow(/is a binary workbook .* Save it as \.xlsx/);
  });
});

describe('a table of 360Giving', () => {
  test('with mistyped headings is asked what they mean, and says what is missing by its heading', async () => {
    const headings = GIVING.replace('Amount Awarded', 'Amount Award').replace(
      'Recipient Org:Name',
      'Recipient Organisation:Name',
    );
    const { printed } = await take(`${headings}\n${given('360G-written-2', '5')}\n`);
    expect(printed).toMatch(/'Amount Award': is not a heading .* did you mean 'Amount Awarded'\?/);
    expect(printed).toMatch(/Organisation:Name': .* did you mean 'Recipient Org:Name'\?/);
    expect(printed).toMatch(/row 2 'Amount Awarded': is missing/);
  });

  test('whose rows contradict each other shows the amount as it is written', async () => {
    const rows = [given('360G-written-3', '5'), given('360G-written-3', '6')];
    const { printed } = await take(`${GIVING}\n${rows.join('\n')}\n`);
    expect(printed).toMatch(/row 3 'Amount Awarded' = "6": is different in row 2/);
  });

  test('checks identifiers in the form in which they are stored', async () => {
    const row = given('360G-written-4', '5', 'GB-CHC- 1105626');
    expect(await take(`${GIVING}\n${row}\n`)).toMatchObject({ warnings: { count: 0 } });
  });

  test('refuses an amount of more digits than any has, and does not call it zero', async () => {
    const grant = {
      ...{ id: '360G-written-5', title: 't', description: 'd', currency: 'GBP' },
      ...{ awardDate: '2020-01-02', fundingOrganization: [{ id: 'GB-CHC-1105625', name: 'F' }] },
      recipientOrganization: [{ id: 'GB-CHC-1105626', name: 'Club' }],
    };
    const text = JSON.stringify({ grants: [{ ...grant, amountAwarded: 7 }] });
    const { isStored, printed, warnings } = await take(text.replace(':7', ':1e400'));
    expect([isStored, warnings.count]).toEqual([false, 0]);
    expect(printed).toMatch(/'amountAwarded' = "1e400": has too many digits for an amount/);
  });
});

test('an organization named by its identifier alone has it as it is stored', async () => {
  const row = 'tidy-1,One,GB-CHC- 1105641,EUR,GB\u2011CHC\u20111105642,7';
  await take(`${HEADINGS.join()}\n${row}\n`, 'table');
  const { data } = await platform.succeed(
    `{ organizations(filter: { slug: { in: ["gb-chc-1105641", "gb-chc-1105642"] } }) { nodes { name } } }`,
  );
  expect(data.organizations.nodes.map(({ name }: { name: string }) => name).toSorted()).toEqual([
    'GB-CHC-1105641',
    'GB-CHC-1105642',
  ]);
});

test('percentages of sectors that miss 100 give a warning for each scheme, and rounded ones none', async () => {
  const rows = [
    'pct-1,One,As Written Fund,EUR,DAC:11220;DAC:12220,50;70',
    'pct-2,One,As Written Fund,EUR,NACE_REV2:62;NACE_REV2:63,50;30',
    'pct-3,One,As Written Fund,EUR,DAC:11220;NACE_REV2:62,99.5;100',
    'pct-4,One,As Written Fund,EUR,DAC:11220;DAC:12220,50;?',
  ];
  const headings = 'Identifier,Title,Funder,Currency,Sectors,Sector Percentages';
  const { warnings } = await take(`${headings}\n${rows.join('\n')}\n`, 'table');
  const found = warnings.first.filter(({ field }) => field === 'Sector Percentages');
  expect(found.map(({ row, value, reason }) => [row, value, reason])).toEqual([
    [2, '120', 'the percentages should add up to 100 in DAC'],
    [3, '80', 'the percentages should add up to 100 in NACE_REV2'],
  ]);
});

describe('an activity of IATI', () => {
  /** The parts of its commitment by a dimension. */
  async function parts(identifier: string, by: string): Promise<unknown> {
    const { data } = await platform.succeed(
      `query ($filter: GrantFilter, $by: GrantDimension!) { grantTotals(filter: $filter) {
        groups(by: $by, measures: [COMMITTED]) { key amounts { sum { amount } } } } }`,
      { filter: { identifier: { in: [identifier] } }, by },
    );
    const { groups } = plainAmounts(data.grantTotals) as {
      groups: readonly { key: string; amounts: readonly { sum: string }[] }[];
    };
    return Object.fromEntries(groups.map(({ key, amounts }) => [key, amounts[0]?.sum]));
  }
  const place = (code: string, percentage: number) =>
    `<recipient-country code="${code}" percentage="${String(percentage)}"/>`;
  const sector = (code: string, percentage: number) =>
    `<sector vocabulary="1" code="${code}" percentage="${String(percentage)}"/>`;
  const whole = (identifier: string, ...others: readonly string[]) =>
    file([activity(identifier, transaction('2', '100') + others.join(''))]).replace(
      sector('32130', 100),
      '',
    );

  test('that states a country or a sector twice gives it both shares', async () => {
    const id = 'XM-DAC-41123-TWICE';
    const countries = [place('RS', 25), place('RS', 25), place('ME', 50)];
    const sectors = [sector('11220', 30), sector('11220', 40), sector('12220', 30)];
    expect(await take(whole(id, ...countries, ...sectors))).toMatchObject({ isStored: true });
    expect(await parts(id, 'COUNTRY')).toEqual({ RS: '50', ME: '50' });
    expect(await parts(id, 'SECTOR')).toEqual({ 'DAC:11220': '70', 'DAC:12220': '30' });
  });

  test('whose shares of 0 percent are beside others gives those nothing of what is left', async () => {
    const id = 'XM-DAC-41123-NONE';
    const countries = [place('RS', 60), place('ME', 0)];
    const { printed } = await take(whole(id, ...countries, sector('11220', 100)));
    expect(printed).toMatch(/'@percentage' = "0": is 0, so no money goes there; left out/);
    expect(await parts(id, 'COUNTRY')).toEqual({ RS: '60', null: '40' });
  });
});

describe('all faults of a record are reported at once', () => {
  const fieldsOf = ({ faults }: Taken) => faults.first.map(({ field }) => field).toSorted();

  test('in a table: invalid values and unknown references', async () => {
    const headings =
      'Identifier,Title,Funder,Currency,Recipients,Recipient Amounts,Awarded,Awarded On,Sectors,Sector Percentages,Regions,Programme,Status';
    const row =
      'once-1,One,no-such-slug,DIN,Club;b-c-d,5;6,abc,2020-02-30,DAC:1;NOPE:1,50;50,XX99,none,Foo';
    const taken = await take(`${headings}\n${row}\n`, 'table');
    // Not of the shares of a recipient, which mean nothing without the award.
    expect(fieldsOf(taken)).toEqual(
      ['Awarded', 'Awarded On', 'Currency', 'Funder', 'Programme', 'Recipients', 'Regions'].concat([
        ...['Sectors', 'Sectors', 'Status'],
      ]),
    );
    expect(taken).toMatchObject({ isStored: false, records: 0, faults: { records: 1 } });
  });

  test('in 360Giving: what the schema says and what it cannot, each once', async () => {
    const grant = {
      ...{ id: '360G-written-6', description: 'd', currency: 'AAA', amountAwarded: 5 },
      ...{ awardDate: '2020-02-30', fundingOrganization: [{ id: 'a', name: 'A' }, { id: 'b' }] },
      recipientOrganization: [{ id: 'GB-CHC-1105626', name: 'Club' }],
      disbursementTransaction: [{ value: 1, transactionDate: '2020-02-31', currency: 'GBP' }],
    };
    const taken = await take(JSON.stringify({ grants: [grant] }));
    expect(fieldsOf(taken)).toEqual([
      ...['awardDate', 'currency', 'disbursementTransaction/0/transactionDate'],
      ...['fundingOrganization/1/id', 'fundingOrganization/1/name', 'title'],
    ]);
    expect(taken.faults.records).toBe(1);
  });

  test('and with --skip-faulty nothing of it is stored', async () => {
    const rows = [
      'once-2,One,Skipped Fund,EUR,Skipped Club,abc',
      'once-3,Two,As Written Fund,EUR,Club,7',
    ];
    const path = files.write('file', `${HEADINGS.join()}\n${rows.join('\n')}\n`);
    const report = await importFile(platform.database, { format: 'table', path, skipFaulty: true });
    expect(report).toMatchObject({ isStored: true, records: 1, faults: { count: 1, records: 1 } });
    const { data } = await platform.succeed(
      `{ organizations(filter: { slug: { in: ["skipped-fund", "skipped-club"] } }) { nodes { name } } }`,
    );
    expect([data.organizations.nodes, await awarded('once-2')]).toEqual([[], null]);
  });
});

test('a package of 360Giving with two lists of grants is refused, since one would be lost', async () => {
  const text = '{"grants":[],"title":"t","grants":[]}';
  await expect(take(text)).rejects.toThrow(/has the property 'grants' twice/);
});
