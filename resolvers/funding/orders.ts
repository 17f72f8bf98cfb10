import type { ExchangeRate } from '../../entities/funding/exchange-rate.entity.js';
import type { GrantProgramme } from '../../entities/funding/grant-programme.entity.js';
import type { Grant } from '../../entities/funding/grant.entity.js';
import type { Budget } from '../../entities/funding/budget.entity.js';
import type { Transaction } from '../../entities/funding/transaction.entity.js';
import type { Organization } from '../../entities/network/organization.entity.js';
import type { Columns } from '../../src/fields/columns.js';
import { orders } from '../../src/fields/order.js';
import { sql } from '../../src/fields/sql.js';

export const GrantOrder = orders('Grant', 'grants', {
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

export const GrantProgrammeOrder = orders('GrantProgramme', 'grant programs', {
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

export const TransactionOrder = orders('Transaction', 'transactions', {
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

export const BudgetOrder = orders('Budget', 'budgets', {
  STARTS_ON: {
    by: (budget: Columns<Budget>) => budget.startsOn,
    type: 'date',
    isNullable: true,
    natural: 'DESC',
    description: 'The first day of the period.',
  },
  VALUE: {
    by: (budget: Columns<Budget>) => budget.value,
    type: 'numeric',
    natural: 'DESC',
    description: 'The value.',
  },
});

export const ExchangeRateOrder = orders('ExchangeRate', 'exchange rates', {
  MONTH: {
    by: (rate: Columns<ExchangeRate>) => rate.month,
    type: 'date',
    natural: 'DESC',
    description: 'Month.',
  },
});

export const RecipientOrder = orders('Recipient', 'the recipients of a grant', {
  NAME: {
    by: (organization: Columns<Organization>) => organization.sortName,
    type: 'text',
    description: 'The name, ignoring case and diacritics.',
  },
});
