import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { readConfig, type Config } from './config.js';
import type { Database } from './database/database.js';
import { PlainError } from './errors.js';
import { FORMATS, FORMAT_NAMES, KIND_NAMES, type FormatName } from './export/formats.js';
import type { KindName } from './export/kinds.js';
import { importCommand, templateCommand } from './import/command-line.js';

/** The data set that every new database begins with. */
export const FOUNDING_DATA_SET = fileURLToPath(new URL('../../data/founding', import.meta.url));

const say = (text: string) => process.stdout.write(`${text}\n`);

/**
 * The command line. What it refuses it refuses by a PlainError. What a command needs is imported when
 * it is given, so that help and refusals come at once.
 */
export function program(): Command {
  const command = new Command('scan-graph')
    .description('The network of the Serbian Cluster Association as one GraphQL graph.')
    .showHelpAfterError('(--help says what there is)')
    .addHelpText('after', settingsHelp(DATABASE_SETTINGS, SERVER_SETTINGS));

  command
    .command('serve')
    .description('migrate the database, load the founding data if it is empty, and serve the API')
    .addHelpText('after', settingsHelp(DATABASE_SETTINGS, SERVER_SETTINGS))
    .action(async () => {
      const config = readConfig();
      const { serve } = await import('./serve.js');
      await serve(config, FOUNDING_DATA_SET);
    });

  command
    .command('migrate')
    .description('bring the database up to this release')
    .addHelpText('after', settingsHelp(DATABASE_SETTINGS))
    .action(() =>
      withDatabase(readConfig(), (_database, done) => {
        say(done.length === 0 ? 'Nothing to do.' : `Applied ${done.join(', ')}.`);
      }),
    );

  command
    .command('load')
    .description('load a data set: a folder of YAML files, whole or not at all')
    .argument('[folder]', 'the folder', FOUNDING_DATA_SET)
    .addHelpText('after', settingsHelp(DATABASE_SETTINGS))
    .action((folder: string) =>
      withDatabase(readConfig(), async (database) => {
        const { loadDataSet } = await import('./data-set/load-data-set.js');
        const { inserted, updated, unchanged, removed } = await loadDataSet(database, folder);
        if (folder === FOUNDING_DATA_SET) {
          const { importFoundingRates } = await import('./import/founding-rates.js');
          const { reportText } = await import('./import/import-file.js');
          say(reportText(await importFoundingRates(database)));
        }
        say(
          `Stored ${folder}: ${String(inserted)} rows new, ${String(updated)} changed, ${String(unchanged)} as they were, ${String(removed)} gone.`,
        );
      }),
    );

  command.addCommand(
    importCommand((work) => withDatabase(readConfig(), work)).addHelpText(
      'after',
      settingsHelp(DATABASE_SETTINGS),
    ),
  );

  command.addCommand(templateCommand());

  command
    .command('merge')
    .description('make one organisation of two records of it, keeping every name and identifier')
    .argument('<kept>', 'the one that stays: its slug or id')
    .argument(
      '<absorbed>',
      'the one that goes: its slug or id, which lead to the kept one from then on',
    )
    .addHelpText('after', settingsHelp(DATABASE_SETTINGS))
    .action((kept: string, absorbed: string) =>
      withDatabase(readConfig(), async (database) => {
        const { mergeOrganizations } = await import('./data-set/merge-organizations.js');
        const merged = await mergeOrganizations(database, kept, absorbed);
        const [was, is] = [merged.absorbed.type, merged.kept.type];
        say(
          `Merged '${merged.absorbed.name}' (${merged.absorbed.slug}) into '${merged.kept.name}' (${merged.kept.slug}): ${String(merged.moved)} rows moved, ${String(merged.duplicates)} said the same of both.`,
        );
        if (was !== is) {
          say(
            `It is a ${is} now and no ${was}: '${is.toLowerCase()}' and 'organization' of the API find it, '${was.toLowerCase()}' does not.`,
          );
        }
      }),
    );

  command
    .command('generate')
    .description('add a synthetic network, the same for the same size and seed')
    .requiredOption('--ties <number>', 'how many ties, 100 to 10000000', wholeNumber(100, 1e7))
    .option(
      '--seed <number>',
      'what to begin the random numbers with',
      wholeNumber(0, 2 ** 32 - 1),
      1,
    )
    .option('--grants <number>', 'how many grants; a quarter of the ties', wholeNumber(0, 1e7))
    .addHelpText('after', settingsHelp(DATABASE_SETTINGS))
    .action(({ ties, seed, grants }: { ties: number; seed: number; grants?: number }) =>
      withDatabase(readConfig(), async (database) => {
        const { SingleBar } = await import('cli-progress');
        const { generateNetwork } = await import('./data-set/generate.js');
        const bar = new SingleBar({
          format: '{bar} {percentage}% | {value} of {total} rows | {duration_formatted}',
        });
        let isStarted = false;
        const { isNew, rows } = await generateNetwork(database, {
          ties,
          seed,
          grants,
          onProgress: (done, total) => {
            if (!isStarted) bar.start(total, 0);
            isStarted = true;
            bar.update(done);
          },
        }).finally(() => {
          bar.stop();
        });
        if (!isNew) say('It was there already; nothing was changed.');
        for (const [table, count] of Object.entries(rows))
          say(`${String(count).padStart(9)} ${table}`);
      }),
    );

  exportNetworkCommand(command);

  command
    .command('export')
    .description('write a whole result into a file, with its licence, date and query')
    .addArgument(
      new Argument('<format>', 'the format').choices(
        FORMAT_NAMES.filter((format) => format !== 'csv-metadata'),
      ),
    )
    .addOption(
      new Option('--kind <kind>', 'what to export').choices(KIND_NAMES).default(KIND_NAMES[0]),
    )
    .option('--filter <json>', 'only what matches this filter of the API: \'{"year":{"eq":2015}}\'')
    .option(
      '--by <dimension>',
      'facets: of which dimension; totals: grouped by which, such as SECTOR',
    )
    .option('--per-year', 'totals: each group parted by the year of the award', false)
    .option('--output <file>', 'the file; without it, standard output')
    .addHelpText('after', settingsHelp(DATABASE_SETTINGS))
    .action(async (format: FormatName, options: ExportOptions) => {
      const { kind, filter = null, by = null, perYear, output = null } = options;
      if (!FORMATS[format].kinds.includes(kind)) {
        throw new PlainError(
          `The format ${format} cannot tell of ${kind}, only of ${FORMATS[format].kinds.join(' and ')}.`,
        );
      }
      const { checkedSchema, exportToFile } = await import('./export/command.js');
      const asked = { format, kind, filter, by, perYear, output };
      const schema = await checkedSchema(asked);
      await withDatabase(readConfig(), (database) => exportToFile(database, schema, asked));
    });

  command
    .command('schema')
    .description('print the GraphQL schema of the API')
    .option('--subgraph', 'that for gateways instead: a subgraph of Federation 2')
    .option('--check <file>', 'instead compare it with a file, and fail if they differ')
    .action(async ({ check, subgraph }: { check?: string; subgraph?: true }) => {
      const { createSchema, printSdl } = await import('./schema.js');
      const { apiSchemaOf } = await import('./federation/api-schema.js');
      const schema = await createSchema();
      const sdl = printSdl(subgraph ? schema : apiSchemaOf(schema));
      if (check === undefined) process.stdout.write(sdl);
      else if (textOf(check) !== sdl) {
        throw new PlainError(`${check} is stale. Renew it with: npm run fix:schema`);
      }
    });

  return command;
}

/** What can be said of a network, each as the API has it; several values with commas between. */
const NETWORK_OPTIONS: readonly (readonly [flags: string, description: string])[] = [
  ['--ties <kinds>', 'only ties of these kinds: MEMBERSHIP,PARTNERSHIP,…'],
  ['--weights <weights>', 'what ties weigh: MEMBERSHIP:2,FUNDING:0.5'],
  ['--as-of <day>', 'ties as they stood on this day'],
  ['--level <level>', 'ORGANIZATION, CLUSTER, SECTOR or REGION'],
  ['--sector-scheme <scheme>', 'the taxonomy of sectors'],
  ['--region-level <level>', 'the level of NUTS of regions, 0 to 3'],
  ['--isolates <boolean>', 'false: without organisations that have no tie'],
  [
    '--filter <json>',
    'only organizations that match this filter of the API: \'{"type":{"eq":"CLUSTER"}}\'',
  ],
  ['--metrics <metrics>', 'betweenness,closeness,pageRank,coreNumber,component,community'],
  ['--dynamic <boolean>', 'true: GEXF with the time of each edge'],
];

function exportNetworkCommand(command: Command): void {
  const exporting = command
    .command('export-network')
    .description(
      'write the partnership graph, or a part of it, to a file or to the standard output',
    )
    .requiredOption('--format <format>', 'gexf, graphml, json, cyjs or csv.zip')
    .option('--output <file>', 'the file; without it the standard output');
  for (const [flags, description] of NETWORK_OPTIONS) exporting.option(flags, description);
  exporting
    .addHelpText('after', settingsHelp(DATABASE_SETTINGS))
    .action(({ format, output, ...parameters }: { format: string; output?: string }) =>
      withDatabase(readConfig(), async (database) => {
        const { writeNetwork } = await import('./export/write-network.js');
        await writeNetwork(database, { format, output: output ?? null, parameters });
      }),
    );
}

interface ExportOptions {
  readonly kind: KindName;
  readonly filter?: string;
  readonly by?: string;
  readonly perYear: boolean;
  readonly output?: string;
}

const DATABASE_SETTINGS = `
  DATA_DIR              the folder of the embedded database (.scan-graph)
  DATABASE_URL          a PostgreSQL server 15 or later instead of the embedded database`;

const SERVER_SETTINGS = `
  HOST                  where to listen (127.0.0.1)
  PORT                  on which port (4000)
  DATABASE_POOL_SIZE    connections for reading from the server (10)
  STATEMENT_TIMEOUT_MS  how long a statement may take (10000)
  OPERATIONS_AT_ONCE    how many operations run at once (32)
  OPERATIONS_WAITING    how many wait; more are refused (64)
  OPERATION_TIMEOUT_MS  how long a whole operation may take (30000)
  DRAIN_TIMEOUT_MS      how long a server that stops finishes requests (10000)
  TRUSTED_PROXIES       addresses of proxies whose X-Forwarded-For is believed (none)
  NETWORK_TIMEOUT_MS    how long an operation waits for what is computed of a network (30000)
  REMEMBERED_CHARACTERS of answers and of figures that are remembered until the data change; 0 for none (20000000)
  COLUMNS_FROM_GRANTS   from how many grants on figures are counted in memory; 0 for never (20000)
  PUBLIC_URL            where clients reach the server, for files and headers (http://HOST:PORT)
  ADMIN_PORT, ADMIN_HOST
                        where /metrics is served instead (unset, 127.0.0.1)
  INTROSPECTION, PLAYGROUND, SUGGESTIONS
                        whether the schema can be asked for, there is a playground, errors suggest names (true)
  EXPORTS_PER_CLIENT, EXPORTS_AT_ONCE
                        how many exports one client, and all clients, may have under way (2, 16)
  EXPORT_BYTES_PER_SECOND, EXPORT_TIMEOUT_MS
                        how slowly and how long an export may be taken (10000, 600000)
  EXPORT_SPOOL_BYTES    how much waits on disk for clients of exports, at most (2000000000)
  LOG_LEVEL             silent, error, warn, info or debug (info)
  MAX_TOKENS, MAX_DEPTH, MAX_ALIASES, MAX_DIRECTIVES, MAX_COST, MAX_BODY_BYTES
                        what an operation may be at most`;

function settingsHelp(...settings: readonly string[]): string {
  return `\nSettings, from the environment or a file .env:${settings.join('')}`;
}

function wholeNumber(from: number, to: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= from && value <= to) return value;
    throw new InvalidArgumentError(
      `It must be a whole number from ${String(from)} to ${String(to)}.`,
    );
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new PlainError(`${file} cannot be read: ${(error as Error).message}.`);
  }
}

/** Works on the database when it is of this release; `migrations` is what it took. */
async function withDatabase(
  config: Config,
  work: (database: Database, migrations: readonly string[]) => Promise<void> | void,
): Promise<void> {
  const { migrate, openDatabase } = await import('./database/database.js');
  const database = await openDatabase(config);
  try {
    await work(database, await migrate(database));
  } finally {
    await database.close();
  }
}
