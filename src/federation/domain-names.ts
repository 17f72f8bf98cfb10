/** The domains of the graph. Each is a folder of `entities/` and of `resolvers/`, and a subgraph. */
export const DOMAINS = ['network', 'funding', 'knowledge'] as const;

export type Domain = (typeof DOMAINS)[number];
