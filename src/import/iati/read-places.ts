import type { PlaceShare, TransactionPlace } from './activity.js';
import type { ActivityElement, Findings } from './activity-element.js';
import { COUNTRIES, REGION_TITLES } from './codelists.js';
import { addedUp, getsMoney, getsNothing, readPercentage } from './read-sectors.js';

const vocabularyOf = (region: ActivityElement) => region.attribute('vocabulary') || '1';

const NO_REGION = 'is not a region of the DAC, and has no name; left out';

/** The countries, regions and locations of an activity. */
export function readPlaces(element: ActivityElement, findings: Findings): readonly PlaceShare[] {
  const none = {
    name: null,
    country: null,
    region: null,
    latitude: null,
    longitude: null,
    percentage: null,
  };
  const recipients = [...element.all('recipient-country'), ...element.all('recipient-region')];
  const arePaid = getsMoney(recipients);
  const countries = element.all('recipient-country').flatMap((each): PlaceShare[] => {
    if (arePaid && getsNothing(each, findings)) return [];
    const code = each.attribute('code').toUpperCase();
    const name = each.narrative || null;
    const percentage = readPercentage(each, findings);
    if (COUNTRIES.has(code)) return [{ ...none, name, country: code, percentage }];
    findings.warn(each.place, '@code', code, 'is not a country of ISO 3166-1 (9.50.1)');
    return name === null ? [] : [{ ...none, name, percentage }];
  });
  const recipientRegions = element.all('recipient-region');
  // The regions of another vocabulary are the same money again.
  const vocabularies = recipientRegions.map(vocabularyOf);
  const counted = vocabularies.includes('1') ? '1' : vocabularies[0];
  const regions = recipientRegions.flatMap((each): PlaceShare[] => {
    if (vocabularyOf(each) !== counted) {
      findings.notTaken(`recipient-region[@vocabulary="${vocabularyOf(each)}"]`);
      return [];
    }
    if (arePaid && getsNothing(each, findings)) return [];
    const isOfTheDac = ['', '1'].includes(each.attribute('vocabulary'));
    const title = isOfTheDac ? REGION_TITLES.get(each.attribute('code')) : undefined;
    const name = each.narrative || title;
    if (name !== undefined) {
      return [{ ...none, name, percentage: readPercentage(each, findings) }];
    }
    findings.warn(each.place, '@code', each.attribute('code') || null, NO_REGION);
    return [];
  });
  const locations = element.all('location').flatMap((each): PlaceShare[] => {
    const name = each.first('name')?.narrative || null;
    const coordinates = readPoint(each, findings);
    return name === null && coordinates === null
      ? []
      : [
          {
            ...none,
            name,
            region: each.attribute('scan:region') || null,
            latitude: coordinates?.[0] ?? null,
            longitude: coordinates?.[1] ?? null,
          },
        ];
  });
  const all = new Map<string, PlaceShare>();
  for (const place of [...countries, ...regions, ...locations]) {
    const key = JSON.stringify({ ...place, percentage: null });
    const before = all.get(key);
    const percentage = addedUp(before?.percentage ?? null, place.percentage);
    all.set(key, { ...place, percentage });
  }
  return [...all.values()];
}

function readPoint(
  element: ActivityElement,
  findings: Findings,
): readonly [latitude: number, longitude: number] | null {
  const pos = element.first('point')?.textIn('pos');
  if (pos === undefined || pos === '') return null;
  const [latitude = NaN, longitude = NaN, ...more] = pos.split(' ').map(Number);
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && more.length === 0) {
    return [latitude, longitude];
  }
  findings.warn(element.place, 'point/pos', pos, 'is not a latitude and longitude; left out');
  return null;
}

/** The country or region that a transaction names; a transaction has one of them. */
export function transactionPlace(
  element: ActivityElement,
  findings: Findings,
): TransactionPlace | null {
  const countries = element.all('recipient-country');
  const regions = element.all('recipient-region');
  const several =
    countries.length > 1 ||
    (countries.length === 0 && new Set(regions.map(vocabularyOf)).size < regions.length);
  if (several) {
    findings.warn(
      element.place,
      '',
      [...countries, ...regions].map((each) => each.attribute('code')).join(', '),
      'a transaction can have one country, or one region in each vocabulary; all of them are left out',
    );
    return null;
  }
  const [country] = countries;
  if (country !== undefined) {
    const code = country.attribute('code').toUpperCase();
    const region = country.attribute('scan:region') || null;
    const name = country.narrative || null;
    if (COUNTRIES.has(code)) return { country: code, region, name };
    findings.warn(country.place, '@code', code || null, 'is not a country of ISO 3166-1 (9.85.1)');
    return name === null ? null : { country: null, region, name };
  }
  const region = regions.find((each) => vocabularyOf(each) === '1') ?? regions[0];
  if (region === undefined) return null;
  const isOfTheDac = ['', '1'].includes(region.attribute('vocabulary'));
  const title = isOfTheDac ? REGION_TITLES.get(region.attribute('code')) : undefined;
  const name = region.narrative || title;
  if (name !== undefined) return { country: null, region: null, name };
  findings.warn(region.place, '@code', region.attribute('code') || null, NO_REGION);
  return null;
}
