import { importsOf } from './imports.ts'
import type { Source } from './sources.ts'

/** What each file imports of the others, types too. */
function arrowsAmong(sources: readonly Source[]): ReadonlyMap<string, readonly string[]> {
  const paths = new Set(sources.map(({ path }) => path))
  return new Map(
    sources.map((source) => {
      const targets = importsOf(source).flatMap(({ target }) => (paths.has(target) ? [target] : []))
      return [source.path, [...new Set(targets)]]
    }),
  )
}

/** The shortest way from a file back to itself, which it begins and ends; undefined where there is none. */
function wayBack(
  arrows: ReadonlyMap<string, readonly string[]>,
  start: string,
): readonly string[] | undefined {
  const from = new Map<string, string>()
  const next = [start]
  for (const path of next)
    for (const target of arrows.get(path) ?? []) {
      if (from.has(target)) continue
      from.set(target, path)
      if (target !== start) {
        next.push(target)
        continue
      }
      const way = [start]
      for (let at = path; at !== start; at = from.get(at)!) way.unshift(at)
      return [start, ...way]
    }
  return undefined
}

/**
 * The shortest circle of imports among these files, type imports included: each file of it before the one that it
 * imports, the first again at the end. Empty where there is none.
 */
export function circleAmong(sources: readonly Source[]): readonly string[] {
  const arrows = arrowsAmong(sources)
  const circles = [...arrows.keys()].flatMap((path) => {
    const way = wayBack(arrows, path)
    return way ? [way] : []
  })
  return circles.toSorted((one, other) => one.length - other.length)[0] ?? []
}
