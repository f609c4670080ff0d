import { beforeEach, describe, expect, test } from 'vitest'
import type { LocalDate, ProcedureId } from '../../../shared/contract/ids.ts'
import { shippedCatalogue, type Catalogue } from '../../../shared/procedures/catalogue.ts'
import { RuleFile } from '../../../shared/procedures/format.ts'
import { FilesOffice, given, refusalOf } from '../../fixtures/filesOffice.ts'
import { lackingOn, papersOf } from '../../fixtures/demandDoors.ts'

// A package of rules comes between what was noted and what is done with it: an act kept while the host was away, a sheet
// begun, a file opened, a closing taken back. Every door judges by the rules of the moment.

const shipped = shippedCatalogue()

/** The shipped rules with one text replaced in one procedure. */
function replacing(procedureId: string, change: (rules: string) => string): Catalogue {
  return {
    procedures: shipped.procedures.map((procedure) => {
      if (procedure.procedureId !== (procedureId as ProcedureId)) return procedure
      const before = JSON.stringify(procedure.rules)
      const after = change(before)
      if (after === before) throw new Error('nothing changed')
      const rules = RuleFile.parse(JSON.parse(after))
      const header = Object.values(rules).flatMap(({ _g }) => (_g.genre === 'procédure' ? [_g] : []))[0]!
      return { ...procedure, rules, header }
    }),
  }
}
const without = (procedureId: string): Catalogue => ({
  procedures: shipped.procedures.filter((one) => one.procedureId !== (procedureId as ProcedureId)),
})
/** What everyone had to bring is asked of nobody. */
const nothingRequired = replacing('attestation-accueil', (rules) =>
  rules.replaceAll("'requise'", "'dispensée'").replaceAll("'alternative'", "'dispensée'"),
)
const noGround = replacing('attestation-accueil', (rules) => {
  const all = JSON.parse(rules) as Record<string, { _g: { refus?: { motifs: { id: string }[] } } }>
  for (const { _g } of Object.values(all)) if (_g.refus) _g.refus.motifs = _g.refus.motifs.slice(0, 1)
  return JSON.stringify(all)
})

const missing = { pieceId: 'ressources', state: 'missing' }
let office: FilesOffice
const note = (patch: object) => office.act('sheet.update', patch)
const asksNothing = () => expect(papersOf(office).flatMap(lackingOn)).toEqual([])

beforeEach(() => {
  office = new FilesOffice()
  const delegations = [
    {
      agentId: 'agent1',
      procedures: null,
      from: '2026-01-01',
      until: null,
      act: 'arrêté n° 12',
      capacity: 'deputy',
    },
  ]
  given(office.act('paper.set', { delegations }, 'admin'))
  const remedies = [
    { procedureId: 'attestation-accueil', authority: null, court: '43 rue du Général de Gaulle' },
  ]
  given(office.act('office.setLaw', { exchanges: [], ballots: [], remedies }, 'admin'))
  office.receiveOne()
  given(note({ procedureId: 'attestation-accueil', person: { familyName: 'Sow' } }))
})

describe('a piece that is no longer required', () => {
  test('can lack no more by an act that waited', () => {
    office.pure.catalogue = nothingRequired
    expect(refusalOf(note({ pieces: [missing] }))).toBe('pieceNotRequired')
  })

  test('does not let a visit that noted it end incomplete, nor print it', () => {
    given(note({ pieces: [missing] }))
    office.pure.catalogue = nothingRequired
    expect(refusalOf(office.act('visit.close', { outcome: 'incomplete', dueOn: '2026-06-30' }))).toBe(
      'nothingLacks',
    )
    given(office.act('visit.close', { outcome: 'filed' }))
    asksNothing()
  })

  test('is not asked again after a closing is taken back', () => {
    given(note({ pieces: [missing] }))
    given(office.act('visit.close', { outcome: 'incomplete', dueOn: '2026-06-30' }))
    const before = papersOf(office).length
    office.pure.catalogue = nothingRequired
    given(office.act('counter.undo', {}))
    expect(refusalOf(office.act('visit.close', { outcome: 'incomplete', dueOn: '2026-06-30' }))).toBe(
      'nothingLacks',
    )
    given(office.act('visit.close', { outcome: 'filed' }))
    expect(papersOf(office).slice(before).flatMap(lackingOn)).toEqual([])
  })

  test('is asked of no file by a letter', () => {
    const fileId = office.open()
    office.pure.catalogue = nothingRequired
    const asked = { fileId, pieces: [{ pieceId: 'ressources' }], on: '2026-03-03', dueOn: '2026-06-30' }
    expect(refusalOf(office.act('file.requestPieces', { ...asked, issue: true }))).toBe('pieceNotRequired')
    asksNothing()
  })

  test('asked before is not asked by the acknowledgement given since', () => {
    const fileId = office.open({ pieces: [{ pieceId: 'ressources', state: 'missing' }] })
    office.pure.catalogue = nothingRequired
    given(office.act('document.issue', { what: { kind: 'accuse', fileId, form: 'ar' } }))
    expect(papersOf(office)).toHaveLength(1)
    asksNothing()
  })
})

describe('a ground that the rules no longer have', () => {
  test('founds no refusal that waited', () => {
    const fileId = office.open()
    office.pure.catalogue = noGround
    const refused = office.act('file.decide', {
      fileId,
      decision: 'refused',
      on: '2026-03-03',
      facts: 'L’attestation indique une date fausse.',
      law: [],
      ground: { groundId: 'mentions', said: { mention: 'La date', preuve: 'Le passeport' } },
    })
    expect(refusalOf(refused)).toBe('groundNotAllowed')
  })
})

describe('a procedure that is gone', () => {
  const gone = without('attestation-accueil')

  test('names no request, and asks nothing, by an act that waited', () => {
    office.pure.catalogue = gone
    expect(refusalOf(note({ procedureId: 'attestation-accueil' }))).toBe('unknownProcedure')
    expect(refusalOf(note({ pieces: [missing] }))).toBe('unknownProcedure')
  })

  test('lets its visit end, and its paper asks nothing', () => {
    given(note({ pieces: [missing] }))
    office.pure.catalogue = gone
    expect(refusalOf(office.act('visit.close', { outcome: 'incomplete', dueOn: '2026-06-30' }))).toBe(
      'nothingLacks',
    )
    given(office.act('visit.close', { outcome: 'filed' }))
    asksNothing()
  })

  test('opens no file, and refuses none of those opened', () => {
    const fileId = office.open({ person: { familyName: 'Sow' } })
    office.pure.catalogue = gone
    const opened = office.act('file.open', {
      procedureId: 'attestation-accueil',
      serviceId: 'titres',
      channel: 'post',
      pieces: [],
      receivedOn: '2026-03-03',
    })
    expect(refusalOf(opened)).toBe('unknownProcedure')
    const refused = office.act('file.decide', {
      fileId,
      decision: 'refused',
      on: '2026-03-03',
      facts: 'Les ressources ne sont pas celles qui sont attendues.',
      law: [{ title: 'CESEDA, art. L313-4', said: null }],
    })
    // Nothing says any more how it would be contested.
    expect(refused).toMatchObject({ refusal: 'mentionMissing', details: ['remedies', 'court', 'algorithm'] })
  })
})

describe('a receipt of a file that goes on', () => {
  const why = 'C’est une déclaration, non une demande ; l’acte dressé aussitôt en est la preuve.'
  /** The rules of one procedure change on 4 March. */
  const changed = (procedureId: string, change: (rules: string) => string): Catalogue => ({
    procedures: shipped.procedures.flatMap((one) =>
      one.procedureId === (procedureId as ProcedureId)
        ? [
            { ...one, validTo: '2026-03-03' as LocalDate },
            {
              ...replacing(procedureId, change).procedures.find(
                (other) => other.procedureId === one.procedureId,
              )!,
              version: '2',
              validFrom: '2026-03-04' as LocalDate,
            },
          ]
        : [one],
    ),
  })

  test('says whether an acknowledgement is due, why, and who decides, by the rules of the day of its file', () => {
    office.pure.catalogue = changed('naissance', (rules) =>
      rules.replaceAll(why, 'Une autre raison.').replaceAll('l’officier de l’état civil', 'le procureur'),
    )
    given(
      note({
        procedureId: 'naissance',
        answers: { 'jour-accouchement': '2026-03-02' },
        pieces: [{ pieceId: 'certificat-accouchement', state: 'missing' }],
      }),
    )
    given(office.act('visit.close', { outcome: 'incomplete', dueOn: '2026-03-20' }))
    const fileId = office.pure.office.files.keySeq().first()
    office.act('day.close', {}, 'supervisor')
    office.on('2026-03-05')
    office.receiveOne()
    given(office.act('visit.takeFile', { fileId }))
    given(note({ pieces: [{ pieceId: 'certificat-accouchement', state: 'presented' }] }))
    given(office.act('visit.close', { outcome: 'filed' }))
    const facts = papersOf(office).at(-1)
    if (facts?.kind !== 'recepisse') throw new Error(String(facts?.kind))
    expect(facts.acknowledgement).toMatchObject({ due: false, how: 'notDue', why })
    expect(facts.decides).toBe('l’officier de l’état civil')
  })

  test('says one delay of silence, that of its file, and names the rules that say it', () => {
    office.pure.catalogue = changed('attestation-accueil', (rules) =>
      rules.replace('"sens":"rejet","délai":{"nombre":1,', '"sens":"rejet","délai":{"nombre":3,'),
    )
    given(note({ pieces: [missing] }))
    given(office.act('visit.close', { outcome: 'incomplete', dueOn: '2026-03-20' }))
    const fileId = office.pure.office.files.keySeq().first()
    office.act('day.close', {}, 'supervisor')
    office.on('2026-03-05')
    office.receiveOne()
    given(office.act('visit.takeFile', { fileId }))
    given(note({ pieces: [{ pieceId: 'ressources', state: 'presented' }] }))
    given(office.act('visit.close', { outcome: 'filed' }))
    const facts = papersOf(office).at(-1)
    if (facts?.kind !== 'recepisse') throw new Error(String(facts?.kind))
    expect(facts.silence?.title).toBe('Le silence gardé par le maire pendant 1 mois vaut décision de rejet')
    expect(facts.implicit).toMatchObject({ sense: 'rejet', on: '2026-04-05' })
    expect(facts.rule?.version).toBe('1')
  })
})
