import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Instant } from '../../shared/contract/ids.ts'
import { backups } from '../../shared/messages/backup/backup.fr.ts'
import type { Sqlite } from '../connect.ts'
import { storageTrouble } from '../errors.ts'
import { checkHere, type CheckCopy, type OfficeSaid } from './check.ts'
import { copyDatabase, type Hashes } from './copy.ts'
import { encrypted, type Lock } from './encrypt.ts'
import { BackupError } from './errors.ts'
import { keepPieces, openFormer, type Former } from './formerPieces.ts'
import {
  backupName,
  manifestName,
  mostFiles,
  readBackupName,
  signatureName,
  type Manifest,
} from './manifest.ts'
import { clashingNames, databaseName, heldFiles, heldFolders, isHeldName } from './names.ts'
import { comparePieces, packFile, type Packed } from './pieces.ts'
import { readBackup, saidIn } from './read.ts'
import { clearOldStage, openStage } from '../stage.ts'
import { signed, type Signer } from '../journal/signature.ts'
import { packHeld, writeArchive } from './tarred.ts'

export type BackupAsked = {
  /** The office's folder. */
  readonly folder: string
  /** The office's database, open: what it was at the first page is what is copied, whatever is written meanwhile. */
  readonly source: Sqlite
  /** The same database, left open (`leftOpen`): it is copied in less time where it is given. */
  readonly file?: number | undefined
  /** Where the archive goes: a folder, made when needed. */
  readonly out: string
  readonly why: Manifest['why']
  readonly chain: Manifest['chain']
  /** Milliseconds, UTC. */
  readonly at: Instant
  /** The office's key; null where it can't be had: the backup is then unsigned, and a restore asks to be told so. */
  readonly signer: Signer | null
  /** Whether `out` has this office's backups alone, one after another: what the last one packed is taken from it. */
  readonly own?: boolean
  /** Checks the copy; here, where nothing is said. */
  readonly check?: CheckCopy
}
export type Backup = {
  readonly file: string
  readonly bytes: number
  readonly manifest: Manifest
  readonly isSigned: boolean
  /** Files that were left out: their names are none that a backup may hold, or none that it may hold with another's. */
  readonly leftOut: readonly string[]
}

/** What is being made is beside what is made, under a name that no backup has. */
const staged = '.en-cours-'

/**
 * Copies the office as it is at this instant, checks the copy, and writes it as one archive, whole or not at all: the
 * archive has its name once its bytes were read again and are those that were checked.
 * @throws BackupError or StorageError's causes: nothing is left in `out`
 */
export async function writeBackup(asked: BackupAsked): Promise<Backup> {
  await mkdir(asked.out, { recursive: true, mode: 0o700 })
  const { path: stage, drop } = await openStage(join(asked.out, staged))
  const former = await formerOf(asked)
  try {
    const copy = join(stage, databaseName)
    const hashes = await copyDatabase(asked.source, copy, asked.file)
    const { said, database } = await checkedAndPacked({ file: copy, hashes }, stage, former, asked)
    // Packed: the disk has room for the archive in its place.
    await rm(copy)
    const { publicKey, zone: _zone, ...office } = said
    const { held, leftOut } = await copyHeld(asked.folder, stage)
    const others = await packHeld(stage, held, { database: database.bytes, at: asked.at })
    // Another key than the office's would sign nothing: a folder that lost its own is one of those.
    const signer = asked.signer?.publicKey === publicKey ? asked.signer : null
    const manifest: Manifest = {
      format: signer === null ? 1 : 2,
      ...office,
      at: asked.at,
      why: asked.why,
      chain: asked.chain,
      files: [{ name: databaseName, bytes: database.bytes, sha256: database.sha256 }, ...others.files],
    }
    const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
    const signature = signer && Buffer.from(JSON.stringify(await signed('backup', text, signer)))
    // Read as a restore reads them, whatever is read again of the rest.
    saidIn(text, signature)
    const first = [[manifestName, text] as const, ...(signature ? [[signatureName, signature] as const] : [])]
    const part = join(stage, 'archive')
    const pieces = await writeArchive(part, first, database, others, asked.at)
    // Read again, every byte: what a disk keeps is not always what it was given.
    if (former === null) await readBackup(part)
    else await comparePieces(part, pieces)
    const name = backupName(manifest)
    const file = join(asked.out, name)
    await rename(part, file)
    await durable(asked.out)
    if (asked.own && signer !== null)
      await keepPieces(asked.out, { archive: name, said, first: pieces[0].packed, database }, signer)
    return { file, bytes: (await stat(file)).size, manifest, isSigned: signer !== null, leftOut }
  } finally {
    await former?.archive.close()
    await drop()
  }
}

/** What the former backup need not do again: nothing of it is taken where everything is verified. */
const formerOf = async ({ own = false, chain, signer, out }: BackupAsked): Promise<Former | null> =>
  own && chain === 'end' && signer !== null ? openFormer(out, signer.publicKey) : null

/**
 * Checks a copy, and packs it meanwhile: what is packed is worth nothing until the check has ended well. A copy that is the
 * former backup's to the last byte was checked then.
 */
async function checkedAndPacked(
  copy: { readonly file: string; readonly hashes: Hashes },
  stage: string,
  former: Former | null,
  { chain, check = checkHere }: BackupAsked,
): Promise<{ readonly said: OfficeSaid; readonly database: Packed & { readonly file: string } }> {
  let checking: Promise<OfficeSaid> | undefined
  const begin = () => (checking ??= check(copy.file, chain, former?.said))
  const file = join(stage, 'pieces')
  const pieces = await open(file, 'wx', 0o600)
  try {
    const packed = await packFile(copy.file, pieces, former, () => void begin().catch(() => {}), copy.hashes)
    const said = packed.sha256 === former?.sha256 ? former.said : await begin()
    return { said, database: { ...packed, file } }
  } finally {
    // Neither works in the stage any more once it goes.
    await Promise.allSettled([checking])
    await pieces.close()
  }
}

/**
 * Copies a backup encrypted into a folder outside, whole or not at all.
 * @returns the copy's name
 */
export async function copyOutside(file: string, out: string, lock: Lock): Promise<string> {
  const name = `${file.slice(file.lastIndexOf(sep) + 1)}.age`
  const { path: stage, drop } = await openStage(join(out, staged))
  const part = join(stage, name)
  try {
    await pipeline(
      await encrypted(createReadStream(file), lock),
      createWriteStream(part, { mode: 0o600, flush: true }),
    )
    await rename(part, join(out, name))
    await durable(out)
    return name
  } finally {
    await drop()
  }
}

/** Removes what an interrupted backup left, and nothing of one under way; a file is of before each had its folder. */
export async function clearStages(out: string): Promise<void> {
  if (!existsSync(out)) return
  for (const entry of await readdir(out, { withFileTypes: true })) {
    if (!entry.name.startsWith(staged)) continue
    const path = join(out, entry.name)
    if (entry.isDirectory()) await clearOldStage(path, Date.now())
    else await rm(path, { force: true })
  }
}

/**
 * The other files that a restore needs, copied beside the database; a link among them is none.
 * @throws BackupError where they are more than a backup has; StorageError where one is no file, such as a pipe, which would be
 * waited for
 */
async function copyHeld(folder: string, stage: string) {
  const found: string[] = []
  for (const name of heldFiles) {
    const path = join(folder, name)
    if (!existsSync(path)) continue
    if (!(await stat(path)).isFile()) throw storageTrouble('unreadable', path)
    found.push(name)
  }
  for (const each of heldFolders) {
    const path = join(folder, each)
    if (!existsSync(path)) continue
    if (!(await stat(path)).isDirectory()) throw storageTrouble('unreadable', path)
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    for (const entry of entries.filter((one) => one.isFile()))
      found.push(relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  }
  const named = found.filter(isHeldName).toSorted()
  // Nobody could restore a backup that has both: the office keeps one without the second, and is told. The names that the
  // program reads are in small letters: they come first.
  const clashing = clashingNames(named.toReversed())
  const held = named.filter((name) => !clashing.has(name))
  if (held.length + 1 > mostFiles) throw new BackupError(backups.tooManyFiles(mostFiles))
  for (const name of held) {
    await mkdir(dirname(join(stage, name)), { recursive: true, mode: 0o700 })
    await copyFile(join(folder, name), join(stage, name))
  }
  return { held, leftOut: [...found.filter((name) => !isHeldName(name)), ...clashing] }
}

/** The name itself survives a power cut; a file system that can't be asked (Windows) does it by itself. */
async function durable(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** The backups of a folder, the latest first; none when the folder isn't there. */
export async function listBackups(out: string): Promise<ReturnType<typeof namesIn>> {
  return namesIn(await readdir(out).catch(() => []))
}

const namesIn = (names: readonly string[]) =>
  names.flatMap((name) => readBackupName(name) ?? []).toSorted((a, b) => b.at - a.at || b.seq - a.seq)
