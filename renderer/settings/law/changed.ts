type Part = { readonly text: string; readonly isChanged: boolean }

const words = (text: string): readonly string[] => text.split(/(?<=\s)/u)

/**
 * The words that changed between two sentences: all between the first and the last that differ. Enough to lead the eye;
 * both sentences are shown whole.
 */
export function changedParts(
  before: string,
  after: string,
): { readonly before: readonly Part[]; readonly after: readonly Part[] } {
  const [a, b] = [words(before), words(after)]
  const shortest = Math.min(a.length, b.length)
  let head = 0
  while (head < shortest && a[head] === b[head]) head++
  let tail = 0
  while (tail < shortest - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++
  const parts = (all: readonly string[]): readonly Part[] =>
    [
      { text: all.slice(0, head).join(''), isChanged: false },
      { text: all.slice(head, all.length - tail).join(''), isChanged: true },
      { text: all.slice(all.length - tail).join(''), isChanged: false },
    ].filter(({ text }) => text !== '')
  return { before: parts(a), after: parts(b) }
}
