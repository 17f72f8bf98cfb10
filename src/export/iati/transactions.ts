import type { TransactionKind } from '../../../entities/funding/transaction.entity.js';
import { NOTHING_KNOWN } from '../../domain/known-date.js';
import type { GrantRecord, TransactionRecord } from '../records/grant.record.js';
import type { PartyRecord } from '../records/parts.js';
import type { ExportReport } from '../report.js';
import type { IatiTransaction } from './activity.js';
import { iatiDate, iatiParty, iatiSector } from './codes.js';

const TRANSACTION_TYPES: Readonly<Record<TransactionKind, string>> = {
  INCOMING_FUNDS: '1',
  COMMITMENT: '2',
  DISBURSEMENT: '3',
  EXPENDITURE: '4',
  INTEREST: '5',
  LOAN_REPAYMENT: '6',
  REIMBURSEMENT: '7',
  PURCHASE_OF_EQUITY: '8',
  SALE_OF_EQUITY: '9',
  CREDIT_GUARANTEE: '10',
  INCOMING_COMMITMENT: '11',
  PLEDGE: '12',
  INCOMING_PLEDGE: '13',
};
const OUTGOING: ReadonlySet<TransactionKind> = new Set([
  'COMMITMENT',
  'DISBURSEMENT',
  'EXPENDITURE',
]);

/** The transactions of a grant, and its stated sums of kinds without transactions. */
export function transactionsOf(
  grant: GrantRecord,
  reporter: PartyRecord,
  report: ExportReport,
): IatiTransaction[] {
  const published = grant.transactions.map((transaction) => {
    const written = publishedTransaction(grant, reporter, transaction);
    if (transaction.provider === null && written.provider !== null) {
      report.change('an unknown provider written as the funder of the grant');
    }
    return written;
  });
  const stated = [
    ['COMMITMENT', grant.committed ?? grant.awarded],
    ['DISBURSEMENT', grant.disbursed],
    ['EXPENDITURE', grant.spent],
  ] as const;
  // A stated sum becomes one transaction on the day of the award, if that is known.
  const summed = stated.flatMap(([kind, amount]) => {
    if (amount === null || grant.transactions.some((each) => each.kind === kind)) return [];
    if (grant.awardedOn === null || kind !== 'COMMITMENT') {
      report.change(`a stated sum of the kind ${kind} left out, because its day is unknown`);
      return [];
    }
    const transaction = publishedTransaction(grant, reporter, {
      kind,
      value: amount,
      currency: grant.currency,
      valueDate: grant.awardedOn,
      quarter: null,
      madeOn: null,
      provider: null,
      receiver: null,
      sector: null,
      country: null,
      region: null,
      place: null,
      description: null,
      reference: null,
    });
    return [{ ...transaction, isSum: true }];
  });
  return [...summed, ...published];
}

function publishedTransaction(
  grant: GrantRecord,
  reporter: PartyRecord,
  transaction: Omit<TransactionRecord, 'source' | 'sourcePointer'>,
): IatiTransaction {
  const { kind, value, currency, valueDate, quarter, madeOn, provider, receiver, sector } =
    transaction;
  // In IATI, a missing provider means the reporting organization.
  const giver =
    provider ?? (OUTGOING.has(kind) && grant.funder.slug !== reporter.slug ? grant.funder : null);
  const dayOfValue = iatiDate(valueDate, quarter);
  return {
    type: TRANSACTION_TYPES[kind],
    isSum: false,
    reference: transaction.reference,
    // The standard requires the day of the transaction, which can be unknown.
    date: madeOn === null ? { day: dayOfValue.day, known: NOTHING_KNOWN } : iatiDate(madeOn),
    value,
    currency,
    valueDate: dayOfValue,
    description: transaction.description,
    provider: giver === null ? null : iatiParty(giver),
    receiver: receiver === null ? null : iatiParty(receiver),
    sector: sector === null ? null : iatiSector(sector),
    country:
      transaction.country === null
        ? null
        : {
            code: transaction.country,
            region: transaction.region === null ? null : transaction.region.code,
            name: transaction.place,
          },
  };
}
