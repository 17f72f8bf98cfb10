import { readFileSync, statSync } from 'node:fs';
import { memoryPages, validateXML } from 'xmllint-wasm';
import type { InputFile } from '../input-file.js';
import { atPointer, NOWHERE, type Report } from '../report.js';
import { IATI_FOLDER } from './codelists.js';

/** In bytes: the validator needs several times the file size in memory. */
const LARGEST = 50_000_000;

/**
 * Validates a file against the XSD of IATI 2.03, with libxml2 in its own thread. Published files are
 * rarely fully valid, so violations are warnings. The file has been read before, so it has no document
 * type.
 */
export async function warnOfSchema(
  file: InputFile,
  root: 'iati-activities' | 'iati-organisations',
  report: Report,
): Promise<void> {
  if (statSync(file.path).size > LARGEST) {
    report.warn(
      NOWHERE,
      '',
      null,
      'is larger than 50 MB and was not validated against the schema; split it',
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
    // The text is UTF-8 now, whatever encoding the file declares.
    xml: [{ fileName: 'file.xml', contents: contents.replace(/^\s*<\?xml[^>]*\?>/, '') }],
    schema: [schema(`${root}-schema.xsd`)],
    preload: [schema('iati-common.xsd'), schema('xml.xsd')],
    maxMemoryPages: memoryPages.GiB,
  });
  for (const { message, loc } of errors) {
    const place = loc === null ? NOWHERE : atPointer(`line ${loc.lineNumber}`);
    report.warn(place, '', null, message.replace(/^Schemas validity error : /, 'XSD 2.03: '));
  }
}
