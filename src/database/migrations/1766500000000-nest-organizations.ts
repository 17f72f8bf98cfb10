import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A faculty is a part of a university, and an agency of a ministry. Going from each organization to its parent must
 * end; each one on the way is locked, as in `1764300000000-refuse-circles-of-grants.ts`.
 */
const STATEMENTS = [
  `ALTER TABLE "organization" ADD "parent_id" uuid`,
  `ALTER TABLE "organization" ADD CONSTRAINT "organization_is_not_its_own_parent" CHECK ("parent_id" <> "id")`,
  `ALTER TABLE "organization" ADD CONSTRAINT "organization_parent_exists"
   FOREIGN KEY ("parent_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `CREATE INDEX "organization_parent" ON "organization" ("parent_id") WHERE "parent_id" IS NOT NULL`,
  `CREATE FUNCTION refuse_circle_of_organizations() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     way uuid[] := ARRAY[NEW.id];
     parent uuid;
   BEGIN
     SELECT o.parent_id INTO parent FROM "organization" o WHERE o.id = NEW.id;
     WHILE parent IS NOT NULL LOOP
       IF parent = ANY(way) THEN
         RAISE EXCEPTION 'An organization is a part of itself.'
           USING ERRCODE = 'check_violation', TABLE = 'organization',
             CONSTRAINT = 'organization_is_not_nested_in_a_circle',
             DETAIL = format('The parents of %s lead back to it.', NEW.slug);
       END IF;
       way := way || parent;
       SELECT o.parent_id INTO parent FROM "organization" o WHERE o.id = parent FOR SHARE;
     END LOOP;
     RETURN NULL;
   END $$`,
  `CREATE CONSTRAINT TRIGGER "organization_is_not_nested_in_a_circle"
   AFTER INSERT OR UPDATE OF "parent_id" ON "organization" DEFERRABLE INITIALLY DEFERRED
   FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION refuse_circle_of_organizations()`,
];

export class NestOrganizations1766500000000 implements MigrationInterface {
  readonly name = 'NestOrganizations1766500000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION refuse_circle_of_organizations() CASCADE');
    await queryRunner.query('ALTER TABLE "organization" DROP "parent_id"');
  }
}
