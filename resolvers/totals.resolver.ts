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
import { enumType } from '../entities/enum-type.js';
import { ORGANIZATION_TYPES, type OrganizationType } from '../entities/organization.entity.js';
import { DayScalar } from '../entities/partial-date.scalar.js';
import { Region } from '../entities/region.entity.js';
import { Sector, SectorScheme } from '../entities/sector.entity.js';
import type { Context } from '../src/context.js';
import { badInput } from '../src/errors.js';
import { inForce } from '../src/graph/connection.js';
import { FieldsOf, ToOne } from '../src/graph/declare.js';
import type { Row } from '../src/graph/row.js';
import { refuseSize, sizeArgument } from './sizes.js';

const TieKind = enumType('TieKind', 'The kinds of ties that are counted.', {
  MEMBERSHIP: 'The membership of an organization in a cluster or an association.',
  PARTNERSHIP: 'Two or more organizations cooperate.',
  INITIATIVE_PARTICIPATION: 'The participation of an organization in an initiative.',
  SEAT: 'A person holds an office.',
  COOPERATION_OFFER: 'An organization offers or needs something.',
});
type TieKind = keyof typeof TieKind;

const TIE_TABLES: Readonly<Record<TieKind, string>> = {
  MEMBERSHIP: 'membership',
  PARTNERSHIP: 'partnership',
  INITIATIVE_PARTICIPATION: 'initiative_participation',
  SEAT: 'seat',
  COOPERATION_OFFER: 'cooperation_offer',
};

const RecordKind = enumType('RecordKind', 'The kinds of records that are counted.', {
  ORGANIZATION: 'Organizations.',
  INITIATIVE: 'Initiatives.',
  EVENT: 'Events.',
  ADVOCACY_CASE: 'Advocacy cases.',
  ANNOUNCEMENT: 'Public statements.',
  PERSON: 'Holders of public offices.',
  CLAIM: 'Claims.',
  SOURCE: 'Sources.',
});

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
  @Field(() => Int, { description: 'The number of organizations, including those in its parts.' })
  count!: number;
}

@FieldsOf(() => SectorCount)
export class SectorCountResolver {
  @ToOne(() => Sector, {
    key: 'sectorId',
    description: 'The sector whose organizations are counted.',
  })
  sector!: Sector;
}

@ObjectType({ description: 'The number of organizations that have their seat in a region.' })
export class RegionCount {
  @Field(() => Int, { description: 'The number of organizations, including those in its parts.' })
  count!: number;
}

@FieldsOf(() => RegionCount)
export class RegionCountResolver {
  @ToOne(() => Region, {
    key: 'regionId',
    description: 'The region whose organizations are counted.',
  })
  region!: Region;
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

const overTies = (statement: (kind: string, table: string) => string) =>
  Object.entries(TIE_TABLES)
    .map(([kind, table]) => statement(kind, table))
    .join(' UNION ALL ');

/** The rows of these selects in sequence; a parallel plan would otherwise mix them. */
const inOrder = (selects: readonly string[]) =>
  `${selects.map((select, at) => `SELECT ${at} AS at, ${select}`).join(' UNION ALL ')} ORDER BY at`;

@FieldsOf(() => Totals)
export class TotalsResolver {
  @FieldResolver(() => [OrganizationTypeCount], {
    description: 'The number of organizations of each kind.',
  })
  organizations(@Root() _totals: Totals, @Ctx() { reader }: Context): Promise<readonly Row[]> {
    return reader.figures(
      `SELECT type, count(*)::int AS count FROM organization GROUP BY type ORDER BY type`,
      [],
    );
  }

  @FieldResolver(() => [RecordCount], { description: 'The number of records of each kind.' })
  records(@Root() _totals: Totals, @Ctx() { reader }: Context): Promise<readonly Row[]> {
    return reader.figures(
      inOrder(
        Object.keys(RecordKind).map(
          (kind) => `'${kind}' AS kind, count(*)::int AS count FROM ${kind.toLowerCase()}`,
        ),
      ),
      [],
    );
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
    @Ctx() { reader }: Context,
  ): Promise<readonly Row[]> {
    refuseSize(first);
    return reader.figures(
      `WITH RECURSIVE above AS (
         SELECT s.id AS sector_id, s.id AS top_id FROM sector s WHERE s.scheme = $1
         UNION SELECT a.sector_id, s.parent_id FROM above a JOIN sector s ON s.id = a.top_id
         WHERE s.parent_id IS NOT NULL)
       SELECT a.top_id AS "sectorId", count(DISTINCT l.organization_id)::int AS count
       FROM above a JOIN organization_sector l ON l.sector_id = a.sector_id JOIN sector t ON t.id = a.top_id
       GROUP BY a.top_id, t.code ORDER BY count DESC, t.code LIMIT $2`,
      [scheme, first],
    );
  }

  @FieldResolver(() => [RegionCount], {
    description:
      'The number of organizations in each region of one NUTS level, sorted by NUTS code.',
  })
  regions(
    @Root() _totals: Totals,
    @Arg('level', () => Int, { defaultValue: 2, description: 'The NUTS level, 0 to 3.' })
    level: number,
    @Ctx() { reader }: Context,
  ): Promise<readonly Row[]> {
    if (level < 0 || level > 3) {
      throw badInput(`'level' must be between 0 and 3; got ${String(level)}.`, ['level']);
    }
    return reader.figures(
      `SELECT top.id AS "regionId", count(o.id)::int AS count
       FROM region top LEFT JOIN region r ON starts_with(r.code, top.code)
         LEFT JOIN organization o ON o.region_id = r.id
       WHERE top.level = $1 GROUP BY top.id, top.code ORDER BY top.code`,
      [level],
    );
  }

  @FieldResolver(() => [TieCount], {
    description: 'The number of ties of each kind on the day given by `asOf`.',
  })
  ties(@Root() { asOf }: Totals, @Ctx() { reader }: Context): Promise<readonly Row[]> {
    const condition = asOf === null ? 'true' : inForce('t').replaceAll('?', '$1');
    return reader.figures(
      inOrder(
        Object.entries(TIE_TABLES).map(
          ([kind, table]) =>
            `'${kind}' AS kind, count(*)::int AS count FROM ${table} t WHERE ${condition}`,
        ),
      ),
      asOf === null ? [] : [asOf],
    );
  }

  @FieldResolver(() => [YearCount], {
    description: 'The number of ties that began and ended, by year and kind of tie, in that order.',
  })
  years(@Root() _totals: Totals, @Ctx() { reader }: Context): Promise<readonly Row[]> {
    return reader.figures(
      `SELECT year, kind, sum(began)::int AS "beganCount", sum(ended)::int AS "endedCount" FROM (${overTies(
        (kind, table) =>
          `SELECT left(since, 4)::int AS year, '${kind}' AS kind, 1 AS began, 0 AS ended FROM ${table} WHERE since IS NOT NULL
           UNION ALL SELECT left(until, 4)::int, '${kind}', 0, 1 FROM ${table} WHERE until IS NOT NULL`,
      )}) AS events GROUP BY year, kind ORDER BY year, kind`,
      [],
    );
  }
}

@Resolver()
export class TotalsRoot {
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
