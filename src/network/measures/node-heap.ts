/** The nodes that wait in an algorithm of Dijkstra, the one with the smallest key first. */
export class NodeHeap {
  readonly #keys: Float64Array;
  readonly #nodes: Int32Array;
  /** The place of each node in the heap; -1 if it is not in it. */
  readonly #placeOf: Int32Array;
  #size = 0;

  /** @param keys The key of each node; it must not change while the node is in the heap, except by `put` */
  constructor(keys: Float64Array) {
    this.#keys = keys;
    this.#nodes = new Int32Array(keys.length);
    this.#placeOf = new Int32Array(keys.length).fill(-1);
  }

  get size(): number {
    return this.#size;
  }

  /** Adds the node, or moves it if its key has become smaller. */
  put(node: number): void {
    const [keys, nodes, placeOf] = [this.#keys, this.#nodes, this.#placeOf];
    let place = placeOf[node] as number;
    if (place === -1) place = this.#size++;
    const key = keys[node] as number;
    while (place > 0) {
      const above = (place - 1) >> 2;
      const other = nodes[above] as number;
      if ((keys[other] as number) <= key) break;
      nodes[place] = other;
      placeOf[other] = place;
      place = above;
    }
    nodes[place] = node;
    placeOf[node] = place;
  }

  /** Takes the node with the smallest key; the heap must not be empty. */
  take(): number {
    const [keys, nodes, placeOf] = [this.#keys, this.#nodes, this.#placeOf];
    const first = nodes[0] as number;
    placeOf[first] = -1;
    const size = --this.#size;
    if (size === 0) return first;
    const moved = nodes[size] as number;
    const key = keys[moved] as number;
    let place = 0;
    for (;;) {
      const child = 4 * place + 1;
      if (child >= size) break;
      let [least, node] = [child, nodes[child] as number];
      for (let next = child + 1; next < size && next < child + 4; next += 1) {
        const other = nodes[next] as number;
        if ((keys[other] as number) >= (keys[node] as number)) continue;
        least = next;
        node = other;
      }
      if ((keys[node] as number) >= key) break;
      nodes[place] = node;
      placeOf[node] = place;
      place = least;
    }
    nodes[place] = moved;
    placeOf[moved] = place;
    return first;
  }
}
