import type { CoverageReport, Share } from './read-coverage.js';

/** The report as lines for a terminal. */
export function coverageLines(report: CoverageReport): readonly string[] {
  const sections = [facts(report), organizations(report), conflicts(report), gaps(report)];
  return sections.flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]));
}

const words = (name: string) => name.toLowerCase().replaceAll('_', ' ');
const percent = (share: Share | null) =>
  share?.share == null ? '–' : `${Number(share.share).toFixed(1)} %`;

/** Columns padded to the same width, the first to the left and the others to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => (row[at] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  );
}

function facts({ facts: all }: CoverageReport): string[] {
  const confidences = (all[0]?.sources ?? []).map(({ confidence }) => words(confidence));
  return table([
    ['Facts', 'number', 'with a date', 'with a region', ...confidences],
    ...all.map(({ kind, count, dated, placed, sources }) => [
      words(kind),
      String(count),
      percent(dated),
      percent(placed),
      ...sources.map(percent),
    ]),
  ]);
}

function organizations({ organizations: of }: CoverageReport): string[] {
  const line = (name: string, share: Share) => [name, String(share.count), percent(share)];
  return table([
    ['Organizations', String(of.count), ''],
    line('with an identifier', of.identified),
    ...of.schemes.map(({ scheme, organizationCount }) => [
      `  ${scheme}`,
      String(organizationCount),
      '',
    ]),
    line('with a country', of.withCountry),
    line('with a region', of.withRegion),
    line('with a sector', of.withSector),
    line('with a website', of.withWebsite),
  ]).map((each) => each.trimEnd());
}

function conflicts({ conflicts: all, conflictCount }: CoverageReport): string[] {
  const lines = all.map(
    ({ organization, initiative, indicator, scope, currency, year, claims }) => {
      const subject = organization?.slug ?? `initiative ${initiative?.slug ?? ''}`;
      const figure = [
        words(indicator),
        ...(scope === 'ITSELF' ? [] : [`of its ${words(scope)}`]),
        ...(currency === null ? [] : [`in ${currency}`]),
        year === null ? '(undated)' : `(${String(year)})`,
      ].join(' ');
      const values = claims.map(({ qualifier, number, date, source }) => {
        const how = qualifier === 'EXACT' ? '' : `${words(qualifier)} `;
        return `${how}${number ?? date ?? ''} (${source.slug}, ${words(source.confidence)})`;
      });
      return `  ${subject}: ${figure}: ${values.join('; ')}`;
    },
  );
  return [`Conflicts: ${String(conflictCount)}`, ...lines, ...more(conflictCount - all.length)];
}

function gaps({ gaps: all }: CoverageReport): string[] {
  return [
    'To look up next',
    ...all.map(
      ({ organization, tieCount, grantCount, missing }) =>
        `  ${organization.name} (${organization.slug}): ${missing.map(words).join(', ')} (ties: ${String(tieCount)}, roles in grants: ${String(grantCount)})`,
    ),
  ];
}

const more = (count: number) => (count > 0 ? [`  … and ${String(count)} more (--first)`] : []);
