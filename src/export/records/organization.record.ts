import { Cluster } from '../../../entities/network/cluster.entity.js';
import { Company } from '../../../entities/network/company.entity.js';
import { Donor } from '../../../entities/network/donor.entity.js';
import { OrganizationName } from '../../../entities/network/organization-name.entity.js';
import { OrganizationSector } from '../../../entities/network/organization-sector.entity.js';
import { Membership } from '../../../entities/network/membership.entity.js';
import { Organization } from '../../../entities/network/organization.entity.js';
import { from, rows, rowsAs } from '../../fields/columns.js';
import { sql, type Sql } from '../../fields/sql.js';
import {
  identifiersJson,
  jsonList,
  jsonObject,
  recordsById,
  sourceSlug,
  type IdentifierRecord,
  type PartyRecord,
  type SectorRecord,
  type SourcedRecord,
} from './parts.js';
import { reference, sectorReferences, sourceColumns } from './references.js';

/** An organization with all its names and identifiers. */
export interface OrganizationRecord extends SourcedRecord {
  readonly id: string;
  readonly type: string;
  readonly slug: string;
  readonly name: string;
  readonly names: readonly {
    readonly text: string;
    readonly kind: string;
    readonly language: string | null;
    readonly script: string | null;
  }[];
  readonly identifiers: readonly IdentifierRecord[];
  /** The organization that it is a part of. */
  readonly parent: PartyRecord | null;
  readonly description: string | null;
  readonly country: string | null;
  readonly region: { readonly code: string; readonly name: string } | null;
  readonly city: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly website: string | null;
  readonly status: string;
  readonly legalForm: string | null;
  readonly stage: string | null;
  readonly sizeClass: string | null;
  readonly category: string | null;
  readonly sectors: readonly SectorRecord[];
  readonly memberships: readonly {
    readonly group: PartyRecord;
    readonly class: string;
    readonly since: string | null;
    readonly until: string | null;
    readonly attestedOn: string | null;
    readonly status: string;
    readonly source: string;
    readonly sourcePointer: string | null;
  }[];
}

/** The organizations with these ids (`uuid[]`), in the same order. */
export function organizationRecords(ids: Sql): Sql {
  return recordsById(Organization, ids, (organization) => {
    const { id, type, slug, name, description, country, regionId, city } = organization;
    const { latitude, longitude, website, status, legalForm, parentId } = organization;
    return {
      id,
      columns: {
        id,
        type,
        slug,
        name,
        names: names(id),
        identifiers: identifiersJson(id),
        parent: reference('PARTY', parentId),
        description,
        country,
        region: reference('REGION', regionId),
        city,
        latitude,
        longitude,
        website,
        status,
        legalForm,
        // Columns of some kinds of organization.
        stage: rowsAs(Cluster, organization).stage,
        sizeClass: rowsAs(Company, organization).sizeClass,
        category: rowsAs(Donor, organization).category,
        sectors: sectorReferences(
          OrganizationSector,
          { id, ids },
          ({ sectorId, organizationId }) => ({ sectorId, ownerId: organizationId }),
        ),
        memberships: memberships(id),
        ...sourceColumns(organization),
      },
    };
  });
}

function names(organizationId: Sql): Sql {
  const name = rows(OrganizationName);
  const { text, kind, language, script } = name;
  return jsonList(
    jsonObject({ text, kind, language, script }),
    sql`${from(name)} WHERE ${name.organizationId} = ${organizationId}`,
    text,
  );
}

function memberships(organizationId: Sql): Sql {
  const membership = rows(Membership);
  const group = rows(Organization);
  const { class: membershipClass, since, until, attestedOn, status, groupId } = membership;
  return jsonList(
    jsonObject({
      group: reference('PARTY', groupId),
      class: membershipClass,
      since,
      until,
      attestedOn,
      status,
      source: sourceSlug(membership.sourceId),
      sourcePointer: membership.sourcePointer,
    }),
    sql`${from(membership)} JOIN ${from(group)} ON ${group.id} = ${groupId}
      WHERE ${membership.memberId} = ${organizationId}`,
    sql`${group.slug}, ${since}`,
  );
}
