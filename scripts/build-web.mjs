// Builds what runs in browsers, web/ and playground/, into dist/ if a source has changed, so that every start and every
// test run can call this.
import { createHash } from 'node:crypto';
import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const HASH_FILE = '.build-hash';
const root = resolve(import.meta.dirname, '..');
const singleFiles = ['package-lock.json', 'scripts/build-web.mjs', 'scripts/notices.mjs'];

/** What is built, the quicker one first, and the folders that it is built from. */
const BUNDLES = {
  web: ['web', 'src/pages', 'docs/examples'],
  playground: ['playground', 'docs/examples'],
};

/** @param {string} dir */
async function filesIn(dir) {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** @param {readonly string[]} sources */
async function hashOf(sources) {
  const nested = await Promise.all(sources.map((dir) => filesIn(join(root, dir))));
  const files = [...nested.flat(), ...singleFiles.map((file) => join(root, file))].sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(root.length)).update(await readFile(file));
  return hash.digest('hex');
}

/**
 * @param {string} outDir
 * @param {string} hash
 */
async function isUpToDate(outDir, hash) {
  try {
    await access(join(outDir, 'index.html'));
    return (await readFile(join(outDir, HASH_FILE), 'utf8')) === hash;
  } catch {
    return false;
  }
}

/**
 * Compresses files in advance, so that the server never compresses while it answers.
 * @param {string} outDir
 * @param {number} quality
 */
async function precompress(outDir, quality) {
  const brotli = promisify(brotliCompress);
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  const files = (await filesIn(outDir)).filter((file) => /\.(js|css|html|json|svg)$/.test(file));
  await Promise.all(
    files.map(async (file) => {
      const content = await readFile(file);
      if (content.length <= 1024) return;
      await writeFile(`${file}.br`, await brotli(content, { params }));
      await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
    }),
  );
}

/** @param {string} name of the folder */
async function bundle(name) {
  const outDir = join(root, 'dist', name);
  const hash = await hashOf(BUNDLES[name]);
  if (await isUpToDate(outDir, hash)) return 'up to date';

  const start = performance.now();
  // Imported here because loading Vite is slower than the check above, and it is a dev dependency.
  const { build } = await import('vite');
  process.env.NODE_ENV = 'production'; // A test run would otherwise build the development version of React.
  await build({ configFile: join(root, name, 'vite.config.ts'), logLevel: 'error' });
  // The best quality takes seconds for a megabyte; the playground has five.
  await precompress(outDir, name === 'web' ? constants.BROTLI_MAX_QUALITY : 9);
  await writeFile(join(outDir, HASH_FILE), hash); // Written last, so that an interrupted build is stale.
  return `built in ${((performance.now() - start) / 1000).toFixed(1)} s`;
}

for (const name of Object.keys(BUNDLES)) {
  try {
    console.log(`${name}: ${await bundle(name)}`);
  } catch (error) {
    console.error(`${name}: the build failed: ${error.message}`);
    process.exitCode = 1;
  }
}
