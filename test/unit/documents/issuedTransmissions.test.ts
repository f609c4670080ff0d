import { beforeEach, describe, expect, test } from 'vitest'
import type { FileId } from '../../../shared/contract/ids.ts'
import { draftContent } from '../../../shared/documents/content.ts'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'
import { lastIssued } from '../../fixtures/issuedPapers.ts'

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})

const today = '2026-03-03'
const lastDocument = () => lastIssued(office)
const issueIt = (what: object) => office.act('document.issue', { what })
const acknowledge = (fileId: string, more: object = {}) =>
  office.act('file.acknowledge', { fileId, form: 'ar', on: today, ...more })

describe('a forwarding', () => {
  test.each(['post', 'email'])(
    'of a declaration that came by %s says an acknowledgement of an e-mail alone',
    (channel) => {
      const fileId = office.open({ procedureId: 'pacs', serviceId: 'etat-civil', channel })
      given(office.act('file.forward', { fileId, to: 'Mairie de Melun', sent: 'tout le dossier', on: today }))
      const promised = JSON.stringify(draftContent(lastDocument().facts)).includes(
        'L’accusé de réception est délivré',
      )
      expect(promised).toBe(channel === 'email')
    },
  )

  const forward = (fileId: string, more: object = {}) =>
    office.act('file.forward', { fileId, to: 'Préfecture', sent: 'tout le dossier', on: today, ...more })

  test('tells the person in the same act: to whom, where, what (CRPA L114-2)', () => {
    const fileId = office.open({ firstReceivedOn: '2026-02-20' })
    const address = '12 rue des Saints-Pères, 77010 Melun Cedex'
    expect(given(forward(fileId, { address })).output.document?.number).toBe('TR-2026-1')
    expect(lastDocument().facts).toMatchObject({
      to: { name: 'Préfecture', address },
      sent: 'tout le dossier',
      receivedOn: '2026-02-20',
      on: today,
      silence: { sense: 'rejet', on: '2026-03-20' },
    })
    const text = JSON.stringify(draftContent(lastDocument().facts))
    for (const said of [`Préfecture, ${address}`, 'tout le dossier']) expect(text).toContain(said)
    given(issueIt({ kind: 'transmission', fileId, address: null }))
    expect(lastDocument().facts, 'asked again, it is the same').toMatchObject({ to: { address } })
  })

  test('asked again tells who decides, though a copy was sent for information since', () => {
    const fileId = office.open()
    given(forward(fileId, { address: '12 rue des Saints-Pères, 77010 Melun Cedex' }))
    given(forward(fileId, { to: 'CCAS de Melun', sent: 'une copie', competent: false }))
    expect(lastDocument().facts, 'the paper of the copy tells of the copy').toMatchObject({
      to: { name: 'CCAS de Melun' },
      competent: false,
    })
    given(issueIt({ kind: 'transmission', fileId, address: null }))
    expect(lastDocument().facts).toMatchObject({
      to: { name: 'Préfecture', address: '12 rue des Saints-Pères, 77010 Melun Cedex' },
      competent: true,
    })
  })

  test('is not attested before it is done, nor acknowledged here after', () => {
    const fileId = office.open()
    expect(refusalOf(issueIt({ kind: 'transmission', fileId, address: null }))).toBe('notForwarded')
    given(forward(fileId, { issue: false }))
    expect(office.pure.documents.size).toBe(0)
    expect(refusalOf(acknowledge(fileId))).toBe('acknowledgedElsewhere')
  })

  test('leaves its clock and its acknowledgement to who decides, whatever a visit asks after', () => {
    const fileId = office.open({ pieces: [{ pieceId: 'ressources', state: 'missing' }] })
    given(forward(fileId, { issue: false }))
    office.receiveOne()
    given(office.act('visit.takeFile', { fileId }))
    given(office.act('visit.close', { outcome: 'incomplete' }))
    expect(office.shown(fileId)).toMatchObject({ requests: [{ moves: false }], acknowledged: [] })
    const said = JSON.stringify(draftContent(lastDocument().facts))
    expect(said).toContain('est délivré par l’autorité compétente')
    expect(said).not.toContain('est suspendu')
  })

  test('lets no letter of this office say that it stops a clock that runs elsewhere (CRPA L114-3)', () => {
    const fileId = office.open({ pieces: [{ pieceId: 'formulaire', state: 'presented' }] })
    given(forward(fileId, { issue: false }))
    const said = (asked: object) => {
      given(office.act('file.requestPieces', { fileId, on: today, ...asked }))
      return JSON.stringify(draftContent(lastDocument().facts))
    }
    const runs = 'Le délai de réponse court auprès de l’autorité qui décide'
    const pieces = said({ pieces: [{ pieceId: 'ressources' }], dueOn: '2026-03-24' })
    expect(lastDocument().facts).toMatchObject({ elsewhere: true, consequence: null })
    expect(pieces).toContain(runs)
    const doubt = 'Le formulaire porte deux dates.'
    const original = said({ kind: 'original', pieces: [{ pieceId: 'formulaire' }], dueOn: null, doubt })
    expect(original).toContain(runs)
    for (const text of [pieces, original]) expect(text).not.toContain('suspendu')
  })

  test('for information takes nothing back from whoever decides', () => {
    const fileId = office.open()
    given(forward(fileId, { issue: false }))
    given(forward(fileId, { issue: false, competent: false }))
    expect(office.act('file.decide', { fileId, decision: 'granted', on: today })).toMatchObject({
      refusal: 'officeDoesNotDecide',
    })
  })

  test('takes no paper from what this office had decided before', () => {
    const fileId = office.open()
    given(forward(fileId, { issue: false }))
    const { pure } = office
    const sent = pure.office.files.get(fileId as FileId)!
    const offered = (decision: 'refused' | 'implicitRejection') => {
      const decided = { ...sent, decision: { decision, by: 'office', on: sent.receivedOn } } as const
      pure.office = { ...pure.office, files: pure.office.files.set(sent.fileId, decided) }
      return pure.view('file.view', 'agent1', { fileId }).refusal !== null
    }
    expect([offered('refused'), offered('implicitRejection')]).toEqual([true, false])
  })
})
