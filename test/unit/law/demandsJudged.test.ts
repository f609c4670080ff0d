import { describe, expect, test } from 'vitest'
import { evolve } from '../../../shared/domain/evolve.ts'
import { demandsAsked, regulation } from '../../fixtures/demands.ts'
import { given, type FilesOffice } from '../../fixtures/filesOffice.ts'
import { today, newOffice, receiving, lackingOn, papersOf, type Decided } from '../../fixtures/demandDoors.ts'

// A demand is judged again when what it rests on changes; an office's own regulation is a text among others.

describe('judged again', () => {
  const noteOn = (office: FilesOffice, patch: object) => given(office.act('sheet.update', patch)).output
  const card = demandsAsked.lawful.find(({ procedureId }) => procedureId === 'cni')!

  test('when the procedure changes, no piece of the one before lacks; what was shown stays', () => {
    const office = receiving(card)
    noteOn(office, {
      pieces: [
        { label: 'Photo', state: 'missing' },
        { label: 'Livret de famille', state: 'presented' },
      ],
    })
    expect(noteOn(office, { procedureId: 'recensement' }).sheet.pieces).toEqual([
      { label: 'Livret de famille', state: 'presented' },
    ])
  })

  test('when the procedure changes, what a regulation required of « Autre démarche » is set back, and said', () => {
    const office = receiving({ ...card, procedureId: 'autre', answers: {} })
    noteOn(office, { pieces: [{ label: regulation.piece, state: 'missing' }] })
    const { sheet, setBack } = noteOn(office, { procedureId: 'recensement' })
    expect(setBack).toEqual([regulation.piece])
    expect(sheet.pieces).toMatchObject([{ label: regulation.piece, state: 'notExamined' }])
  })

  test('when an answer changes, what it no longer requires is set back', () => {
    const office = receiving(card)
    noteOn(office, { pieces: [{ pieceId: 'ancienne-carte', state: 'missing' }] })
    const { sheet, setBack } = noteOn(office, { answers: { 'ancienne-carte': 'perdue' } })
    expect(setBack).toEqual(['Ancienne carte'])
    expect(sheet.pieces).toContainEqual({ pieceId: 'ancienne-carte', state: 'notExamined' })
  })

  test('when one of two alternatives is shown, the other does not lack', () => {
    const office = receiving(card)
    noteOn(office, { pieces: [{ pieceId: 'formulaire', state: 'missing' }] })
    const { setBack } = noteOn(office, { pieces: [{ pieceId: 'pre-demande', state: 'presented' }] })
    expect(setBack).toEqual(['Formulaire rempli au guichet'])
  })

  test('one of two alternatives is said to lack as one of them', () => {
    const office = receiving(card)
    noteOn(office, { pieces: [{ pieceId: 'formulaire', state: 'missing' }] })
    given(office.act('visit.close', { outcome: 'incomplete', dueOn: '2026-06-30' }))
    expect(papersOf(office).flatMap(lackingOn)).toMatchObject([
      { title: 'Formulaire rempli au guichet (l’une des pièces au choix suffit)' },
    ])
  })

  test('on a file, when one of two alternatives comes the other is not awaited', () => {
    const office = newOffice()
    const fileId = office.open({ procedureId: 'rsa' })
    const pieces = [{ pieceId: 'demande-en-ligne' }, { pieceId: 'formulaire' }]
    given(office.act('file.requestPieces', { fileId, pieces, on: today, dueOn: '2026-06-30', issue: false }))
    const came = { fileId, pieces: [{ pieceId: 'formulaire' }], receivedOn: today }
    expect(given(office.act('file.addPiece', came)).output.awaited).toBe(0)
    expect(office.shown(fileId).requests).toMatchObject([{ receivedOn: today }])
  })

  test('when a file turns out to be another request, what was asked for the first asks nothing, and moves no date', () => {
    const office = newOffice()
    const fileId = office.open()
    const pieces = [{ pieceId: 'ressources' }, { pieceId: 'timbre' }]
    given(office.act('file.requestPieces', { fileId, pieces, on: today, dueOn: '2026-06-30', issue: false }))
    given(
      office.act('file.describe', { fileId, procedureId: 'urbanisme', answers: { genre: 'déclaration' } }),
    )
    const { requests, pieces: kept } = office.shown(fileId)
    expect(requests).toEqual([])
    expect(kept.every(({ state }) => state === 'notExamined')).toBe(true)
  })
})

describe('a regulation of the office', () => {
  const enter = (more: object) =>
    newOffice().act('office.setLaw', { regulations: [{ ...regulation, ...more }] }, 'admin') as Decided

  test('is a text, cited with its number and its date', () => {
    const office = receiving({ procedureId: 'autre', answers: {}, demand: { label: regulation.piece } })
    given(office.act('sheet.update', { pieces: [{ label: regulation.piece, state: 'missing' }] }))
    given(office.act('visit.close', { outcome: 'incomplete', dueOn: '2026-06-30' }))
    const [facts] = papersOf(office)
    expect(facts).toMatchObject({
      kind: 'accuse',
      incomplete: {
        pieces: [
          {
            title: regulation.piece,
            sources: [{ title: expect.stringMatching(/Règlement local.*2025-41.*12\/06\/2025/) }],
          },
        ],
      },
    })
  })

  test.each([
    ['autre', 'Justificatif de domicile'],
    ['autre', 'Copie certifiée conforme du diplôme'],
    ['autre', 'Signature légalisée'],
    ['inscription-scolaire', 'Vaccinations'],
    ['inscription-scolaire', 'Titre de séjour des parents'],
    ['inscription-scolaire', 'Attestation d’assurance scolaire'],
    ['urbanisme', 'Accord des voisins'],
    ['cni', 'Livret de famille'],
    ['rsa', 'Lettre de motivation'],
    ['pacs', 'Certificat de coutume'],
  ])('can’t require, for %s, « %s »', (procedureId, piece) => {
    expect(enter({ procedureId, piece }).refusal).toBe('regulationAgainstLaw')
  })

  test('is of a known procedure, and already adopted', () => {
    expect(enter({ procedureId: 'inconnue' }).refusal).toBe('unknownProcedure')
    expect(enter({ date: '2026-03-04' }).refusal).toBe('dateInFuture')
    expect(enter({}).refusal).toBeUndefined()
  })

  test('is none in the settings that an earlier program wrote', () => {
    const office = newOffice()
    const recorded = office.pure.recorded.find(({ event }) => event.type === 'lawSet')!
    const law = { exchanges: [], ballots: [], remedies: [] }
    const before = { ...recorded, event: { type: 'lawSet', data: { law } } } as unknown as typeof recorded
    office.pure.office = evolve(office.pure.office, before)
    expect(office.open({ procedureId: 'rsa' })).toBeDefined()
    expect(office.pure.office.settings?.law.regulations).toEqual([])
  })
})
