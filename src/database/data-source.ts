import type { Duplex } from 'node:stream';
import { DataSource } from 'typeorm';
import { ENTITIES } from './entities.js';
import { MIGRATIONS } from './migrations.js';
import { Naming } from './naming.js';

/** The database: a server with its address, or the embedded one with a stream to it. */
export type DatabaseTarget =
  | { readonly kind: 'SERVER'; readonly url: string }
  | { readonly kind: 'EMBEDDED'; readonly connect: () => Duplex };

export const CONNECT_TIMEOUT_MS = 5000;

/** TypeORM with its `postgres` driver for both databases. It never changes the schema on its own. */
export function createDataSource(target: DatabaseTarget): DataSource {
  return new DataSource({
    type: 'postgres',
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'all',
    namingStrategy: new Naming(),
    synchronize: false,
    installExtensions: false,
    applicationName: 'scan-graph',
    // A connection that dies while idle is replaced when the next one is needed.
    poolErrorHandler: () => undefined,
    ...(target.kind === 'SERVER'
      ? { url: target.url, connectTimeoutMS: CONNECT_TIMEOUT_MS, extra: { max: 4 } }
      : {
          username: 'postgres',
          database: 'postgres',
          // One session, so one connection: a transaction owns it until its end.
          extra: { max: 1, idleTimeoutMillis: 0, stream: target.connect },
        }),
  });
}
