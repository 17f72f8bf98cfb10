import { createGatewayRuntime, type GatewayRuntime } from '@graphql-hive/gateway-runtime';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Config, Exposure, Limits } from '../src/config.js';
import { RegisteredDocuments } from '../src/documents/registered-documents.js';
import { inputFault } from '../src/domain/input-fault.js';
import { UserError } from '../src/errors.js';
import { createAdminServer } from '../src/http/admin.js';
import { ENDPOINT } from '../src/http/api.js';
import { createApp } from '../src/http/app.js';
import { askedDocument, refuseDocument } from '../src/http/asked-document.js';
import { routeOperations } from '../src/http/endpoint.js';
import { refuse, refuseAdmission } from '../src/http/errors.js';
import { Metrics } from '../src/metrics.js';
import { Admission, NotAdmittedError, type queueSizes } from '../src/operation/admission.js';
import { closeInTime } from '../src/http/close-in-time.js';
import { Deadlines } from '../src/http/deadlines.js';
import { listen } from '../src/http/listen.js';
import { publicUrlOf } from '../src/http/public-url.js';
import { createLog } from '../src/http/server.js';
import { childTrace, traceIdOf } from '../src/http/trace.js';
import { checkOperations, operationRules, type OperationRules } from './checks.js';
import { formatErrors } from './errors.js';
import { FastPath } from './fast-path.js';
import type { Place } from './places.js';
import { askSubgraph, FORWARDED_FOR, SubgraphClient } from './subgraph-client.js';
import { SubgraphFields } from './subgraph-fields.js';
import { SupergraphExecutor, type ExecutionContext } from './supergraph-executor.js';
import { subgraphTransport } from './transport.js';

const TRACEPARENT = 'traceparent';
/** For how long the states of the subgraphs are known. */
const STATES_MS = 1_000;

export interface GatewaySettings {
  /** The SDL of the supergraph. */
  readonly supergraph: string;
  /** Where each subgraph is. */
  readonly places: readonly Place[];
  /** The secret with which requests to our subgraphs are signed; null to sign none. */
  readonly secret: string | null;
  readonly limits: Limits;
  /** How many operations run and wait, as in a single server. */
  readonly queues: ReturnType<typeof queueSizes>;
  readonly exposure: Pick<
    Exposure,
    'trustedDocumentsOnly' | 'corsOrigins' | 'introspection' | 'suggestions' | 'admin'
  >;
  readonly trustedProxies: readonly string[];
  /** How long requests may run on when it closes. */
  readonly drainTimeoutMs: number;
  readonly logLevel: Config['logLevel'];
}

export interface Gateway {
  readonly url: string;
  close(): Promise<void>;
}

/** What the gateway allows and passes on. */
function createGateway(
  settings: GatewaySettings,
  {
    executor,
    rules,
    admission,
    log,
  }: {
    readonly executor: SupergraphExecutor;
    readonly rules: OperationRules;
    readonly admission: Admission;
    readonly log: Logger;
  },
): GatewayRuntime {
  const { supergraph, limits, logLevel, exposure } = settings;
  return createGatewayRuntime({
    supergraph,
    unifiedGraphHandler: executor.handler,
    graphqlEndpoint: ENDPOINT,
    landingPage: false,
    // The HTTP server around it does this.
    cors: false,
    graphiql: false,
    logging: logLevel === 'silent' ? false : logLevel,
    // When a client hangs up, its work ends in the subgraphs too.
    executionCancellation: true,
    upstreamCancellation: true,
    plugins: () => [
      checkOperations(limits, rules, admission),
      formatErrors(log, exposure.suggestions),
    ],
    // `formatErrors` does this for errors of every step.
    maskedErrors: false,
  });
}

/** Listens on loopback, or on `host`. */
export async function openGateway(
  settings: GatewaySettings,
  { host, port }: { readonly host: string; readonly port: number } = { host: '127.0.0.1', port: 0 },
): Promise<Gateway> {
  const log = createLog(settings.logLevel);
  const { supergraph, limits, exposure } = settings;
  const rules = operationRules(limits, supergraph, exposure.introspection);
  const client = new SubgraphClient(settings.secret, limits.operationMs);
  const fields = new SubgraphFields(supergraph);
  const places = new Map(
    [...fields.places, ...settings.places].map((place) => [place.name, place] as const),
  );
  const executor = new SupergraphExecutor(limits.operationMs, subgraphTransport(client, places));
  const metrics = new Metrics();
  metrics.collectProcess();
  const admission = new Admission(settings.queues, limits.cost, metrics);
  const runtime = createGateway(settings, { executor, rules, admission, log });
  await refuseBroken(runtime);
  const schema = await runtime.getSchema();
  const fastPath = new FastPath({
    schema,
    fields,
    places,
    client,
    executor,
    limits,
    rules,
    admission,
  });
  const deadlines = new Deadlines(limits.operationMs);
  const app = await createApp(log, { ...settings, corsOrigins: exposure.corsOrigins });
  closeInTime(app, deadlines, settings.drainTimeoutMs, log);
  const documents = {
    registered: RegisteredDocuments.read(),
    onlyRegistered: exposure.trustedDocumentsOnly,
  };
  routeOperations(app, ENDPOINT, async (request, reply) => {
    const start = performance.now();
    request.headers[TRACEPARENT] = childTrace(request.headers[TRACEPARENT]);
    const closed = new AbortController();
    reply.raw.once('close', () => {
      if (!reply.raw.writableFinished) closed.abort();
      const traceId = traceIdOf(request.headers[TRACEPARENT]);
      const ms = Math.round(performance.now() - start);
      log.info({ requestId: request.id, traceId, ms, status: reply.statusCode }, 'answered');
    });
    const asked = askedDocument(request, documents);
    if ('refusal' in asked) return refuseDocument(request, reply, asked.refusal);
    // Texts are checked later, each in its place.
    const fault = inputFault(asked.request.body, { checksTexts: false });
    if (fault !== null) {
      return refuse(reply, { code: 'BAD_USER_INPUT', message: `The request ${fault.text}` });
    }
    const admitted: ExecutionContext['admitted'] = {
      client: request.ip,
      signal: deadlines.start(reply),
      slot: { release: null },
      refusal: null,
    };
    try {
      const answer = await fastPath.answer(asked.request, admitted);
      if ('response' in answer) {
        const { status, headers, body } = answer.response;
        return await reply.code(status).headers(headers).send(body);
      }
      const context = { ...answer.context, admitted };
      const response = await runtime.fetch(webRequest(asked.request, closed.signal), context);
      if (admitted.refusal !== null) throw admitted.refusal;
      for (const [name, value] of response.headers) {
        // Compressing sets it.
        if (name !== 'content-length') reply.header(name, value);
      }
      return await reply.code(response.status).send(await response.text());
    } catch (error) {
      if (error instanceof NotAdmittedError) return await refuseAdmission(reply, error);
      throw error;
    } finally {
      admitted.slot.release?.();
    }
  });
  const health = serveHealth(settings);
  health(app);
  const { admin: adminAt } = exposure;
  const admin = adminAt === null ? null : createAdminServer({ health, metrics, log });
  const close = async () => {
    await app.close();
    await admin?.close();
    await runtime[Symbol.asyncDispose]();
    await client.close();
  };
  try {
    await listen(app, { host, port });
    if (admin !== null && adminAt !== null) await listen(admin, adminAt);
  } catch (error) {
    await close();
    throw error;
  }
  return { url: publicUrlOf(app, null), close };
}

/** The request as the runtime takes it, whose body has been read. */
function webRequest(
  { method, url, headers, body, ip }: FastifyRequest,
  signal: AbortSignal,
): Request {
  const own = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    // They describe the body as it was sent.
    if (['content-length', 'content-encoding', 'transfer-encoding'].includes(name)) continue;
    for (const each of [value ?? []].flat()) own.append(name, each);
  }
  own.set(FORWARDED_FOR, ip);
  return new Request(`http://gateway${url}`, {
    method,
    headers: own,
    signal,
    ...(method === 'POST' ? { body: JSON.stringify(body ?? null) } : {}),
  });
}

/** Whether each subgraph answers. One that does not costs only its part of an answer, so the gateway is ready. */
function serveHealth({ places, secret }: GatewaySettings): (app: FastifyInstance) => void {
  const stateOf = async (place: Place) => {
    const isUp = await askSubgraph(place, '{ __typename }', secret).then(
      () => true,
      () => false,
    );
    return [place.name, isUp ? 'READY' : 'UNAVAILABLE'] as const;
  };
  let states: Promise<object> | null = null;
  // Anyone may ask for them, and not only once.
  const statesNow = () => {
    states ??= Promise.all(places.map(stateOf)).then((all) => {
      setTimeout(() => (states = null), STATES_MS).unref();
      return Object.fromEntries(all);
    });
    return states;
  };
  return (app) => {
    app.get('/health/live', () => ({ status: 'LIVE' }));
    app.get('/health/ready', async () => ({ status: 'READY', subgraphs: await statesNow() }));
  };
}

/** Loads the supergraph, which otherwise happens at the first request. */
async function refuseBroken(runtime: GatewayRuntime): Promise<void> {
  const response = await runtime.fetch(`http://gateway${ENDPOINT}?query={__typename}`);
  if (response.ok) return;
  throw new UserError(
    `The supergraph cannot be loaded: ${await response.text()}. Compose it again: npm run fix:supergraph`,
  );
}
