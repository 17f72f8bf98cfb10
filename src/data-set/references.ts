import type { EntityManager } from 'typeorm';
import { idOfKey } from '../domain/ids.js';
import type { Fault, Placed, ReadDataSet } from './read-data-set.js';

/** What a record can refer to: the table and how a person writes its key. */
const KEYED = {
  Source: ['source', 'slug'],
  Region: ['region', 'code'],
  Sector: ['sector', `scheme || ':' || code`],
  Organization: ['organization', 'slug'],
  Partnership: ['partnership', 'slug'],
  Person: ['person', 'slug'],
  Event: ['event', 'slug'],
  AdvocacyCase: ['advocacy_case', 'slug'],
  Announcement: ['announcement', 'slug'],
  CooperationOffer: ['cooperation_offer', 'slug'],
  Initiative: ['initiative', 'slug'],
} as const;

type Findings = Pick<ReadDataSet, 'faults' | 'faultyKeys'>;

export type KeyedKind = keyof typeof KEYED;

/** The ids behind keys: of what is stored already, and of what the data set brings. */
export class References {
  readonly #stored: ReadonlyMap<string, { readonly id: string; readonly type: string | null }>;
  readonly #brought = new Map<string, string>();
  readonly #types = new Map<string, string>();
  readonly #faults: Fault[];
  /** Of records that are there, but with faults: to refer to them is no fault. */
  readonly #faultyKeys: ReadonlySet<string>;

  private constructor(
    stored: ReadonlyMap<string, { id: string; type: string | null }>,
    { faults, faultyKeys }: Findings,
  ) {
    this.#stored = stored;
    this.#faults = faults;
    this.#faultyKeys = faultyKeys;
  }

  /** Looks the keys up that a data set mentions, whatever else the database holds. */
  static async look(
    manager: EntityManager,
    keys: readonly string[],
    findings: Findings,
  ): Promise<References> {
    const stored = new Map<string, { id: string; type: string | null }>();
    for (const [kind, [table, key]] of Object.entries(KEYED)) {
      const rows = await manager.query<{ id: string; key: string; type: string | null }[]>(
        `SELECT id, ${key} AS key, ${kind === 'Organization' ? 'type' : 'NULL AS type'}
         FROM ${table} WHERE ${key} = ANY($1::text[])`,
        [keys],
      );
      for (const { id, key: name, type } of rows) stored.set(`${kind} ${name}`, { id, type });
    }
    return new References(stored, findings);
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
    const id = stored?.id ?? idOfKey(kind, key);
    this.#brought.set(name, id);
    if (type !== null) this.#types.set(key, type);
    return id;
  }

  /** The id that a field refers to; a fault, and a null that is never stored, if there is none. */
  find(kind: KeyedKind, key: string, field: string, placed: Placed<unknown>): string {
    const name = `${kind} ${key}`;
    const id = this.#brought.get(name) ?? this.#stored.get(name)?.id;
    if (id !== undefined) return id;
    if (this.#faultyKeys.has(key)) return '';
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

  /** The type of an organisation, to go with its id into a foreign key. */
  typeOf(slug: string): string | undefined {
    return this.#types.get(slug) ?? this.#stored.get(`Organization ${slug}`)?.type ?? undefined;
  }

  /** The id of an organisation that must be of one of these types. */
  findOfType(
    types: readonly string[],
    slug: string,
    field: string,
    placed: Placed<unknown>,
  ): { readonly id: string; readonly type: never } {
    const id = this.find('Organization', slug, field, placed);
    const type = this.typeOf(slug);
    if (type !== undefined && !types.includes(type)) {
      this.#faults.push(
        placed.fault(field, slug, `is of type ${type}; only ${types.join(' and ')} can be here`),
      );
    }
    return { id, type: type as never };
  }
}
