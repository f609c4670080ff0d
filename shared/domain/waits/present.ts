/**
 * What is seen of an office when somebody asks how long they would wait. Plain data, so that the command line, the
 * host and the tests ask in the same way. Instants are seconds since midnight, durations are seconds.
 */
export interface Present {
  readonly now: number
  readonly closesAt: number
  readonly counters: readonly CounterNow[]
  /** Everyone who waits, the asker excepted, in any order. */
  readonly waiting: readonly Waiting[]
  /** Who has an appointment later today and isn't here yet: they pass first from its hour on. */
  readonly expected?: readonly { readonly service: string; readonly at: number }[]
  readonly for: { readonly service: string; readonly priority: boolean }
}

export interface CounterNow {
  readonly services: readonly string[]
  readonly state: 'free' | 'busy' | 'paused'
  /** Since when it is in this state. */
  readonly since: number
  /** What it is busy with, when known. */
  readonly service: string | null
  /** When a paused counter resumes, when known. */
  readonly resumesAt: number | null
  /** The breaks of its day; a break begins once the person being received has gone. */
  readonly breaks: readonly (readonly [from: number, to: number])[]
  /** By what a visit's length is multiplied there today; one when it isn't told. */
  readonly pace?: number
}

export interface Waiting {
  readonly service: string
  readonly since: number
  readonly priority: boolean
}

/** A visit of the past, from which durations, arrivals and priorities are learnt. */
export interface Visit {
  /** Any number that tells its day from the others; days are learnt in order. */
  readonly day: number
  readonly service: string
  readonly arrived: number
  readonly started: number
  readonly ended: number
  /** Whether a legal ground made them pass first; left out when nobody knows. */
  readonly priority?: boolean
}

/** What is announced, in seconds; how likely it is to be called before closing, from 0 to 1. */
export interface Estimate {
  readonly mean: number
  readonly p50: number
  readonly p90: number
  readonly sureBeforeClosing: number
}
