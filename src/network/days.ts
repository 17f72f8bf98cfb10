/** Converts a date number: `20130600` and `20130699` are a month; all filler digits mean no date. */
export function partialDate(day: number, filler: '0' | '9'): string | null {
  const text = String(day).padStart(8, '0');
  if (text === filler.repeat(8) || text === `0001${filler.repeat(4)}`) return null;
  const [year, month, date] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)];
  if (month === filler.repeat(2)) return year;
  return date === filler.repeat(2) ? `${year}-${month}` : `${year}-${month}-${date}`;
}

export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}

export function dayText(day: number): string {
  const text = String(day).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
