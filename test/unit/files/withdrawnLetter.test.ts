import { beforeEach, describe, expect, test } from 'vitest'
import type { Recorded } from '../../../shared/contract/events.ts'
import type { DocumentId } from '../../../shared/contract/ids.ts'
import { documentContent } from '../../../shared/documents/content.ts'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'

// What only a cancelled letter told is withdrawn from that day: the past stays as the person lived it.

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})

const today = '2026-03-03'
const due = '2026-04-03'
const later = '2026-03-13'
const last = () => [...office.pure.documents.keys()].at(-1)! as DocumentId
const cancel = (documentId: string) =>
  given(office.act('document.cancel', { documentId, reason: 'Envoyé à une autre personne' })).output
const ask = (fileId: string, more: object = {}) => {
  const pieces = [{ pieceId: 'ressources' }]
  const on = office.shown(fileId).receivedOn
  given(office.act('file.requestPieces', { fileId, pieces, on, dueOn: due, ...more }))
  return last()
}
const acknowledge = (fileId: string, more: object = {}) => {
  given(office.act('file.acknowledge', { fileId, form: 'ar', on: today, ...more }))
  return last()
}
const stateOf = (fileId: string, pieceId: string) =>
  office.shown(fileId).pieces.find(({ name }) => name && 'pieceId' in name && name.pieceId === pieceId)?.state
const clock = (fileId: string) => office.shown(fileId).clock
const addressee = { familyName: 'Dupond', firstName: 'Marie', usageName: null, contact: null }
/** What the last paper says under its lead. */
const notes = () => {
  const paper = [...office.pure.documents.values()].at(-1)!
  if (paper === 'erased') throw new Error('nothing is erased here')
  return documentContent(paper, { copy: 1, reprint: false }).notes.map((note) => note.replaceAll(/\s/g, ' '))
}
const correct = (documentId: string) => {
  given(office.act('document.correct', { documentId, changes: { addressee }, reason: 'Nom mal écrit' }))
  return last()
}

describe('a request that only a cancelled letter told', () => {
  test('suspends until that day, and the term runs again from there as if its pieces had come (CRPA L114-5)', () => {
    const fileId = office.open()
    const other = office.open()
    const letter = ask(fileId)
    ask(other)
    office.on(later)
    const said = cancel(letter)
    given(
      office.act('file.addPiece', { fileId: other, pieces: [{ pieceId: 'ressources' }], receivedOn: later }),
    )
    expect(clock(fileId)).toEqual(clock(other))
    expect(clock(fileId)).toMatchObject({ state: 'running', suspendedDays: 10 })
    expect(said.withdrawn).toEqual({ asked: [today], runsAgainOn: later })
    expect(office.shown(fileId)).toMatchObject({
      requests: [],
      withdrawn: [{ on: today, withdrawnOn: later, runsAgain: true }],
    })
    expect(office.shown(fileId).dues.filter(({ kind }) => kind === 'pieces')).toEqual([])
    expect(stateOf(fileId, 'ressources')).toBe('notExamined')
  })

  test('bears no decision in the past, however long it stood', () => {
    const fileId = office.open()
    const letter = ask(fileId, { dueOn: '2026-12-31' })
    office.on('2026-12-01')
    cancel(letter)
    expect(clock(fileId)!.on! > '2026-12-01').toBe(true)
    expect(clock(fileId)!.state).toBe('running')
  })

  test('changes nothing where its last day had already ended the suspension', () => {
    const fileId = office.open()
    const letter = ask(fileId, { dueOn: '2026-03-10' })
    office.on('2026-03-20')
    const before = clock(fileId)
    const said = cancel(letter)
    expect(clock(fileId)).toEqual(before)
    expect(said.withdrawn).toEqual({ asked: [today] })
  })

  test('is said on the paper that cancels, once', () => {
    const fileId = office.open()
    cancel(ask(fileId))
    expect(notes()).toContain(
      'Les pièces demandées le 3 mars 2026 ne sont plus demandées ; le délai court de nouveau depuis le 3 mars 2026.',
    )
  })

  test.each(['ressources', 'timbre'])(
    'is not said of the day where another letter asks %s still',
    (pieceId) => {
      const fileId = office.open()
      const letter = ask(fileId)
      ask(fileId, { pieces: [{ pieceId }] })
      expect(cancel(letter).withdrawn).toEqual({ asked: [today], askedElse: true })
      expect(notes()).toContain(
        'Le document annulé ne demande plus de pièces. Celles qu’un autre papier demande restent à fournir.',
      )
      expect(notes().join()).not.toContain('ne sont plus demandées')
    },
  )

  test('leaves a piece that another letter asks awaited, and one that lacked before it, lacking', () => {
    const lacks = { pieceId: 'ressources', state: 'missing' }
    const person = { familyName: 'Sow', firstName: 'Awa' }
    const fileId = office.open({ pieces: [lacks], person })
    const first = ask(fileId)
    const second = ask(fileId, { dueOn: '2026-04-10' })
    cancel(first)
    expect(stateOf(fileId, 'ressources')).toBe('missing')
    expect(office.shown(fileId).requests).toMatchObject([{ dueOn: '2026-04-10' }])
    expect(clock(fileId)?.state).toBe('suspended')
    cancel(second)
    expect(stateOf(fileId, 'ressources'), 'it lacked before anybody asked it').toBe('missing')
    expect(clock(fileId)?.state).toBe('running')
    const untouched = office.open()
    const one = ask(untouched)
    const two = ask(untouched, { dueOn: '2026-04-10' })
    cancel(one)
    cancel(two)
    expect(stateOf(untouched, 'ressources')).toBe('notExamined')
  })
})

describe('a request that another paper tells', () => {
  test('holds while the letter issued again stands', () => {
    const fileId = office.open()
    const first = ask(fileId)
    given(office.act('document.issue', { what: { kind: 'pieces', fileId } }))
    const second = last()
    expect(cancel(first).withdrawn).toEqual({ asked: [], unchanged: 'toldElse' })
    expect(clock(fileId)?.state).toBe('suspended')
    cancel(second)
    expect(clock(fileId)?.state).toBe('running')
  })

  test('holds while the acknowledgement of another day that repeats it stands', () => {
    const fileId = office.open({ person: { familyName: 'Sow', firstName: 'Awa' } })
    const letter = ask(fileId)
    office.on(later)
    const accuse = acknowledge(fileId, { on: later })
    expect(cancel(letter).withdrawn).toEqual({ asked: [], unchanged: 'toldElse' })
    expect(clock(fileId)?.state).toBe('suspended')
    expect(cancel(accuse).withdrawn).toEqual({
      asked: [today],
      runsAgainOn: later,
      acknowledgement: true,
    })
  })

  test('is that of the one which puts it right; a duplicate alone changes nothing', () => {
    const fileId = office.open({ person: { familyName: 'Dupont', firstName: 'Marie' } })
    const first = ask(fileId)
    given(office.act('document.duplicate', { documentId: first }))
    expect(cancel(last()).withdrawn).toBeUndefined()
    expect(clock(fileId)?.state).toBe('suspended')
    const right = correct(first)
    expect(clock(fileId)?.state).toBe('suspended')
    cancel(right)
    expect(clock(fileId)?.state).toBe('running')
  })

  test('of a duplicate that is put right, is that of the paper which replaces both', () => {
    const fileId = office.open({ person: { familyName: 'Dupont', firstName: 'Marie' } })
    const first = ask(fileId)
    given(office.act('document.duplicate', { documentId: first }))
    const right = correct(last())
    const again = office.act('document.cancel', { documentId: first, reason: 'Envoyé par erreur' })
    expect(again).toMatchObject({ refusal: 'documentCancelled' })
    expect(clock(fileId)?.state).toBe('suspended')
    cancel(right)
    expect(clock(fileId)?.state).toBe('running')
  })

  test('two letters of one day are told apart, though they give the same last day', () => {
    const fileId = office.open()
    const first = ask(fileId)
    ask(fileId, { pieces: [{ pieceId: 'timbre' }] })
    cancel(first)
    expect(office.shown(fileId).requests).toMatchObject([{ pieces: [{ name: { pieceId: 'timbre' } }] }])
    expect(clock(fileId)?.state).toBe('suspended')
  })
})

describe('what no cancellation withdraws', () => {
  test('a request noted without a paper, though a letter of the same day says the same', () => {
    const fileId = office.open()
    given(
      office.act('file.requestPieces', {
        fileId,
        pieces: [{ pieceId: 'ressources' }],
        on: today,
        dueOn: due,
        issue: false,
      }),
    )
    given(office.act('document.issue', { what: { kind: 'pieces', fileId } }))
    expect(cancel(last()).withdrawn).toEqual({ asked: [], unchanged: 'untied' })
    expect(clock(fileId)?.state).toBe('suspended')
  })

  test('what the letter asks no more since the request is another', () => {
    const fileId = office.open({ person: { familyName: 'Sow', firstName: 'Awa' } })
    const letter = ask(fileId)
    given(office.act('file.describe', { fileId, procedureId: 'cni', serviceId: 'titres' }))
    expect(office.shown(fileId).requests).toEqual([])
    expect(cancel(letter).withdrawn).toEqual({ asked: [], unchanged: 'asksNothing' })
  })

  test('what came whole before: the term goes on from there', () => {
    const fileId = office.open()
    const letter = ask(fileId)
    given(office.act('file.addPiece', { fileId, pieces: [{ pieceId: 'ressources' }], receivedOn: today }))
    const before = clock(fileId)
    office.on(later)
    expect(cancel(letter).withdrawn).toEqual({ asked: [], unchanged: 'received' })
    expect(office.shown(fileId).requests).toMatchObject([{ receivedOn: today }])
    expect(clock(fileId)).toEqual(before)
    expect(stateOf(fileId, 'ressources')).toBe('presented')
  })

  test('what is decided, or closed', () => {
    const fileId = office.open()
    acknowledge(fileId)
    const accuse = last()
    const letter = ask(fileId)
    given(office.act('file.decide', { fileId, decision: 'granted', on: today }, 'supervisor'))
    expect(cancel(letter).withdrawn).toEqual({ asked: [], unchanged: 'decided' })
    expect(cancel(accuse).withdrawn).toEqual({ asked: [], unchanged: 'decided' })
    expect(office.shown(fileId)).toMatchObject({ requests: [{}], acknowledged: [{}] })
    const closed = office.open()
    const ofClosed = ask(closed)
    given(office.act('file.close', { fileId: closed, reason: 'withdrawn' }, 'supervisor'))
    expect(cancel(ofClosed).withdrawn).toEqual({ asked: [], unchanged: 'closed' })
  })

  test('what runs at who decides, until its forwarding is known to be a mistake', () => {
    const fileId = office.open()
    const letter = ask(fileId)
    given(office.act('file.forward', { fileId, to: 'La préfecture', sent: 'Le dossier', on: today }))
    const before = clock(fileId)
    expect(cancel(letter).withdrawn).toEqual({ asked: [], unchanged: 'elsewhere' })
    expect(clock(fileId)).toEqual(before)
    office.on(later)
    given(office.act('file.cancelForwarding', { fileId, rank: 0, reason: 'Noté par erreur' }))
    expect(office.shown(fileId)).toMatchObject({ requests: [], withdrawn: [{ withdrawnOn: later }] })
    expect(clock(fileId)?.state).toBe('running')
  })
})

describe('an acknowledgement that is cancelled', () => {
  test('was not given: it is due again from the filing, and opposes no delay (CRPA L112-6)', () => {
    const fileId = office.open()
    const before = office.shown(fileId)
    const accuse = acknowledge(fileId)
    expect(office.shown(fileId).notOpposable).toBe(false)
    expect(cancel(accuse).withdrawn).toEqual({ asked: [], acknowledgement: true })
    const { acknowledged, notOpposable, dues } = office.shown(fileId)
    expect({ acknowledged, notOpposable, dues }).toEqual({
      acknowledged: [],
      notOpposable: true,
      dues: before.dues,
    })
  })

  test('at who decides stays, until its forwarding is known to be a mistake', () => {
    const fileId = office.open()
    const accuse = acknowledge(fileId)
    given(office.act('file.forward', { fileId, to: 'La préfecture', sent: 'Le dossier', on: today }))
    expect(cancel(accuse).withdrawn).toEqual({ asked: [], unchanged: 'elsewhere' })
    expect(office.shown(fileId).acknowledged).toMatchObject([{ papers: [] }])
    given(office.act('file.cancelForwarding', { fileId, rank: 0, reason: 'Noté par erreur' }))
    expect(office.shown(fileId)).toMatchObject({ acknowledged: [], notOpposable: true })
  })

  test('put right, is given still', () => {
    const fileId = office.open({ person: { familyName: 'Dupont', firstName: 'Marie' } })
    const right = correct(acknowledge(fileId))
    expect(office.shown(fileId).acknowledged).toHaveLength(1)
    cancel(right)
    expect(office.shown(fileId).acknowledged).toEqual([])
  })

  test('leaves the one that another software gave', () => {
    const fileId = office.open()
    given(office.act('file.acknowledge', { fileId, form: 'ar', on: today, issue: false }))
    cancel(ask(fileId))
    expect(office.shown(fileId).acknowledged).toHaveLength(1)
  })
})

describe('at the counter', () => {
  const answers = { hebergeant: 'français', occupation: 'locataire' }
  const close = (
    procedureId: string,
    pieces: readonly object[],
    more: object = {},
    outcome = 'incomplete',
  ) => {
    office.receiveOne()
    given(office.act('sheet.update', { procedureId, person: { familyName: 'Sow' }, pieces, ...more }))
    const dueOn = outcome === 'incomplete' ? { dueOn: due } : {}
    return given(office.act('visit.close', { outcome, ...dueOn })).output
  }
  /** A receipt named no file before version 41. */
  const asNotedBefore = (one: Recorded): Recorded =>
    one.event.type === 'documentIssued'
      ? { ...one, event: { ...one.event, data: { ...one.event.data, fileId: null } } }
      : one

  test('the acknowledgement that asks what lacks takes it with it, and the closing can still be undone', () => {
    const pieces = [{ pieceId: 'ressources', state: 'missing' }]
    const { fileId } = close('attestation-accueil', pieces, { answers })
    cancel(last())
    expect(office.shown(fileId!)).toMatchObject({
      clock: { state: 'running' },
      acknowledged: [],
      requests: [],
      pieces: [{ state: 'missing' }],
    })
    given(office.act('counter.undo', {}))
    expect(office.pure.view('file.view', 'agent1', { fileId: fileId! }).file).toBeNull()
  })

  test('a receipt that asks what lacks is a letter of its file', () => {
    const { fileId, documents } = close('cni', [{ pieceId: 'photo', state: 'missing' }])
    expect(documents).toMatchObject([{ kind: 'recepisse' }])
    expect(office.shown(fileId!).requests).toMatchObject([{ papers: [documents[0]!.number] }])
    const said = cancel(documents[0]!.documentId)
    expect(said.withdrawn).toMatchObject({ asked: [today] })
    expect(office.shown(fileId!).requests).toEqual([])
  })

  test('a receipt of before, tied to no file, says that its file counts still what it asked', () => {
    const { fileId, documents } = close('cni', [{ pieceId: 'photo', state: 'missing' }])
    const { recorded } = office.pure
    recorded.splice(0, recorded.length, ...recorded.map(asNotedBefore))
    expect(cancel(documents[0]!.documentId).withdrawn).toEqual({ asked: [], unchanged: 'untied' })
    expect(office.shown(fileId!).requests).toHaveLength(1)
  })

  test('a receipt that asked nothing has no file to change', () => {
    close('cni', [{ pieceId: 'photo', state: 'presented' }], {}, 'filed')
    expect(cancel(last()).withdrawn).toBeUndefined()
  })

  test('the receipt asked again later that day tells it too', () => {
    const { fileId, documents } = close('cni', [{ pieceId: 'photo', state: 'missing' }])
    const ticketId = [...office.pure.office.tickets.keys()][0]!
    given(office.act('document.issue', { what: { kind: 'recepisse', ticketId } }))
    const again = last()
    expect(cancel(documents[0]!.documentId).withdrawn).toEqual({ asked: [], unchanged: 'toldElse' })
    expect(cancel(again).withdrawn).toMatchObject({ asked: [today] })
    expect(office.shown(fileId!).requests).toEqual([])
  })
})
