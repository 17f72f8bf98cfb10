import type { MigrationInterface, QueryRunner } from 'typeorm';

const FIGURES = [
  'awarded_on',
  'funder_id',
  'programme_id',
  'initiative_id',
  'source_id',
  'status',
  'is_secondary_report',
  'parent_id',
  'regrant',
];

/** Those that it had before. */
const BEFORE = FIGURES.filter((column) => column !== 'parent_id' && column !== 'regrant');

const listed = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ');

/**
 * What grants are filtered and counted by, and whether they may be left out of totals. Once in the order
 * of currency and amount, for medians; once by id, for what is joined from links, or paid from a grant.
 */
const INDEXES = [
  'DROP INDEX "grant_figures"',
  `CREATE INDEX "grant_figures" ON "grant" ("currency", "awarded") INCLUDE (${listed(['id', ...FIGURES])})`,
  `CREATE INDEX "grant_figures_by_id" ON "grant" ("id") INCLUDE (${listed(['currency', 'awarded', ...FIGURES])})`,
];

/** The version of all data, made as that of the network (`CreateNetworkVersion`). */
const VERSION = [
  `CREATE TABLE "data_version" (
     "counter" int NOT NULL GENERATED ALWAYS AS IDENTITY,
     "changes" bigint NOT NULL,
     CONSTRAINT "data_version_pkey" PRIMARY KEY ("counter")
   )`,
  `CREATE FUNCTION raise_data_version() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     -- Once in a transaction is enough; undone with what a savepoint undoes.
     IF current_setting('scan_graph.data_version_raised_by', true) = pg_current_xact_id()::text THEN
       RETURN NULL;
     END IF;
     UPDATE data_version SET changes = changes + 1 WHERE counter = (
       SELECT v.counter FROM data_version v ORDER BY v.counter LIMIT 1 FOR UPDATE SKIP LOCKED);
     IF NOT FOUND THEN INSERT INTO data_version (changes) VALUES (1); END IF;
     PERFORM set_config('scan_graph.data_version_raised_by', pg_current_xact_id()::text, true);
     RETURN NULL;
   END $$`,
];

/** Whatever answers are made of. Entries of the search are made from these with every change. */
const TABLES = [
  'advocacy_beneficiary',
  'advocacy_case',
  'announcement',
  'claim',
  'cooperation_offer',
  'cooperation_offer_sector',
  'event',
  'event_organizer',
  'excellence_label',
  'exchange_rate',
  'grant',
  'grant_intermediary',
  'grant_location',
  'grant_named_parent',
  'grant_programme',
  'grant_sector',
  'grant_share',
  'grant_transaction',
  'identifier',
  'initiative',
  'initiative_participation',
  'initiative_region',
  'initiative_sector',
  'membership',
  'organization',
  'organization_merge',
  'organization_name',
  'organization_sector',
  'partnership',
  'partnership_party',
  'person',
  'quote',
  'region',
  'seat',
  'sector',
  'source',
];

/** Grants in a place are counted from `grant_location_country_grant` and `grant_location_region_grant`. */
const UNUSED = `"grant_location_further" ON "grant_location" ("grant_id") WHERE "rank" > 1`;

/** Answers are remembered for as long as the version of the data stays, and what figures are read from is an index. */
export class RememberFigures1764800000000 implements MigrationInterface {
  readonly name = 'RememberFigures1764800000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [...INDEXES, 'DROP INDEX "grant_location_further"', ...VERSION]) {
      await queryRunner.query(statement);
    }
    for (const table of TABLES) {
      await queryRunner.query(
        `CREATE TRIGGER "${table}_raises_data_version"
         AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "${table}"
         FOR EACH STATEMENT EXECUTE FUNCTION raise_data_version()`,
      );
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION raise_data_version() CASCADE');
    await queryRunner.query('DROP TABLE "data_version"');
    await queryRunner.query(`CREATE INDEX ${UNUSED}`);
    await queryRunner.query('DROP INDEX "grant_figures_by_id"');
    await queryRunner.query('DROP INDEX "grant_figures"');
    await queryRunner.query(
      `CREATE INDEX "grant_figures" ON "grant" ("currency", "awarded") INCLUDE (${listed(['id', ...BEFORE])})`,
    );
  }
}
