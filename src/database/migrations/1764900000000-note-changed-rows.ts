import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is copied row by row, by what its rows belong to: all rows of a grant are copied together. */
const KEYS: Readonly<Record<string, string>> = {
  grant: 'id',
  grant_share: 'grant_id',
  grant_intermediary: 'grant_id',
  grant_sector: 'grant_id',
  grant_location: 'grant_id',
  grant_transaction: 'grant_id',
};

/** What is copied whole: it has fewer rows. */
const WHOLE = ['grant_programme', 'initiative', 'organization', 'region', 'sector', 'source'];

/**
 * What has changed, for whoever has a copy: rows by their key, or with no key the whole table. Kept for
 * an hour, by which time a copy has followed; a copy that has not is made anew.
 */
const TABLE = [
  `CREATE TABLE "changed_row" (
     "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
     "noted_at" timestamptz NOT NULL DEFAULT now(),
     "table_name" text COLLATE "C" NOT NULL,
     "key" uuid
   )`,
  'CREATE INDEX "changed_row_by_transaction" ON "changed_row" ("xid")',
  'CREATE INDEX "changed_row_by_time" ON "changed_row" ("noted_at")',
];

const FUNCTIONS = [
  `CREATE FUNCTION forget_changed_rows() RETURNS void LANGUAGE sql AS $$
     -- Those that another transaction is at are left to it.
     DELETE FROM changed_row WHERE ctid = ANY (ARRAY(
       SELECT c.ctid FROM changed_row c WHERE c.noted_at < now() - interval '1 hour'
       LIMIT 1000 FOR UPDATE SKIP LOCKED))
   $$`,
  `CREATE FUNCTION note_changed_rows() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     key_column CONSTANT text := TG_ARGV[0];
     keys uuid[];
   BEGIN
     PERFORM forget_changed_rows();
     EXECUTE format('SELECT array_agg(k.key) FROM (SELECT DISTINCT %I AS key FROM changed LIMIT 201) k', key_column)
       INTO keys;
     IF cardinality(keys) > 200 THEN
       INSERT INTO changed_row (table_name) VALUES (TG_TABLE_NAME);
     ELSE
       INSERT INTO changed_row (table_name, key) SELECT TG_TABLE_NAME, k FROM unnest(keys) AS k;
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE FUNCTION note_changed_table() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM forget_changed_rows();
     INSERT INTO changed_row (table_name) VALUES (TG_TABLE_NAME);
     RETURN NULL;
   END $$`,
];

const trigger = (table: string, name: string, event: string, call: string) =>
  `CREATE TRIGGER "${table}_notes_${name}" AFTER ${event} ON "${table}" ${call}`;

const TRIGGERS = [
  ...Object.entries(KEYS).flatMap(([table, key]) => [
    ...[
      ['INSERT', 'NEW'],
      ['UPDATE', 'OLD'],
      ['UPDATE', 'NEW'],
      ['DELETE', 'OLD'],
    ].map(([event = '', rows = '']) =>
      trigger(
        table,
        `${event}_${rows}`.toLowerCase(),
        event,
        `REFERENCING ${rows} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_changed_rows('${key}')`,
      ),
    ),
    trigger(
      table,
      'truncate',
      'TRUNCATE',
      'FOR EACH STATEMENT EXECUTE FUNCTION note_changed_table()',
    ),
  ]),
  ...WHOLE.map((table) =>
    trigger(
      table,
      'change',
      'INSERT OR UPDATE OR DELETE OR TRUNCATE',
      'FOR EACH STATEMENT EXECUTE FUNCTION note_changed_table()',
    ),
  ),
];

/** A copy of what figures are made of can follow small changes without being made anew. */
export class NoteChangedRows1764900000000 implements MigrationInterface {
  readonly name = 'NoteChangedRows1764900000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...TABLE, ...FUNCTIONS, ...TRIGGERS]) {
      await queryRunner.query(statement);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION note_changed_table() CASCADE');
    await queryRunner.query('DROP FUNCTION note_changed_rows() CASCADE');
    await queryRunner.query('DROP FUNCTION forget_changed_rows()');
    await queryRunner.query('DROP TABLE "changed_row"');
  }
}
