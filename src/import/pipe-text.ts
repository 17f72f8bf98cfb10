import { Readable, type Duplex } from 'node:stream';
import type { InputFile } from './input-file.js';

/**
 * Pipes the text of a file through a parser. If reading fails, the parser fails too; if the consumer
 * stops early, both end.
 */
export async function* pipeText<Item>(file: InputFile, parser: Duplex): AsyncGenerator<Item> {
  const text = Readable.from(file.text());
  text.once('error', (error) => parser.destroy(error));
  text.pipe(parser);
  try {
    for await (const item of parser) yield item as Item;
  } finally {
    text.destroy();
    parser.destroy();
  }
}
