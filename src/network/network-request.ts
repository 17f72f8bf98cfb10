import type { FilterCondition } from '../graph/filter-statement.js';
import type { Projection } from './project.js';

/** Which network somebody asks for. */
export interface NetworkRequest {
  readonly projection: Projection;
  readonly filter: FilterCondition | null;
  /** The filter as it was given, to be repeated with what is computed. */
  readonly given: Readonly<Record<string, unknown>>;
}
