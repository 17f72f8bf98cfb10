import { SaxesParser } from 'saxes';

/** An element with its content. Names are as written, including any prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
  readonly line: number;
}

/** A direct child of the root. */
export interface XmlRecord {
  readonly element: XmlElement;
  /** The attributes of the root. */
  readonly root: Readonly<Record<string, string>>;
  /** Its position among the elements of its name, from 1. */
  readonly position: number;
}

/** Why a file cannot be read as XML: a sentence for a person, and the line. */
export class XmlError extends Error {
  override readonly name = 'XmlError';

  constructor(
    reason: string,
    readonly line: number,
  ) {
    super(reason);
  }
}

/** Limits that a genuine file stays far below. */
const MOST = {
  depth: 64,
  attributes: 100,
  /** In one text, attribute or tag. */
  textCharacters: 1_000_000,
  recordElements: 200_000,
  recordCharacters: 20_000_000,
} as const;

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/**
 * Reads the direct children of the root with a given name, one at a time, so only one is in memory. A
 * document type is refused, so no entity can expand and nothing is fetched.
 */
export async function* readXmlRecords(
  texts: AsyncIterable<string>,
  names: { readonly root: string; readonly record: string },
): AsyncGenerator<XmlRecord> {
  const found: XmlRecord[] = [];
  const parser = recordParser(names, found);
  for await (const text of texts) {
    parser.write(text);
    yield* found.splice(0);
  }
  parser.close();
  yield* found.splice(0);
}

function recordParser(
  names: { readonly root: string; readonly record: string },
  found: XmlRecord[],
): { write(text: string): void; close(): void } {
  const parser = new SaxesParser({ xmlns: false });
  const open: OpenElement[] = [];
  let root: Readonly<Record<string, string>> = {};
  let position = 0;
  let attributes = 0;
  const record = { elements: 0, start: 0 };
  /** The position up to which everything has been emitted; the parser holds the rest in memory. */
  let settled = 0;

  const refuse = (reason: string): never => {
    throw new XmlError(reason, parser.line);
  };
  const settle = () => {
    if (parser.position - settled > MOST.textCharacters) {
      refuse(
        `A text, an attribute or a tag has more than ${MOST.textCharacters.toLocaleString('en')} characters.`,
      );
    }
    settled = parser.position;
  };
  const addText = (text: string) => {
    settle();
    const element = open.at(-1);
    if (element !== undefined && open.length > 1) element.text += text;
  };

  parser.on('error', ({ message }) =>
    refuse(`It is not well-formed XML: ${message.replace(/^[\d:]+\s*/, '').slice(0, 200)}`),
  );
  parser.on('doctype', () =>
    refuse('It has a document type (<!DOCTYPE …>), which may hide entities. Remove it.'),
  );
  parser.on('opentagstart', ({ name }) => {
    settle();
    attributes = 0;
    if (open.length === 0 && name.endsWith(`:${names.root}`)) {
      refuse(
        `Its elements have a prefix (<${name.slice(0, 80)}>), but IATI has no namespace. Remove the prefix from all elements, and its declaration xmlns:${name.slice(0, name.indexOf(':'))} from the root.`,
      );
    }
    if (open.length === 0 && name !== names.root) {
      refuse(`The root element is <${name.slice(0, 80)}>; expected <${names.root}>.`);
    }
    if (open.length >= MOST.depth)
      refuse(`Elements are nested ${MOST.depth} levels deep; that is too deep.`);
  });
  parser.on('attribute', () => {
    settle();
    attributes += 1;
    if (attributes > MOST.attributes) {
      refuse(`An element has more than ${MOST.attributes} attributes.`);
    }
  });
  parser.on('opentag', (tag) => {
    settle();
    if (open.length === 0) root = tag.attributes;
    if (open.length === 1) Object.assign(record, { elements: 0, start: parser.position });
    record.elements += 1;
    if (
      record.elements > MOST.recordElements ||
      parser.position - record.start > MOST.recordCharacters
    ) {
      refuse(`One <${names.record}> is too large.`);
    }
    open.push({
      name: tag.name,
      attributes: tag.attributes,
      children: [],
      text: '',
      line: parser.line,
    });
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('comment', settle);
  parser.on('processinginstruction', settle);
  parser.on('closetag', () => {
    settle();
    const element = open.pop();
    if (element === undefined) return;
    if (open.length > 1) open.at(-1)?.children.push(element);
    else if (open.length === 1 && element.name === names.record) {
      position += 1;
      found.push({ element, root, position });
    }
  });
  return {
    write: (text) => {
      parser.write(text);
      if (parser.position - settled > MOST.textCharacters) settle();
    },
    close: () => {
      parser.close();
    },
  };
}
