import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists of dated entries show the newest first, and entries without a date last, in either direction: so each
 * direction is an expression of its own, with an index where the list is long.
 */
const INDEXES = [
  `"membership_since_desc" ON "membership" ((coalesce("since", '')), "id")`,
  `"membership_group_since_desc" ON "membership" ("group_id", (coalesce("since", '')), "id")`,
  `"membership_member_since_desc" ON "membership" ("member_id", (coalesce("since", '')), "id")`,
  `"partnership_since_desc" ON "partnership" ((coalesce("since", '')), "id")`,
  `"seat_since_desc" ON "seat" ((coalesce("since", '')), "id")`,
  `"cooperation_offer_since_desc" ON "cooperation_offer" ((coalesce("since", '')), "id")`,
  `"initiative_started_on_desc" ON "initiative" ((coalesce("started_on", '')), "id")`,
  `"initiative_participation_since_desc" ON "initiative_participation" ((coalesce("since", '')), "id")`,
  `"initiative_participation_organization_since_desc" ON "initiative_participation" ("organization_id", (coalesce("since", '')), "id")`,
  `"claim_as_of_asc" ON "claim" ((coalesce("as_of", '9999')), "id")`,
  `"grant_by_award_date_asc" ON "grant" ((coalesce("awarded_on", '9999')), "id")`,
  `"grant_by_awarded_desc" ON "grant" ((coalesce("awarded", '-Infinity')), "id")`,
  `"grant_by_awarded_asc" ON "grant" ((coalesce("awarded", 'Infinity')), "id")`,
];
/** Of an order that no longer exists. */
const REPLACED = { name: '"grant_by_awarded"', on: '"grant" ((coalesce("awarded", 0)), "id")' };

export class SortNewestFirst1765100000000 implements MigrationInterface {
  readonly name = 'SortNewestFirst1765100000000';

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
