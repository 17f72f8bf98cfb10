import { at, bytes, numbers, type Bytes, type Numbers } from './shared-arrays.js';

/** Texts that all threads can read: in UTF-8, each between two zero bytes. */
export interface TextList {
  /** Text n begins at offsets[n] and ends before the zero byte at offsets[n + 1] - 1. */
  readonly offsets: Numbers;
  readonly bytes: Bytes;
}

export function textListOf(texts: readonly string[]): TextList {
  const parts = texts.map((text) => Buffer.from(text));
  const offsets = numbers(texts.length + 1);
  offsets[0] = 1;
  parts.forEach((part, index) => (offsets[index + 1] = at(offsets, index) + part.length + 1));
  const list = { offsets, bytes: bytes(at(offsets, texts.length)) };
  parts.forEach((part, index) => {
    list.bytes.set(part, at(offsets, index));
  });
  return list;
}

/** The text of an entry. */
export function textAt({ offsets, bytes: all }: TextList, index: number): string {
  const begin = at(offsets, index);
  return Buffer.from(all.buffer, begin, at(offsets, index + 1) - 1 - begin).toString();
}

/** The index of the first entry with this text; null if there is none. */
export function indexOfText({ offsets, bytes: all }: TextList, text: string): number | null {
  const begin = Buffer.from(all.buffer).indexOf(`\0${text}\0`);
  if (begin < 0 || text.includes('\0')) return null;
  let [low, high] = [0, offsets.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(offsets, middle) <= begin + 1) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A part of a list: some entries of another one, or one new entry. */
export type Piece<T> = { readonly from: number; readonly to: number } | { readonly entry: T };

/** A list that consists of pieces of another one, whose bytes are copied in runs. */
export function splicedTexts(list: TextList, pieces: readonly Piece<string>[]): TextList {
  const lengthOf = (piece: Piece<string>) => ('entry' in piece ? 1 : piece.to - piece.from);
  const encoded = pieces.map((piece) => {
    if ('entry' in piece) return Buffer.from(`${piece.entry}\0`);
    const [begin, end] = [at(list.offsets, piece.from), at(list.offsets, piece.to)];
    return Buffer.from(list.bytes.buffer, begin, end - begin);
  });
  const offsets = numbers(pieces.reduce((sum, piece) => sum + lengthOf(piece), 0) + 1);
  const made = bytes(encoded.reduce((sum, part) => sum + part.length, 1));
  let [index, byte] = [0, 1];
  pieces.forEach((piece, place) => {
    const part = encoded[place] as Buffer;
    made.set(part, byte);
    if ('entry' in piece) offsets[index] = byte;
    else {
      const shift = byte - at(list.offsets, piece.from);
      for (let old = piece.from; old < piece.to; old += 1) {
        offsets[index + old - piece.from] = at(list.offsets, old) + shift;
      }
    }
    index += lengthOf(piece);
    byte += part.length;
  });
  offsets[index] = byte;
  return { offsets, bytes: made };
}
