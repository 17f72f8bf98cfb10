import type { InputFile } from '../input-file.js';
import { FileError } from '../report.js';
import { readXmlRecords, XmlError, type XmlRecord } from './xml-records.js';

/** The records of the standard, each with the root of its files. */
export const ROOTS = {
  'iati-activity': 'iati-activities',
  'iati-organisation': 'iati-organisations',
} as const;
export type RecordName = keyof typeof ROOTS;

export const VERSIONS: ReadonlySet<string> = new Set(['2.01', '2.02', '2.03']);

/** The XPath of a record. */
export const pointerOf = (name: RecordName, position: number) =>
  `/${ROOTS[name]}/${name}[${position}]`;

/** The records of a file; a file of version 1 or that is not well-formed is refused. */
export async function* recordsOf(file: InputFile, name: RecordName): AsyncGenerator<XmlRecord> {
  try {
    for await (const record of readXmlRecords(file.text(), { root: ROOTS[name], record: name })) {
      const version = record.root.version?.trim();
      if (version?.startsWith('1') === true) {
        throw new FileError(
          file.name,
          `is IATI ${version.slice(0, 10)}; only 2.01, 2.02 and 2.03 are supported. Codes have other meanings in version 1: convert the file to 2.03 first.`,
        );
      }
      yield record;
    }
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new FileError(file.name, `is not valid at line ${error.line}: ${error.message}`);
  }
}
