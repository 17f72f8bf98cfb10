import { randomUUID } from 'node:crypto';

/** Version 00 of the header `traceparent` (https://www.w3.org/TR/trace-context/): trace, span and flags. */
const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The trace of a request; null if its header `traceparent` is missing or invalid. */
export function traceIdOf(header: unknown): string | null {
  return typeof header === 'string' ? (TRACEPARENT.exec(header)?.[1] ?? null) : null;
}

/** A header for what a request causes: in the same trace, or in a new one, with a span of its own. */
export function childTrace(header: unknown): string {
  const traceId = traceIdOf(header) ?? randomHex(32);
  return `00-${traceId}-${randomHex(16)}-01`;
}

/** Up to 32 digits. Node makes UUIDs in advance, which random bytes are not. */
function randomHex(digits: number): string {
  return randomUUID().replaceAll('-', '').slice(-digits);
}
