/** Every filter: the list that it filters, and what it can compare, in SQL that has nothing of the product's own. */

/** How a field compares: what `values` of a row are, and which comparisons there are. */
export type Kind = 'CHOICE' | 'INT' | 'DATE' | 'INSTANT' | 'BOOLEAN' | 'TEXT' | 'PERIOD';
export interface Dimension {
  readonly kind: Kind;
  /** An array of texts: all values that the row `t` has; of a period, its start and its end or ''. */
  readonly values: string;
}
export interface Filtered {
  /** The list, under a parent if it is not at the root. */
  readonly list: string;
  readonly parent?: string;
  readonly args?: string;
  /** The rows of the whole list. */
  readonly rows: string;
  readonly fields: Readonly<Record<string, Dimension>>;
}

const one = (sql: string, kind: Kind = 'CHOICE'): Dimension => ({
  kind,
  values: `array_remove(ARRAY[(${sql})::text], NULL)`,
});
const many = (sql: string, kind: Kind = 'CHOICE'): Dimension => ({
  kind,
  values: `ARRAY(SELECT DISTINCT v::text FROM (${sql}) AS x(v) WHERE v IS NOT NULL)`,
});
const period = (start: string, end: string): Dimension => ({
  kind: 'PERIOD',
  values: `ARRAY[coalesce(${start}, ''), coalesce(${end}, '')]`,
});
/** The codes of sectors and of all that they are within. */
const sectors = (table: string, key: string): Dimension =>
  many(`WITH RECURSIVE up AS (
      SELECT s.* FROM ${table} l JOIN sector s ON s.id = l.sector_id WHERE l.${key} = t.id
      UNION SELECT s.* FROM sector s JOIN up ON up.parent_id = s.id)
    SELECT scheme || ':' || code FROM up`);
const regions = (from: string): Dimension =>
  many(`SELECT top.code FROM ${from} JOIN region top ON r.code LIKE top.code || '%'`);
const slugsOf = (from: string): Dimension =>
  many(`SELECT o.slug FROM ${from} JOIN organization o ON o.id = x.organization_id`);
const texts = (table: string, own: string, key: string): Dimension =>
  many(`SELECT ${own} UNION ALL SELECT n.text FROM ${table} n WHERE n.${key} = t.id`, 'TEXT');
const REGION = regions('(SELECT r.* FROM region r WHERE r.id = t.region_id) r');
const TYPE = one('upper(t.type)');
const TIE_STATUS = one('t.status');

export const FILTERS: Readonly<Record<string, Filtered>> = {
  OrganizationFilter: {
    list: 'organizations',
    rows: 'organization t',
    fields: {
      type: TYPE,
      status: one('t.status'),
      country: one('t.country'),
      region: REGION,
      sector: sectors('organization_sector', 'organization_id'),
      stage: one('t.stage'),
      memberOf: slugsOf(
        '(SELECT m.group_id AS organization_id FROM membership m WHERE m.member_id = t.id) x',
      ),
      slug: one('t.slug'),
      name: texts('organization_name', 't.name', 'organization_id'),
    },
  },
  MembershipFilter: {
    list: 'memberships',
    rows: 'membership t',
    fields: {
      class: one('t.class'),
      status: TIE_STATUS,
      memberType: one('SELECT upper(o.type) FROM organization o WHERE o.id = t.member_id'),
      groupType: one('SELECT upper(o.type) FROM organization o WHERE o.id = t.group_id'),
    },
  },
  PartnershipFilter: {
    list: 'partnerships',
    rows: 'partnership t',
    fields: { kind: one('t.kind'), status: TIE_STATUS },
  },
  PartnerFilter: {
    list: 'partners',
    parent: 'cluster(slug: "voict")',
    rows: `(SELECT DISTINCT o.id, o.type FROM partnership_party mine
      JOIN partnership_party other ON other.partnership_id = mine.partnership_id AND other.organization_id <> mine.organization_id
      JOIN organization o ON o.id = other.organization_id
      WHERE mine.organization_id = (SELECT id FROM organization WHERE slug = 'voict')) t`,
    fields: {
      kind: many(`SELECT p.kind FROM partnership p JOIN partnership_party q ON q.partnership_id = p.id
        JOIN partnership_party v ON v.partnership_id = p.id
        WHERE q.organization_id = t.id AND v.organization_id = (SELECT id FROM organization WHERE slug = 'voict')`),
      type: TYPE,
    },
  },
  ParticipationFilter: {
    list: 'initiativeParticipations',
    rows: 'initiative_participation t',
    fields: { role: one('t.role'), status: TIE_STATUS },
  },
  SeatFilter: {
    list: 'seats',
    rows: 'seat t',
    fields: { role: one('t.role'), status: TIE_STATUS },
  },
  EventFilter: {
    list: 'events',
    rows: 'event t',
    fields: {
      startsAt: one(
        `to_char(t.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
        'INSTANT',
      ),
      region: REGION,
    },
  },
  AdvocacyCaseFilter: {
    list: 'advocacyCases',
    rows: 'advocacy_case t',
    fields: { status: one('t.status'), level: one('t.level') },
  },
  AnnouncementFilter: {
    list: 'announcements',
    rows: 'announcement t',
    fields: { language: one('t.language') },
  },
  CooperationOfferFilter: {
    list: 'cooperationOffers',
    rows: 'cooperation_offer t',
    fields: {
      direction: one('t.direction'),
      status: TIE_STATUS,
      sector: sectors('cooperation_offer_sector', 'cooperation_offer_id'),
    },
  },
  InitiativeFilter: {
    list: 'initiatives',
    rows: 'initiative t',
    fields: {
      kind: one('t.kind'),
      challenge: many('SELECT unnest(t.challenges)'),
      period: period('t.started_on', 't.ended_on'),
      sector: sectors('initiative_sector', 'initiative_id'),
      region: regions(
        '(SELECT r.* FROM initiative_region l JOIN region r ON r.id = l.region_id WHERE l.initiative_id = t.id) r',
      ),
    },
  },
  ClaimFilter: {
    list: 'claims',
    rows: 'claim t',
    fields: {
      indicator: one('t.indicator'),
      scope: one('t.scope'),
      confidence: one('SELECT s.confidence FROM source s WHERE s.id = t.source_id'),
    },
  },
  SourceFilter: {
    list: 'sources',
    rows: 'source t',
    fields: { confidence: one('t.confidence'), publisher: one('t.publisher') },
  },
  SectorFilter: {
    list: 'sectors',
    rows: `(SELECT * FROM sector WHERE scheme <> 'DAC') t`,
    args: 'DAC',
    fields: { scheme: one('t.scheme'), isTop: one('t.parent_id IS NULL', 'BOOLEAN') },
  },
  RegionFilter: {
    list: 'regions',
    rows: 'region t',
    fields: { level: one('t.level', 'INT') },
  },
  GrantProgrammeFilter: {
    list: 'grantProgrammes',
    rows: 'grant_programme t',
    fields: {
      status: one('t.status'),
      funder: one('SELECT o.slug FROM organization o WHERE o.id = t.funder_id'),
      period: period('t.opened_on', 't.closed_on'),
    },
  },
  BudgetFilter: {
    list: 'budgets',
    rows: 'grant_budget t',
    fields: {
      kind: one('t.kind'),
      status: one('t.status'),
      period: period('t.starts_on', 't.ends_on'),
    },
  },
  TransactionFilter: {
    list: 'transactions',
    rows: 'grant_transaction t',
    fields: { kind: one('t.kind'), valueDate: one('t.value_date', 'DATE') },
  },
  SearchFilter: {
    list: 'search',
    args: 'query: "cluster"',
    rows: `(SELECT id, node_type FROM search_network('cluster')) t`,
    fields: { type: one('t.node_type') },
  },
  GrantFilter: {
    list: 'grants',
    rows: '"grant" t',
    fields: {
      identifier: one('t.identifier'),
      funder: one('SELECT o.slug FROM organization o WHERE o.id = t.funder_id'),
      recipient: slugsOf('(SELECT l.organization_id FROM grant_share l WHERE l.grant_id = t.id) x'),
      intermediary: slugsOf(
        '(SELECT l.organization_id FROM grant_intermediary l WHERE l.grant_id = t.id) x',
      ),
      programme: one('SELECT p.slug FROM grant_programme p WHERE p.id = t.programme_id'),
      initiative: one('SELECT i.slug FROM initiative i WHERE i.id = t.initiative_id'),
      sector: sectors('grant_sector', 'grant_id'),
      challenge: many('SELECT unnest(i.challenges) FROM initiative i WHERE i.id = t.initiative_id'),
      country: many('SELECT l.country FROM grant_location l WHERE l.grant_id = t.id'),
      region: regions(
        '(SELECT r.* FROM grant_location l JOIN region r ON r.id = l.region_id WHERE l.grant_id = t.id) r',
      ),
      year: one('left(t.awarded_on, 4)', 'INT'),
      awardedOn: one('t.awarded_on', 'DATE'),
      period: period(
        'coalesce(t.started_on, t.planned_start_on)',
        'coalesce(t.ended_on, t.planned_end_on)',
      ),
      status: one('t.status'),
      currency: one('t.currency'),
      dataSet: one('SELECT s.slug FROM source s WHERE s.id = t.source_id'),
      toIndividuals: one('t.to_individuals', 'BOOLEAN'),
      title: one('t.title', 'TEXT'),
    },
  },
};
