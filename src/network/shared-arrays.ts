/** Arrays that all threads can read without a copy. */

export type Numbers = Int32Array<SharedArrayBuffer>;
export type Weights = Float64Array<SharedArrayBuffer>;
export type Bytes = Uint8Array<SharedArrayBuffer>;

export const numbers = (length: number): Numbers =>
  new Int32Array(new SharedArrayBuffer(length * 4));
export const weights = (length: number): Weights =>
  new Float64Array(new SharedArrayBuffer(length * 8));
export const bytes = (length: number): Bytes => new Uint8Array(new SharedArrayBuffer(length));

export function numbersFrom(list: ArrayLike<number>): Numbers {
  const shared = numbers(list.length);
  shared.set(list);
  return shared;
}

/**
 * The value at an index that must exist. There is a function for each type of array, because one for all types makes
 * every loop that calls it several times as slow.
 */
export function at(list: Int32Array, place: number): number {
  return list[place] as number;
}
export function weightAt(list: Float64Array, place: number): number {
  return list[place] as number;
}
/** For values of either type, outside loops over whole networks. */
export function numberAt(list: Int32Array | Float64Array, place: number): number {
  return list[place] as number;
}
export function byteAt(list: Uint8Array, place: number): number {
  return list[place] as number;
}

/** Whether an ascending list has the value. */
export function hasValue(list: Int32Array, value: number): boolean {
  let [low, high] = [0, list.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (at(list, middle) === value) return true;
    if (at(list, middle) < value) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** Numbers that are appended one by one. */
export class Growing {
  #values = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  get values(): Int32Array {
    return this.#values.subarray(0, this.length);
  }

  shared(): Numbers {
    return numbersFrom(this.values);
  }
}
