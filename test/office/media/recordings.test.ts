import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { backupsIn } from '../../../db/backup/before.ts'
import { openForReading } from '../../../db/open.ts'
import { pieceBytes } from '../../../shared/contract/media/recordings.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { startRealOffice } from '../../fixtures/realOffice.ts'
import { done, type RunningHost } from '../../fixtures/startHost.ts'

// What an office recorded is in its backups, and what it erased comes back from none.

const office = await startRealOffice()
afterAll(() => office.stop())

/** A sound of two pieces that holds this word. */
const sound = (word: string) => Buffer.concat([Buffer.from('OggS'), Buffer.alloc(pieceBytes, word)])

async function keep(host: Pick<RunningHost, 'url' | 'tokens'>, what: object, bytes: Buffer): Promise<string> {
  for (let index = 0; index * pieceBytes < bytes.length; index++)
    await done(host, 'admin', 'commands/recording.send', {
      index,
      bytes: bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes).toString('base64'),
    })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const about = { what, lang: 'fr', milliseconds: 900, transcript: 'Quelle est votre démarche ?', sha256 }
  return (await done<{ recordingId: string }>(host, 'admin', 'commands/recording.add', about)).recordingId
}

/** The bytes of a recording as a folder has them. */
async function bytesIn(dir: string, recordingId: string): Promise<Buffer> {
  const db = await openForReading(dir)
  const rows = db
    .prepare("select value from personal where kind = 'recording' and id like ? order by id")
    .pluck()
    .all(`${recordingId} %`) as string[]
  db.close()
  return Buffer.concat(rows.map((row) => Buffer.from(JSON.parse(row) as string, 'base64')))
}

test('a backup brings back what the office recorded, byte for byte, but not what was erased since', async () => {
  const { host, dir, folder } = office
  const [kept, erased] = [sound('garde'), sound('efface')]
  const keptId = await keep(host, { of: 'welcome' }, kept)
  const erasedId = await keep(host, { of: 'rule' }, erased)
  const { name } = await done<{ name: string }>(host, 'admin', 'commands/backup.make')
  await done(host, 'admin', 'commands/recording.remove', { recordingId: erasedId })
  expect((await bytesIn(dir, erasedId)).length).toBe(0)

  const again = join(folder, 'again')
  const said = await guichet(['restore', join(backupsIn(dir), name), again])
  expect(said).toMatchObject({ code: 0, err: '' })
  expect(said.out).toContain('1 effacement refait')
  expect((await bytesIn(again, keptId)).equals(kept)).toBe(true)
  expect((await bytesIn(again, erasedId)).length).toBe(0)
  expect((await guichet(['journal', 'verify', again])).code).toBe(0)
}, 60_000)

test('what is erased or replaced leaves the journal’s files, its log too, without waiting for the hour', async () => {
  const { host, dir } = office
  const [first, second] = [sound('premier'), sound('second')]
  const recorded = [first, second].map((bytes) => bytes.subarray(3000, 3300).toString('base64'))
  /** Which of the two is still in a file of the journal. */
  const left = async () => {
    const names = (await readdir(dir)).filter((name) => name.startsWith('guichet.sqlite'))
    const files = await Promise.all(names.map((name) => readFile(join(dir, name))))
    return recorded.map((text) => files.some((file) => file.includes(text)))
  }
  await keep(host, { of: 'welcome' }, first)
  expect(await left()).toEqual([true, false])
  const recordingId = await keep(host, { of: 'welcome' }, second)
  await vi.waitFor(async () => expect(await left()).toEqual([false, true]), {
    timeout: 10_000,
    interval: 100,
  })
  await done(host, 'admin', 'commands/recording.remove', { recordingId })
  await vi.waitFor(async () => expect(await left()).toEqual([false, false]), {
    timeout: 10_000,
    interval: 100,
  })
}, 60_000)
