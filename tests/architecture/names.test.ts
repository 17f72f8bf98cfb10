import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const files = ['src', 'entities', 'resolvers', 'tests', 'playground/src', 'scripts'].flatMap(
  (folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
      // Files of others keep their names.
      .filter((file) => !file.startsWith('tests/fixtures/')),
);

describe('the name of a file', () => {
  test('is in kebab-case, followed by its role', () => {
    expect(files).toContain('entities/network/cluster.entity.ts');
    const name = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+(-[a-z]+)*)*$/;
    expect(files.filter((file) => !name.test(basename(file)))).toEqual([]);
  });

  test('describes its content', () => {
    const vague = /(^|-)(index|utils?|helpers?|common|misc|manager)(-|\.)/;
    expect(files.filter((file) => vague.test(basename(file)))).toEqual([]);
  });

  test('starts with a timestamp, if it is a migration', () => {
    const migrations = files.filter((file) => file.startsWith('src/database/migrations/'));
    expect(migrations.length).toBeGreaterThan(0);
    expect(migrations.filter((file) => !/\/\d{13}-[a-z0-9-]+\.ts$/.test(file))).toEqual([]);
  });
});
