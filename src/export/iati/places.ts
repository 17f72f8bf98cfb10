import type { ActivityParts, IatiActivity } from './activity.js';
import { distinct } from './distinct.js';

type Facts = Pick<ActivityParts, 'initiative' | 'grants'>;

/** Eurostat uses its own codes for two countries. */
const COUNTRY_OF_NUTS: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };
const countryOf = (region: string) => COUNTRY_OF_NUTS[region.slice(0, 2)] ?? region.slice(0, 2);

export function countriesOf({ initiative, grants }: Facts): IatiActivity['countries'] {
  const [grant] = grants;
  const locations = (grant?.locations ?? []).filter(
    (location): location is typeof location & { country: string } => location.country !== null,
  );
  const shares = new Map(locations.map(({ country, percentage }) => [country, percentage]));
  const others = [
    ...grants.slice(1).flatMap((each) => each.locations.flatMap(({ country }) => country ?? [])),
    ...(initiative?.regions ?? []).map(({ code }) => countryOf(code)),
  ];
  for (const country of others) if (!shares.has(country)) shares.set(country, null);
  // The standard allows countries either on the activity or on its transactions.
  const ofTransactions = new Set(
    grants.flatMap(({ transactions }) => transactions.flatMap(({ country }) => country ?? [])),
  );
  for (const [country, percentage] of shares) {
    if (percentage === null && ofTransactions.has(country)) shares.delete(country);
  }
  return [...shares].map(([code, percentage]) => ({ code, percentage }));
}

/** Places with a name or coordinates, not only a country. */
export function placesOf({ initiative, grants }: Facts): IatiActivity['places'] {
  const places = [
    ...grants.flatMap((grant) =>
      grant.locations.map(({ name, region, latitude, longitude }) => ({
        // Countries are written as recipient-country.
        name: name ?? (isBelowCountry(region) ? region.name : null),
        position: latitude === null ? null : `${String(latitude)} ${String(longitude)}`,
        region: isBelowCountry(region) ? region.code : null,
      })),
    ),
    ...(initiative?.regions ?? [])
      .filter(isBelowCountry)
      .map(({ name, code }) => ({ name, position: null, region: code })),
  ].filter(({ name, position }) => name !== null || position !== null);
  return distinct(places, ({ name, position, region }) => [name, position, region].join('\n'));
}

interface NutsRegion {
  readonly code: string;
  readonly name: string;
}
const isBelowCountry = (region: NutsRegion | null): region is NutsRegion =>
  region !== null && region.code.length > 2;
