/** The same items, but each is asked for before the one before it is used. */
export async function* ahead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    let next = items.next();
    for (;;) {
      const item = await next;
      if (item.done === true) return;
      next = items.next();
      // It is reported when its turn comes, which may be never.
      next.catch(() => undefined);
      yield item.value;
    }
  } finally {
    await items.return(undefined);
  }
}
