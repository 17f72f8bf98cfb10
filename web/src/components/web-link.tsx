/** A link to another site. Only http(s) addresses become links; others are text. */
export function WebLink({ to }: { readonly to: string }) {
  const text = to.replace(/^https?:\/\/|\/$/g, '');
  return /^https?:/i.test(to) ? (
    <a href={to} rel="noreferrer">
      {text}
    </a>
  ) : (
    <>{text}</>
  );
}
