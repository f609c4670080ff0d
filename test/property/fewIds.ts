import { fc } from '@fast-check/vitest'

// Few ids and few values of each kind, so that events meet one another.

export const uuidOf = (n: number) => `0198c1f2-0000-7abc-8def-${String(n).padStart(12, '0')}`
export const id = fc.nat(5).map(uuidOf)
export const counterId = fc.constantFrom('1', '2', '3', 'inconnu')
export const serviceId = fc.constantFrom('titres', 'etat-civil', 'inconnu')
export const agentId = fc.constantFrom('agent1', 'agent2', 'agent9')
export const visit = { ticketId: id, visitId: id, counterId }
export const hex = fc.constantFrom('0'.repeat(64), 'a'.repeat(64))
export const instant = fc.constantFrom(1_772_523_000_000, 1_772_550_000_000, 1_780_000_000_000)
export const number = fc.constantFrom('A1', 'A2', 'B1', 'Z9999')
export const procedureId = fc.constantFrom(null, 'cni', 'autre', 'inconnue')
export const outcome = fc.constantFrom('filed', 'notServed')
export const fault = fc.constantFrom('person', 'service', 'thirdParty')
