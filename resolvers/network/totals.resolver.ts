import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import {
  ORGANIZATION_TYPES,
  type OrganizationType,
} from '../../entities/network/organization.entity.js';
import { DayScalar } from '../../entities/shared/partial-date.scalar.js';
import { Region } from '../../entities/network/region.entity.js';
import { Sector, SectorScheme } from '../../entities/network/sector.entity.js';
import {
  organizationsByRegion,
  organizationsBySector,
  organizationsByType,
  RecordKind,
  recordCounts,
  tieCounts,
  TieKind,
  tiesByYear,
} from '../../src/aggregates/network-totals.js';
import type { Context } from '../../src/context.js';
import { badInput } from '../../src/errors.js';
import { ReferenceField } from '../../src/fields/decorators.js';
import type { Row } from '../../src/fields/row.js';
import { refuseSize, sizeArgument } from '../shared/sizes.js';

@ObjectType({ description: 'The number of organizations of one kind.' })
export class OrganizationTypeCount {
  @Field(() => ORGANIZATION_TYPES, { description: 'The kind that is counted.' })
  type!: OrganizationType;

  @Field(() => Int, { description: 'The number of organizations.' })
  count!: number;
}

@ObjectType({ description: 'The number of records of one kind.' })
export class RecordCount {
  @Field(() => RecordKind, { description: 'The kind that is counted.' })
  kind!: string;

  @Field(() => Int, { description: 'The number of records.' })
  count!: number;
}

@ObjectType({ description: 'The number of organizations that work in a sector.' })
export class SectorCount {
  sectorId!: string;

  @ReferenceField(() => Sector, {
    key: 'sectorId',
    description: 'The sector whose organizations are counted.',
  })
  sector!: Sector;

  @Field(() => Int, { description: 'The number of organizations, including those in its parts.' })
  count!: number;
}

@ObjectType({ description: 'The number of organizations that have their seat in a region.' })
export class RegionCount {
  regionId!: string;

  @ReferenceField(() => Region, {
    key: 'regionId',
    description: 'The region whose organizations are counted.',
  })
  region!: Region;

  @Field(() => Int, { description: 'The number of organizations, including those in its parts.' })
  count!: number;
}

@ObjectType({ description: 'The number of ties of one kind.' })
export class TieCount {
  @Field(() => TieKind, { description: 'The kind of tie.' })
  kind!: TieKind;

  @Field(() => Int, { description: 'The number of ties.' })
  count!: number;
}

@ObjectType({ description: 'The number of ties of one kind that began and ended in a year.' })
export class YearCount {
  @Field(() => Int, { description: 'The calendar year.' })
  year!: number;

  @Field(() => TieKind, { description: 'The kind of tie.' })
  kind!: TieKind;

  @Field(() => Int, {
    description:
      'The number of ties that began in the year. Ties with an unknown start are not counted.',
  })
  beganCount!: number;

  @Field(() => Int, {
    description:
      'The number of ties that ended in the year. Ties with an unknown end are not counted.',
  })
  endedCount!: number;
}

/** Filled in field by field. */
@ObjectType({ description: 'The network in numbers.' })
export class Totals {
  asOf!: string | null;
}

@Resolver(() => Totals)
export class TotalsResolver {
  @FieldResolver(() => [OrganizationTypeCount], {
    description: 'The number of organizations of each kind.',
  })
  organizations(@Root() _totals: Totals, @Ctx() { loaders }: Context): Promise<readonly Row[]> {
    return loaders.aggregate(organizationsByType());
  }

  @FieldResolver(() => [RecordCount], { description: 'The number of records of each kind.' })
  records(@Root() _totals: Totals, @Ctx() { loaders }: Context): Promise<readonly Row[]> {
    return loaders.aggregate(recordCounts());
  }

  @FieldResolver(() => [SectorCount], {
    description:
      'The number of organizations in each sector of one taxonomy, highest number first.',
  })
  sectors(
    @Root() _totals: Totals,
    @Arg('scheme', () => SectorScheme, { description: 'The sector taxonomy, such as `NACE_REV2`.' })
    scheme: string,
    @Arg('first', () => Int, sizeArgument('Returns the n most frequent sectors'))
    first: number,
    @Ctx() { loaders }: Context,
  ): Promise<readonly Row[]> {
    refuseSize(first);
    return loaders.aggregate(organizationsBySector(scheme, first));
  }

  @FieldResolver(() => [RegionCount], {
    description:
      'The number of organizations in each region of one NUTS level, sorted by NUTS code.',
  })
  regions(
    @Root() _totals: Totals,
    @Arg('level', () => Int, { defaultValue: 2, description: 'The NUTS level, 0 to 3.' })
    level: number,
    @Ctx() { loaders }: Context,
  ): Promise<readonly Row[]> {
    if (level < 0 || level > 3) {
      throw badInput(`'level' must be between 0 and 3; got ${String(level)}.`, ['level']);
    }
    return loaders.aggregate(organizationsByRegion(level));
  }

  @FieldResolver(() => [TieCount], {
    description: 'The number of ties of each kind on the day given by `asOf`.',
  })
  ties(@Root() { asOf }: Totals, @Ctx() { loaders }: Context): Promise<readonly Row[]> {
    return loaders.aggregate(tieCounts(asOf));
  }

  @FieldResolver(() => [YearCount], {
    description: 'The number of ties that began and ended, by year and kind of tie, in that order.',
  })
  years(@Root() _totals: Totals, @Ctx() { loaders }: Context): Promise<readonly Row[]> {
    return loaders.aggregate(tiesByYear());
  }
}

@Resolver()
export class TotalsQuery {
  @Query(() => Totals, {
    nullable: true,
    description: 'The network in numbers, for the start page of a dashboard.',
  })
  totals(
    @Arg('asOf', () => DayScalar, {
      nullable: true,
      description: 'Counts only ties in force on this day; if omitted, all known ties.',
    })
    asOf: string | null,
  ): Totals {
    return { asOf: asOf ?? null };
  }
}
