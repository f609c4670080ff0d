import { describe, expect, test } from 'vitest'
import { LocalDate, PieceId } from '../../../shared/contract/ids.ts'
import type { SeenTitle, TickedPiece } from '../../../shared/procedures/answers.ts'
import { assess } from '../../../shared/procedures/assess.ts'
import { type Procedure, procedureFrom, shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { dispensedBy, dispenses } from '../../../shared/procedures/dispenses.ts'
import type { PieceNature } from '../../../shared/procedures/format.ts'
import { trace } from '../../../shared/procedures/trace.ts'

const date = LocalDate.parse('2026-03-03')
const { articles } = shippedCatalogue().procedures[0]!
const autre = shippedCatalogue().procedures.find(({ procedureId }) => procedureId === 'autre')!

/** A procedure that asks one piece of that nature, beside the papers that the table of R113-5 knows. */
function asking(nature: PieceNature, applies: 'oui' | 'non' = 'oui'): Procedure {
  const piece = (id: string, of: PieceNature, valeur: string) => ({
    titre: id,
    valeur: `'${valeur}'`,
    _g: { genre: 'pièce', id, nature: of, pourquoi: 'Exigée ici', sources: ['crpa-l114-5'] },
  })
  const header = structuredClone(autre.rules['autre'])!
  if (header._g.genre === 'procédure') header._g.dispenses['R113-5'] = applies
  return procedureFrom(
    {
      autre: header,
      'autre . demandée': piece('demandee', nature, 'requise'),
      'autre . produite': piece('produite', 'livret de famille', 'dispensée'),
    },
    articles,
  )
}

const seen = (
  procedure: Procedure,
  shown: { readonly identity?: SeenTitle; readonly pieces?: readonly TickedPiece[] } = {},
) =>
  assess(procedure, { date, answers: {}, pieces: [], ...shown }).pieces.find(
    ({ pieceId }) => pieceId === 'demandee',
  )

const title = (kind: string, validUntil: string): { identity: SeenTitle } => ({
  identity: { kind, validUntil: LocalDate.parse(validUntil) },
})
const shown = (...ids: readonly string[]): { pieces: readonly TickedPiece[] } => ({
  pieces: ids.map((id) => ({ pieceId: PieceId.parse(id), state: 'presented' })),
})

describe('the table of CRPA R113-5: what is produced in column A dispenses from column B', () => {
  test.each([
    ['livret de famille', 'acte de mariage des parents'],
    ['livret de famille', 'acte de naissance des parents'],
    ['livret de famille', 'acte de naissance des enfants'],
    ['livret de famille', 'acte de décès'],
    ['livret de famille avec mention', 'certificat de nationalité'],
    ['carte d’identité', 'certificat de nationalité'],
    ['carte d’identité', 'acte de naissance'],
    ['passeport', 'acte de naissance'],
    ['passeport', 'acte de naissance des enfants'],
    ['carte du combattant', 'acte de naissance'],
    ['carte d’invalidité', 'acte de naissance'],
    ['acte de naissance avec mention', 'certificat de nationalité'],
    ['acte de naissance avec mention', 'preuve de nationalité'],
  ] as const)('%s: no « %s »', (produced, from) => {
    expect(dispensedBy(from, new Set([produced]))).toBe(produced)
  })

  test('a passport proves nothing of nationality, and a card nothing of the children', () => {
    expect(dispensedBy('certificat de nationalité', new Set(['passeport']))).toBeUndefined()
    expect(dispensedBy('acte de naissance des enfants', new Set(['carte d’identité']))).toBeUndefined()
  })

  test('nothing dispenses from a proof of domicile: R113-8 is another rule', () => {
    expect(dispenses.every(({ from }) => !from.includes('domicile'))).toBe(true)
  })
})

describe('at the counter', () => {
  test('a valid identity card, seen, strikes the birth certificate, and says by which text', () => {
    expect(seen(asking('acte de naissance'))?.status).toBe('required')
    const struck = seen(asking('acte de naissance'), title('cni', '2026-03-03'))
    expect(struck).toMatchObject({ status: 'notRequired', why: 'Carte d’identité : en dispense' })
    expect(struck?.sources.map(({ label }) => label)).toEqual(['CRPA R113-5'])
  })

  test('« en cours de validité » : the day after its last day, it dispenses from nothing', () => {
    expect(seen(asking('acte de naissance'), title('cni', '2026-03-02'))?.status).toBe('required')
    expect(
      seen(asking('acte de naissance'), { identity: { kind: 'cni', validUntil: null } })?.status,
      'a title whose end nobody read',
    ).toBe('required')
  })

  test('a family book among the pieces strikes the children’s certificates', () => {
    expect(seen(asking('acte de naissance des enfants'), shown('produite'))?.status).toBe('notRequired')
  })

  test('what was shown all the same stays shown', () => {
    expect(seen(asking('acte de naissance des enfants'), shown('produite', 'demandee'))?.status).toBe(
      'required',
    )
  })

  test('where R113-9 sets the table aside, it dispenses from nothing', () => {
    expect(seen(asking('acte de naissance', 'non'), title('cni', '2030-01-01'))?.status).toBe('required')
  })

  test('the reasoning shown says it too', () => {
    const procedure = asking('acte de naissance')
    const lines = trace(
      procedure,
      { date, answers: {}, pieces: [], ...title('passport', '2030-01-01') },
      PieceId.parse('demandee'),
    )
    expect(lines.map(({ text }) => text)).toContain('Passeport : en dispense')
  })
})

test('procedures that R113-9 names are out of the table in the shipped rules', () => {
  for (const id of ['cni', 'passeport', 'sejour', 'copie-acte', 'pacs'])
    for (const { procedureId, header } of shippedCatalogue().procedures)
      if (procedureId === id) expect([id, header.dispenses['R113-5']]).toEqual([id, 'non'])
})
