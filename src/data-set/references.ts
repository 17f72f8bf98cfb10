import type { EntityManager } from 'typeorm';
import { idOfKey } from '../domain/ids.js';
import type { Fault, Placed, ReadDataSet } from './read-data-set.js';

/** What a record can refer to: the table, how a person writes its key, and the file it is in. */
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
  Grant: ['"grant"', `scheme || ':' || identifier || ':' || currency`, 'grants'],
  ExchangeRate: ['exchange_rate', `currency || ':' || month`, 'exchange-rates'],
} as const;

type Findings = Pick<ReadDataSet, 'faults' | 'faultyKeys' | 'unreadFiles'>;

export type KeyedKind = keyof typeof KEYED;

interface Stored {
  readonly id: string;
  readonly type: string | null;
  /** The slug of the organisation that this one was merged into. */
  readonly mergedInto?: string;
}

/** The organisation that holds an identifier. */
interface Holder {
  readonly id: string;
  readonly slug: string;
}

/** The ids behind keys: of what is stored already, and of what the data set brings. */
export class References {
  readonly #stored: ReadonlyMap<string, Stored>;
  readonly #holders: ReadonlyMap<string, Holder>;
  readonly #brought = new Map<string, string>();
  readonly #types = new Map<string, string>();
  readonly #faults: Fault[];
  /** Of records that are there, but with faults: to refer to them is no fault. */
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

  /** Looks the keys up that a data set mentions, whatever else the database holds. */
  static async look(
    manager: EntityManager,
    keys: readonly string[],
    findings: Findings,
  ): Promise<References> {
    const stored = new Map<string, Stored>();
    for (const [kind, [table, key]] of Object.entries(KEYED)) {
      const rows = await manager.query<{ id: string; key: string; type: string | null }[]>(
        `SELECT id, ${key} AS key, ${kind === 'Organization' ? 'type' : 'NULL AS type'}
         FROM ${table} WHERE ${key} = ANY($1::text[])`,
        [keys],
      );
      for (const { id, key: name, type } of rows) stored.set(`${kind} ${name}`, { id, type });
    }
    const merged = await manager.query<{ id: string; key: string; type: string; slug: string }[]>(
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

  /** The id of a record of the data set: the stored one's, or the one that its key always gives. */
  bring(kind: KeyedKind, key: string, placed: Placed<unknown>, type: string | null = null): string {
    const name = `${kind} ${key}`;
    if (this.#brought.has(name)) {
      this.#faults.push(placed.fault('', key, `is there twice: another ${kind} has this key`));
    }
    const stored = this.#stored.get(name);
    if (stored !== undefined && stored.type !== type) {
      this.#faults.push(
        placed.fault('type', type, `differs: the stored one is of type ${String(stored.type)}`),
      );
    }
    if (stored?.mergedInto !== undefined) {
      this.#faults.push(
        placed.fault(
          'slug',
          key,
          `has been merged into ${stored.mergedInto}: leave the record out`,
        ),
      );
    }
    const id = stored?.id ?? idOfKey(kind, key);
    this.#brought.set(name, id);
    if (type !== null) this.#types.set(key, type);
    return id;
  }

  /** The id behind a key; an empty text, that is never stored, if there is none. */
  idOf(kind: KeyedKind, key: string): string {
    const name = `${kind} ${key}`;
    return this.#brought.get(name) ?? this.#stored.get(name)?.id ?? '';
  }

  /** The id that a field refers to; a fault, and an empty text, if there is none. */
  find(kind: KeyedKind, key: string, field: string, placed: Placed<unknown>): string {
    const id = this.idOf(kind, key);
    if (id !== '') return id;
    if (this.#faultyKeys.has(key) || this.#unreadFiles.has(KEYED[kind][2])) return '';
    this.#faults.push(
      placed.fault(field, key, `refers to no ${kind} of this data set or of the database`),
    );
    return '';
  }

  findOptional(
    kind: KeyedKind,
    key: string | undefined,
    field: string,
    placed: Placed<unknown>,
  ): string | null {
    return key === undefined ? null : this.find(kind, key, field, placed);
  }

  /** Refuses to take an identifier from an organisation that the data set says nothing of. */
  holdIdentifier(id: string, identifier: string, field: string, placed: Placed<unknown>): void {
    const holder = this.#holders.get(identifier);
    if (holder === undefined || holder.id === id) return;
    if (this.#brought.has(`Organization ${holder.slug}`)) return;
    this.#faults.push(
      placed.fault(field, identifier, `is the identifier of another organisation, ${holder.slug}`),
    );
  }

  /** The type of an organisation, to go with its id into a foreign key. */
  typeOf(slug: string): string | undefined {
    return this.#types.get(slug) ?? this.#stored.get(`Organization ${slug}`)?.type ?? undefined;
  }

  /** The id of an organisation that must be of one of these types. */
  findOfType<Type extends string>(
    types: readonly Type[],
    slug: string,
    field: string,
    placed: Placed<unknown>,
  ): { readonly id: string; readonly type: Type } {
    const id = this.find('Organization', slug, field, placed);
    const type = this.typeOf(slug);
    if (type !== undefined && !types.some((each) => each === type)) {
      this.#faults.push(
        placed.fault(field, slug, `is of type ${type}; only ${types.join(' and ')} can be here`),
      );
    }
    return { id, type: type as Type };
  }
}
