import { Link } from 'wouter';
import { useLanguage } from '../context.js';

export function Footer() {
  const { words } = useLanguage();
  return (
    <footer className="footer">
      <p>{words.footer.sources}</p>
      <ul className="inline-list">
        <li>
          <Link href="/about-the-data">{words.nav.data}</Link>
        </li>
        <li>
          <a href="/graphql">{words.footer.api}</a>
        </li>
      </ul>
    </footer>
  );
}
