import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { classesOf, districtsOf } from '../src/pages/map/districts.js';
import { REGION_BORDERS, SHAPES } from '../src/pages/map/shapes.js';

interface Region {
  readonly code: string;
  readonly level: number;
  readonly name: string;
}

const known = parse(
  readFileSync(new URL('../../data/founding/regions.yaml', import.meta.url), 'utf8'),
) as readonly Region[];

/** Where the seats of some districts are: latitude and longitude. */
const SEATS = {
  'Severnobačka oblast': [46.1, 19.67],
  'Zapadnobačka oblast': [45.77, 19.11],
  'Beogradska oblast': [44.82, 20.46],
  'Mačvanska oblast': [44.75, 19.69],
  'Borska oblast': [44.07, 22.1],
  'Zlatiborska oblast': [43.86, 19.85],
  'Raška oblast': [43.72, 20.69],
  'Nišavska oblast': [43.32, 21.9],
  'Pčinjska oblast': [42.55, 21.9],
} as const;
/** A seat is not in the middle of its district. */
const MARGIN = 0.7;

test('the map has each district of the data once, and no other', () => {
  const districts = known.filter(({ level }) => level === 3).map(({ code }) => code);
  expect(districts).toHaveLength(25);
  expect([...SHAPES.keys()].sort()).toEqual(districts.sort());
  for (const { path } of SHAPES.values()) expect(path).toMatch(/^M[\d.,L-]+Z/);
  expect(REGION_BORDERS).toHaveLength(4);
});

test('each district is at its place', () => {
  const placed = Object.entries(SEATS).map(([name, seat]) => {
    const code = known.find((region) => region.name === name)?.code ?? '';
    return { seat, center: SHAPES.get(code)?.center ?? [NaN, NaN] };
  });
  let compared = 0;
  for (const {
    seat: one,
    center: [oneX, oneY],
  } of placed) {
    for (const {
      seat: other,
      center: [otherX, otherY],
    } of placed) {
      if (one[0] - other[0] > MARGIN) expect(oneY).toBeLessThan(otherY);
      if (one[1] - other[1] > MARGIN) expect(oneX).toBeGreaterThan(otherX);
      compared += 1;
    }
  }
  expect(compared).toBe(81);
});

test('a district that is its whole region has the number of the region', () => {
  const region = (code: string, level: number, parent: string | null) => ({
    code,
    level,
    name: code,
    nameCyrillic: null,
    parent: parent === null ? null : { code: parent },
  });
  const districts = districtsOf(
    [
      region('RS11', 2, null),
      region('RS110', 3, 'RS11'),
      region('RS12', 2, null),
      region('RS123', 3, 'RS12'),
      region('RS124', 3, 'RS12'),
    ],
    ({ code }) => ({ RS11: 14, RS12: 18, RS123: 6 })[code] ?? 0,
  );
  expect(
    districts.map(({ shape, region: { code }, value, shade }) => [shape, code, value, shade]),
  ).toEqual([
    ['RS110', 'RS11', 14, 4],
    ['RS123', 'RS123', 6, 2],
    ['RS124', 'RS124', 0, 0],
  ]);
});

test.each([
  [[0, null], []],
  [[1, 0], ['0-1']],
  [[3], ['0-1', '1-2', '2-3']],
  [[14], ['0-4', '4-8', '8-12', '12-16']],
  [[17], ['0-5', '5-10', '10-15', '15-20']],
  [[250_000.5], ['0-80000', '80000-160000', '160000-240000', '240000-320000']],
])('the classes of %j have round limits and hold the highest', (values, expected) => {
  const classes = classesOf(values);
  expect(classes.map(({ above, upTo }) => `${above}-${upTo}`)).toEqual(expected);
});
