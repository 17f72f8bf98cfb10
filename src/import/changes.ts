import type { EntityManager } from 'typeorm';
import { sumOfDecimals } from '../domain/sum-of-decimals.js';

/** What an import replaced, changed or took away. */
export interface Change {
  readonly kind: 'REPLACED' | 'CHANGED' | 'REMOVED';
  /** Names the record: `grant IATI XM-DAC-7-1 (EUR)`. */
  readonly record: string;
  /** What of it, and how; empty for the record as a whole. */
  readonly detail: string;
  /** For a replaced record, the data set that it came from. */
  readonly dataSet: string | null;
}

/** The changes of a run by kind: all are counted, and the first are kept. */
export interface Changes {
  readonly replaced: number;
  readonly changed: number;
  readonly removed: number;
  readonly first: readonly Change[];
}

/** What of a grant counts in figures. */
const MONEY = {
  currency: 'currency',
  funder_id: 'funder',
  applied_for: 'applied for',
  awarded: 'awarded',
  committed: 'committed',
  disbursed: 'disbursed',
  spent: 'spent',
} as const;
type Money = keyof typeof MONEY;
type Figures = Readonly<Record<Money, string | null>>;

interface GrantFigures extends Figures {
  readonly id: string;
  readonly label: string;
}

const LABEL = `g.scheme || ' ' || g.identifier || ' (' || g.currency || ')'`;
const AT_ONCE = 5_000;

/** The tables of lists, as a person calls their entries. */
const ENTRIES: Readonly<Record<string, string>> = {
  grant_share: 'recipient',
  grant_intermediary: 'intermediary',
  grant_sector: 'sector',
  grant_location: 'location',
  grant_transaction: 'transaction',
  grant_budget: 'budget',
  grant_named_parent: 'named parent',
  initiative_participation: 'participant',
  initiative_sector: 'sector',
  initiative_region: 'region',
  organization_sector: 'sector',
  partnership_party: 'party',
};

/** A row of a list that was deleted. */
interface RemovedRow {
  readonly table: string;
  readonly ownerId: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Finds what an import replaces, changes and takes away, so that no money changes silently. */
export class ChangeFinder {
  readonly #manager: EntityManager;
  readonly #kept: number;
  /** The grants that were looked at; those that are new have no figures from before. */
  readonly #watched = new Set<string>();
  readonly #before = new Map<string, GrantFigures>();
  readonly #changes: Change[] = [];
  readonly #counts = { REPLACED: 0, CHANGED: 0, REMOVED: 0 };
  readonly #rows: RemovedRow[] = [];

  constructor(manager: EntityManager, kept: number) {
    this.#manager = manager;
    this.#kept = kept;
  }

  add(change: Change): void {
    this.#counts[change.kind] += 1;
    if (this.#changes.length < this.#kept) this.#changes.push(change);
  }

  /** Notes the figures of grants that are about to be stored; returns those that are new. */
  async watch(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const unknown = ids.filter((id) => !this.#watched.has(id));
    for (const id of unknown) this.#watched.add(id);
    const added = new Set(unknown);
    for (const figures of await this.#read(unknown)) {
      this.#before.set(figures.id, figures);
      added.delete(figures.id);
    }
    return added;
  }

  /** Rows of a list that were deleted, counted elsewhere. */
  removedRows(table: string, ownerColumn: string, rows: readonly object[]): void {
    for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
      this.#counts.REMOVED += 1;
      if (this.#rows.length >= this.#kept) continue;
      this.#rows.push({ table, ownerId: String(row[ownerColumn]), row });
    }
  }

  async finish(): Promise<Changes> {
    const before = [...this.#before.values()];
    for (let start = 0; start < before.length; start += AT_ONCE) {
      const part = before.slice(start, start + AT_ONCE);
      const now = new Map((await this.#read(part.map(({ id }) => id))).map((row) => [row.id, row]));
      for (const old of part) this.#compare(old, now.get(old.id));
    }
    await this.#nameRows();
    const { REPLACED, CHANGED, REMOVED } = this.#counts;
    return { replaced: REPLACED, changed: CHANGED, removed: REMOVED, first: this.#changes };
  }

  #compare(old: GrantFigures, now: GrantFigures | undefined): void {
    if (now === undefined) return; // Listed where it was deleted.
    const different = (Object.keys(MONEY) as Money[]).filter(
      (name) => !isSame(old[name], now[name]),
    );
    if (different.length === 0) return;
    const detail = different.map((name) =>
      name === 'funder_id'
        ? 'another funder'
        : `${MONEY[name]} ${old[name] ?? 'unknown'} → ${now[name] ?? 'unknown'}`,
    );
    this.add({
      kind: 'CHANGED',
      record: `grant ${old.label}`,
      detail: detail.join(', '),
      dataSet: null,
    });
  }

  #read(ids: readonly string[]): Promise<GrantFigures[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.#manager.query<GrantFigures[]>(
      `SELECT g.id, ${LABEL} AS label, ${Object.keys(MONEY)
        .map((name) => `g.${name}::text AS ${name}`)
        .join(', ')}
       FROM "grant" g WHERE g.id = ANY($1::uuid[])`,
      [ids],
    );
  }

  async #nameRows(): Promise<void> {
    if (this.#rows.length === 0) return;
    const ids = this.#rows.flatMap(({ ownerId, row }) => [
      ownerId,
      ...[row.organization_id, row.sector_id, row.region_id].filter((id) => typeof id === 'string'),
    ]);
    const names = new Map(
      (
        await this.#manager.query<{ id: string; name: string }[]>(
          `SELECT g.id, 'grant ' || ${LABEL} AS name FROM "grant" g WHERE g.id = ANY($1::uuid[])
           UNION ALL SELECT id, 'initiative ' || slug FROM initiative WHERE id = ANY($1::uuid[])
           UNION ALL SELECT id, 'partnership ' || slug FROM partnership WHERE id = ANY($1::uuid[])
           UNION ALL SELECT id, name FROM organization WHERE id = ANY($1::uuid[])
           UNION ALL SELECT id, scheme || ':' || code FROM sector WHERE id = ANY($1::uuid[])
           UNION ALL SELECT id, code FROM region WHERE id = ANY($1::uuid[])`,
          [ids],
        )
      ).map(({ id, name }) => [id, name]),
    );
    for (const { table, ownerId, row } of this.#rows) {
      if (this.#changes.length >= this.#kept) break;
      this.#changes.push({
        kind: 'REMOVED',
        record: names.get(ownerId) ?? ownerId,
        detail: `${ENTRIES[table] ?? table} ${described(row, names)}`.trim(),
        dataSet: null,
      });
    }
  }
}

/** The values of a row that a person recognizes. */
function described(
  row: Readonly<Record<string, unknown>>,
  names: ReadonlyMap<string, string>,
): string {
  const shown = [
    ...[row.organization_id, row.sector_id, row.region_id].map((id) => names.get(String(id))),
    ...['role', 'kind', 'name', 'country', 'identifier', 'value', 'amount', 'currency'].map(
      (name) => row[name],
    ),
    ...['value_date', 'period_start', 'period_end', 'reference'].map((name) => row[name]),
  ];
  return shown.flatMap((each) => (each == null ? [] : [String(each as string | number)])).join(' ');
}

/** Whether two amounts are equal, however many zeros they end with. */
function isSame(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (![a, b].every((text) => /^-?\d+(\.\d+)?$/.test(text))) return false;
  const negative = b.startsWith('-') ? b.slice(1) : `-${b}`;
  return !/[1-9]/.test(sumOfDecimals([a, negative]));
}
