import { count } from '../../../src/pages/language.js';
import { useLanguage } from '../context.js';
import { Evidence } from './evidence.js';
import { NodeName } from './node-name.js';
import type { Relation } from './path.js';

/** How two are connected: the evidence of each step, and whom they have in common. */
export function Connected({ relation }: { readonly relation: Relation }) {
  const language = useLanguage();
  const { words } = language;
  const [path] = relation.paths;
  return (
    <>
      <p>
        <strong>{count(language, words.network.hops, relation.distance ?? 0)}</strong>
        {', '}
        {count(language, words.network.pathCount, relation.pathCount)}
      </p>
      <ol className="hops">
        {(path?.hops ?? []).map((hop, at) => (
          <li key={at}>
            {at === 0 && <NodeName of={hop.from} />}
            <Evidence of={hop} />
            <NodeName of={hop.to} />
          </li>
        ))}
      </ol>
      {relation.commonPartners !== null && relation.commonPartners.length > 0 && (
        <>
          <h3>{words.network.commonPartners}</h3>
          <ul className="plain-list">
            {relation.commonPartners.map((node) => (
              <li key={node.key}>
                <NodeName of={node} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
