import { placeText, type Place, type Placed, type Report } from '../report.js';
import { grantKey } from './grants.js';
import type { AnyRecord } from './tables.js';

interface Identity {
  readonly heading: string;
  readonly value: string;
  /** The key, if it is more than the value of the column. */
  readonly key?: string;
}

/** Identifies a row; null if rows can repeat. */
function identityOf({ table, record }: AnyRecord): Identity | null {
  switch (table) {
    case 'Organizations': {
      const [identifier] = record.identifiers ?? [];
      if (record.slug !== null) return { heading: 'Slug', value: record.slug };
      return identifier === undefined
        ? { heading: 'Name', value: record.name }
        : { heading: 'Identifiers', value: identifier };
    }
    case 'Partnerships':
    case 'Initiatives':
    case 'Programmes':
      return record.slug === null
        ? { heading: 'Title', value: record.title }
        : { heading: 'Slug', value: record.slug };
    case 'Grants':
      return { heading: 'Identifier', value: record.identifier, key: grantKey(record) };
    case 'Memberships':
    case 'Transactions':
      return null;
  }
}

/** Detects duplicate rows: a second row with the same identity would replace the first. */
export class RowsBefore {
  readonly #places = new Map<string, Place>();

  /** Whether the row is a duplicate; reports it with the place of the first one. */
  isRepeated({ value: record, place }: Placed<AnyRecord>, report: Report): boolean {
    const identity = identityOf(record);
    if (identity === null) return false;
    const { heading, value, key = value } = identity;
    const whole = `${record.table} ${heading} ${key}`;
    const first = this.#places.get(whole);
    if (first === undefined) {
      this.#places.set(whole, place);
      return false;
    }
    report.fault(place, heading, value, `is a duplicate of ${String(placeText(first))}`);
    return true;
  }
}
