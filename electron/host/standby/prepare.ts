import { existsSync, mkdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checkGiven } from '../../../db/backup/check.ts'
import { BackupError } from '../../../db/backup/errors.ts'
import type { Manifest } from '../../../db/backup/manifest.ts'
import { databaseName } from '../../../db/backup/names.ts'
import { unpackBackup, type Said } from '../../../db/backup/read.ts'
import { connect, type Sqlite } from '../../../db/connect.ts'
import { compareSigned, hashesOf } from '../../../db/journal/anchored.ts'
import { anchorLines, readAnchors } from '../../../db/journal/anchorFile.ts'
import { followFrom, placeIn, rawEvents } from '../../../db/standby/sqlite.ts'
import { latestVersion } from '../../../db/migrations/migrate.ts'
import { journalFile, openDatabase } from '../../../db/open.ts'
import { events } from '../../../shared/contract/events.ts'
import type { Seq } from '../../../shared/contract/ids.ts'
import { Pin } from '../../../shared/contract/network/calls.ts'
import { standbyWords as words } from '../../../shared/messages/standby/standby.fr.ts'
import { writePrivate } from '../core/privateFiles.ts'
import { addressFrom } from '../../lan/pin.ts'
import { publicKeyIn, signerIn } from '../office/key.ts'
import type { Log } from '../core/log.ts'
import { StartError } from '../core/startError.ts'
import { askAny, mayAsk, openPeer, PeerRefused, type PeerLine } from './asking.ts'
import { openCopyStage } from './copyStage.ts'
import { Followed, readFollowing, writeFollowing } from './folder.ts'
import { apartFolder } from '../backup/apart.ts'
import { HashSaid, State, type StateAsked } from './wire.ts'

/** The host to follow, as it was asked for: `token` may carry the pin of the host's key, `TOKEN.PIN`. */
export type FollowAsked = { readonly url: string; readonly token: string }

/**
 * Notes which host the folder's machine follows from now on.
 * @throws StartError when this is no address, or when its key is not known
 */
export function followHost(dir: string, { url: asked, token: given }: FollowAsked): void {
  const [token = '', pin] = given.split('.')
  const plain = /^http:/i.test(asked)
  const url = plain ? (URL.parse(asked)?.origin ?? null) : addressFrom(asked)
  const parsedPin = Pin.safeParse(pin)
  const pins = parsedPin.success ? [parsedPin.data] : []
  if (url === null || (plain && !mayAsk(url, []))) throw new StartError(words.badAddress(asked))
  if (!mayAsk(url, pins)) throw new StartError(words.noPin)
  const follows = Followed.safeParse({ urls: [url], token, pins }).data
  if (!follows) throw new StartError(words.badToken)
  const kept = readFollowing(dir)
  writeFollowing(dir, { ...kept, follows })
}

/** Milliseconds that a host may take to say how far it is. */
const patience = 5000

/**
 * Makes the folder of a machine that follows a copy that can go on: nothing to do where it has one; the whole office copied
 * where it has none, or one that the host's journal has left behind. What this folder stored that the host's journal does not
 * have is kept aside first, and said.
 * @throws StartError, whose sentence says what to do; the folder then is as it was, or its copy begins again the next time
 */
export async function prepareCopy(dir: string, log: Log): Promise<void> {
  const kept = readFollowing(dir)
  const { follows } = kept
  if (follows === null) return
  const local = existsSync(journalFile(dir)) && kept.copy !== 'cut' ? await localPlace(dir) : undefined
  const us = { hostId: kept.hostId, urls: [], pins: [] }
  const found = await stateOf(follows, { us, acts: false, epoch: 0 }).catch((error: unknown) => {
    if (error instanceof PeerRefused && local === undefined)
      throw new StartError(words.refused(error.message))
    return undefined
  })
  const own = local && !local.place.follows ? await lastRelay(dir) : undefined
  if (own?.hostId === kept.hostId && !(found?.answer.acts && found.answer.epoch > own.epoch)) {
    // An old command still says whom it followed before it took the relay: it acts, and goes on.
    writeFollowing(dir, { ...kept, follows: null })
    log.info('followsNoMore', { epoch: own.epoch })
    return
  }
  if (found === undefined) {
    if (local === undefined) throw new StartError(words.unreachable(follows.urls[0] ?? ''))
    // It waits for its host, and stores nothing of its own meanwhile.
    if (!local.place.follows) await markFollowing(dir)
    return
  }
  const { url, answer: state } = found
  if (state.schema !== latestVersion) throw new StartError(words.otherVersion)
  if (local !== undefined && local.office !== state.office) throw new StartError(words.otherOffice(dir))
  if (!state.acts) {
    if (local === undefined) throw new StartError(words.followsItself(url))
    if (!local.place.follows) await markFollowing(dir)
    return
  }
  const peer = openPeer(url, follows.token, follows.pins)
  try {
    if (local !== undefined) {
      const common = await commonPoint(dir, peer, Math.min(local.place.seq, state.place.seq))
      if (common < local.place.seq) await keepApart(dir, common, log)
      else if (local.place.follows && local.place.lineage === state.place.lineage && kept.copy === 'none')
        return
    }
    const epoch = local === undefined ? 0 : ((await lastRelay(dir))?.epoch ?? 0)
    await copyWhole(dir, peer, state, epoch, () => writeFollowing(dir, { ...kept, copy: 'cut' }))
    writeFollowing(dir, { ...kept, copy: 'none' })
    log.info('copied', { from: url, seq: state.place.seq })
  } catch (error) {
    // Its journal is not what the office signed: what is here is kept as it is, until somebody has gone on with that one.
    if (!(error instanceof PeerRefused)) throw error
    if (local === undefined) throw new StartError(words.refused(error.message))
    if (!local.place.follows) await markFollowing(dir)
  } finally {
    peer.close()
  }
}

/** What the host that this machine follows says of itself. */
export const stateOf = (followed: Followed, asked: StateAsked, most = patience) =>
  askAny(followed, 'state', asked, State, most)

/** What this folder has, brought to this program's schema first: nobody else holds it. */
async function reading<T>(dir: string, work: (db: Sqlite) => T | Promise<T>): Promise<T> {
  const db = await openDatabase(dir, { signer: signerIn(dir) })
  try {
    return await work(db)
  } finally {
    db.close()
  }
}

const localPlace = (dir: string) => reading(dir, placeIn)

/** The last taking of the relay that a folder's journal tells of. */
const lastRelay = (dir: string) =>
  reading(dir, (db) => {
    const data = db
      .prepare(
        "select json_extract(body, '$.data') from events where type = 'hostPromoted' order by seq desc limit 1",
      )
      .pluck()
      .get()
    return typeof data === 'string' ? Relay.parse(JSON.parse(data)) : undefined
  })
const Relay = events.hostPromoted.data

const markFollowing = (dir: string) => reading(dir, followFrom)

/** The last event that both have: what comes before a common one is common, since each hash holds all before it. */
async function commonPoint(dir: string, peer: PeerLine, most: number): Promise<number> {
  return reading(dir, async (db) => {
    const ours = (seq: number) => rawEvents(db, (seq - 1) as Seq, 1)[0]?.[2]
    const same = async (seq: number) =>
      seq === 0 || (await peer.ask('hash', { seq }, HashSaid, patience)).hash === ours(seq)
    let [low, high] = [0, most]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (await same(middle)) low = middle
      else high = middle - 1
    }
    return low
  })
}

/** The events after the common one, as they are stored, in a file that nothing of ours removes. Durable when it returns. */
const keepApart = (dir: string, common: number, log: Log) =>
  reading(dir, (db) => {
    const apart = rawEvents(db, common as Seq, Number.MAX_SAFE_INTEGER)
    const last = apart.at(-1)?.[0] ?? common
    mkdirSync(apartFolder(dir), { recursive: true, mode: 0o700 })
    const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
    const file = join(apartFolder(dir), `ecart-${stamp}-${common + 1}-${last}.jsonl`)
    writePrivate(file, apart.map(([seq, body, hash]) => `${JSON.stringify({ seq, hash, body })}\n`).join(''))
    log.info('apart', { from: common + 1, to: last, events: apart.length, file })
    process.stderr.write(`${words.apart(apart.length, file)}\n`)
  })

/**
 * The host's whole office in place of what the folder had; checked beside it first.
 * @param epoch how many times a machine took the relay, as this folder knows
 * @param begin called once all is checked, before anything here is replaced
 */
async function copyWhole(
  dir: string,
  peer: PeerLine,
  state: State,
  epoch: number,
  begin: () => void,
): Promise<void> {
  const stage = await openCopyStage(dir, 'taken')
  try {
    const archive = join(stage, 'archive.tar.gz')
    await peer.download(archive)
    const office = join(stage, 'office')
    const { manifest, signer } = await unpackBackup(archive, undefined, office, requireOwnKey(dir))
    const copy = join(office, databaseName)
    const found = checkGiven(copy, 'end')
    if (found.officeId !== state.office) throw new Error('another office was copied')
    // A training office's copy is signed by whatever key its folder has.
    if (found.publicKey !== signer && !found.school) throw new StartError(words.copyNotSigned)
    // A machine that took the relay has a journal of its own from there.
    if (state.epoch <= epoch) await requireNoLess(dir, office, found.publicKey)
    await keepAnchorsApart(dir, office)
    const db = connect(copy, { readonly: false, timeout: 0 })
    followFrom(db)
    db.close()
    begin()
    for (const end of ['', '-wal', '-shm']) await rm(`${journalFile(dir)}${end}`, { force: true })
    await rename(copy, journalFile(dir))
    for (const name of besides(dir, office, manifest)) {
      mkdirSync(dirname(join(dir, name)), { recursive: true, mode: 0o700 })
      await rename(join(office, name), join(dir, name))
    }
  } catch (error) {
    throw error instanceof BackupError ? new StartError(error.message) : error
  } finally {
    await rm(stage, { recursive: true, force: true })
  }
}

/** Refuses the copy of a journal that is not what this machine knows that the office signed, nor was gone on with since. */
async function requireNoLess(dir: string, office: string, publicKey: string): Promise<void> {
  const all = [...(await readAnchors(dir, publicKey)), ...(await readAnchors(office, publicKey))]
  const db = connect(join(office, databaseName), { readonly: true, timeout: 0 })
  try {
    if (compareSigned(all, hashesOf(db)).is !== 'sound') throw new StartError(words.hostBehind)
  } finally {
    db.close()
  }
}

/** What was signed of the journal that this folder had, and that the copy does not tell, stays beside what was kept apart. */
async function keepAnchorsApart(dir: string, office: string): Promise<void> {
  const told = new Set(await anchorLines(office))
  const lines = (await anchorLines(dir)).filter((line) => !told.has(line))
  if (lines.length === 0) return
  mkdirSync(apartFolder(dir), { recursive: true, mode: 0o700 })
  writePrivate(join(apartFolder(dir), `ancres-${Date.now()}.txt`), `${lines.join('\n')}\n`)
}

/** Refuses a copy that this office's key did not sign; a folder that has no key yet takes the one that comes with it. */
const requireOwnKey =
  (dir: string) =>
  ({ manifest, signer }: Said): void => {
    const ours = publicKeyIn(dir)
    if (!manifest.school && (signer === null || (ours !== undefined && ours !== signer)))
      throw new StartError(words.copyNotSigned)
  }

/** A machine keeps its own name and TLS key, and the office's key as it was put back on it. */
function besides(dir: string, stage: string, { files }: Manifest): readonly string[] {
  const sameKey = publicKeyIn(dir) !== undefined && publicKeyIn(dir) === publicKeyIn(stage)
  return files
    .map(({ name }) => name)
    .filter((name) => name !== databaseName && !name.startsWith('reseau/'))
    .filter((name) => !(sameKey && name.startsWith('office.key')))
}
