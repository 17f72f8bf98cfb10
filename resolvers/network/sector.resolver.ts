import { Resolver } from 'type-graphql';
import { InitiativeSector } from '../../entities/network/initiative.entity.js';
import { OrganizationSector } from '../../entities/network/organization-sector.entity.js';
import { Sector, SectorScheme } from '../../entities/network/sector.entity.js';
import { badInput } from '../../src/errors.js';
import {
  ConnectionField,
  ConnectionQuery,
  type Declared,
  LookupQuery,
} from '../../src/fields/decorators.js';
import type { LookupKey } from '../../src/fields/lookup.js';
import { relation } from '../../src/fields/relation.js';
import { sql, type Sql } from '../../src/fields/sql.js';
import { inSector } from '../shared/classification.js';
import { SectorConnection } from '../shared/connections.js';
import { OrganizationFilter, SectorFilter } from '../shared/filters.js';
import { byId, onlyKey, wellFormed } from '../shared/keys.js';
import { ID_KEY } from '../shared/lookup-queries.js';
import { OrganizationOrder, SectorOrder } from '../shared/orders.js';
import { InitiativeConnection, OrganizationConnection } from './connections.js';
import { InitiativeFilter } from './filters.js';
import { InitiativeOrder } from './orders.js';

interface SectorKeys {
  readonly id?: string | null;
  readonly scheme?: string | null;
  readonly code?: string | null;
}

const BY_SCHEME_AND_CODE: LookupKey = {
  type: 'text',
  match: (row: { readonly scheme: Sql; readonly code: Sql }, key) =>
    sql`${row.scheme} = split_part(${key}, ':', 1) AND ${row.code} = substr(${key}, strpos(${key}, ':') + 1)`,
};

@Resolver()
export class SectorQueries {
  @LookupQuery(() => Sector, {
    nullable: true,
    description: 'Returns a sector by its id, or by scheme and code. Null if not found.',
    args: {
      id: ID_KEY,
      scheme: { type: () => SectorScheme, description: 'The taxonomy that `code` belongs to.' },
      code: { type: () => String, description: 'The code of the sector in that taxonomy.' },
    },
    lookup: ({ id, scheme, code }: SectorKeys) => {
      if ((scheme == null) !== (code == null)) {
        throw badInput(
          `Use 'scheme' and 'code' together: a code is only unique within its scheme.`,
          [scheme == null ? 'scheme' : 'code'],
        );
      }
      const key = onlyKey({ id, code });
      return code == null
        ? byId(Sector, 'Sector', key)
        : {
            type: Sector,
            by: BY_SCHEME_AND_CODE,
            key: `${String(scheme)}:${wellFormed('sectorCode', code, 'code')}`,
          };
    },
  })
  sector!: Declared;

  @ConnectionQuery(SectorConnection, {
    filter: SectorFilter,
    orders: SectorOrder,
    description: 'Lists all sectors of all taxonomies.',
  })
  sectors!: Declared;
}

@Resolver(() => Sector)
export class SectorResolver {
  @ConnectionField(SectorConnection, {
    link: relation(Sector, 'children'),
    orders: SectorOrder,
    description: 'The parts it is divided into.',
  })
  children!: Declared;

  @ConnectionField(OrganizationConnection, {
    link: inSector(OrganizationSector, ({ organizationId: rowId, sectorId }) => ({
      rowId,
      sectorId,
    })),
    filter: OrganizationFilter,
    orders: OrganizationOrder,
    description: 'The organizations that work in the sector or in a part of it.',
  })
  organizations!: Declared;

  @ConnectionField(InitiativeConnection, {
    link: inSector(InitiativeSector, ({ initiativeId: rowId, sectorId }) => ({ rowId, sectorId })),
    filter: InitiativeFilter,
    orders: InitiativeOrder,
    description: 'The initiatives in the sector or in a part of it.',
  })
  initiatives!: Declared;
}
