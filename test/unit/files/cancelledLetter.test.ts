import { beforeEach, describe, expect, test } from 'vitest'
import { stillCounted } from '../../../renderer/files/Letters.tsx'
import type { FileShown } from '../../../shared/contract/files/shown.ts'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'

// A letter that is cancelled still counts in its file: its page says so, and what to do.

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})

const today = '2026-03-03'
const file = (fileId: string, more: Partial<FileShown> = {}): FileShown => ({
  ...office.shown(fileId),
  state: 'open',
  ...more,
})
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

describe('a letter that asks pieces, once it is cancelled', () => {
  test('still stops the clock, and the page says not to trust the day', () => {
    const fileId = office.open()
    const number = ask(fileId)
    const before = file(fileId)
    expect(stillCounted(before, rows())).toEqual([])
    cancel()
    const { clock, requests } = file(fileId)
    expect({ clock, requests }).toEqual({ clock: before.clock, requests: before.requests })
    const said = stillCounted(file(fileId), rows())
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(number)
    expect(said[0]).toContain('ne vous fiez pas à la date affichée')
  })

  test('is not told of where no delay counts it: no request moves the clock, or the file is decided', () => {
    const fileId = office.open()
    ask(fileId)
    cancel()
    const { requests } = file(fileId)
    const still = requests.map((request) => ({ ...request, moves: false }))
    expect(stillCounted(file(fileId, { requests: still }), rows())).toEqual([])
    expect(stillCounted(file(fileId, { requests: [] }), rows())).toEqual([])
    expect(stillCounted(file(fileId, { state: 'closed' }), rows())).toEqual([])
    given(office.act('file.decide', { fileId, decision: 'granted', on: today }, 'supervisor'))
    expect(stillCounted(file(fileId), rows())).toEqual([])
  })
})

describe('an acknowledgement, once it is cancelled', () => {
  test('is to be given anew, until it is (CRPA L112-6)', () => {
    const fileId = office.open()
    const number = acknowledge(fileId)
    expect(stillCounted(file(fileId), rows())).toEqual([])
    cancel()
    expect(file(fileId)).toMatchObject({ notOpposable: false })
    const said = stillCounted(file(fileId), rows())
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(number)
    expect(said[0]).toContain('donnez-en un')
    acknowledge(fileId)
    expect(stillCounted(file(fileId), rows())).toEqual([])
    cancel()
    expect(stillCounted(file(fileId), rows())).toHaveLength(2)
  })

  test('of a decided file opposes no delay against silence', () => {
    const fileId = office.open()
    acknowledge(fileId)
    cancel()
    given(office.act('file.decide', { fileId, decision: 'granted', on: today }, 'supervisor'))
    expect(stillCounted(file(fileId), rows()).join()).toContain('n’opposez aucun délai de recours')
  })

  test('of an e-mail stays told: another one may be of the other kind', () => {
    const fileId = office.open({ channel: 'email', sentOn: today })
    acknowledge(fileId, 'are')
    cancel()
    acknowledge(fileId, 'aee')
    expect(stillCounted(file(fileId), rows())).toHaveLength(1)
  })

  test('asked what lacks: both are told where a request counts', () => {
    const fileId = office.open()
    ask(fileId)
    acknowledge(fileId)
    cancel()
    expect(stillCounted(file(fileId), rows())).toHaveLength(2)
  })
})
