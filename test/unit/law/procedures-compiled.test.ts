import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileRules, rulesFolder } from '../../../electron/host/law/compiling.ts'
import { LocalDate, ProcedureId } from '../../../shared/contract/ids.ts'
import { searchable } from '../../../shared/contract/letters.ts'
import { Language } from '../../../shared/contract/text.ts'
import { assess } from '../../../shared/procedures/assess.ts'
import {
  RuleSet,
  allProcedures,
  compiledSet,
  procedureFrom,
  procedureOn,
  proceduresOf,
  shippedCatalogue,
} from '../../../shared/procedures/catalogue.ts'
import { yearsBefore } from '../../../shared/procedures/engine.ts'
import { sourceOf } from '../../../shared/procedures/sources.ts'
import { ruleVersion } from '../../../shared/procedures/version.ts'

const on = (text: string) => LocalDate.parse(text)
const { articles } = shippedCatalogue().procedures[0]!
const cniId = ProcedureId.parse('cni')

describe('the committed rules', () => {
  test('are what the compiler gives: run « node electron/host/law/compile.ts » after a change', async () => {
    const { outputs, problems } = await compileRules()
    expect(problems).toEqual([])
    const versions = shippedCatalogue().procedures.map(
      ({ procedureId, version }) => `${procedureId}-${version}.json`,
    )
    expect([...outputs.keys()].toSorted()).toEqual(
      [...versions, 'consignes.json', 'headers.json', 'index.ts', 'sources.json'].toSorted(),
    )
    for (const [name, text] of outputs)
      expect([name, await readFile(join(rulesFolder, 'compiled', name), 'utf8')]).toEqual([name, text])
  })

  test('have the shape that packages are checked against: what is shipped is not read twice at each start', () => {
    expect(RuleSet.parse(compiledSet())).toEqual(compiledSet())
  })

  test('are the same when each is read in its time as when all are read together', () => {
    expect(shippedCatalogue().procedures).toEqual(proceduresOf(compiledSet()))
  })

  test('cite articles as the official base has them', async () => {
    expect(sourceOf(articles, 'crpa-r113-10')).toMatchObject({
      legi: 'LEGIARTI000031370031',
      confidence: 'verifie',
      validFrom: '2016-01-01',
    })
    expect(sourceOf(articles, 'decret-55-1397-4')).toMatchObject({
      legi: 'LEGIARTI000034729485',
      confidence: 'aConfirmer',
    })
    expect(sourceOf(articles, 'constructor')).toBeUndefined()
  })
})

describe('a rule file with a mistake', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'guichet-rules-'))
    for (const part of ['rules/cni', 'sources'])
      await cp(join(rulesFolder, part), join(folder, part), { recursive: true })
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const broken = async (from: string, to: string) => {
    const path = join(folder, 'rules/cni/1.yaml')
    const sound = await readFile(path, 'utf8')
    await writeFile(path, sound.replace(from, to))
    const compiled = await compileRules(folder)
    await writeFile(path, sound)
    return compiled
  }

  test('compiles to nothing, and names the rule', async () => {
    const { outputs, problems } = await broken("ancienne carte = 'perdue'", "ancienne carte = 'perdu'")
    expect(outputs.size).toBe(0)
    expect(problems).toMatchObject([{ rule: 'cni . carte perdue', trap: 'énumérationInconnue' }])
  })

  test('of syntax is named with its line', async () => {
    const { problems } = await broken('cni . photo:', 'cni . timbre:')
    expect(problems[0]?.message).toMatch(/^ligne \d+ : /)
  })
})

describe('versions', () => {
  test('a filing falls under the version of its day, and under none before the first', () => {
    expect(procedureOn(shippedCatalogue(), cniId, on('2024-01-01'))?.version).toBe('1')
    expect(procedureOn(shippedCatalogue(), cniId, on('2023-12-31'))).toBeUndefined()
    expect(
      procedureOn(shippedCatalogue(), ProcedureId.parse('constructor'), on('2026-03-03')),
    ).toBeUndefined()
  })

  test('« Autre démarche » is there for all the rest, last', () => {
    expect(
      allProcedures(shippedCatalogue(), on('2026-03-03')).map(({ procedureId }) => procedureId),
    ).toSatisfy((ids: readonly string[]) => ids.at(-1) === 'autre' && ids.includes('cni'))
    expect(procedureOn(shippedCatalogue(), ProcedureId.parse('autre'), on('2020-01-01'))?.version).toBe('1')
  })

  test('titles and what to bring speak every language of the kiosk', () => {
    for (const { title, bring } of allProcedures(shippedCatalogue(), on('2026-03-03')))
      for (const text of [title, ...bring.flatMap((one) => [one.title, ...(one.detail ? [one.detail] : [])])])
        expect(Object.keys(text).toSorted(), text.fr).toEqual(Language.options.toSorted())
  })

  test('nothing is to be brought that the same version says is not required, or may not be asked', () => {
    const small = new Set('UN UNE LE LA L LES DE DU DES D ET OU A AU AUX VOTRE VOS CHAQUE'.split(' '))
    const words = (title: string) =>
      searchable(title)
        .split(' ')
        .filter((word) => !small.has(word))
    const spared = shippedCatalogue().procedures.flatMap(({ procedureId, rules, bring }) =>
      Object.values(rules).flatMap((rule) => {
        if (!rule?.titre || !/^'(dispensée|interdite)'$/.test(String(rule['valeur']))) return []
        const piece = new Set(words(rule.titre))
        return bring
          .filter(({ title }) => words(title.fr).every((word) => piece.has(word)))
          .map(({ title }) => `${procedureId}: ${title.fr} / ${rule.titre}`)
      }),
    )
    expect(spared).toEqual([])
  })

  test('the hash keeps when keys move and changes with any word', () => {
    const cni = procedureOn(shippedCatalogue(), cniId, on('2026-03-03'))
    if (cni === undefined) throw new Error('no rules')
    const { hash } = ruleVersion(cni)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    const turned = Object.fromEntries(Object.entries(cni.rules).toReversed())
    expect(ruleVersion(procedureFrom(turned)).hash).toBe(hash)
    const edited = structuredClone(cni.rules)
    const photo = edited['cni . photo']
    if (photo !== undefined) photo.titre = 'Photo de moins de 5 mois'
    expect(ruleVersion(procedureFrom(edited)).hash).not.toBe(hash)
  })
})

describe('dates in rules', () => {
  test.each([
    ['2026-03-03', 5, '2021-03-03'],
    ['2028-02-29', 5, '2023-02-28'],
    ['2028-02-29', 4, '2024-02-29'],
  ])('%s, %i years before, is %s', (date, years, expected) => {
    expect(yearsBefore(on(date), years)).toBe(expected)
  })

  const sources = ['crpa-l110-1']
  const autre = procedureOn(shippedCatalogue(), ProcedureId.parse('autre'), on('2026-03-03'))
  const dated = procedureFrom({
    ...autre?.rules,
    'il y a 5 ans': { titre: 'cinq ans avant', _g: { genre: 'injecté' } },
    'autre . fin': {
      titre: 'Fin de validité',
      question: 'Quelle fin de validité ?',
      _g: { genre: 'question', id: 'fin', options: [], pourquoi: 'Elle compte.', sources },
    },
    'autre . récent': {
      titre: 'titre récent',
      valeur: 'fin > il y a 5 ans',
      _g: { genre: 'motif', 'si faux': 'titre ancien', sources },
    },
    'autre . acte': {
      titre: 'Acte',
      variations: [{ si: 'récent', alors: "'dispensée'" }, { sinon: "'requise'" }],
      _g: { genre: 'pièce', id: 'acte', pourquoi: 'Titre ancien.', sources },
    },
  })
  const status = (fin: string) =>
    assess(dated, { date: on('2026-03-03'), answers: { fin }, pieces: [] }).pieces.at(-1)?.status

  test('a title expired for five years to the day is too old, a day less is not', () => {
    expect([status('2021-03-03'), status('2021-03-04')]).toEqual(['required', 'notRequired'])
  })

  test('a day that cannot be is no answer: the question stays', () => {
    expect(status('2021-02-30')).toBe('unknown')
    expect(assess(dated, { date: on('2026-03-03'), answers: {}, pieces: [] }).question?.kind).toBe('date')
  })
})
