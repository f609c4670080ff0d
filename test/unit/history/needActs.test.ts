import { expect, test } from 'vitest'
import { serviceLines } from '../../../renderer/supervision/lines.ts'
import { namesOf } from '../../../renderer/supervision/names.ts'
import { actsOf } from '../../../renderer/supervision/needActs.tsx'
import type { AppointmentId } from '../../../shared/contract/ids.ts'
import { supervision } from '../../../shared/messages/history/supervision.fr.ts'
import { supervisionViews } from '../../fixtures/views.supervision.ts'

const { usual } = supervisionViews
const service = usual.services[0]!
const since = usual.day!.openedAt

test.each([
  ['open', null],
  ['closed to new tickets', { since, words: null }],
])('late appointments of a service that is %s can be seen from its line', (_name, closed) => {
  const late = {
    what: 'appointmentLate' as const,
    appointmentId: '00000000-0000-4000-8000-000000000700' as AppointmentId,
    serviceId: service.serviceId,
    startsAt: since,
  }
  const view = { ...usual, decisions: [late], services: [{ ...service, waiting: 0, closed }] }
  const [line] = serviceLines(view, since + 3_600_000, { names: namesOf(view), holders: undefined })
  expect(line!.tone).toBe('attention')
  const acts = actsOf(line!, {
    view,
    act: () => Promise.reject(new Error('nothing is pressed')),
    goTo: () => undefined,
    accent: false,
  })
  expect(acts.map(({ label }) => label)).toContain('Voir les rendez-vous')
})

test('whoever says what a button shows is understood: its whole name holds its label', () => {
  const nobody = {
    what: 'nobodyServes' as const,
    serviceId: service.serviceId,
    waiting: 2,
    since,
    able: usual.counters.map(({ counterId }) => counterId).slice(0, 1),
    backAt: null,
  }
  const view = { ...usual, decisions: [nobody], services: [{ ...service, waiting: 2, openCounters: 0 }] }
  const [line] = serviceLines(view, since + 3_600_000, { names: namesOf(view), holders: undefined })
  const acts = actsOf(line!, {
    view,
    act: () => Promise.reject(new Error('nothing is pressed')),
    goTo: () => undefined,
    accent: false,
  })
  expect(acts.map(({ label }) => label)).toContain('Confier au guichet 1')
  expect(acts.filter(({ label, name }) => name !== undefined && !name.includes(label))).toEqual([])
  const { reopen, reopenFor } = supervision.decide
  expect(reopenFor('Guichet 2')).toContain(reopen)
})

test.each([
  ['no other need', []],
  [
    'a late appointment besides',
    [
      {
        what: 'appointmentLate' as const,
        appointmentId: '00000000-0000-4000-8000-000000000700' as AppointmentId,
        serviceId: service.serviceId,
        startsAt: since,
      },
    ],
  ],
])('a line that says that a service can still be closed has that act, with %s', (_name, decisions) => {
  const wait = { p50: 20 * 60, p90: 34 * 60, sure: 0.9, level: 'sure' as const }
  const slow = { ...service, waiting: 29, wait }
  const counters = usual.counters.map((one) => ({
    ...one,
    open: true,
    pause: null,
    ticket: null,
    state: 'serving' as const,
    able: [],
    services: [slow.serviceId],
  }))
  const said = (changed: Partial<typeof slow>) => {
    const view = { ...usual, decisions, counters, services: [{ ...slow, ...changed }] }
    const [line] = serviceLines(view, since + 3_600_000, { names: namesOf(view), holders: undefined })
    const acts = actsOf(line!, {
      view,
      act: () => Promise.reject(new Error('nothing is pressed')),
      goTo: () => undefined,
      accent: false,
    })
    return { detail: line!.detail, labels: acts.map(({ label }) => label) }
  }
  const close = 'Fermer aux nouveaux tickets'
  const { detail, labels } = said({})
  expect(detail).toContain('Vous pouvez encore fermer le service aux nouveaux tickets')
  expect(labels.filter((label) => label === close)).toHaveLength(1)
  // Once none is left to give, neither the sentence nor the act has anything to close.
  const given = said({ ticketsLeft: 0 })
  expect(given.detail).not.toContain('fermer le service')
  expect(given.labels).not.toContain(close)
})
