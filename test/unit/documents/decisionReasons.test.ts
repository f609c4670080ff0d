import { beforeEach, describe, expect, test } from 'vitest'
import type { DocumentKind } from '../../../shared/contract/documents/kinds.ts'
import type { FactsOf } from '../../../shared/contract/documents/issued.ts'
import { missingMentions } from '../../../shared/documents/mentions.ts'
import { FilesOffice, given, nine, refusalOf } from '../../fixtures/filesOffice.ts'

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
  office.act('day.open', {}, 'supervisor')
  office.act('counter.open', { counterId: '1' })
})

const ask = (what: object, actor = 'agent1') => office.act('document.issue', { what }, actor)
function facts<K extends DocumentKind>(issued: ReturnType<typeof ask>, _kind: K): FactsOf<K> {
  const document = office.pure.documents.get(given(issued).output.documentId)
  if (document === undefined || document === 'erased') throw new Error('not issued')
  expect(missingMentions(document.facts)).toEqual([])
  return document.facts as FactsOf<K>
}

/** Somebody is received at counter 1 for this. */
function received(sheet: object = {}): void {
  given(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
  given(office.act('ticket.callNext', {}))
  given(office.act('ticket.start', {}))
  given(office.act('sheet.update', sheet))
}
const renewal = {
  procedureId: 'cni',
  answers: { personne: 'majeure' },
  pieces: [{ pieceId: 'photo', state: 'presented' }],
  person: { birthDate: '1980-01-02', familyName: 'Diallo' },
  identity: { kind: 'cni', validUntil: '2027-05-17' },
}
const close = (outcome: string) => given(office.act('visit.close', { outcome })).output.documents
const trace = (more: object = {}) => ask({ kind: 'trace', fileId: null, documentId: null, ...more })

describe('the rules applied are told', () => {
  test('of the request under way: what was given, what was found, and by which texts (R311-3-1-2)', () => {
    received(renewal)
    const told = facts(trace(), 'trace')
    expect(told).toMatchObject({ about: null, rulesOn: '2026-03-03', rule: { procedureId: 'cni' }, more: 0 })
    expect(told.purpose).toContain('Carte nationale d’identité')
    expect(told.answers).toContainEqual(
      expect.objectContaining({ answer: expect.any(String), from: 'answer' }),
    )
    expect(told.pieces).toEqual([{ title: expect.stringContaining('Photo'), state: 'presented' }])
    expect(told).toMatchObject({
      birthDate: '1980-01-02',
      identity: { kind: 'cni', validUntil: '2027-05-17' },
    })
    const pieces = office.pure.view('counter.view', 'agent1').current?.assessment?.pieces ?? []
    expect(pieces.length).toBeGreaterThan(3)
    const conclusions = told.lines.filter(({ depth }) => depth === 0).map(({ text }) => text)
    for (const { title } of pieces)
      expect(
        conclusions.some((line) => line.startsWith(`${title} : `)),
        title,
      ).toBe(true)
    expect(told.lines.filter(({ sources }) => sources.length > 0).length).toBeGreaterThan(pieces.length)
    expect(conclusions.at(-3)).toContain('silence')
  })

  test('of a file, under the rules of the day on which it was received', () => {
    const fileId = office.open({ receivedOn: '2026-02-20' })
    office.on('2026-03-10')
    expect(facts(trace({ fileId }), 'trace')).toMatchObject({ rulesOn: '2026-02-20', file: 'DO-2026-1' })
  })

  test('of a document, by the version that it froze and what was answered for it', () => {
    received(renewal)
    const [receipt] = close('filed')
    const told = facts(trace({ documentId: receipt?.documentId }), 'trace')
    expect(told).toMatchObject({ about: 'RD-2026-1', ticket: 'A1', identity: { kind: 'cni' } })
    expect(told.answers.length).toBeGreaterThan(0)
    expect(told.lines.some(({ depth }) => depth > 0)).toBe(true)
  })

  test('of a document whose answers are gone: what it says itself, with its texts', () => {
    received(renewal)
    const [, certificate] = close('notServed')
    given(office.act('counter.close', {}))
    given(office.act('day.close', {}, 'supervisor'))
    const told = facts(trace({ documentId: certificate?.documentId }), 'trace')
    expect(told.answers).toEqual([])
    expect(told.pieces).toContainEqual({ title: expect.stringContaining('Photo'), state: 'presented' })
    expect(told.lines.some(({ sources }) => sources.length > 0)).toBe(true)
  })

  test('of nothing that no rule was applied to', () => {
    received({ procedureId: null, label: 'Une question' })
    expect(refusalOf(trace())).toBe('nothingToIssue')
    const [receipt] = close('filed')
    expect(refusalOf(trace({ documentId: receipt?.documentId }))).toBe('nothingToIssue')
    expect(refusalOf(trace())).toBe('nobodyServed')
  })
})

describe('an invitation to put right', () => {
  const invite = (more: object = {}) =>
    ask({
      kind: 'regularisation',
      fileId: null,
      breach: 'Déclarée deux jours trop tard.',
      law: [{ title: 'C. civ. 55', said: null }],
      formalities: ['Déclarer dans les cinq jours'],
      dueOn: '2026-03-17',
      consequence: 'Un jugement sera nécessaire.',
      ...more,
    })

  test('gives a day that is still to come, for the file or for the person who is here', () => {
    received({ procedureId: 'naissance', person: { familyName: 'Diallo' } })
    expect(refusalOf(invite({ dueOn: '2026-03-03' }))).toBe('timeInPast')
    expect(facts(invite(), 'regularisation')).toMatchObject({
      ticket: 'A1',
      addressee: { familyName: 'Diallo' },
    })
    const fileId = office.open({ procedureId: 'naissance', person: { familyName: 'Sow' } })
    expect(facts(invite({ fileId }), 'regularisation')).toMatchObject({ file: 'DO-2026-1', ticket: null })
  })

  test('is sent to somebody', () => {
    expect(refusalOf(invite())).toBe('nobodyServed')
    expect(invite({ fileId: office.open({ procedureId: 'naissance' }) })).toMatchObject({
      refusal: 'mentionMissing',
      details: ['addressee'],
    })
  })
})

describe('an incident', () => {
  const report = (more: object = {}) =>
    ask({
      kind: 'incident',
      ticketId: null,
      what: 'Le site des titres ne répond pas.',
      from: nine - 3_600_000,
      until: null,
      effect: 'La demande sera enregistrée plus tard.',
      ...more,
    })

  test('is reported of the person who is here, of a ticket, or of nobody', () => {
    expect(facts(report(), 'incident')).toMatchObject({ ticket: null, label: '' })
    received({ procedureId: 'cni' })
    expect(facts(report(), 'incident')).toMatchObject({ ticket: 'A1' })
    const { ticketId } = given(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk')).output
    expect(facts(report({ ticketId }), 'incident')).toMatchObject({ ticket: 'A2' })
    expect(refusalOf(report({ ticketId: office.pure.newId() }))).toBe('unknownTicket')
  })

  test('has begun, and does not end before it began', () => {
    expect(refusalOf(report({ from: nine + 1 }))).toBe('dateInFuture')
    expect(refusalOf(report({ until: nine + 1 }))).toBe('dateInFuture')
    expect(refusalOf(report({ until: nine - 3_600_001 }))).toBe('datesMixedUp')
  })
})
