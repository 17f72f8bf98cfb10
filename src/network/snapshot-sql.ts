import {
  CooperationOffer,
  CooperationOfferSector,
} from '../../entities/knowledge/cooperation-offer.entity.js';
import { Source } from '../../entities/knowledge/source.entity.js';
import { OrganizationSector } from '../../entities/network/organization-sector.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { Region } from '../../entities/network/region.entity.js';
import { Sector } from '../../entities/network/sector.entity.js';
import {
  commonTable,
  from,
  rows,
  subquery,
  tableRows,
  withTables,
  type CommonTable,
} from '../fields/columns.js';
import { endOf, startOf } from '../fields/in-force.js';
import { and, join, literal, literals, sql, TRUE, value, type Sql } from '../fields/sql.js';
import { TIE_KINDS } from './tie-kinds.js';
import { firstDay, lastDay, TIE_SOURCES, type Only, type TieRows } from './tie-rows.js';

/**
 * The statements that read the partnership graph. Each returns parts in chunks of some rows, as bytes: the driver
 * decodes one chunk at a time, and the worker thread that reads them gets them without a copy.
 */

/** The number of rows in a chunk. */
const CHUNK = 4096;

/** The notes about changes of the tables of the graph have this prefix. */
const NOTES = 'network.';

const versions = tableRows('network_version', ['changes']);
/** SQL: the version of the data that the graph is made of. */
export const VERSION = sql`(SELECT coalesce(sum(${versions.changes}), 0)::text FROM ${from(versions)})`;

interface Part {
  readonly name: string;
  /** The tables whose changes it follows, and the columns of their notes that identify its rows. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
  readonly select: (only: Only) => Sql;
}

/** Numbers the rows in this order and aggregates them in chunks. */
function chunks(
  name: string,
  order: Sql,
  row: Sql,
  rest: Sql,
  aggregate: (row: Sql, order: Sql) => Sql,
): Sql {
  const numbered = subquery({ n: sql`row_number() OVER (ORDER BY ${order}) - 1`, row }, rest);
  const chunk = sql`${numbered.n} / ${literal(CHUNK)}`;
  return sql`SELECT ${literal(name)} AS part, (${chunk})::int AS chunk, ${aggregate(numbered.row, numbered.n)} AS bytes
    FROM ${from(numbered)} GROUP BY ${chunk}`;
}

const asJson = (row: Sql, order: Sql) =>
  sql`convert_to(json_agg(${row} ORDER BY ${order})::text, 'UTF8')`;
const asBytes = (row: Sql, order: Sql) => sql`string_agg(${row}, ''::bytea ORDER BY ${order})`;

const concatenated = (parts: readonly Sql[]) => join(parts, ' || ');
const json = (columns: readonly Sql[]) => sql`json_build_array(${join(columns)})`;

function organizationsPart(): Part {
  const row = rows(Organization);
  return {
    name: 'ORGANIZATIONS',
    tables: { organization: ['id'] },
    select: (only) =>
      chunks(
        'ORGANIZATIONS',
        row.id,
        json([row.id, row.type, row.name, row.slug, row.country, row.regionId, row.sourceId]),
        sql`FROM ${from(row)} WHERE ${only(row.id)}`,
        asJson,
      ),
  };
}

function sectorsOfOrganizationsPart(): Part {
  const row = rows(OrganizationSector);
  return {
    name: 'ORGANIZATION_SECTORS',
    tables: { organization_sector: ['organization_id'] },
    select: (only) =>
      chunks(
        'ORGANIZATION_SECTORS',
        sql`${row.organizationId}, ${row.sectorId}`,
        concatenated([sql`uuid_send(${row.organizationId})`, sql`uuid_send(${row.sectorId})`]),
        sql`FROM ${from(row)} WHERE ${only(row.organizationId)}`,
        asBytes,
      ),
  };
}

function offersPart(): Part {
  const [offer, sector] = [rows(CooperationOffer), rows(CooperationOfferSector)];
  const sectors = sql`(SELECT coalesce(json_agg(${sector.sectorId} ORDER BY ${sector.sectorId}), '[]')
    FROM ${from(sector)} WHERE ${sector.cooperationOfferId} = ${offer.id})`;
  return {
    name: 'OFFERS',
    tables: { cooperation_offer: ['id'], cooperation_offer_sector: ['cooperation_offer_id'] },
    select: (only) =>
      chunks(
        'OFFERS',
        offer.id,
        json([
          offer.id,
          offer.organizationId,
          offer.direction,
          firstDay(startOf(offer)),
          lastDay(endOf(offer)),
          sectors,
        ]),
        sql`FROM ${from(offer)} WHERE ${only(offer.id)}`,
        asJson,
      ),
  };
}

function sourcesPart(): Part {
  const row = rows(Source);
  return {
    name: 'SOURCES',
    tables: { source: ['id'] },
    select: (only) =>
      chunks(
        'SOURCES',
        row.id,
        json([row.id, row.title, row.url, row.licence]),
        sql`FROM ${from(row)} WHERE ${only(row.id)}`,
        asJson,
      ),
  };
}

/** A change of these reads the whole graph anew: they change seldom, and much depends on them. */
function classificationParts(): Part[] {
  const [sector, region] = [rows(Sector), rows(Region)];
  return [
    {
      name: 'SECTORS',
      tables: { sector: [] },
      select: (only) =>
        chunks(
          'SECTORS',
          sector.id,
          json([sector.id, sector.scheme, sector.code, sector.title, sector.parentId]),
          sql`FROM ${from(sector)} WHERE ${only(sector.id)}`,
          asJson,
        ),
    },
    {
      name: 'REGIONS',
      tables: { region: [] },
      select: (only) =>
        chunks(
          'REGIONS',
          region.id,
          json([region.id, region.code, region.name, region.level]),
          sql`FROM ${from(region)} WHERE ${only(region.id)}`,
          asJson,
        ),
    },
  ];
}

/** The bytes of a tie: see `PAIR_ROW` and `PARTY_ROW` in `load.ts`. */
function tieBytes({ kind, columns, worth }: TieRows): Sql {
  const { a, b, start, end, source, record } = columns;
  return concatenated([
    sql`uuid_send(${a})`,
    kind === 'PAIRS' ? sql`uuid_send(${b})` : sql`int4send((${b})::int)`,
    sql`int4send(${start})`,
    sql`int4send(${end})`,
    sql`uuid_send(${source})`,
    sql`uuid_send(${record})`,
    ...(worth === undefined
      ? []
      : [
          sql`float8send(coalesce(${worth.amount}::float8, 'NaN'))`,
          sql`convert_to(rpad(${worth.currency}, 4), 'UTF8')`,
        ]),
  ]);
}

function tieParts(): Part[] {
  return TIE_KINDS.flatMap((kind) =>
    TIE_SOURCES[kind].reads().map((read): Part => {
      const name = partOf(kind, read.kind);
      return {
        name,
        tables: TIE_SOURCES[kind].tables,
        select: (only) =>
          chunks(
            name,
            sql`${read.columns.record}, ${read.columns.a}`,
            tieBytes(read),
            read.rest(only),
            asBytes,
          ),
      };
    }),
  );
}

const partOf = (kind: string, reads: 'PAIRS' | 'PARTIES') => `${kind} ${reads}`;

const PARTS: readonly Part[] = [
  organizationsPart(),
  sectorsOfOrganizationsPart(),
  offersPart(),
  sourcesPart(),
  ...classificationParts(),
  ...tieParts(),
];

/** The tables that the graph is read from, each with the columns that its notes have as keys. */
export const TABLES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  PARTS.flatMap(({ tables }) => Object.entries(tables)),
);

const MOMENT = sql`SELECT 'MOMENT' AS part, 0 AS chunk, convert_to(json_build_object('version', (${VERSION})::bigint,
  'snapshot', pg_current_snapshot()::text, 'readAt', now())::text, 'UTF8') AS bytes`;

/** Reads everything, from one snapshot of the database. */
export const WHOLE = join(
  [MOMENT, ...PARTS.map(({ select }) => select(() => TRUE))],
  ' UNION ALL ',
);

const changes = (snapshot: Sql) => {
  const note = tableRows('changed_row', ['xid', 'table_name', 'key']);
  return commonTable(
    { table: note.table_name, key: note.key, xid: note.xid },
    sql`FROM ${from(note)} WHERE ${and([
      sql`${note.xid} >= pg_snapshot_xmin(${snapshot})`,
      sql`NOT pg_visible_in_snapshot(${note.xid}, ${snapshot})`,
      sql`starts_with(${note.table_name}, ${literal(NOTES)})`,
    ])}`,
    'MATERIALIZED',
  );
};

/**
 * Reads what has changed since a snapshot of the database: the notes, and the rows of the noted records as they are
 * now. The number of transactions says whether all notes are still there.
 */
export function changesSince(snapshot: string): Sql {
  const noted = changes(sql`${value(snapshot)}::pg_snapshot`);
  const note = noted.rows();
  const summary = sql`SELECT 'NOTES' AS part, 0 AS chunk, convert_to(json_build_object(
      'transactions', count(DISTINCT ${note.xid})::int,
      'isWhole', coalesce(bool_or(${note.key} IS NULL), false),
      'keys', coalesce(json_agg(DISTINCT jsonb_build_array(${note.table}, ${note.key})), '[]'))::text, 'UTF8') AS bytes
    FROM ${from(note)}`;
  const parts = PARTS.map(({ tables, select }) => select(onlyNoted(noted, Object.keys(tables))));
  return withTables([noted], join([MOMENT, summary, ...parts], ' UNION ALL '));
}

function onlyNoted(noted: CommonTable<'table' | 'key' | 'xid'>, tables: readonly string[]): Only {
  const note = noted.rows();
  const names = literals(tables.map((table) => `${NOTES}${table}`));
  return (record) =>
    sql`${record} = ANY(ARRAY(SELECT ${note.key} FROM ${from(note)} WHERE ${note.table} IN (${names})))`;
}
