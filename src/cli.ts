import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { readConfig, type Config } from './config.js';
import type { Database } from './database/database.js';
import { counted } from './domain/counted.js';
import { UserError } from './errors.js';
import {
  FORMATS,
  FORMAT_NAMES,
  KIND_NAMES,
  NETWORK_FORMAT_NAMES,
  type FormatName,
} from './export/formats.js';
import type { KindName } from './export/kinds.js';
import { DOMAINS, type Domain } from './federation/domain-names.js';
import { importCommand, templateCommand } from './import/command-line.js';
import { decideCommand, matchCommand } from './match/command-line.js';
import { DATABASE_SETTINGS, SERVER_SETTINGS, settingsHelp } from './settings-help.js';
import { say } from './writing/terminal.js';

/** The initial data set of a new database. */
export const FOUNDING_DATA_SET = fileURLToPath(new URL('../../data/founding', import.meta.url));

/**
 * The command line. It throws a UserError for invalid input. Each command imports its code on use, so that
 * help and errors appear at once.
 */
export function program(): Command {
  const command = new Command('scan-graph')
    .description('The network of the Serbian Cluster Association as one GraphQL graph.')
    .showHelpAfterError('(run with --help for usage)')
    .addHelpText('after', settingsHelp(DATABASE_SETTINGS, SERVER_SETTINGS));

  command
    .command('serve')
    .description(
      'apply pending migrations, load the founding data into an empty database, and serve the API',
    )
    .addOption(
      new Option(
        '--subgraph <domains...>',
        'serve only the subgraphs of these domains, for a gateway, at /subgraph/<domain>',
      ).choices(DOMAINS),
    )
    .addHelpText('after', settingsHelp(DATABASE_SETTINGS, SERVER_SETTINGS))
    .action(async ({ subgraph = [] }: { subgraph?: readonly Domain[] }) => {
      const config = readConfig();
      const { serve } = await import('./serve.js');
      await serve(config, FOUNDING_DATA_SET, subgraph);
    });

  command
    .command('migrate')
    .description('apply pending migrations to the database')
    .addHelpText('after', settingsHelp(DATABASE_SETTINGS))
    .action(() =>
      withDatabase(readConfig(), (_database, done) => {
        say(done.length === 0 ? 'No pending migrations.' : `Applied ${done.join(', ')}.`);
      }),
    );

  command
    .command('load')
    .description('load a data set (a folder of YAML files) in one transaction')
    .argument('[folder]', 'the folder of the data set', FOUNDING_DATA_SET)
    .option(
      '--vocabularies',
      'load only exchange rates, regions and sectors, to begin with your own data',
      false,
    )
    .addHelpText('after', settingsHelp(DATABASE_SETTINGS))
    .action((folder: string, { vocabularies }: { vocabularies: boolean }) => {
      const isNewPrepared = folder !== FOUNDING_DATA_SET;
      return withDatabase(
        readConfig(),
        async (database) => {
          if (vocabularies) {
            if (folder !== FOUNDING_DATA_SET) {
              throw new UserError(`--vocabularies loads no folder; run it without '${folder}'.`);
            }
            const { loadOnlyVocabularies } = await import('./import/vocabularies.js');
            const loaded = await loadOnlyVocabularies(database, FOUNDING_DATA_SET);
            say(
              `Stored exchange rates, regions and sectors: ${String(loaded.inserted)} rows of regions and sectors inserted, ${String(loaded.updated)} updated.`,
            );
            return;
          }
          const { loadDataSet } = await import('./data-set/load-data-set.js');
          const { inserted, updated, unchanged, removed } = await loadDataSet(database, folder);
          if (folder === FOUNDING_DATA_SET) {
            const { importFoundingRates } = await import('./import/founding-rates.js');
            const { reportText } = await import('./import/import-file.js');
            say(reportText(await importFoundingRates(database)));
          }
          say(
            `Stored ${folder}: ${counted(inserted, 'row')} inserted, ${String(updated)} updated, ${String(unchanged)} unchanged, ${String(removed)} deleted.`,
          );
        },
        { isNewPrepared },
      );
    });

  command.addCommand(
    importCommand((work) => withDatabase(readConfig(), work)).addHelpText(
      'after',
      settingsHelp(DATABASE_SETTINGS),
    ),
  );

  command.addCommand(templateCommand());

  for (const matching of [matchCommand, decideCommand]) {
    command.addCommand(
      matching((work) => withDatabase(readConfig(), work)).addHelpText(
        'after',
        settingsHelp(DATABASE_SETTINGS),
      ),
    );
  }

  command
    .command('merge')
    .description('merge two records of one organization, keeping all names and identifiers')
    .argument('<kept>', 'the slug or id of the record to keep')
    .argument(
      '<absorbed>',
      'the slug or id of the record to merge into it; both then resolve to the kept record',
    )
    .addHelpText('after', settingsHelp(DATABASE_SETTINGS))
    .action((kept: string, absorbed: string) =>
      withDatabase(readConfig(), async (database) => {
        const { mergeOrganizations } = await import('./data-set/merge-organizations.js');
        const merged = await mergeOrganizations(database, kept, absorbed);
        const [was, is] = [merged.absorbed.type, merged.kept.type];
        say(
          `Merged '${merged.absorbed.name}' (${merged.absorbed.slug}) into '${merged.kept.name}' (${merged.kept.slug}): ${String(merged.moved)} rows moved, ${String(merged.duplicates)} duplicates removed.`,
        );
        if (was !== is) {
          say(
            `It is now a ${is}, not a ${was}: the API fields '${is.toLowerCase()}' and 'organization' return it, '${was.toLowerCase()}' does not.`,
          );
        }
      }),
    );

  command
    .command('generate')
    .description('add a synthetic network; the same size and seed give the same network')
    .requiredOption('--ties <number>', 'the number of ties, 100 to 10000000', wholeNumber(100, 1e7))
    .option('--seed <number>', 'the seed of the random numbers', wholeNumber(0, 2 ** 32 - 1), 1)
    .option(
      '--grants <number>',
      'the number of grants (default: a quarter of the ties)',
      wholeNumber(0, 1e7),
    )
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
        if (!isNew) say('The database already has this network; nothing was changed.');
        for (const [table, count] of Object.entries(rows))
          say(`${String(count).padStart(9)} ${table}`);
      }),
    );

  command
    .command('coverage')
    .description('report what the graph knows, which claims disagree, and what to look up next')
    .addOption(
      new Option('--format <format>', 'the format').choices(['text', 'json']).default('text'),
    )
    .option('--first <n>', 'the greatest number of entries of each list', wholeNumber(1, 1000), 20)
    .addHelpText('after', settingsHelp(DATABASE_SETTINGS))
    .action(({ format, first }: { format: 'text' | 'json'; first: number }) =>
      withDatabase(readConfig(), async (database) => {
        const { readCoverage } = await import('./coverage/read-coverage.js');
        const { coverageLines } = await import('./coverage/report.js');
        const report = await readCoverage(database, first);
        say(format === 'json' ? JSON.stringify(report, null, 2) : coverageLines(report));
      }),
    );

  exportNetworkCommand(command);

  command
    .command('export')
    .description('write a complete result to a file, with its license, date and query')
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
      'the dimension of facets, or by which totals are grouped, such as SECTOR',
    )
    .option('--per-year', 'split groups of totals by the year of the award', false)
    .option('--output <file>', 'the file (default: standard output)')
    .addHelpText('after', settingsHelp(DATABASE_SETTINGS))
    .action(async (format: FormatName, options: ExportOptions) => {
      const { kind, filter = null, by = null, perYear, output = null } = options;
      if (!FORMATS[format].kinds.includes(kind)) {
        throw new UserError(
          `The format ${format} does not support ${kind}. Use --kind ${FORMATS[format].kinds.join(' or ')}.`,
        );
      }
      const { checkedSchema, exportToFile } = await import('./export/command.js');
      const config = readConfig();
      const asked = { format, kind, filter, by, perYear, output, publicUrl: publicUrlOf(config) };
      const schema = await checkedSchema(asked);
      await withDatabase(config, (database) => exportToFile(database, schema, asked));
    });

  command
    .command('schema')
    .description('print the GraphQL schema')
    .addOption(
      new Option(
        '--subgraph [domain]',
        'print the schema for gateways instead, a Federation 2 subgraph: of one domain, or of the whole graph',
      ).choices(DOMAINS),
    )
    .option('--check <file>', 'compare it with a file instead, and fail if they differ')
    .action(async ({ check, subgraph }: { check?: string; subgraph?: true | Domain }) => {
      const { createSchema, createSubgraphs, printSdl } = await import('./schema.js');
      const { apiSchemaOf } = await import('./federation/api-schema.js');
      const schemas =
        typeof subgraph === 'string'
          ? [...(await createSubgraphs([subgraph])).values()]
          : [await createSchema()];
      const [sdl = ''] = schemas.map((one) =>
        printSdl(subgraph === undefined ? apiSchemaOf(one) : one),
      );
      if (check === undefined) process.stdout.write(sdl);
      else if (textOf(check) !== sdl) {
        throw new UserError(`${check} is stale. Run: npm run fix:schema`);
      }
    });

  return command;
}

/** Options of a network, in the form of the API; several values are separated by commas. */
const NETWORK_OPTIONS: readonly (readonly [flags: string, description: string])[] = [
  ['--ties <kinds>', 'only ties of these kinds, such as MEMBERSHIP,PARTNERSHIP'],
  ['--weights <weights>', 'the weights of kinds of ties, such as MEMBERSHIP:2,FUNDING:0.5'],
  [
    '--weight-by <weighting>',
    'COUNT (default), FRACTIONAL, or AMOUNT in the currency of --currency',
  ],
  ['--currency <code>', 'the currency of the amounts, such as EUR'],
  ['--directed <boolean>', 'true gives edges a direction, from the funder and from the member'],
  ['--as-of <day>', 'only ties in force on this day'],
  ['--from <day>', 'only ties in force at some time from this day on'],
  ['--to <day>', 'only ties in force at some time up to this day'],
  ['--undated <mode>', 'INCLUDE or EXCLUDE ties whose start is unknown'],
  ['--level <level>', 'ORGANIZATION, CLUSTER, SECTOR or REGION'],
  [
    '--sector-scheme <scheme>',
    'the taxonomy of sectors, for the level SECTOR and for assortativity',
  ],
  ['--region-level <level>', 'the NUTS level of regions, 0 to 3, for the level REGION'],
  ['--isolates <boolean>', 'false leaves out organizations without a tie'],
  [
    '--filter <json>',
    'only organizations that match this filter of the API: \'{"type":{"eq":"CLUSTER"}}\'',
  ],
  [
    '--metrics <metrics>',
    'metrics of nodes, such as betweenness,closeness,pageRank,community; any field of a node in the API that is one',
  ],
  ['--community-method <method>', 'LEIDEN (default) or LOUVAIN'],
  ['--resolution <number>', 'the resolution of the communities (1)'],
  ['--communities-as-of <day>', 'communities keep the numbers that they have on this day'],
  ['--dynamic <boolean>', 'true adds the periods of nodes and edges, and weights over time (gexf)'],
  ['--version <version>', '1.3 (default), or 1.2 for programs that cannot read it (gexf)'],
];

function exportNetworkCommand(command: Command): void {
  const exporting = command
    .command('export-network')
    .description('write the partnership graph, or a part of it, to a file or standard output')
    .requiredOption('--format <format>', NETWORK_FORMAT_NAMES.join(', '))
    .option('--output <file>', 'the file (default: standard output)');
  for (const [flags, description] of NETWORK_OPTIONS) exporting.option(flags, description);
  exporting
    .addHelpText('after', settingsHelp(DATABASE_SETTINGS))
    .action(({ format, output, ...parameters }: { format: string; output?: string }) =>
      withDatabase(readConfig(), async (database) => {
        const { writeNetwork } = await import('./export/network/command.js');
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

/** The address at which a server with these settings is reached. */
function publicUrlOf({ host, port, exposure: { publicUrl } }: Config): string {
  return publicUrl?.replace(/\/+$/, '') ?? `http://${host}:${String(port)}`;
}

function wholeNumber(from: number, to: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= from && value <= to) return value;
    throw new InvalidArgumentError(`Use a whole number from ${String(from)} to ${String(to)}.`);
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UserError(`${file} cannot be read: ${(error as Error).message}.`);
  }
}

/**
 * Opens the database, applies pending migrations, and calls `work` with their names. A new database gets exchange
 * rates, regions and sectors first, which all data refers to; `isNewPrepared: false` leaves that to `work`.
 */
async function withDatabase(
  config: Config,
  work: (database: Database, migrations: readonly string[]) => Promise<void> | void,
  { isNewPrepared = true }: { readonly isNewPrepared?: boolean } = {},
): Promise<void> {
  const { migrate, openDatabase } = await import('./database/database.js');
  const database = await openDatabase(config);
  try {
    const migrations = await migrate(database);
    if (isNewPrepared) {
      const { loadVocabulariesIfNew } = await import('./import/vocabularies.js');
      await loadVocabulariesIfNew(database, FOUNDING_DATA_SET);
    }
    await work(database, migrations);
  } finally {
    await database.close();
  }
}
