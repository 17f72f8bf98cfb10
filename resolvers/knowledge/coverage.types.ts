import { Field, Int, ObjectType } from 'type-graphql';
import { Claim, ClaimScope, Indicator } from '../../entities/knowledge/claim.entity.js';
import { Confidence } from '../../entities/knowledge/source.entity.js';
import { Initiative } from '../../entities/network/initiative.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { DecimalScalar } from '../../entities/shared/decimal.scalar.js';
import { CurrencyCodeScalar } from '../../entities/shared/standards.scalar.js';
import { FactKind, MissingFact } from '../../src/aggregates/coverage.js';
import { ReferenceField, ReferencesField } from '../../src/fields/decorators.js';

@ObjectType({ description: 'A part of a whole.' })
export class CoverageShare {
  @Field(() => Int, { description: 'The number of those that have it.' })
  count!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The share of all, in percent. Null if there are none.',
  })
  share!: string | null;
}

@ObjectType({ description: 'The facts whose sources have one confidence.' })
export class ConfidenceCoverage extends CoverageShare {
  @Field(() => Confidence, { description: 'The confidence of the sources.' })
  confidence!: string;
}

/** A row of `factCoverage`; its other fields are resolved from the counts. */
@ObjectType({ description: 'How well the facts of one kind are documented.' })
export class FactCoverage {
  @Field(() => FactKind, { description: 'The kind of fact.' })
  kind!: FactKind;

  @Field(() => Int, { description: 'The number of facts.' })
  count!: number;

  datedCount!: number | null;
  placedCount!: number | null;
}

@ObjectType({ description: 'The organizations that have an identifier of one register.' })
export class IdentifierCoverage {
  @Field(() => String, { description: 'The register, a list of org-id.guide, such as `XI-ROR`.' })
  scheme!: string;

  @Field(() => Int, { description: 'The number of organizations.' })
  organizationCount!: number;
}

/** A row of `organizationCoverage`; its other fields are resolved from the counts. */
@ObjectType({ description: 'How many organizations can be identified and placed.' })
export class OrganizationCoverage {
  @Field(() => Int, { description: 'The number of organizations.' })
  count!: number;

  identifiedCount!: number;
  countryCount!: number;
  regionCount!: number;
  sectorCount!: number;
  websiteCount!: number;
}

@ObjectType({
  description:
    'Claims about one figure of one year that cannot all be true. Claims without `asOf` are compared with each other; a figure that a source gives as about can differ by a tenth.',
})
export class ClaimConflict {
  organizationId!: string | null;
  initiativeId!: string | null;
  claimIds!: readonly string[];

  @ReferenceField(() => Organization, {
    key: 'organizationId',
    nullable: true,
    description: 'The organization that the claims are about. Null if it is an initiative.',
  })
  organization!: Organization | null;

  @ReferenceField(() => Initiative, {
    key: 'initiativeId',
    nullable: true,
    description: 'The initiative that the claims are about. Null if it is an organization.',
  })
  initiative!: Initiative | null;

  @Field(() => Indicator, { description: 'The figure or date that they are about.' })
  indicator!: string;

  @Field(() => ClaimScope, { description: 'Whose figure it is.' })
  scope!: string;

  @Field(() => CurrencyCodeScalar, {
    nullable: true,
    description: 'The currency of the amounts. Null if the figure is not an amount of money.',
  })
  currency!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The year that the claims are of. Null if they have no `asOf`.',
  })
  year!: number | null;

  @ReferencesField(() => Claim, {
    keys: 'claimIds',
    description: 'All claims about the figure, lowest value first.',
  })
  claims!: Claim[];
}

@ObjectType({ description: 'An organization about which something should be looked up.' })
export class CoverageGap {
  organizationId!: string;

  @ReferenceField(() => Organization, {
    key: 'organizationId',
    description: 'The organization.',
  })
  organization!: Organization;

  @Field(() => Int, {
    description: 'The number of its memberships, members, partnerships and initiatives.',
  })
  tieCount!: number;

  @Field(() => Int, { description: 'The number of its roles in grants.' })
  grantCount!: number;

  @Field(() => [MissingFact], { description: 'What is missing.' })
  missing!: MissingFact[];
}

/** Filled in field by field. */
@ObjectType({ description: 'What the graph knows, what conflicts, and what to look up next.' })
export class Coverage {
  facts?: FactCoverage[];
}
