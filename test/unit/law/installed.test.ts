import { describe, expect, test } from 'vitest'
import { LocalDate, ProcedureId } from '../../../shared/contract/ids.ts'
import { type Catalogue, procedureOn, shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import type { ConsigneEntry } from '../../../shared/procedures/consignes.ts'
import type { RuleFile } from '../../../shared/procedures/format.ts'
import { withPackage } from '../../../shared/procedures/installed.ts'
import type { RulePackage } from '../../../shared/procedures/package.ts'

const cni = ProcedureId.parse('cni')
const shipped = shippedCatalogue()
const on = (catalogue: Catalogue, date: string) => procedureOn(catalogue, cni, LocalDate.parse(date))

/** The card's rules as an office changes them: from that day, under that version. */
function changed(version: string, from: string): RuleFile {
  const rules = structuredClone(on(shipped, '2026-03-03')!.rules)
  const header = rules['cni']!._g
  if (header.genre === 'procédure') {
    header.version = version
    header.du = LocalDate.parse(from)
  }
  return rules
}

function packaged(
  procedures: RuleFile[],
  consignes: ConsigneEntry[] = [],
  reviewBy = '2030-01-01',
): RulePackage {
  return {
    format: 'guichet-regles/1',
    manifest: {
      name: 'Règles de la ville',
      version: '1',
      issuer: 'Service juridique',
      issuedOn: LocalDate.parse('2026-03-01'),
      reviewBy: LocalDate.parse(reviewBy),
      notes: '',
    },
    set: { procedures, sources: {}, consignes },
    publicKey: '0'.repeat(64),
    signature: '0'.repeat(128),
  }
}

const instruction = (id: string, texte: string): ConsigneEntry => ({
  id,
  émetteur: 'Préfecture',
  du: LocalDate.parse('2026-01-01'),
  au: null,
  titre: 'Consigne',
  texte,
  procédures: [cni],
  pièces: [],
  contre: [],
  sources: ['crpa-l114-5'],
})

describe('a published package', () => {
  test('holds from its own day; the day before is the version before’s', () => {
    const after = withPackage(shipped, packaged([changed('2', '2026-04-01')]))
    expect([on(after, '2026-03-31')?.version, on(after, '2026-04-01')?.version]).toEqual(['1', '2'])
    expect(on(shipped, '2026-04-01')?.version, 'nothing of the catalogue before is changed').toBe('1')
  })

  test('a later one replaces what would have begun after it', () => {
    const first = withPackage(shipped, packaged([changed('2', '2026-06-01')]))
    const second = withPackage(first, packaged([changed('3', '2026-05-01')]))
    const versions = ['2026-04-30', '2026-05-01', '2026-06-01'].map((date) => on(second, date)?.version)
    expect(versions).toEqual(['1', '3', '3'])
  })

  test('keeps the ministries’ instructions; one said again is the new one', () => {
    const before = on(shipped, '2026-03-03')!.consignes.map(({ id }) => id)
    expect(before.length).toBeGreaterThan(0)
    const added = [instruction(before[0]!, 'Nouvelle rédaction.'), instruction('locale', 'En plus.')]
    const after = on(withPackage(shipped, packaged([changed('2', '2026-03-01')], added)), '2026-03-03')!
    expect(after.consignes.map(({ id }) => id).toSorted()).toEqual([...before, 'locale'].toSorted())
    expect(after.consignes.find(({ id }) => id === before[0])?.texte).toBe('Nouvelle rédaction.')
  })

  test('an instruction alone bears on the version in force', () => {
    const after = on(withPackage(shipped, packaged([], [instruction('locale', 'Seule.')])), '2026-03-03')!
    expect([after.version, after.consignes.some(({ id }) => id === 'locale')]).toEqual(['1', true])
  })

  test('past its own date of review, its checklists are « à vérifier », whatever the file says', () => {
    const after = on(
      withPackage(shipped, packaged([changed('2', '2026-03-01')], [], '2026-03-02')),
      '2026-03-03',
    )!
    expect(after.reviewBy).toBe('2026-03-02')
  })
})
