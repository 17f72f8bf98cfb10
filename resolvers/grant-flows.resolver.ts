import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { enumType } from '../entities/enum-type.js';
import { Money } from '../entities/money.type.js';
import type { Context } from '../src/context.js';
import { badInput } from '../src/errors.js';
import type { Reader } from '../src/graph/reader.js';
import type { Row } from '../src/graph/row.js';
import { Statement } from '../src/graph/statement.js';
import {
  DIMENSIONS,
  figuresIn,
  grantsWhere,
  GrantDimension,
  known,
  nodeResolverOf,
  type GrantFilterValues,
} from './grant-dimensions.js';
import { GrantFilter, Measure } from './grant.filters.js';
import { columnOf, countedGrants } from './grant-sums.js';
import { refuseSize, sizeArgument } from './sizes.js';
import { CurrencyCodeScalar } from '../entities/standards.scalar.js';
import { moneyOf } from './money.js';

const FlowNodeKind = enumType('FlowNodeKind', 'What a node of a flow represents.', {
  VALUE: 'One value of the dimension.',
  REST: 'All values except the largest ones, combined.',
  UNKNOWN: 'Grants with no known value.',
});

@ObjectType({ description: 'A node of a flow (a block of a Sankey diagram).' })
export class FlowNode {
  @Field(() => String, { description: 'The name by which `links` refer to this node.' })
  name!: string;

  @Field(() => Int, { description: 'The index of its column, starting at 0.' })
  level!: number;

  @Field(() => GrantDimension, { description: 'The dimension that the column shows.' })
  dimension!: GrantDimension;

  @Field(() => FlowNodeKind, {
    description: 'Whether the node is a single value, all smaller values together, or the unknown.',
  })
  kind!: keyof typeof FlowNodeKind;

  @Field(() => String, {
    nullable: true,
    description: 'The value as used in `GrantFilter`. Null for nodes of kind `REST` and `UNKNOWN`.',
  })
  key!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The display label of the value. Null for nodes of kind `REST` and `UNKNOWN`.',
  })
  label!: string | null;

  @Field(() => Money, { description: 'The amount that flows through it, rounded to two decimals.' })
  amount!: Money;

  @Field(() => Int, { description: 'The number of grants that flow through it.' })
  grantCount!: number;
}

export const FlowNodeResolver = nodeResolverOf(FlowNode, {
  nullable: true,
  description:
    'The node that the value refers to. Null if the value is not a node, and for nodes of kind `REST` and `UNKNOWN`.',
});

@ObjectType({ description: 'The money that flows from a node to a node of the next column.' })
export class FlowLink {
  @Field(() => String, { description: 'The `name` of the node that the money comes from.' })
  from!: string;

  @Field(() => String, { description: 'The `name` of the node that the money goes to.' })
  to!: string;

  @Field(() => Money, { description: 'The amount that flows, rounded to two decimals.' })
  amount!: Money;

  @Field(() => Int, { description: 'The number of grants in this entry.' })
  grantCount!: number;
}

@ObjectType({ description: 'The flow of money, step by step, for drawing a Sankey diagram.' })
export class GrantFlows {
  @Field(() => CurrencyCodeScalar, {
    description: 'The currency of all amounts in this result (ISO 4217).',
  })
  currency!: string;

  @Field(() => Measure, { description: 'The kind of amount, such as awarded or disbursed.' })
  measure!: Measure;

  @Field(() => Int, { description: 'The number of grants included in the flows.' })
  grantCount!: number;

  @Field(() => Int, {
    description:
      'The number of grants that meet the filter but are not included: they have no such amount in this currency, or their money is already included through another grant.',
  })
  leftOutCount!: number;

  @Field(() => Int, {
    description:
      'The number of included grants whose amount was split equally among several values because no source states the shares.',
  })
  equallySplitCount!: number;

  @Field(() => [FlowNode], { description: 'The nodes, column by column, the largest first.' })
  nodes!: readonly Row[];

  @Field(() => [FlowLink], { description: 'The flows between the nodes of adjacent columns.' })
  links!: readonly FlowLink[];
}

const MAX_LEVELS = 5;

interface Flow {
  readonly measure: Measure;
  readonly currency: string;
  readonly through: readonly GrantDimension[];
  readonly first: number;
}

function refuse({ through, first }: Flow): void {
  if (through.length < 2 || through.length > MAX_LEVELS || new Set(through).size < through.length) {
    throw badInput(
      `'through' must have 2 to ${String(MAX_LEVELS)} different dimensions, in the order of the columns.`,
      ['through'],
    );
  }
  refuseSize(first);
}

const whole = (amount: string) => `round(${amount}::decimal(38, 8) * 100000000, 0)`;

/** The shares that sources state, and their total, as integers scaled to eight decimals. */
const SHARES: Partial<Record<GrantDimension, { readonly share: string; readonly of: string }>> = {
  RECIPIENT: { share: whole('l.amount'), of: whole('t.awarded') },
  SECTOR: { share: whole('l.percentage'), of: whole('100') },
};
const NO_SHARES = { share: 'NULL::decimal(38, 8)', of: 'NULL::decimal(38, 8)' };

/** Weights have fifteen decimals, the maximum that fits into the integers of the copy in columns. */
const ONE = '1000000000000000';
const PART = '0.000000000000001';
const DECIMALS = '15';

/**
 * The values of a grant at a level, each with its weight; weights add up to 1, and the only value has none (null).
 * If only some shares are known, the rest is split equally among the others.
 */
function valuesOf(dimension: GrantDimension, level: number): string | null {
  const { links, key } = DIMENSIONS[dimension];
  if (links === null) return null;
  const { share, of } = SHARES[dimension] ?? NO_SHARES;
  // OFFSET 0 keeps the subquery separate: otherwise PostgreSQL reads all links one by one from an index, to get the
  // order that the windows need.
  return `v${String(level)} AS (
    SELECT v.id, v.key, v.parts = 1 AS is_single, v.split_by = 'EVENLY' OR (v.split_by = 'REST' AND v.parts - v.known > 1) AS is_even,
      CASE WHEN v.split_by = 'SINGLE' THEN NULL ELSE ${PART} * CASE v.split_by
        WHEN 'BY_SHARES' THEN div(coalesce(v.share, 0) * ${ONE}, v.shared)
        WHEN 'REST' THEN div(coalesce(v.share, div(v.whole - v.shared, v.parts - v.known)) * ${ONE}, v.whole)
        ELSE div(${ONE}, v.parts) END END AS weight
    FROM (SELECT v.*, CASE WHEN v.parts = 1 THEN 'SINGLE'
        WHEN v.are_positive AND (v.known = v.parts OR v.whole <= v.shared) THEN 'BY_SHARES'
        WHEN v.are_positive AND v.whole > v.shared THEN 'REST'
        ELSE 'EVENLY' END AS split_by
      FROM (SELECT v.*, count(*) OVER w AS parts, count(v.share) OVER w AS known, sum(v.share) OVER w AS shared,
          bool_and(v.share > 0) OVER w AS are_positive
        FROM (SELECT t.id, ${key} AS key, ${share} AS share, ${of} AS whole FROM ${links.from} JOIN g t ON ${links.on} OFFSET 0) v
        WINDOW w AS (PARTITION BY v.id)) v) v
  )`;
}

/** The part of an amount by the product of its weights, rounded to ten decimals. */
function splitBy(weights: readonly string[]): string {
  const [first, ...others] = weights.map((weight) => `coalesce(${weight}, 1)`);
  if (first === undefined) return 'g.amount::decimal(38, 10)';
  const all = others.reduce((product, each) => `round(${product} * ${each}, ${DECIMALS})`, first);
  return `CASE WHEN ${weights.map((weight) => `${weight} IS NULL`).join(' AND ')} THEN g.amount::decimal(38, 10)
          ELSE round(g.amount::decimal(38, 8) * ${all}, 10) END`;
}

/**
 * Returns one row for each node and link. Each grant is split by the weights of its values at every level; `n0`,
 * `n1` … are the nodes of a part: the key as text, '' for unknown, '*' for the rest. During sorting they are small
 * integers: the rank of a key, 0 for unknown, -1 for the rest.
 *
 * Most grants are not split at any level. They are summed without sorting; only split grants need sorting, so that
 * each is counted once.
 */
function flowStatement(
  { measure, currency, through, first }: Flow,
  filter: GrantFilterValues | null,
) {
  const statement = new Statement();
  const { leftOut, where } = countedGrants(filter, statement);
  const levels = through.map((dimension, level) => ({
    level: String(level),
    dimension,
    values: valuesOf(dimension, level),
  }));
  const own = levels.filter(({ values }) => values === null);
  const linked = levels.filter(({ values }) => values !== null);
  const column = `t.${columnOf(measure)}`;
  const limit = `${statement.bind(first)}::int`;
  const n = levels.map(({ level }) => `n${level}`);
  const sets = [...n, ...n.slice(1).map((name, index) => `n${String(index)}, ${name}`)];
  const groupingSets = `GROUPING SETS ((), ${sets.map((set) => `(${set})`).join(', ')})`;
  const text = `WITH ${leftOut}, g AS MATERIALIZED (
      SELECT t.id, t.initiative_id, t.awarded, ${column} AS amount${own
        .map(({ dimension, level }) => `, ${DIMENSIONS[dimension].key} AS o${level}`)
        .join('')}
      FROM "grant" t WHERE ${where} AND t.currency = ${statement.bind(currency)}::text AND ${column} IS NOT NULL
    ), ${linked.map(({ values }) => `${String(values)}, `).join('')}part AS MATERIALIZED (
      SELECT g.id, ${levels
        .map(({ level, values }) =>
          values === null ? `g.o${level} AS k${level}` : `v${level}.key AS k${level}`,
        )
        .join(', ')},
        ${splitBy(linked.map(({ level }) => `v${level}.weight`))} AS amount,
        ${linked.map(({ level }) => `coalesce(v${level}.is_even, false)`).join(' OR ') || 'false'} AS is_even,
        ${linked.map(({ level }) => `coalesce(v${level}.is_single, true)`).join(' AND ') || 'true'} AS is_single
      FROM g ${linked.map(({ level }) => `LEFT JOIN v${level} ON v${level}.id = g.id`).join(' ')}
    ), ${levels
      .map(
        ({ level }) => `top${level} AS (
      SELECT k${level} AS key, row_number() OVER (ORDER BY sum(amount) DESC, k${level})::smallint AS rank
      FROM part WHERE k${level} IS NOT NULL GROUP BY 1 ORDER BY rank LIMIT ${limit}
    )`,
      )
      .join(', ')}, named AS NOT MATERIALIZED (
      SELECT part.id, part.amount, part.is_even, part.is_single, ${levels
        .map(
          ({ level }) =>
            `CASE WHEN part.k${level} IS NULL THEN 0 ELSE coalesce(top${level}.rank, -1) END::smallint AS n${level}`,
        )
        .join(', ')}
      FROM part ${levels.map(({ level }) => `LEFT JOIN top${level} ON top${level}.key = part.k${level}`).join(' ')}
    ), single AS (
      SELECT ${n.join(', ')}, sum(amount) AS amount, count(*) AS grants FROM named WHERE is_single GROUP BY ${n.join(', ')}
    ), summed AS (
      SELECT ${n.join(', ')}, sum(amount) AS amount, sum(grants)::int AS grants, sum("equallySplit")::int AS "equallySplit" FROM (
        SELECT ${n.join(', ')}, sum(amount) AS amount, sum(grants) AS grants, 0 AS "equallySplit"
        FROM single GROUP BY ${groupingSets}
        UNION ALL
        SELECT ${n.join(', ')}, sum(amount), count(DISTINCT id), count(DISTINCT id) FILTER (WHERE is_even)
        FROM named WHERE NOT is_single GROUP BY ${groupingSets}
      ) AS both_sorts GROUP BY ${n.join(', ')}
    )
    SELECT ${levels
      .map(
        ({ level }) =>
          `CASE n${level} WHEN 0 THEN '' WHEN -1 THEN '*' ELSE (SELECT key::text FROM top${level} WHERE rank = n${level}) END AS n${level}`,
      )
      .join(', ')}, round(amount, 2) AS amount, grants, "equallySplit"
    FROM summed ORDER BY summed.amount DESC, ${n.map((_, level) => String(level + 1)).join(', ')}`;
  return { text, values: statement.values };
}

/** The labels of the ids at a level, by id. */
async function labelsOf(
  reader: Reader,
  dimension: GrantDimension,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Row>> {
  const { of } = DIMENSIONS[dimension];
  if (of === null) {
    return new Map(ids.map((id) => [id, { key: id, label: id, nodeId: null }]));
  }
  const { columns, join } = known(DIMENSIONS[dimension]);
  const rows = await reader.query(`SELECT ${columns} FROM unnest($1::uuid[]) AS f(key) ${join}`, [
    ids,
  ]);
  return new Map(rows.map((row) => [row.nodeId as string, row]));
}

function flowNode(
  row: Row,
  level: number,
  dimension: GrantDimension,
  labels: ReadonlyMap<string, Row>,
  currency: string,
): Row {
  const id = row[`n${String(level)}`] as string;
  return {
    key: null,
    label: null,
    ...labels.get(id),
    name: `${String(level)}:${id}`,
    level,
    dimension,
    kind: id === '' ? 'UNKNOWN' : id === '*' ? 'REST' : 'VALUE',
    amount: moneyOf(row.amount as string, currency),
    grantCount: row.grants,
  };
}

@Resolver()
export class GrantFlowsRoot {
  @Query(() => GrantFlows, {
    nullable: true,
    description:
      'Where money goes: from funder to program to recipient to sector, or through other dimensions. Shows the largest values of each dimension and combines the rest.',
  })
  async grantFlows(
    @Arg('filter', () => GrantFilter, {
      nullable: true,
      description:
        'Includes only grants that meet all of these conditions; if omitted, all grants.',
    })
    filter: GrantFilterValues | null,
    @Arg('currency', () => CurrencyCodeScalar, {
      description: 'The currency (ISO 4217). Grants in other currencies are left out.',
    })
    currency: string,
    @Arg('measure', () => Measure, {
      defaultValue: 'AWARDED',
      description: 'The kind of amount, such as awarded or disbursed.',
    })
    measure: Measure,
    @Arg('through', () => [GrantDimension], {
      defaultValue: ['FUNDER', 'PROGRAMME', 'RECIPIENT', 'SECTOR'],
      description:
        'The columns, in order: 2 to 5 different dimensions. Default: `FUNDER`, `PROGRAMME`, `RECIPIENT`, `SECTOR`.',
    })
    through: GrantDimension[],
    @Arg(
      'first',
      () => Int,
      sizeArgument('Shows the n largest values of each column and combines the rest into one node'),
    )
    first: number,
    @Ctx() { reader }: Context,
  ): Promise<GrantFlows> {
    const flow = { measure, currency, through, first };
    refuse(flow);
    const { text, values } = flowStatement(flow, filter ?? null);
    const meeting = new Statement();
    const [rows, [all]] = await Promise.all([
      reader.figures(text, values, figuresIn(filter)),
      reader.figures(
        `SELECT count(*)::int AS grants FROM "grant" t WHERE ${grantsWhere(filter ?? null, meeting)}`,
        meeting.values,
        figuresIn(filter),
      ),
    ]);
    const named = (row: Row) =>
      through.flatMap((_dimension, level) => (row[`n${String(level)}`] === null ? [] : [level]));
    const whole = rows.find((row) => named(row).length === 0);
    const nodes = await Promise.all(
      through.map(async (dimension, level) => {
        const own = rows.filter((row) => named(row).join() === String(level));
        const ids = own
          .map((row) => row[`n${String(level)}`] as string)
          .filter((id) => id !== '' && id !== '*');
        const labels = await labelsOf(reader, dimension, ids);
        return own.map((row) => flowNode(row, level, dimension, labels, currency));
      }),
    );
    const grants = (whole?.grants as number | undefined) ?? 0;
    return {
      currency,
      measure,
      grantCount: grants,
      leftOutCount: (all?.grants as number) - grants,
      equallySplitCount: (whole?.equallySplit as number | undefined) ?? 0,
      nodes: nodes.flat(),
      links: rows.flatMap((row) => {
        const [from, to] = named(row);
        if (from === undefined || to === undefined) return [];
        const name = (level: number) => `${String(level)}:${row[`n${String(level)}`] as string}`;
        return [
          {
            from: name(from),
            to: name(to),
            amount: moneyOf(row.amount as string, currency),
            grantCount: row.grants as number,
          },
        ];
      }),
    };
  }
}
