/** A page of a list, as far as walking it takes. */
export interface PageOf<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** All of a list from its beginning, page by page. */
export async function walkForwards<Node>(
  pageAfter: (cursor: string | null) => Promise<PageOf<Node>>,
): Promise<Node[]> {
  const seen: Node[] = [];
  let page = await pageAfter(null);
  seen.push(...page.nodes);
  while (page.pageInfo.hasNextPage) {
    page = await pageAfter(page.pageInfo.endCursor);
    seen.push(...page.nodes);
  }
  return seen;
}

/** All of a list from its end, page by page, in the order of the list. */
export async function walkBackwards<Node>(
  pageBefore: (cursor: string | null) => Promise<PageOf<Node>>,
): Promise<Node[]> {
  const seen: Node[] = [];
  let page = await pageBefore(null);
  seen.unshift(...page.nodes);
  while (page.pageInfo.hasPreviousPage) {
    page = await pageBefore(page.pageInfo.startCursor);
    seen.unshift(...page.nodes);
  }
  return seen;
}
