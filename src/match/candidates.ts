import { scoreOf, siteOf, type Described, type Score } from './score.js';
import { beginningOf, initialsOf, wordsIn } from './words.js';

/** An organization that a description may be, and how likely. */
export interface Proposal<Candidate> extends Score {
  readonly candidate: Candidate;
}

/** Below this score, nothing is proposed. The labelled set in the tests measures it. */
export const DEFAULT_THRESHOLD = 0.8;

/** How many words of a name are looked up: the rarest ones of the graph. */
const WORDS_LOOKED_UP = 4;

/** Finds the organizations of the graph that a description may be, without comparing it with all of them. */
export class Candidates<Candidate extends Described> {
  readonly #byBeginning = new Map<string, Set<Candidate>>();
  readonly #bySite = new Map<string, Set<Candidate>>();
  readonly #count: number;

  constructor(candidates: Iterable<Candidate>) {
    let count = 0;
    for (const candidate of candidates) {
      count += 1;
      for (const name of candidate.names) {
        for (const beginning of beginningsIn(name)) add(this.#byBeginning, beginning, candidate);
      }
      const site = siteOf(candidate.website);
      if (site !== null) add(this.#bySite, site, candidate);
    }
    this.#count = count;
  }

  /** The candidates from this score on, the most likely first. */
  proposalsFor(described: Described, threshold: number): readonly Proposal<Candidate>[] {
    return [...this.#lookUp(described)]
      .map((candidate) => ({ candidate, ...scoreOf(described, candidate, this.#weight) }))
      .filter(({ value }) => value >= threshold)
      .sort((one, other) => other.value - one.value);
  }

  #lookUp(described: Described): ReadonlySet<Candidate> {
    const beginnings = described.names.flatMap((name) =>
      [...beginningsIn(name)]
        .filter((beginning) => this.#byBeginning.has(beginning))
        .sort((one, other) => this.#weight(other) - this.#weight(one))
        .slice(0, WORDS_LOOKED_UP),
    );
    const site = siteOf(described.website);
    return new Set([
      ...beginnings.flatMap((beginning) => [...(this.#byBeginning.get(beginning) ?? [])]),
      ...(site === null ? [] : (this.#bySite.get(site) ?? [])),
    ]);
  }

  /** The inverse frequency of words with this beginning. */
  readonly #weight = (word: string): number => {
    const frequency = this.#byBeginning.get(beginningOf(word))?.size ?? 0;
    return Math.log((this.#count + 2) / (frequency + 1)) / Math.log(this.#count + 2);
  };
}

/** How many letters an acronym has at least: shorter ones are those of too many. */
const ACRONYM_LETTERS = 4;

/** By what a name is found: its words, and its acronym. */
function beginningsIn(name: string): ReadonlySet<string> {
  const words = wordsIn(name);
  const acronyms = initialsOf(words).filter(({ length }) => length >= ACRONYM_LETTERS);
  return new Set([...words.map(({ key }) => key), ...acronyms].map(beginningOf));
}

function add<Candidate>(
  index: Map<string, Set<Candidate>>,
  key: string,
  candidate: Candidate,
): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, new Set([candidate]));
  else known.add(candidate);
}
