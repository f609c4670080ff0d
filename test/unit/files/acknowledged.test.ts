import { beforeEach, describe, expect, test } from 'vitest'
import { draftContent } from '../../../shared/documents/content.ts'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'
import { lastIssued } from '../../fixtures/issuedPapers.ts'
import { saidOf } from '../../fixtures/saidOnPaper.ts'
import { offeredOnFile } from '../../../renderer/documents/offered.ts'
import { actsOn } from '../../../renderer/files/acts.ts'

// An acknowledgement comes before the decision, and from who decides: no door gives another (CRPA L112-3, L114-4).

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})

const today = '2026-03-03'
const forwarding = { to: 'Préfecture', sent: 'tout le dossier', on: today, issue: false }
const acknowledge = (fileId: string, more: object) =>
  office.act('file.acknowledge', { fileId, form: 'ar', on: today, ...more })
const issue = (fileId: string) =>
  office.act('document.issue', { what: { kind: 'accuse', fileId, form: 'ar' } })

const settled = {
  decided: ['file.decide', { decision: 'granted', on: today }, 'fileAlreadyDecided'],
  forwarded: ['file.forward', forwarding, 'acknowledgedElsewhere'],
  withdrawn: ['file.close', { reason: 'withdrawn' }, 'fileNotOpen'],
} as const

describe.each(Object.entries(settled))('a file %s', (_, [act, how, refusal]) => {
  test('is acknowledged by no door, and nothing is written', () => {
    const fileId = office.open()
    given(office.act(act, { fileId, ...how }))
    office.on('2026-03-04')
    const before = office.pure.recorded.length
    const onThisDay = { on: '2026-03-04' }
    expect([
      refusalOf(acknowledge(fileId, onThisDay)),
      refusalOf(acknowledge(fileId, { ...onThisDay, issue: false })),
      refusalOf(issue(fileId)),
    ]).toEqual([refusal, refusal, refusal])
    expect(office.pure.recorded).toHaveLength(before)
  })
})

describe.each([settled.decided, settled.forwarded])('once %s', (act, how) => {
  test('no page offers to acknowledge, and no list asks for it', () => {
    const fileId = office.open()
    const asked = () => office.shown(fileId).dues.map(({ kind }) => kind)
    expect(asked()).toContain('acknowledgement')
    given(office.act(act, { fileId, ...how }))
    expect(asked()).not.toContain('acknowledgement')
    expect(offeredOnFile(office.shown(fileId))).not.toContain('accuse')
    expect(actsOn(office.shown(fileId))).not.toContain('acknowledge')
  })

  test('what another software had given before is still noted', () => {
    const fileId = office.open()
    office.on('2026-03-05')
    given(office.act(act, { fileId, ...how, on: '2026-03-05' }))
    given(acknowledge(fileId, { on: '2026-03-04', issue: false }))
    expect(office.shown(fileId).acknowledged).toEqual([{ form: 'ar', on: '2026-03-04' }])
  })
})

test.each(['2026-03-05', '2026-03-10'])(
  'what is noted late of %s asks no piece of a file decided on the 10th, and stops no clock',
  (on) => {
    const fileId = office.open({ pieces: [{ pieceId: 'ressources', state: 'missing' }] })
    office.on('2026-03-11')
    given(office.act('file.decide', { fileId, on: '2026-03-10', decision: 'granted' }))
    const before = office.pure.recorded.length
    given(acknowledge(fileId, { on, dueOn: '2026-03-30', issue: false }))
    expect(office.pure.recorded.slice(before).map(({ event }) => event.type)).toEqual(['fileAcknowledged'])
    expect(office.shown(fileId)).toMatchObject({ acknowledged: [{ form: 'ar', on }], requests: [] })
  },
)

test('noted late of a file that silence rejected, it leaves its reasons to be asked', () => {
  const fileId = office.open({ pieces: [{ pieceId: 'ressources', state: 'missing' }] })
  office.on('2026-04-20')
  given(office.act('file.decide', { fileId, on: '2026-04-03', decision: 'implicitRejection' }))
  const { clock } = office.shown(fileId)
  given(acknowledge(fileId, { on: '2026-04-01', dueOn: '2026-05-30', issue: false }))
  expect(office.shown(fileId).clock).toEqual(clock)
  const ground = { groundId: 'logement', said: { source: 'Bail présenté', date: '2026-02-19' } }
  const facts = 'Le logement mesure 9 m² pour cinq personnes.'
  const what = { kind: 'motifs', fileId, askedOn: '2026-04-20', facts, law: [], ground }
  // Who may sign is judged once its day has come.
  expect(refusalOf(office.act('document.issue', { what }))).toBe('notSignatory')
})

describe('a visit that goes on with a decided file', () => {
  const lacking = { pieces: [{ pieceId: 'ressources', state: 'missing' }] }
  let fileId: string
  beforeEach(() => {
    fileId = office.open(lacking)
    office.receiveOne()
    given(office.act('visit.takeFile', { fileId }))
    given(office.act('sheet.update', lacking))
    given(office.act('file.decide', { fileId, decision: 'granted', on: today }, 'supervisor'))
  })
  const here = () => office.pure.view('counter.view', 'agent1', {}).current
  const receipt = () => {
    const facts = [...office.pure.documents.values()].flatMap((one) => (one === 'erased' ? [] : [one.facts]))
    return saidOf(draftContent(facts.find(({ kind }) => kind === 'recepisse')!))
  }

  test('asks nothing: what lacked is not examined, and no end says that something lacks', () => {
    expect(here()?.sheet.pieces).toEqual([{ pieceId: 'ressources', state: 'notExamined' }])
    expect(refusalOf(office.act('sheet.update', lacking))).toBe('fileAlreadyDecided')
    expect(here()?.sheet.pieces).toEqual([{ pieceId: 'ressources', state: 'notExamined' }])
    expect(here()?.ends.map(({ outcome }) => outcome)).not.toContain('incomplete')
    const before = office.pure.recorded.length
    expect(refusalOf(office.act('visit.close', { outcome: 'incomplete' }))).toBe('fileAlreadyDecided')
    expect(office.pure.recorded).toHaveLength(before)
  })

  test('gives a receipt under way that demands nothing', () => {
    given(office.act('document.issue', { what: { kind: 'recepisse', ticketId: null } }))
    expect(receipt()).toContain('Une décision a été prise le 3 mars 2026')
    expect(receipt()).not.toMatch(/Il manque|à apporter|incomplet/)
  })

  test.each(['filed', 'forwarded', 'notServed'])(
    'gives a receipt at its end %s, which says no silence and demands nothing',
    (outcome) => {
      given(office.act('sheet.update', { pieces: [{ pieceId: 'formulaire', state: 'presented' }] }))
      const to = outcome === 'forwarded' ? { to: { name: 'CCAS de Melun' } } : {}
      given(office.act('visit.close', { outcome, ...to }))
      expect(office.shown(fileId)).toMatchObject({ acknowledged: [], requests: [] })
      expect(receipt()).toContain('Une décision a été prise le 3 mars 2026')
      expect(receipt()).not.toMatch(/Sans réponse|silence|Accusé de réception|Il manque|à apporter/)
    },
  )
})

test('an agreement that another software made is told by its number, which gives no reasons', () => {
  const fileId = office.open()
  const elsewhere = { issuer: 'Parapheur', number: '2026-12' }
  given(office.act('file.decide', { fileId, decision: 'granted', on: today, elsewhere }))
  expect(office.pure.personal.files.get(fileId as never)?.reasoned).toBeUndefined()
  office.receiveOne()
  given(office.act('visit.takeFile', { fileId }))
  given(office.act('visit.close', { outcome: 'filed' }))
  const said = saidOf(draftContent(lastIssued(office).facts))
  expect(said).toContain('Cette décision porte le n° 2026-12.')
  expect(said).not.toContain('motifs')
})

test('a refusal that another software made is told by its number on the file and its receipt, which gives no reasons', () => {
  const fileId = office.open()
  const elsewhere = { issuer: 'Parapheur', number: '2026-12' }
  const reason = 'Le logement mesure 9 m² pour cinq personnes.'
  const ground = { groundId: 'logement', said: {} }
  given(office.act('file.decide', { fileId, decision: 'refused', on: today, elsewhere, ground, reason }))
  expect(office.shown(fileId).decision).toMatchObject({ elsewhere })
  office.receiveOne()
  given(office.act('visit.takeFile', { fileId }))
  given(office.act('visit.close', { outcome: 'filed' }))
  const said = saidOf(draftContent(lastIssued(office).facts))
  expect(said).toContain('Ses motifs sont dans la décision n° 2026-12.')
  expect(said).not.toMatch(/9 m²|motivé|Parapheur/)
})
