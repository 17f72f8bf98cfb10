import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FOUNDING_DATA_SET } from '../src/cli.js';
import { loadDataSet } from '../src/data-set/load-data-set.js';
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

  test('has the memorandum of 25 June 2013 as one partnership of six, all but the later seventh', async () => {
    const { data } = await platform.succeed(`{
      association(slug: "best-serbian-clusters") { members { nodes { slug } } }
      partnerships(filter: { kind: [MEMORANDUM] }) { nodes { since parties { nodes { slug } } } } }`);
    const six = FOUNDERS.filter((slug) => slug !== 'ict-cs');
    const slugs = (nodes: readonly { slug: string }[]) => nodes.map(({ slug }) => slug).sort();
    const memorandum = data.partnerships.nodes.filter(
      (node: { since: string }) => node.since === '2013-06-25',
    );
    expect(memorandum).toHaveLength(1);
    expect(slugs(memorandum[0].parties.nodes)).toEqual(six);
    expect(slugs(data.association.members.nodes)).toEqual(six);
  });

  test('has the three whom the announcement names, their seats and their words, and nobody else', async () => {
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

  test('claims the employees and the revenue for the members together, as at least and over', async () => {
    const claims = (slug: string) =>
      platform.succeed(`{ organization(slug: "${slug}") {
        claims(filter: { indicator: [EMPLOYEES, ANNUAL_REVENUE] }) {
          nodes { indicator scope qualifier number currency asOf } } } }`);
    const { data } = await claims('scan');
    expect(data.organization.claims.nodes).toEqual(
      expect.arrayContaining([
        {
          indicator: 'EMPLOYEES',
          scope: 'MEMBERS_TOGETHER',
          qualifier: 'AT_LEAST',
          number: '30000',
          currency: null,
          asOf: '2015-12',
        },
        {
          indicator: 'ANNUAL_REVENUE',
          scope: 'MEMBERS_TOGETHER',
          qualifier: 'OVER',
          number: '1000000000',
          currency: 'EUR',
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
  ])('keeps what sources say differently of %s: %s', async (slug, indicator, values) => {
    const { data } = await platform.succeed(`{ organization(slug: "${slug}") {
      claims(filter: { indicator: [${indicator}] }) { nodes { number date source { slug } } } } }`);
    const { nodes } = data.organization.claims as {
      nodes: { number: string | null; date: string | null }[];
    };
    expect(nodes.map(({ number, date }) => number ?? date).sort()).toEqual(values);
  });

  test('keeps apart what is easily mixed up', async () => {
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

  test('has a source that is no invention on every claim', async () => {
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
