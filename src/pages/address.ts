/** Changes to the search of an address: null or an empty list removes a parameter. */
export type Changes = Readonly<Record<string, string | readonly string[] | null>>;

/** The values of a parameter that lists several: `kind=CLUSTER,DONOR`. */
export function listIn(search: URLSearchParams, name: string): readonly string[] {
  return (search.get(name) ?? '').split(',').filter(Boolean);
}

/** One value, or null if it is absent or empty. */
export function valueIn(search: URLSearchParams, name: string): string | null {
  return search.get(name) || null;
}

/** In an address: that a value is not known. No code is this. */
export const UNKNOWN = '~';

/** The condition of a filter on the regions of an address, which are alternatives: `region=RS12,~`. */
export function regionCondition(search: URLSearchParams): RegionCondition | null {
  const values = listIn(search, 'region');
  const known = values.filter((value) => value !== UNKNOWN);
  const alternatives = [
    ...(known.length > 0 ? [{ region: { in: known } }] : []),
    ...(values.includes(UNKNOWN) ? [{ region: { isNull: true } }] : []),
  ];
  return alternatives.length > 1 ? { or: alternatives } : (alternatives[0] ?? null);
}

interface OneRegionCondition {
  readonly region: { readonly in: readonly string[] } | { readonly isNull: boolean };
}
type RegionCondition = OneRegionCondition | { readonly or: readonly OneRegionCondition[] };

/** The whole number of a parameter within limits, or else the default. */
export function numberIn(
  search: URLSearchParams,
  name: string,
  {
    min,
    max,
    otherwise,
  }: { readonly min: number; readonly max: number; readonly otherwise: number },
): number {
  const text = search.get(name) ?? '';
  const value = /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
  return Math.min(max, Math.max(min, value));
}

/** The search of an address after some changes, short enough to read: `?kind=CLUSTER,DONOR`, or an empty text. */
export function changed(search: URLSearchParams, changes: Changes): string {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    const text = value === null || typeof value === 'string' ? value : value.join(',');
    if (text) next.set(name, text);
    else next.delete(name);
  }
  const text = next.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%7E', '~');
  return text && `?${text}`;
}

/** A list with the value added, or without it if it is there already. */
export function toggled(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}

/** The URL of the playground with an operation in it. What follows `#` is not sent to the server. */
export function playgroundUrl(operation: string, variables: unknown): string {
  const given = new URLSearchParams({
    query: operation.trim(),
    variables: JSON.stringify(variables, null, 2),
  });
  return `/graphql#${given.toString()}`;
}

/** The URL of a file with exactly the entries that a filter matches. */
export function exportUrl(file: string, filter: unknown): string {
  const isEmpty = filter === null || JSON.stringify(filter) === '{}';
  return `/export/${file}${isEmpty ? '' : `?filter=${encodeURIComponent(JSON.stringify(filter))}`}`;
}

/** The answer behind a page as a file: with exactly the entries that the page shows. */
export function pageFile(path: string, search: URLSearchParams): string {
  return `${path}${changed(search, { download: 'json', embed: null })}`;
}
