import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guichet } from '../../fixtures/insideCommand.ts'

const sample = 'test/fixtures/offices/mairie.json'
let dir: string

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'guichet-simulate-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** The command line as an office's service runs it. */
const simulate = async (...args: string[]) => {
  const { code, out, err } = await guichet(['simulate', ...args])
  return { code, stdout: out, stderr: err }
}

test('days are played as tables, then one JSON line; the same seed gives the same bytes, another seed other days', async () => {
  const [first, again, other] = [
    await simulate('--office', sample, '--days', '2', '--seed', '-7'),
    await simulate('--office', sample, '--days', '2', '--seed', '-7'),
    await simulate('--office', sample, '--days', '2', '--seed', '8', '--json'),
  ]
  expect([first.code, first.stderr]).toEqual([0, ''])
  expect(again.stdout).toBe(first.stdout)
  const lines = first.stdout.trimEnd().split('\n')
  expect(lines[0]).toBe('2 journées jouées, du 2026-03-03 au 2026-03-05, graine -7')
  expect(first.stdout).toContain('Titres d’identité')
  const figures = JSON.parse(lines.at(-1)!) as { seed: number; days: unknown[]; all: { people: number } }
  expect([figures.seed, figures.days.length]).toEqual([-7, 2])
  expect(figures.all.people).toBeGreaterThan(100)
  expect(other.stdout.trimEnd().split('\n')).toHaveLength(1)
  expect((JSON.parse(other.stdout) as typeof figures).all).not.toEqual(figures.all)
})

describe('a file that cannot be played is refused by a sentence, and nothing is written', () => {
  test.each([
    ['', 'ce fichier n’est pas du JSON.'],
    ['{"arrivals":{"patience":3}}', '« arrivals.patience » n’est pas un réglage connu.'],
    ['{"calendar":{"week":[[],[],[],[],[],[],[]]}}', 'cet office n’ouvre aucun jour de l’année.'],
    [null, 'ce fichier ne peut pas être lu.'],
  ])('%s is answered « %s »', async (text, sentence) => {
    const path = join(dir, 'office.json')
    if (text === null) rmSync(path, { force: true })
    else writeFileSync(path, text)
    expect(await simulate('--office', path)).toEqual({
      code: 1,
      stdout: '',
      stderr: `${path} : ${sentence}\n`,
    })
  })
})

test('a command that is not understood says how it is used', async () => {
  for (const args of [[], ['--office', sample, '--days', '2.5']]) {
    const { code, stdout, stderr } = await simulate(...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^Usage : guichet simulate --office FICHIER/)
    expect(stderr).not.toMatch(/ {4}at /)
  }
  const help = await simulate('--help')
  expect([help.code, help.stderr]).toEqual([0, ''])
  expect(help.stdout).toContain('perHalfHour')
})
