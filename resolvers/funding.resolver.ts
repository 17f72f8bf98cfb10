import { Resolver } from 'type-graphql';
import { ExchangeRate } from '../entities/exchange-rate.entity.js';
import { GrantProgramme } from '../entities/grant-programme.entity.js';
import { GrantLocation } from '../entities/grant-purpose.entity.js';
import { Grant } from '../entities/grant.entity.js';
import { Initiative } from '../entities/initiative.entity.js';
import type { Money } from '../entities/money.type.js';
import { Organization } from '../entities/organization.entity.js';
import { Region } from '../entities/region.entity.js';
import { Sector } from '../entities/sector.entity.js';
import { Source } from '../entities/source.entity.js';
import { Transaction } from '../entities/transaction.entity.js';
import { listOf } from '../src/graph/connection.js';
import { FieldsOf, RootPage, ToList, ToOne, ToPage } from '../src/graph/declare.js';
import { orders } from '../src/graph/order.js';
import {
  ExchangeRateFilter,
  GrantFilter,
  GrantProgrammeFilter,
  TransactionFilter,
} from './grant.filters.js';
import {
  GrantSectorConnection,
  ReceivedGrantConnection,
  RecipientConnection,
} from './grant-ends.types.js';
import { isInRegion, isInSector } from './classification.resolver.js';
import { OrganizationConnection } from './lists.types.js';
import { ToMoney } from './money.js';
import { OrganizationFilter, SectorFilter } from './filters.js';
import { OrganizationOrder, SectorOrder } from './orders.js';

const GrantConnection = listOf(Grant);
const GrantProgrammeConnection = listOf(GrantProgramme);
const TransactionConnection = listOf(Transaction);
const ExchangeRateConnection = listOf(ExchangeRate);

const GrantOrder = orders('Grant', 'grants', {
  AWARDED_ON: {
    sql: 't.awarded_on',
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'The date of the award.',
  },
  AWARDED: {
    sql: 't.awarded',
    type: 'numeric',
    isNullable: true,
    natural: 'DESC',
    description: 'The amount awarded, in any currency. To compare amounts, filter by `currency`.',
  },
});
const GrantProgrammeOrder = orders('GrantProgramme', 'grant programs', {
  TITLE: {
    sql: 'search_fold(t.title)',
    type: 'text',
    description: 'Title, ignoring case and diacritics.',
  },
  OPENED_ON: {
    sql: 't.opened_on',
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'The opening date.',
  },
});
const TransactionOrder = orders('Transaction', 'transactions', {
  VALUE_DATE: {
    sql: 't.value_date',
    type: 'date',
    natural: 'DESC',
    description: 'The value date.',
  },
  VALUE: { sql: 't.value', type: 'numeric', natural: 'DESC', description: 'The value.' },
});
const ExchangeRateOrder = orders('ExchangeRate', 'exchange rates', {
  MONTH: { sql: 't.month', type: 'date', natural: 'DESC', description: 'Month.' },
});
const RecipientOrder = orders('Recipient', 'the recipients of a grant', {
  NAME: {
    sql: '(SELECT o.sort_name FROM organization o WHERE o.id = t.id)',
    type: 'text',
    description: 'The name, ignoring case and diacritics.',
  },
});

const grants = { filter: GrantFilter, orders: GrantOrder };

@FieldsOf(() => Grant)
export class GrantResolver {
  @ToMoney('appliedFor', { nullable: true, description: 'The amount applied for.' })
  appliedFor!: Money | null;

  @ToMoney('awarded', { nullable: true, description: 'The amount that the funder promised.' })
  awarded!: Money | null;

  @ToMoney('committed', {
    nullable: true,
    description:
      'The amount firmly committed: the sum of its transactions of that kind. Null if unknown.',
  })
  committed!: Money | null;

  @ToMoney('disbursed', {
    nullable: true,
    description:
      'The amount paid out to others: the sum of its transactions of that kind or, if none are published, the sum that its funder states. Null if unknown.',
  })
  disbursed!: Money | null;

  @ToMoney('spent', {
    nullable: true,
    description:
      'The amount spent on goods and services: the sum of its transactions of that kind. Null if unknown.',
  })
  spent!: Money | null;

  @ToOne(() => Organization, {
    key: 'funderId',
    description: 'The organization that gives the money.',
  })
  funder!: Organization;

  @ToOne(() => GrantProgramme, {
    key: 'programmeId',
    nullable: true,
    description: 'The program under which the grant is made. Null if unknown.',
  })
  programme!: GrantProgramme | null;

  @ToOne(() => Initiative, {
    key: 'initiativeId',
    nullable: true,
    description:
      'The initiative that the grant is for. Null if it is not for an initiative in this graph.',
  })
  initiative!: Initiative | null;

  @ToOne(() => Grant, {
    key: 'parentId',
    nullable: true,
    description: 'The grant whose money this grant passes on. Null if no such grant is known.',
  })
  paidFrom!: Grant | null;

  @ToPage(GrantConnection, {
    ...grants,
    link: { on: 't.parent_id = p.key' },
    description: 'The grants that pass on the money of this grant.',
  })
  passedOn!: never;

  @ToOne(() => Organization, {
    key: 'reporterId',
    nullable: true,
    description: 'The organization that published the grant. Null if unknown.',
  })
  reporter!: Organization | null;

  @ToPage(RecipientConnection, {
    link: { on: 't.grant_id = p.key' },
    orders: RecipientOrder,
    description: 'The organizations that receive the money.',
  })
  recipients!: never;

  @ToPage(OrganizationConnection, {
    link: {
      join: 'JOIN grant_intermediary l ON l.organization_id = t.id',
      on: 'l.grant_id = p.key',
    },
    filter: OrganizationFilter,
    orders: OrganizationOrder,
    description: 'The organizations that the money passes through.',
  })
  intermediaries!: never;

  @ToPage(GrantSectorConnection, {
    link: { join: 'JOIN grant_sector l ON l.sector_id = t.id', on: 'l.grant_id = p.key' },
    filter: SectorFilter,
    orders: SectorOrder,
    description: 'What the money is for.',
  })
  sectors!: never;

  @ToList(() => GrantLocation, {
    link: { on: 't.grant_id = p.key' },
    order: 't.rank',
    limit: 100,
    description: 'The places that the grant is for.',
  })
  locations!: GrantLocation[];

  @ToPage(TransactionConnection, {
    link: { on: 't.grant_id = p.key' },
    filter: TransactionFilter,
    orders: TransactionOrder,
    description: 'The payments and commitments made under the grant.',
  })
  transactions!: never;
}

@FieldsOf(() => GrantLocation)
export class GrantLocationResolver {
  @ToOne(() => Region, {
    key: 'regionId',
    nullable: true,
    description: 'The NUTS region of the place. Null if it is not in this graph.',
  })
  region!: Region | null;
}

@FieldsOf(() => Transaction)
export class TransactionResolver {
  @ToMoney('value', { description: 'The amount, in the currency of the grant.' })
  value!: Money;

  @ToOne(() => Grant, { key: 'grantId', description: 'The grant that the transaction belongs to.' })
  grant!: Grant;

  @ToOne(() => Organization, {
    key: 'providerId',
    nullable: true,
    description:
      'The organization that the money comes from. Null if the source does not state it.',
  })
  provider!: Organization | null;

  @ToOne(() => Organization, {
    key: 'receiverId',
    nullable: true,
    description: 'The organization that the money goes to. Null if the source does not state it.',
  })
  receiver!: Organization | null;

  @ToOne(() => Sector, {
    key: 'sectorId',
    nullable: true,
    description:
      'The sector that the money is for, if a source splits the money of the grant by sector; otherwise null.',
  })
  sector!: Sector | null;
}

@FieldsOf(() => GrantProgramme)
export class GrantProgrammeResolver {
  @ToMoney('budget', {
    nullable: true,
    description: 'The total amount available for grants. Null if no source states it.',
  })
  budget!: Money | null;

  @ToOne(() => Organization, {
    key: 'funderId',
    description: 'The organization that gives the money.',
  })
  funder!: Organization;

  @ToOne(() => Organization, {
    key: 'managerId',
    nullable: true,
    description: 'The organization that runs the program. Null if it is the funder.',
  })
  manager!: Organization | null;

  @ToPage(GrantConnection, {
    ...grants,
    link: { on: 't.programme_id = p.key' },
    description: 'The grants made under the program.',
  })
  grants!: never;
}

@FieldsOf(() => Organization)
export class OrganizationFundingResolver {
  @ToPage(GrantConnection, {
    ...grants,
    link: { on: 't.funder_id = p.key' },
    description: 'The grants that it makes as funder.',
  })
  grantsMade!: never;

  @ToPage(ReceivedGrantConnection, {
    ...grants,
    link: { join: 'JOIN grant_share l ON l.grant_id = t.id', on: 'l.organization_id = p.key' },
    description: 'The grants that it receives, with its share of each.',
  })
  grantsReceived!: never;

  @ToPage(GrantConnection, {
    ...grants,
    link: {
      join: 'JOIN grant_intermediary l ON l.grant_id = t.id',
      on: 'l.organization_id = p.key',
    },
    description: 'The grants whose money passes through it.',
  })
  grantsManaged!: never;

  @ToPage(GrantProgrammeConnection, {
    link: { on: '(t.funder_id = p.key OR t.manager_id = p.key)' },
    filter: GrantProgrammeFilter,
    orders: GrantProgrammeOrder,
    description: 'The grant programs that it funds or manages.',
  })
  grantProgrammes!: never;
}

@FieldsOf(() => Initiative)
export class InitiativeFundingResolver {
  @ToPage(GrantConnection, {
    ...grants,
    link: { on: 't.initiative_id = p.key' },
    description: 'The grants that are for the initiative.',
  })
  grants!: never;
}

@FieldsOf(() => Sector)
export class SectorFundingResolver {
  @ToPage(GrantConnection, {
    ...grants,
    link: { on: isInSector('grant_sector', 'grant_id') },
    description: 'The grants for it or for a part of it.',
  })
  grants!: never;
}

@FieldsOf(() => Region)
export class RegionFundingResolver {
  @ToPage(GrantConnection, {
    ...grants,
    link: { on: isInRegion('grant_location', 'grant_id') },
    description: 'The grants for it or for a part of it.',
  })
  grants!: never;
}

@FieldsOf(() => Source)
export class SourceFundingResolver {
  @ToPage(GrantConnection, {
    ...grants,
    link: { on: 't.source_id = p.key' },
    description: 'The grants in this data set.',
  })
  grants!: never;
}

@Resolver()
export class FundingRoot {
  @RootPage(GrantConnection, { ...grants, description: 'Lists all grants.' })
  grants!: never;

  @RootPage(GrantProgrammeConnection, {
    filter: GrantProgrammeFilter,
    orders: GrantProgrammeOrder,
    description: 'Lists all grant programs.',
  })
  grantProgrammes!: never;

  @RootPage(TransactionConnection, {
    filter: TransactionFilter,
    orders: TransactionOrder,
    description: 'Lists all transactions.',
  })
  transactions!: never;

  @RootPage(ExchangeRateConnection, {
    filter: ExchangeRateFilter,
    orders: ExchangeRateOrder,
    description:
      'Lists all exchange rates. They are used when a conversion of amounts is requested.',
  })
  exchangeRates!: never;
}
