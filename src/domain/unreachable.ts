/** Ends a switch over a union: the compiler refuses it as long as a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`There is no such case: ${String(value)}`);
}
