// Written by `npm run bench:cost -- --write`; see docs/decisions/0016-cost.md.

/** The cost of a field in points. Omitted weights have the default of the kind of field. */
export interface Weights {
  /** Once per operation, regardless of the number of parents. */
  readonly once?: number;
  /** Per parent. */
  readonly group?: number;
  /** Per object in the field. */
  readonly row?: number;
  /** Per `totalCount`. */
  readonly count?: number;
  /** Per parent and filter condition. */
  readonly filter?: number;
}

/** The weights of fields without an entry: connections, other lists, single objects and plain values. */
export const DEFAULT_WEIGHTS = {
  connection: { group: 5, row: 1, count: 3, filter: 5 },
  list: { group: 2, row: 1 },
  object: { row: 1 },
  value: 0.2,
} as const;

/** Keyed by `Type.field`; the type may be an interface. */
export const WEIGHTS: Readonly<Record<string, Weights>> = {
  'Cluster.coFunders': { group: 30 },
  'Cluster.grantsMade': { filter: 300 },
  'Cluster.grantsManaged': { filter: 34 },
  'Cluster.grantsReceived': { filter: 48 },
  'Cluster.members': { group: 53 },
  'Cluster.partners': { group: 81 },
  'Cluster.partnerships': { group: 210 },
  'Cluster.sources': { group: 38, count: 45 },
  'Company.grantsMade': { filter: 330 },
  'Donor.coFunders': { group: 550, count: 130 },
  'Donor.grantsMade': { filter: 210 },
  'Donor.partnerships': { group: 58 },
  'Donor.sources': { group: 34 },
  'Facet.distinctCount': { group: 2000 },
  'Facet.unknownCount': { group: 3900 },
  'GrantFacets.facet': { group: 2800 },
  'GrantFacets.grantCount': { group: 1800 },
  'GrantProgramme.grants': { filter: 430 },
  'GrantTotals.amounts': { group: 2700 },
  'GrantTotals.convertedTo': { group: 13000 },
  'GrantTotals.grantCount': { group: 1500 },
  'GrantTotals.groups': { group: 17000 },
  'GrantTotals.leftOut': { group: 1000 },
  'Institution.grantsMade': { filter: 210 },
  'Network.between': { group: 150 },
  'Network.brokers': { group: 27000 },
  'Network.changes': { group: 1800 },
  'Network.communities': { group: 9800 },
  'Network.edges': { group: 540 },
  'Network.history': { row: 83 },
  'Network.modularity': { group: 4300 },
  'Network.neighbourhood': { group: 610 },
  'Network.nodes': { group: 240 },
  'Network.stats': { group: 1200 },
  'Network.suggestions': { group: 20000 },
  'NetworkNode.betweenness': { once: 13000 },
  'NetworkNode.closeness': { once: 16000 },
  'NetworkNode.community': { once: 8600 },
  'NetworkNode.component': { once: 1800 },
  'NetworkNode.coreNumber': { once: 1700 },
  'NetworkNode.pageRank': { once: 4100 },
  'Organization.coFunders': { group: 550, count: 130 },
  'Organization.grantsMade': { filter: 360 },
  'Organization.grantsManaged': { filter: 34 },
  'Organization.grantsReceived': { group: 31, filter: 48 },
  'Organization.members': { group: 54 },
  'Organization.partners': { group: 170 },
  'Organization.partnerships': { group: 340, count: 47 },
  'Organization.rolesInGrants': { group: 67 },
  'Organization.sources': { group: 43, count: 45 },
  'Partner.coFunders': { group: 65 },
  'Partner.partnerships': { group: 31 },
  'Query.associations': { group: 180 },
  'Query.companies': { filter: 260 },
  'Query.grantFacets': { filter: 2500 },
  'Query.grantFlows': { group: 19000, filter: 2500 },
  'Query.grantTotals': { filter: 2500 },
  'Query.grants': { group: 210, filter: 2500 },
  'Query.memberships': { count: 110, filter: 120 },
  'Query.network': { group: 2100, filter: 160 },
  'Query.organizations': { filter: 160 },
  'Query.partnerships': { count: 110 },
  'Query.regions': { group: 110 },
  'Query.search': { group: 26000 },
  'Query.transactions': { filter: 160 },
  'Query.unfundedNeeds': { group: 770 },
  'Region.funders': { group: 160 },
  'Region.grants': { group: 78, count: 56, filter: 840 },
  'Region.initiatives': { filter: 69 },
  'Region.organizations': { filter: 130 },
  'Sector.funders': { group: 130 },
  'Sector.grants': { group: 220, count: 160, filter: 470 },
  'Sector.initiatives': { group: 46, count: 31, filter: 50 },
  'Sector.organizations': { count: 130, filter: 190 },
  'Totals.organizations': { group: 160 },
  'Totals.records': { group: 310 },
  'Totals.regions': { group: 890 },
  'Totals.sectors': { group: 2800 },
  'Totals.ties': { group: 1400 },
  'Totals.years': { group: 3400 },
};
