import { placeText, type Place, type Placed, type Report } from '../report.js';
import { grantKey } from './grants.js';
import type { AnyRecord } from './tables.js';

interface Identity {
  readonly heading: string;
  readonly value: string;
  /** What makes it one, if that is more than what stands there. */
  readonly key?: string;
}

/** What a row is known by; null where rows that are alike are a list. */
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

/** The rows that have been there: of two with one identity, the second would replace the first. */
export class RowsBefore {
  readonly #places = new Map<string, Place>();

  /** Tells of a row that is there already, with where it is first. */
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
    report.fault(place, heading, value, `is there twice, first in ${placeText(first) ?? ''}`);
    return true;
  }
}
