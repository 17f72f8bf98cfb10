import { Field, Int, ObjectType, Resolver } from 'type-graphql';
import { Claim, ClaimScope, Indicator } from '../../entities/knowledge/claim.entity.js';
import { Initiative } from '../../entities/network/initiative.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { Source } from '../../entities/knowledge/source.entity.js';
import { bestFirst } from '../../src/aggregates/best-claims.js';
import { from, rows, subquery } from '../../src/fields/columns.js';
import { ListField, ReferenceField } from '../../src/fields/decorators.js';
import { sql, type Sql } from '../../src/fields/sql.js';

@ObjectType({
  description:
    'The best claim about an indicator: the newest among the most trusted claims, with the reason.',
})
export class BestClaim {
  /** The organization or initiative that the claim is about. */
  subjectId!: string;

  claimId!: string;

  @ReferenceField(() => Claim, { key: 'claimId', description: 'The claim that was chosen.' })
  claim!: Claim;

  @Field(() => Indicator, { description: 'The quantity or date that the claim is about.' })
  indicator!: Indicator;

  @Field(() => ClaimScope, {
    description:
      'Whether the figure covers the organization or initiative itself, or all its members together.',
  })
  scope!: ClaimScope;

  @Field(() => String, { description: 'The reason why this claim was chosen, in one sentence.' })
  reason!: string;

  @Field(() => Int, {
    description: 'The number of other claims about the same indicator and scope; see `claims`.',
  })
  otherClaimCount!: number;
}

/** A claim with its source, and what is known about all claims on the same indicator and scope. */
function claimsOf(subject: 'organizationId' | 'initiativeId') {
  const claim = rows(Claim);
  const source = rows(Source);
  const about = sql`${claim[subject]}, ${claim.indicator}, ${claim.scope}`;
  return subquery(
    {
      subjectId: claim[subject],
      claimId: claim.id,
      indicator: claim.indicator,
      scope: claim.scope,
      confidence: source.confidence,
      asOf: claim.asOf,
      publishedOn: source.publishedOn,
      place: sql`row_number() OVER (PARTITION BY ${about} ORDER BY ${bestFirst(claim, source)})`,
      claims: sql`(count(*) OVER (PARTITION BY ${about}))::int`,
      equallyTrusted: sql`(count(*) OVER (PARTITION BY ${about}, ${source.confidence}))::int`,
    },
    sql`FROM ${from(claim)} JOIN ${from(source)} ON ${source.id} = ${claim.sourceId}`,
  );
}

/** The best claim of each subject per indicator and scope. */
function bestClaimsOf(subject: 'organizationId' | 'initiativeId') {
  const best = claimsOf(subject);
  const { subjectId, claimId, indicator, scope } = best;
  return subquery(
    {
      subjectId,
      claimId,
      indicator,
      scope,
      reason: reasonForBest(best),
      otherClaimCount: sql`${best.claims} - 1`,
    } satisfies Partial<Record<keyof BestClaim, Sql>>,
    sql`FROM ${from(best)} WHERE ${best.place} = 1`,
  );
}

/**
 * Why a claim is the best: it is the newest among the most trusted. If none of these has a date, the newest is
 * unknown, and the reason does not call it the newest.
 */
function reasonForBest(best: ReturnType<typeof claimsOf>): Sql {
  const { confidence, asOf, publishedOn, claims, equallyTrusted } = best;
  const source = sql`lower(${confidence}) || CASE WHEN ${equallyTrusted} > 1 THEN ' sources' ELSE ' source' END`;
  const time = sql`coalesce('is as of ' || ${asOf}, 'was published in ' || ${publishedOn}, 'gives no date')`;
  const kept = sql`(${claims} - 1) || CASE WHEN ${claims} > 2 THEN ' other claims are kept.' ELSE ' other claim is kept.' END`;
  return sql`CASE
      WHEN ${claims} = 1
        THEN 'The only claim; it comes from one ' || ${source} || ' and ' || ${time} || '.'
      WHEN ${equallyTrusted} = 1
        THEN 'The only one from the most trusted kind of source (' || ${source} || '); it ' || ${time} || '. ' || ${kept}
      WHEN coalesce(${asOf}, ${publishedOn}) IS NULL
        THEN 'One of ' || ${equallyTrusted} || ' from the most trusted kind of source (' || ${source} || '), none of them dated. ' || ${kept}
      ELSE 'The newest of ' || ${equallyTrusted} || ' from the most trusted kind of source (' || ${source} || '); it ' || ${time} || '. ' || ${kept}
    END`;
}

function bestClaims(subject: 'organizationId' | 'initiativeId') {
  return ListField(() => BestClaim, {
    rows: () => bestClaimsOf(subject),
    link: {
      on: (best: { readonly subjectId: Sql }, id) => sql`${best.subjectId} = ${id}`,
    },
    where: {
      indicator: {
        type: () => [Indicator],
        condition: (best: { readonly indicator: Sql }, indicators) =>
          sql`${best.indicator} = ANY(${indicators}::text[])`,
        description: 'Returns only claims about these indicators. If omitted, returns all.',
      },
    },
    order: ({ indicator, scope }) => sql`${indicator}, ${scope}`,
    limit: 100,
    description: 'The best claim for each indicator and scope, with the reason for the choice.',
  });
}

@Resolver(() => Organization)
export class OrganizationBestClaimsResolver {
  @bestClaims('organizationId')
  bestClaims!: BestClaim[];
}

@Resolver(() => Initiative)
export class InitiativeBestClaimsResolver {
  @bestClaims('initiativeId')
  bestClaims!: BestClaim[];
}
