import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Has a row if somebody wants a network of their own. Regions and sectors do not say so, because every new database
 * has them.
 */
export class BeginWithoutFoundingData1766300000000 implements MigrationInterface {
  readonly name = 'BeginWithoutFoundingData1766300000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE "without_founding_data" ("since" timestamptz NOT NULL)`);
    await queryRunner.query(
      `INSERT INTO without_founding_data (since)
       SELECT now() WHERE EXISTS (SELECT FROM region) AND NOT EXISTS (SELECT FROM organization)`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "without_founding_data"`);
  }
}
