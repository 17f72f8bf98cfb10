import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { calendarFile } from '../pages/calendar.js';
import {
  EventDocument,
  EventsDocument,
  type EventPartsFragment,
  type EventQuery,
  type EventsQuery,
} from '../pages/generated/events.js';
import { documentIdOf } from '../pages/view.js';
import type { Deadlines } from './deadlines.js';
import { refuseUnknownUrl } from './errors.js';
import { apiFor, type Api } from './page-api.js';

interface CalendarParts {
  readonly publicUrl: () => string;
  readonly deadlines: Deadlines;
}

/** Serves the events as calendar files: all of them, or one. */
export function serveCalendar(app: FastifyInstance, { publicUrl, deadlines }: CalendarParts): void {
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    read: (ask: Api) => Promise<Read>,
  ) => {
    const { events, status, error } = await read(apiFor(app, request, reply, deadlines));
    if (error !== null) return reply.code(status).type('text/plain; charset=utf-8').send(error);
    if (events === null) return refuseUnknownUrl(reply);
    return reply.type('text/calendar; charset=utf-8').send(calendarFile(events, publicUrl()));
  };
  app.get('/events.ics', (request, reply) => send(request, reply, allEvents));
  app.get<{ Params: { slug: string } }>('/events/:slug.ics', (request, reply) =>
    send(request, reply, (ask) => oneEvent(ask, request.params.slug)),
  );
}

interface Read {
  /** Null if the event does not exist. */
  readonly events: readonly EventPartsFragment[] | null;
  readonly status: number;
  readonly error: string | null;
}

async function oneEvent(ask: Api, slug: string): Promise<Read> {
  const { data, status, error } = await ask(documentIdOf(EventDocument), { slug });
  const event = error === null ? (data as EventQuery).event : null;
  return { events: event && [event], status, error };
}

const PAGE_SIZE = 100;

async function allEvents(ask: Api): Promise<Read> {
  const events: EventPartsFragment[] = [];
  let after: string | null = null;
  do {
    const { data, status, error } = await ask(documentIdOf(EventsDocument), {
      first: PAGE_SIZE,
      after,
    });
    if (error !== null) return { events: null, status, error };
    const page: EventsQuery['events'] = (data as EventsQuery).events;
    events.push(...(page?.nodes ?? []));
    after = page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return { events, status: 200, error: null };
}
