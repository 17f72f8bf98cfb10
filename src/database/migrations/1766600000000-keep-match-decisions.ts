import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which organizations of imported files a person has decided to be, or not to be, organizations of the graph. */
const STATEMENTS = [
  `CREATE TABLE "match_decision" (
     "key" text COLLATE "C" NOT NULL,
     "organization_id" uuid NOT NULL,
     "is_same" boolean NOT NULL,
     "decided_at" TIMESTAMP WITH TIME ZONE NOT NULL,
     CONSTRAINT "match_decision_key_is_not_empty" CHECK ("key" <> ''),
     CONSTRAINT "match_decision_pkey" PRIMARY KEY ("key", "organization_id")
   )`,
  `CREATE UNIQUE INDEX "match_decision_is_one_organization" ON "match_decision" ("key") WHERE "is_same"`,
  `CREATE INDEX "match_decision_organization" ON "match_decision" ("organization_id")`,
  `ALTER TABLE "match_decision" ADD CONSTRAINT "match_decision_organization_exists"
   FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE`,
];

export class KeepMatchDecisions1766600000000 implements MigrationInterface {
  readonly name = 'KeepMatchDecisions1766600000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  /** Undoing it would forget what people have decided. */
  down(): Promise<void> {
    return Promise.reject(new Error('This migration cannot be undone. Restore a backup instead.'));
  }
}
