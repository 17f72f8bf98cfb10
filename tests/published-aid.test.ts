import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plainAmounts } from './support/plain-amounts.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** The founding data from published aid data, checked against the research that selected it. */

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
});
afterAll(() => platform.close());

type Measures = Partial<Record<'committed' | 'disbursed' | 'spent', number>>;

/** By activity: the currency, and the sums of the sheet for Serbia, rounded as the research states them. */
const ACTIVITIES: readonly (readonly [string, string, Measures])[] = [
  ['XI-IATI-EC_NEAR-2011/258-095', 'EUR', { disbursed: 726511 }],
  ['XI-IATI-EC_NEAR-2011/257-738', 'EUR', { disbursed: 401188 }],
  ['XM-DAC-41123-PROJECT-102125', 'USD', { spent: -233 }],
  ['XI-IATI-EC_NEAR-2009/225-906', 'EUR', { disbursed: 53978 }],
  ['XI-IATI-EC_NEAR-2010/240-808', 'EUR', { disbursed: 276177 }],
  ['XI-IATI-EC_NEAR-2011/274-260', 'EUR', { disbursed: 46621 }],
  ['US-GOV-1-72016921CA00001', 'USD', { committed: 1500000, disbursed: 19949 }],
  ['XI-IATI-EC_NEAR-2009/209-004', 'EUR', { spent: 3473069 }],
  ['XI-IATI-EC_NEAR-2010/231-172', 'EUR', { spent: 33927 }],
  ['XI-IATI-EC_NEAR-2009/209-216', 'EUR', { spent: 4917488 }],
  ['XI-IATI-EC_NEAR-2010/242-918', 'EUR', { disbursed: 13988578 }],
  ['XI-IATI-EC_NEAR-2013/24815/7', 'EUR', { committed: 12377618 }],
  ['XI-IATI-EC_NEAR-2013/23621/7', 'EUR', { committed: 6466409 }],
  ['XI-IATI-EC_NEAR-2014/342-561', 'EUR', { disbursed: 12377618 }],
  ['CH-4-2010005594', 'USD', { disbursed: 1206762 }],
  ['CH-4-2010005595', 'USD', { disbursed: 147201 }],
  ['DK-1-125384-18449', 'USD', { committed: 3602252, disbursed: 2223918 }],
  ['DK-1-125384-20129', 'USD', { committed: 3234839, disbursed: 3012638 }],
  ['DK-1-125384-20132', 'USD', { disbursed: 1537586 }],
  ['DK-1-125384-20131', 'USD', { disbursed: 205163 }],
  ['NO-BRC-971277882-SRB-18/0001', 'USD', { committed: 4975369, disbursed: 8151682 }],
  ['41AAA-21319-001', 'USD', { committed: 16819434, spent: 7493750 }],
  ['US-GOV-1-169-PA-2013-001', 'USD', { committed: 4159987, disbursed: 4159987 }],
  ['XI-IATI-EC_NEAR-2008/160-921', 'EUR', { disbursed: 485286 }],
  ['XI-IATI-EC_NEAR-2012/306-285', 'EUR', { disbursed: 141761 }],
  ['XI-IATI-EC_NEAR-2011/263-627', 'EUR', { disbursed: 76244 }],
  ['XI-IATI-EC_NEAR-2008/160-894', 'EUR', { disbursed: 517492 }],
  ['XI-IATI-EC_NEAR-2010/244-791', 'EUR', { disbursed: 324605 }],
  ['XI-IATI-EC_NEAR-2011/268-373', 'EUR', { disbursed: 105410 }],
  ['XI-IATI-EC_NEAR-2009/222-910', 'EUR', { disbursed: 147886 }],
  ['XI-IATI-EC_NEAR-2011/258-874', 'EUR', { disbursed: 865303 }],
  ['XI-IATI-EC_NEAR-2008/166-573', 'EUR', { disbursed: 5836 }],
  ['XI-IATI-EC_NEAR-2012/308-632', 'EUR', { disbursed: 100714 }],
  ['XI-IATI-EC_NEAR-2011/263-024', 'EUR', { disbursed: 466605 }],
  ['XI-IATI-EC_NEAR-2008/166-611', 'EUR', { disbursed: 45971 }],
  ['XI-IATI-EC_NEAR-2008/166-756', 'EUR', { disbursed: 44838 }],
  ['XI-IATI-EC_NEAR-2008/166-692', 'EUR', { disbursed: 11160 }],
  ['XI-IATI-EC_NEAR-2012/291-998', 'EUR', { disbursed: 220306 }],
  ['XI-IATI-EC_NEAR-2011/257-489', 'EUR', { disbursed: 126723 }],
  ['XI-IATI-EC_NEAR-2011/259-072', 'EUR', { disbursed: 446618 }],
  ['XI-IATI-EC_NEAR-2011/257-734', 'EUR', { disbursed: 478071 }],
  ['XI-IATI-EC_NEAR-2011/257-736', 'EUR', { disbursed: 192251 }],
  ['XI-IATI-EC_NEAR-2011/259-246', 'EUR', { disbursed: 386360 }],
  ['XI-IATI-EC_NEAR-2011/257-088', 'EUR', { disbursed: 141378 }],
  ['XI-IATI-EC_NEAR-2011/259-044', 'EUR', { disbursed: 658518 }],
  ['XI-IATI-EC_NEAR-2012/284-146', 'EUR', { disbursed: 47939 }],
  ['XI-IATI-EC_NEAR-2008/166-403', 'EUR', { spent: 1152330 }],
  ['XI-IATI-EC_NEAR-2010/234-669', 'EUR', { spent: 2745483 }],
  ['XI-IATI-EC_NEAR-2011/272-530', 'EUR', { spent: 2718525 }],
  ['XI-IATI-EC_NEAR-2013/316-230', 'EUR', { disbursed: 3441541 }],
  ['XI-IATI-EC_NEAR-2018/403-896', 'EUR', { disbursed: 2200000 }],
  ['XI-IATI-EC_NEAR-2014/337-303', 'EUR', { spent: 2373208 }],
  ['XI-IATI-EC_NEAR-2018/41250/6', 'EUR', { committed: 39800000 }],
  ['CH-4-2007004246', 'USD', { committed: 5581056, disbursed: 3460919 }],
  ['CH-4-2010005826', 'USD', { committed: 5441221, disbursed: 1176456 }],
  ['CH-4-2010005599', 'USD', { disbursed: 2244028 }],
  ['DK-1-181079-24203', 'USD', { committed: 3212905, disbursed: 2836909 }],
  ['US-GOV-1-AID-169-C-17-00003', 'USD', { committed: 15084054, disbursed: 11216504 }],
  ['44000-P152104', 'USD', { committed: 100000000, disbursed: 78635912 }],
  ['44000-P170185', 'USD', { committed: 48000000, disbursed: 4176017 }],
];

interface PublishedGrant extends Record<'committed' | 'disbursed' | 'spent', string | null> {
  readonly scheme: string;
  readonly identifier: string;
  readonly currency: string;
  readonly reporter: { readonly slug: string } | null;
  readonly initiative: { readonly slug: string } | null;
  readonly transactions: {
    readonly nodes: readonly {
      readonly value: string;
      readonly description: string | null;
      readonly sourcePointer: string | null;
      readonly source: { readonly slug: string };
    }[];
  };
}

async function publishedGrants(): Promise<readonly PublishedGrant[]> {
  const { data } = await platform.succeed(`{ grants(first: 100) { nodes {
    scheme identifier currency reporter { slug } initiative { slug }
    committed { amount } disbursed { amount } spent { amount }
    transactions(first: 100) { nodes { value { amount } description sourcePointer source { slug } } } } } }`);
  const grants = plainAmounts(data.grants.nodes as readonly PublishedGrant[]);
  return grants.filter(({ scheme }) => scheme === 'IATI');
}

describe('the published aid of the founding data set', () => {
  test('has the sums of every activity that was selected, and no other activity', async () => {
    const rounded = (amount: string | null) =>
      amount === null ? undefined : Math.round(Number(amount));
    const sums = (await publishedGrants()).map(({ identifier, currency, ...grant }) => [
      identifier,
      currency,
      {
        committed: rounded(grant.committed),
        disbursed: rounded(grant.disbursed),
        spent: rounded(grant.spent),
      },
    ]);
    const byIdentifier = (list: readonly unknown[]) =>
      [...list].sort((a, b) => (String(a) < String(b) ? -1 : 1));
    expect(byIdentifier(sums)).toEqual(byIdentifier(ACTIVITIES));
  });

  test('states the row of each transaction, and the dollars that the euros were published as', async () => {
    const grants = await publishedGrants();
    for (const { currency, initiative, transactions } of grants) {
      expect(initiative).not.toBeNull();
      for (const { value, description, sourcePointer, source } of transactions.nodes) {
        expect(source.slug).toBe('iati-country-sheet-rs');
        expect(sourcePointer).toMatch(/^Data!\d+$/);
        if (currency !== 'EUR') continue;
        const dollars = /^USD (-?[\d.]+) in the sheet$/.exec(description ?? '')?.[1];
        expect(Number(dollars)).toBeCloseTo(Number(value) * 1.1884, 5);
      }
    }
    const rows = grants.flatMap(({ transactions }) =>
      transactions.nodes.map(({ sourcePointer }) => sourcePointer),
    );
    expect(new Set(rows).size).toBe(rows.length);
  });

  test('says in claims that the euros of the Commission were converted at one rate', async () => {
    const { data } =
      await platform.succeed(`{ initiative(slug: "employment-through-supplier-clusters") {
      claims { nodes { indicator number amount { currency } note source { slug } } } } }`);
    expect(data.initiative.claims.nodes).toEqual([
      {
        indicator: 'EU_CONTRIBUTION',
        number: '401188.45',
        amount: { currency: 'EUR' },
        note: expect.stringContaining(
          'USD 476772.35398, which are euros converted at 1.1884',
        ) as unknown,
        source: { slug: 'iati-country-sheet-rs' },
      },
    ]);
  });

  test('counts money once that a decision and its contract, or a donor and its agent, both report', async () => {
    const { data } = await platform.succeed(`{
      progres: grantTotals(filter: { initiative: { in: ["european-progres"] } }) {
        leftOut { reason grantCount } amounts(measures: [COMMITTED, DISBURSED]) { currency measure sum { amount } } }
      norway: grantTotals(filter: { initiative: { in: ["norway-for-you"] } }) {
        leftOut { reason grantCount } amounts(measures: [COMMITTED, DISBURSED, SPENT]) { currency measure sum { amount } } } }`);
    const sums = (totals: {
      amounts: { measure: string; currency: string; sum: string | null }[];
    }) =>
      totals.amounts
        .filter(({ sum }) => sum !== null)
        .map(({ measure, currency, sum }) => `${measure} ${currency} ${Number(sum).toFixed(0)}`)
        .sort();
    const { progres, norway } = plainAmounts(data);
    expect(progres.leftOut).toEqual([{ reason: 'SECONDARY_REPORT', grantCount: 1 }]);
    expect(sums(progres)).toEqual([
      'COMMITTED EUR 6466409',
      'DISBURSED EUR 12377618',
      `DISBURSED USD ${(1_206_762 + 147_201).toFixed(0)}`,
    ]);
    expect(norway.leftOut).toEqual([{ reason: 'PASSED_ON', grantCount: 1 }]);
    expect(sums(norway)).toEqual(['COMMITTED USD 4975369', 'DISBURSED USD 8151682']);
  });
});

describe('the identifiers of the founding data set', () => {
  test.each([
    ['NO-BRC', '971277882', 'norad', 'norway'],
    ['XM-DAC', '3-1', 'danida', 'denmark'],
    ['XI-IATI', 'CH-4', 'sdc', 'switzerland'],
    ['XI-IATI', 'EC_NEAR', 'dg-near', 'european-commission'],
  ])(
    'give %s %s to the agency that reports, a part of its donor',
    async (scheme, value, slug, parent) => {
      const { data } = await platform.succeed(`{
      organization(identifier: { scheme: "${scheme}", value: "${value}" }) { slug parent { slug parts { nodes { slug } } } } }`);
      expect(data.organization).toMatchObject({ slug, parent: { slug: parent } });
      expect(data.organization.parent.parts.nodes).toContainEqual({ slug });
    },
  );

  test('lead to the registers, and to the entry if the register has a page for each', async () => {
    const { data } = await platform.succeed(`{
      university: organization(slug: "university-of-nis") { identifiers { scheme url registerUrl } }
      usaid: organization(slug: "usaid") { identifiers { scheme value url registerUrl } } }`);
    expect(data.university.identifiers).toEqual([
      {
        scheme: 'XI-ROR',
        url: 'https://ror.org/00965bg92',
        registerUrl: 'https://org-id.guide/list/XI-ROR',
      },
      {
        scheme: 'XI-WIKIDATA',
        url: 'https://www.wikidata.org/entity/Q1388776',
        registerUrl: 'https://org-id.guide/list/XI-WIKIDATA',
      },
      { scheme: 'XI-GRID', url: null, registerUrl: 'https://org-id.guide/list/XI-GRID' },
      {
        scheme: 'ISNI',
        url: 'https://isni.org/isni/0000000109421176',
        registerUrl: 'https://isni.org',
      },
      {
        scheme: 'FUNDREF',
        url: 'https://doi.org/10.13039/501100023792',
        registerUrl: 'https://www.crossref.org/services/funder-registry/',
      },
    ]);
    expect(data.usaid.identifiers).toEqual([
      {
        scheme: 'US-GOV',
        value: '1',
        url: 'https://d-portal.org/ctrack.html?publisher=US-GOV-1',
        registerUrl: null,
      },
      {
        scheme: 'XI-IATI',
        value: 'US-1',
        url: 'https://d-portal.org/ctrack.html?publisher=US-1',
        registerUrl: 'https://org-id.guide/list/XI-IATI',
      },
    ]);
  });

  test('lead to the same entries from the export as JSON-LD, with parents and memberships', async () => {
    const response = await fetch(`${platform.url}/export/organizations.jsonld`);
    const { '@graph': graph } = (await response.json()) as {
      '@graph': readonly Readonly<Record<string, unknown>>[];
    };
    const node = (slug: string) =>
      graph.find(({ '@id': id }) => id === `${platform.url}/organizations/${slug}`);
    expect(node('university-of-nis')).toMatchObject({
      sameAs: [
        'https://ror.org/00965bg92',
        'https://www.wikidata.org/entity/Q1388776',
        'https://isni.org/isni/0000000109421176',
        'https://doi.org/10.13039/501100023792',
      ],
    });
    expect(node('sdc')).toMatchObject({
      sameAs: ['https://d-portal.org/ctrack.html?publisher=CH-4'],
      parentOrganization: { '@id': `${platform.url}/organizations/switzerland` },
    });
    expect(node('nicat')).toMatchObject({
      memberOf: [
        { memberOf: { name: 'Best Serbian Clusters' }, startDate: '2013-06-25' },
        {
          '@type': 'OrganizationRole',
          memberOf: { '@id': `${platform.url}/organizations/scan` },
          roleName: 'FOUNDING',
          startDate: '2015',
        },
      ],
    });
  });

  test('are found by the names of official data, in any script', async () => {
    const found = async (query: string) => {
      const { data } = await platform.succeed(
        `query ($query: String!) { search(query: $query, first: 1) { nodes { ... on Organization { slug } } } }`,
        { query },
      );
      return data.search.nodes[0]?.slug as string | undefined;
    };
    expect(await found('Opstina Temerin')).toBe('municipality-of-temerin');
    expect(await found('Привредна комора Србије')).toBe('serbian-chamber');
    expect(await found('Regionalna razvojna agencija Zlatibor')).toBe('rda-zlatibor');
  });
});

describe('what is only inferred', () => {
  test('has a source that says so, and the initiative says from what', async () => {
    const { data } = await platform.succeed(`{ initiatives(first: 100) { nodes {
      slug description participants { edges { role node { slug } source { slug title confidence } } } } } }`);
    const inferred = (
      data.initiatives.nodes as {
        slug: string;
        description: string | null;
        participants: {
          edges: { role: string; node: { slug: string }; source: Record<string, string> }[];
        };
      }[]
    ).flatMap(({ slug, description, participants }) =>
      participants.edges
        .filter(({ source }) => source.slug === 'inferences')
        .map(({ role, node, source }) => ({ slug, description, role, of: node.slug, source })),
    );
    expect(inferred.map(({ slug, role, of }) => `${of} ${role} ${slug}`).sort()).toEqual([
      'ac-serbia PARTNER give',
      'ict-hub IMPLEMENTER super-cluster-activity-in-serbia',
      'nard EXTENDING private-sector-development-project',
      'vmc BENEFICIARY norway-for-you',
    ]);
    for (const { description, source } of inferred) {
      expect(description).toContain('inferred');
      expect(source).toMatchObject({
        title: expect.stringContaining('no source states it') as unknown,
        confidence: 'LEAD',
      });
    }
  });
});

describe('further clusters of the founding data set', () => {
  test('are in the network, but not in the association', async () => {
    const { data } = await platform.succeed(`{
      partners(first: 100) {
        nodes { slug category: partnerCategory memberships { totalCount } } } }`);
    const partners = data.partners.nodes as {
      slug: string;
      category: string;
      memberships: { totalCount: number };
    }[];
    const nodes = partners.filter(({ category }) => category === 'DOMESTIC_CLUSTER');
    expect(nodes.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['west-metal-group', 'netwood', 'recycling-cluster-south', 'raccs']),
    );
    expect(nodes.every(({ memberships }) => memberships.totalCount === 0)).toBe(true);
  });

  test('keep the two founding dates of Dunđer', async () => {
    const { data } = await platform.succeed(`{ organization(slug: "dundjer") {
      claims(filter: { indicator: { in: [FOUNDED_ON] } }) { nodes { date } } } }`);
    expect(data.organization.claims.nodes.map(({ date }: { date: string }) => date).sort()).toEqual(
      ['2007', '2008-06-11'],
    );
  });
});
