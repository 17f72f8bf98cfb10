import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Co-funders are found by looking up the funder of every grant to a common recipient: in a narrow index. */
const INDEX = '"grant_funder_and_parent" ON "grant" ("id", "funder_id", "parent_id")';

export class FindCoFunders1765000000000 implements MigrationInterface {
  readonly name = 'FindCoFunders1765000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX ${INDEX}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "grant_funder_and_parent"`);
  }
}
