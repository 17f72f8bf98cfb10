import type { FormattedExecutionResult } from 'graphql';
import type { ListText } from '../network/list-texts.js';
import type { Checked } from './checks.js';
import type { OperationCost } from './cost.js';

/** The `data` of a response as JSON text from the database. */
export class DataText {
  /** A response's `data` can be any record. */
  readonly [member: string]: unknown;

  constructor(readonly text: string) {}
}

/** The `data` of a response in which some lists are JSON text from a worker. */
export class DataWithTexts {
  readonly [member: string]: unknown;

  constructor(
    readonly data: unknown,
    readonly texts: readonly ListText[],
  ) {}
}

/** Serializes a response; JSON text from the database or a worker is passed through unchanged. */
export function stringifyAnswer(answer: FormattedExecutionResult): string {
  const { data, ...rest } = answer;
  if (data instanceof DataText) return answerText(data.text, rest);
  if (data instanceof DataWithTexts)
    return `${spliced({ ...answer, data: data.data }, data.texts)}\n`;
  return `${JSON.stringify(answer)}\n`;
}

/** An answer as JSON, with the texts in the places of their marks. */
function spliced(answer: object, texts: readonly ListText[]): string {
  const json = JSON.stringify(answer);
  const places = texts
    .map(({ mark, text }) => ({ begin: json.indexOf(JSON.stringify(mark)), mark, text }))
    .sort((left, right) => left.begin - right.begin);
  let [whole, end] = ['', 0];
  for (const { begin, mark, text } of places) {
    whole += json.slice(end, begin) + text;
    end = begin + JSON.stringify(mark).length;
  }
  return whole + json.slice(end);
}

/** A response from `data` that is already JSON and its other members. */
export function answerText(data: string, rest: object): string {
  const others = JSON.stringify(rest);
  return others === '{}' ? `{"data":${data}}\n` : `{"data":${data},${others.slice(1)}\n`;
}

/** The cost in every response: the maximum requested, and the actual cost by the sizes of its lists. */
export function costExtension({ cost }: Checked, data: unknown, limit: number) {
  const actual = data instanceof DataText ? actualOf(cost, data) : cost.actual(data);
  return { cost: { requested: cost.requested, actual, limit } };
}

/** Computed once for a response that is served again from the cache. */
const known = new WeakMap<DataText, { readonly cost: OperationCost; readonly actual: number }>();

function actualOf(cost: OperationCost, data: DataText): number {
  const found = known.get(data);
  if (found?.cost === cost) return found.actual;
  const actual = cost.actual(JSON.parse(data.text));
  known.set(data, { cost, actual });
  return actual;
}
