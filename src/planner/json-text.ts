import {
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  type GraphQLEnumType,
  type GraphQLOutputType,
} from 'graphql';
import { join, literal, sql, type Sql } from '../fields/sql.js';
import { NotPlannable } from './not-plannable.js';

/** An SQL expression that concatenates text; adjacent literals are merged. */
export class TextExpression {
  readonly #pieces: Sql[] = [];
  #literal = '';

  literal(text: string): this {
    this.#literal += text;
    return this;
  }

  /** Appends an SQL expression of type text. */
  value(expression: Sql): this {
    this.#flush();
    this.#pieces.push(expression);
    return this;
  }

  toSql(): Sql {
    this.#flush();
    return this.#pieces.length === 0 ? literal('') : join(this.#pieces, ' || ');
  }

  #flush(): void {
    if (this.#literal !== '') this.#pieces.push(literal(this.#literal));
    this.#literal = '';
  }
}

/** SQL for the JSON of a column's value, as the scalar or enum serializes it. Null if the value is null. */
export function jsonOfValue(type: GraphQLOutputType, column: Sql): Sql {
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const item = getNullableType(inner.ofType);
    const isPlain = isEnumType(item) ? namesAreValues(item) : isText(item);
    if (!isPlain || !isNonNullType(inner.ofType))
      throw new NotPlannable(`a list of ${String(item)}`);
    return sql`to_json(${column})::text`;
  }
  if (isEnumType(inner)) {
    if (namesAreValues(inner)) return sql`'"' || ${column} || '"'`;
    const cases = inner
      .getValues()
      .map(({ name, value }) => sql`WHEN ${literal(String(value))} THEN ${literal(`"${name}"`)}`);
    return sql`CASE ${column} ${join(cases, ' ')} END`;
  }
  if (!isScalarType(inner)) throw new NotPlannable(`a value of type ${String(inner)}`);
  switch (inner.name) {
    case 'Int':
    case 'Float':
    case 'Boolean':
      return sql`${column}::text`;
    // These need no escaping: constraints of the database guarantee their form.
    case 'ID':
    case 'Decimal':
    case 'Day':
    case 'PartialDate':
    case 'CountryCode':
    case 'CurrencyCode':
      return sql`'"' || ${column}::text || '"'`;
    case 'String':
    case 'Locale':
    case 'URL':
      return sql`to_json(${column}::text)::text`;
    case 'DateTimeISO':
      return sql`'"' || to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"'`;
    default:
      throw new NotPlannable(`a value of type ${inner.name}`);
  }
}

function namesAreValues(type: GraphQLEnumType): boolean {
  return type.getValues().every(({ name, value }) => name === value);
}

function isText(type: unknown): boolean {
  return isScalarType(type) && type.name === 'String';
}
