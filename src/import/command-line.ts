import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Confidence } from '../../entities/knowledge/source.entity.js';
import type { Database } from '../database/database.js';
import { isDay, isPartialDate } from '../domain/partial-date.js';
import { UserError } from '../errors.js';
import { say } from '../writing/terminal.js';
import { FORMATS } from './formats.js';

/** Works on a migrated database. */
type WithDatabase = (work: (database: Database) => Promise<void>) => Promise<void>;

/** `scan-graph template FORMAT`. */
export function templateCommand(): Command {
  return new Command('template')
    .description('write an empty file of a format, to fill in and import')
    .argument('<format>', 'the format: table')
    .argument('<file>', 'the file to write; it must not exist yet')
    .addOption(
      new Option('--as <kind>', 'the file type: xlsx has all tables, csv has one')
        .choices(['xlsx', 'csv'])
        .default('xlsx'),
    )
    .option('--table <name>', 'with --as csv: the table, such as grants')
    .action(
      async (format: string, file: string, options: { as: 'xlsx' | 'csv'; table?: string }) => {
        if (format !== 'table') {
          throw new UserError(`There is no template for '${format}'; use 'table'.`);
        }
        const { csvTemplate, xlsxTemplate } = await import('./table/template.js');
        const content = options.as === 'csv' ? csvTemplate(options.table) : await xlsxTemplate();
        try {
          writeFileSync(file, content, { flag: 'wx' });
        } catch (error) {
          throw new UserError(`${file} cannot be written: ${(error as Error).message}.`);
        }
        say(
          `Wrote ${file}. ${options.as === 'csv' ? 'Its headings are explained in docs/import.md.' : 'Its sheet Help explains the columns.'}`,
        );
      },
    );
}

interface Options {
  readonly dryRun?: true;
  readonly skipFaulty?: true;
  readonly replace?: true;
  readonly retireMissing?: true;
  readonly validate?: true;
  readonly report?: string;
  readonly annotate?: string;
  readonly maxFaults: number;
  readonly encoding?: string;
  readonly source?: string;
  readonly sourceTitle?: string;
  readonly sourceUrl?: string;
  readonly publisher?: string;
  readonly licence?: string;
  readonly publishedOn?: string;
  readonly retrievedOn?: string;
  readonly confidence?: Confidence;
}

const CONFIDENCES = ['OFFICIAL', 'SECONDARY', 'LEAD'] satisfies readonly Confidence[];

/** What a command reads: `FILE`, or `FORMAT FILE`. */
export function fileNamed(
  first: string | undefined,
  second: string | undefined,
): { readonly format: string | null; readonly path: string } {
  if (first === undefined) throw new UserError('Name the file, for example grants.xlsx.');
  return second === undefined ? { format: null, path: first } : { format: first, path: second };
}

/** Declares the arguments of a command that reads `FILE` or `FORMAT FILE`. */
export const withFile = (command: Command): Command =>
  command
    .usage('[options] [format] <file>')
    .argument(
      '[format]',
      `the format, if it cannot be detected: ${Object.keys(FORMATS).join(', ')}`,
    )
    .argument('[file]', 'the file');

/** `scan-graph import [FORMAT] FILE`. */
export function importCommand(withDatabase: WithDatabase): Command {
  const formats = Object.entries(FORMATS).map(
    ([name, { summary }]) => `\n  ${name.padEnd(20)}  ${summary}`,
  );
  return withFile(new Command('import'))
    .description('import a file in one transaction; its type and its format are detected')
    .option('--dry-run', 'run the whole import, then roll it back')
    .option('--skip-faulty', 'leave out records with faults and store the others')
    .option('--replace', 'replace records of other data sets, which are faults otherwise')
    .option(
      '--retire-missing',
      'delete the grants of this data set that the file no longer has (a later edition)',
    )
    .option(
      '--validate',
      'also validate against the schema of the standard; each violation is a warning (iati)',
    )
    .option('--report <file>', 'write the report as JSON, with every fault that is listed')
    .option(
      '--annotate <file>',
      'write a copy of the table as XLSX, with faults and warnings marked in their cells',
    )
    .option('--max-faults <number>', 'how many faults to list; all are counted', positive, 100)
    .option(
      '--encoding <name>',
      'the encoding of a text file, such as windows-1250 (default: detected from the content)',
    )
    .option('--source <slug>', 'the slug of the data set; use the same one for each edition', slug)
    .option('--source-title <text>', 'the title of the data set')
    .option('--source-url <address>', 'the address at which it is published', address)
    .option('--publisher <name>', 'the name of its publisher')
    .option('--licence <text>', 'the license under which it can be reused')
    .option('--published-on <date>', 'the date on which it was published', date)
    .option(
      '--retrieved-on <day>',
      'the day on which it was fetched (default: the day of the file)',
      day,
    )
    .addOption(new Option('--confidence <word>', 'how reliable the source is').choices(CONFIDENCES))
    .addHelpText('after', `\nFormats:${formats.join('')}`)
    .action((first: string | undefined, second: string | undefined, options: Options) => {
      const file = fileNamed(first, second);
      return withDatabase((database) => run(database, file, options));
    });
}

async function run(
  database: Database,
  { format, path }: ReturnType<typeof fileNamed>,
  options: Options,
): Promise<void> {
  const { SingleBar } = await import('cli-progress');
  const { importFile, reportText } = await import('./import-file.js');
  const interrupted = new AbortController();
  const interrupt = () => {
    interrupted.abort();
  };
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const started = Date.now();
  // cli-progress draws nothing if the output is a pipe or a file.
  const bar = new SingleBar({
    format: '{bar} {percentage}% | {records} records | {rate} a second | {duration_formatted}',
    barsize: 30,
  });
  bar.start(100, 0, { records: 0, rate: 0 });
  try {
    const report = await importFile(database, {
      format,
      path,
      dryRun: options.dryRun === true,
      skipFaulty: options.skipFaulty === true,
      replace: options.replace === true,
      retireMissing: options.retireMissing === true,
      validate: options.validate === true,
      annotate: options.annotate ?? null,
      maxFaults: options.maxFaults,
      encoding: options.encoding ?? null,
      dataSet: dataSetOf(options),
      signal: interrupted.signal,
      onProgress: (records, fraction) => {
        const rate = Math.round((records * 1000) / Math.max(1, Date.now() - started));
        bar.update(Math.floor(fraction * 100), { records, rate });
      },
    }).finally(() => {
      bar.stop();
    });
    if (options.report !== undefined) writeReport(options.report, report);
    const written =
      options.annotate === undefined
        ? ''
        : `\nWrote ${options.annotate}: a copy in which the cells with faults and warnings are marked.`;
    const text = `${reportText(report)}${written}`;
    if (report.faults.count > 0 && !report.isStored) throw new UserError(text);
    say(text);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

/** Only the options that are given; the file describes the rest. */
function dataSetOf(options: Options): object {
  const given = {
    slug: options.source,
    title: options.sourceTitle,
    url: options.sourceUrl,
    publisher: options.publisher,
    licence: options.licence,
    publishedOn: options.publishedOn,
    retrievedOn: options.retrievedOn,
    confidence: options.confidence,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function writeReport(file: string, report: object): void {
  try {
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  } catch (error) {
    throw new UserError(`${file} cannot be written: ${(error as Error).message}.`);
  }
}

/** A parser for an option that must have a certain form. */
function checked(isSound: (text: string) => boolean, reason: string): (text: string) => string {
  return (text) => {
    if (isSound(text)) return text;
    throw new InvalidArgumentError(reason);
  };
}

const date = checked(isPartialDate, 'Use a date such as 2013, 2010-09 or 2010-09-14.');
const day = checked(isDay, 'Use a day such as 2010-09-14.');
const slug = checked(
  (text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text),
  'Use lowercase letters, digits and single hyphens.',
);
const address = checked(
  (text) => /^https?:\/\/\S+$/.test(text) && URL.canParse(text),
  'Use a full address, such as https://example.org/grants.',
);

function positive(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 1_000_000) return value;
  throw new InvalidArgumentError('Use a whole number from 1 to 1000000.');
}
