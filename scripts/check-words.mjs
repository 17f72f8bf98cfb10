// Fails if a file has text that must not be committed: unfinished work without an owner, absolute paths of a
// machine, or the host of a package registry. Run it with `npm run check:words`.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// The words are split, so that this file does not match.
const RULES = [
  {
    pattern: new RegExp(`\\bFIX${'ME'}\\b`),
    remedy: `Fix it now, or write TO${'DO'}(name, release).`,
  },
  {
    pattern: new RegExp(`\\bTO${'DO'}\\b(?!\\([^,()]+, [^,()]+\\))`),
    remedy: `State the owner and the release: TO${'DO'}(name, release).`,
  },
  {
    pattern: /(?<![\w./~-])(?:file:\/\/)?\/(?:root|work|home\/\w+|tmp\/bash_jobs)(?![\w.-])/,
    remedy:
      'Use a path relative to the root of the repository: other machines do not have this one.',
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
    return text.includes('\0') ? '' : text; // Binary file.
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') return ''; // Deleted, but not committed.
    throw error;
  }
}

const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
const files = execFileSync('git', list, { encoding: 'utf8' }).split('\0').filter(Boolean);
if (files.length === 0) throw new Error('Git lists no files here. Run this in the repository.');

for (const file of files) {
  const rules = RULES.filter((rule) => rule.files?.test(file) ?? true);
  for (const [index, line] of textOf(file).split('\n').entries()) {
    for (const { remedy } of rules.filter(({ pattern }) => pattern.test(line))) {
      console.error(`${file}:${index + 1}: ${line.trim().slice(0, 120)}\n    ${remedy}`);
      process.exitCode = 1;
    }
  }
}
