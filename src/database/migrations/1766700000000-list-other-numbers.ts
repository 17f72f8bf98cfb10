import type { MigrationInterface, QueryRunner } from 'typeorm';

/** ISNI and the funder registry of Crossref are not lists of org-id.guide. */
const STATEMENTS = [
  `ALTER TABLE "identifier" DROP CONSTRAINT "identifier_scheme_is_an_org_id_list"`,
  `ALTER TABLE "identifier" ADD CONSTRAINT "identifier_scheme_is_known_by_its_form"
   CHECK ("scheme" ~ '^(([A-Z]{2,3}(_[A-Z]{2})?|360G)(-[A-Z0-9_]+)+|ISNI|FUNDREF)$')`,
];

export class ListOtherNumbers1766700000000 implements MigrationInterface {
  readonly name = 'ListOtherNumbers1766700000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  /** Undoing it would refuse numbers that are stored. */
  down(): Promise<void> {
    return Promise.reject(new Error('This migration cannot be undone. Restore a backup instead.'));
  }
}
