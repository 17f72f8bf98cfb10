/** The default of an exhaustive switch: it does not compile if a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${String(value)}`);
}
