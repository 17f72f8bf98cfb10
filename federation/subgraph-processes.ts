import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DOMAINS, type Domain } from '../src/federation/domain-names.js';
import { UserError } from '../src/errors.js';
import { portOf, urlOf, type Place } from './places.js';

const MAIN = fileURLToPath(new URL('../src/main.js', import.meta.url));
const POLL_MS = 100;

/** Our subgraphs as processes of this machine. */
export interface Processes {
  readonly places: readonly Place[];
  /** Resolves with what to say when one of them has ended by itself. */
  readonly failed: Promise<string>;
  stop(): Promise<void>;
}

interface ProcessSettings {
  readonly secret: string | null;
  /** Whether the database is on a server. */
  readonly isOnServer: boolean;
  readonly firstPort: number;
  /** Resolves when the start is to be given up. */
  readonly stopped: Promise<null>;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Starts a process for each domain over a PostgreSQL server, or one for all over the embedded database, which only
 * one process can use. Resolves when all are ready.
 */
export async function startSubgraphs({
  secret,
  isOnServer,
  firstPort,
  stopped,
  environment,
}: ProcessSettings): Promise<Processes> {
  const groups: readonly (readonly Domain[])[] = isOnServer
    ? DOMAINS.map((one) => [one])
    : [DOMAINS];
  const started: Started[] = [];
  const stop = async () => {
    await Promise.all(started.map((one) => one.stop()));
  };
  try {
    // One after the other: the first one applies migrations and loads the founding data.
    for (const domains of groups) {
      const [first] = domains as readonly [Domain];
      const port = portOf(first, firstPort);
      const one = new Started(domains, port, secret, environment);
      started.push(one);
      await one.ready(stopped);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    places: groups.flatMap((domains) =>
      domains.map((name) => ({ name, url: urlOf(name, portOf(domains[0] as Domain, firstPort)) })),
    ),
    failed: Promise.race(started.map(({ ended }) => ended)),
    stop,
  };
}

class Started {
  readonly #process: ChildProcess;
  readonly #url: string;
  #isStopping = false;
  /** What to say when it has ended by itself. */
  readonly ended: Promise<string>;

  constructor(
    domains: readonly Domain[],
    port: number,
    secret: string | null,
    environment: NodeJS.ProcessEnv,
  ) {
    this.#url = `http://127.0.0.1:${String(port)}/health/ready`;
    this.#process = spawn(process.execPath, [MAIN, 'serve', '--subgraph', ...domains], {
      env: {
        ...environment,
        HOST: '127.0.0.1',
        PORT: String(port),
        PUBLIC_URL: '',
        // The gateway, which says who the client is.
        TRUSTED_PROXIES: '127.0.0.1',
        ADMIN_PORT: '',
        SUBGRAPH_SECRET: secret ?? '',
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    this.ended = new Promise((resolve) => {
      this.#process.once('exit', (code) => {
        if (this.#isStopping) return;
        resolve(
          `The process of ${domains.join(', ')} has ended (${String(code ?? 'by a signal')}). Its output above says why.`,
        );
      });
    });
  }

  async ready(stopped: Promise<null>): Promise<void> {
    const isEnded = this.ended.then((message) => {
      throw new UserError(message);
    });
    const isStopped = stopped.then(() => {
      throw new UserError('Stopped before the subgraphs were ready.');
    });
    const given = new AbortController();
    const isReady = async () => {
      while (!given.signal.aborted && !(await answers(this.#url, given.signal))) {
        await delay(POLL_MS);
      }
    };
    try {
      await Promise.race([isReady(), isEnded, isStopped]);
    } finally {
      given.abort();
    }
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGTERM');
    await gone;
  }
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  // Until it listens, every connection is refused.
  return fetch(url, { signal }).then(
    ({ ok }) => ok,
    () => false,
  );
}
