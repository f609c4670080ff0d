import { beforeEach, describe, expect, test } from 'vitest'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'

// What papers print as a name has the form of one, at every door that takes it.

const today = '2026-03-03'
let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
  office.receiveOne()
  given(office.act('sheet.update', { procedureId: 'cni', label: 'Carte' }))
})

const malformed = { refusal: 'nameMalformed' }
const filed = { procedureId: 'cni', serviceId: 'titres', channel: 'post', receivedOn: today, pieces: [] }
const sheet = () => JSON.stringify([...office.pure.personal.sheets.values()])

/** Each door that takes what is asked for, or the person. */
const doors = (request: { readonly label?: string; readonly person?: object }) => ({
  'sheet.update': () => office.act('sheet.update', request),
  'file.open': () => office.act('file.open', { ...filed, ...request }),
  'file.describe': () => office.act('file.describe', { fileId: office.open(), ...request }),
  'file.titleArrived': () =>
    office.act('file.titleArrived', {
      request: { procedureId: 'passeport', serviceId: 'titres', ...request },
      arrivedOn: today,
    }),
})
const every = ['sheet.update', 'file.open', 'file.describe', 'file.titleArrived'] as const

describe('what is asked for', () => {
  test.each(every)('is no sentence nor article, by %s', (door) => {
    for (const label of [
      'Passeport : apportez un bail',
      'Refus (CRPA, art. L114-5)',
      'R*423-1 exige un plan',
      'Venez avec un bail !',
    ]) {
      const before = sheet()
      expect([label, doors({ label })[door]()]).toEqual([label, { ...malformed, details: [label] }])
      expect(sheet()).toBe(before)
    }
  })

  test.each(every)('is no demand, by %s', (door) => {
    expect(doors({ label: 'Apporter un extrait Kbis' })[door]()).toMatchObject({
      refusal: 'pieceWithoutText',
    })
  })

  test.each(every)('may have a year, a number of form and a mark of a name, by %s', (door) => {
    for (const label of ['Tournoi du 1er mai 2026', 'Formulaire 12100*02', 'Atelier « L’Œuvre & fils »'])
      expect([label, 'refusal' in doors({ label })[door]()]).toEqual([label, false])
  })
})

describe('a person', () => {
  test.each(every)('is named by letters, never by a figure, an article or a sentence, by %s', (door) => {
    for (const person of [
      { familyName: 'Roux 2', firstName: 'Adèle' },
      { familyName: 'Roux (art. L114-5)' },
      { familyName: 'Roux : dossier refusé' },
      { familyName: 'Roux', firstName: 'Adèle; apporter un bail' },
      { familyName: 'Roux', usageName: { name: 'Roux/Diallo', askedOn: today } },
      // Where no writing needs it, a sign that is not seen hides something.
      { familyName: 'Ro\u200dux' },
      { familyName: 'Roux\u200c' },
      { familyName: 'علی\u200cRoux' },
      { familyName: 'علی', firstName: 'علی\u200c\u200cرضا' },
      { familyName: 'সুরেশ\u200c' },
      { familyName: 'সুরেশ্\u200c\u200c' },
      { familyName: 'সুরেশ্\u200cRoux' },
      { familyName: 'Roux\u09cd\u200d' },
      // A sign of another writing shows as a hyphen or a point.
      { familyName: 'Roux\u05beDiallo' },
      { familyName: 'Roux\u05f3' },
      { familyName: 'Roux\u0f0bDiallo' },
      { familyName: 'Roux\u30fbDiallo' },
      { familyName: 'Roux', firstName: 'ジョン\u30fb' },
      { familyName: '’’s-Gravesande' },
      { familyName: '’ Hooft' },
    ]) {
      const before = sheet()
      expect([person, doors({ person })[door]()]).toMatchObject([person, malformed])
      expect(sheet()).toBe(before)
    }
  })

  test.each(every)('keeps every name that people bear, by %s', (door) => {
    for (const person of [
      { familyName: 'de La Tour-d’Auvergne', firstName: 'Marie-Hélène, Zoé' },
      { familyName: "N'Guyễn Thị", firstName: 'Đức' },
      { familyName: 'O’Neill Jr.', firstName: null },
      { familyName: '’t Hooft', firstName: 'O‘Brien', usageName: { name: '’s-Gravesande', askedOn: today } },
      { familyName: 'Шевченко', firstName: 'Тарас' },
      { familyName: 'العلوي', firstName: 'ليلى' },
      // What joins two letters, or keeps them apart, is a part of how these are written.
      { familyName: 'کریمی\u200cنژاد', firstName: 'علی\u200cرضا' },
      { familyName: 'നാരായണന്\u200d', firstName: 'সুরেশ্\u200c, സുരേഷ്\u200c' },
      { familyName: 'בן־גוריון', firstName: 'ג׳ורג׳' },
      { familyName: 'རྒྱ་མཚོ་', firstName: 'བསྟན་འཛིན', usageName: { name: 'ジョン・スミス', askedOn: today } },
      { familyName: 'ශ්\u200dරී', firstName: 'র\u200d্যাব', usageName: { name: 'क्\u200dष', askedOn: today } },
    ])
      expect([person, 'refusal' in doors({ person })[door]()]).toEqual([person, false])
  })

  test.each(every)('keeps the name of a company, which has no first name, by %s', (door) => {
    for (const familyName of ['SCI Les Lilas 2', 'Durand & fils (SARL)', '3F Résidences'])
      expect([familyName, 'refusal' in doors({ person: { familyName, firstName: null } })[door]()]).toEqual([
        familyName,
        false,
      ])
  })

  test('is put right by a name', () => {
    given(office.act('visit.close', { outcome: 'filed' }))
    const [documentId] = [...office.pure.documents.keys()]
    const addressee = { familyName: 'Roux : refusé', firstName: null, usageName: null, contact: null }
    const correct = (changes: object) =>
      office.act('document.correct', { documentId, changes, reason: 'Une faute de frappe' })
    expect(correct({ addressee })).toMatchObject(malformed)
    expect(correct({ label: 'Passeport : refusé' })).toMatchObject(malformed)
    given(correct({ addressee: { ...addressee, familyName: 'Roux' } }))
  })
})

describe('a piece', () => {
  const label = 'Facture EDF : art. L114-5'
  const missing = 'Bail à fournir'
  const pieceDoors = (name: string) => [
    office.act('sheet.update', { pieces: [{ label: name, state: 'presented' }] }),
    office.act('sheet.update', { originals: [name] }),
    office.act('file.open', { ...filed, pieces: [{ label: name, state: 'presented' }] }),
    office.act('file.addPiece', { fileId: office.open(), pieces: [{ label: name }], receivedOn: today }),
    office.act('file.holdOriginals', { fileId: office.open(), pieces: [{ label: name }], on: today }),
  ]

  test('that was shown or kept has the name of a thing, by every door', () => {
    for (const decision of pieceDoors(label)) expect(decision).toMatchObject(malformed)
    for (const decision of pieceDoors(missing))
      expect(decision).toMatchObject({ refusal: 'pieceWithoutText' })
    for (const decision of pieceDoors('Avis d’imposition 2025'))
      expect(decision).not.toHaveProperty('refusal')
  })
})

describe('what was recorded elsewhere', () => {
  const receipt = { issuer: 'Préfecture', number: '12' }
  const recordedAt = (ministry: object) => [
    office.act('sheet.update', { ministry }),
    office.act('file.open', { ...filed, ministry }),
    office.act('file.titleArrived', {
      request: { procedureId: 'passeport', serviceId: 'titres', ministry },
      arrivedOn: today,
    }),
    office.act('file.decide', {
      fileId: office.open({ procedureId: 'attestation-accueil' }),
      on: today,
      decision: 'granted',
      elsewhere: ministry,
    }),
  ]

  test.each([
    { number: 'Arrêté préfectoral n° 2026-12 du 3 mars 2026' },
    { number: 'Arrêté préfectoral portant refus n° 12 du 1er août 2026' },
    { number: 'Ordonnance du juge des référés n° 2601234 du 3 mars' },
    { number: 'AB/2026:12' },
    { issuer: 'Préfecture : bureau des étrangers' },
    { issuer: 'Préfecture\u00a0: bureau des\u202fétrangers' },
    { number: 'Arrêté préfectoral portant refus n°\u00a012 du\u202f1er\u00a0août\u00a02026' },
    { issuer: 'Dossier Familial SA' },
    { issuer: 'La Poste' },
    { issuer: 'Le Relais' },
  ])('has the number and the office that it usually has, by every door: %o', (usual) => {
    // A number is recorded once: a door after the first may say so.
    for (const decision of recordedAt({ ...receipt, ...usual })) expect(decision).not.toMatchObject(malformed)
  })

  test.each([
    { number: 'Le dossier 1 avancera dès réception du bail' },
    { number: 'Le dossier 1 attend le bail' },
    { number: 'Bail manquant au guichet du 3 mars 2026' },
    { number: 'Bail attendu avant le 3 mars 2026' },
    { number: 'Ordonnance et bail attendus le 3 mars' },
    { number: 'Demande refusée au guichet le 3 mars 2026' },
    { number: 'Dossier 1 : bail' },
    { number: 'Arrêté préfectoral du 3 mars 2026 ; bail' },
    { issuer: 'Préfecture : elle attend le bail' },
    { issuer: 'Préfecture : bail attendu' },
    { issuer: 'Préfecture ; bureau des étrangers' },
    { issuer: 'Le dossier avancera…' },
    { issuer: 'Le dossier avancera' },
    { issuer: 'Cette demande attend' },
    { issuer: 'L’inscription suivra' },
    { issuer: 'Préfecture…' },
  ])('is no sentence, by any door: %o', (speaking) => {
    for (const decision of recordedAt({ ...receipt, ...speaking })) expect(decision).toMatchObject(malformed)
  })

  test('is kept with plain spaces, however it was pasted', () => {
    const pasted = { issuer: ' Préfecture\u00a0: bureau', number: '77\u202f12\u00a0' }
    const fileId = office.open({ ministry: pasted })
    expect(office.pure.personal.files.get(fileId)).toMatchObject({
      ministry: { issuer: 'Préfecture : bureau', number: '77 12' },
    })
  })
})
