import {
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  type GraphQLEnumType,
  type GraphQLOutputType,
} from 'graphql';
import { Unplanned } from './unplanned.js';

/** An SQL expression that concatenates text; adjacent literals are merged. */
export class TextExpression {
  readonly #pieces: string[] = [];
  #literal = '';

  literal(text: string): this {
    this.#literal += text;
    return this;
  }

  /** Appends an SQL expression of type text. */
  value(sql: string): this {
    this.#flush();
    this.#pieces.push(sql);
    return this;
  }

  toSql(): string {
    this.#flush();
    return this.#pieces.length === 0 ? `''` : this.#pieces.join(' || ');
  }

  #flush(): void {
    if (this.#literal !== '') this.#pieces.push(quoted(this.#literal));
    this.#literal = '';
  }
}

/** A text as an SQL literal. Backslashes are not special (`standard_conforming_strings` is on). */
export function quoted(text: string): string {
  if (text.includes('\0')) throw new Unplanned('a text with U+0000');
  return `'${text.replaceAll(`'`, `''`)}'`;
}

/** SQL for the JSON of a column's value, as the scalar or enum serializes it. Null if the value is null. */
export function jsonOfValue(type: GraphQLOutputType, column: string): string {
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const item = getNullableType(inner.ofType);
    const isPlain = isEnumType(item) ? namesAreValues(item) : isText(item);
    if (!isPlain || !isNonNullType(inner.ofType)) throw new Unplanned(`a list of ${String(item)}`);
    return `to_json(${column})::text`;
  }
  if (isEnumType(inner)) {
    if (namesAreValues(inner)) return `'"' || ${column} || '"'`;
    const cases = inner
      .getValues()
      .map(({ name, value }) => `WHEN ${quoted(String(value))} THEN ${quoted(`"${name}"`)}`);
    return `CASE ${column} ${cases.join(' ')} END`;
  }
  if (!isScalarType(inner)) throw new Unplanned(`a value of type ${String(inner)}`);
  switch (inner.name) {
    case 'Int':
    case 'Float':
    case 'Boolean':
      return `${column}::text`;
    // These need no escaping: constraints of the database guarantee their form.
    case 'ID':
    case 'Decimal':
    case 'Day':
    case 'PartialDate':
    case 'CountryCode':
    case 'CurrencyCode':
      return `'"' || ${column}::text || '"'`;
    case 'String':
    case 'Locale':
    case 'URL':
      return `to_json(${column}::text)::text`;
    case 'DateTimeISO':
      return `'"' || to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"'`;
    default:
      throw new Unplanned(`a value of type ${inner.name}`);
  }
}

function namesAreValues(type: GraphQLEnumType): boolean {
  return type.getValues().every(({ name, value }) => name === value);
}

function isText(type: unknown): boolean {
  return isScalarType(type) && type.name === 'String';
}
