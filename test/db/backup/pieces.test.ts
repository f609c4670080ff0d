import { execFile } from 'node:child_process'
import {
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backupsIn } from '../../../db/backup/before.ts'
import { checkHere, type CheckCopy } from '../../../db/backup/check.ts'
import { openFormer, piecesName } from '../../../db/backup/formerPieces.ts'
import { leftOpen } from '../../../db/backup/leftOpen.ts'
import { databaseName } from '../../../db/backup/names.ts'
import {
  comparePieces,
  packFile,
  pieceBytes,
  sha256Of,
  type FormerPieces,
  type Packed,
  type Piece,
} from '../../../db/backup/pieces.ts'
import { readBackup, unpackBackup } from '../../../db/backup/read.ts'
import { writeBackup, type Backup } from '../../../db/backup/write.ts'
import { signed } from '../../../db/journal/signature.ts'
import { sqliteJournal } from '../../../db/sqlite.ts'
import { journalFile, openDatabase } from '../../../db/open.ts'
import { keyOf } from '../../../electron/host/office/key.ts'
import type { Event } from '../../../shared/contract/events.ts'
import { at, batch, facts, newEvent } from '../facts.ts'
import { ownFolder } from '../folder.ts'

const key = keyOf('1'.repeat(64))
const otherKey = keyOf('2'.repeat(64))
const address = (name: string) => ({ type: 'addressSet', data: { address: { name } } }) as unknown as Event

const made = await mkdtemp(join(tmpdir(), 'guichet-db-'))
afterAll(() => rm(made, { recursive: true, force: true }))

/** Offices of so many tickets, made once each. */
const models = new Map<number, Promise<string>>()
async function modelOf(tickets: number): Promise<string> {
  const folder = join(made, `${tickets}`)
  const db = await openDatabase(folder)
  const created = facts.officeCreated()
  const born = { ...created, data: { ...created.data, publicKey: key.publicKey } } as Event
  const events = [newEvent(0, born), newEvent(0, address('Mairie de Sainte-Foy'))]
  for (let ticket = 0; ticket < tickets; ticket++) events.push(newEvent(ticket + 1, facts.taken(ticket)))
  await sqliteJournal(db).append(0 as never, batch({ events }))
  db.close()
  await writeFile(join(folder, 'office.key'), '{"ed25519":"00"}\n', { mode: 0o600 })
  await mkdir(join(folder, 'regles'))
  await writeFile(join(folder, 'regles', 'été.json'), '{}\n')
  return folder
}

/** An office of several pieces, which its key backs up hour after hour. */
async function officeOf(tickets = 6000) {
  const model = models.get(tickets) ?? modelOf(tickets)
  models.set(tickets, model)
  const folder = join(ownFolder(), 'office')
  await cp(await model, folder, { recursive: true })
  const db = await openDatabase(folder)
  const journal = sqliteJournal(db)
  let hours = 0
  const out = backupsIn(folder)
  const backUp = (chain: 'end' | 'whole', more = {}): Promise<Backup> =>
    writeBackup({
      folder,
      source: db,
      file: leftOpen(journalFile(folder)),
      out,
      why: 'hourly',
      chain,
      at: at(10_000 + 3600 * hours++),
      signer: key,
      own: true,
      ...more,
    })
  const say = async (event: Event, more = {}) => {
    const { seq } = await journal.head()
    await journal.append(seq, batch({ events: [newEvent(9000, event)], ...more }))
  }
  return { folder, out, db, backUp, say }
}

/** The database that an archive has. */
async function databaseIn(file: string): Promise<Buffer> {
  const into = join(ownFolder(), 'restored')
  await unpackBackup(file, undefined, into)
  return readFile(join(into, databaseName))
}

/** Where the pieces of the last backup are said to be. */
const keptIn = async (out: string) => {
  const [body = ''] = (await readFile(join(out, piecesName), 'utf8')).split('\n')
  return JSON.parse(body) as { pieces: [string, number, number, string][] }
}

/** What an archive has in the place of its pieces, packed otherwise: what is taken from it is told from what is packed anew. */
async function packedOtherwise(out: string, by = key) {
  const [archive = ''] = (await readdir(out)).filter((name) => name.endsWith('.tar.gz'))
  const whole = await readFile(join(out, archive))
  const [body = ''] = (await readFile(join(out, piecesName), 'utf8')).split('\n')
  const kept = JSON.parse(body) as Awaited<ReturnType<typeof keptIn>>
  const packed = kept.pieces.map(([, place, bytes]) =>
    gzipSync(gunzipSync(whole.subarray(place, place + bytes)), { level: 2 }),
  )
  let place = 0
  const pieces = kept.pieces.map(([clear], index) => {
    const content = packed[index]!
    place += content.length
    return [clear, place - content.length, content.length, sha256Of(content)]
  })
  await writeFile(join(out, archive), Buffer.concat(packed))
  const told = JSON.stringify({ ...kept, pieces })
  const signature = await signed('pieces', Buffer.from(told), by)
  await writeFile(join(out, piecesName), `${told}\n${JSON.stringify(signature)}\n`)
  return { archive: join(out, archive), packed }
}

describe('a backup after another', () => {
  test('takes from it the pieces that have not changed, and is one archive by itself', async () => {
    const { out, db, backUp, say } = await officeOf()
    await backUp('whole')
    const { packed } = await packedOtherwise(out)
    expect(packed.length).toBeGreaterThan(4)
    await say(facts.taken(7000))
    const { file, manifest } = await backUp('end')
    const whole = await readFile(file)
    const taken = packed.filter((content) => whole.includes(content))
    expect(taken.length).toBeGreaterThan(0)
    expect(taken.length, 'what changed is packed anew').toBeLessThan(packed.length)
    // Alone on another disk, and read by what reads a backup of any release.
    const alone = join(ownFolder(), 'alone.tar.gz')
    await writeFile(alone, whole)
    expect(await readBackup(alone)).toEqual({ manifest, signer: key.publicKey })
    const anew = await backUp('end', { own: false, out: ownFolder() })
    expect((await databaseIn(alone)).equals(await databaseIn(anew.file))).toBe(true)
    db.close()
  })

  test.for([
    ['the whole chain is verified', 'whole', {}, key],
    ['nobody signs', 'end', { signer: null }, key],
    ['it is made elsewhere', 'end', { own: false }, key],
    ['another key tells of the former one', 'end', {}, otherKey],
  ] as const)('takes nothing where %s', async ([, chain, more, by]) => {
    const { out, db, backUp } = await officeOf()
    await backUp('whole')
    const { packed } = await packedOtherwise(out, by)
    const whole = await readFile((await backUp(chain, more)).file)
    expect(packed.filter((content) => whole.includes(content))).toEqual([])
    db.close()
  })

  test('packs anew a piece that the disk has kept otherwise', async () => {
    const { out, db, backUp } = await officeOf()
    const first = await backUp('whole')
    const bytes = await readFile(first.file)
    const { pieces } = await keptIn(out)
    const [, place, length] = pieces[2]!
    bytes[place + Math.floor(length / 2)]! ^= 0x10
    await writeFile(first.file, bytes)
    await expect(readBackup(first.file)).rejects.toThrow()
    const { file, manifest } = await backUp('end')
    expect(await readBackup(file)).toEqual({ manifest, signer: key.publicKey })
    db.close()
  })

  test('is made whole where the former one is gone, or what tells of it was cut', async () => {
    const { out, db, backUp } = await officeOf(50)
    await backUp('whole')
    const text = await readFile(join(out, piecesName), 'utf8')
    await writeFile(join(out, piecesName), text.slice(0, 300))
    expect(await openFormer(out, key.publicKey)).toBeNull()
    await readBackup((await backUp('end')).file)
    await writeFile(join(out, piecesName), text.replace('guichet-', '../guichet-'))
    expect(await openFormer(out, key.publicKey)).toBeNull()
    await readBackup((await backUp('end')).file)
    db.close()
  })

  test.skipIf(process.platform === 'win32')(
    'waits for no pipe, in the place of the former one or of what tells of it',
    async () => {
      const { out, db, backUp } = await officeOf(50)
      const former = basename((await backUp('whole')).file)
      for (const name of [former, piecesName]) {
        await rm(join(out, name))
        await promisify(execFile)('mkfifo', [join(out, name)])
        expect(await openFormer(out, key.publicKey), name).toBeNull()
      }
      await promisify(execFile)('mkfifo', [join(out, `${piecesName}.part`)])
      await readBackup((await backUp('end')).file)
      const again = await openFormer(out, key.publicKey)
      expect(again).not.toBeNull()
      await again?.archive.close()
      // The same list, and more than any has: reading it would take as much memory.
      await truncate(join(out, piecesName), 65 * 2 ** 20)
      expect(await openFormer(out, key.publicKey)).toBeNull()
      db.close()
    },
  )

  test('has nothing of a person erased since, though the one before has', async () => {
    const { db, backUp, say } = await officeOf()
    const row = { kind: 'sheet', id: 'sheet-1' }
    const put = { op: 'put', ...row, value: { note: 'Madame Quintefeuille' }, at: at(9000), until: null }
    await say(facts.taken(7000), { personal: [put] })
    const before = await backUp('whole')
    await say(facts.taken(7001), { personal: [{ op: 'drop', ...row }] })
    const after = await backUp('end')
    expect((await databaseIn(before.file)).includes('Quintefeuille')).toBe(true)
    expect((await databaseIn(after.file)).includes('Quintefeuille')).toBe(false)
    db.close()
  })

  test('is checked where a byte has changed since, and not again where none has', async () => {
    const { db, backUp, say } = await officeOf()
    let checks = 0
    const check: CheckCopy = (...asked) => {
      checks += 1
      return checkHere(...asked)
    }
    await backUp('whole', { check })
    expect(checks).toBe(1)
    const { file, manifest } = await backUp('end', { check })
    expect(checks).toBe(1)
    expect(manifest).toMatchObject({ seq: 6002, office: 'Mairie de Sainte-Foy' })
    await readBackup(file)
    await say(facts.taken(7000))
    await backUp('end', { check })
    expect(checks).toBe(2)
    await backUp('whole', { check })
    expect(checks, 'what is to be verified whole is').toBe(3)
    db.close()
  })

  test('says of its office what the events since have changed, and what they have not', async () => {
    const { db, backUp, say } = await officeOf(50)
    const first = await backUp('whole')
    await say(facts.taken(7000))
    expect((await backUp('end')).manifest).toMatchObject({ office: 'Mairie de Sainte-Foy', seq: 53 })
    await say(address('Mairie annexe'))
    const last = await backUp('end')
    expect(last.manifest).toMatchObject({ office: 'Mairie annexe', school: first.manifest.school, seq: 54 })
    expect(last.isSigned).toBe(true)
    db.close()
  })
})

describe('the pieces of a file', () => {
  let packed: Packed
  beforeAll(async () => {
    const file = join(made, 'file')
    await writeFile(
      file,
      Buffer.alloc(5.5 * pieceBytes).map((_, place) => (place % 251) ^ (place / pieceBytes)),
    )
    const handle = await open(join(made, 'packed'), 'wx')
    packed = await packFile(file, handle, null)
    await handle.close()
  })

  /** A file of five pieces and a half, packed: of this test's own. */
  async function packedFile() {
    const folder = ownFolder()
    const [file, to] = [join(folder, 'file'), join(folder, 'packed')]
    await copyFile(join(made, 'file'), file)
    await copyFile(join(made, 'packed'), to)
    return { file, to, packed, pieces: packed.pieces }
  }

  /** What was packed, as the former backup. */
  async function formerOf(to: string, { sha256, pieces }: Packed): Promise<FormerPieces> {
    let place = 0
    const places = pieces.map((piece) => {
      place += piece.packed
      return [piece.sha256, { ...piece, at: place - piece.packed }] as const
    })
    const order = pieces.map((piece) => piece.sha256)
    return { archive: await open(to, 'r'), sha256, order, pieces: new Map(places) }
  }

  test('are one member of gzip after another, and the whole is read as one', async () => {
    const { file, to, pieces } = await packedFile()
    expect(pieces.length).toBe(6)
    expect(gunzipSync(await readFile(to)).equals(await readFile(file))).toBe(true)
    await comparePieces(to, pieces)
  })

  test.for<[string, (whole: Buffer) => Buffer, number]>([
    ['the same', (whole) => whole, 0],
    [
      'changed in its fourth piece',
      (whole) => Buffer.from(whole).fill(1, 3.5 * pieceBytes, 3.75 * pieceBytes),
      1,
    ],
    ['cut after its third', (whole) => whole.subarray(0, 3 * pieceBytes), 0],
    [
      'ended by other bytes',
      (whole) => Buffer.concat([whole.subarray(0, 5 * pieceBytes), whole.subarray(0, 9)]),
      1,
    ],
    [
      'of the same pieces in another order',
      (whole) => Buffer.concat([whole.subarray(pieceBytes, 5 * pieceBytes), whole.subarray(0, pieceBytes)]),
      0,
    ],
  ])(
    'are those of the former file where the file is %s, and its hash is its own',
    async ([, change, anew]) => {
      const { file, to, packed } = await packedFile()
      const former = await formerOf(to, packed)
      const content = change(await readFile(file))
      await writeFile(file, content)
      // Its pieces are hashed as they are read, or were as they were written.
      const known = Array.from({ length: Math.ceil(content.length / pieceBytes) }, (_, at) =>
        sha256Of(content.subarray(at * pieceBytes, (at + 1) * pieceBytes)),
      )
      for (const hashes of [[], known]) {
        const again = await open(`${to}.${hashes.length}`, 'wx')
        const made = await packFile(file, again, former, () => {}, hashes)
        await again.close()
        expect(made.sha256).toBe(sha256Of(content))
        expect(made.pieces.filter(({ isFormer }) => !isFormer)).toHaveLength(anew)
        expect(gunzipSync(await readFile(`${to}.${hashes.length}`)).equals(content)).toBe(true)
      }
      await former.archive.close()
    },
  )

  test('that are known are read where the disk has kept the former ones otherwise', async () => {
    const { file, to, pieces, packed } = await packedFile()
    const former = await formerOf(to, packed)
    const bytes = await readFile(to)
    bytes[pieces[0]!.packed + 9]! ^= 1
    await writeFile(to, bytes)
    const again = await open(`${to}.again`, 'wx')
    const made = await packFile(file, again, former, () => {}, former.order)
    await again.close()
    expect(made.pieces.map(({ isFormer }) => isFormer)).toEqual(pieces.map((_, at) => at !== 1))
    expect(gunzipSync(await readFile(`${to}.again`)).equals(await readFile(file))).toBe(true)
    await former.archive.close()
  })

  test('that are known are compared, where the whole is hashed, with what the disk gives of them', async () => {
    const { file, to, packed } = await packedFile()
    const former = await formerOf(to, packed)
    const content = await readFile(file)
    for (const piece of [1, 4]) content.fill(1, (piece + 0.5) * pieceBytes, (piece + 0.75) * pieceBytes)
    await writeFile(file, content)
    const again = await open(`${to}.again`, 'wx')
    // The change of the fifth is known, and that of the second is the disk's.
    const hashes = former.order.with(4, '0'.repeat(64))
    await expect(packFile(file, again, former, () => {}, hashes)).rejects.toThrow('abîmée')
    await again.close()
    await former.archive.close()
  })

  test('are refused where the disk gives other bytes, fewer, or more; and where one unpacks to something else', async () => {
    const { to, pieces } = await packedFile()
    const bytes = await readFile(to)
    const changed = Buffer.from(bytes)
    changed[bytes.length - 9]! ^= 1
    for (const other of [changed, bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.alloc(1)])]) {
      await writeFile(to, other)
      await expect(comparePieces(to, pieces)).rejects.toThrow('abîmée')
    }
    await writeFile(to, bytes)
    for (const other of [{ sha256: '0'.repeat(64) }, { bytes: 100 }]) {
      const lying: readonly Piece[] = pieces.with(1, { ...pieces[1]!, ...other })
      await expect(comparePieces(to, lying)).rejects.toThrow('abîmée')
    }
  })
})
