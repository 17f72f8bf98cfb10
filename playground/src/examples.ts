export interface Example {
  title: string;
  description: string;
  operationName: string | null;
  source: string;
}

const files = import.meta.glob<string>('../../docs/examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** In the order of their file names: `01-….graphql`, `02-….graphql`. */
export const examples: Example[] = Object.keys(files)
  .sort()
  .map((path) => parseExample(files[path]?.trim() ?? ''));

function parseExample(source: string): Example {
  const lines = source.split('\n');
  const comments = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('#')),
  );
  const [title = '', ...description] = comments.map((line) => line.replace(/^#\s*/, '').trim());
  const operationName = /^(?:query|mutation|subscription)\s+(\w+)/m.exec(source)?.[1] ?? null;
  return { title, description: description.join(' ').trim(), operationName, source };
}
