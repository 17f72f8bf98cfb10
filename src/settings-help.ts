export const DATABASE_SETTINGS = `
  DATA_DIR              the folder of the embedded database (.scan-graph)
  DATABASE_URL          a PostgreSQL server 15 or later instead of the embedded database`;

export const SERVER_SETTINGS = `
  HOST                  the address to listen on (127.0.0.1)
  PORT                  the port to listen on (4000)
  DATABASE_POOL_SIZE    the number of connections for reading from a server (10)
  STATEMENT_TIMEOUT_MS  the time limit of a statement (10000)
  OPERATIONS_AT_ONCE    the maximum number of running operations (32)
  OPERATIONS_WAITING    the maximum number of waiting operations; more are refused (64)
  OPERATION_TIMEOUT_MS  the time limit of a whole operation (30000)
  DRAIN_TIMEOUT_MS      how long a stopping server waits for running requests (10000)
  TRUSTED_PROXIES       the addresses of proxies whose X-Forwarded-For is trusted (none)
  NETWORK_TIMEOUT_MS    how long an operation waits for a network computation (30000)
  CACHE_CHARACTERS      the size of the answer cache and of the figure cache, each; 0 disables them (20000000)
  COLUMNS_FROM_GRANTS   the number of grants from which figures are counted in memory; 0 disables it (20000)
  PUBLIC_URL            the address for clients, used in files and headers (http://HOST:PORT)
  CORS_ORIGINS          origins whose pages can read responses (*)
  ADMIN_PORT, ADMIN_HOST
                        a separate address for /metrics (unset, 127.0.0.1)
  INTROSPECTION, PLAYGROUND, SUGGESTIONS
                        whether clients can query the schema, use the playground and get suggested names (true)
  TRUSTED_DOCUMENTS_ONLY
                        whether clients can run only registered documents; the playground is then off (false)
  PAGES                 whether the pages are served; if not, / redirects to the playground (true)
  EMBED_ORIGINS         sites that can show the pages in a frame (none)
  FEEDBACK_URL          where readers of the pages report errors in the data (none)
  EXPORTS_PER_CLIENT, EXPORTS_AT_ONCE
                        the maximum number of concurrent exports of one client, and of all clients (2, 16)
  EXPORT_BYTES_PER_SECOND, EXPORT_TIMEOUT_MS
                        the minimum speed and the maximum duration of an export (10000, 600000)
  EXPORT_SPOOL_BYTES    the maximum size of unread exports on disk (2000000000)
  SUBGRAPH_SECRET       the secret with which a gateway signs its requests to subgraphs (none)
  LOG_LEVEL             silent, error, warn, info or debug (info)
  MAX_TOKENS, MAX_DEPTH, MAX_ALIASES, MAX_DIRECTIVES, MAX_COST, MAX_BODY_BYTES
                        the limits of an operation`;

/** The help of settings, to add after that of a command. */
export function settingsHelp(...settings: readonly string[]): string {
  return `\nSettings, from the environment or a file .env, with their defaults:${settings.join('')}`;
}
