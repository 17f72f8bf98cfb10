import type { EntityTarget, ObjectLiteral } from 'typeorm';
import {
  excellenceLabels,
  identifiers,
  organizations,
  organizationSectors,
  otherNames,
} from './synthetic/organizations.js';
import {
  initiativeRegions,
  initiatives,
  initiativeSectors,
  memberships,
  participations,
  partnershipParties,
  partnerships,
  persons,
  seats,
} from './synthetic/ties.js';
import {
  advocacyBeneficiaries,
  advocacyCases,
  announcements,
  eventOrganizers,
  events,
  offers,
  offerSectors,
  quotes,
} from './synthetic/activities.js';
import { initiativeClaims, organizationClaims } from './synthetic/claims.js';
import { fundingTables } from './synthetic/funding.js';
import { regions, sectors, sources } from './synthetic/classification.js';
import { type NetworkOptions, NetworkPlan } from './synthetic/plan.js';
import type { Table } from './synthetic/table.js';

/** Rows of one table to store in one statement. */
export interface Batch {
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly rows: readonly ObjectLiteral[];
}

const BATCH_SIZE = 5000;

/**
 * Generates a network of a given size that cannot be mistaken for a real one, in batches to store in
 * order. The parties of partnerships come after all partnerships, so everything must be stored in one
 * transaction: the database requires two parties for each partnership at commit.
 */
export function* syntheticNetwork(options: NetworkOptions): Generator<Batch, void> {
  for (const { entity, rows } of tablesOf(new NetworkPlan(options))) {
    let batch: ObjectLiteral[] = [];
    for (const row of rows()) {
      batch.push(row);
      if (batch.length < BATCH_SIZE) continue;
      yield { entity, rows: batch };
      batch = [];
    }
    if (batch.length > 0) yield { entity, rows: batch };
  }
}

/** The number of rows of each entity in the network, without generating them. */
export function syntheticRowCounts(
  options: NetworkOptions,
): ReadonlyMap<EntityTarget<ObjectLiteral>, number> {
  const counts = new Map<EntityTarget<ObjectLiteral>, number>();
  for (const { entity, count } of tablesOf(new NetworkPlan(options))) {
    counts.set(entity, (counts.get(entity) ?? 0) + count());
  }
  return counts;
}

/** Every table, each after those that it references. */
function tablesOf(network: NetworkPlan): Table[] {
  return [
    sources(network),
    regions(network),
    sectors(network),
    organizations(network),
    otherNames(network),
    identifiers(network),
    organizationSectors(network),
    excellenceLabels(network),
    memberships(network),
    partnerships(network),
    partnershipParties(network),
    persons(network),
    seats(network),
    events(network),
    eventOrganizers(network),
    advocacyCases(network),
    advocacyBeneficiaries(network),
    announcements(network),
    quotes(network),
    offers(network),
    offerSectors(network),
    initiatives(network),
    participations(network),
    initiativeSectors(network),
    initiativeRegions(network),
    organizationClaims(network),
    initiativeClaims(network),
    ...fundingTables(network),
  ];
}
