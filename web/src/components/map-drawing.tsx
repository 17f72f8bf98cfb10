import { useState, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import { numberText } from '../../../src/pages/language.js';
import type { District, MapRegion } from '../../../src/pages/map/districts.js';
import { REGION_BORDERS, SHAPES, VIEW_BOX, type Shape } from '../../../src/pages/map/shapes.js';
import { regionName, regionPath } from '../../../src/pages/views/places.js';
import { useLanguage } from '../context.js';
import type { MapActions } from './region-map.js';

interface MapDrawingProps extends MapActions {
  readonly label: string;
  readonly districts: readonly District<MapRegion>[];
}

/** The districts that the map has, each with its value; one leads to its page or is selected. */
export function MapDrawing({ label, districts, selected = [], select }: MapDrawingProps) {
  const language = useLanguage();
  const [pointed, setPointed] = useState<string | null>(null);
  const drawn = districts.flatMap((district) => {
    const shape = SHAPES.get(district.region.code);
    return shape === undefined ? [] : [{ ...district, shape }];
  });
  if (drawn.length === 0) return null;
  const textOf = ({ region, value }: District<MapRegion>) =>
    `${regionName(language, region)}: ${numberText(language, value)}`;
  const shown = drawn.find(({ region }) => region.code === pointed);
  const content = (shape: Shape, value: number) => (
    <>
      <path d={shape.path} />
      <text x={shape.center[0]} y={shape.center[1]} aria-hidden="true">
        {numberText(language, value)}
      </text>
    </>
  );
  return (
    <figure className="map-drawing">
      <svg viewBox={VIEW_BOX} role="group" aria-label={label}>
        {drawn.map((district) => {
          const { region, value, shade, shape } = district;
          const { code } = region;
          const own = {
            className: `district shade-${shade}`,
            'aria-label': textOf(district),
            onPointerEnter: () => setPointed(code),
            onPointerLeave: () => setPointed(null),
            onFocus: () => setPointed(code),
            onBlur: () => setPointed(null),
          };
          return select === undefined ? (
            <Link key={code} href={regionPath(region)} {...own}>
              {content(shape, value)}
            </Link>
          ) : (
            <g
              key={code}
              role="button"
              tabIndex={0}
              aria-pressed={selected.includes(code)}
              onClick={() => select(code)}
              onKeyDown={(event: KeyboardEvent) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                select(code);
              }}
              {...own}
            >
              {content(shape, value)}
            </g>
          );
        })}
        <g className="borders" aria-hidden="true">
          {REGION_BORDERS.map((border) => (
            <path key={border} d={border} />
          ))}
        </g>
      </svg>
      <figcaption aria-hidden="true">{shown === undefined ? '' : textOf(shown)}</figcaption>
    </figure>
  );
}
