import { unguardFormula } from '../domain/formula-guard.js';
import { openInputFile, requireKind } from '../import/input-file.js';
import { findHeadings } from '../import/headings.js';
import { cellAt } from '../import/sheet.js';
import { readSheets } from '../import/sheets.js';
import { UserError } from '../errors.js';
import { BYTE_ORDER_MARK, csvRows } from '../writing/csv.js';
import type { MatchProposal } from './match-file.js';
import { KNOWN_BY, type MentionKey } from './mention-key.js';
import type { Reason } from './score.js';

/** The columns of a table of proposals; a person fills in the last one. */
const COLUMNS = [
  'Data Set',
  'Known By',
  'Text',
  'Name in File',
  'Place',
  'Slug',
  'Organization',
  'Score',
  'Reasons',
  'Decision',
] as const;

export const reasonsText = (reasons: readonly Reason[]): string =>
  reasons.map((reason) => reason.toLowerCase().replaceAll('_', ' ')).join(', ');

export function proposalsCsv(proposals: readonly MatchProposal[]): string {
  const rows = proposals.map((proposal) => [
    proposal.dataSet,
    proposal.knownBy,
    proposal.text,
    proposal.name,
    proposal.place,
    proposal.organization.slug,
    proposal.organization.name,
    proposal.score.toFixed(2),
    reasonsText(proposal.reasons),
    '',
  ]);
  return BYTE_ORDER_MARK + csvRows([[...COLUMNS], ...rows]);
}

/** What a person has decided on a proposal. */
export interface Decision extends MentionKey {
  readonly row: number;
  readonly slug: string;
  readonly isSame: boolean;
}

const DECISIONS: ReadonlyMap<string, boolean> = new Map([
  ['same', true],
  ['different', false],
]);

/** Reads the decisions in a table of proposals, CSV or XLSX. Rows without one are left out. All faults are reported at once. */
export async function readDecisions(path: string): Promise<readonly Decision[]> {
  const file = await openInputFile(path);
  requireKind(file, ['CSV', 'XLSX'], 'decisions');
  const decisions: Decision[] = [];
  const faults: string[] = [];
  for await (const sheet of readSheets(file)) {
    const found = await findHeadings(sheet, ({ cells }) => fitOf(cells));
    if (found === null || fitOf(found.headings.cells) < 1) {
      throw new UserError(
        `${file.name} is not a table of proposals: its first sheet must have the headings ${COLUMNS.join(', ')}. Write one with: scan-graph match FILE --output ${file.name}`,
      );
    }
    const at = new Map(COLUMNS.map((name) => [name, indexOf(found.headings.cells, name)]));
    for (let next = await found.rows.next(); next.done !== true; next = await found.rows.next()) {
      const row = next.value;
      const cell = (name: (typeof COLUMNS)[number]) =>
        unguardFormula(cellAt(row, at.get(name) ?? -1));
      const word = cell('Decision').toLowerCase();
      if (word === '') continue;
      const knownBy = KNOWN_BY.find((each) => each === cell('Known By'));
      const isSame = DECISIONS.get(word);
      if (isSame === undefined) {
        faults.push(
          `${file.name}, row ${String(row.number)}, Decision = ${JSON.stringify(cell('Decision'))}: must be same, different or empty`,
        );
      } else if (knownBy === undefined) {
        faults.push(
          `${file.name}, row ${String(row.number)}, Known By = ${JSON.stringify(cell('Known By'))}: must be ${KNOWN_BY.join(', ')}, as it was written`,
        );
      } else {
        const key = { dataSet: cell('Data Set'), knownBy, text: cell('Text') };
        decisions.push({ ...key, row: row.number, slug: cell('Slug'), isSame });
      }
    }
    break;
  }
  if (faults.length > 0) {
    throw new UserError(`${faults.join('\n')}\nNothing was stored. Correct these rows.`);
  }
  return decisions;
}

const indexOf = (cells: readonly string[], name: string) =>
  cells.findIndex((cell) => cell.trim().toLowerCase() === name.toLowerCase());
const NEEDED = ['Data Set', 'Known By', 'Text', 'Slug', 'Decision'] as const;
const fitOf = (cells: readonly string[]) =>
  NEEDED.filter((name) => indexOf(cells, name) >= 0).length / NEEDED.length;
