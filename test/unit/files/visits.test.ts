import { beforeEach, describe, expect, test } from 'vitest'
import { nameKey, receiptKey, searchKeys } from '../../../shared/domain/files/names.ts'
import { searchKey, searchable } from '../../../shared/contract/letters.ts'
import { refusals } from '../../../shared/messages/refusals.fr.ts'
import { endWords } from '../../../shared/messages/visit/ends.fr.ts'
import { blankRow } from '../../../shared/domain/files/file.ts'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
  office.act('day.open', {}, 'supervisor')
  office.act('counter.open', { counterId: '1' })
})

/** Somebody is received at counter 1. */
function received(): void {
  given(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
  given(office.act('ticket.callNext', {}))
  given(office.act('ticket.start', {}))
}
const note = (patch: object) => given(office.act('sheet.update', patch))
const close = (outcome: string, more: object = {}) => given(office.act('visit.close', { outcome, ...more }))
const files = () => office.pure.office.files.valueSeq().toArray()
const types = () => office.pure.recorded.map(({ event }) => event.type)

describe('the closing of a visit', () => {
  test('opens a file for what was filed, with its pieces, its person and the originals kept', () => {
    received()
    note({
      procedureId: 'attestation-accueil',
      person: { familyName: 'Diallo', birthDate: '1980-01-02' },
      pieces: [
        { pieceId: 'formulaire', state: 'presented' },
        { pieceId: 'ressources', state: 'missing' },
        { label: 'Lettre', state: 'presented' },
      ],
      originals: ['formulaire'],
    })
    close('incomplete')
    const [file] = files()
    const shown = office.shown(file!.fileId)
    expect(shown).toMatchObject({
      reference: 'DO-2026-1',
      channel: 'counter',
      receivedOn: '2026-03-03',
      // What lacks is asked by the closing: the month of silence is suspended for the fifteen days given.
      clock: { on: '2026-04-18' },
    })
    expect(shown.pieces.map(({ title, state }) => [title, state])).toMatchObject([
      [expect.stringContaining(' '), 'presented'],
      ['Lettre', 'presented'],
      [expect.any(String), 'missing'],
    ])
    expect(shown.originals).toHaveLength(1)
    expect(office.pure.personal.files.get(file!.fileId)?.person?.familyName).toBe('Diallo')
  })

  test('opens none for information, for who was not received, or who is only shown another door', () => {
    for (const outcome of ['information', 'notServed', 'handedOver', 'forwarded']) {
      received()
      close(outcome, outcome === 'forwarded' ? { to: { name: 'CCAS de Melun' } } : {})
    }
    expect(types()).not.toContain('fileOpened')
  })

  test('opens one for what is sent elsewhere when something was produced here (CRPA L114-2)', () => {
    received()
    note({ procedureId: 'autre', label: 'Aide au logement', pieces: [{ label: 'Bail', state: 'presented' }] })
    close('forwarded', { to: { name: 'CCAS de Melun' } })
    expect(files()).toHaveLength(1)
  })

  test('done online with the person ends its file at once: the number, the mandate, and a line to count', () => {
    received()
    const assisted = {
      nature: 'filing',
      site: 'caf.fr',
      number: '2026-777',
      mandateOn: '2026-03-03',
    }
    note({ procedureId: 'autre', label: 'Prime d’activité', assisted })
    close('assisted')
    const [file] = files()
    expect(file).toMatchObject({ channel: 'assisted', assistance: 'filing', closed: { reason: 'assisted' } })
    expect(office.due().total).toBe(0)
    expect(office.pure.personal.files.get(file!.fileId)?.assistance).toEqual(assisted)
    given(office.act('counter.close', {}))
    given(office.act('day.close', {}, 'supervisor'))
    expect(files()).toEqual([])
    expect(office.pure.closedFiles.get(file!.fileId)?.row.assistance?.number).toBe('2026-777')
  })
})

describe('a person who comes back', () => {
  test('is received with their file: by its reference it is on the sheet, what lacks first', () => {
    const fileId = office.open({
      label: 'Accueil d’une tante',
      person: { familyName: 'Diallo', contact: '06 00 00 00 00' },
      pieces: [
        { pieceId: 'formulaire', state: 'presented' },
        { pieceId: 'ressources', state: 'missing' },
      ],
    })
    received()
    given(office.act('visit.takeFile', { reference: 'DO-2026-1' }))
    const { current } = office.pure.view('counter.view', 'agent1')
    expect(current?.sheet).toMatchObject({
      fileId,
      procedureId: 'attestation-accueil',
      label: 'Accueil d’une tante',
      person: { familyName: 'Diallo' },
    })
    expect(current?.sheet.pieces.map((piece) => piece.state)).toEqual(['missing', 'presented'])
    expect(JSON.stringify(current?.sheet), 'how to reach them stays on the file').not.toContain('06 00')
  })

  test('brings what was asked: it is added to their file, the wait ends, no other file is opened', () => {
    const fileId = office.open()
    const pieces = [{ pieceId: 'ressources' }]
    given(office.act('file.requestPieces', { fileId, pieces, on: '2026-03-03', dueOn: '2026-03-24' }))
    received()
    given(office.act('visit.takeFile', { fileId }))
    note({ pieces: [{ pieceId: 'ressources', state: 'presented' }] })
    close('filed')
    expect(files()).toHaveLength(1)
    expect(office.shown(fileId).requests).toMatchObject([{ receivedOn: '2026-03-03' }])
  })

  test('for another procedure has another file', () => {
    const fileId = office.open()
    received()
    given(office.act('visit.takeFile', { fileId }))
    note({ procedureId: 'cni' })
    close('filed')
    expect(files().map(({ reference }) => reference)).toEqual(['DO-2026-1', 'DO-2026-2'])
  })

  test('with a request that nobody had named names it, under the rules of the day it came', () => {
    const fileId = office.open({ procedureId: null, receivedOn: '2026-02-20' })
    received()
    given(office.act('visit.takeFile', { fileId }))
    note({ procedureId: 'attestation-accueil', pieces: [{ pieceId: 'formulaire', state: 'presented' }] })
    close('filed')
    expect(office.shown(fileId)).toMatchObject({
      procedureId: 'attestation-accueil',
      clock: { on: '2026-03-20' },
    })
    expect(office.due().toRecordTotal).toBe(0)
  })

  test('and names another procedure once it is decided has another file: the decision keeps what it decided', () => {
    const fileId = office.open({ procedureId: null, label: 'Une place au marché' })
    const facts = 'Toutes les places du marché sont prises depuis le 2 mars.'
    const elsewhere = { issuer: 'Parapheur', number: '2026-12' }
    const refused = { decision: 'refused', elsewhere, reason: `CGCT L2224-18 : ${facts}` }
    given(office.act('file.decide', { fileId, on: '2026-03-03', ...refused }))
    received()
    given(office.act('visit.takeFile', { fileId }))
    note({ procedureId: 'attestation-accueil', pieces: [{ pieceId: 'formulaire', state: 'presented' }] })
    close('filed')
    expect(office.shown(fileId)).toMatchObject({ procedureId: null, pieces: [], acknowledged: [] })
    expect(files().map(({ procedureId }) => procedureId)).toEqual([null, 'attestation-accueil'])
  })

  test('and leaves originals where nothing else is opened leaves them with their file, decided and unnamed', () => {
    const fileId = office.open({ procedureId: null, label: 'Une place au marché' })
    const elsewhere = { issuer: 'Parapheur', number: '2026-12' }
    const reason = 'CGCT L2224-18 : toutes les places sont prises'
    given(office.act('file.decide', { fileId, on: '2026-03-03', decision: 'refused', elsewhere, reason }))
    received()
    given(office.act('visit.takeFile', { fileId }))
    note({ procedureId: 'attestation-accueil', originals: ['formulaire', 'Passeport'] })
    const { ends } = office.pure.view('counter.view', 'agent1').current!
    expect(Object.fromEntries(ends.map((end) => [end.outcome, end.onFile]))).toMatchObject({
      information: 'goesOn',
      filed: 'opens',
    })
    close('information')
    const { procedureId, originals } = office.shown(fileId)
    expect([procedureId, originals.map(({ title }) => title)]).toEqual([
      null,
      [expect.any(String), 'Passeport'],
    ])
    expect(files()).toHaveLength(1)
  })

  test('to collect their title ends their file', () => {
    const fileId = office.open({ procedureId: 'cni' })
    given(office.act('file.titleArrived', { fileId, arrivedOn: '2026-03-03' }))
    received()
    given(office.act('visit.takeFile', { fileId }))
    note({ capacity: 'legalRepresentative' })
    close('handedOver', { receiver: 'MOREAU Paul' })
    expect(types().slice(-3)).toEqual(['fileHandedOver', 'fileClosed', 'visitClosed'])
    expect(refusalOf(office.act('file.describe', { fileId, label: 'x' }))).toBe('fileNotOpen')
    expect(office.pure.view('files.toCollect', 'agent1').total).toBe(0)
  })

  test('to collect their title ends no file that they had limited meanwhile', () => {
    const fileId = office.open({ procedureId: 'cni' })
    given(office.act('file.titleArrived', { fileId, arrivedOn: '2026-03-03' }))
    received()
    given(office.act('visit.takeFile', { fileId }))
    const { pure } = office
    pure.office = { ...pure.office, limited: pure.office.limited.add(fileId) }
    close('handedOver')
    expect(types().slice(-2)).toEqual(['fileHandedOver', 'visitClosed'])
  })

  test('to collect their title is noted with its proof where the agent said one, and with none where nobody did', () => {
    const handed = (more: object) => {
      const fileId = office.open({ procedureId: 'cni' })
      given(office.act('file.titleArrived', { fileId, arrivedOn: '2026-03-03' }))
      received()
      given(office.act('visit.takeFile', { fileId }))
      close('handedOver', more)
      return office.shown(fileId).handedOver.map(({ proof }) => proof)
    }
    expect(handed({ proof: 'register' })).toEqual(['register'])
    expect(handed({ proof: 'noted' })).toEqual(['noted'])
    expect(handed({})).toEqual([null])
  })

  test('is refused what is said of a handing over where no title waits, and nothing ends', () => {
    const fileId = office.open({ procedureId: 'cni' })
    received()
    const ended = (more: object) => refusalOf(office.act('visit.close', more))
    expect(ended({ outcome: 'handedOver', proof: 'register' }), 'without a file').toBe('noTitleHere')
    given(office.act('visit.takeFile', { fileId }))
    expect(ended({ outcome: 'handedOver', proof: 'register' }), 'not arrived').toBe('noTitleHere')
    expect(ended({ outcome: 'handedOver', receiver: 'MOREAU Paul' })).toBe('noTitleHere')
    given(office.act('file.titleArrived', { fileId, arrivedOn: '2026-03-03' }))
    expect(ended({ outcome: 'information', proof: 'noted' }), 'another end').toBe('noTitleHere')
    // One sentence for all four: it says neither that a file was named nor that its title is missing.
    expect(refusals.noTitleHere).not.toContain('pour ce dossier')
    expect(refusals.noTitleHere).toContain(`« ${endWords.short.handedOver} »`)
    expect(office.shown(fileId)).toMatchObject({ title: { state: 'here' }, handedOver: [] })
    close('handedOver', { proof: 'register' })
    expect(office.shown(fileId).handedOver).toMatchObject([{ proof: 'register' }])
  })

  test('to collect a title in its holder’s place is refused until the taker is named, and their name is kept', () => {
    const fileId = office.open({ procedureId: 'cni', person: { familyName: 'Moreau' } })
    given(office.act('file.titleArrived', { fileId, arrivedOn: '2026-03-03' }))
    received()
    given(office.act('visit.takeFile', { fileId }))
    note({ capacity: 'mandate' })
    const ended = (more: object) =>
      refusalOf(office.act('visit.close', { outcome: 'handedOver', proof: 'register', ...more }))
    expect(ended({})).toBe('takerUnnamed')
    expect(ended({ receiver: 'Revenez demain !' })).toBe('nameMalformed')
    expect(office.shown(fileId)).toMatchObject({ title: { state: 'here' }, handedOver: [] })
    close('handedOver', { receiver: 'MOREAU Paul' })
    expect(office.pure.personal.files.get(fileId)?.handedOver).toEqual(['MOREAU Paul'])
    // Taken back, the name goes with it.
    given(office.act('counter.undo', {}))
    expect(office.pure.personal.files.get(fileId)?.handedOver).toEqual([])
    // A row that an earlier version left longer than the file's list loses that name alone.
    const { files } = office.pure.personal
    files.set(fileId, { ...files.get(fileId)!, handedOver: [null] })
    close('handedOver', { receiver: 'MOREAU Paul' })
    given(office.act('counter.undo', {}))
    expect(office.pure.personal.files.get(fileId)?.handedOver).toEqual([null])
  })

  test('of a decided file can’t note that a piece lacks: it waits for nothing, and one of another request may', () => {
    const fileId = office.open({ receivedOn: '2026-03-02' })
    given(office.act('file.decide', { fileId, decision: 'granted', on: '2026-03-03' }, 'supervisor'))
    received()
    given(office.act('visit.takeFile', { fileId }))
    const lacks = { pieces: [{ pieceId: 'ressources', state: 'missing' }] }
    expect(office.act('sheet.update', lacks)).toEqual({ refusal: 'fileAlreadyDecided' })
    note({ pieces: [{ pieceId: 'ressources', state: 'presented' }] })
    note({ procedureId: 'cni' })
    note({ pieces: [{ pieceId: 'photo', state: 'missing' }] })
    expect(office.pure.view('counter.view', 'agent1').current?.sheet.pieces).toContainEqual({
      pieceId: 'photo',
      state: 'missing',
    })
  })

  test('can’t be received with a file that is over, or that is nobody’s', () => {
    const fileId = office.open()
    given(office.act('file.close', { fileId, reason: 'duplicate' }))
    received()
    expect(refusalOf(office.act('visit.takeFile', { fileId }))).toBe('fileNotOpen')
    expect(refusalOf(office.act('visit.takeFile', { reference: 'DO-2026-99' }))).toBe('fileNotOpen')
  })
})

describe('a closing taken back', () => {
  const undo = () => office.act('counter.undo', {})

  test('annuls the file that it opened: its number stays used, its words are gone', () => {
    received()
    note({ procedureId: 'attestation-accueil', person: { familyName: 'Diallo' } })
    close('filed')
    given(undo())
    expect(files()).toEqual([])
    expect(office.pure.personal.files.size).toBe(0)
    close('filed')
    expect(files().map(({ reference }) => reference)).toEqual(['DO-2026-2'])
  })

  test('gives back the file that it ended, title in the drawer', () => {
    const fileId = office.open({ procedureId: 'cni' })
    given(office.act('file.titleArrived', { fileId, arrivedOn: '2026-03-03' }))
    received()
    given(office.act('visit.takeFile', { fileId }))
    close('handedOver')
    given(undo())
    expect(office.shown(fileId)).toMatchObject({ state: 'open', title: { state: 'here' }, handedOver: [] })
  })

  test('gives back help online, which then counts for nothing', () => {
    received()
    note({ procedureId: 'autre', label: 'Prime d’activité' })
    close('assisted')
    given(undo())
    expect(files()).toEqual([])
  })

  test('is refused once somebody went on with the file that it opened', () => {
    received()
    note({ procedureId: 'attestation-accueil' })
    close('filed')
    const [file] = files()
    given(office.act('file.acknowledge', { fileId: file!.fileId, form: 'ar', on: '2026-03-03' }, 'agent2'))
    expect(undo()).toMatchObject({ refusal: 'undoTooLate', details: ['visitWentOn'] })
    given(office.act('file.close', { fileId: file!.fileId, reason: 'duplicate' }, 'supervisor'))
    expect(undo()).toMatchObject({ refusal: 'undoTooLate', details: ['visitWentOn'] })
  })

  test('takes back the last of several requests, and leaves the files of those before', () => {
    received()
    given(office.act('visit.addService', { serviceId: 'titres', procedureId: 'cni' }))
    note({ procedureId: 'attestation-accueil' })
    close('filed')
    close('filed')
    expect(files()).toHaveLength(2)
    given(undo())
    expect(files().map(({ reference }) => reference)).toEqual(['DO-2026-1'])
  })
})

describe('a file is found', () => {
  test('whatever the accents, the case, the hyphens and the ligatures', () => {
    // The form of the keys that are kept: what was typed once is found by it.
    expect(searchKey('№ 12')).toBe('12')
    expect(searchKey('Nº 12')).toBe('Nº 12')
    expect(searchKey(' Dûpont-Œuvré  d’Æze ')).toBe('DUPONT OEUVRE D AEZE')
    expect(searchable(' Dûpont-Œuvré  d’Æze ')).toBe('DUPONT OEUVRE D AEZE')
    expect(searchable('dupont oeuvre d aeze')).toBe('DUPONT OEUVRE D AEZE')
  })

  test('by the family name and by the name of use, each with the birth date; by the numbers that were recorded', () => {
    const birthDate = '1990-05-17' as never
    const keys = searchKeys({
      ...blankRow('sel'),
      person: {
        familyName: 'Lefèvre',
        firstName: 'Zoé',
        usageName: { name: 'Ben Amar', askedOn: birthDate },
        birthDate,
      },
      ministry: { issuer: 'ANTS', number: 'ab-12' },
    })
    expect(keys).toEqual([receiptKey('AB 12'), nameKey('LEFEVRE', birthDate), nameKey('Bén-Amar', birthDate)])
  })

  test('by the name alone when the birth date is not known, and by the number of the title', () => {
    const row = { ...blankRow('sel'), person: { familyName: 'Lefèvre' }, titleNumber: '25ak40718' }
    expect(searchKeys(row)).toEqual([receiptKey('25AK40718'), 'LEFEVRE'])
  })
})
