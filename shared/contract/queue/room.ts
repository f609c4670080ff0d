import { z } from 'zod'
import { view } from '../define.ts'
import { CallId, Instant, ProcedureId, ServiceId, TicketNumber } from '../ids.ts'
import { ShownMessages } from '../media/officeMessages.ts'
import { Pictogram } from '../media/pictograms.ts'
import { TurnNoticeMeans, Purpose } from './rows.ts'
import { Access, Ground, PublishedRule } from './rules.ts'
import { Language, Text } from '../text.ts'
import { Resource, ServiceClosed, WaitSaid } from '../waits/waits.ts'

/** What someone may come for: a procedure of a service, the service itself, or a title to collect there. */
export const Motive = z.strictObject({
  serviceId: ServiceId,
  procedureId: ProcedureId.nullable(),
  purpose: Purpose,
  title: Text,
  /** The picture that the office chose for it, or for its service; a shipped procedure has its own. */
  pictogram: Pictogram.nullable().default(null),
  access: z.array(Access),
  waiting: z.int(),
  /** Counters that receive for this service now, pauses taken off. */
  openCounters: z.int(),
  /** The earliest announced return of a paused counter of this service, when no counter is open. */
  backAt: Instant.nullable(),
  /** What can be said of the wait for who would take a ticket now; null when nothing carries a figure. */
  wait: WaitSaid.nullable(),
  closed: ServiceClosed.nullable(),
  /** Tickets of the day that are left, where a local rule limits them. */
  ticketsLeft: z.int().nullable().default(null),
  bring: z.array(z.strictObject({ title: Text, detail: Text.nullable(), icon: z.string() })),
  slots: z.array(z.strictObject({ startsAt: Instant, minutes: z.int() })).max(6),
})
export type Motive = z.infer<typeof Motive>

/** What everyone in the hall is told, at the kiosk as on the display. */
const toldToAll = {
  officeName: z.string(),
  /** The office's hour is what the hall sees, whatever the screen's machine is set to. */
  zone: z.string(),
  school: z.boolean(),
  open: z.boolean(),
  closesAt: Instant.nullable(),
  /** When the office opens next, while it is closed. */
  reopensAt: Instant.nullable(),
  /** « Derniers tickets » is announced. */
  lastTickets: z.boolean(),
  rule: PublishedRule.nullable(),
  resource: Resource.nullable(),
  /** What a telephone photographs to take a ticket, renewed each minute; null where the office gives none so. */
  hall: z.string().nullable().default(null),
  /** What the office says to everyone now, in its order. */
  messages: ShownMessages.default([]),
}

export const kiosk = {
  /** The kiosk's page: motives, what to bring, the wait and how sure it is, before the ticket. */
  'kiosk.view': view({
    roles: ['kiosk', 'agent'],
    input: z.strictObject({}),
    output: z.strictObject({
      ...toldToAll,
      /** Whether a ticket comes out on paper; without a printer the number is to be noted. */
      printsTickets: z.boolean(),
      /** The kiosk's printer is there and does not work: no paper, cover open, off. The number is then shown large, with its code. */
      printerTrouble: z.boolean(),
      appointments: z.boolean(),
      grounds: z.array(Ground),
      /** How the person may be told that their turn is near. */
      notices: z.array(TurnNoticeMeans).max(2),
      /** Where a ticket is followed on a telephone, by its code; null where the office's network does not serve it. */
      follow: z.string().nullable(),
      /** Whom to tell of a lack of accessibility besides an agent; '' where the office did not say. */
      accessContact: z.string().default(''),
      motives: z.array(Motive),
    }),
  }),
  /** What the waiting room sees: numbers and counters, never a name or a reason. */
  'display.view': view({
    roles: ['display', 'supervisor'],
    input: z.strictObject({}),
    output: z.strictObject({
      ...toldToAll,
      waiting: z.int(),
      services: z.array(
        z.strictObject({
          serviceId: ServiceId,
          letter: z.string(),
          name: Text,
          waiting: z.int(),
          openCounters: z.int(),
          /** The earliest announced return of a paused counter of this service, when no counter is open. */
          backAt: Instant.nullable().default(null),
          wait: WaitSaid.nullable(),
          closed: ServiceClosed.nullable(),
          /** Tickets of the day that are left, where a local rule limits them. */
          ticketsLeft: z.int().nullable().default(null),
        }),
      ),
      /** Neither chime nor voice now: silent hours, or the office has none. */
      silent: z.boolean(),
      calls: z
        .array(
          z.strictObject({
            callId: CallId,
            number: TicketNumber,
            counter: Text,
            at: Instant,
            state: z.enum(['called', 'here']),
            /** Called by voice too, unless the person asked for the screen alone. */
            aloud: z.boolean(),
            /**
             * Said in this language too, after French: whoever waits heard nothing else of them, and it is no more than
             * what they hear of their talk at the counter. Null in French, and where the office has it off.
             */
            lang: Language.exclude(['fr']).nullable(),
          }),
        )
        .max(6),
    }),
  }),
} as const
