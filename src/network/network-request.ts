import type { Organization } from '../../entities/network/organization.entity.js';
import type { RowSql } from '../fields/filter.js';
import type { Projection } from './project.js';

/** The requested network. */
export interface NetworkRequest {
  readonly projection: Projection;
  /** SQL condition: the filter lets the organization through. Null if it lets all through. */
  readonly filter: RowSql<Organization> | null;
  /** The filter as given, which is returned with the results. */
  readonly given: Readonly<Record<string, unknown>>;
}
