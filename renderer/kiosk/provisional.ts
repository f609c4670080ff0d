import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { spokenIn } from '../../shared/contract/media/spoken.ts'
import { inLanguage } from '../../shared/contract/text.ts'
import type { Instant, LocalDate, TicketId, TicketNumber } from '../../shared/contract/ids.ts'
import type { Output } from '../../shared/contract/index.ts'
import {
  keptTickets,
  night,
  type KioskKept,
  type ProvisionalTicket,
} from '../../shared/contract/queue/provisional.ts'
import { metropolitanZone } from '../../shared/contract/office/zone.ts'
import type { KioskLanguage } from '../../shared/messages/public/kiosk.ts'
import { kioskStation } from '../link/shell.ts'
import { useLink, useLinkState } from '../link/hooks.ts'
import { changeKept, dateAt, ofOffice, readKept } from './kept.ts'
import { doubtOf, type Motive } from './motive.ts'
import type { Service } from './service.ts'

type View = Output<'kiosk.view'>

/** A number given without the host, as the screen shows it. */
export type Provisional = { readonly ticket: ProvisionalTicket; readonly printed: boolean }

/** Gives one; undefined where it can't be kept or the series is at its end: the person goes to an agent. */
export type GiveProvisional = (motive: Motive, language: KioskLanguage) => Promise<Provisional | undefined>

/** Letters and figures that can't be taken for one another, as the host's own codes. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const newCode = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => alphabet[byte % alphabet.length]).join('')

/** What is worth keeping of what the host says: no wait, which is another at each look. */
const seenOf = (view: View, services: readonly Service[]): NonNullable<KioskKept['seen']> => ({
  officeName: view.officeName,
  zone: view.zone,
  school: view.school,
  open: view.open,
  closesAt: view.closesAt,
  reopensAt: view.reopensAt,
  services: services.map(({ serviceId, letter, name }) => ({ serviceId, letter, name })),
  motives: view.motives.map((motive) => ({
    serviceId: motive.serviceId,
    procedureId: motive.procedureId,
    purpose: motive.purpose,
    title: motive.title,
    tickets: isGiven(motive),
  })),
})

/** Whether a ticket is given for it at all. */
const isGiven = (motive: Motive): boolean =>
  !['serviceClosed', 'byAppointment'].includes(doubtOf(motive) ?? '')

/** The last that the host said, as the pages draw it: nothing of the present, which nobody knows. */
export const viewOf = (seen: NonNullable<KioskKept['seen']>): View => ({
  officeName: seen.officeName,
  zone: seen.zone,
  school: seen.school,
  open: seen.open,
  closesAt: seen.closesAt,
  reopensAt: seen.reopensAt,
  lastTickets: false,
  printsTickets: false,
  printerTrouble: false,
  appointments: false,
  resource: null,
  rule: null,
  grounds: [],
  notices: [],
  follow: null,
  hall: null,
  accessContact: '',
  messages: [],
  motives: seen.motives.map(({ tickets, ...motive }) => ({
    ...motive,
    pictogram: null,
    access: tickets ? (['walkIn', 'collection'] as const).slice() : ['appointment'],
    waiting: 0,
    openCounters: 1,
    backAt: null,
    wait: null,
    closed: null,
    ticketsLeft: null,
    bring: [],
    slots: [],
  })),
})

/** Whether the office received when last heard, or was to open since; and had not to close. @param now the host's clock */
export const isOpenStill = (
  { open, closesAt, reopensAt }: Pick<View, 'open' | 'closesAt' | 'reopensAt'>,
  now: number,
) => (open ? closesAt === null || now < closesAt : reopensAt !== null && now >= reopensAt)

/** Milliseconds without an answer before the kiosk goes on alone: a host that starts again is back sooner. */
const patience = 2_000

/** Milliseconds before a number that the host did not take yet is asked again: it goes slower, or its day is not open. */
const joinAgain = 5_000

/** Whether the host has been away for so long that the kiosk goes on without it. */
export function useCut(away: boolean): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!away) return
    const timer = setTimeout(() => setLong(true), patience)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [away])
  return away && long
}

/**
 * What the kiosk keeps to go on without its host, and what it does at the return: its numbers join the line one after
 * another, each under the id that it was given with, so that none joins twice.
 */
export function useProvisional(
  view: View | undefined,
  services: readonly Service[] | undefined,
  now: number,
) {
  const link = useLink()
  const state = useLinkState((one) => one.state)
  const ahead = useLinkState((one) => one.ahead)
  const [kept, setKept] = useState<KioskKept | null>(null)
  const awaySince = useRef<number | null>(null)
  const open = state === 'open'

  useEffect(() => {
    // Nothing can be kept here: the kiosk sends to an agent, as it says.
    readKept().then(setKept, () => setKept(null))
  }, [])

  useEffect(() => {
    if (open) awaySince.current = null
    else awaySince.current ??= Date.now()
  }, [open])

  // What the host says now is what will be known when it says nothing more.
  const seen = useMemo(() => (view && services ? seenOf(view, services) : null), [view, services])
  const seenText = JSON.stringify(seen)
  useEffect(() => {
    if (!open || seenText === 'null' || kept === null || kept.officeId === null) return
    if (JSON.stringify(kept.seen) === seenText && kept.ahead === ahead) return
    void changeKept((one) => ({ ...one, seen: JSON.parse(seenText) as KioskKept['seen'], ahead })).then(
      setKept,
      () => {},
    )
  }, [open, seenText, kept, ahead])

  const today = view && dateAt(now, view.zone)
  const received = view?.open
  const kioskId = kept?.kioskId
  useEffect(() => {
    if (!open || kioskId === undefined || today === undefined) return
    let here = true
    void (async () => {
      let answer = await link.act('series.lend', { kioskId })
      if (!here || 'error' in answer) return
      const mine = await ofOffice(answer.output.officeId)
      // Another office than the one before: there, this kiosk is another.
      if (mine.kioskId !== kioskId) answer = await link.act('series.lend', { kioskId: mine.kioskId })
      if (!here || 'error' in answer) return
      const { series, date, count } = answer.output
      const next = await changeKept((one) => ({
        ...one,
        series,
        date,
        count: Math.max(count, one.date === date && one.series === series ? one.count : 0),
      }))
      if (here) setKept(next)
    })().catch(() => {})
    return () => {
      here = false
    }
    // Once a day, as one begins, and at each return: another kiosk may be in its place.
  }, [link, open, kioskId, today, received])

  /** How often the host answered that a number is to be asked again: each time it is, a little later. */
  const [tries, setTries] = useState(0)
  // One after another, in the order in which they were given; asked again when their day is opened, or is over.
  const first = kept?.tickets[0]
  useEffect(() => {
    if (!open || !first || kioskId === undefined || kept?.officeId === null) return
    let here = true
    let later: ReturnType<typeof setTimeout> | undefined
    void (async () => {
      const answer = await link.act('ticket.join', { ...first, kioskId }, first.ticketId)
      const refused = 'error' in answer ? answer.error.code : null
      if (refused !== null && !final.has(refused)) {
        if (here) later = setTimeout(() => setTries(tries + 1), joinAgain)
        return
      }
      const next = await changeKept((one) => ({
        ...one,
        tickets: one.tickets.filter(({ ticketId }) => ticketId !== first.ticketId),
        refused:
          refused === null
            ? one.refused
            : [...one.refused, { ticket: first, code: refused }].slice(-keptTickets),
      }))
      if (here) setKept(next)
    })().catch(() => {})
    return () => {
      here = false
      clearTimeout(later)
    }
  }, [link, open, first, kioskId, kept?.officeId, received, today, tries])

  const give = useCallback<GiveProvisional>(async (motive, language) => {
    const made = { ticket: null as ProvisionalTicket | null }
    const ticketId = uuidv7() as TicketId
    const code = newCode()
    const next = await changeKept((one) => {
      made.ticket = ticketAfter(one, motive, language, {
        ticketId,
        code,
        since: awaySince.current ?? Date.now(),
      })
      const { ticket } = made
      if (!ticket || !one.seen) return one
      const count = Number(ticket.number.slice(one.series!.length))
      return {
        ...one,
        date: dayAt(one, ticket.takenAt, one.seen.zone),
        count,
        tickets: [...one.tickets, ticket],
      }
    }).catch(() => null)
    const { ticket } = made
    if (!ticket || next === null) return undefined
    setKept(next)
    const printed = (await kioskStation?.print(paperOf(next, ticket, motive))) ?? false
    return { ticket, printed }
  }, [])

  // Without a series no number can be given: the kiosk sends to an agent.
  return { kept, give: kept?.series == null ? null : give }
}

/** Refusals that another try does not mend. */
const final: ReadonlySet<string> = new Set([
  'unknownService',
  'seriesNotLent',
  'numberUsed',
  'codeUsed',
  'joinTooLate',
  'badInput',
  'commandIdReused',
])

/** The day of a number given at this hour: until its night is over, the day of the last one goes on. */
const dayAt = ({ date }: Pick<KioskKept, 'date'>, at: number, zone: string): LocalDate =>
  date !== null && dateAt(at - night, zone) === date ? date : dateAt(at, zone)

/** The next number of the kiosk's own series, at the hour that the host would say; null where there is none to give. */
function ticketAfter(
  kept: KioskKept,
  { serviceId, procedureId, purpose }: Motive,
  lang: KioskLanguage,
  { ticketId, code, since }: { readonly ticketId: TicketId; readonly code: string; readonly since: number },
): ProvisionalTicket | null {
  const { series, seen, ahead } = kept
  if (series === null || seen === null || kept.tickets.length >= keptTickets) return null
  const takenAt = (Date.now() + ahead) as Instant
  const count = (kept.date === dayAt(kept, takenAt, seen.zone) ? kept.count : 0) + 1
  if (count > 9_999) return null
  const number = `${series}${count}` as TicketNumber
  const awaySince = Math.min(takenAt, since + ahead) as Instant
  return { ticketId, number, serviceId, procedureId, purpose, lang, code, takenAt, awaySince }
}

const paperOf = (
  { seen }: KioskKept,
  { number, takenAt, code, lang }: ProvisionalTicket,
  motive: Motive,
) => ({
  number,
  takenAt,
  code,
  officeName: seen?.officeName ?? '',
  zone: seen?.zone ?? metropolitanZone,
  school: seen?.school ?? false,
  service: inLanguage(motive.title, 'fr'),
  ...spokenIn(lang, motive.title, []),
})

/** The motives for which a ticket is given. */
export const givenAmong = (motives: readonly Motive[]): readonly Motive[] => motives.filter(isGiven)
