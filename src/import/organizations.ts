import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { Identifier } from '../../entities/identifier.entity.js';
import { OrganizationName } from '../../entities/organization-name.entity.js';
import { Organization } from '../../entities/organization.entity.js';
import { idOfKey } from '../domain/ids.js';
import { splitIdentifier, type OrganizationIdentifier } from '../domain/organization-identifier.js';
import type { OrganizationKind } from '../domain/organization-kind.js';
import { OWN_SCHEME } from '../domain/party-reference.js';
import { slugOf } from '../domain/slug.js';
import { placeText, type Place, type Report } from './report.js';

/** An organisation as a record names it: by an identifier, a name, or both. */
export interface OrganizationMention {
  /** As it is written, such as `GB-CHC-1164883`. */
  readonly identifier: string | null;
  readonly name: string | null;
  readonly place: Place;
  /** What it is taken for if nobody knows it yet, and what else the record says of it. */
  readonly kind: OrganizationKind;
  readonly country?: string | null;
  readonly city?: string | null;
  readonly website?: string | null;
  readonly description?: string | null;
}

/** What something would like to be called in addresses, best first. */
export interface SlugWish {
  readonly id: string;
  readonly candidates: readonly string[];
}

/** What the finder needs of the `Intake` that it works for. */
interface Store {
  readonly manager: EntityManager;
  readonly report: Report;
  readonly dataSet: string;
  readonly sourceId: string;
  store<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    rows: readonly Partial<Entity>[],
  ): Promise<void>;
  slugs(table: 'organization', wanted: readonly SlugWish[]): Promise<ReadonlyMap<string, string>>;
}

interface Known {
  readonly id: string;
  /** All names that it goes by; others become aliases. */
  readonly names: Set<string>;
}

/** A mention with what it is known by. */
interface Party {
  readonly mention: OrganizationMention;
  readonly key: string;
  readonly identifier: OrganizationIdentifier | null;
  readonly name: string;
  /** The id of the record if it is a new one. */
  readonly ownId: string;
}

const REMEMBERED = 50_000;

/**
 * Finds the organisations that records name, and makes those that nobody knows yet.
 *
 * An organisation is its identifier, never its name: one whose identifier is known is that very
 * organisation, and all that is known of it stays as it is; a name that it did not have becomes an
 * alias of it. Without an identifier, or with one that has no form of org-id.guide, it is a record of
 * its own within the data set, by what is written there, and is never taken for another of that name.
 * What an export has called by its slug, for want of an identifier, is the one with that slug.
 */
export class OrganizationFinder {
  readonly #intake: Store;
  readonly #known = new Map<string, Known>();
  /** The ids of those that the last call of `find` has made. */
  readonly justMade = new Set<string>();

  constructor(intake: Store) {
    this.#intake = intake;
  }

  /** The id of each organisation; null for what has neither an identifier nor a name. */
  async find(mentions: readonly OrganizationMention[]): Promise<(string | null)[]> {
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
    const written = oneLine(mention.identifier ?? '');
    const name = oneLine(mention.name ?? '') || written;
    if (name === '') return null;
    const identifier = splitIdentifier(written);
    if (identifier !== null) {
      const key = `${identifier.scheme}-${identifier.value}`;
      return { mention, key, identifier, name, ownId: idOfKey('Organization', key) };
    }
    const key = written === '' ? `${dataSet}\nname\n${name}` : `${dataSet}\nref\n${written}`;
    if (written !== '') {
      this.#intake.report.warn(
        mention.place,
        'identifier',
        written,
        'has no form of org-id.guide, such as RS-APR-06115403; it is an identity within this data set alone',
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
    for (const { key, ownId, name } of parties) {
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
      known.names.add(party.name);
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

/** Blanks and line breaks that somebody has typed make no other name. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** What the database knows already, by the keys of the parties. */
async function stored(
  manager: EntityManager,
  parties: readonly Party[],
): Promise<Map<string, Known>> {
  const identified = parties.flatMap(({ key, identifier }) =>
    identifier === null ? [] : [{ key, ...identifier }],
  );
  const rows = await manager.query<{ key: string; id: string; names: string[] }[]>(
    `WITH sought AS (
       SELECT s.key, i.organization_id AS id
       FROM unnest($1::text[], $2::text[], $3::text[]) AS s(key, scheme, value)
       JOIN identifier i ON i.scheme = s.scheme AND i.value = s.value
       UNION ALL
       SELECT s.key, coalesce(o.id, m.kept_id)
       FROM unnest($1::text[], $2::text[], $3::text[]) AS s(key, scheme, value)
         LEFT JOIN organization o ON o.slug = s.value
         LEFT JOIN organization_merge m ON m.absorbed_slug = s.value
       WHERE s.scheme = '${OWN_SCHEME}'
         AND NOT EXISTS (SELECT FROM identifier i WHERE i.scheme = s.scheme AND i.value = s.value)
       UNION ALL
       SELECT s.key, coalesce(m.kept_id, s.id) FROM unnest($4::text[], $5::uuid[]) AS s(key, id)
         LEFT JOIN organization_merge m ON m.absorbed_id = s.id
     )
     SELECT s.key, o.id,
       array(SELECT o.name UNION SELECT n.text FROM organization_name n WHERE n.organization_id = o.id) AS names
     FROM sought s JOIN organization o ON o.id = s.id`,
    [
      identified.map(({ key }) => key),
      identified.map(({ scheme }) => scheme),
      identified.map(({ value }) => value),
      parties.map(({ key }) => key),
      parties.map(({ ownId }) => ownId),
    ],
  );
  return new Map(rows.map(({ key, id, names }) => [key, { id, names: new Set(names) }]));
}
