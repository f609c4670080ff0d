import { fc, test as property } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import { assess } from '../../../shared/procedures/assess.ts'
import { anyAnswers, anyWhole, everyProcedure, situation } from './procedureCases.ts'

const cni = everyProcedure.find(({ procedure }) => procedure.procedureId === 'cni') ?? missing()
function missing(): never {
  throw new Error('no rules for the identity card')
}
const runs = fc.readConfigureGlobal().numRuns ?? 100
const seen = (answers: Readonly<Record<string, string>>) => assess(cni.procedure, situation(cni, answers, {}))

describe('whatever the situation, for an identity card', () => {
  property.prop([anyAnswers(cni)], { numRuns: runs })(
    'everyone proves a domicile: by paper, by election, or through a supplier',
    (answers) => {
      const byPaper = seen(answers).pieces.some(
        ({ pieceId, domicile, status }) =>
          status === 'required' && (domicile || pieceId === 'election-domicile'),
      )
      expect(byPaper || answers['logement'] === 'fournisseur').toBe(true)
    },
  )

  property.prop([anyAnswers(cni)], { numRuns: runs })(
    'R113-5 dispenses from nothing here: R113-9 excludes it for this card',
    (answers) => {
      const cited = seen(answers).pieces.flatMap(({ sources }) => sources.map(({ sourceId }) => sourceId))
      expect(cited).not.toContain('crpa-r113-5')
    },
  )

  property.prop([anyWhole(cni)], { numRuns: runs })(
    'the stamp, the price and the declaration go together',
    (answers) => {
      const { pieces, fee } = seen(answers)
      const ids = new Set<string>(pieces.map(({ pieceId }) => pieceId))
      const declared = ids.has('declaration-perte') || ids.has('declaration-vol')
      expect(ids.has('timbre')).toBe(declared)
      const tariff: Readonly<Record<string, number>> = { entier: 2500, Guyane: 1250, gratuit: 0 }
      expect(fee?.cents).toBe(declared ? tariff[answers['tarif'] ?? ''] : 0)
    },
  )
})
