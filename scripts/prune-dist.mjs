// Deletes compiled files whose sources no longer exist: the compiler keeps them, and jest would run them.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');

for (const folder of ['src', 'entities', 'resolvers', 'federation', 'tests']) {
  if (!existsSync(join(dist, folder))) continue;
  for (const entry of readdirSync(join(dist, folder), { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const source = join(root, relative(dist, file)).replace(/\.js(\.map)?$/, '.ts');
    if (entry.isFile() && source.endsWith('.ts') && !existsSync(source)) rmSync(file);
  }
}
