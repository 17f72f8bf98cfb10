// The operations, as this product is asked for them, and what the peers are asked in their own words.
// `variables` gives what varies from request to request; `expected` shapes are compared with its answers.

/** Reads what variables need from the database. */
export async function sample(client, deepAt) {
  const rows = async (text, values = []) =>
    (await client.query({ text, values, rowMode: 'array' })).rows;
  /** Positions from everywhere in a list, each of which has a whole page after it. */
  const spread = (type, page, count = POSITIONS) =>
    rows(
      `SELECT sort_name, id FROM (SELECT sort_name, id, row_number() OVER (ORDER BY sort_name, id) n, count(*) OVER () c
       FROM organization WHERE $1::text IS NULL OR type = $1) o
       WHERE n < c - $2::int ORDER BY md5(id::text) LIMIT $3`,
      [type, page, count],
    );
  const column = async (text) => (await rows(text, [POSITIONS])).map(([value]) => value);
  const ids = await column(`SELECT id FROM organization ORDER BY md5(id::text) LIMIT $1`);
  return {
    organizations: await spread(null, 20),
    companies: await spread('Company', 50),
    // There are not as many donors as positions: all that have a page after them, but at least forty.
    donors: await spread('Donor', 5),
    clusters: await spread('Cluster', 20),
    funders: await column(
      `SELECT o.id FROM organization o WHERE EXISTS (SELECT FROM "grant" g WHERE g.funder_id = o.id) ORDER BY md5(o.id::text) LIMIT $1`,
    ),
    initiatives: await column(`SELECT id FROM initiative ORDER BY md5(id::text) LIMIT $1`),
    words: await column(
      `SELECT DISTINCT word FROM (SELECT regexp_split_to_table(lower(name), '[^[:alpha:]]+') AS word FROM organization
       UNION ALL SELECT regexp_split_to_table(lower(title), '[^[:alpha:]]+') FROM sector) w
       WHERE length(word) > 3 LIMIT $1`,
    ),
    countries: await column(
      `SELECT DISTINCT country FROM organization WHERE country IS NOT NULL LIMIT $1`,
    ),
    ids,
    memberships: await rows(
      `SELECT coalesce(since, '9999'), id FROM membership ORDER BY coalesce(since, '9999'), id OFFSET $1 LIMIT $2`,
      [deepAt, POSITIONS],
    ),
    deepAt,
  };
}

/** As many different inputs of a shape: an answer that was kept from before must not decide a comparison. */
const POSITIONS = 400;

/** As many lists of a hundred ids, no two of them equal. */
const hundreds = (ids) =>
  ids.map((_id, at) => Array.from({ length: 100 }, (_, each) => ids[(at + each * 7) % ids.length]));
const order = (list, by) => list.toSorted((a, b) => (by(a) < by(b) ? -1 : 1));

/** The shape of the answers in which all are compared: keys in order, numbers as numbers. */
export function canonical(value) {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, canonical(value[key])]),
  );
}

/** `encode(order, position)` makes a cursor of this product. */
export function shapes(data, encode) {
  const cursor = (orderBy, position) => (position === null ? null : encode(orderBy, position));
  const afterName = (positions) =>
    positions.map((position) => ({
      key: position,
      ours: { after: cursor('NAME_ASC', position) },
      peers: { after: position },
    }));
  const page = (text) => text.replaceAll('$AFTER', 'String').replaceAll('\n', ' ');
  // The other servers have one order for each list, which is the one that is asked for here.
  const peer = (text) =>
    text
      .replaceAll('$AFTER', '[String!]')
      .replaceAll(/, orderBy: \{ field: \w+ \}/g, '')
      .replaceAll('\n', ' ');
  const both = (text) => ({ ours: page(text), peers: peer(text) });
  const sectorNames = (page) => ({
    nodes: order(
      page.nodes.map(({ sectorBySectorId }) => sectorBySectorId),
      ({ title }) => title,
    ),
  });
  return [
    {
      name: 'dashboard list',
      hand: 'dashboard',
      isBounded: true,
      ...both(`query Dashboard($after: $AFTER) { companies(first: 50, after: $after) { nodes { name slug city
        sectors(first: 10) { nodes { title } } memberships(first: 0) { totalCount } } } }`),
      inputs: afterName(data.companies),
      sortsSectors: true,
      postgraphile: `query Dashboard($after: Cursor) { allOrganizations(first: 50, after: $after, condition: { type: "Company" }, orderBy: [SORT_NAME_ASC, ROW_ID_ASC]) { nodes { name slug city
        organizationSectorsByOrganizationId(first: 10) { nodes { sectorBySectorId { title } } } membershipsByMemberId { totalCount } } } }`,
      fromPostgraphile: ({ allOrganizations }) => ({
        companies: {
          nodes: allOrganizations.nodes.map((node) => ({
            name: node.name,
            slug: node.slug,
            city: node.city,
            sectors: sectorNames(node.organizationSectorsByOrganizationId),
            memberships: node.membershipsByMemberId,
          })),
        },
      }),
      cursors: [
        'allOrganizations',
        'condition: { type: "Company" }, orderBy: [SORT_NAME_ASC, ROW_ID_ASC]',
        `SELECT count(*)::int AS at FROM organization WHERE type = 'Company' AND (sort_name, id) < ($1, $2::uuid)`,
      ],
    },
    {
      name: 'partnership graph',
      hand: 'partnerships',
      isBounded: true,
      ...both(`query Partnerships($after: $AFTER) { organizations(first: 20, after: $after) { nodes { name
        partnerships(first: 10, orderBy: { field: SINCE }) { edges { role node { title kind since parties(first: 10) { edges { role node { name slug } } } } } } } } }`),
      inputs: afterName(data.organizations),
      postgraphile: `query Partnerships($after: Cursor) { allOrganizations(first: 20, after: $after, orderBy: [SORT_NAME_ASC, ROW_ID_ASC]) { nodes { name
        partnerships: peerPartnershipOfPartiesByOrganizationId(first: 10, orderBy: [SORT_SINCE_ASC, PARTNERSHIP_ID_ASC]) { nodes { role partnershipByPartnershipId { title kind since
          partnershipPartiesByPartnershipId(first: 10) { nodes { role organizationByOrganizationId { name slug } } } } } } } } }`,
      fromPostgraphile: ({ allOrganizations }) => ({
        organizations: {
          nodes: allOrganizations.nodes.map((node) => ({
            name: node.name,
            partnerships: {
              edges: node.partnerships.nodes.map(
                ({
                  role,
                  partnershipByPartnershipId: {
                    partnershipPartiesByPartnershipId: parties,
                    ...partnership
                  },
                }) => ({
                  role,
                  node: {
                    ...partnership,
                    parties: {
                      edges: parties.nodes.map((party) => ({
                        role: party.role,
                        node: party.organizationByOrganizationId,
                      })),
                    },
                  },
                }),
              ),
            },
          })),
        },
      }),
      sortsParties: true,
      cursors: [
        'allOrganizations',
        'orderBy: [SORT_NAME_ASC, ROW_ID_ASC]',
        `SELECT count(*)::int AS at FROM organization WHERE (sort_name, id) < ($1, $2::uuid)`,
      ],
    },
    {
      name: 'donor explorer',
      hand: 'donors',
      isBounded: true,
      ...both(`query Donors($after: $AFTER) { donors(first: 5, after: $after) { nodes { name initiatives(first: 5, orderBy: { field: SINCE }) { edges { role node { title startedOn
        participants(first: 5, orderBy: { field: SINCE }) { edges { role node { name sectors(first: 5) { nodes { title } } } } } } } } } } }`),
      inputs: afterName(data.donors),
      sortsSectors: true,
      postgraphile: `query Donors($after: Cursor) { allOrganizations(first: 5, after: $after, condition: { type: "Donor" }, orderBy: [SORT_NAME_ASC, ROW_ID_ASC]) { nodes { name
        initiativeParticipationsByOrganizationId(first: 5, orderBy: [SINCE_ASC, ROW_ID_ASC]) { nodes { role initiativeByInitiativeId { title startedOn
          initiativeParticipationsByInitiativeId(first: 5, orderBy: [SINCE_ASC, ROW_ID_ASC]) { nodes { role organizationByOrganizationId { name
            organizationSectorsByOrganizationId(first: 5) { nodes { sectorBySectorId { title } } } } } } } } } } } }`,
      fromPostgraphile: ({ allOrganizations }) => ({
        donors: {
          nodes: allOrganizations.nodes.map((donor) => ({
            name: donor.name,
            initiatives: {
              edges: donor.initiativeParticipationsByOrganizationId.nodes.map(
                ({ role, initiativeByInitiativeId: initiative }) => ({
                  role,
                  node: {
                    title: initiative.title,
                    startedOn: initiative.startedOn,
                    participants: {
                      edges: initiative.initiativeParticipationsByInitiativeId.nodes.map((one) => ({
                        role: one.role,
                        node: {
                          name: one.organizationByOrganizationId.name,
                          sectors: sectorNames(
                            one.organizationByOrganizationId.organizationSectorsByOrganizationId,
                          ),
                        },
                      })),
                    },
                  },
                }),
              ),
            },
          })),
        },
      }),
      cursors: [
        'allOrganizations',
        'condition: { type: "Donor" }, orderBy: [SORT_NAME_ASC, ROW_ID_ASC]',
        `SELECT count(*)::int AS at FROM organization WHERE type = 'Donor' AND (sort_name, id) < ($1, $2::uuid)`,
      ],
    },
    {
      name: 'one node',
      hand: 'one',
      isBounded: true,
      ...both(
        `query One($id: ID!) { organization(id: $id) { id name slug city country website status region { name code } } }`,
      ),
      inputs: data.ids.map((id) => ({ ours: { id }, peers: { id }, postgraphile: { id } })),
      postgraphile: `query One($id: UUID!) { organizationByRowId(rowId: $id) { id: rowId name slug city country website status regionByRegionId { name code } } }`,
      fromPostgraphile: ({ organizationByRowId: { regionByRegionId: region, ...rest } }) => ({
        organization: { ...rest, region },
      }),
    },
    {
      name: 'deep page',
      hand: 'deep',
      isBounded: true,
      ...both(
        `query Deep($after: $AFTER) { memberships(first: 20, after: $after, orderBy: { field: SINCE }) { nodes { since class member { name } group { name } } pageInfo { hasNextPage } } }`,
      ),
      inputs: data.memberships.map((position, at) => ({
        at: data.deepAt + at,
        ours: { after: cursor('SINCE_ASC', position) },
        peers: { after: position },
      })),
      postgraphile: `query Deep($after: Cursor) { allMemberships(first: 20, after: $after, orderBy: [SINCE_ASC, ROW_ID_ASC]) { nodes { since class organizationByMemberId { name } organizationByGroupIdAndGroupType { name } } pageInfo { hasNextPage } } }`,
      fromPostgraphile: ({ allMemberships }) => ({
        memberships: {
          nodes: allMemberships.nodes.map((one) => ({
            since: one.since,
            class: one.class,
            member: one.organizationByMemberId,
            group: one.organizationByGroupIdAndGroupType,
          })),
          pageInfo: allMemberships.pageInfo,
        },
      }),
      cursors: ['allMemberships', 'orderBy: [SINCE_ASC, ROW_ID_ASC]', null],
    },
    {
      name: 'nodes of 100 ids',
      hand: 'nodes',
      isBounded: true,
      ours: `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id ... on Organization { name slug } } }`,
      peers: `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id name slug } }`,
      inputs: hundreds(data.ids).map((ids) => ({ ours: { ids }, peers: { ids } })),
    },
    {
      name: 'fragments over the interface',
      hand: 'fragments',
      isBounded: true,
      ours: page(`query Fragments($after: $AFTER) { organizations(first: 20, after: $after) { nodes { __typename ...Card ... on Cluster { stage labels(first: 3) { nodes { level } } }
        ... on Company { sizeClass } source { title } } } } fragment Card on Organization { name city region { name } }`),
      inputs: afterName(data.organizations),
      fromHand: ({ organizations }) => ({
        organizations: {
          nodes: organizations.nodes.map((node) => ({
            ...node,
            ...(node.sizeClass ? { sizeClass: node.sizeClass.toUpperCase() } : {}),
          })),
        },
      }),
    },
    {
      name: '_entities of 100 keys',
      hand: 'entities',
      isBounded: true,
      ours: `query Entities($keys: [_Any!]!) { _entities(representations: $keys) { ... on Organization { name memberships(first: 0) { totalCount } } } }`,
      inputs: hundreds(data.ids).map((ids) => ({
        ours: { keys: ids.map((id) => ({ __typename: 'Organization', id })) },
        peers: { ids },
      })),
    },
    {
      name: 'evidence of 20 clusters',
      hand: 'evidence',
      isBounded: true,
      ours: page(`query Evidence($after: $AFTER) { clusters(first: 20, after: $after) { nodes { name source { title url }
        claims(first: 5, orderBy: { field: INDICATOR }) { totalCount nodes { indicator number date asOf source { title publisher confidence } } } } } }`),
      inputs: afterName(data.clusters),
    },
    {
      name: "a funder's page",
      hand: 'funder',
      isBounded: true,
      ours: `query Funder($id: ID!) { organization(id: $id) { name city website region { name }
        grantsMade(first: 20) { totalCount nodes { title awardedOn awarded { amount currency } programme { title }
          recipients(first: 3) { edges { amount { amount } node { name slug } } } } }
        grantProgrammes(first: 10) { nodes { title status } } } }`,
      inputs: data.funders.map((id) => ({ ours: { id }, peers: { id } })),
    },
    {
      name: "an initiative's page",
      hand: 'initiative',
      isBounded: true,
      ours: `query Initiative($id: ID!) { initiative(id: $id) { title kind startedOn endedOn source { title }
        participants(first: 20) { totalCount edges { role since node { name slug } } }
        sectors(first: 10) { nodes { title } } regions(first: 10) { nodes { name } }
        grants(first: 10) { totalCount nodes { title awarded { amount currency } funder { name } } } } }`,
      inputs: data.initiatives.map((id) => ({ ours: { id }, peers: { id } })),
    },
    {
      name: 'search',
      hand: 'search',
      isBounded: false,
      ours: `query Search($query: String!) { search(query: $query, first: 10) { edges { score node { id ... on Organization { name } } } } }`,
      inputs: data.words.map((query) => ({
        ours: { query },
        peers: { query },
      })),
    },
    {
      name: 'facets and totals',
      hand: 'facets',
      isBounded: false,
      ours: `query Facets($country: [String!]) { totals { organizations { type count } ties { kind count } } inCountry: organizations(first: 0, filter: { country: { in: $country } }) { totalCount } }`,
      inputs: data.countries.map((country) => ({
        ours: { country: [country] },
        peers: { country },
      })),
    },
  ];
}

/** Lists whose order a peer cannot be told are brought into one, in both answers. */
export function unordered(value) {
  if (Array.isArray(value)) return value.map(unordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const inner = unordered(one);
      const list = key === 'sectors' ? 'nodes' : key === 'parties' ? 'edges' : null;
      return [
        key,
        list === null
          ? inner
          : { ...inner, [list]: order(inner[list], (each) => JSON.stringify(canonical(each))) },
      ];
    }),
  );
}
