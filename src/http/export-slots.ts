import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { ExportLimits } from '../export/limits.js';
import { refuse } from './errors.js';

const RETRY_AFTER_S = 10;

/** Who exports at the moment, and at which pace they take what they have asked for. */
export class ExportSlots {
  readonly #limits: ExportLimits;
  readonly #log: Logger;
  readonly #running = new Map<string, number>();
  #all = 0;

  constructor(limits: ExportLimits, log: Logger) {
    this.#limits = limits;
    this.#log = log;
  }

  /** Takes a slot until the answer is over; returns the refusal that it has sent where there is none. */
  take({ ip, id }: FastifyRequest, reply: FastifyReply): FastifyReply | null {
    const { perClient, atOnce } = this.#limits;
    const own = this.#running.get(ip) ?? 0;
    if (own >= perClient) {
      return refuse(reply.header('retry-after', RETRY_AFTER_S), {
        status: 429,
        code: 'TOO_MANY_REQUESTS',
        message: `This client has ${String(own)} exports under way; at most ${String(perClient)} are allowed at once. Try again when one is complete.`,
      });
    }
    if (this.#all >= atOnce) {
      return refuse(reply.header('retry-after', RETRY_AFTER_S), {
        status: 503,
        code: 'SERVICE_UNAVAILABLE',
        message: `${String(atOnce)} exports are under way, which is the maximum. Try again in ${String(RETRY_AFTER_S)} seconds.`,
      });
    }
    this.#running.set(ip, own + 1);
    this.#all += 1;
    reply.raw.once('close', () => {
      this.#all -= 1;
      const left = (this.#running.get(ip) ?? 1) - 1;
      if (left === 0) this.#running.delete(ip);
      else this.#running.set(ip, left);
    });
    this.#keepPace(reply.raw, id);
    return null;
  }

  /** Cuts off a client that takes what waits for it too slowly, or that takes too long altogether. */
  #keepPace(response: ServerResponse, requestId: string): void {
    const { bytesPerSecond, windowMs, totalMs } = this.#limits;
    const cutOff = (why: string) => {
      this.#log.warn({ requestId }, `an export was cut off: ${why}`);
      response.destroy();
    };
    let before = takenBy(response);
    const pace = setInterval(() => {
      const taken = takenBy(response);
      const isSlow = taken - before < (bytesPerSecond * windowMs) / 1000;
      before = taken;
      // Where nothing waits, it is the database that is slow.
      if (isSlow && response.writableLength > 0) {
        cutOff(`its client takes less than ${String(bytesPerSecond)} bytes a second`);
      }
    }, windowMs);
    const total = setTimeout(() => {
      cutOff(`it took longer than ${String(totalMs)} ms`);
    }, totalMs);
    response.once('close', () => {
      clearInterval(pace);
      clearTimeout(total);
    });
  }
}

/** How many bytes the system has taken for the client, as far as is known here. */
function takenBy({ socket }: ServerResponse): number {
  return socket === null ? 0 : socket.bytesWritten - socket.writableLength;
}
