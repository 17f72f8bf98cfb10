import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, FieldResolver, Info, Int, ObjectType, Root } from 'type-graphql';
import { Claim, ClaimScope, Indicator } from '../entities/claim.entity.js';
import { Initiative } from '../entities/initiative.entity.js';
import { Organization } from '../entities/organization.entity.js';
import { Confidence } from '../entities/source.entity.js';
import type { Context } from '../src/context.js';
import { reasonForBest, type BestOf } from '../src/domain/best-claim.js';
import { FieldsOf, Needs, ToOne } from '../src/graph/declare.js';
import type { Reader } from '../src/graph/reader.js';
import type { Row } from '../src/graph/row.js';

@ObjectType({
  description: 'The best claim about an indicator: the newest among the most trusted, and why.',
})
export class BestClaim {
  claimId!: string;

  @Field(() => Indicator, { description: 'What it measures or dates.' })
  indicator!: Indicator;

  @Field(() => ClaimScope, { description: 'Whose figure it is.' })
  scope!: ClaimScope;

  @Field(() => String, { description: 'Why this one, in a sentence.' })
  reason!: string;

  @Field(() => Int, { description: 'How many other claims there are about it; see `claims`.' })
  others!: number;
}

@FieldsOf(() => BestClaim)
export class BestClaimResolver {
  @ToOne(() => Claim, { key: 'claimId', description: 'The claim.' })
  claim!: Claim;
}

const TRUST = Object.keys(Confidence)
  .map((confidence) => `'${confidence}'`)
  .join(', ');

/** The order of claims `t` about one thing, with their sources `s`: the best comes first. */
export const BEST_FIRST = `array_position(ARRAY[${TRUST}], s.confidence), coalesce(t.as_of, s.published_on, '') DESC, t.id`;

/** The best claims of each subject, by indicator and scope. */
function bestClaims(
  reader: Reader,
  subject: 'organization_id' | 'initiative_id',
  id: string,
  indicators: readonly string[] | null,
  info: GraphQLResolveInfo,
): Promise<readonly Row[]> {
  const loader = reader.at<string, readonly Row[]>('best claims', info, async (ids) => {
    const rows = await reader.query(
      `SELECT DISTINCT ON (t.${subject}, t.indicator, t.scope)
         t.${subject} AS "subject", t.id AS "claimId", t.indicator, t.scope, s.confidence, t.as_of AS "asOf", s.published_on AS "publishedOn",
         count(*) OVER (PARTITION BY t.${subject}, t.indicator, t.scope)::int AS "claims",
         count(*) OVER (PARTITION BY t.${subject}, t.indicator, t.scope, s.confidence)::int AS "equallyTrusted"
       FROM claim t JOIN source s ON s.id = t.source_id
       WHERE t.${subject} = ANY($1::uuid[]) AND ($2::text[] IS NULL OR t.indicator = ANY($2::text[]))
       ORDER BY t.${subject}, t.indicator, t.scope, ${BEST_FIRST}`,
      [ids, indicators],
    );
    return ids.map((each) =>
      rows
        .filter((row) => row.subject === each)
        .map((row) => ({
          ...row,
          reason: reasonForBest(row as unknown as BestOf),
          others: (row.claims as number) - 1,
        })),
    );
  });
  return loader.load(id);
}

const INDICATOR_TEXT = { nullable: true, description: 'Only about these; all without it.' };
const TEXT = 'The best claim about each indicator, by indicator and scope, with the reason.';

@FieldsOf(() => Organization)
export class OrganizationBestClaimsResolver {
  @Needs('id')
  @FieldResolver(() => [BestClaim], { description: TEXT })
  bestClaims(
    @Root() { id }: Row,
    @Arg('indicator', () => [Indicator], INDICATOR_TEXT) indicator: string[] | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly Row[]> {
    return bestClaims(reader, 'organization_id', id as string, indicator ?? null, info);
  }
}

@FieldsOf(() => Initiative)
export class InitiativeBestClaimsResolver {
  @Needs('id')
  @FieldResolver(() => [BestClaim], { description: TEXT })
  bestClaims(
    @Root() { id }: Row,
    @Arg('indicator', () => [Indicator], INDICATOR_TEXT) indicator: string[] | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly Row[]> {
    return bestClaims(reader, 'initiative_id', id as string, indicator ?? null, info);
  }
}
