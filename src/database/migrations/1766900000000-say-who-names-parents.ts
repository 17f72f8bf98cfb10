import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The format decides by which rule a grant is linked to the one that it names, and not the scheme of the grant, which a
 * table can state too. 360Giving names grants of other schemes with a currency.
 */
const STATEMENTS = [
  `ALTER TABLE "grant_named_parent"
     ADD COLUMN "format" text COLLATE "C" NOT NULL DEFAULT 'TABLE',
     ADD COLUMN "scheme" text COLLATE "C",
     ADD COLUMN "currency" text COLLATE "C"`,
  `UPDATE "grant_named_parent" m SET "format" = 'IATI'
   FROM "grant" g WHERE g.id = m.grant_id AND g.source_pointer LIKE '/iati-%'`,
  `UPDATE "grant_named_parent" m SET "format" = 'THREE_SIXTY_GIVING',
     "scheme" = coalesce(p.scheme, 'THREE_SIXTY_GIVING'), "currency" = p.currency
   FROM "grant" g JOIN "source" s ON s.id = g.source_id LEFT JOIN "grant" p ON p.id = g.parent_id
   WHERE g.id = m.grant_id AND s.slug NOT LIKE 'table-%' AND m.format = 'TABLE'
     AND (g.scheme = 'THREE_SIXTY_GIVING' OR g.source_pointer LIKE '/grants/%')`,
  `ALTER TABLE "grant_named_parent" ALTER COLUMN "format" DROP DEFAULT,
     ADD CONSTRAINT "grant_named_parent_format_is_known"
     CHECK ("format" IN ('TABLE', 'IATI', 'THREE_SIXTY_GIVING'))`,
];

export class SayWhoNamesParents1766900000000 implements MigrationInterface {
  readonly name = 'SayWhoNamesParents1766900000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE "grant_named_parent" DROP COLUMN "format", DROP COLUMN "scheme", DROP COLUMN "currency"`,
    );
  }
}
