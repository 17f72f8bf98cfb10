import type { Organization } from '../../entities/network/organization.entity.js';
import type { RowSql } from '../fields/filter.js';
import type { HeavyMeasure } from './network-view.js';
import type { Projection } from './projection.js';

/** The requested network. */
export interface NetworkRequest {
  readonly projection: Projection;
  /** SQL condition: the filter lets the organization through. Null if it lets all through. */
  readonly filter: RowSql<Organization> | null;
  /** The filter as given, which is returned with the results. */
  readonly given: Readonly<Record<string, unknown>>;
  /** Whether undated ties count, as given; null for the default. */
  readonly undated: 'INCLUDE' | 'EXCLUDE' | null;
  /** Whether the answer must have all changes, however long they take. */
  readonly mustBeCurrent: boolean;
  /** The measures that the answer needs. */
  readonly needs: ReadonlySet<HeavyMeasure>;
}
