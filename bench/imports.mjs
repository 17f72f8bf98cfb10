// Imports and exports many grants by the command line on the embedded database, and asks for figures the first time; and
// has pandas and openpyxl read the same files in the same run.
//   npm run bench:imports                   prints a table
//   npm run bench:imports -- --write        writes its part of docs/performance.md too
//   npm run bench:imports -- --sheet FILE   also imports a sheet of IATI's Country Development Finance Data
// The two are Debian's python3-pandas and python3-openpyxl, which the product does not need; without them, only our times
// are printed.
import { execFileSync, spawn } from 'node:child_process';
import {
  createWriteStream,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readConfig } from '../dist/src/config.js';
import { openDatabase } from '../dist/src/database/database.js';
import { Random } from '../dist/src/domain/random.js';
import { createLog, createServer } from '../dist/src/http/server.js';
import { createSchema } from '../dist/src/schema.js';

const { values: options } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    grants: { type: 'string', default: '100000' },
    sheet: { type: 'string', default: '' },
    python: { type: 'string', default: '/usr/bin/python3' },
  },
});
const grants = Number(options.grants);
const main = resolve(import.meta.dirname, '../dist/src/main.js');
const folder = mkdtempSync(join(tmpdir(), 'scan-graph-bench-'));
const at = (name) => join(folder, name);
const DATA_DIR = at('data');

const WORDS =
  'grant towards core costs of a community project for young people families and older residents who live alone with volunteers training meals transport advice sport music garden repair'.split(
    ' ',
  );

/** A package of grants like those that trusts publish: about 1.1 kB each, three for each recipient. */
async function writePackage(file) {
  const random = new Random(1);
  const text = (count) => Array.from({ length: count }, () => random.pick(WORDS)).join(' ');
  const out = createWriteStream(file);
  out.write('{"version":"1.4","title":"Grants of the Bench Trust","grants":[');
  for (let index = 0; index < grants; index += 1) {
    const charity = random.below(Math.max(1, Math.floor(grants / 3)));
    const year = 2010 + random.below(15);
    const month = String(1 + random.below(12)).padStart(2, '0');
    const amount = 500 + random.below(200_000) / 4;
    const grant = {
      id: `360G-bench-${index}`,
      title: `A grant to ${text(5)}`,
      description: text(60),
      currency: 'GBP',
      amountAwarded: amount,
      amountDisbursed: amount,
      awardDate: `${year}-${month}-15T00:00:00+00:00`,
      plannedDates: [{ startDate: `${year}-${month}-20`, endDate: `${year + 1}-${month}-19` }],
      recipientOrganization: [
        {
          id: `GB-CHC-${1_100_000 + charity}`,
          name: `Charity number ${charity} of ${WORDS[charity % WORDS.length]}`,
        },
      ],
      fundingOrganization: [{ id: 'GB-CHC-1000001', name: 'Bench Trust' }],
      grantProgramme: [{ code: `P${index % 20}`, title: `Programme ${index % 20}` }],
      beneficiaryLocation: [
        {
          name: `Ward ${index % 500}`,
          countryCode: 'GB',
          latitude: 51 + (index % 400) / 100,
          longitude: -(index % 300) / 100,
        },
      ],
      fromOpenCall: index % 3 === 0 ? 'No' : 'Yes',
      dataSource: 'https://example.org/grants',
      dateModified: '2026-01-15T00:00:00Z',
    };
    out.write(`${index === 0 ? '' : ',\n'}${JSON.stringify(grant)}`);
  }
  await new Promise((done) => out.end(']}\n', done));
}

const SMALL =
  'Identifier,Title,Funder,Currency,Recipients,Awarded,Awarded On\n1,One,Bench Fund,EUR,Club A,1000,2020\n';

/** What a command of the product takes: seconds of wall and CPU time, and its largest memory. */
async function run(...args) {
  const report = at('usage.json');
  const usage = `import { writeFileSync } from 'node:fs'; process.on('exit', () => { const u = process.resourceUsage(); writeFileSync(${JSON.stringify(report)}, JSON.stringify({ cpu: (u.userCPUTime + u.systemCPUTime) / 1e6, mb: u.maxRSS / 1000 })); });`;
  const load = loadavg()[0];
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(usage)}`, main, ...args],
    { env: { ...process.env, DATA_DIR }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new Error(`${args.join(' ')} failed: ${said}`);
  const wall = (performance.now() - start) / 1000;
  return { wall, load, ...JSON.parse(readFileSync(report, 'utf8')) };
}

let versions = '';
function theirs(file) {
  const script = resolve(import.meta.dirname, 'peers/read_tables.py');
  try {
    const found = JSON.parse(execFileSync(options.python, [script, file], { encoding: 'utf8' }));
    versions = found.versions;
    return found;
  } catch (error) {
    console.error(`Without pandas and openpyxl: ${error.message.split('\n')[0]}`);
    return null;
  }
}

const seconds = (value) => (value < 10 ? value.toFixed(1) : String(Math.round(value)));
const line = (cells) => `| ${cells.join(' | ')} |`;
const rows = [];
function note(what, ours, bar, peer = null) {
  rows.push([
    what,
    bar,
    seconds(ours.wall),
    seconds(ours.cpu),
    String(Math.round(ours.mb)),
    ours.load.toFixed(1),
    peer === null ? '–' : seconds(peer.wall),
    peer === null ? '–' : seconds(peer.cpu),
    peer === null ? '–' : String(Math.round(peer.mb)),
  ]);
  console.error(rows.at(-1).join('  '));
}

/** The questions of a donor, each asked once; the milliseconds until the answer. */
async function figures() {
  const config = { ...readConfig({ DATA_DIR, LOG_LEVEL: 'info' }, ''), port: 0 };
  const database = await openDatabase(config);
  const copied = new Promise((done) => {
    config.tell = done;
  });
  const app = await createServer({
    config,
    database,
    schema: await createSchema(),
    log: createLog('info', {
      write: (text) => {
        if (text.includes('from columns')) config.tell(JSON.parse(text).ms);
      },
    }),
  });
  const before = process.memoryUsage().rss;
  try {
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    const copyMs = await Promise.race([copied, pause(180_000, NaN, { ref: false })]);
    const copyMb = (process.memoryUsage().rss - before) / 1e6;
    const facet = (dimension) =>
      `${dimension.toLowerCase()}: facet(dimension: ${dimension}) { values { label grantCount } }`;
    const asked = {
      'five facets': `grantFacets { ${['RECIPIENT', 'PROGRAMME', 'YEAR', 'COUNTRY', 'STATUS'].map(facet).join(' ')} }`,
      totals:
        'grantTotals { amounts { measure currency grantCount sum { amount } median { amount } } }',
      conversion:
        'grantTotals { convertedTo(currency: "EUR", measures: [AWARDED]) { sum { amount } amountCount } }',
      flows:
        'grantFlows(currency: "GBP") { grantCount nodes { name amount { amount } } links { from to amount { amount } } }',
    };
    const times = {};
    for (const [name, fields] of Object.entries(asked)) {
      const start = performance.now();
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: `{ ${fields} }` }),
      });
      const { errors = [] } = await response.json();
      times[name] = performance.now() - start;
      for (const { message } of errors) console.error(`${name}: ${message}`);
      if (errors.length > 0) times[name] = NaN;
    }
    return { copyMs, copyMb, times };
  } finally {
    await app.close();
    await database.close();
  }
}

try {
  await writePackage(at('grants.json'));
  writeFileSync(at('small.csv'), SMALL);
  await run('migrate');
  note('import of one grant', await run('import', 'table', at('small.csv')), '3 s');
  const many = grants.toLocaleString('en');
  note(
    `import of ${many} grants (360Giving JSON, ${Math.round(statSync(at('grants.json')).size / 1e6)} MB)`,
    await run('import', '360giving', at('grants.json')),
    '60 s, 600 MB',
    theirs(at('grants.json')),
  );
  const csv = await run('export', 'csv', '--output', at('grants.csv'));
  note(`export of ${many} grants as CSV`, csv, '10 s', theirs(at('grants.csv')));
  const xlsx = await run('export', 'xlsx', '--output', at('grants.xlsx'));
  note(`export of ${many} grants as XLSX`, xlsx, '20 s', theirs(at('grants.xlsx')));
  const { copyMs, copyMb, times } = await figures();
  if (options.sheet !== '') {
    renameSync(DATA_DIR, at('grants'));
    await run('migrate');
    const sheet = await run('import', 'iati-country-sheet', resolve(options.sheet));
    note('import of a country sheet', sheet, '15 s', theirs(resolve(options.sheet)));
  }
  const heads = ['', 'aim', 'wall s', 'CPU s', 'MB', 'load'];
  const text = [
    `${cpus().length} × ${cpus()[0].model}, Node ${process.version}${versions === '' ? '' : `, ${versions} only reading the same file`}.`,
    '',
    line([...heads, 'pandas: wall s', 'CPU s', 'MB']),
    line(['---', '---', ...Array.from({ length: 7 }, () => '---:')]),
    ...rows.map(line),
    '',
    `Figures of ${many} grants on the embedded database, asked for the first time, from the column copy (made in ${(copyMs / 1000).toFixed(1)} s, ${Math.round(copyMb)} MB): ${Object.entries(
      times,
    )
      .map(([name, ms]) => `${name} ${Math.round(ms)} ms`)
      .join(', ')}; load ${loadavg()[0].toFixed(1)}.`,
  ].join('\n');
  console.log(text);
  if (options.write) {
    const file = new URL('../docs/performance.md', import.meta.url);
    const [start, end] = ['<!-- bench:imports -->', '<!-- /bench:imports -->'];
    const page = readFileSync(file, 'utf8');
    const [before, rest] = page.split(start);
    if (rest === undefined) throw new Error(`docs/performance.md has no ${start}.`);
    writeFileSync(file, `${before}${start}\n\n${text}\n\n${end}${rest.split(end)[1]}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
