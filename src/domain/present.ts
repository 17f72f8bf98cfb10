/** The entry at this index, which must exist; throws otherwise. */
export function itemAt<T>(list: readonly T[], place: number): T {
  if (!(place in list))
    throw new RangeError(`A list of ${String(list.length)} has no entry ${String(place)}.`);
  return list[place] as T;
}

/** The value of this key, which must be in the map; throws otherwise. */
export function valueOf<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  if (!map.has(key)) throw new Error(`A map has no value of ${String(key)}.`);
  return map.get(key) as V;
}

/** The first value, which must exist; throws otherwise. */
export function firstOf<T>(values: Iterable<T>): T {
  for (const first of values) return first;
  throw new RangeError('There is no value.');
}
