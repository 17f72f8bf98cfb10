/** A class that describes rows, or a type of the graph; nothing is ever made by its constructor. */
export type ClassOf<T = unknown> = abstract new (...args: never[]) => T;

/** A row as it came from the database, by the names of the GraphQL fields. */
export type Row = Readonly<Record<string, unknown>>;
