import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { cp, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compileRules, rulesFolder } from '../../../electron/host/law/compiling.ts'
import { ficheXml } from '../../fixtures/fiche.ts'
import { guichet } from '../../fixtures/insideCommand.ts'

let folder: string
let xml: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-fiche-'))
  xml = join(folder, 'F99901.xml')
  writeFileSync(xml, ficheXml)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The command line as an office's service runs it. */
const fiche = async (...args: string[]) => {
  const { code, out, err } = await guichet(['fiche', ...args])
  return { code, stdout: out, stderr: err }
}

const countsLine =
  '10 lignes de pièces (7 pièces), 1 montant, 1 cerfa, 1 référence, 2 délais en phrases, 8 passages non lus'

test('a fiche is shown beside the draft that comes of it, in French', async () => {
  const { code, stdout, stderr } = await fiche('import', xml)
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toContain('F99901 · Carte d’essai d’un usager')
  expect(stdout).toContain(countsLine)
  const lines = stdout.split('\n')
  const line = lines.find((one) => one.includes('Ancienne carte'))
  expect(line).toMatch(/Ancienne carte +│ Ancienne carte$/)
  expect(stdout).toContain('[à valider]')
  expect(stdout).not.toContain('[validé')
})

test('« --json » gives the fiche, the draft and the counts, one line a fiche', async () => {
  const { code, stdout } = await fiche('import', xml, xml, '--json')
  expect(code).toBe(0)
  const lines = stdout.trimEnd().split('\n')
  expect(lines).toHaveLength(2)
  expect(JSON.parse(lines[0]!)).toMatchObject({
    fichier: 'F99901.xml',
    compte: { pièces: 10, piècesDistinctes: 7, montants: 1, cerfa: 1, références: 1 },
    fiche: { id: 'F99901' },
    brouillon: { brouillon: 'fiche', procédure: 'f99901', titre: { état: 'à valider' } },
  })
})

test('what is no fiche is named with a sentence, and the others are read all the same', async () => {
  const broken = join(folder, 'cassé.json')
  const bomb = join(folder, 'bombe.xml')
  writeFileSync(broken, '{"id": "F1"')
  writeFileSync(bomb, '<!DOCTYPE a [<!ENTITY b "c">]><Publication>&b;</Publication>')
  const { code, stdout, stderr } = await fiche('import', broken, xml, bomb, '--json')
  expect(code).toBe(1)
  expect(stdout.trimEnd().split('\n')).toHaveLength(1)
  expect(stderr.trimEnd().split('\n')).toEqual([
    `« ${broken} » n’est pas du JSON valide.`,
    `« ${bomb} » déclare un DOCTYPE : refusé, une fiche n’en a pas et des entités sans fin s’y cachent (ligne 1).`,
  ])
})

test.each([[[]], [['import']], [['import', 'a.xml', '--couleur']], [['rule', 'a.yaml']], [['effacer', 'a']]])(
  'a command that is not understood says how it is written: %j',
  async (args) => {
    const { code, stderr } = await fiche(...args)
    expect([code, stderr.split('\n')[0]]).toEqual([2, 'Usage : guichet fiche <commande>'])
  },
)

describe('from a fiche to a rule', () => {
  let out: string
  let draft: string
  beforeAll(async () => {
    out = join(folder, 'sortie')
    draft = join(out, 'F99901.brouillon.yaml')
    await fiche('import', xml, '--out', out)
  })

  test('the draft and a page to print are written, and never written over', async () => {
    expect(readdirSync(out).toSorted()).toEqual(['F99901.brouillon.yaml', 'F99901.rapport.html'])
    const page = readFileSync(join(out, 'F99901.rapport.html'), 'utf8')
    expect(page).toContain('<html lang="fr">')
    expect(page).toContain('<td>Pièces à fournir : Ancienne carte')
    expect(page).toContain('Licence Ouverte 2.0')
    expect(page).not.toMatch(/<script|src=|href=/)
    const before = readFileSync(draft, 'utf8')
    const again = await fiche('import', xml, '--out', out)
    expect(again.code).toBe(1)
    expect(again.stderr).toContain('contient déjà cette démarche')
    expect(readFileSync(draft, 'utf8')).toBe(before)
  })

  test('while a part waits there is no rule; validated by a person, it is one that the compiler takes', async () => {
    const refused = await fiche('rule', draft, '--from', '2026-12-01')
    expect(refused.code).toBe(1)
    expect(refused.stdout).toBe('')
    expect(refused.stderr).toContain('ne peut pas servir')

    const left = await fiche('validate', draft)
    const ids = (left.stdout.split(' : ')[1] ?? '').trim().split(', ')
    expect(ids).toContain('en-tete-silence')
    const first = ids[0] ?? ''
    const one = await fiche('validate', draft, '--by', 'Mme Ndiaye', '--part', first)
    expect(one.stdout).toContain(`Reste à valider (${ids.length - 1})`)
    expect(readFileSync(draft, 'utf8')).toMatch(/état: validé par Mme Ndiaye le \d{4}-\d{2}-\d{2}/)
    expect((await fiche('rule', draft, '--from', '2026-12-01')).code).toBe(1)

    const all = await fiche(
      'validate',
      draft,
      '--by',
      'M. Roy',
      ...ids.slice(1).flatMap((id) => ['--part', id]),
    )
    expect(all.stdout).toBe('Toutes les parties ont été validées.\n')

    const rules = join(folder, 'règles')
    await mkdir(rules)
    for (const part of ['rules', 'sources', 'consignes'])
      await cp(join(rulesFolder, part), join(rules, part), { recursive: true })
    const made = await fiche('rule', draft, '--from', '2026-12-01', '--out', rules)
    expect([made.code, made.stderr]).toEqual([0, ''])
    const { outputs, problems } = await compileRules(rules)
    expect(problems).toEqual([])
    expect([...outputs.keys()]).toContain('f99901-1.json')
  })

  test('a part that does not exist, or no name, validates nothing', async () => {
    const before = readFileSync(draft, 'utf8')
    const strange = await fiche('validate', draft, '--by', 'M. Roy', '--part', 'piece-99')
    expect([strange.code, strange.stderr]).toEqual([
      1,
      `« ${draft} » n’a pas de partie « piece-99 ». Rien n’a changé.\n`,
    ])
    expect((await fiche('validate', draft, '--part', 'titre')).code).toBe(2)
    expect(readFileSync(draft, 'utf8')).toBe(before)
  })

  test.each([
    ['brouillon: [', 'n’est pas du YAML valide (ligne 1).'],
    ['brouillon: fiche\n', 'n’est pas un brouillon de fiche'],
    ['a: &a [1]\nb: [*a, *a]\n', 'n’est pas un brouillon de fiche'],
  ])('a damaged draft is refused by a sentence: %j', async (text, sentence) => {
    const damaged = join(folder, 'abîmé.yaml')
    writeFileSync(damaged, text)
    const { code, stderr } = await fiche('rule', damaged, '--from', '2026-12-01')
    expect(code).toBe(1)
    expect(stderr).toContain(sentence)
  })
})
