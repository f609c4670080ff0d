import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { guaranteeParts, guaranteesText } from '../../../shared/messages/help/guarantees.fr.ts'

const root = join(import.meta.dirname, '../../..')
const guarantees = guaranteeParts.flatMap((part) => part.guarantees)

/** The titles of a file's tests, of every form: `test('…', …)`, and what `prop` or `each` made, which is called in turn. */
const titlesOf = (file: string): ReadonlySet<string> =>
  new Set(
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /(?:\b(?:test|it)|\))\(\s*'([^']+)',\s*(?:async )?\(/g,
      ),
    ].map(([, title]) => title!),
  )

test('every test that a promise names exists, in the file and under the title that the page says', () => {
  const missing = guarantees.flatMap(({ id, proofs }) =>
    proofs
      .filter(({ file, title }) => !titlesOf(file).has(title))
      .map(({ file, title }) => `${id}: ${file}: ${title}`),
  )
  expect(missing).toEqual([])
})

/** The files that a configuration leaves to the night, by the end of their names. A test tagged `byNight` has no title above. */
const ofTheNight = (config: string): readonly string[] => {
  const text = readFileSync(join(root, config), 'utf8')
  const from = text.indexOf('const ofTheNight')
  return [...text.slice(from, text.indexOf('\n\n', from)).matchAll(/'([\w/]+)'/g)].map(([, name]) => name!)
}

test('every test that a promise names runs by day', () => {
  const programs = ofTheNight('vitest.config.ts').map((name) => `/${name}.test.ts`)
  const journeys = ofTheNight('playwright.config.ts').map((name) => `/${name}.spec.ts`)
  expect(programs).toContain('/history/week.test.ts')
  expect(journeys).toEqual(expect.arrayContaining(['/joined.spec.ts', '/day.spec.ts']))
  const night = [...programs, ...journeys]
  const away = guarantees.flatMap(({ proofs }) =>
    proofs.map(({ file }) => file).filter((file) => night.some((end) => file.endsWith(end))),
  )
  expect(away).toEqual([])
})

test('a title that no test has is found out, and so is the name of a group', () => {
  const titles = titlesOf('test/unit/privacy/archives.test.ts')
  expect(titles.has('takes the rows of the slip that the archives let go, no other')).toBe(false)
  expect(titles.has('a slip of elimination')).toBe(false)
  expect(titlesOf('test/unit/queue/rule.test.ts').size).toBeGreaterThan(5)
})

test('every promise has a test, an id of its own, and is in the text that is given', () => {
  const text = guaranteesText()
  for (const { promise, proofs } of guarantees) {
    expect(proofs.length, promise).toBeGreaterThan(0)
    expect(text).toContain(promise)
    for (const { file, title } of proofs) expect(text).toContain(`${file} : ${title}`)
  }
  expect(new Set(guarantees.map(({ id }) => id)).size).toBe(guarantees.length)
})
