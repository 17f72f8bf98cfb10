import fc from 'fast-check';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';
import { encodeCursor } from '../../src/fields/cursor.js';
import { operations, type GeneratedOperation, type Pool } from './operations.js';

/** Everything is asked, what is computed too. */
const PASSED_OVER: ReadonlySet<string> = new Set(['_service']);

const LONG = 'x'.repeat(5000);
const IDS = ['01234567-89ab-8001-8000-000000000000', '00000000-0000-0000-0000-000000000000'];

/** What is wrong for one type may be right for another: whatever it is, the server must cope with it. */
const ANYTHING: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  '',
  'a\0b',
  '\ud800',
  [],
  [[]],
  {},
  [null],
];
const WRONG: Readonly<Record<string, readonly unknown[]>> = {
  Int: [-1, 0, 101, 1001, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), 1e308, 1.5, '1', [1]],
  Float: [-1, 1e308, -1e308, 5e-324, 0, 'NaN'],
  Boolean: [0, 'true', 'false', []],
  ID: [...IDS, 'no id', 7, `${IDS[0]}' OR '1'='1`, '\u0000', LONG],
  Decimal: [
    '1e999999999',
    'NaN',
    'Infinity',
    '-',
    '0x10',
    '9'.repeat(30),
    '9'.repeat(200),
    '-0.00000000000000000001',
    1e21,
  ],
  Day: [
    '2023-02-30',
    '0000-01-01',
    '9999-12-31',
    '99999-01-01',
    '2015',
    'today',
    '2015-12-22T00:00',
  ],
  PartialDate: ['2023-13', '0000', '9999', '99999', '2015-1', 'Q1 2015', 2015],
  DateTimeISO: [
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999999999-12:00',
    '+294277-01-01T00:00:00Z',
    '2015-02-30T00:00:00Z',
    0,
  ],
  String: [
    "'",
    '"',
    '\\',
    '%',
    '_',
    '$1',
    '\u202e',
    ';--',
    'null',
    LONG,
    '💥',
    'toString',
    '__proto__',
    'EUR',
    'RS',
    '9',
  ],
  _Any: [
    { __typename: 'Cluster', id: '\0' },
    { __typename: '__proto__' },
    { __typename: 'Donor', identifier: { scheme: '\ud800', value: 5 } },
    'text',
    [[1]],
  ],
};

interface Choices {
  next(below: number): number;
  /** Whether values are of the right type at least: only these get beyond the checks of graphql-js. */
  readonly areTyped: boolean;
}

/**
 * Operations that are right but for some of their arguments, at any depth: out of bounds, of another type, in
 * another number, broken, damaged or empty.
 */
export function wrongOperations(
  schema: GraphQLSchema,
  pool: Pool,
): fc.Arbitrary<GeneratedOperation> {
  return fc
    .tuple(
      operations(schema, pool, PASSED_OVER),
      fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
    )
    .map(([operation, numbers]) => spoiled(schema, pool, operation, choicesOf(numbers)));
}

/** Numbers from a list that starts anew when it is used up. */
function choicesOf(numbers: readonly number[]): Choices {
  let at = 0;
  return {
    areTyped: (numbers[0] ?? 0) % 3 > 0,
    next: (below) => {
      at += 1;
      return ((numbers[at % numbers.length] ?? 0) + Math.floor(at / numbers.length)) % below;
    },
  };
}

function spoiled(
  schema: GraphQLSchema,
  pool: Pool,
  { query, variables }: GeneratedOperation,
  choices: Choices,
): GeneratedOperation {
  const types = new TypeInfo(schema);
  const definitions: string[] = [];
  const values: Record<string, unknown> = {};
  const valueOf = ({ name, type }: GraphQLArgument): ValueNode | null => {
    const value = wrongValue(type, name, pool, choices, 0);
    const literal = choices.next(4) > 0 ? null : literalOf(value);
    if (literal !== null) return literal;
    const variable = `w${String(definitions.length)}`;
    definitions.push(`$${variable}: ${String(type)}`);
    values[variable] = value;
    return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } };
  };
  const document = visit(
    parse(query),
    visitWithTypeInfo(types, {
      Field: (node): FieldNode | undefined => {
        const args = types.getFieldDef()?.args ?? [];
        if (args.length === 0 || choices.next(3) > 0) return undefined;
        const argument = args[choices.next(args.length)] as GraphQLArgument;
        const value = valueOf(argument);
        if (value === null) return undefined;
        const given: ArgumentNode = {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: argument.name },
          value,
        };
        const others = (node.arguments ?? []).filter(({ name }) => name.value !== argument.name);
        return { ...node, arguments: [...others, given] };
      },
    }),
  );
  return {
    query: withVariables(print(document), definitions),
    variables: wrongVariables(variables, values, choices),
  };
}

function withVariables(query: string, definitions: readonly string[]): string {
  if (definitions.length === 0) return query;
  const head = definitions.join(', ');
  if (query.startsWith('query (')) return query.replace('query (', () => `query (${head}, `);
  return `query (${head}) ${query.replace(/^query\s*/, '')}`;
}

/** Now and then a variable that was right is of another type, or missing. */
function wrongVariables(
  right: GeneratedOperation['variables'],
  wrong: Readonly<Record<string, unknown>>,
  choices: Choices,
): Record<string, unknown> {
  const spoiledOnes = Object.entries(right).map(([name, value]) =>
    !choices.areTyped && choices.next(8) === 0
      ? [name, ANYTHING[choices.next(ANYTHING.length)]]
      : [name, value],
  );
  return { ...(Object.fromEntries(spoiledOnes) as Record<string, unknown>), ...wrong };
}

/** Added to the depth of what is an item of a list. */
const WITHIN_LIST = 100;

function wrongValue(
  type: GraphQLInputType,
  name: string,
  pool: Pool,
  choices: Choices,
  depth: number,
): unknown {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (!choices.areTyped && choices.next(8) === 0) return ANYTHING[choices.next(ANYTHING.length)];
  if (isListType(inner)) {
    // Lists within lists multiply: only the outer one is long.
    const isWithinList = depth >= WITHIN_LIST;
    const size = [0, 1, 2, 2, 3, 7, 101, 1001][choices.next(isWithinList ? 4 : 8)] as number;
    const within = depth + (isWithinList ? 1 : WITHIN_LIST);
    const item = wrongValue(inner.ofType, name, pool, choices, within);
    const other = wrongValue(inner.ofType, name, pool, choices, within);
    return Array.from({ length: size }, (_, at) => (at % 2 === 0 ? item : other));
  }
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).filter(() => choices.next(3) === 0);
    const given = fields.map((field) => [
      field.name,
      depth % WITHIN_LIST > 4 ? null : wrongValue(field.type, field.name, pool, choices, depth + 1),
    ]);
    const unknown = !choices.areTyped && choices.next(12) === 0 ? [['noSuchField', 1]] : [];
    return Object.fromEntries([...given, ...unknown]) as unknown;
  }
  if (isEnumType(inner)) {
    const names = [
      ...inner.getValues().map((value) => value.name),
      'NO_SUCH_VALUE',
      '__proto__',
      '',
    ];
    return names[choices.next(names.length)];
  }
  if (name === 'after' || name === 'before') return wrongCursor(pool, choices);
  const { name: typeName } = getNamedType(inner);
  const wrong = [...(WRONG[typeName] ?? []), ...ANYTHING].filter(
    (value) => !choices.areTyped || isTaken(inner, value),
  );
  return wrong.length === 0 ? null : wrong[choices.next(wrong.length)];
}

function isTaken(type: GraphQLInputType, value: unknown): boolean {
  try {
    return isScalarType(type) && type.parseValue(value) !== undefined;
  } catch {
    return false;
  }
}

/** Some have the right checksum: anybody can make one. */
function wrongCursor({ ids: [id = ''] }: Pool, choices: Choices): unknown {
  const cursors = [
    '42',
    '',
    '\0',
    LONG,
    encodeCursor('NAME_ASC', ['a', 'no id']),
    encodeCursor('NAME_ASC', ['\0', id]),
    encodeCursor('NO_SUCH_ORDER', ['a', id]),
    encodeCursor('AWARDED_DESC', ['NaN', id]),
    encodeCursor('GRANTS_DESC', ['99999999999', id]),
    encodeCursor('NAME_ASC', ['\ud800', id]),
  ];
  return cursors[choices.next(cursors.length)];
}

/** Null for what cannot be written in an operation. */
function literalOf(value: unknown): ValueNode | null {
  const text = literalText(value);
  if (text === null) return null;
  try {
    const [definition] = parse(`{ f(a: ${text}) }`, { noLocation: true }).definitions;
    const { selectionSet } = definition as { selectionSet: { selections: readonly FieldNode[] } };
    return selectionSet.selections[0]?.arguments?.[0]?.value ?? null;
  } catch {
    return null; // half of a surrogate pair, or the like
  }
}

function literalText(value: unknown): string | null {
  if (Array.isArray(value)) {
    const items = value.map(literalText);
    return items.includes(null) ? null : `[${items.join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([name, one]) => [name, literalText(one)] as const);
    return fields.some(([, text]) => text === null)
      ? null
      : `{ ${fields.map(([name, text]) => `${name}: ${String(text)}`).join(', ')} }`;
  }
  // What looks like a name may be that of a value of an enum.
  return typeof value === 'string' && /^[A-Z][A-Z_]+$/.test(value) ? value : JSON.stringify(value);
}
