/**
 * How many generated operations a property is tried with: a few, so that the suite stays short, by default a tenth; or
 * all of them where PROPERTY_RUNS=all, as in `.ci/run`.
 */
export function runsOf(all: number, few = Math.ceil(all / 10)): number {
  return process.env.PROPERTY_RUNS === 'all' ? all : few;
}
