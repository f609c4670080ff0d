import { expect, test } from 'vitest'
import type { DocumentFacts } from '../../../shared/contract/documents/issued.ts'
import { draftContent } from '../../../shared/documents/content.ts'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'

// A mother asked that nobody knows who she is (C. civ., art. 326): no paper repeats words that could name her.

const label = 'Naissance de Léo, fils de Marie Martin'
const answers = { parents: 'secret', 'jour-accouchement': '2026-03-01' }
const typed = { label: 'Pièce d’identité de Marie Martin', state: 'presented' }

const papers = (office: FilesOffice): readonly DocumentFacts[] =>
  [...office.pure.documents.values()].flatMap((one) => (one === 'erased' ? [] : [one.facts]))
const told = (office: FilesOffice) =>
  papers(office).map((facts) => JSON.stringify(draftContent(facts)).replaceAll(/[\u00a0\u202f]/g, ' '))

test('the receipt of the birth names neither the request nor a piece in the agent’s words', () => {
  const office = new FilesOffice()
  office.receiveOne()
  given(office.act('sheet.update', { procedureId: 'naissance', label, answers, pieces: [typed] }))
  given(office.act('visit.close', { outcome: 'filed' }))
  given(office.act('counter.undo', {}))
  given(office.act('visit.close', { outcome: 'forwarded', to: { name: 'Mairie de Melun' } }))
  expect(papers(office).map(({ kind }) => kind)).toEqual([
    'recepisse',
    'annulation',
    'recepisse',
    'attestation',
  ])
  for (const paper of told(office)) {
    expect(paper).not.toMatch(/Léo|Martin/)
    expect(paper).toContain('Déclaration de naissance')
  }
  expect(told(office)[0]).toContain('Pièce qui n’est pas nommée ici')
})

test('nor do the papers of its file', () => {
  const office = new FilesOffice()
  const fileId = office.open({ procedureId: 'naissance', label, answers, pieces: [typed], channel: 'email' })
  const sent = 'la déclaration de Marie Martin'
  given(office.act('file.forward', { fileId, to: 'Procureur', sent, on: '2026-03-03', competent: false }))
  given(office.act('document.issue', { what: { kind: 'transmission', fileId, address: null } }))
  expect(told(office)).toHaveLength(2)
  for (const paper of told(office)) expect(paper).not.toMatch(/Léo|Martin/)
})

test('another birth is named as it was', () => {
  const office = new FilesOffice()
  office.receiveOne()
  const others = { ...answers, parents: 'non mariés' }
  given(office.act('sheet.update', { procedureId: 'naissance', label, answers: others, pieces: [typed] }))
  given(office.act('visit.close', { outcome: 'filed' }))
  expect(told(office)[0]).toMatch(/selon l’agent.*Naissance de Léo/)
  expect(told(office)[0]).toContain('Pièce d’identité de Marie Martin')
})
