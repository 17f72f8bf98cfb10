import {
  getNamedType,
  GraphQLError,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isTypeDefinitionNode,
  Kind,
  parse,
  type ASTVisitor,
  type ConstDirectiveNode,
  type DefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type ValidationContext,
} from 'graphql';

const SPECIFICATIONS = ['authenticated', 'requiresScopes', 'policy'];

/** What only identified clients may read. */
interface Guarded {
  readonly types: ReadonlySet<string>;
  /** As `Type.field`. */
  readonly fields: ReadonlySet<string>;
}

/**
 * Refuses operations that read what is guarded by `@authenticated`, `@requiresScopes` or `@policy` in the supergraph:
 * no client can be identified yet. What has several possible types is guarded if one of them is.
 */
export function noGuarded(supergraph: string): (context: ValidationContext) => ASTVisitor {
  const guarded = guardedIn(supergraph);
  return (context) => ({
    Field(node) {
      const [parent, field] = [context.getParentType(), context.getFieldDef()];
      if (parent == null || field == null) return;
      const schema = context.getSchema();
      const isGuarded =
        possible(schema, parent).some(
          (type) => guarded.types.has(type) || guarded.fields.has(`${type}.${field.name}`),
        ) || possible(schema, getNamedType(field.type)).some((type) => guarded.types.has(type));
      if (!isGuarded) return;
      context.reportError(
        new GraphQLError(
          `Only identified clients with the right to read it get '${parent.name}.${field.name}'. Leave it out.`,
          { nodes: node, extensions: { code: 'UNAUTHENTICATED' } },
        ),
      );
    },
  });
}

/** The names of the type itself and of all types that its value can have. */
function possible(schema: GraphQLSchema, type: GraphQLNamedType): readonly string[] {
  const inner =
    isCompositeType(type) && isAbstractType(type)
      ? [
          ...schema.getPossibleTypes(type),
          ...(isInterfaceType(type) ? schema.getImplementations(type).interfaces : []),
        ]
      : [];
  return [type, ...inner].map(({ name }) => name);
}

function guardedIn(supergraph: string): Guarded {
  const { definitions } = parse(supergraph, { noLocation: true });
  const names = directiveNames(definitions);
  const isGuarded = ({
    directives = [],
  }: {
    readonly directives?: readonly ConstDirectiveNode[];
  }) => directives.some(({ name }) => names.has(name.value));
  const types = new Set<string>();
  const fields = new Set<string>();
  for (const definition of definitions) {
    if (!isTypeDefinitionNode(definition)) continue;
    const type = definition.name.value;
    if (isGuarded(definition)) types.add(type);
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION
    ) {
      continue;
    }
    for (const field of definition.fields ?? []) {
      if (isGuarded(field)) fields.add(`${type}.${field.name.value}`);
    }
  }
  return { types, fields };
}

/** The names that the directives have in this document, by its links to their specifications. */
function directiveNames(definitions: readonly DefinitionNode[]): ReadonlySet<string> {
  const names = new Set(SPECIFICATIONS);
  for (const definition of definitions) {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) {
      continue;
    }
    for (const { name, arguments: args = [] } of definition.directives ?? []) {
      if (name.value !== 'link') continue;
      const textOf = (argument: string) => {
        const value = args.find((one) => one.name.value === argument)?.value;
        return value?.kind === Kind.STRING ? value.value : '';
      };
      const isOne = SPECIFICATIONS.some((one) => textOf('url').includes(`/${one}/`));
      if (isOne && textOf('as') !== '') names.add(textOf('as'));
    }
  }
  return names;
}
