// Writes the table of layers (layers.cjs) into docs/architecture.md; with --check, only says whether it is there.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format } from 'prettier';
import layers from '../layers.cjs';

const FILE = resolve(import.meta.dirname, '../docs/architecture.md');
const [BEGIN, END] = ['<!-- layers: begin -->', '<!-- layers: end -->'];

const code = (name) => `\`${name}\``;
const listed = (names) => names.map(code).join(', ') || '–';
const named = (path) => code(path.endsWith('.ts') ? path : `${path}/`);
const rows = layers.LAYERS.map(
  ({ path, content, imports, packages }) =>
    `| ${named(path)} | ${content} | ${imports.map(named).join(', ') || '–'} | ${listed(packages)} |`,
);
const table = ['| path | content | may import | packages |', '| --- | --- | --- | --- |', ...rows];

const text = readFileSync(FILE, 'utf8');
const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
if (begin < 0 || end < 0) throw new Error(`${FILE} needs the lines ${BEGIN} and ${END}.`);
const wanted = await format(
  `${text.slice(0, begin + BEGIN.length)}\n\n${table.join('\n')}\n\n${text.slice(end)}`,
  { parser: 'markdown', printWidth: 120 },
);

if (!process.argv.includes('--check')) writeFileSync(FILE, wanted);
else if (text !== wanted) {
  console.error(
    'The table of layers in docs/architecture.md is stale. Fix it with: npm run fix:layers',
  );
  process.exitCode = 1;
}
