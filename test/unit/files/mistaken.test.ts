import { beforeEach, describe, expect, test } from 'vitest'
import { draftContent } from '../../../shared/documents/content.ts'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'
import { lastIssued } from '../../fixtures/issuedPapers.ts'

// A forwarding noted by mistake: nothing was sent, and the file is here as before.

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})

const today = '2026-03-03'
const reason = 'Autre dossier du même nom'
const text = (facts = lastIssued(office).facts) =>
  JSON.stringify(draftContent(facts)).replaceAll(/[\u00a0\u202f]/g, ' ')
const forward = (fileId: string, more: object = {}) =>
  given(office.act('file.forward', { fileId, to: 'Préfecture', sent: 'tout le dossier', on: today, ...more }))
    .output.document?.documentId
const mistake = (fileId: string, more: object = {}) =>
  office.act('file.cancelForwarding', { fileId, rank: 0, reason, ...more })

describe('a forwarding noted by mistake', () => {
  test('gives the file back its clock, its dues and its decision', () => {
    const fileId = office.open()
    const before = office.shown(fileId)
    forward(fileId)
    expect(office.shown(fileId).dues).not.toEqual(before.dues)
    given(mistake(fileId))
    const after = office.shown(fileId)
    expect({ clock: after.clock, dues: after.dues }).toEqual({ clock: before.clock, dues: before.dues })
    expect(after.forwarded).toMatchObject([{ to: 'Préfecture', mistaken: { on: today, reason } }])
    expect(refusalOf(office.act('file.close', { fileId, reason: 'forwarded' }))).toBe('notForwarded')
    expect(
      refusalOf(office.act('document.issue', { what: { kind: 'transmission', fileId, address: null } })),
    ).toBe('notForwarded')
    given(office.act('file.acknowledge', { fileId, form: 'ar', on: today, issue: false }))
    given(office.act('file.decide', { fileId, decision: 'granted', on: today }, 'supervisor'))
  })

  test('of an acceptance does not wait for another to receive it', () => {
    const fileId = office.open({ procedureId: 'urbanisme' })
    const before = office.shown(fileId).clock
    forward(fileId, { issue: false })
    given(mistake(fileId))
    expect(office.shown(fileId).clock).toEqual(before)
  })

  test('cancels the paper that told the person, which stays registered', () => {
    const fileId = office.open()
    const documentId = forward(fileId)!
    const { number } = lastIssued(office).seal
    given(mistake(fileId))
    expect(lastIssued(office).facts).toMatchObject({ kind: 'annulation', cancels: { number } })
    expect(text()).toContain(reason)
    expect(refusalOf(office.act('document.duplicate', { documentId }))).toBe('documentCancelled')
  })

  const papers = () => [...office.pure.documents.values()].flatMap((one) => (one === 'erased' ? [] : [one]))
  const issueAgain = (fileId: string) =>
    given(office.act('document.issue', { what: { kind: 'transmission', fileId, address: null } }))
  const cancelledNumbers = () =>
    papers().flatMap(({ facts }) => (facts.kind === 'annulation' ? [facts.cancels.number] : []))

  test('cancels the paper that was asked for after it, where its act gave none', () => {
    const fileId = office.open()
    forward(fileId, { issue: false })
    issueAgain(fileId)
    const { output } = given(mistake(fileId))
    expect(cancelledNumbers()).toEqual(['TR-2026-1'])
    expect(output.documents.map(({ number }) => number)).toEqual(['AN-2026-1'])
  })

  test('cancels each of the papers that tell of it', () => {
    const fileId = office.open()
    forward(fileId)
    issueAgain(fileId)
    given(mistake(fileId))
    expect(cancelledNumbers()).toEqual(['TR-2026-1', 'TR-2026-2'])
  })

  test('cancels the paper that put the first one right', () => {
    const fileId = office.open({ person: { familyName: 'Dupont', firstName: 'Marie' } })
    const documentId = forward(fileId)
    const addressee = { familyName: 'Dupond', firstName: 'Marie', usageName: null, contact: null }
    given(office.act('document.correct', { documentId, changes: { addressee }, reason: 'Nom mal écrit' }))
    given(mistake(fileId))
    expect(cancelledNumbers()).toEqual(['TR-2026-2'])
  })

  test('cancels its paper though what was typed of the file is erased', () => {
    const fileId = office.open()
    forward(fileId)
    office.pure.personal.files.delete(fileId)
    given(mistake(fileId))
    expect(cancelledNumbers()).toEqual(['TR-2026-1'])
  })

  test('says on the paper that cancels which one repeats it', () => {
    const fileId = office.open()
    const documentId = forward(fileId)
    given(office.act('document.duplicate', { documentId }))
    given(mistake(fileId))
    expect(cancelledNumbers()).toEqual(['TR-2026-1'])
    expect(lastIssued(office).facts).toMatchObject({ duplicates: [{ number: 'TR-2026-2' }] })
  })

  test('leaves the paper of another one, though it was noted alike', () => {
    const fileId = office.open()
    forward(fileId)
    forward(fileId)
    given(mistake(fileId, { rank: 1 }))
    expect(cancelledNumbers()).toEqual(['TR-2026-2'])
    given(mistake(fileId))
    expect(cancelledNumbers()).toEqual(['TR-2026-2', 'TR-2026-1'])
  })

  test('is still the one that it was once what was typed of it is erased', () => {
    const fileId = office.open()
    forward(fileId, { issue: false })
    office.pure.personal.files.delete(fileId)
    forward(fileId, { to: 'CCAS de Melun', issue: false })
    given(mistake(fileId, { rank: 1 }))
    expect(office.shown(fileId).forwarded).toMatchObject([
      { to: null },
      { to: 'CCAS de Melun', mistaken: { reason } },
    ])
  })

  describe('that pieces were asked under', () => {
    const piece = { pieceId: 'ressources' }
    const ask = (fileId: string, more: object = {}) =>
      given(
        office.act('file.requestPieces', {
          fileId,
          kind: 'missing',
          pieces: [piece],
          on: today,
          dueOn: '2026-04-03',
          ...more,
        }),
      )
    const unmoved = (fileId: string) => office.shown(fileId).requests.map(({ unmoved: why }) => why)

    test('says to ask them again, since their letter stopped no delay, until it is done', () => {
      const fileId = office.open()
      forward(fileId)
      ask(fileId)
      expect(unmoved(fileId)).toEqual(['elsewhere'])
      expect(given(mistake(fileId)).output.askAgain).toEqual([today])
      expect(unmoved(fileId)).toEqual(['again'])
      expect(office.shown(fileId).clock).toMatchObject({ suspensions: [] })
      ask(fileId)
      expect(unmoved(fileId)).toEqual(['before', undefined])
      expect(office.shown(fileId).clock).toMatchObject({ suspensions: [{ kind: 'missing' }] })
    })

    test('says nothing of what came, was decided, or is a silence that is a decision already', () => {
      const came = office.open()
      forward(came)
      ask(came)
      given(office.act('file.addPiece', { fileId: came, pieces: [piece], receivedOn: today }))
      expect(given(mistake(came)).output.askAgain).toEqual([])
      expect(unmoved(came)).toEqual(['before'])
      const decided = office.open()
      forward(decided)
      ask(decided)
      given(mistake(decided))
      given(office.act('file.decide', { fileId: decided, decision: 'granted', on: today }, 'supervisor'))
      expect(unmoved(decided)).toEqual(['before'])
      const late = office.open()
      forward(late)
      ask(late)
      office.on('2027-03-03')
      expect(given(mistake(late)).output.askAgain).toEqual([])
    })

    test('says so of an original, and of nothing that another one still holds', () => {
      const fileId = office.open({ pieces: [{ ...piece, state: 'presented' }] })
      forward(fileId)
      forward(fileId, { issue: false })
      ask(fileId, { kind: 'original', dueOn: null, doubt: 'La date est illisible' })
      expect(given(mistake(fileId, { rank: 1 })).output.askAgain).toEqual([])
      expect(unmoved(fileId)).toEqual(['elsewhere'])
      expect(given(mistake(fileId)).output.askAgain).toEqual([today])
    })

    test('says nothing of a piece that an open letter of before asked, and that stops the delay', () => {
      const fileId = office.open()
      ask(fileId)
      forward(fileId)
      ask(fileId)
      expect(given(mistake(fileId)).output.askAgain).toEqual([])
      expect(unmoved(fileId)).toEqual([undefined, 'before'])
    })

    test('says nothing once all that could stop the delay came, whatever else is awaited', () => {
      const fileId = office.open({ procedureId: 'rsa' })
      forward(fileId)
      ask(fileId, { pieces: [{ pieceId: 'ressources' }, { pieceId: 'rib' }] })
      given(office.act('file.addPiece', { fileId, pieces: [{ pieceId: 'ressources' }], receivedOn: today }))
      expect(given(mistake(fileId)).output.askAgain).toEqual([])
      expect(unmoved(fileId)).toEqual(['before'])
    })

    test('says nothing where no piece could stop the delay (CRPA L114-5-1)', () => {
      const fileId = office.open({ procedureId: 'rsa' })
      forward(fileId)
      ask(fileId, { pieces: [{ pieceId: 'rib' }] })
      given(mistake(fileId))
      expect(unmoved(fileId)).toEqual([undefined])
    })
  })

  test('keeps its reason out of the journal', () => {
    const fileId = office.open()
    forward(fileId, { issue: false })
    given(mistake(fileId))
    expect(JSON.stringify(office.pure.recorded)).not.toContain(reason)
  })

  test('is the last that holds, once', () => {
    const fileId = office.open()
    expect(refusalOf(mistake(fileId))).toBe('forwardingSettled')
    forward(fileId, { issue: false })
    forward(fileId, { issue: false, competent: false })
    expect(refusalOf(mistake(fileId)), 'another followed').toBe('forwardingSettled')
    given(mistake(fileId, { rank: 1 }))
    given(mistake(fileId))
    expect(refusalOf(mistake(fileId))).toBe('forwardingSettled')
  })

  test('is no more one once its recipient answered', () => {
    const decided = office.open()
    forward(decided, { issue: false })
    given(office.act('file.decide', { fileId: decided, decision: 'granted', by: 'authority', on: today }))
    expect(refusalOf(mistake(decided))).toBe('fileAlreadyDecided')
    const titled = office.open({ procedureId: 'cni' })
    forward(titled, { issue: false })
    given(office.act('file.titleArrived', { fileId: titled, arrivedOn: today }))
    expect(refusalOf(mistake(titled))).toBe('forwardingSettled')
    const ended = office.open()
    forward(ended, { issue: false })
    given(office.act('file.close', { fileId: ended, reason: 'forwarded' }))
    expect(refusalOf(mistake(ended))).toBe('fileNotOpen')
  })

  test.each(['recepisse', 'attestation'])('is said on the %s made later', (kind) => {
    const fileId = office.open({ procedureId: 'autre', label: 'Aide au logement' })
    forward(fileId, { issue: false })
    given(mistake(fileId))
    office.receiveOne()
    given(office.act('visit.takeFile', { fileId }))
    given(office.act('sheet.update', { pieces: [{ label: 'Bail', state: 'presented' }] }))
    given(office.act('visit.close', { outcome: 'forwarded', to: { name: 'CCAS de Melun' } }))
    const paper = [...office.pure.documents.values()].find(
      (one) => one !== 'erased' && one.facts.kind === kind,
    )
    if (!paper || paper === 'erased') throw new Error(`no ${kind}`)
    const said = text(paper.facts)
    expect(said).toContain(
      'La transmission notée le 3 mars 2026 à Préfecture était une erreur, corrigée le 3 mars 2026',
    )
    expect(said).not.toContain('a été transmise le')
  })
})
