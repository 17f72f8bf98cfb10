import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { clientErrorOf } from '../client-errors.js';
import { exampleOf, type Example } from '../pages/examples.js';
import { SearchResultsDocument, type SearchResultsQuery } from '../pages/generated/search.js';
import { LANGUAGES, languageOf, loadTexts, type Language } from '../pages/language.js';
import { pageFile } from '../pages/address.js';
import { findPage, type BoundPage } from '../pages/pages.js';
import { groupOf, nameOf, pageOf } from '../pages/views/home.js';
import type { Settings } from '../pages/settings.js';
import { documentIdOf, type Cell, type View } from '../pages/view.js';
import type { EntityTags } from './caching.js';
import type { Deadlines } from './deadlines.js';
import { refuseUnknownUrl } from './errors.js';
import { sendNotBuilt, wantsPage } from './playground.js';
import { serveCalendar } from './calendar.js';
import type { RegisteredDocuments } from '../documents/registered-documents.js';
import { apiFor, type Api } from './page-api.js';
import { escaped, pageHtml } from './page-html.js';
import { preferredStart } from './preferred-language.js';

const ROOT = fileURLToPath(new URL('../../web/', import.meta.url));
const PLAYGROUND = fileURLToPath(new URL('../../playground/', import.meta.url));

/** Only what this server sends: no inline script or style, no other origin, and a frame around it only on these sites. */
const policy = (ancestors: '*' | readonly string[]) =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors ${ancestors.length === 0 ? "'none'" : ancestors === '*' ? '*' : ancestors.join(' ')}`,
  ].join('; ');

interface PagesParts {
  readonly tags: EntityTags;
  /** The URL at which clients reach this server. */
  readonly publicUrl: () => string;
  /** All settings that pages show, except the URL, which the server knows once it listens. */
  readonly settings: Omit<Settings, 'publicUrl' | 'isEmbeddable'>;
  /** Whose pages may show the pages in a frame: '*' for all, or origins. */
  readonly embedOrigins: '*' | readonly string[];
  readonly deadlines: Deadlines;
  readonly registered: RegisteredDocuments;
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
  serveCalendar(app, parts);
  // Other sites load this script; its address stays.
  app.get('/embed.js', (_request, reply) =>
    existsSync(`${ROOT}embed.js`)
      ? reply
          .type('text/javascript; charset=utf-8')
          .header('cache-control', 'public, max-age=3600')
          .send(readFileSync(`${ROOT}embed.js`))
      : sendNotBuilt(reply),
  );
  app.get('/third-party-notices.txt', (_request, reply) => {
    const files = [ROOT, PLAYGROUND].map((folder) => `${folder}notices.txt`).filter(existsSync);
    return files.length === 0
      ? sendNotBuilt(reply)
      : reply
          .type('text/plain; charset=utf-8')
          .header('cache-control', 'public, max-age=3600')
          .send(files.map((file) => readFileSync(file, 'utf8')).join('\n'));
  });
  app.get('/*', async (request, reply) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const page = findPage(pathname, searchParams);
    if (page === null && !wantsPage(request)) return refuseUnknownUrl(reply);
    const start = preferredStart(request, reply);
    if (start !== null) return reply.redirect(start, 302);
    const settings: Settings = {
      ...parts.settings,
      publicUrl: parts.publicUrl(),
      isEmbeddable: parts.embedOrigins.length > 0,
    };
    const template = readTemplate(settings);
    if (template === null) return sendNotBuilt(reply);
    const isEmbedded = searchParams.get('embed') === '1';
    reply.header('content-security-policy', policy(isEmbedded ? parts.embedOrigins : []));
    if (page !== null && (await isUnchanged(request, reply, template, parts))) {
      return reply.code(304).send();
    }
    const language = page?.language ?? languageOf(pathname).language;
    const api = apiFor(app, request, reply, parts.deadlines);
    const { status, view, data } = await contentOf(api, page, settings, language, pathname);
    if (page !== null && data !== undefined && searchParams.get('download') === 'json') {
      const { documentId, variables } = page;
      const query = parts.registered.textOf(documentId);
      const url = `${settings.publicUrl}${request.url}`;
      return sendFile(reply, { title: view.title, url, query, variables, data });
    }
    if (status === 200 && view.movedTo !== undefined) return reply.redirect(view.movedTo, 301);
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .send(
        pageHtml(template, {
          language,
          address: request.url.slice(language.prefix.length),
          publicUrl: settings.publicUrl,
          view: status === 200 ? withFile(view, language, pageFile(pathname, searchParams)) : view,
          isListed: status === 200,
        }),
      );
  });
}

/** What a page shows is there as a file too, also without JavaScript. */
function withFile(view: View, { words }: Language, href: string): View {
  return {
    ...view,
    links: [...(view.links ?? []), { text: `${words.tools.pageFile}: JSON`, href }],
  };
}

/** Whether the browser has the page as it is now. */
async function isUnchanged(
  request: FastifyRequest,
  reply: FastifyReply,
  template: string,
  { tags, deadlines }: PagesParts,
): Promise<boolean> {
  try {
    return await tags.isUnchanged(request, reply, [template], deadlines.start(reply));
  } catch (error) {
    // Without a database there is no version to compare. The page is written, and says so.
    if (clientErrorOf(error) === null) throw error;
    return false;
  }
}

/** The page that the build has made; null if it has not run yet. */
function readTemplate(settings: Settings): string | null {
  // Read each time, because the server can run before the build ends, and files of this size are read at once.
  if (!existsSync(`${ROOT}index.html`)) return null;
  const template = readFileSync(`${ROOT}index.html`, 'utf8');
  return template.replace(
    '<html ',
    () => `<html data-settings="${escaped(JSON.stringify(settings))}" `,
  );
}

/** The example operations, as the build has left them beside the page. */
function readExamples(): readonly Example[] {
  const file = `${ROOT}examples.json`;
  if (!existsSync(file)) return [];
  const texts = JSON.parse(readFileSync(file, 'utf8')) as readonly string[];
  return texts.map(exampleOf);
}

interface Content {
  readonly status: number;
  readonly view: View;
  /** The answer of the API, if there is a page for it. */
  readonly data?: unknown;
}

/** The answer behind a page as a file, with what was asked, where and when. Its sources and licenses are in it. */
function sendFile(
  reply: FastifyReply,
  { title, url, ...asked }: { readonly title: string; readonly url: string } & Answered,
): FastifyReply {
  const name = new URL(url).pathname.split('/').filter(Boolean).join('-') || 'home';
  return reply
    .header(
      'content-disposition',
      `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}.json"`,
    )
    .header('x-robots-tag', 'noindex')
    .type('application/json; charset=utf-8')
    .send({ title, url, retrievedAt: new Date().toISOString(), ...asked });
}

/** What the API was asked, and its answer. */
interface Answered {
  readonly query: string | null;
  readonly variables: unknown;
  readonly data: unknown;
}

async function contentOf(
  ask: Api,
  page: BoundPage | null,
  settings: Settings,
  language: Language,
  path: string,
): Promise<Content> {
  const { words } = language;
  if (page !== null) {
    const { status, data, error } = await ask(page.documentId, page.variables);
    // A part of the path that cannot be an id leads nowhere.
    const isNowhere = status === 400 && page.path.includes(':');
    if (error !== null && !isNowhere) {
      const text = status >= 500 ? words.state.away : error;
      return { status, view: { title: words.site, description: text, tables: [] } };
    }
    const view = isNowhere ? null : page.view(data, settings, readExamples);
    if (view !== null) return { status: 200, view, data };
  }
  const links = await suggestions(ask, language, path);
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
async function suggestions(ask: Api, language: Language, path: string): Promise<readonly Cell[]> {
  const { data, error } = await ask(documentIdOf(SearchResultsDocument), {
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
