import { SOURCE_JSON, type SourceRecord } from './parts.js';
import { TRANSACTION_JSON, type GrantRecord, type TransactionRecord } from './grant.record.js';

/** A transaction as a separate record, with the key of its grant. */
export interface LoneTransactionRecord extends Omit<TransactionRecord, 'source'> {
  readonly id: string;
  readonly grant: Pick<GrantRecord, 'scheme' | 'identifier' | 'title'>;
  readonly source: SourceRecord;
}

/** The transactions with the given ids, in the same order. */
export const LONE_TRANSACTION_RECORDS = `SELECT r.*, x.id, s.source, json_build_object('scheme', g.scheme, 'identifier', g.identifier, 'title', g.title) AS "grant"
FROM unnest($1::uuid[]) WITH ORDINALITY AS k(id, place)
JOIN grant_transaction x ON x.id = k.id JOIN "grant" g ON g.id = x.grant_id
CROSS JOIN LATERAL json_to_record(${TRANSACTION_JSON}) AS r(kind text, value text, currency text, "valueDate" text,
  quarter int, "madeOn" text, provider json, receiver json, sector json, description text, reference text, "sourcePointer" text)
CROSS JOIN LATERAL (SELECT ${SOURCE_JSON('s')} AS source FROM source s WHERE s.id = x.source_id) s
ORDER BY k.place`;
