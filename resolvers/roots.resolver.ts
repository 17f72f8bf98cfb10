import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { AdvocacyCase } from '../entities/advocacy-case.entity.js';
import { Announcement } from '../entities/announcement.entity.js';
import { Claim } from '../entities/claim.entity.js';
import { CooperationOffer } from '../entities/cooperation-offer.entity.js';
import { Event } from '../entities/event.entity.js';
import { ExchangeRate } from '../entities/exchange-rate.entity.js';
import { GrantProgramme } from '../entities/grant-programme.entity.js';
import { Grant } from '../entities/grant.entity.js';
import { Initiative, InitiativeParticipation } from '../entities/initiative.entity.js';
import { Membership } from '../entities/membership.entity.js';
import { Partnership } from '../entities/partnership.entity.js';
import { Person } from '../entities/person.entity.js';
import { Region } from '../entities/region.entity.js';
import { Seat } from '../entities/seat.entity.js';
import { Sector, SectorScheme } from '../entities/sector.entity.js';
import { Source } from '../entities/source.entity.js';
import { Transaction } from '../entities/transaction.entity.js';
import type { Context } from '../src/context.js';
import type { IdKind } from '../src/domain/ids.js';
import { badInput } from '../src/errors.js';
import { RootPage } from '../src/graph/declare.js';
import type { KeySort } from '../src/graph/reader.js';
import * as filters from './filters.js';
import { byIdOrSlug, idOf, onlyKey } from './keys.js';
import * as lists from './lists.types.js';
import * as order from './orders.js';
import type { ClassOf, Row } from '../src/graph/row.js';

const ID_TEXT = { nullable: true, description: 'Its id. Give exactly one key.' };
const SLUG_TEXT = { nullable: true, description: 'Its slug. Give exactly one key.' };

/** The root field of a kind that is known by id and slug. */
function oneByIdOrSlug(type: ClassOf, kind: IdKind, field: string, text: string) {
  class Root {
    [field](id: string | null, slug: string | null, { reader }: Context, info: GraphQLResolveInfo) {
      return byIdOrSlug(reader, type, kind, { id, slug }, info);
    }
  }
  Arg('id', () => ID, ID_TEXT)(Root.prototype, field, 0);
  Arg('slug', () => String, SLUG_TEXT)(Root.prototype, field, 1);
  return finishRoot(Root, type, field, text, 2);
}

/** The root field of a tie or a claim, which has no name of its own. */
function oneById(type: ClassOf, kind: IdKind, field: string, text: string) {
  class Root {
    [field](id: string, { reader }: Context, info: GraphQLResolveInfo): Promise<Row | null> | null {
      const own = idOf(kind, id);
      return own === null ? null : reader.one(type, own, info);
    }
  }
  Arg('id', () => ID, { description: 'Its id.' })(Root.prototype, field, 0);
  return finishRoot(Root, type, field, text, 1);
}

function finishRoot<Root extends ClassOf>(
  root: Root,
  type: ClassOf,
  field: string,
  text: string,
  parameters: number,
): Root {
  const target = root.prototype as object;
  Ctx()(target, field, parameters);
  Info()(target, field, parameters + 1);
  Query(() => type as never, { nullable: true, description: `${text}. Null if there is none.` })(
    target,
    field,
    {},
  );
  Resolver()(root);
  return root;
}

export const SINGLE_ROOTS = [
  oneByIdOrSlug(Partnership, 'Partnership', 'partnership', 'A partnership, by one of its keys'),
  oneByIdOrSlug(Person, 'Person', 'person', 'A holder of a public office, by one of the keys'),
  oneByIdOrSlug(Event, 'Event', 'event', 'An event, by one of its keys'),
  oneByIdOrSlug(
    AdvocacyCase,
    'AdvocacyCase',
    'advocacyCase',
    'An advocacy case, by one of its keys',
  ),
  oneByIdOrSlug(
    Announcement,
    'Announcement',
    'announcement',
    'A public statement, by one of its keys',
  ),
  oneByIdOrSlug(
    CooperationOffer,
    'CooperationOffer',
    'cooperationOffer',
    'An offer or a need, by one of its keys',
  ),
  oneByIdOrSlug(Initiative, 'Initiative', 'initiative', 'An initiative, by one of its keys'),
  oneByIdOrSlug(Source, 'Source', 'source', 'A source, by one of its keys'),
  oneById(Membership, 'Membership', 'membership', 'A membership, by its id'),
  oneById(Seat, 'Seat', 'seat', 'A seat, by its id'),
  oneById(
    InitiativeParticipation,
    'InitiativeParticipation',
    'initiativeParticipation',
    'A part in an initiative, by its id',
  ),
  oneById(Claim, 'Claim', 'claim', 'A claim, by its id'),
  oneByIdOrSlug(
    GrantProgramme,
    'GrantProgramme',
    'grantProgramme',
    'A grant programme, by one of its keys',
  ),
  oneById(Grant, 'Grant', 'grant', 'A grant, by its id'),
  oneById(Transaction, 'Transaction', 'transaction', 'A transaction, by its id'),
  oneById(ExchangeRate, 'ExchangeRate', 'exchangeRate', 'An exchange rate, by its id'),
];

const BY_CODE: KeySort = { match: 't.code = k.key', type: 'text' };
const BY_SCHEME_AND_CODE: KeySort = {
  match: `t.scheme = split_part(k.key, ':', 1) AND t.code = substr(k.key, strpos(k.key, ':') + 1)`,
  type: 'text',
};

@Resolver()
export class ListRoots {
  @RootPage(lists.SectorConnection, {
    filter: filters.SectorFilter,
    orders: order.SectorOrder,
    description: 'All sectors of all taxonomies.',
  })
  sectors!: never;

  @RootPage(lists.RegionConnection, {
    filter: filters.RegionFilter,
    orders: order.RegionOrder,
    description: 'All regions of all levels.',
  })
  regions!: never;

  @RootPage(lists.MembershipConnection, {
    asOf: true,
    filter: filters.MembershipFilter,
    orders: order.MembershipOrder,
    description: 'All memberships.',
  })
  memberships!: never;

  @RootPage(lists.PartnershipConnection, {
    asOf: true,
    filter: filters.PartnershipFilter,
    orders: order.PartnershipOrder,
    description: 'All partnerships.',
  })
  partnerships!: never;

  @RootPage(lists.PersonConnection, {
    orders: order.PersonOrder,
    description: 'All holders of public offices.',
  })
  persons!: never;

  @RootPage(lists.SeatConnection, {
    asOf: true,
    filter: filters.SeatFilter,
    orders: order.SeatOrder,
    description: 'All seats.',
  })
  seats!: never;

  @RootPage(lists.EventConnection, {
    filter: filters.EventFilter,
    orders: order.EventOrder,
    description: 'All events.',
  })
  events!: never;

  @RootPage(lists.AdvocacyCaseConnection, {
    filter: filters.AdvocacyCaseFilter,
    orders: order.AdvocacyCaseOrder,
    description: 'All advocacy cases.',
  })
  advocacyCases!: never;

  @RootPage(lists.AnnouncementConnection, {
    filter: filters.AnnouncementFilter,
    orders: order.AnnouncementOrder,
    description: 'All public statements.',
  })
  announcements!: never;

  @RootPage(lists.CooperationOfferConnection, {
    asOf: true,
    filter: filters.CooperationOfferFilter,
    orders: order.CooperationOfferOrder,
    description: 'All offers and needs.',
  })
  cooperationOffers!: never;

  @RootPage(lists.InitiativeConnection, {
    filter: filters.InitiativeFilter,
    orders: order.InitiativeOrder,
    description: 'All initiatives.',
  })
  initiatives!: never;

  @RootPage(lists.InitiativeParticipationConnection, {
    asOf: true,
    filter: filters.ParticipationFilter,
    orders: order.ParticipationOrder,
    description: 'All parts in initiatives.',
  })
  initiativeParticipations!: never;

  @RootPage(lists.ClaimConnection, {
    asOf: true,
    filter: filters.ClaimFilter,
    orders: order.ClaimOrder,
    description: 'All claims.',
  })
  claims!: never;

  @RootPage(lists.SourceConnection, {
    filter: filters.SourceFilter,
    orders: order.SourceOrder,
    description: 'All sources.',
  })
  sources!: never;
}

@Resolver()
export class ClassificationRoots {
  @Query(() => Sector, {
    nullable: true,
    description: 'A sector, by its id or by scheme and code. Null if there is none.',
  })
  sector(
    @Arg('id', () => ID, ID_TEXT) id: string | null,
    @Arg('scheme', () => SectorScheme, { nullable: true, description: 'The taxonomy of the code.' })
    scheme: string | null,
    @Arg('code', () => String, { nullable: true, description: 'Its code in that taxonomy.' })
    code: string | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> | null {
    if ((scheme == null) !== (code == null)) {
      throw badInput(
        `Give 'scheme' and 'code' together: a code means nothing without its scheme.`,
        [scheme == null ? 'scheme' : 'code'],
      );
    }
    const key = onlyKey({ id, code });
    if (code != null)
      return reader.oneBy(Sector, BY_SCHEME_AND_CODE, `${String(scheme)}:${code}`, info);
    const own = idOf('Sector', key);
    return own === null ? null : reader.one(Sector, own, info);
  }

  @Query(() => Region, {
    nullable: true,
    description: 'A region, by its id or its NUTS code. Null if there is none.',
  })
  region(
    @Arg('id', () => ID, ID_TEXT) id: string | null,
    @Arg('code', () => String, { nullable: true, description: 'Its NUTS code, such as `RS12`.' })
    code: string | null,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Row | null> | null {
    const key = onlyKey({ id, code });
    if (code != null) return reader.oneBy(Region, BY_CODE, code, info);
    const own = idOf('Region', key);
    return own === null ? null : reader.one(Region, own, info);
  }
}
