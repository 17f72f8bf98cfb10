import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FOUNDING_DATA_SET } from '../src/cli.js';
import { loadDataSet } from '../src/data-set/load-data-set.js';
import { plainAmounts } from './support/plain-amounts.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
});
afterAll(() => platform.close());

const FOUNDERS = ['ac-serbia', 'facts', 'ict-cs', 'ict-network', 'nicat', 'vmc', 'voict'];
const ANNOUNCEMENT = { source: { confidence: 'OFFICIAL' } };

describe('the founding data set', () => {
  test('has SCAN with its seven founders', async () => {
    const { data } = await platform.succeed(`{ association(slug: "scan") {
      name otherNames { text kind }
      members { edges { class since source { confidence } node { __typename slug } } } } }`);
    expect(data.association.members.edges).toHaveLength(7);
    for (const edge of data.association.members.edges) {
      expect(edge).toMatchObject({ class: 'FOUNDING', since: '2015', ...ANNOUNCEMENT });
    }
    const slugs = data.association.members.edges.map(
      (edge: { node: { slug: string } }) => edge.node.slug,
    );
    expect(slugs.sort()).toEqual(FOUNDERS);
  });

  test('has the memorandum of 25 June 2013 as one partnership of six, without the later seventh founder', async () => {
    const { data } = await platform.succeed(`{
      association(slug: "best-serbian-clusters") { members { nodes { slug } } }
      partnerships(filter: { kind: { in: [MEMORANDUM] } }) { nodes { since parties { nodes { slug } } } } }`);
    const six = FOUNDERS.filter((slug) => slug !== 'ict-cs');
    const slugs = (nodes: readonly { slug: string }[]) => nodes.map(({ slug }) => slug).sort();
    const memorandum = data.partnerships.nodes.filter(
      (node: { since: string }) => node.since === '2013-06-25',
    );
    expect(memorandum).toHaveLength(1);
    expect(slugs(memorandum[0].parties.nodes)).toEqual(six);
    expect(slugs(data.association.members.nodes)).toEqual(six);
  });

  test('has only the three persons that the announcement names, with their seats and quotes', async () => {
    const { data } = await platform.succeed(`{ persons { nodes { name
      seats { edges { role body node { slug } } } quotes { nodes { text announcement { author { slug } } } } } } }`);
    const chaired = data.persons.nodes.map(
      (person: { name: string; seats: { edges: { role: string; node: { slug: string } }[] } }) => [
        person.name,
        person.seats.edges.map(({ role, node }) => `${role} ${node.slug}`).sort(),
      ],
    );
    expect(Object.fromEntries(chaired)).toEqual({
      'Goran Mladenovic': ['MANAGER nicat', 'MEMBER scan'],
      'Marina Blagojevic': ['CHAIRPERSON scan', 'MANAGER ict-network'],
      'Zoran Pekez': ['MANAGER vmc', 'MEMBER scan'],
    });
    for (const person of data.persons.nodes) {
      expect(person.quotes.nodes).toHaveLength(1);
      expect(person.quotes.nodes[0].announcement.author.slug).toBe('scan');
    }
  });

  test('has the launch on 22 December 2015 at 14:00 in Belgrade', async () => {
    const { data } = await platform.succeed(
      `{ events { nodes { startsAt timeZone venue address city organizers { nodes { slug } } } } }`,
    );
    expect(data.events.nodes).toEqual([
      {
        startsAt: '2015-12-22T13:00:00.000Z',
        timeZone: 'Europe/Belgrade',
        venue: 'Media Center',
        address: 'Terazije 3',
        city: 'Belgrade',
        organizers: { nodes: [{ slug: 'scan' }] },
      },
    ]);
  });

  test('states the employees and the revenue of the members together, as minimum values', async () => {
    const claims = (slug: string) =>
      platform.succeed(`{ organization(slug: "${slug}") {
        claims(filter: { indicator: { in: [EMPLOYEES, ANNUAL_REVENUE] } }) {
          nodes { indicator scope qualifier number amount { currency } asOf } } } }`);
    const { data } = await claims('scan');
    expect(data.organization.claims.nodes).toEqual(
      expect.arrayContaining([
        {
          indicator: 'EMPLOYEES',
          scope: 'MEMBERS_TOGETHER',
          qualifier: 'AT_LEAST',
          number: '30000',
          amount: null,
          asOf: '2015-12',
        },
        {
          indicator: 'ANNUAL_REVENUE',
          scope: 'MEMBERS_TOGETHER',
          qualifier: 'OVER',
          number: '1000000000',
          amount: { currency: 'EUR' },
          asOf: '2015-12',
        },
      ]),
    );
    for (const slug of FOUNDERS) {
      const { data: member } = await claims(slug);
      expect(JSON.stringify(member)).not.toContain('"30000"');
      expect(JSON.stringify(member)).not.toContain('"1000000000"');
    }
  });

  test.each([
    ['voict', 'FOUNDED_ON', ['2009-09-08', '2010-03-16', '2010-06-19']],
    ['vmc', 'MEMBERS', ['113', '130', '150', '70']],
    ['facts', 'ANNUAL_REVENUE', ['50000000', '70000000']],
  ])('keeps the contradictory values of sources for %s: %s', async (slug, indicator, values) => {
    const { data } = await platform.succeed(`{ organization(slug: "${slug}") {
      claims(filter: { indicator: { in: [${indicator}] } }) { nodes { number date source { slug } } } } }`);
    const { nodes } = data.organization.claims as {
      nodes: { number: string | null; date: string | null }[];
    };
    expect(nodes.map(({ number, date }) => number ?? date).sort()).toEqual(values);
  });

  test('does not confuse organizations with similar names', async () => {
    const { data } = await platform.succeed(`{
      raccs: search(query: "Regional Automotive Cluster of Central Serbia") { nodes { ... on Organization { slug } } }
      scn: search(query: "Serbian Cluster Network") { nodes { ... on Organization { slug } } } }`);
    expect(data.raccs.nodes[0].slug).not.toBe('ac-serbia');
    expect(data.scn.nodes[0].slug).not.toBe('scan');
  });

  test('has the 32 regions of NUTS, with their parents', async () => {
    const { data } = await platform.succeed(
      `{ regions(first: 100) { totalCount nodes { code level parent { code } } } }`,
    );
    expect(data.regions.totalCount).toBe(32);
    for (const { code, level, parent } of data.regions.nodes) {
      expect(parent?.code ?? null).toBe(level === 0 ? null : code.slice(0, -1));
    }
  });

  test('has the purposes of the DAC in their categories, the same as an import of IATI', async () => {
    const { data } = await platform.succeed(/* GraphQL */ `
      {
        sectors(filter: { scheme: { in: [DAC] } }, first: 100) {
          nodes {
            code
            parent {
              code
            }
          }
        }
      }
    `);
    const parents = Object.fromEntries(
      data.sectors.nodes.map(
        ({ code, parent }: { code: string; parent: { code: string } | null }) => [
          code,
          parent?.code ?? null,
        ],
      ),
    );
    expect(parents).toMatchObject({ '320': null, '321': '320', '220': null, '250': null });
    for (const [code, parent] of Object.entries(parents)) {
      if (code.length === 5) expect(parent).toBe(code.slice(0, 3));
    }
  });

  test('has a real source for every claim', async () => {
    const { data } = await platform.succeed(
      `{ claims(first: 100) { totalCount nodes { source { confidence } } } }`,
    );
    expect(data.claims.totalCount).toBeGreaterThan(50);
    for (const { source } of data.claims.nodes) expect(source.confidence).not.toBe('SYNTHETIC');
  });

  test('changes nothing when it is loaded again', async () => {
    expect(await loadDataSet(platform.database, FOUNDING_DATA_SET)).toMatchObject({
      inserted: 0,
      updated: 0,
      removed: 0,
    });
  });
});

/** What a donor asks, answered by what the sources say: what they do not say is null. */
describe('the funding of the founding data set', () => {
  type Named = Readonly<{ slug: string }>;
  interface GrantNode {
    readonly identifier: string;
    readonly currency: string;
    readonly awarded: string | null;
    readonly funder: Named;
    readonly initiative: Named | null;
    readonly programme: Named | null;
    readonly source: Readonly<{ slug: string; confidence: string }>;
    readonly recipients: {
      readonly edges: readonly { readonly amount: string | null; readonly node: Named }[];
    };
    readonly intermediaries: { readonly nodes: readonly Named[] };
  }
  const grants = async (filter = '{}') => {
    const { data } = await platform.succeed(`{ grants(first: 100, filter: ${filter}) { nodes {
      identifier currency awarded { amount } funder { slug } initiative { slug } programme { slug }
      source { slug confidence } intermediaries { nodes { slug } }
      recipients { edges { amount { amount } node { slug } } } } } }`);
    return plainAmounts(data.grants.nodes as readonly GrantNode[]);
  };
  const identifiers = async (filter: string) =>
    (await grants(filter)).map(({ identifier }) => identifier).sort();
  const all = (nodes: readonly Named[]) => nodes.map(({ slug }) => slug).sort();

  test('has only the amounts that sources state, in their currencies', async () => {
    const nodes = await grants();
    expect(nodes.length).toBeGreaterThan(20);
    const known = nodes.filter(({ awarded }) => awarded !== null);
    expect(
      Object.fromEntries(
        known.map((node) => [node.identifier, `${node.awarded} ${node.currency}`]),
      ),
    ).toEqual({
      'national-cluster-programme-ict': '39300000 RSD',
      'national-cluster-programme-agri-food': '26700000 RSD',
      'national-cluster-programme-tourism': '21300000 RSD',
      'XI-IATI-EC_NEAR-2011/258-095': '739687 EUR',
      'usaid-nard-2015': '2164100 RSD',
    });
    const shares = nodes.flatMap(({ recipients }) => recipients.edges);
    expect(shares.filter(({ amount }) => amount !== null)).toEqual([
      { amount: '113130', node: { slug: 'voict' } },
    ]);
    // ISO 4217 for no currency, where there is no amount at all
    for (const { currency, awarded, recipients } of nodes) {
      const amounts = [awarded, ...recipients.edges.map(({ amount }) => amount)];
      if (currency === 'XXX') expect(amounts.every((amount) => amount === null)).toBe(true);
    }
  });

  test('has a real source for each grant and each programme', async () => {
    const { data } = await platform.succeed(
      '{ grantProgrammes(first: 100) { nodes { slug funder { slug } source { slug confidence } } } }',
    );
    expect(data.grantProgrammes.nodes.length).toBeGreaterThan(15);
    for (const { source } of [...data.grantProgrammes.nodes, ...(await grants())]) {
      expect(['OFFICIAL', 'SECONDARY', 'LEAD']).toContain(source.confidence);
    }
  });

  test.each([
    [
      'vojvodina-metal-cluster-project',
      ['860000'],
      { awarded: '739687', gap: '120313', funders: [['european-commission', '86.01']] },
    ],
    ['capttict', ['2266634.40'], { awarded: null, funders: [['european-commission', null]] }],
  ])(
    'separates budget, grant and own share of %s',
    async (slug, budgets, { funders, ...money }) => {
      const { data } = await platform.succeed(`{ initiative(slug: "${slug}") {
        claims(filter: { indicator: { in: [TOTAL_BUDGET] } }) { nodes { number } }
        funding { currency budget { amount } awarded { amount } gap { amount } funders { share funder { slug } } } } }`);
      const { claims, funding } = plainAmounts(data.initiative);
      expect(claims.nodes.map(({ number }: { number: string }) => number)).toEqual(budgets);
      expect(funding).toHaveLength(1);
      expect(funding[0]).toMatchObject({ currency: 'EUR', ...money });
      expect(Number(funding[0].budget)).toBe(Number(budgets[0]));
      expect(
        funding[0].funders.map(({ share, funder }: { share: string; funder: Named }) => [
          funder.slug,
          share,
        ]),
      ).toEqual(funders);
    },
  );

  test('has funder, recipient, intermediary, purpose, place and date', async () => {
    expect(await identifiers('{ funder: { in: ["norway"] } }')).toEqual([
      'NO-BRC-971277882-SRB-18/0001',
      'norway-national-cluster-programme-2007',
      'norway-sok',
    ]);
    expect(await identifiers('{ recipient: { in: ["ac-serbia"] } }')).toEqual([
      'XI-IATI-EC_NEAR-2011/257-738',
      'XM-DAC-41123-PROJECT-102125',
      'cosme-eacn',
      'secep-ac-serbia',
      'unido-ac-serbia-first-phase',
    ]);
    expect(await identifiers('{ intermediary: { in: ["nard"] } }')).toEqual(['usaid-nard-2015']);
    expect(await identifiers('{ sector: { in: ["EU_ECOSYSTEM:tourism"] } }')).toEqual([
      'national-cluster-programme-tourism',
    ]);
    expect(await identifiers('{ region: { in: ["RS12"] } }')).toEqual([
      'XI-IATI-EC_NEAR-2011/258-095',
    ]);
    expect(await identifiers('{ year: { in: [2015] } }')).toEqual([
      '44000-P152104',
      'usaid-nard-2015',
    ]);
    expect(await identifiers('{ status: { in: [SUSPENDED] } }')).toEqual(['usaid-aid-to-serbia']);
    expect(await identifiers('{ dataSet: { in: ["danas-cluster-grants"] } }')).toHaveLength(5);
  });

  test('records which money was passed on', async () => {
    const { data } = await platform.succeed(`{
      grants(filter: { identifier: { in: ["secep-ac-serbia"] } }) { nodes { funder { slug } paidFrom { identifier funder { slug } } } }
      donor: organization(slug: "switzerland") { coFunders { edges { sharedRecipientCount node { slug } recipients { slug } } } } }`);
    expect(data.grants.nodes).toEqual([
      {
        funder: { slug: 'secep' },
        paidFrom: {
          identifier: 'XI-IATI-EC_NEAR-2009/209-004',
          funder: { slug: 'european-commission' },
        },
      },
    ]);
    expect(data.donor.coFunders.edges).toEqual([
      {
        sharedRecipientCount: 1,
        node: { slug: 'european-commission' },
        recipients: [{ slug: 'european-progres' }],
      },
    ]);
  });

  test('has the programmes with their budgets and managers', async () => {
    const { data } = await platform.succeed(
      `{ grantProgrammes(first: 100) { nodes { slug budget { amount currency } openedOn funder { slug } manager { slug } } } }`,
    );
    const nodes = data.grantProgrammes.nodes as {
      slug: string;
      budget: { amount: string; currency: string } | null;
      manager: Named | null;
    }[];
    const budgets = nodes.filter(({ budget }) => budget !== null);
    expect(
      Object.fromEntries(
        budgets.map(({ slug, budget }) => [slug, `${budget?.amount} ${budget?.currency}`]),
      ),
    ).toEqual({
      'innovative-clusters-2015': '15000000 RSD',
      'nis-support-for-innovations': '5000000 RSD',
      'vojvodina-clusters-2015': '15000000 RSD',
      'vojvodina-clusters-2017': '12000000 RSD',
      'european-progres-clusters-2014': '200000 EUR',
      'cosme-call-for-clusters': '5790000 EUR',
      'serbia-innovates': '6077652 USD',
      'usaid-competitive-economy': '12000000 USD',
    });
    expect(
      nodes
        .filter(({ manager }) => manager !== null)
        .map(({ slug, manager }) => [slug, manager?.slug]),
    ).toEqual(
      expect.arrayContaining([
        ['innovative-clusters-2015', 'nard'],
        ['innovative-clusters', 'serbian-development-agency'],
      ]),
    );
  });

  test('shows initiatives without a grant', async () => {
    const { data } = await platform.succeed(
      `{ initiatives(first: 100) { nodes { slug grants { totalCount } } } }`,
    );
    const unfunded = data.initiatives.nodes.filter(
      ({ grants: { totalCount } }: { grants: { totalCount: number } }) => totalCount === 0,
    );
    expect(all(unfunded)).toEqual(
      expect.arrayContaining(['design-hub', 'national-cluster-association-2010']),
    );
    expect(all(unfunded)).not.toContain('capttict');
  });

  test('has rates for the currencies in use, month by month', async () => {
    const { data } = await platform.succeed(/* GraphQL */ `
      {
        euro: exchangeRates(filter: { currency: { in: ["EUR"] } }) {
          totalCount
        }
        dinar: exchangeRates(
          first: 1
          filter: { currency: { eq: "RSD" } }
          orderBy: { field: MONTH }
        ) {
          totalCount
          nodes {
            month
            perUsd
            source {
              publisher
            }
          }
        }
      }
    `);
    expect(data).toMatchObject({ euro: { totalCount: 349 }, dinar: { totalCount: 290 } });
    expect(data.dinar.nodes[0]).toEqual({
      month: '1997-12',
      perUsd: '5.9123',
      source: { publisher: 'International Monetary Fund' },
    });
  });
});
