import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import WebSocket from 'ws'
import type { Output } from '../../../shared/contract/index.ts'
import { connect } from '../../../shared/rpc/connect.ts'
import { issuedFrom, issueSome } from '../../fixtures/issuedOffice.ts'
import { socketPort } from '../../fixtures/socketPort.ts'
import { commandLine } from '../../../electron/host/privacy/accessLog/noteFromOutside.ts'
import { done, newFolder, post, removeFolder, startHost, type RunningHost } from '../../fixtures/startHost.ts'
import { guichet } from '../../fixtures/insideCommand.ts'

// What people consult of personal data, through the real host: noted before it is shown, and given to who answers for it.

let dir: string
let host: RunningHost
beforeAll(async () => {
  dir = await newFolder()
  host = await startHost(dir, { at: issuedFrom })
  await issueSome(host)
}, 60_000)
afterAll(async () => {
  await host.kill()
  await removeFolder(dir)
})

const ask = <T>(name: string, input: object = {}, holder = 'agent1') =>
  done<T>(host, holder, `queries/${name}`, input)
const listed = () => ask<Output<'consultations.list'>>('consultations.list', {}, 'admin')
const told = async () =>
  (await listed()).consultations.map(({ what, agentId, stationId, about }) => [
    what,
    agentId ?? stationId,
    about.map(({ name }) => name),
  ])

test('a document, a passage and a day’s appointments are noted by whom, where and of what, durably, before they are shown; the person at the kiosk is not', async () => {
  const { documents } = await ask<Output<'document.list'>>('document.list')
  const { documentId } = documents.find(({ number }) => number === 'RD-2026-1')!
  await ask('document.get', { documentId })
  const { code } = await done<{ code: string }>(host, 'kiosk', 'commands/ticket.take', {
    serviceId: 'titres',
  })
  await ask('trail.get', { code }, 'kiosk')
  await ask('trail.get', { code })
  await ask('appointments.view', { date: '2026-03-04' }, 'supervisor')
  // What was not shown was not consulted.
  expect((await post(host, 'agent1', 'queries/trail.get', { code: 'ZZZZZZZZ' })).error?.code).toBe(
    'codeWrong',
  )

  // A page that watches the list consults it too, once.
  const socket = new WebSocket(`${host.url.replace('http', 'ws')}/ws`)
  const joined = await connect(await socketPort(socket), { token: host.tokens['agent1']! })
  if ('error' in joined) throw new Error(joined.error.message)
  const { connection } = joined
  await new Promise<void>((resolve) => void connection.watch('appointments.view', {}, () => resolve()))
  connection.close()

  const lines = [
    ['appointments', 'agent1', ['2026-03-03']],
    ['appointments', 'supervisor', ['2026-03-04']],
    ['trail', 'agent1', ['A5']],
    ['document', 'agent1', ['RD-2026-1']],
  ]
  expect(await told()).toEqual(lines)
  await host.kill()
  host = await startHost(dir)
  expect(await told()).toEqual(lines)
})

test('the journal says how long the three are kept and by which text, and is read by nobody but the administration', async () => {
  const { journals } = await listed()
  expect(journals.map(({ journal, keepDays }) => [journal, keepDays])).toEqual([
    ['acts', null],
    ['consultations', 365],
    ['exchanges', null],
  ])
  expect(journals.map(({ why }) => why).join()).toMatch(/L212-2.*CNIL.*R114-9-7/)
  for (const holder of ['kiosk', 'agent1', 'supervisor', 'integration'])
    expect((await post(host, holder, 'queries/consultations.list')).error?.code).toBe('forbiddenRole')
})

test('the same CSV and its description leave by the page and by the command line; the page’s export is noted itself', async () => {
  const out = join(dir, 'consultations.csv')
  const run = (...args: string[]) => guichet(['consultations', 'export', ...args])
  const before = await run(dir, '--out', out, '--from', '2026-03-03', '--to', '2026-03-03')
  expect([before.code, before.err]).toEqual([0, ''])
  expect(JSON.parse(before.out)).toMatchObject({ consultations: 5 })

  const period = { from: '2026-03-03', to: '2026-03-03' }
  const file = await ask<Output<'consultations.export'>>('consultations.export', period, 'admin')
  const inside = unzipSync(Buffer.from(file.base64, 'base64'))
  const [csv, txt] = Object.keys(inside).toSorted()
  expect(file.name).toBe('consultations-2026-03-03-2026-03-03.zip')
  const page = Buffer.from(inside[csv!]!).toString('utf8').split('\r\n')
  const own = readFileSync(out, 'utf8').split('\r\n')
  // Its own line is the last one of the period.
  expect(page.slice(0, own.length - 1)).toEqual(own.slice(0, -1))
  expect(page.slice(own.length - 1).join()).toContain('Export de ce journal')
  expect(own[0]).toBe('\uFEFFInstant;Jour;Agent;Poste;Consultation;Objet;Identifiant;Ligne')
  expect(own[1]).toMatch(/^2026-03-03T\S+;2026-03-03;agent1;agent1;Document lu;RD-2026-1;/)
  for (const text of [Buffer.from(inside[txt!]!).toString('utf8'), readFileSync(`${out}.txt`, 'utf8')]) {
    expect(text).toContain('Mairie de formation')
    expect(text).toContain('ne sert ni à évaluer ni à compter')
  }
  // Who takes it by the command line is somebody who has the folder: that too is noted.
  expect((await told()).slice(0, 2)).toEqual([
    ['consultations', 'admin', ['2026-03-03/2026-03-03']],
    ['consultations', commandLine, ['2026-03-03/2026-03-03']],
  ])

  expect(
    (await post(host, 'admin', 'queries/consultations.export', { from: '2026-03-04', to: '2026-03-03' }))
      .error?.code,
  ).toBe('badPeriod')
  for (const args of [[dir], [dir, '--out', out, '--from', '2026-02-30'], ['--out', out]]) {
    const refused = await run(...args)
    expect([refused.code, refused.out]).toEqual([2, ''])
    expect(refused.err).toContain('consultations export DOSSIER --out FICHIER')
  }
})
