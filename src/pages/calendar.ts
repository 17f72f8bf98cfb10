import type { EventPartsFragment } from './generated/events.js';
import { venueOf } from './views/events.js';

/**
 * Events as a calendar file (RFC 5545). Times are in UTC, so that no definition of a time zone is needed; a calendar
 * shows them in the zone of its reader.
 */
export function calendarFile(events: readonly EventPartsFragment[], publicUrl: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//SCAN Graph//EN',
    ...events.flatMap((event) => eventLines(event, publicUrl)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: EventPartsFragment, publicUrl: string): readonly string[] {
  const { id, slug, title, description, startsAt, endsAt, source } = event;
  const place = venueOf(event);
  return [
    'BEGIN:VEVENT',
    `UID:${id}@${new URL(publicUrl).hostname}`,
    // The file has no time of its own: the same event gives the same file.
    `DTSTAMP:${utc(startsAt)}`,
    `DTSTART:${utc(startsAt)}`,
    ...(endsAt === null ? [] : [`DTEND:${utc(endsAt)}`]),
    `SUMMARY:${escaped(title)}`,
    ...(place === null ? [] : [`LOCATION:${escaped(place)}`]),
    `DESCRIPTION:${escaped([description, source.title].filter(Boolean).join('\n'))}`,
    `URL:${publicUrl}/events/${encodeURIComponent(slug)}`,
    'END:VEVENT',
  ];
}

/** `20151222T130000Z` */
function utc(time: string): string {
  return `${new Date(time).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** A text as a value: characters with a meaning in calendars are escaped, and other control characters left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '');
}

const LINE_OCTETS = 75;

/** A line of at most 75 octets, continued on further lines that begin with a space. No character is divided. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let written = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      written += '\r\n ';
      octets = 1;
    }
    written += character;
    octets += size;
  }
  return written;
}
