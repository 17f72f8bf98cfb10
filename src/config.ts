import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { PlainError } from './errors.js';

/** What can be set from outside; described in `.env.example` and the README. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly databasePoolSize: number;
  readonly statementTimeoutMs: number;
  /** Of answers, and of what was counted and summed, that are remembered until the data changes; 0 for none. */
  readonly rememberedCharacters: number;
  /** From how many grants on figures are counted from a copy in memory; 0 for never. */
  readonly columnsFromGrants: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly limits: Limits;
}

/** What one operation may be at most. */
export interface Limits {
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly cost: number;
  readonly bodyBytes: number;
  /** How long it waits for what is computed of a network. */
  readonly networkMs: number;
}

export const DEFAULT_LIMITS: Limits = {
  tokens: 2000,
  depth: 20,
  aliases: 50,
  directives: 50,
  cost: 100_000,
  bodyBytes: 1_000_000,
  networkMs: 30_000,
};

export const REMEMBERED_CHARACTERS = 20_000_000;
const COLUMNS_FROM_GRANTS = 20_000;

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

function readFile(file: string): Environment {
  if (!existsSync(file)) return {};
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new PlainError(`The file ${file} cannot be read: ${(error as Error).message}.`);
  }
}

/** Reads the environment over the `.env` of the working folder; refuses with every fault at once. */
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
    faults.push(`${name} must be a whole number from ${from} to ${to}, and is '${text}'.`);
    return fallback;
  };
  const databaseUrl = read('DATABASE_URL');
  if (databaseUrl !== null && !/^postgres(ql)?:\/\/./.test(databaseUrl)) {
    faults.push(`DATABASE_URL must begin with postgres:// or postgresql://.`);
  }
  const logLevel = read('LOG_LEVEL') ?? 'info';
  if (!LOG_LEVELS.some((level) => level === logLevel)) {
    faults.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, and is '${logLevel}'.`);
  }
  const config: Config = {
    host: read('HOST') ?? '127.0.0.1',
    port: whole('PORT', 4000, 0, 65_535),
    dataDir: read('DATA_DIR') ?? '.scan-graph',
    databaseUrl,
    databasePoolSize: whole('DATABASE_POOL_SIZE', 10, 1, 1000),
    statementTimeoutMs: whole('STATEMENT_TIMEOUT_MS', 10_000, 1, 3_600_000),
    rememberedCharacters: whole('REMEMBERED_CHARACTERS', REMEMBERED_CHARACTERS, 0, 2_000_000_000),
    columnsFromGrants: whole('COLUMNS_FROM_GRANTS', COLUMNS_FROM_GRANTS, 0, 1_000_000_000),
    logLevel: logLevel as Config['logLevel'],
    limits: {
      tokens: whole('MAX_TOKENS', DEFAULT_LIMITS.tokens, 100, 100_000),
      depth: whole('MAX_DEPTH', DEFAULT_LIMITS.depth, 3, 100),
      aliases: whole('MAX_ALIASES', DEFAULT_LIMITS.aliases, 0, 10_000),
      directives: whole('MAX_DIRECTIVES', DEFAULT_LIMITS.directives, 0, 10_000),
      cost: whole('MAX_COST', DEFAULT_LIMITS.cost, 10, 1_000_000_000),
      bodyBytes: whole('MAX_BODY_BYTES', DEFAULT_LIMITS.bodyBytes, 1000, 100_000_000),
      networkMs: whole('NETWORK_TIMEOUT_MS', DEFAULT_LIMITS.networkMs, 1, 3_600_000),
    },
  };
  if (faults.length > 0) {
    throw new PlainError(
      `The configuration has ${faults.length === 1 ? 'a fault' : `${String(faults.length)} faults`}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
  }
  return config;
}
