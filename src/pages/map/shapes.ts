import { geoPath } from 'd3-geo';
import { feature, merge, neighbors } from 'topojson-client';
import type { Area, RegionDrawing } from './drawing.js';
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

/** A district with its border; and what it is to the region that the page is about. */
export interface PlacedArea extends Area {
  readonly shape: string;
  readonly border: Shape;
  readonly role: 'here' | 'next' | '';
  readonly className: string;
}

/** The districts that the map has, in the order in which they are drawn: what stands out is not covered. */
export function placedAreas({ areas, here }: RegionDrawing): readonly PlacedArea[] {
  const next = new Set(here === undefined ? [] : districtsAround(here));
  const placed = areas.flatMap((area): readonly PlacedArea[] => {
    const border = SHAPES.get(area.shape);
    if (border === undefined) return [];
    const isHere = here !== undefined && area.shape.startsWith(here);
    const role = isHere ? 'here' : next.has(area.shape) ? 'next' : '';
    const className = `district shade-${area.shade} ${role}`.trim();
    return [{ ...area, border, role, className }];
  });
  const order = ['', 'next', 'here'] as const;
  return order.flatMap((role) => placed.filter((area) => area.role === role));
}

/** The districts that have a border with a region and are not in it. A code begins with that of its region. */
function districtsAround(region: string): readonly string[] {
  const { geometries } = TOPOLOGY.objects.districts;
  const around = neighbors(geometries);
  const codes = geometries.map(({ id }) => String(id));
  const found = codes.flatMap((code, at) =>
    code.startsWith(region) ? (around[at] ?? []).flatMap((one) => codes[one] ?? []) : [],
  );
  return [...new Set(found)].filter((code) => !code.startsWith(region));
}

/** The NUTS 2 region of a district. */
function regionOf(district: string): string {
  return district.slice(0, 4);
}
