import { beforeEach, describe, expect, test } from 'vitest'
import { cancelledSaid } from '../../../renderer/files/Letters.tsx'
import type { FileShown } from '../../../shared/contract/files/shown.ts'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'

// What the page of a file says of its letters that were cancelled, and what is to be done of it.

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})

const today = '2026-03-03'
const papers = () => [...office.pure.documents.values()].flatMap((one) => (one === 'erased' ? [] : [one]))

/** The papers as the page lists them. */
const rows = () =>
  papers()
    .map(({ seal }) => ({
      kind: seal.kind,
      number: seal.number,
      issuedAt: seal.issuedAt,
      cancelledBy:
        papers().find(({ facts }) => facts.kind === 'annulation' && facts.cancels.number === seal.number)
          ?.seal.number ?? null,
      correctedBy: null,
    }))
    .toReversed()
const said = (fileId: string, more: Partial<FileShown> = {}) =>
  cancelledSaid({ ...office.shown(fileId), state: 'open', ...more }, rows(), (on) => on)
const last = () => papers().at(-1)!.seal
const cancel = () => given(office.act('document.cancel', { documentId: last().documentId, reason: 'Erreur' }))
const ask = (fileId: string) => {
  const pieces = [{ pieceId: 'ressources' }]
  given(office.act('file.requestPieces', { fileId, pieces, on: today, dueOn: '2026-04-03' }))
  return last().number
}
const acknowledge = (fileId: string, form = 'ar') => {
  given(office.act('file.acknowledge', { fileId, form, on: today }))
  return last().number
}
/** As it was noted before papers were kept with it. */
const ofBefore = (fileId: string): Partial<FileShown> => {
  const { requests, acknowledged } = office.shown(fileId)
  return {
    requests: requests.map((request) => ({ ...request, papers: undefined })),
    acknowledged: acknowledged.map((one) => ({ ...one, papers: undefined })),
  }
}

describe('a letter that asked pieces, once it is cancelled', () => {
  test('asks them no more, and the page says since when the delay runs again', () => {
    const fileId = office.open()
    ask(fileId)
    expect(said(fileId)).toEqual([])
    office.on('2026-03-13')
    cancel()
    expect(said(fileId)).toEqual([
      'Les pièces demandées le 2026-03-03 ne sont plus demandées depuis le 2026-03-13 : leur papier est annulé, et le délai court de nouveau depuis ce jour.',
    ])
    expect(said(fileId, { state: 'closed' })).toEqual([])
  })

  test('says that another paper asks still, and nothing of the delay that it stops', () => {
    const fileId = office.open()
    ask(fileId)
    ask(fileId)
    cancel()
    expect(said(fileId)).toEqual([
      'Le papier qui demandait des pièces le 2026-03-03 est annulé : il n’en demande plus depuis le 2026-03-03. Celles qu’un autre papier demande restent à fournir.',
    ])
  })

  test('says it once of two letters of one day', () => {
    const fileId = office.open()
    for (const _ of [1, 2]) {
      ask(fileId)
      cancel()
    }
    expect(office.shown(fileId).withdrawn).toHaveLength(2)
    expect(said(fileId)).toHaveLength(1)
  })

  test('of before, counts still: the page says not to trust the day', () => {
    const fileId = office.open()
    const number = ask(fileId)
    const before = ofBefore(fileId)
    const { clock } = office.shown(fileId)
    cancel()
    const [sentence = ''] = said(fileId, { ...before, clock, withdrawn: [] })
    expect(sentence).toContain(number)
    expect(sentence).toContain('ne vous fiez pas à la date affichée')
  })

  test('says nothing of what came whole before', () => {
    const fileId = office.open()
    ask(fileId)
    const { documentId } = last()
    given(office.act('file.addPiece', { fileId, pieces: [{ pieceId: 'ressources' }], receivedOn: today }))
    given(office.act('document.cancel', { documentId, reason: 'Erreur' }))
    expect(office.shown(fileId).requests).toMatchObject([{ receivedOn: today, papers: [] }])
    expect(said(fileId)).toEqual([])
  })

  test('does not move what runs at who decides', () => {
    const fileId = office.open()
    ask(fileId)
    const { documentId, number } = last()
    given(office.act('file.forward', { fileId, to: 'La préfecture', sent: 'Le dossier', on: today }))
    given(office.act('document.cancel', { documentId, reason: 'Erreur' }))
    expect(said(fileId).join()).toContain(`${number} est annulé. Le dossier est chez qui décide`)
  })
})

test('a receipt that asked what lacks, once it is cancelled, does not move what runs at who decides', () => {
  office.receiveOne()
  const pieces = [{ pieceId: 'photo', state: 'missing' }]
  given(office.act('sheet.update', { procedureId: 'cni', person: { familyName: 'Sow' }, pieces }))
  const { fileId } = given(office.act('visit.close', { outcome: 'incomplete', dueOn: '2026-04-03' })).output
  if (fileId === null) throw new Error('an incomplete filing has a file')
  const { kind, documentId, number } = last()
  expect(kind).toBe('recepisse')
  given(office.act('file.forward', { fileId, to: 'La préfecture', sent: 'Le dossier', on: today }))
  given(office.act('document.cancel', { documentId, reason: 'Erreur' }))
  expect(said(fileId)).toEqual([
    `${number} est annulé. Le dossier est chez qui décide : le délai n’en change pas.`,
  ])
})

describe('an acknowledgement, once it is cancelled', () => {
  test('is to be given anew, until it is (CRPA L112-6)', () => {
    const fileId = office.open()
    const number = acknowledge(fileId)
    expect(said(fileId)).toEqual([])
    cancel()
    expect(said(fileId)).toHaveLength(1)
    expect(said(fileId)[0]).toContain(`${number} est annulé : l’accusé de réception est de nouveau dû`)
    acknowledge(fileId)
    expect(said(fileId)).toEqual([])
  })

  test('of a file that was sent to who decides, is not to be given anew', () => {
    const fileId = office.open()
    const number = acknowledge(fileId)
    const { documentId } = last()
    given(office.act('file.forward', { fileId, to: 'La préfecture', sent: 'Le dossier', on: today }))
    given(office.act('document.cancel', { documentId, reason: 'Erreur' }))
    expect(said(fileId)).toEqual([
      `${number} est annulé. Le dossier est chez qui décide : le délai n’en change pas.`,
    ])
    given(office.act('file.cancelForwarding', { fileId, rank: 0, reason: 'Noté par erreur' }))
    expect(said(fileId).join()).toContain(`${number} est annulé : l’accusé de réception est de nouveau dû`)
  })

  test('of before, counts still', () => {
    const fileId = office.open()
    acknowledge(fileId)
    const before = ofBefore(fileId)
    cancel()
    expect(said(fileId, before).join()).toContain('le dossier compte encore cet accusé')
  })

  test('of a decided file opposes no delay against silence', () => {
    const fileId = office.open()
    acknowledge(fileId)
    const { documentId } = last()
    given(office.act('file.decide', { fileId, decision: 'granted', on: today }, 'supervisor'))
    given(office.act('document.cancel', { documentId, reason: 'Erreur' }))
    expect(said(fileId).join()).toContain('n’opposez aucun délai de recours')
  })
})
