// Refuses what must not get into the repository of the working folder: unfinished work that nobody
// owns, paths of somebody's machine, and the host of a package registry. `npm run check:words`.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// The words stand here in two parts, so that this file does not find itself.
const RULES = [
  {
    pattern: new RegExp(`\\bFIX${'ME'}\\b`),
    remedy: `Mend it now, or make it TO${'DO'}(name, release).`,
  },
  {
    pattern: new RegExp(`\\bTO${'DO'}\\b(?!\\([^,()]+, [^,()]+\\))`),
    remedy: `Say who will do it by when: TO${'DO'}(name, release).`,
  },
  {
    pattern: /(?<![\w./~-])(?:file:\/\/)?\/(?:root|work|home\/\w+|tmp\/bash_jobs)(?![\w.-])/,
    remedy: 'Name the place from the root of the repository: other machines do not have this path.',
  },
  {
    files: /(^|\/)package-lock\.json$/,
    pattern: /^\s*"resolved":\s*"https?:/,
    remedy: 'Run `npm install --package-lock-only` with the .npmrc of this repository.',
  },
];

/** @param {string} file */
function textOf(file) {
  try {
    const text = readFileSync(file, 'utf8');
    return text.includes('\0') ? '' : text; // a picture or a font
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') return ''; // deleted, not yet committed
    throw error;
  }
}

const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
const files = execFileSync('git', list, { encoding: 'utf8' }).split('\0').filter(Boolean);
if (files.length === 0) throw new Error('Git knows no file here.');

for (const file of files) {
  const rules = RULES.filter((rule) => rule.files?.test(file) ?? true);
  for (const [index, line] of textOf(file).split('\n').entries()) {
    for (const { remedy } of rules.filter(({ pattern }) => pattern.test(line))) {
      console.error(`${file}:${index + 1}: ${line.trim().slice(0, 120)}\n    ${remedy}`);
      process.exitCode = 1;
    }
  }
}
