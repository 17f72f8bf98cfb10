import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Confidence } from '../../entities/knowledge/source.entity.js';
import {
  conflictCount,
  conflictList,
  coverageGaps,
  factCoverage,
  identifierSchemes,
  organizationCoverage,
} from '../../src/aggregates/coverage.js';
import type { Context } from '../../src/context.js';
import { percentOf } from '../../src/domain/percent.js';
import type { Row } from '../../src/fields/row.js';
import { refuseSize, sizeArgument } from '../shared/sizes.js';
import {
  ClaimConflict,
  ConfidenceCoverage,
  Coverage,
  CoverageGap,
  CoverageShare,
  FactCoverage,
  IdentifierCoverage,
  OrganizationCoverage,
} from './coverage.types.js';

const shareOf = (count: number, all: number): Pick<CoverageShare, 'count' | 'share'> => ({
  count,
  share: percentOf(count, all),
});

@Resolver(() => FactCoverage)
export class FactCoverageResolver {
  @FieldResolver(() => CoverageShare, {
    nullable: true,
    description: 'The facts that have a date. Null for facts that have none of their own.',
  })
  dated(@Root() { datedCount, count }: FactCoverage): CoverageShare | null {
    return datedCount === null ? null : shareOf(datedCount, count);
  }

  @FieldResolver(() => CoverageShare, {
    nullable: true,
    description: 'The facts that have a NUTS region. Null for facts that have none of their own.',
  })
  placed(@Root() { placedCount, count }: FactCoverage): CoverageShare | null {
    return placedCount === null ? null : shareOf(placedCount, count);
  }

  @FieldResolver(() => [ConfidenceCoverage], {
    description: 'The facts by the confidence of their sources, most trusted first.',
  })
  sources(@Root() row: FactCoverage): ConfidenceCoverage[] {
    const counts = row as unknown as Readonly<Record<string, number>>;
    return Object.keys(Confidence).map((confidence) => ({
      confidence,
      ...shareOf(counts[confidence] ?? 0, row.count),
    }));
  }
}

@Resolver(() => OrganizationCoverage)
export class OrganizationCoverageResolver {
  @FieldResolver(() => CoverageShare, {
    description: 'The organizations that have an identifier of a register.',
  })
  identified(@Root() { identifiedCount, count }: OrganizationCoverage): CoverageShare {
    return shareOf(identifiedCount, count);
  }

  @FieldResolver(() => CoverageShare, { description: 'The organizations whose country is known.' })
  withCountry(@Root() { countryCount, count }: OrganizationCoverage): CoverageShare {
    return shareOf(countryCount, count);
  }

  @FieldResolver(() => CoverageShare, {
    description: 'The organizations whose NUTS region is known.',
  })
  withRegion(@Root() { regionCount, count }: OrganizationCoverage): CoverageShare {
    return shareOf(regionCount, count);
  }

  @FieldResolver(() => CoverageShare, { description: 'The organizations with a sector.' })
  withSector(@Root() { sectorCount, count }: OrganizationCoverage): CoverageShare {
    return shareOf(sectorCount, count);
  }

  @FieldResolver(() => CoverageShare, { description: 'The organizations with a website.' })
  withWebsite(@Root() { websiteCount, count }: OrganizationCoverage): CoverageShare {
    return shareOf(websiteCount, count);
  }

  @FieldResolver(() => [IdentifierCoverage], {
    description: 'The organizations that have an identifier, by register, highest number first.',
  })
  schemes(
    @Root() _coverage: OrganizationCoverage,
    @Arg('first', () => Int, sizeArgument('Returns the n registers with the most organizations'))
    first: number,
    @Ctx() { loaders }: Context,
  ): Promise<readonly Row[]> {
    refuseSize(first);
    return loaders.aggregate(identifierSchemes(first));
  }
}

@Resolver(() => Coverage)
export class CoverageResolver {
  @FieldResolver(() => [FactCoverage], {
    description:
      'How many facts of each kind have a date, a region, and a source that can be trusted.',
  })
  facts(@Root() _coverage: Coverage, @Ctx() { loaders }: Context): Promise<readonly Row[]> {
    return loaders.aggregate(factCoverage());
  }

  @FieldResolver(() => OrganizationCoverage, {
    description: 'How many organizations have an identifier, a place, a sector and a website.',
  })
  async organizations(
    @Root() _coverage: Coverage,
    @Ctx() { loaders }: Context,
  ): Promise<Row | undefined> {
    const [row] = await loaders.aggregate(organizationCoverage());
    return row;
  }

  @FieldResolver(() => Int, { description: 'The number of conflicts.' })
  async conflictCount(@Root() _coverage: Coverage, @Ctx() { loaders }: Context): Promise<unknown> {
    const [row] = await loaders.aggregate(conflictCount());
    return row?.count;
  }

  @FieldResolver(() => [ClaimConflict], {
    description: 'Figures on which claims disagree, those with the most claims first.',
  })
  conflicts(
    @Root() _coverage: Coverage,
    @Arg('first', () => Int, sizeArgument('Returns the n conflicts with the most claims'))
    first: number,
    @Ctx() { loaders }: Context,
  ): Promise<readonly Row[]> {
    refuseSize(first);
    return loaders.aggregate(conflictList(first));
  }

  @FieldResolver(() => [CoverageGap], {
    description:
      'What to look up next: organizations about which something is missing, those with the most ties and grants first.',
  })
  gaps(
    @Root() _coverage: Coverage,
    @Arg(
      'first',
      () => Int,
      sizeArgument('Returns the n organizations with the most ties and grants'),
    )
    first: number,
    @Ctx() { loaders }: Context,
  ): Promise<readonly Row[]> {
    refuseSize(first);
    return loaders.aggregate(coverageGaps(first));
  }
}

@Resolver()
export class CoverageQuery {
  @Query(() => Coverage, {
    nullable: true,
    description:
      'What the graph knows, what conflicts, and what to look up next, for those who keep the data.',
  })
  coverage(): Coverage {
    return {};
  }
}
