import type { FormattedExecutionResult } from 'graphql';

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

/** What every answer tells of its cost. */
export function costExtension(requested: number, limit: number) {
  return { cost: { requested, limit } };
}
