import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The version of what the partnership graph is made from: the sum of the counters, which every
 * transaction that changes something raises by one and commits together with the change. So whoever
 * sees the version sees exactly the rows that it stands for.
 *
 * A transaction takes a counter that no other holds, and adds one if all are held: writers never wait
 * for each other here, however long they take.
 */
const VERSION = [
  `CREATE TABLE "network_version" (
     "counter" int NOT NULL GENERATED ALWAYS AS IDENTITY,
     "changes" bigint NOT NULL,
     CONSTRAINT "network_version_pkey" PRIMARY KEY ("counter")
   )`,
  `CREATE FUNCTION raise_network_version() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     -- Once in a transaction is enough; undone with what a savepoint undoes.
     IF current_setting('scan_graph.version_raised_by', true) = pg_current_xact_id()::text THEN
       RETURN NULL;
     END IF;
     UPDATE network_version SET changes = changes + 1 WHERE counter = (
       SELECT v.counter FROM network_version v ORDER BY v.counter LIMIT 1 FOR UPDATE SKIP LOCKED);
     IF NOT FOUND THEN INSERT INTO network_version (changes) VALUES (1); END IF;
     PERFORM set_config('scan_graph.version_raised_by', pg_current_xact_id()::text, true);
     RETURN NULL;
   END $$`,
];

/** Whatever a network, its filters or its exports show. */
const TABLES = [
  'cooperation_offer',
  'cooperation_offer_sector',
  'grant',
  'grant_share',
  'initiative',
  'initiative_participation',
  'membership',
  'organization',
  'organization_name',
  'organization_sector',
  'partnership',
  'partnership_party',
  'person',
  'region',
  'seat',
  'sector',
  'source',
];

export class CreateNetworkVersion1764200000000 implements MigrationInterface {
  readonly name = 'CreateNetworkVersion1764200000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of VERSION) await queryRunner.query(statement);
    for (const table of TABLES) {
      await queryRunner.query(
        `CREATE TRIGGER "${table}_raises_network_version"
         AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "${table}"
         FOR EACH STATEMENT EXECUTE FUNCTION raise_network_version()`,
      );
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION raise_network_version() CASCADE');
    await queryRunner.query('DROP TABLE "network_version"');
  }
}
