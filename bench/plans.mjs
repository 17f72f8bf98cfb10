/** So often may a plan look through what has no index, and through so many rows in all. */
const MANY_LOOPS = 100;
const MANY_ROWS = 100_000;
/** So much may go to disk, which is then still in memory: as much again as readers have (`work_mem`). */
const MAX_SPILL_MB = 64;
/** So many rows may an index-only scan look up in the table, of those that it reads, in percent. */
const FETCHED_PERCENT = 20;

/**
 * What in a plan (as `auto_explain` or `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON)` tells it) works on
 * this data and would not on more, or on a busier machine: a sentence each.
 */
export function dangersOf({ 'Query Text': text, Plan: root }) {
  const statement = text.replaceAll(/\s+/g, ' ').slice(0, 300);
  return [...nodesOf(root)].flatMap((node) =>
    faultsOf(node).map((fault) => `${fault}\n    ${statement}`),
  );
}

function* nodesOf(node) {
  yield node;
  for (const child of node.Plans ?? []) yield* nodesOf(child);
}

function faultsOf(node) {
  const {
    'Node Type': type,
    'Actual Loops': loops = 0,
    'Actual Rows': rows = 0,
    'Rows Removed by Filter': removed = 0,
    'Relation Name': table = node['CTE Name'] ?? node['Alias'] ?? '',
    'Heap Fetches': fetched = 0,
  } = node;
  const name = table === '' ? type : `${type} of ${table}`;
  const faults = [];
  const ownBlocks =
    (node['Temp Written Blocks'] ?? 0) -
    (node.Plans ?? []).reduce((sum, child) => sum + (child['Temp Written Blocks'] ?? 0), 0);
  const spilledMb = (ownBlocks * 8) / 1024;
  if (spilledMb > MAX_SPILL_MB) {
    faults.push(
      `${name} spills ${spilledMb.toFixed(1)} MB to disk. Give it less to hold, or work_mem of readers more.`,
    );
  }
  // Of a parallel plan each process counts as a loop; of a plan that another repeats, each repetition.
  const seen = loops * (rows + removed);
  if (/^(Seq|CTE|Subquery|Function) Scan$/.test(type) && loops > MANY_LOOPS && seen > MANY_ROWS) {
    faults.push(
      `${name} is gone through ${loops} times, ${seen} rows in all, without an index. Make the join one that a hash or an index can do.`,
    );
  }
  if (
    type === 'Index Only Scan' &&
    fetched > Math.max(1000, (rows * loops * FETCHED_PERCENT) / 100)
  ) {
    faults.push(
      `${name} by ${node['Index Name']} looks up ${fetched} rows in the table. VACUUM has to come by more often.`,
    );
  }
  return faults;
}
