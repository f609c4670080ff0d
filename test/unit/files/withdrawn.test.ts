import { beforeEach, describe, expect, test } from 'vitest'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'

// A letter that is cancelled did nothing: no delay is stopped, and none runs against the person, by a paper that does not hold.

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})

const today = '2026-03-03'
const last = () => [...office.pure.documents.keys()].at(-1)!
const cancel = (documentId: string) =>
  given(office.act('document.cancel', { documentId, reason: 'Envoyé à une autre personne' }))
const ask = (fileId: string, more: object = {}) => {
  const pieces = [{ pieceId: 'ressources' }]
  given(office.act('file.requestPieces', { fileId, pieces, on: today, dueOn: '2026-04-03', ...more }))
  return last()
}

describe('a letter that asks pieces, once it is cancelled', () => {
  test('stops the clock no more, and nothing is awaited (CRPA L114-5)', () => {
    const fileId = office.open()
    const before = office.shown(fileId)
    cancel(ask(fileId))
    const { clock, dues, requests } = office.shown(fileId)
    expect({ clock, dues, requests }).toEqual({ clock: before.clock, dues: before.dues, requests: [] })
  })

  test('asks still by another letter in force, until that one is cancelled too', () => {
    const fileId = office.open()
    const first = ask(fileId)
    given(office.act('document.issue', { what: { kind: 'pieces', fileId } }))
    const second = last()
    cancel(first)
    expect(office.shown(fileId).clock?.state).toBe('suspended')
    cancel(second)
    expect(office.shown(fileId).clock?.state).toBe('running')
  })

  test('leaves what another letter asks, and what came whole', () => {
    const fileId = office.open()
    const first = ask(fileId)
    ask(fileId, { pieces: [{ pieceId: 'timbre' }], dueOn: '2026-04-10' })
    cancel(first)
    expect(office.shown(fileId).requests).toMatchObject([{ dueOn: '2026-04-10' }])
    const came = office.open()
    const letter = ask(came)
    const pieces = [{ pieceId: 'ressources' }]
    given(office.act('file.addPiece', { fileId: came, pieces, receivedOn: today }))
    cancel(letter)
    expect(office.shown(came).requests).toMatchObject([{ receivedOn: today }])
  })

  test('is the one that puts another right; its duplicate alone changes nothing', () => {
    const fileId = office.open({ person: { familyName: 'Dupont', firstName: 'Marie' } })
    const first = ask(fileId)
    given(office.act('document.duplicate', { documentId: first }))
    cancel(last())
    expect(office.shown(fileId).clock?.state).toBe('suspended')
    const addressee = { familyName: 'Dupond', firstName: 'Marie', usageName: null, contact: null }
    const changes = { addressee }
    given(office.act('document.correct', { documentId: first, changes, reason: 'Nom mal écrit' }))
    cancel(last())
    expect(office.shown(fileId).clock?.state).toBe('running')
  })
})

describe('an acknowledgement, once it is cancelled', () => {
  test('makes no delay opposable (CRPA L112-6)', () => {
    const fileId = office.open()
    given(office.act('file.acknowledge', { fileId, form: 'ar', on: today }))
    expect(office.shown(fileId).notOpposable).toBe(false)
    cancel(last())
    expect(office.shown(fileId)).toMatchObject({ acknowledged: [], notOpposable: true })
  })

  test('asks nothing more: what it asked at the counter is withdrawn with it', () => {
    office.receiveOne()
    const answers = { hebergeant: 'français', occupation: 'locataire' }
    const pieces = [{ pieceId: 'ressources', state: 'missing' }]
    const person = { familyName: 'Sow' }
    given(office.act('sheet.update', { procedureId: 'attestation-accueil', answers, person, pieces }))
    const { fileId } = given(office.act('visit.close', { outcome: 'incomplete', dueOn: '2026-04-03' })).output
    expect(office.shown(fileId!).clock?.state).toBe('suspended')
    cancel(last())
    expect(office.shown(fileId!)).toMatchObject({
      clock: { state: 'running' },
      acknowledged: [],
      requests: [],
    })
  })

  test('of a file that is decided, or noted without a paper, stays', () => {
    const decided = office.open()
    given(office.act('file.acknowledge', { fileId: decided, form: 'ar', on: today }))
    const letter = last()
    given(office.act('file.decide', { fileId: decided, decision: 'granted', on: today }, 'supervisor'))
    cancel(letter)
    expect(office.shown(decided).acknowledged).toHaveLength(1)
    const noted = office.open()
    given(office.act('file.acknowledge', { fileId: noted, form: 'ar', on: '2026-03-03', issue: false }))
    ask(noted)
    cancel(last())
    expect(office.shown(noted).acknowledged).toHaveLength(1)
  })
})
