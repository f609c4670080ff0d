import type { KioskSeries } from '../../contract/queue/provisional.ts'
import { OrderedSet } from 'immutable'
import type { CounterId, ProcedureId, ServiceId } from '../../contract/ids.ts'
import type { OfficeSettings, Service } from '../../contract/office/settings.ts'
import type { ServiceIdentity } from '../../contract/office/services.ts'
import { usualServiceRule } from '../../contract/queue/rules.ts'
import type { Text } from '../../contract/text.ts'
import type { Decide, Evolve } from '../decision.ts'
import type { Office } from '../state.ts'
import { noCounter, noneEnded } from '../queue/state.ts'
import { strangeChange } from '../law/names.ts'
import { procedureNow } from '../law/rulesNow.ts'
import type { View } from '../view.ts'

// What the office is made of, after its birth: services and counters come, change their name, and go between two days.

/** Counters at most: the contract's bound. */
const mostCounters = 200

/** Two things that a person would call alike. */
export const sameName = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase('fr') === other.trim().toLocaleLowerCase('fr')

const isTaken = (name: Text, others: readonly { readonly name: Text }[]) =>
  others.some((other) => sameName(other.name.fr, name.fr))

/** A service for which tickets can be taken at once; its letter and its name are its own among those that receive. */
export const setService: Decide<'service.set'> = (office, input, context) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { services } = office.settings
  const others = services.filter(({ serviceId }) => serviceId !== input.serviceId)
  const before = services.find(({ serviceId }) => serviceId === input.serviceId)
  const speaking = strangeChange(Object.values(input.name), before ? Object.values(before.name) : [])
  if (speaking) return speaking
  // The number of a kiosk that was cut off must not be somebody else's.
  const taken = office.lent.has(input.letter as KioskSeries) && before?.letter !== input.letter
  if (taken || others.some(({ letter }) => letter === input.letter)) return { refusal: 'letterTaken' }
  if (isTaken(input.name, others)) return { refusal: 'nameTaken' }
  // One that ended since it was given stays, until the office takes it away.
  const unknown = input.procedures.filter(
    (id: ProcedureId) => !before?.procedures.includes(id) && !procedureNow(office, context, id),
  )
  if (unknown.length > 0) return { refusal: 'unknownProcedure', details: unknown }
  const strange = (input.procedurePictograms ?? []).filter(
    ({ procedureId }) => !input.procedures.includes(procedureId),
  )
  if (strange.length > 0)
    return { refusal: 'unknownProcedure', details: strange.map(({ procedureId }) => procedureId) }
  return { events: [{ type: 'serviceSet', data: input }], output: {} }
}

/** Between two days: nobody waits for it then, and no number of the day is called without a service. */
export const withdrawService: Decide<'service.withdraw'> = (office, { serviceId }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { services } = office.settings
  if (!services.some((service) => service.serviceId === serviceId)) return { refusal: 'unknownService' }
  if (office.day !== null) return { refusal: 'dayNotClosed' }
  if (services.length === 1) return { refusal: 'lastService' }
  if (office.appointments.some((appointment) => appointment.serviceId === serviceId))
    return { refusal: 'serviceAwaited' }
  return { events: [{ type: 'serviceWithdrawn', data: { serviceId } }], output: {} }
}

/** A counter made or renamed. Refused when another has the name, or when there are as many as an office may have. */
export const setCounter: Decide<'counter.set'> = (office, input) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  const { counters } = office.settings
  const before = counters.find(({ counterId }) => counterId === input.counterId)
  const speaking = strangeChange(Object.values(input.name), before ? Object.values(before.name) : [])
  if (speaking) return speaking
  const others = counters.filter(({ counterId }) => counterId !== input.counterId)
  if (isTaken(input.name, others)) return { refusal: 'nameTaken' }
  if (others.length >= mostCounters) return { refusal: 'countersFull' }
  return { events: [{ type: 'counterSet', data: input }], output: {} }
}

/** Never while a day is open, never the last, never one at which a station stands. */
export const withdrawCounter: Decide<'counter.withdraw'> = (office, { counterId }) => {
  if (office.settings === null) return { refusal: 'officeNotCreated' }
  if (!office.counters.has(counterId)) return { refusal: 'unknownCounter' }
  if (office.day !== null) return { refusal: 'dayNotClosed' }
  if (office.settings.counters.length === 1) return { refusal: 'lastCounter' }
  if (office.stations.some(({ place, revokedAt }) => revokedAt === null && place.counterId === counterId))
    return { refusal: 'counterHasStation' }
  return { events: [{ type: 'counterWithdrawn', data: { counterId } }], output: {} }
}

const withSettings = (office: Office, settings: OfficeSettings, change: Partial<OfficeSettings>) => ({
  ...office,
  settings: { ...settings, ...change },
})

/** The settings with this service where it was, or after the others. */
function withService(office: Office, settings: OfficeSettings, identity: ServiceIdentity): Office {
  const { serviceId } = identity
  const usual = { rule: usualServiceRule, access: ['walkIn' as const], slotMinutes: null }
  const added: Service = { ...usual, ...office.formerServices.get(serviceId), ...identity }
  const exists = settings.services.some((service) => service.serviceId === serviceId)
  const services = exists
    ? settings.services.map((service) =>
        service.serviceId === serviceId ? { ...service, ...identity } : service,
      )
    : [...settings.services, added]
  return {
    ...withSettings(office, settings, { services }),
    formerServices: office.formerServices.delete(serviceId),
    waiting: office.waiting.has(serviceId) ? office.waiting : office.waiting.set(serviceId, OrderedSet()),
    ended: office.ended.has(serviceId) ? office.ended : office.ended.set(serviceId, noneEnded),
  }
}

/** Nobody is skilled in it any more, and no day apart names it; its name stays for what it did. */
function withoutService(office: Office, settings: OfficeSettings, serviceId: ServiceId): Office {
  const gone = settings.services.find((service) => service.serviceId === serviceId)
  if (!gone) return office
  const others = (ids: readonly ServiceId[]) => ids.filter((id) => id !== serviceId)
  const exceptional = settings.calendar.exceptional.map((day) =>
    day.services === null ? day : { ...day, services: others(day.services) },
  )
  return {
    ...withSettings(office, settings, {
      services: settings.services.filter((service) => service !== gone),
      calendar: { ...settings.calendar, exceptional },
    }),
    formerServices: office.formerServices.set(serviceId, gone),
    skills: office.skills.map(others),
    waiting: office.waiting.delete(serviceId),
    ended: office.ended.delete(serviceId),
  }
}

/** The services and the counters of the settings, and the names of those withdrawn. */
export const evolveServices: Evolve = (office, { event }) => {
  const { settings } = office
  if (settings === null) return undefined
  switch (event.type) {
    case 'serviceSet':
      return withService(office, settings, event.data)
    case 'serviceWithdrawn':
      return withoutService(office, settings, event.data.serviceId)
    case 'counterSet': {
      const { counterId, name } = event.data
      if (office.counters.has(counterId)) {
        const counters = settings.counters.map((place) =>
          place.counterId === counterId ? { ...place, name } : place,
        )
        return withSettings(office, settings, { counters })
      }
      const place = { counterId, name, printerId: null }
      return {
        ...withSettings(office, settings, { counters: [...settings.counters, place] }),
        formerCounters: office.formerCounters.delete(counterId),
        counters: office.counters.set(counterId, noCounter),
      }
    }
    case 'counterWithdrawn':
      return withoutCounter(office, settings, event.data.counterId)
    default:
      return undefined
  }
}

function withoutCounter(office: Office, settings: OfficeSettings, counterId: CounterId): Office {
  const gone = settings.counters.find((place) => place.counterId === counterId)
  if (!gone) return office
  return {
    ...withSettings(office, settings, { counters: settings.counters.filter((place) => place !== gone) }),
    formerCounters: office.formerCounters.set(counterId, gone),
    counters: office.counters.delete(counterId),
  }
}

/** What may come back, and who changed what: the last first. */
export const premisesView: View<'premises.view'> = ({ formerServices, formerCounters, changes }) => ({
  formerServices: formerServices
    .valueSeq()
    .take(100)
    .map(({ rule: _rule, access: _access, slotMinutes: _slots, ...identity }) => identity)
    .toArray(),
  formerCounters: formerCounters
    .valueSeq()
    .take(200)
    .map(({ counterId, name }) => ({ counterId, name }))
    .toArray(),
  changes: changes.reverse().toArray(),
})
