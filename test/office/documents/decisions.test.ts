import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Output } from '../../../shared/contract/index.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { done, newFolder, post, removeFolder } from '../../fixtures/startHost.ts'

let dir: string
let host: HostInside
beforeAll(async () => {
  dir = await newFolder()
  host = await startInside(dir, { at: '2026-03-03T10:42:00+01:00' })
  await done(host, 'supervisor', 'commands/day.open')
  await done(host, 'agent1', 'commands/counter.open', { counterId: '1' })
})
afterAll(async () => {
  await host.stop()
  await removeFolder(dir)
})

const list = async (input: object = {}) =>
  (await done<Output<'document.list'>>(host, 'agent1', 'queries/document.list', input)).documents
const get = (documentId: string) =>
  done<Output<'document.get'>>(host, 'agent1', 'queries/document.get', { documentId })

async function closed(outcome: string) {
  await done(host, 'kiosk', 'commands/ticket.take', { serviceId: 'titres' })
  await done(host, 'agent1', 'commands/ticket.callNext')
  await done(host, 'agent1', 'commands/ticket.start')
  const answers = { personne: 'majeure' }
  const pieces = [{ pieceId: 'photo', state: 'presented' }]
  await done(host, 'agent1', 'commands/sheet.update', { procedureId: 'cni', answers, pieces })
  return done<Output<'visit.close'>>(host, 'agent1', 'commands/visit.close', { outcome })
}

test('a closing taken back cancels its papers: the tables say by which, and the documents say why', async () => {
  await closed('notServed')
  await done(host, 'agent1', 'commands/counter.undo')
  const lines = await list()
  expect(lines.map(({ number, cancelledBy }) => [number, cancelledBy])).toEqual(
    expect.arrayContaining([
      ['RD-2026-1', 'AN-2026-1'],
      ['AP-2026-1', 'AN-2026-2'],
      ['AN-2026-1', null],
      ['AN-2026-2', null],
    ]),
  )
  const cancellation = await get(lines.find(({ number }) => number === 'AN-2026-1')!.documentId)
  expect(cancellation.facts).toMatchObject({ kind: 'annulation', reason: 'Fin de passage annulée' })
  await done(host, 'agent1', 'commands/visit.close', { outcome: 'filed' })
})

test('the rules of a document given are told on request, by what its file still has', async () => {
  const receipt = (await list({ kind: 'recepisse' }))[0]!
  const what = { kind: 'trace', fileId: null, documentId: receipt.documentId }
  const { documentId } = await done<Output<'document.issue'>>(host, 'agent1', 'commands/document.issue', {
    what,
  })
  const { facts } = await get(documentId)
  expect(facts).toMatchObject({ kind: 'trace', about: receipt.number, rule: { procedureId: 'cni' } })
  expect(facts.kind === 'trace' && facts.answers.length).toBeGreaterThan(0)
})

test('what repeats a paper that is cancelled, or put right, holds no more than it', async () => {
  const paper = async () => (await closed('filed')).documents[0]!.documentId
  const act = (name: string, input: object) =>
    done<Output<'document.duplicate'>>(host, 'agent1', `commands/document.${name}`, input)
  const reason = 'Nom mal écrit'
  const addressee = { familyName: 'Dupond', firstName: null, usageName: null, contact: null }
  for (const [name, changes] of [
    ['cancel', {}],
    ['correct', { changes: { addressee } }],
  ] as const) {
    const first = await paper()
    const again = await act('duplicate', { documentId: first })
    const twice = await act('duplicate', { documentId: again.documentId })
    await act(name, { documentId: first, reason, ...changes })
    for (const { documentId } of [again, twice])
      expect((await post(host, 'agent1', 'commands/document.duplicate', { documentId })).error?.code).toBe(
        'documentCancelled',
      )
  }
})

test('a refusal is drafted by one, signed by another, handed over, and stands after a restart', async () => {
  const remedies = [{ procedureId: 'attestation-accueil', authority: null, court: '43 rue, 77000 Melun' }]
  await done(host, 'admin', 'commands/office.setLaw', { exchanges: [], ballots: [], remedies })
  const delegation = {
    agentId: 'agent2',
    procedures: null,
    from: '2026-01-01',
    until: null,
    act: 'arrêté n° 12',
    capacity: 'deputy',
  }
  await done(host, 'admin', 'commands/paper.set', { delegations: [delegation] })
  const { fileId } = await done<Output<'file.open'>>(host, 'agent1', 'commands/file.open', {
    procedureId: 'attestation-accueil',
    serviceId: 'titres',
    channel: 'counter',
    receivedOn: '2026-03-03',
    pieces: [],
    person: { familyName: 'Diallo' },
  })
  const reasons = {
    facts: 'Une pièce de 9 m² pour quatre.',
    law: [{ title: 'CESEDA L. 313-3', said: null }],
    ground: { groundId: 'logement', said: { source: 'Bail présenté', date: '2026-02-19' } },
  }
  await done(host, 'agent1', 'commands/file.keepDraft', { fileId, ...reasons })
  const { draft } = await done<Output<'file.view'>>(host, 'agent2', 'queries/file.view', { fileId })
  expect(draft).toEqual(reasons)
  const what = { kind: 'refus', fileId, ...draft }
  const issued = await done<Output<'document.issue'>>(host, 'agent2', 'commands/document.issue', { what })
  const { documentId } = issued
  await done(host, 'agent2', 'commands/document.handOver', { documentId, means: 'counter', to: 'self' })
  await host.stop()
  host = await startInside(dir, { at: '2026-03-03T10:50:00+01:00' })
  expect((await list({ kind: 'refus' }))[0]).toMatchObject({
    number: 'RF-2026-1',
    handedAt: expect.any(Number),
  })
  expect((await get(documentId)).facts).toMatchObject({
    signatory: { name: { familyName: 'Le Goff' }, delegation: 'arrêté n° 12' },
    law: [{ title: 'CESEDA L313-3, 2°' }],
  })
  const { file } = await done<Output<'file.view'>>(host, 'agent1', 'queries/file.view', { fileId })
  expect(file?.handedOver).toMatchObject([{ what: 'decision', refused: false }])
})

test('a civil partnership is refused whole: its judge, with no delay, as its papers and its rules say', async () => {
  const court = '2 avenue du Général-Leclerc, 77000 Melun'
  const law = { exchanges: [], ballots: [] }
  const set = (remedies: readonly object[]) =>
    done(host, 'admin', 'commands/office.setLaw', { ...law, remedies })
  const act = 'arrêté n° 12'
  const delegations = [
    { agentId: 'agent1', procedures: ['pacs'], from: '2026-01-01', until: null, act, capacity: 'registrar' },
  ]
  await done(host, 'admin', 'commands/paper.set', { delegations })
  const { fileId } = await done<Output<'file.open'>>(host, 'agent1', 'commands/file.open', {
    procedureId: 'pacs',
    serviceId: 'etat-civil',
    channel: 'counter',
    receivedOn: '2026-03-03',
    pieces: [],
    person: { familyName: 'Marchand' },
  })
  const what = {
    kind: 'refus',
    fileId,
    facts: 'Le pacte conclu en 2021 avec une autre personne n’est pas dissous.',
    law: [{ title: 'C. civ. 515-2', said: null }],
    ground: { groundId: 'pacte', said: { acte: 'Mention sur l’acte de naissance' } },
  }
  await set([])
  const without = await post(host, 'agent1', 'commands/document.issue', { what })
  expect(without).toMatchObject({ status: 409, error: { code: 'mentionMissing' } })
  await set([{ procedureId: 'pacs', authority: null, court }])
  const { documentId } = await done<Output<'document.issue'>>(host, 'agent1', 'commands/document.issue', {
    what,
  })
  await host.stop()
  host = await startInside(dir, { at: '2026-03-03T10:55:00+01:00' })
  const { facts } = await get(documentId)
  expect(facts).toMatchObject({
    remedies: {
      prior: 'no',
      authority: null,
      court: `le président du tribunal judiciaire, ${court}`,
      delay: null,
      noDelay: true,
    },
  })
  const { file } = await done<Output<'file.view'>>(host, 'agent1', 'queries/file.view', { fileId })
  expect(file?.decision).toMatchObject({ decision: 'refused', by: 'office' })
})

test('a forwarding noted by mistake: each of its papers in the tables is cancelled by another', async () => {
  const request = { procedureId: 'autre', label: 'Une aide', serviceId: 'titres', pieces: [] }
  const received = { channel: 'post', receivedOn: '2026-03-03' }
  const { fileId } = await done<Output<'file.open'>>(host, 'agent1', 'commands/file.open', {
    ...request,
    ...received,
  })
  const sent = { fileId, to: 'Département', sent: 'tout le dossier', on: '2026-03-03' }
  await done(host, 'agent1', 'commands/file.forward', sent)
  await done(host, 'agent1', 'commands/document.issue', {
    what: { kind: 'transmission', fileId, address: null },
  })
  const { documents } = await done<Output<'file.cancelForwarding'>>(
    host,
    'agent1',
    'commands/file.cancelForwarding',
    { fileId, rank: 0, reason: 'Autre dossier' },
  )
  expect(documents).toHaveLength(2)
  const told = await list({ kind: 'transmission' })
  expect(new Set(told.map(({ cancelledBy }) => cancelledBy))).toEqual(
    new Set(documents.map(({ number }) => number)),
  )
})

test('a forwarding that was a mistake takes off what its cancelled letter asked, and the history says so', async () => {
  const { fileId } = await done<Output<'file.open'>>(host, 'agent1', 'commands/file.open', {
    procedureId: 'attestation-accueil',
    serviceId: 'titres',
    pieces: [],
    channel: 'post',
    receivedOn: '2026-03-03',
  })
  const asked = { fileId, pieces: [{ pieceId: 'ressources' }], on: '2026-03-03', dueOn: '2026-04-03' }
  const { document } = await done<Output<'file.requestPieces'>>(
    host,
    'agent1',
    'commands/file.requestPieces',
    asked,
  )
  const sent = { fileId, to: 'Préfecture de Melun', sent: 'le dossier', on: '2026-03-03' }
  await done(host, 'agent1', 'commands/file.forward', sent)
  const cancelled = { documentId: document!.documentId, reason: 'Autre dossier' }
  await done(host, 'agent1', 'commands/document.cancel', cancelled)
  await done(host, 'agent1', 'commands/file.cancelForwarding', { fileId, rank: 0, reason: 'Autre dossier' })
  const { file, acts } = await done<Output<'file.get'>>(host, 'agent1', 'queries/file.get', { fileId })
  expect(file.requests).toEqual([])
  expect(acts.map(({ act, mistaken, cancelled }) => [act, mistaken ?? cancelled ?? false])).toEqual([
    ['opened', false],
    ['piecesRequested', false],
    ['forwarded', false],
    ['forwarded', true],
    ['piecesRequested', true],
  ])
})

test('what puts a duplicate right replaces the paper that it repeats, in the list of the papers too', async () => {
  const { fileId } = await done<Output<'file.open'>>(host, 'agent1', 'commands/file.open', {
    procedureId: 'attestation-accueil',
    serviceId: 'titres',
    pieces: [],
    channel: 'post',
    receivedOn: '2026-03-03',
    person: { familyName: 'Dupont', firstName: 'Marie' },
  })
  const form = { fileId, form: 'ar', on: '2026-03-03' }
  const { document } = await done<Output<'file.acknowledge'>>(
    host,
    'agent1',
    'commands/file.acknowledge',
    form,
  )
  const { documentId } = document!
  const copy = await done<Output<'document.duplicate'>>(host, 'agent1', 'commands/document.duplicate', {
    documentId,
  })
  const addressee = { familyName: 'Durand', firstName: 'Marie', usageName: null, contact: null }
  const right = await done<Output<'document.correct'>>(host, 'agent1', 'commands/document.correct', {
    documentId: copy.documentId,
    changes: { addressee },
    reason: 'Nom mal écrit',
  })
  const listed = await done<Output<'document.list'>>(host, 'agent1', 'queries/document.list', { fileId })
  expect(new Map(listed.documents.map((one) => [one.number, one.correctedBy]))).toEqual(
    new Map([
      [right.number, null],
      [copy.number, right.number],
      [document!.number, right.number],
    ]),
  )
})

test('what a duplicate handed over says is put right by no paper: nor the first, nor another duplicate', async () => {
  const { fileId } = await done<Output<'file.open'>>(host, 'agent1', 'commands/file.open', {
    procedureId: 'attestation-accueil',
    serviceId: 'titres',
    pieces: [],
    channel: 'post',
    receivedOn: '2026-03-03',
    person: { familyName: 'Dupont', firstName: 'Marie' },
  })
  const { document } = await done<Output<'file.acknowledge'>>(host, 'agent1', 'commands/file.acknowledge', {
    fileId,
    form: 'ar',
    on: '2026-03-03',
  })
  const first = document!.documentId
  const copyOf = (documentId: string) =>
    done<Output<'document.duplicate'>>(host, 'agent1', 'commands/document.duplicate', { documentId })
  const [copy, other] = [await copyOf(first), await copyOf(first)]
  const again = await copyOf(copy.documentId)
  const handed = { documentId: again.documentId, means: 'counter', to: 'self' }
  await done(host, 'agent1', 'commands/document.handOver', handed)
  const addressee = { familyName: 'Durand', firstName: 'Marie', usageName: null, contact: null }
  for (const documentId of [first, copy.documentId, other.documentId, again.documentId]) {
    const correct = { documentId, changes: { addressee }, reason: 'Nom mal écrit' }
    expect((await post(host, 'agent1', 'commands/document.correct', correct)).error?.code).toBe(
      'documentHandedOver',
    )
  }
})

test('a letter that is cancelled: what only it asked is withdrawn, and the history of the file says so', async () => {
  const request = { procedureId: 'attestation-accueil', serviceId: 'titres', pieces: [] }
  const { fileId } = await done<Output<'file.open'>>(host, 'agent1', 'commands/file.open', {
    ...request,
    channel: 'post',
    receivedOn: '2026-03-03',
  })
  const { document } = await done<Output<'file.requestPieces'>>(
    host,
    'agent1',
    'commands/file.requestPieces',
    { fileId, pieces: [{ pieceId: 'ressources' }], on: '2026-03-03', dueOn: '2026-04-03' },
  )
  const { withdrawn } = await done<Output<'document.cancel'>>(host, 'agent1', 'commands/document.cancel', {
    documentId: document!.documentId,
    reason: 'Autre dossier',
  })
  expect(withdrawn).toEqual({ asked: ['2026-03-03'], runsAgainOn: '2026-03-03' })
  const { file, acts } = await done<Output<'file.get'>>(host, 'agent1', 'queries/file.get', { fileId })
  expect(file).toMatchObject({ requests: [], withdrawn: [{ paper: document!.number, runsAgain: true }] })
  expect(acts.map(({ act, cancelled = false }) => [act, cancelled])).toEqual([
    ['opened', false],
    ['piecesRequested', false],
    ['piecesRequested', true],
  ])
})
