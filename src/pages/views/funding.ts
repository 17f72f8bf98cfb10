import { changed, exportUrl, listIn, UNKNOWN, valueIn } from '../address.js';
import {
  FundingDocument,
  type FundingFacetQuery,
  type FundingFacetQueryVariables,
  type FundingQuery,
  type FundingQueryVariables,
  type GrantFilter,
} from '../generated/funding.js';
import {
  NO_CURRENCY,
  count,
  dateText,
  fill,
  moneyText,
  sentence,
  type Language,
} from '../language.js';
import { withParts } from '../map/districts.js';
import { drawingOf, measureText, unplaced, type Measure as RegionMeasure } from '../map/drawing.js';
import { definePage, type Answered } from '../view.js';
import { regionName, regionPath } from './places.js';

export type Funding = Answered<FundingQuery>;
export type Facet = NonNullable<FundingFacetQuery['grantFacets']>['facet'];
/** The facets that have been loaded. */
export type Facets = Readonly<Partial<Record<FacetDimension, Facet>>>;

/** The facets of the page, in the order shown, each with its parameter in the address. */
export const FACETS = [
  ['FUNDER', 'funder'],
  ['RECIPIENT', 'recipient'],
  ['PROGRAMME', 'programme'],
  ['SECTOR', 'sector'],
  ['REGION', 'region'],
  ['YEAR', 'year'],
  ['STATUS', 'status'],
  ['CURRENCY', 'currency'],
] as const;
export type FacetDimension = (typeof FACETS)[number][0];
type Parameter = (typeof FACETS)[number][1];

/** The parameter that excludes values: `not-funder=usaid`. */
export const excluding = (parameter: Parameter) => `not-${parameter}` as const;

/**
 * Which grants an address selects: `?funder=usaid,norway&not-sector=NACE_REV2:62&year=~`. Values of a parameter are
 * alternatives; parameters apply together.
 */
export function grantFilter(search: URLSearchParams, except?: Parameter): GrantFilter {
  const conditions = FACETS.flatMap(([, parameter]) =>
    parameter === except ? [] : conditionsOn(search, parameter),
  );
  const title = valueIn(search, 'q');
  const all = [...conditions, ...(title === null ? [] : [{ title: { contains: title } }])];
  return all.length === 0 ? {} : all.length === 1 ? (all[0] ?? {}) : { and: all };
}

/** The same grants, but those in one region with its parts, or in none. */
export function filterIn(search: URLSearchParams, region: string | null): GrantFilter {
  return {
    and: [
      grantFilter(search, 'region'),
      { region: region === null ? { isNull: true } : { eq: region } },
    ],
  };
}

function conditionsOn(search: URLSearchParams, parameter: Parameter): readonly GrantFilter[] {
  const on = (condition: Readonly<Record<string, unknown>>): GrantFilter => ({
    [parameter]: condition,
  });
  const typed = (values: readonly string[]) =>
    // The API refuses what is not a year.
    parameter === 'year'
      ? values.map((value) => (/^\d+$/.test(value) ? Number(value) : value))
      : values;
  const included = listIn(search, parameter);
  const excluded = listIn(search, excluding(parameter));
  const known = included.filter((value) => value !== UNKNOWN);
  const alternatives = [
    ...(known.length === 0 ? [] : [on({ in: typed(known) })]),
    ...(included.includes(UNKNOWN) ? [on({ isNull: true })] : []),
  ];
  const unwanted = excluded.filter((value) => value !== UNKNOWN);
  return [
    ...(alternatives.length > 1 ? [{ or: alternatives }] : alternatives),
    // Grants without a value are kept: they are excluded by excluding the unknown.
    ...(unwanted.length === 0 ? [] : [{ not: on({ in: typed(unwanted) }) }]),
    ...(excluded.includes(UNKNOWN) ? [on({ isNull: false })] : []),
  ];
}

/** The two funders of an address: `?funder=usaid,norway`. Null if it does not have two. */
export function comparedFunders(search: URLSearchParams): readonly [string, string] | null {
  const [first, second, ...others] = listIn(search, 'funder');
  return first === undefined || second === undefined || others.length > 0 ? null : [first, second];
}

export function fundingVariables(search: URLSearchParams): FundingQueryVariables {
  const sort = search.get('sort') ?? '-awardedOn';
  return {
    filter: grantFilter(search),
    anywhere: grantFilter(search, 'region'),
    first: 50,
    after: valueIn(search, 'after'),
    orderBy: [
      {
        field: sort.endsWith('awarded') ? 'AWARDED' : 'AWARDED_ON',
        direction: sort.startsWith('-') ? 'DESC' : 'ASC',
      },
    ],
  };
}

/** Counts the grants that meet all conditions except the facet's own, so that its other values stay in view. */
export function facetVariables(
  search: URLSearchParams,
  dimension: FacetDimension,
  parameter: Parameter,
): FundingFacetQueryVariables {
  return { dimension, filter: grantFilter(search, parameter) };
}

/** The name of a value of a facet; the value itself while the facets are loading. */
export function facetLabel(
  { values, words }: Language,
  facets: Facets,
  dimension: FacetDimension,
  key: string,
): string {
  if (key === UNKNOWN || (dimension === 'CURRENCY' && key === NO_CURRENCY)) {
    return words.state.unknown;
  }
  if (dimension === 'STATUS' && Object.hasOwn(values.GrantStatus, key)) {
    return values.GrantStatus[key as keyof typeof values.GrantStatus];
  }
  return facets[dimension]?.values.find((value) => value.key === key)?.label ?? key;
}

/** The page of a value of a facet; null if it has none. */
export function facetPath(dimension: FacetDimension, key: string): string | null {
  if (key === UNKNOWN) return null;
  switch (dimension) {
    case 'FUNDER':
    case 'RECIPIENT':
      return `/organizations/${encodeURIComponent(key)}`;
    case 'PROGRAMME':
      return `/programmes/${encodeURIComponent(key)}`;
    case 'SECTOR': {
      const [scheme = '', ...code] = key.split(':');
      return `/sectors/${encodeURIComponent(scheme)}/${encodeURIComponent(code.join(':'))}`;
    }
    case 'REGION':
      return regionPath({ code: key });
    case 'YEAR':
    case 'STATUS':
    case 'CURRENCY':
      return null;
  }
}

export type FundedRegion = Funding['regions']['nodes'][number];

/**
 * How many grants go to each region and its parts. Null where several of them have some: a grant can be in two, so the
 * numbers cannot be added up.
 */
export function regionCounts(
  data: Pick<Funding, 'regions' | 'anywhere'>,
): ReadonlyMap<string, number | null> {
  const stated = new Map(
    data.anywhere.facet.values.map(({ key, grantCount }) => [key, grantCount] as const),
  );
  return new Map(
    data.regions.nodes.map((region) => {
      const found = withParts(region, data.regions.nodes).flatMap(
        ({ code }) => stated.get(code) ?? [],
      );
      return [region.code, found.length > 1 ? null : (found[0] ?? 0)] as const;
    }),
  );
}

/** What the map says of each region: its number of grants. */
export function grantMeasure(
  language: Language,
  data: Pick<Funding, 'anywhere'>,
  search: URLSearchParams,
  counts: ReadonlyMap<string, number | null>,
): RegionMeasure<FundedRegion> {
  const totalCount = data.anywhere.facet.unknownCount;
  return {
    label: language.words.column.grants,
    valueOf: ({ code }) => counts.get(code) ?? null,
    unplaced: unplaced(language, { totalCount }, `/funding${changed(search, IN_NO_REGION)}`),
  };
}

const IN_NO_REGION = { region: UNKNOWN, 'not-region': null, after: null };

/** The page of the funding of a region, with the other conditions of an address. */
const fundingIn = (search: URLSearchParams, { code }: FundedRegion) =>
  `/funding${changed(search, { region: code, 'not-region': null, after: null })}`;

/** Whether any grant has a region, so that there is something to map. */
export const hasRegions = ({ anywhere }: Pick<Funding, 'anywhere'>) =>
  anywhere.facet.values.length > 0;

/** The filter read aloud: `Grants by USAID to …, 2015`. It is the title of the page. */
export function fundingSentence(
  language: Language,
  facets: Facets,
  search: URLSearchParams,
): string {
  const { funding } = language.words;
  const named = (dimension: FacetDimension, parameter: Parameter) => {
    const label = (key: string) => facetLabel(language, facets, dimension, key);
    const known = (name: string) => listIn(search, name).filter((key) => key !== UNKNOWN);
    const included = known(parameter).map(label);
    const excluded = known(excluding(parameter)).map((key) =>
      fill(funding.not, { name: label(key) }),
    );
    return [...(included.length > 0 ? [included.join(funding.or)] : []), ...excluded].join(', ');
  };
  const part = (template: string, names: string) => (names === '' ? '' : fill(template, { names }));
  const rest = (['PROGRAMME', 'YEAR', 'STATUS', 'CURRENCY'] as const).map((dimension) =>
    named(dimension, dimension.toLowerCase() as Parameter),
  );
  const whetherKnown = FACETS.flatMap(([dimension, parameter]) => {
    const name = { dimension: language.values.GrantDimension[dimension] };
    return [
      listIn(search, parameter).includes(UNKNOWN) ? fill(funding.isUnknown, name) : '',
      listIn(search, excluding(parameter)).includes(UNKNOWN) ? fill(funding.isKnown, name) : '',
    ];
  });
  const title = valueIn(search, 'q');
  return fill(funding.sentence, {
    by: part(funding.by, named('FUNDER', 'funder')),
    to: part(funding.to, named('RECIPIENT', 'recipient')),
    where: part(funding.where, named('REGION', 'region')),
    sectors: part(funding.sectors, named('SECTOR', 'sector')),
    years: part(
      funding.years,
      [...rest, ...whetherKnown, title === null ? '' : `“${title}”`].filter(Boolean).join(', '),
    ),
  });
}

/** The answer to the sentence: the sums, the number of grants, and how many have no amount. */
export function fundingResult(language: Language, data: Funding): string {
  const { funding } = language.words;
  const { amounts, grantCount } = data.grantTotals;
  const awarded = amounts.filter(({ measure }) => measure === 'AWARDED');
  const stated = awarded.reduce((sum, one) => sum + one.grantCount, 0);
  return [
    ...awarded.map(({ sum }) => moneyText(language, sum)),
    count(language, funding.result, data.grants.totalCount),
    ...(grantCount > stated ? [count(language, funding.noAmount, grantCount - stated)] : []),
  ].join(', ');
}

/** What the listed grants say of the values that they have in common, for a title without the facets. */
function facetsOf({ grants: { nodes } }: Funding): Facets {
  const facet = (values: readonly { readonly slug: string; readonly name: string }[]): Facet => ({
    distinctCount: values.length,
    unknownCount: 0,
    values: values.map(({ slug, name }) => ({ key: slug, label: name, grantCount: 1 })),
  });
  return {
    FUNDER: facet(nodes.map(({ funder }) => funder)),
    RECIPIENT: facet(nodes.flatMap(({ recipients }) => recipients.nodes)),
  };
}

export const fundingPage = definePage({
  path: '/funding',
  operation: FundingDocument,
  variables: ({ search }) => fundingVariables(search),
  view(data, language, { search }) {
    const { words, values, prefix } = language;
    const { column } = words;
    const { grants, grantTotals } = data;
    const measure = grantMeasure(language, data, search, regionCounts(data));
    return {
      title: fundingSentence(language, facetsOf(data), search),
      description: sentence(fundingResult(language, data)),
      tables: [
        {
          heading: words.funding.totals,
          columns: [column.measure, column.currency, column.grants, column.sum, column.median],
          rows: grantTotals.amounts.map((one) => [
            values.Measure[one.measure],
            one.currency,
            String(one.grantCount),
            moneyText(language, one.sum),
            moneyText(language, one.median),
          ]),
        },
        ...(hasRegions(data)
          ? [
              {
                heading: words.funding.byRegion,
                map: drawingOf(language, words.funding.byRegion, data.regions.nodes, measure, {
                  pathOf: (region) => fundingIn(search, region),
                  isFilter: true,
                }),
                columns: [column.region, column.grants],
                rows: data.regions.nodes.flatMap((region) => {
                  if (measure.valueOf(region) === 0) return [];
                  const href = `${prefix}${fundingIn(search, region)}`;
                  return [
                    [
                      { text: regionName(language, region), href },
                      measureText(language, measure, region),
                    ],
                  ];
                }),
              },
            ]
          : []),
        {
          heading: words.funding.table,
          columns: [
            column.title,
            column.funder,
            column.recipient,
            column.day,
            column.awarded,
            column.source,
          ],
          rows: grants.nodes.map((grant) => [
            { text: grant.title, href: `${prefix}/grants/${grant.id}` },
            { text: grant.funder.name, href: `${prefix}/organizations/${grant.funder.slug}` },
            grant.recipients.nodes.map(({ name }) => name).join(', '),
            grant.awardedOn === null ? words.state.unknown : dateText(language, grant.awardedOn),
            grant.awarded === null ? words.state.unknown : moneyText(language, grant.awarded),
            grant.source.title,
          ]),
        },
      ],
      links: [
        ...(grants.pageInfo.hasNextPage
          ? [
              {
                text: words.state.more,
                href: `${prefix}/funding${changed(search, { after: grants.pageInfo.endCursor })}`,
              },
            ]
          : []),
        ...['grants.csv', 'grants.xlsx', 'grants.json'].map((file) => ({
          text: file,
          href: exportUrl(file, grantFilter(search)),
        })),
      ],
    };
  },
});
