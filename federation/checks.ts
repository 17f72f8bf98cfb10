import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type ASTVisitor,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { Limits } from '../src/config.js';
import type { Admission } from '../src/operation/admission.js';
import { MAX_ERRORS, missingRoot, OperationChecks } from '../src/operation/checks.js';
import { soundLiterals } from '../src/operation/inputs.js';
import { documentLimits } from '../src/operation/limits.js';
import { noIntrospection } from '../src/operation/schema-secrecy.js';
import { noGuarded } from './guards.js';
import type { ExecutionContext } from './supergraph-executor.js';

type Variables = Readonly<Record<string, unknown>>;

interface ValidationParams {
  readonly schema: GraphQLSchema;
  readonly documentAST: DocumentNode;
}

export type OperationRules = readonly ValidationRule[];

/** The rules for documents of clients. */
export function operationRules(
  limits: Limits,
  supergraph: string,
  hasIntrospection: boolean,
): OperationRules {
  return [
    ...specifiedRules,
    documentLimits(limits),
    soundLiterals,
    onlyKnownRoots,
    noGuarded(supergraph),
    ...(hasIntrospection ? [] : [noIntrospection]),
  ];
}

/**
 * The limits of a single server, before a subgraph is asked: an operation is refused as a whole or not at all, with
 * the same code and cost. Each subgraph checks its own part again.
 */
export function checkOperations(
  limits: Limits,
  rules: OperationRules,
  admission: Admission,
): GatewayPlugin {
  let checks: { readonly of: GraphQLSchema; readonly cost: OperationChecks } | null = null;
  const checksOf = (schema: GraphQLSchema) => {
    // The gateway does not know the size of the network, so costs are those of the measured one.
    checks =
      checks?.of === schema
        ? checks
        : { of: schema, cost: new OperationChecks(schema, limits.cost, () => null) };
    return checks.cost;
  };
  const validated = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  return {
    onParse({ setParseFn }) {
      setParseFn((source: string) => parse(source, { maxTokens: limits.tokens }));
    },
    onValidate({ params, setResult }) {
      // Its types are those of every implementation of GraphQL.
      const { schema, documentAST } = params as ValidationParams;
      const errors =
        validated.get(documentAST) ??
        validate(schema, documentAST, rules, { maxErrors: MAX_ERRORS }).map((error) =>
          coded(error, 'GRAPHQL_VALIDATION_FAILED'),
        );
      validated.set(documentAST, errors);
      setResult([...errors]);
    },
    async onExecute({ args, setResultAndStopExecution }) {
      const { schema, document, operationName, variableValues, contextValue } =
        args as ExecutionArgs;
      const operation = getOperationAST(document, operationName);
      if (operation == null) return;
      const variables: Variables = variableValues ?? {};
      const { admitted } = contextValue as ExecutionContext;
      try {
        const checked = checksOf(schema).check(document, operation, variables);
        if (checked === null) {
          setResultAndStopExecution({
            errors: faultsOf(schema, operation, variables),
          });
          return;
        }
        await admission.admit(admitted, checked).catch((error: unknown) => {
          // The server responds to it, as to one that the fast path refuses.
          admitted.refusal = error as Error;
          setResultAndStopExecution({ data: null });
        });
      } catch (error) {
        if (!(error instanceof GraphQLError)) throw error;
        setResultAndStopExecution({ errors: [error] });
      }
    },
  };
}

function onlyKnownRoots(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      const error = missingRoot(context.getSchema(), operation);
      if (error !== null) context.reportError(error);
    },
  };
}

/** Why the variables are invalid. The runtime would report one of several, and without a code. */
function faultsOf(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
): readonly GraphQLError[] {
  const { errors = [] } = getVariableValues(schema, variableDefinitions, variables, {
    maxErrors: MAX_ERRORS,
  });
  return errors.map((error) => coded(error, 'BAD_USER_INPUT'));
}

/** The error with this code, unless it has one of its own. */
function coded(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    originalError: error.originalError ?? null,
    extensions: { code, ...error.extensions },
  });
}
