/**
 * The same text, in memory of its own. What a parser cuts out of a file keeps the whole piece of the file in memory, so a
 * text that stays until the end of a run must be copied.
 */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
