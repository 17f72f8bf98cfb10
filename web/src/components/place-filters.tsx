import type { ReactNode } from 'react';
import type { OrganizationsQuery } from '../../../src/pages/generated/organizations.js';
import type { OrganizationType } from '../../../src/pages/generated/fragments.js';
import { numberText } from '../../../src/pages/language.js';
import { listIn, toggled, UNKNOWN } from '../../../src/pages/address.js';
import { ORGANIZATION_TYPES } from '../../../src/pages/views/organizations.js';
import { regionName } from '../../../src/pages/views/places.js';
import { useLanguage, useSearchState } from '../context.js';
import type { Chip } from './chips.js';
import { Mark } from './mark.js';

/** What the filters of organizations offer: the regions and sectors that the network has. */
export type PlaceOptions = Pick<NonNullable<OrganizationsQuery['totals']>, 'regions' | 'sectors'>;

const NONE: PlaceOptions = { regions: [], sectors: [] };

interface PlaceFiltersProps {
  readonly options: PlaceOptions | undefined;
  /** The number of results of each kind. */
  readonly counts?: Readonly<Partial<Record<OrganizationType, number>>>;
  /** Whether the kind is a filter; not where all are of one kind. */
  readonly hasKinds?: boolean;
  readonly children?: ReactNode;
}

/** The filters of organizations: kind, region, sector. Also the network is filtered by them. */
export function PlaceFilters({
  options = NONE,
  counts = {},
  hasKinds = true,
  children,
}: PlaceFiltersProps) {
  const language = useLanguage();
  const { words, values } = language;
  const { search, change } = useSearchState();
  const kinds = listIn(search, 'kind');
  return (
    <>
      {hasKinds && (
        <fieldset>
          <legend>{words.column.kind}</legend>
          {ORGANIZATION_TYPES.map((kind) => (
            <label key={kind} className="choice">
              <input
                type="checkbox"
                checked={kinds.includes(kind)}
                onChange={() => change({ kind: toggled(kinds, kind), after: null })}
              />
              <Mark kind={kind} />
              <span>{values.OrganizationType[kind]}</span>
              {counts[kind] !== undefined && (
                <span className="count">{numberText(language, counts[kind])}</span>
              )}
            </label>
          ))}
        </fieldset>
      )}
      <label className="field">
        {words.column.region}
        <select
          value={search.get('region') ?? ''}
          onChange={({ target }) => change({ region: target.value, after: null })}
        >
          <option value="">{words.organizations.anyRegion}</option>
          {options.regions.map(({ region, count }) => (
            <option key={region.code} value={region.code}>
              {regionName(language, region)} ({numberText(language, count)})
            </option>
          ))}
          <option value={UNKNOWN}>{words.regions.unplacedOnly}</option>
        </select>
      </label>
      <label className="field">
        {words.column.sector}
        <select
          value={search.get('sector') ?? ''}
          onChange={({ target }) => change({ sector: target.value, after: null })}
        >
          <option value="">{words.organizations.anySector}</option>
          {options.sectors.map(({ sector, count }) => (
            <option key={sector.code} value={`NACE_REV2:${sector.code}`}>
              {sector.title} ({numberText(language, count)})
            </option>
          ))}
        </select>
      </label>
      {children}
    </>
  );
}

/** The chips of the filters that are on. A value that the options do not have is shown as it is. */
export function usePlaceChips(options: PlaceOptions = NONE): readonly Chip[] {
  const language = useLanguage();
  const { words, values } = language;
  const { search, change } = useSearchState();
  const without = (name: string, value: string) => () =>
    change({ [name]: toggled(listIn(search, name), value), after: null });
  const named: Readonly<Record<string, (value: string) => string>> = {
    // A value that is not a kind is in the address, until it is removed.
    kind: (value) => (values.OrganizationType as Readonly<Record<string, string>>)[value] ?? value,
    region: (value) => {
      if (value === UNKNOWN) return words.regions.unplacedOnly;
      const found = options.regions.find(({ region }) => region.code === value);
      return found ? regionName(language, found.region) : value;
    },
    sector: (value) =>
      options.sectors.find(({ sector }) => `NACE_REV2:${sector.code}` === value)?.sector.title ??
      value,
    memberOf: (value) => words.organizations.memberOf.replace('{name}', value),
  };
  const query = search.get('q');
  return [
    ...Object.entries(named).flatMap(([name, textOf]) =>
      listIn(search, name).map((value) => ({
        key: `${name}:${value}`,
        text: textOf(value),
        remove: without(name, value),
      })),
    ),
    ...(query
      ? [
          {
            key: 'q',
            text: `${words.organizations.name}: ${query}`,
            remove: () => change({ q: null, after: null }),
          },
        ]
      : []),
  ];
}
