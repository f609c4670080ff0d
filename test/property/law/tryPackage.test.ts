import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { withPackage } from '../../../shared/procedures/installed.ts'
import { sound } from '../../fixtures/soundRules.ts'
import { packageOf, packaged, tried } from '../../fixtures/triedPackage.ts'

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

  it('is tried on situations drawn where there are too many, the same each time', async () => {
    // Two questions of nine answers beside those of the sound rules: more situations than are tried.
    const values = Array.from({ length: 9 }, (_, at) => `v${at}`)
    const asked = ['un', 'deux'].map(
      (id) => `
essai . ${id}:
  titre: ${id}
  question: ${id} ?
  une possibilité: [${values.map((value) => `"'${value}'"`).join(', ')}]
  _g: { genre: question, id: ${id}, options: [${values.map((value) => `{ valeur: ${value}, titre: ${value} }`).join(', ')}], pourquoi: Voilà., sources: [texte] }
essai . pièce ${id}:
  titre: pièce ${id}
  variations:
    - si: ${id} = 'v3'
      alors: "'dispensée'"
    - sinon: "'requise'"
  _g: { genre: pièce, id: piece-${id}, pourquoi: Voilà., sources: [texte] }`,
    )
    const rules = [sound, ...asked].join('').replaceAll('[texte]', '[crpa-r113-8]')
    const next = rules
      .replace("version: '1'", "version: '2'")
      .replace('2026-01-01', '2026-03-03')
      .replaceAll("'requise'", "'dispensée'")
    const before = withPackage(shippedCatalogue(), packageOf(parse(rules)))
    const made = packageOf(parse(next))
    const [one, other] = [await tried(made, before), await tried(made, before)]
    expect(one.changes).toMatchObject([{ procedureId: 'essai', drawn: true }])
    expect(one.situations).toBeGreaterThan(100)
    expect(one.changed).toBeGreaterThan(0)
    expect(one).toEqual(other)
  })
})
