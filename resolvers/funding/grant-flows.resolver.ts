import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { enumType } from '../../entities/shared/enum-type.js';
import { Money } from '../../entities/shared/money.type.js';
import { CurrencyCodeScalar } from '../../entities/shared/standards.scalar.js';
import { DIMENSIONS, GrantDimension } from '../../src/aggregates/grant-dimensions.js';
import { grantCount } from '../../src/aggregates/grant-facets.js';
import {
  flows,
  labelsOf,
  levelName,
  REST,
  UNKNOWN,
  type Flow,
} from '../../src/aggregates/grant-flows.js';
import { Measure } from '../../src/aggregates/measures.js';
import type { Context } from '../../src/context.js';
import { badInput } from '../../src/errors.js';
import type { FilterValues } from '../../src/fields/filter.js';
import type { Row } from '../../src/fields/row.js';
import type { Loaders } from '../../src/loaders/loaders.js';
import { nodeResolverOf } from '../shared/dimension-values.js';
import { moneyOf } from '../shared/money.js';
import { refuseSize, sizeArgument } from '../shared/sizes.js';
import { grantSet } from './grant-set.js';
import { GrantFilter } from './grant.filter.js';

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

  @Field(() => Money, { description: 'The exact amount that flows through it.' })
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

  @Field(() => Money, { description: 'The exact amount that flows.' })
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

function refuse({ through, first }: Flow): void {
  if (through.length < 2 || through.length > MAX_LEVELS || new Set(through).size < through.length) {
    throw badInput(
      `'through' must have 2 to ${String(MAX_LEVELS)} different dimensions, in the order of the columns.`,
      ['through'],
    );
  }
  refuseSize(first);
}

/** The key, label and node of the values at a level, by id. */
async function labelsById(
  loaders: Loaders,
  dimension: GrantDimension,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Row>> {
  if (DIMENSIONS[dimension].labels === null) {
    return new Map(ids.map((id) => [id, { key: id, label: id, nodeId: null }]));
  }
  const rows = await loaders.query(labelsOf(dimension, ids));
  return new Map(rows.map((row) => [row.nodeId as string, row]));
}

function flowNode(
  row: Row,
  level: number,
  dimension: GrantDimension,
  labels: ReadonlyMap<string, Row>,
  currency: string,
): Row {
  const id = row[levelName(level)] as string;
  return {
    key: null,
    label: null,
    ...labels.get(id),
    name: `${String(level)}:${id}`,
    level,
    dimension,
    kind: id === UNKNOWN ? 'UNKNOWN' : id === REST ? 'REST' : 'VALUE',
    amount: moneyOf(row.amount as string, currency),
    grantCount: row.grants,
  };
}

@Resolver()
export class GrantFlowsQuery {
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
    filter: FilterValues | null,
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
    @Ctx() { loaders }: Context,
  ): Promise<GrantFlows> {
    const flow = { measure, currency, through, first };
    refuse(flow);
    const grants = grantSet(filter);
    const [rows, [all]] = await Promise.all([
      loaders.aggregate(flows(flow, grants)),
      loaders.aggregate(grantCount(grants)),
    ]);
    const named = (row: Row) =>
      through.flatMap((_dimension, level) => (row[levelName(level)] === null ? [] : [level]));
    const whole = rows.find((row) => named(row).length === 0);
    const nodes = await Promise.all(
      through.map(async (dimension, level) => {
        const own = rows.filter((row) => named(row).join() === String(level));
        const ids = own
          .map((row) => row[levelName(level)] as string)
          .filter((id) => id !== UNKNOWN && id !== REST);
        const labels = await labelsById(loaders, dimension, ids);
        return own.map((row) => flowNode(row, level, dimension, labels, currency));
      }),
    );
    const included = (whole?.grants as number | undefined) ?? 0;
    return {
      currency,
      measure,
      grantCount: included,
      leftOutCount: (all?.grants as number) - included,
      equallySplitCount: (whole?.equallySplit as number | undefined) ?? 0,
      nodes: nodes.flat(),
      links: rows.flatMap((row) => {
        const [from, to] = named(row);
        if (from === undefined || to === undefined) return [];
        const name = (level: number) => `${String(level)}:${row[levelName(level)] as string}`;
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
