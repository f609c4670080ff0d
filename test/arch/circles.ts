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
export const circleAmong = (sources: readonly Source[]): readonly string[] =>
  shortestCircle(arrowsAmong(sources))

function shortestCircle(arrows: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const circles = [...arrows.keys()].flatMap((name) => {
    const way = wayBack(arrows, name)
    return way ? [way] : []
  })
  return circles.toSorted((one, other) => one.length - other.length)[0] ?? []
}

/** The folder of a floor in which a file lies; undefined for a file of the floor itself, which puts its folders together. */
function folderOf(floor: string, path: string): string | undefined {
  const [folder, file] = path.startsWith(`${floor}/`) ? path.slice(floor.length + 1).split('/') : []
  return file === undefined ? undefined : folder
}

/** What the folders of a floor import of one another: for each folder the other one, with the imports that say so. */
export function arrowsBetween(
  floor: string,
  sources: readonly Source[],
): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const arrows = new Map<string, Map<string, string[]>>()
  for (const { from, target } of sources.flatMap(importsOf)) {
    const [folder, other] = [folderOf(floor, from), folderOf(floor, target)]
    if (folder === undefined || other === undefined || folder === other) continue
    const others = arrows.get(folder) ?? new Map<string, string[]>()
    arrows.set(folder, others)
    others.set(other, [...(others.get(other) ?? []), `${from} → ${target}`])
  }
  return arrows
}

/**
 * The shortest circle among the folders of a floor, type imports included: for each folder of it, the imports of the next
 * one. Empty where there is none.
 */
export function folderCircle(floor: string, sources: readonly Source[]): readonly string[] {
  const arrows = arrowsBetween(floor, sources)
  const circle = shortestCircle(new Map([...arrows].map(([folder, others]) => [folder, [...others.keys()]])))
  return circle.slice(1).flatMap((folder, at) => arrows.get(circle[at]!)?.get(folder) ?? [])
}
