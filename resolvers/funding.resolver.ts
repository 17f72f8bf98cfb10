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
    description: 'When it was awarded.',
  },
  AWARDED: {
    sql: 't.awarded',
    type: 'numeric',
    isNullable: true,
    natural: 'DESC',
    description:
      'The amount awarded, in any currency. Use the filter `currency` to compare amounts.',
  },
});
const GrantProgrammeOrder = orders('GrantProgramme', 'grant programs', {
  TITLE: { sql: 'search_fold(t.title)', type: 'text', description: 'Title.' },
  OPENED_ON: {
    sql: 't.opened_on',
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'When it opened.',
  },
});
const TransactionOrder = orders('Transaction', 'transactions', {
  VALUE_DATE: { sql: 't.value_date', type: 'date', natural: 'DESC', description: 'Value date.' },
  VALUE: { sql: 't.value', type: 'numeric', natural: 'DESC', description: 'Value.' },
});
const ExchangeRateOrder = orders('ExchangeRate', 'exchange rates', {
  MONTH: { sql: 't.month', type: 'date', natural: 'DESC', description: 'Month.' },
});
const RecipientOrder = orders('Recipient', 'the recipients of a grant', {
  NAME: {
    sql: '(SELECT o.sort_name FROM organization o WHERE o.id = t.id)',
    type: 'text',
    description: 'Name, without case and diacritics.',
  },
});

const grants = { filter: GrantFilter, orders: GrantOrder };

@FieldsOf(() => Grant)
export class GrantResolver {
  @ToMoney('appliedFor', { nullable: true, description: 'What was applied for.' })
  appliedFor!: Money | null;

  @ToMoney('awarded', { nullable: true, description: 'What the funder promised.' })
  awarded!: Money | null;

  @ToMoney('committed', {
    nullable: true,
    description: 'What was firmly committed: the sum of its transactions of that kind.',
  })
  committed!: Money | null;

  @ToMoney('disbursed', {
    nullable: true,
    description:
      'What was paid out to others: the sum of its transactions of that kind, or where none are published, the sum as its funder states it.',
  })
  disbursed!: Money | null;

  @ToMoney('spent', {
    nullable: true,
    description: 'What was spent on goods and services: the sum of its transactions of that kind.',
  })
  spent!: Money | null;

  @ToOne(() => Organization, { key: 'funderId', description: 'Who gives the money.' })
  funder!: Organization;

  @ToOne(() => GrantProgramme, {
    key: 'programmeId',
    nullable: true,
    description: 'The programme under which it is made. Null if none is known.',
  })
  programme!: GrantProgramme | null;

  @ToOne(() => Initiative, {
    key: 'initiativeId',
    nullable: true,
    description: 'What it is for. Null if that is no initiative of this graph.',
  })
  initiative!: Initiative | null;

  @ToOne(() => Grant, {
    key: 'parentId',
    nullable: true,
    description: 'The grant whose money it passes on. Null if it passes on none that is known.',
  })
  paidFrom!: Grant | null;

  @ToPage(GrantConnection, {
    ...grants,
    link: { on: 't.parent_id = p.key' },
    description: 'The grants that pass its money on.',
  })
  passedOn!: never;

  @ToOne(() => Organization, {
    key: 'reporterId',
    nullable: true,
    description: 'Who published it, if that is known.',
  })
  reporter!: Organization | null;

  @ToPage(RecipientConnection, {
    link: { on: 't.grant_id = p.key' },
    orders: RecipientOrder,
    description: 'To whom the money goes.',
  })
  recipients!: never;

  @ToPage(OrganizationConnection, {
    link: {
      join: 'JOIN grant_intermediary l ON l.organization_id = t.id',
      on: 'l.grant_id = p.key',
    },
    filter: OrganizationFilter,
    orders: OrganizationOrder,
    description: 'Through whom the money goes.',
  })
  intermediaries!: never;

  @ToPage(GrantSectorConnection, {
    link: { join: 'JOIN grant_sector l ON l.sector_id = t.id', on: 'l.grant_id = p.key' },
    filter: SectorFilter,
    orders: SectorOrder,
    description: 'What it is for.',
  })
  sectors!: never;

  @ToList(() => GrantLocation, {
    link: { on: 't.grant_id = p.key' },
    order: 't.rank',
    limit: 100,
    description: 'Where it is for.',
  })
  locations!: GrantLocation[];

  @ToPage(TransactionConnection, {
    link: { on: 't.grant_id = p.key' },
    filter: TransactionFilter,
    orders: TransactionOrder,
    description: 'The money that moved or was promised under it.',
  })
  transactions!: never;
}

@FieldsOf(() => GrantLocation)
export class GrantLocationResolver {
  @ToOne(() => Region, {
    key: 'regionId',
    nullable: true,
    description: 'The region (NUTS), if it is one of this graph.',
  })
  region!: Region | null;
}

@FieldsOf(() => Transaction)
export class TransactionResolver {
  @ToMoney('value', { description: 'The amount, in the currency of its grant.' })
  value!: Money;

  @ToOne(() => Grant, { key: 'grantId', description: 'The grant that it is a part of.' })
  grant!: Grant;

  @ToOne(() => Organization, {
    key: 'providerId',
    nullable: true,
    description: 'From whom the money is. Null if the source does not say.',
  })
  provider!: Organization | null;

  @ToOne(() => Organization, {
    key: 'receiverId',
    nullable: true,
    description: 'To whom the money goes. Null if the source does not say.',
  })
  receiver!: Organization | null;

  @ToOne(() => Sector, {
    key: 'sectorId',
    nullable: true,
    description: 'What it is for, where a source parts the money of a grant by sector.',
  })
  sector!: Sector | null;
}

@FieldsOf(() => GrantProgramme)
export class GrantProgrammeResolver {
  @ToMoney('budget', {
    nullable: true,
    description: 'All the money that it has to give. Null if no source says.',
  })
  budget!: Money | null;

  @ToOne(() => Organization, { key: 'funderId', description: 'Who gives the money.' })
  funder!: Organization;

  @ToOne(() => Organization, {
    key: 'managerId',
    nullable: true,
    description: 'Who runs it, if that is not the funder.',
  })
  manager!: Organization | null;

  @ToPage(GrantConnection, {
    ...grants,
    link: { on: 't.programme_id = p.key' },
    description: 'The grants made under it.',
  })
  grants!: never;
}

@FieldsOf(() => Organization)
export class OrganizationFundingResolver {
  @ToPage(GrantConnection, {
    ...grants,
    link: { on: 't.funder_id = p.key' },
    description: 'The grants that it makes.',
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
    description: 'The grants whose money goes through it.',
  })
  grantsManaged!: never;

  @ToPage(GrantProgrammeConnection, {
    link: { on: '(t.funder_id = p.key OR t.manager_id = p.key)' },
    filter: GrantProgrammeFilter,
    orders: GrantProgrammeOrder,
    description: 'The grant programmes that it funds or runs.',
  })
  grantProgrammes!: never;
}

@FieldsOf(() => Initiative)
export class InitiativeFundingResolver {
  @ToPage(GrantConnection, {
    ...grants,
    link: { on: 't.initiative_id = p.key' },
    description: 'The grants that are for it.',
  })
  grants!: never;
}

@FieldsOf(() => Sector)
export class SectorFundingResolver {
  @ToPage(GrantConnection, {
    ...grants,
    link: { on: isInSector('grant_sector', 'grant_id') },
    description: 'The grants that are for it or for a part of it.',
  })
  grants!: never;
}

@FieldsOf(() => Region)
export class RegionFundingResolver {
  @ToPage(GrantConnection, {
    ...grants,
    link: { on: isInRegion('grant_location', 'grant_id') },
    description: 'The grants that are for it or for a part of it.',
  })
  grants!: never;
}

@FieldsOf(() => Source)
export class SourceFundingResolver {
  @ToPage(GrantConnection, {
    ...grants,
    link: { on: 't.source_id = p.key' },
    description: 'The grants of this data set.',
  })
  grants!: never;
}

@Resolver()
export class FundingRoot {
  @RootPage(GrantConnection, { ...grants, description: 'All grants.' })
  grants!: never;

  @RootPage(GrantProgrammeConnection, {
    filter: GrantProgrammeFilter,
    orders: GrantProgrammeOrder,
    description: 'All grant programmes.',
  })
  grantProgrammes!: never;

  @RootPage(TransactionConnection, {
    filter: TransactionFilter,
    orders: TransactionOrder,
    description: 'All transactions.',
  })
  transactions!: never;

  @RootPage(ExchangeRateConnection, {
    filter: ExchangeRateFilter,
    orders: ExchangeRateOrder,
    description: 'All exchange rates, by which amounts are converted when that is asked for.',
  })
  exchangeRates!: never;
}
