import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Budgets of grants by period: planned spending, apart from what is promised and paid. */
const STATEMENTS = [
  `CREATE TABLE "grant_budget" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "source_pointer" text,
     "grant_id" uuid NOT NULL,
     "kind" text COLLATE "C" NOT NULL,
     "status" text COLLATE "C" NOT NULL,
     "starts_on" text COLLATE "C",
     "ends_on" text COLLATE "C",
     "value" numeric NOT NULL,
     "currency" text COLLATE "C" NOT NULL,
     "value_date" text COLLATE "C",
     CONSTRAINT "grant_budget_kind_is_known" CHECK ("kind" IN ('ORIGINAL', 'REVISED')),
     CONSTRAINT "grant_budget_status_is_known" CHECK ("status" IN ('INDICATIVE', 'COMMITTED')),
     CONSTRAINT "grant_budget_starts_on_is_partial_date" CHECK (is_partial_date("starts_on")),
     CONSTRAINT "grant_budget_ends_on_is_partial_date" CHECK (is_partial_date("ends_on")),
     CONSTRAINT "grant_budget_value_date_is_partial_date" CHECK (is_partial_date("value_date")),
     CONSTRAINT "grant_budget_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE INDEX "grant_budget_grant" ON "grant_budget" ("grant_id", "starts_on", "id")`,
  `ALTER TABLE "grant_budget" ADD CONSTRAINT "grant_budget_source_exists"
   FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant_budget" ADD CONSTRAINT "grant_budget_grant_currency_exists"
   FOREIGN KEY ("grant_id", "currency") REFERENCES "grant"("id", "currency") ON DELETE CASCADE`,
  `CREATE TRIGGER "grant_budget_raises_data_version"
   AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "grant_budget"
   FOR EACH STATEMENT EXECUTE FUNCTION raise_data_version()`,
];

export class PlanSpending1766400000000 implements MigrationInterface {
  readonly name = 'PlanSpending1766400000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "grant_budget"`);
  }
}
