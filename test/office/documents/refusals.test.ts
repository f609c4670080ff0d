import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { refusalCases, saidRemedies, writtenIn } from '../../fixtures/refusals.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, post, removeFolder } from '../../fixtures/startHost.ts'

let dir: string
let host: HostInside
beforeAll(async () => {
  dir = await newFolder()
  host = await startInside(dir, { at: '2026-03-03T10:42:00+01:00' })
  await done(host, 'supervisor', 'commands/day.open')
  await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
  const decided = [
    'attestation-accueil',
    'inscription-scolaire',
    'pacs',
    'urbanisme',
    'elections',
    'naissance',
  ]
  const remedies = decided.map((procedureId) => ({
    procedureId,
    authority: null,
    court: '43 rue du Général de Gaulle, 77000 Melun',
  }))
  await done(host, 'admin', 'commands/office.setLaw', { exchanges: [], ballots: [], remedies })
  const power = { procedures: null, from: '2026-01-01', until: null, act: 'arrêté n° 12', capacity: 'deputy' }
  await done(host, 'admin', 'commands/paper.set', { delegations: [{ agentId: 'agent1', ...power }] })
})
afterAll(async () => {
  await host.stop()
  await removeFolder(dir)
})

test.each(refusalCases.map((one) => [`${one.procedureId}, ${one.title}`, one] as const))(
  'a refusal asked over HTTP is answered as its case says: %s',
  async (_, one) => {
    const { fileId } = await done<Output<'file.open'>>(host, 'agent1', 'commands/file.open', {
      procedureId: one.procedureId,
      serviceId: 'titres',
      channel: 'counter',
      receivedOn: '2026-03-03',
      pieces: one.pieces ?? [],
      ...(one.label === undefined ? {} : { label: one.label }),
      ...(one.answers && { answers: one.answers }),
      person: { familyName: 'Diallo' },
    })
    const what = {
      kind: 'refus',
      fileId,
      ...writtenIn(one),
      ...(one.extent && { extent: one.extent }),
      ...(one.saysRemedies && { remedies: saidRemedies }),
    }
    const asked = await post(host, 'agent1', 'commands/document.issue', { what })
    const wanted =
      one.expected === 'issued' ? { status: 200 } : { status: 409, error: { code: one.expected } }
    expect(asked).toMatchObject(wanted)
  },
)

test('an act kept by a page of before, sent again, is refused again and changes nothing', async () => {
  await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  await done(host, 'agent1', 'commands/ticket.callNext')
  await done(host, 'agent1', 'commands/ticket.start')
  await done(host, 'agent1', 'commands/sheet.update', { procedureId: 'cni' })
  for (let turn = 0; turn < 2; turn++)
    expect(await post(host, 'agent1', 'commands/visit.close', { outcome: 'refused' })).toMatchObject({
      status: 409,
      error: { code: 'refusalIsNoEnd', message: expect.stringContaining('Terminez par ce qui est arrivé') },
    })
  await done(host, 'agent1', 'commands/visit.close', { outcome: 'filed' })
  const day = await done<Output<'history.day'>>(host, 'supervisor', 'queries/history.day', {
    date: '2026-03-03',
  })
  expect(day.outcomes.map(({ outcome }) => outcome)).not.toContain('refused')
})
