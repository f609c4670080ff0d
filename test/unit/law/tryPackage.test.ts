import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { differences } from '../../../electron/host/law/tryPackage.ts'
import { shippedCatalogue } from '../../../shared/procedures/catalogue.ts'
import { RuleFile } from '../../../shared/procedures/format.ts'
import { withPackage } from '../../../shared/procedures/installed.ts'
import type { RulePackage } from '../../../shared/procedures/package.ts'

const today = '2026-03-03' as LocalDate

/** A package with one procedure of the shipped rules as its next version, its words changed first. */
function packaged(procedureId: string, change: (text: string) => string = (text) => text): RulePackage {
  const shipped = shippedCatalogue().procedures.find((one) => one.procedureId === procedureId)
  const text = JSON.stringify(shipped?.rules)
    .replace('"version":"1"', '"version":"2"')
    .replace(/"du":"\d{4}-\d{2}-\d{2}"/, `"du":"${today}"`)
  return {
    format: 'guichet-regles/1',
    manifest: {
      name: 'Essai',
      version: '1',
      issuer: 'Essai',
      issuedOn: today,
      reviewBy: '2027-03-03' as LocalDate,
      notes: '',
    },
    set: { procedures: [RuleFile.parse(JSON.parse(change(text)))], sources: {}, consignes: [] },
    publicKey: '0'.repeat(64),
    signature: '',
  }
}

const tried = (made: RulePackage, before = shippedCatalogue()) =>
  differences(before, withPackage(before, made), made, today)

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
    const made = packaged('cni', (text) => text.replaceAll("'requise'", "'dispensée'"))
    const [one, other] = [await tried(made), await tried(made)]
    expect(one.changes).toMatchObject([{ procedureId: 'cni', drawn: true }])
    expect(one.situations).toBeGreaterThan(100)
    expect(one).toEqual(other)
  }, 120_000)
})
