import type {
  GatheredInitiativeFragment,
  GatheredMoneyFragment,
  GatheredOfferFragment,
  GatheredOrganizationFragment,
  GrantRowFragment,
  OrganizationPartsFragment,
  RegionPartsFragment,
  SectorPartsFragment,
} from '../generated/fragments.js';
import { count, dateText, fill, moneyText, numberText, type Language } from '../language.js';
import type { Cell, PlainTable } from '../view.js';
import { offerPath } from './offers.js';
import { periodText } from './organization.js';
import { regionName, regionPath, sectorKey, sectorPath } from './places.js';

interface Listed<Row> {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
}

/** What a sector or a region gathers. */
export interface Gathering {
  readonly organizations: Listed<GatheredOrganizationFragment>;
  readonly initiatives: Listed<GatheredInitiativeFragment>;
  readonly grants: Listed<GrantRowFragment>;
  readonly needs?: Listed<GatheredOfferFragment>;
  readonly funders: readonly {
    readonly grantCount: number;
    readonly funder: OrganizationPartsFragment;
  }[];
}

/** How many organizations have a value, of those that have one. */
export interface Spread {
  readonly nodes:
    | readonly {
        readonly organizationCount: number;
        readonly sector?: SectorPartsFragment | null;
        readonly region?: Pick<RegionPartsFragment, 'code' | 'name' | 'nameCyrillic'> | null;
      }[]
    | null;
}

export interface Speciality {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly count: number;
  /** Shares between 0 and 1. */
  readonly here: number;
  readonly everywhere: number;
  readonly ratio: number;
}

/**
 * In what the organizations here are more often than elsewhere: the share of each value here, divided by its share in
 * the whole network (the location quotient).
 */
export function specialities(
  language: Language,
  here: Spread,
  everywhere: Spread,
): readonly Speciality[] {
  const valueOf = ({ sector, region }: NonNullable<Spread['nodes']>[number]) =>
    sector
      ? { key: sectorKey(sector), name: sector.title, href: sectorPath(sector) }
      : region
        ? { key: region.code, name: regionName(language, region), href: regionPath(region) }
        : null;
  const countsOf = ({ nodes }: Spread) =>
    (nodes ?? []).flatMap((node) => {
      const value = valueOf(node);
      return value === null ? [] : [{ ...value, count: node.organizationCount }];
    });
  const sumOf = (counts: readonly { readonly count: number }[]) =>
    counts.reduce((sum, one) => sum + one.count, 0);
  const [counts, all] = [countsOf(here), countsOf(everywhere)];
  const [total, allTotal] = [sumOf(counts), sumOf(all)];
  const allOf = new Map(all.map((one) => [one.key, one.count]));
  return counts
    .map((one) => {
      const [mine, theirs] = [one.count / total, (allOf.get(one.key) ?? one.count) / allTotal];
      return { ...one, here: mine, everywhere: theirs, ratio: mine / theirs };
    })
    .sort((a, b) => b.count - a.count || b.ratio - a.ratio);
}

/** A share between 0 and 1 in percent. */
export const shareText = (language: Pick<Language, 'tag'>, share: number) =>
  new Intl.NumberFormat(language.tag, { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** How much there is, in one sentence. */
export function gatheringLead(language: Language, one: Gathering): string {
  const { words } = language;
  return `${[
    count(language, words.gathering.organizations, one.organizations.totalCount),
    count(language, words.initiatives.lead, one.initiatives.totalCount),
    count(language, words.funding.result, one.grants.totalCount),
  ].join(', ')}.`;
}

/** Whether somebody asks for something here, and no grant of this graph answers. */
export function isUnfunded({ grants, initiatives, needs }: Gathering): boolean {
  return grants.totalCount === 0 && initiatives.totalCount + (needs?.totalCount ?? 0) > 0;
}

export function moneyTable(language: Language, totals: GatheredMoneyFragment): PlainTable {
  const { words, values } = language;
  return {
    heading: words.funding.totals,
    columns: [words.column.measure, words.column.grants, words.column.sum, words.column.median],
    rows: totals.amounts.map(({ measure, grantCount, sum, median }) => [
      values.Measure[measure],
      numberText(language, grantCount),
      moneyText(language, sum),
      moneyText(language, median),
    ]),
  };
}

/** Tables of all that a sector or a region gathers; those without rows are left out. */
export function gatheringTables(
  language: Language,
  one: Gathering,
  totals: GatheredMoneyFragment,
  special: readonly Speciality[],
): readonly PlainTable[] {
  const { words, values, prefix } = language;
  const { column, state, gathering: w } = words;
  const organization = ({ name, slug }: OrganizationPartsFragment): Cell => ({
    text: name,
    href: `${prefix}/organizations/${slug}`,
  });
  return [
    {
      heading: w.specialization,
      columns: [column.name, column.count, w.here, w.everywhere, w.ratio],
      rows: special.map((row): readonly Cell[] => [
        { text: row.name, href: `${prefix}${row.href}` },
        numberText(language, row.count),
        shareText(language, row.here),
        shareText(language, row.everywhere),
        numberText(language, row.ratio, 1),
      ]),
    },
    moneyTable(language, totals),
    {
      heading: w.funders,
      columns: [column.funder, column.grants],
      rows: one.funders.map(({ funder, grantCount }) => [
        organization(funder),
        numberText(language, grantCount),
      ]),
    },
    {
      heading: w.needs,
      columns: [column.title, column.name, column.since, column.source],
      rows: (one.needs?.nodes ?? []).map((need) => [
        { text: need.title, href: `${prefix}${offerPath(need)}` },
        organization(need.organization),
        periodText(language, need),
        need.source.title,
      ]),
    },
    {
      heading: words.organizations.title,
      columns: [column.name, column.kind, column.city, column.members, column.source],
      rows: one.organizations.nodes.map((node) => [
        organization(node),
        values.OrganizationType[node.type],
        node.city ?? state.unknown,
        numberText(language, node.members.totalCount),
        node.source.title,
      ]),
    },
    {
      heading: words.initiatives.title,
      columns: [column.title, column.kind, column.since, column.grants, column.source],
      rows: one.initiatives.nodes.map((node) => [
        { text: node.title, href: `${prefix}/initiatives/${node.slug}` },
        values.InitiativeKind[node.kind],
        periodText(language, { since: node.startedOn, until: node.endedOn }),
        numberText(language, node.grants.totalCount),
        node.source.title,
      ]),
    },
    grantsTable(language, one.grants.nodes),
  ].filter(({ rows }) => rows.length > 0);
}

export function grantsTable(language: Language, grants: readonly GrantRowFragment[]): PlainTable {
  const { words, prefix } = language;
  const { column, state } = words;
  return {
    heading: column.grants,
    columns: [
      column.title,
      column.funder,
      column.recipient,
      column.day,
      column.awarded,
      column.source,
    ],
    rows: grants.map((grant) => [
      { text: grant.title, href: `${prefix}/grants/${grant.id}` },
      { text: grant.funder.name, href: `${prefix}/organizations/${grant.funder.slug}` },
      grant.recipients.nodes.map(({ name }) => name).join(', '),
      grant.awardedOn === null ? state.unknown : dateText(language, grant.awardedOn),
      grant.awarded === null ? state.unknown : moneyText(language, grant.awarded),
      grant.source.title,
    ]),
  };
}

/** The number of organizations and where all of them are listed. */
export const allOf = (language: Language, number: number) =>
  fill(language.words.gathering.all, { n: numberText(language, number) });
