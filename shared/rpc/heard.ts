import type { z } from 'zod'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/**
 * What a page keeps of what a host said. A host of the next version says more than this page knows: what is added is left
 * out, so that one version of difference stops nobody; what is missing, or another thing than expected, stays an error.
 * @param said of this page's own making (it has just been parsed): what is left out is taken from it
 * @returns undefined when it is not what the contract wants
 */
export function heard<S extends z.ZodType>(
  schema: S,
  said: unknown,
): { readonly output: z.infer<S> } | undefined {
  let parsed = schema.safeParse(said)
  while (!parsed.success) {
    const added = addedKeys(parsed.error.issues)
    if (!added) return undefined
    for (const path of added) leaveOut(said, path)
    parsed = schema.safeParse(said)
  }
  return { output: parsed.data }
}

/** Where the keys too many are, when nothing else is wrong; of alternatives, in the first of which that is so. */
function addedKeys(issues: readonly Issue[], above: Path = []): readonly Path[] | undefined {
  const all: Path[] = []
  for (const issue of issues) {
    const path = [...above, ...issue.path]
    if (issue.code === 'unrecognized_keys') all.push(...issue.keys.map((key) => [...path, key]))
    else if (issue.code === 'invalid_union') {
      const inside = firstAdded(issue.errors, path)
      if (!inside) return undefined
      all.push(...inside)
    } else return undefined
  }
  return all.length > 0 ? all : undefined
}

function firstAdded(alternatives: readonly (readonly Issue[])[], path: Path): readonly Path[] | undefined {
  for (const issues of alternatives) {
    const added = addedKeys(issues, path)
    if (added) return added
  }
  return undefined
}

function leaveOut(value: unknown, path: Path): void {
  let at = value as Record<PropertyKey, unknown> | undefined
  for (const key of path.slice(0, -1)) at = at?.[key] as Record<PropertyKey, unknown> | undefined
  if (at) delete at[path.at(-1) as PropertyKey]
}
