import type { Field, Resolver } from 'type-graphql';
import type { ClassOf } from './row.js';

/** What decorators of type-graphql take as the type of a field. */
type TypeFunction = Extract<Parameters<typeof Field>[0], (...args: never[]) => unknown>;
/** What `@Resolver` takes. */
type ClassFunction = Extract<Parameters<typeof Resolver>[0], (...args: never[]) => unknown>;

/** type-graphql's types leave out abstract classes, which it handles like all others. */
export function typed(type: () => unknown): TypeFunction {
  return type as TypeFunction;
}

/** The same for the class that a resolver class resolves. */
export function resolved(type: ClassOf): ClassFunction {
  return (() => type) as ClassFunction;
}
