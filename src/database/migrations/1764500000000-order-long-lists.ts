import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whatever order a long list has, a page of it is read from an index, however deep it is. */
const INDEXES = [
  `"organization_type_slug" ON "organization" ("type", "slug", "id")`,
  `"membership_since" ON "membership" ((coalesce("since", '9999')), "id")`,
  `"partnership_since" ON "partnership" ((coalesce("since", '9999')), "id")`,
  `"partnership_title" ON "partnership" ((search_fold("title")), "id")`,
  `"seat_since" ON "seat" ((coalesce("since", '9999')), "id")`,
  `"person_name" ON "person" ((search_fold("name")), "id")`,
  `"cooperation_offer_since" ON "cooperation_offer" ((coalesce("since", '9999')), "id")`,
  `"cooperation_offer_title" ON "cooperation_offer" ((search_fold("title")), "id")`,
  `"initiative_started_on" ON "initiative" ((coalesce("started_on", '9999')), "id")`,
  `"initiative_title" ON "initiative" ((search_fold("title")), "id")`,
  `"initiative_participation_since" ON "initiative_participation" ((coalesce("since", '9999')), "id")`,
  `"initiative_participation_organization_since" ON "initiative_participation" ("organization_id", (coalesce("since", '9999')), "id")`,
  `"claim_as_of" ON "claim" ((coalesce("as_of", '')), "id")`,
  `"claim_indicator" ON "claim" ("indicator", "id")`,
  `"grant_by_awarded" ON "grant" ((coalesce("awarded", 0)), "id")`,
  `"grant_transaction_by_value" ON "grant_transaction" ("value", "id")`,
];
/** What the index by organisation and start does too. */
const REPLACED = {
  name: '"initiative_participation_organization"',
  on: '"initiative_participation" ("organization_id")',
};

export class OrderLongLists1764500000000 implements MigrationInterface {
  readonly name = 'OrderLongLists1764500000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const index of INDEXES) await queryRunner.query(`CREATE INDEX ${index}`);
    await queryRunner.query(`DROP INDEX ${REPLACED.name}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX ${REPLACED.name} ON ${REPLACED.on}`);
    for (const index of INDEXES.toReversed()) {
      const [name] = index.split(' ', 1);
      await queryRunner.query(`DROP INDEX ${String(name)}`);
    }
  }
}
