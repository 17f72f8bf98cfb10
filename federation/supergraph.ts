import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { UserError } from '../src/errors.js';
import { createSubgraphs, printSdl } from '../src/schema.js';
import { FIRST_PORT, portOf, urlOf, type Place } from './places.js';
import { askSubgraph } from './subgraph-client.js';

/** The composed supergraph of our subgraphs. The path is relative to dist/federation. */
const FILE = fileURLToPath(new URL('../../federation/supergraph.graphql', import.meta.url));

/** A subgraph as composition needs it. */
export interface Subgraph extends Place {
  readonly sdl: string;
}

/** Our subgraphs, from the declarations. */
export async function ownSubgraphs(): Promise<readonly Subgraph[]> {
  return Array.from(await createSubgraphs(), ([name, schema]) => ({
    name,
    sdl: printSdl(schema),
    url: urlOf(name, portOf(name, FIRST_PORT)),
  }));
}

/** The supergraph of these subgraphs. Throws a UserError that lists what does not fit together. */
export function supergraphOf(subgraphs: readonly Subgraph[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, sdl, url }) => ({ name, url, typeDefs: parse(sdl) })),
  );
  if (supergraphSdl !== undefined) return supergraphSdl;
  const faults = errors.map(({ message }) => `  - ${message}`);
  throw new UserError(`The subgraphs do not compose:\n${faults.join('\n')}`);
}

/** The composed file; with subgraphs of others, what they compose to with ours now. */
export async function loadSupergraph(others: readonly Place[]): Promise<string> {
  if (others.length === 0) return readFileSync(FILE, 'utf8');
  const theirs = others.map(async (place) => {
    const { _service: service } = await askSubgraph(place, '{ _service { sdl } }', null);
    return { ...place, sdl: (service as { readonly sdl: string }).sdl };
  });
  return supergraphOf([...(await ownSubgraphs()), ...(await Promise.all(theirs))]);
}

const composed = async () => `${supergraphOf(await ownSubgraphs())}\n`;

export async function writeSupergraphFile(): Promise<void> {
  writeFileSync(FILE, await composed());
}

/** Throws a UserError if the file is not what the declarations compose to. */
export async function checkSupergraphFile(): Promise<void> {
  if (readFileSync(FILE, 'utf8') === (await composed())) return;
  throw new UserError('federation/supergraph.graphql is stale. Run: npm run fix:supergraph');
}
