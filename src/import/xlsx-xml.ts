import { SaxesParser } from 'saxes';
import { LIMITS } from './limits.js';
import { FileError } from './report.js';
import type { Zip } from './zip.js';

type Attributes = Readonly<Record<string, string | undefined>>;
interface Handlers {
  readonly open?: (tag: string, attributes: Attributes) => void;
  readonly close?: (tag: string) => void;
  readonly text?: (text: string, tag: string) => void;
}

/** Parses a whole entry of the archive. */
export async function parse(
  zip: Zip,
  path: string,
  name: string,
  handlers: Handlers,
): Promise<void> {
  const parser = saxParser(name, path, handlers);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const bytes of await zip.read(path)) {
    parser.write(decodeXml(decoder, bytes, name, path));
  }
  parser.close();
}

export function decodeXml(
  decoder: TextDecoder,
  bytes: Uint8Array,
  name: string,
  path: string,
): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    throw new FileError(name, `is damaged: ${path} in it is not UTF-8.`);
  }
}

/** An XML parser that refuses a DOCTYPE, so no entity can be defined or expanded. */
export function saxParser(name: string, path: string, handlers: Handlers): SaxesParser {
  const parser = new SaxesParser({ position: false });
  const open: string[] = [];
  parser.on('error', (error) => {
    throw new FileError(name, `is damaged: ${path} in it is not valid XML (${error.message}).`);
  });
  parser.on('doctype', () => {
    throw new FileError(
      name,
      `is refused: ${path} in it has a DOCTYPE, which a workbook must not have.`,
    );
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    const local = localName(tag);
    if (open.push(local) > LIMITS.depth) {
      throw new FileError(name, `is refused: ${path} in it is nested too deeply.`);
    }
    handlers.open?.(local, attributes as Attributes);
  });
  parser.on('closetag', ({ name: tag }) => {
    open.pop();
    handlers.close?.(localName(tag));
  });
  const text = handlers.text;
  if (text !== undefined) {
    const take = (piece: string) => {
      text(piece, open.at(-1) ?? '');
    };
    parser.on('text', take);
    parser.on('cdata', take);
  }
  return parser;
}

/** Most programs write the names without a prefix, but some use one. */
const localName = (tag: string) => tag.slice(tag.indexOf(':') + 1);
