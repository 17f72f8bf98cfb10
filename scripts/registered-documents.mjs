// Registers the operations of our own clients, the pages and the examples, in docs/operations: one file a document, named
// by its operation and the hash of its text (docs/decisions/0028-trusted-documents.md).
//
// Nothing that is registered is deleted here, because deployed clients may still send it; only what git does not know yet,
// which no client can have. With --check, writes nothing and fails if a document is missing, changed, or not valid for
// schema.graphql. The root of the project can be given for tests.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSchema, GraphQLError, Kind, parse, validate } from 'graphql';
import { documentIdOf, fragmentsOf, registeredText } from './document-id.mjs';

const FOLDER = 'docs/operations';
const SOURCES = ['src/pages/operations', 'docs/examples'];
const args = process.argv.slice(2);
const isCheck = args.includes('--check');
const root = resolve(args.find((arg) => !arg.startsWith('--')) ?? join(import.meta.dirname, '..'));

/** @param {string} folder */
const graphqlIn = (folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(root, folder, name), 'utf8') }));

/**
 * The documents of the operations in a folder, by the file where each is registered.
 * @param {string} folder
 */
function documentsIn(folder) {
  const files = graphqlIn(folder).map(({ name, text }) => ({ name, document: parse(text) }));
  const fragments = fragmentsOf(files.map(({ document }) => document));
  return files.flatMap(({ name: source, document: { definitions } }) =>
    definitions
      .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
      .map((operation) => {
        const name = operation.name?.value;
        if (name === undefined) throw new Error(`${folder}/${source}: give the operation a name.`);
        const text = registeredText(operation, fragments);
        return { source: `${folder}/${source}`, file: fileOf(name, text), text };
      }),
  );
}

/**
 * @param {string} name
 * @param {string} text
 */
function fileOf(name, text) {
  return `${name}.${documentIdOf(text).replace('sha256:', '')}.graphql`;
}

/** The file in which a text belongs; null if it is not a document with one named operation. */
function rightFileOf(text) {
  try {
    const { definitions } = parse(text);
    const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    return fileOf(operations[0]?.name?.value, text);
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

/** Files that git does not know yet. */
function untracked() {
  const { stdout } = spawnSync('git', ['ls-files', '--others', '-z', '--', FOLDER], {
    cwd: root,
    encoding: 'utf8',
  });
  return new Set((stdout ?? '').split('\0').map((path) => path.slice(FOLDER.length + 1)));
}

const schema = buildSchema(readFileSync(join(root, 'schema.graphql'), 'utf8'), {
  assumeValidSDL: true,
});
const used = new Map(SOURCES.flatMap(documentsIn).map((document) => [document.file, document]));
mkdirSync(join(root, FOLDER), { recursive: true });
const registered = new Map(
  graphqlIn(FOLDER).map(({ name, text }) => [name, text.replace(/\n$/, '')]),
);

let isMissing = false;
let hasFault = false;
const fault = (message) => {
  hasFault = true;
  console.error(message);
};

for (const { file, text, source } of used.values()) {
  if (registered.has(file)) continue;
  registered.set(file, text);
  if (isCheck) {
    isMissing = true;
    fault(`${source}: the operation ${file.split('.')[0]} is not registered as it is now.`);
  } else {
    writeFileSync(join(root, FOLDER, file), `${text}\n`);
    console.log(`Registered ${FOLDER}/${file}`);
  }
}
if (!isCheck) {
  for (const file of untracked()) {
    if (!registered.has(file) || used.has(file)) continue;
    registered.delete(file);
    rmSync(join(root, FOLDER, file));
  }
}
for (const [file, text] of registered) {
  if (rightFileOf(text) !== file) {
    fault(
      `${FOLDER}/${file}: its name is not the name and the hash of its content. Restore it: git checkout -- ${FOLDER}`,
    );
    continue;
  }
  const source = used.get(file)?.source;
  const by = source === undefined ? 'a deployed client may send it' : `from ${source}`;
  for (const { message } of validate(schema, parse(text))) {
    fault(`${FOLDER}/${file} (${by}): ${message}`);
  }
  if (source === undefined) {
    console.warn(
      `warning: no page or example uses ${FOLDER}/${file}. Delete it when no deployed client sends it any more.`,
    );
  }
}
if (isMissing) console.error('Register them with: npm run fix:documents');
if (hasFault && !isMissing) {
  console.error(
    'The server would refuse these documents. Keep in the schema what they use, or delete a document that no client sends any more.',
  );
}
if (hasFault) process.exitCode = 1;
