import { join, resolve } from 'node:path'
import { StorageError } from '../../db/errors.ts'
import { headlessChromium } from '../printing/headless.ts'
import { ownPages } from './core/builtPages.ts'
import { giveBackAfterStart } from './core/givingBack.ts'
import { openDoor } from './http/server.ts'
import { serveAsked } from './serveOptions.ts'
import type { Log } from './core/log.ts'
import { startOffice, type Started, type StartOptions } from './startOffice.ts'
import { StartError } from './core/startError.ts'

// The host alone under Node: the office's server without a screen. Standard output carries one line, the ready line; what
// a person has to do first goes to the other one.

/** Five seconds at most to close, then the process leaves: everything answered is durable already. */
const patience = 5000

const say = (text: string) => process.stderr.write(`${text}\n`)

function fail(text: string): never {
  say(text)
  process.exit(1)
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
  const asked = serveAsked(process.argv.slice(2), process.env['GUICHET_FOLLOW_TOKEN'])
  if (asked.is === 'misused') return fail(asked.says)
  if (asked.is === 'help') {
    process.stdout.write(`${asked.usage}\n`)
    return
  }
  const { is: _is, port, dir, ...options } = asked

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

  const first: StartOptions = {
    ...options,
    dir: resolve(dir),
    chromium: headlessChromium(),
    protection: null,
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
