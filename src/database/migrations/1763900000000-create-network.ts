import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In force in every check of a partial date: `2013`, `2010-09` or a real day. */
const IS_PARTIAL_DATE = `CREATE FUNCTION is_partial_date(text) RETURNS boolean
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
   RETURN CASE
     WHEN $1 !~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$' OR left($1, 4) = '0000' THEN false
     WHEN length($1) < 10 THEN true
     ELSE substr($1, 9, 2)::int <= date_part('day',
       make_date(left($1, 4)::int, substr($1, 6, 2)::int, 1) + interval '1 month' - interval '1 day')
   END`;

/**
 * What texts are compared by: lower case, Serbian Cyrillic as Latin, no diacritics (Đ, Ђ and Dj are
 * one), words separated by one space. Diacritics go before the case does, so that it works under any
 * locale of the database.
 */
const SEARCH_FOLD = `CREATE FUNCTION search_fold(text) RETURNS text
   LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
   RETURN trim(regexp_replace(lower(regexp_replace(normalize(
     replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
       translate($1,
         'АБВГДЕЖЗИЈКЛМНОПРСТЋУФХЦЧШабвгдежзијклмнопрстћуфхцчш',
         'ABVGDEZZIJKLMNOPRSTCUFHCCSabvgdezzijklmnoprstcufhccs'),
       'Љ', 'LJ'), 'љ', 'lj'), 'Њ', 'NJ'), 'њ', 'nj'), 'Џ', 'DZ'), 'џ', 'dz'),
       'Ђ', 'DJ'), 'ђ', 'dj'), 'Đ', 'DJ'), 'đ', 'dj'), 'ß', 'ss'), 'ø', 'o'),
     NFD), '[\\u0300-\\u036f]', '', 'g')), '[^[:alnum:]]+', ' ', 'g'))`;

const TABLES = [
  `CREATE TABLE "source" (
     "id" uuid NOT NULL,
     "slug" text NOT NULL,
     "title" text NOT NULL,
     "url" text,
     "publisher" text,
     "published_on" text COLLATE "C",
     "retrieved_on" text COLLATE "C",
     "licence" text,
     "confidence" text NOT NULL,
     CONSTRAINT "source_slug_is_unique" UNIQUE ("slug"),
     CONSTRAINT "source_retrieved_on_is_day" CHECK (is_partial_date("retrieved_on") AND length("retrieved_on") = 10),
     CONSTRAINT "source_published_on_is_partial_date" CHECK (is_partial_date("published_on")),
     CONSTRAINT "source_confidence_is_known" CHECK ("confidence" IN ('OFFICIAL', 'SECONDARY', 'LEAD', 'SYNTHETIC')),
     CONSTRAINT "source_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "region" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "code" text COLLATE "C" NOT NULL,
     "level" smallint NOT NULL,
     "name" text NOT NULL,
     "name_cyrillic" text,
     "parent_id" uuid,
     CONSTRAINT "region_code_is_unique" UNIQUE ("code"),
     CONSTRAINT "region_parent_unless_country" CHECK (("level" = 0) = ("parent_id" IS NULL)),
     CONSTRAINT "region_code_has_two_letters_and_a_digit_a_level" CHECK ("code" ~ '^[A-Z]{2}[0-9A-Z]*$' AND length("code") = "level" + 2),
     CONSTRAINT "region_level_is_0_to_3" CHECK ("level" BETWEEN 0 AND 3),
     CONSTRAINT "region_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "organization" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "type" text NOT NULL,
     "slug" text COLLATE "C" NOT NULL,
     "name" text NOT NULL,
     "sort_name" text GENERATED ALWAYS AS (search_fold("name")) STORED COLLATE "C" NOT NULL,
     "description" text,
     "country" text COLLATE "C",
     "region_id" uuid,
     "city" text,
     "latitude" double precision,
     "longitude" double precision,
     "website" text,
     "status" text NOT NULL,
     "legal_form" text,
     "stage" text,
     "size_class" text,
     "category" text,
     CONSTRAINT "organization_id_and_type_are_unique" UNIQUE ("id", "type"),
     CONSTRAINT "organization_slug_is_unique" UNIQUE ("slug"),
     CONSTRAINT "organization_has_what_its_type_has" CHECK (("stage" IS NULL OR "type" = 'Cluster') AND ("size_class" IS NULL OR "type" = 'Company') AND ("category" IS NULL OR "type" IN ('Institution', 'Donor', 'Partner'))),
     CONSTRAINT "organization_longitude_is_in_range" CHECK ("longitude" BETWEEN -180 AND 180),
     CONSTRAINT "organization_latitude_is_in_range" CHECK ("latitude" BETWEEN -90 AND 90),
     CONSTRAINT "organization_coordinates_are_both_or_none" CHECK (("latitude" IS NULL) = ("longitude" IS NULL)),
     CONSTRAINT "organization_country_is_two_letters" CHECK ("country" ~ '^[A-Z]{2}$'),
     CONSTRAINT "organization_slug_is_plain" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
     CONSTRAINT "organization_status_is_known" CHECK ("status" IN ('ACTIVE', 'INACTIVE', 'DISSOLVED', 'UNKNOWN')),
     CONSTRAINT "organization_type_is_known" CHECK ("type" IN ('Association', 'Cluster', 'Company', 'Institution', 'Donor', 'Partner')),
     CONSTRAINT "organization_stage_is_known" CHECK ("stage" IN ('SEEKING', 'DEVELOPING', 'ESTABLISHED')),
     CONSTRAINT "organization_size_class_is_known" CHECK ("size_class" IN ('MICRO', 'SMALL', 'MEDIUM', 'LARGE')),
     CONSTRAINT "organization_donor_category_is_known" CHECK ("type" <> 'Donor' OR "category" IN ('BILATERAL', 'MULTILATERAL', 'EU', 'FOUNDATION', 'GOVERNMENT', 'PRIVATE')),
     CONSTRAINT "organization_institution_category_is_known" CHECK ("type" <> 'Institution' OR "category" IN ('NATIONAL_GOVERNMENT', 'PROVINCIAL_GOVERNMENT', 'LOCAL_GOVERNMENT', 'ACADEMIA', 'CHAMBER', 'DEVELOPMENT_AGENCY', 'INTERNATIONAL_BODY', 'BUSINESS_SUPPORT')),
     CONSTRAINT "organization_partner_category_is_known" CHECK ("type" <> 'Partner' OR "category" IN ('FOREIGN_CLUSTER', 'DOMESTIC_CLUSTER', 'NETWORK', 'NGO', 'OTHER')),
     CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "person" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "slug" text COLLATE "C" NOT NULL,
     "name" text NOT NULL,
     CONSTRAINT "person_slug_is_unique" UNIQUE ("slug"),
     CONSTRAINT "person_slug_is_plain" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
     CONSTRAINT "person_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "advocacy_case" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "slug" text COLLATE "C" NOT NULL,
     "title" text NOT NULL,
     "subject_act" text,
     "description" text,
     "target_id" uuid,
     "target_type" text,
     "level" text,
     "representative_id" uuid,
     "standing" text,
     "status" text NOT NULL,
     "opened_on" text COLLATE "C",
     "closed_on" text COLLATE "C",
     "outcome" text,
     CONSTRAINT "advocacy_case_slug_is_unique" UNIQUE ("slug"),
     CONSTRAINT "advocacy_case_target_is_institution" CHECK (("target_id" IS NULL) = ("target_type" IS NULL) AND "target_type" = 'Institution'),
     CONSTRAINT "advocacy_case_is_not_open_and_closed" CHECK ("closed_on" IS NULL OR "status" <> 'OPEN'),
     CONSTRAINT "advocacy_case_closes_after_it_opens" CHECK (left("closed_on", length("opened_on")) >= left("opened_on", length("closed_on"))),
     CONSTRAINT "advocacy_case_closed_on_is_partial_date" CHECK (is_partial_date("closed_on")),
     CONSTRAINT "advocacy_case_opened_on_is_partial_date" CHECK (is_partial_date("opened_on")),
     CONSTRAINT "advocacy_case_slug_is_plain" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
     CONSTRAINT "advocacy_case_standing_is_known" CHECK ("standing" IN ('REGISTERED_LOBBYIST', 'LEGAL_REPRESENTATIVE', 'ASSOCIATION_REPRESENTATIVE')),
     CONSTRAINT "advocacy_case_status_is_known" CHECK ("status" IN ('OPEN', 'SUCCEEDED', 'PARTLY_SUCCEEDED', 'FAILED', 'WITHDRAWN')),
     CONSTRAINT "advocacy_case_level_is_known" CHECK ("level" IN ('NATIONAL', 'PROVINCIAL', 'LOCAL')),
     CONSTRAINT "advocacy_case_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "advocacy_beneficiary" (
     "advocacy_case_id" uuid NOT NULL,
     "organization_id" uuid NOT NULL,
     CONSTRAINT "advocacy_beneficiary_pkey" PRIMARY KEY ("advocacy_case_id", "organization_id")
   )`,
  `CREATE TABLE "announcement" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "slug" text COLLATE "C" NOT NULL,
     "title" text NOT NULL,
     "body" text NOT NULL,
     "language" text NOT NULL,
     "published_on" text COLLATE "C",
     "author_id" uuid NOT NULL,
     CONSTRAINT "announcement_slug_is_unique" UNIQUE ("slug"),
     CONSTRAINT "announcement_published_on_is_partial_date" CHECK (is_partial_date("published_on")),
     CONSTRAINT "announcement_slug_is_plain" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
     CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "quote" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "announcement_id" uuid NOT NULL,
     "person_id" uuid NOT NULL,
     "position" smallint NOT NULL,
     "text" text NOT NULL,
     "attribution" text,
     CONSTRAINT "quote_position_is_unique_in_its_announcement" UNIQUE ("announcement_id", "position"),
     CONSTRAINT "quote_position_is_positive" CHECK ("position" >= 1),
     CONSTRAINT "quote_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "sector" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "scheme" text COLLATE "C" NOT NULL,
     "code" text COLLATE "C" NOT NULL,
     "title" text NOT NULL,
     "parent_id" uuid,
     CONSTRAINT "sector_id_and_scheme_are_unique" UNIQUE ("id", "scheme"),
     CONSTRAINT "sector_code_is_unique_in_its_scheme" UNIQUE ("scheme", "code"),
     CONSTRAINT "sector_scheme_is_known" CHECK ("scheme" IN ('NACE_REV2', 'NACE_REV2_1', 'EU_ECOSYSTEM', 'DAC')),
     CONSTRAINT "sector_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "initiative" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "slug" text COLLATE "C" NOT NULL,
     "title" text NOT NULL,
     "kind" text NOT NULL,
     "stage" text,
     "description" text,
     "challenges" text array NOT NULL,
     "started_on" text COLLATE "C",
     "ended_on" text COLLATE "C",
     "results" text,
     "website" text,
     CONSTRAINT "initiative_slug_is_unique" UNIQUE ("slug"),
     CONSTRAINT "initiative_ends_after_it_starts" CHECK (left("ended_on", length("started_on")) >= left("started_on", length("ended_on"))),
     CONSTRAINT "initiative_ended_on_is_partial_date" CHECK (is_partial_date("ended_on")),
     CONSTRAINT "initiative_started_on_is_partial_date" CHECK (is_partial_date("started_on")),
     CONSTRAINT "initiative_challenges_are_known" CHECK ("challenges" <@ ARRAY['AWARENESS', 'MANAGERIAL_CAPACITY', 'FINANCE', 'INTERNATIONALISATION', 'INNOVATION', 'SKILLS']),
     CONSTRAINT "initiative_stage_only_of_new_cluster" CHECK ("stage" IS NULL OR "kind" = 'NEW_CLUSTER'),
     CONSTRAINT "initiative_slug_is_plain" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
     CONSTRAINT "initiative_stage_is_known" CHECK ("stage" IN ('SEEKING', 'DEVELOPING', 'ESTABLISHED')),
     CONSTRAINT "initiative_kind_is_known" CHECK ("kind" IN ('NEW_CLUSTER', 'PROJECT', 'PROGRAMME', 'SERVICE')),
     CONSTRAINT "initiative_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "initiative_participation" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "since" text COLLATE "C",
     "until" text COLLATE "C",
     "attested_on" text COLLATE "C",
     "status" text NOT NULL,
     "organization_id" uuid NOT NULL,
     "initiative_id" uuid NOT NULL,
     "role" text NOT NULL,
     CONSTRAINT "initiative_participation_is_recorded_once" UNIQUE ("initiative_id", "organization_id", "role"),
     CONSTRAINT "tie_status_is_known" CHECK ("status" IN ('CURRENT', 'ENDED', 'UNKNOWN')),
     CONSTRAINT "tie_since_is_partial_date" CHECK (is_partial_date("since")),
     CONSTRAINT "tie_until_is_partial_date" CHECK (is_partial_date("until")),
     CONSTRAINT "tie_attested_on_is_partial_date" CHECK (is_partial_date("attested_on")),
     CONSTRAINT "tie_has_an_end_only_if_ended" CHECK ("until" IS NULL OR "status" = 'ENDED'),
     CONSTRAINT "tie_ends_after_it_starts" CHECK (left("until", length("since")) >= left("since", length("until"))),
     CONSTRAINT "initiative_participation_role_is_known" CHECK ("role" IN ('LEAD', 'PARTNER', 'IMPLEMENTER', 'BENEFICIARY', 'ASSOCIATED')),
     CONSTRAINT "initiative_participation_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "initiative_sector" (
     "initiative_id" uuid NOT NULL,
     "sector_id" uuid NOT NULL,
     CONSTRAINT "initiative_sector_pkey" PRIMARY KEY ("initiative_id", "sector_id")
   )`,
  `CREATE TABLE "initiative_region" (
     "initiative_id" uuid NOT NULL,
     "region_id" uuid NOT NULL,
     CONSTRAINT "initiative_region_pkey" PRIMARY KEY ("initiative_id", "region_id")
   )`,
  `CREATE TABLE "claim" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "organization_id" uuid,
     "initiative_id" uuid,
     "indicator" text COLLATE "C" NOT NULL,
     "scope" text NOT NULL,
     "qualifier" text NOT NULL,
     "number" numeric,
     "currency" text,
     "date" text COLLATE "C",
     "as_of" text COLLATE "C",
     "note" text,
     CONSTRAINT "claim_as_of_is_partial_date" CHECK (is_partial_date("as_of")),
     CONSTRAINT "claim_date_is_partial_date" CHECK (is_partial_date("date")),
     CONSTRAINT "claim_number_is_not_negative" CHECK ("number" >= 0),
     CONSTRAINT "claim_currency_is_iso_4217" CHECK ("currency" ~ '^[A-Z]{3}$'),
     CONSTRAINT "claim_currency_where_indicator_is_money" CHECK (("currency" IS NOT NULL) = ("indicator" IN ('ANNUAL_REVENUE', 'EXPORTS', 'TOTAL_BUDGET', 'EU_CONTRIBUTION', 'PARTICIPANT_BUDGET'))),
     CONSTRAINT "claim_date_where_indicator_is_a_date" CHECK (("date" IS NOT NULL) = ("indicator" IN ('FOUNDED_ON', 'STARTED_ON', 'ENDED_ON'))),
     CONSTRAINT "claim_has_number_or_date" CHECK (num_nonnulls("number", "date") = 1),
     CONSTRAINT "claim_has_one_subject" CHECK (num_nonnulls("organization_id", "initiative_id") = 1),
     CONSTRAINT "claim_qualifier_is_known" CHECK ("qualifier" IN ('EXACT', 'ABOUT', 'AT_LEAST', 'OVER', 'AT_MOST', 'UNDER')),
     CONSTRAINT "claim_scope_is_known" CHECK ("scope" IN ('ITSELF', 'MEMBERS_TOGETHER')),
     CONSTRAINT "claim_indicator_is_known" CHECK ("indicator" IN ('EMPLOYEES', 'MEMBERS', 'COMPANY_MEMBERS', 'SME_MEMBERS', 'INSTITUTION_MEMBERS', 'ANNUAL_REVENUE', 'EXPORTS', 'EXPORT_SHARE', 'WOMEN_SHARE', 'FOUNDED_ON', 'TOTAL_BUDGET', 'EU_CONTRIBUTION', 'EU_CONTRIBUTION_SHARE', 'OWN_CONTRIBUTION_SHARE', 'PARTICIPANT_BUDGET', 'PARTICIPANTS', 'STARTED_ON', 'ENDED_ON')),
     CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "cooperation_offer" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "since" text COLLATE "C",
     "until" text COLLATE "C",
     "attested_on" text COLLATE "C",
     "status" text NOT NULL,
     "slug" text COLLATE "C" NOT NULL,
     "organization_id" uuid NOT NULL,
     "direction" text NOT NULL,
     "title" text NOT NULL,
     "description" text,
     CONSTRAINT "cooperation_offer_slug_is_unique" UNIQUE ("slug"),
     CONSTRAINT "tie_status_is_known" CHECK ("status" IN ('CURRENT', 'ENDED', 'UNKNOWN')),
     CONSTRAINT "tie_since_is_partial_date" CHECK (is_partial_date("since")),
     CONSTRAINT "tie_until_is_partial_date" CHECK (is_partial_date("until")),
     CONSTRAINT "tie_attested_on_is_partial_date" CHECK (is_partial_date("attested_on")),
     CONSTRAINT "tie_has_an_end_only_if_ended" CHECK ("until" IS NULL OR "status" = 'ENDED'),
     CONSTRAINT "tie_ends_after_it_starts" CHECK (left("until", length("since")) >= left("since", length("until"))),
     CONSTRAINT "cooperation_offer_slug_is_plain" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
     CONSTRAINT "cooperation_offer_direction_is_known" CHECK ("direction" IN ('OFFERS', 'NEEDS')),
     CONSTRAINT "cooperation_offer_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "cooperation_offer_sector" (
     "cooperation_offer_id" uuid NOT NULL,
     "sector_id" uuid NOT NULL,
     CONSTRAINT "cooperation_offer_sector_pkey" PRIMARY KEY ("cooperation_offer_id", "sector_id")
   )`,
  `CREATE TABLE "event" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "slug" text COLLATE "C" NOT NULL,
     "title" text NOT NULL,
     "description" text,
     "starts_at" TIMESTAMP WITH TIME ZONE NOT NULL,
     "ends_at" TIMESTAMP WITH TIME ZONE,
     "time_zone" text NOT NULL,
     "venue" text,
     "address" text,
     "city" text,
     "country" text,
     "region_id" uuid,
     "audience" text array NOT NULL,
     CONSTRAINT "event_slug_is_unique" UNIQUE ("slug"),
     CONSTRAINT "event_country_is_two_letters" CHECK ("country" ~ '^[A-Z]{2}$'),
     CONSTRAINT "event_ends_after_it_starts" CHECK ("ends_at" > "starts_at"),
     CONSTRAINT "event_slug_is_plain" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
     CONSTRAINT "event_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "event_organizer" (
     "event_id" uuid NOT NULL,
     "organization_id" uuid NOT NULL,
     CONSTRAINT "event_organizer_pkey" PRIMARY KEY ("event_id", "organization_id")
   )`,
  `CREATE TABLE "excellence_label" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "cluster_id" uuid NOT NULL,
     "cluster_type" text NOT NULL,
     "level" text NOT NULL,
     "awarded_on" text COLLATE "C",
     "valid_until" text COLLATE "C",
     CONSTRAINT "excellence_label_is_of_a_cluster" CHECK ("cluster_type" = 'Cluster'),
     CONSTRAINT "excellence_label_expires_after_award" CHECK (left("valid_until", length("awarded_on")) >= left("awarded_on", length("valid_until"))),
     CONSTRAINT "excellence_label_valid_until_is_partial_date" CHECK (is_partial_date("valid_until")),
     CONSTRAINT "excellence_label_awarded_on_is_partial_date" CHECK (is_partial_date("awarded_on")),
     CONSTRAINT "excellence_label_level_is_known" CHECK ("level" IN ('BRONZE', 'SILVER', 'GOLD', 'OTHER')),
     CONSTRAINT "excellence_label_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "identifier" (
     "scheme" text COLLATE "C" NOT NULL,
     "value" text COLLATE "C" NOT NULL,
     "organization_id" uuid NOT NULL,
     "rank" smallint NOT NULL,
     "source_id" uuid NOT NULL,
     CONSTRAINT "identifier_rank_is_positive" CHECK ("rank" >= 1),
     CONSTRAINT "identifier_value_is_not_empty" CHECK ("value" ~ '^\\S+$'),
     CONSTRAINT "identifier_scheme_is_an_org_id_list" CHECK ("scheme" ~ '^[A-Z]{2,3}(-[A-Z0-9_]+)+$'),
     CONSTRAINT "identifier_pkey" PRIMARY KEY ("scheme", "value")
   )`,
  `CREATE TABLE "membership" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "since" text COLLATE "C",
     "until" text COLLATE "C",
     "attested_on" text COLLATE "C",
     "status" text NOT NULL,
     "member_id" uuid NOT NULL,
     "group_id" uuid NOT NULL,
     "group_type" text NOT NULL,
     "class" text NOT NULL,
     CONSTRAINT "tie_status_is_known" CHECK ("status" IN ('CURRENT', 'ENDED', 'UNKNOWN')),
     CONSTRAINT "tie_since_is_partial_date" CHECK (is_partial_date("since")),
     CONSTRAINT "tie_until_is_partial_date" CHECK (is_partial_date("until")),
     CONSTRAINT "tie_attested_on_is_partial_date" CHECK (is_partial_date("attested_on")),
     CONSTRAINT "tie_has_an_end_only_if_ended" CHECK ("until" IS NULL OR "status" = 'ENDED'),
     CONSTRAINT "tie_ends_after_it_starts" CHECK (left("until", length("since")) >= left("since", length("until"))),
     CONSTRAINT "membership_group_is_cluster_or_association" CHECK ("group_type" IN ('Cluster', 'Association')),
     CONSTRAINT "membership_is_not_of_oneself" CHECK ("member_id" <> "group_id"),
     CONSTRAINT "membership_class_is_known" CHECK ("class" IN ('FOUNDING', 'REGULAR', 'HONORARY', 'ASSOCIATE')),
     CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "organization_name" (
     "organization_id" uuid NOT NULL,
     "text" text COLLATE "C" NOT NULL,
     "kind" text NOT NULL,
     "language" text,
     "script" text,
     "source_id" uuid NOT NULL,
     CONSTRAINT "organization_name_script_is_iso15924" CHECK ("script" ~ '^[A-Z][a-z]{3}$'),
     CONSTRAINT "organization_name_language_is_bcp47" CHECK ("language" ~ '^[a-z]{2,3}$'),
     CONSTRAINT "organization_name_kind_is_known" CHECK ("kind" IN ('OFFICIAL', 'TRANSLATION', 'TRANSLITERATION', 'ACRONYM', 'FORMER', 'ALIAS')),
     CONSTRAINT "organization_name_pkey" PRIMARY KEY ("organization_id", "text")
   )`,
  `CREATE TABLE "organization_sector" (
     "organization_id" uuid NOT NULL,
     "sector_id" uuid NOT NULL,
     CONSTRAINT "organization_sector_pkey" PRIMARY KEY ("organization_id", "sector_id")
   )`,
  `CREATE TABLE "partnership" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "since" text COLLATE "C",
     "until" text COLLATE "C",
     "attested_on" text COLLATE "C",
     "status" text NOT NULL,
     "slug" text COLLATE "C" NOT NULL,
     "title" text NOT NULL,
     "kind" text NOT NULL,
     "description" text,
     CONSTRAINT "partnership_slug_is_unique" UNIQUE ("slug"),
     CONSTRAINT "tie_status_is_known" CHECK ("status" IN ('CURRENT', 'ENDED', 'UNKNOWN')),
     CONSTRAINT "tie_since_is_partial_date" CHECK (is_partial_date("since")),
     CONSTRAINT "tie_until_is_partial_date" CHECK (is_partial_date("until")),
     CONSTRAINT "tie_attested_on_is_partial_date" CHECK (is_partial_date("attested_on")),
     CONSTRAINT "tie_has_an_end_only_if_ended" CHECK ("until" IS NULL OR "status" = 'ENDED'),
     CONSTRAINT "tie_ends_after_it_starts" CHECK (left("until", length("since")) >= left("since", length("until"))),
     CONSTRAINT "partnership_slug_is_plain" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
     CONSTRAINT "partnership_kind_is_known" CHECK ("kind" IN ('MEMORANDUM', 'CONSORTIUM', 'NETWORK', 'TRAINING', 'RESEARCH', 'TRADE', 'SUPPORT')),
     CONSTRAINT "partnership_pkey" PRIMARY KEY ("id")
   )`,
  `CREATE TABLE "partnership_party" (
     "partnership_id" uuid NOT NULL,
     "organization_id" uuid NOT NULL,
     "role" text NOT NULL,
     CONSTRAINT "partnership_party_role_is_known" CHECK ("role" IN ('INITIATOR', 'COORDINATOR', 'PARTY', 'SUPPORTER', 'SUPPORTED')),
     CONSTRAINT "partnership_party_pkey" PRIMARY KEY ("partnership_id", "organization_id")
   )`,
  `CREATE TABLE "seat" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "since" text COLLATE "C",
     "until" text COLLATE "C",
     "attested_on" text COLLATE "C",
     "status" text NOT NULL,
     "person_id" uuid NOT NULL,
     "organization_id" uuid NOT NULL,
     "organization_type" text NOT NULL,
     "role" text NOT NULL,
     "body" text,
     "nominated_by_id" uuid,
     CONSTRAINT "tie_status_is_known" CHECK ("status" IN ('CURRENT', 'ENDED', 'UNKNOWN')),
     CONSTRAINT "tie_since_is_partial_date" CHECK (is_partial_date("since")),
     CONSTRAINT "tie_until_is_partial_date" CHECK (is_partial_date("until")),
     CONSTRAINT "tie_attested_on_is_partial_date" CHECK (is_partial_date("attested_on")),
     CONSTRAINT "tie_has_an_end_only_if_ended" CHECK ("until" IS NULL OR "status" = 'ENDED'),
     CONSTRAINT "tie_ends_after_it_starts" CHECK (left("until", length("since")) >= left("since", length("until"))),
     CONSTRAINT "seat_is_in_cluster_or_association" CHECK ("organization_type" IN ('Cluster', 'Association')),
     CONSTRAINT "seat_role_is_known" CHECK ("role" IN ('CHAIRPERSON', 'MEMBER', 'MANAGER')),
     CONSTRAINT "seat_pkey" PRIMARY KEY ("id")
   )`,
];

const INDEXES = [
  `CREATE INDEX "region_parent" ON "region" ("parent_id")`,
  `CREATE INDEX "organization_region" ON "organization" ("region_id")`,
  `CREATE INDEX "organization_sort_name" ON "organization" ("sort_name", "id")`,
  `CREATE INDEX "organization_type_sort_name" ON "organization" ("type", "sort_name", "id")`,
  `CREATE INDEX "organization_type" ON "organization" ("type")`,
  `CREATE INDEX "advocacy_case_representative" ON "advocacy_case" ("representative_id")`,
  `CREATE INDEX "advocacy_case_target" ON "advocacy_case" ("target_id")`,
  `CREATE INDEX "advocacy_beneficiary_organization_advocacy_case" ON "advocacy_beneficiary" ("organization_id", "advocacy_case_id")`,
  `CREATE INDEX "announcement_author" ON "announcement" ("author_id")`,
  `CREATE INDEX "quote_person" ON "quote" ("person_id")`,
  `CREATE INDEX "sector_parent" ON "sector" ("parent_id")`,
  `CREATE INDEX "initiative_participation_organization" ON "initiative_participation" ("organization_id")`,
  `CREATE INDEX "initiative_sector_sector_initiative" ON "initiative_sector" ("sector_id", "initiative_id")`,
  `CREATE INDEX "initiative_region_region_initiative" ON "initiative_region" ("region_id", "initiative_id")`,
  `CREATE INDEX "claim_source" ON "claim" ("source_id")`,
  `CREATE INDEX "claim_initiative_indicator" ON "claim" ("initiative_id", "indicator")`,
  `CREATE INDEX "claim_organization_indicator" ON "claim" ("organization_id", "indicator")`,
  `CREATE INDEX "cooperation_offer_organization" ON "cooperation_offer" ("organization_id")`,
  `CREATE INDEX "cooperation_offer_sector_sector_cooperation_offer" ON "cooperation_offer_sector" ("sector_id", "cooperation_offer_id")`,
  `CREATE INDEX "event_region" ON "event" ("region_id")`,
  `CREATE INDEX "event_starts_at_id" ON "event" ("starts_at", "id")`,
  `CREATE INDEX "event_organizer_organization_event" ON "event_organizer" ("organization_id", "event_id")`,
  `CREATE INDEX "excellence_label_cluster" ON "excellence_label" ("cluster_id")`,
  `CREATE UNIQUE INDEX "identifier_organization_rank" ON "identifier" ("organization_id", "rank")`,
  `CREATE INDEX "organization_sector_sector_organization" ON "organization_sector" ("sector_id", "organization_id")`,
  `CREATE INDEX "partnership_party_organization_partnership" ON "partnership_party" ("organization_id", "partnership_id")`,
  `CREATE INDEX "seat_nominated_by" ON "seat" ("nominated_by_id")`,
  `CREATE INDEX "seat_organization" ON "seat" ("organization_id")`,
];

const FOREIGN_KEYS = [
  `ALTER TABLE "region" ADD CONSTRAINT "region_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "region" ADD CONSTRAINT "region_parent_exists" FOREIGN KEY ("parent_id") REFERENCES "region"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "organization" ADD CONSTRAINT "organization_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "organization" ADD CONSTRAINT "organization_region_exists" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "person" ADD CONSTRAINT "person_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "advocacy_case" ADD CONSTRAINT "advocacy_case_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "advocacy_case" ADD CONSTRAINT "advocacy_case_representative_exists" FOREIGN KEY ("representative_id") REFERENCES "person"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "advocacy_case" ADD CONSTRAINT "advocacy_case_target_target_type_exists" FOREIGN KEY ("target_id", "target_type") REFERENCES "organization"("id","type") ON DELETE RESTRICT`,
  `ALTER TABLE "advocacy_beneficiary" ADD CONSTRAINT "advocacy_beneficiary_advocacy_case_exists" FOREIGN KEY ("advocacy_case_id") REFERENCES "advocacy_case"("id") ON DELETE CASCADE`,
  `ALTER TABLE "advocacy_beneficiary" ADD CONSTRAINT "advocacy_beneficiary_organization_exists" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "announcement" ADD CONSTRAINT "announcement_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "announcement" ADD CONSTRAINT "announcement_author_exists" FOREIGN KEY ("author_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "quote" ADD CONSTRAINT "quote_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "quote" ADD CONSTRAINT "quote_announcement_exists" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE CASCADE`,
  `ALTER TABLE "quote" ADD CONSTRAINT "quote_person_exists" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "sector" ADD CONSTRAINT "sector_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "sector" ADD CONSTRAINT "sector_parent_scheme_exists" FOREIGN KEY ("parent_id", "scheme") REFERENCES "sector"("id","scheme") ON DELETE RESTRICT`,
  `ALTER TABLE "initiative" ADD CONSTRAINT "initiative_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "initiative_participation" ADD CONSTRAINT "initiative_participation_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "initiative_participation" ADD CONSTRAINT "initiative_participation_organization_exists" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "initiative_participation" ADD CONSTRAINT "initiative_participation_initiative_exists" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "initiative_sector" ADD CONSTRAINT "initiative_sector_initiative_exists" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE`,
  `ALTER TABLE "initiative_sector" ADD CONSTRAINT "initiative_sector_sector_exists" FOREIGN KEY ("sector_id") REFERENCES "sector"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "initiative_region" ADD CONSTRAINT "initiative_region_initiative_exists" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE CASCADE`,
  `ALTER TABLE "initiative_region" ADD CONSTRAINT "initiative_region_region_exists" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "claim" ADD CONSTRAINT "claim_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "claim" ADD CONSTRAINT "claim_organization_exists" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "claim" ADD CONSTRAINT "claim_initiative_exists" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "cooperation_offer" ADD CONSTRAINT "cooperation_offer_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "cooperation_offer" ADD CONSTRAINT "cooperation_offer_organization_exists" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "cooperation_offer_sector" ADD CONSTRAINT "cooperation_offer_sector_cooperation_offer_exists" FOREIGN KEY ("cooperation_offer_id") REFERENCES "cooperation_offer"("id") ON DELETE CASCADE`,
  `ALTER TABLE "cooperation_offer_sector" ADD CONSTRAINT "cooperation_offer_sector_sector_exists" FOREIGN KEY ("sector_id") REFERENCES "sector"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "event" ADD CONSTRAINT "event_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "event" ADD CONSTRAINT "event_region_exists" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "event_organizer" ADD CONSTRAINT "event_organizer_event_exists" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE`,
  `ALTER TABLE "event_organizer" ADD CONSTRAINT "event_organizer_organization_exists" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "excellence_label" ADD CONSTRAINT "excellence_label_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "excellence_label" ADD CONSTRAINT "excellence_label_cluster_cluster_type_exists" FOREIGN KEY ("cluster_id", "cluster_type") REFERENCES "organization"("id","type") ON DELETE RESTRICT`,
  `ALTER TABLE "identifier" ADD CONSTRAINT "identifier_organization_exists" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE`,
  `ALTER TABLE "identifier" ADD CONSTRAINT "identifier_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "membership" ADD CONSTRAINT "membership_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "membership" ADD CONSTRAINT "membership_member_exists" FOREIGN KEY ("member_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "membership" ADD CONSTRAINT "membership_group_group_type_exists" FOREIGN KEY ("group_id", "group_type") REFERENCES "organization"("id","type") ON DELETE RESTRICT`,
  `ALTER TABLE "organization_name" ADD CONSTRAINT "organization_name_organization_exists" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE`,
  `ALTER TABLE "organization_name" ADD CONSTRAINT "organization_name_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "organization_sector" ADD CONSTRAINT "organization_sector_organization_exists" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE`,
  `ALTER TABLE "organization_sector" ADD CONSTRAINT "organization_sector_sector_exists" FOREIGN KEY ("sector_id") REFERENCES "sector"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "partnership" ADD CONSTRAINT "partnership_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "partnership_party" ADD CONSTRAINT "partnership_party_partnership_exists" FOREIGN KEY ("partnership_id") REFERENCES "partnership"("id") ON DELETE CASCADE`,
  `ALTER TABLE "partnership_party" ADD CONSTRAINT "partnership_party_organization_exists" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "seat" ADD CONSTRAINT "seat_source_exists" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "seat" ADD CONSTRAINT "seat_person_exists" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "seat" ADD CONSTRAINT "seat_nominated_by_exists" FOREIGN KEY ("nominated_by_id") REFERENCES "organization"("id") ON DELETE RESTRICT`,
  `ALTER TABLE "seat" ADD CONSTRAINT "seat_organization_organization_type_exists" FOREIGN KEY ("organization_id", "organization_type") REFERENCES "organization"("id","type") ON DELETE RESTRICT`,
];

/** One row for each text by which something can be found. Kept by triggers on the tables themselves. */
const SEARCH_ENTRY = [
  `CREATE TABLE "search_entry" (
     "node_id" uuid NOT NULL,
     "node_type" text COLLATE "C" NOT NULL,
     "field" text COLLATE "C" NOT NULL,
     "text" text NOT NULL,
     "folded" text COLLATE "C" GENERATED ALWAYS AS (search_fold("text")) STORED,
     CONSTRAINT "search_entry_pkey" PRIMARY KEY ("node_id", "field")
   )`,
  `CREATE INDEX "search_entry_folded_trigrams" ON "search_entry" USING gin ("folded" gin_trgm_ops)`,
  // New rows by the statement: a bulk load has hundreds of thousands of them.
  `CREATE FUNCTION add_search_entries() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     field text := CASE WHEN TG_NARGS > 3 THEN format('%L || %I', TG_ARGV[2] || ':', TG_ARGV[2])
       ELSE quote_literal(TG_ARGV[2]) END;
   BEGIN
     EXECUTE format('INSERT INTO search_entry (node_id, node_type, field, text)
       SELECT %1$I, %2$L, %3$s, %4$I FROM added WHERE %4$I IS NOT NULL',
       TG_ARGV[1], TG_ARGV[0], field, TG_ARGV[2]);
     RETURN NULL;
   END $$`,
  `CREATE FUNCTION keep_search_entry() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     type_name text := TG_ARGV[0];
     id_column text := TG_ARGV[1];
     text_column text := TG_ARGV[2];
     is_part boolean := TG_NARGS > 3;
     old_row jsonb := to_jsonb(OLD);
     new_row jsonb := to_jsonb(NEW);
   BEGIN
     DELETE FROM search_entry
     WHERE node_id = (old_row ->> id_column)::uuid
       AND field = text_column || CASE WHEN is_part THEN ':' || (old_row ->> text_column) ELSE '' END;
     IF new_row ->> text_column IS NOT NULL THEN
       INSERT INTO search_entry (node_id, node_type, field, text)
       VALUES ((new_row ->> id_column)::uuid, type_name,
         text_column || CASE WHEN is_part THEN ':' || (new_row ->> text_column) ELSE '' END,
         new_row ->> text_column);
     END IF;
     RETURN NULL;
   END $$`,
  ...[
    ['organization', 'ORGANIZATION', 'id', 'name'],
    ['organization_name', 'ORGANIZATION', 'organization_id', 'text', 'part'],
    ['sector', 'SECTOR', 'id', 'title'],
    ['sector', 'SECTOR', 'id', 'code'],
    ['region', 'REGION', 'id', 'name'],
    ['region', 'REGION', 'id', 'code'],
    ['partnership', 'PARTNERSHIP', 'id', 'title'],
    ['person', 'PERSON', 'id', 'name'],
    ['event', 'EVENT', 'id', 'title'],
    ['advocacy_case', 'ADVOCACY_CASE', 'id', 'title'],
    ['announcement', 'ANNOUNCEMENT', 'id', 'title'],
    ['cooperation_offer', 'COOPERATION_OFFER', 'id', 'title'],
    ['initiative', 'INITIATIVE', 'id', 'title'],
    ['source', 'SOURCE', 'id', 'title'],
  ].flatMap(([table, type, id, column, ...part]) => {
    const args = [type, id, column, ...part].map((text) => `'${String(text)}'`).join(', ');
    return [
      `CREATE TRIGGER "${String(table)}_${String(column)}_becomes_searchable" AFTER INSERT ON "${String(table)}"
       REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION add_search_entries(${args})`,
      `CREATE TRIGGER "${String(table)}_${String(column)}_stays_searchable" AFTER UPDATE OF "${String(column)}" OR DELETE ON "${String(table)}"
       FOR EACH ROW EXECUTE FUNCTION keep_search_entry(${args})`,
    ];
  }),
];

/** Checked when the transaction ends, since the parties come after the partnership. */
const TWO_PARTIES = [
  `CREATE FUNCTION refuse_partnership_of_fewer_than_two() RETURNS trigger LANGUAGE plpgsql AS $$
   DECLARE
     partnership uuid;
   BEGIN
     IF TG_TABLE_NAME = 'partnership' THEN partnership := NEW.id;
     ELSE partnership := OLD.partnership_id;
     END IF;
     IF EXISTS (SELECT FROM partnership p WHERE p.id = partnership)
       AND (SELECT count(*) FROM (
         SELECT FROM partnership_party q WHERE q.partnership_id = partnership LIMIT 2) AS two) < 2 THEN
       RAISE EXCEPTION 'partnership % has fewer than two parties', partnership
         USING ERRCODE = 'check_violation', CONSTRAINT = 'partnership_has_two_parties';
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE CONSTRAINT TRIGGER "partnership_has_two_parties" AFTER INSERT ON "partnership"
   DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_partnership_of_fewer_than_two()`,
  `CREATE CONSTRAINT TRIGGER "partnership_keeps_two_parties" AFTER DELETE OR UPDATE OF "partnership_id" ON "partnership_party"
   DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_partnership_of_fewer_than_two()`,
];

/** TypeORM cannot say these: over expressions, or with nulls taken as equal. */
const EXPRESSION_INDEXES = [
  `CREATE UNIQUE INDEX "membership_is_recorded_once" ON "membership" ("member_id", "group_id", "since") NULLS NOT DISTINCT`,
  `CREATE UNIQUE INDEX "seat_is_recorded_once" ON "seat" ("person_id", "organization_id", "role", "since") NULLS NOT DISTINCT`,
  `CREATE INDEX "membership_group_since" ON "membership" ("group_id", (coalesce("since", '9999')), "id")`,
  `CREATE INDEX "membership_member_since" ON "membership" ("member_id", (coalesce("since", '9999')), "id")`,
];

/**
 * What the words lead to, the best text of each node. `rank` is low for what fits well: the whole
 * text, its beginning, the beginning of a word in it, or something like it (trigrams), and among
 * equals the shorter text. Where a thousand texts have the words, those that are only like them are
 * not looked for.
 */
const SEARCH_NETWORK = `CREATE FUNCTION search_network(words text)
   RETURNS TABLE (id uuid, node_type text, matched text, score double precision, rank int)
   LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
   SET pg_trgm.word_similarity_threshold = 0.4
   AS $$
     WITH query AS (SELECT search_fold(words) AS q),
     literal AS MATERIALIZED (
       SELECT e.node_id, e.node_type, e.text, length(e.folded) AS size, CASE
           WHEN e.folded = query.q THEN 1
           WHEN starts_with(e.folded, query.q) THEN 0.9
           ELSE 0.8
         END::double precision AS score
       FROM query JOIN search_entry e
         ON e.folded LIKE query.q || '%' OR e.folded LIKE '% ' || query.q || '%'
     ), found AS (
       SELECT * FROM literal
       UNION ALL
       SELECT e.node_id, e.node_type, e.text, length(e.folded),
         0.75 * word_similarity(query.q, e.folded)
       FROM query JOIN search_entry e ON query.q <% e.folded
       WHERE NOT EXISTS (SELECT FROM literal OFFSET 999)
     ), best AS (
       SELECT DISTINCT ON (f.node_id) f.* FROM found f ORDER BY f.node_id, f.score DESC, f.size
     )
     SELECT b.node_id, b.node_type, b.text, b.score,
       (1000 - round(b.score * 1000))::int * 1000 + least(b.size, 999)
     FROM best b
   $$`;

/** A sector and all that it is divided into. */
const SECTORS_BELOW = `CREATE FUNCTION sectors_below(uuid) RETURNS SETOF uuid LANGUAGE sql STABLE PARALLEL SAFE ROWS 20 AS $$
   WITH RECURSIVE below AS (
     SELECT $1 AS id UNION SELECT s.id FROM sector s JOIN below b ON s.parent_id = b.id
   ) SELECT id FROM below $$`;

/** How TypeORM remembers the expression of a generated column. */
const GENERATED_COLUMNS = [
  `CREATE TABLE IF NOT EXISTS "typeorm_metadata" (
     "type" varchar NOT NULL, "database" varchar, "schema" varchar, "table" varchar, "name" varchar, "value" text
   )`,
  `INSERT INTO "typeorm_metadata" ("type", "database", "schema", "table", "name", "value")
   VALUES ('GENERATED_COLUMN', current_database(), 'public', 'organization', 'sort_name', 'search_fold("name")')`,
];

export class CreateNetwork1763900000000 implements MigrationInterface {
  readonly name = 'CreateNetwork1763900000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of [
      `CREATE EXTENSION IF NOT EXISTS pg_trgm`,
      IS_PARTIAL_DATE,
      SEARCH_FOLD,
      ...GENERATED_COLUMNS,
      ...TABLES,
      ...INDEXES,
      ...EXPRESSION_INDEXES,
      ...FOREIGN_KEYS,
      SECTORS_BELOW,
      ...SEARCH_ENTRY,
      SEARCH_NETWORK,
      ...TWO_PARTIES,
    ]) {
      await queryRunner.query(statement);
    }
  }

  /** The first migration: there is nothing to go back to. */
  down(): Promise<void> {
    return Promise.reject(
      new Error('The first migration cannot be undone. Drop the database instead.'),
    );
  }
}
