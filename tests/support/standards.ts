import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { validateXML } from 'xmllint-wasm';

const FOLDER = fileURLToPath(new URL('../../../data/standards/', import.meta.url));
const standard = (file: string) => readFileSync(`${FOLDER}${file}`, 'utf8');

/** What a package breaks of the schema of 360Giving 1.4; nothing if it is valid. */
export function faultsOf360Giving(text: string): readonly unknown[] {
  const schemaOf = (file: string, change: (text: string) => string = (same) => same) => {
    const schema = JSON.parse(change(standard(`360giving/${file}`))) as Record<string, unknown>;
    // It names the draft by an address that ajv does not know it by.
    delete schema.$schema;
    return schema;
  };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  // Without formats that are checked, every date would be two things at once.
  addFormats.default(ajv);
  ajv.addSchema(schemaOf('360-giving-schema.json'));
  // It refers to the grants of the release before.
  const validate = ajv.compile(
    schemaOf('360-giving-package-schema.json', (schema) => schema.replaceAll('/1.4.2/', '/1.4.3/')),
  );
  validate(JSON.parse(text));
  return validate.errors ?? [];
}

/** What a file breaks of the schema of IATI 2.03; nothing if it is valid. */
export async function faultsOfIati(text: string): Promise<readonly unknown[]> {
  const file = (fileName: string) => ({ fileName, contents: standard(`iati/${fileName}`) });
  const { errors } = await validateXML({
    xml: [{ fileName: 'export.xml', contents: text }],
    schema: [file('iati-activities-schema.xsd')],
    preload: [file('iati-common.xsd'), file('xml.xsd')],
  });
  return errors.map(({ message }) => message);
}
