import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { StorageError } from '../../../db/errors.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { verifyChain } from '../../../db/journal/verify.ts'
import { journalFile, openDatabase, openJournal } from '../../../db/open.ts'
import { child } from '../child.ts'
import { at, batch, commandId, facts, newEvent } from '../facts.ts'
import { whyNotOrdinary } from '../../fixtures/ordinaryUser.ts'
import { ownFolder } from '../folder.ts'

const root = process.getuid?.() === 0

/** A small disk in memory, unmounted at the end of the test. */
function smallDisk(folder: string, kilobytes: number): string {
  const disk = join(folder, 'disk')
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'guichet-test', disk], { stdio: 'pipe' })
  onTestFinished(() => void execFileSync('umount', ['-l', disk]))
  return disk
}

const canMount = root && tryMount()
function tryMount(): boolean {
  try {
    const folder = `/tmp/guichet-mount-${process.pid}`
    mkdirSync(folder)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'guichet-test', folder], { stdio: 'pipe' })
      execFileSync('umount', [folder])
      return true
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  } catch {
    return false
  }
}
if (!canMount) console.log('skipped: a full disk needs the right to mount a small tmpfs (root)')

describe.runIf(canMount)('a full disk', () => {
  test('refuses the batch in a sentence, keeps what was stored, and goes on when space is back', async () => {
    const disk = smallDisk(ownFolder(), 2048)
    const filler = join(disk, 'filler')
    const db = await openDatabase(disk)
    const journal = sqliteJournal(db)
    writeFileSync(filler, Buffer.alloc(1024 * 1024))
    let stored = 0
    const append = () =>
      journal.append(
        stored,
        batch({
          events: [newEvent(stored, facts.taken(stored % 900))],
          answers: [{ commandId: commandId(stored), inputHash: 'h', output: '1', at: at(stored) }],
          personal: [{ op: 'put', kind: 'sheet', id: `v${stored}`, value: 'x'.repeat(2000), at: at(stored) }],
        }),
      )
    let refusal: unknown
    while (!refusal && stored < 5000) {
      try {
        expect(await append()).not.toBe('conflict')
        stored++
      } catch (error) {
        refusal = error
      }
    }
    expect(refusal).toBeInstanceOf(StorageError)
    expect(refusal).toMatchObject({ code: 'diskFull' })
    expect(stored).toBeGreaterThan(5)
    for (let again = 0; again < 3; again++) await expect(append()).rejects.toMatchObject({ code: 'diskFull' })
    expect((await journal.head()).seq).toBe(stored)
    expect(verifyChain(db)).toMatchObject({ ok: true, count: stored })
    expect(await journal.answer(commandId(stored))).toBeUndefined()
    expect((await journal.personal('sheet')).size).toBe(stored)
    rmSync(filler)
    for (let more = 0; more < 20; more++, stored++) await append()
    await journal.close()
    const again = await openDatabase(disk)
    expect(verifyChain(again)).toMatchObject({ ok: true, count: stored })
    again.close()
  })

  test('at the first start is said in a sentence, and the start works once there is space', async () => {
    // Room for an empty office, its log beside it.
    const size = 1024
    for (const left of [0, 4, 12, 40]) {
      const disk = smallDisk(ownFolder(), size)
      const filler = join(disk, 'filler')
      writeFileSync(filler, Buffer.alloc((size - left) * 1024))
      const refusal: unknown = await openJournal(disk).catch((error: unknown) => error)
      expect(refusal, `${left} KiB left`).toMatchObject({ code: 'diskFull' })
      rmSync(filler)
      const journal = await openJournal(disk)
      await journal.append(0, batch({ events: [newEvent(0, facts.taken(0))] }))
      await journal.close()
    }
  })
})

const nobody = { uid: 65534, gid: 65534 }

/** What an ordinary user reads, for each way of opening each of two folders: one program tries them all. */
async function asNobody(...folders: readonly [string, string]) {
  const one = child('open', folders, nobody)
  await one.ended
  expect(one.errors()).toBe('')
  const said = one.lines().map((line) => JSON.parse(line) as { name: string; code: string; message?: string })
  return [said.slice(0, 3), said.slice(3)]
}

const cannot = whyNotOrdinary()
if (cannot !== null) console.log(`skipped: another user’s folder ${cannot}`)

describe.skipIf(cannot !== null)('a folder that an ordinary user may not write', () => {
  test('is said in a sentence that names it, and nothing is made there', async () => {
    const folder = ownFolder()
    chmodSync(folder, 0o755)
    const inside = join(folder, 'office')
    const places = [folder, inside] as const
    for (const [at, said] of (await asNobody(...places)).entries()) {
      expect(said.map(({ code }) => code)).toEqual(['notWritable', 'notWritable', 'missing'])
      expect(said[0]?.message).toContain(`« ${places[at]} »`)
    }
    expect(existsSync(inside)).toBe(false)
    expect(existsSync(journalFile(folder))).toBe(false)
  })

  test('whose journal is another user’s is said too, and stays as it was', async () => {
    const made = async (mode: number) => {
      const folder = ownFolder()
      const journal = await openJournal(folder)
      await journal.append(0, batch({ events: [newEvent(0, facts.taken(0))] }))
      await journal.close()
      chmodSync(folder, mode)
      return folder
    }
    const folders = [await made(0o755), await made(0o777)] as const
    for (const said of await asNobody(...folders)) {
      expect(said.map(({ code }) => code).slice(1)).toEqual(['notWritable', 'notWritable'])
      for (const { message } of said.slice(1)) expect(message).not.toMatch(/SQLITE|EACCES|\n/)
    }
    for (const folder of folders) {
      rmSync(join(folder, 'host.lock'), { force: true })
      rmSync(join(folder, 'host.json'), { force: true })
      const again = await openJournal(folder)
      expect((await again.head()).seq).toBe(1)
      await again.close()
    }
  })
})

test('a folder whose place is a file, or whose name is too long, is a sentence', async () => {
  const folder = ownFolder()
  writeFileSync(join(folder, 'file'), '')
  for (const place of [join(folder, 'file'), join(folder, 'file', 'inside'), join(folder, 'x'.repeat(300))]) {
    await expect(openJournal(place)).rejects.toMatchObject({ code: 'notWritable' })
  }
})
