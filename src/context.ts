import type { Loaders } from './loaders/loaders.js';
import type { ListTexts } from './network/list-texts.js';
import type { NetworkRequest } from './network/network-request.js';
import type { OpenNetwork } from './network/network.js';
import type { ReleaseSlot } from './slots.js';
import type { Patience } from './network/shared-task.js';

/** The user. Always anonymous until there are permissions; resolvers that will need it already receive it. */
export interface Viewer {
  readonly kind: 'ANONYMOUS';
}

/** What a resolver may use; created per request. */
export interface Context {
  readonly requestId: string;
  /** The trace that the client says the request belongs to (W3C Trace Context); null if it says none. */
  readonly traceId: string | null;
  /** The client's address, which limits apply to. */
  readonly client: string;
  readonly viewer: Viewer;
  /** Aborts at the operation's deadline, when the client disconnects, and when the server stops. */
  readonly signal: AbortSignal;
  readonly loaders: Loaders;
  /** Opens the requested network. */
  readonly openNetwork: (request: NetworkRequest) => Promise<OpenNetwork>;
  /** How long this request waits for computations. */
  readonly patience: Patience;
  /** Releases the slot of the operation; null until it has one. */
  readonly slot: { release: ReleaseSlot | null };
  /**
   * How the operation was answered; `FAILED` if its plan failed. Null until then.
   * `isCached` says of a planned one whether the response was cached.
   */
  readonly answered: { way: 'PLANNED' | 'FAILED' | 'RESOLVED' | null; isCached: boolean };
  /** Lists of the response that workers write; only if whoever executes the operation places them in it. */
  lists?: ListTexts;
}
