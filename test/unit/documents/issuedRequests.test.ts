import { beforeEach, describe, expect, test } from 'vitest'
import type { FileId } from '../../../shared/contract/ids.ts'
import type { IssuedDocument } from '../../../shared/contract/documents/issued.ts'
import { draftContent } from '../../../shared/documents/content.ts'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'
import { lastIssued, refusedForMentions } from '../../fixtures/issuedPapers.ts'

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
})

const today = '2026-03-03'
const melun = '43 rue du Général de Gaulle, 77008 Melun Cedex'
const types = () => office.pure.recorded.map(({ event }) => event.type)
const lastDocument = () => lastIssued(office)
const refusedWith = (decision: () => ReturnType<FilesOffice['act']>, details: readonly string[]) =>
  refusedForMentions(office, decision, details)
const draft = (what: object, who = 'agent1') => office.pure.view('document.draft', who, { what })
const issueIt = (what: object) => office.act('document.issue', { what })
const acknowledge = (fileId: string, more: object = {}) =>
  office.act('file.acknowledge', { fileId, form: 'ar', on: today, ...more })

describe('an acknowledgement', () => {
  test('is issued by the act that notes it, with what the file and its rules say', () => {
    const fileId = office.open({
      sentOn: '2026-03-01',
      pieces: [{ pieceId: 'formulaire', state: 'presented' }],
    })
    const { document } = given(acknowledge(fileId)).output
    expect(document).toMatchObject({ kind: 'accuse', number: 'AR-2026-1' })
    expect(lastDocument().facts).toMatchObject({
      form: 'ar',
      sentOn: '2026-03-01',
      receivedOn: today,
      competent: true,
      file: 'DO-2026-1',
      silence: { sense: 'rejet', on: '2026-04-03' },
      remedies: {
        prior: 'yes',
        authority: expect.stringMatching(/^le préfet/),
        delay: { count: 2, unit: 'months' },
      },
      incomplete: null,
      rule: { procedureId: 'attestation-accueil' },
    })
    expect(types().slice(-2)).toEqual(['documentIssued', 'fileAcknowledged'])
    expect(office.shown(fileId).acknowledged).toEqual([{ form: 'ar', on: today, papers: ['AR-2026-1'] }])
  })

  test('that another software gave, or that was given on a past day, is only noted', () => {
    const fileId = office.open()
    expect(given(acknowledge(fileId, { issue: false })).output.document).toBeNull()
    office.on('2026-03-05')
    expect(given(acknowledge(fileId)).output.document).toBeNull()
    expect(office.pure.documents.size).toBe(0)
    expect(office.shown(fileId).acknowledged).toHaveLength(2)
  })

  test('is refused with what lacks, and burns no number', () => {
    const unknown = office.open({ procedureId: 'urbanisme' })
    refusedWith(() => acknowledge(unknown), ['silence', 'implicitDate'])
    const collected = office.open({ procedureId: 'cni' })
    refusedWith(() => acknowledge(collected), ['competent', 'remedies'])
    const fileId = office.open({ pieces: [{ pieceId: 'ressources', state: 'missing' }] })
    refusedWith(() => acknowledge(fileId), ['dueDate'])
    office.pure.personal.agents.clear()
    const nobody = office.open()
    refusedWith(() => acknowledge(nobody), ['agent'])
  })

  test('after refusals has the first number', () => {
    const fileId = office.open({ procedureId: 'urbanisme' })
    refusedWith(() => acknowledge(fileId), ['silence', 'implicitDate'])
    expect(given(acknowledge(office.open())).output.document?.number).toBe('AR-2026-1')
  })

  test('asks what lacks in the same act, by the day given: the clock stops (CRPA L114-5)', () => {
    const fileId = office.open({
      pieces: [
        { pieceId: 'formulaire', state: 'presented' },
        { pieceId: 'ressources', state: 'missing' },
      ],
    })
    refusedWith(() => acknowledge(fileId), ['dueDate'])
    expect(refusalOf(acknowledge(fileId, { dueOn: '2026-03-02' }))).toBe('datesMixedUp')
    given(acknowledge(fileId, { dueOn: '2026-03-24' }))
    expect(lastDocument().facts).toMatchObject({
      silence: { on: '2026-04-24' },
      incomplete: { dueOn: '2026-03-24', effect: 'suspends', pieces: [{ sources: [{}] }] },
    })
    expect(types().slice(-3)).toEqual(['documentIssued', 'filePiecesRequested', 'fileAcknowledged'])
    expect(office.shown(fileId)).toMatchObject({
      clock: { on: '2026-04-24', state: 'suspended' },
      requests: [{ dueOn: '2026-03-24', moves: true }],
    })
  })

  test('lists what was asked before it, with the day that was given', () => {
    const fileId = office.open({ answers: { occupation: 'locataire' } })
    const pieces = [{ pieceId: 'ressources' }, { label: 'un bail', source: 'CESEDA, art. R313-9' }]
    given(office.act('file.requestPieces', { fileId, pieces, on: today, dueOn: '2026-03-24' }))
    given(acknowledge(fileId))
    expect(lastDocument().facts).toMatchObject({
      incomplete: {
        dueOn: '2026-03-24',
        pieces: [{}, { title: 'Bail', sources: [{ title: expect.stringContaining('R313-9') }] }],
      },
    })
  })

  test('of an e-mail is of its sending at once, whatever is asked; that of the request says its condition', () => {
    const fileId = office.open({ procedureId: 'urbanisme', channel: 'email' })
    expect(given(acknowledge(fileId, { form: 'aee' })).output.document?.number).toBe('AR-2026-1')
    expect(lastDocument().facts).toMatchObject({ form: 'aee', silence: null, pieces: [], remedies: null })
    expect(office.shown(fileId).notOpposable, 'it is no acknowledgement of the request').toBe(true)
    refusedWith(() => acknowledge(fileId, { form: 'are' }), ['silence', 'implicitDate'])
  })

  test('names once whom the office names with its address', () => {
    const prefect = 'le préfet de Seine-et-Marne, 12 rue des Saints-Pères, 77010 Melun Cedex'
    const set = (authority: string | null) =>
      given(
        office.act(
          'office.setLaw',
          { remedies: [{ procedureId: 'attestation-accueil', authority }] },
          'admin',
        ),
      )
    const authorityOf = () => {
      const { facts } = draft({ kind: 'accuse', fileId: office.open(), form: 'ar' })
      return facts?.kind === 'accuse' ? facts.remedies?.authority : undefined
    }
    set(prefect)
    expect(authorityOf()).toBe(prefect)
    set('12 rue des Saints-Pères, 77010 Melun Cedex')
    expect(authorityOf()).toBe('le préfet, 12 rue des Saints-Pères, 77010 Melun Cedex')
    set(null)
    expect(authorityOf()).toBe('le préfet')
  })

  test('before a court at once needs its address, which the office sets', () => {
    given(office.act('office.setLaw', { remedies: [] }, 'admin'))
    const fileId = office.open({
      procedureId: 'urbanisme',
      answers: { genre: 'maison', secteur: 'exclu' },
    })
    expect(draft({ kind: 'accuse', fileId, form: 'ar' }).lacks).toContainEqual({
      mention: 'remedies',
      article: expect.stringContaining('R112-5'),
    })
    const remedies = [{ procedureId: 'urbanisme', court: `tribunal administratif de Melun, ${melun}` }]
    given(office.act('office.setLaw', { remedies }, 'admin'))
    const mentions = draft({ kind: 'accuse', fileId, form: 'ar' }).lacks.map(({ mention }) => mention)
    expect(mentions).not.toContain('remedies')
  })

  test('on request is the same, and is not given where R112-4 says that none is due', () => {
    const fileId = office.open()
    const what = { kind: 'accuse', fileId, form: 'ar' }
    expect(draft(what)).toMatchObject({ lacks: [], refusal: null, facts: { kind: 'accuse' } })
    expect(office.pure.documents.size, 'a draft numbers nothing').toBe(0)
    given(issueIt(what))
    expect(office.shown(fileId).acknowledged).toHaveLength(1)
    const notDue = issueIt({ ...what, fileId: office.open({ procedureId: 'legalisation' }) })
    expect(notDue).toMatchObject({ refusal: 'nothingToIssue', details: [expect.stringContaining('R112-4')] })
    const declared = issueIt({ ...what, fileId: office.open({ procedureId: 'pacs' }) })
    expect(declared).toMatchObject({
      refusal: 'nothingToIssue',
      details: expect.arrayContaining([expect.stringContaining('L112-3')]),
    })
    expect(refusalOf(issueIt({ ...what, dueOn: '2026-03-02' }))).toBe('datesMixedUp')
  })
})

describe('a file without a complete acknowledgement', () => {
  test('is flagged: its delays to contest don’t run (CRPA L112-6)', () => {
    const fileId = office.open()
    expect(office.shown(fileId).notOpposable).toBe(true)
    expect(office.due().rows.every((row) => row.notOpposable)).toBe(true)
    given(acknowledge(fileId))
    expect(office.shown(fileId).notOpposable).toBe(false)
  })

  test('is not, where none is due, where another authority gives it, and once it is forwarded', () => {
    expect(office.shown(office.open({ procedureId: 'pacs' })).notOpposable).toBe(false)
    expect(office.shown(office.open({ procedureId: 'cni' })).notOpposable).toBe(false)
    const fileId = office.open()
    given(office.act('file.forward', { fileId, to: 'Département', sent: 'tout', on: today }))
    expect(office.shown(fileId).notOpposable).toBe(false)
  })

  test('has its delays by an express decision handed over before silence could be one', () => {
    const decided = (on: string) => {
      const fileId = office.open({ receivedOn: today })
      given(office.act('file.decide', { fileId, decision: 'granted', on: today }))
      expect(office.shown(fileId).notOpposable).toBe(true)
      office.on(on)
      given(office.act('file.handOver', { fileId, what: 'decision', means: 'post', on, to: 'self' }))
      return office.shown(fileId).notOpposable
    }
    expect(decided('2026-03-20')).toBe(false)
  })
})

test('no paper is composed of a file that is not open', () => {
  const closed = office.open()
  given(office.act('file.close', { fileId: closed, reason: 'withdrawn' }))
  for (const what of [
    { kind: 'accuse', form: 'ar' },
    { kind: 'pieces' },
    { kind: 'original', doubt: 'Deux dates' },
    { kind: 'transmission', address: null },
    { kind: 'originaux' },
    { kind: 'urbanisme', registration: 'PC 1', permit: 'house' },
    { kind: 'sejour', paper: 'recepisse', until: '2026-06-02' },
  ])
    expect(refusalOf(issueIt({ ...what, fileId: closed })), what.kind).toBe('fileNotOpen')
})

/** A change of address on a vehicle, whose file was opened while its rules had silence reject it, and did not tell its nature. */
function openedBefore(): FileId {
  const { pure } = office
  const fileId = office.open({ procedureId: 'carte-grise' })
  const file = pure.office.files.get(fileId)!
  const { nature: _toldSince, ...regime } = file.regime
  const title = 'Le silence gardé par le ministre pendant 2 mois vaut décision de rejet'
  const silence = { ...regime.silence, sense: 'rejet', delay: { count: 2, unit: 'months' }, title } as const
  const former = { ...file, regime: { ...regime, silence } }
  pure.office = { ...pure.office, files: pure.office.files.set(file.fileId, former) }
  return file.fileId
}

describe('what a paper says of a file opened under former rules was frozen with it', () => {
  const saidIn = (facts: IssuedDocument['facts']) =>
    JSON.stringify(draftContent(facts)).replaceAll(/[\u00a0\u202f]/g, ' ')

  test('on a letter: what was filed is not called by the rules of since', () => {
    const fileId = openedBefore()
    given(office.act('file.forward', { fileId, to: 'ANTS', sent: 'tout le dossier', on: today }))
    expect(lastDocument().facts).not.toHaveProperty('nature')
    expect(saidIn(lastDocument().facts)).not.toContain('déclaration')
  })

  test('on the receipt of a visit: it says one silence, that of its delay', () => {
    const fileId = openedBefore()
    office.receiveOne()
    given(office.act('visit.takeFile', { fileId }))
    given(office.act('visit.close', { outcome: 'filed' }))
    const { facts } = lastDocument()
    expect(facts).not.toHaveProperty('nature')
    const said = saidIn(facts)
    expect(said).toContain('Sans réponse le 3 mai 2026, la demande est réputée rejetée')
    expect(said).toContain('vaut décision de rejet')
    expect(said).not.toMatch(/Aucune décision n’est attendue|sans objet|La déclaration/)
  })
})
