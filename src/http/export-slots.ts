import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { ExportLimits } from '../export-limits.js';
import { Slots } from '../slots.js';
import { refuse, RETRY_AFTER_S } from './errors.js';

/** Limits the number of running exports, and cuts off clients that read too slowly. */
export class ExportSlots {
  readonly #limits: ExportLimits;
  readonly #log: Logger;
  readonly #slots: Slots;

  constructor(limits: ExportLimits, log: Logger) {
    this.#limits = limits;
    this.#log = log;
    this.#slots = new Slots({
      size: limits.atOnce,
      perClient: { running: limits.perClient, waiting: 0 },
    });
  }

  /** Takes a slot until the response ends. If none is free, sends a refusal and returns it. */
  take({ ip, id }: FastifyRequest, reply: FastifyReply): FastifyReply | null {
    const release = this.#slots.tryAcquire(ip);
    if (release === null) return this.#refuse(reply);
    reply.raw.once('close', release);
    this.#keepPace(reply.raw, id);
    return null;
  }

  #refuse(reply: FastifyReply): FastifyReply {
    const { perClient, atOnce } = this.#limits;
    reply.header('retry-after', RETRY_AFTER_S);
    return this.#slots.isFree
      ? refuse(reply, {
          code: 'TOO_MANY_REQUESTS',
          message: `You have ${String(perClient)} exports running, which is the maximum for one client. Retry when one is complete.`,
        })
      : refuse(reply, {
          code: 'OVERLOADED',
          message: `${String(atOnce)} exports are running, which is the maximum. Retry in ${String(RETRY_AFTER_S)} seconds.`,
        });
  }

  /** Cuts off a client that reads too slowly while data are waiting, or an export that takes too long in total. */
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
      // If no data are waiting, the database is slow, not the client.
      if (isSlow && response.writableLength > 0) {
        cutOff(`its client reads less than ${String(bytesPerSecond)} bytes per second`);
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

/** The number of bytes that the operating system has accepted for the client. */
function takenBy({ socket }: ServerResponse): number {
  return socket === null ? 0 : socket.bytesWritten - socket.writableLength;
}
