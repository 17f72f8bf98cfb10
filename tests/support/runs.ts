/**
 * How many generated operations a property is tried with: a tenth of `all`, so that the suite stays short, or all of
 * them where PROPERTY_RUNS=all, as in `.ci/run`.
 */
export function runsOf(all: number): number {
  return process.env.PROPERTY_RUNS === 'all' ? all : Math.ceil(all / 10);
}
