import type { MigrationInterface, QueryRunner } from 'typeorm';

const PERIOD = ['since', 'until', 'attested_on', 'status'];

/** What the partnership graph has of each table: the columns that identify its records, and all that it reads. */
const TABLES: Readonly<
  Record<string, readonly [keys: readonly string[], columns: readonly string[]]>
> = {
  organization: [['id'], ['type', 'slug', 'name', 'country', 'region_id', 'source_id']],
  organization_sector: [['organization_id'], ['sector_id']],
  membership: [['id'], ['member_id', 'group_id', 'source_id', ...PERIOD]],
  partnership: [['id'], ['source_id', ...PERIOD]],
  partnership_party: [['partnership_id'], ['organization_id', 'role']],
  initiative: [['id'], ['source_id']],
  initiative_participation: [['initiative_id'], ['organization_id', 'role', ...PERIOD]],
  grant: [
    ['id'],
    [
      'funder_id',
      'awarded_on',
      'started_on',
      'ended_on',
      'planned_end_on',
      'status',
      'is_secondary_report',
      'currency',
      'source_id',
    ],
  ],
  grant_share: [['grant_id'], ['organization_id', 'amount']],
  seat: [
    ['id', 'person_id'],
    ['organization_id', 'nominated_by_id', 'source_id', ...PERIOD],
  ],
  source: [['id'], ['title', 'url', 'licence']],
  cooperation_offer: [['id'], ['organization_id', 'direction', ...PERIOD]],
  cooperation_offer_sector: [['cooperation_offer_id'], ['sector_id']],
  // A change of these reads the whole graph anew.
  sector: [[], ['id', 'scheme', 'code', 'title', 'parent_id']],
  region: [[], ['id', 'code', 'name', 'level']],
};

const FUNCTIONS = [
  // Raises the version once in a transaction; undone with what a savepoint undoes.
  `CREATE FUNCTION advance_network_version() RETURNS void LANGUAGE plpgsql AS $$
   BEGIN
     IF current_setting('scan_graph.version_raised_by', true) = pg_current_xact_id()::text THEN
       RETURN;
     END IF;
     UPDATE network_version SET changes = changes + 1 WHERE counter = (
       SELECT v.counter FROM network_version v ORDER BY v.counter LIMIT 1 FOR UPDATE SKIP LOCKED);
     IF NOT FOUND THEN INSERT INTO network_version (changes) VALUES (1); END IF;
     PERFORM set_config('scan_graph.version_raised_by', pg_current_xact_id()::text, true);
   END $$`,
  // Arguments: the columns of a table that identify records, and all that the graph reads. Rows in which none
  // of these differ are no change. Raises the version and notes what has changed in the same transaction, so
  // whoever counts the transactions with notes knows whether any notes are missing.
  `CREATE FUNCTION note_network_change() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     key_columns CONSTANT text := TG_ARGV[0];
     columns CONSTANT text := TG_ARGV[1];
     changed text;
     keys uuid[];
     is_changed boolean := true;
   BEGIN
     IF TG_OP <> 'TRUNCATE' THEN
       changed := CASE TG_OP
         WHEN 'INSERT' THEN format('SELECT %s FROM after', columns)
         WHEN 'DELETE' THEN format('SELECT %s FROM before', columns)
         ELSE format('(SELECT %1$s FROM before EXCEPT SELECT %1$s FROM after)
           UNION ALL (SELECT %1$s FROM after EXCEPT SELECT %1$s FROM before)', columns) END;
       IF key_columns = '' THEN
         EXECUTE format('SELECT EXISTS (%s)', changed) INTO is_changed;
       ELSE
         EXECUTE format('SELECT array_agg(k.key) FROM (
           SELECT DISTINCT unnest(ARRAY[%s]) AS key FROM (%s) c LIMIT 201) k', key_columns, changed) INTO keys;
         is_changed := keys IS NOT NULL;
       END IF;
     END IF;
     IF NOT is_changed THEN RETURN NULL; END IF;
     PERFORM forget_changed_rows();
     IF keys IS NULL OR cardinality(keys) > 200 THEN
       INSERT INTO changed_row (table_name) VALUES ('network.' || TG_TABLE_NAME);
     ELSE
       INSERT INTO changed_row (table_name, key) SELECT 'network.' || TG_TABLE_NAME, k FROM unnest(keys) AS k;
     END IF;
     PERFORM advance_network_version();
     RETURN NULL;
   END $$`,
];

const EVENTS = {
  INSERT: 'REFERENCING NEW TABLE AS after',
  UPDATE: 'REFERENCING OLD TABLE AS before NEW TABLE AS after',
  DELETE: 'REFERENCING OLD TABLE AS before',
  TRUNCATE: '',
} as const;

const quoted = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ');

function triggersOf(
  table: string,
  keys: readonly string[],
  columns: readonly string[],
): readonly string[] {
  const call = `note_network_change('${quoted(keys)}', '${quoted([...keys, ...columns])}')`;
  return Object.entries(EVENTS).map(
    ([event, rows]) =>
      `CREATE TRIGGER "${table}_notes_network_${event.toLowerCase()}" AFTER ${event} ON "${table}" ${rows}
       FOR EACH STATEMENT EXECUTE FUNCTION ${call}`,
  );
}

/**
 * The partnership graph follows the changes of what it is made of, record by record. Changes of other columns, such
 * as a description, are no changes of it. The version is raised by the same trigger that notes the change.
 */
export class NoteChangesOfTheNetwork1765400000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Drops the triggers of all tables that raised the version without a note.
    await queryRunner.query('DROP FUNCTION raise_network_version() CASCADE');
    for (const statement of FUNCTIONS) await queryRunner.query(statement);
    for (const [table, [keys, columns]] of Object.entries(TABLES)) {
      for (const trigger of triggersOf(table, keys, columns)) await queryRunner.query(trigger);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION note_network_change() CASCADE');
    await queryRunner.query('DROP FUNCTION advance_network_version()');
    await queryRunner.query(`CREATE FUNCTION raise_network_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF current_setting('scan_graph.version_raised_by', true) = pg_current_xact_id()::text THEN
          RETURN NULL;
        END IF;
        UPDATE network_version SET changes = changes + 1 WHERE counter = (
          SELECT v.counter FROM network_version v ORDER BY v.counter LIMIT 1 FOR UPDATE SKIP LOCKED);
        IF NOT FOUND THEN INSERT INTO network_version (changes) VALUES (1); END IF;
        PERFORM set_config('scan_graph.version_raised_by', pg_current_xact_id()::text, true);
        RETURN NULL;
      END $$`);
    for (const table of [...Object.keys(TABLES), 'organization_name', 'person']) {
      await queryRunner.query(
        `CREATE TRIGGER "${table}_raises_network_version"
         AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "${table}"
         FOR EACH STATEMENT EXECUTE FUNCTION raise_network_version()`,
      );
    }
  }
}
