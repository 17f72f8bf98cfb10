import { Claim } from '../../entities/knowledge/claim.entity.js';
import { GrantLocation, GrantSector } from '../../entities/funding/grant-purpose.entity.js';
import { GrantProgramme } from '../../entities/funding/grant-programme.entity.js';
import { GrantIntermediary, GrantShare } from '../../entities/funding/grant-share.entity.js';
import { Grant } from '../../entities/funding/grant.entity.js';
import { Membership } from '../../entities/network/membership.entity.js';
import { OrganizationName } from '../../entities/network/organization-name.entity.js';
import { InitiativeSector } from '../../entities/network/initiative.entity.js';
import { Budget } from '../../entities/funding/budget.entity.js';
import { Transaction } from '../../entities/funding/transaction.entity.js';
import { storeRows } from '../../src/data-set/store.js';
import type { Database } from '../../src/database/database.js';
import { idOfKey } from '../../src/domain/ids.js';
import { storeFunding } from './funding.js';

const organization = (slug: string) => idOfKey('Organization', slug);
const sector = (key: string) => idOfKey('Sector', key);
const sourceId = idOfKey('Source', 'open');
const initiativeId = idOfKey('Initiative', 'planned');
const programmeId = idOfKey('GrantProgramme', 'second-call');
const grantId = (name: string) => idOfKey('Grant', `full ${name}`);

const PROGRAMME: Partial<GrantProgramme> = {
  id: programmeId,
  slug: 'second-call',
  title: 'The call', // as another is called
  code: 'C/2 & more',
  description: 'For "all"\nof it.',
  website: 'https://call.example/?a=1&b=2',
  funderId: organization('agency'), // not who gives the grants
  managerId: organization('ict'),
  openedOn: '2014',
  closedOn: '2016-02',
  budget: '12345678901234567.89',
  currency: 'RSD',
  status: 'CLOSED',
  sourceId,
  sourcePointer: '/programmes/1',
};

const GRANT: Partial<Grant> = {
  scheme: 'SCAN',
  title: 'With all',
  description: 'For all of it.',
  funderId: organization('donor'),
  programmeId,
  initiativeId,
  parentId: idOfKey('Grant', 'test dollar'),
  currency: 'USD',
  appliedFor: '20000',
  awarded: '15000.5',
  awardedOn: '2015-03-01',
  plannedStartOn: '2015-04-01',
  plannedEndOn: '2016-04-01',
  startedOn: '2015-05-01',
  endedOn: '2016-05-01',
  status: 'CANCELLED',
  regrant: 'MATCH',
  fromOpenCall: true,
  toIndividuals: true,
  isSecondaryReport: true,
  reporterId: organization('agency'),
  sourceId,
  sourcePointer: '/grants/1',
};

const LOCATION = {
  grantId: grantId('all'),
  rank: 1,
  name: 'Novi Sad & around',
  country: 'RS',
  regionId: idOfKey('Region', 'RS1'),
  latitude: 45.25,
  longitude: 19.0000001,
  percentage: '33.3',
} satisfies Omit<GrantLocation, 'grant' | 'region'>;

const TRANSACTION: Partial<Transaction> = {
  grantId: grantId('all'),
  kind: 'COMMITMENT',
  value: '15000.50',
  currency: 'USD',
  valueDate: '2015',
  quarter: 2,
  madeOn: '2015-05-02',
  providerId: organization('donor'),
  receiverId: organization('metal'),
  sectorId: sector('DAC:32130'),
  country: 'RS',
  regionId: idOfKey('Region', 'RS1'),
  place: 'The <north>',
  description: 'The <first> part',
  reference: 'T & 1',
  sourceId,
  sourcePointer: '/grants/1/1',
};

const PLAN: Partial<Budget> = {
  grantId: grantId('all'),
  kind: 'ORIGINAL',
  status: 'COMMITTED',
  startsOn: '2015-04',
  endsOn: '2016-02',
  value: '7000.25',
  currency: 'USD',
  valueDate: '2015',
  sourceId,
  sourcePointer: '/grants/1/budgets/1',
};

/** Beside grants of all sorts, those with everything that can be known of one, and the least. */
export async function storeFullGrants(database: Database): Promise<void> {
  await storeFunding(database);
  await database.dataSource.transaction(async (manager) => {
    await manager.query(
      `UPDATE initiative SET kind = 'NEW_CLUSTER', stage = 'SEEKING', description = 'What <it> is about',
         challenges = '{}', started_on = '2014-02', ended_on = '2017', results = 'Many', website = 'https://new.example',
         source_pointer = '/initiatives/2'
       WHERE slug = 'planned'`,
    );
    await manager.query(
      `UPDATE initiative_participation SET since = '2014-02', until = '2016', attested_on = '2015', status = 'ENDED', source_pointer = '/x'
       WHERE initiative_id = $1`,
      [initiativeId],
    );
    await storeRows(manager, GrantProgramme, [PROGRAMME]);
    const all: Partial<Grant> = { ...GRANT, id: grantId('all'), identifier: 'all / of it' };
    const least = Object.fromEntries(
      Object.entries(all).map(([name, value]) => [name, NEEDED.has(name) ? value : null]),
    );
    await storeRows(manager, Grant, [
      all,
      { ...least, ...NOT, id: grantId('least'), identifier: 'least', awardedOn: '2020-02-02' },
      {
        ...{ ...least, ...NOT, id: grantId('of another'), identifier: 'of another' },
        ...{ reporterId: organization('agency'), startedOn: '2020' },
      },
      { ...least, ...NOT, id: grantId('part'), identifier: 'part', initiativeId },
    ]);
    await storeRows(manager, GrantShare, [
      { grantId: grantId('all'), organizationId: organization('metal'), amount: '15000' },
    ]);
    await storeRows(manager, GrantIntermediary, [
      { grantId: grantId('all'), organizationId: organization('agency') },
    ]);
    await storeRows(manager, GrantSector, [
      { grantId: grantId('all'), sectorId: sector('NACE_REV2:25'), percentage: '12.5' },
    ]);
    await storeRows(manager, InitiativeSector, [{ initiativeId, sectorId: sector('DAC:32130') }]);
    await storeRows(manager, GrantLocation, LOCATIONS);
    await storeRows(manager, Transaction, [
      { ...TRANSACTION, id: idOfKey('Transaction', 'full 1') },
      { ...TRANSACTION, id: idOfKey('Transaction', 'full 2'), kind: 'EXPENDITURE', value: '-0.01' },
    ]);
    await storeRows(manager, Budget, [
      { ...PLAN, id: idOfKey('Budget', 'full 1') },
      { ...PLAN, id: idOfKey('Budget', 'full 2'), kind: 'REVISED', valueDate: null },
    ]);
    await storeRows(manager, Claim, [BUDGET]);
    await storeRows(manager, OrganizationName, [
      {
        organizationId: organization('agency'),
        text: 'Агенција',
        kind: 'ALIAS',
        language: 'sr',
        script: 'Cyrl',
        sourceId,
      },
    ]);
    await storeRows(manager, Membership, [
      {
        id: idOfKey('Membership', 'full'),
        sourceId,
        memberId: organization('metal'),
        groupId: organization('ict'),
        groupType: 'Cluster',
        class: 'REGULAR',
        since: '2014',
        attestedOn: '2016',
        status: 'UNKNOWN',
      },
    ]);
    await manager.query(`UPDATE organization SET parent_id = $1 WHERE id = $2`, [
      organization('donor'),
      organization('agency'),
    ]);
  });
}

const NEEDED: ReadonlySet<string> = new Set([
  'scheme',
  'title',
  'funderId',
  'currency',
  'sourceId',
]);
const NOT = { toIndividuals: false, isSecondaryReport: false } as const;

const BARE = {
  ...LOCATION,
  name: null,
  country: null,
  regionId: null,
  latitude: null,
  longitude: null,
  percentage: null,
};
const LOCATIONS: readonly Omit<GrantLocation, 'grant' | 'region'>[] = [
  LOCATION,
  { ...BARE, rank: 2, country: 'XK', percentage: '20' },
  { ...BARE, rank: 3, country: 'RS', name: 'South of Serbia', percentage: '10' },
  { ...BARE, rank: 4, country: 'RS' },
  { ...BARE, rank: 5, regionId: idOfKey('Region', 'RS1') },
  { ...BARE, rank: 6, name: 'The Danube' },
  { ...BARE, rank: 7, country: 'RS', regionId: idOfKey('Region', 'RS') },
  // alike, and yet two
  { ...BARE, rank: 8, name: 'The Danube' },
  { ...BARE, rank: 9, latitude: -0.0000001, longitude: 0 },
  { ...BARE, grantId: grantId('least'), rank: 1, country: 'RS', name: 'South of Serbia' },
];

const BUDGET: Partial<Claim> = {
  id: idOfKey('Claim', 'full budget'),
  initiativeId,
  organizationId: null,
  indicator: 'TOTAL_BUDGET',
  scope: 'ITSELF',
  qualifier: 'EXACT',
  number: '1000000.01',
  currency: 'EUR',
  date: null,
  asOf: null,
  note: 'As planned',
  sourceId,
  sourcePointer: null,
};
