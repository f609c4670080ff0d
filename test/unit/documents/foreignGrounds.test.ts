import { describe, expect, test } from 'vitest'
import { procedureOn, shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { refusalRules } from '../../../shared/procedures/refusals.ts'
import { FilesOffice } from '../../fixtures/filesOffice.ts'

// A list that a text closes takes none of the grounds of another procedure, whoever wrote the refusal; and what was refused
// on a list stays of the procedure that has it.

const today = '2026-03-03'
const elsewhere = { issuer: 'Un autre logiciel', number: '12' }
const catalogue = shippedCatalogue()
const lists = [...new Set(catalogue.procedures.map(({ procedureId }) => procedureId))].flatMap(
  (procedureId) => {
    const procedure = procedureOn(catalogue, procedureId, today as never)
    const rules = procedure ? refusalRules(procedure) : null
    return rules
      ? [{ procedureId, closed: rules.closed, grounds: rules.grounds.map(({ groundId }) => groundId) }]
      : []
  },
)
const closed = lists.filter((list) => list.closed)
const foreignTo = ({ procedureId, grounds }: (typeof lists)[number]) =>
  lists
    .filter((other) => other.procedureId !== procedureId)
    .flatMap((other) => other.grounds)
    .filter((groundId) => !grounds.includes(groundId))

describe.each(closed)('$procedureId', (list) => {
  const office = new FilesOffice()
  const fileId = office.open({ procedureId: list.procedureId, answers: {} })

  test('is refused on no ground of another procedure', () => {
    const foreign = foreignTo(list)
    expect(foreign.length).toBeGreaterThan(10)
    for (const groundId of foreign) {
      const ground = { groundId, said: {} }
      const decided = { fileId, decision: 'refused', on: today, ground }
      for (const by of ['office', 'authority'])
        expect(office.act('file.decide', { ...decided, by, elsewhere }), groundId).toMatchObject({
          refusal: 'groundNotAllowed',
        })
      const facts = 'Le logement présenté mesure huit mètres carrés.'
      expect(
        office.act('document.issue', { what: { kind: 'refus', fileId, facts, law: [], ground } }),
        groundId,
      ).toHaveProperty('refusal')
      expect(office.act('file.keepDraft', { fileId, facts, law: [], ground }), groundId).toMatchObject({
        refusal: 'groundNotAllowed',
      })
    }
  })
})

describe('what was decided of a procedure', () => {
  const refused = () => {
    const office = new FilesOffice()
    const fileId = office.open({ procedureId: null, label: 'Une terrasse' })
    const reason = 'La terrasse occupe tout le trottoir, article 4 du règlement.'
    const decision = { fileId, decision: 'refused', on: today, elsewhere, reason }
    expect(office.act('file.decide', decision)).not.toHaveProperty('refusal')
    return { office, fileId }
  }

  test('is not carried to another, whose list of grounds is closed', () => {
    const { office, fileId } = refused()
    expect(office.act('file.describe', { fileId, procedureId: 'attestation-accueil' })).toEqual({
      refusal: 'fileAlreadyDecided',
    })
  })

  test('lets the rest of the file be put right', () => {
    const { office, fileId } = refused()
    expect(office.act('file.describe', { fileId, label: 'Une terrasse couverte' })).not.toHaveProperty(
      'refusal',
    )
  })
})
