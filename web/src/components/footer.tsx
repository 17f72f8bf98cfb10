import { Link, useLocation } from 'wouter';
import { changed } from '../../../src/pages/address.js';
import { fill } from '../../../src/pages/language.js';
import { useLanguage, useSearchState } from '../context.js';
import { SETTINGS } from '../settings.js';

export function Footer() {
  const { words } = useLanguage();
  return (
    <footer className="footer">
      <p>{words.footer.sources}</p>
      <ul className="inline-list">
        {(
          [
            ['/clusters', words.clusters.title],
            ['/sectors', words.sectors.title],
            ['/regions', words.regions.title],
            ['/events', words.home.events],
            ['/announcements', words.home.announcements],
            ['/advocacy', words.advocacy.title],
            ['/offers', words.offers.title],
            ['/about-the-data', words.nav.data],
            ['/developers', words.developers.title],
          ] as const
        ).map(([href, text]) => (
          <li key={href}>
            <Link href={href}>{text}</Link>
          </li>
        ))}
        {SETTINGS.hasPlayground && (
          <li>
            <a href="/graphql">{words.footer.api}</a>
          </li>
        )}
      </ul>
    </footer>
  );
}

/** In a frame: where the view is from, and the way to the whole page. */
export function EmbeddedFooter() {
  const { words, prefix } = useLanguage();
  const [path] = useLocation();
  const { search } = useSearchState();
  return (
    <footer className="footer">
      <a href={`${prefix}${path}${changed(search, { embed: null })}`} target="_blank">
        {fill(words.tools.whole, { site: words.site })}
      </a>
    </footer>
  );
}
