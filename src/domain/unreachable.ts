/** Ends a `switch` over a union: the compiler refuses it as soon as a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
