import { playgroundUrl } from '../../../src/pages/address.js';
import { DevelopersDocument } from '../../../src/pages/generated/developers.js';
import { fill, numberText } from '../../../src/pages/language.js';
import {
  codegen,
  endpoints,
  FEDERATION,
  firstCall,
  limits,
} from '../../../src/pages/views/developers.js';
import { useAnswer } from '../api.js';
import { FactList } from '../components/fact-list.js';
import { PageHead } from '../components/page-head.js';
import { Section } from '../components/section.js';
import { Answer } from '../components/states.js';
import { useLanguage } from '../context.js';
import { EXAMPLES } from '../examples.js';
import { SETTINGS } from '../settings.js';

export function Page() {
  const language = useLanguage();
  const { words, values } = language;
  const { developers: w } = words;
  const endpoint = `${SETTINGS.publicUrl}/graphql`;
  const answer = useAnswer(DevelopersDocument, {});
  return (
    <>
      <PageHead
        title={w.title}
        lead={fill(w.lead, { address: endpoint })}
        operation={DevelopersDocument}
        variables={{}}
        downloads={[]}
      />
      <Section title={w.first}>
        {SETTINGS.trustedDocumentsOnly && <p>{w.onlyRegistered}</p>}
        <Code>{firstCall(endpoint, SETTINGS)}</Code>
      </Section>
      <Section title={w.examples} total={EXAMPLES.length}>
        <ul className="entries examples">
          {EXAMPLES.map(({ title, description, source }) => (
            <li key={title}>
              <details>
                <summary>
                  <strong lang="en">{title}</strong>
                </summary>
                <Code>{source}</Code>
              </details>
              <p className="hint" lang="en">
                {withCode(description)}
              </p>
              {SETTINGS.hasPlayground && (
                <a href={playgroundUrl(source, {})} aria-label={`${w.run}: ${title}`}>
                  {w.run}
                </a>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <div className="columns">
        <Section title={w.limits} note={w.limitsNote}>
          <FactList facts={limits(language, SETTINGS)} />
        </Section>
        <Section title={w.endpoints}>
          <FactList
            facts={endpoints(language, SETTINGS).map(([address, text]) => [
              text,
              <code key={address}>{address}</code>,
            ])}
          />
        </Section>
      </div>
      {!SETTINGS.trustedDocumentsOnly && (
        <Section title={w.clients} note={w.clientsNote}>
          <Code>{codegen(endpoint)}</Code>
        </Section>
      )}
      <Section title={w.federation} note={w.federationNote}>
        <Code>{FEDERATION}</Code>
      </Section>
      <Answer of={answer} isPage>
        {({ totals }) => (
          <Section title={w.records}>
            <dl className="numbers">
              {[
                ...totals.records.map(
                  ({ kind, count }) => [values.RecordKind[kind], count] as const,
                ),
                ...totals.ties.map(({ kind, count }) => [values.TieKind[kind], count] as const),
              ].map(([name, count]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{numberText(language, count)}</dd>
                </div>
              ))}
            </dl>
          </Section>
        )}
      </Answer>
    </>
  );
}

function Code({ children }: { readonly children: string }) {
  return (
    <pre tabIndex={0}>
      <code>{children}</code>
    </pre>
  );
}

/** A comment of an operation, whose words between backquotes are code. */
function withCode(text: string) {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
