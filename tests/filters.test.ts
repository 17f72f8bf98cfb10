import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isInputObjectType } from 'graphql';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { BEYOND_FOUNDING } from './support/beyond-founding.js';
import { dataSetFolder, record, removeDataSetFolders } from './support/data-set-folder.js';
import { FILTERS, type Filtered } from './support/filter-lists.js';
import {
  COMPARISONS,
  filtersOf,
  matches,
  operandsOf,
  type Entry,
} from './support/filter-meaning.js';
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

/** `organization` and `amount` of grants are tried in grants.test.ts, rates in funding.test.ts. */
const ELSEWHERE = new Set([
  'GrantFilter.organization',
  'GrantFilter.amount',
  'ExchangeRateFilter.currency',
]);
const COMBINED = new Set(['and', 'or', 'not']);

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
  for (const files of [BEYOND_FOUNDING, MORE]) {
    await loadDataSet(platform.database, dataSetFolder(files));
  }
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

interface List {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
interface Page {
  readonly data: { readonly list: List; readonly parent?: { readonly list: List } };
}

/** The ids of all that a filter leaves of its list; `totalCount` must be their number. */
async function selected(name: string, filter: unknown): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let page = await pageOf(name, filter, null); ;) {
    ids.push(...page.nodes.map(({ id }) => id));
    if (!page.pageInfo.hasNextPage) {
      expect(page.totalCount).toBe(ids.length);
      return ids.sort();
    }
    page = await pageOf(name, filter, page.pageInfo.endCursor);
  }
}

async function pageOf(name: string, filter: unknown, after: string | null): Promise<List> {
  const { list, parent, args } = FILTERS[name] as Filtered;
  const asked = `list: ${list}(first: 100, after: $after, filter: $filter ${args === 'DAC' ? '' : (args ?? '')}) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }`;
  const { data }: Page = await platform.succeed(
    `query ($filter: ${name}, $after: String) { ${parent === undefined ? asked : `parent: ${parent} { ${asked} }`} }`,
    {
      filter: args === 'DAC' ? { and: [{ scheme: { notIn: ['DAC'] } }, filter ?? {}] } : filter,
      after,
    },
  );
  return (data.parent ?? data).list;
}

async function entriesOf(name: string): Promise<readonly Entry[]> {
  const { rows, fields } = FILTERS[name] as Filtered;
  const columns = Object.entries(fields).map(([field, { values }]) => `${values} AS "${field}"`);
  return (await platform.database.read(
    `SELECT t.id, ${columns.join(', ')} FROM ${rows}`,
    [],
  )) as unknown as readonly Entry[];
}

const idsOf = (entries: readonly Entry[]) => entries.map(({ id }) => id).sort();

describe('a filter', () => {
  test('is tested here with every field', () => {
    const fields = Object.values(schema.getTypeMap())
      .filter(isInputObjectType)
      .filter((type) => 'and' in type.getFields())
      .flatMap((type) => Object.keys(type.getFields()).map((field) => [type.name, field] as const))
      .filter(([name, field]) => !COMBINED.has(field) && !ELSEWHERE.has(`${name}.${field}`));

    expect(fields.length).toBeGreaterThan(50);
    expect(fields.filter(([name, field]) => !(field in (FILTERS[name]?.fields ?? {})))).toEqual([]);
  });

  test.each(Object.keys(FILTERS))(
    '%s matches the right entries for each comparison of each field',
    async (name) => {
      const { fields } = FILTERS[name] as Filtered;
      const entries = await entriesOf(name);
      expect(await selected(name, {})).toEqual(idsOf(entries));
      for (const [field, dimension] of Object.entries(fields)) {
        const sizes = new Set<number>();
        for (const comparison of COMPARISONS[dimension.kind]) {
          const operands = [
            ...fc.sample(operandsOf(dimension.kind, entries, field), { numRuns: 3, seed: 1 }),
          ];
          const values =
            comparison === 'isNull'
              ? [true, false]
              : comparison === 'in' || comparison === 'notIn'
                ? [operands, []]
                : operands;
          for (const value of values) {
            const filter = { [field]: { [comparison]: value } };
            const expected = entries.filter((entry) => matches(entry, filter, fields));
            expect([filter, await selected(name, filter)]).toEqual([filter, idsOf(expected)]);
            sizes.add(expected.length);
          }
        }
        // Each field leaves something in and something out.
        expect([field, Math.max(...sizes) > 0]).toEqual([field, true]);
        expect([field, Math.min(...sizes) < entries.length]).toEqual([field, true]);
      }
    },
  );

  test.each(Object.keys(FILTERS))(
    '%s matches the right entries for any combination of conditions',
    async (name) => {
      const { fields } = FILTERS[name] as Filtered;
      const entries = await entriesOf(name);
      await fc.assert(
        fc.asyncProperty(filtersOf(name, entries), async (filter) => {
          const expected = entries.filter((entry) => matches(entry, filter, fields));
          expect(await selected(name, filter)).toEqual(idsOf(expected));
        }),
        { numRuns: 25 },
      );
    },
  );

  test('matches the same grants in a list, a facet, a total, a flow and an export', async () => {
    const { fields } = FILTERS.GrantFilter as Filtered;
    const entries = await entriesOf('GrantFilter');
    await fc.assert(
      fc.asyncProperty(filtersOf('GrantFilter', entries), async (filter) => {
        const counts = [
          'grants(filter: $filter, first: 0) { totalCount }',
          'grantFacets(filter: $filter) { grantCount }',
          'grantTotals(filter: $filter) { grantCount leftOut { grantCount } }',
        ];
        // One by one: together, a filter of many conditions would cost too much.
        const answers = await Promise.all(
          counts.map((field) =>
            platform.succeed(`query ($filter: GrantFilter) { ${field} }`, { filter }),
          ),
        );
        const data = Object.assign({}, ...answers.map((answer) => answer.data));
        const count = entries.filter((entry) => matches(entry, filter, fields)).length;
        const leftOut = data.grantTotals.leftOut.reduce(
          (sum: number, { grantCount }: { grantCount: number }) => sum + grantCount,
          0,
        );
        expect(data.grants.totalCount).toBe(count);
        expect(data.grantFacets.grantCount).toBe(count);
        expect(data.grantTotals.grantCount + leftOut).toBe(count);
        const text = encodeURIComponent(JSON.stringify(filter));
        const file = await fetch(`${platform.url}/export/grants.json?filter=${text}`);
        expect(((await file.json()) as { records: unknown[] }).records).toHaveLength(count);
      }),
      { numRuns: 25 },
    );
  });

  test('matches the same organizations in a list, a network and an export of the network', async () => {
    const { fields } = FILTERS.OrganizationFilter as Filtered;
    const entries = await entriesOf('OrganizationFilter');
    await fc.assert(
      fc.asyncProperty(filtersOf('OrganizationFilter', entries), async (filter) => {
        const { data } = await platform.succeed(
          'query ($filter: OrganizationFilter) { network(filter: $filter) { graph { nodeCount } } }',
          { filter },
        );
        const count = entries.filter((entry) => matches(entry, filter, fields)).length;
        expect(data.network.graph.nodeCount).toBe(count);
        const text = encodeURIComponent(JSON.stringify(filter));
        const file = await fetch(`${platform.url}/export/network.json?filter=${text}`);
        expect(((await file.json()) as { nodes: unknown[] }).nodes).toHaveLength(count);
      }),
      { numRuns: 15 },
    );
  });

  test('with `not` includes entries without a value', async () => {
    const unknown = await selected('GrantFilter', { awardedOn: { isNull: true } });
    const early = await selected('GrantFilter', { awardedOn: { lte: '2016-12-31' } });
    expect(unknown).not.toEqual([]);
    expect(early).not.toEqual([]);
    const found = await selected('GrantFilter', { not: { awardedOn: { gte: '2017-01-01' } } });
    expect(new Set(found)).toEqual(new Set([...early, ...unknown]));
  });

  test('that is empty or null, or contains only nulls and empty objects, matches everything', async () => {
    const whole = await selected('OrganizationFilter', {});
    for (const filter of [
      undefined,
      null,
      { type: null, region: null, and: null, or: null, not: null },
      { type: {}, region: { eq: null, in: null }, and: [] },
    ]) {
      expect(await selected('OrganizationFilter', filter)).toEqual(whole);
    }
    expect(await selected('OrganizationFilter', { or: [] })).toEqual([]);
    expect(await selected('OrganizationFilter', { not: {} })).toEqual([]);
  });

  test.each<[string, string, object]>([
    ['OrganizationFilter', 'country', { eq: 'XX' }],
    ['OrganizationFilter', 'region', { in: ['RS99'] }],
    ['OrganizationFilter', 'sector', { in: ['NACE_REV2:6'] }],
    ['OrganizationFilter', 'sector', { eq: 'NACE_REV2_1:62' }],
    ['OrganizationFilter', 'memberOf', { eq: 'nobody' }],
    ['OrganizationFilter', 'slug', { in: ['nobody'] }],
    ['OrganizationFilter', 'name', { contains: 'v_ict' }],
    ['OrganizationFilter', 'name', { contains: ' – %!' }],
    ['OrganizationFilter', 'name', { contains: '' }],
    ['InitiativeFilter', 'region', { in: ['XX', 'RS99'] }],
    ['AnnouncementFilter', 'language', { eq: 'xx' }],
    ['SourceFilter', 'publisher', { eq: 'nobody' }],
    ['RegionFilter', 'level', { in: [4, -1] }],
    ['GrantProgrammeFilter', 'funder', { eq: 'nobody' }],
  ])('%s.%s %j is well-formed but unknown, so it matches nothing', async (filter, field, value) => {
    expect(await selected(filter, { [field]: value })).toEqual([]);
  });

  test.each<[string, object, (string | number)[], string]>([
    [
      'OrganizationFilter',
      { country: { in: ['RS', 'rs'] } },
      ['country', 'in', 1],
      'two capital letters, such as RS',
    ],
    ['OrganizationFilter', { country: { eq: 'Serbia' } }, ['country', 'eq'], 'ISO 3166-1'],
    ['OrganizationFilter', { region: { in: ['RS-12'] } }, ['region', 'in', 0], 'a NUTS code'],
    ['OrganizationFilter', { region: { notIn: [''] } }, ['region', 'notIn', 0], 'a NUTS code'],
    [
      'OrganizationFilter',
      { sector: { eq: '62' } },
      ['sector', 'eq'],
      'SCHEME:code, such as NACE_REV2:62',
    ],
    [
      'OrganizationFilter',
      { slug: { in: ['voict', 'VOICT'] } },
      ['slug', 'in', 1],
      'is "VOICT"; expected a slug',
    ],
    ['OrganizationFilter', { memberOf: { eq: '' } }, ['memberOf', 'eq'], 'a slug'],
    [
      'OrganizationFilter',
      { or: [{}, { not: { and: [{ region: { eq: 'x' } }] } }] },
      ['or', 1, 'not', 'and', 0, 'region', 'eq'],
      'a NUTS code',
    ],
    ['InitiativeFilter', { sector: { in: ['NACE_REV2:'] } }, ['sector', 'in', 0], 'SCHEME:code'],
    [
      'CooperationOfferFilter',
      { sector: { in: ['NACE:62.01'] } },
      ['sector', 'in', 0],
      'EU_ECOSYSTEM',
    ],
    ['AnnouncementFilter', { language: { eq: 'Serbian' } }, ['language', 'eq'], 'ISO 639'],
    ['GrantProgrammeFilter', { funder: { eq: 'US AID' } }, ['funder', 'eq'], 'a slug'],
    [
      'SourceFilter',
      { or: Array.from({ length: 101 }, () => ({ publisher: { eq: 'x' } })) },
      [],
      'more than 100 comparisons',
    ],
    [
      'SourceFilter',
      { or: [{}, { and: Array.from({ length: 100 }, () => ({})) }] },
      [],
      'more than 100 comparisons or combined filters',
    ],
  ])(
    '%s %j is malformed, so it is refused with its place',
    async (name, filter, place, message) => {
      const { errors } = await platform.ask<unknown>(
        `query ($filter: ${name}) { ${FILTERS[name]?.list ?? ''}(filter: $filter) { nodes { id } } }`,
        { filter },
      );

      expect(errors?.[0]?.message).toContain(message);
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_USER_INPUT',
        inputPath: ['filter', ...place],
      });
    },
  );

  test.each([
    [
      '{ network(filter: { sector: { in: ["62"] } }) { graph { __typename } } }',
      ['sector', 'in', 0],
    ],
    ['{ exchangeRates(filter: { currency: { eq: "euro" } }) { totalCount } }', ['currency', 'eq']],
  ])('that is malformed is refused: %s', async (operation, place) => {
    const { errors } = await platform.ask<unknown>(operation);

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      inputPath: ['filter', ...place],
    });
  });

  test('of an enum refuses unknown values', async () => {
    const { errors } = await platform.ask<unknown>(
      'query ($filter: OrganizationFilter) { organizations(filter: $filter) { nodes { id } } }',
      { filter: { type: { in: ['CLUB'] } } },
    );

    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  test('is the same in the document and in a variable', async () => {
    const { data } = await platform.succeed(
      `query ($code: String, $type: [OrganizationType!]) {
         literal: organizations(filter: { or: [{ region: { eq: "RS12" } }, { not: { type: { in: [CLUSTER, COMPANY] } } }] }) { totalCount }
         mixed: organizations(filter: { or: [{ region: { eq: $code } }, { not: { type: { in: $type } } }] }) { totalCount } }`,
      { code: 'RS12', type: ['CLUSTER', 'COMPANY'] },
    );
    expect(data.literal.totalCount).toBeGreaterThan(0);
    expect(data.mixed).toEqual(data.literal);
  });
});

describe('a filter on a list of a node', () => {
  test.each([
    ['region(code: "RS")', 'organizations', 'OrganizationFilter', { type: { in: ['CLUSTER'] } }],
    [
      'sector(scheme: NACE_REV2, code: "62")',
      'organizations',
      'OrganizationFilter',
      { region: { eq: 'RS12' } },
    ],
    [
      'cluster(slug: "facts")',
      'members',
      'MembershipFilter',
      { memberType: { in: ['INSTITUTION'] } },
    ],
    ['cluster(slug: "voict")', 'memberships', 'MembershipFilter', { status: { in: ['UNKNOWN'] } }],
    ['cluster(slug: "facts")', 'partnerships', 'PartnershipFilter', { kind: { in: ['SUPPORT'] } }],
    ['cluster(slug: "vmc")', 'claims', 'ClaimFilter', { indicator: { in: ['MEMBERS'] } }],
    ['cluster(slug: "vmc")', 'sources', 'SourceFilter', { confidence: { in: ['OFFICIAL'] } }],
    ['person(slug: "zoran-pekez")', 'seats', 'SeatFilter', { role: { in: ['MANAGER'] } }],
    [
      'initiative(slug: "sok")',
      'participants',
      'ParticipationFilter',
      { role: { in: ['PARTNER'] } },
    ],
    ['cluster(slug: "facts")', 'sectors', 'SectorFilter', { scheme: { in: ['NACE_REV2'] } }],
  ])(
    '%s %s by %s %j matches a subset, the same as in the whole list',
    async (parent, list, filter, value) => {
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
      expect(ids(whole.nodes).filter((id) => ids(some.nodes).includes(id))).toEqual(
        ids(some.nodes),
      );
      expect(edges.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(
        ids(some.nodes),
      );
    },
  );
});
