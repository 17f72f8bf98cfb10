// What `calibrate-cost.mjs` asks besides the lists that it finds by itself.

/** Values that few things have, by the type of an argument, as they stand in an operation. */
export const VALUES = {
  String: '"zz"',
  Boolean: 'true',
  Int: '1900',
  Float: '1',
  Decimal: '"999999"',
  PartialDate: '"2015"',
  Day: '"2015-06-01"',
};

/** A word that thousands of texts have in them. */
export const SOUGHT = 'synthetic company';

/**
 * What cannot be measured, in points: what a search costs is for its words to decide. Most take a
 * millisecond; those that are like very many texts take up to half a second, and three of them must not take
 * more than an operation may.
 */
export const FIXED = { 'Query.search': { group: 26_000 } };

/** Figures with a filter, and the list of the same rows: a condition costs the same in both. */
export const FILTERED_AS = {
  'Query.grantFacets': 'Query.grants',
  'Query.grantTotals': 'Query.grants',
  'Query.grantFlows': 'Query.grants',
  'Query.network': 'Query.organizations',
};

/** By the name of the condition, where the type does not say which values make sense. */
export const FILTER_VALUES = {
  organization: '{ eq: "synthetic-donor-1", roles: [FUNDER, INTERMEDIARY, RECIPIENT] }',
  amount: '{ currency: "EUR", gte: "999999" }',
  name: '{ contains: "zzz" }',
  title: '{ contains: "zzz" }',
  period: '{ contains: "2030-01-01" }',
  awardedOn: '{ gte: "2030-01-01" }',
  valueDate: '{ gte: "2030-01-01" }',
  'GrantFilter.currency': '{ in: ["XAU"] }',
  country: '{ eq: "AQ" }',
  region: '{ eq: "RS221" }',
  sector: '{ eq: "NACE_REV2:SYN041" }',
};

const MEASURES = '[APPLIED_FOR, AWARDED, COMMITTED, DISBURSED, SPENT]';
const DIMENSIONS =
  'FUNDER RECIPIENT INTERMEDIARY PROGRAMME INITIATIVE SECTOR CHALLENGE COUNTRY REGION YEAR STATUS CURRENCY DATA_SET'.split(
    ' ',
  );
/** Filters that make figures dearer: with each, other grants are left out, or are looked up elsewhere. */
const FILTERS = [
  '',
  '(filter: { currency: { in: ["EUR"] } })',
  '(filter: { sector: { notIn: ["NACE_REV2:SYN01"] } })',
];

const within = (field, inner) =>
  FILTERS.map((filter) => ({ query: `{ ${field}${filter} { ${inner} } }` }));
const figures = (key, field, inner, kind = 'object') =>
  within(field, inner).map((asked) => ({ key, kind, part: 'group', ...asked }));

/** Each time of another day, so that nothing is known of it yet. */
let day = 0;
const anotherDay = () => {
  day += 1;
  const month = String(1 + (day % 12)).padStart(2, '0');
  return `20${String(10 + (Math.floor(day / 12) % 15)).padStart(2, '0')}-${month}-15`;
};
/**
 * What is computed of a network is computed once for all who ask for it, until the data changes: who asks
 * first is charged half of it.
 */
const SHARE = 0.5;
const network = (key, kind, part, inner, parents = 1) => ({
  key,
  kind,
  part,
  parents: parents / SHARE,
  base: () => `{ network(asOf: "${anotherDay()}") { graph { version } } }`,
  query: () => `{ network(asOf: "${anotherDay()}") { ${inner} } }`,
});
const perParent = (key, outer, inner) => ({
  key,
  kind: 'list',
  part: 'group',
  parents: 20,
  base: `{ ${outer}(first: 20) { nodes { id } } }`,
  query: `{ ${outer}(first: 20) { nodes { id ${inner} } } }`,
});
const KINDS = ['organizations', 'clusters', 'companies', 'institutions', 'donors', 'partners'];

/** What is asked for the weight of a field: of several questions the dearest counts. */
export const COMPUTED = [
  ...figures('GrantTotals.grantCount', 'grantTotals', 'grantCount', 'value'),
  ...figures('GrantTotals.leftOut', 'grantTotals', 'leftOut { grantCount }'),
  ...figures(
    'GrantTotals.amounts',
    'grantTotals',
    `amounts(measures: ${MEASURES}) { sum { amount } min { amount } max { amount } median { amount } }`,
  ),
  ...figures(
    'GrantTotals.convertedTo',
    'grantTotals',
    `convertedTo(currency: "EUR", measures: ${MEASURES}) { sum { amount } }`,
  ),
  ...DIMENSIONS.flatMap((by) =>
    figures(
      'GrantTotals.groups',
      'grantTotals',
      `groups(by: ${by}, perYear: true, first: 1, measures: ${MEASURES}) { amounts { sum { amount } median { amount } } }`,
    ),
  ),
  ...figures('GrantFacets.grantCount', 'grantFacets', 'grantCount', 'value'),
  ...DIMENSIONS.flatMap((by) =>
    figures(
      'GrantFacets.facet',
      'grantFacets',
      `facet(dimension: ${by}, first: 1) { values { grantCount } }`,
    ),
  ),
  ...DIMENSIONS.flatMap((by) =>
    ['distinctCount', 'unknownCount'].flatMap((field) =>
      figures(
        `Facet.${field}`,
        'grantFacets',
        `facet(dimension: ${by}, first: 1) { ${field} }`,
        'value',
      ),
    ),
  ),
  ...['FUNDER, PROGRAMME, RECIPIENT, SECTOR', 'FUNDER, PROGRAMME, RECIPIENT, SECTOR, YEAR'].map(
    (through) => ({
      key: 'Query.grantFlows',
      kind: 'object',
      part: 'group',
      query: `{ grantFlows(currency: "EUR", first: 1, through: [${through}]) { nodes { name } links { amount { amount } } } }`,
    }),
  ),
  ...['SECTOR', 'REGION'].map((by) => ({
    key: 'Query.unfundedNeeds',
    kind: 'list',
    part: 'group',
    query: `{ unfundedNeeds(by: ${by}, first: 1) { needCount } }`,
  })),
  ...[
    ['organizations', 'count'],
    ['records', 'count'],
    ['sectors', 'count', '(scheme: NACE_REV2)'],
    ['regions', 'count', '(level: 3)'],
    ['ties', 'count'],
    ['years', 'beganCount'],
  ].map(([field, inner, args = '']) => ({
    key: `Totals.${field}`,
    kind: 'list',
    part: 'group',
    query: `{ totals(asOf: "2015-06-01") { ${field}${args} { ${inner} } } }`,
  })),
  perParent('Sector.funders', 'sectors', 'funders(first: 1) { grantCount }'),
  perParent('Region.funders', 'regions', 'funders(first: 1) { grantCount }'),
  perParent('Initiative.funding', 'initiatives', 'funding { gap { amount } }'),
  perParent('Initiative.bestClaims', 'initiatives', 'bestClaims { reason }'),
  ...KINDS.flatMap((kind) => [
    perParent('Organization.rolesInGrants', kind, 'rolesInGrants { grantCount }'),
    perParent('Organization.bestClaims', kind, 'bestClaims { reason }'),
    perParent('Organization.otherNames', kind, 'otherNames { text }'),
    perParent('Organization.identifiers', kind, 'identifiers { value }'),
  ]),
  {
    key: 'Query.network',
    kind: 'object',
    part: 'group',
    query: () => `{ network(asOf: "${anotherDay()}") { graph { nodeCount } } }`,
  },
  network('Network.stats', 'object', 'group', 'stats { averageClustering componentCount }'),
  network('Network.communities', 'list', 'group', 'communities(first: 1) { name }'),
  network('Network.modularity', 'value', 'group', 'modularity'),
  network(
    'NetworkCommunity.members',
    'list',
    'group',
    'communities(first: 1000) { members(first: 1) { id } }',
    1000,
  ),
  network('Network.brokers', 'list', 'group', 'brokers(by: DEGREE, first: 1) { value }'),
  network('Network.centralNodes', 'list', 'group', 'centralNodes(by: DEGREE, first: 1) { value }'),
  network('Network.suggestions', 'list', 'group', 'suggestions(first: 1) { score }'),
  network(
    'Network.suggestions',
    'list',
    'group',
    'suggestions(first: 1, matchingOffers: true) { score }',
  ),
  network(
    'Network.history',
    'list',
    'row',
    'history(from: "1960-01-01", to: "2026-12-31", by: QUARTER) { day }',
    268,
  ),
  network(
    'Network.changes',
    'object',
    'group',
    'changes(from: "2000-01-01", to: "2025-01-01") { addedCount }',
  ),
  network(
    'Network.neighbourhood',
    'object',
    'group',
    'neighbourhood(node: "synthetic-cluster-1", depth: 6) { distances { size } }',
  ),
  network(
    'Network.between',
    'object',
    'group',
    'between(from: "synthetic-cluster-1", to: "synthetic-company-1") { pathCount paths { hops { weight } } }',
  ),
  network('Network.edges', 'list', 'group', 'edges { weight }'),
  network('Network.nodes', 'list', 'group', 'nodes { degree }'),
  network('NetworkNode.betweenness', 'value', 'once', 'nodes { betweenness }'),
  network('NetworkNode.closeness', 'value', 'once', 'nodes { closeness }'),
  ...[
    'pageRank',
    'eigenvector',
    'hub',
    'authority',
    'constraint',
    'effectiveSize',
    'weightedBetweenness',
    'weightedCloseness',
    'isArticulationPoint',
  ].map((metric) => network(`NetworkNode.${metric}`, 'value', 'once', `nodes { ${metric} }`)),
  network('NetworkLink.isBridge', 'value', 'once', 'edges { isBridge }'),
  network('NetworkStats.diameter', 'value', 'once', 'stats { diameter }'),
  network('NetworkStats.radius', 'value', 'once', 'stats { radius }'),
  network('NetworkNode.coreNumber', 'value', 'once', 'nodes { coreNumber }'),
  network('NetworkNode.component', 'value', 'once', 'nodes { component }'),
  network('NetworkNode.community', 'object', 'once', 'nodes { community { number } }'),
];
