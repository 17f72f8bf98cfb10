import { changed, valueIn } from '../address.js';
import {
  RegionDocument,
  RegionsDocument,
  type RegionQueryVariables,
  type RegionsQuery,
  type RegionsQueryVariables,
} from '../generated/regions.js';
import { numberText } from '../language.js';
import { definePage } from '../view.js';
import { gatheringLead, gatheringTables, isUnfunded, specialities } from './gathering.js';
import { regionName, regionPath } from './places.js';

export type ListedRegion = NonNullable<RegionsQuery['regions']>['nodes'][number];

export function regionsVariables(search: URLSearchParams): RegionsQueryVariables {
  return { first: 100, after: valueIn(search, 'after') };
}

export const regionsPage = definePage({
  path: '/regions',
  operation: RegionsDocument,
  variables: ({ search }) => regionsVariables(search),
  view({ regions }, language, { search }) {
    const { words, prefix } = language;
    const { column } = words;
    return {
      title: words.regions.title,
      description: words.regions.lead,
      tables: [
        {
          heading: words.regions.title,
          columns: [
            column.region,
            column.code,
            words.organizations.title,
            words.clusters.title,
            words.initiatives.title,
            column.grants,
          ],
          rows: regions.nodes.map((region) => [
            { text: regionName(language, region), href: `${prefix}${regionPath(region)}` },
            region.code,
            numberText(language, region.organizations.totalCount),
            numberText(language, region.clusters.totalCount),
            numberText(language, region.initiatives.totalCount),
            numberText(language, region.grants.totalCount),
          ]),
        },
      ],
      ...(regions.pageInfo.hasNextPage && {
        links: [
          {
            text: words.state.more,
            href: `${prefix}/regions${changed(search, { after: regions.pageInfo.endCursor })}`,
          },
        ],
      }),
    };
  },
});

/** What is asked of one region. */
export function regionVariables({
  code = '',
}: Readonly<Record<string, string>>): RegionQueryVariables {
  const region = { eq: code };
  return { code, organizations: { region }, grants: { region } };
}

export const regionPage = definePage({
  path: '/regions/:code',
  operation: RegionDocument,
  variables: ({ parameters }) => regionVariables(parameters),
  view({ region, grantTotals, here, everywhere }, language) {
    if (region === null) return null;
    const { words, prefix } = language;
    const isMissing = isUnfunded(region);
    return {
      title: regionName(language, region),
      description: isMissing
        ? `${gatheringLead(language, region)} ${words.gathering.unfunded}`
        : gatheringLead(language, region),
      tables: gatheringTables(
        language,
        region,
        grantTotals,
        specialities(language, here, everywhere),
      ),
      links: [...(region.parent === null ? [] : [region.parent]), ...region.children.nodes].map(
        (one) => ({ text: regionName(language, one), href: `${prefix}${regionPath(one)}` }),
      ),
      structured: {
        '@context': 'https://schema.org',
        '@type': 'AdministrativeArea',
        name: region.name,
        ...(region.nameCyrillic !== null && { alternateName: region.nameCyrillic }),
        identifier: `NUTS ${region.code}`,
      },
    };
  },
});
