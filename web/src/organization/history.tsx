import { dateText } from '../../../src/pages/language.js';
import { HISTORY, historyOf } from '../../../src/pages/views/history.js';
import { claimText, type Claim } from '../../../src/pages/views/organization.js';
import { useLanguage } from '../context.js';

interface HistoryProps {
  readonly label: string;
  /** All claims of one figure, and the preferred one. */
  readonly claims: readonly Claim[];
  readonly best: string;
}

/** What dated sources say of one figure over time. The claims are also listed below it, with their sources. */
export function History({ label, claims, best }: HistoryProps) {
  const language = useLanguage();
  const points = historyOf(claims);
  if (points.length === 0) return null;
  const { width, height, bottom, left, right } = HISTORY;
  const base = height - bottom;
  const text = (claim: Claim) => claimText(language, claim);
  const day = ({ asOf }: Claim) => (asOf === null ? '' : dateText(language, asOf));
  const said = points.map(({ claim }) => `${day(claim)}: ${text(claim)}`).join('; ');
  const [first, last] = [points[0], points.at(-1)];
  return (
    <svg
      className="history"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={`${label}. ${said}`}
    >
      <line className="axis" x1={left - 8} x2={width - right + 8} y1={base} y2={base} />
      {points.map(({ claim, x, y, isLabeled }) => (
        <g key={claim.id} className={claim.id === best ? 'best' : undefined}>
          <title>{`${day(claim)}: ${text(claim)}`}</title>
          <line x1={x} x2={x} y1={base} y2={y} />
          <circle cx={x} cy={y} r={claim.id === best ? 5 : 4} />
          {isLabeled && (
            <text {...labelPlace(x)} y={y - 9}>
              {claim.amount === null ? text(claim) : shortMoney(language.tag, claim.amount)}
            </text>
          )}
        </g>
      ))}
      {first && (
        <text className="tick start" x={0} y={height - 5}>
          {day(first.claim)}
        </text>
      )}
      {last && (
        <text className="tick end" x={width} y={height - 5}>
          {day(last.claim)}
        </text>
      )}
    </svg>
  );
}

/** Where the label of a point is: in the middle above it, or as far in as the edge of the drawing allows. */
function labelPlace(x: number): { readonly x: number; readonly className?: string } {
  if (x < HALF_LABEL) return { x: 0, className: 'start' };
  return x > HISTORY.width - HALF_LABEL ? { x: HISTORY.width, className: 'end' } : { x };
}

/** Half of a long label: `at most 12,000`. */
const HALF_LABEL = 50;

/** An amount that fits above a point; the exact one is in the list. */
function shortMoney(
  tag: string,
  { amount, currency }: { readonly amount: string; readonly currency: string },
): string {
  const number = new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 1 });
  return `${currency}\u00a0${number.format(Number(amount))}`;
}
