import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { find, run } from './command.ts'
import { Trouble } from './trouble.ts'

// Preparing an Electron takes minutes: what the system lacks for it, or for the window that comes after, is said
// before, all at once, with one command.

/** Something of the system, and the Debian package that brings it. */
export type Need = {
  readonly package: string
  /** What it is for, as the sentence says it. */
  readonly purpose: string
} & ({ readonly library: string } | { readonly program: string })

/** What Electron is linked with; Debian's Chromium brings all of it. */
const linked = [
  'libgtk-3.so.0',
  'libnss3.so',
  'libnspr4.so',
  'libgbm.so.1',
  'libdrm.so.2',
  'libasound.so.2',
  'libcups.so.2',
  'libdbus-1.so.3',
  'libatk-1.0.so.0',
  'libatk-bridge-2.0.so.0',
  'libatspi.so.0',
  'libpango-1.0.so.0',
  'libcairo.so.2',
  'libX11.so.6',
  'libXcomposite.so.1',
  'libXdamage.so.1',
  'libXext.so.6',
  'libXfixes.so.3',
  'libXrandr.so.2',
  'libxcb.so.1',
  'libxkbcommon.so.0',
  'libudev.so.1',
  'libexpat.so.1',
]

export const windowNeed = (library: string): Need => ({
  package: 'chromium',
  purpose: 'de quoi ouvrir une fenêtre',
  library,
})

/** To open a window of Electron's. */
export const windowNeeds: readonly Need[] = linked.map(windowNeed)

const needed = (purpose: string, programs: readonly string[]): readonly Need[] =>
  programs.map((program) => ({ package: program, purpose, program }))

/** To unpack the test Electron. */
export const unpackingNeeds = needed('de quoi ouvrir l’Electron d’essai', ['tar', 'unzip'])

/** To compile SQLite for the test Electron. */
export const compilingNeeds = needed('de quoi compiler SQLite pour l’Electron d’essai', [
  'g++',
  'make',
  'python3',
])

/** What can be known of a system. */
export type System = {
  /** The shared libraries that a program finds; null where they can't be listed. */
  readonly libraries: ReadonlySet<string> | null
  readonly has: (program: string) => boolean
}

/** The needs that a system doesn't meet; what can't be known of it is taken to be there. */
export const lackingIn = ({ libraries, has }: System, needs: readonly Need[]): readonly Need[] =>
  needs.filter((need) => ('library' in need ? libraries?.has(need.library) === false : !has(need.program)))

/** How `ldconfig -p` names a processor whose libraries lie beside those of others. */
const processors: Readonly<Record<string, string>> = { x64: 'x86-64', arm64: 'AArch64' }

/** The libraries that `ldconfig -p` lists for a processor. */
export const listedLibraries = (text: string, arch: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/^\s+(\S+) \(([^)]*)\) => /gm)]
      .filter(([, , kind]) => kind?.includes(processors[arch] ?? ''))
      .map(([, name]) => name ?? ''),
  )

/** What is missing, by what it is for, and the one command that brings it all. */
export function lackSentence(lacking: readonly Need[], asRoot: boolean): string {
  const purposes = [...Map.groupBy(lacking, ({ purpose }) => purpose)].map(
    ([purpose, needs]) =>
      `${purpose} (${few(needs.map((need) => ('library' in need ? need.library : need.program)))})`,
  )
  const packages = [...new Set(lacking.map((need) => need.package))]
  const command = `${asRoot ? '' : 'sudo '}apt-get install ${packages.join(' ')}`
  return `il manque à ce système ${new Intl.ListFormat('fr').format(purposes)}. Sur Debian : ${command}`
}

/** Three names, then how many others. */
const few = (names: readonly string[]): string =>
  names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} et ${names.length - 3} autres`

/** Throws the sentence when this machine lacks something; Linux alone can. */
export async function mustHave(needs: readonly Need[]): Promise<void> {
  if (process.platform !== 'linux') return
  const lacking = lackingIn({ libraries: await ownLibraries(), has: (program) => !!find(program) }, needs)
  if (lacking.length > 0) throw new Trouble(lackSentence(lacking, process.getuid?.() === 0))
}

async function ownLibraries(): Promise<ReadonlySet<string> | null> {
  const ldconfig = find('ldconfig')
  const listed = ldconfig ? await run(ldconfig, ['-p']).catch(() => null) : null
  if (listed?.code !== 0) return null
  // What a person adds by hand isn't in the system's list.
  const added = (process.env['LD_LIBRARY_PATH'] ?? '').split(delimiter).filter(Boolean)
  return new Set([
    ...listedLibraries(listed.stdout, process.arch),
    ...linked.filter((name) => added.some((folder) => existsSync(join(folder, name)))),
  ])
}
