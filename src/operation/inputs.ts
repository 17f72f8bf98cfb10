import {
  BREAK,
  GraphQLError,
  Kind,
  parse,
  print,
  visit,
  type ASTNode,
  type ASTVisitor,
  type OperationDefinitionNode,
  type ValidationContext,
} from 'graphql';
import { inputFault } from '../domain/input-fault.js';
import type { Variables } from '../planner/values.js';

const IS_BAD_INPUT = { code: 'BAD_USER_INPUT' };

/**
 * Refuses variables with values that no type of the API accepts, even if they are not used. The texts of a
 * gateway's representations are checked later, one by one, because an invalid one must not fail the others.
 */
export function refuseFaultyVariables(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
): void {
  const entities = new Set(
    variableDefinitions
      .filter(({ type }) => print(type).includes('_Any'))
      .map(({ variable }) => variable.name.value),
  );
  for (const [name, value] of Object.entries(variables)) {
    const fault = inputFault(value, { checksTexts: !entities.has(name) });
    if (fault === null) continue;
    throw new GraphQLError(`Variable '${['$' + name, ...fault.path].join('.')}' ${fault.text}`, {
      extensions: { ...IS_BAD_INPUT, inputPath: ['variables', name, ...fault.path] },
    });
  }
}

/** The same for literals in the operation. */
export function soundLiterals(context: ValidationContext): ASTVisitor {
  return {
    StringValue(node, _key, parent, _path, ancestors) {
      const fault = inputFault(node.value);
      if (fault === null) return;
      const inputPath = inputPathOf([...ancestors, parent, node] as readonly ASTNode[]);
      context.reportError(
        new GraphQLError(`'${inputPath.join('.')}' ${fault.text}`, {
          nodes: node,
          extensions: { ...IS_BAD_INPUT, inputPath },
        }),
      );
    },
  };
}

/** The path of a literal from its argument or variable; `ancestors` are nodes and lists of nodes. */
function inputPathOf(ancestors: readonly (ASTNode | readonly ASTNode[])[]): (string | number)[] {
  const path: (string | number)[] = [];
  ancestors.forEach((ancestor, at) => {
    if (!('kind' in ancestor)) return;
    if (ancestor.kind === Kind.VARIABLE_DEFINITION) {
      path.push('variables', ancestor.variable.name.value);
    } else if (ancestor.kind === Kind.ARGUMENT || ancestor.kind === Kind.OBJECT_FIELD) {
      path.push(ancestor.name.value);
    } else if (ancestor.kind === Kind.LIST) {
      const item = ancestors.slice(at + 1).find((each) => 'kind' in each);
      if (item !== undefined) path.push(ancestor.values.findIndex((each) => each === item));
    }
  });
  return path;
}

/** The path of a literal from its argument or variable; null if the node is not a literal. */
export function inputPathTo({ kind, loc }: ASTNode): (string | number)[] | null {
  if (loc === undefined) return null;
  let path: (string | number)[] = [];
  // A node does not know its ancestors. The text is parsed again for them, but only after an error.
  visit(parse(loc.source), {
    enter(node, _key, parent, _path, ancestors) {
      if (node.kind !== kind || node.loc?.start !== loc.start || node.loc.end !== loc.end) {
        return undefined;
      }
      const around = parent === undefined ? ancestors : [...ancestors, parent];
      path = inputPathOf([...around, node] as readonly ASTNode[]);
      return BREAK;
    },
  });
  return path.length === 0 ? null : path;
}
