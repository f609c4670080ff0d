import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readdirSync, statSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Trouble } from './trouble.ts'

/** A PostgreSQL of our own, in a folder of its own, as an ordinary user: nothing of the system's is touched. */
export interface Postgres {
  readonly port: number
  /** The URL of one of its databases, for the account that owns everything, or another one. */
  readonly url: (database: string, account?: string) => string
  /** A new database, whose URL is given: empty, or a copy of another one to which nobody is connected. */
  readonly database: (like?: string) => Promise<string>
  readonly stop: () => Promise<void>
}

/** The same, where the caller may do what it likes with it. */
export interface OwnPostgres extends Postgres {
  readonly folder: string
  /** Ends it as a power cut would, without a word to those who are connected. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same folder and port. */
  readonly start: () => Promise<void>
  /** Asks it to read its settings again, after more of them. */
  readonly set: (lines: readonly string[]) => Promise<void>
}

const owner = 'postgres'
const installed = '/usr/lib/postgresql'

/** Debian keeps each version's programs in a folder of its own. */
function programs(): string {
  const versions = existsSync(installed) ? readdirSync(installed).filter((name) => /^[0-9]+$/.test(name)) : []
  const latest = versions.toSorted((a, b) => Number(b) - Number(a))[0]
  if (latest === undefined)
    throw new Trouble('PostgreSQL manque. Sur Debian : sudo apt-get install postgresql')
  return join(installed, latest, 'bin')
}

/** PostgreSQL refuses to be root: it is then the account that came with its package. */
function ordinary(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const home = '/var/lib/postgresql'
  if (!existsSync(home)) throw new Trouble('Le compte « postgres » du paquet postgresql manque.')
  const { uid, gid } = statSync(home)
  return { uid, gid }
}

/** Runs one of its programs to the end. @throws Trouble with what it said */
export async function pgProgram(name: string, args: readonly string[]): Promise<void> {
  const child = spawn(join(programs(), name), args, {
    cwd: '/',
    ...ordinary(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const output of [child.stdout, child.stderr])
    output.setEncoding('utf8').on('data', (text: string) => (said += text))
  const code = await new Promise((done) => child.on('close', done))
  if (code !== 0)
    throw new Trouble(
      `${name} a échoué (code ${String(code)}).\n${said.trim().split('\n').slice(-5).join('\n')}`,
    )
}

/** A folder that PostgreSQL's account may use. */
export async function pgFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-pg-'))
  const who = ordinary()
  if (who) chownSync(folder, who.uid, who.gid)
  await chmod(folder, 0o700)
  return folder
}

const settings = (port: number, folder: string) => `
port = ${port}
listen_addresses = '127.0.0.1'
unix_socket_directories = '${folder}'
max_connections = 200
shared_buffers = 32MB
max_wal_size = 256MB
log_min_messages = fatal
`

/**
 * Starts a PostgreSQL of our own on a free port of 127.0.0.1 (two seconds). Its databases are in French, so that a
 * comparison which should be of bytes is seen to be.
 */
export async function startPostgres(): Promise<OwnPostgres> {
  const folder = await pgFolder()
  const data = join(folder, 'data')
  try {
    const who = ['-U', owner, '-A', 'trust']
    const french = ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=fr']
    await pgProgram('initdb', ['-D', data, '-E', 'UTF8', '--no-instructions', '--no-sync', ...who, ...french])
    return await runPostgres(folder, await freePort())
  } catch (problem) {
    await rm(folder, { recursive: true, force: true })
    throw problem
  }
}

/** Starts PostgreSQL on the cluster in `folder`/data: one that was just made, or a copy of another. */
export async function runPostgres(folder: string, port: number): Promise<OwnPostgres> {
  const data = join(folder, 'data')
  await writeFile(join(data, 'postgresql.auto.conf'), settings(port, folder), { flag: 'a' })
  const url = (database: string, account = owner) => `postgres://${account}@127.0.0.1:${port}/${database}`
  let child: ChildProcess | null = null
  let gone = Promise.resolve()

  const start = async () => {
    const server = spawn(join(programs(), 'postgres'), ['-D', data], {
      cwd: '/',
      ...ordinary(),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child = server
    let said = ''
    server.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
    gone = new Promise((done) => server.once('exit', () => done()))
    for (let tries = 0; tries < 200; tries++) {
      if (server.exitCode !== null)
        throw new Trouble(`PostgreSQL ne démarre pas.\n${said.trim().split('\n').slice(-5).join('\n')}`)
      if (await answers(url(owner))) return
      await wait(50)
    }
    throw new Trouble('PostgreSQL ne répond pas')
  }
  const leave = async (signal: NodeJS.Signals) => {
    if (child?.exitCode === null && child.signalCode === null) child.kill(signal)
    await gone
  }
  await start()
  return {
    folder,
    port,
    url,
    database: (like) => newDatabase(url, like),
    start,
    // SIGQUIT: all its processes at once, and recovery at the next start. (SIGKILL would leave its children.)
    kill: () => leave('SIGQUIT'),
    set: async (lines) => {
      const file = join(data, 'postgresql.auto.conf')
      await writeFile(file, `${await readFile(file, 'utf8')}\n${lines.join('\n')}\n`)
      child?.kill('SIGHUP')
    },
    stop: async () => {
      await leave('SIGINT')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function newDatabase(url: Postgres['url'], like?: string): Promise<string> {
  const name = `t${randomBytes(6).toString('hex')}`
  const client = new pg.Client(url(owner))
  await client.connect()
  try {
    await client.query(
      `create database ${name} template ${like ? new URL(like).pathname.slice(1) : 'template1'}`,
    )
  } finally {
    await client.end()
  }
  return url(name)
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** What the run's own PostgreSQL is called in the environment; a test file alone starts one for itself. */
const shared = 'GUICHET_TEST_POSTGRES'

/** The environment by which tests find a PostgreSQL that is already started. */
export const postgresEnvironment = ({ port }: Postgres): Readonly<Record<string, string>> => ({
  [shared]: String(port),
})

/** The PostgreSQL of this run of the tests when there is one, else one for the caller alone. */
export async function usePostgres(): Promise<Postgres> {
  const port = Number(process.env[shared])
  if (!port) return startPostgres()
  const url = (database: string, account = owner) => `postgres://${account}@127.0.0.1:${port}/${database}`
  return { port, url, database: (like) => newDatabase(url, like), stop: async () => {} }
}

/** A port that nobody has at this instant. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}
