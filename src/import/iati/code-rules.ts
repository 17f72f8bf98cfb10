import { readFileSync } from 'node:fs';
import { isCurrencyCode } from '../../../entities/shared/standards.scalar.js';
import type { ActivityElement, Findings } from './activity-element.js';
import {
  COUNTRIES,
  IATI_FOLDER,
  KIND_CHANNELS,
  ORGANISATION_CHANNELS,
  REGION_TITLES,
  SECTOR_TITLES,
} from './codelists.js';

/**
 * The number of a rule, the path of a code, and the list that it must be in. A path ends in an attribute, or in an
 * element with the code as its text; the list `1` of a path is that of vocabulary 1, which is the default.
 */
type CodeRule = readonly [number: string, path: string, list: string, vocabulary?: string];

/** The codes of an activity that an import reads and does not otherwise report. */
const OF_IMPORTED: readonly CodeRule[] = [
  ['9.3.1', '@default-currency', 'Currency'],
  ['9.4.1', 'activity-date/@type', 'ActivityDateType'],
  ['9.5.1', 'activity-status/@code', 'ActivityStatus'],
  ['9.7.1', 'budget/@status', 'BudgetStatus'],
  ['9.8.1', 'budget/@type', 'BudgetType'],
  ['9.26.1', 'description/@type', 'DescriptionType'],
  ['9.42.1', 'participating-org/@type', 'OrganisationType'],
  ['9.51.1', 'recipient-region/@code', 'Region', '1'],
  ['9.52.1', 'recipient-region/@vocabulary', 'RegionVocabulary'],
  ['9.53.1', 'related-activity/@type', 'RelatedActivityType'],
  ['9.54.1', 'reporting-org/@type', 'OrganisationType'],
  ['9.76.1', 'sector/@code', 'Sector', '1'],
  ['9.77.1', 'sector/@code', 'SectorCategory', '2'],
  ['9.78.1', 'sector/@vocabulary', 'SectorVocabulary'],
  ['9.86.1', 'transaction/recipient-region/@code', 'Region', '1'],
  ['9.87.1', 'transaction/recipient-region/@vocabulary', 'RegionVocabulary'],
  ['9.88.1', 'transaction/provider-org/@type', 'OrganisationType'],
  ['9.89.1', 'transaction/receiver-org/@type', 'OrganisationType'],
  ['9.90.1', 'transaction/sector/@code', 'Sector', '1'],
  ['9.91.1', 'transaction/sector/@vocabulary', 'SectorVocabulary'],
];

const ofDocuments = (path: string, [format, category, language]: readonly string[]): CodeRule[] => [
  [format ?? '', `${path}document-link/@format`, 'FileFormat'],
  [category ?? '', `${path}document-link/category/@code`, 'DocumentCategory'],
  [language ?? '', `${path}document-link/language/@code`, 'Language'],
];

/** The other codes of an activity, which only `--validate` checks. */
const OF_ACTIVITIES: readonly CodeRule[] = [
  ['9.2.1', '@budget-not-provided', 'BudgetNotProvided'],
  ['9.6.1', 'activity-scope/@code', 'ActivityScope'],
  ['9.10.1', 'collaboration-type/@code', 'CollaborationType'],
  ['9.11.1', 'conditions/condition/@type', 'ConditionType'],
  ['9.12.1', 'contact-info/@type', 'ContactType'],
  ['9.13.1', 'country-budget-items/@vocabulary', 'BudgetIdentifierVocabulary'],
  ['9.14.1', 'country-budget-items/budget-item/@code', 'BudgetIdentifier', '1'],
  ['9.15.1', 'country-budget-items/budget-item/description/@type', 'DescriptionType'],
  ['9.16.1', 'crs-add/channel-code', 'CRSChannelCode'],
  ['9.17.1', 'crs-add/other-flags/@code', 'CRSAddOtherFlags'],
  ['9.18.1', 'crs-add/loan-status/@currency', 'Currency'],
  ['9.19.1', 'crs-add/loan-terms/repayment-plan/@code', 'LoanRepaymentPeriod'],
  ['9.20.1', 'crs-add/loan-terms/repayment-type/@code', 'LoanRepaymentType'],
  ['9.21.1', 'default-aid-type/@code', 'AidType', '1'],
  ['9.22.1', 'default-aid-type/@vocabulary', 'AidTypeVocabulary'],
  ['9.23.1', 'default-finance-type/@code', 'FinanceType'],
  ['9.24.1', 'default-flow-type/@code', 'FlowType'],
  ['9.25.1', 'default-tied-status/@code', 'TiedStatus'],
  ...ofDocuments('', ['9.27.1', '9.28.1', '9.29.1']),
  ['9.30.1', 'fss/forecast/@currency', 'Currency'],
  ['9.31.1', 'humanitarian-scope/@type', 'HumanitarianScopeType'],
  ['9.32.1', 'humanitarian-scope/@vocabulary', 'HumanitarianScopeVocabulary'],
  ['9.33.1', 'location/administrative/@vocabulary', 'GeographicVocabulary'],
  ['9.34.1', 'location/feature-designation/@code', 'LocationType'],
  ['9.35.1', 'location/location-class/@code', 'GeographicLocationClass'],
  ['9.36.1', 'location/location-id/@vocabulary', 'GeographicVocabulary'],
  ['9.37.1', 'location/location-reach/@code', 'GeographicLocationReach'],
  ['9.38.1', 'location/exactness/@code', 'GeographicExactness'],
  ['9.39.1', 'other-identifier/@type', 'OtherIdentifierType'],
  ['9.40.1', 'participating-org/@crs-channel-code', 'CRSChannelCode'],
  ['9.43.1', 'planned-disbursement/@type', 'BudgetType'],
  ['9.44.1', 'planned-disbursement/provider-org/@type', 'OrganisationType'],
  ['9.45.1', 'planned-disbursement/receiver-org/@type', 'OrganisationType'],
  ['9.46.1', 'planned-disbursement/value/@currency', 'Currency'],
  ['9.47.1', 'policy-marker/@code', 'PolicyMarker', '1'],
  ['9.48.1', 'policy-marker/@significance', 'PolicySignificance'],
  ['9.49.1', 'policy-marker/@vocabulary', 'PolicyMarkerVocabulary'],
  ['9.55.1', 'result/@type', 'ResultType'],
  ...ofDocuments('result/', ['9.57.1', '9.58.1', '9.59.1']),
  ['9.60.1', 'result/indicator/@measure', 'IndicatorMeasure'],
  ...ofDocuments('result/indicator/baseline/', ['9.61.1', '9.62.1', '9.63.1']),
  ...ofDocuments('result/indicator/', ['9.65.1', '9.66.1', '9.67.1']),
  ...ofDocuments('result/indicator/period/actual/', ['9.68.1', '9.69.1', '9.70.1']),
  ...ofDocuments('result/indicator/period/target/', ['9.71.1', '9.72.1', '9.73.1']),
  ['9.74.1', 'result/indicator/reference/@vocabulary', 'IndicatorVocabulary'],
  ['9.75.1', 'result/reference/@vocabulary', 'ResultVocabulary'],
  ['9.79.1', 'tag/@vocabulary', 'TagVocabulary'],
  ['9.80.1', 'transaction/aid-type/@code', 'AidType', '1'],
  ['9.81.1', 'transaction/aid-type/@vocabulary', 'AidTypeVocabulary'],
  ['9.82.1', 'transaction/disbursement-channel/@code', 'DisbursementChannel'],
  ['9.83.1', 'transaction/finance-type/@code', 'FinanceType'],
  ['9.84.1', 'transaction/flow-type/@code', 'FlowType'],
  ['9.92.1', 'transaction/tied-status/@code', 'TiedStatus'],
  ['9.117.1', 'location/administrative/@code', 'Country', 'A4'],
];

/** The codes of an organisation file, which only `--validate` checks, except for the type of the organization. */
const OF_ORGANISATIONS: readonly CodeRule[] = [
  ['9.96.1', '@default-currency', 'Currency'],
  ...ofDocuments('', ['9.98.1', '9.99.1', '9.100.1']),
  ['9.101.1', 'document-link/recipient-country/@code', 'Country'],
  ['9.102.1', 'recipient-country-budget/@status', 'BudgetStatus'],
  ['9.103.1', 'recipient-country-budget/recipient-country/@code', 'Country'],
  ['9.104.1', 'recipient-country-budget/value/@currency', 'Currency'],
  ['9.105.1', 'recipient-org-budget/@status', 'BudgetStatus'],
  ['9.106.1', 'recipient-org-budget/value/@currency', 'Currency'],
  ['9.107.1', 'recipient-region-budget/@status', 'BudgetStatus'],
  ['9.108.1', 'recipient-region-budget/recipient-region/@code', 'Region', '1'],
  ['9.109.1', 'recipient-region-budget/recipient-region/@vocabulary', 'RegionVocabulary'],
  ['9.110.1', 'recipient-region-budget/budget-line/value/@currency', 'Currency'],
  ['9.111.1', 'recipient-region-budget/value/@currency', 'Currency'],
  ['9.113.1', 'total-budget/@status', 'BudgetStatus'],
  ['9.114.1', 'total-budget/value/@currency', 'Currency'],
];

export const CODE_RULES = {
  imported: OF_IMPORTED,
  'iati-activity': OF_ACTIVITIES,
  'iati-organisation': OF_ORGANISATIONS,
  organization: [['9.112.1', 'reporting-org/@type', 'OrganisationType']],
} as const satisfies Record<string, readonly CodeRule[]>;

const LISTS = new Map(
  Object.entries(
    JSON.parse(readFileSync(`${IATI_FOLDER}/codes.json`, 'utf8')) as Record<string, string>,
  ).map(([name, codes]) => [name, new Set(codes.split(' '))]),
);

/** Lists that are not in `codes.json`. */
const OTHER_LISTS: Readonly<Record<string, (code: string) => boolean>> = {
  Country: (code) => COUNTRIES.has(code.toUpperCase()),
  CRSChannelCode: (code) => ORGANISATION_CHANNELS.has(code) || KIND_CHANNELS.has(code),
  Currency: isCurrencyCode,
  // The list has all media types of IANA: thousands, and new ones.
  FileFormat: (code) =>
    /^(application|audio|font|image|message|model|multipart|text|video)\/[\w.+-]+$/.test(code),
  Language: (code) => LISTS.get('Language')?.has(code.toUpperCase()) === true,
  Region: (code) => REGION_TITLES.has(code),
  ResultVocabulary: (code) => code === '99',
  Sector: (code) => code.length === 5 && SECTOR_TITLES.has(code),
  SectorCategory: (code) => code.length === 3 && SECTOR_TITLES.has(code),
};

const isIn = (list: string, code: string): boolean =>
  OTHER_LISTS[list]?.(code) ?? LISTS.get(list)?.has(code) === true;

/** Warns of each code that is not in the list of the standard for it. */
export function warnOfCodes(
  record: ActivityElement,
  rules: readonly CodeRule[],
  findings: Pick<Findings, 'warn'>,
): void {
  for (const [rule, path, list, vocabulary] of rules) {
    const steps = path.split('/');
    const last = steps.at(-1) ?? '';
    const isAttribute = last.startsWith('@');
    for (const [element, parent] of elementsAt(record, isAttribute ? steps.slice(0, -1) : steps)) {
      const code = isAttribute ? element.attribute(last.slice(1)) : element.text;
      if (code === '' || isIn(list, code)) continue;
      if (vocabulary !== undefined && vocabulary !== vocabularyOf(element, parent)) continue;
      findings.warn(
        element.place,
        isAttribute ? last : '',
        code,
        `is not a code of the list ${list} (${rule})`,
      );
    }
  }
}

/** Warns of each language of a text that is not in the list of the standard. */
export function warnOfLanguages(element: ActivityElement, findings: Pick<Findings, 'warn'>): void {
  const code = element.attribute('xml:lang');
  // A language can have a region: pt-BR.
  if (code !== '' && !isIn('Language', code.split('-')[0] ?? '')) {
    findings.warn(element.place, '@xml:lang', code, 'is not a code of the list Language (9.95.1)');
  }
  for (const name of new Set(element.childNames)) {
    for (const child of element.all(name)) warnOfLanguages(child, findings);
  }
}

/** Items of a budget have the vocabulary of their list. */
const vocabularyOf = (element: ActivityElement, parent: ActivityElement): string =>
  element.attribute('vocabulary') || parent.attribute('vocabulary') || '1';

/** The elements at a path, each with its parent. */
function elementsAt(
  record: ActivityElement,
  steps: readonly string[],
): readonly (readonly [element: ActivityElement, parent: ActivityElement])[] {
  let found: readonly (readonly [ActivityElement, ActivityElement])[] = [[record, record]];
  for (const step of steps) {
    found = found.flatMap(([element]) =>
      element.all(step).map((child): [ActivityElement, ActivityElement] => [child, element]),
    );
  }
  return found;
}
