import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { unwatchFile, watchFile } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { follow } from './follow.ts'
import { hostSwitches, root, userDataFolder } from './places.ts'
import { say } from './say.ts'
import { Trouble } from './trouble.ts'

/** What the host prints once it listens. Outside the training mode its tokens stay in a file of the data folder. */
interface Ready {
  readonly url: string
  readonly tokens?: Readonly<Record<string, string>>
}

/** Each station's page: its name in the address, what people call it, whose token opens it. */
const stations = [
  { station: 'kiosk', name: 'Borne', holder: 'kiosk' },
  { station: 'display', name: 'Affichage', holder: 'display' },
  { station: 'supervision', name: 'Supervision', holder: 'supervisor' },
  { station: 'administration', name: 'Administration', holder: 'admin' },
] as const

/** The stations that an agent holds with a token of their own. */
const agentStations = [
  { station: 'counter', name: 'Guichet' },
  { station: 'reception', name: 'Accueil' },
] as const

/** The names in the file of tokens that are no agent's. */
const notAgents: ReadonlySet<string> = new Set([
  ...stations.map(({ holder }) => holder),
  'integration',
  'follower',
])

/** The host under Node, and the addresses of its pages; until it is stopped. */
export async function serveBrowser(args: readonly string[]): Promise<number> {
  const data = hostArguments(args)
  await mkdir(data.folder, { recursive: true, mode: 0o700 })
  const host = join(root, 'electron', 'host')
  // As `npm run host`.
  const program = [
    ...hostSwitches,
    '--import',
    pathToFileURL(join(host, 'compiled.ts')).href,
    join(host, 'serve.ts'),
  ]
  const child = spawn(process.execPath, [...program, ...data.args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, GUICHET_ADDRESSES_TOLD: '1' },
  })
  const ended = follow(child, 'L’hôte')
  const line = await Promise.race([firstLine(child.stdout), once(child, 'exit').then(() => null)])
  const ready = line === null ? null : readReady(line)
  if (!ready) return ended
  const held = ready.tokens ?? (await keptTokens(data.folder))
  for (const address of addresses(ready.url, held, data.folder)) say(address)
  const forget = tellComers(ready.url, held, data.folder)
  return ended.finally(forget)
}

/** Milliseconds between two looks at the folder's tokens: an office is made, or an agent added, by hand. */
const lookEvery = 1000

/**
 * Tells the addresses that the folder has since the start: all of them once the office is created, then those of each
 * agent who is added, without a restart.
 * @returns what stops it
 */
function tellComers(url: string, known: Readonly<Record<string, string>>, folder: string): () => void {
  const file = join(folder, 'tokens.json')
  let last = known
  watchFile(file, { interval: lookEvery }, () => {
    void keptTokens(folder).then((held) => {
      for (const address of comers(url, last, held, folder)) say(address)
      last = held
    })
  })
  return () => unwatchFile(file)
}

/** The arguments for the host alone: it wants a data folder (the usual one), and a station means nothing to it. */
export function hostArguments(given: readonly string[]): {
  readonly folder: string
  readonly args: readonly string[]
} {
  const named = option(given, '--data')
  const station = option(named?.others ?? given, '--station')
  // As in Electron: training data never lie in the folder of a real office.
  const usual = given.includes('--school') ? join(userDataFolder(), 'formation') : userDataFolder()
  const folder = named ? fromHere(named.value) : usual
  return { folder, args: ['--data', folder, ...((station ?? named)?.others ?? given)] }
}

/** The same arguments with an absolute data folder, for a program that runs elsewhere. */
export function withAbsoluteData(given: readonly string[]): readonly string[] {
  const named = option(given, '--data')
  return named ? ['--data', fromHere(named.value), ...named.others] : given
}

/** An option's value (`--name value` or `--name=value`) and the arguments without it; null when it is absent. */
function option(
  args: readonly string[],
  name: string,
): { readonly value: string; readonly others: readonly string[] } | null {
  const at = args.findIndex((arg) => arg === name || arg.startsWith(`${name}=`))
  const found = args[at]
  if (found === undefined) return null
  const inline = found.length > name.length
  const value = inline ? found.slice(name.length + 1) : args[at + 1]
  if (!value) throw new Trouble(`${name} attend une valeur.`)
  return { value, others: args.toSpliced(at, inline ? 1 : 2) }
}

/** npm runs us at the root of the sources; what a person types is relative to where they are. */
const fromHere = (path: string): string => resolve(process.env['INIT_CWD'] ?? '.', path)

function firstLine(stream: NodeJS.ReadableStream): Promise<string | null> {
  const lines = createInterface({ input: stream })
  return new Promise((done) => {
    lines.once('line', done)
    lines.once('close', () => done(null))
  })
}

function readReady(line: string): Ready | null {
  try {
    const read: unknown = JSON.parse(line)
    return typeof read === 'object' && read && 'url' in read ? (read as Ready) : null
  } catch {
    say(line)
    return null
  }
}

type Held = Readonly<Record<string, string>>
/** A page: what people call it, its name in the address, the token that opens it. */
type Line = { readonly name: string; readonly station: string; readonly token: string }

/** The agents among the tokens of a folder. */
const agentsOf = (held: Held) => Object.entries(held).filter(([holder]) => !notAgents.has(holder))

const agentLines = (agents: readonly (readonly [string, string])[]): readonly Line[] =>
  agents.flatMap(([agent, token]) =>
    agentStations.map(({ station, name }) => ({ station, name: `${name}, ${agent}`, token })),
  )

function pagesOf(url: string, lines: readonly Line[]): readonly string[] {
  const width = Math.max(...lines.map(({ name }) => name.length))
  return lines.map(
    ({ station, name, token }) => `  ${name.padEnd(width)}  ${url}/#station=${station}&token=${token}`,
  )
}

/** What to say when the folder has other tokens than before: nothing, unless the office or an agent is new. */
export function comers(url: string, before: Held, held: Held, folder: string): readonly string[] {
  if (agentsOf(before).length === 0) return agentsOf(held).length === 0 ? [] : addresses(url, held, folder)
  const come = agentsOf(held).filter(([agent]) => before[agent] === undefined)
  return come.length === 0 ? [] : ['', 'Un agent de plus :', ...pagesOf(url, agentLines(come))]
}

/** What to say once the host listens, with the tokens of its folder: one line a station, with the token that opens it. */
export function addresses(url: string, held: Held, folder: string): readonly string[] {
  const agents = agentsOf(held)
  const pages = pagesOf(url, [
    ...agentLines(agents),
    ...stations
      // Before the office is created, no other page has anything to show.
      .filter(({ station }) => agents.length > 0 || station === 'administration')
      .flatMap(({ station, name, holder }) => {
        const token = held[holder]
        return token ? [{ station, name, token }] : []
      }),
  ])
  return [
    '',
    ...(agents.length > 0
      ? [`Guichet est prêt (données : ${folder}). Ouvrez dans un navigateur de cette machine :`, ...pages]
      : [
          'L’office se crée dans Administration, avec son premier agent. Ouvrez-la dans un navigateur de cette machine :',
          ...pages,
          `Les données seront dans ${folder}.`,
          'Dès que l’office est créé, les adresses des autres postes s’affichent ici.',
          'Pour essayer avec un office d’exemple : npm start -- --school',
        ]),
    'Chaque adresse contient la clé de son poste : ne la publiez pas.',
    'Ctrl-C arrête l’hôte.',
  ]
}

async function keptTokens(folder: string): Promise<Held> {
  const text = await readFile(join(folder, 'tokens.json'), 'utf8').catch(() => '{}')
  const read = JSON.parse(text) as { readonly tokens?: Held } & Held
  return read.tokens ?? read
}
