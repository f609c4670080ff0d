import { join } from 'node:path'

/**
 * What a thread reads once it is told what to do, by its name in a build: of the host it has what these read, not all that the
 * host reads.
 * @param root the folder of the sources
 */
export const inThreads = (root: string): Readonly<Record<string, string>> => ({
  exchange: join(root, 'electron/host/appointments/outside/perform.ts'),
  calendarRead: join(root, 'electron/host/appointments/reading/read.ts'),
  backedUp: join(root, 'electron/host/backup/work.ts'),
  verified: join(root, 'electron/host/backup/verify.ts'),
  examined: join(root, 'electron/host/backup/doctor/examine.ts'),
  checked: join(root, 'db/backup/check.ts'),
})

/** What the application reads once its host is started, named as what a thread reads, for the same reason. */
export const afterHost = (root: string): Readonly<Record<string, string>> => ({
  windows: join(root, 'electron/application.ts'),
})

/** What the grouping reads of the bundler's own types. */
type ModuleInfo = { readonly importedIds: readonly string[] }
type Graph = { readonly getModuleInfo: (id: string) => ModuleInfo | null }
type Group = {
  readonly debugName: string
  readonly name: (id: string, graph: Graph) => string | null
  readonly priority: number
}

/**
 * Groups for the bundler, by which what the same programs read when they start is one file. By itself it makes a file of
 * each set of modules that some later part shares too: a host that starts looked for a hundred and twenty.
 * @param programs each program's name and its first module, which stays in the program's own file unless another program
 *   reads it too: it knows by its address where the others are; and what a program reads later without the host's modules: not named here, it would read all of the host's
 */
export function filesOfPrograms(programs: Readonly<Record<string, string>>): Group[] {
  const firsts = new Set(Object.values(programs))
  let readers: ReadonlyMap<string, readonly string[]> | undefined
  // What a module imports is read by all of its programs: shared by more of them, it is placed first, and no two files
  // import each other.
  return Object.keys(programs).map((_, at) => ({
    debugName: `read by ${at + 1}`,
    priority: at + 1,
    name: (id, graph) => {
      readers ??= readersOf(programs, graph)
      const found = readers.get(id)
      if (found?.length !== at + 1) return null
      // A first module that others read too is placed as what they share: alone, it would stay among what one of them has.
      return found.length === 1 && firsts.has(id) ? null : found.join('-')
    },
  }))
}

/** The programs that read each module when they start; what is read later has none. */
function readersOf(
  programs: Readonly<Record<string, string>>,
  graph: Graph,
): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>()
  for (const [name, first] of Object.entries(programs)) {
    const reached = new Set([first])
    for (const id of reached) {
      for (const next of graph.getModuleInfo(id)?.importedIds ?? []) reached.add(next)
      readers.set(id, [...(readers.get(id) ?? []), name])
    }
  }
  return readers
}
