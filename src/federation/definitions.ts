/**
 * The definitions of Federation 2.9, under their names in a schema that imports `@key`, `@shareable`, `@cost` and `@listSize`. A subgraph
 * has to contain the definitions that it uses (https://specs.apollo.dev/federation/v2.9).
 */
export const FEDERATION = /* GraphQL */ `
  directive @link(
    url: String
    as: String
    for: link__Purpose
    import: [link__Import]
  ) repeatable on SCHEMA
  directive @key(
    fields: federation__FieldSet!
    resolvable: Boolean = true
  ) repeatable on OBJECT | INTERFACE
  directive @federation__requires(fields: federation__FieldSet!) on FIELD_DEFINITION
  directive @federation__provides(fields: federation__FieldSet!) on FIELD_DEFINITION
  directive @federation__external on OBJECT | FIELD_DEFINITION
  directive @federation__extends on OBJECT | INTERFACE
  directive @federation__inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
  directive @shareable repeatable on OBJECT | FIELD_DEFINITION
  directive @federation__override(from: String!, label: String) on FIELD_DEFINITION
  directive @federation__tag(
    name: String!
  ) repeatable on FIELD_DEFINITION | INTERFACE | OBJECT | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION | SCHEMA
  directive @federation__composeDirective(name: String) repeatable on SCHEMA
  directive @federation__interfaceObject on OBJECT
  directive @federation__authenticated on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
  directive @federation__requiresScopes(
    scopes: [[federation__Scope!]!]!
  ) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
  directive @federation__policy(
    policies: [[federation__Policy!]!]!
  ) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
  directive @federation__context(name: String!) repeatable on INTERFACE | OBJECT | UNION
  directive @federation__fromContext(field: federation__ContextFieldValue) on ARGUMENT_DEFINITION
  directive @cost(
    weight: Int!
  ) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
  directive @listSize(
    assumedSize: Int
    slicingArguments: [String!]
    sizedFields: [String!]
    requireOneSlicingArgument: Boolean = true
  ) on FIELD_DEFINITION

  scalar link__Import
  enum link__Purpose {
    """
    \`SECURITY\` features provide metadata necessary to securely resolve fields.
    """
    SECURITY
    """
    \`EXECUTION\` features provide metadata necessary for operation execution.
    """
    EXECUTION
  }

  scalar federation__FieldSet
  scalar federation__Scope
  scalar federation__Policy
  scalar federation__ContextFieldValue

  scalar _Any
  type _Service {
    sdl: String
  }
  extend type Query {
    _entities(representations: [_Any!]!): [_Entity]!
    _service: _Service!
  }
`;
