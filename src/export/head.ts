import { createHash } from 'node:crypto';
import type { KindName } from './kinds.js';
import type { SourceRecord } from './records/parts.js';

/** What every exported file says of itself. */
export interface Head {
  readonly title: string;
  /** The instant of which it tells, ISO 8601. */
  readonly exportedAt: string;
  readonly query: {
    readonly kind: KindName;
    /** As it was asked, in the words of the API. */
    readonly filter: unknown;
    /** By what facets and totals are counted. */
    readonly by?: string | null;
    readonly perYear?: boolean;
    /** Where it was asked; null for the command line. */
    readonly address: string | null;
  };
  /** How many of them meet the filter; of facets and totals, how many grants. */
  readonly count: number;
  /** Licences of the sources, each once. What is exported is under the licence of its own source. */
  readonly licences: readonly string[];
  /** Whether there are sources that state no licence. */
  readonly hasUnlicensed: boolean;
  readonly sources: readonly SourceRecord[];
}

export function licencesOf(sources: readonly SourceRecord[]): readonly string[] {
  return [
    ...new Set(sources.flatMap(({ licence }) => (licence === null ? [] : [licence]))),
  ].toSorted();
}

/** The licence that all of it is under; null if there are several, or none is stated. */
export function onlyLicence({ licences, hasUnlicensed }: Head): string | null {
  return licences.length === 1 && !hasUnlicensed ? (licences[0] ?? null) : null;
}

/** What the data set of a file is known by: the same each time that the same is asked for. */
export function dataSetOf({ query: { kind, filter } }: Head): string {
  const asked = filter == null ? '' : JSON.stringify(filter);
  const check =
    asked === '' ? '' : `-${createHash('sha256').update(asked).digest('hex').slice(0, 8)}`;
  return `scan-graph-${kind}${check}`;
}
