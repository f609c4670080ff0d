import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AgentId } from '../../../shared/contract/ids.ts'
import type { CallName } from '../../../shared/contract/index.ts'
import { paces } from '../../../shared/contract/pace.ts'
import { seriesOfStation } from '../../../shared/domain/queue/provisional.ts'
import { holderOf, startHostHere } from '../../fixtures/hostHere.ts'
import { chance, type Chance } from '../../fixtures/offices/chance.ts'
import { again, seedsOf } from '../../fixtures/simulatedSeeds.ts'

// A kiosk that a program holds, an administration of the network that names what is the host's, and beside them an honest
// kiosk and the reception: whatever the first two ask, the others go on, and nothing is taken faster than its pace.

const asks = 1500
const opening = Date.UTC(2026, 2, 3, 8)
const service = { serviceId: 'titres' }

/** What a program asks of a kiosk's token, among what takes something. */
const greedy = (draw: Chance, count: number): readonly [CallName, object] =>
  draw.one<readonly [CallName, object]>([
    ['ticket.take', service],
    ['ticket.take', { ...service, priority: { groundId: 'cmiPriorite' } }],
    ['ticket.certify', { ...service, why: 'noTimeLeft' }],
    ['series.lend', { kioskId: randomUUID() }],
    [
      'ticket.join',
      {
        ticketId: randomUUID(),
        number: `P${1 + (count % 9999)}`,
        ...service,
        procedureId: null,
        purpose: 'request',
        lang: 'fr',
        code: code(draw),
        takenAt: opening,
        awaySince: opening,
        kioskId: randomUUID(),
      },
    ],
    ['appointment.book', { ...service, startsAt: opening + 86_400_000 * (1 + (count % 30)) }],
    ['ticket.leave', { number: `A${1 + (count % 500)}`, code: code(draw) }],
    ['rules.print', {}],
  ])

const code = (draw: Chance): string =>
  Array.from({ length: 8 }, () => draw.one([...'23456789ABCDEFGHJKLMNPQRSTUVWXYZ'] as [string])).join('')

/** What an administration of the network asks that would reach the host's machine. */
const prying = (draw: Chance): readonly [CallName, object] => {
  const address = draw.one([
    '127.0.0.1:9100',
    '127.1:9100',
    'localhost',
    '[::1]:22',
    '192.168.1.9:22',
    '/root',
  ])
  const transport = draw.one(['tcp', 'fileRaw', 'filePdf', 'cupsRaw', 'windowsRaw', 'chromium'])
  const printer = { printerId: 'p1', name: 'Imprimante', transport, address, paper: 'a4' }
  const url = draw.one([
    'https://127.0.0.1:8443/',
    'https://2130706433/',
    'https://[::1]/',
    'http://localhost',
  ])
  return draw.one<readonly [CallName, object]>([
    ['office.setPrinters', { printers: [printer], ticketPrinterId: null, counters: [] }],
    ['webhook.create', { label: 'Suivi', url, types: [] }],
    ['software.set', { privateAddresses: true, notices: { means: [], ahead: 2 } }],
  ])
}

test.each(seedsOf(2, 1 / 100))(
  `${asks} asks of a hostile kiosk: no number faster than its pace, no series beyond its share, nothing taken from the others (seed %i)`,
  async (seed) => {
    const draw = chance(seed)
    const office = await startHostHere(opening)
    try {
      const { ask, clock, host } = office
      const hostile = holderOf('kiosk')
      const honest = holderOf('kiosk', 'borne2')
      const reception = holderOf('agent', 'agent1', { agentId: 'agent1' as AgentId })
      const far = holderOf('admin', 'bureau', { from: '192.168.1.20' })
      const given = { numbers: 0, joined: 0, booked: 0 }
      const kept: unknown[] = []
      let honestAt = clock.now
      for (let count = 0; count < asks; count++) {
        if (draw.happens(0.05)) clock.now += Math.round(draw.exponential(5000))
        const [name, input] = greedy(draw, count)
        const answer = await ask(hostile, name, input)
        if (typeof answer !== 'string') {
          if (name === 'ticket.take' || name === 'ticket.certify') given.numbers++
          if (name === 'ticket.join') given.joined++
          if (name === 'appointment.book') given.booked++
        }
        if (draw.happens(0.02)) expect(await ask(far, ...prying(draw)), again(seed)).toBe('onlyAtHost')
        if (draw.happens(0.02)) kept.push(await ask(reception, 'reception.take', service))
        if (clock.now - honestAt >= 3000) {
          honestAt = clock.now
          kept.push(await ask(honest, 'ticket.take', service))
        }
      }
      const seconds = (clock.now - opening) / 1000
      const most = ({ burst, seconds: each }: { burst: number; seconds: number }) => burst + seconds / each
      expect(given.numbers, again(seed)).toBeLessThanOrEqual(most(paces.numbers))
      expect(given.joined, again(seed)).toBeLessThanOrEqual(most(paces.joins))
      expect(given.booked, again(seed)).toBeLessThanOrEqual(most(paces.bookings))
      expect(
        kept.filter((one) => typeof one === 'string'),
        again(seed),
      ).toEqual([])
      expect(kept.length, 'others were there').toBeGreaterThan(10)
      const lent = host.office().lent.filter(({ stationId }) => (stationId as string) === 'kiosk')
      expect(lent.size, again(seed)).toBeLessThanOrEqual(seriesOfStation)
      expect(await ask(honest, 'series.lend', { kioskId: randomUUID() }), again(seed)).toHaveProperty(
        'series',
      )
      expect(await ask(holderOf('supervisor'), 'supervision.view'), again(seed)).toMatchObject({
        stations: expect.arrayContaining([expect.objectContaining({ stationId: 'kiosk' })]),
      })
    } finally {
      await office.stop()
    }
  },
  120_000,
)
