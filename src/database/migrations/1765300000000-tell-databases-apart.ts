import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Versions of the data begin at the time when the database is made: clients that ask by the version of another one,
 * which was in its place before, do not take it for theirs.
 */
export class TellDatabasesApart1765300000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `INSERT INTO data_version (changes) VALUES (floor(extract(epoch FROM clock_timestamp()) * 1000))`,
    );
  }

  down(): Promise<void> {
    // Nothing depends on where versions begin, and to go back would make old ones come again.
    return Promise.resolve();
  }
}
