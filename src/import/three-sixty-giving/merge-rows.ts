import { NumberText, type Json } from '../json.js';
import type { Place } from '../report.js';
import { emptyObject, type Growing } from './record.js';

/** One cell, with the place of its value in the grant. */
export interface Leaf {
  readonly path: readonly (string | number)[];
  readonly value: Json;
  readonly heading: string;
  readonly place: Place;
}

/** A grant built from one or more rows. */
export interface Merged {
  readonly grant: Growing;
  readonly place: Place;
  /** The cell of each value, by its JSON pointer in the grant. */
  readonly origins: Map<string, Leaf>;
}

/**
 * Adds the cells of a row to a grant. Rows can repeat a value, but a different value is a
 * contradiction. List entries are the same if they have the same `id`, or all values of this row.
 */
export function mergeRow(
  merged: Merged | null,
  leaves: readonly Leaf[],
  onContradiction: (leaf: Leaf, other: Leaf) => void,
): Merged {
  const into: Merged = merged ?? {
    grant: emptyObject(),
    place: leaves[0]?.place ?? { sheet: null, row: null, pointer: null },
    origins: new Map(),
  };
  const add = (target: Growing, within: readonly Leaf[], depth: number, pointer: string): void => {
    for (const [name, own] of grouped(within, depth)) {
      const at = `${pointer}/${name}`;
      const [leaf] = own;
      if (leaf === undefined) continue;
      if (leaf.path.length === depth + 1) setValue(target, name, leaf, at);
      else if (typeof leaf.path[depth + 1] === 'number')
        addToList(target, name, own, depth + 1, at);
      else add((target[name] ??= emptyObject()) as Growing, own, depth + 1, at);
    }
  };
  const setValue = (target: Growing, name: string, leaf: Leaf, at: string): void => {
    const other = into.origins.get(at);
    if (other === undefined) {
      target[name] = leaf.value;
      into.origins.set(at, leaf);
    } else if (!isSame(target[name], leaf.value)) onContradiction(leaf, other);
  };
  const addToList = (
    target: Growing,
    name: string,
    own: readonly Leaf[],
    depth: number,
    at: string,
  ): void => {
    const list = (target[name] ??= []) as Json[];
    for (const [, entry] of grouped(own, depth)) {
      const [leaf] = entry;
      if (leaf === undefined) continue;
      if (leaf.path.length === depth + 1) {
        if (list.some((each) => isSame(each, leaf.value))) continue;
        into.origins.set(`${at}/${String(list.push(leaf.value) - 1)}`, leaf);
        continue;
      }
      let index = list.findIndex((each) => matches(each as Growing, entry, depth + 1));
      if (index < 0) index = list.push(emptyObject()) - 1;
      add(list[index] as Growing, entry, depth + 1, `${at}/${String(index)}`);
    }
  };
  add(into.grant, leaves, 0, '');
  return into;
}

/** Groups the leaves by their step at a depth, in order. */
function grouped(leaves: readonly Leaf[], depth: number): Map<string, Leaf[]> {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const step = String(leaf.path[depth]);
    groups.set(step, [...(groups.get(step) ?? []), leaf]);
  }
  return groups;
}

function matches(entry: Growing, leaves: readonly Leaf[], depth: number): boolean {
  const own = leaves.filter(({ path }) => path.length === depth + 1);
  const id = own.find(({ path }) => path[depth] === 'id');
  if (id !== undefined) return isSame(entry.id, id.value);
  return (
    own.length > 0 && own.every(({ path, value }) => isSame(entry[String(path[depth])], value))
  );
}

function isSame(a: Json | undefined, b: Json): boolean {
  return a instanceof NumberText && b instanceof NumberText ? a.text === b.text : a === b;
}
