/**
 * The rules of IATI 2.03 by number: records that violate nothing, and for each rule a change that violates it. The
 * numbers and kinds are those of the tests that IATI publishes with its rule sets (IATI/IATI-Rulesets, `tests/iati`).
 */

const documentLink = (name = 'document-link') =>
  `<${name} format="application/pdf" url="http://example.org/${name}.pdf"><title><narrative>Report</narrative></title><category code="A01"/><language code="en"/></${name}>`;

const DOCUMENT = documentLink();

/** An activity with every element that a rule is about. */
export const SOUND_ACTIVITY = `<iati-activity xml:lang="en" default-currency="USD" last-updated-datetime="2020-01-01T00:00:00Z" budget-not-provided="1">
<iati-identifier>XM-DAC-41123-RULES</iati-identifier>
<reporting-org ref="XM-DAC-41123" type="40"><narrative>UNIDO</narrative></reporting-org>
<title><narrative>Clusters</narrative></title>
<description type="1"><narrative>For clusters</narrative></description>
<participating-org ref="XM-DAC-5" role="1" type="10" activity-id="XM-DAC-5-1" crs-channel-code="11000"/>
<other-identifier ref="OLD-1" type="A3"/>
<other-identifier ref="XM-DAC-41122" type="B1"><owner-org ref="XM-DAC-41122"/></other-identifier>
<activity-status code="2"/>
<activity-date type="1" iso-date="2019-01-01"/>
<activity-date type="2" iso-date="2019-02-01"/>
<activity-date type="3" iso-date="2020-12-31"/>
<activity-date type="4" iso-date="2021-01-31"/>
<contact-info type="1"><email>clusters@example.org</email></contact-info>
<activity-scope code="4"/>
<recipient-country code="RS" percentage="60"/>
<recipient-region code="89" vocabulary="1" percentage="40"/>
<location><location-reach code="1"/><location-id vocabulary="A1" code="RS"/><administrative vocabulary="A4" code="RS"/><exactness code="1"/><location-class code="1"/><feature-designation code="PPL"/></location>
<sector vocabulary="1" code="32130" percentage="100"/>
<sector vocabulary="2" code="321" percentage="100"/>
<tag vocabulary="1" code="1.1.1"/>
<country-budget-items vocabulary="1"><budget-item code="1.1.1" percentage="50"><description><narrative>One</narrative></description></budget-item><budget-item code="1.2.1" percentage="50"/></country-budget-items>
<humanitarian-scope type="1" vocabulary="1-2" code="EQ-2015-000048-NPL"/>
<policy-marker vocabulary="1" code="2" significance="1"/>
<policy-marker vocabulary="99" code="A1"><narrative>Ours</narrative></policy-marker>
<collaboration-type code="1"/>
<default-flow-type code="10"/>
<default-finance-type code="110"/>
<default-aid-type vocabulary="1" code="A01"/>
<default-tied-status code="5"/>
<budget type="1" status="1"><period-start iso-date="2019-01-01"/><period-end iso-date="2019-12-31"/><value currency="EUR" value-date="2019-01-01">3000</value></budget>
<planned-disbursement type="1"><period-start iso-date="2019-01-01"/><period-end iso-date="2019-12-31"/><value currency="EUR" value-date="2019-01-01">100</value><provider-org ref="XM-DAC-6" type="10"/><receiver-org ref="XM-DAC-7" type="10"/></planned-disbursement>
<planned-disbursement type="1"><period-start iso-date="2020-01-01"/><value value-date="2020-01-01">1</value></planned-disbursement>
<capital-spend percentage="10"/>
<transaction><transaction-type code="2"/><transaction-date iso-date="2019-03-01"/><value currency="EUR" value-date="2019-03-01">1000</value><provider-org ref="XM-DAC-5" provider-activity-id="XM-DAC-5-1" type="10"/><receiver-org ref="XM-DAC-7" receiver-activity-id="XM-DAC-7-1" type="10"/><disbursement-channel code="1"/><flow-type code="10"/><finance-type code="110"/><aid-type vocabulary="1" code="A01"/><tied-status code="5"/></transaction>
${DOCUMENT}
<related-activity ref="XM-DAC-41123-PARENT" type="1"/>
<conditions attached="1"><condition type="1"><narrative>One</narrative></condition></conditions>
<result type="1"><title><narrative>Result</narrative></title>${documentLink()}<indicator measure="1"><title><narrative>Firms</narrative></title>${documentLink()}<reference vocabulary="1" code="1"/><baseline year="2018" value="1">${documentLink()}</baseline><period><period-start iso-date="2019-01-01"/><period-end iso-date="2019-12-31"/><target value="2">${documentLink()}</target><actual value="3">${documentLink()}</actual></period></indicator></result>
<result type="1"><title><narrative>Another</narrative></title><reference vocabulary="99" code="B"/><indicator measure="5"><title><narrative>Quality</narrative></title><baseline year="2018"/><period><period-start iso-date="2019-01-01"/><period-end iso-date="2019-12-31"/><target/><actual/></period></indicator></result>
<crs-add><other-flags code="1" significance="1"/><loan-terms rate-1="1" rate-2="1"><repayment-type code="1"/><repayment-plan code="1"/><commitment-date iso-date="2019-01-01"/><repayment-first-date iso-date="2019-01-01"/><repayment-final-date iso-date="2020-01-01"/></loan-terms><loan-status year="2019" currency="EUR" value-date="2019-01-01"/><channel-code>11000</channel-code></crs-add>
<fss extraction-date="2019-05-06"><forecast year="2019" value-date="2019-07-03" currency="EUR">10</forecast></fss>
</iati-activity>`;

export const SOUND_ORGANISATION = `<iati-organisation xml:lang="en" default-currency="USD" last-updated-datetime="2020-01-01T00:00:00Z">
<organisation-identifier>XM-DAC-99998</organisation-identifier>
<name><narrative>Agency of Rules</narrative></name>
<reporting-org ref="XM-DAC-99998" type="10"><narrative>Agency of Rules</narrative></reporting-org>
<total-budget status="1"><period-start iso-date="2019-01-01"/><period-end iso-date="2019-12-31"/><value currency="EUR" value-date="2019-01-01">1</value></total-budget>
<recipient-org-budget status="1"><recipient-org ref="XM-DAC-7"><narrative>Club</narrative></recipient-org><period-start iso-date="2019-01-01"/><period-end iso-date="2019-12-31"/><value currency="EUR" value-date="2019-01-01">1</value></recipient-org-budget>
<recipient-region-budget status="1"><recipient-region vocabulary="1" code="89"/><period-start iso-date="2019-01-01"/><period-end iso-date="2019-12-31"/><value currency="EUR" value-date="2019-01-01">1</value><budget-line><value currency="EUR" value-date="2019-01-01">1</value><narrative>Line</narrative></budget-line></recipient-region-budget>
<recipient-country-budget status="1"><recipient-country code="RS"/><period-start iso-date="2019-01-01"/><period-end iso-date="2019-12-31"/><value currency="EUR" value-date="2019-01-01">1</value><budget-line><value currency="EUR" value-date="2019-02-01">1</value><narrative>Line</narrative></budget-line></recipient-country-budget>
<total-expenditure><period-start iso-date="2019-01-01"/><period-end iso-date="2019-12-31"/><value value-date="2019-01-01">1</value></total-expenditure>
<document-link format="application/pdf" url="http://example.org/o.pdf"><title><narrative>Report</narrative></title><category code="B01"/><language code="en"/><recipient-country code="RS"/></document-link>
</iati-organisation>`;

/** What is replaced by what: a text, or a text within the part that begins with another. */
type Change = readonly [from: string, to: string, after?: string];

/** The record with a change. */
export function changed(record: string, [from, to, after = '']: Change): string {
  const start = record.indexOf(after);
  const place = record.indexOf(from, start);
  if (start < 0 || place < 0) throw new Error(`There is no ${after} … ${from}.`);
  return record.slice(0, place) + to + record.slice(place + from.length);
}

/** The code of an element becomes one that its list does not have. */
const code = (from: string, after: string): Change => [
  from,
  from.replace(/"[^"]*"/, '"DIN"'),
  after,
];

type Broken = readonly [rule: string, change: Change];

const REGION = '<recipient-region code="89" vocabulary="1" percentage="40"/>\n';
const COUNTRY = '<recipient-country code="RS" percentage="60"/>\n';
const SECTORS =
  '<sector vocabulary="1" code="32130" percentage="100"/>\n<sector vocabulary="2" code="321" percentage="100"/>\n';
const IN_RESULT = '<result type="1"><title><narrative>Result';
const IN_INDICATOR = '<indicator measure="1">';
const QUALITY = '<indicator measure="5">';
const FUTURE = '2999-01-01';
const inTransaction = (parts: string): Change => [
  '<flow-type',
  `${parts}<flow-type`,
  '<transaction>',
];

const documents = (after: string, rules: readonly [string, string, string]): Broken[] => [
  [rules[0], ['application/pdf', 'pdf', after]],
  [rules[1], code('category code="A01"', after)],
  [rules[2], code('language code="en"', after)],
];

export const BROKEN_ACTIVITIES: readonly Broken[] = [
  // Identifiers and references
  ['1.1.3', ['>XM-DAC-41123-RULES<', '>XM-DAC-41123<']],
  ['1.1.21', ['>XM-DAC-41123-RULES<', '>XM-DAC-99-RULES<']],
  ['1.3.1', ['>XM-DAC-41123-RULES<', '> XM-DAC-41123-RULES<']],
  ['1.3.13', ['>XM-DAC-41123-RULES<', '>XM-DAC-41123-RU|LES<']],
  ['1.4.1', ['provider-activity-id="X', 'provider-activity-id=" X']],
  ['1.5.1', ['receiver-activity-id="XM-DAC-7-1', 'receiver-activity-id="XM-DAC-7-1 ']],
  ['1.6.1', ['ref="OLD-1"', 'ref=" OLD-1"']],
  ['1.7.1', ['ref="XM-DAC-41123-PARENT"', 'ref=" XM-DAC-41123-PARENT"']],
  ['1.7.2', [' ref="XM-DAC-41123"', '', '<reporting-org']],
  ['1.8.1', ['ref="', 'ref=" ', '<participating-org']],
  ['1.8.13', ['ref="XM-DAC-5"', 'ref="XM|DAC-5"', '<participating-org']],
  ['1.9.1', ['activity-id="', 'activity-id=" ', '<participating-org']],
  ['1.10.1', ['provider-org ref="', 'provider-org ref=" ', '<transaction>']],
  ['1.10.13', ['provider-org ref="XM', 'provider-org ref="X?M', '<transaction>']],
  ['1.11.1', ['ref="', 'ref=" ', '<owner-org']],
  ['1.11.13', ['ref="XM', 'ref="X&amp;M', '<owner-org']],
  ['1.14.1', ['ref="', 'ref=" ', '<reporting-org']],
  ['1.14.8', ['ref="XM-DAC-41123"', 'ref="AA-AAA-1"', '<reporting-org']],
  ['1.14.13', ['ref="XM-DAC-41123"', 'ref="XM-DAC-41/123"', '<reporting-org']],
  ['1.15.1', ['receiver-org ref="', 'receiver-org ref=" ', '<transaction>']],
  ['1.15.13', ['receiver-org ref="XM', 'receiver-org ref="X/M', '<transaction>']],
  ['1.16.1', ['ref="XM-DAC-41122"', 'ref="XM-DAC-41122 "', '<other-identifier ref="XM']],
  // Shares
  [
    '2.1.1',
    [
      'vocabulary="2" code="321" percentage="100"',
      'vocabulary="2" code="321" percentage="100"/><sector vocabulary="2" code="331"',
    ],
  ],
  [
    '2.1.2',
    [SECTORS, '<sector code="32130" percentage="50"/><sector code="32110" percentage="40"/>'],
  ],
  ['2.1.4', ['code="321" percentage="100"', 'code="321" percentage="80"']],
  // The same rules of the other vocabularies
  ['2.1.1', [SECTORS, '<sector code="32130" percentage="100"/><sector code="32110"/>']],
  [
    '2.1.2',
    [
      'vocabulary="2" code="321" percentage="100"',
      'vocabulary="2" code="321" percentage="50"/><sector vocabulary="2" code="331" percentage="40"',
    ],
  ],
  ['2.1.4', ['code="32130" percentage="100"', 'code="32130" percentage="80"']],
  ['2.2.1', [SECTORS, `${SECTORS}<sector vocabulary="98" code="A1"/>\n`]],
  ['3.1.1', [REGION, '<recipient-country code="ME"/>\n']],
  ['3.1.2', [REGION, '<recipient-country code="ME" percentage="30"/>\n']],
  ['3.1.4', [REGION, '']],
  ['3.4.1', [REGION, `<recipient-region code="89" vocabulary="1"/>${REGION}`]],
  ['3.4.2', ['percentage="40"', 'percentage="30"', '<recipient-region']],
  ['3.4.4', [COUNTRY, '']],
  ['3.6.2', inTransaction('<recipient-country code="RS"/>')],
  ['3.7.1', [COUNTRY + REGION, '']],
  ['3.7.2', [COUNTRY + REGION, '']],
  ['102.1.1', ['<sector vocabulary="1" code="32130" percentage="100"/>', '']],
  ['107.1.1', ['vocabulary="1" code="A01"', 'vocabulary="2" code="1"', '<default-aid-type']],
  ['107.1.2', ['<default-aid-type', '<default-aid-type code="A02"/><default-aid-type']],
  [
    '107.1.2',
    [
      '<default-aid-type',
      '<default-aid-type vocabulary="2" code="1"/><default-aid-type vocabulary="2" code="2"/><default-aid-type',
    ],
  ],
  ['107.2.1', ['vocabulary="1" code="A01"', 'vocabulary="2" code="1"', '<aid-type']],
  ['107.2.2', ['<aid-type', '<aid-type code="A02"/><aid-type', '<transaction>']],
  [
    '107.2.2',
    [
      '<aid-type',
      '<aid-type vocabulary="2" code="1"/><aid-type vocabulary="2" code="2"/><aid-type',
      '<transaction>',
    ],
  ],
  ['12.1.1', ['percentage="60"', 'percentage="-60"']],
  ['12.1.1', ['percentage="40"', 'percentage="140"', '<recipient-region']],
  ['12.2.1', ['percentage="10"', 'percentage="110"', '<capital-spend']],
  ['12.2.1', ['percentage="50"', 'percentage="-50"', '<budget-item']],
  ['12.3.1', ['percentage="100"', 'percentage="-100"', '<sector']],
  // Texts
  ['4.1.1', ['xml:lang="en" ', '']],
  ['4.3.1', ['<narrative>Clusters</narrative>', '<narrative/>']],
  ['4.4.1', ['<narrative>For clusters</narrative>', '<narrative/>']],
  // What must be there
  ['6.1.5', [' format="application/pdf"', '']],
  ['6.2.1', ['<activity-status code="2"/>', '']],
  ['6.2.2', [SECTORS, '']],
  ['6.3.1', [' type="40"', '']],
  ['6.6.2', inTransaction('<sector code="32130"/>')],
  ['6.7.2', [SECTORS, '']],
  ['6.8.1', ['<owner-org ref="XM-DAC-41122"/>', '<owner-org/>']],
  ['6.9.1', ['<provider-org ref="XM-DAC-6" type="10"/>', '<provider-org/>']],
  ['6.9.2', ['<receiver-org ref="XM-DAC-7" type="10"/>', '<receiver-org/>']],
  ['6.10.1', ['ref="XM-DAC-5" ', '', '<participating-org']],
  [
    '6.11.1',
    [
      '<activity-date type="1" iso-date="2019-01-01"/>\n<activity-date type="2" iso-date="2019-02-01"/>',
      '',
    ],
  ],
  ['6.13.1', ['<narrative>Ours</narrative>', '']],
  ['6.14.1', [' significance="1"', '', '<policy-marker']],
  // Money
  ['7.5.2', [' value-date="2019-01-01"', '', '<budget ']],
  ['7.5.3', ['2019-12-31', '2021-12-31', '<budget ']],
  ['7.8.1', [' default-currency="USD"', ' ']],
  [
    '7.9.1',
    [
      ' percentage="50"><description><narrative>One</narrative></description></budget-item><budget-item code="1.2.1" percentage="50"/>',
      '/><budget-item code="1.2.1"/>',
      '<budget-item',
    ],
  ],
  ['7.9.2', ['percentage="50"', 'percentage="40"', '<budget-item']],
  ['7.9.4', ['<budget-item code="1.2.1" percentage="50"/>', '']],
  // Periods and results
  ['8.6.1', ['2019-01-01', '2020-01-01', '<period>']],
  ['8.6.3', ['2019-01-01', '2020-01-01', '<budget ']],
  ['8.6.3', ['2019-01-01', '2020-01-01', '<planned-disbursement ']],
  ['8.8.1', [' value="1"', '', '<baseline']],
  ['8.8.2', [' value="1"', ' value="many"', '<baseline']],
  ['8.8.3', ['<baseline year="2018"', '<baseline year="2018" value="1"', QUALITY]],
  ['8.9.1', [' value="2"', '', '<target']],
  ['8.9.2', [' value="2"', ' value="two"', '<target']],
  ['8.9.3', ['<target', '<target value="1"', QUALITY]],
  ['8.10.1', [' value="3"', '', '<actual']],
  ['8.10.2', [' value="3"', ' value="3 firms"', '<actual']],
  ['8.10.3', ['<actual', '<actual value="1"', QUALITY]],
  ['8.11.1', ['<indicator', '<reference vocabulary="99" code="A"/><indicator', IN_RESULT]],
  // Days
  ['11.1.1', ['2020-01-01T', `${FUTURE}T`]],
  ['11.1.2', ['2020-12-31', '2018-12-31', '<activity-date type="3"']],
  ['11.1.3', ['2021-01-31', '2018-01-31', '<activity-date type="4"']],
  ['11.1.4', ['2019-02-01', FUTURE, '<activity-date type="2"']],
  ['11.1.5', ['2021-01-31', FUTURE, '<activity-date type="4"']],
  ['11.2.1', ['2019-03-01', FUTURE, '<transaction-date']],
  ['11.2.2', ['value-date="2019-03-01', `value-date="${FUTURE}`, '<transaction>']],
  ['11.3.1', ['value-date="2019-01-01', 'value-date="2018-01-01', '<budget ']],
  // Codes
  ['9.2.1', code('budget-not-provided="1"', '')],
  ['9.3.1', code('default-currency="USD"', '')],
  ['9.4.1', code('type="3"', '<activity-date type="3"')],
  ['9.5.1', code('code="2"', '<activity-status')],
  ['9.6.1', code('code="4"', '<activity-scope')],
  ['9.7.1', code('status="1"', '<budget ')],
  ['9.8.1', code('type="1"', '<budget ')],
  ['9.9.1', code('currency="EUR"', '<budget ')],
  ['9.10.1', code('code="1"', '<collaboration-type')],
  ['9.11.1', code('type="1"', '<condition ')],
  ['9.12.1', code('type="1"', '<contact-info')],
  ['9.13.1', code('vocabulary="1"', '<country-budget-items')],
  ['9.14.1', code('code="1.1.1"', '<budget-item')],
  ['9.15.1', ['<description>', '<description type="XXX">', '<budget-item']],
  ['9.16.1', ['>11000<', '>99999<', '<channel-code']],
  ['9.17.1', code('code="1"', '<other-flags')],
  ['9.18.1', code('currency="EUR"', '<loan-status')],
  ['9.19.1', code('code="1"', '<repayment-plan')],
  ['9.20.1', code('code="1"', '<repayment-type')],
  ['9.21.1', code('code="A01"', '<default-aid-type')],
  ['9.22.1', code('vocabulary="1"', '<default-aid-type')],
  ['9.23.1', code('code="110"', '<default-finance-type')],
  ['9.24.1', code('code="10"', '<default-flow-type')],
  ['9.25.1', code('code="5"', '<default-tied-status')],
  ['9.26.1', code('type="1"', '<description')],
  ...documents(DOCUMENT, ['9.27.1', '9.28.1', '9.29.1']),
  ['9.30.1', code('currency="EUR"', '<forecast')],
  ['9.31.1', code('type="1"', '<humanitarian-scope')],
  ['9.32.1', code('vocabulary="1-2"', '<humanitarian-scope')],
  ['9.33.1', code('vocabulary="A4"', '<administrative')],
  ['9.34.1', code('code="PPL"', '<feature-designation')],
  ['9.35.1', code('code="1"', '<location-class')],
  ['9.36.1', code('vocabulary="A1"', '<location-id')],
  ['9.37.1', code('code="1"', '<location-reach')],
  ['9.38.1', code('code="1"', '<exactness')],
  ['9.39.1', code('type="A3"', '<other-identifier')],
  ['9.40.1', code('crs-channel-code="11000"', '<participating-org')],
  ['9.41.1', code('role="1"', '<participating-org')],
  ['9.42.1', code('type="10"', '<participating-org')],
  ['9.43.1', code('type="1"', '<planned-disbursement')],
  ['9.44.1', code('type="10"', '<provider-org')],
  ['9.45.1', code('type="10"', '<receiver-org')],
  ['9.46.1', code('currency="EUR"', '<planned-disbursement')],
  ['9.47.1', code('code="2"', '<policy-marker')],
  ['9.48.1', code('significance="1"', '<policy-marker')],
  ['9.49.1', code('vocabulary="1"', '<policy-marker')],
  ['9.50.1', code('code="RS"', '<recipient-country')],
  ['9.51.1', code('code="89"', '<recipient-region')],
  ['9.52.1', code('vocabulary="1"', '<recipient-region')],
  ['9.53.1', code('type="1"', '<related-activity')],
  ['9.54.1', code('type="40"', '<reporting-org')],
  ['9.55.1', code('type="1"', '<result')],
  ...documents(IN_RESULT, ['9.57.1', '9.58.1', '9.59.1']),
  ['9.60.1', code('measure="1"', '<indicator')],
  ...documents('<baseline', ['9.61.1', '9.62.1', '9.63.1']),
  ...documents(IN_INDICATOR, ['9.65.1', '9.66.1', '9.67.1']),
  ...documents('<actual', ['9.68.1', '9.69.1', '9.70.1']),
  ...documents('<target', ['9.71.1', '9.72.1', '9.73.1']),
  ['9.74.1', code('vocabulary="1"', `<reference`)],
  ['9.75.1', code('vocabulary="99"', `<reference vocabulary="99"`)],
  ['9.76.1', code('code="32130"', '<sector')],
  ['9.77.1', code('code="321"', '<sector vocabulary="2"')],
  ['9.78.1', code('vocabulary="1"', '<sector')],
  ['9.79.1', code('vocabulary="1"', '<tag')],
  ['9.80.1', code('code="A01"', '<aid-type')],
  ['9.81.1', code('vocabulary="1"', '<aid-type')],
  ['9.82.1', code('code="1"', '<disbursement-channel')],
  ['9.83.1', code('code="110"', '<finance-type')],
  ['9.84.1', code('code="10"', '<flow-type')],
  ['9.85.1', inTransaction('<recipient-country code="XXX"/>')],
  ['9.86.1', inTransaction('<recipient-region code="XXX"/>')],
  ['9.87.1', inTransaction('<recipient-region vocabulary="XXX" code="1"/>')],
  ['9.88.1', code('type="10"', '<provider-org ref="XM-DAC-5"')],
  ['9.89.1', code('type="10"', '<receiver-org ref="XM-DAC-7" receiver')],
  ['9.90.1', inTransaction('<sector code="XXX"/>')],
  ['9.91.1', inTransaction('<sector vocabulary="XXX" code="1"/>')],
  ['9.92.1', code('code="5"', '<tied-status')],
  ['9.93.1', code('code="2"', '<transaction-type')],
  ['9.94.1', code('currency="EUR"', '<transaction>')],
  ['9.95.1', ['<narrative>UNIDO', '<narrative xml:lang="xx">UNIDO']],
  ['9.117.1', code('code="RS"', '<administrative')],
];

const numbers = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** The rules about what an import stores: each import checks them, without `--validate` too. */
export const RULES_OF_STORED = {
  iati: numbers(
    `1.1.3 1.1.21 1.3.1 1.3.13 1.4.1 1.5.1 1.7.1 1.7.2 1.8.1 1.8.13 1.9.1 1.10.1 1.10.13 1.14.1 1.14.8 1.14.13 1.15.1
    1.15.13 2.1.1 2.1.2 2.1.4 3.1.1 3.1.2 3.1.4 3.4.1 3.4.2 3.4.4 3.6.2 3.7.1 3.7.2 4.3.1 6.2.1 6.2.2 6.3.1 6.6.2 6.7.2
    6.9.1 6.9.2 6.10.1 6.11.1 7.5.2 7.5.3 8.6.3 9.3.1 9.4.1 9.5.1 9.7.1 9.8.1 9.9.1 9.26.1 9.41.1 9.42.1 9.50.1 9.51.1
    9.52.1 9.53.1 9.54.1 9.76.1 9.77.1 9.78.1 9.85.1 9.86.1 9.87.1 9.88.1 9.89.1 9.90.1 9.91.1 9.93.1 9.94.1 11.1.2
    11.1.3 11.1.4 11.1.5 11.2.1 11.2.2 11.3.1 12.1.1 12.3.1`,
  ),
  'iati-organisations': numbers('1.12.1 1.12.13 1.18.1 1.18.8 1.18.13 9.112.1'),
} as const;

const inBudgets = (
  rule: string,
  from: string,
  to: string,
  names = [
    'total-budget',
    'recipient-org-budget',
    'recipient-region-budget',
    'recipient-country-budget',
    'total-expenditure',
  ],
): Broken[] => names.map((name) => [rule, [from, to, `<${name}`]]);

export const BROKEN_ORGANISATIONS: readonly Broken[] = [
  ['1.12.1', ['>XM-DAC-99998<', '>XM-DAC-99998 <']],
  ['1.12.13', ['>XM-DAC-99998<', '>XM-DAC-99|998<']],
  ['1.17.1', ['ref="', 'ref=" ', '<recipient-org ']],
  ['1.18.1', ['ref="', 'ref=" ', '<reporting-org']],
  ['1.18.8', ['ref="XM-DAC-99998"', 'ref="AA-AAA-1"', '<reporting-org']],
  ['1.18.13', ['ref="XM-DAC-99998"', 'ref="XM-DAC-9/9998"', '<reporting-org']],
  ['4.3.1', ['<narrative>Report</narrative>', '<narrative/>']],
  ['4.5.1', ['xml:lang="en" ', '']],
  ['6.3.1', [' type="10"', '', '<reporting-org']],
  ...inBudgets('7.5.3', '2019-12-31', '2021-12-31'),
  ['7.8.2', [' default-currency="USD"', '']],
  ...inBudgets('8.6.3', '2019-01-01', '2020-01-01'),
  ['9.96.1', code('default-currency="USD"', '')],
  ['9.98.1', ['application/pdf', 'pdf']],
  ['9.99.1', code('category code="B01"', '')],
  ['9.100.1', code('language code="en"', '')],
  ['9.101.1', code('code="RS"', '<document-link')],
  ['9.102.1', code('status="1"', '<recipient-country-budget')],
  ['9.103.1', code('code="RS"', '<recipient-country-budget')],
  ['9.104.1', code('currency="EUR"', '<recipient-country-budget')],
  ['9.105.1', code('status="1"', '<recipient-org-budget')],
  ['9.106.1', code('currency="EUR"', '<recipient-org-budget')],
  ['9.107.1', code('status="1"', '<recipient-region-budget')],
  ['9.108.1', code('code="89"', '<recipient-region ')],
  ['9.109.1', code('vocabulary="1"', '<recipient-region ')],
  ['9.110.1', code('currency="EUR"', '<budget-line')],
  ['9.111.1', code('currency="EUR"', '<recipient-region-budget')],
  ['9.112.1', code('type="10"', '<reporting-org')],
  ['9.113.1', code('status="1"', '<total-budget')],
  ['9.114.1', code('currency="EUR"', '<total-budget')],
  ['11.3.1', ['2019-02-01', '2018-02-01', '<recipient-country-budget']],
  ['11.4.1', ['2020-01-01T', `${FUTURE}T`]],
];
