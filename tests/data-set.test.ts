import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSetError, loadDataSet } from '../src/data-set/load-data-set.js';
import { RECORD_FILES } from '../src/data-set/records.js';
import type { Fault } from '../src/data-set/read-data-set.js';
import {
  dataSetFolder,
  record,
  removeDataSetFolders,
  type DataSetFiles,
  type Fields,
} from './support/data-set-folder.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
  await load(FIRST);
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

const load = (files: DataSetFiles) => loadDataSet(platform.database, dataSetFolder(files));

/** A sound data set, with one of everything. */
const FIRST = {
  sources: [record.source('a-source'), record.source('another-source')],
  regions: [
    { code: 'RS', level: 0, name: 'Srbija', source: 'a-source' },
    { code: 'RS1', level: 1, name: 'Sever', parent: 'RS', source: 'a-source' },
  ],
  sectors: [
    { scheme: 'NACE_REV2', code: '62', title: 'Programming', source: 'a-source' },
    { scheme: 'NACE_REV2', code: '62.01', title: 'Code', parent: '62', source: 'a-source' },
  ],
  organizations: [
    record.organization('Association', 'union'),
    record.organization('Cluster', 'cluster', {
      otherNames: [
        { text: 'CL', kind: 'ACRONYM' },
        { text: 'Кластер', kind: 'TRANSLITERATION', language: 'sr', script: 'Cyrl' },
      ],
      identifiers: [
        { scheme: 'RS-APR', value: '06115403' },
        { scheme: 'RS-PIB', value: '100000709' },
      ],
      labels: [{ level: 'BRONZE', awardedOn: '2013', validUntil: '2015' }],
      sectors: ['NACE_REV2:62', 'NACE_REV2:62.01'],
      region: 'RS1',
    }),
    record.organization('Company', 'company'),
    record.organization('Institution', 'ministry', { category: 'NATIONAL_GOVERNMENT' }),
  ],
  memberships: [record.membership('cluster', 'union', { since: '2015' })],
  partnerships: [record.partnership('trio', ['cluster', 'company', 'ministry'])],
  persons: [record.person('person')],
  seats: [record.seat('person', 'union')],
  events: [
    {
      slug: 'event',
      title: 'Event',
      startsAt: '2015-12-22T14:00:00+01:00',
      timeZone: 'Europe/Belgrade',
      audience: ['all'],
      organizers: ['union', 'cluster'],
      source: 'a-source',
    },
  ],
  'advocacy-cases': [
    {
      slug: 'case',
      title: 'Case',
      target: 'ministry',
      status: 'OPEN',
      beneficiaries: ['cluster'],
      source: 'a-source',
    },
  ],
  announcements: [
    {
      slug: 'news',
      title: 'News',
      body: 'News.',
      language: 'en',
      author: 'union',
      quotes: [{ person: 'person', text: 'Good.' }],
      source: 'a-source',
    },
  ],
  'cooperation-offers': [record.offer('offer', 'cluster', { sectors: ['NACE_REV2:62'] })],
  initiatives: [
    record.initiative('initiative', {
      sectors: ['NACE_REV2:62'],
      regions: ['RS1'],
      participants: [
        { organization: 'cluster', role: 'LEAD', status: 'CURRENT' },
        { organization: 'company', role: 'PARTNER', status: 'CURRENT' },
      ],
    }),
  ],
  claims: [record.claim({ organization: 'cluster', indicator: 'MEMBERS', number: '17' })],
} satisfies DataSetFiles;

/** The faults for which a data set is refused; none if it is taken, which nothing here should be. */
async function faultsOf(folder: string): Promise<readonly Fault[]> {
  try {
    await loadDataSet(platform.database, folder);
    return [];
  } catch (error) {
    if (error instanceof DataSetError) return error.faults;
    throw error;
  }
}

/** How many rows each table has, and what they are. */
async function contents(): Promise<Readonly<Record<string, string>>> {
  const { dataSource, read } = platform.database;
  const tables = [
    ...new Set(dataSource.entityMetadatas.map(({ tableName }) => tableName)),
    'search_entry',
  ];
  const rows = await read(
    tables
      .map(
        (table) =>
          `SELECT '${table}' AS "table", count(*) || ' rows ' || coalesce(md5(string_agg(t::text, ' ' ORDER BY t::text)), '') AS state FROM "${table}" t`,
      )
      .join(' UNION ALL '),
    [],
  );
  return Object.fromEntries(rows.map((row) => [row.table, row.state as string]));
}

const organization = (fields: Fields) => ({
  organizations: [record.organization('Cluster', 'new', fields)],
});
const claim = (fields: Fields) => ({ claims: [record.claim(fields)] });
const initiative = (fields: Fields) => ({ initiatives: [record.initiative('new', fields)] });
const changedIn = (file: keyof typeof FIRST, fields: Fields) => ({
  [file]: [{ ...FIRST[file][0], ...fields }],
});

describe('a fault', () => {
  const UNKNOWN = (kind: string) =>
    new RegExp(`^refers to no ${kind} of this data set or of the database$`);

  test.each<[string, DataSetFiles, string, unknown, string | RegExp]>([
    [
      'a value that its enumeration does not have',
      { organizations: [record.organization('Club', 'new')] },
      'type',
      'Club',
      /^must be one of Association, Cluster, Company/,
    ],
    [
      'a field that there is not',
      organization({ nmae: 'New' }),
      'nmae',
      'New',
      'is no field of this record',
    ],
    [
      'a field that there is not, within',
      organization({ otherNames: [{ text: 'N', kind: 'ACRONYM', lang: 'en' }] }),
      'otherNames.0.lang',
      'en',
      'is no field of this record',
    ],
    [
      'a field that is missing',
      { organizations: [{ type: 'Cluster', slug: 'new', status: 'ACTIVE', source: 'a-source' }] },
      'name',
      undefined,
      /^must be a text/,
    ],
    [
      'a slug with capitals',
      { persons: [record.person('New Person')] },
      'slug',
      'New Person',
      /^must be lower-case letters/,
    ],
    [
      'a month that there is not',
      changedIn('memberships', { since: '2015-13' }),
      'since',
      '2015-13',
      /^must be a year, a month or a day in quotes/,
    ],
    [
      'a day that there is not',
      changedIn('memberships', { attestedOn: '2015-02-29' }),
      'attestedOn',
      '2015-02-29',
      /^must be a year, a month or a day/,
    ],
    [
      'a year without quotes',
      changedIn('memberships', { since: 2015 }),
      'since',
      2015,
      /in quotes/,
    ],
    [
      'an end before the start',
      changedIn('memberships', { since: '2015-06', until: '2015-05-31', status: 'ENDED' }),
      'until',
      '2015-05-31',
      `is before 'since' (2015-06)`,
    ],
    [
      'an end of what has not ended',
      changedIn('memberships', { until: '2016' }),
      'status',
      'CURRENT',
      /^must be ENDED/,
    ],
    [
      'a source that is not known',
      changedIn('memberships', { source: 'hearsay' }),
      'source',
      'hearsay',
      UNKNOWN('Source'),
    ],
    [
      'a member that is not known',
      { memberships: [record.membership('nobody', 'union')] },
      'member',
      'nobody',
      UNKNOWN('Organization'),
    ],
    [
      'a membership in a company',
      { memberships: [record.membership('cluster', 'company')] },
      'group',
      'company',
      'is of type Company; only Cluster and Association can be here',
    ],
    [
      'a membership of oneself',
      { memberships: [record.membership('union', 'union')] },
      'member',
      'union',
      /belongs to itself/,
    ],
    [
      'a partnership with one party',
      { partnerships: [record.partnership('new', ['cluster'])] },
      'parties',
      expect.anything(),
      'must have two parties or more',
    ],
    [
      'a partnership with the same party twice',
      { partnerships: [record.partnership('new', ['cluster', 'cluster'])] },
      'parties',
      expect.anything(),
      'has the same party twice',
    ],
    [
      'parties that are no list',
      changedIn('partnerships', { parties: 'cluster' }),
      'parties',
      'cluster',
      'must be a list',
    ],
    [
      'a party that is not known',
      { partnerships: [record.partnership('new', ['cluster', 'nobody'])] },
      'parties.1.organization',
      'nobody',
      UNKNOWN('Organization'),
    ],
    [
      'a party in a role that there is not',
      changedIn('partnerships', {
        parties: [
          { organization: 'cluster', role: 'FRIEND' },
          { organization: 'union', role: 'PARTY' },
        ],
      }),
      'parties.0.role',
      'FRIEND',
      /^must be one of INITIATOR/,
    ],
    [
      'a seat in a company',
      { seats: [record.seat('person', 'company')] },
      'organization',
      'company',
      /^is of type Company/,
    ],
    [
      'a seat of nobody',
      { seats: [record.seat('nobody', 'union')] },
      'person',
      'nobody',
      UNKNOWN('Person'),
    ],
    [
      'a seat by nomination of nobody',
      changedIn('seats', { nominatedBy: 'nobody' }),
      'nominatedBy',
      'nobody',
      UNKNOWN('Organization'),
    ],
    [
      'a region that is not known',
      organization({ region: 'RS9' }),
      'region',
      'RS9',
      UNKNOWN('Region'),
    ],
    [
      'a region whose level is not that of its code',
      { regions: [{ code: 'RS11', level: 3, name: 'New', parent: 'RS1', source: 'a-source' }] },
      'level',
      3,
      'does not fit the code: RS11 is of level 2',
    ],
    [
      'a region in one that its code is not in',
      { regions: [{ code: 'RS11', level: 2, name: 'New', parent: 'RS', source: 'a-source' }] },
      'parent',
      'RS',
      'is wrong: RS11 has the parent RS1',
    ],
    [
      'a country in another',
      { regions: [{ code: 'HU', level: 0, name: 'New', parent: 'RS', source: 'a-source' }] },
      'parent',
      'RS',
      /it is a country$/,
    ],
    [
      'a sector that is not known',
      organization({ sectors: ['NACE_REV2:62', 'NACE_REV2:99'] }),
      'sectors.1',
      'NACE_REV2:99',
      UNKNOWN('Sector'),
    ],
    [
      'a sector without its scheme',
      organization({ sectors: ['62'] }),
      'sectors.0',
      '62',
      UNKNOWN('Sector'),
    ],
    [
      'a sector twice',
      organization({ sectors: ['NACE_REV2:62', 'NACE_REV2:62'] }),
      'sectors',
      expect.anything(),
      'has the same text twice',
    ],
    [
      'sectors that are no list',
      organization({ sectors: 'NACE_REV2:62' }),
      'sectors',
      'NACE_REV2:62',
      'must be a list of texts',
    ],
    [
      'a part of a sector that is not known',
      {
        sectors: [
          { scheme: 'NACE_REV2', code: '63.1', title: 'New', parent: '63', source: 'a-source' },
        ],
      },
      'parent',
      'NACE_REV2:63',
      UNKNOWN('Sector'),
    ],
    [
      'a source of a name that is not known',
      organization({ otherNames: [{ text: 'N', kind: 'ACRONYM', source: 'hearsay' }] }),
      'otherNames.0.source',
      'hearsay',
      UNKNOWN('Source'),
    ],
    [
      'a name twice',
      organization({
        otherNames: [
          { text: 'N', kind: 'ACRONYM' },
          { text: 'N', kind: 'ALIAS' },
        ],
      }),
      'otherNames.1.text',
      expect.anything(),
      /^is there twice/,
    ],
    [
      'an identifier of no register',
      organization({ identifiers: [{ scheme: 'APR', value: '1' }] }),
      'identifiers.0.scheme',
      'APR',
      /^must be a list of org-id.guide/,
    ],
    [
      'an identifier that is a number',
      organization({ identifiers: [{ scheme: 'RS-APR', value: 6115403 }] }),
      'identifiers.0.value',
      6115403,
      /^must be a text in quotes/,
    ],
    [
      'an identifier of another organisation',
      organization({ identifiers: [{ scheme: 'RS-APR', value: '06115403' }] }),
      'identifiers.0',
      'RS-APR 06115403',
      'is the identifier of another organisation, cluster',
    ],
    [
      'a source of an identifier that is not known',
      organization({ identifiers: [{ scheme: 'RS-APR', value: '1', source: 'hearsay' }] }),
      'identifiers.0.source',
      'hearsay',
      UNKNOWN('Source'),
    ],
    [
      'a label that ends before it is awarded',
      organization({ labels: [{ level: 'GOLD', awardedOn: '2013', validUntil: '2012' }] }),
      'labels.0.validUntil',
      '2012',
      `is before 'awardedOn' (2013)`,
    ],
    [
      'a label twice',
      organization({ labels: [{ level: 'GOLD' }, { level: 'GOLD' }] }),
      'labels.1.level',
      expect.anything(),
      /^is there twice/,
    ],
    [
      'a label of a company',
      { organizations: [record.organization('Company', 'new', { labels: [{ level: 'GOLD' }] })] },
      'labels',
      expect.anything(),
      'only a Cluster can have it',
    ],
    [
      'a stage of a company',
      { organizations: [record.organization('Company', 'new', { stage: 'SEEKING' })] },
      'stage',
      'SEEKING',
      'only a Cluster can have it',
    ],
    [
      'a size of a cluster',
      organization({ sizeClass: 'SMALL' }),
      'sizeClass',
      'SMALL',
      'only a Company can have it',
    ],
    [
      'a category of a cluster',
      organization({ category: 'EU' }),
      'category',
      'EU',
      'is of no use: a Cluster has no category',
    ],
    [
      'a category of another kind',
      { organizations: [record.organization('Donor', 'new', { category: 'ACADEMIA' })] },
      'category',
      'ACADEMIA',
      /^must be one of BILATERAL, .* for a Donor$/,
    ],
    [
      'half of a point on the earth',
      organization({ latitude: 45 }),
      'latitude',
      45,
      /^goes with longitude/,
    ],
    [
      'a point that is not on the earth',
      organization({ latitude: 95, longitude: 20 }),
      'latitude',
      95,
      /latitude/,
    ],
    [
      'a country by its name',
      organization({ country: 'Serbia' }),
      'country',
      'Serbia',
      /^must be two letters/,
    ],
    [
      'an address that is none',
      organization({ website: 'www.example.org' }),
      'website',
      'www.example.org',
      /^must be a full address/,
    ],
    [
      'another type than the stored one',
      { organizations: [record.organization('Company', 'cluster')] },
      'type',
      'Company',
      'differs: the stored one is of type Cluster',
    ],
    [
      'a claim with a number and a date',
      claim({ organization: 'cluster', indicator: 'MEMBERS', number: '1', date: '2013' }),
      'number',
      '1',
      `MEMBERS is stated by a 'number' and no 'date'`,
    ],
    [
      'a claim of a day by a number',
      claim({ organization: 'cluster', indicator: 'FOUNDED_ON', number: '2013' }),
      'date',
      undefined,
      `FOUNDED_ON is stated by a 'date' and no 'number'`,
    ],
    [
      'a claim with neither number nor date',
      claim({ organization: 'cluster', indicator: 'MEMBERS' }),
      'number',
      undefined,
      /^MEMBERS is stated by/,
    ],
    [
      'a claim of two',
      claim({
        organization: 'cluster',
        initiative: 'initiative',
        indicator: 'MEMBERS',
        number: '1',
      }),
      'organization',
      'cluster',
      /one only$/,
    ],
    [
      'a claim of nobody',
      claim({ indicator: 'MEMBERS', number: '1' }),
      'organization',
      undefined,
      /one only$/,
    ],
    [
      'an amount without a currency',
      claim({ organization: 'cluster', indicator: 'EXPORTS', number: '1' }),
      'currency',
      undefined,
      'EXPORTS needs a currency',
    ],
    [
      'a count with a currency',
      claim({ organization: 'cluster', indicator: 'MEMBERS', number: '1', currency: 'EUR' }),
      'currency',
      'EUR',
      'MEMBERS has no currency',
    ],
    [
      'a number without quotes',
      claim({ organization: 'cluster', indicator: 'MEMBERS', number: 30000 }),
      'number',
      30000,
      /^must be a decimal number in quotes/,
    ],
    [
      'a number below zero',
      claim({ organization: 'cluster', indicator: 'MEMBERS', number: '-1' }),
      'number',
      '-1',
      /^must be a decimal number/,
    ],
    [
      'a time without its offset',
      changedIn('events', { startsAt: '2015-12-22T14:00:00' }),
      'startsAt',
      '2015-12-22T14:00:00',
      /^must be a time with its offset/,
    ],
    [
      'a time that is only a day',
      changedIn('events', { endsAt: '2015-12-22' }),
      'endsAt',
      '2015-12-22',
      /^must be a time with its offset/,
    ],
    [
      'an event that ends before it starts',
      changedIn('events', { endsAt: '2015-12-22T13:00:00Z' }),
      'endsAt',
      '2015-12-22T13:00:00Z',
      /^is not after 'startsAt'/,
    ],
    [
      'a time zone that there is not',
      changedIn('events', { timeZone: 'Europe/Nis' }),
      'timeZone',
      'Europe/Nis',
      /^must be a time zone of IANA/,
    ],
    [
      'an organiser that is not known',
      changedIn('events', { organizers: ['union', 'nobody'] }),
      'organizers.1',
      'nobody',
      UNKNOWN('Organization'),
    ],
    [
      'an audience that is no list',
      changedIn('events', { audience: 'all' }),
      'audience',
      'all',
      'must be a list of texts',
    ],
    [
      'a case that closes before it opens',
      changedIn('advocacy-cases', { openedOn: '2013', closedOn: '2012', status: 'FAILED' }),
      'closedOn',
      '2012',
      `is before 'openedOn' (2013)`,
    ],
    [
      'a case that is open and closed',
      changedIn('advocacy-cases', { closedOn: '2012' }),
      'status',
      'OPEN',
      /^must not be OPEN/,
    ],
    [
      'a case addressed to a company',
      changedIn('advocacy-cases', { target: 'company' }),
      'target',
      'company',
      'is of type Company; only Institution can be here',
    ],
    [
      'a beneficiary that is not known',
      changedIn('advocacy-cases', { beneficiaries: ['nobody'] }),
      'beneficiaries.0',
      'nobody',
      UNKNOWN('Organization'),
    ],
    [
      'a quote of nobody',
      changedIn('announcements', { quotes: [{ person: 'nobody', text: 'Good.' }] }),
      'quotes.0.person',
      'nobody',
      UNKNOWN('Person'),
    ],
    [
      'an offer in no direction',
      changedIn('cooperation-offers', { direction: 'BOTH' }),
      'direction',
      'BOTH',
      'must be one of OFFERS, NEEDS',
    ],
    [
      'an initiative that ends before it starts',
      initiative({ startedOn: '2013', endedOn: '2012-12' }),
      'endedOn',
      '2012-12',
      `is before 'startedOn' (2013)`,
    ],
    [
      'a stage of a project',
      initiative({ stage: 'SEEKING' }),
      'stage',
      'SEEKING',
      'only a NEW_CLUSTER can have it',
    ],
    [
      'a difficulty that there is not',
      initiative({ challenges: ['WEATHER'] }),
      'challenges',
      ['WEATHER'],
      /^must be a list of any of AWARENESS/,
    ],
    [
      'difficulties that are no list',
      initiative({ challenges: 'FINANCE' }),
      'challenges',
      'FINANCE',
      /^must be a list/,
    ],
    [
      'a participant twice in a role',
      initiative({
        participants: [1, 2].map(() => ({
          organization: 'cluster',
          role: 'LEAD',
          status: 'CURRENT',
        })),
      }),
      'participants.1.organization',
      expect.anything(),
      /^is there twice/,
    ],
    [
      'a participant that has left before it came',
      initiative({
        participants: [
          { organization: 'cluster', role: 'LEAD', since: '2013', until: '2012', status: 'ENDED' },
        ],
      }),
      'participants.0.until',
      '2012',
      `is before 'since' (2013)`,
    ],
    [
      'a source of a participation that is not known',
      initiative({
        participants: [
          { organization: 'cluster', role: 'LEAD', status: 'CURRENT', source: 'hearsay' },
        ],
      }),
      'participants.0.source',
      'hearsay',
      UNKNOWN('Source'),
    ],
    [
      'a region of an initiative that is not known',
      initiative({ regions: ['RS1', 'RS12'] }),
      'regions.1',
      'RS12',
      UNKNOWN('Region'),
    ],
    [
      'a list of nothings',
      changedIn('partnerships', { parties: [null, null] }),
      'parties',
      [null, null],
      /./,
    ],
  ])(
    'of %s is told once, with its field, its value and the reason',
    async (_name, files, field, value, reason) => {
      const [file = ''] = Object.keys(files);

      expect(await faultsOf(dataSetFolder(files))).toEqual([
        {
          file: `${file}.yaml`,
          line: expect.any(Number),
          field,
          value,
          reason: expect.stringMatching(reason),
        },
      ]);
    },
  );

  test.each<[string, DataSetFiles]>([
    ['sources', { sources: [record.source('new'), record.source('new')] }],
    [
      'organizations',
      { organizations: ['A', 'B'].map((name) => record.organization('Company', 'new', { name })) },
    ],
    [
      'sectors',
      {
        sectors: ['A', 'B'].map((title) => ({
          scheme: 'DAC',
          code: '1',
          title,
          source: 'a-source',
        })),
      },
    ],
    [
      'memberships',
      {
        memberships: ['REGULAR', 'HONORARY'].map((kind) =>
          record.membership('company', 'union', { class: kind }),
        ),
      },
    ],
    [
      'seats',
      { seats: ['Board', 'Assembly'].map((body) => record.seat('person', 'union', { body })) },
    ],
    [
      'claims',
      {
        claims: ['AT_LEAST', 'EXACT'].map((qualifier) =>
          record.claim({ organization: 'cluster', indicator: 'MEMBERS', number: '1', qualifier }),
        ),
      },
    ],
  ])('of what is twice among %s is told of the second', async (_file, files) => {
    const faults = await faultsOf(dataSetFolder(files));

    expect(faults).toEqual([expect.objectContaining({ reason: expect.stringMatching(/twice/) })]);
    expect(faults[0]?.line).toBeGreaterThan(1);
  });

  test('of every record is told at once, each with its line', async () => {
    const folder = dataSetFolder({
      sources: `# Sources
- slug: new-source
  title: New
  confidence: SURE
- slug: New
  title: New
  confidence: OFFICIAL
`,
      organizations: `- type: Cluster
  slug: one
  name: One
  status: ACTIVE
  source: new-source
  otherNames:
    - { text: O, kind: ACRONYM }
    - text: Jedan
      kind: TRANSLATED
      language: Serbian
- type: Company
  slug: two
  name: ''
  status: ACTIVE
  source: a-source

- just a text
`,
      memberships: `- member: one
  group: two
  class: REGULAR
  status: CURRENT
  source: a-source
- { member: three, group: union, class: REGULAR, since: 2015, status: CURRENT, source: a-source }
- member: three
  group: union
  class: REGULAR
  status: CURRENT
  source: a-source
`,
    });
    const faults = await faultsOf(folder);

    expect(faults.map(({ file, line, field, value }) => [file, line, field, value])).toEqual([
      ['sources.yaml', 4, 'confidence', 'SURE'],
      ['sources.yaml', 5, 'slug', 'New'],
      ['organizations.yaml', 9, 'otherNames.1.kind', 'TRANSLATED'],
      ['organizations.yaml', 10, 'otherNames.1.language', 'Serbian'],
      ['organizations.yaml', 13, 'name', ''],
      ['organizations.yaml', 17, '', 'just a text'],
      ['memberships.yaml', 6, 'since', 2015],
      // of the last only that nobody is called three: the others refer to what is there, with faults
      ['memberships.yaml', 7, 'member', 'three'],
    ]);
    await expect(loadDataSet(platform.database, folder)).rejects.toThrow(
      /has 8 faults\. Nothing was stored\.\n {2}sources\.yaml:4 confidence = "SURE": must be one of OFFICIAL, .*\n(.*\n)*  memberships\.yaml:7 member = "three": refers to no Organization/,
    );
  });

  test('of the writing is told with its line, and what refers to such a file is no fault', async () => {
    const faults = await faultsOf(
      dataSetFolder({
        organizations: '- type: Cluster\n  slug: one\n  name: [One\n  status: ACTIVE\n',
        persons: '- slug: one\n  slug: two\n',
        sources: 'slug: one\n',
        memberships: [record.membership('one', 'union', { source: 'one' })],
        seats: [record.seat('one', 'one', { source: 'one' })],
        events: '- *nowhere\n',
        claims: '- slug: &a a\n  source: *nowhere\n',
      }),
    );

    expect(faults.filter(({ file }) => /memberships|seats/.test(file))).toEqual([]);
    const of = (name: string) => faults.find(({ file }) => file === `${name}.yaml`);
    expect(of('organizations')).toMatchObject({ line: expect.any(Number), field: '' });
    expect(of('organizations')?.line).toBeGreaterThanOrEqual(3);
    expect(of('persons')).toMatchObject({ line: 2, reason: 'Map keys must be unique' });
    expect(of('sources')).toMatchObject({ line: 1, reason: 'must be a list of records' });
    expect(of('events')?.reason).toMatch(/must be a record|nowhere/);
    expect(of('claims')?.reason).toMatch(/nowhere/);
  });

  test('of the name of a file is told with the names that there are', async () => {
    const faults = await faultsOf(dataSetFolder({ organisations: [], 'cooperation-offers': [] }));

    expect(faults).toEqual([
      {
        file: 'organisations.yaml',
        line: 1,
        field: '',
        value: 'organisations.yaml',
        reason: expect.stringContaining(`${Object.keys(RECORD_FILES)[0] ?? ''}.yaml`),
      },
    ]);
  });

  test('of the place is told in a sentence', async () => {
    const folder = dataSetFolder({});
    const file = join(folder, 'file.txt');
    writeFileSync(file, '');
    const at = (place: string) => loadDataSet(platform.database, place);

    await expect(at(join(folder, 'nowhere'))).rejects.toThrow(
      /^There is no data set at .*nowhere\.$/,
    );
    await expect(at(file)).rejects.toThrow(/is no data set/);
    await expect(at(folder)).rejects.toThrow(/^There are no YAML files in /);
  });
});

describe('a data set with faults', () => {
  test('changes nothing, in whatever file the fault is', async () => {
    const before = await contents();
    const sound = {
      sources: [record.source('brand-new')],
      persons: [record.person('brand-new', { source: 'brand-new' })],
      organizations: [record.organization('Cluster', 'cluster', { name: 'Renamed' })],
    };
    for (const faulty of [
      { claims: [record.claim({ organization: 'nobody', indicator: 'MEMBERS', number: '1' })] },
      { regions: [{ code: 'XX' }] },
      { surprise: [] },
    ]) {
      expect(await faultsOf(dataSetFolder({ ...sound, ...faulty }))).not.toEqual([]);
      expect(await contents()).toEqual(before);
    }
  });

  test('changes nothing where only the database knows what is wrong', async () => {
    const { dataSource } = platform.database;
    await dataSource.query(
      `INSERT INTO membership (id, source_id, status, member_id, group_id, group_type, class)
       SELECT gen_random_uuid(), m.source_id, 'CURRENT', m.id, g.id, g.type, 'REGULAR'
       FROM organization m, organization g WHERE m.slug = 'company' AND g.slug = 'union'`,
    );
    const before = await contents();

    await expect(
      load({
        persons: [record.person('brand-new')],
        memberships: [record.membership('company', 'union')],
      }),
    ).rejects.toThrow(/breaks the rule membership is recorded once.* Nothing was stored\.$/s);

    expect(await contents()).toEqual(before);
    await dataSource.query(
      `DELETE FROM membership WHERE member_id = (SELECT id FROM organization WHERE slug = 'company')`,
    );
  });
});

describe('a data set that is loaded again', () => {
  afterEach(() => load(FIRST));

  test('changes nothing if it is the same', async () => {
    const before = await contents();
    const rows = Object.values(before).reduce((sum, state) => sum + Number.parseInt(state), 0);
    const searched = Number.parseInt(before.search_entry ?? '');

    expect(await load(FIRST)).toEqual({
      inserted: 0,
      updated: 0,
      removed: 0,
      unchanged: rows - searched,
    });
    expect(await contents()).toEqual(before);
  });

  test('changes the one row whose record has changed', async () => {
    const before = await contents();
    const [union, ...others] = FIRST.organizations;

    const report = await load({
      ...FIRST,
      organizations: [{ ...union, name: 'Union of all', city: 'Niš' }, ...others],
    });

    expect(report).toMatchObject({ inserted: 0, updated: 1, removed: 0 });
    const after = await contents();
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([
      'organization',
      'search_entry',
    ]);
    const { data } = await platform.succeed('{ association(slug: "union") { name city } }');
    expect(data.association).toEqual({ name: 'Union of all', city: 'Niš' });
  });

  test('keeps the ids of what was there', async () => {
    const IDS =
      '{ cluster(slug: "cluster") { id members { nodes { id } } claims { nodes { id } } } }';
    const before = await platform.succeed(IDS);
    await load({ organizations: [{ ...FIRST.organizations[1], name: 'Renamed' }] });

    expect((await platform.succeed(IDS)).data).toEqual(before.data);
  });

  test('takes away what the lists of a record have no more, and of no other', async () => {
    const lists = async () =>
      (
        await platform.succeed(/* GraphQL */ `
          {
            cluster(slug: "cluster") {
              otherNames {
                text
              }
              identifiers {
                value
              }
              sectors {
                nodes {
                  code
                }
              }
              labels {
                nodes {
                  level
                }
              }
            }
            partnership(slug: "trio") {
              parties {
                nodes {
                  slug
                }
              }
            }
            event(slug: "event") {
              organizers {
                nodes {
                  slug
                }
              }
            }
            initiative(slug: "initiative") {
              participants {
                nodes {
                  slug
                }
              }
              regions {
                nodes {
                  code
                }
              }
            }
            announcement(slug: "news") {
              quotes {
                nodes {
                  text
                }
              }
            }
          }
        `)
      ).data;
    const [trio] = FIRST.partnerships;
    const [event] = FIRST.events;
    const before = await contents();

    const report = await load({
      organizations: [
        {
          ...FIRST.organizations[1],
          otherNames: [{ text: 'CL', kind: 'ACRONYM' }],
          identifiers: [{ scheme: 'RS-PIB', value: '100000709' }],
          sectors: ['NACE_REV2:62.01'],
          labels: [],
        },
      ],
      partnerships: [{ ...trio, parties: (trio?.parties as unknown[]).slice(0, 2) }],
      events: [{ ...event, organizers: ['cluster'] }],
    });

    expect(report).toMatchObject({ inserted: 0, removed: 6, updated: 1 }); // the rank of the identifier
    expect(await lists()).toEqual({
      cluster: {
        otherNames: [{ text: 'CL' }],
        identifiers: [{ value: '100000709' }],
        sectors: { nodes: [{ code: '62.01' }] },
        labels: { nodes: [] },
      },
      partnership: { parties: { nodes: [{ slug: 'cluster' }, { slug: 'company' }] } },
      event: { organizers: { nodes: [{ slug: 'cluster' }] } },
      initiative: {
        participants: { nodes: [{ slug: 'cluster' }, { slug: 'company' }] },
        regions: { nodes: [{ code: 'RS1' }] },
      },
      announcement: { quotes: { nodes: [{ text: 'Good.' }] } },
    });
    expect(await load(FIRST)).toMatchObject({ inserted: 6, removed: 0, updated: 1 });
    expect(await contents()).toEqual(before);
  });

  test('can put another identifier first', async () => {
    const [, cluster] = FIRST.organizations;
    const turned = [...(cluster?.identifiers as Fields[])].reverse();

    expect(await load({ organizations: [{ ...cluster, identifiers: turned }] })).toMatchObject({
      inserted: 0,
      updated: 2,
      removed: 0,
    });
    const { data } = await platform.succeed(
      '{ cluster(slug: "cluster") { identifier { scheme } } }',
    );
    expect(data.cluster.identifier).toEqual({ scheme: 'RS-PIB' });
  });

  test('can hand an identifier on to another organisation that it speaks of', async () => {
    const [, cluster, company] = FIRST.organizations;
    const [identifier] = cluster?.identifiers as Fields[];
    await load({
      organizations: [
        { ...cluster, identifiers: [] },
        { ...company, identifiers: [identifier] },
      ],
    });

    const { data } = await platform.succeed(
      '{ organization(identifier: { scheme: "RS-APR", value: "06115403" }) { slug } }',
    );
    expect(data.organization).toEqual({ slug: 'company' });
    await load({ organizations: [{ ...company }, { ...cluster }] });
  });
});

describe('a second data set', () => {
  test('may refer to everything of the first, and leaves it as it was', async () => {
    const before = await contents();
    const report = await load({
      organizations: [
        record.organization('Cluster', 'second', { region: 'RS1', sectors: ['NACE_REV2:62.01'] }),
      ],
      memberships: [record.membership('second', 'union'), record.membership('company', 'second')],
      partnerships: [record.partnership('both', ['second', 'cluster'])],
      seats: [record.seat('person', 'second', { nominatedBy: 'company' })],
      'advocacy-cases': [
        {
          slug: 'second-case',
          title: 'Case',
          target: 'ministry',
          representative: 'person',
          status: 'OPEN',
          beneficiaries: ['second', 'cluster'],
          source: 'another-source',
        },
      ],
      claims: [
        record.claim({ initiative: 'initiative', indicator: 'PARTICIPANTS', number: '2' }),
        record.claim({ organization: 'cluster', indicator: 'MEMBERS', number: '28' }),
      ],
    });

    expect(report).toEqual({ inserted: 14, updated: 0, unchanged: 0, removed: 0 });
    const { data } = await platform.succeed(/* GraphQL */ `
      {
        cluster(slug: "cluster") {
          otherNames {
            text
          }
          partners {
            nodes {
              slug
            }
          }
          claims {
            nodes {
              number
            }
          }
        }
        association(slug: "union") {
          members {
            nodes {
              slug
            }
          }
        }
      }
    `);
    expect(data.cluster.otherNames).toHaveLength(2);
    expect(data.cluster.partners.nodes).toContainEqual({ slug: 'second' });
    expect(data.cluster.claims.nodes).toEqual(
      expect.arrayContaining([{ number: '17' }, { number: '28' }]),
    );
    expect(data.association.members.nodes).toEqual(
      expect.arrayContaining([{ slug: 'cluster' }, { slug: 'second' }]),
    );
    const after = await contents();
    for (const table of [
      'source',
      'region',
      'sector',
      'person',
      'organization_name',
      'identifier',
    ]) {
      expect([table, after[table]]).toEqual([table, before[table]]);
    }
  });
});
