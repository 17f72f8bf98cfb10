import { Field, Int, ObjectType } from 'type-graphql';
import { Claim, ClaimScope, Indicator } from '../entities/claim.entity.js';
import { Initiative } from '../entities/initiative.entity.js';
import { Organization } from '../entities/organization.entity.js';
import { Confidence } from '../entities/source.entity.js';
import { reasonForBest } from '../src/domain/best-claim.js';
import { FieldsOf, Sql, ToList, ToOne } from '../src/graph/declare.js';

/** Placeholders in the sentence of a reason, and the SQL that replaces each. */
const MARKS = {
  '@confidence': 'lower(t.confidence)',
  '@as-of': 't.as_of',
  '@published-on': 't.published_on',
  '7000000': '(t.claims - 1)::text',
  '8000000': 't.equally_trusted::text',
} as const;

/** The reason in SQL: a CASE with the sentence of `reasonForBest` for every combination of its inputs. */
function reasonSql(): string {
  const counts = (column: string, most: number) =>
    [1, 2, most].map(
      (value) => [value, `${column} ${value === most ? '>' : '='} ${Math.min(value, 2)}`] as const,
    );
  const texts = (column: string, mark: string) =>
    [
      [null, `${column} IS NULL`],
      [mark, `${column} IS NOT NULL`],
    ] as const;
  const cases = counts('t.claims', 7_000_001).flatMap(([claims, isClaims]) =>
    counts('t.equally_trusted', 8_000_000).flatMap(([equallyTrusted, isTrusted]) =>
      texts('t.as_of', '@as-of').flatMap(([asOf, isAsOf]) =>
        texts('t.published_on', '@published-on').map(([publishedOn, isPublished]) => {
          const confidence = '@confidence';
          const best = { confidence, asOf, publishedOn, claims, equallyTrusted };
          const when = [isClaims, isTrusted, isAsOf, isPublished].join(' AND ');
          return `WHEN ${when} THEN ${sentenceSql(reasonForBest(best))}`;
        }),
      ),
    ),
  );
  return `CASE ${cases.join(' ')} END`;
}

function sentenceSql(sentence: string): string {
  return Object.entries(MARKS).reduce(
    (sql, [mark, column]) => sql.replaceAll(mark, `' || ${column} || '`),
    `'${sentence}'`,
  );
}

@ObjectType({
  description:
    'The best claim about an indicator: the newest among the most trusted claims, with the reason.',
})
export class BestClaim {
  @Sql('t.claim_id')
  claimId!: string;

  @Sql('t.indicator')
  @Field(() => Indicator, { description: 'The quantity or date that the claim is about.' })
  indicator!: Indicator;

  @Sql('t.scope')
  @Field(() => ClaimScope, {
    description:
      'Whether the figure covers the organization or initiative itself, or all its members together.',
  })
  scope!: ClaimScope;

  @Sql(reasonSql())
  @Field(() => String, { description: 'The reason why this claim was chosen, in one sentence.' })
  reason!: string;

  @Sql('t.claims - 1')
  @Field(() => Int, {
    description: 'The number of other claims about the same indicator and scope; see `claims`.',
  })
  otherClaimCount!: number;
}

@FieldsOf(() => BestClaim)
export class BestClaimResolver {
  @ToOne(() => Claim, { key: 'claimId', description: 'The claim that was chosen.' })
  claim!: Claim;
}

const TRUST = Object.keys(Confidence)
  .map((confidence) => `'${confidence}'`)
  .join(', ');

/** The order of claims with their sources `s`: the best claim first. */
export const bestFirst = (claim: string) =>
  `array_position(ARRAY[${TRUST}], s.confidence), coalesce(${claim}.as_of, s.published_on, '') DESC, ${claim}.id`;

/** The best claim of each subject per indicator and scope. */
function bestClaims(subject: 'organization_id' | 'initiative_id') {
  const about = `c.${subject}, c.indicator, c.scope`;
  return ToList(() => BestClaim, {
    from: `(SELECT DISTINCT ON (${about})
        c.${subject} AS subject, c.id AS claim_id, c.indicator, c.scope, s.confidence, c.as_of, s.published_on,
        (count(*) OVER (PARTITION BY ${about}))::int AS claims,
        (count(*) OVER (PARTITION BY ${about}, s.confidence))::int AS equally_trusted
      FROM claim c JOIN source s ON s.id = c.source_id
      ORDER BY ${about}, ${bestFirst('c')}) t`,
    link: { on: 't.subject = p.key' },
    where: {
      indicator: {
        type: () => [Indicator],
        sql: 't.indicator = ANY(?::text[])',
        description: 'Returns only claims about these indicators. If omitted, returns all.',
      },
    },
    order: 't.indicator, t.scope',
    limit: 100,
    description: 'The best claim for each indicator and scope, with the reason for the choice.',
  });
}

@FieldsOf(() => Organization)
export class OrganizationBestClaimsResolver {
  @bestClaims('organization_id')
  bestClaims!: BestClaim[];
}

@FieldsOf(() => Initiative)
export class InitiativeBestClaimsResolver {
  @bestClaims('initiative_id')
  bestClaims!: BestClaim[];
}
