import { Map, OrderedSet } from 'immutable'
import type { OfficeId, ServiceId } from '../../contract/ids.ts'
import { noLawSettings, type LawSettings } from '../../contract/office/settings.ts'
import type { Decide, Evolve } from '../decision.ts'
import { exchanges } from '../../procedures/exchanges.ts'
import { nameUntil, rightsOf } from '../people/people.ts'
import { sameName } from './services.ts'
import {
  strangeAgent,
  strangeChange,
  strangeLines,
  strangeRegulationPiece,
  strangeWays,
  type NotAName,
} from '../law/names.ts'
import { regulationRefused } from '../law/regulations.ts'
import { procedureNow } from '../law/rulesNow.ts'
import type { Office } from '../state.ts'
import { noCounter, noneEnded } from '../queue/state.ts'

/** The office's birth: its settings are the journal's first event, its people personal rows. */
export const createOffice: Decide<'office.create'> = (office, { settings, agents, school }, context) => {
  if (office.officeId !== null) return { refusal: 'officeAlreadyCreated' }
  const { address, services, counters, law, personWord } = settings
  const speaking =
    strangeLines([
      address.name,
      address.street,
      address.city,
      personWord,
      ...[...services, ...counters].flatMap(({ name }) => Object.values(name)),
    ]) ?? strangeLaw(law, noLawSettings)
  if (speaking) return speaking
  const unlawful = regulationRefused({ settings }, context, law.regulations)
  if (unlawful) return unlawful
  for (const { name } of agents) {
    const unnamed = strangeAgent(name)
    if (unnamed) return unnamed
  }
  const { now, newId, publicKey } = context
  const officeId = newId() as OfficeId
  const skilled = settings.agents.map((agent) => ({ ...agent, services: once(agent.services) }))
  return {
    events: [
      {
        type: 'officeCreated',
        data: { officeId, settings: { ...settings, agents: skilled }, school, publicKey },
      },
    ],
    personal: agents.map(({ agentId, name }) => ({
      op: 'put',
      kind: 'agent',
      id: agentId,
      value: name,
      at: now,
    })),
    output: { officeId },
  }
}

/** The office's name and address, which every paper bears: neither may ask, refuse or order. */
export const setAddress: Decide<'office.setAddress'> = (office, address) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const before = office.settings.address
  const speaking = strangeChange(
    [address.name, address.street, address.city],
    [before.name, before.street, before.city],
  )
  return speaking ?? { events: [{ type: 'addressSet', data: { address } }], output: {} }
}

/** Printers are named once, whoever chooses among them; a counter or the kiosk can't point to one that isn't there. */
export const setPrinters: Decide<'office.setPrinters'> = (office, input) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const knownIds = new Set(input.printers.map((printer) => printer.printerId))
  const printerIds = [input.ticketPrinterId, ...input.counters.map((counter) => counter.printerId)]
  if (knownIds.size < input.printers.length)
    return { refusal: 'unknownPrinter', details: ['deux imprimantes portent le même nom court'] }
  const names = input.printers.map(({ name }) => name)
  if (names.some((name, at) => names.slice(0, at).some((other) => sameName(other, name))))
    return { refusal: 'nameTaken' }
  if (printerIds.some((id) => id !== null && !knownIds.has(id))) return { refusal: 'unknownPrinter' }
  if (input.counters.some(({ counterId }) => !office.counters.has(counterId)))
    return { refusal: 'unknownCounter' }
  return { events: [{ type: 'printersSet', data: input }], output: {} }
}

/** An agent's skills are facts of the office; their name is a personal row. */
export const setAgent: Decide<'agent.set'> = (office, { agentId, name, services }, { now }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const serviceIds = new Set(office.settings.services.map((service) => service.serviceId))
  if (services.some((id) => !serviceIds.has(id))) return { refusal: 'unknownService' }
  const unnamed = strangeAgent(name)
  if (unnamed) return unnamed
  // Who has left is written otherwise, and still goes at their term.
  const left = office.skills.has(agentId) && rightsOf(office, agentId).length === 0
  return {
    events: [{ type: 'agentSet', data: { agentId, services: once(services) } }],
    personal: [
      {
        op: 'put',
        kind: 'agent',
        id: agentId,
        value: name,
        at: now,
        ...(left ? { until: nameUntil(now) } : {}),
      },
    ],
    output: {},
  }
}

/** What the law leaves to the office itself. An exchange that nobody knows can't be connected; a regulation can't go against the law. */
export const setLaw: Decide<'office.setLaw'> = (office, law, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const strange = law.exchanges.filter((id) => exchanges.every(({ exchangeId }) => exchangeId !== id))
  if (strange.length > 0) return { refusal: 'unknownExchange', details: strange }
  const unknown = law.remedies.filter(({ procedureId }) => !procedureNow(office, context, procedureId))
  if (unknown.length > 0)
    return { refusal: 'unknownProcedure', details: unknown.map(({ procedureId }) => procedureId) }
  return (
    strangeLaw(law, office.settings.law) ??
    regulationRefused(office, context, law.regulations) ?? {
      events: [{ type: 'lawSet', data: { law } }],
      output: {},
    }
  )
}

/**
 * What papers print of it: the names of regulations, of the pieces that they require, where a decision is contested.
 * @param before what the office has: what was accepted once blocks nothing
 */
function strangeLaw(law: LawSettings, before: LawSettings): NotAName | null {
  for (const regulation of law.regulations) {
    const { title, number, piece, procedureId } = regulation
    const kept = before.regulations.some(
      (one) =>
        one.procedureId === procedureId &&
        one.piece === piece &&
        one.title === title &&
        one.number === number,
    )
    const strange = kept ? null : (strangeLines([title, number]) ?? strangeRegulationPiece(piece))
    if (strange) return strange
  }
  for (const { authority, court, procedureId } of law.remedies) {
    const kept = before.remedies.some(
      (one) => one.procedureId === procedureId && one.authority === authority && one.court === court,
    )
    const strange = kept ? null : strangeWays({ authority, court })
    if (strange) return strange
  }
  return null
}

/** A skill said twice is one skill: a line is not to be counted twice. */
const once = (services: readonly ServiceId[]): ServiceId[] => [...new Set(services)]

/** The office's settings, from its creation on. */
export const evolveSettings: Evolve = (office, { event }) => {
  switch (event.type) {
    case 'officeCreated': {
      const { officeId, settings, school, publicKey } = event.data
      return {
        ...office,
        officeId,
        school,
        publicKey,
        settings: { ...settings, law: { ...noLawSettings, ...settings.law } },
        skills: Map(settings.agents.map(({ agentId, services }) => [agentId, services])),
        counters: Map(settings.counters.map(({ counterId }) => [counterId, noCounter])),
        waiting: Map(settings.services.map(({ serviceId }) => [serviceId, OrderedSet()])),
        ended: Map(settings.services.map(({ serviceId }) => [serviceId, noneEnded])),
      }
    }
    case 'drillBegun':
      return { ...office, school: true }
    case 'addressSet':
      return withSettings(office, (settings) => ({ ...settings, address: event.data.address }))
    case 'printersSet': {
      const { printers, ticketPrinterId, counters } = event.data
      const printerOf = new globalThis.Map(counters.map((counter) => [counter.counterId, counter.printerId]))
      return withSettings(office, (settings) => ({
        ...settings,
        printers,
        ticketPrinterId,
        counters: settings.counters.map((place) => ({
          ...place,
          printerId: printerOf.get(place.counterId) ?? null,
        })),
      }))
    }
    case 'lawSet':
      return withSettings(office, (settings) => ({
        ...settings,
        // What an earlier program wrote has no regulations.
        law: { ...noLawSettings, ...event.data.law },
      }))
    case 'agentSet':
      return { ...office, skills: office.skills.set(event.data.agentId, event.data.services) }
    default:
      return undefined
  }
}

const withSettings = (
  office: Office,
  change: (settings: NonNullable<Office['settings']>) => NonNullable<Office['settings']>,
): Office => (office.settings === null ? office : { ...office, settings: change(office.settings) })
