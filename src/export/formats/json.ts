import type { Head } from '../head.js';
import type { ExportReport } from '../report.js';

/** One object: the head, and the records in a list. Amounts are exact decimal texts, as in the API. */
export async function* writeJson(
  head: Head,
  batches: AsyncIterable<readonly unknown[]>,
  report: ExportReport,
): AsyncGenerator<string> {
  // Its closing brace comes after the records.
  let before = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "records": [`;
  let separator = '\n';
  for await (const records of batches) {
    yield (
      before +
      records
        .map((record) => {
          const text = `${separator}${JSON.stringify(record)}`;
          separator = ',\n';
          return text;
        })
        .join('')
    );
    before = '';
  }
  yield `${before}\n  ],\n  "exportReport": ${JSON.stringify(report)}\n}\n`;
}
