import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { Identifier } from '../../entities/network/identifier.entity.js';
import { OrganizationName } from '../../entities/network/organization-name.entity.js';
import { Organization } from '../../entities/network/organization.entity.js';
import { idOfKey, type OrganizationId, type SourceId } from '../domain/ids.js';
import { splitIdentifier, type OrganizationIdentifier } from '../domain/organization-identifier.js';
import type { OrganizationKind } from '../domain/organization-kind.js';
import { OWN_SCHEME } from '../domain/party-reference.js';
import { slugOf } from '../domain/slug.js';
import { ownCopy } from './own-copy.js';
import { placeText, type Place, type Report } from './report.js';
import type { NewOrganization } from './same-names.js';

/** How a record names an organization: by an identifier, a name, or both. */
export interface OrganizationMention {
  /** As written, such as `GB-CHC-1164883`. */
  readonly identifier: string | null;
  readonly name: string | null;
  readonly place: Place;
  /** The heading or property that has the name. */
  readonly field?: string;
  /** The kind of a new organization, and other details in the record. */
  readonly kind: OrganizationKind;
  /** Its names in other languages in the record, for those who compare it with others. */
  readonly otherNames?: readonly string[];
  readonly country?: string | null;
  readonly city?: string | null;
  readonly website?: string | null;
  readonly description?: string | null;
}

/** Candidates for a slug, best first. */
export interface SlugWish {
  readonly id: string;
  readonly candidates: readonly string[];
}

/** The slugs that a record can get, in order. */
export const slugsOf = ({ id, candidates }: SlugWish): readonly string[] => [
  ...candidates,
  `${candidates[0] ?? 'new'}-${id.slice(-12)}`,
];

/** The part of `Intake` that the finder uses. */
interface Store {
  readonly manager: EntityManager;
  readonly report: Report;
  readonly dataSet: string;
  readonly sourceId: SourceId;
  store<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    rows: readonly Partial<Entity>[],
  ): Promise<void>;
  slugs(table: 'organization', wanted: readonly SlugWish[]): Promise<ReadonlyMap<string, string>>;
  readonly created: NewOrganization[];
}

interface Known {
  readonly id: OrganizationId;
  /** All its names; those that are not stored yet become aliases. */
  readonly names: Set<string>;
}

interface Stored extends Known {
  /** Whether it was found only because a person has decided that it is this one. */
  readonly isDecided: boolean;
  /** The rank of its last identifier. */
  readonly lastRank: number;
}

/** An organization that a file names, for those who compare it with others. */
export interface FoundOrganization {
  readonly mention: OrganizationMention;
  /** How imports know it: its identifier, or its data set and its name or number there. */
  readonly key: string;
  readonly identifier: OrganizationIdentifier | null;
  readonly name: string;
  readonly id: OrganizationId;
  /** Whether it is a record of its own, and not one that was found by an identifier or a decision. */
  readonly isOwn: boolean;
}

export type OnOrganization = (found: FoundOrganization) => void;

/** A mention with its keys. */
interface Party {
  readonly mention: OrganizationMention;
  readonly key: string;
  readonly identifier: OrganizationIdentifier | null;
  readonly name: string;
  /** The id that a new record would get. */
  readonly ownId: OrganizationId;
}

const REMEMBERED = 50_000;

/**
 * Finds the organizations that records name, and creates unknown ones.
 *
 * Organizations are matched by identifier, never by name. If the identifier is known, the stored
 * organization stays unchanged, except that a new name becomes an alias. Without an identifier, or with
 * one that is not in the form of org-id.guide, the organization is a separate record within the data
 * set, identified by the text there, and is matched to another one only if a person has decided so. An export uses
 * the slug of an organization without an identifier; it is matched by slug.
 */
export class OrganizationFinder {
  readonly #intake: Store;
  readonly #known = new Map<string, Known>();
  /** The ids of the organizations that the last call of `find` created. */
  readonly justMade = new Set<string>();

  readonly #onFound: OnOrganization | undefined;

  constructor(intake: Store, onFound?: OnOrganization) {
    this.#intake = intake;
    this.#onFound = onFound;
  }

  /** Returns the id of each organization; null for a mention with neither an identifier nor a name. */
  async find(mentions: readonly OrganizationMention[]): Promise<(OrganizationId | null)[]> {
    this.justMade.clear();
    const parties = mentions.map((mention) => this.#party(mention));
    const sought = new Map<string, Party>();
    for (const party of parties) {
      if (party !== null && !sought.has(party.key)) sought.set(party.key, party);
    }
    await this.#look([...sought.values()]);
    await this.#addAliases(parties);
    return parties.map((party) =>
      party === null ? null : (this.#known.get(party.key)?.id ?? null),
    );
  }

  #party(mention: OrganizationMention): Party | null {
    const dataSet = this.#intake.dataSet;
    const written = oneLine(mention.identifier);
    const identifier = written === null ? null : splitIdentifier(written);
    const tidy = identifier === null ? written : `${identifier.scheme}-${identifier.value}`;
    const name = oneLine(mention.name) ?? tidy;
    if (name === null) return null;
    if (identifier !== null) {
      const key = `${identifier.scheme}-${identifier.value}`;
      return { mention, key, identifier, name, ownId: idOfKey('Organization', key) };
    }
    const key = written === null ? `${dataSet}\nname\n${name}` : `${dataSet}\nref\n${written}`;
    if (written !== null) {
      this.#intake.report.warn(
        mention.place,
        'identifier',
        written,
        'is not in the form of org-id.guide, such as RS-APR-06115403; it identifies the organization only within this data set',
      );
    }
    return { mention, key, identifier: null, name, ownId: idOfKey('Organization', key) };
  }

  async #look(parties: readonly Party[]): Promise<void> {
    if (this.#known.size + parties.length > REMEMBERED) this.#known.clear();
    const unknown = parties.filter(({ key }) => !this.#known.has(key));
    if (unknown.length === 0) return;
    const { manager } = this.#intake;
    const found = await stored(manager, unknown);
    for (const party of unknown) {
      const known = found.get(party.key);
      if (known !== undefined) this.#known.set(party.key, known);
    }
    await this.#make(unknown.filter(({ key }) => !found.has(key)));
    await this.#addDecidedIdentifiers(unknown, found);
    for (const { key, mention, identifier, name, ownId } of unknown) {
      const id = this.#known.get(key)?.id ?? ownId;
      this.#onFound?.({ mention, key, identifier, name, id, isOwn: id === ownId });
    }
  }

  /** From now on, an organization that was found by a decision is found by its identifier. */
  async #addDecidedIdentifiers(
    parties: readonly Party[],
    found: ReadonlyMap<string, Stored>,
  ): Promise<void> {
    const ranks = new Map<string, number>();
    const rows: Partial<Identifier>[] = [];
    for (const { key, identifier } of parties) {
      const stored = found.get(key);
      if (identifier === null || stored?.isDecided !== true) continue;
      const rank = (ranks.get(stored.id) ?? stored.lastRank) + 1;
      ranks.set(stored.id, rank);
      const { sourceId } = this.#intake;
      rows.push({ ...identifier, organizationId: stored.id, rank, sourceId });
    }
    await this.#intake.store(Identifier, rows);
  }

  async #make(parties: readonly Party[]): Promise<void> {
    if (parties.length === 0) return;
    const { sourceId } = this.#intake;
    const slugs = await this.#intake.slugs(
      'organization',
      parties.map(({ name, identifier, ownId }) => {
        const plain = slugOf(name) || 'organisation';
        const own = identifier === null ? '' : slugOf(`${identifier.scheme}-${identifier.value}`);
        return { id: ownId, candidates: own === '' ? [plain] : [plain, `${plain}-${own}`] };
      }),
    );
    await this.#intake.store(
      Organization,
      parties.map(
        ({ ownId, name, mention }) =>
          ({
            id: ownId,
            type: mention.kind.type,
            category: mention.kind.category,
            slug: slugs.get(ownId),
            name,
            description: mention.description ?? null,
            country: mention.country ?? null,
            city: mention.city ?? null,
            website: mention.website ?? null,
            status: 'UNKNOWN',
            sourceId,
            sourcePointer: placeText(mention.place),
          }) as Partial<Organization>,
      ),
    );
    await this.#intake.store(
      Identifier,
      parties.flatMap(({ ownId, identifier }) =>
        identifier === null ? [] : [{ ...identifier, organizationId: ownId, rank: 1, sourceId }],
      ),
    );
    for (const { key, ownId, name: named, mention } of parties) {
      const name = ownCopy(named);
      this.#intake.created.push({
        id: ownId,
        name,
        place: mention.place,
        field: mention.field ?? 'name',
      });
      this.#known.set(key, { id: ownId, names: new Set([name]) });
      this.justMade.add(ownId);
    }
  }

  async #addAliases(parties: readonly (Party | null)[]): Promise<void> {
    const aliases: Partial<OrganizationName>[] = [];
    for (const party of parties) {
      const known = party === null ? undefined : this.#known.get(party.key);
      if (party?.mention.name == null || known === undefined || known.names.has(party.name))
        continue;
      known.names.add(ownCopy(party.name));
      aliases.push({
        organizationId: known.id,
        text: party.name,
        kind: 'ALIAS',
        language: null,
        script: null,
        sourceId: this.#intake.sourceId,
      });
    }
    await this.#intake.store(OrganizationName, aliases);
  }
}

/** White space does not make a different name; null for nothing else. */
function oneLine(text: string | null): string | null {
  const line = text?.replace(/\s+/gu, ' ').trim();
  return line === undefined || line === '' ? null : line;
}

/** Looks up stored organizations by the keys of the parties. */
async function stored(
  manager: EntityManager,
  parties: readonly Party[],
): Promise<Map<string, Stored>> {
  const identified = parties.flatMap(({ key, identifier }) =>
    identifier === null ? [] : [{ key, ...identifier }],
  );
  const rows = await manager.query<
    (Omit<Stored, 'names'> & { readonly key: string; readonly names: string[] })[]
  >(
    `WITH sought AS (
       SELECT s.key, i.organization_id AS id, false AS is_decided, 1 AS precedence
       FROM unnest($1::text[], $2::text[], $3::text[]) AS s(key, scheme, value)
       JOIN identifier i ON i.scheme = s.scheme AND i.value = s.value
       UNION ALL
       SELECT s.key, coalesce(o.id, m.kept_id), false, 2
       FROM unnest($1::text[], $2::text[], $3::text[]) AS s(key, scheme, value)
         LEFT JOIN organization o ON o.slug = s.value
         LEFT JOIN organization_merge m ON m.absorbed_slug = s.value
       WHERE s.scheme = '${OWN_SCHEME}'
         AND NOT EXISTS (SELECT FROM identifier i WHERE i.scheme = s.scheme AND i.value = s.value)
       UNION ALL
       SELECT s.key, coalesce(d.organization_id, m.kept_id, s.id), d.key IS NOT NULL, 3
       FROM unnest($4::text[], $5::uuid[]) AS s(key, id)
         LEFT JOIN organization_merge m ON m.absorbed_id = s.id
         LEFT JOIN match_decision d ON d.key = s.key AND d.is_same
     )
     SELECT DISTINCT ON (s.key) s.key, o.id, s.is_decided AS "isDecided",
       (SELECT coalesce(max(i.rank), 0)::int FROM identifier i WHERE i.organization_id = o.id) AS "lastRank",
       array(SELECT o.name UNION SELECT n.text FROM organization_name n WHERE n.organization_id = o.id) AS names
     FROM sought s JOIN organization o ON o.id = s.id ORDER BY s.key, s.precedence`,
    [
      identified.map(({ key }) => key),
      identified.map(({ scheme }) => scheme),
      identified.map(({ value }) => value),
      parties.map(({ key }) => key),
      parties.map(({ ownId }) => ownId),
    ],
  );
  return new Map(rows.map(({ key, names, ...rest }) => [key, { ...rest, names: new Set(names) }]));
}
