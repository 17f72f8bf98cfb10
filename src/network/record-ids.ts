import { at } from './shared-arrays.js';

/** Ids of records as four words of 32 bits each, which is how the arrays of the graph hold them. */
export const ID_WORDS = 4;

/** The id whose words are at this position. */
export function idAt(list: Int32Array, place: number): string {
  let hex = '';
  for (let word = 0; word < ID_WORDS; word += 1) {
    hex += (at(list, place + word) >>> 0).toString(16).padStart(8, '0');
  }
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The words of an id. */
export function wordsOf(id: string): Int32Array {
  const hex = id.replaceAll('-', '');
  return Int32Array.from({ length: ID_WORDS }, (_, word) =>
    parseInt(hex.slice(word * 8, word * 8 + 8), 16),
  );
}

/** Negative, zero or positive, as the ids at these positions are sorted. */
export function compareIds(
  left: Int32Array,
  leftPlace: number,
  right: Int32Array,
  rightPlace: number,
): number {
  for (let word = 0; word < ID_WORDS; word += 1) {
    const difference = (at(left, leftPlace + word) >>> 0) - (at(right, rightPlace + word) >>> 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function isSameId(
  left: Int32Array,
  leftPlace: number,
  right: Int32Array,
  rightPlace: number,
): boolean {
  for (let word = 0; word < ID_WORDS; word += 1) {
    if (at(left, leftPlace + word) !== at(right, rightPlace + word)) return false;
  }
  return true;
}

/** Sorted or unsorted ids, at `offset` in each entry of `stride` words. */
export interface IdColumn {
  readonly list: Int32Array;
  readonly stride: number;
  readonly offset: number;
}

/** Finds the index of an id by a hash of its words. The last of equal ids wins. */
export class IdIndex {
  readonly #column: IdColumn;
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(column: IdColumn) {
    const { list, stride, offset } = column;
    const count = list.length / stride;
    let capacity = 16;
    while (capacity < count * 2) capacity *= 2;
    this.#column = column;
    this.#mask = capacity - 1;
    this.#slots = new Int32Array(capacity);
    for (let index = 0; index < count; index += 1) {
      this.#slots[this.#slotOf(list, index * stride + offset)] = index + 1;
    }
  }

  /** Null if the id is unknown. */
  find(list: Int32Array, place: number): number | null {
    const entry = at(this.#slots, this.#slotOf(list, place));
    return entry === 0 ? null : entry - 1;
  }

  has(list: Int32Array, place: number): boolean {
    return at(this.#slots, this.#slotOf(list, place)) !== 0;
  }

  /** The slot with this id, or the empty one where it belongs. */
  #slotOf(list: Int32Array, place: number): number {
    const { list: own, stride, offset } = this.#column;
    const hash =
      Math.imul(at(list, place + 3), 0x9e3779b1) ^
      Math.imul(at(list, place + 1), 0x85ebca6b) ^
      at(list, place);
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    for (;;) {
      const entry = at(this.#slots, slot);
      if (entry === 0 || isSameId(own, (entry - 1) * stride + offset, list, place)) return slot;
      slot = (slot + 1) & this.#mask;
    }
  }
}

/** Columns of ids given as texts. */
export function idColumn(ids: readonly string[]): IdColumn {
  const list = new Int32Array(ids.length * ID_WORDS);
  ids.forEach((id, index) => {
    list.set(wordsOf(id), index * ID_WORDS);
  });
  return { list, stride: ID_WORDS, offset: 0 };
}

/** The index of an id in a sorted column; null if there is none. */
export function indexOfId({ list, stride, offset }: IdColumn, id: string): number | null {
  const words = wordsOf(id);
  let [low, high] = [0, list.length / stride - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareIds(list, middle * stride + offset, words, 0);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
