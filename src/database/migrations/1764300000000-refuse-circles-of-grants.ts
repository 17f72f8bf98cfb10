import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Money that a grant passes on comes in somewhere: going from grant to grant to the one that each is
 * paid from must end. Looked at when the transaction ends, so that grants can change places in it.
 *
 * Each grant on the way is locked, so that of two transactions that would close a circle together one
 * waits for the other, and sees what it did.
 */
const CIRCLES = [
  `CREATE FUNCTION refuse_circle_of_grants() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     way uuid[] := ARRAY[NEW.id];
     parent uuid;
   BEGIN
     SELECT g.parent_id INTO parent FROM "grant" g WHERE g.id = NEW.id;
     WHILE parent IS NOT NULL LOOP
       IF parent = ANY(way) THEN
         RAISE EXCEPTION 'A grant is paid from itself.'
           USING ERRCODE = 'check_violation', TABLE = 'grant', CONSTRAINT = 'grant_is_not_paid_in_a_circle',
             DETAIL = format('The money of %s leads back to it.', NEW.identifier);
       END IF;
       way := way || parent;
       SELECT g.parent_id INTO parent FROM "grant" g WHERE g.id = parent FOR SHARE;
     END LOOP;
     RETURN NULL;
   END $$`,
  `CREATE CONSTRAINT TRIGGER "grant_is_not_paid_in_a_circle"
   AFTER INSERT OR UPDATE OF "parent_id" ON "grant" DEFERRABLE INITIALLY DEFERRED
   FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION refuse_circle_of_grants()`,
];

export class RefuseCirclesOfGrants1764300000000 implements MigrationInterface {
  readonly name = 'RefuseCirclesOfGrants1764300000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of CIRCLES) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION refuse_circle_of_grants() CASCADE');
  }
}
