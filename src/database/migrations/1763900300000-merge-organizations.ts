import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "organization_merge" (
     "absorbed_id" uuid NOT NULL,
     "absorbed_slug" text COLLATE "C" NOT NULL,
     "kept_id" uuid NOT NULL,
     "absorbed" jsonb NOT NULL,
     "duplicates" jsonb NOT NULL,
     "merged_at" TIMESTAMP WITH TIME ZONE NOT NULL,
     CONSTRAINT "organization_merge_absorbed_slug_is_unique" UNIQUE ("absorbed_slug"),
     CONSTRAINT "organization_merge_pkey" PRIMARY KEY ("absorbed_id")
   )`,
  `CREATE INDEX "organization_merge_kept" ON "organization_merge" ("kept_id")`,
  `ALTER TABLE "organization_merge" ADD CONSTRAINT "organization_merge_kept_exists"
   FOREIGN KEY ("kept_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
];

export class MergeOrganizations1763900300000 implements MigrationInterface {
  readonly name = 'MergeOrganizations1763900300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  /** Undoing it would forget which organisations are one. */
  down(): Promise<void> {
    return Promise.reject(new Error('This migration cannot be undone. Restore a backup instead.'));
  }
}
