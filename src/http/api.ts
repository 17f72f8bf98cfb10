import type { FastifyInstance, FastifyReply } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Exposure, Limits } from '../config.js';
import type { Database } from '../database/database.js';
import type { RegisteredDocuments } from '../documents/registered-documents.js';
import type { ExportLimits } from '../export-limits.js';
import { apiSchemaOf } from '../federation/api-schema.js';
import type { Network } from '../network/network.js';
import type { Patience } from '../network/shared-task.js';
import type { EntityTags } from './caching.js';
import type { Deadlines } from './deadlines.js';
import { routeOperations } from './endpoint.js';
import { ExportSlots } from './export-slots.js';
import { serveExports } from './export.js';
import type { HandlerOf } from './graphql.js';
import { serveNetworkExport } from './network-export.js';
import { servePages } from './pages.js';
import { servePlayground, wantsPage } from './playground.js';
import { publicUrlOf } from './public-url.js';
import { signedBy } from './signature.js';

export const ENDPOINT = '/graphql';
/** The whole graph as one subgraph; those of the domains are below it. */
export const SUBGRAPH_ENDPOINT = '/subgraph';

export interface ApiParts {
  readonly database: Database;
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly exportLimits: ExportLimits;
  readonly exposure: Exposure;
  readonly subgraphSecret: string | null;
  readonly registered: RegisteredDocuments;
  readonly log: Logger;
  readonly network: Network;
  readonly tags: EntityTags;
  readonly deadlines: Deadlines;
  readonly patienceFor: (signal: AbortSignal) => Patience;
}

/** Everything for people and clients: the API, the same for gateways, the playground, exports and pages. */
export async function serveApi(
  app: FastifyInstance,
  handlerOf: HandlerOf,
  parts: ApiParts,
): Promise<void> {
  const { database, schema, limits, exportLimits, exposure, log, network, tags, deadlines } = parts;
  const publicUrl = () => publicUrlOf(app, exposure.publicUrl);
  const exportSlots = new ExportSlots(exportLimits, log);
  const patience = (reply: FastifyReply) => parts.patienceFor(deadlines.start(reply));
  serveNetworkExport(app, network, schema, patience, exportSlots, tags);
  serveExports(app, {
    database,
    schema,
    log,
    exportLimits,
    slots: exportSlots,
    tags,
    publicUrl,
    suggestions: exposure.suggestions,
  });
  const sendPage = exposure.playground ? await servePlayground(app) : null;
  const answer = await handlerOf(apiSchemaOf(schema), {
    registered: parts.registered,
    onlyRegistered: exposure.trustedDocumentsOnly,
  });
  routeOperations(app, ENDPOINT, (request, reply) =>
    sendPage !== null && wantsPage(request) ? sendPage(reply) : answer(request, reply),
  );
  routeOperations(
    app,
    SUBGRAPH_ENDPOINT, // A gateway writes its own operations.
    signedBy(parts.subgraphSecret, await handlerOf(schema, null)),
  );
  if (!exposure.pages) {
    app.get('/', (_request, reply) => reply.redirect(ENDPOINT, 307));
    return;
  }
  await servePages(app, {
    tags,
    publicUrl,
    settings: {
      hasPlayground: exposure.playground,
      trustedDocumentsOnly: exposure.trustedDocumentsOnly,
      feedbackUrl: exposure.feedbackUrl,
      limits,
    },
    embedOrigins: exposure.embedOrigins,
    registered: parts.registered,
    deadlines,
  });
}
