import { Field, Float, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn } from 'typeorm';
import { DecimalScalar } from '../shared/decimal.scalar.js';
import { Grant } from './grant.entity.js';
import { Region } from '../network/region.entity.js';
import { Sector } from '../network/sector.entity.js';
import { CountryCodeScalar } from '../shared/standards.scalar.js';
import type { GrantId, RegionId, SectorId } from '../../src/domain/ids.js';

/** A sector that a grant supports. */
@Entity('grant_sector')
@Check('grant_sector_percentage_is_a_share', '"percentage" > 0 AND "percentage" <= 100')
@Index('grant_sector_sector_grant', ['sectorId', 'grantId'])
export class GrantSector {
  @PrimaryColumn('uuid')
  grantId!: GrantId;

  @ManyToOne(() => Grant, { onDelete: 'CASCADE' })
  grant!: Grant;

  @PrimaryColumn('uuid')
  sectorId!: SectorId;

  @ManyToOne(() => Sector, { onDelete: 'RESTRICT' })
  sector!: Sector;

  /** The percentage of the grant among sectors of the same scheme; null if no source states it. */
  @Column('numeric', { nullable: true })
  percentage!: string | null;
}

@ObjectType({ description: 'A place that a grant is for.' })
@Entity('grant_location')
@Check('grant_location_rank_is_positive', '"rank" >= 1')
@Check('grant_location_country_is_two_letters', `"country" ~ '^[A-Z]{2}$'`)
@Check('grant_location_says_where', 'num_nonnulls("name", "country", "region_id", "latitude") >= 1')
@Check(
  'grant_location_coordinates_are_both_or_none',
  '("latitude" IS NULL) = ("longitude" IS NULL)',
)
@Check('grant_location_latitude_is_in_range', '"latitude" BETWEEN -90 AND 90')
@Check('grant_location_longitude_is_in_range', '"longitude" BETWEEN -180 AND 180')
@Check('grant_location_percentage_is_a_share', '"percentage" > 0 AND "percentage" <= 100')
@Index('grant_location_region_grant', ['regionId', 'grantId'])
@Index('grant_location_country_grant', ['country', 'grantId'])
export class GrantLocation {
  @PrimaryColumn('uuid')
  grantId!: GrantId;

  @ManyToOne(() => Grant, { onDelete: 'CASCADE' })
  grant!: Grant;

  /** The position in the list of the grant, starting at 1. */
  @PrimaryColumn('smallint')
  rank!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the place, as stated by the source. Null if not stated.',
  })
  @Column('text', { nullable: true })
  name!: string | null;

  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: 'The country of the place (ISO 3166-1 alpha-2), such as `RS`. Null if unknown.',
  })
  @Column({ type: 'text', nullable: true, collation: 'C' })
  country!: string | null;

  @Column('uuid', { nullable: true })
  regionId!: RegionId | null;

  @Field(() => Region, {
    nullable: true,
    description: 'The NUTS region of the place. Null if it is not in this graph.',
  })
  @ManyToOne(() => Region, { onDelete: 'RESTRICT' })
  region!: Region | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Degrees north of the equator (WGS 84). Null if unknown.',
  })
  @Column('double precision', { nullable: true })
  latitude!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Degrees east of Greenwich (WGS 84). Null if unknown.',
  })
  @Column('double precision', { nullable: true })
  longitude!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The share of the grant that is for this place, in percent, as a decimal string. Null if unknown.',
  })
  @Column('numeric', { nullable: true })
  percentage!: string | null;
}
