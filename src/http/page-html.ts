import { LANGUAGES, type Language } from '../pages/language.js';
import { placedAreas, REGION_BORDERS, VIEW_BOX } from '../pages/map/shapes.js';
import type { RegionDrawing } from '../pages/map/drawing.js';
import type { Cell, Code, PlainTable, View } from '../pages/view.js';

/** What the server writes into the page that the build has made. */
export interface PageContent {
  readonly language: Language;
  /** The path without its language, and the search: `/organizations?kind=CLUSTER`. */
  readonly address: string;
  readonly publicUrl: string;
  readonly view: View;
  /** Whether search engines may list it; errors are not listed. */
  readonly isListed: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Data are text, never markup. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** The page as HTML, complete without JavaScript: head, navigation, tables, links. */
export function pageHtml(template: string, content: PageContent): string {
  const { language } = content;
  // Functions, because `$&` in a text would be replaced.
  return template
    .replace('lang="en"', () => `lang="${language.tag}"`)
    .replace('<!--head-->', () => headHtml(content))
    .replace('<!--page-->', () => bodyHtml(content));
}

function headHtml({ language, address, publicUrl, view, isListed }: PageContent): string {
  const { site } = language.words;
  const title = `${view.title} · ${site}`;
  const description = view.description.slice(0, 300);
  const at = (prefix: string) =>
    escaped(`${publicUrl}${`${prefix}${address}`.replace(/(.)\/$/, '$1')}`);
  return [
    `<title>${escaped(title)}</title>`,
    `<meta name="description" content="${escaped(description)}" />`,
    `<meta property="og:title" content="${escaped(title)}" />`,
    `<meta property="og:description" content="${escaped(description)}" />`,
    ...(isListed
      ? [
          `<link rel="canonical" href="${at(language.prefix)}" />`,
          ...LANGUAGES.map(
            ({ prefix, tag }) => `<link rel="alternate" hreflang="${tag}" href="${at(prefix)}" />`,
          ),
          `<link rel="alternate" hreflang="x-default" href="${at('')}" />`,
        ]
      : ['<meta name="robots" content="noindex" />']),
    ...(view.structured === undefined
      ? []
      : [
          // `<` would end the script; it is data, which no policy for scripts applies to.
          `<script type="application/ld+json">${JSON.stringify(view.structured).replaceAll('<', '\\u003c')}</script>`,
        ]),
  ].join('\n    ');
}

function bodyHtml({ language, address, view }: PageContent): string {
  const { words, prefix } = language;
  const { nav } = words;
  const languages = LANGUAGES.map((one) => {
    const path = `${one.prefix}${address}`.replace(/(.)\/$/, '$1');
    const current = one.tag === language.tag ? ' aria-current="true"' : '';
    return `<li><a href="${escaped(path)}" lang="${one.tag}" hreflang="${one.tag}"${current}>${one.name}</a></li>`;
  }).join('');
  const links: readonly (readonly [string, string])[] = [
    ['/network', nav.network],
    ['/organizations', nav.organizations],
    ['/funding', nav.funding],
    ['/initiatives', nav.initiatives],
    ['/about-the-data', nav.data],
  ];
  const further: typeof links = [
    ['/clusters', words.clusters.title],
    ['/sectors', words.sectors.title],
    ['/regions', words.regions.title],
    ['/events', words.home.events],
    ['/announcements', words.home.announcements],
    ['/advocacy', words.advocacy.title],
    ['/offers', words.offers.title],
    ['/developers', words.developers.title],
  ];
  const list = (of: typeof links) =>
    `<ul>${of.map(([path, text]) => `<li><a href="${prefix}${path}">${escaped(text)}</a></li>`).join('')}</ul>`;
  return [
    '<div class="server-page">',
    `<header class="header"><a class="site" href="${prefix || '/'}">${escaped(words.site)}</a>`,
    `<nav aria-label="${escaped(nav.label)}">${list(links)}</nav>`,
    `<nav class="languages" aria-label="${escaped(nav.language)}"><ul>${languages}</ul></nav></header>`,
    '<main class="page">',
    `<h1>${escaped(view.title)}</h1>`,
    `<p class="lead">${escaped(view.description)}</p>`,
    `<noscript><p>${escaped(words.state.noScript)}</p></noscript>`,
    `<form action="${prefix}/search" role="search"><label>${escaped(words.search.label)} <input name="q" type="search" /></label> <button>${escaped(words.search.submit)}</button></form>`,
    ...view.tables.map((table) => tableHtml(table, language)),
    ...(view.codes ?? []).map(codeHtml),
    ...(view.links === undefined || view.links.length === 0
      ? []
      : [
          `<ul class="links">${view.links.map((link) => `<li>${cellHtml(link)}</li>`).join('')}</ul>`,
        ]),
    '</main>',
    `<footer class="footer">${list(further)}<p>${escaped(words.footer.sources)} <a href="/graphql">${escaped(words.footer.api)}</a></p></footer>`,
    '</div>',
  ].join('\n');
}

function tableHtml({ heading, map, columns, rows }: PlainTable, language: Language): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cellHtml(cell)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<section><h2>${escaped(heading)}</h2>\n${map === undefined ? '' : mapHtml(map, language)}<table><thead><tr>${head}</tr></thead>\n<tbody>${body}</tbody></table></section>`;
}

/** The drawing of the app, as it is before anybody points at it. */
function mapHtml(map: RegionDrawing, { words, prefix }: Language): string {
  const areas = placedAreas(map);
  if (areas.length === 0) return '';
  const districts = areas.map(({ path, className, label, text, size, border }) => {
    const [x, y] = border.center;
    const [tag, attribute] =
      path === null ? ['g', 'role="img"'] : ['a', `href="${escaped(prefix + path)}"`];
    return `<${tag} ${attribute} class="${className}" aria-label="${escaped(label)}"><path d="${border.path}"/><text x="${x}" y="${y}" class="${size}" aria-hidden="true">${escaped(text)}</text></${tag}>`;
  });
  const borders = REGION_BORDERS.map((border) => `<path d="${border}"/>`).join('');
  const colors = map.legend.map(
    ({ shade, text }) =>
      `<li class="shade-${shade}"><svg class="swatch" viewBox="0 0 24 16" aria-hidden="true"><rect x="1" y="1" width="22" height="14"/></svg> ${escaped(text)}</li>`,
  );
  const next = areas.filter(({ role }) => role === 'next');
  const link = (text: string, path: string) => cellHtml({ text, href: `${prefix}${path}` });
  return [
    '<figure class="map-drawing">',
    `<svg viewBox="${VIEW_BOX}" role="group" aria-label="${escaped(map.label)}">`,
    ...districts,
    `<g class="borders" aria-hidden="true">${borders}</g></svg>`,
    `<ul class="inline-list map-legend" aria-label="${escaped(words.regions.colors)}">${colors.join('')}</ul>`,
    ...(next.length === 0
      ? []
      : [
          `<p class="map-notes">${escaped(words.regions.neighbors)}: ${next.map(({ name, path }) => (path === null ? escaped(name) : link(name, path))).join(', ')}</p>`,
        ]),
    `<ul class="plain-list map-notes">${map.notes.map(({ text, path }) => `<li>${path === null ? escaped(text) : link(text, path)}</li>`).join('')}</ul>`,
    '</figure>\n',
  ].join('\n');
}

function codeHtml({ heading, note, text }: Code): string {
  const about = note === undefined ? '' : `<p>${escaped(note)}</p>`;
  return `<section><h2>${escaped(heading)}</h2>\n${about}<pre tabindex="0"><code>${escaped(text)}</code></pre></section>`;
}

function cellHtml(cell: Cell): string {
  if (typeof cell === 'string') return escaped(cell);
  const text = escaped(cell.text);
  return isSafe(cell.href) ? `<a href="${escaped(cell.href)}">${text}</a>` : text;
}

/** Addresses in data must not run scripts. */
function isSafe(href: string): boolean {
  return /^(\/(?!\/)|https?:\/\/)/i.test(href);
}
