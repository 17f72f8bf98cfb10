/** A caller does not wait for a computation any longer. */
export class ComputationTimeoutError extends Error {
  override readonly name = 'ComputationTimeoutError';

  constructor(readonly timeoutMs: number) {
    super(`The computation took longer than ${String(timeoutMs)} ms.`);
  }
}

/** Each time the network was read, it had changed since its version was read. */
export class NetworkChangesError extends Error {
  override readonly name = 'NetworkChangesError';

  constructor(attempts: number) {
    super(`The network changed during each of ${String(attempts)} reads.`);
  }
}
