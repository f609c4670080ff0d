import type { Event, Who } from '../../shared/contract/events.ts'
import type { CommandId, Instant } from '../../shared/contract/ids.ts'
import type { Batch, NewEvent } from '../../db/journal/port.ts'

/** A UUID of version 7 made of a number: the same one each time. */
export const v7 = (count: number): string => `0195f000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`

const morning = 1_772_524_800_000

/** An instant, `seconds` after 8 o'clock on the 3rd of March 2026. */
export const at = (seconds: number): Instant => (morning + seconds * 1000) as Instant

export const commandId = (count: number): CommandId => v7(900_000 + count) as CommandId

const who = { officeId: null, role: 'host', stationId: 'hote', agentId: null } as Who

/** A fact, as if the command number `seconds` had decided it then. */
export const newEvent = (seconds: number, event: Event): NewEvent => ({
  at: at(seconds),
  who,
  commandId: commandId(seconds),
  event,
})

/** A batch with these parts; what isn't given is empty. */
export const batch = (parts: Partial<Batch>): Batch => ({
  events: [],
  personal: [],
  answers: [],
  jobs: [],
  ...parts,
})

export const office = v7(1)

/** Facts by their few interesting parts; the brands are the contract's, the values are valid by construction. */
export const facts = {
  officeCreated: () =>
    ({
      type: 'officeCreated',
      data: { officeId: office, settings: { personWord: 'usager' }, school: true, publicKey: 'cle' },
    }) as unknown as Event,
  taken: (ticket: number, code = 'K7M2') =>
    ({
      type: 'ticketTaken',
      data: {
        ticketId: v7(1000 + ticket),
        number: `A${ticket + 1}`,
        serviceId: 'titres',
        procedureId: null,
        lang: 'fr',
        arrangements: [],
        ground: null,
        announced: null,
        code,
      },
    }) as unknown as Event,
  left: (ticket: number) => ({ type: 'ticketLeft', data: { ticketId: v7(1000 + ticket) } }) as Event,
  called: (ticket: number) =>
    ({
      type: 'ticketCalled',
      data: { ...visit(ticket), callId: v7(3000 + ticket), reason: { code: 'arrivalOrder' } },
    }) as Event,
  absent: (ticket: number) => ({ type: 'ticketAbsent', data: visit(ticket) }) as Event,
  started: (ticket: number) => ({ type: 'visitStarted', data: visit(ticket) }) as Event,
  closed: (ticket: number) =>
    ({
      type: 'visitClosed',
      data: { ...visit(ticket), outcome: 'filed', procedureId: 'cni', rule: null },
    }) as unknown as Event,
  issued: (document: number, seconds: number, ticket = document) =>
    ({
      type: 'documentIssued',
      data: {
        ...visit(ticket),
        documentId: v7(5000 + document),
        kind: 'recepisse',
        number: `RD-2026-${document + 1}`,
        year: 2026,
        issuedAt: at(seconds),
        commitment: 'c'.repeat(64),
        previous: '0'.repeat(64),
        hash: 'd'.repeat(64),
        signature: 's',
      },
    }) as unknown as Event,
  printed: (document: number, copy: number) =>
    ({ type: 'documentPrinted', data: { documentId: v7(5000 + document), copy } }) as unknown as Event,
}

function visit(ticket: number) {
  return { ticketId: v7(1000 + ticket), visitId: v7(2000 + ticket), counterId: `${(ticket % 3) + 1}` }
}
