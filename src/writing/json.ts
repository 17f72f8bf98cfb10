/** The items of a JSON list, one a line, without the brackets around them. */
export async function* jsonItems(
  batches: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
): AsyncGenerator<string> {
  let separator = '\n';
  for await (const items of batches) {
    let text = '';
    for (const item of items) {
      text += separator + JSON.stringify(item);
      separator = ',\n';
    }
    yield text;
  }
}
