/**
 * Faults to plant in the compiled code, each with the test files that must find it. A fault is a text that stands
 * exactly once in its file, and what replaces it.
 *
 * @type {readonly (readonly [name: string, file: string, text: string, replacement: string, ...tests: string[]])[]}
 */
export const MUTATIONS = [
  // Plans
  [
    'a plan is reused for other Booleans and enums',
    'planner/variants.js',
    "if (isEnumType(inner) || inner.name === 'Boolean')",
    'if (false)',
    'plan.property',
  ],
  [
    'a plan is reused for another number of conditions or orders',
    'planner/variants.js',
    'return `[${value.map((one) => variantOf(item, one)).join()}]`;',
    "return '1';",
    'plan.property',
  ],
  [
    'there is always a next page',
    'planner/page-plan.js',
    `"_n"), 0) > `,
    `"_n"), 0) >= `,
    'plan.property',
  ],
  [
    'a plan reads no row ahead',
    'planner/page-plan.js',
    'const ahead = this.#looksAhead ? 1 : 0;',
    'const ahead = 0;',
    'relay-lists',
  ],
  [
    'a page begins on the wrong side of its cursor',
    'fields/page-sql.js',
    "direction === towards ? '>' : '<'",
    "direction === towards ? '<' : '>'",
    'relay-lists',
  ],
  [
    'the last page is the first',
    'fields/page-sql.js',
    'raw(request.fromEnd ? opposite(direction) : direction)',
    'raw(direction)',
    'relay-lists',
  ],
  [
    'a list of one kind of organization has all kinds',
    'fields/page-sql.js',
    '...(isOfKind === null ? [] : [isOfKind]),',
    '',
    'totals',
    'relay',
  ],
  // Filters
  [
    'notIn drops entries without a value',
    'fields/filter.js',
    '= ANY(${value}::${sqlType}[])) IS NOT TRUE',
    '= ANY(${value}::${sqlType}[])) IS FALSE',
    'filters',
  ],
  [
    'not drops entries without a value',
    'fields/filter.js',
    'whole.not)}) IS NOT TRUE',
    'whole.not)}) IS FALSE',
    'filters',
  ],
  [
    'an empty "or" matches everything',
    'fields/filter.js',
    'alternatives.length === 0 ? FALSE :',
    'alternatives.length === 0 ? TRUE :',
    'filters',
  ],
  // As-of
  [
    'an ended tie without an end is open',
    'fields/in-force.js',
    "WHEN ${status} = 'ENDED'",
    "WHEN ${status} = 'GONE'",
    'as-of',
  ],
  [
    'a tie is not in force on its last day',
    'fields/in-force.js',
    '${end} >= left(${day}',
    '${end} > left(${day}',
    'as-of',
  ],
  [
    'a tie is not in force on its first day',
    'fields/in-force.js',
    '${start} <= ${day}',
    '${start} < ${day}',
    'as-of',
  ],
  [
    'the day of an attestation does not count as the start',
    'fields/in-force.js',
    "coalesce(${since}, ${attestedOn}, '')",
    "coalesce(${since}, '')",
    'as-of',
  ],
  // Money
  [
    'what stated shares leave of an amount is lost',
    'aggregates/shares.js',
    'div(div(${whole} - ${shared}, ${unknown}) * ${ONE}, ${whole})',
    '0',
    'grant-shares.property',
    'grant-totals',
  ],
  [
    'the median of an even number is the lower middle',
    'aggregates/grant-amounts.js',
    'ARRAY[0.5, 0.5000000001]',
    'ARRAY[0.5, 0.5]',
    'grant-totals',
  ],
  [
    'money that is passed on in the same year counts twice',
    'aggregates/counted-grants.js',
    "${grantor.lastYear} >= coalesce(${gift.year}, '0000')",
    "${grantor.lastYear} > coalesce(${gift.year}, '0000')",
    'grant-totals',
    'grant-sums',
  ],
  [
    'money counts twice if the year of what is passed on is unknown',
    'aggregates/counted-grants.js',
    "max(coalesce(${yearOf(other)}, '9999'))",
    "max(coalesce(${yearOf(other)}, '0000'))",
    'grant-totals',
    'grant-sums',
  ],
  [
    'a secondary report counts as the payer of others',
    'aggregates/counted-grants.js',
    'NOT ${grant.isSecondaryReport} AND ${set.where(grant)}',
    '${set.where(grant)}',
    'grant-totals',
    'grant-sums',
  ],
  [
    'each of several values without shares gets the whole',
    'aggregates/shares.js',
    'div(${ONE}, ${parts})',
    '${ONE}',
    'grant-shares.property',
    'grant-totals',
  ],
  [
    'a year has a rate if any of its months has one',
    'aggregates/grant-conversion.js',
    'HAVING count(*) = 12',
    'HAVING count(*) >= 1',
    'grant-totals',
  ],
  [
    'an initiative counts money twice that one of its grants passes on',
    'aggregates/initiative-funding.js',
    'WHERE NOT ${counted.isLeftOut}',
    'WHERE true',
    'funding',
  ],
  [
    'the gap of a budget ignores what is unknown',
    'aggregates/initiative-funding.js',
    'CASE WHEN coalesce(${unknown.grants}, 0) = 0 THEN',
    'CASE WHEN true THEN',
    'funding',
  ],

  // Registered documents
  [
    'an operation that is not registered runs where only registered ones may',
    'documents/requested-document.js',
    "return onlyRegistered ? ID_REQUIRED : { kind: 'AS_SENT' };",
    "return { kind: 'AS_SENT' };",
    'registered-documents',
  ],
  [
    'a text is not compared with its hash',
    'documents/requested-document.js',
    'hashOf(query) !== sha256Hash',
    'false',
    'registered-documents',
  ],
  [
    'an unchanged answer to an id is sent again',
    'http/graphql.js',
    'if (await tags.isUnchanged',
    'if (byId === null && await tags.isUnchanged',
    'registered-documents',
  ],

  // The partnership graph
  [
    'a list that a worker writes has no nulls',
    'network/list-text.js',
    "return 'null';",
    "return '0';",
    'network-long-lists',
  ],
  [
    'entries of a list that a worker writes cost nothing',
    'operation/cost.js',
    'return count * row + Math.max(0, ...inner);',
    'return 0;',
    'network-long-lists',
  ],
  [
    'a shared record counts the parties of changed ties only',
    'network/project.js',
    "pairs !== null && weighting === 'FRACTIONAL'",
    'false',
    'network-reproject.property',
  ],
  [
    'a record is the same if some of its ties are',
    'network/changed-pairs.js',
    'startsWithin(old, begin) || startsWithin(made, begin)',
    'false',
    'network-reproject.property',
  ],
  [
    'a moved run of edges is taken for the old one',
    'network/splice-graph.js',
    'if (isOld && from !== place)\n            return false;\n        for (let index',
    'if (false)\n            return false;\n        for (let index',
    'network-reproject.property',
  ],
  [
    'a history by months costs as one by years',
    'operation/network-cost.js',
    'MONTH: 12',
    'MONTH: 1',
    'cost',
  ],

  // Federation
  [
    'the signature of a gateway is not compared',
    'http/signature.js',
    'timingSafeEqual(given, expected)',
    'true',
    'federated',
  ],
  [
    'an error leaves what cannot be without its field',
    '../federation/null-propagation.js',
    'if (!isNonNullType(around.type))',
    'if (true)',
    'federated',
  ],
  [
    'a list that is selected twice comes twice to the gateway',
    '../federation/supergraph-executor.js',
    'run({ ...request, document, signal })',
    'run({ ...request, signal })',
    'federated-answers.property',
  ],
];
