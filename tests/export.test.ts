import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { CC_BY, HOSTILE, LONG, storeFunding } from './support/funding.js';
import { faultsOf360Giving, faultsOfIati } from './support/standards.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
  await storeFunding(platform.database);
});
afterAll(() => platform.close());

type Parameters = Readonly<Record<string, unknown>>;

/** A file, whatever comes of it; a filter is given as an object. */
async function ask(file: string, { filter, ...others }: Parameters = {}) {
  const parameters = new URLSearchParams({
    ...(filter === undefined ? {} : { filter: JSON.stringify(filter) }),
    ...(others as Record<string, string>),
  });
  const response = await fetch(`${platform.url}/export/${file}?${parameters.toString()}`);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** A file that must come. */
async function take(file: string, parameters?: Parameters): Promise<string> {
  const { status, text } = await ask(file, parameters);
  if (status !== 200) throw new Error(text);
  return text;
}

const rowsOf = (text: string): Record<string, string>[] =>
  parse(text, { bom: true, columns: true });
const json = async (file: string, parameters?: Parameters) =>
  JSON.parse(await take(file, parameters));

describe('a table as CSV', () => {
  test('has every grant with all its columns, source and license, in a fixed order', async () => {
    const { headers, text } = await ask('grants.csv');

    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="scan-graph-grants-\d{4}-\d{2}-\d{2}\.csv"$/,
    );
    const rows = rowsOf(text);
    expect(rows.map((row) => `${String(row.Identifier)} ${String(row.Currency)}`)).toEqual([
      'XM-DAC-7-P1 EUR',
      'XM-DAC-7-P1 USD',
      'empty EUR',
      'hostile EUR',
      'person EUR',
      'unnamed EUR',
      'vague EUR',
      '360G-don-1 EUR',
    ]);
    expect(rows.at(-1)).toMatchObject({
      Title: 'A full one',
      Awarded: '12345678901234567.89',
      Recipients: 'ict; RS-APR-06115403',
      'Recipient Names': 'ICT; Metal',
      'Recipient Amounts': '?; 15000',
      Funder: 'XM-DAC-7',
      Sectors: 'DAC:32130; NACE_REV2:25',
      'Source Title': 'About open',
      'Source Licence': CC_BY,
      'Source Retrieved On': '2021-04-07',
      'Place in Source': '/grants/0',
    });
  });

  test('has no formulas, and all other text unchanged', async () => {
    const [row] = rowsOf(await take('grants.csv', { filter: { identifier: { in: ['hostile'] } } }));
    expect(row).toMatchObject({ Title: `'${HOSTILE}`, Description: LONG, Awarded: '-100' });
  });

  test('has its metadata in a separate file', async () => {
    const filter = { year: { in: [2015] }, title: { contains: 'full' } };
    const { headers } = await ask('grants.csv', { filter });
    const link = headers.get('link') ?? '';
    expect(link).toContain(`<${CC_BY}>; rel="license"`);
    const [, place = ''] =
      /<([^>]+)>; rel="describedby"; type="application\/csvm\+json"/.exec(link) ?? [];

    const metadata = await (await fetch(place)).json();

    expect(metadata).toMatchObject({
      '@context': 'http://www.w3.org/ns/csvw',
      url: place.replace('.csv-metadata.json', '.csv'),
      'dc:license': CC_BY,
      notes: [{ count: 1, query: { kind: 'grants', filter }, sources: [{ slug: 'open' }] }],
    });
    expect(new Date(metadata['dc:created']).getTime()).toBeLessThanOrEqual(Date.now());
    const headings = Object.keys(rowsOf(await take('grants.csv', { filter }))[0] ?? {});
    expect(metadata.tableSchema.columns.map(({ titles }: { titles: string }) => titles)).toEqual(
      headings,
    );
  });

  test('has its headings even without rows', async () => {
    const filter = encodeURIComponent('{"identifier":{"in":["nothing"]}}');
    const response = await fetch(`${platform.url}/export/grants.csv?filter=${filter}`);
    // not `text`, which takes the mark away by which Excel knows UTF-8
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    expect(text).toMatch(/^\uFEFFScheme,Identifier,.*\r\n$/);
  });

  test('can have initiatives and organizations, with their own filters', async () => {
    const initiatives = rowsOf(
      await take('initiatives.csv', { filter: { period: { contains: '2014-01-01' } } }),
    );
    expect(initiatives.map(({ Slug }) => Slug)).toEqual(['joint', 'lonely']);
    expect(initiatives[0]).toMatchObject({
      Lead: 'RS-APR-06115403',
      Beneficiaries: 'ict',
      Grants: 'IATI:XM-DAC-7-P1 EUR; IATI:XM-DAC-7-P1 USD',
    });

    const organizations = rowsOf(
      await take('organizations.csv', { filter: { type: { in: ['CLUSTER'] } } }),
    );
    expect(organizations.map(({ Slug, Identifiers }) => [Slug, Identifiers])).toEqual([
      ['ict', ''],
      ['metal', 'RS-APR-06115403'],
    ]);
  });
});

describe('a result as JSON', () => {
  test('has the head with all licenses, and each record with everything that belongs to it', async () => {
    const filter = { identifier: { in: ['XM-DAC-7-P1', 'hostile'] } };
    const { head, records } = await json('grants.json', { filter }).then(
      ({ records: all, ...rest }) => ({ head: rest, records: all }),
    );

    expect(head).toMatchObject({
      title: 'SCAN Graph: grants',
      query: {
        kind: 'grants',
        filter,
        address: expect.stringContaining('/export/grants.json?filter=%7B'),
      },
      count: 3,
      licences: [CC_BY],
      hasUnlicensed: true,
      exportReport: { written: 3, leftOut: 0 },
    });
    expect(head.sources.map(({ slug }: { slug: string }) => slug)).toEqual(['open', 'silent']);
    expect(records[0]).toMatchObject({
      committed: '1000.10',
      disbursed: '349.95',
      funder: { slug: 'donor' },
      initiative: { slug: 'joint' },
      intermediaries: [{ slug: 'agency' }],
      transactions: [
        { kind: 'COMMITMENT', value: '1000.10' },
        { kind: 'DISBURSEMENT', valueDate: '2014', quarter: 2, sector: { code: '32130' } },
        { kind: 'DISBURSEMENT', value: '-50.05' },
      ],
    });
    expect(records[2]).toMatchObject({ title: HOSTILE, parent: { identifier: '360G-don-1' } });
  });
});

describe('organizations as JSON-LD', () => {
  const graph = async (parameters?: Parameters) =>
    (await json('organizations.jsonld', parameters))['@graph'] as readonly Record<
      string,
      unknown
    >[];

  test('are in the terms of schema.org, after the data set and its sources', async () => {
    const filter = { type: { in: ['CLUSTER'] } };
    const { headers, text } = await ask('organizations.jsonld', { filter });
    expect(headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
    const document = JSON.parse(text);
    expect(Object.keys(document)).toEqual(['@context', '@graph', 'exportReport']);
    expect(document['@context']).toMatchObject({
      '@vocab': 'http://schema.org/',
      sameAs: { '@type': '@id' },
    });
    const [dataSet, ...others] = document['@graph'];
    expect(dataSet).toMatchObject({
      '@id': expect.stringContaining('/export/organizations.jsonld?filter='),
      '@type': 'Dataset',
      isBasedOn: [{ '@id': '_:source-a-source' }, { '@id': '_:source-open' }],
    });
    expect(others).toMatchObject([
      { '@id': '_:source-a-source', '@type': 'CreativeWork' },
      {
        '@id': '_:source-open',
        name: 'About open',
        url: 'https://open.example/grants',
        license: CC_BY,
      },
      { '@id': `${platform.url}/organizations/ict`, subjectOf: { '@id': '_:source-open' } },
      {
        '@id': `${platform.url}/organizations/metal`,
        '@type': 'Organization',
        name: 'Metal',
        additionalType: 'Cluster',
        identifier: [{ '@type': 'PropertyValue', propertyID: 'RS-APR', value: '06115403' }],
        knowsAbout: [{ inDefinedTermSet: 'NACE_REV2', termCode: '25', name: 'Metal' }],
      },
    ]);
  });

  test('have only addresses that are valid ones, and hostile names as text', async () => {
    const { dataSource } = platform.database;
    const set = (name: string, website: string | null) =>
      dataSource.query(`UPDATE organization SET name = $1, website = $2 WHERE slug = 'agency'`, [
        name,
        website,
      ]);
    await set(`${HOSTILE}</script>`, 'javascript:alert(1)');
    try {
      const agency = (await graph()).find(({ '@id': id }) => String(id).endsWith('/agency'));
      expect(agency).toMatchObject({ name: `${HOSTILE}</script>`, additionalType: 'Institution' });
      expect(agency).not.toHaveProperty('url');
    } finally {
      await set('Agency', null);
    }
  });
});

describe('grants in 360Giving', () => {
  test('are a valid package with exact amounts, which lists what is left out', async () => {
    const text = await take('grants.360giving.json');

    expect(faultsOf360Giving(text)).toEqual([]);
    expect(text).toContain('"amountAwarded":12345678901234567.89,');
    const { grants, exportReport, ...head } = JSON.parse(text);
    expect(head).toMatchObject({ version: '1.4', publisher: {}, query: { kind: 'grants' } });
    expect(head).not.toHaveProperty('license'); // there are several, and one source has none
    expect(grants.map(({ id }: { id: string }) => id)).toEqual([
      '360G-SCAN-IATI-XM-DAC-7-P1-EUR',
      '360G-SCAN-IATI-XM-DAC-7-P1-USD',
      '360G-SCAN-SCAN-hostile-EUR',
      '360G-SCAN-SCAN-person-EUR',
      '360G-don-1',
    ]);
    // the day of one is not known: what is known stands beside it
    expect(grants[0].disbursementTransaction).toMatchObject([
      { value: 400, valueDateKnown: '2014-Q2' },
      { value: -50.05, valueDate: '2014-12-31' },
    ]);
    expect(exportReport).toMatchObject({
      changed: {
        'intermediaries of grants left out, because the standard has no place for them': 1,
        'statuses of grants left out, because the standard has no place for them': 2,
        'initiatives of grants left out, because the standard has no place for them': 2,
      },
      written: 5,
      leftOut: 3,
      leftOutRecords: [
        {
          record: '360G-SCAN-SCAN-empty-EUR',
          reason: 'no awarded or committed amount is known',
        },
        { record: '360G-SCAN-SCAN-unnamed-EUR', reason: 'no recipient is known' },
        {
          record: '360G-SCAN-SCAN-vague-EUR',
          reason: 'the day of the award is unknown (2015)',
        },
      ],
    });
  });

  test('have the known facts in the form of the standard', async () => {
    const { grants, license } = await json('grants.360giving.json', {
      filter: { identifier: { in: ['360G-don-1'] } },
    });

    expect(license).toBe(CC_BY);
    expect(grants).toEqual([
      {
        id: '360G-don-1',
        title: 'A full one',
        description: 'For all of it.',
        currency: 'EUR',
        amountAppliedFor: 20000,
        amountAwarded: expect.any(Number),
        awardDate: '2015-03-01',
        plannedDates: [{ startDate: '2015', endDate: '2016-02' }],
        fundingOrganization: [{ id: 'XM-DAC-7', name: 'Donor' }],
        recipientOrganization: [
          { id: '360G-SCAN-ict', name: 'ICT' },
          { id: 'RS-APR-06115403', name: 'Metal', amountAwarded: 15000 },
        ],
        beneficiaryLocation: [
          { name: 'Srbija – sever', countryCode: 'RS' },
          { name: 'XK' }, // a country that the standard does not have
          { name: 'Novi Sad', latitude: 45.25, longitude: 19.85 },
        ],
        grantProgramme: [{ code: 'call', title: 'The call' }],
        classifications: [
          { vocabulary: 'DAC', code: '32130', title: 'SME development' },
          { vocabulary: 'NACE_REV2', code: '25', title: 'Metal' },
        ],
        fromOpenCall: 'Yes',
        regrantType: 'FRG030',
        dataSource: 'https://open.example/grants',
        source: {
          slug: 'open',
          title: 'About open',
          licence: CC_BY,
          address: 'https://open.example/grants',
          retrievedOn: '2021-04-07',
          place: '/grants/0',
        },
      },
    ]);
  });
});

describe('activities in IATI', () => {
  test('are valid: an initiative is one activity with its grants in all currencies', async () => {
    const text = await take('initiatives.iati.xml');

    expect(await faultsOfIati(text)).toEqual([]);
    expect(text.match(/<iati-activity[ >]/g)).toHaveLength(2);
    expect(text).toContain('<iati-identifier>XM-DAC-7-P1</iati-identifier>');
    expect(text).toContain('<title><narrative>Joint &amp; common</narrative></title>');
    expect(text.match(/<value currency="(EUR|USD)"/g)).toEqual([
      '<value currency="EUR"',
      '<value currency="EUR"',
      '<value currency="EUR"',
      '<value currency="USD"',
    ]);
    // known by its quarter, and not when it was made: a day for others, and what is known for us
    expect(text).toContain(
      '<transaction-date iso-date="2014-04-01" scan:known="nothing"/><value currency="EUR" value-date="2014-04-01" scan:known="2014-Q2">400</value>',
    );
    expect(text).toContain('<activity-date type="1" iso-date="2013-05-01"/>');
    expect(text).toContain('<iati-identifier>360G-SCAN-ict-SCAN-PLANNED</iati-identifier>');
    expect(text).toContain(
      '"leftOutRecords": [\n      {\n        "record": "lonely",\n        "reason": "no participating organization is known"',
    );
  });

  test('are valid for grants without an initiative, with any text', async () => {
    const text = await take('grants.iati.xml', {
      filter: { identifier: { in: ['hostile', 'vague'] } },
    });

    expect(await faultsOfIati(text)).toEqual([]);
    expect(text).toContain('🎉 š\uFFFD\tend</narrative>');
    expect(text).toContain('characters that XML cannot contain were replaced with U+FFFD');
    expect(text).toContain('<scan:source slug="silent" title="About silent"/>');
    expect(text).toContain(`licence="${CC_BY}"`);
  });
});

describe('facets and totals', () => {
  test('facets are complete, including unknown values', async () => {
    const rows = rowsOf(
      await take('facets.csv', { by: 'RECIPIENT', filter: { year: { in: [2015] } } }),
    );
    expect(rows).toEqual([
      { Dimension: 'RECIPIENT', Key: 'ict', Label: 'ICT', Grants: '3' },
      { Dimension: 'RECIPIENT', Key: 'metal', Label: 'Metal', Grants: '1' },
      { Dimension: 'RECIPIENT', Key: '', Label: '', Grants: '2' },
    ]);
    const { records } = await json('facets.json');
    expect(new Set(records.map(({ dimension }: { dimension: string }) => dimension)).size).toBe(13);
  });

  test('totals are split by measure and currency, and by dimension and year on request', async () => {
    const { records, exportReport } = await json('totals.json');
    expect(records).toContainEqual({
      dimension: null,
      key: null,
      label: null,
      year: null,
      measure: 'DISBURSED',
      currency: 'EUR',
      grants: 1,
      sum: '349.95',
      median: '349.95',
      min: '349.95',
      max: '349.95',
    });
    // it is paid from another grant
    expect(exportReport).toMatchObject({
      leftOut: 1,
      leftOutRecords: [{ reason: 'PASSED_ON: its money is counted in another grant' }],
    });

    const rows = rowsOf(await take('totals.csv', { by: 'CURRENCY', perYear: 'true' }));
    expect(rows).toContainEqual({
      Dimension: 'CURRENCY',
      Key: 'USD',
      Label: 'USD',
      Year: '2013',
      Measure: 'COMMITTED',
      Currency: 'USD',
      Grants: '1',
      Sum: '70',
      Median: '70',
      Min: '70',
      Max: '70',
    });
  });
});

describe('invalid parameters are refused before the file begins', () => {
  test.each([
    ['grants.csv', { filter: { year: { in: ['x'] } } }, ['filter', 'year', 'in', 0]],
    ['grants.csv', { filter: { colour: 'red' } }, ['filter']],
    [
      'initiatives.iati.xml',
      { filter: { period: { contains: '2014-02-30' } } },
      ['filter', 'period', 'contains'],
    ],
    ['organizations.xlsx', { filter: [] }, ['filter']],
    ['grants.csv', { filters: '{}' }, ['filters']],
    ['facets.csv', { by: 'COLOUR' }, ['by']],
    ['grants.csv', { by: 'YEAR' }, ['by']],
    ['totals.csv', { perYear: 'true' }, ['perYear']],
    ['totals.csv', { by: 'YEAR', perYear: 'yes' }, ['perYear']],
    ['grants.360giving.json', { filter: { identifier: { in: ['vague'] } } }, ['filter']],
    ['grants.iati.xml', { filter: { identifier: { in: ['nothing'] } } }, ['filter']],
  ])('%s %j', async (file, parameters, inputPath) => {
    const { status, headers, text } = await ask(file, parameters);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(JSON.parse(text).errors[0]).toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', inputPath },
    });
  });

  test('a filter that is not JSON, or is given twice', async () => {
    for (const query of ['filter={', 'filter={}&filter={}']) {
      const response = await fetch(`${platform.url}/export/grants.csv?${query}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: 'BAD_USER_INPUT', inputPath: ['filter'] } }],
      });
    }
  });

  test('an unknown file', async () => {
    for (const file of [
      'grants.doc',
      'organizations.iati.xml',
      'constructor',
      'facets.360giving.json',
    ]) {
      const { status, text } = await ask(file);
      expect(status).toBe(404);
      expect(JSON.parse(text).errors[0]).toMatchObject({
        message: expect.stringContaining('grants.csv, '),
        extensions: { code: 'NOT_FOUND' },
      });
    }
  });
});
