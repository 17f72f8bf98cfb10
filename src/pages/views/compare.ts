import { UNKNOWN } from '../address.js';
import {
  CompareFundersDocument,
  type CompareFundersQuery,
  type CompareFundersQueryVariables,
} from '../generated/compare.js';
import type { Measure } from '../generated/fragments.js';
import { fill, moneyText, numberText, type Language } from '../language.js';
import { definePage, type Answered, type PlainTable } from '../view.js';
import { comparedFunders, grantFilter } from './funding.js';

type Comparison = Answered<CompareFundersQuery>;

/** The same figure of both sides. */
export interface ComparedRow {
  readonly key: string;
  readonly label: string;
  readonly first: string;
  readonly second: string;
  /** The lengths of two bars; null if a number is not known. */
  readonly values: readonly [number | null, number | null];
}

export interface ComparedTable {
  readonly kind: 'amounts' | 'years' | 'sectors' | 'recipients';
  readonly heading: string;
  readonly label: string;
  readonly rows: readonly ComparedRow[];
}

/** All other conditions of the address hold for both. */
export function compareVariables(search: URLSearchParams): CompareFundersQueryVariables {
  const [first, second] = comparedFunders(search) ?? ['', ''];
  const of = (funder: string) => {
    const own = new URLSearchParams(search);
    own.set('funder', funder);
    return grantFilter(own);
  };
  return { first, second, one: of(first), other: of(second) };
}

export function compareTitle({ words }: Language, { first, second }: Comparison): string {
  const { compare, state } = words;
  return fill(compare.title, {
    first: first?.name ?? state.unknown,
    second: second?.name ?? state.unknown,
  });
}

/** Of each side. */
const MOST_ROWS = 10;
/** The amounts in the order of the steps of a grant. */
const MEASURES: readonly Measure[] = ['APPLIED_FOR', 'AWARDED', 'COMMITTED', 'DISBURSED', 'SPENT'];

/** The first rows for each side: by their sum alone, the one with more grants would leave none of the other. */
function mostOf(rows: readonly ComparedRow[]): readonly ComparedRow[] {
  const shown = new Set(
    [0, 1].flatMap((side) =>
      rows
        .filter(({ values }) => values[side] !== 0)
        .toSorted((a, b) => (b.values[side] ?? 0) - (a.values[side] ?? 0))
        .slice(0, MOST_ROWS),
    ),
  );
  return rows.filter((row) => shown.has(row));
}

const byKey = (a: ComparedRow, b: ComparedRow) => (a.key < b.key ? -1 : 1);

/** What of the two is shown side by side: amounts, recipients, sectors, years. */
export function comparedTables(language: Language, data: Comparison): readonly ComparedTable[] {
  const { words, values } = language;
  const { firstTotals, secondTotals, firstFacets, secondFacets } = data;
  const number = (value: number) => numberText(language, value);
  const { unknown } = words.state;
  const amounts = ({ amounts: list }: typeof firstTotals): readonly Figure[] =>
    list.map(({ measure, currency, sum, grantCount }) => ({
      key: `${currency} ${MEASURES.indexOf(measure)}`,
      label: `${values.Measure[measure]} (${currency})`,
      value: moneyText(language, sum),
      weight: grantCount,
      count: null,
    }));
  type Facet = typeof firstFacets.recipients;
  const counts = (facet: Facet): readonly Figure[] => [
    ...facet.values.map(({ key, label, grantCount }) => ({
      key: key ?? '',
      label: label ?? key ?? unknown,
      value: number(grantCount),
      weight: grantCount,
      count: grantCount,
    })),
    ...(facet.unknownCount === 0
      ? []
      : [
          {
            key: UNKNOWN,
            label: unknown,
            value: number(facet.unknownCount),
            weight: 0,
            count: facet.unknownCount,
          },
        ]),
  ];
  /** A value that a facet does not list has no grant, unless the facet is cut. */
  const countsBeside = (first: Facet, second: Facet) =>
    beside(counts(first), counts(second), (isFirst) => {
      const { distinctCount, values: listed } = isFirst ? first : second;
      return distinctCount > listed.length ? [unknown, null] : [number(0), 0];
    });
  const { compare, column } = words;
  const tables: readonly ComparedTable[] = [
    {
      kind: 'amounts',
      heading: words.funding.totals,
      label: column.measure,
      rows: [
        {
          key: '',
          label: column.grants,
          first: number(firstFacets.grantCount),
          second: number(secondFacets.grantCount),
          values: [null, null],
        },
        ...beside(amounts(firstTotals), amounts(secondTotals), () => [unknown, null]).toSorted(
          byKey,
        ),
      ],
    },
    {
      kind: 'years',
      heading: compare.years,
      label: values.GrantDimension.YEAR,
      rows: countsBeside(firstFacets.years, secondFacets.years).toSorted(byKey),
    },
    {
      kind: 'sectors',
      heading: compare.sectors,
      label: column.sector,
      rows: mostOf(countsBeside(firstFacets.sectors, secondFacets.sectors)),
    },
    {
      kind: 'recipients',
      heading: compare.recipients,
      label: column.recipient,
      rows: mostOf(countsBeside(firstFacets.recipients, secondFacets.recipients)),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

/** The grants of both by year, with the scale that both are drawn to. */
export function comparedYears(rows: readonly ComparedRow[]): ComparedYears {
  // The year that is not known has no place on the axis.
  const known = rows.filter(({ key }) => /^\d+$/.test(key));
  const bars = (side: 0 | 1) =>
    known.map(({ key, values }) => ({ year: key, value: values[side] ?? 0 }));
  return { bars: [bars(0), bars(1)], highest: highestOf(known) };
}

interface ComparedYears {
  readonly bars: readonly [readonly YearCount[], readonly YearCount[]];
  readonly highest: number;
}

interface YearCount {
  readonly year: string;
  readonly value: number;
}

/** The longest bar of a table, which the others are drawn in proportion to. */
export function highestOf(rows: readonly ComparedRow[]): number {
  return Math.max(0, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
}

interface Figure {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly weight: number;
  /** The number itself, where it can be compared by its length. */
  readonly count: number | null;
}

/** The figures of both by their keys; first what both have, then the largest. */
function beside(
  first: readonly Figure[],
  second: readonly Figure[],
  absent: (isFirst: boolean) => readonly [text: string, value: number | null],
): readonly ComparedRow[] {
  const [of, ofOther] = [first, second].map((list) => new Map(list.map((one) => [one.key, one])));
  const all = new Map([...second, ...first].map((one) => [one.key, one]));
  return [...all.values()]
    .map(({ key, label }) => {
      const [one, other] = [of?.get(key), ofOther?.get(key)];
      const [text, value] = absent(true);
      const [otherText, otherValue] = absent(false);
      return {
        row: {
          key,
          label,
          first: one?.value ?? text,
          second: other?.value ?? otherText,
          values: [one?.count ?? value, other?.count ?? otherValue] as const,
        },
        isShared: one !== undefined && other !== undefined,
        weight: (one?.weight ?? 0) + (other?.weight ?? 0),
      };
    })
    .sort(
      (a, b) =>
        // What is not known is no value that two have in common.
        Number(a.row.key === UNKNOWN) - Number(b.row.key === UNKNOWN) ||
        Number(b.isShared) - Number(a.isShared) ||
        b.weight - a.weight,
    )
    .map(({ row }) => row);
}

export const comparePage = definePage({
  path: '/funding/compare',
  operation: CompareFundersDocument,
  variables: ({ search }) => compareVariables(search),
  view(data, language) {
    const { words, prefix } = language;
    const { first, second } = data;
    // Two funders that are there, or else nothing can be compared.
    if (first === null || second === null) return null;
    return {
      title: compareTitle(language, data),
      description: words.compare.lead,
      tables: comparedTables(language, data).map(({ heading, label, rows }): PlainTable => ({
        heading,
        columns: [label, first.name, second.name],
        rows: rows.map((row) => [row.label, row.first, row.second]),
      })),
      links: [first, second].map(({ name, slug }) => ({
        text: name,
        href: `${prefix}/organizations/${slug}`,
      })),
    };
  },
});
