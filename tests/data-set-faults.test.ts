import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import {
  dataSetFolder,
  faultsOf,
  record,
  removeDataSetFolders,
  type DataSetFiles,
  type Fields,
} from './support/data-set-folder.js';
import { FIRST } from './support/first-data-set.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** Everything that can be wrong with a single record, or between it and what it refers to. */
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
  await loadDataSet(platform.database, dataSetFolder(FIRST));
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

/** The first record of a file, with a fault in it. */
const but = (file: keyof typeof FIRST, fields: Fields): DataSetFiles => ({
  [file]: [{ ...FIRST[file][0], ...fields }],
});
const cluster = (fields: Fields) => ({
  organizations: [record.organization('Cluster', 'new', fields)],
});
const company = (fields: Fields) => ({
  organizations: [record.organization('Company', 'new', fields)],
});
const donor = (fields: Fields) => ({
  organizations: [record.organization('Donor', 'new', fields)],
});
const member = (of: string, group: string) => ({ memberships: [record.membership(of, group)] });
const partners = (...parties: string[]) => ({ partnerships: [record.partnership('new', parties)] });
const region = (fields: Fields) => ({
  regions: [{ name: 'New', source: 'a-source', ...fields }],
});
const initiative = (fields: Fields) => ({ initiatives: [record.initiative('new', fields)] });
const joining = (fields: Fields) =>
  initiative({
    participants: [{ organization: 'cluster', role: 'LEAD', status: 'CURRENT', ...fields }],
  });
/** Of the cluster, how many members it has, unless said otherwise. */
const claim = (fields: Fields) => ({
  claims: [record.claim({ organization: 'cluster', indicator: 'MEMBERS', ...fields })],
});

type Case = readonly [what: string, files: DataSetFiles, field: string, reason: string];

const OF_ONE_RECORD: readonly Case[] = [
  [
    'a value that its enumeration does not have',
    cluster({ type: 'Club' }),
    'type',
    'must be one of Association, Cluster, Company',
  ],
  ['an unknown field', cluster({ nmae: 'New' }), 'nmae', 'is not a field of this record'],
  [
    'an unknown field in a nested record',
    cluster({ otherNames: [{ text: 'N', kind: 'ALIAS', lang: 'en' }] }),
    'otherNames.0.lang',
    'is not a field of this record',
  ],
  ['a field that is missing', cluster({ name: undefined }), 'name', 'must be a text'],
  ['a text that is empty', cluster({ city: '' }), 'city', 'must be a text that is not empty'],
  [
    'a slug with capitals',
    but('persons', { slug: 'New Person' }),
    'slug',
    'must be lowercase letters',
  ],
  [
    'a month that does not exist',
    but('memberships', { since: '2015-13' }),
    'since',
    'must be a year, a month or a day',
  ],
  [
    'a day that does not exist',
    but('seats', { attestedOn: '2015-02-29' }),
    'attestedOn',
    'must be a year, a month or a day',
  ],
  ['a year without quotes', but('memberships', { since: 2015 }), 'since', 'in quotes'],
  [
    'a day that is a month',
    but('sources', { retrievedOn: '2015-12' }),
    'retrievedOn',
    'must be a day',
  ],
  ['a partnership with one party', partners('cluster'), 'parties', 'must have two or more parties'],
  ['a partnership without parties', partners(), 'parties', 'must have two or more parties'],
  [
    'a partnership with the same party twice',
    partners('cluster', 'cluster'),
    'parties',
    'has the same party twice',
  ],
  [
    'parties that are not a list',
    but('partnerships', { parties: 'cluster' }),
    'parties',
    'must be a list',
  ],
  ['a list that is null', but('partnerships', { parties: null }), 'parties', 'must be a list'],
  [
    'sectors that are not a list',
    cluster({ sectors: 'NACE_REV2:62' }),
    'sectors',
    'must be a list of texts',
  ],
  [
    'a sector twice',
    cluster({ sectors: ['NACE_REV2:62', 'NACE_REV2:62'] }),
    'sectors',
    'has the same text twice',
  ],
  [
    'an audience that is not a list',
    but('events', { audience: 'all' }),
    'audience',
    'must be a list of texts',
  ],
  [
    'challenges that are not a list',
    initiative({ challenges: 'FINANCE' }),
    'challenges',
    'must be a list',
  ],
  [
    'an unknown challenge',
    initiative({ challenges: ['RAIN'] }),
    'challenges',
    'must be a list of any of AWARENESS',
  ],
  [
    'an identifier of no register',
    cluster({ identifiers: [{ scheme: 'APR', value: '1' }] }),
    'identifiers.0.scheme',
    'must be a list code of org-id.guide',
  ],
  [
    'an identifier that is a number',
    cluster({ identifiers: [{ scheme: 'RS-APR', value: 6115403 }] }),
    'identifiers.0.value',
    'must be a text in quotes',
  ],
  ['a latitude out of range', cluster({ latitude: 95, longitude: 20 }), 'latitude', 'latitude'],
  ['a country by its name', cluster({ country: 'Serbia' }), 'country', 'must be two letters'],
  [
    'an invalid address',
    cluster({ website: 'www.example.org' }),
    'website',
    'must be a full address',
  ],
  [
    'a language by its name',
    but('announcements', { language: 'English' }),
    'language',
    'must be an ISO 639 code',
  ],
  [
    'an offer in no direction',
    but('cooperation-offers', { direction: 'BOTH' }),
    'direction',
    'must be one of OFFERS, NEEDS',
  ],
  [
    'a number without quotes',
    claim({ number: 30000 }),
    'number',
    'must be a decimal number in quotes',
  ],
  ['a number below zero', claim({ number: '-1' }), 'number', 'must be a decimal number'],
  [
    'a time without its offset',
    but('events', { startsAt: '2015-12-22T14:00:00' }),
    'startsAt',
    'must be a time with its offset',
  ],
  [
    'a time that is only a day',
    but('events', { endsAt: '2015-12-22' }),
    'endsAt',
    'must be a time with its offset',
  ],
  [
    'a time that does not exist',
    but('events', { startsAt: '2015-02-29T25:00:00Z' }),
    'startsAt',
    'must be a time with its offset',
  ],
  [
    'a time zone that does not exist',
    but('events', { timeZone: 'Europe/Nis' }),
    'timeZone',
    'must be an IANA time zone',
  ],
];

const BETWEEN_FIELDS: readonly Case[] = [
  [
    'an end before the start',
    but('memberships', { since: '2015-06', until: '2015-05-31', status: 'ENDED' }),
    'until',
    `is before 'since' (2015-06)`,
  ],
  [
    'an end date without the status ENDED',
    but('memberships', { until: '2016' }),
    'status',
    'must be ENDED',
  ],
  [
    'a membership in itself',
    member('union', 'union'),
    'member',
    'must not be the same as the group',
  ],
  [
    'a participant that left before it came',
    joining({ since: '2013', until: '2012', status: 'ENDED' }),
    'participants.0.until',
    `is before 'since' (2013)`,
  ],
  [
    'an initiative that ends before it starts',
    initiative({ startedOn: '2013', endedOn: '2012-12' }),
    'endedOn',
    `is before 'startedOn' (2013)`,
  ],
  [
    'a stage of a project',
    initiative({ stage: 'SEEKING' }),
    'stage',
    'is only for the kind NEW_CLUSTER',
  ],
  [
    'an event that ends before it starts',
    but('events', { endsAt: '2015-12-22T13:00:00Z' }),
    'endsAt',
    `must be after 'startsAt'`,
  ],
  [
    'a case that closes before it opens',
    but('advocacy-cases', { openedOn: '2013', closedOn: '2012', status: 'FAILED' }),
    'closedOn',
    `is before 'openedOn' (2013)`,
  ],
  [
    'a case that is open and closed',
    but('advocacy-cases', { closedOn: '2012' }),
    'status',
    'must not be OPEN',
  ],
  [
    'a label that ends before it is awarded',
    cluster({ labels: [{ level: 'GOLD', awardedOn: '2013', validUntil: '2012' }] }),
    'labels.0.validUntil',
    `is before 'awardedOn' (2013)`,
  ],
  [
    'a label of a company',
    company({ labels: [{ level: 'GOLD' }] }),
    'labels',
    'is only for the type Cluster',
  ],
  ['a stage of a company', company({ stage: 'SEEKING' }), 'stage', 'is only for the type Cluster'],
  [
    'a size of a cluster',
    cluster({ sizeClass: 'SMALL' }),
    'sizeClass',
    'is only for the type Company',
  ],
  [
    'a category of a cluster',
    cluster({ category: 'EU' }),
    'category',
    'the type Cluster has no categories',
  ],
  [
    'a category of another kind',
    donor({ category: 'ACADEMIA' }),
    'category',
    'must be one of BILATERAL',
  ],
  [
    'a latitude without a longitude',
    cluster({ latitude: 45 }),
    'latitude',
    'requires a longitude; give both or neither',
  ],
  [
    'a region whose level is not that of its code',
    region({ code: 'RS11', level: 3, parent: 'RS1' }),
    'level',
    'RS11 has level 2',
  ],
  [
    'a region in one that its code is not in',
    region({ code: 'RS11', level: 2, parent: 'RS' }),
    'parent',
    'RS11 has the parent RS1',
  ],
  [
    'a region without its parent',
    region({ code: 'RS11', level: 2 }),
    'parent',
    'RS11 has the parent RS1',
  ],
  [
    'a country in another',
    region({ code: 'HU', level: 0, parent: 'RS' }),
    'parent',
    'it is a country',
  ],
  [
    'a claim with a number and a date',
    claim({ number: '1', date: '2013' }),
    'number',
    `MEMBERS requires a 'number' and no 'date'`,
  ],
  ['a claim with neither', claim({}), 'number', `MEMBERS requires a 'number' and no 'date'`],
  [
    'a date stated by a number',
    claim({ indicator: 'FOUNDED_ON', number: '2013' }),
    'date',
    `FOUNDED_ON requires a 'date' and no 'number'`,
  ],
  [
    'a claim about both an organization and an initiative',
    claim({ initiative: 'initiative', number: '1' }),
    'organization',
    `give exactly one of 'organization' and 'initiative'`,
  ],
  [
    'a claim about neither an organization nor an initiative',
    claim({ organization: undefined, number: '1' }),
    'organization',
    `give exactly one of 'organization' and 'initiative'`,
  ],
  [
    'an amount without a currency',
    claim({ indicator: 'EXPORTS', number: '1' }),
    'currency',
    'EXPORTS requires a currency',
  ],
  [
    'a count with a currency',
    claim({ number: '1', currency: 'EUR' }),
    'currency',
    'MEMBERS must not have a currency',
  ],
];

const BETWEEN_RECORDS: readonly Case[] = [
  [
    'a membership in a company',
    member('cluster', 'company'),
    'group',
    'has the type Company; expected Cluster or Association',
  ],
  [
    'a seat in a company',
    but('seats', { organization: 'company' }),
    'organization',
    'has the type Company; expected',
  ],
  [
    'a case addressed to a company',
    but('advocacy-cases', { target: 'company' }),
    'target',
    'has the type Company; expected Institution',
  ],
  [
    'another type than the stored one',
    company({ slug: 'cluster' }),
    'type',
    'is different from the stored type, Cluster',
  ],
];

/** What refers to nothing, where it stands and what should be there. */
const UNKNOWN: readonly (readonly [DataSetFiles, string, string])[] = [
  [but('memberships', { source: 'none' }), 'source', 'Source'],
  [member('nobody', 'union'), 'member', 'Organization'],
  [member('cluster', 'nobody'), 'group', 'Organization'],
  [partners('cluster', 'nobody'), 'parties.1.organization', 'Organization'],
  [but('seats', { person: 'nobody' }), 'person', 'Person'],
  [but('seats', { nominatedBy: 'nobody' }), 'nominatedBy', 'Organization'],
  [cluster({ region: 'RS9' }), 'region', 'Region'],
  [cluster({ sectors: ['NACE_REV2:62', 'NACE_REV2:99'] }), 'sectors.1', 'Sector'],
  [cluster({ sectors: ['62'] }), 'sectors.0', 'Sector'],
  [
    cluster({ otherNames: [{ text: 'N', kind: 'ALIAS', source: 'no' }] }),
    'otherNames.0.source',
    'Source',
  ],
  [
    cluster({ identifiers: [{ scheme: 'RS-APR', value: '1', source: 'no' }] }),
    'identifiers.0.source',
    'Source',
  ],
  [cluster({ labels: [{ level: 'GOLD', source: 'no' }] }), 'labels.0.source', 'Source'],
  [but('events', { organizers: ['union', 'nobody'] }), 'organizers.1', 'Organization'],
  [but('events', { region: 'RS9' }), 'region', 'Region'],
  [but('advocacy-cases', { target: 'nobody' }), 'target', 'Organization'],
  [but('advocacy-cases', { beneficiaries: ['nobody'] }), 'beneficiaries.0', 'Organization'],
  [but('advocacy-cases', { representative: 'nobody' }), 'representative', 'Person'],
  [but('announcements', { author: 'nobody' }), 'author', 'Organization'],
  [
    but('announcements', { quotes: [{ person: 'nobody', text: 'A.' }] }),
    'quotes.0.person',
    'Person',
  ],
  [but('cooperation-offers', { organization: 'nobody' }), 'organization', 'Organization'],
  [joining({ organization: 'nobody' }), 'participants.0.organization', 'Organization'],
  [joining({ source: 'no' }), 'participants.0.source', 'Source'],
  [initiative({ regions: ['RS1', 'RS12'] }), 'regions.1', 'Region'],
  [claim({ organization: undefined, initiative: 'no', number: '1' }), 'initiative', 'Initiative'],
];

/** What stands at the place in the first record of the file. */
function valueAt(records: unknown, field: string): unknown {
  return field
    .split('.')
    .reduce<unknown>((value, step) => (value as Fields)[step], (records as readonly Fields[])[0]);
}

describe('a fault', () => {
  const unknown = UNKNOWN.map(([files, field, kind]): Case => [
    `a ${field} that is not known`,
    files,
    field,
    `is not a known ${kind} in this data set or the database`,
  ]);

  test.each([...OF_ONE_RECORD, ...BETWEEN_FIELDS, ...BETWEEN_RECORDS, ...unknown])(
    'such as %s is reported once, with its place, value and reason',
    async (_what, files, field, reason) => {
      const [[name, records]] = Object.entries(files) as [[string, unknown]];

      const faults = await faultsOf(platform.database, dataSetFolder(files));

      expect(faults).toEqual([
        {
          file: `${name}.yaml`,
          line: expect.any(Number),
          field,
          value: valueAt(records, field),
          reason: expect.stringContaining(reason),
        },
      ]);
    },
  );

  test('in the parent of a sector is reported with the missing key', async () => {
    const sector = {
      scheme: 'NACE_REV2',
      code: '63.1',
      title: 'New',
      parent: '63',
      source: 'a-source',
    };
    expect(await faultsOf(platform.database, dataSetFolder({ sectors: [sector] }))).toEqual([
      expect.objectContaining({ field: 'parent', value: 'NACE_REV2:63' }),
    ]);
  });

  test('in an identifier is reported with the organization that has it', async () => {
    const files = cluster({ identifiers: [{ scheme: 'RS-APR', value: '06115403' }] });
    expect(await faultsOf(platform.database, dataSetFolder(files))).toEqual([
      expect.objectContaining({
        field: 'identifiers.0',
        value: 'RS-APR 06115403',
        reason: 'is the identifier of another organization, cluster',
      }),
    ]);
  });

  const twice = <Value>(one: Value, other: Value) => [one, other];
  test.each<[string, DataSetFiles, string]>([
    ['sources', { sources: twice(record.source('new'), record.source('new')) }, ''],
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
      '',
    ],
    [
      'memberships',
      {
        memberships: twice(
          record.membership('company', 'union'),
          record.membership('company', 'union', { class: 'HONORARY' }),
        ),
      },
      'member',
    ],
    [
      'seats',
      {
        seats: twice(
          record.seat('person', 'cluster', { body: 'Board' }),
          record.seat('person', 'cluster'),
        ),
      },
      'person',
    ],
    [
      'claims',
      {
        claims: ['AT_LEAST', 'EXACT'].map((qualifier) =>
          record.claim({ organization: 'cluster', indicator: 'MEMBERS', number: '1', qualifier }),
        ),
      },
      'indicator',
    ],
    [
      'the names of an organisation',
      cluster({ otherNames: ['ALIAS', 'ACRONYM'].map((kind) => ({ text: 'N', kind })) }),
      'otherNames.1.text',
    ],
    [
      'the identifiers of an organisation',
      cluster({
        identifiers: twice({ scheme: 'RS-PIB', value: '1' }, { scheme: 'RS-PIB', value: '1' }),
      }),
      'identifiers.1',
    ],
    [
      'the labels of a cluster',
      cluster({ labels: twice({ level: 'GOLD' }, { level: 'GOLD', validUntil: '2020' }) }),
      'labels.1.level',
    ],
    [
      'participants in a role',
      initiative({
        participants: ['CURRENT', 'UNKNOWN'].map((status) => ({
          organization: 'cluster',
          role: 'LEAD',
          status,
        })),
      }),
      'participants.1.organization',
    ],
  ])('in a duplicate among %s is reported for the second record', async (_what, files, field) => {
    const faults = await faultsOf(platform.database, dataSetFolder(files));

    expect(faults).toEqual([
      expect.objectContaining({ field, reason: expect.stringContaining('is a duplicate') }),
    ]);
    expect(faults[0]?.line).toBeGreaterThan(1);
  });
});
