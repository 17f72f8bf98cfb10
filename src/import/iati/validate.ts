import type { InputFile } from '../input-file.js';
import type { Report } from '../report.js';
import { ActivityElement } from './activity-element.js';
import { CODE_RULES, warnOfCodes, warnOfLanguages } from './code-rules.js';
import { pointerOf, ROOTS, type RecordName } from './record-files.js';
import { warnOfRuleSet } from './rule-set.js';
import type { XmlRecord } from './xml-records.js';
import { warnOfSchema } from './xml-schema.js';

/** Warns of what an import does not check: the schema, the rule set and the code lists of the standard. */
export async function validateRecords(
  file: InputFile,
  name: RecordName,
  records: AsyncIterable<XmlRecord>,
  report: Report,
): Promise<void> {
  await warnOfSchema(file, ROOTS[name], report);
  const today = new Date().toISOString().slice(0, 10);
  for await (const { element: xml, position } of records) {
    const element = new ActivityElement(xml, pointerOf(name, position));
    warnOfRuleSet({ ...xml, name }, element.pointer, today, report);
    warnOfCodes(element, CODE_RULES[name], report);
    warnOfLanguages(element, report);
  }
}
