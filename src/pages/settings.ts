/** Settings of the server that the pages show or follow. */
export interface Settings {
  /** The URL at which clients reach the server. */
  readonly publicUrl: string;
  readonly hasPlayground: boolean;
  /** Whether clients can run only registered documents. */
  readonly trustedDocumentsOnly: boolean;
  /** Whether other sites may show the pages in a frame. */
  readonly isEmbeddable: boolean;
  /** Where readers report errors: a mailto: or https: URL; null for nowhere. */
  readonly feedbackUrl: string | null;
  /** The limits of one operation. */
  readonly limits: {
    readonly cost: number;
    readonly tokens: number;
    readonly depth: number;
    readonly aliases: number;
    readonly bodyBytes: number;
    readonly operationMs: number;
  };
}

/** The URL for a report about a page, with its address, and the part of it if it is about a part. */
export function feedbackAbout(
  feedbackUrl: string,
  { title, address }: { readonly title: string; readonly address: string },
): string {
  const url = new URL(feedbackUrl);
  // A message has a subject; the forms of issue trackers take a title.
  url.searchParams.set(url.protocol === 'mailto:' ? 'subject' : 'title', title);
  url.searchParams.set('body', address);
  // Programs for mail do not read "+" as a space.
  return url.href.replaceAll('+', '%20');
}
