import type { ActivityParts, IatiActivity } from './activity.js';
import { distinct } from './distinct.js';

type Told = Pick<ActivityParts, 'initiative' | 'grants'>;

/** Eurostat has two codes of its own for countries. */
const COUNTRY_OF_NUTS: Readonly<Record<string, string>> = { EL: 'GR', UK: 'GB' };
const countryOf = (region: string) => COUNTRY_OF_NUTS[region.slice(0, 2)] ?? region.slice(0, 2);

export function countriesOf({ initiative, grants }: Told): IatiActivity['countries'] {
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
  return [...shares].map(([code, percentage]) => ({ code, percentage }));
}

/** Places that have a name or a position of their own, beyond their country. */
export function placesOf({ initiative, grants }: Told): IatiActivity['places'] {
  const places = [
    ...grants.flatMap((grant) =>
      grant.locations.map(({ name, region, latitude, longitude }) => ({
        // A country is told of as one.
        name: name ?? (isBelowCountry(region) ? region.name : null),
        position: latitude === null ? null : `${String(latitude)} ${String(longitude)}`,
        region: isBelowCountry(region) ? region.code : null,
      })),
    ),
    ...(initiative?.regions ?? [])
      .filter(isBelowCountry)
      .map(({ name, code }) => ({ name, position: null, region: code })),
  ].filter(({ name, position }) => name !== null || position !== null);
  return distinct(places, ({ name, position, region }) =>
    [name, position, region].map((each) => each ?? '').join('\n'),
  );
}

interface NutsRegion {
  readonly code: string;
  readonly name: string;
}
const isBelowCountry = (region: NutsRegion | null): region is NutsRegion =>
  region !== null && region.code.length > 2;
