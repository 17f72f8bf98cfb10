import { createReadStream, existsSync, openSync, readSync, closeSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { UserError } from '../errors.js';
import { noLayout, type Layout } from './layout.js';
import { FileError } from './report.js';
import type { Sheet } from './sheet.js';

/** The file type, detected from the content. */
export type FileKind = 'XLSX' | 'CSV' | 'JSON' | 'XML';

const KIND_NAMES: Readonly<Record<FileKind, string>> = {
  XLSX: 'an XLSX workbook',
  CSV: 'a CSV table',
  JSON: 'JSON',
  XML: 'XML',
};

/** A file to be imported. */
export interface InputFile {
  readonly path: string;
  /** The name used in reports. */
  readonly name: string;
  readonly kind: FileKind;
  /** Null if the file is not text. */
  readonly encoding: string | null;
  /** Why the encoding is a guess; null if it is certain. */
  readonly encodingGuess: string | null;
  /** How much has been read. A reader that does not use `text` must update it. */
  readonly progress: { done: number; total: number };
  /** The layout of the sheets that were read to their end. */
  readonly layout: Layout;
  /** A workbook that is kept as it is parsed, because several readers follow each other. */
  readonly parsed?: { sheets(): AsyncIterable<Sheet> };
  /** Streams the decoded text without a byte order mark. Not for XLSX files. */
  text(): AsyncIterable<string>;
}

/** Opens a file and detects its type from the content, not the extension. */
export async function openInputFile(
  path: string,
  encoding: string | null = null,
): Promise<InputFile> {
  const name = basename(path);
  const size = sizeOf(path);
  const head = headOf(path);
  const progress = { done: 0, total: size };
  if (isZip(head)) {
    return {
      path,
      name,
      kind: 'XLSX',
      encoding: null,
      encodingGuess: null,
      progress,
      layout: noLayout(),
      text: () => {
        throw new Error('Use xlsx.ts to read an XLSX file.');
      },
    };
  }
  refuseOtherKinds(head, name);
  const chosen = await encodingOf(path, name, head, encoding);
  const start = new TextDecoder(chosen.label).decode(head).trimStart();
  if (/^<!doctype html|^<html/i.test(start)) {
    throw new FileError(name, 'is a web page, not data. Download the file that it links to.');
  }
  const kind = start.startsWith('<') ? 'XML' : /^[{[]/.test(start) ? 'JSON' : 'CSV';
  if (start === '') throw new FileError(name, 'is empty: it contains only white space.');
  if (chosen.guess !== null && kind === 'JSON') {
    throw new FileError(name, 'is JSON, but not in UTF-8. Save it as UTF-8.');
  }
  return {
    path,
    name,
    kind,
    encoding: chosen.label,
    encodingGuess: chosen.guess,
    progress,
    layout: noLayout(),
    text: () => decoded(path, name, chosen.label, progress),
  };
}

/** Throws if the format does not read this type of file. */
export function requireKind(file: InputFile, kinds: readonly FileKind[], format: string): void {
  if (kinds.includes(file.kind)) return;
  const wanted = kinds.map((kind) => KIND_NAMES[kind]).join(' or ');
  throw new FileError(
    file.name,
    `is ${KIND_NAMES[file.kind]}; the format ${format} reads ${wanted}.`,
  );
}

function sizeOf(path: string): number {
  if (!existsSync(path)) throw new UserError(`${path} does not exist.`);
  const stat = statSync(path);
  if (!stat.isFile()) throw new UserError(`${path} is not a file.`);
  if (stat.size === 0) throw new FileError(basename(path), 'is empty.');
  return stat.size;
}

function headOf(path: string): Buffer {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    throw new UserError(`${path} cannot be read: ${(error as Error).message}.`);
  }
  try {
    const head = Buffer.alloc(4096);
    return head.subarray(0, readSync(handle, head, 0, head.length, 0));
  } finally {
    closeSync(handle);
  }
}

const startsWith = (head: Buffer, ...bytes: readonly number[]) =>
  bytes.every((byte, index) => head[index] === byte);
const isZip = (head: Buffer) => startsWith(head, 0x50, 0x4b, 0x03, 0x04);

function refuseOtherKinds(head: Buffer, name: string): void {
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new FileError(
      name,
      'is an old Excel file (.xls) or protected by a password. Save it as .xlsx without a password.',
    );
  }
  if (startsWith(head, 0x50, 0x4b)) {
    throw new FileError(name, 'is an empty or damaged archive.');
  }
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46)) {
    throw new FileError(
      name,
      'is a PDF, not data. Ask the publisher for the table that it was made from.',
    );
  }
  if (startsWith(head, 0x1f, 0x8b)) {
    throw new FileError(name, 'is compressed with gzip. Decompress it first.');
  }
}

/** The labels of TextDecoder that are plain ASCII below 128, so that a declaration can be read. */
async function encodingOf(
  path: string,
  name: string,
  head: Buffer,
  wanted: string | null,
): Promise<{ readonly label: string; readonly guess: string | null }> {
  if (wanted !== null) {
    await refuseUndecodable(path, name, decoderOf(wanted, name).encoding);
    return { label: wanted, guess: null };
  }
  if (startsWith(head, 0xff, 0xfe)) return { label: 'utf-16le', guess: null };
  if (startsWith(head, 0xfe, 0xff)) return { label: 'utf-16be', guess: null };
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding=["']([\w.:-]+)["']/.exec(
    head.toString('latin1'),
  )?.[1];
  if (declared !== undefined) {
    const label = decoderOf(declared, name).encoding;
    await refuseUndecodable(path, name, label);
    return { label, guess: null };
  }
  if (await isDecodable(path, 'utf-8')) return { label: 'utf-8', guess: null };
  // The encoding of Windows in Western Europe. Unassigned codes and control characters show that the
  // file has another encoding.
  if (head.includes(0) || !(await isWindowsText(path))) {
    throw new FileError(
      name,
      'has an encoding that cannot be detected. Save it as UTF-8, or set --encoding.',
    );
  }
  return {
    label: 'windows-1252',
    guess:
      'is not UTF-8; it was read as windows-1252. If letters such as č or ć are wrong, use --encoding windows-1250.',
  };
}

function decoderOf(label: string, name: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new FileError(
      name,
      `has the unknown encoding '${label}'. Use the name of an encoding such as utf-8 or windows-1250.`,
    );
  }
}

async function refuseUndecodable(path: string, name: string, label: string): Promise<void> {
  if (await isDecodable(path, label)) return;
  throw new FileError(
    name,
    `is not valid in its stated encoding, ${label}. Set --encoding to the right one.`,
  );
}

async function isDecodable(path: string, label: string): Promise<boolean> {
  const decoder = new TextDecoder(label, { fatal: true });
  try {
    for await (const bytes of createReadStream(path)) {
      if (label === 'utf-8' && (bytes as Buffer).includes(0)) return false;
      decoder.decode(bytes as Buffer, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (isEncodingError(error)) return false;
    throw error;
  }
}

async function isWindowsText(path: string): Promise<boolean> {
  const undefinedCodes = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
  for await (const bytes of createReadStream(path)) {
    for (const byte of bytes as Buffer) {
      if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return false;
      if (undefinedCodes.has(byte)) return false;
    }
  }
  return true;
}

async function* decoded(
  path: string,
  name: string,
  label: string,
  progress: InputFile['progress'],
): AsyncGenerator<string> {
  const decoder = new TextDecoder(label, { fatal: true });
  progress.done = 0;
  try {
    for await (const bytes of createReadStream(path)) {
      progress.done += (bytes as Buffer).length;
      const text = decoder.decode(bytes as Buffer, { stream: true });
      if (text.includes('\0')) {
        throw new FileError(name, 'is not a text file: it contains the character U+0000.');
      }
      if (text !== '') yield text;
    }
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  } catch (error) {
    if (!isEncodingError(error)) throw error;
    throw new FileError(
      name,
      `is not valid ${label} throughout. Save it as UTF-8, or set --encoding.`,
    );
  }
}

function isEncodingError(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
}
