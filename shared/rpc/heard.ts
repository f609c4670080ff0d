import type { z } from 'zod'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/**
 * What a page keeps of what a host said, one version apart, so that it stops nobody. Of the next version, a host says more
 * than this page knows: what is added is left out. Of the version before, it does not say yet what this page knows: that is
 * null, where null is a thing that may be said. Another thing than expected stays an error.
 * @param said of this page's own making (it has just been parsed): it is changed in its place
 * @returns undefined when it is not what the contract wants
 */
export function heard<S extends z.ZodType>(
  schema: S,
  said: unknown,
): { readonly output: z.infer<S> } | undefined {
  const unsaid = new Set<string>()
  let parsed = schema.safeParse(said)
  while (!parsed.success) {
    const apart = differences(said, parsed.error.issues)
    if (!apart) return undefined
    for (const { path, added } of apart) {
      if (added) {
        leaveOut(said, path)
        continue
      }
      const key = JSON.stringify(path)
      // Null is no answer there either.
      if (unsaid.has(key)) return undefined
      unsaid.add(key)
      sayNothing(said, path)
    }
    parsed = schema.safeParse(said)
  }
  return { output: parsed.data }
}

type Difference = { readonly path: Path; readonly added: boolean }

/** The keys too many and those that lack, when nothing else is wrong; of alternatives, in the first of which that is so. */
function differences(
  said: unknown,
  issues: readonly Issue[],
  above: Path = [],
): readonly Difference[] | undefined {
  const all: Difference[] = []
  for (const issue of issues) {
    const path = [...above, ...issue.path]
    if (issue.code === 'unrecognized_keys')
      all.push(...issue.keys.map((key) => ({ path: [...path, key], added: true })))
    else if (lacks(said, path)) all.push({ path, added: false })
    else if (issue.code === 'invalid_union') {
      const inside = firstApart(said, issue.errors, path)
      if (!inside) return undefined
      all.push(...inside)
    } else return undefined
  }
  return all.length > 0 ? all : undefined
}

function firstApart(
  said: unknown,
  alternatives: readonly (readonly Issue[])[],
  path: Path,
): readonly Difference[] | undefined {
  for (const issues of alternatives) {
    const apart = differences(said, issues, path)
    if (apart) return apart
  }
  return undefined
}

type Node = Record<PropertyKey, unknown> | null | undefined

/** The object or list that the last key of a path is in. */
const holderOf = (said: unknown, path: Path): Node =>
  path.slice(0, -1).reduce<Node>((at, key) => at?.[key] as Node, said as Node)

function lacks(said: unknown, path: Path): boolean {
  const [holder, key] = [holderOf(said, path), path.at(-1)]
  return typeof holder === 'object' && holder !== null && key !== undefined && !Object.hasOwn(holder, key)
}

function leaveOut(said: unknown, path: Path): void {
  const holder = holderOf(said, path)
  if (holder) delete holder[path.at(-1) as PropertyKey]
}

function sayNothing(said: unknown, path: Path): void {
  const holder = holderOf(said, path)
  if (holder) holder[path.at(-1) as PropertyKey] = null
}
