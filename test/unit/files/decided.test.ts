import { beforeEach, describe, expect, test } from 'vitest'
import type { FileId } from '../../../shared/contract/ids.ts'
import { offeredOnFile } from '../../../renderer/documents/offered.ts'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})

describe('a decision', () => {
  const decide = (fileId: string, more: object) =>
    office.act('file.decide', { fileId, on: '2026-03-03', decision: 'granted', ...more })

  test('is not the office’s where it only collects; that of the authority is recorded', () => {
    const fileId = office.open({ procedureId: 'cni' })
    expect(refusalOf(decide(fileId, {}))).toBe('officeDoesNotDecide')
    expect(refusalOf(decide(fileId, { decision: 'refused', reason: 'art. 4' }))).toBe('officeDoesNotDecide')
    given(decide(fileId, { by: 'authority' }))
    expect(office.shown(fileId).decision).toEqual({ decision: 'granted', on: '2026-03-03', by: 'authority' })
  })

  test('is not the authority’s where this office decides and sent it nothing (CRPA L114-2)', () => {
    for (const procedureId of ['attestation-accueil', 'autre']) {
      const fileId = office.open({ procedureId, label: 'Une aide' })
      const theirs = { by: 'authority' }
      expect(refusalOf(decide(fileId, theirs))).toBe('notForwarded')
      const sent = { fileId, to: 'Préfecture', sent: 'tout le dossier', on: '2026-03-03' }
      given(office.act('file.forward', { ...sent, competent: false }))
      expect(refusalOf(decide(fileId, theirs))).toBe('notForwarded')
      expect(office.shown(fileId).decision).toBeNull()
      given(office.act('file.forward', sent))
      given(decide(fileId, theirs))
    }
  })

  test('is no more the office’s once the request was sent to who decides; what they answer is recorded', () => {
    const fileId = office.open()
    given(office.act('file.forward', { fileId, to: 'Préfecture', sent: 'tout le dossier', on: '2026-03-03' }))
    const facts = 'Le logement de 9 m² est trop petit pour cinq personnes.'
    const law = [{ title: 'CESEDA L313-3', said: null }]
    const elsewhere = { issuer: 'Parapheur', number: '2026-12' }
    expect([
      refusalOf(decide(fileId, {})),
      refusalOf(decide(fileId, { decision: 'refused', facts, law })),
      refusalOf(decide(fileId, { decision: 'refused', elsewhere, reason: `CESEDA L313-3 : ${facts}` })),
      refusalOf(office.act('file.keepDraft', { fileId, facts, law })),
      refusalOf(office.act('document.issue', { what: { kind: 'refus', fileId, facts, law } })),
    ]).toEqual(Array.from({ length: 5 }, () => 'officeDoesNotDecide'))
    const view = office.pure.view('file.view', 'agent1', { fileId })
    expect([view.refusal, view.refusing], 'no refusal is offered').toEqual([null, null])
    const asked = { fileId, pieces: [{ pieceId: 'ressources' }], on: '2026-03-03', dueOn: '2026-03-24' }
    given(office.act('file.requestPieces', asked))
    expect(office.shown(fileId).requests, 'another’s clock is not stopped').toMatchObject([{ moves: false }])
    // The rules have this office decide it: whoever refuses says so on a paper, which is named.
    for (const decision of ['refused', 'partlyGranted'])
      expect(refusalOf(decide(fileId, { decision, by: 'authority' }))).toBe('refusalUnwritten')
    given(decide(fileId, { decision: 'refused', by: 'authority', elsewhere }))
    expect(office.shown(fileId).decision).toMatchObject({ decision: 'refused', by: 'authority', elsewhere })
  })

  test('stays the office’s when it was only sent for an opinion', () => {
    const fileId = office.open()
    const sent = { fileId, to: 'Préfecture', sent: 'tout le dossier', on: '2026-03-03', competent: false }
    given(office.act('file.forward', sent))
    expect(office.pure.view('file.view', 'agent1', { fileId }).refusal).not.toBeNull()
    given(decide(fileId, {}))
  })

  test('that refuses has its reasons, in law and in fact (CRPA L211-2, L211-5)', () => {
    const fileId = office.open()
    expect(refusalOf(decide(fileId, { decision: 'refused' }))).toBe('refusalUnwritten')
    const reason = 'CESEDA L313-3 : logement de 9 m² pour cinq'
    expect(refusalOf(decide(fileId, { decision: 'refused', reason }))).toBe('refusalUnwritten')
    const elsewhere = { issuer: 'Parapheur', number: '2026-12' }
    // The list that the text closes holds, whatever software issued it.
    const listed = (groundId: string, told?: string) =>
      decide(fileId, { decision: 'refused', elsewhere, ground: { groundId }, ...(told && { reason: told }) })
    expect(refusalOf(decide(fileId, { decision: 'refused', elsewhere }))).toBe('groundMissing')
    expect(refusalOf(listed('titre-de-sejour'))).toBe('groundNotAllowed')
    // A number says which decision it is; it is no place for an order, nor for a sentence.
    for (const speaking of [
      { issuer: 'Revenez avec un bail', number: '1' },
      { issuer: 'Le dossier avancera : il attend le bail', number: '1' },
      { issuer: 'Parapheur', number: 'Le dossier avancera dès réception du bail' },
      { issuer: 'Parapheur', number: 'Le dossier 1 avancera dès réception du bail' },
    ])
      expect(
        refusalOf(
          decide(fileId, { decision: 'refused', elsewhere: speaking, ground: { groundId: 'logement' } }),
        ),
        JSON.stringify(speaking),
      ).toBe('nameMalformed')
    // A ground is its text: the facts of this file are told with it, from this door too (CRPA L211-5).
    expect(refusalOf(listed('logement'))).toBe('factsMissing')
    expect(refusalOf(listed('logement', 'non'))).toBe('factsMissing')
    // What is said of the ground is no fact, holds to what the ground needs, and orders nothing.
    const saying = (said: object, told?: string) =>
      decide(fileId, {
        decision: 'refused',
        elsewhere,
        ground: { groundId: 'logement', said },
        ...(told && { reason: told }),
      })
    expect(refusalOf(saying({ source: 'Le bail présenté à la mairie' }))).toBe('factsMissing')
    expect(refusalOf(saying({ x: 'a b c d' }))).toBe('factsMissing')
    expect(refusalOf(saying({ x: 'Revenez avec un bail signé demain' }))).toBe('orderInReasons')
    const facts = 'Le logement mesure 9 m² pour cinq personnes.'
    given(saying({ source: 'Bail présenté', x: 'Autre chose' }, facts))
    const kept = office.pure.personal.files.get(fileId)!.reason
    expect(kept).toContain(`${facts}. Bail présenté`)
    expect(kept).not.toContain('Autre chose')
    expect(refusalOf(decide(fileId, {}))).toBe('fileAlreadyDecided')
  })

  test('waits for no piece: none is asked after it, by the act nor by its letter', () => {
    const fileId = office.open()
    const ask = (pieceId: string) =>
      office.act('file.requestPieces', {
        fileId,
        pieces: [{ pieceId }],
        on: '2026-03-03',
        dueOn: '2026-03-24',
      })
    given(ask('ressources'))
    given(decide(fileId, {}))
    expect([
      refusalOf(ask('formulaire')),
      refusalOf(office.act('document.issue', { what: { kind: 'pieces', fileId } })),
    ]).toEqual(['fileAlreadyDecided', 'fileAlreadyDecided'])
  })

  test('leaves no paper that says which clock runs', () => {
    const sent = office.open()
    given(office.act('file.forward', { fileId: sent, to: 'Préfecture', sent: 'tout', on: '2026-03-03' }))
    const built = office.open({ procedureId: 'urbanisme', answers: { genre: 'maison' } })
    const asks = [
      { kind: 'transmission', fileId: sent, address: null },
      { kind: 'urbanisme', fileId: built, registration: 'PC 077 1', permit: 'house' },
    ]
    const issued = () => asks.map((what) => refusalOf(office.act('document.issue', { what })))
    expect(issued()).toEqual([undefined, undefined])
    given(decide(sent, { by: 'authority' }))
    given(decide(built, {}))
    expect(issued()).toEqual(['fileAlreadyDecided', 'fileAlreadyDecided'])
    expect([sent, built].flatMap((fileId) => offeredOnFile(office.shown(fileId)))).not.toContain(
      'transmission',
    )
    expect(offeredOnFile(office.shown(built))).not.toContain('urbanisme')
  })

  test('is asked for under one number, on each receipt that holds (C. urb. R423-3)', () => {
    const fileId = office.open({ procedureId: 'urbanisme', answers: { genre: 'maison' } })
    const register = (registration: string) =>
      office.act('document.issue', { what: { kind: 'urbanisme', fileId, registration, permit: 'house' } })
    const cancel = (documentId: string) =>
      given(office.act('document.cancel', { documentId, reason: 'Un chiffre est faux' }))
    const first = given(register('PC 077 186 26 00012')).output.documentId
    const other = { refusal: 'registeredOtherwise', details: ['PC 077 186 26 00012'] }
    expect(register('PC 077 186 26 00013')).toEqual(other)
    const again = given(register('pc-07718626.00012')).output.documentId
    const { documentId: copy } = given(office.act('document.duplicate', { documentId: first })).output
    cancel(copy)
    cancel(first)
    expect(register('PC 077 186 26 00013')).toEqual(other)
    cancel(again)
    given(register('PC 077 186 26 00013'))
  })

  test('keeps its number when a receipt that was not counted is cancelled', () => {
    const fileId = office.open({ procedureId: 'urbanisme', answers: { genre: 'maison' } })
    const register = (registration: string) =>
      office.act('document.issue', { what: { kind: 'urbanisme', fileId, registration, permit: 'house' } })
    const cancel = (documentId: string) =>
      given(office.act('document.cancel', { documentId, reason: 'Un chiffre est faux' }))
    /** A receipt of the time when rows had no number. */
    const ofBefore = (registration: string) => {
      const { documentId } = given(register(registration)).output
      const { registered: _, ...row } = office.pure.personal.files.get(fileId)!
      office.pure.personal.files.set(fileId, row)
      office.pure.clock += 60_000
      return documentId
    }
    const otherNumber = ofBefore('PC 077 186 26 00011')
    const sameNumber = ofBefore('PC 077 186 26 00012')
    const counted = given(register('PC 077 186 26 00012')).output.documentId
    const changes = { label: 'Une maison' }
    const correct = { documentId: sameNumber, changes, reason: 'L’objet manque' }
    cancel(otherNumber)
    cancel(given(office.act('document.correct', correct)).output.documentId)
    expect(refusalOf(register('PC 077 186 26 00013'))).toBe('registeredOtherwise')
    cancel(counted)
    given(register('PC 077 186 26 00013'))
  })

  test('leaves no paper that says that something can still be put right, or is still examined', () => {
    const right = {
      kind: 'regularisation',
      breach: 'Le formulaire n’est pas signé.',
      law: [{ title: 'CESEDA, art. R313-9', said: null }],
      formalities: ['formulaire'],
      dueOn: '2026-04-01',
      consequence: 'La demande reste incomplète.',
    }
    const fileId = office.open()
    const invite = () => refusalOf(office.act('document.issue', { what: { ...right, fileId } }))
    expect(invite()).not.toBe('fileAlreadyDecided')
    given(decide(fileId, {}))
    expect(invite()).toBe('fileAlreadyDecided')
    const stay = (decision: string) => {
      const of = examinedHere(office.open({ procedureId: 'sejour', person: { familyName: 'Diallo' } }))
      given(decide(of, { decision, by: 'office', ...refusedElsewhere(decision) }))
      const papers = [
        { paper: 'recepisse', until: '2026-06-02' },
        { paper: 'extensionAttestation', until: '2026-06-02' },
        { paper: 'depositAttestation', until: null },
      ]
      return papers.map((paper) =>
        refusalOf(office.act('document.issue', { what: { kind: 'sejour', fileId: of, ...paper } })),
      )
    }
    const barred = 'fileAlreadyDecided'
    expect(stay('granted')).toEqual([undefined, barred, undefined])
    expect(stay('refused')).toEqual([barred, barred, undefined])
  })

  /** A request that this office examines itself, whatever its rules say of who collects it. */
  function examinedHere(fileId: FileId): FileId {
    const { pure } = office
    const file = pure.office.files.get(fileId)!
    const here = { ...file, regime: { ...file.regime, collectsOnly: false } }
    pure.office = { ...pure.office, files: pure.office.files.set(fileId, here) }
    return fileId
  }

  const refusedElsewhere = (decision: string) =>
    decision === 'refused'
      ? {
          elsewhere: { issuer: 'Parapheur', number: '2026-12' },
          reason: 'CESEDA, art. L432-1 : menace grave constatée le 2 mars 2026',
        }
      : {}

  test('of silence is noted from its day on, in the sense that silence has there', () => {
    const fileId = office.open()
    const silent = (decision: string, on: string) => refusalOf(decide(fileId, { decision, on }))
    office.on('2026-05-04')
    expect(silent('implicitAcceptance', '2026-05-04')).toBe('silenceUnknown')
    expect(silent('implicitRejection', '2026-04-02')).toBe('silenceNotElapsed')
    const elsewhere = { issuer: 'Parapheur', number: '2026-12' }
    expect(refusalOf(decide(fileId, { decision: 'implicitRejection', on: '2026-04-03', elsewhere }))).toBe(
      'silenceHasNoPaper',
    )
    expect(silent('implicitRejection', '2026-04-03')).toBeUndefined()
    expect(silent('granted', '2026-05-04')).toBe('fileAlreadyDecided')
  })

  test('of silence can’t be noted where no text says what silence is worth', () => {
    const fileId = office.open({ procedureId: 'autre', label: 'Une subvention' })
    office.on('2027-03-03')
    expect(refusalOf(decide(fileId, { decision: 'implicitRejection', on: '2027-03-03' }))).toBe(
      'silenceUnknown',
    )
  })

  test('is handed over with its day, its means and to whom, and « terminé » waits for one', () => {
    const fileId = office.open()
    expect(refusalOf(office.act('file.close', { fileId, reason: 'done' }))).toBe('decisionMissing')
    const hand = { fileId, what: 'decision', means: 'registeredPost', on: '2026-03-03', to: 'self' }
    expect(refusalOf(office.act('file.handOver', hand))).toBe('decisionMissing')
    given(decide(fileId, {}))
    given(office.act('file.handOver', { ...hand, refused: true }))
    expect(office.shown(fileId).handedOver).toEqual([
      { what: 'decision', means: 'registeredPost', on: '2026-03-03', refused: true, proof: null },
    ])
    given(office.act('file.close', { fileId, reason: 'done' }))
    for (const [name, input] of [
      ['file.acknowledge', { fileId, form: 'ar', on: '2026-03-03' }],
      ['file.describe', { fileId, label: 'Autre chose' }],
      ['file.close', { fileId, reason: 'mistake' }],
    ] as const)
      expect(refusalOf(office.act(name, input)), name).toBe('fileNotOpen')
  })
})
