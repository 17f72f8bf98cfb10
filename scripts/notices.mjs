// The licenses of what a build puts into browsers: minifiers remove them from the scripts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NAME = 'notices.txt';
const LICENSE_FILE = /^(licen[cs]e|copying|notice)(\.|$)/i;

/**
 * Plugins for Vite, for the pages and for their workers, which are builds of their own. The file has the license of
 * each package with a module in either, and further texts.
 * @param {readonly string[]} further
 */
export function notices(further = []) {
  /** @type {Set<string>} */
  const folders = new Set();
  /** @param {Record<string, { type: string, moduleIds?: string[] }>} bundle */
  const collect = (bundle) => {
    for (const { moduleIds = [] } of Object.values(bundle)) {
      for (const id of moduleIds) {
        const folder = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
        if (folder !== undefined) folders.add(folder);
      }
    }
  };
  const ofWorkers = {
    name: 'notices-of-workers',
    /** @type {import('vite').Plugin['generateBundle']} */
    generateBundle(_options, bundle) {
      collect(bundle);
    },
  };
  const ofPages = {
    name: 'notices',
    /** @type {import('vite').Plugin['generateBundle']} */
    generateBundle(_options, bundle) {
      collect(bundle);
      const texts = [...new Set([...folders].map(noticeOf)), ...further];
      this.emitFile({
        type: 'asset',
        fileName: NAME,
        source: `${texts.sort().join(`\n${'-'.repeat(80)}\n\n`)}`,
      });
    },
  };
  return { ofPages, ofWorkers };
}

/** @param {string} folder of a package */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => LICENSE_FILE.test(file))
    .sort()
    .map((file) => `\n${readFileSync(join(folder, file), 'utf8').trim()}\n`);
  return [`${name} ${version}: ${license}\n`, ...texts].join('');
}
