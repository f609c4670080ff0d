import { fc, test as property } from '@fast-check/vitest'
import { expect } from 'vitest'
import { seriesOfStation } from '../../../shared/domain/queue/provisional.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// The series that kiosks number in without their host: there are 27 for all the stations of an office.

const opening = Date.UTC(2026, 2, 3, 7, 30)
const day = 86_400_000
const stations = ['borne1', 'borne2', 'borne3', 'borne4', 'borne5', 'borne6'] as const
const kiosk = (n: number) => `33333333-3333-4333-8333-${String(n).padStart(12, '0')}`

const step = fc.oneof(
  fc.record({
    do: fc.constant('lend' as const),
    station: fc.constantFrom(...stations),
    kiosk: fc.nat({ max: 60 }),
  }),
  fc.record({ do: fc.constant('nextDay' as const), days: fc.integer({ min: 1, max: 9 }) }),
)

property.prop([fc.array(step, { maxLength: 120 })])(
  'no station holds more than its share, a series is one kiosk’s of one station, and each of six stations gets one whatever the others ask',
  (steps) => {
    const office = PureOffice.school(opening)
    office.careful = false
    const lend = (station: string, kioskId: string) =>
      office.act('series.lend', { kioskId }, 'kiosk', undefined, station)
    for (const one of steps) {
      if (one.do === 'nextDay') office.clock += one.days * day
      else {
        const decision = lend(one.station, kiosk(one.kiosk))
        expect(decision, 'six stations share twenty-seven').toHaveProperty('output')
        if ('output' in decision) {
          const again = lend(one.station, kiosk(one.kiosk))
          expect(again, 'its own, as long as it asks').toMatchObject({ events: [], output: decision.output })
        }
      }
      const { lent } = office.office
      const held = lent.countBy(({ stationId }) => stationId)
      expect(Math.max(0, ...held.values())).toBeLessThanOrEqual(seriesOfStation)
      expect(new Set([...lent.values()].map((one) => `${one.stationId} ${one.kioskId}`)).size).toBe(lent.size)
    }
    for (const [n, station] of stations.entries()) {
      expect(lend(station, kiosk(100 + n)), `${station} has one`).toHaveProperty('output')
    }
  },
)
