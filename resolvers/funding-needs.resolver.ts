import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { OfferDirection } from '../entities/cooperation-offer.entity.js';
import { enumType } from '../entities/enum-type.js';
import { Organization } from '../entities/organization.entity.js';
import { Region } from '../entities/region.entity.js';
import { Sector, SectorScheme } from '../entities/sector.entity.js';
import { TieStatus } from '../entities/tie.interface.js';
import type { Context } from '../src/context.js';
import { FieldsOf, Needs, ToOne } from '../src/graph/declare.js';
import type { Row } from '../src/graph/row.js';
import { rowsOf } from '../src/graph/rows-of.js';
import { nodeResolverOf } from './grant-dimensions.js';
import { refuseSize, sizeArgument } from './sizes.js';

@ObjectType({ description: 'A funder of grants in a sector or region.' })
export class LocalFunder {
  funderId!: string;

  @Field(() => Int, { description: 'The number of grants that it funds in the sector or region.' })
  grantCount!: number;
}

@FieldsOf(() => LocalFunder)
export class LocalFunderResolver {
  @ToOne(() => Organization, { key: 'funderId', description: 'The organization that funds.' })
  funder!: Organization;
}

const FUNDERS_TEXT = 'The funders of grants for it, those with the most grants first.';
const FIRST_FUNDERS = sizeArgument('Returns the n funders with the most grants');
const funders = (
  grantIds: string,
) => `SELECT p.key AS subject, f.* FROM unnest($1::uuid[]) AS p(key)
  CROSS JOIN LATERAL (
    SELECT t.funder_id AS "funderId", count(*)::int AS "grantCount" FROM "grant" t WHERE t.id IN (${grantIds})
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT $2::int) f`;
const SECTOR_GRANTS = `SELECT l.grant_id FROM grant_sector l WHERE l.sector_id = ANY (ARRAY(SELECT sectors_below(p.key)))`;
const REGION_GRANTS = `SELECT l.grant_id FROM grant_location l JOIN region r ON r.id = l.region_id
  JOIN region top ON starts_with(r.code, top.code) WHERE top.id = p.key`;

@FieldsOf(() => Sector)
export class SectorFundersResolver {
  @Needs('id')
  @FieldResolver(() => [LocalFunder], { description: FUNDERS_TEXT })
  funders(
    @Root() { id }: Row,
    @Arg('first', () => Int, FIRST_FUNDERS) first: number,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly Row[]> {
    refuseSize(first);
    return rowsOf(
      reader,
      'funders',
      info,
      { text: funders(SECTOR_GRANTS), values: [first] },
      id as string,
    );
  }
}

@FieldsOf(() => Region)
export class RegionFundersResolver {
  @Needs('id')
  @FieldResolver(() => [LocalFunder], { description: FUNDERS_TEXT })
  funders(
    @Root() { id }: Row,
    @Arg('first', () => Int, FIRST_FUNDERS) first: number,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly Row[]> {
    refuseSize(first);
    return rowsOf(
      reader,
      'funders',
      info,
      { text: funders(REGION_GRANTS), values: [first] },
      id as string,
    );
  }
}

const NeedDimension = enumType(
  'NeedDimension',
  'The dimension by which unfunded needs are grouped.',
  {
    SECTOR: 'By sector.',
    REGION:
      'By region: the region of the seat of the organization with the need, or the region of the initiative.',
  },
);

@ObjectType({ description: 'A sector or region with needs that no grant covers.' })
export class UnfundedNeed {
  @Field(() => Int, { description: 'The number of needs in it (`CooperationOffer`).' })
  needCount!: number;

  @Field(() => Int, { description: 'The number of initiatives in it without a grant.' })
  initiativeCount!: number;
}

export const UnfundedNeedResolver = nodeResolverOf(UnfundedNeed, {
  description: 'The sector or region that has the needs.',
});

const NEED = `o.direction = '${OfferDirection.NEEDS}' AND o.status <> '${TieStatus.ENDED}'`;
const UNGRANTED = 'NOT EXISTS (SELECT FROM "grant" g WHERE g.initiative_id = l.initiative_id)';
const unfunded = (
  places: string,
  needs: string,
  initiatives: string,
  granted: string,
) => `WITH need AS (
    SELECT key, count(*) FILTER (WHERE is_need)::int AS needs, count(*) FILTER (WHERE NOT is_need)::int AS initiatives
    FROM (${needs} UNION ${initiatives}) AS found GROUP BY key
  )
  SELECT n.key AS "nodeId", n.needs AS "needCount", n.initiatives AS "initiativeCount" FROM need n JOIN ${places} d ON d.id = n.key
  WHERE NOT EXISTS (${granted}) AND ($2::text IS NULL OR to_jsonb(d) ->> 'scheme' = $2)
  ORDER BY n.needs + n.initiatives DESC, d.code LIMIT $1::int`;

const UNFUNDED = {
  SECTOR: unfunded(
    'sector',
    `SELECT l.sector_id AS key, true AS is_need, o.id FROM cooperation_offer_sector l
     JOIN cooperation_offer o ON o.id = l.cooperation_offer_id WHERE ${NEED}`,
    `SELECT l.sector_id, false, l.initiative_id FROM initiative_sector l WHERE ${UNGRANTED}`,
    `SELECT FROM grant_sector l WHERE l.sector_id = ANY (ARRAY(SELECT sectors_below(n.key)))`,
  ),
  REGION: unfunded(
    'region',
    `SELECT w.region_id AS key, true AS is_need, o.id FROM cooperation_offer o
     JOIN organization w ON w.id = o.organization_id WHERE w.region_id IS NOT NULL AND ${NEED}`,
    `SELECT l.region_id, false, l.initiative_id FROM initiative_region l WHERE ${UNGRANTED}`,
    `SELECT FROM grant_location l JOIN region r ON r.id = l.region_id WHERE starts_with(r.code, d.code)`,
  ),
} as const;

@Resolver()
export class UnfundedNeedsRoot {
  @Query(() => [UnfundedNeed], {
    nullable: true,
    description:
      'Sectors or regions that have needs or initiatives without a grant, and that receive no grant of this graph. Those with the most needs and initiatives come first.',
  })
  unfundedNeeds(
    @Arg('by', () => NeedDimension, { description: 'The criterion that determines the results.' })
    by: keyof typeof NeedDimension,
    @Arg('scheme', () => SectorScheme, {
      nullable: true,
      description: 'Returns only sectors of this taxonomy; if omitted, sectors of all taxonomies.',
    })
    scheme: SectorScheme | null,
    @Arg(
      'first',
      () => Int,
      sizeArgument('Returns the n entries with the most needs and initiatives'),
    )
    first: number,
    @Ctx() { reader }: Context,
  ): Promise<readonly Row[]> {
    refuseSize(first);
    return reader.figures(UNFUNDED[by], [first, scheme ?? null]);
  }
}
