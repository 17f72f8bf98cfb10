import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType } from 'graphql';
import { idOfKey } from '../src/domain/ids.js';
import {
  connectionFields,
  objectTypesOf,
  orderFieldsOf,
  PAGE_ARGUMENTS,
  PAGE_INFO,
  PAGE_VARIABLES,
  typeOf,
} from './support/connections.js';
import { plainAmounts } from './support/plain-amounts.js';
import { schema } from './support/schema.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';
import { walkBackwards, walkForwards, type PageOf } from './support/walk.js';

/** Every list of the schema, by every order that it has, walked in small pages in both directions. */
const query = typeOf(schema, 'Query');

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('FOUNDING');
});
afterAll(() => platform.close());

const asked = async (operation: string, variables?: object) =>
  plainAmounts((await platform.succeed(operation, { ...variables })).data);

type Keyed = Readonly<Record<string, string | null>> & { readonly id: string };
/** What a node is sorted by, as text that sorts as the list does; null comes last in both directions. */
type Key = readonly [fields: string, of: (node: Keyed) => string | null];

const KEYS: Readonly<Record<string, Key>> = {
  NAME: ['name', ({ name }) => fold(name)],
  SLUG: ['slug', ({ slug }) => slug ?? null],
  TITLE: ['title', ({ title }) => fold(title)],
  SINCE: ['since', ({ since }) => since ?? null],
  STARTS_AT: ['startsAt', ({ startsAt }) => startsAt ?? null],
  OPENED_ON: ['openedOn', ({ openedOn }) => openedOn ?? null],
  PUBLISHED_ON: ['publishedOn', ({ publishedOn }) => publishedOn ?? null],
  STARTS_ON: ['startsOn', ({ startsOn }) => startsOn ?? null],
  STARTED_ON: ['startedOn', ({ startedOn }) => startedOn ?? null],
  AS_OF: ['asOf', ({ asOf }) => asOf ?? null],
  INDICATOR: ['indicator', ({ indicator }) => indicator ?? null],
  CODE: ['code', ({ code }) => code ?? null],
  AWARDED_ON: ['awardedOn', ({ awardedOn }) => awardedOn ?? null],
  AWARDED: ['awarded { amount }', ({ awarded }) => comparable(awarded)],
  VALUE_DATE: ['valueDate', ({ valueDate }) => valueDate ?? null],
  VALUE: ['value { amount }', ({ value }) => comparable(value)],
  MONTH: ['month', ({ month }) => month ?? null],
};
const SECTOR_CODE: Key = ['scheme code', ({ scheme, code }) => `${scheme ?? ''} ${code ?? ''}`];

/** A number as a text that sorts as it does: without decimals, and moved above zero. */
function comparable(number: string | null | undefined): string | null {
  if (number == null) return null;
  const [whole = '', decimals = ''] = number.split('.');
  return String(BigInt(whole + decimals.padEnd(20, '0')) + 5n * 10n ** 40n);
}

/** Sorts by keys, each in its direction, those without a value last. */
function sorted<T>(
  rows: readonly T[],
  ...by: readonly (readonly [direction: string, key: (row: T) => string | null])[]
): T[] {
  return rows.toSorted((one, other) => {
    for (const [direction, key] of by) {
      const [left, right] = [key(one), key(other)];
      if (left === right) continue;
      if (left === null) return 1;
      if (right === null) return -1;
      return left < right === (direction === 'ASC') ? -1 : 1;
    }
    return 0;
  });
}

/** As `search_fold` does, for the letters that the founding data has. */
function fold(text: string | null | undefined): string {
  return (text ?? '')
    .replaceAll(/[đĐ]/g, 'dj')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The size of pages of which a list has a dozen, or as many as it needs if it has thousands. */
const smallPage = (length: number) => Math.min(Math.max(2, Math.ceil(length / 12)), 99);

function keyOf(list: string, order: string): Key {
  const key = list === 'sectors' && order === 'CODE' ? SECTOR_CODE : KEYS[order];
  if (key === undefined) throw new Error(`It is not said here what ${order} orders by.`);
  return key;
}

describe('a list at the root', () => {
  const lists = connectionFields(query)
    .filter(({ name }) => name !== 'search')
    .flatMap((field) => orderFieldsOf(field).map((order) => [field.name, order] as const));
  const pagesOf =
    (field: string, orderBy: string, fields = '') =>
    async (variables: object): Promise<PageOf<Keyed>> =>
      (
        await asked(
          `query (${PAGE_VARIABLES}) {
             list: ${field}(${PAGE_ARGUMENTS}, orderBy: ${orderBy}) { nodes { id ${fields} } ${PAGE_INFO} }
           }`,
          variables,
        )
      ).list;
  const wholes = new Map<string, Promise<readonly Keyed[]>>();
  /** Each is read once: some have thousands. */
  const wholeOf = (field: string, order: string, direction: string): Promise<readonly Keyed[]> => {
    const orderBy = `{ field: ${order}, direction: ${direction} }`;
    const page = pagesOf(field, orderBy, keyOf(field, order)[0]);
    const whole =
      wholes.get(`${field} ${orderBy}`) ?? walkForwards((after) => page({ first: 100, after }));
    wholes.set(`${field} ${orderBy}`, whole);
    return whole;
  };

  test.each(lists)('%s by %s is complete and sorted, in both directions', async (field, order) => {
    const [, key] = keyOf(field, order);
    const ascending = await wholeOf(field, order, 'ASC');
    const descending = await wholeOf(field, order, 'DESC');
    const { list } = await asked(`{ list: ${field}(first: 0) { totalCount } }`);

    expect(new Set(ascending.map(({ id }) => id)).size).toBe(list.totalCount);
    expect(ascending).toHaveLength(list.totalCount);
    expect(ascending).toEqual(sorted(ascending, ['ASC', key], ['ASC', ({ id }) => id]));
    expect(descending).toEqual(sorted(ascending, ['DESC', key], ['DESC', ({ id }) => id]));
  });

  test.each(
    lists.flatMap(([field, order]) => [
      [field, order, 'ASC'],
      [field, order, 'DESC'],
    ]),
  )(
    '%s by %s_%s is the same in small pages, forward and backward',
    async (field = '', order = '', direction = '') => {
      const page = pagesOf(field, `{ field: ${order}, direction: ${direction} }`);
      const whole = (await wholeOf(field, order, direction)).map(({ id }) => ({ id }));
      const size = smallPage(whole.length);

      expect(await walkForwards((after) => page({ first: size, after }))).toEqual(whole);
      expect(await walkBackwards((before) => page({ last: size, before }))).toEqual(whole);
    },
  );
});

describe('several sort orders at once', () => {
  const PAIRS: readonly (readonly [list: string, first: string, second: string])[] = [
    ['partnerships', 'SINCE', 'TITLE'],
    ['initiatives', 'STARTED_ON', 'TITLE'],
    ['grants', 'AWARDED_ON', 'AWARDED'],
    ['grants', 'AWARDED', 'AWARDED_ON'],
    ['claims', 'INDICATOR', 'AS_OF'],
    ['organizations', 'NAME', 'SLUG'],
  ];
  const DIRECTIONS = ['ASC', 'DESC'];
  const cases = PAIRS.flatMap(([list, first, second]) =>
    DIRECTIONS.flatMap((one) =>
      DIRECTIONS.map((other) => [list, first, one, second, other] as const),
    ),
  );

  test.each(cases)(
    '%s by %s %s, then by %s %s, is sorted and the same in small pages',
    async (list, first, one, second, other) => {
      const [[firstFields, firstKey], [secondFields, secondKey]] = [
        keyOf(list, first),
        keyOf(list, second),
      ];
      const page =
        (fields: string) =>
        async (variables: object): Promise<PageOf<Keyed>> =>
          (
            await asked(
              `query ($orders: [${orderTypeOf(list)}!], ${PAGE_VARIABLES}) {
                 list: ${list}(${PAGE_ARGUMENTS}, orderBy: $orders) { nodes { id ${fields} } ${PAGE_INFO} } }`,
              {
                orders: [
                  { field: first, direction: one },
                  { field: second, direction: other },
                ],
                ...variables,
              },
            )
          ).list;
      const whole = await walkForwards((after) =>
        page(`${firstFields} ${secondFields}`)({ first: 100, after }),
      );
      expect(whole.length).toBeGreaterThan(5);
      expect(whole).toEqual(
        sorted(whole, [one, firstKey], [other, secondKey], [other, ({ id }) => id]),
      );
      const ids = whole.map(({ id }) => ({ id }));
      const size = smallPage(whole.length);
      expect(await walkForwards((after) => page('')({ first: size, after }))).toEqual(ids);
      expect(await walkBackwards((before) => page('')({ last: size, before }))).toEqual(ids);
    },
  );

  test('with the same field are refused with their place', async () => {
    const { errors } = await platform.ask<unknown>(
      '{ claims(orderBy: [{ field: AS_OF }, { field: INDICATOR }, { field: AS_OF, direction: DESC }]) { totalCount } }',
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      inputPath: ['orderBy', 2],
    });
  });

  test('are optional: by default, dated entries come newest first, and scored ones best first', async () => {
    const { memberships, search } = await asked(
      '{ memberships(first: 100) { nodes { id since } } search(query: "klaster") { edges { score } } }',
    );
    const { nodes } = memberships as { nodes: Keyed[] };
    expect(nodes).toEqual(
      sorted(nodes, ['DESC', ({ since }) => since ?? null], ['DESC', ({ id }) => id]),
    );
    const scores = (search as { edges: { score: number }[] }).edges.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
  });

  function orderTypeOf(list: string): string {
    const argument = query.getFields()[list]?.args.find(({ name }) => name === 'orderBy');
    return getNamedType(argument?.type)?.name ?? '';
  }
});

describe('a list of a node', () => {
  /** Each type that has lists, and where ones that are long are found. */
  const PARENTS: Readonly<Record<string, readonly string[]>> = {
    Organization: ['scan', 'voict', 'facts', 'vmc', 'nicat', 'ac-serbia'].map(
      (slug) => `organization(slug: "${slug}")`,
    ),
    Cluster: ['cluster(slug: "voict")'],
    Sector: ['sector(scheme: NACE_REV2, code: "62")', 'sector(scheme: NACE_REV2, code: "25")'],
    Region: ['region(code: "RS")', 'region(code: "RS12")'],
    Partnership: ['partnership(slug: "memorandum-of-six-clusters-2013")'],
    Person: ['person(slug: "marina-blagojevic")'],
    Event: ['event(slug: "scan-launch")'],
    AdvocacyCase: ['advocacyCase(slug: "science-technology-park-nis")'],
    Announcement: ['announcement(slug: "serbian-cluster-association-is-here")'],
    CooperationOffer: ['cooperationOffer(slug: "voict-it-education")'],
    Initiative: ['give', 'vojvodina-metal-cluster-project'].map(
      (slug) => `initiative(slug: "${slug}")`,
    ),
    Source: ['source(slug: "scan-announcement")', 'source(slug: "danas-cluster-grants")'],
    GrantProgramme: ['grantProgramme(slug: "national-cluster-programme")'],
    Grant: [
      'SCAN:danube-region-programme-capttict:EUR',
      'IATI:XI-IATI-EC_NEAR-2009/209-004:EUR',
      'SCAN:secep-ac-serbia:XXX',
    ].map((key) => `grant(id: "${idOfKey('Grant', key)}")`),
  };
  const ofEveryOrganization = typeOf(schema, 'Organization').getFields();
  const lists = Object.entries(PARENTS).flatMap(([name, parents]) =>
    connectionFields(typeOf(schema, name))
      .filter((field) => name !== 'Cluster' || !(field.name in ofEveryOrganization))
      .flatMap((field) =>
        orderFieldsOf(field).flatMap((order) =>
          ['ASC', 'DESC'].map(
            (direction) =>
              [
                `${name}.${field.name}`,
                `{ field: ${order}, direction: ${direction} }`,
                field.name,
                parents,
              ] as const,
          ),
        ),
      ),
  );

  test('is tested here, for every type', () => {
    const walked = new Set<string>(lists.map(([name]) => name));
    const missing = objectTypesOf(schema)
      .filter((type) => type !== query)
      .flatMap((type) =>
        connectionFields(type).map(({ name }) =>
          type.getInterfaces().some((each) => each.name === 'Organization') &&
          name in ofEveryOrganization
            ? `Organization.${name}`
            : `${type.name}.${name}`,
        ),
      )
      .filter((name) => !walked.has(name));

    expect(missing).toEqual([]);
  });

  test.each(lists)(
    '%s by %s is the same in small pages, forward and backward',
    async (_name, orderBy, field, parents) => {
      for (const parent of parents) {
        const page = async (variables: object): Promise<PageOf<{ id: string }>> =>
          (
            await asked(
              `query (${PAGE_VARIABLES}) { parent: ${parent} {
                 list: ${field}(${PAGE_ARGUMENTS}, orderBy: ${orderBy}) {
                   totalCount nodes { id } ${PAGE_INFO}
                 }
               } }`,
              variables,
            )
          ).parent.list;
        const whole = await page({ first: 100 });

        expect(whole).toMatchObject({ totalCount: whole.nodes.length });
        // One page is the whole list then, as just read.
        if (whole.nodes.length < 2) continue;
        const size = smallPage(whole.nodes.length);
        expect(await walkForwards((after) => page({ first: size, after }))).toEqual(whole.nodes);
        expect(await walkBackwards((before) => page({ last: size, before }))).toEqual(whole.nodes);
      }
    },
  );

  const NAME = 'node { name }';
  test.each([
    ['association(slug: "scan")', 'members', 'NAME', NAME],
    ['cluster(slug: "facts")', 'members', 'SINCE', 'since'],
    ['cluster(slug: "voict")', 'memberships', 'NAME', NAME],
    ['cluster(slug: "voict")', 'memberships', 'SINCE', 'since'],
    ['cluster(slug: "voict")', 'partnerships', 'TITLE', 'node { title }'],
    ['cluster(slug: "voict")', 'partners', 'NAME', NAME],
    ['cluster(slug: "voict")', 'partners', 'SHARED', 'sharedPartnershipCount'],
    ['cluster(slug: "voict")', 'partners', 'SINCE', 'partnerships { since }'],
    ['cluster(slug: "ac-serbia")', 'initiatives', 'SINCE', 'since'],
    ['cluster(slug: "vmc")', 'claims', 'AS_OF', 'node { asOf }'],
    ['initiative(slug: "vojvodina-metal-cluster-project")', 'participants', 'NAME', NAME],
    ['initiative(slug: "give")', 'participants', 'SINCE', 'since'],
    ['partnership(slug: "memorandum-of-six-clusters-2013")', 'parties', 'NAME', NAME],
    [
      'announcement(slug: "serbian-cluster-association-is-here")',
      'quotes',
      'POSITION',
      'node { position }',
    ],
    ['region(code: "RS12")', 'organizations', 'NAME', NAME],
  ])('%s { %s } by %s is sorted, in both directions', async (parent, list, order, fields) => {
    const keysBy = async (direction: string): Promise<(string | number | null)[]> => {
      const { found } = await asked(
        `{ found: ${parent} { list: ${list}(orderBy: { field: ${order}, direction: ${direction} }) { edges { ${fields} } } } }`,
      );
      return found.list.edges.map((edge: object) => {
        // Of several partnerships, the first counts.
        const [value] = leavesOf(edge).toSorted((one, other) =>
          String(one) < String(other) ? -1 : 1,
        );
        return order === 'NAME' || order === 'TITLE' ? fold(String(value)) : (value ?? null);
      });
    };
    const ascending = await keysBy('ASC');
    const inOrder = (values: readonly (string | number | null)[], sign: number) =>
      values.toSorted((one, other) =>
        one === null || other === null
          ? Number(one === null) - Number(other === null)
          : sign * (one < other ? -1 : Number(one > other)),
      );

    expect(ascending.length).toBeGreaterThan(1);
    expect(ascending).toEqual(inOrder(ascending, 1));
    expect(await keysBy('DESC')).toEqual(inOrder(ascending, -1));
  });
});

function leavesOf(value: unknown): (string | number | null)[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(leavesOf)
    : [value as string | number | null];
}
