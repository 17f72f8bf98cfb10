import type { FastifyInstance } from 'fastify';

/**
 * The address under which clients reach the server, for files and headers in which one stands: PUBLIC_URL, or else
 * where the server listens. The header Host never decides: whoever sends a request can write anything there.
 */
export function publicUrlOf(app: FastifyInstance, setting: string | null): string {
  if (setting !== null) return setting.replace(/\/+$/, '');
  const [address] = app.addresses();
  if (typeof address !== 'object') return '';
  // To listen everywhere is no address.
  const host = ['0.0.0.0', '::'].includes(address.address) ? 'localhost' : address.address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(address.port)}`;
}
