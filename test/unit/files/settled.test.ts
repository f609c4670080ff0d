import { beforeEach, expect, test } from 'vitest'
import type { DocumentNumber } from '../../../shared/contract/ids.ts'
import { mayBeAttested } from '../../../renderer/files/CloseFile.tsx'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'

// What silence gave stays given: no letter asks a piece of it, nobody else decides it, and no refusal is dated before it.

const today = '2026-03-03'
const reached = '2026-02-15'
let office: FilesOffice
/** A declaration of works that silence accepted on 15 February. */
let fileId: string
beforeEach(() => {
  office = new FilesOffice()
  const court = '43 rue du Général de Gaulle, 77000 Melun'
  const remedies = [{ procedureId: 'urbanisme', authority: null, court }]
  given(office.act('office.setLaw', { remedies }, 'admin'))
  const power = { procedures: null, from: '2026-01-01', until: null, act: 'arrêté n° 12', capacity: 'deputy' }
  given(office.act('paper.set', { delegations: [{ agentId: 'agent1', ...power }] }, 'admin'))
  fileId = opened('2026-01-15')
})
const opened = (receivedOn: string, pieces: readonly object[] = []) =>
  office.open({
    pieces,
    procedureId: 'urbanisme',
    answers: { genre: 'déclaration' },
    person: { familyName: 'Diallo' },
    receivedOn,
  })
const accepted = { refusal: 'acceptedBySilence', details: [reached] }
const refused = (file: string, on: string) => ({
  fileId: file,
  decision: 'refused',
  on,
  facts: 'La clôture prévue dépasse la hauteur permise.',
  law: [],
  ground: {
    groundId: 'regle',
    said: { disposition: 'PLU, article UA 11', ecart: '2,40 m au lieu de 1,80 m' },
  },
})

test('what silence accepted is sent to nobody who would decide it, nor asks a piece', () => {
  const before = JSON.stringify(office.shown(fileId).clock)
  const forward = { fileId, to: 'Préfecture', sent: 'le dossier', on: today }
  expect(office.act('file.forward', forward)).toMatchObject(accepted)
  const asked = { fileId, pieces: [{ pieceId: 'plan-situation' }], on: today, dueOn: '2026-06-30' }
  expect(office.act('file.requestPieces', asked)).toMatchObject(accepted)
  const step = { breach: 'Une phrase.', law: [], formalities: ['Fournir un plan'], consequence: 'Aucune.' }
  for (const what of [
    { kind: 'pieces', fileId },
    { kind: 'original', fileId, doubt: 'La date est illisible.' },
    { kind: 'regularisation', fileId, dueOn: '2026-06-30', ...step },
  ])
    expect(office.act('document.issue', { what })).toMatchObject(accepted)
  expect(JSON.stringify(office.shown(fileId).clock)).toBe(before)
  given(office.act('file.forward', { ...forward, competent: false }))
})

test('nobody who comes back for it is told that a piece lacks, at the counter nor on paper', () => {
  office.receiveOne()
  given(office.act('visit.takeFile', { fileId }))
  const lacks = { pieces: [{ pieceId: 'plan-situation', state: 'missing' }] }
  expect(refusalOf(office.act('sheet.update', lacks))).toBe('fileAlreadyDecided')
  expect(refusalOf(office.act('visit.close', { outcome: 'incomplete' }))).toBe('fileAlreadyDecided')
  given(office.act('visit.close', { outcome: 'filed' }))
  const papers = [...office.pure.documents.values()].map((one) => JSON.stringify(one))
  expect(papers.length).toBeGreaterThan(0)
  for (const paper of papers) expect(paper).not.toContain('"state":"missing"')
})

test('it takes no other name that would take it back; a name of its own it may', () => {
  for (const change of [
    { procedureId: 'autre', label: 'Terrasse' },
    { procedureId: null },
    { answers: { genre: 'maison' } },
  ])
    expect([change, office.act('file.describe', { fileId, ...change })]).toMatchObject([change, accepted])
  given(office.act('file.describe', { fileId, label: 'Clôture', person: { familyName: 'Sow' } }))
  given(office.act('file.describe', { fileId: opened('2026-02-20'), answers: { genre: 'maison' } }))
})

test('noted as accepted by silence, it is still not taken back', () => {
  given(office.act('file.decide', { fileId, decision: 'implicitAcceptance', on: reached }))
  expect(office.act('file.describe', { fileId, answers: { genre: 'maison' } })).toMatchObject(accepted)
})

test('what was decided in so many words has its answers put right: no silence gave it', () => {
  const decided = opened('2026-01-15')
  const granted = { fileId: decided, decision: 'granted', on: '2026-01-30' }
  given(office.act('file.decide', granted))
  given(office.act('file.describe', { fileId: decided, answers: { genre: 'maison' } }))
  expect(office.act('file.describe', { fileId: decided, procedureId: 'autre' })).toEqual({
    refusal: 'fileAlreadyDecided',
  })
})

test('it stays given whatever day is noted afterwards', () => {
  const before = JSON.stringify(office.shown(fileId).clock)
  const past = { fileId, on: '2026-02-01' }
  const pieces = [{ pieceId: 'plan-situation' }]
  expect(office.act('file.requestPieces', { ...past, pieces, dueOn: '2026-06-30' })).toMatchObject(accepted)
  const sent = { ...past, to: 'Préfecture', sent: 'le dossier' }
  for (const receivedOn of [undefined, '2026-02-03'])
    expect(office.act('file.forward', { ...sent, receivedOn })).toMatchObject(accepted)
  expect(JSON.stringify(office.shown(fileId).clock)).toBe(before)
})

test('an acknowledgement that is noted late of it asks no piece', () => {
  const lacking = opened('2026-01-15', [{ pieceId: 'plan-situation', state: 'missing' }])
  const before = JSON.stringify(office.shown(lacking).clock)
  const late = { fileId: lacking, form: 'ar', on: '2026-02-01', dueOn: '2026-06-30', issue: false }
  given(office.act('file.acknowledge', late))
  expect(office.shown(lacking)).toMatchObject({ requests: [], acknowledged: [{ on: '2026-02-01' }] })
  expect(JSON.stringify(office.shown(lacking).clock)).toBe(before)
})

test('an acknowledgement that is given of it says no piece to lack', () => {
  const lacking = opened('2026-01-15', [{ pieceId: 'plan-situation', state: 'missing' }])
  given(office.act('file.acknowledge', { fileId: lacking, form: 'ar', on: today, dueOn: '2026-06-30' }))
  const paper = [...office.pure.documents.values()].at(-1)
  expect(paper).toMatchObject({
    facts: { kind: 'accuse', incomplete: null, pieces: [{ state: 'notExamined' }] },
  })
  expect(office.shown(lacking).requests).toEqual([])
})

test('it is no mistake: the attestation can still be asked for', () => {
  const close = (file: string, reason: string) => office.act('file.close', { fileId: file, reason })
  expect(close(fileId, 'mistake')).toMatchObject(accepted)
  given(office.act('document.issue', { what: { kind: 'acceptation', fileId } }))
  expect(close(fileId, 'mistake')).toMatchObject(accepted)
  given(close(fileId, 'done'))
  given(close(opened('2026-02-20'), 'mistake'))
  given(close(opened('2026-01-15'), 'withdrawn'))
})

test('it is ended with or without its attestation, which is due on request only (CRPA L232-3)', () => {
  const end = () => office.act('file.close', { fileId, reason: 'done' })
  expect(refusalOf(end())).toBe('decisionMissing')
  given(office.act('file.decide', { fileId, decision: 'implicitAcceptance', on: reached }))
  given(end())
})

test('the page that ends it says that its attestation can be made, as long as none that holds was', () => {
  const attestation = { kind: 'acceptation', cancelledBy: null, correctedBy: null } as const
  const cancelled = { ...attestation, cancelledBy: 'AN-2026-00001' as DocumentNumber }
  expect(mayBeAttested(office.shown(fileId), [])).toBe(true)
  expect(mayBeAttested(office.shown(fileId), [cancelled])).toBe(true)
  expect(mayBeAttested(office.shown(fileId), [cancelled, attestation])).toBe(false)
  expect(mayBeAttested(office.shown(opened('2026-02-20')), [])).toBe(false)
})

test('its attestation, made while it is open, is still copied once it is ended', () => {
  const { documentId } = given(office.act('document.issue', { what: { kind: 'acceptation', fileId } })).output
  given(office.act('file.close', { fileId, reason: 'done' }))
  expect(refusalOf(office.act('document.issue', { what: { kind: 'acceptation', fileId } }))).toBe(
    'fileNotOpen',
  )
  given(office.act('document.duplicate', { documentId }))
})

test('what was asked or sent before is noted late, as long as silence has given nothing', () => {
  const past = { fileId: opened('2026-02-20'), on: '2026-02-22' }
  const pieces = [{ pieceId: 'plan-situation' }]
  given(office.act('file.requestPieces', { ...past, pieces, dueOn: '2026-06-30' }))
  given(office.act('file.forward', { ...past, to: 'Préfecture', sent: 'le dossier' }))
})

test('a refusal that is signed here is decided that day, never before silence accepted', () => {
  for (const on of ['2026-02-01', '2026-03-02'])
    expect(office.act('file.decide', refused(fileId, on))).toEqual({
      refusal: 'acceptedBySilence',
      details: [reached],
    })
  expect(refusalOf(office.act('file.decide', refused(fileId, today)))).toBe('acceptedBySilence')
  expect(office.act('file.decide', refused(opened('2026-02-20'), '2026-03-02'))).toEqual({
    refusal: 'decidedWhenSigned',
    details: [today],
  })
  given(office.act('file.decide', refused(opened('2026-02-20'), today)))
})
