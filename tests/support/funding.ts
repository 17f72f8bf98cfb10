import { GrantLocation, GrantSector } from '../../entities/funding/grant-purpose.entity.js';
import { GrantProgramme } from '../../entities/funding/grant-programme.entity.js';
import { GrantIntermediary, GrantShare } from '../../entities/funding/grant-share.entity.js';
import { Grant } from '../../entities/funding/grant.entity.js';
import { Transaction } from '../../entities/funding/transaction.entity.js';
import { loadDataSet } from '../../src/data-set/load-data-set.js';
import { storeRows } from '../../src/data-set/store.js';
import type { Database } from '../../src/database/database.js';
import { idOfKey } from '../../src/domain/ids.js';
import { dataSetFolder, record, removeDataSetFolders } from './data-set-folder.js';

export const CC_BY = 'https://creativecommons.org/licenses/by/4.0/';
/** What breaks a format that does not expect it. */
export const HOSTILE =
  '=HYPERLINK("http://evil";"x"),\r\n"quoted" <b>&amp;</b> ]]> -- 🎉 š\u0001\tend';
export const LONG = `${'long '.repeat(7000)}🎉`;

const NETWORK = {
  sources: [
    record.source('open', {
      licence: CC_BY,
      url: 'https://open.example/grants',
      retrievedOn: '2021-04-07',
    }),
    record.source('silent'),
    record.source('a-source'),
  ],
  regions: [
    { code: 'RS', level: 0, name: 'Srbija', source: 'a-source' },
    { code: 'RS1', level: 1, name: 'Srbija – sever', parent: 'RS', source: 'a-source' },
  ],
  sectors: [
    { scheme: 'DAC', code: '321', title: 'Industry', source: 'a-source' },
    { scheme: 'DAC', code: '32130', title: 'SME development', parent: '321', source: 'a-source' },
    { scheme: 'NACE_REV2', code: '25', title: 'Metal', source: 'a-source' },
  ],
  organizations: [
    record.organization('Donor', 'donor', {
      name: 'Donor',
      category: 'EU',
      identifiers: [{ scheme: 'XM-DAC', value: '7' }],
    }),
    record.organization('Institution', 'agency', { name: 'Agency' }),
    record.organization('Cluster', 'metal', {
      name: 'Metal',
      identifiers: [{ scheme: 'RS-APR', value: '06115403' }],
      sectors: ['NACE_REV2:25'],
    }),
    record.organization('Cluster', 'ict', { name: 'ICT', source: 'open' }),
  ],
  initiatives: [
    record.initiative('joint', {
      title: 'Joint & common',
      startedOn: '2013',
      endedOn: '2015-06',
      regions: ['RS1'],
      participants: [
        { organization: 'metal', role: 'LEAD', status: 'ENDED' },
        { organization: 'ict', role: 'BENEFICIARY', status: 'ENDED' },
      ],
    }),
    record.initiative('planned', {
      startedOn: '2999',
      participants: [{ organization: 'ict', role: 'PARTNER', status: 'CURRENT' }],
    }),
    record.initiative('lonely', { startedOn: '2014' }),
  ],
};

const organization = (slug: string) => idOfKey('Organization', slug);
const source = (slug: string) => idOfKey('Source', slug);
const grantId = (name: string) => idOfKey('Grant', `test ${name}`);

const grant = (name: string, fields: Partial<Grant>): Partial<Grant> => ({
  id: grantId(name),
  scheme: 'SCAN',
  identifier: name,
  title: name,
  description: null,
  funderId: organization('donor'),
  programmeId: null,
  initiativeId: null,
  parentId: null,
  currency: 'EUR',
  appliedFor: null,
  awarded: null,
  disbursed: null,
  awardedOn: null,
  plannedStartOn: null,
  plannedEndOn: null,
  startedOn: null,
  endedOn: null,
  status: null,
  regrant: null,
  fromOpenCall: null,
  toIndividuals: false,
  isSecondaryReport: false,
  reporterId: null,
  sourceId: source('open'),
  sourcePointer: null,
  ...fields,
});

const PUBLISHED: Partial<Grant> = {
  scheme: 'IATI',
  identifier: 'XM-DAC-7-P1',
  initiativeId: idOfKey('Initiative', 'joint'),
  status: 'IMPLEMENTATION',
  plannedStartOn: '2013-05-01',
  reporterId: organization('donor'),
};

const GRANTS = [
  grant('full', {
    scheme: 'THREE_SIXTY_GIVING',
    identifier: '360G-don-1',
    title: 'A full one',
    description: 'For all of it.',
    programmeId: idOfKey('GrantProgramme', 'call'),
    appliedFor: '20000',
    // more digits than a number of JavaScript has
    awarded: '12345678901234567.89',
    awardedOn: '2015-03-01',
    plannedStartOn: '2015',
    plannedEndOn: '2016-02',
    regrant: 'MATCH',
    fromOpenCall: true,
    sourcePointer: '/grants/0',
  }),
  grant('euro', { ...PUBLISHED, awardedOn: '2013-05-02' }),
  grant('dollar', { ...PUBLISHED, currency: 'USD', awardedOn: '2013-06-02' }),
  grant('hostile', {
    title: HOSTILE,
    description: LONG,
    awarded: '-100',
    awardedOn: '2015-03-02',
    parentId: grantId('full'),
    funderId: organization('metal'), // a recipient of the full one
    sourceId: source('silent'),
  }),
  grant('vague', { awarded: '5', awardedOn: '2015' }),
  grant('unnamed', { awarded: '7.50', awardedOn: '2015-01-02' }),
  grant('person', { awarded: '1', awardedOn: '2015-01-03', toIndividuals: true }),
  grant('empty', {}),
];

const transaction = (number: number, of: string, fields: Partial<Transaction>) => ({
  id: idOfKey('Transaction', `test ${String(number)}`),
  grantId: grantId(of),
  kind: 'COMMITMENT' as const,
  currency: 'EUR',
  valueDate: '2013-05-02',
  quarter: null,
  madeOn: '2013-05-02',
  providerId: null,
  receiverId: organization('metal'),
  sectorId: null,
  description: null,
  reference: null,
  sourceId: source('open'),
  sourcePointer: null,
  ...fields,
});

const TRANSACTIONS = [
  transaction(1, 'euro', { value: '1000.10', reference: 'T1' }),
  transaction(2, 'euro', {
    kind: 'DISBURSEMENT',
    value: '400',
    valueDate: '2014',
    quarter: 2,
    madeOn: null,
    description: 'First <part>',
    sectorId: idOfKey('Sector', 'DAC:32130'),
  }),
  transaction(3, 'euro', { kind: 'DISBURSEMENT', value: '-50.05', valueDate: '2014-12-31' }),
  transaction(4, 'dollar', { value: '70', currency: 'USD', madeOn: '2013-06-02' }),
];

/** What grants refer to beside organisations, as every graph has it. */
export async function storeTaxonomies(database: Database): Promise<void> {
  const { sources, regions, sectors } = NETWORK;
  await loadDataSet(database, dataSetFolder({ sources, regions, sectors }));
  removeDataSetFolders();
}

/** Grants of all sorts, small enough to be looked through. */
export async function storeFunding(database: Database): Promise<void> {
  await loadDataSet(database, dataSetFolder(NETWORK));
  removeDataSetFolders();
  await database.dataSource.transaction(async (manager) => {
    await storeRows(manager, GrantProgramme, [
      {
        id: idOfKey('GrantProgramme', 'call'),
        slug: 'call',
        title: 'The call',
        website: 'https://example.org/call?of=<us>&that="ć"', // as it may have come from elsewhere
        funderId: organization('donor'),
        status: 'CLOSED',
        sourceId: source('open'),
      },
    ]);
    await storeRows(manager, Grant, GRANTS);
    await storeRows(manager, GrantShare, [
      { grantId: grantId('full'), organizationId: organization('metal'), amount: '15000' },
      { grantId: grantId('full'), organizationId: organization('ict'), amount: null },
      { grantId: grantId('hostile'), organizationId: organization('ict'), amount: null },
      { grantId: grantId('vague'), organizationId: organization('ict'), amount: null },
      { grantId: grantId('euro'), organizationId: organization('metal'), amount: null },
      { grantId: grantId('dollar'), organizationId: organization('metal'), amount: null },
    ]);
    await storeRows(manager, GrantIntermediary, [
      { grantId: grantId('euro'), organizationId: organization('agency') },
    ]);
    await storeRows(manager, GrantSector, [
      { grantId: grantId('full'), sectorId: idOfKey('Sector', 'NACE_REV2:25'), percentage: null },
      { grantId: grantId('full'), sectorId: idOfKey('Sector', 'DAC:32130'), percentage: '60' },
    ]);
    const location = {
      grantId: grantId('full'),
      rank: 1,
      name: null,
      country: null,
      regionId: null,
      latitude: null,
      longitude: null,
      percentage: null,
    } satisfies Omit<GrantLocation, 'grant' | 'region'>;
    await storeRows(manager, GrantLocation, [
      { ...location, country: 'RS', regionId: idOfKey('Region', 'RS1') },
      { ...location, rank: 2, country: 'XK' },
      { ...location, rank: 3, name: 'Novi Sad', latitude: 45.25, longitude: 19.85 },
    ]);
    await storeRows(manager, Transaction, TRANSACTIONS);
  });
}
