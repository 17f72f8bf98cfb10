/** The data changed while it was copied without a transaction. A later version is copied instead, so no client sees it. */
export class ChangedMeanwhileError extends Error {
  override readonly name = 'ChangedMeanwhileError';
}
