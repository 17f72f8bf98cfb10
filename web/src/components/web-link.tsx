interface WebLinkProps {
  readonly to: string;
  /** What it says; without it, the address. */
  readonly text?: string;
}

/** A link to another site. Only http(s) addresses become links; others are text. */
export function WebLink({ to, text = to.replace(/^https?:\/\/|\/$/g, '') }: WebLinkProps) {
  return /^https?:/i.test(to) ? (
    <a href={to} rel="noreferrer" dir="auto">
      {text}
    </a>
  ) : (
    <>{text}</>
  );
}
