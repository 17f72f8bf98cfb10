import { count, dateText } from '../../../src/pages/language.js';
import { claimText, type Claim, type Organization } from '../../../src/pages/views/organization.js';
import { Section } from '../components/section.js';
import { SourceButton } from '../components/source.js';
import { useLanguage } from '../context.js';
import { History } from './history.js';

interface FiguresProps {
  readonly of: Pick<Organization, 'bestClaims'> & {
    readonly claims: { readonly nodes: readonly Claim[] };
  };
}

/** Figures from sources. If sources disagree, the preferred claim comes first, with the reason, and all others follow. */
export function Figures({ of: one }: FiguresProps) {
  const language = useLanguage();
  const { words, values } = language;
  return (
    <Section title={words.organization.figures} total={one.bestClaims.length}>
      <dl className="figures">
        {one.bestClaims.map(({ indicator, scope, claim, reason, otherClaimCount }) => {
          const all = one.claims.nodes.filter(
            (other) => other.indicator === indicator && other.scope === scope,
          );
          const others = all.filter(({ id }) => id !== claim.id);
          return (
            <div key={`${indicator} ${scope}`} className="figure">
              <dt>
                {values.Indicator[indicator]}
                {scope === 'MEMBERS_TOGETHER' && (
                  <span className="hint"> {values.ClaimScope[scope]}</span>
                )}
              </dt>
              <dd>
                <ClaimLine claim={claim} isBest />
                <History label={values.Indicator[indicator]} claims={all} best={claim.id} />
                {otherClaimCount > 0 && (
                  <details>
                    <summary>
                      {count(language, words.organization.otherClaims, otherClaimCount)}
                    </summary>
                    <p className="hint">
                      {words.organization.best}: {reason}
                    </p>
                    <ul className="plain-list">
                      {others.map((other) => (
                        <li key={other.id}>
                          <ClaimLine claim={other} />
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}

function ClaimLine({
  claim,
  isBest = false,
}: {
  readonly claim: Claim;
  readonly isBest?: boolean;
}) {
  const language = useLanguage();
  const { words } = language;
  return (
    <span className="claim">
      {isBest ? <strong>{claimText(language, claim)}</strong> : claimText(language, claim)}{' '}
      {claim.asOf !== null && (
        <span className="hint">
          {words.column.day} {dateText(language, claim.asOf)}{' '}
        </span>
      )}
      <SourceButton of={claim.source} />
      {claim.note !== null && (
        <span className="hint" dir="auto">
          {' '}
          {claim.note}
        </span>
      )}
    </span>
  );
}
