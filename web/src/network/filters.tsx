import { listIn, toggled } from '../../../src/pages/address.js';
import { LEVELS, TIE_KINDS } from '../../../src/pages/views/network.js';
import { PlaceFilters, type PlaceOptions } from '../components/place-filters.js';
import { useLanguage, useSearchState } from '../context.js';
import { COLORS, networkState, SIZES } from './state.js';

/** What of the network is shown, and how. */
export function NetworkFilters({ options }: { readonly options: PlaceOptions | undefined }) {
  const { words, values } = useLanguage();
  const { search, change } = useSearchState();
  const { color, size } = networkState(search);
  const ties = listIn(search, 'ties');
  return (
    <>
      <fieldset>
        <legend>{words.network.ties}</legend>
        {TIE_KINDS.map((kind) => (
          <label key={kind} className="choice">
            <input
              type="checkbox"
              checked={ties.includes(kind)}
              onChange={() => change({ ties: toggled(ties, kind) })}
            />
            {values.NetworkTieKind[kind]}
          </label>
        ))}
      </fieldset>
      <PlaceFilters options={options} />
      <label className="choice">
        <input
          type="checkbox"
          checked={search.get('isolates') === '1'}
          onChange={({ target }) => change({ isolates: target.checked ? '1' : null })}
        />
        {words.network.isolates}
      </label>
      <label className="field">
        {words.network.level}
        <select
          value={search.get('level') ?? 'ORGANIZATION'}
          onChange={({ target: { value } }) =>
            // Nodes of another level have other keys.
            change({
              level: value === 'ORGANIZATION' ? null : value,
              node: null,
              focus: null,
              expand: null,
              from: null,
              to: null,
              pins: null,
            })
          }
        >
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {values.NetworkLevel[level]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {words.network.color}
        <select value={color} onChange={({ target }) => change({ color: target.value })}>
          {COLORS.map((one) => (
            <option key={one} value={one}>
              {one === 'kind' ? words.network.byKind : words.network.byCommunity}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {words.network.size}
        <select value={size} onChange={({ target }) => change({ size: target.value })}>
          {SIZES.map((one) => (
            <option key={one} value={one}>
              {values.NodeSize[one]}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
