import { Fragment, useState, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import type { RegionDrawing } from '../../../src/pages/map/drawing.js';
import { placedAreas, REGION_BORDERS, VIEW_BOX } from '../../../src/pages/map/shapes.js';
import { useLanguage } from '../context.js';
import type { MapActions } from './region-map.js';

interface MapDrawingProps extends MapActions {
  readonly of: RegionDrawing;
}

/** The districts that the map has, each with its value; one leads to its page or is selected. */
export function MapDrawing({ of, selected = [], select }: MapDrawingProps) {
  const { words } = useLanguage();
  const { label, legend } = of;
  const areas = placedAreas(of);
  const next = areas.filter(({ role }) => role === 'next');
  const [pointed, setPointed] = useState<string | null>(null);
  const shown = areas.find(({ shape }) => shape === pointed);
  if (areas.length === 0) return null;
  return (
    <figure className="map-drawing">
      <svg viewBox={VIEW_BOX} role="group" aria-label={label}>
        {areas.map((area) => {
          const { code, border } = area;
          const own = {
            className: area.className,
            'aria-label': area.label,
            onPointerEnter: () => setPointed(area.shape),
            onPointerLeave: () => setPointed(null),
            onFocus: () => setPointed(area.shape),
            onBlur: () => setPointed(null),
          };
          const content = (
            <>
              <path d={border.path} />
              <text
                x={border.center[0]}
                y={border.center[1]}
                className={area.size}
                aria-hidden="true"
              >
                {area.text}
              </text>
            </>
          );
          if (area.path === null && !selected.includes(code)) {
            return (
              <g key={code} role="img" {...own}>
                {content}
              </g>
            );
          }
          return select === undefined ? (
            <Link key={code} href={area.path ?? ''} {...own}>
              {content}
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
              {content}
            </g>
          );
        })}
        <g className="borders" aria-hidden="true">
          {REGION_BORDERS.map((border) => (
            <path key={border} d={border} />
          ))}
        </g>
      </svg>
      <figcaption aria-hidden="true">{shown?.label ?? ''}</figcaption>
      <ul className="inline-list map-legend" aria-label={words.regions.colors}>
        {legend.map(({ shade, text }) => (
          <li key={shade} className={`shade-${shade}`}>
            <svg className="swatch" viewBox="0 0 24 16" aria-hidden="true">
              <rect x="1" y="1" width="22" height="14" />
            </svg>{' '}
            {text}
          </li>
        ))}
      </ul>
      {next.length > 0 && (
        <p className="map-notes">
          {words.regions.neighbors}:{' '}
          {next.map(({ code, name, path }, at) => (
            <Fragment key={code}>
              {at > 0 && ', '}
              {path === null ? name : <Link href={path}>{name}</Link>}
            </Fragment>
          ))}
        </p>
      )}
    </figure>
  );
}
