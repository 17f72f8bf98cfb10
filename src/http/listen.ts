import type { FastifyInstance } from 'fastify';
import { UserError } from '../errors.js';

/** Where a server listens. */
export interface Place {
  readonly host: string;
  readonly port: number;
}

/** Listens there. Throws a UserError if the user can do something about what prevents it. */
export async function listen(app: FastifyInstance, place: Place): Promise<void> {
  await app.listen({ host: place.host, port: place.port }).catch((error: unknown) => {
    throw explained(error, place);
  });
}

/** The error of listening, with what to do if the user can do something. */
function explained(error: unknown, { host, port }: Place): Error {
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') {
    return new UserError(
      `Port ${String(port)} on ${host} is in use. Stop the program that uses it, or set PORT to another port.`,
    );
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new UserError(
      `Cannot listen on ${host}:${String(port)} (${code}). Check HOST and PORT.`,
    );
  }
  return error as Error;
}
