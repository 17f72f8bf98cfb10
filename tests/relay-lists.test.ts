import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { idOfKey } from '../src/domain/ids.js';
import {
  connectionFields,
  objectTypesOf,
  ordersOf,
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
/** What a node is ordered by, as text that sorts as the list does. */
type Key = readonly [fields: string, of: (node: Keyed) => string];

const KEYS: Readonly<Record<string, Key>> = {
  NAME: ['name', ({ name }) => fold(name)],
  SLUG: ['slug', ({ slug }) => slug ?? ''],
  TITLE: ['title', ({ title }) => fold(title)],
  SINCE: ['since', ({ since }) => since ?? '9999'],
  STARTS_AT: ['startsAt', ({ startsAt }) => startsAt ?? ''],
  OPENED_ON: ['openedOn', ({ openedOn }) => openedOn ?? '9999'],
  PUBLISHED_ON: ['publishedOn', ({ publishedOn }) => publishedOn ?? '9999'],
  STARTED_ON: ['startedOn', ({ startedOn }) => startedOn ?? '9999'],
  AS_OF: ['asOf', ({ asOf }) => asOf ?? ''],
  INDICATOR: ['indicator', ({ indicator }) => indicator ?? ''],
  CODE: ['code', ({ code }) => code ?? ''],
  AWARDED_ON: ['awardedOn', ({ awardedOn }) => awardedOn ?? ''],
  AWARDED: ['awarded { amount }', ({ awarded }) => comparable(awarded)],
  VALUE_DATE: ['valueDate', ({ valueDate }) => valueDate ?? ''],
  VALUE: ['value { amount }', ({ value }) => comparable(value)],
  MONTH: ['month', ({ month }) => month ?? ''],
};
const SECTOR_CODE: Key = ['scheme code', ({ scheme, code }) => `${scheme ?? ''} ${code ?? ''}`];

/** A number as a text that sorts as it does; none of the founding data is negative. */
function comparable(number: string | null | undefined): string {
  const [whole = '', decimals = ''] = (number ?? '0').split('.');
  return `${whole.padStart(20, '0')}.${decimals.padEnd(10, '0')}`;
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

function keyOf(list: string, order: string): Key {
  const key = list === 'sectors' && order === 'CODE' ? SECTOR_CODE : KEYS[order];
  if (key === undefined) throw new Error(`It is not said here what ${order} orders by.`);
  return key;
}

describe('a list at the root', () => {
  const lists = connectionFields(query)
    .filter(({ name }) => name !== 'search')
    .flatMap((field) =>
      ordersOf(field)
        .filter((orderBy) => orderBy.endsWith('_ASC'))
        .map((orderBy) => [field.name, orderBy.replace('_ASC', '')] as const),
    );
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
    const orderBy = `${order}_${direction}`;
    const page = pagesOf(field, orderBy, keyOf(field, order)[0]);
    const whole =
      wholes.get(`${field} ${orderBy}`) ?? walkForwards((after) => page({ first: 100, after }));
    wholes.set(`${field} ${orderBy}`, whole);
    return whole;
  };

  test.each(lists)('%s by %s has everything, in order, either way', async (field, order) => {
    const [, key] = keyOf(field, order);
    const ascending = await wholeOf(field, order, 'ASC');
    const descending = await wholeOf(field, order, 'DESC');
    const { list } = await asked(`{ list: ${field}(first: 0) { totalCount } }`);

    expect(new Set(ascending.map(({ id }) => id)).size).toBe(list.totalCount);
    expect(ascending).toHaveLength(list.totalCount);
    const keys = ascending.map(key);
    expect(keys).toEqual([...keys].sort());
    expect(descending).toEqual([...ascending].reverse());
  });

  test.each(
    lists.flatMap(([field, order]) => [
      [field, order, 'ASC'],
      [field, order, 'DESC'],
    ]),
  )(
    '%s by %s_%s is the same in small pages, from its beginning and from its end',
    async (field = '', order = '', direction = '') => {
      const page = pagesOf(field, `${order}_${direction}`);
      const whole = (await wholeOf(field, order, direction)).map(({ id }) => ({ id }));
      // of three; of more where there are thousands
      const size = Math.min(Math.max(3, Math.ceil(whole.length / 70)), 99);

      expect(await walkForwards((after) => page({ first: size, after }))).toEqual(whole);
      expect(await walkBackwards((before) => page({ last: size, before }))).toEqual(whole);
    },
  );
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
    Grant: ['danube-region-programme-capttict:EUR', 'eu-secep:XXX', 'secep-ac-serbia:XXX'].map(
      (key) => `grant(id: "${idOfKey('Grant', `SCAN:${key}`)}")`,
    ),
  };
  const ofEveryOrganization = typeOf(schema, 'Organization').getFields();
  const lists = Object.entries(PARENTS).flatMap(([name, parents]) =>
    connectionFields(typeOf(schema, name))
      .filter((field) => name !== 'Cluster' || !(field.name in ofEveryOrganization))
      .flatMap((field) =>
        ordersOf(field).map(
          (orderBy) => [`${name}.${field.name}`, orderBy, field.name, parents] as const,
        ),
      ),
  );

  test('is among those that are walked here, whatever its type', () => {
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
    '%s by %s is the same in pages of two, from its beginning and from its end',
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
        expect(await walkForwards((after) => page({ first: 2, after }))).toEqual(whole.nodes);
        expect(await walkBackwards((before) => page({ last: 2, before }))).toEqual(whole.nodes);
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
  ])('%s { %s } by %s has them in order, either way', async (parent, list, order, fields) => {
    const keysBy = async (direction: string): Promise<(string | number)[]> => {
      const { found } = await asked(
        `{ found: ${parent} { list: ${list}(orderBy: ${order}_${direction}) { edges { ${fields} } } } }`,
      );
      return found.list.edges.map((edge: object) => {
        const [value] = leavesOf(edge);
        return order === 'NAME' || order === 'TITLE'
          ? fold(String(value))
          : (value ?? (order === 'AS_OF' ? '' : '9999'));
      });
    };
    const ascending = await keysBy('ASC');

    expect(ascending.length).toBeGreaterThan(1);
    expect(ascending).toEqual([...ascending].sort((one, other) => (one < other ? -1 : 1)));
    expect(await keysBy('DESC')).toEqual([...ascending].reverse());
  });
});

function leavesOf(value: unknown): (string | number | null)[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(leavesOf)
    : [value as string | number | null];
}
