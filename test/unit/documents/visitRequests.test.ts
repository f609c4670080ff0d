import { beforeEach, describe, expect, test } from 'vitest'
import { draftContent } from '../../../shared/documents/content.ts'
import { plainContent } from '../../../shared/documents/plain.ts'
import { summaryIn } from '../../../shared/documents/summary.ts'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'
import { saidOf } from '../../fixtures/saidOnPaper.ts'

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
  office.act('day.open', {}, 'supervisor')
  office.act('counter.open', { counterId: '1' })
})

const today = '2026-03-03'
function received(): void {
  given(office.act('ticket.take', { serviceId: 'titres' }, 'kiosk'))
  given(office.act('ticket.callNext', {}))
  given(office.act('ticket.start', {}))
}
const note = (patch: object) => given(office.act('sheet.update', patch))
const close = (outcome: string, more: object = {}) => given(office.act('visit.close', { outcome, ...more }))
const current = () => {
  const { current: now } = office.pure.view('counter.view', 'agent1')
  if (!now) throw new Error('nobody is received')
  return now
}
const end = (outcome: string) => {
  const found = current().ends.find((one) => one.outcome === outcome)
  if (!found) throw new Error(`no end ${outcome}`)
  return found
}
const lacksOf = (outcome: string) => end(outcome).lacks.map(({ mention }) => mention)
const files = () => office.pure.office.files.valueSeq().toArray()
const kinds = (closed: ReturnType<typeof close>) =>
  (closed.output as { documents: { kind: string }[] }).documents.map(({ kind }) => kind)
const lastFacts = () => {
  const document = [...office.pure.documents.values()].at(-1)
  if (!document || document === 'erased') throw new Error('no document was issued')
  return document.facts
}
const titled = (state: string) => {
  const facts = lastFacts()
  return 'pieces' in facts
    ? facts.pieces.flatMap((piece) => ('state' in piece && piece.state === state ? [piece.title] : []))
    : []
}
const lastText = () => {
  return saidOf(draftContent(lastFacts()))
}
const issueIt = (what: object) => office.act('document.issue', { what })

const hosting = {
  procedureId: 'attestation-accueil',
  person: { familyName: 'Diallo', firstName: 'Awa' },
  pieces: [{ pieceId: 'formulaire', state: 'presented' }],
}
const lacking = { pieces: [{ pieceId: 'ressources', state: 'missing' }] }

describe('a filing ends with its acknowledgement, where nothing of R112-5 lacks', () => {
  test('which the page knew before, which lists the pieces, and which acknowledges the file', () => {
    received()
    note(hosting)
    expect(end('filed')).toEqual({
      outcome: 'filed',
      documents: ['accuse'],
      acknowledgement: 'given',
      lacks: [],
      implicit: { sense: 'rejet', on: '2026-04-03' },
      onFile: 'opens',
    })
    const closed = close('filed')
    expect(kinds(closed)).toEqual(['accuse'])
    expect(lastFacts()).toMatchObject({
      kind: 'accuse',
      form: 'ar',
      ticket: 'A1',
      file: 'DO-2026-1',
      receivedOn: today,
      addressee: { familyName: 'Diallo' },
      silence: { on: '2026-04-03' },
    })
    expect(titled('presented')).toEqual(['Formulaire d’attestation, rempli et signé en mairie'])
    expect(titled('notExamined')).toContain('Justificatif de domicile')
    expect(office.shown(files()[0]!.fileId)).toMatchObject({
      acknowledged: [{ form: 'ar', on: today }],
      notOpposable: false,
    })
    const issued = office.pure.recorded.find(({ event }) => event.type === 'documentIssued')?.event.data
    expect(issued).toMatchObject({ fileId: files()[0]!.fileId, ticketId: expect.any(String) })
  })

  test('what lacks has its last day, the office’s own where none is said, and the page knew it before (L114-5)', () => {
    received()
    note(hosting)
    note(lacking)
    expect(end('incomplete')).toMatchObject({
      documents: ['accuse'],
      acknowledgement: 'given',
      lacks: [],
      dueOn: '2026-03-18',
    })
    expect(kinds(close('incomplete'))).toEqual(['accuse'])
    expect(lastFacts()).toMatchObject({ incomplete: { dueOn: '2026-03-18' } })
    expect(office.shown(files()[0]!.fileId)).toMatchObject({ requests: [{ dueOn: '2026-03-18' }] })
  })

  test('with that day, it asks for what lacks in the same act, and the clock stops (L114-5)', () => {
    received()
    note(hosting)
    note(lacking)
    expect(refusalOf(office.act('visit.close', { outcome: 'incomplete', dueOn: '2026-03-02' }))).toBe(
      'datesMixedUp',
    )
    expect(kinds(close('incomplete', { dueOn: '2026-03-24' }))).toEqual(['accuse'])
    expect(lastFacts()).toMatchObject({
      incomplete: { dueOn: '2026-03-24', effect: 'suspends' },
      silence: { on: '2026-04-24' },
    })
    expect(office.shown(files()[0]!.fileId)).toMatchObject({
      requests: [{ dueOn: '2026-03-24', pieces: [{ state: 'missing' }] }],
      clock: { on: '2026-04-24', state: 'suspended' },
    })
  })

  test('said incomplete of nobody knows what, it is no end, and nothing ends', () => {
    received()
    note(hosting)
    expect(() => end('incomplete')).toThrow('no end')
    expect(end('filed').acknowledgement).toBe('given')
    expect(refusalOf(office.act('visit.close', { outcome: 'incomplete', dueOn: '2026-03-24' }))).toBe(
      'nothingLacks',
    )
    expect(files()).toEqual([])
  })

  test('a piece in the agent’s words has no text: it can’t lack, and can be shown (L114-5)', () => {
    received()
    const letter = (state: string) => ({ ...hosting, pieces: [{ label: 'Lettre du voisin', state }] })
    expect(refusalOf(office.act('sheet.update', letter('missing')))).toBe('pieceWithoutText')
    note(letter('presented'))
    expect(lacksOf('filed')).toEqual([])
  })

  test('taken back, its file is annulled and nothing is acknowledged', () => {
    received()
    note(hosting)
    note(lacking)
    close('incomplete', { dueOn: '2026-03-24' })
    given(office.act('counter.undo', {}))
    expect(files()).toEqual([])
    expect(current().sheet.procedureId).toBe('attestation-accueil')
  })

  test('was given: who comes back with a piece leaves with its receipt, which says so', () => {
    received()
    note(hosting)
    note(lacking)
    close('incomplete', { dueOn: '2026-03-24' })
    received()
    given(office.act('visit.takeFile', { reference: 'DO-2026-1' }))
    note({ pieces: [{ pieceId: 'ressources', state: 'presented' }] })
    expect(end('filed')).toMatchObject({ documents: ['recepisse'], acknowledgement: 'given', lacks: [] })
    close('filed')
    expect(lastText()).toContain('L’accusé de réception de cette demande vous a déjà été délivré.')
  })
})

describe('an acknowledgement that is due where no text of the procedure says what silence is worth', () => {
  test.each(['elections', 'inscription-scolaire', 'autre'])(
    '%s: is given, with the day and both effects of silence (CRPA L231-1, L231-4)',
    (procedureId) => {
      received()
      note({ procedureId, label: 'Une demande', person: { familyName: 'Diallo', firstName: 'Awa' } })
      expect(end('filed')).toMatchObject({ documents: ['accuse'], acknowledgement: 'given', lacks: [] })
      expect(kinds(close('filed'))).toEqual(['accuse'])
      expect(lastFacts()).toMatchObject({ silence: { sense: 'inconnu', general: true, on: '2026-05-03' } })
      expect(lastText()).toContain(
        'Sans décision expresse le 3 mai 2026, elle sera réputée acceptée (CRPA, art. L231-1), ou rejetée dans les cas',
      )
    },
  )

  test('says that delays which it cannot say in full do not run (CRPA L112-6)', () => {
    received()
    note({ procedureId: 'autre', label: 'Une demande' })
    close('filed')
    expect(lastText()).toContain('ne vous sont pas opposables tant qu’ils ne vous ont pas été dits en entier')
  })

  test('is not given where the question that decides it has no answer yet: urbanisme', () => {
    received()
    note({ procedureId: 'urbanisme' })
    expect(end('filed')).toMatchObject({ documents: ['recepisse'], acknowledgement: 'incomplete' })
  })

  test('a second one of one request is told of the first', () => {
    received()
    note(hosting)
    close('filed')
    const { fileId } = files()[0]!
    const draft = (form: string) =>
      office.pure.view('document.draft', 'agent1', { what: { kind: 'accuse', fileId, form } })
    expect(draft('ar').acknowledgedOn).toBe(today)
    expect(draft('aee').acknowledgedOn).toBeUndefined()
    expect(
      office.pure.view('document.draft', 'agent1', {
        what: { kind: 'accuse', fileId: office.open(), form: 'ar' },
      }).acknowledgedOn,
    ).toBeUndefined()
  })
})

describe('a receipt says why it is no acknowledgement', () => {
  test.each([
    ['legalisation', 'notDue', 'Accusé de réception non requis : CRPA, art. R112-4, 2°.'],
    ['pacs', 'notDue', 'Les partenaires font une déclaration conjointe, que l’officier enregistre'],
    ['cni', 'notDue', 'L’accusé de réception est délivré par l’autorité compétente (CRPA, art. L114-4)'],
    ['urbanisme', 'incomplete', 'les délais de recours ne vous sont pas opposables (CRPA, art. L112-6)'],
  ])('%s', (procedureId, acknowledgement, sentence) => {
    received()
    note({ procedureId, label: 'Une demande', pieces: [{ label: 'Lettre', state: 'presented' }] })
    expect(end('filed')).toMatchObject({ documents: ['recepisse'], acknowledgement })
    expect(kinds(close('filed'))).toEqual(['recepisse'])
    expect(lastText()).toContain(sentence)
  })

  test('information and what is handed over require no paper, and lack nothing', () => {
    received()
    note(hosting)
    const nothing = { documents: [], acknowledgement: 'notDue', lacks: [] }
    for (const outcome of ['information', 'handedOver']) expect(end(outcome)).toEqual({ outcome, ...nothing })
    expect(end('assisted')).toEqual({ outcome: 'assisted', ...nothing, onFile: 'opens' })
    expect(() => end('refused'), 'a refusal is no end').toThrow('no end')
  })

  test('looking at the ends changes nothing', () => {
    received()
    note(hosting)
    const before = office.pure.office
    end('filed')
    expect(office.pure.office).toBe(before)
    expect(files()).toEqual([])
  })
})

describe('a receipt on request', () => {
  test('is given while the pieces are shown, and lists them', () => {
    expect(refusalOf(issueIt({ kind: 'recepisse', ticketId: null }))).toBe('nobodyServed')
    received()
    note(hosting)
    expect(given(issueIt({ kind: 'recepisse', ticketId: null })).output).toMatchObject({
      number: 'RD-2026-1',
    })
    expect(lastFacts()).toMatchObject({
      outcome: 'filed',
      acknowledgement: { how: 'incomplete' },
    })
    expect(titled('presented')).toEqual(['Formulaire d’attestation, rempli et signé en mairie'])
    expect('file' in lastFacts(), 'no file is open yet').toBe(false)
  })

  test('is given later the same day, of the ticket, with its file', () => {
    received()
    note(hosting)
    const { ticketId } = current().ticket
    close('filed')
    given(issueIt({ kind: 'recepisse', ticketId }))
    expect(lastFacts()).toMatchObject({ file: 'DO-2026-1', acknowledgement: { how: 'before' } })
  })

  test('names what was asked, and is of a filing', () => {
    received()
    note({ procedureId: 'autre' })
    expect(refusalOf(issueIt({ kind: 'recepisse', ticketId: null }))).toBe('labelMissing')
    note({ label: 'Un conseil' })
    const { ticketId } = current().ticket
    close('information')
    expect(issueIt({ kind: 'recepisse', ticketId })).toMatchObject({
      refusal: 'mentionMissing',
      details: ['outcome'],
    })
    office.pure.personal.closedSheets.clear()
    expect(refusalOf(issueIt({ kind: 'recepisse', ticketId }))).toBe('nothingToIssue')
  })
})

describe('the attestation of census (C. service national L113-2)', () => {
  const what = { kind: 'recensement', birthPlace: 'Melun', domicile: '3 rue du Pré, 77590 Chartrettes' }
  const young = (firstName: string) => ({
    procedureId: 'recensement',
    person: { familyName: 'Nuñez', firstName, birthDate: '2010-02-27' },
  })

  test('is of the person on the sheet, and of that procedure alone', () => {
    expect(refusalOf(issueIt(what))).toBe('nobodyServed')
    received()
    note({ procedureId: 'cni', person: young('Léa').person })
    expect(refusalOf(issueIt(what))).toBe('nothingToIssue')
    note(young('Léa'))
    expect(given(issueIt(what)).output.number).toBe('AC-2026-1')
    expect(lastFacts()).toMatchObject({
      addressee: { familyName: 'Nuñez', firstName: 'Léa' },
      birthDate: '2010-02-27',
      birthPlace: 'Melun',
      filedOn: today,
    })
  })

  test('is of no child under sixteen, nor of anybody from twenty-five (R111-1, L113-4)', () => {
    received()
    const born = (birthDate: string) => {
      note({ procedureId: 'recensement', person: { familyName: 'Nuñez', firstName: 'Léa', birthDate } })
      return refusalOf(issueIt(what))
    }
    const [tooYoung, sixteen] = ['2010-03-04', '2010-03-03']
    const [last, tooOld] = ['2001-03-04', '2001-03-03']
    expect([tooYoung, tooOld, '1960-01-01'].map(born)).toEqual(Array(3).fill('notOfCensusAge'))
    expect(born(sixteen)).toBeUndefined()
    expect(born(last), 'of age, and given already').toBe('noDuplicate')
  })

  test('lacks what the sheet or the declaration does not say', () => {
    received()
    note({ procedureId: 'recensement', person: { familyName: 'Nuñez' } })
    expect(issueIt({ ...what, birthPlace: null, domicile: null })).toMatchObject({
      refusal: 'mentionMissing',
      details: ['fullName', 'birthDate', 'birthPlace', 'domicile'],
    })
  })

  test('has no duplicate, but a misprint is put right before it is handed over, and not after', () => {
    received()
    note(young('Léa'))
    const { documentId } = given(issueIt(what)).output
    expect(refusalOf(issueIt(what))).toBe('noDuplicate')
    expect(refusalOf(office.act('document.duplicate', { documentId }))).toBe('noDuplicate')
    const changes = {
      addressee: { familyName: 'Nuñez', firstName: 'Léa Marie', usageName: null, contact: null },
    }
    const correct = (of: string) =>
      office.act('document.correct', { documentId: of, changes, reason: 'Second prénom oublié' })
    const again = given(correct(documentId)).output
    expect(again.number).toBe('AC-2026-2')
    expect(lastFacts()).toMatchObject({
      addressee: { firstName: 'Léa Marie' },
      relates: { how: 'correction', number: 'AC-2026-1' },
    })
    expect(refusalOf(issueIt(what)), 'the one put right is there').toBe('noDuplicate')
    given(office.act('document.handOver', { documentId: again.documentId, means: 'counter', to: 'self' }))
    expect(refusalOf(correct(again.documentId))).toBe('documentHandedOver')
  })

  test('of twins are two: each has a request of their own in the visit', () => {
    received()
    note(young('Léa'))
    given(office.act('visit.addService', { serviceId: 'titres' }))
    given(issueIt(what))
    close('filed')
    note(young('Luc'))
    given(issueIt(what))
    expect(refusalOf(issueIt(what))).toBe('noDuplicate')
  })
})

describe('town planning and stay', () => {
  const answers = { genre: 'maison', secteur: 'ordinaire' }
  const receipt = (fileId: string, permit = 'house') =>
    issueIt({ kind: 'urbanisme', fileId, registration: 'PC 077 186 26 00012', permit })

  test.each([
    ['déclaration', 'declaration', '2026-04-03'],
    ['maison', 'house', '2026-05-03'],
    ['démolir', 'demolition', '2026-05-03'],
    ['autre permis', 'other', '2026-06-03'],
  ])('the day of a tacit permit is of its kind (C. urb. R*423-23): %s', (genre, permit, tacitOn) => {
    const fileId = office.open({ procedureId: 'urbanisme', answers: { ...answers, genre } })
    given(receipt(fileId, permit))
    expect(lastFacts()).toMatchObject({ tacitOn, excluded: false, electronic: false })
    expect(office.shown(fileId).clock?.on, 'the clock of the file says the same').toBe(tacitOn)
  })

  test('the receipt of a declaration of works speaks of no request, in plain words and in each language', () => {
    const declared = { procedureId: 'urbanisme', answers: { ...answers, genre: 'déclaration' } }
    given(receipt(office.open({ ...declared, channel: 'email' }), 'declaration'))
    const facts = lastFacts()
    const { sections, notes } = plainContent(draftContent(facts), facts)
    expect(notes.join(' ')).toContain('sous réserve que la déclaration soit complète')
    expect(JSON.stringify([sections[0], notes])).not.toMatch(/votre demande|la demande|une demande/i)
    for (const [lang, word] of [
      ['en', 'declaration'],
      ['es', 'declaración'],
      ['ar', 'تصريحًا'],
      ['uk', 'декларацію'],
    ] as const)
      expect(summaryIn(lang, facts, 'RU-2026-1'), lang).toMatchObject({
        lines: { 0: expect.stringContaining(word) },
      })
  })

  test('no kind is said against the file’s own, no tacit permit where it is excluded, and of nothing else', () => {
    const fileId = office.open({ procedureId: 'urbanisme', answers, channel: 'email' })
    expect(receipt(fileId, 'declaration')).toEqual({ refusal: 'datesMixedUp' })
    given(receipt(office.open({ procedureId: 'urbanisme', answers: { ...answers, secteur: 'exclu' } })))
    expect(lastFacts()).toMatchObject({ excluded: true, tacitOn: '2026-05-03' })
    given(receipt(fileId))
    expect(lastFacts()).toMatchObject({ electronic: true })
    expect(refusalOf(receipt(office.open()))).toBe('nothingToIssue')
  })

  test('a paper of stay is not of an office that only collects, nor of another procedure', () => {
    const stay = { kind: 'sejour', paper: 'recepisse', until: '2026-06-02' }
    expect(refusalOf(issueIt({ ...stay, fileId: office.open({ procedureId: 'sejour' }) }))).toBe(
      'officeDoesNotDecide',
    )
    expect(refusalOf(issueIt({ ...stay, fileId: office.open() }))).toBe('nothingToIssue')
    expect(refusalOf(issueIt({ ...stay, until: '2026-03-02', fileId: null }))).toBe('datesMixedUp')
    expect(refusalOf(issueIt({ ...stay, paper: 'depositAttestation', fileId: null }))).toBe('datesMixedUp')
    received()
    note({ procedureId: 'sejour', person: { familyName: 'Diallo' } })
    expect(refusalOf(issueIt({ ...stay, fileId: null }))).toBe('officeDoesNotDecide')
  })
})
