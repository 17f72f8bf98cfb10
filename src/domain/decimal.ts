const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** Whether a text is a decimal number as XML Schema writes it, of a size that money can have. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text) && /\d/.test(text) && text.length <= 40;
}

/** The exact sum of decimal texts, as a decimal text. */
export function sumOfDecimals(texts: readonly string[]): string {
  const parts = texts.map((text) => {
    const [, sign = '', whole = '', fraction = ''] = DECIMAL.exec(text) ?? [];
    return { sign, whole, fraction };
  });
  const places = Math.max(0, ...parts.map(({ fraction }) => fraction.length));
  const sum = parts.reduce(
    (total, { sign, whole, fraction }) =>
      total + BigInt(`${sign === '-' ? '-' : ''}${whole || '0'}${fraction.padEnd(places, '0')}`),
    0n,
  );
  const digits = String(sum < 0n ? -sum : sum).padStart(places + 1, '0');
  const [whole, fraction] = [
    digits.slice(0, digits.length - places),
    digits.slice(digits.length - places),
  ];
  return `${sum < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
