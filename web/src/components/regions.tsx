import { Link } from 'wouter';
import { regionName, regionPath } from '../../../src/pages/views/places.js';
import { useLanguage } from '../context.js';

interface NamedRegion {
  readonly code: string;
  readonly name: string;
  readonly nameCyrillic: string | null;
}

/** Regions by their names; each leads to its page. */
export function Regions({ of }: { readonly of: readonly NamedRegion[] }) {
  const language = useLanguage();
  return (
    <ul className="inline-list">
      {of.map((region) => (
        <li key={region.code}>
          <Link href={regionPath(region)}>{regionName(language, region)}</Link>
        </li>
      ))}
    </ul>
  );
}
