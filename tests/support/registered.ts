import { readdirSync } from 'node:fs';
import { RegisteredDocuments } from '../../src/documents/registered-documents.js';

export const REGISTERED = RegisteredDocuments.read();

const names = readdirSync('docs/operations').map((file) => file.split('.'));

/** The id of the only registered document with an operation of this name. */
export function idOfOperation(name: string): string {
  const ids = names.filter(([each]) => each === name).map(([, hash = '']) => `sha256:${hash}`);
  const [id] = ids;
  if (id === undefined || ids.length > 1) throw new Error(`There are ${ids.length} of ${name}.`);
  return id;
}

export const textOfOperation = (name: string): string =>
  REGISTERED.textOf(idOfOperation(name)) ?? '';
