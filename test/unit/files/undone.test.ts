import { beforeEach, describe, expect, test } from 'vitest'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'

// A closing is taken back whole, or not at all: what it left on a file goes with its papers.

let office: FilesOffice
let fileId: string
const today = '2026-03-03'
const undo = () => office.act('counter.undo', {})
const close = (outcome = 'filed', more: object = {}) => given(office.act('visit.close', { outcome, ...more }))
const tooLate = { refusal: 'undoTooLate', details: ['visitWentOn'] }

beforeEach(() => {
  office = new FilesOffice()
  fileId = office.open({ receivedOn: '2026-03-02', person: { familyName: 'Dupont', firstName: 'Marie' } })
  office.receiveOne()
  given(office.act('visit.takeFile', { fileId }))
  given(office.act('sheet.update', { pieces: [{ pieceId: 'ressources', state: 'presented' }] }))
})

const decided = () => office.act('file.decide', { fileId, on: today, decision: 'granted' }, 'supervisor')
const forwarded = () =>
  office.act(
    'file.forward',
    { fileId, to: 'Préfecture', sent: 'tout', on: today, issue: false },
    'supervisor',
  )

const ended = () => office.act('file.close', { fileId, reason: 'withdrawn' }, 'supervisor')

describe.each([
  ['decided', decided],
  ['ended', ended],
  ['sent on', forwarded],
])('a file that came by post, taken up, then %s by somebody else', (_, act) => {
  test('keeps what the closing left on it, with its acknowledgement', () => {
    close()
    expect(office.shown(fileId).acknowledged).toHaveLength(1)
    given(undo())
    close()
    given(act())
    const before = office.pure.recorded.length
    expect(undo()).toEqual(tooLate)
    expect(office.pure.recorded).toHaveLength(before)
    expect(office.pure.view('counter.view', 'agent1', {}).undo?.bar).toBe('visitWentOn')
  })
})

test('a closing that nobody followed is taken back, and so is another end after it', () => {
  close()
  given(undo())
  expect(office.shown(fileId)).toMatchObject({ acknowledged: [], pieces: [] })
  close('notServed')
  given(undo())
  close()
  expect(office.shown(fileId).acknowledged).toHaveLength(1)
  given(undo())
  expect(refusalOf(undo())).toBe('nothingToUndo')
})

describe('by another request', () => {
  /** A second person is received at counter 2, with the same file, and brings one piece more. */
  const second = () => {
    given(office.act('counter.open', { counterId: '2' }, 'agent2'))
    given(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
    given(office.act('ticket.callNext', {}, 'agent2'))
    given(office.act('ticket.start', {}, 'agent2'))
    given(office.act('visit.takeFile', { fileId }, 'agent2'))
    given(office.act('sheet.update', { pieces: [{ pieceId: 'identite', state: 'presented' }] }, 'agent2'))
    given(office.act('visit.close', { outcome: 'filed' }, 'agent2'))
  }

  test('of another visit, a closing is not taken back: the acknowledgement that the file keeps would be cancelled', () => {
    close()
    second()
    const before = office.pure.recorded.length
    expect(undo()).toEqual(tooLate)
    expect(office.pure.recorded).toHaveLength(before)
    // Even once that one was taken back, the first is no longer the last act on the file.
    given(office.act('counter.undo', {}, 'agent2'))
    expect(undo()).toEqual(tooLate)
    expect(office.shown(fileId)).toMatchObject({ acknowledged: [{ form: 'ar' }], pieces: [{}] })
  })

  test.each(['information', 'notServed'])(
    'that touched no file (%s), it is taken back, whoever went on with the file of the one before',
    (outcome) => {
      given(office.act('visit.addService', { serviceId: 'titres' }))
      close()
      given(decided())
      close(outcome)
      given(undo())
      expect(office.shown(fileId)).toMatchObject({ state: 'open', pieces: [{}] })
    },
  )

  test('its receipt names its own file, and none of the request before', () => {
    given(office.act('visit.addService', { serviceId: 'titres' }))
    close()
    given(office.act('sheet.update', { procedureId: 'autre', label: 'Carte de transport' }))
    const ticketId = office.pure.office.tickets.keySeq().first()!
    const receipt = () => {
      given(office.act('document.issue', { what: { kind: 'recepisse', ticketId } }))
      const last = [...office.pure.documents.values()].at(-1)!
      if (last === 'erased') throw new Error('just issued')
      return last.facts
    }
    expect(receipt()).toMatchObject({ kind: 'recepisse', saidLabel: 'Carte de transport' })
    expect(receipt()).not.toHaveProperty('file')
    close()
    expect(receipt()).toMatchObject({ saidLabel: 'Carte de transport', file: 'DO-2026-2' })
  })
})
