import {
  isAbstractType,
  isCompositeType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from 'graphql';
import type { Place } from './places.js';

type Graphs = ReadonlySet<string>;

/** Which subgraphs resolve a field by themselves, by the directives of the supergraph (Join 0.5). */
export class SubgraphFields {
  /** By the names that the subgraphs have in the supergraph. */
  readonly #subgraphs = new Map<string, Place>();
  readonly #ofType = new Map<string, Graphs>();
  /** As `Type.field`. */
  readonly #ofField = new Map<string, Graphs>();
  /** As `Type Abstract`: where an object type is one of the types of an interface or union. */
  readonly #ofMember = new Map<string, Graphs>();

  constructor(supergraph: string) {
    for (const definition of parse(supergraph, { noLocation: true }).definitions) {
      this.#add(definition);
    }
  }

  /** Where the supergraph says that each subgraph is. */
  get places(): readonly Place[] {
    return [...this.#subgraphs.values()];
  }

  /** The names of the subgraphs that know all types and resolve all fields of a document; none if it reads no fields. */
  subgraphsOf(schema: GraphQLSchema, document: DocumentNode): readonly string[] {
    const types = new TypeInfo(schema);
    let common: readonly string[] = [...this.#subgraphs.keys()];
    let fields = 0;
    const keep = (graphs: Graphs | undefined) => {
      common = common.filter((graph) => graphs?.has(graph));
    };
    visit(
      document,
      visitWithTypeInfo(types, {
        NamedType: ({ name: { value } }) => {
          const type = schema.getType(value);
          if (!isCompositeType(type)) return;
          keep(this.#ofType.get(value));
          for (const { name } of possible(schema, type))
            keep(this.#ofMember.get(`${name} ${value}`));
        },
        Field: ({ name: { value } }) => {
          const parent = types.getParentType();
          if (parent == null) return;
          for (const type of [parent, ...possible(schema, parent)]) {
            keep(
              value === '__typename'
                ? this.#ofType.get(type.name)
                : this.#ofField.get(`${type.name}.${value}`),
            );
          }
          if (value !== '__typename') fields += 1;
        },
      }),
    );
    if (fields === 0) return [];
    return common.flatMap((graph) => this.#subgraphs.get(graph)?.name ?? []);
  }

  #add(definition: DefinitionNode): void {
    if (definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph') {
      for (const { name, directives = [] } of definition.values ?? []) {
        const own = directives.find((one) => one.name.value === 'join__graph');
        if (own === undefined) continue;
        this.#subgraphs.set(name.value, { name: textOf(own, 'name'), url: textOf(own, 'url') });
      }
      return;
    }
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION &&
      definition.kind !== Kind.UNION_TYPE_DEFINITION
    ) {
      return;
    }
    const type = definition.name.value;
    const ofType = graphsIn(definition.directives, 'join__type');
    this.#ofType.set(type, ofType);
    for (const directive of definition.directives ?? []) {
      const { value } = directive.name;
      const key =
        value === 'join__implements'
          ? `${type} ${textOf(directive, 'interface')}`
          : value === 'join__unionMember'
            ? `${textOf(directive, 'member')} ${type}`
            : null;
      if (key === null) continue;
      const graphs = this.#ofMember.get(key) ?? [];
      this.#ofMember.set(key, new Set([...graphs, textOf(directive, 'graph')]));
    }
    if (definition.kind === Kind.UNION_TYPE_DEFINITION) return;
    for (const { name, directives = [] } of definition.fields ?? []) {
      const isJoined = directives.some((one) => one.name.value === 'join__field');
      this.#ofField.set(
        `${type}.${name.value}`,
        isJoined ? graphsIn(directives, 'join__field') : ofType,
      );
    }
  }
}

/** Arguments with which a subgraph does not resolve the field by itself. */
const NOT_ALONE = ['external', 'requires', 'override', 'usedOverridden', 'contextArguments'];

function graphsIn(directives: readonly ConstDirectiveNode[] = [], directive: string): Graphs {
  return new Set(
    directives
      .filter(({ name, arguments: args = [] }) => {
        const isAlone = !args.some((one) => NOT_ALONE.includes(one.name.value));
        return name.value === directive && isAlone;
      })
      .map((one) => textOf(one, 'graph')),
  );
}

function textOf({ arguments: args = [] }: ConstDirectiveNode, name: string): string {
  const value = args.find((one) => one.name.value === name)?.value;
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : '';
}

function possible(schema: GraphQLSchema, type: GraphQLCompositeType) {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}
