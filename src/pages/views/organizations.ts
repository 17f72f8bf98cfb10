import { changed, exportUrl, listIn, regionCondition, valueIn } from '../address.js';
import {
  OrganizationsDocument,
  type OrganizationFilter,
  type OrganizationsQuery,
  type OrganizationsQueryVariables,
} from '../generated/organizations.js';
import type { OrganizationType } from '../generated/fragments.js';
import { count } from '../language.js';
import { definePage } from '../view.js';

export const ORGANIZATION_TYPES = [
  'ASSOCIATION',
  'CLUSTER',
  'COMPANY',
  'INSTITUTION',
  'DONOR',
  'PARTNER',
] as const satisfies readonly OrganizationType[];

export type ListedOrganization = NonNullable<OrganizationsQuery['organizations']>['nodes'][number];

/** Which organizations an address selects: `?kind=CLUSTER,DONOR&region=RS12&sector=NACE_REV2:62&memberOf=scan&q=auto`. */
export function organizationFilter(search: URLSearchParams): OrganizationFilter {
  // The API checks the values and says which one is wrong.
  const kinds = listIn(search, 'kind') as readonly OrganizationType[];
  const sectors = listIn(search, 'sector');
  const groups = listIn(search, 'memberOf');
  const name = valueIn(search, 'q');
  return {
    ...(kinds.length > 0 && { type: { in: kinds } }),
    ...regionCondition(search),
    ...(sectors.length > 0 && { sector: { in: sectors } }),
    ...(groups.length > 0 && { memberOf: { in: groups } }),
    ...(name !== null && { name: { contains: name } }),
  };
}

export function organizationsVariables(search: URLSearchParams): OrganizationsQueryVariables {
  const filter = organizationFilter(search);
  /** The number beside a kind is the number of results if that kind were the only one selected. */
  const of = (type: OrganizationType): OrganizationFilter => ({ ...filter, type: { eq: type } });
  return {
    filter,
    first: 50,
    after: valueIn(search, 'after'),
    orderBy: [{ field: 'NAME', direction: search.get('sort') === '-name' ? 'DESC' : 'ASC' }],
    association: of('ASSOCIATION'),
    cluster: of('CLUSTER'),
    company: of('COMPANY'),
    institution: of('INSTITUTION'),
    donor: of('DONOR'),
    partner: of('PARTNER'),
  };
}

/** The place of an organization: its city, else its region. */
export function placeOf({
  city,
  region,
}: Pick<ListedOrganization, 'city'> & {
  readonly region: { readonly name: string } | null;
}): string | null {
  return city ?? region?.name ?? null;
}

export const organizationsPage = definePage({
  path: '/organizations',
  operation: OrganizationsDocument,
  variables: ({ search }) => organizationsVariables(search),
  view({ organizations }, language, { search }) {
    const { words, values, prefix } = language;
    const { nodes, pageInfo, totalCount } = organizations;
    return {
      title: words.organizations.title,
      description: count(language, words.organizations.lead, totalCount),
      tables: [
        {
          heading: words.organizations.title,
          columns: [
            words.column.name,
            words.column.kind,
            words.column.city,
            words.column.members,
            words.column.partnerships,
            words.column.source,
          ],
          rows: nodes.map((one) => [
            { text: one.name, href: `${prefix}/organizations/${one.slug}` },
            values.OrganizationType[one.type],
            placeOf(one) ?? words.state.unknown,
            String(one.members.totalCount),
            String(one.partnerships.totalCount),
            one.source.title,
          ]),
        },
      ],
      links: [
        ...(pageInfo.hasNextPage
          ? [
              {
                text: words.state.more,
                href: `${prefix}/organizations${changed(search, { after: pageInfo.endCursor })}`,
              },
            ]
          : []),
        { text: 'CSV', href: exportUrl('organizations.csv', organizationFilter(search)) },
        { text: 'JSON', href: exportUrl('organizations.json', organizationFilter(search)) },
        { text: 'JSON-LD', href: exportUrl('organizations.jsonld', organizationFilter(search)) },
      ],
    };
  },
});
