import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
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

/** How a field compares: what `values` of a row are, and which comparisons there are. */
type Kind = 'CHOICE' | 'INT' | 'DATE' | 'INSTANT' | 'BOOLEAN' | 'TEXT' | 'PERIOD';
interface Dimension {
  readonly kind: Kind;
  /** An array of texts: all values that the row `t` has; of a period, its start and its end or ''. */
  readonly values: string;
}
interface Filtered {
  /** The list, under a parent if it is not at the root. */
  readonly list: string;
  readonly parent?: string;
  readonly args?: string;
  /** The rows of the whole list. */
  readonly rows: string;
  readonly fields: Readonly<Record<string, Dimension>>;
}

const one = (sql: string, kind: Kind = 'CHOICE'): Dimension => ({
  kind,
  values: `array_remove(ARRAY[(${sql})::text], NULL)`,
});
const many = (sql: string, kind: Kind = 'CHOICE'): Dimension => ({
  kind,
  values: `ARRAY(SELECT DISTINCT v::text FROM (${sql}) AS x(v) WHERE v IS NOT NULL)`,
});
const period = (start: string, end: string): Dimension => ({
  kind: 'PERIOD',
  values: `ARRAY[coalesce(${start}, ''), coalesce(${end}, '')]`,
});
/** The codes of sectors and of all that they are within. */
const sectors = (table: string, key: string): Dimension =>
  many(`WITH RECURSIVE up AS (
      SELECT s.* FROM ${table} l JOIN sector s ON s.id = l.sector_id WHERE l.${key} = t.id
      UNION SELECT s.* FROM sector s JOIN up ON up.parent_id = s.id)
    SELECT scheme || ':' || code FROM up`);
const regions = (from: string): Dimension =>
  many(`SELECT top.code FROM ${from} JOIN region top ON r.code LIKE top.code || '%'`);
const slugsOf = (from: string): Dimension =>
  many(`SELECT o.slug FROM ${from} JOIN organization o ON o.id = x.organization_id`);
const texts = (table: string, own: string, key: string): Dimension =>
  many(`SELECT ${own} UNION ALL SELECT n.text FROM ${table} n WHERE n.${key} = t.id`, 'TEXT');
const REGION = regions('(SELECT r.* FROM region r WHERE r.id = t.region_id) r');
const TYPE = one('upper(t.type)');
const TIE_STATUS = one('t.status');

const FILTERS: Readonly<Record<string, Filtered>> = {
  OrganizationFilter: {
    list: 'organizations',
    rows: 'organization t',
    fields: {
      type: TYPE,
      status: one('t.status'),
      country: one('t.country'),
      region: REGION,
      sector: sectors('organization_sector', 'organization_id'),
      stage: one('t.stage'),
      memberOf: slugsOf(
        '(SELECT m.group_id AS organization_id FROM membership m WHERE m.member_id = t.id) x',
      ),
      slug: one('t.slug'),
      name: texts('organization_name', 't.name', 'organization_id'),
    },
  },
  MembershipFilter: {
    list: 'memberships',
    rows: 'membership t',
    fields: {
      class: one('t.class'),
      status: TIE_STATUS,
      memberType: one('SELECT upper(o.type) FROM organization o WHERE o.id = t.member_id'),
      groupType: one('SELECT upper(o.type) FROM organization o WHERE o.id = t.group_id'),
    },
  },
  PartnershipFilter: {
    list: 'partnerships',
    rows: 'partnership t',
    fields: { kind: one('t.kind'), status: TIE_STATUS },
  },
  PartnerFilter: {
    list: 'partners',
    parent: 'cluster(slug: "voict")',
    rows: `(SELECT DISTINCT o.id, o.type FROM partnership_party mine
      JOIN partnership_party other ON other.partnership_id = mine.partnership_id AND other.organization_id <> mine.organization_id
      JOIN organization o ON o.id = other.organization_id
      WHERE mine.organization_id = (SELECT id FROM organization WHERE slug = 'voict')) t`,
    fields: {
      kind: many(`SELECT p.kind FROM partnership p JOIN partnership_party q ON q.partnership_id = p.id
        JOIN partnership_party v ON v.partnership_id = p.id
        WHERE q.organization_id = t.id AND v.organization_id = (SELECT id FROM organization WHERE slug = 'voict')`),
      type: TYPE,
    },
  },
  ParticipationFilter: {
    list: 'initiativeParticipations',
    rows: 'initiative_participation t',
    fields: { role: one('t.role'), status: TIE_STATUS },
  },
  SeatFilter: {
    list: 'seats',
    rows: 'seat t',
    fields: { role: one('t.role'), status: TIE_STATUS },
  },
  EventFilter: {
    list: 'events',
    rows: 'event t',
    fields: {
      startsAt: one(
        `to_char(t.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
        'INSTANT',
      ),
      region: REGION,
    },
  },
  AdvocacyCaseFilter: {
    list: 'advocacyCases',
    rows: 'advocacy_case t',
    fields: { status: one('t.status'), level: one('t.level') },
  },
  AnnouncementFilter: {
    list: 'announcements',
    rows: 'announcement t',
    fields: { language: one('t.language') },
  },
  CooperationOfferFilter: {
    list: 'cooperationOffers',
    rows: 'cooperation_offer t',
    fields: {
      direction: one('t.direction'),
      status: TIE_STATUS,
      sector: sectors('cooperation_offer_sector', 'cooperation_offer_id'),
    },
  },
  InitiativeFilter: {
    list: 'initiatives',
    rows: 'initiative t',
    fields: {
      kind: one('t.kind'),
      challenge: many('SELECT unnest(t.challenges)'),
      period: period('t.started_on', 't.ended_on'),
      sector: sectors('initiative_sector', 'initiative_id'),
      region: regions(
        '(SELECT r.* FROM initiative_region l JOIN region r ON r.id = l.region_id WHERE l.initiative_id = t.id) r',
      ),
    },
  },
  ClaimFilter: {
    list: 'claims',
    rows: 'claim t',
    fields: {
      indicator: one('t.indicator'),
      scope: one('t.scope'),
      confidence: one('SELECT s.confidence FROM source s WHERE s.id = t.source_id'),
    },
  },
  SourceFilter: {
    list: 'sources',
    rows: 'source t',
    fields: { confidence: one('t.confidence'), publisher: one('t.publisher') },
  },
  SectorFilter: {
    list: 'sectors',
    rows: `(SELECT * FROM sector WHERE scheme <> 'DAC') t`,
    args: 'DAC',
    fields: { scheme: one('t.scheme'), isTop: one('t.parent_id IS NULL', 'BOOLEAN') },
  },
  RegionFilter: {
    list: 'regions',
    rows: 'region t',
    fields: { level: one('t.level', 'INT') },
  },
  GrantProgrammeFilter: {
    list: 'grantProgrammes',
    rows: 'grant_programme t',
    fields: {
      status: one('t.status'),
      funder: one('SELECT o.slug FROM organization o WHERE o.id = t.funder_id'),
      period: period('t.opened_on', 't.closed_on'),
    },
  },
  TransactionFilter: {
    list: 'transactions',
    rows: 'grant_transaction t',
    fields: { kind: one('t.kind'), valueDate: one('t.value_date', 'DATE') },
  },
  SearchFilter: {
    list: 'search',
    args: 'query: "cluster"',
    rows: `(SELECT id, node_type FROM search_network('cluster')) t`,
    fields: { type: one('t.node_type') },
  },
  GrantFilter: {
    list: 'grants',
    rows: '"grant" t',
    fields: {
      identifier: one('t.identifier'),
      funder: one('SELECT o.slug FROM organization o WHERE o.id = t.funder_id'),
      recipient: slugsOf('(SELECT l.organization_id FROM grant_share l WHERE l.grant_id = t.id) x'),
      intermediary: slugsOf(
        '(SELECT l.organization_id FROM grant_intermediary l WHERE l.grant_id = t.id) x',
      ),
      programme: one('SELECT p.slug FROM grant_programme p WHERE p.id = t.programme_id'),
      initiative: one('SELECT i.slug FROM initiative i WHERE i.id = t.initiative_id'),
      sector: sectors('grant_sector', 'grant_id'),
      challenge: many('SELECT unnest(i.challenges) FROM initiative i WHERE i.id = t.initiative_id'),
      country: many('SELECT l.country FROM grant_location l WHERE l.grant_id = t.id'),
      region: regions(
        '(SELECT r.* FROM grant_location l JOIN region r ON r.id = l.region_id WHERE l.grant_id = t.id) r',
      ),
      year: one('left(t.awarded_on, 4)', 'INT'),
      awardedOn: one('t.awarded_on', 'DATE'),
      period: period(
        'coalesce(t.started_on, t.planned_start_on)',
        'coalesce(t.ended_on, t.planned_end_on)',
      ),
      status: one('t.status'),
      currency: one('t.currency'),
      dataSet: one('SELECT s.slug FROM source s WHERE s.id = t.source_id'),
      toIndividuals: one('t.to_individuals', 'BOOLEAN'),
      title: one('t.title', 'TEXT'),
    },
  },
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
  await loadDataSet(platform.database, dataSetFolder(MORE));
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

/** The ids of all that a filter leaves of its list; `totalCount` must be their number. */
async function selected(name: string, filter: unknown): Promise<readonly string[]> {
  const { list, parent, args } = FILTERS[name] as Filtered;
  const all: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const asked = `list: ${list}(first: 100, after: $after, filter: $filter ${args === 'DAC' ? '' : (args ?? '')}) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }`;
    const { data }: { data: any } = await platform.succeed(
      `query ($filter: ${name}, $after: String) { ${parent === undefined ? asked : `parent: ${parent} { ${asked} }`} }`,
      {
        filter: args === 'DAC' ? { and: [{ scheme: { notIn: ['DAC'] } }, filter ?? {}] } : filter,
        after,
      },
    );
    const found: any = (data.parent ?? data).list;
    all.push(...found.nodes.map(({ id }: { id: string }) => id));
    more = found.pageInfo.hasNextPage;
    after = found.pageInfo.endCursor;
    if (!more) expect(found.totalCount).toBe(all.length);
  }
  return all.sort();
}

/** A row of a list with all the values that its filter can compare. */
type Entry = { readonly id: string } & Readonly<Record<string, readonly string[] | string>>;

async function entriesOf(name: string): Promise<readonly Entry[]> {
  const { rows, fields } = FILTERS[name] as Filtered;
  const columns = Object.entries(fields).map(([field, { values }]) => `${values} AS "${field}"`);
  return (await platform.database.read(
    `SELECT t.id, ${columns.join(', ')} FROM ${rows}`,
    [],
  )) as unknown as readonly Entry[];
}

const firstDay = (date: string) => `${date}-01-01`.slice(0, 10);
const lastDay = (date: string) =>
  date.length === 10 ? date : date.length === 4 ? `${date}-12-31` : `${date}-31`;
/** As `search_fold` does, for the letters of these data. */
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  [...'абвгдђежзијклљмнњопрстћуфхцчџш'].map((letter, at) => [
    letter,
    'a b v g d dj e z z i j k l lj m n nj o p r s t c u f h c c dz s'.split(' ')[at] ?? '',
  ]),
);
const fold = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[а-џ]/g, (letter) => CYRILLIC[letter] ?? letter)
    .replaceAll('đ', 'dj')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What a filter means, one row after the other: the definition that the statements are held against. */
function matches(entry: Entry, filter: object, fields: Filtered['fields']): boolean {
  return Object.entries(filter).every(([field, value]: [string, unknown]) => {
    if (value == null) return true;
    if (field === 'and') return (value as object[]).every((each) => matches(entry, each, fields));
    if (field === 'or') return (value as object[]).some((each) => matches(entry, each, fields));
    if (field === 'not') return !matches(entry, value, fields);
    const { kind } = fields[field] as Dimension;
    const values = entry[field] as readonly string[];
    return Object.entries(value as object).every(
      ([comparison, operand]) => operand == null || holds(kind, values, comparison, operand),
    );
  });
}

function holds(
  kind: Kind,
  values: readonly string[],
  comparison: string,
  operand: unknown,
): boolean {
  if (kind === 'PERIOD') {
    const [start = '', end = ''] = values;
    if (comparison === 'isNull') return (start === '' || end === '') === operand;
    const day = String(operand);
    return (start === '' || firstDay(start) <= day) && (end === '' || lastDay(end) >= day);
  }
  const order = (value: string) =>
    kind === 'INT' ? Number(value) : kind === 'INSTANT' ? Date.parse(value) : firstDay(value);
  const bound = (compare: (left: string | number, right: string | number) => boolean) =>
    values.some((value) =>
      compare(order(value), kind === 'DATE' ? String(operand) : order(String(operand))),
    );
  switch (comparison) {
    case 'eq':
      return values.includes(String(operand));
    case 'in':
      return (operand as unknown[]).some((each) => values.includes(String(each)));
    case 'notIn':
      return !(operand as unknown[]).some((each) => values.includes(String(each)));
    case 'isNull':
      return (values.length === 0) === operand;
    case 'contains':
      return (
        fold(String(operand)) !== '' &&
        values.some((value) => fold(value).includes(fold(String(operand))))
      );
    case 'gt':
      return bound((left, right) => left > right);
    case 'gte':
      return bound((left, right) => left >= right);
    case 'lt':
      return bound((left, right) => left < right);
    case 'lte':
      return bound((left, right) => left <= right);
    default:
      throw new Error(`No such comparison: ${comparison}`);
  }
}

const COMPARISONS: Readonly<Record<Kind, readonly string[]>> = {
  CHOICE: ['eq', 'in', 'notIn', 'isNull'],
  INT: ['eq', 'in', 'notIn', 'isNull', 'gt', 'gte', 'lt', 'lte'],
  DATE: ['gt', 'gte', 'lt', 'lte', 'isNull'],
  INSTANT: ['gt', 'gte', 'lt', 'lte'],
  BOOLEAN: ['eq'],
  TEXT: ['contains'],
  PERIOD: ['contains', 'isNull'],
};

/** Values near those that the rows have, so that comparisons leave something in and something out. */
function operandsOf(kind: Kind, entries: readonly Entry[], field: string): fc.Arbitrary<unknown> {
  const known = [...new Set(entries.flatMap((entry) => entry[field] as readonly string[]))].filter(
    Boolean,
  );
  const some = fc.constantFrom(...(known.length === 0 ? ['none'] : known));
  switch (kind) {
    case 'INT':
      return fc.oneof(some.map(Number), fc.integer({ min: -1, max: 2030 }));
    case 'BOOLEAN':
      return fc.boolean();
    case 'DATE':
    case 'PERIOD':
      return fc.tuple(some, fc.constantFrom('-01-01', '-06-30', '-12-31')).map(([date, rest]) => {
        if (date === 'none') return '2015-06-30';
        return date.length === 10 ? date : `${date.slice(0, 4)}${rest}`;
      });
    case 'TEXT':
      return fc
        .tuple(some, fc.nat(30), fc.nat(8))
        .map(([text, from, length]) =>
          text.slice(from % text.length, (from % text.length) + length + 1),
        );
    default:
      return some;
  }
}

function comparisonsOf(dimension: Dimension, entries: readonly Entry[], field: string) {
  const operand = operandsOf(dimension.kind, entries, field);
  const valueOf = (comparison: string): fc.Arbitrary<unknown> =>
    comparison === 'isNull'
      ? fc.boolean()
      : comparison === 'in' || comparison === 'notIn'
        ? fc.array(operand, { maxLength: 3 })
        : operand;
  return fc
    .uniqueArray(fc.constantFrom(...COMPARISONS[dimension.kind]), { maxLength: 2 })
    .chain((chosen) =>
      fc
        .tuple(...chosen.map(valueOf))
        .map((values) => Object.fromEntries(chosen.map((each, at) => [each, values[at]]))),
    );
}

/** Filters of up to three levels. */
function filtersOf(name: string, entries: readonly Entry[]): fc.Arbitrary<object> {
  const { fields } = FILTERS[name] as Filtered;
  const flat = fc
    .uniqueArray(fc.constantFrom(...Object.keys(fields)), { maxLength: 2 })
    .chain((chosen) =>
      fc
        .tuple(...chosen.map((field) => comparisonsOf(fields[field] as Dimension, entries, field)))
        .map((values) => Object.fromEntries(chosen.map((field, at) => [field, values[at]]))),
    );
  const deeper = (inner: fc.Arbitrary<object>): fc.Arbitrary<object> =>
    fc
      .tuple(
        flat,
        fc.record(
          {
            and: fc.array(inner, { maxLength: 2 }),
            or: fc.array(inner, { maxLength: 3 }),
            not: inner,
          },
          { requiredKeys: [] },
        ),
      )
      .map(([own, combined]) => ({ ...own, ...combined }));
  return fc.oneof(flat, deeper(flat), deeper(deeper(flat)));
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
        const { data } = await platform.succeed(
          `query ($filter: GrantFilter) { grants(filter: $filter, first: 0) { totalCount }
             grantFacets(filter: $filter) { grantCount }
             grantTotals(filter: $filter) { grantCount leftOut { grantCount } } }`,
          { filter },
        );
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
