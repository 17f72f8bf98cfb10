import type { Head } from '../head.js';
import type { ExportReport } from '../report.js';
import { startingWith } from '../../writing/chunks.js';
import { jsonItems } from '../../writing/json.js';

/** One object with the head and a list of records. Amounts are exact decimals as text, as in the API. */
export async function* writeJson(
  head: Head,
  batches: AsyncIterable<readonly unknown[]>,
  report: ExportReport,
): AsyncGenerator<string> {
  // The closing brace comes after the records.
  const start = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "records": [`;
  yield* startingWith(start, jsonItems(batches));
  yield `\n  ],\n  "exportReport": ${JSON.stringify(report)}\n}\n`;
}
