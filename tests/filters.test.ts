import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isInputObjectType } from 'graphql';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { dataSetFolder, record, removeDataSetFolders } from './support/data-set-folder.js';
import { schema } from './support/schema.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** What the founding data has none of, or all of the same: so that every filter leaves something out. */
const MORE = {
  sources: [record.source('a-source', { confidence: 'LEAD', publisher: 'Somebody' })],
  organizations: [
    record.organization('Cluster', 'new-cluster', {
      name: 'Новосадски кластер',
      stage: 'SEEKING',
      sectors: ['NACE_REV2:25.62'],
      region: 'RS123',
    }),
    record.organization('Cluster', 'old-cluster', { stage: 'ESTABLISHED', status: 'DISSOLVED' }),
    record.organization('Company', 'programmer', { sectors: ['NACE_REV2:62.01'], country: 'HU' }),
  ],
  memberships: [
    record.membership('programmer', 'new-cluster', {
      class: 'HONORARY',
      until: '2020',
      status: 'ENDED',
    }),
  ],
  persons: [record.person('somebody')],
  seats: [record.seat('somebody', 'new-cluster')],
  events: [
    {
      slug: 'fair',
      title: 'Fair',
      startsAt: '2024-05-06T09:30:00+02:00',
      timeZone: 'Europe/Belgrade',
      region: 'RS123',
      audience: [],
      organizers: ['new-cluster'],
      source: 'a-source',
    },
  ],
  'advocacy-cases': [
    {
      slug: 'a-law',
      title: 'A law',
      level: 'NATIONAL',
      status: 'OPEN',
      beneficiaries: ['scan'],
      source: 'a-source',
    },
  ],
  announcements: [
    {
      slug: 'vest',
      title: 'Vest',
      body: 'Vest.',
      language: 'sr',
      author: 'scan',
      source: 'a-source',
    },
  ],
  'cooperation-offers': [
    record.offer('programs', 'programmer', {
      sectors: ['NACE_REV2:62.01'],
      until: '2020',
      status: 'ENDED',
    }),
  ],
  'grant-programmes': [
    record.programme('small-calls', {
      funder: 'programmer',
      openedOn: '2015',
      closedOn: '2016-01',
      status: 'PLANNED',
    }),
  ],
  grants: [
    record.grant('small', {
      funder: 'programmer',
      transactions: [
        { kind: 'COMMITMENT', value: '5', valueDate: '2016-01-31' },
        { kind: 'DISBURSEMENT', value: '5', valueDate: '2016-02-01' },
      ],
    }),
  ],
  initiatives: [
    record.initiative('the-making', {
      kind: 'NEW_CLUSTER',
      stage: 'SEEKING',
      challenges: ['AWARENESS', 'SKILLS'],
      sectors: ['NACE_REV2:25.62'],
      regions: ['RS123'],
      startedOn: '2013-06',
      endedOn: '2016',
    }),
  ],
};

/** A list to be filtered, and the rest of the statement that selects the same, beside its condition. */
const LISTS = {
  OrganizationFilter: ['organizations', 'organization t'],
  MembershipFilter: ['memberships', 'membership t'],
  PartnershipFilter: ['partnerships', 'partnership t'],
  PartnerFilter: [
    'cluster(slug: "voict") partners',
    `(SELECT DISTINCT o.id, o.type FROM partnership_party mine
      JOIN partnership_party other ON other.partnership_id = mine.partnership_id AND other.organization_id <> mine.organization_id
      JOIN organization o ON o.id = other.organization_id
      WHERE mine.organization_id = (SELECT id FROM organization WHERE slug = 'voict')) t`,
  ],
  ParticipationFilter: ['initiativeParticipations', 'initiative_participation t'],
  SeatFilter: ['seats', 'seat t'],
  EventFilter: ['events', 'event t'],
  AdvocacyCaseFilter: ['advocacyCases', 'advocacy_case t'],
  AnnouncementFilter: ['announcements', 'announcement t'],
  CooperationOfferFilter: ['cooperationOffers', 'cooperation_offer t'],
  InitiativeFilter: ['initiatives', 'initiative t'],
  ClaimFilter: ['claims', 'claim t'],
  SourceFilter: ['sources', 'source t'],
  SectorFilter: ['sectors', 'sector t'],
  RegionFilter: ['regions', 'region t'],
  GrantProgrammeFilter: ['grantProgrammes', 'grant_programme t'],
  TransactionFilter: ['transactions', 'grant_transaction t'],
  SearchFilter: [
    'search(query: "cluster")',
    "(SELECT id, node_type FROM search_network('cluster')) t",
  ],
} as const;
type FilterName = keyof typeof LISTS;

/** Of a NACE sector and all below it, by the code alone: the founding data has no other taxonomy there. */
const inSector = (table: string, id: string, code: string) =>
  `EXISTS (SELECT FROM ${table} l JOIN sector s ON s.id = l.sector_id
    WHERE l.${id} = t.id AND s.scheme = 'NACE_REV2' AND s.code LIKE '${code}%')`;
const inRegion = (code: string) =>
  `EXISTS (SELECT FROM region r WHERE r.id = t.region_id AND r.code LIKE '${code}%')`;

/** Every field of every filter, with a value and the condition in SQL that means the same. */
const FIELDS: Readonly<
  Record<FilterName, Readonly<Record<string, readonly (readonly [unknown, string])[]>>>
> = {
  OrganizationFilter: {
    type: [
      [['CLUSTER'], `t.type = 'Cluster'`],
      [['DONOR', 'PARTNER'], `t.type IN ('Donor', 'Partner')`],
    ],
    status: [[['UNKNOWN', 'DISSOLVED'], `t.status IN ('UNKNOWN', 'DISSOLVED')`]],
    country: [[['CZ', 'HU', 'NO'], `t.country IN ('CZ', 'HU', 'NO')`]],
    region: [
      [['RS12'], inRegion('RS12')],
      [['RS218', 'RS225'], `(${inRegion('RS218')} OR ${inRegion('RS225')})`],
      [['RS'], 't.region_id IS NOT NULL'],
    ],
    sector: [
      [['NACE_REV2:62'], inSector('organization_sector', 'organization_id', '62')],
      [['NACE_REV2:62.01'], `t.slug = 'programmer'`],
      [
        ['NACE_REV2:24', 'NACE_REV2:25'],
        `(${inSector('organization_sector', 'organization_id', '24')} OR ${inSector('organization_sector', 'organization_id', '25')})`,
      ],
      [['EU_ECOSYSTEM:textiles'], `t.slug = 'facts'`],
    ],
    stage: [[['SEEKING'], `t.slug = 'new-cluster'`]],
    memberOf: [
      [
        ['scan'],
        `t.slug IN ('voict', 'ac-serbia', 'ict-network', 'vmc', 'facts', 'nicat', 'ict-cs')`,
      ],
      [['new-cluster'], `t.slug = 'programmer'`],
    ],
    slug: [[['voict', 'vmc'], `t.slug IN ('voict', 'vmc')`]],
    nameContains: [
      [
        'NIŠ',
        `EXISTS (SELECT FROM (SELECT t.name AS text
           UNION ALL SELECT n.text FROM organization_name n WHERE n.organization_id = t.id) names
         WHERE lower(translate(text, 'Šš', 'Ss')) LIKE '%nis%')`,
      ],
      ['ojvođan', `t.slug = 'voict'`],
      ['novosadski', `t.slug = 'new-cluster'`],
    ],
  },
  MembershipFilter: {
    class: [[['FOUNDING', 'HONORARY'], `t.class IN ('FOUNDING', 'HONORARY')`]],
    status: [[['ENDED', 'UNKNOWN'], `t.status IN ('ENDED', 'UNKNOWN')`]],
    memberType: [
      [['COMPANY'], `t.member_id IN (SELECT id FROM organization WHERE type = 'Company')`],
    ],
    groupType: [
      [['ASSOCIATION'], `t.group_id IN (SELECT id FROM organization WHERE type = 'Association')`],
    ],
  },
  PartnershipFilter: {
    kind: [[['MEMORANDUM', 'SUPPORT'], `t.kind IN ('MEMORANDUM', 'SUPPORT')`]],
    status: [[['CURRENT'], `t.status = 'CURRENT'`]],
  },
  PartnerFilter: {
    kind: [
      [
        ['MEMORANDUM', 'CONSORTIUM'],
        `EXISTS (SELECT FROM partnership p JOIN partnership_party q ON q.partnership_id = p.id
          JOIN partnership_party v ON v.partnership_id = p.id
          WHERE q.organization_id = t.id AND p.kind IN ('MEMORANDUM', 'CONSORTIUM')
            AND v.organization_id = (SELECT id FROM organization WHERE slug = 'voict'))`,
      ],
    ],
    type: [[['CLUSTER', 'INSTITUTION'], `t.type IN ('Cluster', 'Institution')`]],
  },
  ParticipationFilter: {
    role: [[['LEAD', 'ASSOCIATED'], `t.role IN ('LEAD', 'ASSOCIATED')`]],
    status: [[['ENDED'], `t.status = 'ENDED'`]],
  },
  SeatFilter: {
    role: [[['CHAIRPERSON', 'MANAGER'], `t.role IN ('CHAIRPERSON', 'MANAGER')`]],
    status: [[['UNKNOWN'], `t.status = 'UNKNOWN'`]],
  },
  EventFilter: {
    startsFrom: [
      ['2015-12-22T13:00:00Z', 'true'],
      ['2015-12-22T14:00:01+01:00', `t.slug = 'fair'`],
    ],
    startsBefore: [
      ['2015-12-22T13:00:00Z', 'false'],
      ['2015-12-22T13:00:01Z', `t.slug = 'scan-launch'`],
    ],
    region: [[['RS12'], `t.slug = 'fair'`]],
  },
  AdvocacyCaseFilter: {
    status: [[['OPEN', 'FAILED'], `t.status = 'OPEN'`]],
    level: [[['NATIONAL'], `t.slug = 'a-law'`]],
  },
  AnnouncementFilter: { language: [[['sr', 'hu'], `t.slug = 'vest'`]] },
  CooperationOfferFilter: {
    direction: [
      ['NEEDS', `t.slug = 'nicat-certified-laboratories'`],
      ['OFFERS', `t.direction = 'OFFERS'`],
    ],
    status: [[['ENDED', 'UNKNOWN'], `t.slug = 'programs'`]],
    sector: [
      [['NACE_REV2:62'], `t.slug IN ('voict-it-education', 'programs')`],
      [['NACE_REV2:62.01'], `t.slug = 'programs'`],
    ],
  },
  InitiativeFilter: {
    kind: [[['SERVICE', 'NEW_CLUSTER'], `t.kind IN ('SERVICE', 'NEW_CLUSTER')`]],
    challenge: [[['FINANCE', 'SKILLS'], `t.slug IN ('voict-project-office', 'the-making')`]],
    runningOn: [
      ...['2008-01-01', '2013-05-31', '2013-06-01', '2016-12-31', '2017-01-01', '2026-07-02'].map(
        (day) =>
          [
            day,
            `rpad(coalesce(t.started_on, '0001'), 10, '-00') <= '${day}'
             AND left('${day}', length(coalesce(t.ended_on, '9999'))) <= coalesce(t.ended_on, '9999')`,
          ] as const,
      ),
    ],
    sector: [
      [['NACE_REV2:25'], `t.slug IN ('vojvodina-metal-cluster-project', 'the-making')`],
      [['NACE_REV2:25.62'], `t.slug = 'the-making'`],
    ],
    region: [
      [['RS12'], `t.slug IN ('vojvodina-metal-cluster-project', 'the-making')`],
      [['RS123'], `t.slug = 'the-making'`],
    ],
  },
  ClaimFilter: {
    indicator: [[['MEMBERS', 'EXPORTS'], `t.indicator IN ('MEMBERS', 'EXPORTS')`]],
    scope: [['MEMBERS_TOGETHER', `t.scope = 'MEMBERS_TOGETHER'`]],
    confidence: [
      [
        ['LEAD', 'SECONDARY'],
        `t.source_id IN (SELECT id FROM source WHERE confidence IN ('LEAD', 'SECONDARY'))`,
      ],
    ],
  },
  SourceFilter: {
    confidence: [[['LEAD'], `t.confidence = 'LEAD'`]],
    publisher: [[['WBC-RTI', 'Somebody'], `t.publisher IN ('WBC-RTI', 'Somebody')`]],
  },
  GrantProgrammeFilter: {
    status: [[['OPEN', 'PLANNED'], `t.status IN ('OPEN', 'PLANNED')`]],
    funder: [
      [
        ['usaid', 'programmer'],
        `t.funder_id IN (SELECT id FROM organization WHERE slug IN ('usaid', 'programmer'))`,
      ],
    ],
    openOn: [
      [
        '2016-06-15',
        `coalesce(t.opened_on, '0001') <= '2016-06-15' AND coalesce(t.closed_on, '9999') >= '2016' AND coalesce(t.closed_on, '9999') NOT IN ('2016-01', '2016-02')`,
      ],
    ],
  },
  TransactionFilter: {
    kind: [[['COMMITMENT'], `t.kind = 'COMMITMENT'`]],
    valuedFrom: [['2016-02-01', `t.value_date >= '2016-02-01'`]],
    valuedBefore: [['2016-02-01', `t.value_date < '2016-02-01'`]],
  },
  SectorFilter: {
    scheme: [[['EU_ECOSYSTEM', 'DAC'], `t.scheme IN ('EU_ECOSYSTEM', 'DAC')`]],
    isTop: [
      [true, 't.parent_id IS NULL'],
      [false, 't.parent_id IS NOT NULL'],
    ],
  },
  RegionFilter: { level: [[[0, 2], 't.level IN (0, 2)']] },
  SearchFilter: { type: [[['REGION', 'SOURCE', 'PERSON'], `t.node_type = 'SOURCE'`]] },
};

const cases = Object.entries(FIELDS).flatMap(([filter, fields]) =>
  Object.entries(fields).flatMap(([field, values]) =>
    values.map(([value, sql]) => [filter as FilterName, field, value, sql] as const),
  ),
);

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
  await loadDataSet(platform.database, dataSetFolder(MORE));
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

/** The ids of all that the filter leaves of its list, and that it says are there. */
async function selected(filter: FilterName, value: unknown): Promise<readonly string[]> {
  const [parent, list = ''] = /^(?:(\S.*\)) )?(\S.*)$/.exec(LISTS[filter][0])?.slice(1) ?? [];
  const [, name, args = ''] = /^(\w+)(?:\((.*)\))?$/.exec(list) ?? [];
  const asked = `list: ${name ?? ''}(first: 100, filter: $filter ${args}) { totalCount nodes { id } }`;
  const { data } = await platform.succeed(
    `query ($filter: ${filter}) { ${parent === undefined ? asked : `parent: ${parent} { ${asked} }`} }`,
    { filter: value },
  );
  const found = (data.parent ?? data).list;
  const ids: string[] = found.nodes.map(({ id }: { id: string }) => id);
  expect(found.totalCount).toBe(ids.length);
  return ids.sort();
}

async function meant(filter: FilterName, condition: string): Promise<readonly string[]> {
  const rows = await platform.database.read(
    `SELECT t.id FROM ${LISTS[filter][1]} WHERE ${condition}`,
    [],
  );
  return rows.map(({ id }) => id as string).sort();
}

/** Those of grants and rates are in grants.test.ts and funding.test.ts, those of the partnership graph in network.test.ts. */
const ELSEWHERE = /^(Grant|Amount|ExchangeRate|OrganizationInGrant|Network)Filter$|ChoiceFilter$/;

describe('a filter', () => {
  test('is tried here, whichever it is, by each of its fields', () => {
    const fields = Object.values(schema.getTypeMap())
      .filter(isInputObjectType)
      .filter(({ name }) => name.endsWith('Filter') && !ELSEWHERE.test(name))
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
    const tried = new Set(cases.map(([filter, field]) => `${filter}.${field}`));

    expect(fields.length).toBeGreaterThan(30);
    expect(fields.filter((field) => !tried.has(field))).toEqual([]);
  });

  test.each(cases)('%s by %s %j selects what is meant', async (filter, field, value, sql) => {
    const expected = await meant(filter, sql);

    expect(await selected(filter, { [field]: value })).toEqual(expected);
  });

  test.each(Object.entries(FIELDS))(
    '%s leaves something out and something in, by each field',
    async (name, fields) => {
      const filter = name as FilterName;
      const whole = await selected(filter, {});
      for (const [field, values] of Object.entries(fields)) {
        const counts = await Promise.all(
          values.map(async ([value]) => (await selected(filter, { [field]: value })).length),
        );
        expect([field, Math.max(...counts) > 0]).toEqual([field, true]);
        expect([field, Math.min(...counts) < whole.length]).toEqual([field, true]);
      }
    },
  );

  test.each(Object.entries(FIELDS))(
    '%s with two fields selects what meets both',
    async (name, fields) => {
      const filter = name as FilterName;
      const values = Object.entries(fields).map(([field, [first]]) => [field, first?.[0]] as const);
      for (const [field, value] of values) {
        for (const [other, otherValue] of values.filter(([each]) => each > field)) {
          const one = await selected(filter, { [field]: value });
          const two = await selected(filter, { [other]: otherValue });

          expect([
            field,
            other,
            await selected(filter, { [field]: value, [other]: otherValue }),
          ]).toEqual([field, other, one.filter((id) => two.includes(id))]);
        }
      }
    },
  );

  test('that is empty, null or has nulls for fields selects everything', async () => {
    const whole = await meant('OrganizationFilter', 'true');
    for (const filter of [undefined, null, {}, { type: null, region: null }]) {
      expect(await selected('OrganizationFilter', filter)).toEqual(whole);
    }
  });

  test.each<[FilterName, string, unknown]>([
    ['OrganizationFilter', 'type', []],
    ['OrganizationFilter', 'country', ['XX']],
    ['OrganizationFilter', 'region', ['RS99']],
    ['OrganizationFilter', 'sector', ['NACE_REV2:6']],
    ['OrganizationFilter', 'sector', ['NACE_REV2_1:62']],
    ['OrganizationFilter', 'memberOf', ['nobody']],
    ['OrganizationFilter', 'slug', ['VOICT', '']],
    ['OrganizationFilter', 'nameContains', 'xyzzy'],
    ['OrganizationFilter', 'nameContains', 'v_ict'],
    ['OrganizationFilter', 'nameContains', ' – %!'],
    ['OrganizationFilter', 'nameContains', ''],
    ['InitiativeFilter', 'region', ['XX', 'RS99']],
    ['InitiativeFilter', 'sector', ['NACE_REV2:2']],
    ['EventFilter', 'region', ['XX']],
    ['CooperationOfferFilter', 'sector', ['DAC:62.01']],
    ['AnnouncementFilter', 'language', ['xx']],
    ['SourceFilter', 'publisher', ['nobody']],
    ['RegionFilter', 'level', [4, -1]],
  ])('%s by %s %j, that nothing has, selects nothing', async (filter, field, value) => {
    expect(await selected(filter, { [field]: value })).toEqual([]);
  });

  test.each<[FilterName, string, string[], number, string]>([
    ['OrganizationFilter', 'country', ['RS', 'rs'], 1, 'two capital letters, such as RS'],
    ['OrganizationFilter', 'region', ['RS-12'], 0, 'no region of NUTS'],
    ['OrganizationFilter', 'region', ['RS', 'R', ''], 1, 'no region of NUTS'],
    ['OrganizationFilter', 'sector', ['62'], 0, 'SCHEME:code, such as NACE_REV2:62'],
    ['OrganizationFilter', 'sector', [''], 0, 'SCHEME:code'],
    ['InitiativeFilter', 'region', ['Vojvodina'], 0, 'no region of NUTS'],
    ['InitiativeFilter', 'sector', ['NACE_REV2:'], 0, 'SCHEME:code'],
    ['EventFilter', 'region', [''], 0, 'no region of NUTS'],
    ['CooperationOfferFilter', 'sector', ['NACE:62.01'], 0, 'EU_ECOSYSTEM'],
  ])('%s by %s %j, that cannot be meant, is refused', async (filter, field, value, at, message) => {
    const { errors } = await platform.ask<unknown>(
      `query ($filter: ${filter}) { ${LISTS[filter][0]}(filter: $filter) { nodes { id } } }`,
      { filter: { [field]: value } },
    );

    expect(errors?.[0]?.message).toContain(message);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      inputPath: ['filter', field, at],
    });
  });

  test.each([
    ['{ network(filter: { sector: ["62"] }) { graph { __typename } } }', 'sector'],
    ['{ exchangeRates(filter: { currency: ["euro"] }) { totalCount } }', 'currency'],
  ])('that cannot be meant is refused: %s', async (operation, field) => {
    const { errors } = await platform.ask<unknown>(operation);

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      inputPath: ['filter', field, 0],
    });
  });

  test('of an enumeration refuses what it does not have', async () => {
    const { errors } = await platform.ask<unknown>(
      'query ($filter: OrganizationFilter) { organizations(filter: $filter) { nodes { id } } }',
      { filter: { type: ['CLUB'] } },
    );

    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

describe('a filter of what belongs to a node', () => {
  test.each([
    ['region(code: "RS")', 'organizations', 'OrganizationFilter', { type: ['CLUSTER'] }],
    [
      'sector(scheme: NACE_REV2, code: "62")',
      'organizations',
      'OrganizationFilter',
      { region: ['RS12'] },
    ],
    ['cluster(slug: "facts")', 'members', 'MembershipFilter', { memberType: ['INSTITUTION'] }],
    ['cluster(slug: "voict")', 'memberships', 'MembershipFilter', { status: ['UNKNOWN'] }],
    ['cluster(slug: "facts")', 'partnerships', 'PartnershipFilter', { kind: ['SUPPORT'] }],
    ['cluster(slug: "vmc")', 'claims', 'ClaimFilter', { indicator: ['MEMBERS'] }],
    ['cluster(slug: "vmc")', 'sources', 'SourceFilter', { confidence: ['OFFICIAL'] }],
    ['person(slug: "zoran-pekez")', 'seats', 'SeatFilter', { role: ['MANAGER'] }],
    ['initiative(slug: "sok")', 'participants', 'ParticipationFilter', { role: ['PARTNER'] }],
    ['cluster(slug: "facts")', 'sectors', 'SectorFilter', { scheme: ['NACE_REV2'] }],
  ])('%s %s by %s %j is some of it, as with all of it', async (parent, list, filter, value) => {
    const LIST = `{ edges { node { id } } nodes { __typename id } }`;
    const { data } = await platform.succeed(
      `query ($filter: ${filter}) { parent: ${parent} {
         whole: ${list}(first: 100) { totalCount nodes { id } }
         some: ${list}(first: 100, filter: $filter) { totalCount nodes { id } }
         edges: ${list}(first: 100, filter: $filter) ${LIST}
       } }`,
      { filter: value },
    );
    const { whole, some, edges } = data.parent;
    const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id);

    expect(some.totalCount).toBe(some.nodes.length);
    expect(some.totalCount).toBeGreaterThan(0);
    expect(some.totalCount).toBeLessThan(whole.totalCount);
    expect(ids(whole.nodes).filter((id) => ids(some.nodes).includes(id))).toEqual(ids(some.nodes));
    expect(edges.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(
      ids(some.nodes),
    );
  });
});
