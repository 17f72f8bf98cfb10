import fc from 'fast-check';
import {
  GraphQLBoolean,
  GraphQLNonNull,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { kindOfId } from '../../src/domain/ids.js';
import { encodeCursor } from '../../src/fields/cursor.js';
import { declaredFields } from '../../src/fields/declarations.js';
import type { OrderBy } from '../../src/fields/order.js';

/** What there is to ask for. */
export interface Pool {
  readonly ids: readonly string[];
  /** Slugs of each type that has them, by its name; of an organisation by its kind too. */
  readonly slugs: ReadonlyMap<string, readonly string[]>;
  readonly representations: readonly object[];
}

export interface GeneratedOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A value that stands in the document or comes by a variable. */
interface Value {
  readonly type: GraphQLInputType;
  readonly value: unknown;
  readonly isVariable: boolean;
}

interface FieldTree {
  readonly name: string;
  readonly alias: string | null;
  readonly args: readonly (readonly [string, Value])[];
  readonly directive: { readonly name: 'skip' | 'include'; readonly value: Value } | null;
  readonly selection: SelectionTree | null;
}
interface FragmentTree {
  readonly on: string | null;
  readonly isNamed: boolean;
  readonly selection: SelectionTree;
}
type SelectionTree = readonly (FieldTree | FragmentTree)[];

/** Root fields that are asked in other ways, or of no data, or whose answers are computed, never planned. */
const PASSED_OVER = new Set([
  '_service',
  'totals',
  'grantFacets',
  'grantTotals',
  'grantFlows',
  'unfundedNeeds',
  'network',
]);
const DAYS = ['2009-12-31', '2013-06-25', '2015-12-31', '2020-02-29', '2026-11-01'];
const SECTORS = ['NACE_REV2:62', 'NACE_REV2:25', 'SYNTHETIC:1', 'nonsense'];
const WORDS = ['a', 'ni', 'клас', "o'", '\\', '%', ' “quoted” "text"'];
const SOUGHT = ['software', 'klaster', 'VMC', 'synthetic initiative 1'];
const CURRENCIES = ['EUR', 'RSD', 'XXX'];
const LANGUAGES = ['en', 'sr', 'xx'];
const COUNTRIES = ['RS', 'ZZ', 'DE'];
const REGIONS = ['RS', 'RS1', 'RS12', 'ZZ1'];

/** Queries over the whole schema, valid most of the time. */
export function operations(
  schema: GraphQLSchema,
  pool: Pool,
  passedOver: ReadonlySet<string> = PASSED_OVER,
): fc.Arbitrary<GeneratedOperation> {
  const query = schema.getQueryType();
  if (query == null) throw new Error('The schema has no queries.');
  const roots = Object.values(query.getFields()).filter(({ name }) => !passedOver.has(name));
  const inputValues = new Map<string, fc.Arbitrary<unknown>>();
  const root = fc
    .nat(roots.length - 1)
    .chain((index) => fieldTree(roots[index] as GraphQLField<unknown, unknown>, 4));
  return fc
    .array(root, { minLength: 1, maxLength: 2 })
    .map((fields) => render(fields.map((field, at) => ({ ...field, alias: `r${String(at)}` }))));

  function selectionTree(type: GraphQLCompositeType, depth: number): fc.Arbitrary<SelectionTree> {
    const fields = isObjectType(type) || 'getFields' in type ? Object.values(type.getFields()) : [];
    const usable = fields.filter((field) => depth > 0 || isLeafType(getNamedType(field.type)));
    // Fields that lead somewhere are the ones worth asking, and connections lead on only by theirs.
    const leading = usable.filter((field) => isCompositeType(getNamedType(field.type)));
    const one: fc.Arbitrary<FieldTree | FragmentTree> = fc.oneof(
      { weight: 1, arbitrary: fc.constant(TYPENAME) },
      ...(usable.length === 0
        ? []
        : [
            {
              weight: 6,
              arbitrary: fc
                .nat(usable.length - 1)
                .chain((at) => fieldTree(usable[at] as GraphQLField<unknown, unknown>, depth - 1)),
            },
          ]),
      ...(leading.length === 0
        ? []
        : [
            {
              weight: 5,
              arbitrary: fc
                .nat(leading.length - 1)
                .chain((at) => fieldTree(leading[at] as GraphQLField<unknown, unknown>, depth - 1)),
            },
          ]),
      // Fragments within fragments would have no end.
      ...(depth === 0
        ? []
        : [{ weight: isAbstractType(type) ? 5 : 1, arbitrary: fragmentTree(type, depth) }]),
    );
    return fc.array(one, { minLength: 1, maxLength: depth > 2 ? 3 : 4, size: 'max' });
  }

  function fragmentTree(type: GraphQLCompositeType, depth: number): fc.Arbitrary<FragmentTree> {
    const wider = isObjectType(type) || 'getInterfaces' in type ? type.getInterfaces() : [];
    const narrower = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    const conditions: readonly (GraphQLCompositeType | null)[] = [
      null,
      type,
      ...wider,
      ...narrower,
    ];
    return fc
      .record({
        at: fc.nat(conditions.length - 1),
        isNamed: fc.boolean(),
      })
      .chain(({ at, isNamed }) => {
        const on = conditions[at] ?? null;
        return selectionTree(on ?? type, depth - 1).map((selection) => ({
          on: on?.name ?? null,
          isNamed: isNamed && on !== null,
          selection,
        }));
      });
  }

  function fieldTree(
    field: GraphQLField<unknown, unknown>,
    depth: number,
  ): fc.Arbitrary<FieldTree> {
    const type = getNamedType(field.type);
    // Edges and nodes are but steps on the way.
    const cost = ['edges', 'nodes', 'node', 'pageInfo'].includes(field.name) ? 0 : 1;
    return fc
      .record({
        args: argumentsOf(field),
        alias: fc.oneof(
          { weight: 3, arbitrary: fc.constant(null) },
          fc.nat(2).map((n) => `x${n}_${field.name}`),
        ),
        directive: fc.oneof(
          { weight: 9, arbitrary: fc.constant(null) },
          fc.record({
            name: fc.constantFrom('skip' as const, 'include' as const),
            value: fc.record({ value: fc.boolean(), isVariable: fc.boolean() }),
          }),
        ),
        selection: isCompositeType(type)
          ? selectionTree(type, depth - cost + 1 > 0 ? depth - cost + 1 : 0)
          : fc.constant(null),
      })
      .map(({ args, alias, directive, selection }) => ({
        name: field.name,
        // The same field with other arguments needs another name.
        alias: alias ?? (args.length === 0 ? null : 'ARGUMENTS'),
        args,
        directive:
          directive === null
            ? null
            : { name: directive.name, value: { ...directive.value, type: REQUIRED_BOOLEAN } },
        selection,
      }));
  }

  function argumentsOf(field: GraphQLField<unknown, unknown>) {
    const { args } = field;
    const target = getNamedType(field.type).name;
    const all = args.map((argument) => {
      const value = fc
        .record({ value: argumentValue(argument, args, target), isVariable: fc.boolean() })
        .map((given) => [argument.name, { ...given, type: argument.type }] as const);
      return isRequiredArgument(argument)
        ? value
        : fc.oneof({ weight: RARE.get(argument.name) ?? 2, arbitrary: fc.constant(null) }, value);
    });
    const any = fc.tuple(...all);
    const keys = args.filter(({ name }) => KEYS.has(name));
    // Of keys, exactly one is right; now and then another number of them is given all the same.
    if (keys.length < 2) return any.map(present);
    const one = fc.nat(keys.length - 1).chain((at) => {
      const key = keys[at] as GraphQLArgument;
      return fc.tuple(
        ...args
          .filter(({ name }) => name === key.name || (name === 'scheme' && key.name === 'code'))
          .map((argument) =>
            fc
              .record({ value: argumentValue(argument, args, target), isVariable: fc.boolean() })
              .map((given) => [argument.name, { ...given, type: argument.type }] as const),
          ),
      );
    });
    return fc.oneof({ weight: 15, arbitrary: one }, any).map(present);
  }

  function argumentValue(
    argument: GraphQLArgument,
    all: readonly GraphQLArgument[],
    target: string,
  ) {
    switch (argument.name) {
      case 'first':
      case 'last':
        // Of a few nodes only, there are hardly any edges.
        if (target === 'Network') return fc.integer({ min: 0, max: 60 });
        return fc.oneof(
          { weight: 20, arbitrary: fc.integer({ min: 0, max: 4 }) },
          fc.constantFrom(null, -1, 101),
        );
      case 'after':
      case 'before': {
        const names = sortingsOf(all.find(({ name }) => name === 'orderBy'));
        return fc
          .record({
            order: fc.oneof(
              { weight: 5, arbitrary: fc.constant(names[0]) },
              fc.constantFrom(...names),
            ),
            key: fc.nat(2),
            id: fc.constantFrom(...pool.ids),
          })
          .map(({ order = '', key, id }) => encodeCursor(order, [keysOf(order)[key] ?? '', id]));
      }
      default:
        return inputValue(argument.type, argument.name, target);
    }
  }

  /** The same arbitrary for the same input: those of filters within filters are large. */
  function inputValue(
    type: GraphQLInputType,
    name: string,
    target = '',
    depth = 2,
  ): fc.Arbitrary<unknown> {
    const key = [type, name, target, depth].join(' ');
    const known = inputValues.get(key) ?? newInputValue(type, name, target, depth);
    inputValues.set(key, known);
    return known;
  }

  function newInputValue(
    type: GraphQLInputType,
    name: string,
    target: string,
    depth: number,
  ): fc.Arbitrary<unknown> {
    const inner = isNonNullType(type) ? type.ofType : type;
    if (isListType(inner)) {
      const max = name === 'ids' || name === 'representations' ? 6 : 2;
      return fc.array(inputValue(inner.ofType, name, target, depth), {
        maxLength: max,
        size: 'max',
      });
    }
    if (isEnumType(inner))
      return fc.constantFrom(...inner.getValues().map(({ name: value }) => value));
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields()).filter(
        (field) => depth > 0 || !COMBINED.has(field.name),
      );
      return fc
        .tuple(
          ...fields.map((field) => {
            const isCombined = COMBINED.has(field.name);
            // Comparisons have values of what they compare.
            const of = COMPARISONS.has(field.name) ? name : field.name;
            const value = inputValue(
              field.type,
              of,
              TARGETS[of] ?? target,
              isCombined ? depth - 1 : depth,
            ).map((one) => [field.name, one] as const);
            if (isNonNullType(field.type)) return value;
            const rare = isCombined ? 12 : COMPARISONS.has(field.name) ? 2 : 4;
            return fc.oneof({ weight: rare, arbitrary: fc.constant(null) }, value);
          }),
        )
        .map((given) => Object.fromEntries(given.filter((one) => one !== null)));
    }
    switch (inner.name) {
      case 'Float':
        return fc.constantFrom(0.5, 1, 2);
      case 'Int':
        return fc.integer({ min: 0, max: 3 });
      case 'Boolean':
        return fc.boolean();
      case 'Decimal':
        return fc.constantFrom('0', '1000.50', '250000');
      case 'Day':
      case 'PartialDate':
        return fc.constantFrom(...DAYS);
      case 'DateTimeISO':
        return fc.constantFrom(...DAYS.map((day) => `${day}T10:00:00.000Z`));
      case 'ID':
        return fc.oneof(
          { weight: 30, arbitrary: fc.constantFrom(...idsOf(target)) },
          fc.constantFrom(
            'no id',
            '01234567-89ab-8001-8000-000000000000',
            '01234567-89ab-1001-8000-000000000000',
          ),
        );
      case '_Any':
        return fc.oneof(
          { weight: 30, arbitrary: fc.constantFrom(...pool.representations) },
          fc.constantFrom({ __typename: 'Cluster' }, { __typename: 'Nothing', id: '1' }),
        );
      default:
        return fc.constantFrom(...textsFor(name, target));
    }
  }

  /** Ids of what is looked for, where there is one kind of it. */
  function idsOf(target: string): readonly string[] {
    const kind = schema.getType(target);
    const name =
      isObjectType(kind) && kind.getInterfaces().some((one) => one.name === 'Organization')
        ? 'Organization'
        : target;
    const own = pool.ids.filter((id) => kindOfId(id) === name);
    return own.length === 0 ? pool.ids : own;
  }

  function textsFor(name: string, target: string): readonly string[] {
    if (name === 'sector') return SECTORS;
    if (name === 'region' || name === 'code') return REGIONS;
    if (name === 'country') return COUNTRIES;
    if (name === 'currency') return CURRENCIES;
    if (name === 'language') return LANGUAGES;
    if (name === 'query') return SOUGHT;
    return name === 'contains'
      ? WORDS
      : (pool.slugs.get(target) ?? pool.slugs.get('Organization') ?? []);
  }
}

const TYPENAME: FieldTree = {
  name: '__typename',
  alias: null,
  args: [],
  directive: null,
  selection: null,
};
/** Pages from somewhere in the midst are asked for now and then, and from both ends hardly ever. */
const RARE = new Map([
  ['after', 8],
  ['before', 10],
  ['last', 30],
  // Most combinations of these are refused.
  ['from', 12],
  ['to', 12],
  ['weightBy', 12],
  ['currency', 8],
]);
/** What combines filters, and what compares the value of one of their fields. */
const COMBINED = new Set(['and', 'or', 'not']);
const COMPARISONS = new Set(['eq', 'in', 'notIn', 'isNull', 'gt', 'gte', 'lt', 'lte']);
/** What the slugs in a filter are of, where it is no organization. */
const TARGETS: Readonly<Record<string, string>> = {
  programme: 'GrantProgramme',
  initiative: 'Initiative',
  dataSet: 'Source',
};
/** Arguments of which exactly one is given. */
const KEYS = new Set(['id', 'slug', 'identifier', 'code']);

const present = <T>(given: readonly (T | null)[]) => given.filter((one): one is T => one !== null);

const REQUIRED_BOOLEAN: GraphQLInputType = new GraphQLNonNull(GraphQLBoolean);

/** The names of the orders that a list can have by one field, its default first. */
function sortingsOf(orderBy: GraphQLArgument | undefined): readonly string[] {
  const order = orderBy === undefined ? undefined : getNamedType(orderBy.type);
  if (!isInputObjectType(order)) return ['NAME_ASC'];
  const field = getNamedType(order.getFields().field?.type);
  const names = isEnumType(field) ? field.getValues().map(({ name }) => name) : [];
  const [natural] = orderBy?.defaultValue as readonly OrderBy[];
  return [
    ...(natural === undefined ? [] : [`${natural.field}_${natural.direction}`]),
    ...names.flatMap((name) => [`${name}_ASC`, `${name}_DESC`]),
  ];
}

/** Values that the key of an order can have. */
function keysOf(order: string): readonly string[] {
  const field = order.replace(/_(ASC|DESC)$/, '');
  for (const declared of declaredFields().values()) {
    for (const declaration of declared.values()) {
      const key =
        declaration.kind === 'CONNECTION' ? declaration.orders.keys.get(field) : undefined;
      if (key !== undefined) return KEYS_OF[key.type];
    }
  }
  throw new Error(`Nothing is ordered by ${order}.`);
}
const KEYS_OF = {
  text: ['', '2013', 'm'],
  date: ['', '2013', '2015-06'],
  int: ['0', '1', '2'],
  numeric: ['0', '1000.5', '250000'],
  timestamptz: ['2013-01-01', '2020-01-01', '2026-01-01'],
} as const;

function render(root: SelectionTree): GeneratedOperation {
  const definitions: string[] = [];
  const variables: Record<string, unknown> = {};
  const fragments: string[] = [];
  const valueOf = ({ type, value, isVariable }: Value): string => {
    if (!isVariable) return literalOf(type, value);
    const name = `v${String(definitions.length)}`;
    definitions.push(`$${name}: ${String(type)}`);
    variables[name] = value;
    return `$${name}`;
  };
  const selectionOf = (selection: SelectionTree): string =>
    `{ ${selection.map((each, at) => ('name' in each ? fieldOf(each, at) : fragmentOf(each))).join(' ')} }`;
  const fieldOf = ({ name, alias, args, directive, selection }: FieldTree, at: number): string => {
    const key =
      alias === 'ARGUMENTS' ? `a${String(at)}_${String(definitions.length)}_${name}` : alias;
    const given = args.map(([argument, value]) => `${argument}: ${valueOf(value)}`).join(', ');
    return [
      key === null ? name : `${key}: ${name}`,
      given === '' ? '' : `(${given})`,
      directive === null ? '' : ` @${directive.name}(if: ${valueOf(directive.value)})`,
      selection === null ? '' : ` ${selectionOf(selection)}`,
    ].join('');
  };
  const fragmentOf = ({ on, isNamed, selection }: FragmentTree): string => {
    const body = selectionOf(selection);
    if (!isNamed) return `...${on === null ? '' : ` on ${on}`} ${body}`;
    const name = `F${String(fragments.length)}`;
    fragments.push(`fragment ${name} on ${String(on)} ${body}`);
    return `...${name}`;
  };
  const body = selectionOf(root);
  const head = definitions.length === 0 ? 'query' : `query (${definitions.join(', ')})`;
  return { query: [`${head} ${body}`, ...fragments].join('\n'), variables };
}

function literalOf(type: GraphQLInputType, value: unknown): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (value === null || value === undefined) return 'null';
  if (isListType(inner)) {
    return `[${(value as unknown[]).map((one) => literalOf(inner.ofType, one)).join(', ')}]`;
  }
  if (isEnumType(inner)) return value as string;
  if (isInputObjectType(inner)) {
    const fields = inner.getFields();
    const given = Object.entries(value).map(
      ([name, one]) =>
        `${name}: ${literalOf((fields[name] as { type: GraphQLInputType }).type, one)}`,
    );
    return `{ ${given.join(', ')} }`;
  }
  if (inner.name === '_Any') return anyLiteral(value);
  return JSON.stringify(value);
}

function anyLiteral(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, one]) => `${name}: ${anyLiteral(one)}`)
    .join(', ')} }`;
}
