import type { EntityManager } from 'typeorm';
import { type Id, idOfKey, type OrganizationId } from '../domain/ids.js';
import type { Fault, Placed, ReadDataSet } from './read-data-set.js';

/** The kinds of records that can be referenced: the table, the expression of the key, and the file. */
const KEYED = {
  Source: ['source', 'slug', 'sources'],
  Region: ['region', 'code', 'regions'],
  Sector: ['sector', `scheme || ':' || code`, 'sectors'],
  Organization: ['organization', 'slug', 'organizations'],
  Partnership: ['partnership', 'slug', 'partnerships'],
  Person: ['person', 'slug', 'persons'],
  Event: ['event', 'slug', 'events'],
  AdvocacyCase: ['advocacy_case', 'slug', 'advocacy-cases'],
  Announcement: ['announcement', 'slug', 'announcements'],
  CooperationOffer: ['cooperation_offer', 'slug', 'cooperation-offers'],
  Initiative: ['initiative', 'slug', 'initiatives'],
  GrantProgramme: ['grant_programme', 'slug', 'grant-programmes'],
  // A data set names only grants whose identifier is unique in the whole graph.
  Grant: [
    '"grant"',
    `CASE WHEN namespace = '' THEN scheme || ':' || identifier || ':' || currency END`,
    'grants',
  ],
  ExchangeRate: ['exchange_rate', `currency || ':' || month`, 'exchange-rates'],
} as const;

type Findings = Pick<ReadDataSet, 'faults' | 'faultyKeys' | 'unreadFiles'>;

export type KeyedKind = keyof typeof KEYED;

interface Stored {
  readonly id: Id;
  readonly type: string | null;
  /** The slug of the organization that this one was merged into. */
  readonly mergedInto?: string;
}

/** The organization that has an identifier. */
interface Holder {
  readonly id: OrganizationId;
  readonly slug: string;
}

/** Resolves keys to the ids of stored records and of records in the data set. */
export class References {
  readonly #stored: ReadonlyMap<string, Stored>;
  readonly #holders: ReadonlyMap<string, Holder>;
  readonly #brought = new Map<string, Id>();
  readonly #types = new Map<string, string>();
  readonly #faults: Fault[];
  /** Keys of records that exist but have faults; a reference to them is not another fault. */
  readonly #faultyKeys: ReadonlySet<string>;
  readonly #unreadFiles: ReadonlySet<string>;

  private constructor(
    stored: ReadonlyMap<string, Stored>,
    holders: ReadonlyMap<string, Holder>,
    { faults, faultyKeys, unreadFiles }: Findings,
  ) {
    this.#stored = stored;
    this.#holders = holders;
    this.#faults = faults;
    this.#faultyKeys = faultyKeys;
    this.#unreadFiles = unreadFiles;
  }

  /** Looks up only the keys that the data set mentions. */
  static async look(
    manager: EntityManager,
    keys: readonly string[],
    findings: Findings,
  ): Promise<References> {
    const stored = new Map<string, Stored>();
    for (const [kind, [table, key]] of Object.entries(KEYED)) {
      const rows = await manager.query<{ id: Id; key: string; type: string | null }[]>(
        `SELECT id, ${key} AS key, ${kind === 'Organization' ? 'type' : 'NULL AS type'}
         FROM ${table} WHERE ${key} = ANY($1::text[])`,
        [keys],
      );
      for (const { id, key: name, type } of rows) stored.set(`${kind} ${name}`, { id, type });
    }
    const merged = await manager.query<
      { id: OrganizationId; key: string; type: string; slug: string }[]
    >(
      `SELECT o.id, m.absorbed_slug AS key, o.type, o.slug FROM organization_merge m
       JOIN organization o ON o.id = m.kept_id WHERE m.absorbed_slug = ANY($1::text[])`,
      [keys],
    );
    for (const { id, key, type, slug } of merged) {
      stored.set(`Organization ${key}`, { id, type, mergedInto: slug });
    }
    const held = await manager.query<(Holder & { identifier: string })[]>(
      `SELECT i.scheme || ' ' || i.value AS identifier, o.id, o.slug
       FROM identifier i JOIN organization o ON o.id = i.organization_id WHERE i.value = ANY($1::text[])`,
      [keys],
    );
    const holders = new Map(held.map(({ identifier, ...holder }) => [identifier, holder]));
    return new References(stored, holders, findings);
  }

  /** The id of a record in the data set: the stored id, or the id derived from the key. */
  bring<Kind extends KeyedKind>(
    kind: Kind,
    key: string,
    placed: Placed<unknown>,
    type: string | null = null,
  ): Id<Kind> {
    const name = `${kind} ${key}`;
    if (this.#brought.has(name)) {
      this.#faults.push(placed.fault('', key, `is a duplicate: another ${kind} has this key`));
    }
    const stored = this.#stored.get(name);
    if (stored !== undefined && stored.type !== type) {
      this.#faults.push(
        placed.fault('type', type, `is different from the stored type, ${String(stored.type)}`),
      );
    }
    if (stored?.mergedInto !== undefined) {
      this.#faults.push(
        placed.fault('slug', key, `was merged into ${stored.mergedInto}; remove the record`),
      );
    }
    const id = (stored?.id as Id<Kind> | undefined) ?? idOfKey(kind, key);
    this.#brought.set(name, id);
    if (type !== null) this.#types.set(key, type);
    return id;
  }

  /** The id for a key; of an unknown record, the id that it would have. */
  idOf<Kind extends KeyedKind>(kind: Kind, key: string): Id<Kind> {
    return this.#known(kind, key) ?? idOfKey(kind, key);
  }

  /** The id that a field references; a fault if that record does not exist, after which nothing is stored. */
  find<Kind extends KeyedKind>(
    kind: Kind,
    key: string,
    field: string,
    placed: Placed<unknown>,
  ): Id<Kind> {
    const isKnown = this.#known(kind, key) !== undefined;
    const isOtherFault = this.#faultyKeys.has(key) || this.#unreadFiles.has(KEYED[kind][2]);
    if (!isKnown && !isOtherFault) {
      this.#faults.push(
        placed.fault(field, key, `is not a known ${kind} in this data set or the database`),
      );
    }
    return this.idOf(kind, key);
  }

  /** The names of both maps begin with the kind. */
  #known<Kind extends KeyedKind>(kind: Kind, key: string): Id<Kind> | undefined {
    const name = `${kind} ${key}`;
    return (this.#brought.get(name) ?? this.#stored.get(name)?.id) as Id<Kind> | undefined;
  }

  findOptional<Kind extends KeyedKind>(
    kind: Kind,
    key: string | undefined,
    field: string,
    placed: Placed<unknown>,
  ): Id<Kind> | null {
    return key === undefined ? null : this.find(kind, key, field, placed);
  }

  /** Reports an identifier that belongs to an organization outside the data set. */
  holdIdentifier(
    id: OrganizationId,
    identifier: string,
    field: string,
    placed: Placed<unknown>,
  ): void {
    const holder = this.#holders.get(identifier);
    if (holder === undefined || holder.id === id) return;
    if (this.#brought.has(`Organization ${holder.slug}`)) return;
    this.#faults.push(
      placed.fault(field, identifier, `is the identifier of another organization, ${holder.slug}`),
    );
  }

  /** The type of an organization, for foreign keys of id and type. */
  typeOf(slug: string): string | undefined {
    return this.#types.get(slug) ?? this.#stored.get(`Organization ${slug}`)?.type ?? undefined;
  }

  /** The id of an organization that must have one of these types. */
  findOfType<Type extends string>(
    types: readonly Type[],
    slug: string,
    field: string,
    placed: Placed<unknown>,
  ): { readonly id: OrganizationId; readonly type: Type } {
    const id = this.find('Organization', slug, field, placed);
    const type = this.typeOf(slug);
    if (type !== undefined && !types.some((each) => each === type)) {
      this.#faults.push(
        placed.fault(field, slug, `has the type ${type}; expected ${types.join(' or ')}`),
      );
    }
    return { id, type: type as Type };
  }
}
