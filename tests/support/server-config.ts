import { DEFAULT_LIMITS, DRAIN_TIMEOUT_MS, REMEMBERED_CHARACTERS } from '../../src/config.js';
import type { ServerParts } from '../../src/http/server.js';

/** How a server is configured in tests unless they say otherwise. Nothing is counted from columns. */
export const SERVER_CONFIG: ServerParts['config'] = {
  limits: DEFAULT_LIMITS,
  rememberedCharacters: REMEMBERED_CHARACTERS,
  columnsFromGrants: 0,
  statementTimeoutMs: 20_000,
  databasePoolSize: 4,
  drainTimeoutMs: DRAIN_TIMEOUT_MS,
  trustedProxies: [],
};
