/** An example operation of docs/examples. */
export interface Example {
  readonly title: string;
  readonly description: string;
  readonly source: string;
}

/** The comment above an operation is its title and its description. */
export function exampleOf(text: string): Example {
  const lines = text.trim().split('\n');
  const start = lines.findIndex((line) => !line.startsWith('#'));
  const [title = '', ...description] = lines
    .slice(0, start)
    .map((line) => line.replace(/^#\s*/, ''));
  return {
    title,
    description: description.join(' '),
    source: lines.slice(start).join('\n').trim(),
  };
}
