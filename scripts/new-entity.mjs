// Writes all parts of a new entity: its files, and its entries in the lists of others. `npm run new:entity -- --help`
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSchema, getNullableType, isCompositeType, isNonNullType } from 'graphql';
import prettier from 'prettier';
import ts from 'typescript';
import { Source } from './new-entity/edit-source.mjs';
import {
  changesOf,
  entityFile,
  migrationFile,
  recordFile,
  resolverFile,
  rowsFile,
  syntheticFile,
  TYPES,
} from './new-entity/templates.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const DOMAINS = ['network', 'funding', 'knowledge'];
/** Every entity has these. */
const OWN_FIELDS = ['id', 'slug', 'source', 'sourceId', 'sourcePointer'];

const HELP = `Usage: npm run new:entity -- <Name> --domain <domain> --field <name>:<type> [--field …] [--plural <words>]

Writes an entity with an id, a slug, a source and these fields, its migration, queries, records and synthetic rows,
and lists it wherever an entity must be listed. Nothing is written if anything is wrong.

  <Name>     one of them, such as Publication or GrantReport
  --domain   ${DOMAINS.join(', ')}
  --field    a name such as publishedOn, and its type: ${Object.keys(TYPES).join(', ')},
             or an entity that records refer to by slug or code, such as Organization.
             A ? after the type makes it optional: publishedOn:date?
             A date may be a year or a month only.
  --plural   the name of many, if it is irregular: --plural "case studies"

Example:
  npm run new:entity -- Publication --domain knowledge --field title:text --field publishedOn:date? --field publisher:Organization`;

/** A sentence for whoever ran the command. */
class Refusal extends Error {}

const read = (path) => new Source(path, readFileSync(join(ROOT, path), 'utf8'));

/** The classes in entities/, with the folder and the file of each. */
function knownClasses() {
  const known = new Map();
  for (const domain of DOMAINS) {
    for (const file of readdirSync(join(ROOT, 'entities', domain))) {
      if (!file.endsWith('.ts')) continue;
      for (const name of read(`entities/${domain}/${file}`).classes()) {
        known.set(name, { domain, file });
      }
    }
  }
  return known;
}

/** The entities that records refer to by a readable key. */
function referableEntities(known) {
  const keyed = read('src/data-set/references.ts').propertiesOf('KEYED');
  const entries = [...keyed].map(([name, text]) => {
    const [, table, key] = /^\[\s*'"?(\w+)"?',\s*['`]([^'`]*)/.exec(text) ?? [];
    return { name, table, key, ...known.get(name) };
  });
  // The synthetic network may have no grants, and exchange rates have no key that is one word.
  return new Map(
    entries
      .filter(({ key, name }) => key === 'slug' || name === 'Region' || name === 'Sector')
      .map((entry) => [entry.name, entry]),
  );
}

const snakeOf = (name) => name.replace(/(?<!^)[A-Z]/g, '_$&').toLowerCase();
const kebabOf = (words) => words.replaceAll(' ', '-');
const camelOf = (words) => words.replace(/ (\w)/g, (_, letter) => letter.toUpperCase());

function pluralOf(words) {
  if (/[^aeiou]y$/.test(words)) return words.replace(/y$/, 'ies');
  return /(s|x|z|ch|sh)$/.test(words) ? `${words}es` : `${words}s`;
}

function isReservedWord(name) {
  const token = ts.createScanner(ts.ScriptTarget.Latest, true, undefined, name).scan();
  return token >= ts.SyntaxKind.FirstReservedWord && token <= ts.SyntaxKind.LastReservedWord;
}

function fieldOf(text, referable, domain) {
  const [, name, type, mark] = /^([a-z][A-Za-z0-9]*):(\w+)(\??)$/.exec(text) ?? [];
  if (name === undefined) {
    throw new Refusal(
      `'${text}' is not a field; give a name in camelCase and a type, such as publishedOn:date?`,
    );
  }
  if (name in Object.prototype || isReservedWord(name)) {
    throw new Refusal(`The field '${name}' has a name of the language JavaScript; choose another.`);
  }
  if (OWN_FIELDS.includes(name)) {
    throw new Refusal(`Leave out the field '${name}': every entity has one of that name.`);
  }
  const snake = snakeOf(name);
  const field = { name, snake, words: snake.replaceAll('_', ' '), isOptional: mark === '?' };
  if (Object.hasOwn(TYPES, type)) return { ...field, type };
  const entity = referable.get(type);
  if (entity === undefined) {
    throw new Refusal(
      `'${type}' is not a type of field; use one of ${Object.keys(TYPES).join(', ')}, or an entity that records refer to: ${[...referable.keys()].sort().join(', ')}.`,
    );
  }
  const reference = {
    ...entity,
    kebab: kebabOf(snakeOf(type).replaceAll('_', ' ')),
    from: `${entity.domain === domain ? '.' : `../${entity.domain}`}/${entity.file.replace(/\.ts$/, '.js')}`,
    rule: entity.key === 'slug' ? 'Slug()' : `Text('identifier')`,
  };
  return { ...field, type: null, reference };
}

/** What is asked for, with all names in all forms. */
function entityOf({ positionals, values }) {
  const [name = '', ...others] = positionals;
  const { domain = '', field: fields = [] } = values;
  if (others.length > 0 || !/^[A-Z][a-z0-9]+([A-Z][a-z0-9]+)*$/.test(name)) {
    throw new Refusal(
      `'${positionals.join(' ')}' is not the name of an entity; give one name such as Publication or GrantReport.`,
    );
  }
  if (!DOMAINS.includes(domain)) {
    throw new Refusal(`'${domain}' is not a domain; use --domain ${DOMAINS.join(', ')}.`);
  }
  if (fields.length === 0) throw new Refusal('Give at least one --field, such as title:text.');
  const known = knownClasses();
  const referable = referableEntities(known);
  const snake = snakeOf(name);
  const words = snake.replaceAll('_', ' ');
  const plural = values.plural ?? pluralOf(words);
  if (!/^[a-z0-9]+( [a-z0-9]+)*$/.test(plural) || plural === words) {
    throw new Refusal(
      `'${plural}' is not the name of many; give words in lower case that differ from '${words}': --plural "${words} items".`,
    );
  }
  const entity = {
    name,
    domain,
    snake,
    words,
    plural,
    kebab: kebabOf(words),
    kebabs: kebabOf(plural),
    file: kebabOf(plural),
    camel: camelOf(words),
    camels: camelOf(plural),
    fields: fields.map((text) => fieldOf(text, referable, domain)),
  };
  refuseKnownNames(entity, known);
  const tags = [...read('src/domain/ids.ts').propertiesOf('ID_TAGS').values()];
  const last = Math.max(...tags.map((tag) => Number.parseInt(tag.replaceAll("'", ''), 16)));
  const time = timeOfMigration();
  return {
    ...entity,
    tag: (last + 1).toString(16).padStart(3, '0'),
    migration: { name: `Create${name}${time}`, file: `${time}-create-${entity.kebab}` },
  };
}

function refuseKnownNames({ name, camel, camels, fields }, known) {
  const names = fields.flatMap((field) =>
    field.reference ? [field.name, `${field.name}Id`] : [field.name],
  );
  const twice = names.find((each, index) => names.indexOf(each) !== index);
  if (twice !== undefined) throw new Refusal(`Two fields need the name '${twice}'; rename one.`);
  if (known.has(name)) {
    const { domain, file } = known.get(name);
    throw new Refusal(`${name} exists: entities/${domain}/${file}. Choose another name.`);
  }
  const schema = buildSchema(readFileSync(join(ROOT, 'schema.graphql'), 'utf8'));
  const type = ['', 'Connection', 'Edge', 'Filter', 'Order', 'OrderField']
    .map((end) => name + end)
    .find((each) => schema.getType(each));
  if (type !== undefined) {
    throw new Refusal(`schema.graphql has a type ${type} already. Choose another name.`);
  }
  const query = [camel, camels].find((each) => schema.getQueryType()?.getFields()[each]);
  if (query !== undefined) {
    throw new Refusal(`schema.graphql has a query '${query}' already. Choose another name.`);
  }
}

/** Now, or after the last migration if that has a later time. */
function timeOfMigration() {
  const times = readdirSync(join(ROOT, 'src/database/migrations')).map((file) =>
    Number(file.slice(0, 13)),
  );
  return Math.max(Math.floor(Date.now() / 1000) * 1000, Math.max(...times) + 1000);
}

async function formatted(path, text) {
  const options = await prettier.resolveConfig(join(ROOT, path));
  return prettier.format(text, { ...options, filepath: path });
}

/** All files by path, new and changed; nothing is written yet. */
async function filesOf(entity) {
  const { domain, kebab, file, migration } = entity;
  const created = {
    [`entities/${domain}/${kebab}.entity.ts`]: entityFile(entity),
    [`src/database/migrations/${migration.file}.ts`]: migrationFile(entity),
    [`resolvers/${domain}/${kebab}.resolver.ts`]: resolverFile(entity),
    [`src/data-set/records/${kebab}.record.ts`]: recordFile(entity),
    [`src/data-set/rows/${file}.rows.ts`]: rowsFile(entity),
    [`src/data-set/synthetic/${file}.ts`]: syntheticFile(entity),
  };
  const taken = Object.keys(created).find((path) => existsSync(join(ROOT, path)));
  if (taken !== undefined) throw new Refusal(`${taken} exists and is not overwritten.`);
  const changed = Object.entries(changesOf(entity)).map(([path, change]) => {
    const source = read(path);
    change(source);
    return [path, source.text];
  });
  return Promise.all(
    [...Object.entries(created), ...changed].map(async ([path, text]) => ({
      path,
      isNew: path in created,
      text: await formatted(path, text),
    })),
  );
}

/** Fields of other nodes with which operations cannot select a field of this entity under the same name. */
function clashesOf({ fields }) {
  const schema = buildSchema(readFileSync(join(ROOT, 'schema.graphql'), 'utf8'));
  const nodes = schema.getPossibleTypes(schema.getType('Node'));
  return fields.flatMap(({ name, type, isOptional, reference }) => {
    const scalar = reference
      ? null
      : TYPES[type].graphql.replace('Scalar', '').replace('Url', 'URL');
    const other = nodes.find((node) => {
      const theirs = node.getFields()[name]?.type;
      if (theirs === undefined) return false;
      if (isNonNullType(theirs) === isOptional) return true;
      const value = getNullableType(theirs);
      return scalar === null ? !isCompositeType(value) : String(value) !== scalar;
    });
    return other === undefined ? [] : [`${other.name}.${name}`];
  });
}

function nextSteps(entity) {
  const { name, plural, domain, kebab, fields } = entity;
  const clashes = clashesOf(entity);
  const references = fields.filter(({ reference }) => reference);
  const lists = references.map(
    (field) =>
      `   - lists of ${plural} on other types, such as ${field.reference.name}: @ConnectionField(${name}Connection, { link: relation(${name}, '${field.name}'), … })`,
  );
  return `Left to write by hand:
   - the descriptions in entities/${domain}/${kebab}.entity.ts and resolvers/${domain}: what a reader of the API needs to know
   - how long its texts may be in src/data-set/records/${kebab}.record.ts, and rules between fields, as @Check and in the migration
${lists.length > 0 ? `${lists.join('\n')}\n` : ''}${
    clashes.length > 0
      ? `   - ${clashes.join(', ')} has another type: rename the field, or add its name to OF_EACH_SORT in tests/architecture/shape.test.ts\n`
      : ''
  }   - the search: entries in a migration, and the kind in resolvers/search.resolver.ts
   - docs/data-sets.md, docs/glossary.md and CHANGELOG.md
Then run: npm run fix && npm test`;
}

try {
  const given = parseArgs({
    allowPositionals: true,
    options: {
      domain: { type: 'string' },
      field: { type: 'string', multiple: true },
      plural: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (given.values.help) console.log(HELP);
  else {
    const entity = entityOf(given);
    const files = await filesOf(entity);
    for (const { path, text } of files) {
      mkdirSync(dirname(join(ROOT, path)), { recursive: true });
      writeFileSync(join(ROOT, path), text);
    }
    const list = files.map(({ path, isNew }) => `   ${isNew ? 'new    ' : 'changed'} ${path}`);
    console.log(`${entity.name}:\n${list.join('\n')}\n\n${nextSteps(entity)}`);
  }
} catch (error) {
  const isOurs = error instanceof Refusal || String(error.code).startsWith('ERR_PARSE_ARGS');
  console.error(isOurs ? `${error.message} Nothing was written. See --help.` : error);
  process.exitCode = 1;
}
