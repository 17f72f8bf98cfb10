/** The answer with every amount of money as the text of its amount: for sums whose currency stands beside them. */
export function plainAmounts<T>(answer: T): T {
  if (Array.isArray(answer)) return answer.map(plainAmounts) as T;
  if (typeof answer !== 'object' || answer === null) return answer;
  const keys = Object.keys(answer);
  if (keys.length === 1 && keys[0] === 'amount') {
    const { amount } = answer as unknown as { amount: unknown };
    if (typeof amount === 'string') return amount as T;
  }
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [key, plainAmounts(value)]),
  ) as T;
}
