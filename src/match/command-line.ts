import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import type { Database } from '../database/database.js';
import { UserError } from '../errors.js';
import { say } from '../writing/terminal.js';
import { fileNamed, withFile } from '../import/command-line.js';
import type { MatchReport } from './match-file.js';
import { DEFAULT_THRESHOLD } from './candidates.js';

/** Works on a migrated database. */
type WithDatabase = (work: (database: Database) => Promise<void>) => Promise<void>;

interface Options {
  readonly threshold: number;
  readonly output?: string;
  readonly source?: string;
  readonly encoding?: string;
}

/** `scan-graph match [FORMAT] FILE`. */
export function matchCommand(withDatabase: WithDatabase): Command {
  return withFile(new Command('match'))
    .description(
      'propose which organizations of a file may be organizations of the graph; the file is read as an import would read it, and nothing is stored',
    )
    .option(
      '--threshold <number>',
      'the least score of a proposal, 0 to 1',
      fraction,
      DEFAULT_THRESHOLD,
    )
    .option('--output <file>', 'write the proposals as a CSV table, to decide on them')
    .option('--source <slug>', 'the slug of the data set, if you give it to the import too')
    .option('--encoding <name>', 'the encoding of a text file (default: detected)')
    .action((first: string | undefined, second: string | undefined, options: Options) => {
      const file = fileNamed(first, second);
      return withDatabase(async (database) => {
        const { matchFile } = await import('./match-file.js');
        const { threshold, source, encoding, output } = options;
        const report = await matchFile(database, {
          ...file,
          threshold,
          dataSet: source,
          encoding,
        });
        await write(report, output ?? null);
      });
    });
}

/** `scan-graph decide FILE`. */
export function decideCommand(withDatabase: WithDatabase): Command {
  return new Command('decide')
    .description('keep the decisions in a table of proposals, for imports and further matching')
    .argument('<file>', 'the table, with same or different in the column Decision')
    .action((file: string) =>
      withDatabase(async (database) => {
        const { readDecisions } = await import('./proposals-table.js');
        const { decide } = await import('./decide.js');
        const { sameCount, differentCount, mergedCount } = await decide(
          database,
          await readDecisions(file),
        );
        say(
          `Kept the decisions: ${String(sameCount)} same, ${String(differentCount)} different. ${String(mergedCount)} records of earlier imports were merged.`,
        );
      }),
    );
}

async function write(report: MatchReport, output: string | null): Promise<void> {
  const { proposals, organizationCount, knownCount } = report;
  const { proposalsCsv, reasonsText } = await import('./proposals-table.js');
  const lines = proposals.map(
    ({ name, place, organization, score, reasons }) =>
      `${name} (${place}) may be ${organization.name} (${organization.slug}): ${score.toFixed(2)}, ${reasonsText(reasons)}`,
  );
  const summary = `${String(organizationCount)} organizations in the file: ${String(knownCount)} are known, and there are ${String(proposals.length)} proposals for the others.`;
  if (output === null) {
    say([...lines, summary]);
    return;
  }
  try {
    writeFileSync(output, proposalsCsv(proposals));
  } catch (error) {
    throw new UserError(`${output} cannot be written: ${(error as Error).message}.`);
  }
  say(
    `${summary}\nWrote them to ${output}. Write same or different in the column Decision, then run: scan-graph decide ${output}`,
  );
}

function fraction(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError('Use a number from 0 to 1.');
}
