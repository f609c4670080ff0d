import { beforeEach, describe, expect, test } from 'vitest'
import type { Event } from '../../../shared/contract/events.ts'
import type { FileId, Instant, LocalDate } from '../../../shared/contract/ids.ts'
import { fileAfter } from '../../../shared/domain/files/evolve.ts'
import type { FileState } from '../../../shared/domain/files/state.ts'
import { reasonsFor } from '../../../renderer/files/CloseFile.tsx'
import { commitmentOf } from '../../../shared/documents/seal.ts'
import { FilesOffice, given, nine, refusalOf } from '../../fixtures/filesOffice.ts'

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})

describe('a request that arrives', () => {
  test('has the next reference of its year, and a refusal uses none', () => {
    const first = office.shown(office.open())
    const refused = office.act('file.open', {
      procedureId: 'inconnue',
      serviceId: 'titres',
      channel: 'post',
      receivedOn: '2026-03-03',
      pieces: [],
    })
    expect(refusalOf(refused)).toBe('unknownProcedure')
    const second = office.shown(office.open())
    expect([first.reference, second.reference]).toEqual(['DO-2026-1', 'DO-2026-2'])
    office.on('2027-01-02')
    expect(office.shown(office.open({ receivedOn: '2027-01-02' })).reference).toBe('DO-2027-1')
  })

  test('was sent before it was received, by an office that forwarded it first, and never tomorrow', () => {
    const opened = (dates: object) =>
      refusalOf(
        office.act('file.open', {
          procedureId: 'autre',
          serviceId: 'titres',
          channel: 'post',
          receivedOn: '2026-03-03',
          pieces: [],
          ...dates,
        }),
      )
    expect(opened({ receivedOn: '2026-03-04' })).toBe('dateInFuture')
    expect(opened({ sentOn: '2026-03-04' })).toBe('datesMixedUp')
    expect(opened({ firstReceivedOn: '2026-03-04' })).toBe('datesMixedUp')
    expect(opened({ sentOn: '2026-02-20', firstReceivedOn: '2026-02-19' })).toBe('datesMixedUp')
    expect(opened({ sentOn: '2026-02-19', firstReceivedOn: '2026-02-20' })).toBeUndefined()
  })

  test('is of nobody who is born tomorrow, when it is opened and when it is described', () => {
    const person = { familyName: 'Martin', firstName: 'Luce', birthDate: '2026-03-04' }
    const input = { procedureId: 'autre', label: 'Voirie', serviceId: 'titres', channel: 'post' }
    const opened = office.act('file.open', { ...input, receivedOn: '2026-03-03', pieces: [], person })
    const described = office.act('file.describe', { fileId: office.open(), person })
    expect([refusalOf(opened), refusalOf(described)]).toEqual(['dateInFuture', 'dateInFuture'])
  })

  test('lacks no piece that may not be asked (CRPA R113-10), but may have brought it', () => {
    const pieces = (state: string) => [{ pieceId: 'copie-certifiee-conforme', state }]
    const input = { procedureId: 'cni', serviceId: 'titres', channel: 'post', receivedOn: '2026-03-03' }
    const refused = office.act('file.open', { ...input, pieces: pieces('missing') })
    expect(refusalOf(refused)).toBe('pieceMayNotBeAsked')
    expect('details' in refused && refused.details?.join(' ')).toContain('R113-10')
    given(office.act('file.open', { ...input, pieces: pieces('presented') }))
  })

  test('of which nobody knows what it asks waits to be named, and is then under the rules of its own day', () => {
    const fileId = office.open({ procedureId: null, receivedOn: '2026-02-27', channel: 'depositBox' })
    expect(office.due().toRecord).toMatchObject([{ fileId, receivedOn: '2026-02-27' }])
    expect(office.shown(fileId).regime.silence.sense).toBe('inconnu')
    given(office.act('file.describe', { fileId, procedureId: 'attestation-accueil' }))
    expect(office.due().toRecordTotal).toBe(0)
    expect(office.shown(fileId).clock).toMatchObject({ sense: 'rejet', on: '2026-03-27' })
  })

  test('has the silence of its case once the case is told, and an unknown one until then', () => {
    const fileId = office.open({ procedureId: 'urbanisme' })
    expect(office.shown(fileId)).toMatchObject({ clock: null, regime: { silence: { sense: 'inconnu' } } })
    expect(office.due().unknownSilence).toBe(1)
    const question = () => office.pure.view('file.view', 'agent1', { fileId }).question
    expect(question()).toMatchObject({ questionId: 'genre' })
    given(office.act('file.describe', { fileId, answers: { genre: 'déclaration' } }))
    expect(office.shown(fileId).clock).toMatchObject({ sense: 'acceptation', on: '2026-04-03' })
    expect(office.due().unknownSilence).toBe(0)
    expect(question(), 'nothing more is asked once it is known').toBeNull()
    expect(refusalOf(office.act('file.describe', { fileId, answers: { genre: 'château' } }))).toBe(
      'unknownAnswer',
    )
  })

  test('with a ministry’s receipt is recorded once: the second says which file has it', () => {
    const ministry = { issuer: 'ANTS', number: '1234-5678' }
    office.open({ ministry })
    const again = office.act('file.open', {
      procedureId: 'cni',
      serviceId: 'titres',
      channel: 'counter',
      receivedOn: '2026-03-03',
      pieces: [],
      ministry,
    })
    expect(again).toMatchObject({ refusal: 'receiptAlreadyRecorded', details: ['DO-2026-1'] })
  })

  test('with that receipt typed another way is the same request', () => {
    office.open({ ministry: { issuer: 'ANTS', number: '1234-AB' } })
    const again = office.act('file.open', {
      procedureId: 'cni',
      serviceId: 'titres',
      channel: 'counter',
      receivedOn: '2026-03-03',
      pieces: [],
      ministry: { issuer: 'ants', number: '1234 ab' },
    })
    expect(again).toMatchObject({ refusal: 'receiptAlreadyRecorded', details: ['DO-2026-1'] })
  })

  test('is of nobody born after today, whether it or its title arrives', () => {
    const person = { familyName: 'Quenneville', birthDate: '2026-03-04' }
    const request = { procedureId: 'cni', serviceId: 'titres', person }
    const refused = { refusal: 'dateInFuture', details: ['2026-03-04'] }
    expect(
      office.act('file.open', { ...request, channel: 'post', receivedOn: '2026-03-03', pieces: [] }),
    ).toMatchObject(refused)
    expect(office.act('file.titleArrived', { request, arrivedOn: '2026-03-03' })).toMatchObject(refused)
    office.open({ person: { ...person, birthDate: '2026-03-03' } })
  })

  test('leaves in the journal a salted commitment to what was typed, and not a word of it', () => {
    const person = { familyName: 'Quenneville', firstName: 'Zoé', birthDate: '1990-05-17' }
    const fileId = office.open({ person, label: 'Hébergement de sa sœur' })
    const { salt, ...row } = office.pure.personal.files.get(fileId)!
    const facts = { label: row.label, person: row.person, ministry: null, assistance: null }
    const event = office.pure.recorded.at(-1)!.event
    expect(event).toMatchObject({ type: 'fileOpened', data: { commitment: commitmentOf(salt, facts) } })
    expect(JSON.stringify(event)).not.toMatch(/Quenneville|Zoé|1990|sœur/)
  })
})

describe('pieces', () => {
  test('are asked with the text that requires them, by a day, and none that came already', () => {
    const fileId = office.open({
      answers: { occupation: 'propriétaire' },
      pieces: [{ label: 'Bail', state: 'presented' }],
    })
    const ask = (pieces: object[], more = {}) =>
      office.act('file.requestPieces', {
        fileId,
        pieces,
        on: '2026-03-03',
        dueOn: '2026-03-24',
        ...more,
      })
    expect(refusalOf(ask([{ label: 'Bail', source: 'CESEDA, art. R313-6' }]))).toBe('pieceAlreadyReceived')
    expect(refusalOf(ask([{ pieceId: 'inconnue' }]))).toBe('unknownPiece')
    expect(refusalOf(ask([{ pieceId: 'ressources' }], { dueOn: '2026-03-02' }))).toBe('datesMixedUp')
    given(ask([{ pieceId: 'ressources' }, { label: 'Taxe foncière', source: 'CESEDA, art. R313-9' }]))
    expect(office.due({ kinds: ['pieces'] }).rows).toMatchObject([
      { dueOn: '2026-03-24', effect: 'clockResumes', waitsFor: 'pieces' },
    ])
    const add = (pieces: object[]) =>
      given(office.act('file.addPiece', { fileId, pieces, receivedOn: '2026-03-03' })).output.awaited
    expect(add([{ pieceId: 'ressources' }])).toBe(1)
    expect(add([{ label: 'Taxe foncière' }])).toBe(0)
    expect(office.due().counts.pieces).toBe(0)
  })

  test('asked in capitals came in small letters: the same words are the same piece', () => {
    const fileId = office.open({ answers: { occupation: 'propriétaire' } })
    const pieces = [{ label: 'Taxe foncière', source: 'CESEDA, art. R313-9' }]
    given(office.act('file.requestPieces', { fileId, pieces, on: '2026-03-03', dueOn: '2026-03-24' }))
    const came = { fileId, pieces: [{ label: 'taxe Fonciere' }], receivedOn: '2026-03-03' }
    expect(given(office.act('file.addPiece', came)).output.awaited).toBe(0)
    expect(office.shown(fileId).pieces).toMatchObject([
      { title: 'Titre de propriété ou taxe foncière', state: 'presented' },
    ])
  })

  test('listed twice are one piece, which is there if it came at all', () => {
    const fileId = office.open({
      pieces: [
        { label: 'Lettre', state: 'notExamined' },
        { pieceId: 'ressources', state: 'presented' },
        { label: 'lettre', state: 'presented' },
        { pieceId: 'ressources', state: 'missing' },
      ],
    })
    const there = [{ title: 'Lettre', state: 'presented' }, { state: 'presented' }]
    expect(office.shown(fileId).pieces).toMatchObject(there)
    const twice = [{ pieceId: 'ressources' }, { pieceId: 'ressources' }]
    given(office.act('file.addPiece', { fileId, pieces: twice, receivedOn: '2026-03-03' }))
    given(office.act('file.holdOriginals', { fileId, pieces: twice, on: '2026-03-03' }))
    expect(office.shown(fileId).pieces).toHaveLength(2)
    expect(office.shown(fileId).originals).toHaveLength(1)
  })

  test('that may not be asked are refused with their article, by their id and in the agent’s own words', () => {
    const fileId = office.open({ procedureId: 'rsa' })
    const ask = (piece: object) =>
      office.act('file.requestPieces', { fileId, pieces: [piece], on: '2026-03-03', dueOn: '2026-03-24' })
    const forbidden = ask({ pieceId: 'justificatif-domicile' })
    expect(refusalOf(forbidden)).toBe('pieceMayNotBeAsked')
    expect('details' in forbidden && forbidden.details?.join(' ')).toContain('R113-8')
    expect(refusalOf(ask({ label: 'Justificatif de domicile', source: 'usage' }))).toBe('pieceMayNotBeAsked')
  })

  test('typed after the words of a file were erased take no rank that had a name', () => {
    const fileId = office.open({ pieces: [{ label: 'Bail', state: 'presented' }] })
    office.pure.personal.files.delete(fileId)
    given(office.act('file.addPiece', { fileId, pieces: [{ label: 'Facture' }], receivedOn: '2026-03-03' }))
    expect(office.shown(fileId).pieces).toEqual([
      { name: null, title: null, state: 'presented' },
      { name: { label: 'Facture' }, title: 'Facture', state: 'presented' },
    ])
  })

  test('kept in original are registered, shown as late at once, and go back with a trace (CRPA R113-5)', () => {
    const fileId = office.open()
    const give = () =>
      office.act('file.returnOriginals', { fileId, means: 'counter', on: '2026-03-04', to: 'self' })
    expect(refusalOf(give())).toBe('noOriginalsHeld')
    given(office.act('file.holdOriginals', { fileId, pieces: [{ label: 'Passeport' }], on: '2026-03-03' }))
    expect(refusalOf(office.act('file.close', { fileId, reason: 'withdrawn' }))).toBe('originalsStillHeld')
    office.on('2026-03-04')
    expect(office.due({ kinds: ['originals'] }).rows).toMatchObject([
      { effect: 'returnLate', dueOn: '2026-03-03', overdue: true },
    ])
    expect(given(give()).output.returned).toBe(1)
    expect(office.shown(fileId).originals).toEqual([
      { title: 'Passeport', heldOn: '2026-03-03', returnedOn: '2026-03-04' },
    ])
    given(office.act('file.close', { fileId, reason: 'withdrawn' }))
  })
})
describe('at its end', () => {
  test('a file changes no more, whatever a journal could say of it', () => {
    const fileId = office.open() as FileId
    given(office.act('file.close', { fileId, reason: 'withdrawn' }))
    const told = (event: Event, file: FileState | null) => fileAfter(file, { at: nine as Instant, event })
    const open = office.pure.past.at(-2)!.files.get(fileId)!
    const closed = told({ type: 'fileClosed', data: { fileId, reason: 'withdrawn', visit: null } }, open)
    const titled: Event = {
      type: 'fileTitleArrived',
      data: { fileId, arrivedOn: '2026-03-03' as LocalDate, slot: null },
    }
    expect(told(titled, closed)).toBe(closed)
    expect(told(titled, null), 'nor one that was never opened').toBeNull()
    expect(told(titled, open)?.title?.state).toBe('here')
  })

  test('a file’s words are kept as long as its procedure’s text says: a year for a copy of a record (décret 2017-890)', () => {
    const copy = office.open({ procedureId: 'copie-acte', serviceId: 'etat-civil' })
    const other = office.open()
    for (const fileId of [copy, other]) given(office.act('file.close', { fileId, reason: 'withdrawn' }))
    expect(office.pure.personal.files.size).toBe(0)
    expect(office.pure.closedFiles.get(copy)?.until).toBe(nine + 365 * 86_400_000)
    // Nobody knows for how long: nothing is eliminated without the archives (C. patr. L212-2, L214-3).
    expect(office.pure.closedFiles.get(other)?.until).toBeNull()
  })
})

test('a copy sent for information ends no file as sent on: who decides is still this office', () => {
  const fileId = office.open()
  const sent = { fileId, to: 'CCAS de Melun', sent: 'une copie', on: '2026-03-03', issue: false }
  given(office.act('file.forward', { ...sent, competent: false }))
  expect(refusalOf(office.act('file.close', { fileId, reason: 'forwarded' }))).toBe('notForwarded')
  expect(reasonsFor(office.shown(fileId))).not.toContain('forwarded')
  given(office.act('file.forward', sent))
  expect(reasonsFor(office.shown(fileId))[0]).toBe('forwarded')
  given(office.act('file.close', { fileId, reason: 'forwarded' }))
})
