import { Link } from 'wouter';
import { listIn, toggled } from '../../../src/pages/address.js';
import {
  AdvocacyCasesDocument,
  type AdvocacyPartsFragment,
} from '../../../src/pages/generated/advocacy.js';
import { count } from '../../../src/pages/language.js';
import {
  ADVOCACY_STATUSES,
  advocacyVariables,
  casePath,
} from '../../../src/pages/views/advocacy.js';
import { useAnswer } from '../api.js';
import { CaseFacts } from '../components/case-facts.js';
import { Chips } from '../components/chips.js';
import { FilterPanel } from '../components/filter-panel.js';
import { useFragment } from '../components/fragment.js';
import { PageHead } from '../components/page-head.js';
import { Pager } from '../components/pager.js';
import { Answer, Nothing } from '../components/states.js';
import { useLanguage, useSearchState } from '../context.js';

export function Page() {
  const language = useLanguage();
  const { words, values } = language;
  const { search, change } = useSearchState();
  const variables = advocacyVariables(search);
  const answer = useAnswer(AdvocacyCasesDocument, variables);
  useFragment(answer.data !== undefined);
  const statuses = listIn(search, 'status');
  const names: Readonly<Record<string, string>> = values.AdvocacyStatus;
  const toggle = (status: string) => change({ status: toggled(statuses, status), after: null });
  const clear = () => change({ status: null, after: null });
  return (
    <>
      <PageHead
        title={words.advocacy.title}
        lead={
          answer.data &&
          `${count(language, words.advocacy.lead, answer.data.advocacyCases.totalCount)}.`
        }
        operation={AdvocacyCasesDocument}
        variables={variables}
        downloads={[]}
      />
      <div className="with-filters">
        <FilterPanel>
          <fieldset>
            <legend>{words.column.status}</legend>
            {ADVOCACY_STATUSES.map((status) => (
              <label key={status} className="choice">
                <input
                  type="checkbox"
                  checked={statuses.includes(status)}
                  onChange={() => toggle(status)}
                />
                {values.AdvocacyStatus[status]}
              </label>
            ))}
          </fieldset>
        </FilterPanel>
        <div className="results">
          <Chips
            chips={statuses.map((status) => ({
              key: status,
              text: names[status] ?? status,
              remove: () => toggle(status),
            }))}
            clear={clear}
          />
          <Answer of={answer} isPage>
            {({ advocacyCases: { nodes, pageInfo } }) =>
              nodes.length === 0 ? (
                <Nothing clear={clear} />
              ) : (
                <>
                  <ul className="entries">
                    {nodes.map((one) => (
                      <li key={one.id} id={one.slug}>
                        <Case of={one} />
                      </li>
                    ))}
                  </ul>
                  <Pager pageInfo={pageInfo} />
                </>
              )
            }
          </Answer>
        </div>
      </div>
    </>
  );
}

function Case({ of: one }: { readonly of: AdvocacyPartsFragment }) {
  return (
    <>
      <h2 dir="auto">
        <Link href={casePath(one)}>{one.title}</Link>
      </h2>
      {one.description !== null && (
        <p className="text" dir="auto">
          {one.description}
        </p>
      )}
      <CaseFacts of={one} />
    </>
  );
}
