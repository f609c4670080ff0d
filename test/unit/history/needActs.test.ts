import { expect, test } from 'vitest'
import { serviceLines } from '../../../renderer/supervision/lines.ts'
import { namesOf } from '../../../renderer/supervision/names.ts'
import { actsOf } from '../../../renderer/supervision/needActs.tsx'
import type { AppointmentId } from '../../../shared/contract/ids.ts'
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
