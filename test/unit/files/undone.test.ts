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
