import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { program } from '../../src/cli.js';
import { readConfig } from '../../src/config.js';

const NO_FILE = 'no such file';
const example = readFileSync(
  fileURLToPath(new URL('../../../.env.example', import.meta.url)),
  'utf8',
);
const shown = Object.fromEntries(
  [...example.matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
);

test('.env.example lists every setting', () => {
  const asked = new Set<string>();
  readConfig(new Proxy({}, { get: (_none, name) => void asked.add(String(name)) }), NO_FILE);
  expect(asked.size).toBeGreaterThan(5);
  expect(Object.keys(shown).sort()).toEqual([...asked].sort());
});

test('.env.example shows the defaults', () => {
  const { databaseUrl, ...settings } = readConfig(shown, NO_FILE);
  expect(databaseUrl).toBe(shown.DATABASE_URL); // an example: there is none without it
  expect({ ...settings, databaseUrl: null }).toEqual(readConfig({}, NO_FILE));
});

test('the help lists every setting', () => {
  let help = '';
  program()
    .configureOutput({ writeOut: (text) => (help += text) })
    .outputHelp();
  expect(Object.keys(shown).filter((name) => !help.includes(name))).toEqual([]);
});
