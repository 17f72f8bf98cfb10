import { geoPath } from 'd3-geo';
import { feature, merge } from 'topojson-client';
import { TOPOLOGY } from './topology.js';

export interface Shape {
  /** The border, as the data of an SVG path. */
  readonly path: string;
  /** About the middle. */
  readonly center: readonly [x: number, y: number];
}

/** The coordinates of the map are those of a plane already. */
const path = geoPath();
const { features } = feature(TOPOLOGY, TOPOLOGY.objects.districts);

/** The districts of Serbia by their NUTS code. */
export const SHAPES: ReadonlyMap<string, Shape> = new Map(
  features.map((one) => [String(one.id), { path: path(one) ?? '', center: path.centroid(one) }]),
);

/** The borders of the regions that the districts are parts of (NUTS 2). */
export const REGION_BORDERS: readonly string[] = [
  ...new Set(TOPOLOGY.objects.districts.geometries.map(({ id }) => regionOf(String(id)))),
].map((region) => {
  const districts = TOPOLOGY.objects.districts.geometries.filter(
    ({ id }) => regionOf(String(id)) === region,
  );
  return path(merge(TOPOLOGY, districts as Parameters<typeof merge>[1])) ?? '';
});

const [[left, top], [right, bottom]] = path.bounds(feature(TOPOLOGY, TOPOLOGY.objects.districts));

/** The part of the plane that the map fills, as the `viewBox` of an SVG. */
export const VIEW_BOX = [left, top, right - left, bottom - top].map(Math.round).join(' ');

/** The NUTS 2 region of a district. */
function regionOf(district: string): string {
  return district.slice(0, 4);
}
