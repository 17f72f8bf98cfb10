import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getNamedType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { Node } from '../../entities/shared/node.interface.js';
import { NODE_CLASSES } from '../../resolvers/node-classes.js';
import { COPIED_TABLES, sourceOf } from '../../src/aggregates/copied-tables.js';
import { readDataSet } from '../../src/data-set/read-data-set.js';
import { RECORD_FILES } from '../../src/data-set/records.js';
import { References } from '../../src/data-set/references.js';
import { syntheticRowCounts } from '../../src/data-set/synthetic-network.js';
import { toRows } from '../../src/data-set/to-rows.js';
import type { Database } from '../../src/database/database.js';
import { ENTITIES } from '../../src/database/entities.js';
import { ID_TAGS } from '../../src/domain/ids.js';
import { DOMAIN_OF } from '../../src/federation/domains.js';
import { TABLES, WHOLE } from '../../src/network/snapshot-sql.js';
import { dataSetFolder, removeDataSetFolders } from '../support/data-set-folder.js';
import { openTestDatabase } from '../support/databases.js';
import { FIRST } from '../support/first-data-set.js';
import { schema } from '../support/schema.js';

/** Each part of an entity is there, or its absence has a reason. A failure says what is missing and where to add it. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const HERE = 'tests/architecture/entities.test.ts';

/** The exceptions: what lacks a part, and why. */
const EXCEPTIONS = {
  'lookup query': {
    Quote: 'is read from its announcement or its person',
    ExcellenceLabel: 'is read from its cluster',
  },
  'connection query': {
    Quote: 'is listed for its announcement or its person',
    ExcellenceLabel: 'is listed for its cluster',
  },
  record: {
    Quote: 'is part of an announcement: AnnouncementRecord.quotes',
    ExcellenceLabel: 'is part of a cluster: OrganizationRecord.labels',
    InitiativeParticipation: 'is part of an initiative: InitiativeRecord.participants',
    Transaction: 'is part of a grant: GrantRecord.transactions',
    Budget: 'is part of a grant: GrantRecord.budgets',
  },
  'row of a record': {
    NamedParent: 'is stored by imports only, until its grant is imported',
    OrganizationMerge: 'is stored by the command that merges organizations',
    MatchDecision: 'is stored by the command that decides on proposals',
  },
  'synthetic row': {
    NamedParent: 'is stored by imports only, until its grant is imported',
    OrganizationMerge: 'is stored by the command that merges organizations',
    MatchDecision: 'is stored by the command that decides on proposals',
  },
  'data version': {
    changed_row: 'is in no answer',
    data_version: 'is the version itself',
    match_decision: 'is in no answer',
    migrations: 'is in no answer',
    network_version: 'is in no answer',
    search_entry: 'is made from other tables, by their triggers',
    typeorm_metadata: 'is in no answer',
    without_founding_data: 'is in no answer',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A class of an entity, with the file that declares it. */
interface EntityClass {
  readonly name: string;
  readonly target: new () => object;
  readonly file: string;
  /** Null for a kind of another entity, whose table it shares. */
  readonly table: string | null;
}

/** One thing that must have a part. */
interface Demand {
  readonly name: string;
  readonly isMet: boolean;
  /** Says what is missing and where to add it. */
  readonly otherwise: string;
}

let database: Database;
let entities: readonly EntityClass[];
let tables: readonly string[];
beforeAll(async () => {
  database = await openTestDatabase('EMPTY');
  entities = await entityClasses();
  const rows = await database.read(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    [],
  );
  tables = rows.map(({ name }) => name as string);
});
afterAll(async () => {
  removeDataSetFolders();
  await database.close();
});

test('every entity is found', () => {
  expect(entities.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Cluster', 'EventOrganizer', 'Grant', 'Organization', 'Quote']),
  );
  expect(tables.length).toBeGreaterThan(30);
});

describe('an entity', () => {
  test('is listed', () => {
    refuse(
      entities.map(({ name, target, file }) => ({
        name,
        isMet: (ENTITIES as readonly unknown[]).includes(target),
        otherwise: `${name} (${file}) is no entity of the database: add it to ENTITIES in src/database/entities.ts.`,
      })),
    );
  });

  test('has a table', () => {
    refuse(
      owners().map(({ name, table }) => ({
        name,
        isMet: tables.includes(table),
        otherwise: `${name} has no table "${table}": add a migration that creates it to src/database/migrations, and list it in src/database/migrations.ts.`,
      })),
    );
  });

  test('makes rows of its records', async () => {
    const findings = readDataSet(dataSetFolder(FIRST));
    const references = await References.look(database.dataSource.manager, [], findings);
    const stored = new Set(toRows(findings.dataSet, references, []).map(({ entity }) => entity));
    refuse(
      owners().map(({ name, target }) => ({
        name,
        isMet: stored.has(target),
        otherwise: `No rows of ${name} are made of records: add them to src/data-set/rows, in a function that src/data-set/to-rows.ts calls.`,
      })),
      'row of a record',
    );
  });

  test('has two synthetic rows or more', () => {
    const counts = syntheticRowCounts({ ties: 400, seed: 1, grants: 100 });
    refuse(
      owners().map(({ name, target }) => ({
        name,
        isMet: (counts.get(target) ?? 0) >= 2,
        otherwise: `The synthetic network has ${counts.get(target) ?? 0} rows of ${name}; add a table with two or more to src/data-set/synthetic, and to tablesOf in src/data-set/synthetic-network.ts.`,
      })),
      'synthetic row',
    );
  });
});

describe('an entity that is a node', () => {
  test('has a kind of id', () => {
    refuse(
      owners(nodes()).map(({ name }) => ({
        name,
        isMet: Object.hasOwn(ID_TAGS, name),
        otherwise: `${name} has no kind of id: add it with the next free tag to ID_TAGS in src/domain/ids.ts.`,
      })),
    );
  });

  test('is found by its id', () => {
    refuse(
      owners(nodes()).map(({ name, target }) => ({
        name,
        isMet: (NODE_CLASSES as Readonly<Record<string, unknown>>)[name] === target,
        otherwise: `${name} is not found by its id: add it to NODE_CLASSES in resolvers/node-classes.ts.`,
      })),
    );
  });

  test('belongs to the domain of its folder', () => {
    refuse(
      owners(nodes()).map(({ name, file }) => ({
        name,
        isMet: file.startsWith(
          `entities/${(DOMAIN_OF as Readonly<Record<string, string>>)[name] ?? 'none'}/`,
        ),
        otherwise: `${name} (${file}) has no domain or another one: set it in DOMAIN_OF in src/federation/domains.ts.`,
      })),
    );
  });

  test('has a query for one', () => {
    refuse(
      nodes().map(({ name, file }) => ({
        name,
        isMet: queries().some(({ type }) => type === name),
        otherwise: `No query returns one ${name}: add a class of queries with @LookupByIdOrSlug or @LookupById to ${resolverOf(file)}.`,
      })),
      'lookup query',
    );
  });

  test('has a query that lists all in an order', () => {
    refuse(
      nodes().map(({ name, file }) => ({
        name,
        isMet: queries().some(
          ({ type, args }) => type === `${name}Connection` && args.includes('orderBy'),
        ),
        otherwise: `No query lists all rows of ${name}: add a connection to ${domainOf(file)}/connections.ts, orders to ${domainOf(file)}/orders.ts, and @ConnectionQuery to ${resolverOf(file)}.`,
      })),
      'connection query',
    );
  });

  test('has a file of records in a data set', () => {
    const records = Object.values(RECORD_FILES).map(({ name }) => name);
    refuse(
      owners(nodes()).map(({ name }) => ({
        name,
        isMet: records.includes(`${name}Record`),
        otherwise: `${name} has no records: add a class ${name}Record to src/data-set/records, and a file of them to RECORD_FILES in src/data-set/records.ts.`,
      })),
      'record',
    );
  });
});

test('every resolver class of a domain is listed', async () => {
  const listed = new Set<unknown>();
  const domains = new Map<unknown, string>();
  const folders = readdirSync(`${ROOT}resolvers`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
    .map(({ name }) => name);
  for (const domain of folders) {
    for (const file of filesIn(`resolvers/${domain}`)) {
      for (const exported of Object.values(await exportsOf(file))) {
        if (file.endsWith('/resolvers.ts'))
          (exported as unknown[]).forEach((one) => listed.add(one));
        else domains.set(exported, file);
      }
    }
  }
  const classes = getMetadataStorage().resolverClasses.map(({ target }) => target);
  expect(classes.length).toBeGreaterThan(40);
  refuse(
    classes
      .filter((target) => domains.has(target))
      .map((target) => {
        const file = domains.get(target) ?? '';
        const list = file.replace(/[^/]+$/, 'resolvers.ts');
        return {
          name: target.name,
          isMet: listed.has(target),
          otherwise: `${target.name} (${file}) is in no schema: add it to the list in ${list}.`,
        };
      }),
  );
});

describe('a table', () => {
  /** After a statement that inserts (4), deletes (8), updates (16) or empties (32). */
  const ALL_EVENTS = 4 + 8 + 16 + 32;
  const EVENTS = [
    [4, 'NEW'],
    [16, 'OLD'],
    [16, 'NEW'],
    [8, 'OLD'],
  ] as const;
  const MIGRATION = 'in a migration of src/database/migrations';

  interface Trigger {
    readonly table: string;
    readonly calls: string;
    readonly argument: string;
    readonly events: number;
    readonly rows: 'OLD' | 'NEW' | null;
  }
  let triggers: readonly Trigger[];
  beforeAll(async () => {
    triggers = (await database.read(
      `SELECT c.relname AS "table", p.proname AS calls, t.tgtype::int AS events,
         rtrim(encode(t.tgargs, 'escape'), '\\000') AS argument,
         CASE WHEN t.tgoldtable IS NOT NULL THEN 'OLD' WHEN t.tgnewtable IS NOT NULL THEN 'NEW' END AS rows
       FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
       WHERE NOT t.tgisinternal AND t.tgenabled <> 'D'`,
      [],
    )) as unknown as readonly Trigger[];
  });
  /** All events after which triggers of the table call the function. */
  const eventsOf = (table: string, calls: string) =>
    triggers
      .filter((trigger) => trigger.table === table && trigger.calls === calls)
      .reduce((events, trigger) => events | trigger.events, 0);

  test('raises the version of the data', () => {
    refuse(
      tables.map((table) => ({
        name: table,
        isMet: eventsOf(table, 'raise_data_version') === ALL_EVENTS,
        otherwise: `A change of the table "${table}" leaves the version of the data as it is, so cached answers stay stale: create the trigger "${table}_raises_data_version" ${MIGRATION} (after that of remember-figures).`,
      })),
      'data version',
    );
  });

  test('notes the changes of all that the partnership graph reads of it, by the keys that the graph follows', async () => {
    const read = [...database.tables.columnsRead(WHOLE)].filter(
      ([table]) => table !== 'network_version',
    );
    expect(read.map(([table]) => table)).toEqual(
      expect.arrayContaining(['organization', 'membership', 'grant_share']),
    );
    expect(read.map(([table]) => table).sort()).toEqual(Object.keys(TABLES).sort());
    const noted = await argumentsOf('note_network_change');
    refuse(
      read.map(([table, columns]) => ({
        name: table,
        isMet:
          eventsOf(table, 'note_network_change') === ALL_EVENTS &&
          noted
            .filter((trigger) => trigger.table === table)
            .every(
              ({ args: [keys = '', all = ''] }) =>
                keys === TABLES[table]?.map(quoted).join(', ') &&
                [...columns].every((column) => all.split(', ').includes(quoted(column))),
            ),
        otherwise: `The partnership graph reads ${[...columns].join(', ')} of the table "${table}" (src/network/snapshot-sql.ts, tie-rows.ts) and does not see all changes: create its triggers with note_network_change ${MIGRATION} (after that of note-changes-of-the-network).`,
      })),
    );
  });

  test('notes its changes, if it is copied', () => {
    const notes = (table: string, key: string | undefined) => {
      const ofTable = eventsOf(table, 'note_changed_table');
      if (key === undefined) return ofTable === ALL_EVENTS;
      const ofRows = triggers.filter(
        (trigger) =>
          trigger.table === table &&
          trigger.calls === 'note_changed_rows' &&
          trigger.argument === key,
      );
      return (
        ofTable === 32 &&
        EVENTS.every(([event, rows]) =>
          ofRows.some((trigger) => trigger.events === event && trigger.rows === rows),
        )
      );
    };
    refuse(
      COPIED_TABLES.map((copied) => ({
        name: copied.name,
        isMet: notes(sourceOf(copied), copied.key),
        otherwise: `The copy of "${copied.name}" (src/aggregates/copied-tables.ts) does not see all changes: create the triggers "${sourceOf(copied)}_notes_…" ${MIGRATION} (after those of note-changed-rows${copied.key === undefined ? '' : `, by the key "${copied.key}"`}).`,
      })),
    );
  });
});

/** Fails with a sentence for each demand that is not met and has no exception, and for each exception that is of no use. */
function refuse(demands: readonly Demand[], part?: keyof typeof EXCEPTIONS): void {
  const exceptions: Readonly<Record<string, string>> = part === undefined ? {} : EXCEPTIONS[part];
  const missing = demands
    .filter(({ name, isMet }) => !isMet && !Object.hasOwn(exceptions, name))
    .map(({ otherwise }) =>
      part === undefined
        ? otherwise
        : `${otherwise} Or give a reason under '${part}' in EXCEPTIONS of ${HERE}.`,
    );
  const excused = demands.filter(({ isMet }) => !isMet).map(({ name }) => name);
  const stale = Object.keys(exceptions)
    .filter((name) => !excused.includes(name))
    .map(
      (name) =>
        `${name} needs no exception: remove it from '${part ?? ''}' in EXCEPTIONS of ${HERE}.`,
    );
  const sentences = [...missing, ...stale];
  if (sentences.length > 0) throw new Error(`Parts are missing:\n${sentences.join('\n')}`);
}

/** The classes that have a table of their own. */
function owners(of: readonly EntityClass[] = entities) {
  return of.flatMap(({ table, ...entity }) => (table === null ? [] : [{ ...entity, table }]));
}

/** The classes whose type implements `Node`. */
function nodes(): EntityClass[] {
  const { objectTypes, interfaceTypes } = getMetadataStorage();
  const types = [...objectTypes, ...interfaceTypes];
  const isNode = (target: unknown): boolean =>
    target === Node ||
    (types.find((type) => type.target === target)?.interfaceClasses ?? []).some(isNode);
  return entities.filter(({ target }) => isNode(target));
}

function queries() {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).map(({ type, args }) => ({
    type: getNamedType(type).name,
    args: args.map(({ name }) => name),
  }));
}

const quoted = (column: string) => `"${column}"`;

/** The arguments of all triggers that call a function. */
async function argumentsOf(
  calls: string,
): Promise<readonly { readonly table: string; readonly args: readonly string[] }[]> {
  const rows = await database.dataSource.query<{ table: string; args: string }[]>(
    `SELECT c.relname AS table, encode(t.tgargs, 'escape') AS args
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
     WHERE p.proname = $1`,
    [calls],
  );
  return rows.map(({ table, args }) => ({ table, args: args.split('\\000') }));
}

async function entityClasses(): Promise<EntityClass[]> {
  const found: EntityClass[] = [];
  for (const file of filesIn('entities')) {
    for (const exported of Object.values(await exportsOf(file))) {
      const table = getMetadataArgsStorage().tables.find(({ target }) => target === exported);
      if (table === undefined) continue;
      const target = exported as EntityClass['target'];
      const own = table.type === 'entity-child' ? null : (table.name ?? null);
      found.push({ name: target.name, target, file, table: own });
    }
  }
  return found;
}

/** The TypeScript files of a folder, from the root of the repository. */
function filesIn(folder: string): string[] {
  return readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
}

async function exportsOf(file: string): Promise<Readonly<Record<string, unknown>>> {
  return (await import(`../../${file.replace(/\.ts$/, '.js')}`)) as Record<string, unknown>;
}

/** The folder of the resolvers for a file of entities. */
function domainOf(file: string): string {
  return file.replace(/^entities/, 'resolvers').replace(/\/[^/]+$/, '');
}

function resolverOf(file: string): string {
  return file.replace(/^entities/, 'resolvers').replace(/\.entity\.ts$/, '.resolver.ts');
}
