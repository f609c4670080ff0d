import { beforeEach, describe, expect, test } from 'vitest'
import { serviceSaid, words } from '../../../shared/messages/documents/documents.fr.ts'
import { draftContent } from '../../../shared/documents/content.ts'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'
import { someFacts } from '../../fixtures/papers.ts'

// Whom a paper names, and in which quality a text sees them.

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
  office.receiveOne()
})

const person = { familyName: 'Roux', firstName: 'Adèle', birthDate: '1984-05-14' }
const note = (patch: object) => given(office.act('sheet.update', patch))
const close = (outcome: string, more: object = {}) => given(office.act('visit.close', { outcome, ...more }))
const issued = () =>
  [...office.pure.documents.values()].flatMap((document) => (document === 'erased' ? [] : [document]))
const paper = (kind: string) => {
  const found = issued().find(({ facts }) => facts.kind === kind)
  if (!found) throw new Error(`no ${kind} was issued`)
  return found
}
const said = (kind: string) =>
  JSON.stringify(draftContent(paper(kind).facts)).replaceAll(/[\u00a0\u202f]/g, ' ')

describe('a paper of a visit', () => {
  test('names the person with their birth date, and no longer by the ticket', () => {
    note({ procedureId: 'cni', person })
    close('filed')
    const { person: whose, subjects, foot } = draftContent(paper('recepisse').facts)
    expect(whose).toEqual(['ROUX Adèle, né(e) le 14\u00a0mai\u00a01984'])
    expect(subjects.join()).not.toContain('Ticket')
    expect(foot[0]).toBe('Ticket A\u00a01')
  })

  test('names nobody whom the sheet does not name: the ticket then says whose it is', () => {
    note({ procedureId: 'cni' })
    close('filed')
    const { person: whose, subjects } = draftContent(paper('recepisse').facts)
    expect(whose).toEqual([])
    expect(subjects).toContain('Ticket A\u00a01')
  })

  test('says in which quality the person is seen, under which definition and by which text', () => {
    note({ procedureId: 'elections', person })
    close('forwarded', { to: { name: 'CCAS de Melun' } })
    expect(said('attestation')).toContain('Qualité : électeur français (C. élect., art. L2 ')
    expect(said('attestation')).toContain('Toute Française ou tout Français de dix-huit ans')
  })

  test('attests the presence of who came, and of nobody who sent another', () => {
    note({ procedureId: 'cni', person })
    given(office.act('document.issue', { what: { kind: 'attestation', ticketId: null } }))
    expect(said('attestation')).toContain('La présence de ROUX Adèle est attestée')
    note({ capacity: 'legalRepresentative' })
    close('forwarded', { to: { name: 'CCAS de Melun' } })
    const other = issued().at(-1)
    expect(JSON.stringify(draftContent(other!.facts)).replaceAll(/[\u00a0\u202f]/g, ' ')).toMatch(
      /La personne qui porte le ticket A 1 s’est présentée .* pour ROUX Adèle/,
    )
  })

  test('keeps the name out of the journal', () => {
    note({ procedureId: 'cni', person })
    close('filed')
    expect(JSON.stringify(office.pure.recorded)).not.toMatch(/Roux|Adèle|1984/i)
  })

  test('is put right by another, which keeps the birth date that nobody types', () => {
    note({ procedureId: 'cni', person })
    close('filed')
    const { documentId } = paper('recepisse').seal
    given(
      office.act('document.correct', {
        documentId,
        changes: {
          addressee: { familyName: 'Roux', firstName: 'Adèle Marie', usageName: null, contact: null },
        },
        reason: 'Second prénom oublié',
      }),
    )
    expect(issued().at(-1)?.facts).toMatchObject({
      kind: 'recepisse',
      addressee: { firstName: 'Adèle Marie', birthDate: '1984-05-14' },
      relates: { how: 'correction' },
    })
  })

  test('of before, which named nobody, still says what it said', () => {
    const { person: whose, seenAs, subjects } = draftContent(someFacts())
    expect([whose, seenAs]).toEqual([[], null])
    expect(subjects).toContain('Ticket A\u00a042')
  })
})

test('an acknowledgement and a request for pieces say the quality too', () => {
  const fileId = office.open({ person: { familyName: 'Diallo', firstName: 'Awa' } })
  given(office.act('document.issue', { what: { kind: 'accuse', fileId, form: 'ar' } }))
  given(
    office.act('file.requestPieces', {
      fileId,
      kind: 'missing',
      on: '2026-03-03',
      dueOn: '2026-03-24',
      pieces: [{ pieceId: 'ressources' }],
      issue: true,
    }),
  )
  for (const kind of ['accuse', 'pieces']) {
    expect(said(kind)).toContain('DIALLO Awa')
    expect(said(kind)).toContain('"seenAs":"Qualité : ')
  }
})

test('what was issued, what was noted as handed over, what came out are three counts', () => {
  note({ procedureId: 'cni', person })
  close('filed')
  const traces = () => office.pure.view('supervision.view', 'supervisor').traces
  const issuedToday = () => traces().documents.reduce((sum, { count }) => sum + count, 0)
  expect([issuedToday(), traces().printed, traces().handed]).toEqual([1, 0, 0])
  const { documentId } = paper('recepisse').seal
  given(office.act('document.handOver', { documentId, means: 'counter', to: 'self' }))
  expect([issuedToday(), traces().printed, traces().handed]).toEqual([1, 0, 1])
})

test('a paper that the person would not take is not counted as handed over', () => {
  note({ procedureId: 'cni', person })
  close('filed')
  const { documentId } = paper('recepisse').seal
  given(office.act('document.handOver', { documentId, means: 'counter', to: 'self', refused: true }))
  expect(office.pure.view('supervision.view', 'supervisor').traces.handed).toBe(0)
})

test.each(['deces', 'naissance'])(
  'a declaration (%s) sees who declares, not what is declared: a person is no death and no birth',
  (procedureId) => {
    note({ procedureId, person })
    close('filed')
    expect(said('recepisse')).toMatch(
      /Qualité : déclarant d’une? (décès|naissance) survenue? dans la commune \(C\. civ\., art\. /,
    )
  },
)

test.each([
  ['Titres d’identité', 'service Titres d’identité', 'Délivré par le service Titres d’identité'],
  ['Service de l’état civil', 'service de l’état civil', 'Délivré par le service de l’état civil'],
  ['SERVICE URBANISME', 'service URBANISME', 'Délivré par le service URBANISME'],
  ['Services techniques', 'services techniques', 'Délivré par les services techniques'],
])('the service that an office named « %s » is said « %s » on a paper', (name, said, issued) => {
  expect(serviceSaid(name)).toBe(said)
  expect(words.issuedByService(name)).toBe(issued)
})
