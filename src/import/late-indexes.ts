import type { EntityManager } from 'typeorm';
import { isEmbedded } from '../database/database.js';

/** The tables that a large import writes most to. */
const TABLES = [
  'grant',
  'grant_share',
  'grant_sector',
  'grant_location',
  'grant_transaction',
  'initiative',
  'organization',
  'search_entry',
];
/** Indexes that an import reads itself, or that the database reads when it deletes a grant. */
const NEEDED = ['grant_by_parent', 'grant_transaction_grant'];

/** From how many rows of a run on it is worth to build indexes anew. */
const ROWS = 5_000;

/** An index or a foreign key: how it is dropped, and built again. */
interface Dropped {
  readonly drop: string;
  readonly build: string;
}

/**
 * On the embedded database, a run that stores most of all rows drops the indexes that only readers use, and builds
 * them at its end: to build an index at once takes a fraction of the time and memory of extending it row by row. In its
 * one session nobody reads meanwhile; on a server readers would wait, so there indexes stay. What is rolled back has
 * its indexes as before. The same holds for foreign keys to rows that nothing deletes meanwhile: one check of all rows
 * is much faster than one for each. Those that delete along with their owner stay.
 */
export class LateIndexes {
  readonly #manager: EntityManager;
  readonly #from: number;
  #isDecided: boolean;
  #dropped: readonly Dropped[] = [];

  constructor(manager: EntityManager, from = ROWS) {
    this.#manager = manager;
    this.#from = from;
    this.#isDecided = !isEmbedded(manager.dataSource);
  }

  /** Drops the indexes if the run has stored more rows than there are grants and transactions, so about half of all. */
  async dropFor(rows: number): Promise<void> {
    if (this.#isDecided || rows < this.#from) return;
    const [stored] = await this.#manager.query<{ count: number }[]>(
      `SELECT (SELECT count(*) FROM "grant")::int + (SELECT count(*) FROM grant_transaction)::int AS count`,
    );
    if ((stored?.count ?? 0) > rows) return;
    this.#isDecided = true;
    // Changes that a deferred constraint has yet to check keep their table from being altered.
    await this.#manager.query('SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED');
    this.#dropped = await this.#manager.query<Dropped[]>(
      `SELECT format('DROP INDEX %I', c.relname) AS drop, pg_get_indexdef(c.oid) AS build
       FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
       WHERE NOT i.indisunique AND t.relnamespace = 'public'::regnamespace
         AND t.relname = ANY($1::text[]) AND c.relname <> ALL($2::text[])
       UNION ALL SELECT format('ALTER TABLE %I DROP CONSTRAINT %I', t.relname, k.conname),
         format('ALTER TABLE %I ADD CONSTRAINT %I %s', t.relname, k.conname, pg_get_constraintdef(k.oid))
       FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
       WHERE k.contype = 'f' AND k.confdeltype IN ('a', 'r') AND t.relnamespace = 'public'::regnamespace
         AND t.relname = ANY($1::text[])
       ORDER BY 2 DESC`,
      [TABLES, NEEDED],
    );
    for (const { drop } of this.#dropped) await this.#manager.query(drop);
  }

  /** Builds the dropped indexes. Deferred constraints are checked before, as they would be right after. */
  async build(): Promise<void> {
    if (this.#dropped.length === 0) return;
    await this.#manager.query('SET CONSTRAINTS ALL IMMEDIATE');
    for (const { build } of this.#dropped) await this.#manager.query(build);
    this.#dropped = [];
  }
}
