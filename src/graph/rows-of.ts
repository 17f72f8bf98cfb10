import { groupBy } from '../domain/group-by.js';
import type { Place, Reader } from './reader.js';
import type { Row } from './row.js';

/**
 * The rows of a parent. The statement takes the ids of all parents as `$1` and returns the parent of each
 * row in the column `subject`.
 */
export function rowsOf(
  reader: Reader,
  name: string,
  place: Place,
  { text, values }: { readonly text: string; readonly values: readonly unknown[] },
  parent: string,
): Promise<readonly Row[]> {
  const loader = reader.at<string, readonly Row[]>(name, place, async (parents) => {
    const rows = await reader.query(text, [parents, ...values]);
    const own = groupBy(rows, ({ subject }) => subject);
    return parents.map((each) => own.get(each) ?? []);
  });
  return loader.load(parent);
}
