import { describe, expect, it } from 'vitest'
import { shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { packaged, tried } from '../../fixtures/triedPackage.ts'

describe('what a package would change', () => {
  it('is nothing when it says the same', async () => {
    const { situations, changed, differences: pieces } = await tried(packaged('recensement'))
    expect(situations).toBeGreaterThan(0)
    expect([changed, pieces]).toEqual([0, []])
  })

  it('is told situation by situation, in words, for each piece that moves', async () => {
    const {
      changed,
      situations,
      differences: pieces,
    } = await tried(packaged('recensement', (text) => text.replaceAll("'requise'", "'dispensée'")))
    // Young people of sixteen to twenty-five, and others: the rules' own days are tried on each side.
    expect(changed).toBeGreaterThan(0)
    expect(changed).toBeLessThan(situations)
    expect(new Set(pieces.map(({ before, after }) => `${before} → ${after}`))).toEqual(
      new Set(['exigée → non exigible']),
    )
    for (const { situation } of pieces) expect(situation).toMatch(/ : /)
  })

  it('of a procedure that the office did not have is all its sentences, compared with nothing', async () => {
    const before = {
      procedures: shippedCatalogue().procedures.filter(({ procedureId }) => procedureId !== 'recensement'),
    }
    const { changed, changes } = await tried(packaged('recensement'), before)
    expect(changed).toBe(0)
    expect(changes).toMatchObject([{ procedureId: 'recensement', isNew: true, drawn: false }])
    expect(changes[0]?.changes.length).toBeGreaterThan(20)
    expect(changes[0]?.changes.every((one) => one.before === null && one.after !== null)).toBe(true)
  })
})
