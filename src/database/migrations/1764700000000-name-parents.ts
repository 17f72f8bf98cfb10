import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "grant_named_parent" (
     "grant_id" uuid NOT NULL,
     "rank" smallint NOT NULL,
     "identifier" text COLLATE "C" NOT NULL,
     CONSTRAINT "grant_named_parent_pkey" PRIMARY KEY ("grant_id", "rank")
   )`,
  `CREATE INDEX "grant_named_parent_identifier" ON "grant_named_parent" ("identifier")`,
  `ALTER TABLE "grant_named_parent" ADD CONSTRAINT "grant_named_parent_grant_exists"
   FOREIGN KEY ("grant_id") REFERENCES "grant"("id") ON DELETE CASCADE`,
];

export class NameParents1764700000000 implements MigrationInterface {
  readonly name = 'NameParents1764700000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "grant_named_parent"`);
  }
}
