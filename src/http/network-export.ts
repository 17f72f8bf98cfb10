import type { FastifyInstance, FastifyReply } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { isNetworkFormat, NETWORK_FORMAT_NAMES, NETWORK_FORMATS } from '../export/formats.js';
import { exportNetwork } from '../export/network/export.js';
import type { Network } from '../network/network.js';
import type { Patience } from '../network/shared-task.js';
import type { EntityTags } from './caching.js';
import { refuse } from './errors.js';
import type { ExportSlots } from './export-slots.js';

/** `GET /export/network.gexf?ties=PARTNERSHIP&asOf=2015-12-22`: a whole network as a file. */
export function serveNetworkExport(
  app: FastifyInstance,
  network: Network,
  schema: GraphQLSchema,
  patienceOf: (reply: FastifyReply) => Patience,
  slots: ExportSlots,
  tags: EntityTags,
): void {
  app.get<{ Params: { format: string }; Querystring: Record<string, string | string[]> }>(
    '/export/network.:format',
    async (request, reply) => {
      const { format } = request.params;
      if (!isNetworkFormat(format)) {
        return refuse(reply, {
          code: 'NOT_FOUND',
          message: `A network cannot be exported as '${format}'. Use one of: ${NETWORK_FORMAT_NAMES.join(', ')}.`,
        });
      }
      const patience = patienceOf(reply);
      if (await tags.isUnchanged(request, reply, [], patience.signal)) {
        return reply.code(304).send();
      }
      const refused = slots.take(request, reply);
      if (refused !== null) return refused;
      const parameters = Object.fromEntries(
        Object.entries(request.query).map(([name, value]) => [name, [value].flat().join(',')]),
      );
      const stream = await exportNetwork(
        network,
        schema,
        { format, parameters, query: request.url },
        patience,
      );
      return reply
        .type(NETWORK_FORMATS[format].mediaType)
        .header('content-disposition', `attachment; filename="network.${format}"`)
        .send(stream);
    },
  );
}
