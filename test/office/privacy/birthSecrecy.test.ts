import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { makeRealOffice, type RealOffice } from '../../fixtures/realOffice.ts'
import { done } from '../../fixtures/startHost.ts'
import { today as todayThere } from '../../fixtures/today.ts'

// A mother asked that nobody knows who she is (C. civ., art. 326): what leaves the office tells neither her nor her secret.

const today = todayThere()
const mother = 'Zyxwvut'
const child = 'Quenneville'
const answers = { parents: 'secret', 'jour-accouchement': today }
const named = new RegExp(`${mother}|${child}|secret de la mère|demandé le secret|désigné`)

let office: RealOffice
let reference: string
let code: string
beforeAll(async () => {
  office = await makeRealOffice()
  const { host } = office
  const act = <T>(name: string, input: object = {}, holder = 'agent1') =>
    done<T>(host, holder, `commands/${name}`, input)
  await act('day.open', {}, 'supervisor')
  await act('counter.open', { counterId: '1' })
  ;({ code } = await act<{ code: string }>('ticket.take', { serviceId: 'titres' }, 'kiosk'))
  await act('ticket.callNext')
  await act('ticket.start')
  await act('sheet.update', {
    procedureId: 'naissance',
    label: `Naissance de ${child}, de ${mother}`,
    answers,
    note: `${mother} est partie`,
    pieces: [{ label: `Carte de ${mother}`, state: 'presented' }],
  })
  const { fileId } = await act<Output<'visit.close'>>('visit.close', { outcome: 'filed' })
  const sent = `la déclaration de ${mother}`
  ;({ reference } = await act<Output<'file.forward'>>('file.forward', {
    fileId,
    to: 'Procureur',
    sent,
    on: today,
    competent: false,
  }))
  await act('file.cancelForwarding', { fileId, rank: 0, reason: `Dossier de ${mother} confondu` })
}, 60_000)
afterAll(() => office.stop())

/** What an answer says, the files in it opened. */
const read = (answer: unknown): string => {
  const text = JSON.stringify(answer)
  const files = text.match(/"base64":"[^"]*"/g) ?? []
  return [text, ...files.map((file) => Buffer.from(file.slice(10, -1), 'base64').toString())].join('\n')
}

const year = Number(today.slice(0, 4))
const period = { from: today, to: today }

test.each([
  ['person.get', 'admin', () => ({ reference })],
  ['person.get', 'admin', () => ({ code })],
  ['trail.get', 'kiosk', () => ({ code })],
  ['document.list', 'admin', () => ({})],
  ['consultations.list', 'admin', () => ({})],
  ['consultations.export', 'admin', () => period],
  ['files.looks', 'admin', () => ({})],
  ['archives.get', 'admin', () => ({})],
  ['register.get', 'admin', () => ({})],
  ['history.days', 'supervisor', () => period],
  ['history.export', 'supervisor', () => ({ ...period, format: 'csv' })],
  ['history.exportMonths', 'supervisor', () => ({ year, format: 'csv' })],
  ['assisted.export', 'supervisor', () => ({ year, format: 'csv' })],
  ['statistics.export', 'supervisor', () => period],
  ['commitments.export', 'supervisor', () => ({ year })],
  ['incidents.export', 'supervisor', () => period],
] as const)('%s for the %s neither names nor hints', async (name, holder, input) => {
  const said = read(await done(office.host, holder, `queries/${name}`, input()))
  expect(said.length).toBeGreaterThan(2)
  expect(said).not.toMatch(named)
})

test('nor does the command that gives all that is kept', async () => {
  const { out: kept } = await guichet(['person', 'export', office.dir, '--file', reference])
  expect(kept).toContain('naissance')
  expect(kept).not.toMatch(named)
})

test('the papers given at the counter neither', async () => {
  const { documents } = await done<Output<'document.list'>>(office.host, 'agent1', 'queries/document.list')
  expect(documents.length).toBeGreaterThanOrEqual(3)
  for (const { documentId } of documents) {
    const paper = await done(office.host, 'agent1', 'queries/document.get', { documentId })
    expect(JSON.stringify(paper)).not.toMatch(named)
  }
})
