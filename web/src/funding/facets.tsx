import { useQueries } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { listIn, toggled, UNKNOWN } from '../../../src/pages/address.js';
import { FundingFacetDocument } from '../../../src/pages/generated/funding.js';
import { count, fill, numberText } from '../../../src/pages/language.js';
import {
  excluding,
  FACETS,
  facetLabel,
  facetPath,
  facetVariables,
  type FacetDimension,
  type Facets,
} from '../../../src/pages/views/funding.js';
import { answerOptions } from '../api.js';
import { Answer } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';

/** The number of values from which a facet has a box to find one. */
const FIND_FROM = 8;
const SHOWN = 6;

/** The facets of the page. Each is asked for by itself, so that one that fails leaves the others. */
export function useFacets() {
  const { search } = useSearchState();
  const answers = useQueries({
    queries: FACETS.map(([dimension, parameter]) =>
      answerOptions(FundingFacetDocument, facetVariables(search, dimension, parameter)),
    ),
  });
  const selected = FACETS.map(([, parameter]) =>
    [...listIn(search, parameter), ...listIn(search, excluding(parameter))].filter(
      (key) => key !== UNKNOWN,
    ),
  );
  const facets = answers.map(({ data }) => data?.grantFacets.facet);
  const isMissing = (key: string, at: number) =>
    facets[at]?.values.some((value) => value.key === key) === false;
  // A selected value that no grant has any more, with the other conditions, has a name all the same.
  const names = useQueries({
    queries: FACETS.map(([dimension], at) => ({
      ...answerOptions(FundingFacetDocument, { dimension, filter: {} }),
      enabled: selected[at]?.some((key) => isMissing(key, at)) === true,
    })),
  });
  const loaded: Facets = Object.fromEntries(
    FACETS.flatMap(([dimension], at) => {
      const facet = facets[at];
      if (!facet) return [];
      const missing = (selected[at] ?? []).filter((key) => isMissing(key, at));
      const named = names[at]?.data?.grantFacets.facet.values ?? [];
      const values = [
        ...facet.values,
        ...missing.map((key) => ({
          key,
          label: named.find((value) => value.key === key)?.label ?? key,
          grantCount: 0,
        })),
      ];
      return [[dimension, { ...facet, values }] as const];
    }),
  );
  return { answers, loaded };
}

export function FacetList({
  of: { answers, loaded },
}: {
  readonly of: ReturnType<typeof useFacets>;
}) {
  return FACETS.map(([dimension, parameter], at) => {
    const answer = answers[at];
    return (
      answer && (
        <Answer key={dimension} of={answer}>
          {() => <FacetValues facets={loaded} dimension={dimension} parameter={parameter} />}
        </Answer>
      )
    );
  });
}

interface FacetValuesProps {
  readonly facets: Facets;
  readonly dimension: FacetDimension;
  readonly parameter: (typeof FACETS)[number][1];
}

/** The values of one dimension, each with its number of grants; a value can be required or excluded. */
function FacetValues({ facets, dimension, parameter }: FacetValuesProps) {
  const language = useLanguage();
  const { words, values } = language;
  const { search, change } = useSearchState();
  const [text, setText] = useState('');
  const [isWhole, setWhole] = useState(false);
  const id = useId();
  const name = values.GrantDimension[dimension];
  const facet = facets[dimension];
  const included = listIn(search, parameter);
  const excluded = listIn(search, excluding(parameter));
  const wanted = text.trim().toLowerCase();
  if (facet === undefined) return null;
  const entries = [
    ...facet.values.flatMap(({ key, grantCount }) =>
      key === null
        ? []
        : [{ key, grantCount, label: facetLabel(language, facets, dimension, key) }],
    ),
    ...(facet.unknownCount > 0
      ? [{ key: UNKNOWN, grantCount: facet.unknownCount, label: words.state.unknown }]
      : []),
  ];
  if (entries.length === 0) return null;
  const found = entries.filter(({ label }) => label.toLowerCase().includes(wanted));
  const isOn = (key: string) => included.includes(key) || excluded.includes(key);
  const shown =
    isWhole || wanted !== '' ? found : found.filter((one, at) => at < SHOWN || isOn(one.key));
  return (
    <fieldset className="facet" aria-describedby={id}>
      <legend>{name}</legend>
      {entries.length >= FIND_FROM && (
        <input
          type="search"
          aria-label={fill(words.funding.facet, { dimension: name })}
          placeholder={words.funding.find}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      <ul>
        {shown.map(({ key, label, grantCount }) => (
          <li key={key} className="facet-value">
            <label className="choice">
              <input
                type="checkbox"
                checked={included.includes(key)}
                onChange={() =>
                  change({
                    [parameter]: toggled(included, key),
                    [excluding(parameter)]: excluded.filter((one) => one !== key),
                    after: null,
                  })
                }
              />
              <span className={key === UNKNOWN ? 'unknown' : undefined} dir="auto">
                {label}
              </span>
              <span className="count">{numberText(language, grantCount)}</span>
            </label>
            <FacetPage dimension={dimension} value={key} label={label} />
            <button
              type="button"
              className="exclude"
              aria-pressed={excluded.includes(key)}
              aria-label={fill(words.funding.exclude, { name: label })}
              title={fill(words.funding.exclude, { name: label })}
              onClick={() =>
                change({
                  [excluding(parameter)]: toggled(excluded, key),
                  [parameter]: included.filter((one) => one !== key),
                  after: null,
                })
              }
            >
              −
            </button>
          </li>
        ))}
      </ul>
      <p id={id} className="hint">
        {count(language, words.funding.distinct, facet.distinctCount)}
      </p>
      {shown.length < found.length && (
        <button type="button" className="plain" onClick={() => setWhole(true)}>
          {words.state.more}
        </button>
      )}
    </fieldset>
  );
}

/** The way to the page of a value, if it has one. */
function FacetPage({
  dimension,
  value,
  label,
}: {
  readonly dimension: FacetDimension;
  readonly value: string;
  readonly label: string;
}) {
  const { words } = useLanguage();
  const href = facetPath(dimension, value);
  // A value without a page leaves the place empty, so that the numbers stay in a column.
  if (href === null) return value === UNKNOWN ? <span className="facet-page" /> : null;
  const text = fill(words.funding.page, { name: label });
  return (
    <Link className="facet-page" href={href} aria-label={text} title={text}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M3 9 9 3M4.5 3H9v4.5" />
      </svg>
    </Link>
  );
}
