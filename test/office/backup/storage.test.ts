import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { journalFile } from '../../../db/open.ts'
import { startInside } from '../../fixtures/hostInside.ts'
import { whyNotOrdinary } from '../../fixtures/ordinaryUser.ts'
import {
  done,
  failedStart,
  newFolder,
  post,
  removeFolder,
  startHost,
  type HostOptions,
  type RunningHost,
} from '../../fixtures/startHost.ts'
import { programsTake } from '../../fixtures/kioskPace.ts'

let dir: string
beforeEach(async () => {
  dir = await newFolder()
})
afterEach(() => removeFolder(dir))

/** Nobody in particular: 65534 everywhere. */
const ordinary = 65_534
const isRoot = process.getuid?.() === 0

const inFrench = (said: string, says: RegExp) => {
  expect(said).toMatch(says)
  expect(said).not.toMatch(/ {4}at |SQLITE_|E[A-Z]{4,}:/)
}
/** A host that can't start says why and what to do, in one sentence of French, with no trace. */
async function refusedProgram(says: RegExp, options: HostOptions = {}): Promise<void> {
  const { code, stdout, stderr } = await failedStart(dir, options)
  expect([code, stdout]).toEqual([1, ''])
  inFrench(stderr, says)
}
/** The same of what the program says as it is. */
async function refused(says: RegExp): Promise<void> {
  const why = await startInside(dir).then(
    () => new Error('it started'),
    (error: unknown) => error as Error,
  )
  expect(why).toMatchObject({ name: expect.stringMatching(/^(Storage|Start)Error$/) })
  inFrench(why.message, says)
}

/** A stopped office of one day with three tickets. */
async function stoppedOffice(): Promise<void> {
  const host = await startInside(dir)
  await done(host, 'supervisor', 'commands/day.open')
  for (let at = 0; at < 3; at++) await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  await host.stop()
}

describe('a folder or a file that can’t be used is said in a sentence, and left as it was', () => {
  test('a folder that an ordinary user may not write', async (context) => {
    const why = whyNotOrdinary()
    if (why !== null) return context.skip(why)
    chmodSync(dir, 0o755)
    await refusedProgram(/ne peut pas être écrit\. Donnez le droit/, { uid: ordinary })
    return undefined
  })

  test('a folder where every account of the machine may put its own key or tokens', async () => {
    await stoppedOffice()
    chmodSync(dir, 0o1777)
    await refused(/peut écrire dans le dossier .* Retirez ce droit \(chmod o-w/)
    chmodSync(dir, 0o775)
    await (await startInside(dir)).stop()
  })

  test('a folder’s files that an ordinary user may not write', async (context) => {
    const why = whyNotOrdinary()
    if (why !== null) return context.skip(why)
    await stoppedOffice()
    chownSync(dir, ordinary, ordinary)
    await refusedProgram(/ne peut pas être écrit\. Donnez le droit/, { uid: ordinary })
    return undefined
  })

  test('a file of another kind, one of another program, one that is damaged', async () => {
    const file = journalFile(dir)
    writeFileSync(
      file,
      'Ceci n’est pas une base de données, mais un texte assez long pour y ressembler. '.repeat(20),
    )
    const before = readFileSync(file)
    await refused(/n’est pas une base SQLite\. Mettez-le de côté/)
    expect(readFileSync(file)).toEqual(before)
    rmSync(file)

    const other = new Database(file)
    other.exec('create table recipes (name text)')
    other.close()
    await refused(/appartient à un autre programme/)
    rmSync(file)

    rmSync(join(dir, 'tokens.json'), { force: true })
    await stoppedOffice()
    const bytes = readFileSync(file)
    bytes.fill(0xa5, 4096 * 2, 4096 * 4)
    writeFileSync(file, bytes)
    await refused(/est abîmé : Guichet n’y a rien changé/)
    expect(readFileSync(file)).toEqual(bytes)
  })

  test('a file of a younger version is not opened', async () => {
    await stoppedOffice()
    const db = new Database(journalFile(dir))
    db.exec(
      'update schema_version set version = version + 1 where version = (select max(version) from schema_version)',
    )
    db.close()
    await refusedProgram(/écrit par une version plus récente de Guichet/)
  })

  test('a key or tokens that are no more', async () => {
    await stoppedOffice()
    writeFileSync(join(dir, 'office.key'), 'perdue')
    await refused(/La clé de l’office .* est illisible\. Remettez celle de la dernière sauvegarde/)
  })
})

test('a disk that fills up while the office works: acts are refused in a sentence, readings go on, and after space returns all goes on', async (context) => {
  if (!isRoot) return context.skip('needs root, to mount a small disk')
  const disk = join(dir, 'disk')
  mkdirSync(disk)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=0777', 'guichet-test', disk], { stdio: 'pipe' })
  } catch {
    return context.skip('mounting a tmpfs is not allowed here')
  }
  let host: RunningHost | undefined
  try {
    host = await startHost(join(disk, 'office'))
    await done(host, 'supervisor', 'commands/rules.set', programsTake)
    await done(host, 'supervisor', 'commands/day.open')
    const ballast = join(disk, 'ballast')
    const fill = () => {
      try {
        for (let size = 1 << 20; size >= 1024; size >>= 1)
          for (;;) {
            try {
              writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' })
            } catch {
              break
            }
          }
      } catch {
        // Full is what is wanted.
      }
    }
    fill()
    const key = randomUUID()
    let answer = await post<{ number: string }>(
      host,
      'kiosk',
      'commands/ticket.take',
      { serviceId: 'titres' },
      key,
    )
    let given = 0
    // The log that is already on the disk may still take a few.
    while (answer.status === 200 && given < 2000) {
      given++
      answer = await post(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' }, randomUUID())
    }
    expect([answer.status, answer.error?.code]).toEqual([507, 'storageFull'])
    expect(answer.error?.message).toMatch(
      /^Le disque .* est plein\. .*libérez de la place, puis recommencez\.$/,
    )
    for (let at = 0; at < 3; at++)
      expect((await post(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })).status).toBe(507)
    const queue = await done<{ total: number }>(host, 'supervisor', 'queries/queue.view')
    expect(queue.total).toBe(given)

    rmSync(ballast)
    const next = await done<{ number: string }>(host, 'kiosk', 'commands/ticket.take', {
      serviceId: 'titres',
    })
    expect(next.number).toBe(`A${given + 1}`)
    await host.stop()
    host = await startHost(join(disk, 'office'))
    const after = await done<{ number: string }>(host, 'kiosk', 'commands/ticket.take', {
      serviceId: 'titres',
    })
    expect(after.number).toBe(`A${given + 2}`)
  } finally {
    await host?.kill()
    execFileSync('umount', ['-l', disk])
  }
  return undefined
})
