import { fc } from '@fast-check/vitest'

// Services and counters that come, change and go, in any order; some are those that a day is under way with.

const serviceId = fc.constantFrom('titres', 'etat-civil', 'inconnu', 'cimetiere')
const counterId = fc.constantFrom('1', '2', 'inconnu', '9')
const name = fc.record({ fr: fc.constantFrom('Cimetière', 'Guichet 9') })

export const servicesEvents = {
  serviceSet: fc.record({
    serviceId,
    letter: fc.constantFrom('A', 'F', 'Z'),
    name,
    procedures: fc.subarray(['cni', 'autre']),
  }),
  serviceWithdrawn: fc.record({ serviceId }),
  counterSet: fc.record({ counterId, name }),
  counterWithdrawn: fc.record({ counterId }),
}
