import { beforeEach, describe, expect, test } from 'vitest'
import { faultOf } from '../../../electron/host/core/admission.ts'
import { waysFor } from '../../../renderer/files/HandOver.tsx'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})

describe('the drawer', () => {
  const arrive = (more: object = {}) =>
    given(office.act('file.titleArrived', { arrivedOn: '2026-03-03', slot: '14', ...more })).output

  test('keeps a title three months (décret 55-1397 art. 5), tells the person, and destroys it the day after, not before', () => {
    const { fileId, collectBy } = arrive({ fileId: office.open({ procedureId: 'cni' }) })
    expect(collectBy).toBe('2026-06-03')
    expect(refusalOf(office.act('file.titleArrived', { fileId, arrivedOn: '2026-03-03' }))).toBe(
      'titleAlreadyHere',
    )
    given(office.act('file.notify', { fileIds: [fileId, fileId], means: 'sms', on: '2026-03-03' }))
    expect(office.pure.view('files.toCollect', 'agent1').rows).toMatchObject([
      { fileId, slot: '14', collectBy: '2026-06-03', notices: 1, lastNoticeOn: '2026-03-03', overdue: false },
    ])
    const destroy = (on: string) => refusalOf(office.act('file.destroyTitles', { fileIds: [fileId], on }))
    office.on('2026-06-04')
    expect(destroy('2026-06-03')).toBe('titleStillDue')
    expect(office.due({ kinds: ['collection'] }).rows).toMatchObject([
      { dueOn: '2026-06-03', effect: 'destruction', waitsFor: 'collection', overdue: true },
    ])
    expect(destroy('2026-06-04')).toBeUndefined()
    expect(office.pure.view('files.toCollect', 'agent1').total).toBe(0)
    expect(office.pure.recorded.slice(-2).map(({ event }) => event.type)).toEqual([
      'fileTitleDestroyed',
      'fileClosed',
    ])
  })

  test('holds a title whose request was never recorded here; where no text gives a day, none is destroyed', () => {
    const { fileId, collectBy } = arrive({
      request: { procedureId: 'sejour', serviceId: 'titres', person: { familyName: 'Diallo' } },
    })
    expect(collectBy).toBeNull()
    office.on('2028-03-03')
    expect(refusalOf(office.act('file.destroyTitles', { fileIds: [fileId], on: '2028-03-03' }))).toBe(
      'titleStillDue',
    )
    expect(office.shown(fileId)).toMatchObject({ channel: 'title', clock: null, dues: [] })
  })

  test('says by when a title is to be collected once somebody knows what it is; no clock of a request begins with it', () => {
    const { fileId, collectBy } = arrive({ request: { procedureId: null, serviceId: 'titres' } })
    expect(collectBy).toBeNull()
    given(office.act('file.describe', { fileId, procedureId: 'passeport' }))
    expect(office.shown(fileId)).toMatchObject({ clock: null, title: { collectBy: '2026-06-03' } })
  })

  test('sends no title that a text has handed over in person (décret 2005-1726, art. 10)', () => {
    const here = (procedureId: string) => arrive({ fileId: office.open({ procedureId }) }).fileId
    const hand = { what: 'title', on: '2026-03-03', to: 'self' }
    const passport = here('passeport')
    for (const means of ['post', 'registeredPost', 'email'])
      expect(office.act('file.handOver', { ...hand, fileId: passport, means })).toMatchObject({
        refusal: 'titleInPerson',
        details: expect.arrayContaining(['décret 2005-1726, art. 10']) as string[],
      })
    const sent = office.act('file.handOver', { ...hand, fileId: passport, means: 'post' })
    // The text is named once, with its articles.
    expect(faultOf('titleInPerson', 'details' in sent ? sent.details : []).message).toContain(
      '(décret 2005-1726, art. 10, 12, 11)',
    )
    expect(office.shown(passport).title?.state).toBe('here')
    given(office.act('file.handOver', { ...hand, fileId: here('carte-grise'), means: 'registeredPost' }))
    given(office.act('file.handOver', { ...hand, fileId: passport, means: 'counter' }))
  })

  test('proposes no other way than the counter for it, and says by which text', () => {
    const shown = (procedureId: string) =>
      office.shown(arrive({ fileId: office.open({ procedureId }) }).fileId)
    const passport = shown('passeport')
    expect(waysFor('title', passport)).toEqual({
      ways: ['counter'],
      only: 'Remettez ce titre au guichet, en personne (décret 2005-1726, art. 10, 12, 11). Il ne s’envoie pas.',
    })
    expect(waysFor('document', passport).ways).toContain('post')
    expect(waysFor('title', shown('carte-grise'))).toEqual({
      ways: ['counter', 'post', 'registeredPost', 'email'],
    })
  })

  test('gives a title once; whoever would not take it leaves it there', () => {
    const { fileId } = arrive({ fileId: office.open({ procedureId: 'passeport' }) })
    const hand = { fileId, what: 'title', means: 'counter', on: '2026-03-03', to: 'legalRepresentative' }
    given(office.act('file.handOver', { ...hand, refused: true }))
    expect(refusalOf(office.act('file.close', { fileId, reason: 'done' }))).toBe('titleStillHere')
    given(office.act('file.handOver', { ...hand, receiver: 'Moreau Paul' }))
    expect(refusalOf(office.act('file.handOver', hand)), 'given, it ends its file').toBe('fileNotOpen')
  })

  test('ends its file once it is taken, as at the counter, unless originals are still held', () => {
    const hand = { what: 'title', means: 'counter', on: '2026-03-03', to: 'self' }
    const kept = arrive({ fileId: office.open({ procedureId: 'passeport' }) }).fileId
    given(office.act('file.holdOriginals', { fileId: kept, pieces: [{ label: 'Livret' }], on: '2026-03-03' }))
    given(office.act('file.handOver', { ...hand, fileId: kept }))
    expect(office.shown(kept).title).toMatchObject({ state: 'handedOver' })
    const free = arrive({ fileId: office.open({ procedureId: 'passeport' }) }).fileId
    given(office.act('file.handOver', { ...hand, fileId: free }))
    expect(office.pure.recorded.at(-1)?.event).toMatchObject({ type: 'fileClosed', data: { reason: 'done' } })
    expect(office.pure.closedFiles.has(free), 'set aside for its term').toBe(true)
  })

  test('notes that a limited person took their title, and leaves their file open: its keeping is not to end', () => {
    const { fileId } = arrive({ fileId: office.open({ procedureId: 'passeport' }) })
    const { pure } = office
    pure.office = { ...pure.office, limited: pure.office.limited.add(fileId) }
    given(
      office.act('file.handOver', { fileId, what: 'title', means: 'counter', on: '2026-03-03', to: 'self' }),
    )
    expect(pure.recorded.at(-1)?.event.type).toBe('fileHandedOver')
    expect(pure.personal.files.has(fileId)).toBe(true)
    expect(pure.closedFiles.has(fileId)).toBe(false)
  })

  test('puts first what is soonest destroyed, then what no text destroys', () => {
    const sejour = arrive({ request: { procedureId: 'sejour', serviceId: 'titres' } }).fileId
    const late = arrive({ request: { procedureId: 'cni', serviceId: 'titres' } }).fileId
    const soon = arrive({
      request: { procedureId: 'passeport', serviceId: 'titres' },
      arrivedOn: '2026-02-03',
    }).fileId
    expect(office.pure.view('files.toCollect', 'agent1').rows.map(({ fileId }) => fileId)).toEqual([
      soon,
      late,
      sejour,
    ])
  })
})
