// The command line of the federation: `npm run federation -- --help`.
import { randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { Command, InvalidArgumentError } from 'commander';
import { readConfig } from '../src/config.js';
import { UserError } from '../src/errors.js';
import { queueSizes } from '../src/operation/admission.js';
import { openGateway } from './gateway.js';
import { FIRST_PORT, isOwn, portOf, urlOf, type Place } from './places.js';
import { askSubgraph, RefusedSignatureError } from './subgraph-client.js';
import { startSubgraphs } from './subgraph-processes.js';
import { checkSupergraphFile, loadSupergraph, writeSupergraphFile } from './supergraph.js';
import { DOMAINS } from '../src/federation/domain-names.js';

// The runtime adds a listener to one signal for each request, and removes them when garbage is collected.
setMaxListeners(0);

const program = new Command('federation')
  .description(
    'SCAN Graph as a federation: its subgraphs behind a gateway, and subgraphs of others.',
  )
  .showHelpAfterError('(run with --help for usage)');

program
  .command('start', { isDefault: true })
  .description('start the subgraphs and the gateway')
  .option(
    '--gateway-only',
    'start no subgraphs: they run elsewhere, at the URLs of --subgraph or else at their ports here',
  )
  .option(
    '--first-port <port>',
    'the port of the first subgraph on this machine; the others have the next ones',
    portNumber,
    FIRST_PORT,
  )
  .option(
    '--subgraph <name=url>',
    'where a subgraph runs; one of another body is composed with ours at the start (repeatable)',
    (text: string, before: readonly Place[]) => [...before, placeOf(text)],
    [] as readonly Place[],
  )
  .addHelpText(
    'after',
    `
Settings, from the environment or a file .env: HOST, PORT, DATABASE_URL, DATA_DIR, SUBGRAPH_SECRET, LOG_LEVEL,
OPERATION_TIMEOUT_MS, TRUSTED_DOCUMENTS_ONLY, INTROSPECTION, SUGGESTIONS, CORS_ORIGINS, TRUSTED_PROXIES, MAX_TOKENS, MAX_DEPTH, MAX_ALIASES,
MAX_DIRECTIVES, MAX_COST, MAX_BODY_BYTES (docs/federation.md)`,
  )
  .action(start);

program
  .command('compose')
  .description('write federation/supergraph.graphql from the declarations')
  .option('--check', 'fail if the file differs, instead of writing it')
  .action(async ({ check }: { check?: true }) => {
    if (check) await checkSupergraphFile();
    else await writeSupergraphFile();
  });

interface StartOptions {
  readonly gatewayOnly?: boolean;
  readonly firstPort: number;
  readonly subgraph: readonly Place[];
}

/** Serves until SIGINT or SIGTERM, or until a subgraph that it has started ends by itself. */
async function start({
  gatewayOnly = false,
  firstPort,
  subgraph: given,
}: StartOptions): Promise<void> {
  const config = readConfig();
  const stopped = untilSignal();
  // Subgraphs that are started here need no secret from outside.
  const secret = config.subgraphSecret ?? (gatewayOnly ? null : randomBytes(32).toString('hex'));
  const processes = gatewayOnly
    ? null
    : await startSubgraphs({
        secret,
        isOnServer: config.databaseUrl !== null,
        firstPort,
        stopped,
        environment: process.env,
      });
  try {
    const own =
      processes?.places ??
      DOMAINS.map((name) => ({ name, url: urlOf(name, portOf(name, firstPort)) }));
    const places = [...own.filter(({ name }) => !given.some((one) => one.name === name)), ...given];
    const gateway = await openGateway(
      {
        supergraph: await loadSupergraph(places.filter(({ name }) => !isOwn(name))),
        places,
        secret,
        limits: config.limits,
        queues: queueSizes(config),
        exposure: config.exposure,
        trustedProxies: config.trustedProxies,
        drainTimeoutMs: config.drainTimeoutMs,
        logLevel: config.logLevel,
      },
      config,
    );
    try {
      await refuseWrongSecret(places, secret);
      process.stdout.write(greeting(gateway.url, places));
      const failure = await Promise.race([stopped, processes?.failed ?? stopped]);
      if (failure !== null) throw new UserError(failure);
    } finally {
      await gateway.close();
    }
  } finally {
    await processes?.stop();
  }
}

/** Ends the start if a subgraph refuses the signature. One that does not answer may come later. */
async function refuseWrongSecret(places: readonly Place[], secret: string | null): Promise<void> {
  for (const place of places) {
    await askSubgraph(place, '{ __typename }', secret).catch((error: unknown) => {
      if (error instanceof RefusedSignatureError) throw error;
      process.stderr.write(`${(error as Error).message}\n`);
    });
  }
}

function portNumber(text: string): number {
  const port = Number(text);
  // The ports of all subgraphs follow it.
  if (Number.isInteger(port) && port > 0 && port <= 65_535 - DOMAINS.length) return port;
  throw new InvalidArgumentError('Use a port, such as 4001.');
}

function placeOf(text: string): Place {
  const [, name, url] = /^([a-z][a-z0-9-]*)=(https?:\/\/.+)$/.exec(text) ?? [];
  if (name === undefined || url === undefined || !URL.canParse(url)) {
    throw new InvalidArgumentError(
      'Use a name and a URL, such as procurement=http://127.0.0.1:4011/graphql.',
    );
  }
  return { name, url };
}

function untilSignal(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(null));
  });
}

function greeting(url: string, places: readonly Place[]): string {
  const lines = places.map((place) => `  ${place.name.padEnd(12)} ${place.url}\n`);
  return `\nThe gateway of SCAN Graph is at ${url}/graphql, before these subgraphs:\n\n${lines.join('')}\n`;
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
