import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { StorageError } from '../../db/errors.ts'
import { isPostgres } from '../../db/postgres/address.ts'
import { standbyWords } from '../../shared/messages/standby/standby.fr.ts'
import { headlessChromium } from '../printing/headless.ts'
import { ownPages } from './core/builtPages.ts'
import { giveBackAfterStart } from './core/givingBack.ts'
import { openDoor } from './http/server.ts'
import type { Log } from './core/log.ts'
import { startOffice, type Started, type StartOptions } from './startOffice.ts'
import { StartError } from './core/startError.ts'

// The host alone under Node: the office's server without a screen. Standard output carries one line, the ready line; what
// a person has to do first goes to the other one.

const usage = `Usage : npm run -s host -- --data DOSSIER [--port N] [--school] [--at ISO] [--journal URL [--office ID] [--read-only]]
        npm run -s host -- --data DOSSIER --follow URL --token JETON [--port N]

  --data DOSSIER  où l’office garde ses données (créé s’il n’existe pas)
  --port N        le port sur 127.0.0.1 (par défaut : un port libre)
  --school        site de formation : crée un office d’exemple dans un dossier vide
  --at ISO        l’heure du site de formation, qui avance ensuite, d’un démarrage à l’autre : 2026-03-03T10:42:00+01:00
  --journal URL   le journal de l’office dans une base PostgreSQL : postgres://compte@serveur/base?sslmode=verify-full ; le
                  mot de passe est mieux dans ~/.pgpass. Plusieurs hôtes d’un office y ont chacun leur dossier, avec le
                  même office.key
  --read-only     ne fait que lire la base : tout se montre, rien ne se change. Sans cette option aussi, quand le serveur que
                  l’adresse nomme seul est un secours : la supervision y pèse sur lui, et non sur celui qui travaille
  --office ID     de quel office de la base, quand la clé du dossier ne suffit pas à le dire
  --follow URL    suit l’hôte de cette adresse, prêt à prendre le relais (« guichet promote ») : tout est copié dans DOSSIER, qui
                  montre et ne change rien. Relancé sans --follow, il suit encore
  --token JETON   ce que « guichet follower » a écrit sur l’hôte à suivre. Chaque compte de la machine lit la ligne de commande :
                  la variable d’environnement GUICHET_FOLLOW_TOKEN le dit aussi, à ce compte seul
  --wait-for-follower
                  ne confirme un acte qu’une fois copié sur l’ordinateur qui suit, dès qu’il y en a un`

/** Five seconds at most to close, then the process leaves: everything answered is durable already. */
const patience = 5000

const say = (text: string) => process.stderr.write(`${text}\n`)

function fail(text: string): never {
  say(text)
  process.exit(1)
}

/** What parseArgs found, in French; it names the option between quotes. */
function misused(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const named = /'(?:-\w, )?([^' ]*)/.exec(message ?? '')?.[1] ?? ''
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `« ${named} » n’est pas une option.`
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `« ${named} » n’était pas attendu.`
    default:
      return `La valeur de « ${named} » manque, ou n’en attend pas.`
  }
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        port: { type: 'string', default: '0' },
        school: { type: 'boolean', default: false },
        at: { type: 'string' },
        journal: { type: 'string' },
        office: { type: 'string' },
        'read-only': { type: 'boolean', default: false },
        follow: { type: 'string' },
        token: { type: 'string' },
        'wait-for-follower': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    return fail(`${misused(error)}\n\n${usage}`)
  }
}

function journalAsked(url: string | undefined, office: string | undefined, readOnly: boolean) {
  if (url === undefined && office === undefined && !readOnly) return undefined
  if (url === undefined || !isPostgres(url))
    return fail(`Il manque --journal postgres://compte@serveur/base.\n\n${usage}`)
  return { url, readOnly, ...(office === undefined ? {} : { office }) }
}

/** The token of a machine that follows opens the whole office: no file that other accounts of the machine read may hold it. */
const followEnvironment = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : process.env['GUICHET_FOLLOW_TOKEN']

function followAsked(
  url: string | undefined,
  token: string | undefined,
  inDatabase: boolean,
  waits: boolean,
) {
  if (inDatabase && (url !== undefined || waits)) return fail(standbyWords.onlyFile)
  if (url === undefined && token === undefined) return undefined
  if (url === undefined || token === undefined) return fail(`${standbyWords.bothNeeded}\n\n${usage}`)
  return { url, token }
}

/**
 * Where the office is made. The key is written on a screen alone, where whoever started the host reads it: a service's
 * messages are kept, and read by others.
 */
function creation(url: string, key: string | undefined, dir: string): readonly string[] {
  const address = `${url}/#station=administration`
  const shown = process.stderr.isTTY && key !== undefined
  return [
    'L’office se crée dans Administration. Ouvrez-la dans un navigateur de cette machine :',
    `  ${address}&token=${shown ? key : 'CLÉ'}`,
    ...(shown ? [] : [`CLÉ est « admin », dans ${join(dir, 'tokens.json')}.`]),
  ]
}

async function main(): Promise<void> {
  const flags = options()
  if (flags.help) {
    process.stdout.write(`${usage}\n`)
    return
  }
  // An empty folder name (a variable that isn't set) would be the folder one stands in.
  if (flags.data === undefined || flags.data === '') return fail(`Il manque --data.\n\n${usage}`)
  const port = Number(flags.port)
  if (!/^[0-9]{1,5}$/.test(flags.port) || port > 65_535)
    return fail(`« ${flags.port} » n’est pas un port (0 à 65535).`)

  // From the first moment: a stop asked during the start closes as soon as there is something to close.
  let close: (() => Promise<void>) | undefined
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), patience).unref()
    void (close?.() ?? Promise.resolve()).then(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('SIGHUP', stop)

  const journal = journalAsked(flags.journal, flags.office, flags['read-only'])
  const waitsForFollower = flags['wait-for-follower']
  const first: StartOptions = {
    dir: resolve(flags.data),
    school: flags.school,
    at: flags.at,
    chromium: headlessChromium(),
    protection: null,
    journal,
    waitsForFollower,
    follow: followAsked(
      flags.follow,
      flags.token ?? followEnvironment(flags.follow),
      journal !== undefined,
      waitsForFollower,
    ),
  }
  let log: Log | undefined
  process.on('uncaughtException', (error) => log?.fault('uncaught', error))
  process.on('unhandledRejection', (error) => log?.fault('unhandled', error))

  /** One life of the office in this process: another follows when this machine's part among those of the office changes. */
  const live = async (life: StartOptions, at: number): Promise<{ started: Started; url: string }> => {
    const started = await startOffice(life)
    log = started.log
    try {
      const { host, holderOf } = started
      const door = await openDoor({ host, holderOf, log, pages: ownPages(), port: at, say })
      started.announce(door.url)
      const end = async () => {
        await door.close()
        await started.stop()
      }
      close = end
      void started.again.then(() => (stopping ? undefined : again(end, door.url)))
      // What it does comes after the ready line, which is written before anything else.
      host.opened()
      return { started, url: door.url }
    } catch (error) {
      await started.stop()
      throw error
    }
  }
  const again = async (end: () => Promise<void>, url: string): Promise<void> => {
    try {
      const ended = end()
      close = () => ended
      await ended
      // What was asked of the first life was done then: the folder says the rest.
      const life = { ...first, school: false, at: undefined, follow: undefined }
      if (!stopping) await live(life, Number(new URL(url).port))
    } catch (error) {
      leaveWith(error)
    }
  }

  try {
    const { started, url } = await live(first, port)
    if (stopping) return await close?.()
    const { school } = started.host.office()
    // What opens the office to another machine is given by its own act alone (« guichet follower »).
    const { follower: _follower, ...tokens } = started.tokens()
    const created = started.host.office().officeId !== null
    const ready = { ready: true, url, ...(school ? { tokens } : {}) }
    // Whoever reads the ready line to tell its addresses says it too.
    if (!created && !started.host.standby.follows() && process.env['GUICHET_ADDRESSES_TOLD'] === undefined)
      for (const line of creation(url, tokens['admin'], first.dir)) say(line)
    process.stdout.write(`${JSON.stringify(ready)}\n`)
    giveBackAfterStart()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      return fail(
        `Le port ${port} est déjà pris. Choisissez-en un autre avec --port, ou laissez l’ordinateur en choisir un.`,
      )
    throw error
  }
}

function leaveWith(error: unknown): never {
  if (error instanceof StorageError || error instanceof StartError) return fail(error.message)
  return fail(`L’hôte n’a pas pu démarrer : ${error instanceof Error ? error.message : String(error)}`)
}

main().catch(leaveWith)
