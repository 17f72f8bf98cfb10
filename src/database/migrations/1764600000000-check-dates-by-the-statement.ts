import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * As before; but not STRICT, which keeps PostgreSQL from putting the body in the place of the call:
 * each date of each row was a query of its own, of thrice the time. Of nothing it says nothing still.
 */
const isPartialDate = (
  strict: '' | 'STRICT',
) => `CREATE OR REPLACE FUNCTION is_partial_date(text) RETURNS boolean
   LANGUAGE sql IMMUTABLE ${strict} PARALLEL SAFE
   RETURN CASE
     WHEN $1 !~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$' OR left($1, 4) = '0000' THEN false
     WHEN length($1) < 10 THEN true
     ELSE substr($1, 9, 2)::int <= date_part('day',
       make_date(left($1, 4)::int, substr($1, 6, 2)::int, 1) + interval '1 month' - interval '1 day')
   END`;

export class CheckDatesByTheStatement1764600000000 implements MigrationInterface {
  readonly name = 'CheckDatesByTheStatement1764600000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(isPartialDate(''));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(isPartialDate('STRICT'));
  }
}
