import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Field, FieldResolver, Info, Int, ObjectType, Root } from 'type-graphql';
import { Claim } from '../entities/claim.entity.js';
import { DecimalScalar } from '../entities/decimal.scalar.js';
import { Money } from '../entities/money.type.js';
import { Initiative } from '../entities/initiative.entity.js';
import { Organization } from '../entities/organization.entity.js';
import type { Context } from '../src/context.js';
import { groupBy } from '../src/domain/group-by.js';
import { FieldsOf, Needs, ToOne } from '../src/graph/declare.js';
import type { Row } from '../src/graph/row.js';
import { rowsOf } from '../src/graph/rows-of.js';
import { bestFirst } from './best-claims.resolver.js';
import { CurrencyCodeScalar } from '../entities/standards.scalar.js';
import { inCurrency, moneyOf } from './money.js';

/** The promised amount of a grant: committed, or else awarded, or else disbursed or spent. */
const PROMISED = `coalesce(t.committed, t.awarded, t.disbursed, t.spent)`;

@ObjectType({ description: 'The money that one funder gives to an initiative, in one currency.' })
export class FunderShare {
  funderId!: string;

  @Field(() => Int, {
    description: 'The number of grants that this funder makes to the initiative in this currency.',
  })
  grantCount!: number;

  @Field(() => Money, {
    nullable: true,
    description:
      'The amount promised: committed, or else awarded, or else paid. Null if no amount is known.',
  })
  promised!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'The amount that the funder has paid out. Null if unknown.',
  })
  disbursed!: Money | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The promised amount as a percentage of the budget or, if the budget is unknown, of all promised amounts. Rounded to two decimals.',
  })
  share!: string | null;
}

@FieldsOf(() => FunderShare)
export class FunderShareResolver {
  @ToOne(() => Organization, { key: 'funderId', description: 'The organization that funds.' })
  funder!: Organization;
}

@ObjectType({ description: 'The funding of an initiative in one currency.' })
export class InitiativeFunding {
  budgetClaimId!: string | null;

  @Field(() => CurrencyCodeScalar, { description: 'The currency of the amounts (ISO 4217).' })
  currency!: string;

  @Field(() => Money, {
    nullable: true,
    description:
      'The total budget according to the best claim. Null if no source states it in this currency.',
  })
  budget!: Money | null;

  @Field(() => Int, {
    description: 'The number of grants that are for the initiative, in this currency.',
  })
  grantCount!: number;

  @Field(() => Int, {
    description:
      'The number of further grants for the initiative that are not counted because their money is already in another grant for it; see `LeftOutReason`.',
  })
  leftOutCount!: number;

  @Field(() => Int, {
    description:
      'The number of grants for the initiative with no known amount, across all currencies.',
  })
  withoutAmountCount!: number;

  @Field(() => Money, {
    nullable: true,
    description: 'The total amount awarded. Null if no grant states it.',
  })
  awarded!: Money | null;

  @Field(() => Money, { nullable: true, description: 'The amount firmly committed.' })
  committed!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'The total amount paid out. Null if no grant states it.',
  })
  disbursed!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description: 'The total amount spent. Null if no grant states it.',
  })
  spent!: Money | null;

  @Field(() => Money, {
    nullable: true,
    description:
      'The part of the budget that nobody has promised: the budget minus everything that is committed, or else awarded, or else paid. Negative if more is promised than budgeted; null if the budget or the amount of a grant is unknown.',
  })
  gap!: Money | null;

  @Field(() => [FunderShare], {
    description: 'The funders and the share that each one funds, the largest first.',
  })
  funders!: readonly Row[];
}

@FieldsOf(() => InitiativeFunding)
export class InitiativeFundingAmountsResolver {
  @ToOne(() => Claim, {
    key: 'budgetClaimId',
    nullable: true,
    description: 'The claim that states the budget. Null if `budget` is null.',
  })
  budgetClaim!: Claim | null;
}

/** The rule of `countedGrants`, for the totals of one initiative and currency. */
const IS_LEFT_OUT = `t.is_secondary_report OR EXISTS (
    SELECT FROM "grant" other WHERE other.id = t.parent_id AND NOT other.is_secondary_report
      AND other.initiative_id = t.initiative_id AND other.currency = t.currency
  ) OR (t.regrant IS NOT NULL AND NOT EXISTS (SELECT FROM "grant" c WHERE c.parent_id = t.id) AND EXISTS (
    SELECT FROM grant_share r JOIN "grant" other ON other.funder_id = r.organization_id
    WHERE r.grant_id = t.id AND NOT other.is_secondary_report AND other.initiative_id = t.initiative_id
      AND other.currency = t.currency AND coalesce(left(other.awarded_on, 4), '9999') >= coalesce(left(t.awarded_on, 4), '0000')
  ))`;

/**
 * Grouped by currency and funder, with the totals of the currency on each row. Money that one grant of the
 * initiative passes on in another grant is counted once.
 */
const INITIATIVE_FUNDING = `WITH budget AS (
    SELECT DISTINCT ON (t.initiative_id, t.currency) t.initiative_id, t.currency, t.id, t.number
    FROM claim t JOIN source s ON s.id = t.source_id
    WHERE t.initiative_id = ANY($1::uuid[]) AND t.indicator = 'TOTAL_BUDGET' AND t.scope = 'ITSELF'
    ORDER BY t.initiative_id, t.currency, ${bestFirst('t')}
  ), meant AS (
    SELECT t.*, ${IS_LEFT_OUT} AS is_left_out FROM "grant" t WHERE t.initiative_id = ANY($1::uuid[])
  ), given AS (
    SELECT t.initiative_id, t.currency, t.funder_id, count(*)::int AS grants, count(*) - count(${PROMISED}) AS unknown, sum(${PROMISED}) AS promised,
      sum(t.awarded) AS awarded, sum(t.committed) AS committed, sum(t.disbursed) AS disbursed, sum(t.spent) AS spent
    FROM meant t WHERE NOT t.is_left_out
    GROUP BY 1, 2, 3
  ), omitted AS (
    SELECT t.initiative_id, t.currency, count(*)::int AS grants FROM meant t WHERE t.is_left_out GROUP BY 1, 2
  ), whole AS (
    SELECT initiative_id, currency, sum(grants)::int AS grants, sum(promised) AS promised, sum(awarded) AS awarded,
      sum(committed) AS committed, sum(disbursed) AS disbursed, sum(spent) AS spent
    FROM given GROUP BY 1, 2
  ), hidden AS (
    SELECT initiative_id, sum(unknown)::int AS grants FROM given GROUP BY 1
  )
  SELECT coalesce(w.initiative_id, b.initiative_id) AS subject, coalesce(w.currency, b.currency) AS currency,
    b.id AS "budgetClaimId", trim_scale(b.number) AS budget, coalesce(w.grants, 0) AS "grantCount", trim_scale(w.awarded) AS awarded,
    trim_scale(w.committed) AS committed, trim_scale(w.disbursed) AS disbursed, trim_scale(w.spent) AS spent,
    coalesce(o.grants, 0) AS "leftOutCount", coalesce(h.grants, 0) AS "withoutAmountCount", CASE WHEN coalesce(h.grants, 0) = 0 THEN trim_scale(b.number - coalesce(w.promised, 0)) END AS gap,
    g.funder_id AS "funderId", g.grants AS "funderGrants", trim_scale(g.promised) AS "funderPromised",
    trim_scale(g.disbursed) AS "funderDisbursed", round(100 * g.promised / nullif(coalesce(b.number, w.promised), 0), 2) AS share
  FROM whole w FULL JOIN budget b ON b.initiative_id = w.initiative_id AND b.currency = w.currency
    LEFT JOIN omitted o ON o.initiative_id = w.initiative_id AND o.currency = w.currency
    LEFT JOIN hidden h ON h.initiative_id = coalesce(w.initiative_id, b.initiative_id)
    LEFT JOIN given g ON g.initiative_id = w.initiative_id AND g.currency = w.currency
  ORDER BY subject, currency, g.promised DESC NULLS LAST, g.funder_id`;

@FieldsOf(() => Initiative)
export class InitiativeMoneyResolver {
  @Needs('id')
  @FieldResolver(() => [InitiativeFunding], {
    description:
      'The budget, the promised and paid amounts, the gap and the share of each funder, by currency.',
  })
  async funding(
    @Root() { id }: Row,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly Row[]> {
    const statement = { text: INITIATIVE_FUNDING, values: [] };
    const rows = await rowsOf(reader, 'funding', info, statement, id as string);
    return [...groupBy(rows, ({ currency }) => currency).values()].map((own) => ({
      ...inCurrency(own[0] ?? {}, ['budget', 'awarded', 'committed', 'disbursed', 'spent', 'gap']),
      funders: own
        .filter(({ funderId }) => funderId !== null)
        .map((row) => ({
          funderId: row.funderId,
          grantCount: row.funderGrants,
          promised: moneyOf(row.funderPromised as string | null, row.currency as string),
          disbursed: moneyOf(row.funderDisbursed as string | null, row.currency as string),
          share: row.share,
        })),
    }));
  }
}
