import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { SearchResultsDocument } from '../../../src/pages/generated/search.js';
import { groupOf, nameOf, pageOf } from '../../../src/pages/views/home.js';
import { useAnswer } from '../api.js';
import { useLanguage } from '../context.js';

/** There is nothing at the address; what it may have meant. */
export function Missing() {
  const language = useLanguage();
  const { words } = language;
  const [path] = useLocation();
  useEffect(() => {
    document.title = `${words.state.missing} · ${words.site}`;
  }, [words]);
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  const query = last.replaceAll(/[-_+]|%[\da-f]{2}/gi, ' ').slice(0, 100);
  const { data } = useAnswer(SearchResultsDocument, { query, first: 10 });
  const links = (data?.search.edges ?? []).flatMap((found) => {
    const href = pageOf(found, language);
    return href === null
      ? []
      : [
          {
            id: found.node.id,
            href,
            text: nameOf(found),
            group: words.search.groups[groupOf(found)],
          },
        ];
  });
  return (
    <div className="text" data-ready={data !== undefined}>
      <h1>{words.state.missing}</h1>
      <p>{links.length > 0 ? words.state.missingText : words.state.missingPlain}</p>
      <ul className="found">
        {links.map(({ id, href, text, group }) => (
          <li key={id}>
            <a href={href} dir="auto">
              {text}
            </a>{' '}
            <span className="hint">{group}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
