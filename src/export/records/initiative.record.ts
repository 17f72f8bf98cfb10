import { Claim } from '../../../entities/knowledge/claim.entity.js';
import { Grant } from '../../../entities/funding/grant.entity.js';
import {
  Initiative,
  InitiativeParticipation,
  InitiativeRegion,
  InitiativeSector,
  type InitiativeKind,
  type ParticipationRole,
} from '../../../entities/network/initiative.entity.js';
import { Organization } from '../../../entities/network/organization.entity.js';
import { Region } from '../../../entities/network/region.entity.js';
import { from, rows } from '../../fields/columns.js';
import { sql, type Sql } from '../../fields/sql.js';
import {
  decimalText,
  jsonList,
  jsonObject,
  recordsById,
  sourceSlug,
  type PartyRecord,
  type SectorRecord,
  type SourcedRecord,
} from './parts.js';
import { reference, sectorReferences, sourceColumns } from './references.js';

/** An initiative with everything that belongs to it, and the keys and amounts of its grants. */
export interface InitiativeRecord extends SourcedRecord {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly kind: InitiativeKind;
  readonly stage: string | null;
  readonly description: string | null;
  readonly challenges: readonly string[];
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly results: string | null;
  readonly website: string | null;
  readonly participants: readonly {
    readonly role: ParticipationRole;
    readonly party: PartyRecord;
    readonly since: string | null;
    readonly until: string | null;
    readonly attestedOn: string | null;
    readonly status: string;
    readonly source: string;
    readonly sourcePointer: string | null;
  }[];
  readonly sectors: readonly SectorRecord[];
  readonly regions: readonly { readonly code: string; readonly name: string }[];
  readonly claims: readonly {
    readonly indicator: string;
    readonly scope: string;
    readonly qualifier: string;
    readonly number: string | null;
    readonly currency: string | null;
    readonly date: string | null;
    readonly asOf: string | null;
    readonly note: string | null;
    readonly source: string;
    readonly sourcePointer: string | null;
  }[];
  /** The funders of its grants. */
  readonly funders: readonly PartyRecord[];
  readonly grants: readonly {
    readonly scheme: string;
    readonly identifier: string;
    readonly currency: string;
    readonly funder: string;
    readonly awarded: string | null;
    readonly committed: string | null;
    readonly disbursed: string | null;
    readonly spent: string | null;
  }[];
}

/** The initiatives with these ids (`uuid[]`), in the same order. */
export function initiativeRecords(ids: Sql): Sql {
  return recordsById(Initiative, ids, (initiative) => {
    const { id, slug, title, kind, stage, description, challenges } = initiative;
    const { startedOn, endedOn, results, website } = initiative;
    return {
      id,
      columns: {
        id,
        slug,
        title,
        kind,
        stage,
        description,
        challenges,
        startedOn,
        endedOn,
        results,
        website,
        participants: participants(id),
        sectors: sectorReferences(InitiativeSector, { id, ids }, ({ sectorId, initiativeId }) => ({
          sectorId,
          ownerId: initiativeId,
        })),
        regions: regions(id),
        claims: claims(id),
        funders: funders(id),
        grants: grants(id),
        ...sourceColumns(initiative),
      },
    };
  });
}

function participants(initiativeId: Sql): Sql {
  const participation = rows(InitiativeParticipation);
  const organization = rows(Organization);
  const { role, since, until, attestedOn, status, organizationId } = participation;
  const { sourceId, sourcePointer } = participation;
  return jsonList(
    jsonObject({
      role,
      party: reference('PARTY', organizationId),
      since,
      until,
      attestedOn,
      status,
      source: sourceSlug(sourceId),
      sourcePointer,
    }),
    sql`${from(participation)} JOIN ${from(organization)} ON ${organization.id} = ${organizationId}
      WHERE ${participation.initiativeId} = ${initiativeId}`,
    sql`${role}, ${organization.slug}`,
  );
}

function regions(initiativeId: Sql): Sql {
  const entry = rows(InitiativeRegion);
  const region = rows(Region);
  const { code, name } = region;
  return jsonList(
    jsonObject({ code, name }),
    sql`${from(entry)} JOIN ${from(region)} ON ${region.id} = ${entry.regionId} WHERE ${entry.initiativeId} = ${initiativeId}`,
    code,
  );
}

function claims(initiativeId: Sql): Sql {
  const claim = rows(Claim);
  const { indicator, scope, qualifier, currency, date, asOf, note, sourcePointer } = claim;
  return jsonList(
    jsonObject({
      indicator,
      scope,
      qualifier,
      number: decimalText(claim.number),
      currency,
      date,
      asOf,
      note,
      source: sourceSlug(claim.sourceId),
      sourcePointer,
    }),
    sql`${from(claim)} WHERE ${claim.initiativeId} = ${initiativeId}`,
    sql`${indicator}, ${asOf} NULLS FIRST, ${claim.id}`,
  );
}

function funders(initiativeId: Sql): Sql {
  const funder = rows(Organization);
  const grant = rows(Grant);
  return jsonList(
    reference('PARTY', funder.id),
    sql`${from(funder)} WHERE ${funder.id} IN (
      SELECT ${grant.funderId} FROM ${from(grant)} WHERE ${grant.initiativeId} = ${initiativeId})`,
    funder.slug,
  );
}

function grants(initiativeId: Sql): Sql {
  const grant = rows(Grant);
  const funder = rows(Organization);
  const { scheme, identifier, currency } = grant;
  return jsonList(
    jsonObject({
      scheme,
      identifier,
      currency,
      funder: sql`(SELECT ${funder.slug} FROM ${from(funder)} WHERE ${funder.id} = ${grant.funderId})`,
      awarded: decimalText(grant.awarded),
      committed: decimalText(grant.committed),
      disbursed: decimalText(grant.disbursed),
      spent: decimalText(grant.spent),
    }),
    sql`${from(grant)} WHERE ${grant.initiativeId} = ${initiativeId}`,
    sql`${scheme}, ${identifier}, ${currency}`,
  );
}
