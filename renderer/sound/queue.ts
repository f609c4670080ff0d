import type { CallId } from '../../shared/contract/ids.ts'
import type { OtherLanguage } from '../../shared/contract/text.ts'
import { spokenCall, writtenCall, type Spoken } from '../../shared/messages/public/voice.ts'
import type { Announcement, Announcer } from './announcer.ts'

/** One announcement as it is played; a chime `instead` is heard only when the words can't be. */
export type Score = {
  readonly chime: 'first' | 'instead'
  /** In French, as recorded pieces; null for a chime alone. */
  readonly spoken: Spoken | null
  /** The announcement as a text, for a voice of the machine where a recording is missing; null where the chime is enough. */
  readonly text: string | null
  /** The announcement again, in the language of the ticket. */
  readonly theirs: { readonly language: OtherLanguage; readonly spoken: Spoken; readonly text: string } | null
}

/** What plays: it resolves at the end of what was heard, with false when the sound stopped before. */
export type Player = Pick<Announcer, 'audible' | 'wake' | 'close'> & {
  play(score: Score): Promise<boolean>
}

/** Above this many calls not begun yet, each is said shortly, without a chime between two. */
const rush = 3
/** How many past calls are remembered: a display is sent six at a time. */
const memory = 500

export type QueueOptions = {
  /**
   * Whether the room is to be silent now, as the host says (`display.view`: the silent hours of the office's zone, or
   * an office without sound). Asked when an announcement begins: what waits then is past, the one begun is not cut.
   */
  readonly silent: () => boolean
}

/**
 * Calls in a row before a player: none is dropped, repeated or cut. In a rush the phrases shorten, so that the voice
 * catches up; calls without a voice that wait together share one chime.
 */
export function createQueue(player: Player, { silent }: QueueOptions): Announcer {
  const given = new Set<CallId>()
  let waiting: readonly Announcement[] = []
  let playing = false

  const isNew = ({ callId }: Announcement): boolean => {
    if (given.has(callId)) return false
    given.add(callId)
    const [oldest] = given
    if (given.size > memory && oldest !== undefined) given.delete(oldest)
    return true
  }

  /** The next announcement and how it sounds; what it stands for leaves the row. */
  const next = (following: boolean): Score | null => {
    const [call, ...others] = waiting
    if (!call) return null
    const short = waiting.length > rush
    const nextSpoken = others.findIndex(({ voice }) => voice === true)
    const shared = nextSpoken === -1 ? others.length : nextSpoken
    waiting = call.voice ? others : others.slice(shared)
    if (!call.voice) return { chime: 'first', spoken: null, text: null, theirs: null }
    const { number, counter, lang } = call
    return {
      chime: short && following ? 'instead' : 'first',
      spoken: spokenCall(number, counter, short),
      text: writtenCall(number, counter, 'fr'),
      theirs: lang
        ? {
            language: lang,
            spoken: spokenCall(number, counter, short, lang),
            text: writtenCall(number, counter, lang),
          }
        : null,
    }
  }

  const playAll = async () => {
    let following = false
    for (let score = next(following); score; score = next(following)) {
      // What waited while nothing could be heard is past: later, it would call people at the wrong time.
      if (!(await player.play(score).catch(() => false)) || silent()) waiting = []
      following = true
    }
    playing = false
  }

  return {
    announce: (calls) => {
      const fresh = calls.filter(isNew).filter(({ screenOnly }) => screenOnly !== true)
      if (fresh.length === 0 || silent() || !player.audible()) return
      waiting = [...waiting, ...fresh]
      if (playing) return
      playing = true
      void playAll()
    },
    withdraw: (calls) => {
      waiting = waiting.filter(({ callId }) => !calls.includes(callId))
    },
    audible: () => player.audible(),
    wake: () => player.wake(),
    close: () => {
      waiting = []
      player.close()
    },
  }
}
