import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canBeInOrder, isPartialDate } from '../src/domain/partial-date.js';
import { partialDate } from './support/arbitraries.js';
import { openTestPlatform, type TestPlatform } from './support/test-platform.js';

/** Every rule that the database keeps, each broken by a row of its own. */
let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform('SYNTHETIC');
  await platform.database.dataSource.query(
    `INSERT INTO organization_merge (absorbed_id, absorbed_slug, kept_id, absorbed, duplicates, merged_at)
     SELECT gen_random_uuid(), 'absorbed', id, '{}', '[]', now() FROM organization LIMIT 1`,
  );
  await platform.database.dataSource.query(
    `INSERT INTO match_decision (key, organization_id, is_same, decided_at)
     SELECT 'RS-APR-1', id, true, now() FROM organization LIMIT 1`,
  );
  await platform.database.dataSource.query(
    `INSERT INTO grant_named_parent (grant_id, rank, identifier, format) SELECT id, 1, 'XM-DAC-7-P1', 'IATI' FROM "grant" LIMIT 1`,
  );
});
afterAll(() => platform.close());

/** The rule by which the statements are refused, those too that are looked at when all is done. */
async function ruleAgainst(...statements: readonly string[]): Promise<string | null> {
  const undo = new Error('Only tried.');
  try {
    await platform.database.dataSource.transaction(async (manager) => {
      for (const statement of statements) await manager.query(statement);
      await manager.query('SET CONSTRAINTS ALL IMMEDIATE');
      throw undo;
    });
  } catch (error) {
    if (error === undo) return null;
    const { constraint } = (error as { driverError?: { constraint?: string } }).driverError ?? {};
    if (constraint === undefined) throw error;
    return constraint;
  }
  return null;
}

/** The first row for which the condition holds, changed. */
const changed = (table: string, changes: string, condition = 'true') =>
  `UPDATE "${table}" SET ${changes} WHERE ctid = (SELECT ctid FROM "${table}" WHERE ${condition} LIMIT 1)`;
const organization = (type: string) =>
  `(SELECT id FROM organization WHERE type = '${type}' LIMIT 1)`;
const NEW_ID = 'gen_random_uuid()';

const TIES = ['membership', 'partnership', 'initiative_participation', 'seat', 'cooperation_offer'];
const WITH_SLUG = [
  'organization',
  'partnership',
  'person',
  'event',
  'advocacy_case',
  'announcement',
  'cooperation_offer',
  'initiative',
  'grant_programme',
];

/** Table, rule, what breaks it and it alone, and in which row. */
const BREAKING: readonly (readonly [string, string, string, string?])[] = [
  ...TIES.flatMap((table) => [
    [table, 'tie_status_is_known', `status = 'FORGOTTEN', until = NULL`] as const,
    [table, 'tie_since_is_partial_date', `since = '2013-13'`] as const,
    [
      table,
      'tie_until_is_partial_date',
      `until = '2013-02-30', status = 'ENDED', since = NULL`,
    ] as const,
    [table, 'tie_attested_on_is_partial_date', `attested_on = '13'`] as const,
    [table, 'tie_has_an_end_only_if_ended', `until = '2026', status = 'CURRENT'`] as const,
    [
      table,
      'tie_ends_after_it_starts',
      `since = '2013-06', until = '2013-05-31', status = 'ENDED'`,
    ] as const,
  ]),
  ...WITH_SLUG.map((table) => [table, `${table}_slug_is_plain`, `slug = 'Not Plain'`] as const),
  ['grant_named_parent', 'grant_named_parent_format_is_known', `format = 'PAPER'`],
  ['source', 'source_confidence_is_known', `confidence = 'HEARSAY'`],
  ['source', 'source_published_on_is_partial_date', `published_on = '2015-12-32'`],
  ['source', 'source_retrieved_on_is_day', `retrieved_on = '2015-12'`],
  ['region', 'region_level_is_0_to_3', `level = 4, code = 'RS1234'`, 'level = 3'],
  ['region', 'region_code_has_two_letters_and_a_digit_a_level', `code = 'RS1'`, 'level = 2'],
  ['region', 'region_code_has_two_letters_and_a_digit_a_level', `code = 'rs12'`, 'level = 2'],
  ['region', 'region_parent_unless_country', 'parent_id = NULL', 'level = 2'],
  ['region', 'region_parent_unless_country', 'parent_id = id', 'level = 0'],
  ['sector', 'sector_scheme_is_known', `scheme = 'ISIC'`, `code = '13'`],
  [
    'sector',
    'sector_parent_scheme_exists',
    `parent_id = (SELECT id FROM sector WHERE scheme = 'EU_ECOSYSTEM' LIMIT 1)`,
    `scheme = 'NACE_REV2'`,
  ],
  ['organization', 'organization_type_is_known', `type = 'Club'`, `type = 'Company'`],
  ['organization', 'organization_status_is_known', `status = 'ASLEEP'`],
  ['organization', 'organization_is_not_its_own_parent', 'parent_id = id'],
  ['match_decision', 'match_decision_key_is_not_empty', `key = ''`],
  ['organization', 'organization_country_is_two_letters', `country = 'SRB'`],
  ['organization', 'organization_coordinates_are_both_or_none', 'latitude = 45, longitude = NULL'],
  ['organization', 'organization_latitude_is_in_range', 'latitude = 91, longitude = 0'],
  ['organization', 'organization_longitude_is_in_range', 'latitude = 0, longitude = -181'],
  ['organization', 'organization_stage_is_known', `stage = 'YOUNG'`, `type = 'Cluster'`],
  ['organization', 'organization_size_class_is_known', `size_class = 'HUGE'`, `type = 'Company'`],
  [
    'organization',
    'organization_donor_category_is_known',
    `category = 'ACADEMIA'`,
    `type = 'Donor'`,
  ],
  [
    'organization',
    'organization_institution_category_is_known',
    `category = 'EU'`,
    `type = 'Institution'`,
  ],
  ['organization', 'organization_partner_category_is_known', `category = 'EU'`, `type = 'Partner'`],
  ['organization', 'organization_has_what_its_type_has', `stage = 'SEEKING'`, `type = 'Company'`],
  [
    'organization',
    'organization_has_what_its_type_has',
    `size_class = 'SMALL'`,
    `type = 'Cluster'`,
  ],
  ['organization', 'organization_has_what_its_type_has', `category = 'EU'`, `type = 'Association'`],
  ['organization_name', 'organization_name_kind_is_known', `kind = 'NICKNAME'`],
  ['organization_name', 'organization_name_language_is_bcp47', `language = 'Serbian'`],
  ['organization_name', 'organization_name_script_is_iso15924', `script = 'Latin'`],
  ['identifier', 'identifier_scheme_is_known_by_its_form', `scheme = 'APR'`],
  ['identifier', 'identifier_value_is_not_empty', `value = '06 115'`],
  ['identifier', 'identifier_value_is_not_empty', `value = ''`],
  ['identifier', 'identifier_rank_is_positive', 'rank = 0'],
  ['excellence_label', 'excellence_label_level_is_known', `level = 'PLATINUM'`],
  ['excellence_label', 'excellence_label_awarded_on_is_partial_date', `awarded_on = 'spring'`],
  ['excellence_label', 'excellence_label_valid_until_is_partial_date', `valid_until = '2017-00'`],
  [
    'excellence_label',
    'excellence_label_expires_after_award',
    `awarded_on = '2013', valid_until = '2012-12'`,
  ],
  ['excellence_label', 'excellence_label_is_of_a_cluster', `cluster_type = 'Association'`],
  [
    'excellence_label',
    'excellence_label_cluster_cluster_type_exists',
    `cluster_id = ${organization('Company')}`,
  ],
  ['membership', 'membership_class_is_known', `class = 'SLEEPING'`],
  ['membership', 'membership_is_not_of_oneself', 'member_id = group_id'],
  ['membership', 'membership_group_is_cluster_or_association', `group_type = 'Company'`],
  [
    'membership',
    'membership_group_group_type_exists',
    `group_id = ${organization('Company')}`,
    `class = 'FOUNDING'`,
  ],
  ['partnership', 'partnership_kind_is_known', `kind = 'FRIENDSHIP'`],
  ['partnership_party', 'partnership_party_role_is_known', `role = 'WITNESS'`],
  ['seat', 'seat_role_is_known', `role = 'TREASURER'`],
  ['seat', 'seat_is_in_cluster_or_association', `organization_type = 'Donor'`],
  [
    'seat',
    'seat_organization_organization_type_exists',
    `organization_id = ${organization('Company')}`,
  ],
  ['event', 'event_country_is_two_letters', `country = 'Serbia'`],
  ['event', 'event_ends_after_it_starts', 'ends_at = starts_at'],
  ['advocacy_case', 'advocacy_case_level_is_known', `level = 'GLOBAL'`],
  ['advocacy_case', 'advocacy_case_standing_is_known', `standing = 'FRIEND'`],
  ['advocacy_case', 'advocacy_case_status_is_known', `status = 'FORGOTTEN'`],
  [
    'advocacy_case',
    'advocacy_case_opened_on_is_partial_date',
    `opened_on = '2011-1', closed_on = NULL`,
  ],
  ['advocacy_case', 'advocacy_case_closed_on_is_partial_date', `closed_on = '2018-11-31'`],
  ['advocacy_case', 'advocacy_case_closes_after_it_opens', `closed_on = '2010-12-31'`],
  ['advocacy_case', 'advocacy_case_is_not_open_and_closed', `status = 'OPEN'`],
  [
    'advocacy_case',
    'advocacy_case_target_is_institution',
    `target_id = ${organization('Donor')}, target_type = 'Donor'`,
  ],
  [
    'advocacy_case',
    'advocacy_case_target_is_institution',
    `target_id = ${organization('Institution')}, target_type = NULL`,
  ],
  [
    'advocacy_case',
    'advocacy_case_target_target_type_exists',
    `target_id = ${organization('Donor')}, target_type = 'Institution'`,
  ],
  ['announcement', 'announcement_published_on_is_partial_date', `published_on = 'December'`],
  ['quote', 'quote_position_is_positive', 'position = 0'],
  ['cooperation_offer', 'cooperation_offer_direction_is_known', `direction = 'BOTH'`],
  ['initiative', 'initiative_kind_is_known', `kind = 'DREAM', stage = NULL`],
  ['initiative', 'initiative_stage_is_known', `stage = 'YOUNG', kind = 'NEW_CLUSTER'`],
  ['initiative', 'initiative_stage_only_of_new_cluster', `stage = 'SEEKING', kind = 'PROJECT'`],
  ['initiative', 'initiative_challenges_are_known', `challenges = '{FINANCE,WEATHER}'`],
  ['initiative', 'initiative_started_on_is_partial_date', `started_on = '2010-9'`],
  ['initiative', 'initiative_ended_on_is_partial_date', `ended_on = '20100914', started_on = NULL`],
  ['initiative', 'initiative_ends_after_it_starts', `started_on = '2013-06', ended_on = '2012'`],
  ['initiative_participation', 'initiative_participation_role_is_known', `role = 'SPECTATOR'`],
  [
    'claim',
    'claim_indicator_is_known',
    `indicator = 'MOOD', date = NULL, number = 1, currency = NULL`,
  ],
  ['claim', 'claim_scope_is_known', `scope = 'WORLD'`],
  ['claim', 'claim_qualifier_is_known', `qualifier = 'MAYBE'`],
  ['claim', 'claim_has_one_subject', 'organization_id = NULL, initiative_id = NULL'],
  [
    'claim',
    'claim_has_one_subject',
    'initiative_id = (SELECT id FROM initiative LIMIT 1)',
    'organization_id IS NOT NULL',
  ],
  ['claim', 'claim_has_number_or_date', 'number = 1', 'date IS NOT NULL'],
  ['claim', 'claim_date_where_indicator_is_a_date', `indicator = 'EMPLOYEES'`, 'date IS NOT NULL'],
  ['claim', 'claim_currency_where_indicator_is_money', `currency = 'EUR'`, `indicator = 'MEMBERS'`],
  ['claim', 'claim_currency_where_indicator_is_money', 'currency = NULL', `indicator = 'EXPORTS'`],
  ['claim', 'claim_currency_is_iso_4217', `currency = 'euro'`, `indicator = 'EXPORTS'`],
  ['claim', 'claim_number_is_not_negative', 'number = -1', `indicator = 'MEMBERS'`],
  ['claim', 'claim_date_is_partial_date', `date = '2010/09'`, 'date IS NOT NULL'],
  ['claim', 'claim_as_of_is_partial_date', `as_of = 'today'`],
  ['grant_programme', 'grant_programme_status_is_known', `status = 'OVER'`],
  [
    'grant_programme',
    'grant_programme_opened_on_is_partial_date',
    `opened_on = '2015-1', closed_on = NULL`,
  ],
  [
    'grant_programme',
    'grant_programme_closed_on_is_partial_date',
    `closed_on = '2015-13', opened_on = NULL`,
  ],
  [
    'grant_programme',
    'grant_programme_closes_after_it_opens',
    `opened_on = '2015', closed_on = '2014-12'`,
  ],
  ['grant_programme', 'grant_programme_budget_has_a_currency', `budget = 1, currency = NULL`],
  ['grant_programme', 'grant_programme_budget_has_a_currency', `budget = NULL, currency = 'EUR'`],
  ['grant_programme', 'grant_programme_currency_is_iso_4217', `budget = 1, currency = 'euro'`],
  ['grant_programme', 'grant_programme_budget_is_not_negative', `budget = -1, currency = 'EUR'`],
  ['grant', 'grant_scheme_is_known', `scheme = 'OURS'`],
  ['grant', 'grant_status_is_known', `status = 'DONE'`],
  ['grant', 'grant_regrant_is_known', `regrant = 'FRG010'`],
  ['grant', 'grant_currency_is_iso_4217', `currency = 'euro'`],
  ['grant', 'grant_is_not_paid_from_itself', 'parent_id = id'],
  ...['awarded_on', 'planned_start_on', 'planned_end_on', 'started_on', 'ended_on'].map(
    (column) => ['grant', `grant_${column}_is_partial_date`, `${column} = '2015/12'`] as const,
  ),
  ...['grant_sector', 'grant_location'].flatMap((table) =>
    ['0', '100.01'].map(
      (share) => [table, `${table}_percentage_is_a_share`, `percentage = ${share}`] as const,
    ),
  ),
  ['grant_location', 'grant_location_rank_is_positive', 'rank = 0'],
  ['grant_location', 'grant_location_country_is_two_letters', `country = 'SRB'`],
  [
    'grant_location',
    'grant_location_says_where',
    'name = NULL, country = NULL, region_id = NULL, latitude = NULL, longitude = NULL',
  ],
  [
    'grant_location',
    'grant_location_coordinates_are_both_or_none',
    'latitude = 45, longitude = NULL',
  ],
  ['grant_location', 'grant_location_latitude_is_in_range', 'latitude = 91, longitude = 0'],
  ['grant_location', 'grant_location_longitude_is_in_range', 'latitude = 0, longitude = -181'],
  ['grant_transaction', 'grant_transaction_kind_is_known', `kind = 'GIFT'`],
  [
    'grant_transaction',
    'grant_transaction_value_date_is_partial_date',
    `value_date = '1.11.2017', quarter = NULL`,
  ],
  ['grant_transaction', 'grant_transaction_made_on_is_partial_date', `made_on = 'Ongoing'`],
  ['grant_transaction', 'grant_transaction_country_is_two_letters', `country = 'SRB'`],
  ['grant_transaction', 'grant_transaction_quarter_of_a_year', `value_date = '2015', quarter = 5`],
  [
    'grant_transaction',
    'grant_transaction_quarter_of_a_year',
    `value_date = '2015-12', quarter = 4`,
  ],
  ['grant_transaction', 'grant_transaction_grant_currency_exists', `currency = 'XYZ'`],
  ['grant_budget', 'grant_budget_kind_is_known', `kind = 'FIRST'`],
  ['grant_budget', 'grant_budget_status_is_known', `status = 'SURE'`],
  ['grant_budget', 'grant_budget_starts_on_is_partial_date', `starts_on = '1.11.2017'`],
  ['grant_budget', 'grant_budget_ends_on_is_partial_date', `ends_on = 'Ongoing'`],
  ['grant_budget', 'grant_budget_value_date_is_partial_date', `value_date = '2017-13'`],
  ['grant_budget', 'grant_budget_grant_currency_exists', `currency = 'XYZ'`],
  ['exchange_rate', 'exchange_rate_currency_is_iso_4217', `currency = 'euro'`],
  ['exchange_rate', 'exchange_rate_month_is_month', `month = '2015'`],
  ['exchange_rate', 'exchange_rate_month_is_month', `month = '2015-00'`],
  ['exchange_rate', 'exchange_rate_is_positive', 'per_usd = 0'],
];

/** Table, rule, and what a second row has otherwise that breaks it; in which row if it matters. */
const TWICE: readonly (readonly [string, string, Readonly<Record<string, string>>, string?])[] = [
  ...['source', ...WITH_SLUG].map(
    (table) => [table, `${table}_slug_is_unique`, { id: NEW_ID }] as const,
  ),
  ['region', 'region_code_is_unique', { id: NEW_ID }],
  ['organization_merge', 'organization_merge_absorbed_slug_is_unique', { absorbed_id: NEW_ID }],
  [
    'match_decision',
    'match_decision_is_one_organization',
    { organization_id: `(SELECT id FROM organization WHERE slug = 'voict')` },
  ],
  ['sector', 'sector_code_is_unique_in_its_scheme', { id: NEW_ID }],
  ['identifier', 'identifier_organization_rank', { value: `'other'` }],
  ['membership', 'membership_is_recorded_once', { id: NEW_ID }, 'since IS NOT NULL'],
  ['membership', 'membership_is_recorded_once', { id: NEW_ID }, 'since IS NULL'],
  ['seat', 'seat_is_recorded_once', { id: NEW_ID, body: `'Assembly'` }, 'since IS NULL'],
  ['quote', 'quote_position_is_unique_in_its_announcement', { id: NEW_ID }],
  [
    'initiative_participation',
    'initiative_participation_is_recorded_once',
    { id: NEW_ID, since: `'2020'`, until: 'NULL', status: `'CURRENT'` },
  ],
  ['grant', 'grant_identifier_is_unique_in_its_scheme', { id: NEW_ID }],
  ['exchange_rate', 'exchange_rate_is_one_a_month', { id: NEW_ID }],
];
/** True of every row with an id of its own; they are there for foreign keys to point to. */
const BY_THE_ID_ALONE = [
  'organization_id_and_type_are_unique',
  'sector_id_and_scheme_are_unique',
  'grant_id_and_currency_are_unique',
];

/** Enforced by triggers; see below, and tests/data-set.test.ts for organizations. */
const BY_TRIGGER = [
  'partnership: partnership_has_two_parties',
  'partnership_party: partnership_keeps_two_parties',
  'grant: grant_is_not_paid_in_a_circle',
  'organization: organization_is_not_nested_in_a_circle',
];

interface Rule {
  readonly table: string;
  readonly name: string;
  readonly sort: 'CHECK' | 'UNIQUE' | 'PRIMARY KEY' | 'FOREIGN KEY' | 'TRIGGER';
  readonly columns: readonly string[];
}

/** Every rule of the database but that columns are not null. */
async function rules(): Promise<readonly Rule[]> {
  const rows = await platform.database.read(
    `SELECT (SELECT relname::text FROM pg_class WHERE oid = conrelid) AS "table", conname AS name,
       CASE contype WHEN 'c' THEN 'CHECK' WHEN 'u' THEN 'UNIQUE' WHEN 'p' THEN 'PRIMARY KEY'
         WHEN 'f' THEN 'FOREIGN KEY' ELSE 'TRIGGER' END AS sort,
       ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = conrelid AND attnum = ANY(conkey)) AS columns
     FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
       AND conrelid::regclass::text NOT IN ('migrations', 'typeorm_metadata')
     UNION ALL
     SELECT (SELECT relname::text FROM pg_class WHERE oid = indrelid), indexrelid::regclass::text, 'UNIQUE', '{}'
     FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE indisunique AND c.relnamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
     ORDER BY 1, 2`,
    [],
  );
  return rows as unknown as readonly Rule[];
}
const ofSort = async (...sorts: readonly Rule['sort'][]) =>
  (await rules()).filter(({ sort }) => sorts.includes(sort));

/** A second row like one that is there, but for some of its columns. */
async function copied(
  table: string,
  others: Readonly<Record<string, string>>,
  condition = 'true',
): Promise<string> {
  const columns = await platform.database.read(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  );
  const names = columns.map(({ name }) => name as string);
  return `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) OVERRIDING SYSTEM VALUE
    SELECT ${names.map((name) => others[name] ?? `"${name}"`).join(', ')} FROM "${table}" WHERE ${condition} LIMIT 1`;
}

describe('a rule of the database', () => {
  test.each(BREAKING)('on %s: %s', async (...[table, rule, changes, condition]) => {
    expect(await ruleAgainst(changed(table, changes, condition))).toBe(rule);
  });

  test.each(TWICE)('on %s: %s', async (...[table, rule, others, condition]) => {
    expect(await ruleAgainst(await copied(table, others, condition))).toBe(rule);
  });

  test('is tested here, without exception', async () => {
    const tried = new Set(
      [...BREAKING, ...TWICE].map(([table, name]) => `${table}: ${name}`).concat(BY_TRIGGER),
    );
    const composite = ({ sort, columns }: Rule) => sort !== 'FOREIGN KEY' || columns.length > 1;
    const all = (await rules())
      .filter(({ sort }) => sort !== 'PRIMARY KEY') // those and keys of one column: below
      .filter(composite)
      .filter(({ name }) => !BY_THE_ID_ALONE.includes(name))
      .map(({ table, name }) => `${table}: ${name}`);

    expect(all.length).toBeGreaterThan(100);
    expect(all.filter((name) => !tried.has(name))).toEqual([]);
    expect([...tried].filter((name) => !all.includes(name))).toEqual([]);
  });

  test('refuses two rows with the same primary key', async () => {
    const keys = await ofSort('PRIMARY KEY');

    expect(keys.length).toBeGreaterThan(20);
    for (const { table, name } of keys) {
      expect([table, await ruleAgainst(await copied(table, {}))]).toEqual([table, name]);
    }
  });

  test('refuses a reference to a missing row', async () => {
    const keys = (await ofSort('FOREIGN KEY')).filter(({ columns }) => columns.length === 1);

    expect(keys.length).toBeGreaterThan(40);
    for (const { table, name, columns } of keys) {
      const column = columns[0] ?? '';
      const [row] = await platform.database.read(
        `SELECT count("${column}")::int AS filled FROM "${table}"`,
        [],
      );
      const condition = row?.filled === 0 ? 'true' : `"${column}" IS NOT NULL`;
      expect([
        name,
        await ruleAgainst(changed(table, `"${column}" = ${NEW_ID}`, condition)),
      ]).toEqual([name, name]);
    }
  });

  test('refuses to change the type of an organization if its ties need it', async () => {
    expect(
      await ruleAgainst(`UPDATE organization SET type = 'Company' WHERE slug = 'ict-cs'`),
    ).toBe('membership_group_group_type_exists');
    expect(
      await ruleAgainst(`UPDATE organization SET type = 'Company' WHERE slug = 'scan'`),
    ).toMatch(/^(membership|seat)_/);
  });

  test('refuses to delete a row that others refer to', async () => {
    expect(await ruleAgainst(`DELETE FROM organization WHERE slug = 'voict'`)).toMatch(/_exists$/);
    expect(await ruleAgainst(`DELETE FROM source WHERE slug = 'scan-announcement'`)).toMatch(
      /_source_exists$/,
    );
    expect(await ruleAgainst(`DELETE FROM region WHERE code = 'RS12'`)).toMatch(/_exists$/);
  });
});

describe('a partnership', () => {
  const RULE = 'partnership_has_two_parties';
  const PAIR = `(SELECT id FROM partnership WHERE slug = 'vmc-kovoklastr')`;
  const SIX = `(SELECT id FROM partnership WHERE slug = 'memorandum-of-six-clusters-2013')`;
  const party = (partnership: string, slug: string) =>
    `INSERT INTO partnership_party (partnership_id, organization_id, role)
     SELECT ${partnership}, id, 'PARTY' FROM organization WHERE slug = '${slug}'`;
  const FRESH = `'0190c5e2-7b1a-8005-9f3d-5a2b6c7d8e9f'`;
  const fresh = () => copied('partnership', { id: FRESH, slug: `'fresh'` });

  test('with no party or a single party is refused', async () => {
    expect(await ruleAgainst(await fresh())).toBe(RULE);
    expect(await ruleAgainst(await fresh(), party(FRESH, 'scan'))).toBe(RULE);
  });

  test('with two parties is accepted, in any order of statements', async () => {
    expect(
      await ruleAgainst(await fresh(), party(FRESH, 'scan'), party(FRESH, 'voict')),
    ).toBeNull();
  });

  test('cannot be left with fewer than two parties', async () => {
    const leave = (partnership: string, count: number) =>
      `DELETE FROM partnership_party WHERE ctid IN (
         SELECT ctid FROM partnership_party WHERE partnership_id = ${partnership} LIMIT ${String(count)})`;

    expect(await ruleAgainst(leave(PAIR, 1))).toBe(RULE);
    expect(await ruleAgainst(leave(PAIR, 2))).toBe(RULE);
    expect(await ruleAgainst(leave(SIX, 5))).toBe(RULE);
    expect(await ruleAgainst(leave(SIX, 4))).toBeNull();
  });

  test('cannot lose its second party to another partnership', async () => {
    const move = (from: string, to: string) =>
      changed(
        'partnership_party',
        `partnership_id = ${to}`,
        `partnership_id = ${from} AND organization_id <> (SELECT id FROM organization WHERE slug = 'vmc')`,
      );

    expect(await ruleAgainst(move(PAIR, SIX))).toBe(RULE);
    expect(await ruleAgainst(move(SIX, PAIR))).toBeNull();
  });

  test('can be deleted together with its parties', async () => {
    expect(await ruleAgainst(`DELETE FROM partnership WHERE id = ${PAIR}`)).toBeNull();
  });

  test('can replace one party by another', async () => {
    expect(
      await ruleAgainst(
        `DELETE FROM partnership_party WHERE partnership_id = ${PAIR}`,
        party(PAIR, 'scan'),
        party(PAIR, 'voict'),
      ),
    ).toBeNull();
  });
});

describe('a grant that is paid from another', () => {
  const RULE = 'grant_is_not_paid_in_a_circle';
  const UNTIED = `SELECT id FROM "grant" g WHERE parent_id IS NULL AND NOT EXISTS (SELECT FROM "grant" WHERE parent_id = g.id) ORDER BY id LIMIT 3`;
  let ids: string[];
  beforeAll(async () => {
    ids = (await platform.database.read(UNTIED, [])).map(({ id }) => id as string);
  });
  const pay = (grant: number, from: number | null) =>
    `UPDATE "grant" SET parent_id = ${from === null ? 'NULL' : `'${ids[from] ?? ''}'`} WHERE id = '${ids[grant] ?? ''}'`;

  test('cannot be paid from itself through others', async () => {
    expect(await ruleAgainst(pay(0, 1), pay(1, 0))).toBe(RULE);
    expect(await ruleAgainst(pay(0, 1), pay(1, 2), pay(2, 0))).toBe(RULE);
  });

  test('can be paid through others, and swap places with them', async () => {
    expect(await ruleAgainst(pay(0, 1), pay(1, 2))).toBeNull();
    expect(await ruleAgainst(pay(0, 1), pay(1, 0), pay(0, null))).toBeNull();
  });

  test('is refused if one statement creates the whole cycle', async () => {
    const [a, b] = ['0190c5e2-7b1a-8014-9f3d-5a2b6c7d8e9f', '0190c5e2-7b1a-8014-9f3d-5a2b6c7d8e90'];
    expect(
      await ruleAgainst(
        `INSERT INTO "grant" (id, parent_id, identifier, scheme, title, source_id, funder_id, currency, to_individuals, is_secondary_report)
         SELECT x.id, x.parent, x.id, g.scheme, g.title, g.source_id, g.funder_id, g.currency, false, false
         FROM "grant" g, (VALUES ('${a}'::uuid, '${b}'::uuid), ('${b}', '${a}')) AS x(id, parent)
         WHERE g.id = '${ids[0] ?? ''}'`,
      ),
    ).toBe(RULE);
  });
});

describe('the database and the program', () => {
  test('accept the same partial dates', async () => {
    const part = fc.constantFrom(...'0 00 01 02 06 09 1 12 13 28 29 30 31 32  x'.split(' '));
    const year = fc.constantFrom(
      ...'0000 0001 1900 2000 2012 2013 2100 9999 213 20133 '.split(' '),
    );
    const text = fc.oneof(
      partialDate,
      year,
      fc.tuple(year, part).map((parts) => parts.join('-')),
      fc.tuple(year, part, part).map((parts) => parts.join('-')),
      fc.string({ maxLength: 10 }).filter((each) => !each.includes('\0')),
    );
    const texts = fc.sample(text, 5000);

    const rows = await platform.database.read(
      'SELECT is_partial_date(text) AS "is" FROM unnest($1::text[]) WITH ORDINALITY AS u(text, number) ORDER BY number',
      [texts],
    );

    expect(texts.filter((each, index) => rows[index]?.is !== isPartialDate(each))).toEqual([]);
    expect(new Set(rows.map((row) => row.is)).size).toBe(2);
  });

  test('agree on whether two dates are in order', async () => {
    const pairs = fc.sample(fc.tuple(partialDate, partialDate), 5000);

    const rows = await platform.database.read(
      `SELECT left(later, length(earlier)) >= left(earlier, length(later)) AS "are"
       FROM (SELECT earlier COLLATE "C" AS earlier, later COLLATE "C" AS later, number
         FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS u(earlier, later, number)) t
       ORDER BY number`,
      [pairs.map(([earlier]) => earlier), pairs.map(([, later]) => later)],
    );

    const differing = pairs.filter(
      ([earlier, later], index) => rows[index]?.are !== canBeInOrder(earlier, later),
    );
    expect(differing).toEqual([]);
    expect(new Set(rows.map((row) => row.are)).size).toBe(2);
  });
});
