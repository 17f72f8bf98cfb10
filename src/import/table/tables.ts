import { ClusterStage } from '../../../entities/network/cluster-stage.js';
import { SizeClass } from '../../../entities/network/company.entity.js';
import { DonorCategory } from '../../../entities/network/donor.entity.js';
import { GrantScheme, GrantStatus, RegrantType } from '../../../entities/funding/grant.entity.js';
import { Challenge, InitiativeKind } from '../../../entities/network/initiative.entity.js';
import { InstitutionCategory } from '../../../entities/network/institution.entity.js';
import { MembershipClass } from '../../../entities/network/membership.entity.js';
import {
  ORGANIZATION_TYPES,
  OrganizationStatus,
} from '../../../entities/network/organization.entity.js';
import { PartnerCategory } from '../../../entities/network/partner.entity.js';
import { PartnershipKind } from '../../../entities/network/partnership.entity.js';
import { ProgrammeStatus } from '../../../entities/funding/grant-programme.entity.js';
import { TransactionKind } from '../../../entities/funding/transaction.entity.js';
import { TieStatus } from '../../../entities/shared/tie.interface.js';
import * as cell from './columns.js';
import { optional, required, several, type Columns, type RecordOf } from './columns.js';

/** An enumeration by its names, which are its values. */
const names = <Name extends string>(values: Readonly<Record<Name, unknown>>) =>
  Object.keys(values) as Name[];

const { organization } = cell;

const period = {
  since: optional('Since', cell.date),
  until: optional('Until', cell.end),
  attestedOn: optional('Attested On', cell.date),
  status: optional('Status', cell.oneOf(names(TieStatus))),
};

const source = optional('Source', {
  ...cell.identifier,
  form: 'the slug of the source of an exported row; a stored row from the same source stays unchanged',
});

const part = optional('Country Part', {
  ...cell.country,
  form: 'for an IATI activity, the country whose share of it this is: two letters of ISO 3166-1, such as RS',
});

/** The tables that can be imported, with their headings. Each comes after the tables that it references. */
export const TABLES = {
  Organizations: {
    name: required('Name', cell.name),
    kind: required('Kind', cell.oneOf(ORGANIZATION_TYPES)),
    slug: optional('Slug', cell.slug),
    identifiers: optional('Identifiers', several(cell.identifier)),
    otherNames: optional('Other Names', several(cell.name)),
    category: optional(
      'Category',
      cell.oneOf(names({ ...InstitutionCategory, ...DonorCategory, ...PartnerCategory })),
    ),
    stage: optional('Stage', cell.oneOf(names(ClusterStage))),
    sizeClass: optional('Size Class', cell.oneOf(names(SizeClass))),
    status: optional('Status', cell.oneOf(names(OrganizationStatus))),
    description: optional('Description', cell.text),
    country: optional('Country', cell.country),
    region: optional('Region', cell.region),
    city: optional('City', { ...cell.name, form: cell.title.form }),
    latitude: optional('Latitude', cell.degrees(90)),
    longitude: optional('Longitude', cell.degrees(180)),
    website: optional('Website', cell.website),
    legalForm: optional('Legal Form', cell.name),
    sectors: optional('Sectors', several(cell.sector)),
    source,
  },
  Memberships: {
    member: required('Member', organization),
    group: required('Group', organization),
    class: required('Class', cell.oneOf(names(MembershipClass))),
    ...period,
  },
  Partnerships: {
    title: required('Title', cell.title),
    kind: required('Kind', cell.oneOf(names(PartnershipKind))),
    parties: required('Parties', several(organization)),
    coordinator: optional('Coordinator', organization),
    slug: optional('Slug', cell.slug),
    description: optional('Description', cell.text),
    ...period,
  },
  Initiatives: {
    title: required('Title', cell.title),
    kind: required('Kind', cell.oneOf(names(InitiativeKind))),
    slug: optional('Slug', cell.slug),
    stage: optional('Stage', cell.oneOf(names(ClusterStage))),
    description: optional('Description', cell.text),
    challenges: optional('Challenges', several(cell.oneOf(names(Challenge)))),
    startedOn: optional('Started On', cell.date),
    endedOn: optional('Ended On', cell.end),
    results: optional('Results', cell.text),
    website: optional('Website', cell.website),
    sectors: optional('Sectors', several(cell.sector)),
    regions: optional('Regions', several(cell.region)),
    lead: optional('Lead', organization),
    partners: optional('Partners', several(organization)),
    implementers: optional('Implementers', several(organization)),
    beneficiaries: optional('Beneficiaries', several(organization)),
    funders: optional('Funders', several(organization)),
    source,
  },
  Programmes: {
    title: required('Title', cell.title),
    funder: required('Funder', organization),
    slug: optional('Slug', cell.slug),
    code: optional('Code', { ...cell.identifier, form: cell.title.form }),
    manager: optional('Manager', organization),
    description: optional('Description', cell.text),
    website: optional('Website', { ...cell.title, form: cell.text.form }),
    openedOn: optional('Opened On', cell.date),
    closedOn: optional('Closed On', cell.end),
    budget: optional('Budget', cell.amount),
    currency: optional('Currency', cell.currency),
    status: optional('Status', cell.oneOf(names(ProgrammeStatus))),
    source,
  },
  Grants: {
    identifier: required('Identifier', cell.identifier),
    title: required('Title', cell.title),
    funder: required('Funder', organization),
    currency: required('Currency', cell.currency),
    recipients: optional('Recipients', several(organization)),
    shares: optional('Recipient Amounts', cell.shares),
    scheme: optional('Scheme', cell.oneOf(names(GrantScheme))),
    appliedFor: optional('Applied For', cell.amount),
    awarded: optional('Awarded', cell.amount),
    committed: optional('Committed', cell.amount),
    disbursed: optional('Disbursed', cell.amount),
    spent: optional('Spent', cell.amount),
    awardedOn: optional('Awarded On', cell.date),
    plannedStartOn: optional('Planned Start', cell.date),
    plannedEndOn: optional('Planned End', cell.end),
    startedOn: optional('Started On', cell.date),
    endedOn: optional('Ended On', cell.end),
    status: optional('Status', cell.oneOf(names(GrantStatus))),
    regrant: optional('Regrant', cell.oneOf(names(RegrantType))),
    fromOpenCall: optional('From Open Call', cell.yesNo),
    programme: optional('Programme', cell.slug),
    initiative: optional('Initiative', cell.slug),
    intermediaries: optional('Intermediaries', several(organization)),
    sectors: optional('Sectors', several(cell.sector)),
    percentages: optional('Sector Percentages', cell.percentages),
    regions: optional('Regions', several(cell.region)),
    countries: optional('Countries', several(cell.country)),
    paidFrom: optional('Passes On', {
      ...cell.identifier,
      form: 'the identifier of the grant that funds it',
    }),
    toIndividuals: optional('To Individuals', cell.yesNo),
    isSecondaryReport: optional('Secondary Report', cell.yesNo),
    part,
    description: optional('Description', cell.text),
    source,
  },
  Transactions: {
    grant: required('Grant', { ...cell.identifier, form: 'the identifier of a grant' }),
    kind: required('Kind', cell.oneOf(names(TransactionKind))),
    value: required('Value', cell.amount),
    currency: required('Currency', cell.currency),
    valueDate: required('Value Date', cell.date),
    scheme: optional('Scheme', cell.oneOf(names(GrantScheme))),
    funder: optional('Funder', {
      ...organization,
      form: 'the funder of the grant; needed only if grants of several funders have this identifier',
    }),
    part,
    quarter: optional('Quarter', cell.oneOf(['1', '2', '3', '4'])),
    madeOn: optional('Made On', cell.date),
    provider: optional('Provider', organization),
    receiver: optional('Receiver', organization),
    sector: optional('Sector', cell.sector),
    country: optional('Country', cell.country),
    region: optional('Region', cell.region),
    place: optional('Place', { ...cell.name, form: cell.title.form }),
    description: optional('Description', cell.text),
    reference: optional('Reference', { ...cell.identifier, form: cell.title.form }),
    source,
  },
} as const satisfies Readonly<Record<string, Columns>>;

export type TableName = keyof typeof TABLES;
export type TableRecord<Name extends TableName> = RecordOf<(typeof TABLES)[Name]>;

/** A record and its table. */
export type AnyRecord = {
  [Name in TableName]: { readonly table: Name; readonly record: TableRecord<Name> };
}[TableName];

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** How well a row fits as the headings of a sheet: 1 if it has all required headings of a table. */
export function headingFit(sheet: string | null, cells: readonly string[]): number {
  const named = tableNamed(sheet);
  const given = new Set(cells.map(foldHeading));
  return Math.max(
    ...(named === undefined ? TABLE_NAMES : [named]).map((table) => {
      const wanted = columnsOf(table).filter(([, column]) => column.isRequired);
      const found = wanted.filter(([, { heading }]) => given.has(foldHeading(heading)));
      return found.length / wanted.length;
    }),
  );
}

const tableNamed = (sheet: string | null) =>
  TABLE_NAMES.find((each) => each.toLowerCase() === sheet?.trim().toLowerCase());

/** The table in a sheet, by the sheet's name or by its required headings. */
export function tableOf(sheet: string | null, headings: readonly string[]): TableName | null {
  const named = tableNamed(sheet);
  if (named !== undefined) return named;
  const given = new Set(headings.map(foldHeading));
  const all = TABLE_NAMES.filter((each) =>
    columnsOf(each).every(
      ([, { heading, isRequired }]) => !isRequired || given.has(foldHeading(heading)),
    ),
  );
  // The headings of one table can include those of another; the table with the most required headings wins.
  const asked = (each: TableName) =>
    columnsOf(each).filter(([, column]) => column.isRequired).length;
  return all.sort((a, b) => asked(b) - asked(a))[0] ?? null;
}

export function columnsOf(table: TableName): [string, cell.Column][] {
  return Object.entries(TABLES[table] as Columns);
}

export const foldHeading = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
