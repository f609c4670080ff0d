import type { CallId } from '../../shared/contract/ids.ts'
import type { OtherLanguage } from '../../shared/contract/text.ts'

/** A call as the waiting room hears it. */
export type Announcement = {
  readonly callId: CallId
  /** As in data, `A42`. */
  readonly number: string
  /** The counter's French name: « Guichet 3 ». */
  readonly counter: string
  /** Spoken after the chime (`display.view` says `aloud`); the chime alone otherwise. */
  readonly voice?: boolean
  /** Said again in the ticket's language, after French. */
  readonly lang?: OtherLanguage | null
  /** The person asked to be called on the screen only: neither chime nor voice. */
  readonly screenOnly?: boolean
}

/**
 * What makes a call heard. A display has one for as long as it is open (`createVoice`), gives it each call that it
 * has not seen yet (`toAnnounce`) and takes back those whose person has come meanwhile. It never throws: a call that
 * can't be heard is still on the screen.
 */
export type Announcer = {
  /**
   * Calls are announced one after another, in the order given, each to its end. One whose id was given already is
   * not announced again; a recall has an id of its own. What comes while nothing can be heard is past, not kept.
   */
  announce(calls: readonly Announcement[]): void
  /** The calls that need not be heard any more (the person is there, the call was undone), unless begun. */
  withdraw(calls: readonly CallId[]): void
  /** Whether anything can be heard: a browser wants a touch first. */
  audible(): boolean
  /** Asked from a touch or a key; resolves when it can be heard, or can't. */
  wake(): Promise<void>
  close(): void
}
