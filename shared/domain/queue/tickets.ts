import type { Service } from '../../contract/office/settings.ts'
import type { Claim } from '../../contract/queue/rules.ts'
import type { AppointmentId, Instant, ServiceId, TicketId, TicketNumber } from '../../contract/ids.ts'
import type { Input } from '../../contract/index.ts'
import { usualRules } from '../../contract/queue/rules.ts'
import { broughtWhole, spokenIn } from '../../contract/media/spoken.ts'
import { groundOf, priorityOf } from '../../procedures/grounds.ts'
import { announcedTo } from '../waits/announce.ts'
import { procedureNow } from '../law/rulesNow.ts'
import type { Context, Decide, NewJob, PersonalChange, Refused } from '../decision.ts'
import type { Event } from '../../contract/events.ts'
import { serviceOf, type Office } from '../state.ts'
import type { Ticket, GroundSeen } from './state.ts'
import { ticketTakenAs, isDayOver, type TicketTaken } from './newTicket.ts'
import { aheadFor } from '../waits/ahead.ts'
import { ticketsLeft } from './quota.ts'
import { printJob } from '../printing/decide.ts'
import { followAddress } from '../network/addresses.ts'

/** A series has four figures at most. */
const lastCount = 9999

/**
 * The last numbers of a series are the agents': whatever kiosks and other software took, the reception receives to the end
 * of the day. A thousand is more than any service of one office receives by hand in a day.
 */
const keptForAgents = 1000

type Taking = Input<'ticket.take'> & {
  readonly channel: 'kiosk' | 'reception' | 'counter'
  /** Another office's place, kept for today: no closing to tickets comes before what was promised. */
  readonly promised?: true
  readonly appointment?: {
    readonly appointmentId: AppointmentId
    readonly startsAt: Instant
    readonly dueAt: Instant | null
  }
}

type TakingRefusal =
  | NumberRefusal
  | 'serviceClosed'
  | 'quotaReached'
  | 'byAppointmentOnly'
  | 'unknownGround'
  | 'groundNotPublished'
  | 'proofMissing'

type NumberRefusal =
  | 'officeNotCreated'
  | 'dayNotOpen'
  | 'unknownService'
  | 'unknownProcedure'
  | 'seriesExhausted'

/**
 * The next number of a service's series, or why there is none. Numbers have no gap: a refusal burns none.
 * @param who who gives it: the last ones are given by people alone
 */
export function nextNumber(
  office: Office,
  {
    serviceId,
    procedureId,
  }: { readonly serviceId: ServiceId; readonly procedureId?: Ticket['procedureId'] | undefined },
  { now, who }: Pick<Context, 'now' | 'who'>,
): Refused<NumberRefusal> | { readonly service: Service; readonly number: TicketNumber } {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  // A number of yesterday would leave who came this morning unserved: the new day is opened first.
  if (office.day === null || isDayOver(office, now)) return { refusal: 'dayNotOpen' }
  const service = serviceOf(office, serviceId)
  if (!service) return { refusal: 'unknownService' }
  if (procedureId && !service.procedures.includes(procedureId)) return { refusal: 'unknownProcedure' }
  const count = (office.series?.counts.get(service.letter) ?? 0) + 1
  const byItself = who.role === 'kiosk' || who.role === 'integration' || who.role === 'host'
  if (count > lastCount - (byItself ? keptForAgents : 0)) return { refusal: 'seriesExhausted' }
  return { service, number: `${service.letter}${count}` as TicketNumber }
}

/**
 * The ground claimed, as it was seen. An agent says what proof they saw; a kiosk sees nothing: the agent who calls will.
 */
export function claimed(
  office: Office,
  { groundId, proof, companion }: Claim,
  channel: 'kiosk' | 'agent',
): Refused<'unknownGround' | 'groundNotPublished' | 'proofMissing'> | GroundSeen {
  const ground = groundOf(groundId)
  const { localGrounds } = office.settings?.rules ?? usualRules
  if (ground.priority === 'local' && !(localGrounds as readonly string[]).includes(groundId))
    return { refusal: 'groundNotPublished' }
  const seen = channel === 'kiosk' ? 'toShow' : proof
  if (channel === 'agent' && !ground.proofs.some((known) => known.proof === seen))
    return { refusal: 'proofMissing', details: ground.proofs.map(({ title }) => title.fr) }
  return { groundId, proof: seen ?? 'toShow', companion: companion ?? false }
}

/** One ticket taken, by whatever door: the event, what is kept beside it, its paper. */
export function giveTicket(
  office: Office,
  input: Taking,
  context: Context,
):
  | Refused<TakingRefusal>
  | {
      readonly events: readonly [Event]
      readonly personal: readonly PersonalChange[]
      readonly jobs: readonly NewJob[]
      readonly output: {
        ticketId: TicketId
        number: TicketNumber
        serviceId: ServiceId
        code: string
        takenAt: Instant
        ahead: number
        announced: Ticket['announced']
      }
    } {
  const next = nextNumber(office, input, context)
  if ('refusal' in next) return next
  const { service, number } = next
  const agent = context.who.role === 'agent'
  const ground = input.priority && claimed(office, input.priority, agent ? 'agent' : 'kiosk')
  if (ground && 'refusal' in ground) return ground
  const priority = ground ? priorityOf(ground.groundId) : null
  const closed = office.closed.get(service.serviceId)
  // A legal deadline that expires today is received even at closing.
  const deadline = ground && groundOf(ground.groundId).priority === 'deadline'
  const promised = input.appointment !== undefined || input.promised === true
  if (closed && !deadline && !promised) {
    const words = closed.reasonId === null ? undefined : context.personal.reasons.get(closed.reasonId)
    return { refusal: 'serviceClosed', ...(words === undefined ? {} : { details: [words] }) }
  }
  // Who has an appointment has a place; who loses a right today is received.
  if (!deadline && !promised && ticketsLeft(office, service.serviceId) === 0) {
    const text = service.rule.quota?.text
    return { refusal: 'quotaReached', ...(text ? { details: [text] } : {}) }
  }
  const purpose = input.purpose ?? 'request'
  if (!agent && !promised && purpose === 'request' && !service.access.includes('walkIn'))
    return { refusal: 'byAppointmentOnly' }
  const ahead = aheadFor(office, service.serviceId)
  const announced =
    priority === null && !promised ? announcedTo(office, context.waits, service.serviceId) : null
  const facts: TicketTaken = {
    ...numberedFacts(context, { ...input, number, channel: input.channel }),
    purpose,
    lang: input.lang ?? 'fr',
    arrangements: [...new Set(input.arrangements)],
    requests: input.requests ?? 1,
    priority,
    appointmentId: input.appointment?.appointmentId ?? null,
    dueAt: input.appointment?.dueAt ?? null,
    announced,
  }
  const { ticketId, code } = facts
  return {
    events: [{ type: 'ticketTaken', data: facts }],
    personal: ground ? [{ op: 'put', kind: 'ground', id: ticketId, value: ground, at: context.now }] : [],
    // On a telephone, nothing is printed.
    jobs:
      context.who.role === 'host'
        ? []
        : ticketJobs(office, context, {
            ...facts,
            ahead,
            takenAt: context.now,
            appointmentAt: input.appointment?.startsAt ?? null,
            replaces: false,
          }),
    output: { ticketId, number, serviceId: service.serviceId, code, takenAt: context.now, ahead, announced },
  }
}

type Numbered = Pick<TicketTaken, 'serviceId' | 'number' | 'channel'> & {
  readonly procedureId?: Ticket['procedureId'] | undefined
  readonly purpose?: TicketTaken['purpose'] | undefined
}

/** A number for a request, with its code and nothing else. */
const numberedFacts = (
  { newId, newSalt }: Context,
  { serviceId, procedureId, number, channel, purpose }: Numbered,
): TicketTaken => ({
  ticketId: newId() as TicketId,
  number,
  serviceId,
  procedureId: procedureId ?? null,
  purpose: purpose ?? 'request',
  lang: 'fr',
  arrangements: [],
  requests: 1,
  priority: null,
  appointmentId: null,
  dueAt: null,
  channel,
  announced: null,
  code: requestCode(newSalt()),
})

/**
 * A number used at the entrance in the very act that receives the person or certifies that they came: whatever is
 * closed to tickets, and no wait is announced.
 */
export function usedAtEntrance(
  office: Office,
  asked: Omit<Numbered, 'number' | 'channel'>,
  context: Context,
): Refused<NumberRefusal> | { readonly event: Event; readonly ticket: Ticket } {
  const next = nextNumber(office, asked, context)
  if ('refusal' in next) return next
  const data = numberedFacts(context, { ...asked, number: next.number, channel: 'entrance' })
  return { event: { type: 'ticketTaken', data }, ticket: ticketTakenAs(data, context.now, 0) }
}

/** The next number of the service's series. A refusal takes none, so numbers have no gap. */
export const takeTicket: Decide<'ticket.take'> = (office, input, context) =>
  giveTicket(office, { ...input, channel: context.who.role === 'agent' ? 'counter' : 'kiosk' }, context)

/** Eight letters and figures that can't be taken for one another: a request's name that says nothing of anyone. */
export const requestCode = (salt: string): string => {
  const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
  let code = ''
  for (let i = 0; i < 8; i++)
    code += alphabet[Number.parseInt(salt.slice(2 * i, 2 * i + 2), 16) % alphabet.length]
  return code
}

/** The ticket's paper, where the office has a ticket printer; without one the page shows the number. */
export function ticketJobs(
  office: Office,
  context: Context,
  ticket: Pick<
    Ticket,
    'number' | 'code' | 'serviceId' | 'procedureId' | 'requests' | 'announced' | 'takenAt' | 'lang'
  > & { readonly ahead: number; readonly appointmentAt: Instant | null; readonly replaces: boolean },
): readonly NewJob[] {
  const { settings } = office
  if (!settings) return []
  const procedure =
    ticket.procedureId === null ? undefined : procedureNow(office, context, ticket.procedureId)
  const named = serviceOf(office, ticket.serviceId)?.name ?? { fr: ticket.serviceId }
  const bring = procedure?.bring ?? []
  return printJob(office, context, settings.ticketPrinterId, `Ticket ${ticket.number}`, {
    of: 'ticket',
    ticket: {
      number: ticket.number,
      officeName: settings.address.name,
      service: procedure?.title.fr ?? named.fr,
      takenAt: ticket.takenAt,
      zone: settings.calendar.zone,
      ahead: ticket.ahead,
      bring: broughtWhole(bring).map(({ fr }) => fr),
      code: ticket.code,
      school: office.school,
      announced: ticket.announced,
      appointmentAt: ticket.appointmentAt,
      requests: ticket.requests,
      replaces: ticket.replaces,
      provisional: false,
      follow: followAddress(office),
      ...spokenIn(ticket.lang, procedure?.title ?? named, bring),
    },
  })
}
