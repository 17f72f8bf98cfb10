import { Resolver } from 'type-graphql';
import { ExchangeRate } from '../entities/funding/exchange-rate.entity.js';
import { GrantProgramme } from '../entities/funding/grant-programme.entity.js';
import { GrantLocation, GrantSector } from '../entities/funding/grant-purpose.entity.js';
import { Grant } from '../entities/funding/grant.entity.js';
import { Initiative } from '../entities/network/initiative.entity.js';
import type { Money } from '../entities/shared/money.type.js';
import { Organization } from '../entities/network/organization.entity.js';
import { Region } from '../entities/network/region.entity.js';
import { Sector } from '../entities/network/sector.entity.js';
import { Source } from '../entities/knowledge/source.entity.js';
import { Transaction } from '../entities/funding/transaction.entity.js';
import { connectionOf } from '../src/fields/connection.js';
import type { Columns } from '../src/fields/columns.js';
import { ConnectionField, ConnectionQuery, ListField } from '../src/fields/decorators.js';
import { relation } from '../src/fields/relation.js';
import { sql } from '../src/fields/sql.js';
import { orders } from '../src/fields/order.js';
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
import { inRegion, inSector } from './classification.js';
import { OrganizationConnection } from './lists.types.js';
import { MoneyField } from './money.js';
import { OrganizationFilter, SectorFilter } from './filters.js';
import { OrganizationOrder, SectorOrder } from './orders.js';

const GrantConnection = connectionOf(Grant);
const GrantProgrammeConnection = connectionOf(GrantProgramme);
const TransactionConnection = connectionOf(Transaction);
const ExchangeRateConnection = connectionOf(ExchangeRate);

const GrantOrder = orders('Grant', 'grants', {
  AWARDED_ON: {
    by: (grant: Columns<Grant>) => grant.awardedOn,
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'The date of the award.',
  },
  AWARDED: {
    by: (grant: Columns<Grant>) => grant.awarded,
    type: 'numeric',
    isNullable: true,
    natural: 'DESC',
    description: 'The amount awarded, in any currency. To compare amounts, filter by `currency`.',
  },
});
const GrantProgrammeOrder = orders('GrantProgramme', 'grant programs', {
  TITLE: {
    by: (programme: Columns<GrantProgramme>) => sql`search_fold(${programme.title})`,
    type: 'text',
    description: 'Title, ignoring case and diacritics.',
  },
  OPENED_ON: {
    by: (programme: Columns<GrantProgramme>) => programme.openedOn,
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'The opening date.',
  },
});
const TransactionOrder = orders('Transaction', 'transactions', {
  VALUE_DATE: {
    by: (transaction: Columns<Transaction>) => transaction.valueDate,
    type: 'date',
    natural: 'DESC',
    description: 'The value date.',
  },
  VALUE: {
    by: (transaction: Columns<Transaction>) => transaction.value,
    type: 'numeric',
    natural: 'DESC',
    description: 'The value.',
  },
});
const ExchangeRateOrder = orders('ExchangeRate', 'exchange rates', {
  MONTH: {
    by: (rate: Columns<ExchangeRate>) => rate.month,
    type: 'date',
    natural: 'DESC',
    description: 'Month.',
  },
});
const RecipientOrder = orders('Recipient', 'the recipients of a grant', {
  NAME: {
    by: (organization: Columns<Organization>) => organization.sortName,
    type: 'text',
    description: 'The name, ignoring case and diacritics.',
  },
});

const grants = { filter: GrantFilter, orders: GrantOrder };

@Resolver(() => Grant)
export class GrantResolver {
  @MoneyField(Grant, 'appliedFor', { nullable: true, description: 'The amount applied for.' })
  appliedFor!: Money | null;

  @MoneyField(Grant, 'awarded', {
    nullable: true,
    description: 'The amount that the funder promised.',
  })
  awarded!: Money | null;

  @MoneyField(Grant, 'committed', {
    nullable: true,
    description:
      'The amount firmly committed: the sum of its transactions of that kind. Null if unknown.',
  })
  committed!: Money | null;

  @MoneyField(Grant, 'disbursed', {
    nullable: true,
    description:
      'The amount paid out to others: the sum of its transactions of that kind or, if none are published, the sum that its funder states. Null if unknown.',
  })
  disbursed!: Money | null;

  @MoneyField(Grant, 'spent', {
    nullable: true,
    description:
      'The amount spent on goods and services: the sum of its transactions of that kind. Null if unknown.',
  })
  spent!: Money | null;

  @ConnectionField(GrantConnection, {
    ...grants,
    link: relation(Grant, 'passedOn'),
    description: 'The grants that pass on the money of this grant.',
  })
  passedOn!: never;

  @ConnectionField(RecipientConnection, {
    link: relation(Grant, 'recipients'),
    orders: RecipientOrder,
    description: 'The organizations that receive the money.',
  })
  recipients!: never;

  @ConnectionField(OrganizationConnection, {
    link: relation(Grant, 'intermediaries'),
    filter: OrganizationFilter,
    orders: OrganizationOrder,
    description: 'The organizations that the money passes through.',
  })
  intermediaries!: never;

  @ConnectionField(GrantSectorConnection, {
    link: relation(Grant, 'sectors'),
    filter: SectorFilter,
    orders: SectorOrder,
    description: 'What the money is for.',
  })
  sectors!: never;

  @ListField(() => GrantLocation, {
    link: relation(Grant, 'locations'),
    order: (location) => location.rank,
    limit: 100,
    description: 'The places that the grant is for.',
  })
  locations!: GrantLocation[];

  @ConnectionField(TransactionConnection, {
    link: relation(Grant, 'transactions'),
    filter: TransactionFilter,
    orders: TransactionOrder,
    description: 'The payments and commitments made under the grant.',
  })
  transactions!: never;
}

@Resolver(() => Transaction)
export class TransactionResolver {
  @MoneyField(Transaction, 'value', { description: 'The amount, in the currency of the grant.' })
  value!: Money;
}

@Resolver(() => GrantProgramme)
export class GrantProgrammeResolver {
  @MoneyField(GrantProgramme, 'budget', {
    nullable: true,
    description: 'The total amount available for grants. Null if no source states it.',
  })
  budget!: Money | null;

  @ConnectionField(GrantConnection, {
    ...grants,
    link: relation(GrantProgramme, 'grants'),
    description: 'The grants made under the program.',
  })
  grants!: never;
}

@Resolver(() => Organization)
export class OrganizationFundingResolver {
  @ConnectionField(GrantConnection, {
    ...grants,
    link: relation(Grant, 'funder'),
    description: 'The grants that it makes as funder.',
  })
  grantsMade!: never;

  @ConnectionField(ReceivedGrantConnection, {
    ...grants,
    link: relation(Grant, 'recipients'),
    description: 'The grants that it receives, with its share of each.',
  })
  grantsReceived!: never;

  @ConnectionField(GrantConnection, {
    ...grants,
    link: relation(Grant, 'intermediaries'),
    description: 'The grants whose money passes through it.',
  })
  grantsManaged!: never;

  @ConnectionField(GrantProgrammeConnection, {
    link: {
      on: ({ funderId, managerId }: Columns<GrantProgramme>, id) =>
        sql`(${funderId} = ${id} OR ${managerId} = ${id})`,
    },
    filter: GrantProgrammeFilter,
    orders: GrantProgrammeOrder,
    description: 'The grant programs that it funds or manages.',
  })
  grantProgrammes!: never;
}

@Resolver(() => Initiative)
export class InitiativeFundingResolver {
  @ConnectionField(GrantConnection, {
    ...grants,
    link: relation(Grant, 'initiative'),
    description: 'The grants that are for the initiative.',
  })
  grants!: never;
}

@Resolver(() => Sector)
export class SectorFundingResolver {
  @ConnectionField(GrantConnection, {
    ...grants,
    link: inSector(GrantSector, ({ grantId: rowId, sectorId }) => ({ rowId, sectorId })),
    description: 'The grants for it or for a part of it.',
  })
  grants!: never;
}

@Resolver(() => Region)
export class RegionFundingResolver {
  @ConnectionField(GrantConnection, {
    ...grants,
    link: inRegion(GrantLocation, ({ grantId: rowId, regionId }) => ({ rowId, regionId })),
    description: 'The grants for it or for a part of it.',
  })
  grants!: never;
}

@Resolver(() => Source)
export class SourceFundingResolver {
  @ConnectionField(GrantConnection, {
    ...grants,
    link: relation(Grant, 'source'),
    description: 'The grants in this data set.',
  })
  grants!: never;
}

@Resolver()
export class FundingRoot {
  @ConnectionQuery(GrantConnection, { ...grants, description: 'Lists all grants.' })
  grants!: never;

  @ConnectionQuery(GrantProgrammeConnection, {
    filter: GrantProgrammeFilter,
    orders: GrantProgrammeOrder,
    description: 'Lists all grant programs.',
  })
  grantProgrammes!: never;

  @ConnectionQuery(TransactionConnection, {
    filter: TransactionFilter,
    orders: TransactionOrder,
    description: 'Lists all transactions.',
  })
  transactions!: never;

  @ConnectionQuery(ExchangeRateConnection, {
    filter: ExchangeRateFilter,
    orders: ExchangeRateOrder,
    description:
      'Lists all exchange rates. They are used when a conversion of amounts is requested.',
  })
  exchangeRates!: never;
}
