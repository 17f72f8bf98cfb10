/** A class that describes rows or a GraphQL type; it is never instantiated. */
export type ClassOf<T = unknown> = abstract new (...args: never[]) => T;

/** A class that may not be defined yet when it is named. */
export type TypeOf<T = unknown> = () => ClassOf<T>;

/** A database row, keyed by GraphQL field names. */
export type Row = Readonly<Record<string, unknown>>;
