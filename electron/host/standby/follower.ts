import { setTimeout as sleep } from 'node:timers/promises'
import type { FollowedStore } from '../../../db/journal/followed.ts'
import type { PersonalChanged } from '../../../db/journal/changed.ts'
import type { Seq } from '../../../shared/contract/ids.ts'
import type { OfficeHost } from '../../../shared/contract/network/calls.ts'
import type { Log } from '../core/log.ts'
import { mayAsk, openPeer, PeerRefused, type PeerLine } from './asking.ts'
import { takeFiles, type HeldFiles } from './files.ts'
import type { Followed } from './folder.ts'
import { Next, type NextAsked } from './wire.ts'

export type FollowerOptions = {
  readonly dir: string
  readonly store: FollowedStore
  readonly files: HeldFiles
  /** Where its host may be, as it is known now. */
  readonly followed: () => Followed
  readonly us: () => NextAsked['us']
  readonly epoch: () => number
  readonly door: () => OfficeHost | null
  /** The last anchor known here, and one that its host sent: taken in once the journal here has its event. */
  readonly anchor: () => string | null
  readonly onAnchor: (line: string) => Promise<void>
  readonly onTaken: (changed: readonly PersonalChanged[]) => void
  /** This copy can't go on from where it is: it is to be started again, which copies the office whole. */
  readonly onApart: (why: 'apart' | 'diverged', url: string) => void
  readonly onChange: () => void
  readonly log: Log
}

export type FollowerLoop = {
  /** Whether its host answered the last question. */
  readonly reached: () => boolean
  /** Whether its host answered it last that its token opens nothing any more. */
  readonly cutOff: () => boolean
  /** Milliseconds of the machine's clock when its host last answered; null since the start. */
  readonly heardAt: () => number | null
  /** Whether it was not heard since the start, and not all its addresses were tried. */
  readonly trying: () => boolean
  /** Nothing more is taken in once it resolves. */
  readonly stop: () => Promise<void>
}

/** Milliseconds: an answer that waits for something to say, the first and the longest wait after a failure. */
const pace = { answer: 20_000, first: 200, longest: 3000 }
/** What was erased leaves the log of the file within so many milliseconds. */
const cleanWithin = 2000

/** Whether rows went, or are to be forgotten as they were. */
const erases = ({ events, rows }: Extract<Next, { t: 'delta' }>): boolean =>
  rows.some(([, , row]) => row === null) ||
  events.some(([, body]) => /"type":"(personalErased|archivesEliminated)"/.test(body))

/** Follows its host for as long as it is not stopped. */
export function startFollower(options: FollowerOptions): FollowerLoop {
  const { dir, store, files, log } = options
  let stopped = false
  let reached = false
  let cutOff = false
  /** Addresses that did not answer since one did. */
  let silent = 0
  let heardAt: number | null = null
  let peer: PeerLine | undefined
  let cleaning: NodeJS.Timeout | undefined
  let at = 0

  const trying = () => heardAt === null && !cutOff && silent < options.followed().urls.length

  const clean = () => {
    cleaning = undefined
    store.clean().catch((error: unknown) => log.fault('following', error))
  }

  const open = (): PeerLine => {
    const { urls, pins, token } = options.followed()
    const usable = urls.filter((url) => mayAsk(url, pins))
    const url = usable[at++ % Math.max(1, usable.length)]
    if (url === undefined) throw new Error('no address is known')
    return openPeer(url, token, pins)
  }

  async function once(): Promise<boolean> {
    peer ??= open()
    const request: NextAsked = {
      us: options.us(),
      epoch: options.epoch(),
      place: await store.place(),
      files: files.digest(),
      holds: reached,
      door: options.door(),
      anchor: options.anchor(),
    }
    const answer = await peer.ask('next', request, Next, pace.answer)
    if (stopped) return false
    heardAt = Date.now()
    cutOff = false
    if (!reached) {
      reached = true
      log.info('following', { url: peer.url, seq: request.place.seq })
      options.onChange()
    }
    if (answer.t !== 'delta') {
      options.onApart(answer.t, peer.url)
      return false
    }
    const { events, rows, rev } = answer
    if (answer.files) {
      takeFiles(dir, answer.files)
      files.digest(true)
    }
    if (events.length + rows.length > 0 || rev !== request.place.rev) {
      const changed = await store.take({
        events: events.map(([seq, ...rest]) => [seq as Seq, ...rest]),
        rows,
        rev,
      })
      if (erases(answer)) cleaning ??= setTimeout(clean, cleanWithin).unref()
      options.onTaken(changed)
    }
    if (answer.anchor !== undefined) await options.onAnchor(answer.anchor)
    return true
  }

  async function run(): Promise<void> {
    let wait = pace.first
    while (!stopped) {
      try {
        if (!(await once())) return
        wait = pace.first
      } catch (error) {
        peer?.close()
        peer = undefined
        if (stopped) return
        const tried = trying()
        const isRefused = error instanceof PeerRefused && error.code === 'unauthorized'
        silent = isRefused ? 0 : silent + 1
        // One of its addresses may not answer: it is silent once none does.
        const isCutOff = isRefused || (cutOff && silent < options.followed().urls.length)
        if (reached) log.info('followingCut', { why: error instanceof Error ? error.message : String(error) })
        const changes = reached || cutOff !== isCutOff
        reached = false
        cutOff = isCutOff
        if (changes || trying() !== tried) options.onChange()
        await sleep(wait, undefined, { ref: false })
        wait = Math.min(wait * 2, pace.longest)
      }
    }
  }

  const running = run()
  return {
    reached: () => reached,
    cutOff: () => cutOff,
    heardAt: () => heardAt,
    trying,
    stop: async () => {
      stopped = true
      peer?.close()
      await running
      if (cleaning) {
        clearTimeout(cleaning)
        clean()
      }
    },
  }
}
