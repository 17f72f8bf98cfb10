import type { GrantId } from '../../domain/ids.js';
import { placeText, type Place, type Placed, type Report } from '../report.js';
import type { AnyRecord } from './tables.js';

interface Identity {
  readonly heading: string;
  readonly value: string;
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
    // Whether two rows are about the same grant is certain only when its funder is found.
    case 'Grants':
    case 'Memberships':
    case 'Transactions':
      return null;
  }
}

/** Detects two rows about the same grant, whose key includes its funder. */
export class GrantRows {
  readonly #places = new Map<string, Place>();

  isRepeated(id: GrantId, identifier: string, place: Place, report: Report): boolean {
    const first = this.#places.get(id);
    if (first === undefined) {
      this.#places.set(id, place);
      return false;
    }
    const reason = `is a duplicate of ${String(placeText(first))}`;
    report.fault(place, 'Identifier', identifier, reason);
    return true;
  }
}

/** Detects duplicate rows: a second row with the same identity would replace the first. */
export class RowsBefore {
  readonly #places = new Map<string, Place>();

  /** Whether the row is a duplicate; reports it with the place of the first one. */
  isRepeated({ value: record, place }: Placed<AnyRecord>, report: Report): boolean {
    const identity = identityOf(record);
    if (identity === null) return false;
    const { heading, value } = identity;
    const whole = `${record.table} ${heading} ${value}`;
    const first = this.#places.get(whole);
    if (first === undefined) {
      this.#places.set(whole, place);
      return false;
    }
    report.fault(place, heading, value, `is a duplicate of ${String(placeText(first))}`);
    return true;
  }
}
