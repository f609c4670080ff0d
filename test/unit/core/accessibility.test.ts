import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { root } from '../../runtime/places.ts'

// The tables of docs/accessibility: each criterion has its verdict and what holds it, and the declaration says no other.

const Verdict = z.enum(['conforme', 'non conforme', 'non applicable'])
const line = {
  numero: z.string().regex(/^\d+(?:\.\d+)*$/),
  titre: z.string().min(5),
  preuves: z.array(z.string()).optional(),
  raison: z.string().optional(),
}
const Criterion = z.strictObject({ ...line, verdict: Verdict })
const Rgaa = z.strictObject({
  preuves: z.record(z.string(), z.strictObject({ fichier: z.string(), essai: z.string().min(10) })),
  themes: z.array(z.strictObject({ nom: z.string(), criteres: z.array(Criterion).min(1) })),
})
const Clauses = z.strictObject({
  clauses: z.array(z.strictObject({ ...line, verdict: z.union([Verdict, z.literal('voir le RGAA')]) })),
})
const read = (name: string): unknown =>
  parse(readFileSync(join(root, 'docs', 'accessibility', `${name}.yml`), 'utf8'))
const rgaa = Rgaa.parse(read('rgaa'))
const { clauses } = Clauses.parse(read('en301549'))
const criteria = rgaa.themes.flatMap(({ criteres }) => criteres)

test('the 106 criteria of RGAA 4.1.2 are there, by theme, each once', () => {
  const perTheme = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12]
  expect(criteria.map(({ numero }) => numero)).toEqual(
    perTheme.flatMap((count, at) => Array.from({ length: count }, (_, of) => `${at + 1}.${of + 1}`)),
  )
})

test('what is said to conform has a test or a reason; what does not, or does not apply, has a reason', () => {
  const bare = [...criteria, ...clauses].filter(({ verdict, preuves = [], raison }) =>
    verdict === 'conforme' ? preuves.length === 0 && raison === undefined : raison === undefined,
  )
  expect(bare.map(({ numero }) => numero)).toEqual([])
})

test('every test that is named exists, in the file that is said', () => {
  const named = [...criteria, ...clauses].flatMap(({ preuves = [] }) => preuves)
  expect(named.filter((name) => !(name in rgaa.preuves))).toEqual([])
  expect(Object.keys(rgaa.preuves).filter((name) => !named.includes(name))).toEqual([])
  for (const { fichier, essai } of Object.values(rgaa.preuves))
    expect(readFileSync(join(root, fichier), 'utf8'), essai).toContain(essai)
})

/** What the declaration says of the tables: how many of each, and what does not conform, in order. */
const found = {
  counts: Object.fromEntries(
    Verdict.options.map((verdict) => [verdict, criteria.filter((one) => one.verdict === verdict).length]),
  ),
  refused: [...criteria, ...clauses]
    .filter(({ verdict }) => verdict === 'non conforme')
    .map(({ numero, titre, raison }) => ({ numero, titre, raison })),
}

test('the declaration says what the tables say', async () => {
  await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot(
    '../../../shared/documents/accessibility.json',
  )
})
