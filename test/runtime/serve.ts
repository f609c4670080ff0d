import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { follow } from './follow.ts'
import { root, userDataFolder } from './places.ts'
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
  const program = ['--import', pathToFileURL(join(host, 'compiled.ts')).href, join(host, 'serve.ts')]
  const child = spawn(process.execPath, [...program, ...data.args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, GUICHET_ADDRESSES_TOLD: '1' },
  })
  const ended = follow(child, 'L’hôte')
  const line = await Promise.race([firstLine(child.stdout), once(child, 'exit').then(() => null)])
  const ready = line === null ? null : readReady(line)
  if (ready) {
    const held = ready.tokens ?? (await keptTokens(data.folder))
    for (const address of addresses(ready.url, held, data.folder)) say(address)
  }
  return ended
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

/** What to say once the host listens, with the tokens of its folder: one line a station, with the token that opens it. */
export function addresses(
  url: string,
  held: Readonly<Record<string, string>>,
  folder: string,
): readonly string[] {
  const agents = Object.entries(held).filter(([holder]) => !notAgents.has(holder))
  const lines = [
    ...agents.flatMap(([agent, token]) =>
      agentStations.map(({ station, name }) => ({ station, name: `${name}, ${agent}`, token })),
    ),
    ...stations
      // Before the office is created, no other page has anything to show.
      .filter(({ station }) => agents.length > 0 || station === 'administration')
      .flatMap(({ station, name, holder }) => {
        const token = held[holder]
        return token ? [{ station, name, token }] : []
      }),
  ]
  const width = Math.max(...lines.map(({ name }) => name.length))
  const pages = lines.map(
    ({ station, name, token }) => `  ${name.padEnd(width)}  ${url}/#station=${station}&token=${token}`,
  )
  return [
    '',
    ...(agents.length > 0
      ? [`Guichet est prêt (données : ${folder}). Ouvrez dans un navigateur de cette machine :`, ...pages]
      : [
          'L’office se crée dans Administration, avec son premier agent. Ouvrez-la dans un navigateur de cette machine :',
          ...pages,
          `Les données seront dans ${folder}.`,
          'Relancez ensuite npm start : il donne l’adresse de chaque poste.',
          'Pour essayer avec un office d’exemple : npm start -- --school',
        ]),
    'Chaque adresse contient la clé de son poste : ne la publiez pas.',
    'Ctrl-C arrête l’hôte.',
  ]
}

async function keptTokens(folder: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(folder, 'tokens.json'), 'utf8').catch(() => '{}')
  const read = JSON.parse(text) as { readonly tokens?: Readonly<Record<string, string>> } & Readonly<
    Record<string, string>
  >
  return read.tokens ?? read
}
