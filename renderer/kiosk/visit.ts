import { createContext, use } from 'react'
import type { DocumentFacts } from '../../shared/contract/documents/issued.ts'
import type { CommandName, Input, Output } from '../../shared/contract/index.ts'
import type { Recording } from '../../shared/contract/media/recordings.ts'
import type { Result } from '../../shared/rpc/connect.ts'
import type { KioskLanguage } from '../../shared/messages/public/kiosk.ts'
import type { Access } from './access.ts'
import type { Step, Wish } from './flow.ts'
import type { Motive } from './motive.ts'
import type { Service } from './service.ts'

/** An act over the page's link. */
export type Act = <N extends CommandName>(name: N, input: Input<N>) => Promise<Result<Output<N>>>

/** « Mon passage », over the page's link. */
export type ReadTrail = (input: Input<'trail.get'>) => Promise<Result<Output<'trail.get'>>>

/** What is shown once an act is answered. */
export type Then<N extends CommandName> = {
  readonly done: (output: Output<N>) => Step
  readonly again?: (message: string, code: string) => Step
  /** What a ticket is being taken for. */
  readonly motive?: Motive
}

/** What every screen of one person's visit to the kiosk can see and do. */
export type Visit = {
  readonly view: Output<'kiosk.view'>
  readonly services: readonly Service[]
  readonly now: number
  readonly zone: string
  /** The host does not answer. */
  readonly away: boolean
  /** The host is away for so long that the kiosk goes on alone. */
  readonly cut: boolean
  readonly language: KioskLanguage
  readonly setLanguage: (language: KioskLanguage) => void
  /** How the screen is read and reached. */
  readonly access: Access
  readonly setAccess: (access: Access) => void
  /** Asks how the screen is to be read; undefined where that is being asked, or an answer waited for. */
  readonly askAccess: (() => void) | undefined
  /** What the office signed of this screen. */
  readonly sign: Recording | undefined
  /** A video is playing: its person is there. */
  readonly setWatching: (watching: boolean) => void
  readonly wish: Wish
  readonly setWish: (wish: Wish) => void
  readonly go: (step: Step) => void
  /** Undefined where there is no way back. */
  readonly back: (() => void) | undefined
  readonly backBefore: (at: Step['at']) => void
  readonly reset: () => void
  /**
   * Does an act while the screen says to wait, then shows what comes of it: the screen of the answer, or the same
   * question again with what was wrong, or, where nothing can be corrected, the sentence alone.
   */
  readonly perform: <N extends CommandName>(name: N, input: Input<N>, then: Then<N>) => void
  /** What is written of a ticket, by the code of its paper; the sentence that says why not. */
  readonly readTrail: (code: string) => Promise<{ readonly facts: DocumentFacts } | { readonly why: string }>
  /** Takes a number without the host; null where none can be given. */
  readonly takeProvisional: ((motive: Motive) => void) | null
  /** The rule on paper; false when no printer has it. */
  readonly print: () => Promise<boolean>
}

export const VisitContext = createContext<Visit | null>(null)

export function useVisit(): Visit {
  const visit = use(VisitContext)
  if (!visit) throw new Error('no visit above this screen')
  return visit
}
