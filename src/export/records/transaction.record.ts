import { Grant } from '../../../entities/funding/grant.entity.js';
import { Transaction } from '../../../entities/funding/transaction.entity.js';
import { from, rows } from '../../fields/columns.js';
import { sql, type Sql } from '../../fields/sql.js';
import {
  numberedBy,
  transactionColumns,
  type GrantRecord,
  type TransactionRecord,
} from './grant.record.js';
import { jsonObject, recordsById, type SourceRecord } from './parts.js';
import { reference, sourceColumns } from './references.js';

/** A transaction as a separate record, with the key of its grant. */
export interface LoneTransactionRecord extends Omit<TransactionRecord, 'source'> {
  readonly id: string;
  readonly grant: Pick<GrantRecord, 'scheme' | 'identifier' | 'numberedBy' | 'title' | 'funder'>;
  readonly source: SourceRecord;
}

/** The transactions with these ids (`uuid[]`), in the same order. */
export function transactionRecords(ids: Sql): Sql {
  return recordsById(Transaction, ids, (transaction) => {
    const grant = rows(Grant);
    const { scheme, identifier, title } = grant;
    return {
      id: transaction.id,
      join: sql`JOIN ${from(grant)} ON ${grant.id} = ${transaction.grantId}`,
      columns: {
        ...transactionColumns(transaction),
        id: transaction.id,
        grant: jsonObject({
          scheme,
          identifier,
          title,
          numberedBy: numberedBy(grant),
          funder: reference('PARTY', grant.funderId),
        }),
        ...sourceColumns(transaction),
      },
    };
  });
}
