// The code of a new entity: its files, and what it adds to the lists of others.

/**
 * The types of fields: the type in GraphQL and its module, of the column, in TypeScript, the rule of records, and a
 * value for row `number` of the synthetic network, and values of two records for tests.
 */
export const TYPES = {
  text: {
    graphql: 'String',
    sql: 'text',
    ts: 'string',
    rule: `Text('title')`,
    synthetic: (entity, field) =>
      field.name === 'title' || field.name === 'name'
        ? `\`Synthetic ${capitals(entity.words)} \${String(number)}\``
        : `\`Synthetic ${field.words} \${String(number)}\``,
    samples: ({ words }) => [`'One ${words}'`, `'Another ${words}'`],
  },
  date: {
    graphql: 'PartialDateScalar',
    from: '../shared/partial-date.scalar.js',
    sql: 'text',
    ts: 'string',
    rule: 'Dated()',
    synthetic: () => 'String(2010 + number)',
    samples: () => [`'2015'`, `'2016-03'`],
  },
  integer: {
    graphql: 'Int',
    sql: 'int',
    ts: 'number',
    rule: 'IsInt()',
    synthetic: () => 'number',
    samples: () => ['1', '2'],
  },
  decimal: {
    graphql: 'DecimalScalar',
    from: '../shared/decimal.scalar.js',
    sql: 'numeric',
    ts: 'string',
    rule: 'SignedAmount()',
    synthetic: () => '`${String(number)}.5`',
    samples: () => [`'1.5'`, `'2.5'`],
  },
  boolean: {
    graphql: 'Boolean',
    sql: 'boolean',
    ts: 'boolean',
    rule: 'Flag()',
    synthetic: () => 'number % 2 === 0',
    samples: () => ['true', 'false'],
  },
  url: {
    graphql: 'UrlScalar',
    from: '../shared/standards.scalar.js',
    sql: 'text',
    ts: 'string',
    rule: 'Website()',
    synthetic: (entity) => `\`https://example.org/${entity.kebabs}/\${String(number)}\``,
    samples: () => [`'https://example.org/1'`, `'https://example.org/2'`],
  },
};

const capitals = (text) => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** A first description of a field, to be written anew. */
const described = ({ words, type }) =>
  type === 'date' && words.endsWith(' on')
    ? `The date on which it was ${words.slice(0, -3)}.`
    : `The ${words}.`;
const upper = (field) => field.snake.toUpperCase();
const columnOf = (field) => (field.reference ? `${field.snake}_id` : field.snake);
const propertyOf = (field) => (field.reference ? `${field.name}Id` : field.name);
const article = (words) => (/^[aeiou]/.test(words) ? 'an' : 'a');
/** The module of a class of entities, for a file in a folder at this depth. */
const entityFrom = (entity, depth = 2) =>
  `${'../'.repeat(depth)}entities/${entity.domain}/${entity.kebab}.entity.js`;
const importLine = (names, from, isType = false) =>
  `import ${isType ? 'type ' : ''}{ ${[...new Set(names)].sort().join(', ')} } from '${from}';`;

/** The sort keys, the first of which is the default. */
function sortKeys(entity) {
  const dates = entity.fields.filter(({ type }) => type === 'date');
  const texts = entity.fields.filter(
    ({ name, type, isOptional }) =>
      type === 'text' && !isOptional && (name === 'title' || name === 'name'),
  );
  return [...dates, ...texts];
}

/** The fields that a filter compares, with their comparisons in src/fields and in tests/support/filter-lists.ts. */
const FILTERED = {
  date: { filter: 'DateFilter', by: 'partialDate', kind: 'DATE' },
  integer: { filter: 'IntFilter', by: 'column', sql: 'int', kind: 'INT' },
  boolean: { filter: 'BooleanFilter', by: 'column', sql: 'boolean', kind: 'BOOLEAN' },
};
const filtered = (entity) => entity.fields.filter(({ type }) => type in FILTERED);

export function entityFile(entity) {
  const { name, words, snake, fields } = entity;
  const references = fields.filter(({ reference }) => reference);
  const dates = fields.filter(({ type }) => type === 'date');
  const typeorm = ['Check', 'Column', 'Entity', 'Unique'];
  const indexes = orderIndexes(entity);
  if (references.length > 0) typeorm.push('Index', 'ManyToOne');
  if (indexes.length > 0) typeorm.push('Index');
  const modules = new Map([
    ['../shared/node.interface.js', ['Node']],
    ['../shared/sourced.entity.js', ['Sourced']],
  ]);
  const graphql = ['Field', 'ObjectType'];
  for (const { type, reference } of fields) {
    if (type === 'integer') graphql.push('Int');
    const { graphql: scalar, from } = reference
      ? { graphql: reference.name, from: reference.from }
      : TYPES[type];
    if (from) modules.set(from, [...(modules.get(from) ?? []), scalar]);
  }
  return `${importLine(graphql, 'type-graphql')}
${importLine(typeorm, 'typeorm')}
${[...modules].map(([from, names]) => importLine(names, from)).join('\n')}

@ObjectType({ implements: [Node, Sourced], description: '${sentence(`${article(words)} ${words}`)}.' })
@Entity('${snake}')
@Unique('${snake}_slug_is_unique', ['slug'])
@Check('${snake}_slug_is_plain', \`"slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'\`)
${dates
  .map(
    (field) =>
      `@Check('${snake}_${field.snake}_is_partial_date', 'is_partial_date("${field.snake}")')\n`,
  )
  .join(
    '',
  )}${indexes.map(({ decorator }) => `${decorator}\n`).join('')}export class ${name} extends Sourced<'${name}'> {
  @Field(() => String, { description: 'The short name used in URLs, unique among ${entity.plural}.' })
  @Column({ type: 'text', collation: 'C' })
  slug!: string;
${fields.map((field) => `\n${property(field)}\n`).join('')}}
`;
}

function property(field) {
  const { name, isOptional, reference } = field;
  const description = `'${described(field)}${isOptional ? ' Null if unknown.' : ''}'`;
  const text = `{ ${isOptional ? 'nullable: true, ' : ''}description: ${description} }`;
  const orNull = isOptional ? ' | null' : '';
  if (reference) {
    return `  @Index()
  @Column('uuid'${isOptional ? ', { nullable: true }' : ''})
  ${name}Id!: ${reference.name}['id']${orNull};

  @Field(() => ${reference.name}, ${text})
  @ManyToOne(() => ${reference.name}, { onDelete: 'RESTRICT' })
  ${name}!: ${reference.name}${orNull};`;
  }
  const { graphql, sql, ts } = TYPES[field.type];
  const column =
    field.type === 'date'
      ? `{ type: 'text', ${isOptional ? 'nullable: true, ' : ''}collation: 'C' }`
      : `'${sql}'${isOptional ? ', { nullable: true }' : ''}`;
  return `  @Field(() => ${graphql}, ${text})
  @Column(${column})
  ${name}!: ${ts}${orNull};`;
}

export function migrationFile(entity) {
  const { snake, fields, migration } = entity;
  const columns = fields.map((field) => {
    const type = field.reference ? 'uuid' : TYPES[field.type].sql;
    const collation = field.type === 'date' ? ' COLLATE "C"' : '';
    return `"${columnOf(field)}" ${type}${collation}${field.isOptional ? '' : ' NOT NULL'},`;
  });
  const checks = fields
    .filter(({ type }) => type === 'date')
    .map(
      (field) =>
        `CONSTRAINT "${snake}_${field.snake}_is_partial_date" CHECK (is_partial_date("${field.snake}")),`,
    );
  const references = fields.filter(({ reference }) => reference);
  const foreignKey = (name, column, table) =>
    `\`ALTER TABLE "${snake}" ADD CONSTRAINT "${snake}_${name}_exists" FOREIGN KEY ("${column}") REFERENCES "${table}"("id") ON DELETE RESTRICT\`,`;
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  \`CREATE TABLE "${snake}" (
     "id" uuid NOT NULL,
     "source_id" uuid NOT NULL,
     "source_pointer" text,
     "slug" text COLLATE "C" NOT NULL,
     ${columns.join('\n     ')}
     CONSTRAINT "${snake}_slug_is_unique" UNIQUE ("slug"),
     CONSTRAINT "${snake}_slug_is_plain" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
     ${[...checks, `CONSTRAINT "${snake}_pkey" PRIMARY KEY ("id")`].join('\n     ')}
   )\`,
  ${[
    foreignKey('source', 'source_id', 'source'),
    ...references.map((field) => foreignKey(field.snake, columnOf(field), field.reference.table)),
    ...references.map(
      (field) => `\`CREATE INDEX "${snake}_${field.snake}" ON "${snake}" ("${columnOf(field)}")\`,`,
    ),
    ...orderIndexes(entity).map(
      ({ name, on }) => `\`CREATE INDEX "${name}" ON "${snake}" (${on})\`,`,
    ),
  ].join('\n  ')}
  // Cached answers are kept until the version of the data changes.
  \`CREATE TRIGGER "${snake}_raises_data_version"
   AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "${snake}"
   FOR EACH STATEMENT EXECUTE FUNCTION raise_data_version()\`,
];

export class ${migration.name} implements MigrationInterface {
  readonly name = '${migration.name}';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE "${snake}"');
  }
}
`;
}

/**
 * The indexes of the orders, for the migration and for the entity. Entries without a value come last in either
 * direction, so each direction has an expression of its own. TypeORM knows only the names of indexes of expressions.
 */
function orderIndexes(entity) {
  return sortKeys(entity).flatMap(({ name, snake, type, isOptional }) => {
    const index = `${entity.snake}_${snake}`;
    const ofExpression = (of, expression) => ({
      name: of,
      on: `(${expression}), "id"`,
      decorator: `@Index('${of}', { synchronize: false })`,
    });
    if (type === 'text') return [ofExpression(index, `search_fold("${snake}")`)];
    if (isOptional) {
      return [
        ofExpression(`${index}_asc`, `coalesce("${snake}", '9999')`),
        ofExpression(`${index}_desc`, `coalesce("${snake}", '')`),
      ];
    }
    return [
      { name: `${index}_id`, on: `"${snake}", "id"`, decorator: `@Index(['${name}', 'id'])` },
    ];
  });
}

export function resolverFile(entity) {
  const { name, camel, camels } = entity;
  const hasFilter = filtered(entity).length > 0;
  return `import { Resolver } from 'type-graphql';
import { ${name} } from '${entityFrom(entity)}';
import { ConnectionQuery, type Declared } from '../../src/fields/decorators.js';
import { LookupByIdOrSlug } from '../shared/lookup-queries.js';
import { ${name}Connection } from './connections.js';
${hasFilter ? `import { ${name}Filter } from './filters.js';\n` : ''}import { ${name}Order } from './orders.js';

@Resolver()
export class ${name}Queries {
  @LookupByIdOrSlug(${name}, '${name}', '${article(entity.words)} ${entity.words} by one of its keys')
  ${camel}!: Declared;

  @ConnectionQuery(${name}Connection, {
    ${hasFilter ? `filter: ${name}Filter,\n    ` : ''}orders: ${name}Order,
    description: 'Lists all ${entity.plural}.',
  })
  ${camels}!: Declared;
}
`;
}

export function recordFile(entity) {
  const rules = ['Slug'];
  const fields = entity.fields.map((field) => {
    const { ts } = field.reference ? { ts: 'string' } : TYPES[field.type];
    const rule = field.reference?.rule ?? TYPES[field.type].rule;
    rules.push(rule.replace(/\(.*/, ''), ...(field.isOptional ? ['Optional'] : []));
    return `  ${field.isOptional ? '@Optional() ' : ''}@${rule} ${field.name}${field.isOptional ? '?' : '!'}: ${ts};`;
  });
  const ours = rules.filter((rule) => rule !== 'IsInt');
  return `${rules.includes('IsInt') ? `import { IsInt } from 'class-validator';\n` : ''}${importLine(ours, '../record-rules.js')}
import { Sourced } from './sourced.record.js';

export class ${entity.name}Record extends Sourced {
  @Slug() slug!: string;
${fields.join('\n')}
}
`;
}

export function rowsFile(entity) {
  const { name, camel, file, words } = entity;
  const fields = entity.fields.map((field) => {
    const { name: key, isOptional, reference } = field;
    const value = reference
      ? `references.find${isOptional ? 'Optional' : ''}('${reference.name}', record.${key}, '${key}', placed)`
      : `record.${key}${isOptional ? ' ?? null' : ''}`;
    return `      ${propertyOf(field)}: ${value},`;
  });
  return `import { ${name} } from '${entityFrom(entity, 3)}';
import type { RowMaker } from './row-maker.js';

/** Every ${words} of a data set. */
export function ${camel}Rows({ dataSet, references, add, source }: RowMaker): void {
  add(${name}, dataSet${/^\w+$/.test(file) ? `.${file}` : `['${file}']`}.map((placed) => {
    const record = placed.value;
    return {
      id: references.bring('${name}', record.slug, placed),
      slug: record.slug,
${fields.join('\n')}
      sourceId: source(record.source, placed),
    };
  }));
}
`;
}

/** A value that a row of the synthetic network references: there are at least two of everything. */
function syntheticReference({ name, kebab }) {
  switch (name) {
    case 'Organization':
      return { value: 'network.organizationId(place)' };
    case 'Source':
      return { value: 'network.sourceId(place)' };
    case 'Region':
      return { value: `regionId(REGION_CODES[place] ?? '')`, of: ['regionId', 'REGION_CODES'] };
    case 'Sector':
      return { value: 'sectorId(sectorCode(place, null))', of: ['sectorId', 'sectorCode'] };
    default: {
      const what = { CooperationOffer: 'offer', GrantProgramme: 'programme' }[name] ?? kebab;
      return { value: `idOf('${name}', '${what}', 1 + (place % 2))` };
    }
  }
}

export function syntheticFile(entity) {
  const { name, kebab, camels, plural } = entity;
  const classification = [];
  const fields = entity.fields.map((field) => {
    const { value, of = [] } = field.reference
      ? syntheticReference(field.reference)
      : { value: TYPES[field.type].synthetic(entity, field) };
    classification.push(...of);
    return `      ${propertyOf(field)}: ${field.isOptional ? `number === COUNT ? null : ${value}` : value},`;
  });
  return `import { ${name} } from '${entityFrom(entity, 3)}';
${classification.length > 0 ? `${importLine(classification, './classification.js')}\n` : ''}import { idOf, slug, type NetworkPlan } from './plan.js';
import { one, table, type Table } from './table.js';

/** The last one has no value that may be unknown. */
const COUNT = 4;

/** Some ${plural}, in a network of any size. */
export function ${camels}(network: NetworkPlan): Table {
  return table<${name}>(${name}, COUNT, one, (place) => {
    const number = place + 1;
    return {
      id: idOf('${name}', '${kebab}', number),
      slug: slug('${kebab}', number),
${fields.join('\n')}
      sourceId: network.sourceId(place),
    };
  });
}
`;
}

/** Keys of the founding data set that two records of tests refer to. Of other entities, tests have one of such a key. */
const FOUNDING_KEYS = {
  AdvocacyCase: 'science-technology-park-nis',
  Announcement: 'serbian-cluster-association-is-here',
  CooperationOffer: 'voict-it-education',
  Event: 'scan-launch',
  GrantProgramme: 'national-cluster-programme',
  Initiative: 'give',
  Organization: 'voict',
  Partnership: 'memorandum-of-six-clusters-2013',
  Person: 'marina-blagojevic',
  Region: 'RS12',
  Sector: 'NACE_REV2:62',
  Source: 'scan-announcement',
};

/** Two records for tests; the second leaves out every optional value. */
function sampleRecords(entity) {
  return ['one', 'another'].map((which, index) => {
    const fields = entity.fields
      .filter(({ isOptional }) => index === 0 || !isOptional)
      .map((field) => {
        const { reference } = field;
        const value = reference
          ? `'${FOUNDING_KEYS[reference.name] ?? `one-${reference.kebab}`}'`
          : TYPES[field.type].samples(field)[index];
        return `${field.name}: ${value}`;
      });
    return `{ slug: '${which}-${entity.kebab}', ${fields.join(', ')}, source: 'scan-announcement' }`;
  });
}

/** What the entity adds to files that others share. @type {Readonly<Record<string, (file: object, entity: object) => void>>} */
export function changesOf(entity) {
  const { name, camel, camels, domain, kebab, file, snake } = entity;
  const resolvers = `resolvers/${domain}`;
  const hasFilter = filtered(entity).length > 0;
  return {
    'src/database/entities.ts': (source) => {
      source.addImport(name, entityFrom(entity));
      source.addElement('ENTITIES', name);
    },
    'src/database/migrations.ts': (source) => {
      source.addImport(entity.migration.name, `./migrations/${entity.migration.file}.js`);
      source.addElement('MIGRATIONS', entity.migration.name);
    },
    'src/domain/ids.ts': (source) => {
      source.addElement('ID_TAGS', `${name}: '${entity.tag}'`);
    },
    'resolvers/node-classes.ts': (source) => {
      source.addImport(name, entityFrom(entity, 1));
      source.addElement('NODE_CLASSES', name);
    },
    'src/federation/domains.ts': (source) => {
      source.addElement('DOMAIN_OF', `${name}: '${domain}'`);
    },
    [`${resolvers}/connections.ts`]: (source) => {
      source.addImport(name, entityFrom(entity));
      source.addImport('connectionOf', '../../src/fields/connection.js');
      source.append(`export const ${name}Connection = connectionOf(${name});`, '\n');
    },
    [`${resolvers}/orders.ts`]: (source) => addOrders(source, entity),
    ...(hasFilter
      ? {
          [`${resolvers}/filters.ts`]: (source) => addFilter(source, entity),
          'tests/support/filter-lists.ts': (source) => {
            const fields = filtered(entity).map(
              (field) => `${field.name}: one('t.${field.snake}', '${FILTERED[field.type].kind}')`,
            );
            source.addElement(
              'FILTERS',
              `${name}Filter: { list: '${camels}', rows: '"${snake}" t', fields: { ${fields.join(', ')} } }`,
            );
          },
        }
      : {}),
    [`${resolvers}/resolvers.ts`]: (source) => {
      source.addImport(`${name}Queries`, `./${kebab}.resolver.js`);
      source.addElement(source.constantThatEnds('_RESOLVERS'), `${name}Queries`);
    },
    'src/data-set/records.ts': (source) => {
      source.addImport(`${name}Record`, `./records/${kebab}.record.js`);
      source.addElement('RECORD_FILES', `'${file}': ${name}Record`);
    },
    'src/data-set/references.ts': (source) => {
      source.addElement('KEYED', `${name}: ['"${snake}"', 'slug', '${file}']`);
    },
    'src/data-set/to-rows.ts': (source) => {
      source.addImport(`${camel}Rows`, `./rows/${file}.rows.js`);
      source.addBeforeReturn('toRows', `${camel}Rows(maker);`);
    },
    'tests/support/beyond-founding.ts': (source) => {
      source.addElement('BEYOND_FOUNDING', `'${file}': [${sampleRecords(entity).join(', ')}]`);
    },
    'src/data-set/synthetic-network.ts': (source) => {
      source.addImport(camels, `./synthetic/${file}.js`);
      source.addReturned('tablesOf', `${camels}(network)`);
    },
  };
}

function addOrders(source, entity) {
  const { name, camel } = entity;
  const keys = sortKeys(entity);
  source.addImport('orders', '../../src/fields/order.js');
  const needsRow = keys.length === 0 || keys.some((field) => field.name !== 'title');
  if (needsRow) {
    source.addImport(name, entityFrom(entity), true);
    source.addImport('Columns', '../../src/fields/columns.js', true);
  }
  const rows = `(${camel}: Columns<${name}>)`;
  const texts = keys.map((field) => {
    if (field.name === 'title') {
      source.addImport('TITLE', '../shared/orders.js');
      return 'TITLE';
    }
    if (field.type === 'text') {
      source.addImport('sql', '../../src/fields/sql.js');
      return `${upper(field)}: {
        by: ${rows} => sql\`search_fold(\${${camel}.${field.name}})\`,
        type: 'text',
        description: 'The ${field.words}, ignoring case and diacritics.',
      }`;
    }
    return `${upper(field)}: {
      by: ${rows} => ${camel}.${field.name},
      type: 'date',
      ${field.isOptional ? 'isNullable: true,\n' : ''}natural: 'DESC',
      description: '${described(field)}',
    }`;
  });
  if (texts.length === 0) {
    texts.push(`SLUG: { by: ${rows} => ${camel}.slug, type: 'text', description: 'The slug.' }`);
  }
  source.append(
    `export const ${name}Order = orders('${name}', '${entity.plural}', { ${texts.join(', ')} });`,
  );
}

function addFilter(source, entity) {
  const { name, camel } = entity;
  source.addImport(name, entityFrom(entity), true);
  source.addImport('Columns', '../../src/fields/columns.js', true);
  for (const each of ['Filter', 'FilterField'])
    source.addImport(each, '../../src/fields/filter.js');
  const fields = filtered(entity).map((field) => {
    const { filter, by, sql } = FILTERED[field.type];
    source.addImport(filter, '../../src/fields/comparisons.js');
    source.addImport(by, '../../src/fields/filter.js');
    return `  @FilterField(
    ${filter},
    ${by}((${camel}: Columns<${name}>) => ${camel}.${field.name}${sql === undefined ? '' : `, '${sql}'`}),
    '${described(field)}',
  )
  ${field.name}?: object;`;
  });
  source.append(`@Filter('${entity.plural}')
export class ${name}Filter {
${fields.join('\n\n')}
}`);
}
