import { Link } from 'wouter';
import type { Organization } from '../../../src/pages/views/organization.js';
import { placeOf } from '../../../src/pages/views/organizations.js';
import { FactList, type Fact } from '../components/fact-list.js';
import { Sectors } from '../components/sectors.js';
import { regionName, regionPath } from '../../../src/pages/views/places.js';
import { Section } from '../components/section.js';
import { SourceButton } from '../components/source.js';
import { WebLink } from '../components/web-link.js';
import { useLanguage } from '../context.js';

/** Names, identifiers, place, sectors: what the organization is. */
export function Facts({ of: one }: { readonly of: Organization }) {
  const language = useLanguage();
  const { words, values } = language;
  const { organization: w, column } = words;
  const place = placeOf(one);
  const facts: readonly Fact[] = [
    [column.kind, values.OrganizationType[one.type]],
    [column.city, place ?? words.state.unknown],
    [
      column.region,
      one.region === null ? null : (
        <Link href={regionPath(one.region)}>{regionName(language, one.region)}</Link>
      ),
    ],
    [column.country, one.country],
    [column.status, values.OrganizationStatus[one.status]],
    [w.legalForm, one.legalForm],
    [w.website, one.website && <WebLink to={one.website} />],
    [
      w.names,
      one.otherNames.length === 0 ? null : (
        <ul className="plain-list">
          {one.otherNames.map(({ text, kind, language: tag }) => (
            <li key={`${kind} ${text}`}>
              <span lang={tag ?? undefined} dir="auto">
                {text}
              </span>{' '}
              <span className="hint">{values.NameKind[kind]}</span>
            </li>
          ))}
        </ul>
      ),
    ],
    [
      w.identifiers,
      one.identifiers.length === 0 ? null : (
        <ul className="plain-list">
          {one.identifiers.map(({ scheme, value, url, registerUrl }) => (
            <li key={`${scheme} ${value}`}>
              <span className="hint">
                {registerUrl === null ? (
                  scheme
                ) : (
                  <a href={registerUrl} rel="noreferrer">
                    {scheme}
                  </a>
                )}
              </span>{' '}
              {url === null ? (
                value
              ) : (
                <a href={url} rel="noreferrer">
                  {value}
                </a>
              )}
            </li>
          ))}
        </ul>
      ),
    ],
    [
      w.partOf,
      one.parent === null ? null : (
        <Link href={`/organizations/${one.parent.slug}`}>{one.parent.name}</Link>
      ),
    ],
    [
      w.parts,
      one.parts.nodes.length === 0 ? null : (
        <ul className="plain-list">
          {one.parts.nodes.map(({ id, slug, name }) => (
            <li key={id}>
              <Link href={`/organizations/${slug}`}>{name}</Link>
            </li>
          ))}
        </ul>
      ),
    ],
    [w.sectors, one.sectors.nodes.length === 0 ? null : <Sectors of={one.sectors.nodes} />],
    [words.source.label, <SourceButton key="source" of={one.source} />],
  ];
  return (
    <Section title={w.facts}>
      <FactList facts={facts} />
    </Section>
  );
}
