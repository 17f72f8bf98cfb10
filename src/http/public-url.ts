import type { FastifyInstance } from 'fastify';

/**
 * The URL at which clients reach the server, for use in files and headers: PUBLIC_URL, or else the address where the
 * server listens. The header Host is never used, because a client can set it to anything.
 */
export function publicUrlOf(app: FastifyInstance, setting: string | null): string {
  if (setting !== null) return setting.replace(/\/+$/, '');
  const [address] = app.addresses();
  if (typeof address !== 'object') return '';
  // A wildcard address cannot be connected to.
  const host = ['0.0.0.0', '::'].includes(address.address) ? 'localhost' : address.address;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(address.port)}`;
}
