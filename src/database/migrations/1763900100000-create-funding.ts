import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = [
  `CREATE TABLE "exchange_rate" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "source_pointer" text,
     "currency" text COLLATE "C" NOT NULL,
     "month" text COLLATE "C" NOT NULL,
     "per_usd" numeric NOT NULL,
     CONSTRAINT "exchange_rate_is_one_a_month" UNIQUE ("currency", "month"),
     CONSTRAINT "exchange_rate_is_positive" CHECK ("per_usd" > 0),
     CONSTRAINT "exchange_rate_month_is_month" CHECK (is_partial_date("month") AND length("month") = 7),
     CONSTRAINT "exchange_rate_currency_is_iso_4217" CHECK ("currency" ~ '^[A-Z]{3}$'),
     CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "grant_programme" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "source_pointer" text,
     "slug" text COLLATE "C" NOT NULL,
     "title" text NOT NULL,
     "code" text,
     "description" text,
     "website" text,
     "funder_id" uuid NOT NULL,
     "manager_id" uuid,
     "opened_on" text COLLATE "C",
     "closed_on" text COLLATE "C",
     "budget" numeric,
     "currency" text,
     "status" text NOT NULL,
     CONSTRAINT "grant_programme_slug_is_unique" UNIQUE ("slug"),
     CONSTRAINT "grant_programme_budget_is_not_negative" CHECK ("budget" >= 0),
     CONSTRAINT "grant_programme_currency_is_iso_4217" CHECK ("currency" ~ '^[A-Z]{3}$'),
     CONSTRAINT "grant_programme_budget_has_a_currency" CHECK (("budget" IS NULL) = ("currency" IS NULL)),
     CONSTRAINT "grant_programme_closes_after_it_opens" CHECK (left("closed_on", length("opened_on")) >= left("opened_on", length("closed_on"))),
     CONSTRAINT "grant_programme_closed_on_is_partial_date" CHECK (is_partial_date("closed_on")),
     CONSTRAINT "grant_programme_opened_on_is_partial_date" CHECK (is_partial_date("opened_on")),
     CONSTRAINT "grant_programme_slug_is_plain" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
     CONSTRAINT "grant_programme_status_is_known" CHECK ("status" IN ('PLANNED', 'OPEN', 'CLOSED', 'UNKNOWN')),
     CONSTRAINT "grant_programme_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "grant" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "source_pointer" text,
     "scheme" text COLLATE "C" NOT NULL,
     "identifier" text COLLATE "C" NOT NULL,
     "title" text NOT NULL,
     "description" text,
     "funder_id" uuid NOT NULL,
     "programme_id" uuid,
     "initiative_id" uuid,
     "parent_id" uuid,
     "currency" text COLLATE "C" NOT NULL,
     "applied_for" numeric,
     "awarded" numeric,
     "committed" numeric,
     "disbursed" numeric,
     "spent" numeric,
     "awarded_on" text COLLATE "C",
     "planned_start_on" text COLLATE "C",
     "planned_end_on" text COLLATE "C",
     "started_on" text COLLATE "C",
     "ended_on" text COLLATE "C",
     "status" text COLLATE "C",
     "regrant" text,
     "from_open_call" boolean,
     "to_individuals" boolean NOT NULL,
     "is_secondary_report" boolean NOT NULL,
     "reporter_id" uuid,
     CONSTRAINT "grant_id_and_currency_are_unique" UNIQUE ("id", "currency"),
     CONSTRAINT "grant_identifier_is_unique_in_its_scheme" UNIQUE ("scheme", "identifier", "currency"),
     CONSTRAINT "grant_ended_on_is_partial_date" CHECK (is_partial_date("ended_on")),
     CONSTRAINT "grant_started_on_is_partial_date" CHECK (is_partial_date("started_on")),
     CONSTRAINT "grant_planned_end_on_is_partial_date" CHECK (is_partial_date("planned_end_on")),
     CONSTRAINT "grant_planned_start_on_is_partial_date" CHECK (is_partial_date("planned_start_on")),
     CONSTRAINT "grant_awarded_on_is_partial_date" CHECK (is_partial_date("awarded_on")),
     CONSTRAINT "grant_is_not_paid_from_itself" CHECK ("parent_id" <> "id"),
     CONSTRAINT "grant_currency_is_iso_4217" CHECK ("currency" ~ '^[A-Z]{3}$'),
     CONSTRAINT "grant_regrant_is_known" CHECK ("regrant" IN ('COMMON', 'INTERMEDIARY', 'MATCH', 'COLLABORATION', 'FISCAL_SPONSOR', 'ENDOWMENT', 'MULTIPURPOSE')),
     CONSTRAINT "grant_status_is_known" CHECK ("status" IN ('PIPELINE', 'IMPLEMENTATION', 'FINALISATION', 'CLOSED', 'CANCELLED', 'SUSPENDED')),
     CONSTRAINT "grant_scheme_is_known" CHECK ("scheme" IN ('THREE_SIXTY_GIVING', 'IATI', 'SCAN')),
     CONSTRAINT "grant_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "grant_sector" (
     "grant_id" uuid NOT NULL,
     "sector_id" uuid NOT NULL,
     "percentage" numeric,
     CONSTRAINT "grant_sector_percentage_is_a_share" CHECK ("percentage" > 0 AND "percentage" <= 100),
     CONSTRAINT "grant_sector_pkey" PRIMARY KEY ("grant_id", "sector_id")
   )`,
  `CREATE TABLE "grant_location" (
     "grant_id" uuid NOT NULL,
     "rank" smallint NOT NULL,
     "name" text,
     "country" text COLLATE "C",
     "region_id" uuid,
     "latitude" double precision,
     "longitude" double precision,
     "percentage" numeric,
     CONSTRAINT "grant_location_percentage_is_a_share" CHECK ("percentage" > 0 AND "percentage" <= 100),
     CONSTRAINT "grant_location_longitude_is_in_range" CHECK ("longitude" BETWEEN -180 AND 180),
     CONSTRAINT "grant_location_latitude_is_in_range" CHECK ("latitude" BETWEEN -90 AND 90),
     CONSTRAINT "grant_location_coordinates_are_both_or_none" CHECK (("latitude" IS NULL) = ("longitude" IS NULL)),
     CONSTRAINT "grant_location_says_where" CHECK (num_nonnulls("name", "country", "region_id", "latitude") >= 1),
     CONSTRAINT "grant_location_country_is_two_letters" CHECK ("country" ~ '^[A-Z]{2}$'),
     CONSTRAINT "grant_location_rank_is_positive" CHECK ("rank" >= 1),
     CONSTRAINT "grant_location_pkey" PRIMARY KEY ("grant_id", "rank")
   )`,
  `CREATE TABLE "grant_share" (
     "grant_id" uuid NOT NULL,
     "organization_id" uuid NOT NULL,
     "amount" numeric,
     CONSTRAINT "grant_share_pkey" PRIMARY KEY ("grant_id", "organization_id")
   )`,
  `CREATE TABLE "grant_intermediary" (
     "grant_id" uuid NOT NULL,
     "organization_id" uuid NOT NULL,
     CONSTRAINT "grant_intermediary_pkey" PRIMARY KEY ("grant_id", "organization_id")
   )`,
  `CREATE TABLE "grant_transaction" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "source_pointer" text,
     "grant_id" uuid NOT NULL,
     "kind" text COLLATE "C" NOT NULL,
     "value" numeric NOT NULL,
     "currency" text COLLATE "C" NOT NULL,
     "value_date" text COLLATE "C" NOT NULL,
     "quarter" smallint,
     "made_on" text COLLATE "C",
     "provider_id" uuid,
     "receiver_id" uuid,
     "sector_id" uuid,
     "description" text,
     "reference" text,
     CONSTRAINT "grant_transaction_quarter_of_a_year" CHECK ("quarter" BETWEEN 1 AND 4 AND ("quarter" IS NULL OR length("value_date") = 4)),
     CONSTRAINT "grant_transaction_made_on_is_partial_date" CHECK (is_partial_date("made_on")),
     CONSTRAINT "grant_transaction_value_date_is_partial_date" CHECK (is_partial_date("value_date")),
     CONSTRAINT "grant_transaction_kind_is_known" CHECK ("kind" IN ('INCOMING_FUNDS', 'COMMITMENT', 'DISBURSEMENT', 'EXPENDITURE', 'INTEREST', 'LOAN_REPAYMENT', 'REIMBURSEMENT', 'PURCHASE_OF_EQUITY', 'SALE_OF_EQUITY', 'CREDIT_GUARANTEE', 'INCOMING_COMMITMENT', 'PLEDGE', 'INCOMING_PLEDGE')),
     CONSTRAINT "grant_transaction_pkey" PRIMARY KEY ("id")
   )`,
];

const INDEXES = [
  `CREATE INDEX "grant_programme_manager" ON "grant_programme" ("manager_id")`,
  `CREATE INDEX "grant_programme_funder" ON "grant_programme" ("funder_id")`,
  `CREATE INDEX "grant_by_source" ON "grant" ("source_id")`,
  `CREATE INDEX "grant_by_parent" ON "grant" ("parent_id")`,
  `CREATE INDEX "grant_by_initiative" ON "grant" ("initiative_id")`,
  `CREATE INDEX "grant_by_programme" ON "grant" ("programme_id")`,
  `CREATE INDEX "grant_by_funder" ON "grant" ("funder_id", "id")`,
  `CREATE INDEX "grant_sector_sector_grant" ON "grant_sector" ("sector_id", "grant_id")`,
  `CREATE INDEX "grant_location_country_grant" ON "grant_location" ("country", "grant_id")`,
  `CREATE INDEX "grant_location_region_grant" ON "grant_location" ("region_id", "grant_id")`,
  `CREATE INDEX "grant_share_organization_grant" ON "grant_share" ("organization_id", "grant_id")`,
  `CREATE INDEX "grant_intermediary_organization_grant" ON "grant_intermediary" ("organization_id", "grant_id")`,
  `CREATE INDEX "grant_transaction_sector" ON "grant_transaction" ("sector_id") WHERE "sector_id" IS NOT NULL`,
  `CREATE INDEX "grant_transaction_receiver" ON "grant_transaction" ("receiver_id")`,
  `CREATE INDEX "grant_transaction_provider" ON "grant_transaction" ("provider_id")`,
  `CREATE INDEX "grant_transaction_value_date" ON "grant_transaction" ("value_date", "id")`,
  `CREATE INDEX "grant_transaction_grant" ON "grant_transaction" ("grant_id", "value_date", "id")`,
];

/** Orders of lists, over expressions that TypeORM cannot say. */
const EXPRESSION_INDEXES = [
  `CREATE INDEX "grant_by_award_date" ON "grant" ((coalesce("awarded_on", '')), "id")`,
  `CREATE INDEX "grant_by_amount" ON "grant" ("currency", (coalesce("awarded", 0)), "id")`,
  `CREATE INDEX "grant_may_be_left_out" ON "grant" ("id") WHERE "is_secondary_report" OR "parent_id" IS NOT NULL OR "regrant" IS NOT NULL`,
];

const FOREIGN_KEYS = [
  `ALTER TABLE "exchange_rate" ADD CONSTRAINT "exchange_rate_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant_programme" ADD CONSTRAINT "grant_programme_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant_programme" ADD CONSTRAINT "grant_programme_funder_exists" FOREIGN KEY ("funder_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant_programme" ADD CONSTRAINT "grant_programme_manager_exists" FOREIGN KEY ("manager_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant" ADD CONSTRAINT "grant_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant" ADD CONSTRAINT "grant_funder_exists" FOREIGN KEY ("funder_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant" ADD CONSTRAINT "grant_programme_exists" FOREIGN KEY ("programme_id") REFERENCES "grant_programme"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant" ADD CONSTRAINT "grant_initiative_exists" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant" ADD CONSTRAINT "grant_parent_exists" FOREIGN KEY ("parent_id") REFERENCES "grant"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant" ADD CONSTRAINT "grant_reporter_exists" FOREIGN KEY ("reporter_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant_sector" ADD CONSTRAINT "grant_sector_grant_exists" FOREIGN KEY ("grant_id") REFERENCES "grant"("id") ON DELETE CASCADE`,
  `ALTER TABLE "grant_sector" ADD CONSTRAINT "grant_sector_sector_exists" FOREIGN KEY ("sector_id") REFERENCES "sector"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant_location" ADD CONSTRAINT "grant_location_grant_exists" FOREIGN KEY ("grant_id") REFERENCES "grant"("id") ON DELETE CASCADE`,
  `ALTER TABLE "grant_location" ADD CONSTRAINT "grant_location_region_exists" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant_share" ADD CONSTRAINT "grant_share_grant_exists" FOREIGN KEY ("grant_id") REFERENCES "grant"("id") ON DELETE CASCADE`,
  `ALTER TABLE "grant_share" ADD CONSTRAINT "grant_share_organization_exists" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant_intermediary" ADD CONSTRAINT "grant_intermediary_grant_exists" FOREIGN KEY ("grant_id") REFERENCES "grant"("id") ON DELETE CASCADE`,
  `ALTER TABLE "grant_intermediary" ADD CONSTRAINT "grant_intermediary_organization_exists" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant_transaction" ADD CONSTRAINT "grant_transaction_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant_transaction" ADD CONSTRAINT "grant_transaction_provider_exists" FOREIGN KEY ("provider_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant_transaction" ADD CONSTRAINT "grant_transaction_receiver_exists" FOREIGN KEY ("receiver_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant_transaction" ADD CONSTRAINT "grant_transaction_sector_exists" FOREIGN KEY ("sector_id") REFERENCES "sector"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "grant_transaction" ADD CONSTRAINT "grant_transaction_grant_currency_exists" FOREIGN KEY ("grant_id", "currency") REFERENCES "grant"("id","currency") ON DELETE CASCADE`,
];

/** Whatever has a source can say where in it. */
const SOURCED = [
  'region',
  'organization',
  'person',
  'advocacy_case',
  'announcement',
  'quote',
  'sector',
  'initiative',
  'initiative_participation',
  'claim',
  'cooperation_offer',
  'event',
  'excellence_label',
  'membership',
  'partnership',
  'seat',
];

/** A grant's sums follow its transactions; a sum that was stated stays where it has none of the kind. */
const SUMS = [
  `CREATE FUNCTION sum_transactions() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     UPDATE "grant" g SET
       committed = CASE WHEN touched.commitment THEN sums.committed ELSE g.committed END,
       disbursed = CASE WHEN touched.disbursement THEN sums.disbursed ELSE g.disbursed END,
       spent = CASE WHEN touched.expenditure THEN sums.spent ELSE g.spent END
     FROM (
       SELECT c.grant_id, bool_or(c.kind = 'COMMITMENT') AS commitment,
         bool_or(c.kind = 'DISBURSEMENT') AS disbursement, bool_or(c.kind = 'EXPENDITURE') AS expenditure
       FROM changed c WHERE c.kind IN ('COMMITMENT', 'DISBURSEMENT', 'EXPENDITURE') GROUP BY c.grant_id
     ) touched CROSS JOIN LATERAL (
       SELECT sum(t.value) FILTER (WHERE t.kind = 'COMMITMENT') AS committed,
         sum(t.value) FILTER (WHERE t.kind = 'DISBURSEMENT') AS disbursed,
         sum(t.value) FILTER (WHERE t.kind = 'EXPENDITURE') AS spent
       FROM grant_transaction t WHERE t.grant_id = touched.grant_id
     ) sums
     WHERE g.id = touched.grant_id;
     RETURN NULL;
   END $$`,
  ...[
    ['INSERT', 'NEW'],
    ['DELETE', 'OLD'],
    ['UPDATE', 'OLD'],
    ['UPDATE', 'NEW'],
  ].map(
    ([event, rows]) =>
      `CREATE TRIGGER "grant_transaction_${String(event).toLowerCase()}_sums_${String(rows).toLowerCase()}" AFTER ${String(event)} ON "grant_transaction"
       REFERENCING ${String(rows)} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION sum_transactions()`,
  ),
];

const SEARCHABLE = [
  ['grant_programme', 'GRANT_PROGRAMME'],
  ['grant', 'GRANT'],
].flatMap(([table, type]) => [
  `CREATE TRIGGER "${String(table)}_title_becomes_searchable" AFTER INSERT ON "${String(table)}"
   REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_search_entries('${String(type)}', 'id', 'title')`,
  `CREATE TRIGGER "${String(table)}_title_stays_searchable" AFTER UPDATE OF "title" OR DELETE ON "${String(table)}"
   FOR EACH ROW EXECUTE FUNCTION keep_search_entry('${String(type)}', 'id', 'title')`,
]);

/** As before; but of texts that fit equally well the name comes before other names, whatever the order of reading. */
const SEARCH_NETWORK = `CREATE OR REPLACE FUNCTION search_network(words text)
   RETURNS TABLE (id uuid, node_type text, matched text, score double precision, rank int)
   LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
   SET pg_trgm.word_similarity_threshold = 0.4
   AS $$
     WITH query AS (SELECT search_fold(words) AS q),
     literal AS MATERIALIZED (
       SELECT e.node_id, e.node_type, e.field, e.text, length(e.folded) AS size, CASE
           WHEN e.folded = query.q THEN 1
           WHEN starts_with(e.folded, query.q) THEN 0.9
           ELSE 0.8
         END::double precision AS score
       FROM query JOIN search_entry e
         ON e.folded LIKE query.q || '%' OR e.folded LIKE '% ' || query.q || '%'
     ), found AS (
       SELECT * FROM literal
       UNION ALL
       SELECT e.node_id, e.node_type, e.field, e.text, length(e.folded),
         0.75 * word_similarity(query.q, e.folded)
       FROM query JOIN search_entry e ON query.q <% e.folded
       WHERE NOT EXISTS (SELECT FROM literal OFFSET 999)
     ), best AS (
       SELECT DISTINCT ON (f.node_id) f.* FROM found f ORDER BY f.node_id, f.score DESC, f.size, f.field
     )
     SELECT b.node_id, b.node_type, b.text, b.score,
       (1000 - round(b.score * 1000))::int * 1000 + least(b.size, 999)
     FROM best b
   $$`;

/** Some lists are of a part of a country (CA_ON-ONT); a publisher of 360Giving numbers by itself whom no register knows. */
const SCHEMES = [
  `ALTER TABLE "identifier" DROP CONSTRAINT "identifier_scheme_is_an_org_id_list"`,
  `ALTER TABLE "identifier" ADD CONSTRAINT "identifier_scheme_is_an_org_id_list"
   CHECK ("scheme" ~ '^([A-Z]{2,3}(_[A-Z]{2})?|360G)(-[A-Z0-9_]+)+$')`,
];

/** The roles of organisations in an initiative, with those of IATI. */
const ROLES = [
  `ALTER TABLE "initiative_participation" DROP CONSTRAINT "initiative_participation_role_is_known"`,
  `ALTER TABLE "initiative_participation" ADD CONSTRAINT "initiative_participation_role_is_known"
   CHECK ("role" IN ('LEAD', 'PARTNER', 'IMPLEMENTER', 'BENEFICIARY', 'ASSOCIATED', 'FUNDING', 'ACCOUNTABLE', 'EXTENDING'))`,
];

export class CreateFunding1763900100000 implements MigrationInterface {
  readonly name = 'CreateFunding1763900100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      ...SOURCED.map((table) => `ALTER TABLE "${table}" ADD "source_pointer" text`),
      ...ROLES,
      ...SCHEMES,
      ...TABLES,
      ...INDEXES,
      ...EXPRESSION_INDEXES,
      ...FOREIGN_KEYS,
      ...SUMS,
      ...SEARCHABLE,
      SEARCH_NETWORK,
    ]) {
      await queryRunner.query(statement);
    }
  }

  /** Undoing it would lose what has been recorded since. */
  down(): Promise<void> {
    return Promise.reject(new Error('This migration cannot be undone. Restore a backup instead.'));
  }
}
