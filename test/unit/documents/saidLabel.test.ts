import { beforeEach, describe, expect, test } from 'vitest'
import { draftContent } from '../../../shared/documents/content.ts'
import { obligationsLeaflet } from '../../../shared/documents/obligations.ts'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'

// A paper names the request as its rules do. What an agent typed of it is printed beside, as theirs.

const typed = 'Passeport gratuit'
const head = 'Objet de la demande, selon l’agent, sans obligation pour vous'
const said = `${head} : ${typed}`
const name = 'Carte nationale d’identité'

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
  office.receiveOne()
})

const note = (patch: object) => given(office.act('sheet.update', patch))
const papers = () =>
  [...office.pure.documents.values()].flatMap((one) => (one === 'erased' ? [] : [one.facts]))
/** What the last paper says that it is about. */
const subjects = () => {
  const facts = papers().at(-1)
  if (facts === undefined) throw new Error('nothing was issued')
  return draftContent(facts).subjects.map((subject) => subject.replaceAll(/[\u00a0\u202f]/g, ' '))
}

describe('what an agent typed of a request', () => {
  test('stands beside its procedure’s name on the receipt of the visit, never in its place', () => {
    note({ procedureId: 'cni', label: typed })
    given(office.act('visit.close', { outcome: 'filed' }))
    expect(papers().at(-1)?.kind).toBe('recepisse')
    expect(subjects()[0]).toMatch(new RegExp(`^${name}`))
    expect(subjects()).toContain(said)
  })

  test.each([
    { kind: 'recepisse', ticketId: null },
    { kind: 'attestation', ticketId: null },
  ] as const)('stands beside it on $kind asked while the person is there', (what) => {
    note({ procedureId: 'cni', label: typed })
    given(office.act('document.issue', { what }))
    expect(subjects()[0]).toMatch(new RegExp(`^${name}`))
    expect(subjects()).toContain(said)
  })

  test('is all that tells one « autre démarche » from another, and is said as the agent’s', () => {
    note({ procedureId: 'autre', label: typed })
    given(office.act('visit.close', { outcome: 'filed' }))
    expect(subjects().slice(0, 2)).toEqual(['Autre démarche', said])
  })

  test('is not printed twice where it is the name itself', () => {
    note({ procedureId: 'autre', label: 'autre demarche' })
    given(office.act('visit.close', { outcome: 'filed' }))
    expect(subjects().join()).not.toContain('selon l’agent')
  })

  test('names no request of which no procedure is known: the service does', () => {
    note({ procedureId: null, label: typed })
    given(office.act('document.issue', { what: { kind: 'attestation', ticketId: null } }))
    expect(subjects()[0]).toBe(papers().at(-1)!.service)
    expect(subjects()).toContain(said)
  })

  test('stands beside it on the papers of a file written by hand after the day, and described since', () => {
    const fileId = office.open({
      procedureId: 'attestation-accueil',
      channel: 'email',
      receivedOn: '2026-02-23',
      label: 'Une tante',
    })
    given(office.act('file.acknowledge', { fileId, form: 'are', on: '2026-03-03', issue: true }))
    expect(subjects()[0]).toMatch(/^Attestation d’accueil/)
    expect(subjects()).toContain(`${head} : Une tante`)
    given(office.act('file.describe', { fileId, label: typed }))
    given(
      office.act('file.forward', { fileId, to: 'Préfecture', sent: 'tout', on: '2026-03-03', issue: true }),
    )
    expect(subjects()[0]).toMatch(/^Attestation d’accueil/)
    expect(subjects()).toContain(said)
  })

  test('is what a correction puts right; the name stays that of the rules', () => {
    note({ procedureId: 'cni', label: 'Pasport' })
    given(office.act('visit.close', { outcome: 'filed' }))
    const [documentId] = [...office.pure.documents.keys()]
    given(
      office.act('document.correct', {
        documentId,
        changes: { label: typed },
        reason: 'Une faute de frappe',
      }),
    )
    expect(subjects()[0]).toMatch(new RegExp(`^${name}`))
    expect(subjects()).toContain(said)
  })

  test('gives its place back to the name, when a paper that had it instead is put right', () => {
    note({ procedureId: 'cni', label: typed })
    given(office.act('visit.close', { outcome: 'filed' }))
    const [documentId, issued] = [...office.pure.documents.entries()][0]!
    if (issued === 'erased') throw new Error('just issued')
    const { saidLabel: _, ...facts } = issued.facts
    office.pure.documents.set(documentId, { ...issued, facts: { ...facts, label: 'Pasport' } as never })
    given(
      office.act('document.correct', {
        documentId,
        changes: { label: typed },
        reason: 'Une faute de frappe',
      }),
    )
    expect(subjects().slice(0, 2)).toEqual([name, said])
  })

  test('stands on the sheet of what both sides owe only where nothing else names the request', () => {
    const subjectsOf = (patch: object) => {
      note(patch)
      const { paper } = given(office.act('obligations.print', {})).output
      return obligationsLeaflet(paper, false).large
    }
    const [first, second] = subjectsOf({ procedureId: 'autre', label: typed })
    expect(first?.text).toBe('Autre démarche')
    expect(second).toMatchObject({ label: head, text: typed })
    // It could name a mother who asked for secrecy (C. civ. 326, CASF L222-6).
    const answers = { 'jour-accouchement': '2026-03-02', parents: 'secret' }
    const birth = subjectsOf({ procedureId: 'naissance', label: 'Naissance de Emma Roux', answers })
    expect(birth).toHaveLength(1)
    expect(birth[0]?.text).toMatch(/^Déclaration de naissance/)
  })
})
