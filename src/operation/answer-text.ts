import type { FormattedExecutionResult } from 'graphql';
import type { Checked } from './checks.js';
import type { OperationCost } from './cost.js';

/** The `data` of an answer as the database wrote it. */
export class DataText {
  constructor(readonly text: string) {}
}

/** An answer as JSON; what the database wrote is passed on as it is. */
export function stringifyAnswer(answer: FormattedExecutionResult): string {
  const { data, ...rest } = answer;
  return (data as unknown) instanceof DataText
    ? answerText((data as unknown as DataText).text, rest)
    : `${JSON.stringify(answer)}\n`;
}

/** An answer of data that is JSON already, and the rest. */
export function answerText(data: string, rest: object): string {
  const others = JSON.stringify(rest);
  return others === '{}' ? `{"data":${data}}\n` : `{"data":${data},${others.slice(1)}\n`;
}

/** What every answer tells of its cost: at most what was asked, by the sizes of its lists what it was. */
export function costExtension({ cost }: Checked, data: unknown, limit: number) {
  const actual = data instanceof DataText ? actualOf(cost, data) : cost.actual(data);
  return { cost: { requested: cost.requested, actual, limit } };
}

/** Worked out once for an answer that is given again. */
const known = new WeakMap<DataText, { readonly cost: OperationCost; readonly actual: number }>();

function actualOf(cost: OperationCost, data: DataText): number {
  const found = known.get(data);
  if (found?.cost === cost) return found.actual;
  const actual = cost.actual(JSON.parse(data.text));
  known.set(data, { cost, actual });
  return actual;
}
