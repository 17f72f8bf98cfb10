import type { ExchangeRate } from '../../entities/funding/exchange-rate.entity.js';
import {
  ProgrammeStatus,
  type GrantProgramme,
} from '../../entities/funding/grant-programme.entity.js';
import { BudgetStatus, BudgetKind, type Budget } from '../../entities/funding/budget.entity.js';
import { TransactionKind, type Transaction } from '../../entities/funding/transaction.entity.js';
import type { Columns } from '../../src/fields/columns.js';
import {
  DateFilter,
  enumFilter,
  PeriodFilter,
  StringFilter,
} from '../../src/fields/comparisons.js';
import { column, Filter, FilterField, partialDate } from '../../src/fields/filter.js';
import { period, SLUGS } from '../shared/filter-criteria.js';
import { CURRENCY_CODES, pointedOrganization } from './filter-criteria.js';

@Filter('grant programs')
export class GrantProgrammeFilter {
  @FilterField(
    enumFilter(ProgrammeStatus),
    column((programme: Columns<GrantProgramme>) => programme.status),
    'The status of the entry.',
  )
  status?: object;

  @FilterField(
    StringFilter,
    pointedOrganization((programme: Columns<GrantProgramme>) => programme.funderId),
    'The funder, by slug.',
    SLUGS,
  )
  funder?: object;

  @FilterField(
    PeriodFilter,
    period<GrantProgramme>(
      ({ openedOn }) => [openedOn],
      ({ closedOn }) => [closedOn],
    ),
    'The period in which it is open for applications.',
  )
  period?: PeriodFilter;
}

@Filter('budgets')
export class BudgetFilter {
  @FilterField(
    enumFilter(BudgetKind),
    column((budget: Columns<Budget>) => budget.kind),
    'Filters by the kind: original or revised.',
  )
  kind?: object;

  @FilterField(
    enumFilter(BudgetStatus),
    column((budget: Columns<Budget>) => budget.status),
    'Filters by the status: indicative or committed.',
  )
  status?: object;

  @FilterField(
    PeriodFilter,
    period<Budget>(
      ({ startsOn }) => [startsOn],
      ({ endsOn }) => [endsOn],
    ),
    'The period of the budget.',
  )
  period?: PeriodFilter;
}

@Filter('transactions')
export class TransactionFilter {
  @FilterField(
    enumFilter(TransactionKind),
    column((transaction: Columns<Transaction>) => transaction.kind),
    'Filters by the kind of transaction.',
  )
  kind?: object;

  @FilterField(
    DateFilter,
    partialDate((transaction: Columns<Transaction>) => transaction.valueDate),
    'Filters by value date.',
  )
  valueDate?: object;
}

@Filter('exchange rates')
export class ExchangeRateFilter {
  @FilterField(
    StringFilter,
    column((rate: Columns<ExchangeRate>) => rate.currency),
    'The currency (ISO 4217).',
    CURRENCY_CODES,
  )
  currency?: object;
}
