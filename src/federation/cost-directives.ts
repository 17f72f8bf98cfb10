import {
  Kind,
  type ConstDirectiveNode,
  type ConstValueNode,
  type FieldDefinitionNode,
  type TypeNode,
} from 'graphql';
import { PAGE_SIZE } from '../fields/page-request.js';
import { DEFAULT_WEIGHTS, WEIGHTS, type Weights } from '../operation/cost-weights.js';
import type { FieldsType } from './split.js';

/** The length that gateways assume of lists without pages. */
const LIST_SIZE = 10;

/**
 * The type with `@cost` and `@listSize`, from the weights by which the server computes costs, so that gateways
 * estimate the same. By their specification an object counts 1 and a plain value nothing; filters are not counted.
 */
export function withCost<T extends FieldsType>(type: T): T {
  const interfaces = (type.interfaces ?? []).map(({ name }) => name.value);
  const fields = type.fields?.map((field) => ({
    ...field,
    directives: [
      ...(field.directives ?? []),
      ...directivesOf(field, [type.name.value, ...interfaces]),
    ],
  }));
  // What a page contains is counted, not the page.
  const isPage = /(?:Connection|^PageInfo)$/.test(type.name.value);
  return {
    ...type,
    ...(fields && { fields }),
    ...(isPage && { directives: [...(type.directives ?? []), cost(0)] }),
  };
}

function directivesOf(
  { name, type, arguments: args = [] }: FieldDefinitionNode,
  types: readonly string[],
): readonly ConstDirectiveNode[] {
  const own = types
    .map((one) => WEIGHTS[`${one}.${name.value}`])
    .find((weights) => weights !== undefined);
  const isPage = namedOf(type).endsWith('Connection');
  const isList = hasList(type);
  const weight = weightOf(name.value, own, isPage, isList);
  const has = (argument: string) => args.some((one) => one.name.value === argument);
  const size = isPage
    ? listSize({
        assumedSize: PAGE_SIZE.default,
        slicingArguments: ['first', 'last'],
        sizedFields: ['nodes', 'edges'],
      })
    : has('first') && isList
      ? listSize({ assumedSize: LIST_SIZE, slicingArguments: ['first'] })
      : isList && !['nodes', 'edges'].includes(name.value)
        ? listSize({ assumedSize: LIST_SIZE })
        : null;
  return [...(weight === 0 ? [] : [cost(weight)]), ...(size === null ? [] : [size])];
}

/** The points of a field besides its objects. */
function weightOf(
  name: string,
  own: Weights | undefined,
  isPage: boolean,
  isList: boolean,
): number {
  if (name === 'totalCount') return DEFAULT_WEIGHTS.connection.count;
  const { group: inherent = 0 } = isPage
    ? DEFAULT_WEIGHTS.connection
    : isList && !['nodes', 'edges'].includes(name)
      ? DEFAULT_WEIGHTS.list
      : {};
  return Math.ceil((own?.group ?? inherent) + (own?.once ?? 0));
}

function namedOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedOf(type.type);
}

function hasList(type: TypeNode): boolean {
  if (type.kind === Kind.LIST_TYPE) return true;
  return type.kind === Kind.NON_NULL_TYPE && hasList(type.type);
}

const cost = (weight: number) =>
  directive('cost', { weight: { kind: Kind.INT, value: String(weight) } });

interface ListSize {
  readonly assumedSize: number;
  readonly slicingArguments?: readonly string[];
  readonly sizedFields?: readonly string[];
}

function listSize({ assumedSize, slicingArguments, sizedFields }: ListSize): ConstDirectiveNode {
  return directive('listSize', {
    assumedSize: { kind: Kind.INT, value: String(assumedSize) },
    ...(slicingArguments && {
      slicingArguments: texts(slicingArguments),
      // `first` and `last` may both be left out.
      requireOneSlicingArgument: { kind: Kind.BOOLEAN, value: false },
    }),
    ...(sizedFields && { sizedFields: texts(sizedFields) }),
  });
}

const texts = (values: readonly string[]): ConstValueNode => ({
  kind: Kind.LIST,
  values: values.map((value) => ({ kind: Kind.STRING, value })),
});

function directive(
  name: string,
  args: Readonly<Record<string, ConstValueNode>>,
): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: Object.entries(args).map(([argument, value]) => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: argument },
      value,
    })),
  };
}
