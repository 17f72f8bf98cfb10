/** The exact sum of plain decimal texts (`-12.50`), as a plain decimal text. */
export function sumOfDecimals(texts: readonly string[]): string {
  const parts = texts.map((text) => text.split('.'));
  const places = Math.max(0, ...parts.map(([, fraction = '']) => fraction.length));
  const sum = parts.reduce(
    (total, [whole = '', fraction = '']) => total + BigInt(whole + fraction.padEnd(places, '0')),
    0n,
  );
  const digits = String(sum < 0n ? -sum : sum).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places);
  return `${sum < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
