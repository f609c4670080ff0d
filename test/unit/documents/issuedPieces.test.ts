import { beforeEach, describe, expect, test } from 'vitest'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'
import { lastIssued, refusedForMentions } from '../../fixtures/issuedPapers.ts'

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})

const today = '2026-03-03'
const types = () => office.pure.recorded.map(({ event }) => event.type)
const lastDocument = () => lastIssued(office)
const refusedWith = (decision: () => ReturnType<FilesOffice['act']>, details: readonly string[]) =>
  refusedForMentions(office, decision, details)
const issueIt = (what: object) => office.act('document.issue', { what })

describe('pieces asked', () => {
  const ask = (fileId: string, more: object = {}) =>
    office.act('file.requestPieces', {
      fileId,
      pieces: [{ pieceId: 'ressources' }],
      on: today,
      dueOn: '2026-03-24',
      ...more,
    })

  test('leave on paper in the same act, with their texts, their day and what they do to the clock', () => {
    const fileId = office.open()
    expect(given(ask(fileId)).output.document).toMatchObject({ kind: 'pieces', number: 'DP-2026-1' })
    expect(lastDocument().facts).toMatchObject({
      askedOn: today,
      dueOn: '2026-03-24',
      effect: 'suspends',
      silence: { on: '2026-04-24' },
      consequence: expect.any(String),
      pieces: [{ sources: [{ title: expect.stringContaining('CESEDA') }] }],
    })
  })

  test('say what silence does there: an acceptance begins again, a right goes on (CRPA L114-5, L114-5-1)', () => {
    const tacit = { procedureId: 'urbanisme', answers: { genre: 'maison', secteur: 'ordinaire' } }
    given(ask(office.open(tacit), { pieces: [{ pieceId: 'notice' }], dueOn: '2026-06-04' }))
    expect(lastDocument().facts).toMatchObject({ effect: 'restarts', silence: { on: null } })
    const regulation = { title: 'Règlement d’aide', number: '2025-12', date: '2025-06-12', piece: 'RIB' }
    given(office.act('office.setLaw', { regulations: [{ ...regulation, procedureId: 'autre' }] }, 'admin'))
    given(
      ask(office.open({ procedureId: 'autre', label: 'Une aide' }), {
        pieces: [{ label: 'RIB', source: 'règlement d’aide' }],
      }),
    )
    expect(lastDocument().facts).toMatchObject({ effect: 'unknown' })
    given(ask(office.open({ procedureId: 'rsa' }), { pieces: [{ pieceId: 'rib' }] }))
    expect(lastDocument().facts).toMatchObject({ effect: 'none' })
  })

  test('noted alone leave no paper; on request it is issued after, and nothing asked gives none', () => {
    const fileId = office.open()
    expect(refusalOf(issueIt({ kind: 'pieces', fileId }))).toBe('nothingToIssue')
    expect(given(ask(fileId, { issue: false })).output.document).toBeNull()
    expect(given(issueIt({ kind: 'pieces', fileId })).output.number).toBe('DP-2026-1')
  })

  test('as an original need the reason of the doubt (CRPA R113-6)', () => {
    const fileId = office.open({ pieces: [{ pieceId: 'ressources', state: 'presented' }] })
    const original = { kind: 'original', dueOn: null }
    refusedWith(() => ask(fileId, original), ['doubt'])
    const doubt = 'Le bulletin porte deux dates.'
    expect(given(ask(fileId, { ...original, doubt })).output.document).toMatchObject({ kind: 'original' })
    expect(lastDocument().facts).toMatchObject({ doubt, pieces: [{}] })
    given(issueIt({ kind: 'original', fileId, doubt }))
  })

  test('are signed by who asks: without a name, nothing is asked', () => {
    const fileId = office.open()
    office.pure.personal.agents.clear()
    refusedWith(() => ask(fileId), ['agent'])
    expect(office.shown(fileId).requests).toEqual([])
  })
})

describe('originals', () => {
  const hold = (fileId: string) =>
    given(office.act('file.holdOriginals', { fileId, pieces: [{ label: 'Passeport' }], on: today }))

  test('go back with their paper (CRPA R113-5)', () => {
    const fileId = office.open()
    hold(fileId)
    const back = { fileId, means: 'registeredPost', on: today, to: 'self' }
    expect(given(office.act('file.returnOriginals', back)).output).toMatchObject({
      returned: 1,
      document: { kind: 'originaux', number: 'RO-2026-1' },
    })
    expect(lastDocument().facts).toMatchObject({
      means: 'registeredPost',
      pieces: [{ title: 'Passeport', heldOn: today }],
    })
  })

  test('are given back by the paper that is asked for them, and by none when none is held', () => {
    const fileId = office.open()
    expect(refusalOf(issueIt({ kind: 'originaux', fileId }))).toBe('noOriginalsHeld')
    hold(fileId)
    given(issueIt({ kind: 'originaux', fileId }))
    expect(office.shown(fileId).originals).toMatchObject([{ returnedOn: today }])
    expect(types().slice(-2)).toEqual(['documentIssued', 'originalsReturned'])
  })

  test('whose name was erased have no paper', () => {
    const fileId = office.open()
    hold(fileId)
    office.pure.personal.files.delete(fileId)
    const back = { fileId, means: 'counter', on: today, to: 'self' }
    refusedWith(() => office.act('file.returnOriginals', back), ['originals'])
  })
})
