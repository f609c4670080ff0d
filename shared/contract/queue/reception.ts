import { z } from 'zod'
import { command, view } from '../define.ts'
import { CounterId, DocumentId, DocumentNumber, Instant, PrinterId, ServiceId, TicketNumber } from '../ids.ts'
import { PrintJob } from '../printing/calls.ts'
import { Motive } from './room.ts'
import { Ground } from './rules.ts'
import { TurnNoticeMeans, AbsentTicket, ParkedTicket } from './rows.ts'
import { Text } from '../text.ts'
import { written } from '../typed.ts'

export const InformKind = z.enum(['information', 'telephone'])
export type InformKind = z.infer<typeof InformKind>

export const reception = {
  /** Information given at the entrance or by telephone: counted in one key, nothing typed. */
  'reception.inform': command({
    kept: 'eachCounts',
    roles: ['agent'],
    input: z.strictObject({ kind: InformKind.optional() }),
    output: z.strictObject({ today: z.int() }),
    refusals: ['dayNotOpen'],
  }),
  /** Received at the entrance in one act: a late piece leaves its dated receipt, a title is handed over. */
  'reception.serve': command({
    kept: true,
    roles: ['agent'],
    input: z.strictObject({
      serviceId: ServiceId,
      outcome: z.enum(['filed', 'handedOver']),
      label: written.max(200).optional(),
      pieces: z.array(written.min(1).max(200)).max(20).optional(),
    }),
    output: z.strictObject({
      number: TicketNumber,
      document: z.strictObject({ documentId: DocumentId, number: DocumentNumber }).nullable(),
    }),
    refusals: [
      'officeNotCreated',
      'dayNotOpen',
      'unknownService',
      'seriesExhausted',
      'labelMissing',
      'pieceMissing',
      'pieceWithoutText',
      'nameMalformed',
      'mentionMissing',
    ],
  }),
  /** Everything that the entrance shows; the day's appointments are `appointments.view`. */
  'reception.view': view({
    roles: ['agent'],
    input: z.strictObject({}),
    output: z.strictObject({
      officeName: z.string(),
      zone: z.string(),
      school: z.boolean(),
      dayOpen: z.boolean(),
      closesAt: Instant.nullable(),
      waiting: z.int(),
      counts: z.strictObject({
        information: z.int(),
        telephone: z.int(),
        tickets: z.int(),
        arrivals: z.int(),
        pieces: z.int(),
        titles: z.int(),
      }),
      motives: z.array(Motive),
      grounds: z.array(Ground),
      printsTickets: z.boolean(),
      /** By which means a person may ask to be told that their turn is near; absent when the office sends nothing. */
      notices: z.array(TurnNoticeMeans).min(1).optional(),
      /** The services whose appointments are declared for a pre-application's number; absent where none is. */
      numbersFor: z.array(ServiceId).max(100).optional(),
      parked: z.array(ParkedTicket).max(200),
      absent: z.array(AbsentTicket).max(200),
      jobs: z.array(PrintJob).max(20),
      printers: z.array(z.strictObject({ printerId: PrinterId, name: z.string() })),
      counters: z.array(
        z.strictObject({
          counterId: CounterId,
          name: Text,
          state: z.enum(['closed', 'free', 'calling', 'serving', 'paused']),
          number: TicketNumber.nullable(),
          until: Instant.nullable(),
        }),
      ),
    }),
  }),
} as const
