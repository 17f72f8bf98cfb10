import { Link } from 'wouter';
import { valueIn } from '../../../src/pages/address.js';
import { SearchResultsDocument } from '../../../src/pages/generated/search.js';
import { fill } from '../../../src/pages/language.js';
import {
  groupOf,
  nameOf,
  organizationsOf,
  pageOf,
  webAddressOf,
  type Found,
  type SearchGroup,
} from '../../../src/pages/views/home.js';
import { useAnswer } from '../api.js';
import { Mark, OrganizationList } from '../components/mark.js';
import { PageHead } from '../components/page-head.js';
import { Section } from '../components/section.js';
import { Answer } from '../components/states.js';
import { WebLink } from '../components/web-link.js';
import { useLanguage, useSearchState } from '../context.js';

export function Page() {
  const { words } = useLanguage();
  const { search } = useSearchState();
  const query = valueIn(search, 'q') ?? '';
  const variables = { query, first: 100 };
  const answer = useAnswer(SearchResultsDocument, variables);
  return (
    <>
      <PageHead
        title={query === '' ? words.search.title : fill(words.search.all, { query })}
        operation={SearchResultsDocument}
        variables={variables}
        downloads={[]}
      />
      <form className="search-again" role="search" aria-label={words.search.hint}>
        <label className="field">
          {words.search.hint}
          <input name="q" type="search" defaultValue={query} key={query} />
        </label>
        <button>{words.search.submit}</button>
      </form>
      <Answer of={answer} isPage>
        {({ search: { edges, totalCount } }) =>
          edges.length === 0 ? (
            <p className="state">
              {query === '' ? words.search.empty : fill(words.search.none, { query })}
            </p>
          ) : (
            <>
              {[...grouped(edges)].map(([group, found]) => (
                <Section key={group} title={words.search.groups[group]} total={found.length}>
                  <ul className="found">
                    {found.map((one) => (
                      <li key={one.node.id}>
                        <Result of={one} />
                      </li>
                    ))}
                  </ul>
                </Section>
              ))}
              {totalCount > edges.length && (
                <p className="note">
                  {fill(words.state.shown, { shown: edges.length, total: totalCount })}
                </p>
              )}
            </>
          )
        }
      </Answer>
    </>
  );
}

function grouped(edges: readonly Found[]): ReadonlyMap<SearchGroup, readonly Found[]> {
  const groups = new Map<SearchGroup, Found[]>();
  for (const one of edges) {
    const group = groupOf(one);
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return groups;
}

/** A result, where it leads, and what it was found by if that is not its name. */
function Result({ of: found }: { readonly of: Found }) {
  const language = useLanguage();
  const name = nameOf(found);
  const href = pageOf(found, language);
  const address = webAddressOf(found);
  const organizations = organizationsOf(found);
  return (
    <span className="entity">
      {'type' in found.node && <Mark kind={found.node.type} />}
      {address !== null ? (
        <WebLink to={address} text={name} />
      ) : href === null ? (
        <span dir="auto">{name}</span>
      ) : (
        <Link href={`~${href}`} dir="auto">
          {name}
        </Link>
      )}
      {organizations !== null && (
        <OrganizationList of={organizations.nodes} total={organizations.totalCount} />
      )}
      {found.matched !== name && (
        <span className="hint">
          {fill(language.words.search.matched, { matched: found.matched })}
        </span>
      )}
    </span>
  );
}
