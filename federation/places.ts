import { DOMAINS, type Domain } from '../src/federation/domain-names.js';

/** A subgraph that runs. */
export interface Place {
  readonly name: string;
  readonly url: string;
}

/** The port of the first of our subgraphs on one machine, unless `--first-port` says another; the next follow. */
export const FIRST_PORT = 4001;

export function portOf(name: Domain, firstPort: number): number {
  return firstPort + DOMAINS.indexOf(name);
}

export function urlOf(name: Domain, port: number): string {
  return `http://127.0.0.1:${String(port)}/subgraph/${name}`;
}

/** Whether it is one of our subgraphs, which check the gateway's signature. */
export function isOwn(name: string): boolean {
  return DOMAINS.some((domain) => domain === name);
}
