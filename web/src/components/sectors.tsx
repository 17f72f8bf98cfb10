import { Link } from 'wouter';
import type { SectorPartsFragment } from '../../../src/pages/generated/fragments.js';
import { sectorPath } from '../../../src/pages/views/places.js';
import { useLanguage } from '../context.js';

/** A sector by its title and code, which leads to its page. */
export function SectorLink({ of }: { readonly of: SectorPartsFragment }) {
  const { values } = useLanguage();
  return (
    <>
      <Link href={sectorPath(of)}>{of.title}</Link>{' '}
      <span className="hint" title={values.SectorScheme[of.scheme]}>
        {of.code}
      </span>
    </>
  );
}

/** Several sectors, each with its taxonomy. */
export function Sectors({ of }: { readonly of: readonly SectorPartsFragment[] }) {
  return (
    <ul className="plain-list">
      {of.map((sector) => (
        <li key={sector.id}>
          <SectorLink of={sector} />
        </li>
      ))}
    </ul>
  );
}
