import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { clientErrorOf } from '../client-errors.js';
import { SearchResultsDocument, type SearchResultsQuery } from '../pages/generated/operations.js';
import { LANGUAGES, languageOf, loadTexts, type Language } from '../pages/language.js';
import { findPage, type BoundPage } from '../pages/pages.js';
import { groupOf, nameOf, pageOf } from '../pages/views/home.js';
import type { Cell, View } from '../pages/view.js';
import { statusOf, type AnyErrorCode } from '../status-codes.js';
import type { EntityTags } from './caching.js';
import { refuseUnknownUrl } from './errors.js';
import { sendNotBuilt, wantsPage } from './playground.js';
import { pageHtml } from './page-html.js';

const ROOT = fileURLToPath(new URL('../../web/', import.meta.url));

/** Only what this server sends: no inline script or style, no other origin, no frame around it. */
const CONTENT_SECURITY_POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `connect-src 'self'`,
  `worker-src 'self'`,
  `base-uri 'none'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
].join('; ');

interface PagesParts {
  readonly tags: EntityTags;
  /** The URL at which clients reach this server. */
  readonly publicUrl: () => string;
  /** Whether the playground is served too, so that a page can lead there. */
  readonly hasPlayground: boolean;
  readonly signalOf: (reply: FastifyReply) => AbortSignal;
}

interface ApiAnswer {
  readonly status: number;
  readonly data: unknown;
  /** What was wrong, in words for clients; null if nothing was. */
  readonly error: string | null;
}

/**
 * Serves the pages for people. The server writes each as HTML with its content as tables, which the app then takes
 * over. What is on them comes from the API, by the same operations as in the app.
 */
export async function servePages(app: FastifyInstance, parts: PagesParts): Promise<void> {
  for (const { prefix } of LANGUAGES) await loadTexts(prefix);
  // Created here, because the plugin warns about a folder that does not exist yet.
  mkdirSync(`${ROOT}assets`, { recursive: true });
  await app.register(fastifyStatic, {
    root: `${ROOT}assets`,
    prefix: '/web/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    index: false,
    decorateReply: false,
  });
  app.get('/*', async (request, reply) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const page = findPage(pathname, searchParams);
    if (page === null && !wantsPage(request)) return refuseUnknownUrl(reply);
    const template = readTemplate(parts.hasPlayground);
    if (template === null) return sendNotBuilt(reply);
    reply.header('content-security-policy', CONTENT_SECURITY_POLICY);
    if (page !== null && (await isUnchanged(request, reply, template, parts))) {
      return reply.code(304).send();
    }
    const language = page?.language ?? languageOf(pathname).language;
    const { status, view } = await contentOf(app, request, page, language, pathname);
    if (status === 200 && view.movedTo !== undefined) return reply.redirect(view.movedTo, 301);
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(
        pageHtml(template, {
          language,
          address: request.url.slice(language.prefix.length),
          publicUrl: parts.publicUrl(),
          view,
          isListed: status === 200,
        }),
      );
  });
}

/** Whether the browser has the page as it is now. */
async function isUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  template: string,
  { tags, publicUrl, signalOf }: PagesParts,
): Promise<boolean> {
  try {
    return await tags.isUnchanged(request, reply, [template, publicUrl()], signalOf(reply));
  } catch (error) {
    // Without a database there is no version to compare. The page is written, and says so.
    if (clientErrorOf(error) === null) throw error;
    return false;
  }
}

/** The page that the build has made; null if it has not run yet. */
function readTemplate(hasPlayground: boolean): string | null {
  // Read each time, because the server can run before the build ends, and files of this size are read at once.
  if (!existsSync(`${ROOT}index.html`)) return null;
  const template = readFileSync(`${ROOT}index.html`, 'utf8');
  return hasPlayground ? template.replace('<html ', '<html data-playground ') : template;
}

interface Content {
  readonly status: number;
  readonly view: View;
}

async function contentOf(
  app: FastifyInstance,
  request: FastifyRequest,
  page: BoundPage | null,
  language: Language,
  path: string,
): Promise<Content> {
  const { words } = language;
  if (page !== null) {
    const { status, data, error } = await ask(app, request, page.operation, page.variables);
    // A part of the path that cannot be an id leads nowhere.
    const isNowhere = status === 400 && page.path.includes(':');
    if (error !== null && !isNowhere) {
      const text = status >= 500 ? words.state.away : error;
      return { status, view: { title: words.site, description: text, tables: [] } };
    }
    const view = isNowhere ? null : page.view(data);
    if (view !== null) return { status: 200, view };
  }
  const links = await suggestions(app, request, language, path);
  return {
    status: 404,
    view: {
      title: words.state.missing,
      description: links.length > 0 ? words.state.missingText : words.state.missingPlain,
      tables: [],
      links,
    },
  };
}

/** What the last part of a path that leads nowhere may have meant. */
async function suggestions(
  app: FastifyInstance,
  request: FastifyRequest,
  language: Language,
  path: string,
): Promise<readonly Cell[]> {
  const { data, error } = await ask(app, request, SearchResultsDocument.toString(), {
    query: wordsOfPath(path),
    first: 10,
  });
  if (error !== null) return [];
  const edges = (data as SearchResultsQuery).search?.edges ?? [];
  return edges.flatMap((found) => {
    const href = pageOf(found, language);
    const group = language.words.search.groups[groupOf(found)];
    return href === null ? [] : [{ text: `${nameOf(found)} (${group})`, href }];
  });
}

function wordsOfPath(path: string): string {
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  return last.replaceAll(/[-_+]|%[\da-f]{2}/gi, ' ').slice(0, 100);
}

/** Asks the API as any client does, within this process: with its limits, its cost and its cache. */
async function ask(
  app: FastifyInstance,
  { ip }: FastifyRequest,
  query: string,
  variables: unknown,
): Promise<ApiAnswer> {
  const response = await app.inject({
    method: 'POST',
    url: '/graphql',
    remoteAddress: ip,
    headers: { accept: 'application/graphql-response+json' },
    payload: { query, variables },
  });
  const { data, errors } = response.json<{
    data?: unknown;
    errors?: readonly {
      readonly message: string;
      readonly extensions: { readonly code: AnyErrorCode };
    }[];
  }>();
  const [error] = errors ?? [];
  // An answer in part is a failure of the page, which would be without that part.
  const status = error === undefined ? response.statusCode : statusOf(error.extensions.code);
  return { status, data, error: error?.message ?? null };
}
