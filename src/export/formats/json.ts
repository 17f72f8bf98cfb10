import type { Head } from '../head.js';
import type { ExportReport } from '../report.js';

/** One object with the head and a list of records. Amounts are exact decimals as text, as in the API. */
export async function* writeJson(
  head: Head,
  batches: AsyncIterable<readonly unknown[]>,
  report: ExportReport,
): AsyncGenerator<string> {
  // The closing brace comes after the records.
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
