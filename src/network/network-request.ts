import type { Organization } from '../../entities/network/organization.entity.js';
import type { RowSql } from '../fields/filter.js';
import type { NetworkView } from './network-view.js';
import type { MeasureOptions, Projection } from './projection.js';
import type { Patience } from './shared-task.js';

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
  readonly options: MeasureOptions;
  /** Communities keep the numbers that they had on this day (`YYYYMMDD`); null to number them by size. */
  readonly numberedAsOf: number | null;
  /** The measures that the answer needs. */
  readonly needs: readonly Need[];
}

/** A measure that can take long. */
export interface Need {
  /** The name of its result in the cache of a network. */
  readonly key: string;
  readonly compute: (view: NetworkView, patience: Patience) => Promise<unknown>;
}
