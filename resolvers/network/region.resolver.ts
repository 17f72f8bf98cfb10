import { Resolver } from 'type-graphql';
import { InitiativeRegion } from '../../entities/network/initiative.entity.js';
import { Region } from '../../entities/network/region.entity.js';
import {
  ConnectionField,
  ConnectionQuery,
  type Declared,
  LookupQuery,
} from '../../src/fields/decorators.js';
import type { LookupKey } from '../../src/fields/lookup.js';
import { relation } from '../../src/fields/relation.js';
import { sql, type Sql } from '../../src/fields/sql.js';
import { inRegion, LOCATED_IN } from '../shared/classification.js';
import { OrganizationFilter } from '../shared/filters.js';
import { byId, onlyKey, wellFormed } from '../shared/keys.js';
import { ID_KEY } from '../shared/lookup-queries.js';
import { OrganizationOrder } from '../shared/orders.js';
import { InitiativeConnection, RegionConnection, OrganizationConnection } from './connections.js';
import { InitiativeFilter, RegionFilter } from './filters.js';
import { InitiativeOrder, RegionOrder } from './orders.js';

interface RegionKeys {
  readonly id?: string | null;
  readonly code?: string | null;
}

const BY_CODE: LookupKey = {
  type: 'text',
  match: (row: { readonly code: Sql }, key) => sql`${row.code} = ${key}`,
};

@Resolver()
export class RegionQueries {
  @LookupQuery(() => Region, {
    nullable: true,
    description: 'Returns a region by its id or its NUTS code. Null if not found.',
    args: {
      id: ID_KEY,
      code: { type: () => String, description: 'The NUTS code of the region, such as `RS12`.' },
    },
    lookup: ({ id, code }: RegionKeys) => {
      const key = onlyKey({ id, code });
      return code == null
        ? byId(Region, 'Region', key)
        : { type: Region, by: BY_CODE, key: wellFormed('regionCode', code, 'code') };
    },
  })
  region!: Declared;

  @ConnectionQuery(RegionConnection, {
    filter: RegionFilter,
    orders: RegionOrder,
    description: 'Lists all regions of all levels.',
  })
  regions!: Declared;
}

@Resolver(() => Region)
export class RegionResolver {
  @ConnectionField(RegionConnection, {
    link: relation(Region, 'children'),
    orders: RegionOrder,
    description: 'The parts it is divided into.',
  })
  children!: Declared;

  @ConnectionField(OrganizationConnection, {
    link: LOCATED_IN,
    filter: OrganizationFilter,
    orders: OrganizationOrder,
    description: 'The organizations that have their seat in the region.',
  })
  organizations!: Declared;

  @ConnectionField(InitiativeConnection, {
    link: inRegion(InitiativeRegion, ({ initiativeId: rowId, regionId }) => ({ rowId, regionId })),
    filter: InitiativeFilter,
    orders: InitiativeOrder,
    description: 'The initiatives in the region.',
  })
  initiatives!: Declared;
}
