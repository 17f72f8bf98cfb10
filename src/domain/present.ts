/** The entry at this place, of which the caller knows that it exists; throws if not. */
export function itemAt<T>(list: readonly T[], place: number): T {
  if (!(place in list))
    throw new RangeError(`A list of ${String(list.length)} has no entry ${String(place)}.`);
  return list[place] as T;
}

/** The value of this key, of which the caller knows that it is in the map; throws if not. */
export function valueOf<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  if (!map.has(key)) throw new Error(`A map has no value of ${String(key)}.`);
  return map.get(key) as V;
}

/** The first value, of which the caller knows that it exists; throws if not. */
export function firstOf<T>(values: Iterable<T>): T {
  for (const first of values) return first;
  throw new RangeError('There is no value.');
}
