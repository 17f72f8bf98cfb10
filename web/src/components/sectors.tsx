import { Link } from 'wouter';
import type { SectorScheme } from '../../../src/pages/generated/operations.js';

interface SectorsProps {
  readonly of: readonly {
    readonly id: string;
    readonly scheme: SectorScheme;
    readonly code: string;
    readonly title: string;
  }[];
}

/** Sectors by their titles and codes; each leads to what is in it. */
export function Sectors({ of }: SectorsProps) {
  return (
    <ul className="plain-list">
      {of.map(({ id, scheme, code, title }) => (
        <li key={id}>
          <Link href={`/organizations?sector=${scheme}:${code}`}>{title}</Link>{' '}
          <span className="hint">
            {scheme.replaceAll('_', ' ')} {code}
          </span>
        </li>
      ))}
    </ul>
  );
}
