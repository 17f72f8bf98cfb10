import { createHash } from 'node:crypto';
import type { KindName } from './kinds.js';
import type { SourceRecord } from './records/parts.js';

/** The description in every exported file. */
export interface Head {
  readonly title: string;
  /** The time of the data, ISO 8601. */
  readonly exportedAt: string;
  readonly query: {
    readonly kind: KindName;
    /** The filter as given, in the form of the API. */
    readonly filter: unknown;
    /** The dimension of facets and totals. */
    readonly by?: string | null;
    readonly perYear?: boolean;
    /** The address of the request; null for the command line. */
    readonly address: string | null;
  };
  /** The number of records that match the filter; for facets and totals, the number of grants. */
  readonly count: number;
  /** The distinct licenses of the sources. Each record is under the license of its own source. */
  readonly licences: readonly string[];
  /** Whether any source states no license. */
  readonly hasUnlicensed: boolean;
  readonly sources: readonly SourceRecord[];
}

export function licencesOf(sources: readonly SourceRecord[]): readonly string[] {
  return [
    ...new Set(sources.flatMap(({ licence }) => (licence === null ? [] : [licence]))),
  ].toSorted();
}

/** The license of all records; null if there are several, or any source states none. */
export function onlyLicence({ licences, hasUnlicensed }: Head): string | null {
  return licences.length === 1 && !hasUnlicensed ? (licences[0] ?? null) : null;
}

/** Identifies the data set of a file: the same for the same request. */
export function dataSetOf({ query: { kind, filter } }: Head): string {
  const asked = filter == null ? '' : JSON.stringify(filter);
  const check =
    asked === '' ? '' : `-${createHash('sha256').update(asked).digest('hex').slice(0, 8)}`;
  return `scan-graph-${kind}${check}`;
}
