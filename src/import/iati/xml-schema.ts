import { readFileSync, statSync } from 'node:fs';
import { memoryPages, validateXML } from 'xmllint-wasm';
import type { InputFile } from '../input-file.js';
import { atPointer, NOWHERE, type Report } from '../report.js';
import { IATI_FOLDER } from './codelists.js';

/** The validator holds the whole file, and several times as much beside it. */
const LARGEST = 50_000_000;

/**
 * Holds a file to the XSD of IATI 2.03, by libxml2 in a thread of its own. Real files seldom are valid
 * to the letter, so what it finds are warnings. The file has been read before: it has no document type.
 */
export async function warnOfSchema(file: InputFile, report: Report): Promise<void> {
  if (statSync(file.path).size > LARGEST) {
    report.warn(
      NOWHERE,
      '',
      null,
      'is larger than 50 MB, and was not held to the schema: split it',
    );
    return;
  }
  let contents = '';
  for await (const text of file.text()) contents += text;
  const schema = (fileName: string) => ({
    fileName,
    contents: readFileSync(`${IATI_FOLDER}/${fileName}`, 'utf8'),
  });
  const { errors } = await validateXML({
    // The text is UTF-8 by now, whatever the file says that it is.
    xml: [{ fileName: 'file.xml', contents: contents.replace(/^\s*<\?xml[^>]*\?>/, '') }],
    schema: [schema('iati-activities-schema.xsd')],
    preload: [schema('iati-common.xsd'), schema('xml.xsd')],
    maxMemoryPages: memoryPages.GiB,
  });
  for (const { message, loc } of errors) {
    const place = loc === null ? NOWHERE : atPointer(`line ${loc.lineNumber}`);
    report.warn(place, '', null, message.replace(/^Schemas validity error : /, 'XSD 2.03: '));
  }
}
