/**
 * The decimal separator of a number that is written as text; `UNKNOWN` for a text in a workbook, which can be in the
 * style of any country.
 */
export type Decimals = 'POINT' | 'COMMA' | 'UNKNOWN';

/**
 * Parses a number to an exact decimal text; null if it is ambiguous or not a number. Thousands
 * separators are not allowed. If the comma is the decimal separator, a point is accepted too, unless
 * three digits follow it: `1.234` could be a thousand. The same applies if the separator is unknown, unless the
 * digits before the point cannot be thousands, as in `0.125` and `1234.567`.
 */
export function decimalOf(text: string, decimals: Decimals = 'POINT'): string | null {
  const written = text.trim();
  const [, sign = '', whole = '', mark = '', fraction = ''] =
    /^([+-]?)(\d{1,40})(?:([.,])(\d{1,40}))?$/.exec(written) ?? [];
  if (whole === '') return null;
  if (mark === ',' && decimals !== 'COMMA') return null;
  if (mark === '.' && decimals === 'COMMA' && fraction.length === 3) return null;
  if (decimals === 'UNKNOWN' && isAmbiguous(written)) return null;
  const plain = `${whole.replace(/^0+(?=\d)/, '')}${fraction === '' ? '' : `.${fraction}`}`;
  return sign === '-' && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

/** Whether a point can separate decimals or thousands: `25.000`. */
export function isAmbiguous(text: string): boolean {
  return /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text);
}

/** Parses a number of XML (xsd:decimal), in which one side of the point can be empty: `.2` or `5.`. */
export function xsdDecimalOf(text: string): string | null {
  const [written, sign = '', whole = '', fraction = ''] =
    /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim()) ?? [];
  if (written === undefined || whole + fraction === '') return null;
  return decimalOf(`${sign}${whole || '0'}${fraction === '' ? '' : `.${fraction}`}`);
}

/** The most digits before the point that a number has in any format. */
const MOST_DIGITS = 40;

/** A number as programs write it: sign, integer part, fraction, exponent. */
export const NUMBER = /^(-?)(\d{0,400})(?:\.(\d{0,400}))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * Converts a number from JSON or a cell to a plain decimal with the same digits and no exponent; null
 * if it is not a number, or one with more digits than any amount.
 */
export function plainDecimal(text: string): string | null {
  const match = NUMBER.exec(text.trim());
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  const padded = point > 0 ? digits.padEnd(point, '0') : '0'.repeat(1 - point) + digits;
  const at = Math.max(point, 1);
  const before = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  if (before.length > MOST_DIGITS) return null;
  const after = padded.slice(at);
  const plain = after === '' ? before : `${before}.${after}`;
  return sign === '-' && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

/** The exact percentage of an amount. */
export function shareOf(amount: string, percentage: string): string {
  const parts = (text: string) => {
    const [whole = '', fraction = ''] = text.split('.');
    return { digits: BigInt(whole + fraction), places: fraction.length };
  };
  const [a, b] = [parts(amount), parts(percentage)];
  const product = a.digits * b.digits;
  const places = a.places + b.places + 2;
  const digits = String(product < 0n ? -product : product).padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  return `${product < 0n ? '-' : ''}${digits.slice(0, -places)}${fraction === '' ? '' : `.${fraction}`}`;
}
