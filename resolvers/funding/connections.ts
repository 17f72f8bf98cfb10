import { Budget } from '../../entities/funding/budget.entity.js';
import { ExchangeRate } from '../../entities/funding/exchange-rate.entity.js';
import { GrantProgramme } from '../../entities/funding/grant-programme.entity.js';
import { Grant } from '../../entities/funding/grant.entity.js';
import { Transaction } from '../../entities/funding/transaction.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { connectionOf } from '../../src/fields/connection.js';

/** The connections whose nodes are the rows themselves. */
export const GrantConnection = connectionOf(Grant);
export const GrantProgrammeConnection = connectionOf(GrantProgramme);
export const TransactionConnection = connectionOf(Transaction);
export const BudgetConnection = connectionOf(Budget);
export const ExchangeRateConnection = connectionOf(ExchangeRate);
export const IntermediaryConnection = connectionOf(Organization, { name: 'Intermediary' });
