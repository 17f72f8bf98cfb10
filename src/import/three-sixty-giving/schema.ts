import { readFileSync } from 'node:fs';
import type { ErrorObject } from 'ajv';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';

/** A property of the standard, by its title in spreadsheets and its name in JSON. */
export interface SchemaField {
  readonly name: string;
  readonly title: string;
  readonly isList: boolean;
  readonly isNumber: boolean;
  /** A date-time, or a day that may be written as one. */
  readonly isTime: boolean;
  /** The properties of the object, or of each in the list, by title and by name in small letters. */
  readonly fields: ReadonlyMap<string, SchemaField> | null;
}

/** What is read of a JSON Schema. */
interface Schema {
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly items?: Schema;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const FOLDER = new URL('../../../../data/standards/360giving/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Schema;

/** The schemas of 360Giving 1.4.3, as data/standards/360giving has them. */
const GRANT = read('360-giving-schema.json');
const PACKAGE = read('360-giving-package-schema.json');

export const GRANT_FIELDS = fieldsOf(GRANT, GRANT);
export const PACKAGE_FIELDS = fieldsOf(PACKAGE, PACKAGE);

/** What a grant must have, whoever its recipient is. */
const REQUIRED = (GRANT.oneOf ?? [])
  .map(({ required = [] }) => required)
  .reduce((common, required) => common.filter((name) => required.includes(name)));

/** Of which a grant has exactly one. */
export const RECIPIENTS = ['recipientOrganization', 'recipientIndividual'] as const;

/**
 * The schemas for ajv: `$schema` names a dialect that ajv knows under another address; the package
 * points to an earlier edition of the grant; and who receives a grant is asked by us, because a failed
 * `oneOf` tells nothing that a person could mend.
 */
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajvFormats.default(ajv);
const grantSchema: Record<string, unknown> = { ...GRANT, required: REQUIRED };
delete grantSchema.$schema;
delete grantSchema.oneOf;
const packageSchema: Record<string, unknown> = {
  ...PACKAGE,
  required: [],
  properties: { ...PACKAGE.properties, grants: {} },
};
delete packageSchema.$schema;

const isGrant = ajv.compile(grantSchema);
const isPackage = ajv.compile(packageSchema);

/** What is wrong with a value: where in it, as a JSON pointer, and why. */
export interface SchemaFault {
  readonly pointer: string;
  readonly reason: string;
}

export const grantFaults = (grant: unknown) => faultsOf(isGrant, grant);
export const packageFaults = (meta: unknown) => faultsOf(isPackage, meta);

function faultsOf(validate: ValidateFunction, value: unknown): readonly SchemaFault[] {
  if (validate(value)) return [];
  const faults = new Map<string, SchemaFault>();
  for (const error of validate.errors ?? []) {
    const fault = toldOf(error);
    // The branches of a date fail one by one; the first word is enough.
    if (!faults.has(fault.pointer)) faults.set(fault.pointer, fault);
  }
  return [...faults.values()];
}

function toldOf({ instancePath, keyword, params, schemaPath, message }: ErrorObject): SchemaFault {
  const at = (reason: string) => ({ pointer: instancePath, reason });
  switch (keyword) {
    case 'required':
      return {
        pointer: `${instancePath}/${String(params.missingProperty)}`,
        reason: 'is missing',
      };
    case 'type':
      return at(`must be ${plainType(String(params.type))}`);
    case 'enum':
      return at(enumReason(params.allowedValues as readonly string[]));
    case 'oneOf':
    case 'pattern':
      return at('must be a date, such as 2021-01-26');
    case 'format':
      return at(
        schemaPath.includes('oneOf')
          ? 'must be a date, such as 2021-01-26'
          : params.format === 'date-time'
            ? 'must be a time with its zone, such as 2021-01-26T10:30:00Z'
            : 'must be a full address, such as https://example.org/grants',
      );
    case 'minItems':
      return at('must have one entry or more');
    default:
      return at(message ?? 'is not as the standard has it');
  }
}

function plainType(type: string): string {
  if (type.includes('number')) return 'a number, such as 1250.50';
  if (type.includes('array')) return 'a list';
  return type.includes('object') ? 'an object' : 'a text';
}

function enumReason(values: readonly string[]): string {
  return values.length <= 12
    ? `must be one of ${values.join(', ')}`
    : `is no code of the list, which has ${values.slice(0, 3).join(', ')} and others`;
}

function fieldsOf(schema: Schema, root: Schema): ReadonlyMap<string, SchemaField> {
  const fields = new Map<string, SchemaField>();
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (name === 'grants') continue;
    const own = resolve(property, root);
    const item = own.items === undefined ? own : resolve(own.items, root);
    const types = [item.type ?? []].flat();
    const field: SchemaField = {
      name,
      title: property.title ?? own.title ?? name,
      isList: own.items !== undefined,
      isNumber: types.includes('number'),
      isTime:
        item.format === 'date-time' ||
        (item.oneOf ?? []).some((each) => each.format === 'date-time'),
      fields: item.properties === undefined ? null : fieldsOf(item, root),
    };
    fields.set(name.toLowerCase(), field);
    fields.set(field.title.toLowerCase(), field);
  }
  return fields;
}

function resolve(schema: Schema, root: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : { ...root.$defs?.[name], ...schema };
}
