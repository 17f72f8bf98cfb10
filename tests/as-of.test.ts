import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { from, functionRows, subquery } from '../src/fields/columns.js';
import { inForce } from '../src/fields/in-force.js';
import { sql, value } from '../src/fields/sql.js';
import { day, period } from './support/arbitraries.js';
import {
  dataSetFolder,
  record,
  removeDataSetFolders,
  type Fields,
} from './support/data-set-folder.js';
import { covers, type Period } from './support/in-force.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';
import { walkForwards } from './support/walk.js';

/** Periods of every sort. Each names what is tied to the hub for it, in every kind of tie. */
const PERIODS: Readonly<Record<string, Partial<Period>>> = {
  always: {},
  'from-a-day': { since: '2013-06-25' },
  'from-a-month': { since: '2013-06' },
  'from-a-year': { since: '2013', status: 'UNKNOWN' },
  'in-some-years': { since: '2011-03', until: '2013', status: 'ENDED' },
  'to-a-month': { until: '2013-05', status: 'ENDED' },
  'to-a-day': { since: '2010', until: '2013-05-28', status: 'ENDED' },
  seen: { attestedOn: '2013-03-28', status: 'UNKNOWN' },
  'seen-and-ended': { since: '2010', attestedOn: '2013-05', status: 'ENDED' },
  ended: { status: 'ENDED' },
};
const DAYS = [
  '2009-12-31',
  '2012-12-31',
  '2013-03-28',
  '2013-05-28',
  '2013-05-31',
  '2013-06-24',
  '2013-06-25',
  '2013-12-31',
  '2026-11-01',
];
const names = Object.keys(PERIODS).sort();
const inForceOn = (on: string) =>
  names.filter((name) =>
    covers({ since: null, until: null, attestedOn: null, status: 'CURRENT', ...PERIODS[name] }, on),
  );

const tied = (make: (name: string, known: Fields) => Fields): Fields[] =>
  Object.entries(PERIODS).map(([name, known]) => make(name, known));
const participant = (organization: string, known: Fields): Fields => ({
  organization,
  role: 'PARTNER',
  status: 'CURRENT',
  ...known,
});

/** A hub with one tie of every kind and direction for each period. */
const NETWORK = {
  sources: [record.source('a-source')],
  sectors: [{ scheme: 'NACE_REV2', code: '62', title: 'Programming', source: 'a-source' }],
  organizations: [
    record.organization('Association', 'hub'),
    ...names.map((name) => record.organization('Cluster', name)),
  ],
  memberships: [
    ...tied((name, known) => record.membership(name, 'hub', known)),
    ...tied((name, known) => record.membership('hub', name, known)),
  ],
  partnerships: tied((name, known) => record.partnership(name, ['hub', name], known)),
  persons: [record.person('busy'), ...names.map((name) => record.person(name))],
  seats: [
    ...tied((name, known) => record.seat(name, 'hub', known)),
    ...tied((name, known) => record.seat('busy', name, { ...known, nominatedBy: 'hub' })),
  ],
  'cooperation-offers': tied((name, known) =>
    record.offer(name, 'hub', { ...known, sectors: ['NACE_REV2:62'] }),
  ),
  initiatives: [
    record.initiative('joint', { participants: tied(participant) }),
    ...tied((name, known) =>
      record.initiative(name, { participants: [participant('hub', known)] }),
    ),
  ],
};

/** Every list of ties with one tie for each period, by what is at the other end of it. */
const LISTS = /* GraphQL */ `
  query ($on: Day) {
    hub: organization(slug: "hub") {
      members(asOf: $on, first: 100) {
        totalCount
        edges {
          node {
            slug
          }
        }
      }
      memberships(asOf: $on, first: 100) {
        totalCount
        edges {
          node {
            slug
          }
        }
      }
      partnerships(asOf: $on, first: 100) {
        totalCount
        edges {
          node {
            slug
          }
        }
      }
      partners(asOf: $on, first: 100) {
        totalCount
        edges {
          node {
            slug
          }
        }
      }
      initiatives(asOf: $on, first: 100) {
        totalCount
        edges {
          node {
            slug
          }
        }
      }
      seats(asOf: $on, first: 100) {
        totalCount
        edges {
          node {
            slug
          }
        }
      }
      nominations(asOf: $on, first: 100) {
        totalCount
        edges {
          node {
            organization {
              slug
            }
          }
        }
      }
      offers(asOf: $on, first: 100) {
        totalCount
        edges {
          node {
            slug
          }
        }
      }
    }
    joint: initiative(slug: "joint") {
      participants(asOf: $on, first: 100) {
        totalCount
        edges {
          node {
            slug
          }
        }
      }
    }
    busy: person(slug: "busy") {
      seats(asOf: $on, first: 100) {
        totalCount
        edges {
          node {
            slug
          }
        }
      }
    }
    sector(scheme: NACE_REV2, code: "62") {
      offers(asOf: $on, first: 100) {
        totalCount
        edges {
          node {
            slug
          }
        }
      }
    }
    root: __typename
    partnerships(asOf: $on, first: 100) {
      totalCount
      edges {
        node {
          slug
        }
      }
    }
    cooperationOffers(asOf: $on, first: 100) {
      totalCount
      edges {
        node {
          slug
        }
      }
    }
  }
`;

interface List {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { slug?: string; organization?: { slug: string } } }[];
}
const isList = (value: unknown): value is List =>
  typeof value === 'object' && value !== null && 'edges' in value;
const slugsOf = ({ edges }: List) =>
  edges.map(({ node }) => node.slug ?? node.organization?.slug).sort();

/** The lists of an answer by where they stand: `hub.members`, `partnerships`, … */
function listsOf(data: object): [string, List][] {
  return Object.entries(data).flatMap(([name, value]): [string, List][] =>
    isList(value)
      ? [[name, value]]
      : Object.entries(Object(value) as object)
          .filter((entry): entry is [string, List] => isList(entry[1]))
          .map(([field, list]) => [`${name}.${field}`, list]),
  );
}

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('EMPTY');
  await loadDataSet(platform.database, dataSetFolder(NETWORK));
});
afterAll(async () => {
  removeDataSetFolders();
  await platform.close();
});

describe('the network as of a day', () => {
  test.each(DAYS)(
    'contains on %s, in every list, exactly the ties in force on that day',
    async (on) => {
      const { data } = await platform.succeed<object>(LISTS, { on });

      const lists = listsOf(data);
      expect(lists).toHaveLength(13);
      for (const [name, list] of lists) {
        expect([name, slugsOf(list)]).toEqual([name, inForceOn(on)]);
        expect([name, list.totalCount]).toEqual([name, inForceOn(on).length]);
      }
    },
  );

  test('differs between these days and is never empty', () => {
    const networks = DAYS.map((on) => inForceOn(on));
    expect(new Set(networks.map(String)).size).toBeGreaterThan(6);
    expect(networks.every((network) => network.length > 0)).toBe(true);
  });

  test('contains all known ties, ended or not, without asOf', async () => {
    const { data } = await platform.succeed<object>(LISTS);

    for (const [name, list] of listsOf(data)) {
      expect([name, slugsOf(list), list.totalCount]).toEqual([name, names, names.length]);
    }
  });

  test.each(DAYS)(
    'has on %s the same counts per kind of tie in totals and in the root lists',
    async (on) => {
      const { data } = await platform.succeed(
        /* GraphQL */ `
          query ($on: Day) {
            memberships(asOf: $on) {
              totalCount
            }
            seats(asOf: $on) {
              totalCount
            }
            initiativeParticipations(asOf: $on) {
              totalCount
            }
            totals(asOf: $on) {
              ties {
                kind
                count
              }
            }
          }
        `,
        { on },
      );

      const once = inForceOn(on).length;
      // from the hub, and to it
      expect(data.memberships.totalCount).toBe(2 * once);
      expect(data.seats.totalCount).toBe(2 * once);
      expect(data.initiativeParticipations.totalCount).toBe(2 * once);
      expect(data.totals.ties).toEqual(
        expect.arrayContaining([
          { kind: 'MEMBERSHIP', count: 2 * once },
          { kind: 'PARTNERSHIP', count: once },
          { kind: 'INITIATIVE_PARTICIPATION', count: 2 * once },
          { kind: 'SEAT', count: 2 * once },
          { kind: 'COOPERATION_OFFER', count: once },
        ]),
      );
    },
  );

  test('takes as many statements as the network without asOf', async () => {
    const whole = await platform.succeed(LISTS);
    const dated = await platform.succeed(LISTS, { on: '2013-12-31' });

    expect(dated.sql).toHaveLength(whole.sql.length);
  });

  test('has pages without ties of other days', async () => {
    const seen = await walkForwards<{ slug: string }>(async (after) => {
      const { data } = await platform.succeed(
        /* GraphQL */ `
          query ($after: String) {
            organization(slug: "hub") {
              members(
                asOf: "2013-06-24"
                first: 2
                after: $after
                orderBy: { field: NAME, direction: DESC }
              ) {
                nodes {
                  slug
                }
                pageInfo {
                  hasNextPage
                  hasPreviousPage
                  startCursor
                  endCursor
                }
              }
            }
          }
        `,
        { after },
      );
      return data.organization.members;
    });

    expect(seen.map(({ slug }) => slug)).toEqual([...inForceOn('2013-06-24')].reverse());
  });

  test('requires a complete calendar day', async () => {
    for (const on of ['2013', '2013-06', '2013-02-30', 'yesterday', '2013-06-25T00:00:00Z']) {
      const { data, errors } = await platform.ask<unknown>(LISTS, { on });
      expect([on, data ?? null, errors?.[0]?.extensions?.code]).toEqual([
        on,
        null,
        'BAD_USER_INPUT',
      ]);
    }
  });
});

describe('the partners of an organization as of a day', () => {
  const PARTNERS = /* GraphQL */ `
    query ($on: Day) {
      organization(slug: "one") {
        partners(asOf: $on) {
          edges {
            node {
              slug
            }
            sharedPartnershipCount
            kinds
            partnerships {
              slug
            }
          }
        }
      }
    }
  `;
  const partnersOn = async (on: string | null) =>
    (await platform.succeed(PARTNERS, { on })).data.organization.partners.edges;

  beforeAll(async () => {
    await loadDataSet(
      platform.database,
      dataSetFolder({
        organizations: ['one', 'two', 'three'].map((slug) => record.organization('Partner', slug)),
        partnerships: [
          record.partnership('trade-fair', ['one', 'two'], {
            kind: 'TRADE',
            since: '2010',
            until: '2012-06',
            status: 'ENDED',
          }),
          record.partnership('alliance', ['one', 'two', 'three'], { since: '2012-03' }),
        ],
      }),
    );
  });

  test('share with it only the partnerships in force on that day', async () => {
    const two = { node: { slug: 'two' } };
    const three = { node: { slug: 'three' } };
    const [fair, alliance] = [{ slug: 'trade-fair' }, { slug: 'alliance' }];
    const byAlliance = { sharedPartnershipCount: 1, kinds: ['NETWORK'], partnerships: [alliance] };

    expect(await partnersOn('2009-12-31')).toEqual([]);
    expect(await partnersOn('2011-01-01')).toEqual([
      { ...two, sharedPartnershipCount: 1, kinds: ['TRADE'], partnerships: [fair] },
    ]);
    expect(await partnersOn('2012-06-30')).toEqual([
      { ...three, ...byAlliance },
      {
        ...two,
        sharedPartnershipCount: 2,
        kinds: ['NETWORK', 'TRADE'],
        partnerships: [fair, alliance],
      },
    ]);
    expect(await partnersOn('2012-07-01')).toEqual([
      { ...three, ...byAlliance },
      { ...two, ...byAlliance },
    ]);
    expect(await partnersOn(null)).toEqual(await partnersOn('2012-06-30'));
  });
});

describe('claims as of a day', () => {
  beforeAll(async () => {
    await loadDataSet(
      platform.database,
      dataSetFolder({
        claims: [undefined, '2011', '2013-06', '2013-06-25'].map((asOf, index) =>
          record.claim({
            organization: 'hub',
            indicator: 'MEMBERS',
            number: String(index),
            ...(asOf === undefined ? {} : { asOf }),
          }),
        ),
      }),
    );
  });

  test.each([
    ['2010-12-31', ['0']],
    ['2011-01-01', ['1', '0']],
    ['2013-06-24', ['2', '1', '0']],
    ['2013-06-25', ['3', '2', '1', '0']],
    [null, ['3', '2', '1', '0']],
  ])('on %s are those about that day or earlier', async (on, expected) => {
    const { data } = await platform.succeed(
      /* GraphQL */ `
        query ($on: Day) {
          organization(slug: "hub") {
            claims(asOf: $on) {
              totalCount
              nodes {
                number
              }
            }
          }
          claims(asOf: $on) {
            nodes {
              number
            }
          }
          source(slug: "a-source") {
            claims(asOf: $on) {
              nodes {
                number
              }
            }
          }
        }
      `,
      { on },
    );

    const nodes = expected.map((number) => ({ number }));
    expect(data.organization.claims).toEqual({ totalCount: expected.length, nodes });
    expect(data.claims.nodes).toEqual(nodes);
    expect(data.source.claims.nodes).toEqual(nodes);
  });
});

describe('the SQL condition for a tie in force', () => {
  test('agrees with the TypeScript rule for thousands of periods and days', async () => {
    const cases = fc.sample(fc.tuple(period, day), 5000);
    const texts = (of: (one: [Period, string]) => string | null) =>
      sql`${value(cases.map(of))}::text[]`;

    const given = functionRows(
      sql`unnest(${texts(([{ since }]) => since)}, ${texts(([{ until }]) => until)},
        ${texts(([{ attestedOn }]) => attestedOn)}, ${texts(([{ status }]) => status)}, ${texts(([, on]) => on)}) WITH ORDINALITY`,
      ['since', 'until', 'attestedOn', 'status', 'day', 'number'],
    );
    const tie = subquery(
      {
        since: sql`${given.since} COLLATE "C"`,
        until: sql`${given.until} COLLATE "C"`,
        attestedOn: sql`${given.attestedOn} COLLATE "C"`,
        status: given.status,
        day: given.day,
        number: given.number,
      },
      sql`FROM ${from(given)}`,
    );
    const { text, values } = platform.database.tables.render(
      sql`SELECT ${inForce(tie, tie.day)} AS "inForce" FROM ${from(tie)} ORDER BY ${tie.number}`,
    );
    const rows = await platform.database.read(text, values);

    const differing = cases.filter(([one, on], index) => rows[index]?.inForce !== covers(one, on));
    expect(differing).toEqual([]);
    // both answers were there to be got wrong
    expect(new Set(rows.map((row) => row.inForce)).size).toBe(2);
  });
});
