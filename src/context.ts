import type { Reader } from './graph/reader.js';

/** Who asks. Anonymous until there are rights; every resolver that will need it has it already. */
export interface Viewer {
  readonly kind: 'ANONYMOUS';
}

/** What a resolver may use; made anew for each request. */
export interface Context {
  readonly requestId: string;
  readonly viewer: Viewer;
  readonly reader: Reader;
  /** In which way the answer was made; null until it is. For the log. */
  readonly answered: { way: 'PLANNED' | 'RESOLVED' | null };
}
