import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The identifier of a grant is unique among those of whoever assigned it: two funders both have a grant 1, and a sheet
 * of a country has that country's share of an activity. The namespace of identifiers that the whole world shares is
 * empty.
 */
const STATEMENTS = [
  `ALTER TABLE "grant" ADD "namespace" text COLLATE "C" NOT NULL DEFAULT ''`,
  `ALTER TABLE "grant" DROP CONSTRAINT "grant_identifier_is_unique_in_its_scheme"`,
  `ALTER TABLE "grant" ADD CONSTRAINT "grant_identifier_is_unique_in_its_scheme"
   UNIQUE ("scheme", "identifier", "currency", "namespace")`,
  // Grants of plain tables are numbered by their funders.
  `UPDATE "grant" g SET namespace = g.funder_id::text FROM source s
   WHERE s.id = g.source_id AND g.scheme = 'SCAN' AND s.slug LIKE 'table-%'`,
  `UPDATE "grant" g SET namespace = upper(right(s.slug, 2)) FROM source s
   WHERE s.id = g.source_id AND g.scheme = 'IATI' AND s.slug LIKE 'iati-country-development-finance-__'`,
  // The same file under another name is the same data set.
  `ALTER TABLE "source" ADD "content_digest" text COLLATE "C"`,
  `CREATE INDEX "source_by_content" ON "source" ("content_digest")`,
];

export class NumberGrantsByWhoeverNumbers1766100000000 implements MigrationInterface {
  readonly name = 'NumberGrantsByWhoeverNumbers1766100000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  /** Undoing it would have to choose between grants with the same identifier. */
  down(): Promise<void> {
    return Promise.reject(new Error('This migration cannot be undone. Restore a backup instead.'));
  }
}
