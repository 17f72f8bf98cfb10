import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sources can say of each transaction which country or region it is for. */
const STATEMENTS = [
  `ALTER TABLE "grant_transaction" ADD "country" text COLLATE "C"`,
  `ALTER TABLE "grant_transaction" ADD "region_id" uuid`,
  `ALTER TABLE "grant_transaction" ADD "place" text`,
  `ALTER TABLE "grant_transaction" ADD CONSTRAINT "grant_transaction_country_is_two_letters" CHECK ("country" ~ '^[A-Z]{2}$')`,
  `ALTER TABLE "grant_transaction" ADD CONSTRAINT "grant_transaction_region_exists"
   FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT`,
  `CREATE INDEX "grant_transaction_region" ON "grant_transaction" ("region_id") WHERE "region_id" IS NOT NULL`,
];

export class DivideTransactionsByPlace1766200000000 implements MigrationInterface {
  readonly name = 'DivideTransactionsByPlace1766200000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE "grant_transaction" DROP "country", DROP "region_id", DROP "place"`,
    );
  }
}
