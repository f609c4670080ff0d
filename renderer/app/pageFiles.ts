/** What the grouping reads of the bundler's own types. */
type ModuleInfo = {
  readonly importedIds: readonly string[]
  readonly dynamicallyImportedIds: readonly string[]
}
type Graph = { readonly getModuleInfo: (id: string) => ModuleInfo | null }
type Group = {
  readonly debugName: string
  readonly name: (id: string, graph: Graph) => string | null
  readonly priority: number
  readonly entriesAware: boolean
}

/** Which stations read a module as they open, and which may read it later. */
type Readers = { readonly first: readonly string[]; readonly ever: readonly string[] }

/** The desks that one office has open all day: what three of them read, the others keep at hand. */
const desks: ReadonlySet<string> = new Set([
  'counter',
  'reception',
  'files',
  'till',
  'documents',
  'supervision',
])

/**
 * Groups for the bundler, by which a station opens with some thirty files. By itself it makes one of each set of modules that
 * some later part shares too: a counter asked for sixty, each a request of a slow processor. What several stations read
 * is theirs alone; what one reads, and another later, stays apart from its own page.
 * @param bundles the module that imports each station's page
 * @param stations how many there are at most
 */
export function filesOfPages(bundles: string, stations: number): Group[] {
  let files: ReadonlyMap<string, File> | undefined
  // What a module imports is read by all of its stations: shared by more of them, it is placed first, and no two files
  // import each other.
  return Array.from({ length: 3 * stations + 2 }, (_, level) => ({
    debugName: `pages, level ${level}`,
    priority: level,
    entriesAware: level > stations && level <= 2 * stations,
    name: (id, graph) => {
      files ??= new Map([...readersOf(bundles, graph)].map(([read, by]) => [read, fileOf(by, stations)]))
      const found = files.get(id)
      return found?.level === level ? found.name : null
    },
  }))
}

type File = { readonly name: string; readonly level: number }

function fileOf({ first, ever }: Readers, stations: number): File {
  const [only] = first
  if (first.length === 1)
    return ever.length > 1 ? { name: `${only}-shared`, level: 1 } : { name: only!, level: 0 }
  const others = first.filter((station) => !desks.has(station))
  const there = first.length - others.length
  if (there < 3) return { name: first.join('-'), level: first.length + (mixed(there, others) ? stations : 0) }
  // A supervisor's page does not read the words of files and papers that the other desks share.
  const named = first.filter((station) => !desks.has(station) || station === 'supervision')
  return { name: ['desks', ...named].join('-'), level: 2 * stations + named.length + 1 }
}

function readersOf(bundles: string, graph: Graph): ReadonlyMap<string, Readers> {
  const pages = graph.getModuleInfo(bundles)?.dynamicallyImportedIds ?? []
  const first = new Map<string, string[]>()
  const ever = new Map<string, string[]>()
  const note = (into: Map<string, string[]>, id: string, station: string) =>
    into.set(id, [...(into.get(id) ?? []), station])
  for (const page of pages) {
    const station = stationOf(page)
    for (const id of reached(page, graph, false)) note(first, id, station)
    for (const id of reached(page, graph, true)) note(ever, id, station)
  }
  return new Map([...first].map(([id, stations]) => [id, { first: stations, ever: ever.get(id) ?? [] }]))
}

function reached(from: string, graph: Graph, later: boolean): ReadonlySet<string> {
  const found = new Set([from])
  for (const id of found) {
    const info = graph.getModuleInfo(id)
    for (const next of info?.importedIds ?? []) found.add(next)
    if (later) for (const next of info?.dynamicallyImportedIds ?? []) found.add(next)
  }
  return found
}

/** Shared by a desk and another page: the other often reads one function of a library, and the bundler tells which. */
const mixed = (there: number, others: readonly string[]): boolean => there > 0 && others.length > 0

/** `…/renderer/counter/index.tsx`, `…/renderer/welcome/index.tsx`. */
const stationOf = (page: string): string => {
  const [folder, file] = page.split('/').slice(-2) as [string, string]
  return file.startsWith('index.') ? folder : file.replace(/\.\w+$/, '')
}
