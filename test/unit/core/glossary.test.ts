import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '../../../shared/contract/index.ts'
import { glossary } from '../../../shared/messages/glossary.ts'
import { refusalCodes } from '../../../shared/contract/refusals.ts'
import { doorErrors } from '../../../shared/contract/doorErrors.ts'
import { refusals } from '../../../shared/messages/refusals.fr.ts'

const root = join(import.meta.dirname, '..', '..', '..')

test('a French word has one English word, which is no other’s', () => {
  const words = Object.values(glossary)
  expect(new Set(words).size).toBe(words.length)
})

test('calls and folders are named in English: no French word of the glossary', () => {
  const english = new Set<string>(Object.values(glossary))
  const french = Object.keys(glossary).filter((word) => !english.has(word))
  const names = [
    ...Object.keys(contract),
    ...['shared', 'renderer', 'electron', 'db'].flatMap((folder) => readdirSync(join(root, folder))),
  ].map((name) => name.toLowerCase())
  expect(names.filter((name) => french.some((word) => name.split(/[.\-_]/).includes(word)))).toEqual([])
})

test('each refusal says what is the matter, then what to do: two sentences, without the code', () => {
  for (const code of [...refusalCodes, ...Object.keys(doorErrors)] as (keyof typeof refusals)[]) {
    expect(refusals[code], code).toMatch(/^\p{Lu}.+[.:] ?.+\.$/u)
    expect(refusals[code], code).not.toContain(code)
  }
})
