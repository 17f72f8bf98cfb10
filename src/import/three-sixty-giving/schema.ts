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
  /** Whether it is a date-time, or a day that can be written as one. */
  readonly isTime: boolean;
  /** Whether it cannot be just a day. */
  readonly isTimeOnly: boolean;
  /** The properties of the object or list entry, by lowercase title and name. */
  readonly fields: ReadonlyMap<string, SchemaField> | null;
}

/** The part of a JSON Schema that is used. */
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

/** The schemas of 360Giving 1.4.3, from data/standards/360giving. */
const GRANT = read('360-giving-schema.json');
const PACKAGE = read('360-giving-package-schema.json');

export const GRANT_FIELDS = fieldsOf(GRANT, GRANT);
export const PACKAGE_FIELDS = fieldsOf(PACKAGE, PACKAGE);

/** The properties that are required for every kind of recipient. */
const REQUIRED = (GRANT.oneOf ?? [])
  .map(({ required = [] }) => required)
  .reduce((common, required) => common.filter((name) => required.includes(name)));

/** A grant must have exactly one of these. */
export const RECIPIENTS = ['recipientOrganization', 'recipientIndividual'] as const;

/**
 * Adapts the schemas for ajv: `$schema` names a dialect that ajv has under another address, and the
 * package points to an earlier edition of the grant. Recipients are checked separately, because the
 * error of a failed `oneOf` does not tell a person what to fix.
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

/** A fault: its place as a JSON pointer, and the reason. */
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
    const fault = schemaFaultOf(error);
    // Each branch of a date fails separately; one fault is enough.
    if (!faults.has(fault.pointer)) faults.set(fault.pointer, fault);
  }
  return [...faults.values()];
}

function schemaFaultOf({
  instancePath,
  keyword,
  params,
  schemaPath,
  message,
}: ErrorObject): SchemaFault {
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
      return at('must have at least one entry');
    default:
      return at(message ?? 'does not match the schema of the standard');
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
    : `is not a code of the list; expected ${values.slice(0, 3).join(', ')} or another of its ${String(values.length)} codes`;
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
      isTimeOnly: item.format === 'date-time',
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
