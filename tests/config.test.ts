import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEFAULT_EXPOSURE, DEFAULT_LIMITS, readConfig } from '../src/config.js';
import { EXPORT_LIMITS } from '../src/export-limits.js';
import { UserError } from '../src/errors.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scan-graph-config-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const NO_FILE = '/no/such/folder/.env';

function file(text: string): string {
  const path = join(folder, '.env');
  writeFileSync(path, text);
  return path;
}

function refusal(environment: Readonly<Record<string, string>>, path = NO_FILE): string {
  try {
    readConfig(environment, path);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).message;
  }
  throw new Error('It was accepted.');
}

describe('the configuration', () => {
  test('has a default for every setting', () => {
    expect(readConfig({}, NO_FILE)).toEqual({
      host: '127.0.0.1',
      port: 4000,
      dataDir: '.scan-graph',
      databaseUrl: null,
      databasePoolSize: 10,
      operationsAtOnce: 32,
      operationsWaiting: 64,
      statementTimeoutMs: 10_000,
      drainTimeoutMs: 10_000,
      cacheCharacters: 20_000_000,
      columnsFromGrants: 20_000,
      trustedProxies: [],
      subgraphSecret: null,
      logLevel: 'info',
      limits: DEFAULT_LIMITS,
      exports: EXPORT_LIMITS,
      exposure: DEFAULT_EXPOSURE,
    });
  });

  test('is read from the environment', () => {
    const config = readConfig(
      {
        HOST: '0.0.0.0',
        PORT: '0',
        DATA_DIR: '/var/lib/scan',
        DATABASE_URL: 'postgresql://scan@db.example/scan',
        DATABASE_POOL_SIZE: '3',
        OPERATIONS_AT_ONCE: '4',
        OPERATIONS_WAITING: '0',
        STATEMENT_TIMEOUT_MS: '500',
        DRAIN_TIMEOUT_MS: '600',
        OPERATION_TIMEOUT_MS: '800',
        CACHE_CHARACTERS: '0',
        COLUMNS_FROM_GRANTS: '5',
        NETWORK_TIMEOUT_MS: '700',
        TRUSTED_PROXIES: '10.0.0.0/8, ::1',
        SUBGRAPH_SECRET: 'a secret of at least 32 characters',
        LOG_LEVEL: 'debug',
        MAX_TOKENS: '100',
        MAX_DEPTH: '3',
        MAX_ALIASES: '0',
        MAX_DIRECTIVES: '0',
        MAX_COST: '10',
        MAX_BODY_BYTES: '1000',
        PUBLIC_URL: 'https://graph.example.org/scan/',
        ADMIN_PORT: '4001',
        INTROSPECTION: 'false',
        PLAYGROUND: 'false',
        TRUSTED_DOCUMENTS_ONLY: 'true',
        PAGES: 'false',
        CORS_ORIGINS: 'https://a.example, http://localhost:5173',
        EMBED_ORIGINS: 'https://b.example',
        FEEDBACK_URL: 'mailto:data@example.org',
        EXPORTS_AT_ONCE: '3',
        EXPORTS_PER_CLIENT: '1',
        EXPORT_SPOOL_BYTES: '1000000',
        EXPORT_BYTES_PER_SECOND: '0',
        EXPORT_TIMEOUT_MS: '1000',
      },
      NO_FILE,
    );
    expect(config).toEqual({
      host: '0.0.0.0',
      port: 0,
      dataDir: '/var/lib/scan',
      databaseUrl: 'postgresql://scan@db.example/scan',
      databasePoolSize: 3,
      operationsAtOnce: 4,
      operationsWaiting: 0,
      statementTimeoutMs: 500,
      drainTimeoutMs: 600,
      cacheCharacters: 0,
      columnsFromGrants: 5,
      trustedProxies: ['10.0.0.0/8', '::1'],
      subgraphSecret: 'a secret of at least 32 characters',
      logLevel: 'debug',
      limits: {
        tokens: 100,
        depth: 3,
        aliases: 0,
        directives: 0,
        cost: 10,
        bodyBytes: 1000,
        operationMs: 800,
        networkMs: 700,
      },
      exports: {
        ...EXPORT_LIMITS,
        atOnce: 3,
        perClient: 1,
        spoolBytes: 1_000_000,
        bytesPerSecond: 0,
        totalMs: 1000,
      },
      exposure: {
        publicUrl: 'https://graph.example.org/scan/',
        admin: { host: '127.0.0.1', port: 4001 },
        introspection: false,
        playground: false,
        trustedDocumentsOnly: true,
        pages: false,
        embedOrigins: ['https://b.example'],
        feedbackUrl: 'mailto:data@example.org',
        suggestions: false,
        corsOrigins: ['https://a.example', 'http://localhost:5173'],
      },
    });
  });

  test('is read from a file if the environment does not set it', () => {
    const path = file('# ours\nPORT=4100\nHOST="0.0.0.0"\nLOG_LEVEL=warn\n');
    expect(readConfig({ PORT: '4200', LOG_LEVEL: '' }, path)).toMatchObject({
      port: 4200,
      host: '0.0.0.0',
      logLevel: 'info',
    });
  });

  test('is refused with the name of a file that cannot be read', () => {
    expect(refusal({}, folder)).toMatch(/^Cannot read the file .*scan-graph-config-\w+: EISDIR/);
  });

  test('treats an empty value as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' }, NO_FILE)).toMatchObject({
      port: 4000,
      databaseUrl: null,
    });
  });

  test.each([
    ['PUBLIC_URL', 'graph.example.org'],
    ['PUBLIC_URL', 'ftp://graph.example.org'],
    ['PUBLIC_URL', 'https://graph.example.org/?a=b'],
    ['PUBLIC_URL', 'https://scan:geheim@graph.example.org'],
    ['PUBLIC_URL', 'https://graph.example.org/\r\nset-cookie: a'],
    ['ADMIN_PORT', '65536'],
    ['INTROSPECTION', 'yes'],
    ['PLAYGROUND', '0'],
    ['TRUSTED_DOCUMENTS_ONLY', '1'],
    ['PAGES', 'off'],
    ['SUGGESTIONS', 'TRUE'],
    ['EMBED_ORIGINS', 'a.example'],
    ['FEEDBACK_URL', 'data@example.org'],
    ['FEEDBACK_URL', 'javascript:alert(1)'],
    ['FEEDBACK_URL', 'mailto:a@example.org?bcc=b@example.org'],
    ['CORS_ORIGINS', 'a.example'],
    ['CORS_ORIGINS', 'https://a.example/'],
    ['CORS_ORIGINS', 'https://a.example:443'],
    ['CORS_ORIGINS', 'https://a.example, *'],
    ['CORS_ORIGINS', 'https://*.example'],
    ['CORS_ORIGINS', 'null'],
    ['CORS_ORIGINS', ','],
  ])('refuses %s=%j', (name, value) => {
    expect(refusal({ [name]: value })).toMatch(new RegExp(`- ${name} must be`));
  });

  test('has no playground where only registered documents run, and refuses to have one', () => {
    const only = { TRUSTED_DOCUMENTS_ONLY: 'true' };
    expect(readConfig({}, NO_FILE).exposure).toMatchObject({
      trustedDocumentsOnly: false,
      playground: true,
    });
    expect(readConfig(only, NO_FILE).exposure).toMatchObject({
      trustedDocumentsOnly: true,
      playground: false,
    });
    expect(refusal({ ...only, PLAYGROUND: 'true' })).toMatch(
      /- PLAYGROUND must be false, or left out, with TRUSTED_DOCUMENTS_ONLY=true/,
    );
  });

  test('reports all errors at once, each with the expected value', () => {
    const environment = {
      PORT: '65536',
      DATABASE_URL: 'mysql://root:geheim@db.example/scan',
      LOG_LEVEL: 'loud',
      STATEMENT_TIMEOUT_MS: '0',
      MAX_DEPTH: '2.5',
      TRUSTED_PROXIES: '10.0.0.1, 10.0.0.0/33',
      SUBGRAPH_SECRET: 'short',
    };
    const text = refusal(environment, file('MAX_COST=many\nDATABASE_POOL_SIZE=-1\n'));

    expect(text.split('\n')).toEqual([
      'The configuration has 9 errors:',
      '  - DATABASE_URL must begin with postgres:// or postgresql://.',
      `  - TRUSTED_PROXIES must be IP addresses or networks such as 10.0.0.0/8; got '10.0.0.0/33'.`,
      '  - SUBGRAPH_SECRET must have at least 32 characters, for example those that this prints: openssl rand -hex 32',
      `  - LOG_LEVEL must be one of silent, error, warn, info, debug; got 'loud'.`,
      `  - PORT must be a whole number between 0 and 65535; got '65536'.`,
      `  - DATABASE_POOL_SIZE must be a whole number between 1 and 1000; got '-1'.`,
      `  - STATEMENT_TIMEOUT_MS must be a whole number between 1 and 3600000; got '0'.`,
      `  - MAX_DEPTH must be a whole number between 3 and 100; got '2.5'.`,
      `  - MAX_COST must be a whole number between 10 and 1000000000; got 'many'.`,
    ]);
  });

  test('reports a single error in the singular', () => {
    expect(refusal({ PORT: 'http' })).toMatch(
      /^The configuration has an error:\n {2}- PORT must be/,
    );
  });

  test.each(['0x50', '1e3', ' 80', '80.0', '٨٠', 'NaN', 'Infinity'])(
    'refuses a number in the form %j',
    (text) => {
      expect(refusal({ PORT: text })).toContain(`PORT must be a whole number`);
    },
  );
});
