/** An activity of two donors' worth of everything; `parts` goes before its end. */
export function activity(
  identifier: string,
  parts = '',
  attributes = 'default-currency="EUR"',
): string {
  return `<iati-activity ${attributes}>
    <iati-identifier>${identifier}</iati-identifier>
    <reporting-org ref="XM-DAC-41123" type="40"><narrative>UNIDO</narrative></reporting-org>
    <title><narrative xml:lang="sr">Klaster</narrative><narrative xml:lang="en">Cluster ${identifier}</narrative></title>
    <description><narrative>For clusters</narrative></description>
    <participating-org ref="XM-DAC-41123" role="1"/>
    <activity-status code="2"/>
    <activity-date type="2" iso-date="2020-01-01"/>
    <sector vocabulary="1" code="32130" percentage="100"/>
    ${parts}
  </iati-activity>`;
}

export const file = (activities: readonly string[], version = '2.03') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="${version}">${activities.join('\n')}</iati-activities>`;

export function transaction(
  type: string,
  value: string,
  { currency = '', date = '2020-03-31', parts = '' } = {},
): string {
  return `<transaction><transaction-type code="${type}"/><transaction-date iso-date="${date}"/>
    <value ${currency === '' ? '' : `currency="${currency}"`} value-date="${date}">${value}</value>${parts}</transaction>`;
}

/** Money received from another activity. */
export const incoming = (from: string, currency = 'EUR') =>
  transaction('1', '5', {
    currency,
    parts: `<provider-org provider-activity-id="${from}"><narrative>Giver</narrative></provider-org>`,
  });
