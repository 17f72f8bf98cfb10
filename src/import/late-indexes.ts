import type { EntityManager } from 'typeorm';
import { isEmbedded } from '../database/database.js';

/** The tables that a large import writes most to. */
const TABLES = [
  'grant',
  'grant_share',
  'grant_sector',
  'grant_location',
  'grant_transaction',
  'organization',
  'search_entry',
];
/** Indexes that an import reads itself, or that the database reads when it deletes a grant. */
const NEEDED = ['grant_by_parent', 'grant_transaction_grant'];

/** From how many grants of a run on it is worth to build indexes anew. */
const GRANTS = 10_000;

interface Index {
  readonly name: string;
  readonly definition: string;
}

/**
 * On the embedded database, a run that stores most of all grants drops the indexes that only readers use, and builds
 * them at its end: to build an index at once takes a fraction of the time and memory of extending it row by row. In its
 * one session nobody reads meanwhile; on a server readers would wait, so there indexes stay. What is rolled back has
 * its indexes as before.
 */
export class LateIndexes {
  readonly #manager: EntityManager;
  readonly #from: number;
  #isDecided: boolean;
  #dropped: readonly Index[] = [];

  constructor(manager: EntityManager, from = GRANTS) {
    this.#manager = manager;
    this.#from = from;
    this.#isDecided = !isEmbedded(manager.dataSource);
  }

  /** Drops the indexes if the run has stored as many grants as the rest of the database has. */
  async dropFor(grants: number): Promise<void> {
    if (this.#isDecided || grants < this.#from) return;
    const [stored] = await this.#manager.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM "grant"`,
    );
    if ((stored?.count ?? 0) > 2 * grants) return;
    this.#isDecided = true;
    // Changes that a deferred constraint has yet to check keep their table from being altered.
    await this.#manager.query('SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED');
    this.#dropped = await this.#manager.query<Index[]>(
      `SELECT c.relname AS name, pg_get_indexdef(c.oid) AS definition
       FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
       WHERE NOT i.indisunique AND t.relnamespace = 'public'::regnamespace
         AND t.relname = ANY($1::text[]) AND c.relname <> ALL($2::text[]) ORDER BY c.relname`,
      [TABLES, NEEDED],
    );
    for (const { name } of this.#dropped) await this.#manager.query(`DROP INDEX "${name}"`);
  }

  /** Builds the dropped indexes. Deferred constraints are checked before, as they would be right after. */
  async build(): Promise<void> {
    if (this.#dropped.length === 0) return;
    await this.#manager.query('SET CONSTRAINTS ALL IMMEDIATE');
    for (const { definition } of this.#dropped) await this.#manager.query(definition);
    this.#dropped = [];
  }
}
