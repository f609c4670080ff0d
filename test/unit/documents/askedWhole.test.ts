import { beforeEach, describe, expect, test } from 'vitest'
import { a4Document } from '../../../shared/documents/a4.ts'
import { thermalPaper } from '../../../shared/documents/thermal.ts'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'
import { lastIssued } from '../../fixtures/issuedPapers.ts'
import { documentPaper } from '../../fixtures/papers.ts'

// What a paper says to bring is said with what restricts it: a title alone asks more than its rule does.

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})

/** The last paper in both layouts, with ordinary spaces. */
function drawn(): readonly string[] {
  const { facts } = lastIssued(office)
  const paper = documentPaper(facts)
  const a4 = a4Document(paper.document, { copy: 1, reprint: false, qrSvg: '' })
  const roll = thermalPaper(paper, { reprint: false }).map((block) =>
    block.block === 'text' ? block.text : '',
  )
  return [a4.replaceAll('&nbsp;', ' '), roll.join(' ')].map((text) =>
    text.replaceAll(/[\s\u00a0\u202f]+/g, ' '),
  )
}

const lacking = { procedureId: 'c2s', pieces: [{ pieceId: 'identite', state: 'missing' }] }
const whole = /Pièce d’identité[^.]*\. Une photocopie suffit/

describe('« une photocopie suffit » follows the piece', () => {
  test('in the box of a receipt that lacks it', () => {
    office.receiveOne()
    given(office.act('sheet.update', lacking))
    given(office.act('visit.close', { outcome: 'incomplete' }))
    expect(lastIssued(office).facts.kind).toBe('recepisse')
    for (const text of drawn()) expect(text).toMatch(whole)
  })

  test('in a request for pieces', () => {
    const fileId = office.open({ procedureId: 'c2s' })
    const asked = { fileId, pieces: [{ pieceId: 'identite' }], on: '2026-03-03', dueOn: '2026-03-24' }
    given(office.act('file.requestPieces', asked))
    expect(lastIssued(office).facts.kind).toBe('pieces')
    for (const text of drawn()) expect(text).toMatch(whole)
  })

  test('in an acknowledgement that says what lacks', () => {
    const fileId = office.open({ pieces: [{ pieceId: 'ressources', state: 'missing' }] })
    given(office.act('document.issue', { what: { kind: 'accuse', fileId, form: 'ar', dueOn: '2026-03-24' } }))
    for (const text of drawn())
      expect(text).toMatch(/Tout document sur les ressources\. Bulletins de salaire, avis d’imposition/)
  })
})

test('a piece shown is named alone, and so is an original asked where its copy is doubted', () => {
  const shown = { procedureId: 'c2s', pieces: [{ pieceId: 'identite', state: 'presented' }] }
  const fileId = office.open(shown)
  const original = {
    fileId,
    kind: 'original',
    pieces: [{ pieceId: 'identite' }],
    on: '2026-03-03',
    dueOn: null,
  }
  given(office.act('file.requestPieces', { ...original, doubt: 'Le document porte deux dates.' }))
  for (const text of drawn()) expect(text).not.toContain('photocopie')
  office.receiveOne()
  given(office.act('sheet.update', shown))
  given(office.act('visit.close', { outcome: 'filed' }))
  for (const text of drawn()) expect(text).not.toContain('photocopie')
})
