import type { Reader } from './graph/reader.js';
import type { NetworkRequest } from './network/network-request.js';
import type { NetworkView } from './network/network-view.js';
import type { ReleaseSlot } from './slots.js';
import type { Patience } from './network/shared-task.js';

/** Who asks. Anonymous until there are rights; every resolver that will need it has it already. */
export interface Viewer {
  readonly kind: 'ANONYMOUS';
}

/** What a resolver may use; made anew for each request. */
export interface Context {
  readonly requestId: string;
  /** Whose share of the server the operation takes: the client's address. */
  readonly client: string;
  readonly viewer: Viewer;
  /** Aborts at the operation's deadline, when the client hangs up, and when the server stops. */
  readonly signal: AbortSignal;
  readonly reader: Reader;
  /** The partnership graph as of now, or the part of it that is asked for. */
  readonly openNetwork: (request: NetworkRequest) => Promise<NetworkView>;
  /** Until when this request waits for what is computed. */
  readonly patience: Patience;
  /** Gives back the place among the running operations; null until the operation has one. */
  readonly slot: { release: ReleaseSlot | null };
  /** In which way the answer was made, or was tried to be made; null until it is. */
  readonly answered: { way: 'PLANNED' | 'FAILED' | 'RESOLVED' | null };
}
