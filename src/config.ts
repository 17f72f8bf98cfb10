import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { parseEnv } from 'node:util';
import { UserError } from './errors.js';
import { EXPORT_LIMITS, type ExportLimits } from './export-limits.js';

/** The settings; described in `.env.example` and the README. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly databasePoolSize: number;
  /** The maximum number of operations that run at once, and that wait. */
  readonly operationsAtOnce: number;
  readonly operationsWaiting: number;
  readonly statementTimeoutMs: number;
  /** How long a stopping server waits for running requests. */
  readonly drainTimeoutMs: number;
  /** The size of the caches of responses and of figures, which are valid until the data changes; 0 disables them. */
  readonly cacheCharacters: number;
  /** The number of grants from which figures are computed from a copy in memory; 0 for never. */
  readonly columnsFromGrants: number;
  /** The addresses and networks of proxies whose X-Forwarded-For is trusted. */
  readonly trustedProxies: readonly string[];
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly limits: Limits;
  readonly exports: ExportLimits;
  readonly exposure: Exposure;
  /** The secret with which a gateway signs its requests to subgraphs; null if they need no signature. */
  readonly subgraphSecret: string | null;
}

/** The minimum length of a secret, as long as a signature. */
const SECRET_CHARACTERS = 32;

/** What the server exposes, and to whom. */
export interface Exposure {
  /** The URL at which clients reach the server; null for the address where it listens. */
  readonly publicUrl: string | null;
  /** Where metrics are served; null for the main port. */
  readonly admin: { readonly host: string; readonly port: number } | null;
  readonly introspection: boolean;
  readonly playground: boolean;
  /** Whether clients can run only the documents of docs/operations. */
  readonly trustedDocumentsOnly: boolean;
  /** Whether the pages for people are served at `/`. */
  readonly pages: boolean;
  /** The sites whose pages may show the pages in a frame; '*' for all. */
  readonly embedOrigins: '*' | readonly string[];
  /** Where readers report errors in the data; null for nowhere. */
  readonly feedbackUrl: string | null;
  /** Whether errors about unknown names suggest similar ones. */
  readonly suggestions: boolean;
  /** The origins whose pages may read responses; '*' for all. */
  readonly corsOrigins: '*' | readonly string[];
}

export const DEFAULT_EXPOSURE: Exposure = {
  publicUrl: null,
  admin: null,
  introspection: true,
  playground: true,
  trustedDocumentsOnly: false,
  pages: true,
  embedOrigins: [],
  feedbackUrl: null,
  suggestions: true,
  corsOrigins: '*',
};

/** The limits of one operation. */
export interface Limits {
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly cost: number;
  readonly bodyBytes: number;
  /** The maximum duration of an operation, waiting included. */
  readonly operationMs: number;
  /** The maximum time that an operation waits for the computation of a network. */
  readonly networkMs: number;
}

export const DEFAULT_LIMITS: Limits = {
  tokens: 2000,
  depth: 20,
  aliases: 50,
  directives: 50,
  cost: 100_000,
  bodyBytes: 1_000_000,
  operationMs: 30_000,
  networkMs: 30_000,
};

export const CACHE_CHARACTERS = 20_000_000;
export const OPERATIONS_AT_ONCE = 32;
export const OPERATIONS_WAITING = 64;
export const DRAIN_TIMEOUT_MS = 10_000;
const COLUMNS_FROM_GRANTS = 20_000;

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** An http or https URL without credentials, query and fragment. */
function isAddress(text: string): boolean {
  if (!/^https?:[\w./~:%[\]-]+$/.test(text) || !URL.canParse(text)) return false;
  const { protocol, username } = new URL(text);
  return /^https?:$/.test(protocol) && username === '';
}

/** An origin exactly as browsers send it: no path, no default port. */
function isOrigin(text: string): boolean {
  return (
    /^https?:/.test(text) &&
    !text.includes('*') &&
    URL.canParse(text) &&
    new URL(text).origin === text
  );
}

/** A mail address or a page where readers report errors. */
function isFeedback(text: string): boolean {
  return /^mailto:[^\s?&]+@[^\s?&]+$/.test(text) || isAddress(text);
}

type Environment = Readonly<Record<string, string | undefined>>;

function readFile(file: string): Environment {
  if (!existsSync(file)) return {};
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UserError(`Cannot read the file ${file}: ${(error as Error).message}.`);
  }
}

/** An IP address or a network such as 10.0.0.0/8. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...others] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  return (
    isIP(address) !== 0 &&
    others.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most))
  );
}

/** Reads the environment, which overrides `.env` in the working folder. Throws an error that lists every invalid setting. */
export function readConfig(environment: Environment = process.env, file = '.env'): Config {
  const fromFile = readFile(file);
  const faults: string[] = [];
  const read = (name: string): string | null => {
    const text = environment[name] ?? fromFile[name];
    return text === undefined || text === '' ? null : text;
  };
  const whole = (name: string, fallback: number, from: number, to: number): number => {
    const text = read(name);
    if (text === null) return fallback;
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= from && value <= to) return value;
    faults.push(`${name} must be a whole number between ${from} and ${to}; got '${text}'.`);
    return fallback;
  };
  const flag = (name: string, fallback: boolean): boolean => {
    const text = read(name);
    if (text === null) return fallback;
    if (text === 'true' || text === 'false') return text === 'true';
    faults.push(`${name} must be true or false; got '${text}'.`);
    return fallback;
  };
  const origins = (name: string, fallback: string): '*' | readonly string[] => {
    const list = (read(name) ?? fallback).split(/[\s,]+/).filter(Boolean);
    if (list.length === 1 && list[0] === '*') return '*';
    const wrong = list.find((origin) => !isOrigin(origin));
    if (wrong !== undefined) {
      faults.push(
        `${name} must be * or a list of origins such as https://example.org, without a path; got '${wrong}'.`,
      );
    }
    return list;
  };
  const exposure = (): Exposure => {
    const publicUrl = read('PUBLIC_URL');
    if (publicUrl !== null && !isAddress(publicUrl)) {
      faults.push(
        `PUBLIC_URL must be a URL such as https://graph.example.org; got '${publicUrl}'.`,
      );
    }
    const adminPort = whole('ADMIN_PORT', 0, 0, 65_535);
    const adminHost = read('ADMIN_HOST') ?? '127.0.0.1';
    const introspection = flag('INTROSPECTION', true);
    const trustedDocumentsOnly = flag('TRUSTED_DOCUMENTS_ONLY', false);
    // What people write in the playground is not registered.
    const playground = flag('PLAYGROUND', !trustedDocumentsOnly);
    if (trustedDocumentsOnly && playground) {
      faults.push(
        `PLAYGROUND must be false, or left out, with TRUSTED_DOCUMENTS_ONLY=true: the playground sends operations that are not registered.`,
      );
    }
    const corsOrigins = origins('CORS_ORIGINS', '*');
    if (corsOrigins.length === 0) {
      faults.push(`CORS_ORIGINS must be * or a list of origins; got ','.`);
    }
    const feedbackUrl = read('FEEDBACK_URL');
    if (feedbackUrl !== null && !isFeedback(feedbackUrl)) {
      faults.push(
        `FEEDBACK_URL must be an address such as mailto:data@example.org or https://example.org/report; got '${feedbackUrl}'.`,
      );
    }
    return {
      publicUrl,
      admin: read('ADMIN_PORT') === null ? null : { host: adminHost, port: adminPort },
      introspection,
      playground,
      trustedDocumentsOnly,
      pages: flag('PAGES', true),
      embedOrigins: origins('EMBED_ORIGINS', ''),
      feedbackUrl,
      // Suggestions would reveal the names that introspection hides.
      suggestions: flag('SUGGESTIONS', introspection),
      corsOrigins,
    };
  };
  const databaseUrl = read('DATABASE_URL');
  if (databaseUrl !== null && !/^postgres(ql)?:\/\/./.test(databaseUrl)) {
    faults.push(`DATABASE_URL must begin with postgres:// or postgresql://.`);
  }
  const trustedProxies =
    read('TRUSTED_PROXIES')
      ?.split(/[\s,]+/)
      .filter(Boolean) ?? [];
  const wrongProxy = trustedProxies.find((proxy) => !isNetwork(proxy));
  if (wrongProxy !== undefined) {
    faults.push(
      `TRUSTED_PROXIES must be IP addresses or networks such as 10.0.0.0/8; got '${wrongProxy}'.`,
    );
  }
  const subgraphSecret = read('SUBGRAPH_SECRET');
  if (subgraphSecret !== null && subgraphSecret.length < SECRET_CHARACTERS) {
    faults.push(
      `SUBGRAPH_SECRET must have at least ${String(SECRET_CHARACTERS)} characters, for example those that this prints: openssl rand -hex 32`,
    );
  }
  const logLevel = read('LOG_LEVEL') ?? 'info';
  if (!LOG_LEVELS.some((level) => level === logLevel)) {
    faults.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}; got '${logLevel}'.`);
  }
  const config: Config = {
    host: read('HOST') ?? '127.0.0.1',
    port: whole('PORT', 4000, 0, 65_535),
    dataDir: read('DATA_DIR') ?? '.scan-graph',
    databaseUrl,
    databasePoolSize: whole('DATABASE_POOL_SIZE', 10, 1, 1000),
    operationsAtOnce: whole('OPERATIONS_AT_ONCE', OPERATIONS_AT_ONCE, 1, 10_000),
    operationsWaiting: whole('OPERATIONS_WAITING', OPERATIONS_WAITING, 0, 100_000),
    statementTimeoutMs: whole('STATEMENT_TIMEOUT_MS', 10_000, 1, 3_600_000),
    drainTimeoutMs: whole('DRAIN_TIMEOUT_MS', DRAIN_TIMEOUT_MS, 0, 3_600_000),
    cacheCharacters: whole('CACHE_CHARACTERS', CACHE_CHARACTERS, 0, 2_000_000_000),
    columnsFromGrants: whole('COLUMNS_FROM_GRANTS', COLUMNS_FROM_GRANTS, 0, 1_000_000_000),
    trustedProxies,
    logLevel: logLevel as Config['logLevel'],
    limits: {
      tokens: whole('MAX_TOKENS', DEFAULT_LIMITS.tokens, 100, 100_000),
      depth: whole('MAX_DEPTH', DEFAULT_LIMITS.depth, 3, 100),
      aliases: whole('MAX_ALIASES', DEFAULT_LIMITS.aliases, 0, 10_000),
      directives: whole('MAX_DIRECTIVES', DEFAULT_LIMITS.directives, 0, 10_000),
      cost: whole('MAX_COST', DEFAULT_LIMITS.cost, 10, 1_000_000_000),
      bodyBytes: whole('MAX_BODY_BYTES', DEFAULT_LIMITS.bodyBytes, 1000, 100_000_000),
      operationMs: whole('OPERATION_TIMEOUT_MS', DEFAULT_LIMITS.operationMs, 1, 3_600_000),
      networkMs: whole('NETWORK_TIMEOUT_MS', DEFAULT_LIMITS.networkMs, 1, 3_600_000),
    },
    exports: {
      ...EXPORT_LIMITS,
      atOnce: whole('EXPORTS_AT_ONCE', EXPORT_LIMITS.atOnce, 1, 1000),
      perClient: whole('EXPORTS_PER_CLIENT', EXPORT_LIMITS.perClient, 1, 1000),
      spoolBytes: whole('EXPORT_SPOOL_BYTES', EXPORT_LIMITS.spoolBytes, 1_000_000, 1e15),
      bytesPerSecond: whole('EXPORT_BYTES_PER_SECOND', EXPORT_LIMITS.bytesPerSecond, 0, 1e9),
      totalMs: whole('EXPORT_TIMEOUT_MS', EXPORT_LIMITS.totalMs, 1, 86_400_000),
    },
    exposure: exposure(),
    subgraphSecret,
  };
  if (faults.length > 0) {
    throw new UserError(
      `The configuration has ${faults.length === 1 ? 'an error' : `${String(faults.length)} errors`}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
  }
  return config;
}
