import { ID, Resolver } from 'type-graphql';
import { AdvocacyCase } from '../entities/knowledge/advocacy-case.entity.js';
import { Announcement } from '../entities/knowledge/announcement.entity.js';
import { Claim } from '../entities/knowledge/claim.entity.js';
import { CooperationOffer } from '../entities/knowledge/cooperation-offer.entity.js';
import { Event } from '../entities/knowledge/event.entity.js';
import { ExchangeRate } from '../entities/funding/exchange-rate.entity.js';
import { GrantProgramme } from '../entities/funding/grant-programme.entity.js';
import { Grant } from '../entities/funding/grant.entity.js';
import { Initiative, InitiativeParticipation } from '../entities/network/initiative.entity.js';
import { Membership } from '../entities/network/membership.entity.js';
import { Partnership } from '../entities/network/partnership.entity.js';
import { Person } from '../entities/knowledge/person.entity.js';
import { Region } from '../entities/network/region.entity.js';
import { Seat } from '../entities/knowledge/seat.entity.js';
import { Sector, SectorScheme } from '../entities/network/sector.entity.js';
import { Source } from '../entities/knowledge/source.entity.js';
import { Transaction } from '../entities/funding/transaction.entity.js';
import type { IdKind } from '../src/domain/ids.js';
import { badInput } from '../src/errors.js';
import { LookupQuery, ConnectionQuery } from '../src/fields/decorators.js';
import type { LookupKey } from '../src/fields/lookup.js';
import * as filters from './filters.js';
import { byId, BY_SLUG, onlyKey, wellFormed } from './keys.js';
import * as lists from './lists.types.js';
import * as order from './orders.js';
import type { ClassOf } from '../src/fields/row.js';
import { sql, type Sql } from '../src/fields/sql.js';

const ID_KEY = {
  type: () => ID,
  description: 'Finds the record with this id. Provide exactly one key.',
};
const SLUG_KEY = {
  type: () => String,
  description: 'Finds the record with this slug. Provide exactly one key.',
};

interface IdOrSlug {
  readonly id?: string | null;
  readonly slug?: string | null;
}

/** The root field of a kind with ids and slugs. */
function oneByIdOrSlug(type: ClassOf, kind: IdKind, field: string, text: string) {
  class Root {
    [field]!: never;
  }
  LookupQuery(() => type, {
    nullable: true,
    description: `Returns ${text}. Null if not found.`,
    args: { id: ID_KEY, slug: SLUG_KEY },
    lookup: ({ id, slug }: IdOrSlug) => {
      const key = onlyKey({ id, slug });
      return id == null
        ? { type, by: BY_SLUG, key: wellFormed('slug', key, 'slug') }
        : byId(type, kind, id);
    },
  })(Root.prototype, field);
  Resolver()(Root);
  return Root;
}

/** The root field of a tie or a claim, which has no slug. */
function oneById(type: ClassOf, kind: IdKind, field: string, text: string) {
  class Root {
    [field]!: never;
  }
  LookupQuery(() => type, {
    nullable: true,
    description: `Returns ${text}. Null if not found.`,
    args: {
      id: {
        type: () => ID,
        description: 'The id of the record to return, as returned by its `id` field.',
        required: true,
      },
    },
    lookup: ({ id }) => byId(type, kind, id as string),
  })(Root.prototype, field);
  Resolver()(Root);
  return Root;
}

export const SINGLE_ROOTS = [
  oneByIdOrSlug(Partnership, 'Partnership', 'partnership', 'a partnership by one of its keys'),
  oneByIdOrSlug(Person, 'Person', 'person', 'a holder of a public office by one of their keys'),
  oneByIdOrSlug(Event, 'Event', 'event', 'an event by one of its keys'),
  oneByIdOrSlug(
    AdvocacyCase,
    'AdvocacyCase',
    'advocacyCase',
    'an advocacy case by one of its keys',
  ),
  oneByIdOrSlug(
    Announcement,
    'Announcement',
    'announcement',
    'a public statement by one of its keys',
  ),
  oneByIdOrSlug(
    CooperationOffer,
    'CooperationOffer',
    'cooperationOffer',
    'an offer or a need by one of its keys',
  ),
  oneByIdOrSlug(Initiative, 'Initiative', 'initiative', 'an initiative by one of its keys'),
  oneByIdOrSlug(Source, 'Source', 'source', 'a source by one of its keys'),
  oneById(Membership, 'Membership', 'membership', 'a membership by its id'),
  oneById(Seat, 'Seat', 'seat', 'a seat by its id'),
  oneById(
    InitiativeParticipation,
    'InitiativeParticipation',
    'initiativeParticipation',
    'a participation in an initiative by its id',
  ),
  oneById(Claim, 'Claim', 'claim', 'a claim by its id'),
  oneByIdOrSlug(
    GrantProgramme,
    'GrantProgramme',
    'grantProgramme',
    'a grant program by one of its keys',
  ),
  oneById(Grant, 'Grant', 'grant', 'a grant by its id'),
  oneById(Transaction, 'Transaction', 'transaction', 'a transaction by its id'),
  oneById(ExchangeRate, 'ExchangeRate', 'exchangeRate', 'an exchange rate by its id'),
];

const BY_CODE: LookupKey = {
  type: 'text',
  match: (row: { readonly code: Sql }, key) => sql`${row.code} = ${key}`,
};
const BY_SCHEME_AND_CODE: LookupKey = {
  type: 'text',
  match: (row: { readonly scheme: Sql; readonly code: Sql }, key) =>
    sql`${row.scheme} = split_part(${key}, ':', 1) AND ${row.code} = substr(${key}, strpos(${key}, ':') + 1)`,
};

@Resolver()
export class ListRoots {
  @ConnectionQuery(lists.SectorConnection, {
    filter: filters.SectorFilter,
    orders: order.SectorOrder,
    description: 'Lists all sectors of all taxonomies.',
  })
  sectors!: never;

  @ConnectionQuery(lists.RegionConnection, {
    filter: filters.RegionFilter,
    orders: order.RegionOrder,
    description: 'Lists all regions of all levels.',
  })
  regions!: never;

  @ConnectionQuery(lists.MembershipConnection, {
    asOf: true,
    filter: filters.MembershipFilter,
    orders: order.MembershipOrder,
    description: 'Lists all memberships.',
  })
  memberships!: never;

  @ConnectionQuery(lists.PartnershipConnection, {
    asOf: true,
    filter: filters.PartnershipFilter,
    orders: order.PartnershipOrder,
    description: 'Lists all partnerships.',
  })
  partnerships!: never;

  @ConnectionQuery(lists.PersonConnection, {
    orders: order.PersonOrder,
    description: 'Lists all holders of public offices.',
  })
  persons!: never;

  @ConnectionQuery(lists.SeatConnection, {
    asOf: true,
    filter: filters.SeatFilter,
    orders: order.SeatOrder,
    description: 'Lists all seats.',
  })
  seats!: never;

  @ConnectionQuery(lists.EventConnection, {
    filter: filters.EventFilter,
    orders: order.EventOrder,
    description: 'Lists all events.',
  })
  events!: never;

  @ConnectionQuery(lists.AdvocacyCaseConnection, {
    filter: filters.AdvocacyCaseFilter,
    orders: order.AdvocacyCaseOrder,
    description: 'Lists all advocacy cases.',
  })
  advocacyCases!: never;

  @ConnectionQuery(lists.AnnouncementConnection, {
    filter: filters.AnnouncementFilter,
    orders: order.AnnouncementOrder,
    description: 'Lists all public statements.',
  })
  announcements!: never;

  @ConnectionQuery(lists.CooperationOfferConnection, {
    asOf: true,
    filter: filters.CooperationOfferFilter,
    orders: order.CooperationOfferOrder,
    description: 'Lists all offers and needs.',
  })
  cooperationOffers!: never;

  @ConnectionQuery(lists.InitiativeConnection, {
    filter: filters.InitiativeFilter,
    orders: order.InitiativeOrder,
    description: 'Lists all initiatives.',
  })
  initiatives!: never;

  @ConnectionQuery(lists.InitiativeParticipationConnection, {
    asOf: true,
    filter: filters.ParticipationFilter,
    orders: order.ParticipationOrder,
    description: 'Lists all participations in initiatives.',
  })
  initiativeParticipations!: never;

  @ConnectionQuery(lists.ClaimConnection, {
    asOf: true,
    filter: filters.ClaimFilter,
    orders: order.ClaimOrder,
    description: 'Lists all claims.',
  })
  claims!: never;

  @ConnectionQuery(lists.SourceConnection, {
    filter: filters.SourceFilter,
    orders: order.SourceOrder,
    description: 'Lists all sources.',
  })
  sources!: never;
}

interface SectorKeys {
  readonly id?: string | null;
  readonly scheme?: string | null;
  readonly code?: string | null;
}

@Resolver()
export class ClassificationRoots {
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
  sector!: never;

  @LookupQuery(() => Region, {
    nullable: true,
    description: 'Returns a region by its id or its NUTS code. Null if not found.',
    args: {
      id: ID_KEY,
      code: { type: () => String, description: 'The NUTS code of the region, such as `RS12`.' },
    },
    lookup: ({ id, code }: SectorKeys) => {
      const key = onlyKey({ id, code });
      return code == null
        ? byId(Region, 'Region', key)
        : { type: Region, by: BY_CODE, key: wellFormed('regionCode', code, 'code') };
    },
  })
  region!: never;
}
