import type { CallId } from '../../shared/contract/ids.ts'

/** A call as the waiting room hears it. */
export type Announcement = { readonly callId: CallId; readonly number: string; readonly counter: string }

/** What makes a call heard: a chime today, a voice tomorrow. */
export type Announcer = {
  /** Calls that came together are announced together, in their order. */
  announce(calls: readonly Announcement[]): void
  /** Whether anything can be heard: a browser wants a touch first. */
  audible(): boolean
  /** Asked from a touch or a key; resolves when it can be heard, or can't. */
  wake(): Promise<void>
  close(): void
}
