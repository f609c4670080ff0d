import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, post, removeFolder } from '../../fixtures/startHost.ts'

// The forms of incidents, through the real host: read by those who answer for them, taken out for the employer's register.

let dir: string
let host: HostInside
beforeAll(async () => {
  dir = await newFolder()
  host = await startInside(dir, { at: '2026-03-03T10:42:00+01:00' })
}, 60_000)
afterAll(async () => {
  await host.stop()
  await removeFolder(dir)
})

const march = { from: '2026-03-01', to: '2026-03-31' }
const record = (happenedAt: string, facts: string) =>
  done(host, 'agent1', 'commands/incident.record', {
    alertId: null,
    counterId: '2',
    happenedAt: Date.parse(happenedAt),
    nature: 'threat',
    facts,
  })

test('an incident is read by the supervisor with its place and who wrote it, is exported whole for the register, and each reading is noted', async () => {
  const facts = '=Il a dit "je vous attends"; il a frappé la vitre.\nPuis il est parti.'
  await record('2026-03-03T09:15:00+01:00', 'Le premier du jour.')
  await record('2026-03-03T10:30:00+01:00', facts)
  await record('2026-02-27T10:30:00+01:00', 'Avant la période.')

  const listed = await done<Output<'incidents.list'>>(host, 'supervisor', 'queries/incidents.list', march)
  expect(listed.total).toBe(2)
  expect(listed.incidents[0]).toMatchObject({ place: 'Guichet 2', nature: 'threat', facts })
  expect(listed.incidents[0]?.by).not.toBe('agent1')

  const file = await done<Output<'incidents.export'>>(host, 'admin', 'queries/incidents.export', march)
  const text = Buffer.from(file.base64, 'base64').toString('utf8')
  const [heading, first, ...rest] = text.replace('\uFEFF', '').split('\r\n')
  expect(heading).toBe('date;heure;lieu;nature;faits;fiche de;fiche du')
  expect(first).toContain('2026-03-03;9\u00a0h\u00a015;Guichet 2;Menaces;Le premier du jour.;')
  // A text that a spreadsheet would run is only read (OWASP, CSV injection).
  expect(rest.join('\r\n')).toContain(`"'=Il a dit ""je vous attends""; il a frappé la vitre.\nPuis`)

  const { consultations } = await done<Output<'consultations.list'>>(
    host,
    'admin',
    'queries/consultations.list',
  )
  expect(consultations.filter(({ what }) => what === 'incidents')).toHaveLength(2)
})

test('an agent does not read the forms of the others, and a period that ends before it begins is refused', async () => {
  const asked = await post(host, 'agent1', 'queries/incidents.list', march)
  expect(asked.error?.code).toBe('forbiddenRole')
  const backwards = { from: march.to, to: march.from }
  const refused = await post(host, 'supervisor', 'queries/incidents.export', backwards)
  expect(refused.error?.code).toBe('badPeriod')
})
