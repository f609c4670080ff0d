/** « décret 2005-1726, art. 10, 12 »: the articles of one text are read together. */
export function articlesOf(titles: readonly string[]): string {
  const articles = new Map<string, readonly string[]>()
  for (const title of titles) {
    const [text = title, article] = title.split(', art. ')
    articles.set(text, [...(articles.get(text) ?? []), ...(article === undefined ? [] : [article])])
  }
  return [...articles]
    .map(([text, read]) => (read.length === 0 ? text : `${text}, art. ${read.join(', ')}`))
    .join(' ; ')
}
