import type { NetworkTieKind } from './tie-kinds.js';

/** The kind of the nodes. */
export type NetworkLevel = 'ORGANIZATION' | 'CLUSTER' | 'SECTOR' | 'REGION';

/** How the weight of an edge comes from its ties. */
export type NetworkWeighting = 'COUNT' | 'FRACTIONAL' | 'AMOUNT';

/** From a day to a day (`YYYYMMDD`), both inclusive. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** The requested part of the network, and its level. */
export interface Projection {
  readonly ties: readonly NetworkTieKind[];
  readonly weights: Readonly<Record<NetworkTieKind, number>>;
  readonly weighting: NetworkWeighting;
  /** The currency of the amounts, if they are the weights; otherwise null. */
  readonly currency: string | null;
  readonly isDirected: boolean;
  /** Ties that were in force at any time in it; null for all ties, including ended ones. */
  readonly period: DayRange | null;
  /** Whether ties count whose start is unknown. */
  readonly includesUndated: boolean;
  readonly level: NetworkLevel;
  readonly sectorScheme: string;
  readonly regionLevel: number;
  /** Whether organizations without any of the ties are nodes. */
  readonly isolates: boolean;
}

/** How communities are found. */
export interface CommunityOptions {
  readonly method: 'LEIDEN' | 'LOUVAIN';
  readonly resolution: number;
}

/** How exact an estimate of the betweenness is: an error with a confidence, or a number of samples. */
export interface EstimateOptions {
  readonly error?: number;
  readonly samples?: number;
  readonly confidence?: number;
}

/** What the measures of a network are computed with. */
export interface MeasureOptions {
  readonly communities: CommunityOptions;
  readonly estimate: EstimateOptions;
}
