import type { MigrationInterface, QueryRunner } from 'typeorm';

const FIGURES = [
  'currency',
  'awarded',
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

/**
 * What grants are filtered and counted by, in the order of their ids: for what is looked up or joined
 * by id, from a link or from what is paid from a grant.
 */
const FIGURES_BY_ID = `CREATE INDEX "grant_figures_by_id" ON "grant" ("id") INCLUDE (${FIGURES.map((column) => `"${column}"`).join(', ')})`;

/** What else figures are made of or named by; the other tables raise the version already. */
const TABLES = [
  'exchange_rate',
  'grant_intermediary',
  'grant_location',
  'grant_programme',
  'grant_sector',
  'grant_transaction',
];

/** Grants in a place are counted from `grant_location_country_grant` and `grant_location_region_grant`. */
const UNUSED = `"grant_location_further" ON "grant_location" ("grant_id") WHERE "rank" > 1`;

/** Figures are remembered for as long as the version stays, and what they are read from is an index. */
export class RememberFigures1764800000000 implements MigrationInterface {
  readonly name = 'RememberFigures1764800000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(FIGURES_BY_ID);
    await queryRunner.query('DROP INDEX "grant_location_further"');
    for (const table of TABLES) {
      await queryRunner.query(
        `CREATE TRIGGER "${table}_raises_network_version"
         AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "${table}"
         FOR EACH STATEMENT EXECUTE FUNCTION raise_network_version()`,
      );
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) {
      await queryRunner.query(`DROP TRIGGER "${table}_raises_network_version" ON "${table}"`);
    }
    await queryRunner.query(`CREATE INDEX ${UNUSED}`);
    await queryRunner.query('DROP INDEX "grant_figures_by_id"');
  }
}
