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

/** Rows of one table that can be stored at once. */
export interface Batch {
  readonly entity: EntityTarget<ObjectLiteral>;
  readonly rows: readonly ObjectLiteral[];
}

const BATCH_SIZE = 5000;

/**
 * A network that nobody could mistake for a real one, of the size wanted, in batches that can be
 * stored in their order. The parties of the partnerships come after all partnerships, so a database
 * that wants two parties of each must take all of it in one transaction.
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

/** How many rows of each entity that network has, without making them. */
export function syntheticRowCounts(
  options: NetworkOptions,
): ReadonlyMap<EntityTarget<ObjectLiteral>, number> {
  const counts = new Map<EntityTarget<ObjectLiteral>, number>();
  for (const { entity, count } of tablesOf(new NetworkPlan(options))) {
    counts.set(entity, (counts.get(entity) ?? 0) + count());
  }
  return counts;
}

/** Every table, each after those that it points to. */
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
