/** The number of items that are made and resolved before other requests get their turn. */
const TURN = 100;

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** The items of a long list, which are made and resolved some at a time: other requests do not wait for all of them. */
export function inTurns<T, U>(items: Iterable<T>, make: (item: T) => U): (U | Promise<U>)[] {
  const list: (U | Promise<U>)[] = [];
  let turn: Promise<unknown> | null = null;
  for (const item of items) {
    if (list.length > 0 && list.length % TURN === 0) {
      turn = turn === null ? nextTurn() : turn.then(nextTurn);
    }
    list.push(turn === null ? make(item) : turn.then(() => make(item)));
  }
  return list;
}
