/** The properties of a grant that are stored; the report lists all others. */
const TAKEN = new Set([
  'id',
  'title',
  'description',
  'currency',
  'amountAppliedFor',
  'amountAwarded',
  'amountDisbursed',
  'awardDate',
  'fromOpenCall',
  'regrantType',
  'relatedActivity',
  ...['startDate', 'endDate'].flatMap((name) => [`plannedDates/${name}`, `actualDates/${name}`]),
  ...['id', 'name', 'url', 'addressLocality', 'addressCountry'].flatMap((name) => [
    `recipientOrganization/${name}`,
    `fundingOrganization/${name}`,
  ]),
  ...['name', 'countryCode', 'latitude', 'longitude', 'geoCode'].map(
    (name) => `beneficiaryLocation/${name}`,
  ),
  ...['code', 'title', 'description', 'url'].map((name) => `grantProgramme/${name}`),
  'classifications/vocabulary',
  'classifications/code',
  'recipientOrganization/amountAwarded',
  'source/slug',
  ...[
    'id',
    'transactionDate',
    'currency',
    'value',
    'valueDate',
    'valueDateKnown',
    'description',
    'provider',
    'recipient',
  ].flatMap((name) => [`commitmentTransaction/${name}`, `disbursementTransaction/${name}`]),
]);

export function isTaken(property: string): boolean {
  return TAKEN.has(property);
}

/** Whether the property, or a property within it, is stored. */
export function hasTaken(property: string): boolean {
  return TAKEN.has(property) || [...TAKEN].some((each) => each.startsWith(`${property}/`));
}

/** Whether the property describes a person; the report must not show its values. */
export function isPersonal(property: string): boolean {
  return /recipientIndividual|toIndividualsDetails|contactName|telephone|email/.test(property);
}
