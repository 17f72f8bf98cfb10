// Refuses text that must not get into the repository of the working folder: unfinished work without an owner, paths of
// one machine, the host of a package registry, and phrases that we no longer use. `npm run check:words`.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The places where wording matters: docs, the schema, and comments and strings of the code. */
const PROSE = /^(schema\.graphql|\.env\.example|docs\/examples\/.*|(.*\/)?[^/]*\.md)$/;
const CODE = /^(src|resolvers|entities)\/.*\.ts$/;

// Some words are in two parts here, so that this file does not find itself.
const RULES = [
  {
    pattern: new RegExp(`\\bFIX${'ME'}\\b`),
    remedy: `Fix it now, or make it TO${'DO'}(name, release).`,
  },
  {
    pattern: new RegExp(`\\bTO${'DO'}\\b(?!\\([^,()]+, [^,()]+\\))`),
    remedy: `Add an owner and a release: TO${'DO'}(name, release).`,
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
  {
    files: new RegExp(`${PROSE.source}|${CODE.source}`),
    of: proseOf,
    pattern: /\b(told|mended|parted|reckoned|so many|cannot be meant|by when|what is known of)\b/i,
    remedy:
      'Use a plain word: reported, fixed, split, counted, at most n, is invalid, until, the details of.',
  },
];

/** Strings of one line and comments; a template may contain code. */
const STRINGS_AND_COMMENTS =
  /\/\/.*$|\/\*.*?(?:\*\/|$)|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/g;

/**
 * The prose of a line: without `code`, link targets and, in TypeScript, everything but comments and strings.
 * @param {string} line
 * @param {string} file
 */
function proseOf(line, file) {
  const withoutCode = (/** @type {string} */ text) => text.replaceAll(/`[^`]*`|\]\([^)]*\)/g, ' ');
  if (!CODE.test(file) || /^\s*\/?\*/.test(line)) return withoutCode(line);
  const parts = line.match(STRINGS_AND_COMMENTS) ?? [];
  return parts
    .map((part) =>
      part.startsWith('`') ? part.replaceAll(/\$\{[^}]*\}/g, ' ') : withoutCode(part),
    )
    .join(' ');
}

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
if (files.length === 0) throw new Error('There are no files in the repository.');

for (const file of files) {
  const rules = RULES.filter((rule) => rule.files?.test(file) ?? true);
  for (const [index, line] of textOf(file).split('\n').entries()) {
    const broken = rules.filter(({ of, pattern }) => pattern.test(of?.(line, file) ?? line));
    for (const { remedy } of broken) {
      console.error(`${file}:${index + 1}: ${line.trim().slice(0, 120)}\n    ${remedy}`);
      process.exitCode = 1;
    }
  }
}
