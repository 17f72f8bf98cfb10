import type { FilterCondition } from '../graph/filter-statement.js';
import type { Projection } from './project.js';

/** The requested network. */
export interface NetworkRequest {
  readonly projection: Projection;
  readonly filter: FilterCondition | null;
  /** The filter as given, which is returned with the results. */
  readonly given: Readonly<Record<string, unknown>>;
}
