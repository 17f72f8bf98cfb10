import { valueIn } from '../address.js';
import type { SectorPartsFragment, SectorScheme } from '../generated/fragments.js';
import {
  SectorDocument,
  SectorsDocument,
  type SectorQueryVariables,
} from '../generated/sectors.js';
import { numberText, type Language } from '../language.js';
import { organizationMeasure } from '../map/drawing.js';
import { mapTable } from '../map/table.js';
import { definePage, type Cell } from '../view.js';
import { gatheringLead, gatheringTables, isUnfunded, specialities } from './gathering.js';
import { sectorKey, sectorPath } from './places.js';

export const SECTOR_SCHEMES = [
  'NACE_REV2',
  'NACE_REV2_1',
  'EU_ECOSYSTEM',
  'DAC',
] as const satisfies readonly SectorScheme[];

/** The taxonomy of an address: `?scheme=DAC`. The API checks it and says if it is wrong. */
export const schemeOf = (search: URLSearchParams) =>
  (valueIn(search, 'scheme') ?? 'NACE_REV2') as SectorScheme;

export const sectorsPage = definePage({
  path: '/sectors',
  operation: SectorsDocument,
  variables: ({ search }) => ({ scheme: schemeOf(search) }),
  view({ totals, unfundedNeeds }, language, { search }) {
    const { words, prefix } = language;
    const { column } = words;
    const link = (sector: { title: string; scheme: SectorScheme; code: string }): Cell => ({
      text: `${sector.title} (${sector.code})`,
      href: `${prefix}${sectorPath(sector)}`,
    });
    return {
      title: words.sectors.title,
      description: words.sectors.lead,
      tables: [
        {
          heading: words.sectors.unfunded,
          columns: [column.sector, words.initiatives.title, words.gathering.needs],
          rows: unfundedNeeds.flatMap(({ node, initiativeCount, needCount }) =>
            'title' in node
              ? [
                  [
                    link(node),
                    numberText(language, initiativeCount),
                    numberText(language, needCount),
                  ],
                ]
              : [],
          ),
        },
        {
          heading: words.sectors.title,
          columns: [
            column.sector,
            words.organizations.title,
            words.initiatives.title,
            column.grants,
          ],
          rows: totals.sectors.map(({ sector, count }) => [
            link(sector),
            numberText(language, count),
            numberText(language, sector.initiatives.totalCount),
            numberText(language, sector.grants.totalCount),
          ]),
        },
      ].filter(({ rows }) => rows.length > 0),
      links: SECTOR_SCHEMES.filter((scheme) => scheme !== schemeOf(search)).map((scheme) => ({
        text: language.values.SectorScheme[scheme],
        href: `${prefix}/sectors?scheme=${scheme}`,
      })),
    };
  },
});

/** What is asked of one sector. */
export function sectorVariables({
  scheme = '',
  code = '',
}: Readonly<Record<string, string>>): SectorQueryVariables {
  const sector = { eq: `${scheme}:${code}` };
  return {
    scheme: scheme as SectorScheme,
    code,
    organizations: { sector },
    nowhere: { sector, region: { isNull: true } },
    grants: { sector },
  };
}

/** How many organizations of a sector have their seat in a region. */
export const sectorMeasure = (
  language: Language,
  nowhere: { readonly totalCount: number },
  sector: Pick<SectorPartsFragment, 'scheme' | 'code'>,
) => organizationMeasure(language, nowhere, `/organizations?sector=${sectorKey(sector)}&region=~`);

export const sectorPage = definePage({
  path: '/sectors/:scheme/:code',
  operation: SectorDocument,
  variables: ({ parameters }) => sectorVariables(parameters),
  view(data, language) {
    const { sector, regions, nowhere, grantTotals, here, everywhere } = data;
    if (sector === null) return null;
    const { words, prefix } = language;
    const isMissing = isUnfunded(sector);
    return {
      title: sector.title,
      description: isMissing
        ? `${gatheringLead(language, sector)} ${words.gathering.unfunded}`
        : gatheringLead(language, sector),
      tables: [
        ...gatheringTables(language, sector, grantTotals, specialities(language, here, everywhere)),
        mapTable(language, {
          heading: words.regions.around,
          regions: regions.nodes,
          measures: [sectorMeasure(language, nowhere, sector)],
        }),
      ],
      links: [...(sector.parent === null ? [] : [sector.parent]), ...sector.children.nodes].map(
        (one) => ({ text: one.title, href: `${prefix}${sectorPath(one)}` }),
      ),
      structured: {
        '@context': 'https://schema.org',
        '@type': 'DefinedTerm',
        name: sector.title,
        termCode: sector.code,
        inDefinedTermSet: language.values.SectorScheme[sector.scheme],
      },
    };
  },
});
