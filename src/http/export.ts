import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { clientErrorOf } from '../client-errors.js';
import type { Database } from '../database/database.js';
import { badInput, ClientError, type ErrorCode } from '../errors.js';
import { openExport, type OpenedExport } from '../export/export.js';
import { FilterFault } from '../export/filter.js';
import { FORMAT_NAMES, FORMATS, type FormatName } from '../export/formats.js';
import { onlyLicence } from '../export/head.js';
import type { KindName } from '../export/kinds.js';
import type { ExportReport } from '../export/report.js';
import type { ExportLimits } from '../export-limits.js';
import { spooled, SpoolSpace } from '../export/spool.js';
import { withSuggestions } from '../operation/schema-secrecy.js';
import { statusOf, type AnyErrorCode } from '../status-codes.js';
import type { EntityTags } from './caching.js';
import { clientGone } from './deadlines.js';
import { RETRY_AFTER_S } from './errors.js';
import type { ExportSlots } from './export-slots.js';

interface ExportParts {
  readonly database: Database;
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  readonly exportLimits: ExportLimits;
  readonly slots: ExportSlots;
  readonly tags: EntityTags;
  /** The URL at which clients reach this server. */
  readonly publicUrl: () => string;
  /** Whether errors suggest names. */
  readonly suggestions: boolean;
}

interface FileAsked {
  readonly format: FormatName;
  readonly kind: KindName;
}

/** The available files by their names in the URL. */
const FILES: ReadonlyMap<string, FileAsked> = new Map(
  FORMAT_NAMES.flatMap((format) =>
    FORMATS[format].kinds.map((kind) => [`${kind}.${FORMATS[format].ending}`, { format, kind }]),
  ),
);

/** `GET /export/<kind>.<ending>?filter=<JSON>`: a whole result as a file; see docs/export.md. */
export function serveExports(app: FastifyInstance, parts: ExportParts): void {
  const space = new SpoolSpace(parts.exportLimits.spoolBytes);
  app.get('/export/:file', { exposeHeadRoute: false }, async (request, reply) => {
    const { file } = request.params as { file: string };
    const asked = FILES.get(file);
    if (asked === undefined) return refuseFile(reply, file);
    const signal = untilGone(reply);
    const start = performance.now();
    try {
      const publicUrl = parts.publicUrl();
      const query = queryOf(request, publicUrl);
      if (await parts.tags.isUnchanged(request, reply, [publicUrl], signal)) {
        return await reply.code(304).send();
      }
      const refused = parts.slots.take(request, reply);
      if (refused !== null) return await refused;
      const opened = await openExport(parts, { ...asked, ...query, now: new Date() }, signal);
      const stream = await spooled(opened.stream, space);
      // The client disconnected in the meantime.
      if (reply.raw.destroyed) stream.destroy();
      watch(stream, opened.report, request, parts.log, file, start);
      return await reply.headers(headersOf(asked, opened)).send(stream);
    } catch (error) {
      return refuseExport(reply, error, parts);
    }
  });
}

const PARAMETERS = ['filter', 'by', 'perYear'] as const;
type Parameter = (typeof PARAMETERS)[number];

/** Refuses unknown parameters, which would otherwise be ignored silently. */
function queryOf(request: FastifyRequest, publicUrl: string) {
  const query = request.query as Readonly<Record<string, string | string[]>>;
  const unknown = Object.keys(query).find((name) => !PARAMETERS.includes(name as Parameter));
  if (unknown !== undefined) {
    throw badInput(
      `'${unknown}' is not a parameter of an export. Use one of: ${PARAMETERS.join(', ')}.`,
      [unknown],
    );
  }
  const given = (name: Parameter): string | null => {
    const value = query[name] ?? null;
    if (!Array.isArray(value)) return value;
    throw badInput(
      `'${name}' appears more than once. Use it once; put all conditions into one 'filter'.`,
      [name],
    );
  };
  const [filter, by, perYear] = [given('filter'), given('by'), given('perYear')];
  if (perYear !== null && perYear !== 'true' && perYear !== 'false') {
    throw badInput(`'perYear' must be true or false; got '${perYear}'.`, ['perYear']);
  }
  const { file } = request.params as { file: string };
  const parameters = PARAMETERS.flatMap((name) => {
    const value = given(name);
    return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
  });
  const place = `${publicUrl}/export/${file}`;
  return {
    filter,
    by,
    perYear: perYear === 'true',
    publicUrl,
    address: parameters.length === 0 ? place : `${place}?${parameters.join('&')}`,
  };
}

function headersOf(
  { format, kind }: FileAsked,
  { head }: OpenedExport,
): Readonly<Record<string, string | string[]>> {
  const { ending, mediaType } = FORMATS[format];
  const licence = onlyLicence(head);
  const links = [
    ...(licence !== null && /^https?:[\w./~:?&=%-]+$/.test(licence)
      ? [`<${licence}>; rel="license"`]
      : []),
    ...(format === 'csv' && head.query.address !== null
      ? [
          `<${head.query.address.replace('.csv', `.${FORMATS['csv-metadata'].ending}`)}>; rel="describedby"; type="application/csvm+json"`,
        ]
      : []),
  ];
  return {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="scan-graph-${kind}-${head.exportedAt.slice(0, 10)}.${ending}"`,
    ...(links.length === 0 ? {} : { link: links.join(', ') }),
  };
}

/** A signal that aborts if the client disconnects, or is cut off, before the end of the file. */
function untilGone({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort(clientGone());
  });
  return controller.signal;
}

/** An error after the first byte cuts off the response, so that the client notices; the log has the reason. */
function watch(
  stream: Readable,
  report: ExportReport,
  { id }: FastifyRequest,
  log: Logger,
  file: string,
  start: number,
): void {
  stream.once('error', (error) => {
    log.error({ incidentId: id, requestId: id, err: error }, 'an export failed');
  });
  stream.once('close', () => {
    const { written, leftOut } = report;
    log.info(
      {
        requestId: id,
        export: file,
        isWhole: stream.readableEnded,
        written,
        leftOut,
        ms: Math.round((performance.now() - start) * 10) / 10,
      },
      'exported',
    );
  });
}

function refuseFile(reply: FastifyReply, file: string): FastifyReply {
  const names = [...FILES.keys()].join(', ');
  return send(reply, [
    new ClientError('NOT_FOUND', `'${file}' is not an export. Use one of: ${names}.`),
  ]);
}

function refuseExport(
  reply: FastifyReply,
  error: unknown,
  { log, suggestions }: ExportParts,
): FastifyReply {
  if (error instanceof FilterFault) {
    const faults = error.faults.map((fault) => withSuggestions(suggestions, fault.toJSON()));
    return send(reply, faults);
  }
  const clientError = clientErrorOf(error);
  if (clientError === null) throw error;
  const { code } = clientError.extensions;
  if (!isOfServer(code) || clientError === error) return send(reply, [clientError]);
  const incidentId = randomUUID();
  log.error({ incidentId, requestId: reply.request.id, err: error }, 'a request failed');
  const message = code === 'SERVICE_UNAVAILABLE' ? NO_CONNECTION : clientError.message;
  return send(reply.header('retry-after', RETRY_AFTER_S), [
    new ClientError(code, message, { incidentId }),
  ]);
}

/** An export holds a connection until its end, so others can find none. */
const NO_CONNECTION =
  'The database cannot be reached, or other exports use all its connections. Retry shortly.';

/** Whether a later try of the same can succeed, and the operator can prevent the error. */
function isOfServer(code: ErrorCode): boolean {
  return code === 'SERVICE_UNAVAILABLE' || code === 'OVERLOADED';
}

function send(
  reply: FastifyReply,
  errors: readonly (ClientError | GraphQLFormattedError)[],
): FastifyReply {
  const code = errors[0]?.extensions?.code as AnyErrorCode;
  return reply.code(statusOf(code)).type('application/json; charset=utf-8').send({ errors });
}
