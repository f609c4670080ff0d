import { useCallback, useState } from 'react'
import type { DocumentFacts } from '../../shared/contract/documents/issued.ts'
import type { DocumentNumber, ServiceId, TicketId, TicketNumber } from '../../shared/contract/ids.ts'
import type { TurnNoticeMeans, Arrangement } from '../../shared/contract/queue/rows.ts'
import type { Recording } from '../../shared/contract/media/recordings.ts'
import type { Ground } from '../../shared/contract/queue/rules.ts'
import type { Announced } from '../../shared/contract/waits/waits.ts'
import type { Doubt, Motive } from './motive.ts'
import type { Provisional } from './provisional.ts'

/** A ticket as the screen shows it, however it was obtained. */
export type Shown = {
  readonly ticketId: TicketId
  readonly number: TicketNumber
  readonly code: string
  readonly motive: Motive | null
  readonly ahead: number | null
  readonly announced: Announced | null
  /** The hour of the appointment, and whether it is past. */
  readonly appointment: { readonly startsAt: number; readonly late: boolean } | null
  /** The hour of arrival kept from the office that sent them. */
  readonly keptFrom?: number
  readonly replaces: boolean
  /** The person asked to be told. */
  readonly noticed?: boolean
}

/** What may be done with a ticket taken before. */
export type TicketAct = 'leave' | 'return' | 'replace'

/** What is being asked or said: one thing at a time. `said` is what was wrong with the last answer. */
export type Step =
  | {
      readonly at:
        | 'start'
        | 'priority'
        | 'appointment'
        | 'haveTicket'
        | 'others'
        | 'phone'
        | 'rule'
        | 'messages'
        | 'access'
        | 'declaration'
    }
  | { readonly at: 'service'; readonly serviceId: ServiceId }
  /** What the office signed of the screen before. */
  | { readonly at: 'sign'; readonly recording: Recording }
  | { readonly at: 'companion'; readonly ground: Ground }
  | { readonly at: 'offer' | 'requests' | 'arrangements'; readonly motive: Motive }
  | { readonly at: 'slots'; readonly motive: Motive; readonly said?: string }
  | { readonly at: 'certify'; readonly motive: Motive; readonly why: Certified }
  | { readonly at: 'arrive'; readonly by: 'code' | 'name'; readonly said?: string }
  /** Several appointments have this name: at which hour is theirs. */
  | { readonly at: 'arriveHour'; readonly name: string; readonly said?: string }
  | { readonly at: 'number'; readonly act: TicketAct; readonly said?: string }
  | {
      readonly at: 'ticketCode'
      readonly act: TicketAct
      readonly number: TicketNumber
      readonly said?: string
    }
  | { readonly at: 'lost'; readonly number: TicketNumber; readonly said?: string }
  /** `motive`: what a ticket is being taken for, while the host's answer is waited for. */
  | { readonly at: 'asking'; readonly ticket: boolean; readonly motive: Motive | null }
  /** A number given without the host. */
  | { readonly at: 'provisional'; readonly given: Provisional; readonly motive: Motive }
  /** « Votre tour approche »: by which means, then where. */
  | { readonly at: 'noticeMeans'; readonly shown: Shown }
  | {
      readonly at: 'notice'
      readonly shown: Shown
      readonly means: TurnNoticeMeans
      readonly said?: string
    }
  | { readonly at: 'ticket' | 'leaving'; readonly shown: Shown }
  | { readonly at: 'left'; readonly number: TicketNumber; readonly leftAt: number }
  | { readonly at: 'returned'; readonly number: TicketNumber; readonly keepsRank: boolean }
  | { readonly at: 'booked'; readonly motive: Motive; readonly code: string; readonly startsAt: number }
  | { readonly at: 'certified'; readonly number: DocumentNumber }
  /** « Mon passage »: the ticket's code is asked, then what is written of it is shown. */
  | { readonly at: 'trailCode'; readonly said?: string }
  | { readonly at: 'trail'; readonly code: string; readonly facts: DocumentFacts }
  | { readonly at: 'trailPrinted'; readonly number: DocumentNumber }
  | { readonly at: 'refused'; readonly why: string }

/** What a certificate can say of why no ticket was taken. */
export type Certified = Exclude<Doubt, 'byAppointment' | null>

/** What the person said besides what they come for. */
export type Wish = {
  readonly requests: number
  readonly arrangements: readonly Arrangement[]
  readonly priority: { readonly ground: Ground; readonly companion: boolean } | null
}
export const noWish: Wish = { requests: 1, arrangements: [], priority: null }

const start: Step = { at: 'start' }

/** The screens passed through, the present one last: the way back is the one before. */
export function useFlow() {
  const [steps, setSteps] = useState<readonly Step[]>([start])
  return {
    step: steps.at(-1) ?? start,
    go: useCallback((step: Step) => setSteps((all) => [...all, step]), []),
    back: useCallback(() => setSteps((all) => (all.length > 1 ? all.slice(0, -1) : all)), []),
    /** Back to before a question that is answered now, however many screens it took; or to the start. */
    backBefore: useCallback(
      (at: Step['at']) =>
        setSteps((all) => {
          const found = all.findLastIndex((step) => step.at === at)
          return found < 1 ? [start] : all.slice(0, found)
        }),
      [],
    ),
    /** Instead of the present screen: an answer that came, a question asked again. */
    replace: useCallback((step: Step) => setSteps((all) => [...all.slice(0, -1), step]), []),
    /** Something was done: there is no way back but to the start. */
    settle: useCallback((step: Step) => setSteps([start, step]), []),
    restart: useCallback(() => setSteps([start]), []),
  } as const
}
