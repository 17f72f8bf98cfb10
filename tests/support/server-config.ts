import {
  DEFAULT_LIMITS,
  DRAIN_TIMEOUT_MS,
  OPERATIONS_AT_ONCE,
  OPERATIONS_WAITING,
  CACHE_CHARACTERS,
} from '../../src/config.js';
import type { ServerParts } from '../../src/http/server.js';

/** How a server is configured in tests unless they say otherwise. Nothing is counted from columns. */
export const SERVER_CONFIG: ServerParts['config'] = {
  limits: DEFAULT_LIMITS,
  cacheCharacters: CACHE_CHARACTERS,
  columnsFromGrants: 0,
  statementTimeoutMs: 20_000,
  databasePoolSize: 4,
  operationsAtOnce: OPERATIONS_AT_ONCE,
  operationsWaiting: OPERATIONS_WAITING,
  drainTimeoutMs: DRAIN_TIMEOUT_MS,
  trustedProxies: [],
  subgraphSecret: null,
};
