import { compareSigned, type Compared, type Examined, type Signed } from '../../../db/journal/anchored.ts'
import { anchorIn, marked, type Anchor } from '../../../db/journal/anchor.ts'
import { doubtedAnchors, readAnchors } from '../../../db/journal/anchorFile.ts'
import { StorageError } from '../../../db/errors.ts'
import type { Journal } from '../../../db/journal/port.ts'
import { soundJournal, type JournalStanding } from '../../../shared/contract/backup/journal.ts'
import type { Instant, Seq } from '../../../shared/contract/ids.ts'
import { highest, missingFrom, numbersOf } from '../../../shared/domain/backup/numbers.ts'
import { readOnPapers, tooFar } from '../../../shared/domain/backup/papers.ts'
import { resumedOf } from '../../../shared/domain/backup/backup.ts'
import type { Office } from '../../../shared/domain/state.ts'
import { done } from '../core/answer.ts'
import type { Log } from '../core/log.ts'
import { has, type Commit, type Handler } from '../core/part.ts'
import type { Sequencer } from '../core/sequencer.ts'
import type { OfficeKey } from '../core/officeKey.ts'
import { startAnchors, type Anchors } from './anchors.ts'
import { clearRestored, isRestored } from './marker.ts'
import { signedIn } from './verify.ts'

const hour = 3_600_000
/** Events whose chain a start verifies, where nothing was signed yet. */
const firstTail = 5000
/** After a start, the pages have the processor first. */
const wholeAfter = 5000

/** How the journal stands beside what the office signed of it, and what is done where it does not. */
export type Standing = {
  readonly now: () => JournalStanding
  /** Why no act is taken, if none is; the one that goes on with the journal is. */
  readonly refused: (name?: string) => 'journalBehind' | 'journalDamaged' | undefined
  readonly resume: Handler<'journal.resume'>
  readonly anchors: Pick<Anchors, 'line'>
  /** Takes in an anchor that another machine of the office has. */
  readonly heard: (line: string) => Promise<void>
  /** Resolves when the whole journal is not being read: what was erased must leave its log, which a reading holds back. */
  readonly idle: () => Promise<void>
  readonly committed: (commit: Commit) => void
  /** The journal is not the one that this host read any more: what it read is signed, then the office is opened again. */
  readonly lost: () => Promise<void>
  readonly stop: () => Promise<void>
}

export type StandingOptions = {
  readonly dir: string
  readonly journal: Journal
  readonly key: OfficeKey
  readonly sequencer: Pick<Sequencer, 'office' | 'seq' | 'at' | 'act'>
  /** Whether this machine acts: it neither follows another one nor only reads. */
  readonly acts: () => boolean
  /** Verifies the whole journal without holding this thread; null where another engine keeps it. */
  readonly verifyWhole: ((stopped: AbortSignal) => Promise<Examined | undefined>) | null
  readonly now: () => Instant
  readonly log: Log
  readonly onChange: () => void
  /** Opens the office again: another host went on with a journal that takes no act here. */
  readonly reopen: (() => void) | undefined
}

/**
 * Compares the journal with the last anchor and verifies what came after it, before any act is taken; the rest is verified
 * beside the work. Signs how far the journal goes at each start, each hour and each closing.
 */
export async function startStanding(options: StandingOptions): Promise<Standing> {
  const { dir, journal, key, sequencer, acts, now, log, onChange } = options
  const { office, seq } = sequencer
  const anchors = await startAnchors({ dir, journal, key, office, seq, now })
  /** A training office's papers have no value, and it is begun again at will: nothing is signed of it, ever. */
  const anchored = () =>
    acts() && office().officeId !== null && (!office().school || anchors.last() !== undefined)
  let standing = soundJournal
  let stopped = false
  /** The journal is being gone on with by this host. */
  let resuming = false
  const ended = new AbortController()
  let verifying: Promise<void> = Promise.resolve()

  const said = (is: JournalStanding['is'], more: Partial<JournalStanding> = {}): JournalStanding => {
    const known = anchors.last()
    return {
      ...soundJournal,
      is,
      seq: seq(),
      at: sequencer.at(),
      known: known === undefined ? null : { seq: known.seq, at: known.at },
      missing: known === undefined ? [] : [...missingFrom(numbersOf(office()), known.numbers)].slice(0, 200),
      ...more,
    }
  }

  const set = (next: JournalStanding) => {
    if (stopped) return
    standing = next
    if (next.is !== 'sound')
      log.info('journal', { is: next.is, seq: next.seq, known: next.known, first: next.first })
    onChange()
  }

  const differs = (compared: Compared): JournalStanding =>
    compared.is === 'rewritten' ? said('rewritten', { first: compared.first as Seq }) : said('behind')

  const compareAll = async (wrong: readonly Anchor[]): Promise<Compared> =>
    compareHere(journal, [...(await readAnchors(dir, key.publicKey)), ...wrong], seq(), office())

  /** What the last anchor says, and the chain since; the rest is `verifyWhole`'s. */
  const compareLast = async (): Promise<JournalStanding> => {
    const known = anchors.last()
    if (known !== undefined && !(await holds(journal, known))) return differs(await compareAll([known]))
    const doubted = await doubtedAnchors(dir, key.publicKey)
    const compared = doubted.length === 0 ? undefined : await compareAll(doubted)
    if (compared !== undefined && compared.is !== 'sound') return differs(compared)
    const from = known?.seq ?? Math.max(0, seq() - firstTail)
    const tail = await journal.verifyFrom(from as Seq)
    if (!tail.ok) return said('damaged', { first: tail.seq, reason: tail.reason })
    return isRestored(dir) ? said('restored') : soundJournal
  }

  const holdsLine = async (line: string): Promise<boolean> => {
    const anchor = anchorIn(line, key.publicKey)
    return anchor !== undefined && holds(journal, anchor)
  }

  const sign = (always = false) => {
    if (standing.is === 'sound' && anchored())
      signHeld(always).catch((error: unknown) => log.fault('anchor', error))
  }

  /** Signs what follows the last anchor where the journal still has it: nothing is signed over what was changed since. */
  const signHeld = async (always = false) => {
    const known = anchors.last()
    const follows = known !== undefined && known.resumed === resumedOf(office())
    if (follows && !(await holds(journal, known))) set(differs(await compareAll([known])))
    else await anchors.sign(always)
  }

  const verify = async () => {
    if (stopped || standing.is !== 'sound' || !acts() || office().officeId === null) return
    const chain = options.verifyWhole === null ? await journal.verifyFrom(0 as Seq) : undefined
    const found = chain
      ? { chain, compared: { is: 'sound' } as const }
      : await options.verifyWhole?.(ended.signal)
    if (found === undefined || stopped) return
    if (!found.chain.ok) set(said('damaged', { first: found.chain.seq, reason: found.chain.reason }))
    else if (anchored() && found.compared.is !== 'sound') set(differs(found.compared))
  }

  if (anchored()) standing = await compareLast()
  if (standing.is === 'sound') sign(true)
  else
    log.info('journal', { is: standing.is, seq: standing.seq, known: standing.known, first: standing.first })
  const hourly = setInterval(() => sign(), hour).unref()
  let whole: NodeJS.Timeout
  /** A check that a cut of the way to the database ended is still owed: it is made once more. */
  const verifySoon = () => {
    whole = setTimeout(() => {
      verifying = verify().catch((error: unknown) => {
        if (!(error instanceof StorageError && error.code === 'unreachable')) log.fault('verify', error)
        else if (!stopped && !ended.signal.aborted) verifySoon()
      })
    }, wholeAfter).unref()
  }
  verifySoon()

  return {
    now: () => standing,
    refused: (name) => {
      if (standing.is === 'sound') return undefined
      if (standing.is === 'damaged') return 'journalDamaged'
      return name === 'journal.note' ? undefined : 'journalBehind'
    },
    resume: async ({ who, input, commandId }) => {
      if (standing.is === 'sound') return { code: 'journalSound' }
      if (standing.is === 'damaged') return { code: 'journalDamaged' }
      // Another host of the office may have read further than this one.
      await anchors.heard((await journal.anchor?.last()) ?? '')
      const known = anchors.last()
      const last = known?.numbers ?? numbersOf(office())
      const papers = readOnPapers(office(), input, last, now())
      const far = tooFar(highest(last, numbersOf(office())), papers)
      if (far !== undefined) return { code: 'numberTooFar', details: [far] }
      const note = {
        known: known ? { seq: known.seq, hash: known.hash, at: known.at, resumed: known.resumed } : null,
        since: await lastHeld(journal, await signedIn(dir, key.publicKey), seq()),
        numbers: highest(last, papers),
      }
      resuming = true
      try {
        const answer = await sequencer.act(who, 'journal.note', note, commandId)
        if ('code' in answer) return answer
        // What the event excuses is excused once it is signed for: until then, the journal is asked about again.
        await anchors.sign(true)
        await clearRestored(dir)
        set(soundJournal)
      } finally {
        resuming = false
      }
      return done
    },
    anchors,
    idle: () => verifying,
    heard: async (line) => {
      // A machine that follows knows of what it has: its host's next answer says the rest.
      if (!acts() && !(await holdsLine(line))) return
      const anchor = await anchors.heard(line)
      if (anchor === undefined || anchor !== anchors.last() || standing.is !== 'sound' || !anchored()) return
      if (!(await holds(journal, anchor))) set(differs(await compareAll([anchor])))
    },
    committed: (commit) => {
      if (has(commit, 'journalResumed') && standing.is !== 'sound' && !resuming) options.reopen?.()
      const isClosing = (['dayClosed', 'documentsClosed', 'tillPeriodClosed'] as const).some((type) =>
        has(commit, type),
      )
      if (isClosing || has(commit, 'officeCreated') || has(commit, 'hostPromoted')) sign()
    },
    lost: async () => {
      const known = journal.others?.known()
      if (standing.is === 'sound' && anchored() && known?.seq === seq())
        await anchors.signKnown(known).catch((error: unknown) => log.fault('anchor', error))
      options.reopen?.()
    },
    stop: async () => {
      clearInterval(hourly)
      clearTimeout(whole)
      ended.abort()
      await verifying
      if (standing.is === 'sound' && anchored())
        await signHeld().catch((error: unknown) => log.fault('anchor', error))
      stopped = true
    },
  }
}

/** The last event of the journal that was signed as it is; 0 where none was. */
async function lastHeld(journal: Pick<Journal, 'hashes'>, all: readonly Signed[], seq: Seq): Promise<Seq> {
  const latestFirst = all.filter((one) => one.seq <= seq).toSorted((one, other) => other.seq - one.seq)
  for (const one of latestFirst) if (await holds(journal, one)) return one.seq
  return 0 as Seq
}

/** Whether the journal has the event that was signed. */
async function holds(journal: Pick<Journal, 'hashes'>, { seq, hash }: Signed): Promise<boolean> {
  return (await journal.hashes((seq - 1) as Seq, seq))[0] === hash
}

/** The same comparison as of a file, of a journal wherever it is: only what the anchors name is read of it. */
async function compareHere(
  journal: Pick<Journal, 'hashes'>,
  all: readonly Anchor[],
  seq: Seq,
  { resumptions }: Office,
): Promise<Compared> {
  const hashes = new Map<number, string | undefined>()
  const read = async (numbers: readonly number[]) => {
    for (const one of numbers)
      if (!hashes.has(one) && one <= seq)
        hashes.set(one, (await journal.hashes((one - 1) as Seq, one as Seq))[0])
  }
  await read(all.map((anchor) => anchor.seq))
  const wrong = all.filter((anchor) => hashes.get(anchor.seq) !== anchor.hash)
  const first = wrong.reduce((least, anchor) => Math.min(least, anchor.seq), Number.POSITIVE_INFINITY)
  const nearest = wrong.filter((anchor) => anchor.seq === first)
  await read(nearest.flatMap((anchor) => marked(anchor).map((one) => one.seq)))
  return compareSigned(all, { seq, hashAt: (one) => hashes.get(one), resumptions })
}
