import { LRUCache } from 'lru-cache';
import { Organization } from '../../entities/network/organization.entity.js';
import { from, rows } from '../fields/columns.js';
import type { RowSql } from '../fields/filter.js';
import { raw, sql } from '../fields/sql.js';
import { NetworkChangesError } from './errors.js';
import { bytesOf } from './graph.js';
import { SharedWork } from '../shared-work.js';
import { TaskPool } from './task-pool.js';
import { networkView, type TaskPools, type NetworkView } from './network-view.js';
import type { NetworkRequest } from './network-request.js';
import { NODE, readSnapshot, VERSION, type Query, type Snapshot } from './snapshot.js';

/** The limits of the cached graphs: their size in total and their number. */
const MAX_BYTES = 256 * 1024 * 1024;
const MAX_VIEWS = 64;
/** The maximum number of attempts if the data changes between the two reads. */
const MAX_ATTEMPTS = 5;

/**
 * The partnership graph of a database. It is read completely, once for each version of the data. Requested
 * parts are derived from it, cached for equal requests, and dropped with their version.
 */
export class Network {
  readonly #query: Query;
  readonly #pools: TaskPools = { quick: new TaskPool(), slow: new TaskPool() };
  #snapshot: Snapshot | null = null;
  #reading: SharedWork<Snapshot> | null = null;
  readonly #views = new LRUCache<string, NetworkView>({
    max: MAX_VIEWS,
    maxSize: MAX_BYTES,
    // One graph is kept even if it alone is larger.
    sizeCalculation: ({ graph }) => Math.max(1, Math.min(MAX_BYTES, bytesOf(graph))),
  });

  constructor(query: Query) {
    this.#query = query;
  }

  /** @param query runs the statement that belongs to the request: the version and what the filter lets through */
  async open(
    request: NetworkRequest,
    signal?: AbortSignal,
    query: Query = this.#query,
  ): Promise<NetworkView> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const { version, chosen } = await look(request.filter, query);
      const snapshot = await this.#atLeast(version, signal);
      // A newer snapshot is fine, unless the filter belongs to the older one.
      if (snapshot.version === version || request.filter === null) {
        return this.#view(snapshot, chosen, request);
      }
    }
    throw new NetworkChangesError(MAX_ATTEMPTS);
  }

  async close(): Promise<void> {
    await Promise.all([this.#pools.quick.close(), this.#pools.slow.close()]);
  }

  async #atLeast(version: number, signal: AbortSignal | undefined): Promise<Snapshot> {
    for (;;) {
      if (this.#snapshot !== null && this.#snapshot.version >= version) return this.#snapshot;
      // A read that started earlier can be older; then read once more.
      const snapshot = await this.#read().wait(signal);
      if (this.#snapshot !== null && this.#snapshot.version >= snapshot.version) continue;
      this.#snapshot = snapshot;
      this.#views.clear();
    }
  }

  /** One read of the network for all waiting callers; it stops when all of them have left. */
  #read(): SharedWork<Snapshot> {
    if (this.#reading !== null && !this.#reading.signal.aborted) return this.#reading;
    const reading = new SharedWork((signal) => readSnapshot(this.#query, signal));
    this.#reading = reading;
    void reading.ended.then(() => {
      if (this.#reading === reading) this.#reading = null;
    });
    return reading;
  }

  #view(snapshot: Snapshot, chosen: Buffer | null, request: NetworkRequest): NetworkView {
    const key = JSON.stringify([snapshot.version, request.projection, request.given]);
    const view =
      this.#views.get(key) ??
      networkView(snapshot, chosen && placesOf(snapshot, chosen), {
        key,
        request,
        pools: this.#pools,
      });
    // Another request can have loaded a newer one in the meantime.
    if (snapshot === this.#snapshot) this.#views.set(key, view);
    return view;
  }
}

/** The version, and the ids that match the filter at that version. */
async function look(
  filter: RowSql<Organization> | null,
  query: Query,
): Promise<{ readonly version: number; readonly chosen: Buffer | null }> {
  const organization = rows(Organization);
  const { id } = organization;
  const chosen =
    filter === null
      ? raw('NULL::bytea')
      : sql`(SELECT coalesce(string_agg(uuid_send(${id}), ''::bytea ORDER BY ${id}), ''::bytea) FROM ${from(organization)} WHERE ${filter(organization)})`;
  const [row] = await query(sql`SELECT ${VERSION} AS version, ${chosen} AS chosen`);
  return { version: Number(row?.version), chosen: (row?.chosen ?? null) as Buffer | null };
}

/** The indexes of ids in the snapshot; both are sorted by id. */
function placesOf({ nodes }: Snapshot, ids: Buffer): Int32Array {
  const places: number[] = [];
  for (let place = 0, byte = 0; byte < ids.length; byte += 16, place += 1) {
    while (!isIdAt(nodes, place, ids, byte)) place += 1;
    places.push(place);
  }
  return Int32Array.from(places);
}

function isIdAt(nodes: Int32Array, place: number, ids: Buffer, byte: number): boolean {
  for (let word = 0; word < 4; word += 1) {
    if (nodes[place * NODE.size + NODE.id + word] !== ids.readInt32BE(byte + word * 4))
      return false;
  }
  return true;
}
