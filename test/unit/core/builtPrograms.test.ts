import { isAscii } from 'node:buffer'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { withoutAccents } from '../../runtime/starters.ts'

test('a program whose accents are escapes says what it said: texts, patterns, names, signs beyond two bytes', () => {
  const program =
    "const première = { démarche: `«\u00a0${'é'}\u00a0»`, signe: '\u{1F5A8}', arabe: 'مرحبا' }; ({ ...première, trouvé: /^[à-é\u{1F5A8}]+$/u.test('é\u{1F5A8}'), nom: /(?<année>\\d+)/.exec('en 2026').groups.année })"
  const escaped = withoutAccents(program)
  expect(isAscii(Buffer.from(escaped))).toBe(true)
  const said = runInNewContext(program) as object
  expect(JSON.stringify(runInNewContext(escaped))).toBe(JSON.stringify(said))
  expect(said).toMatchObject({ démarche: '«\u00a0é\u00a0»', trouvé: true, nom: '2026' })
})

test('a text in which an escape would be read as its letters is left as it is', () => {
  for (const program of [String.raw`'\é'`, 'const say = String.raw, it = say`é`'])
    expect(withoutAccents(program)).toBe(program)
})

test('a program with such a text that has no accent loses the accents of its others', () => {
  const program =
    "const dit = 'été', filtre = new RegExp(String.raw`\\b(?:${`é`})\\b`, 'u'); ({ dit, trouvé: filtre.test('é') })"
  const escaped = withoutAccents(program)
  expect(isAscii(Buffer.from(escaped))).toBe(true)
  expect(JSON.stringify(runInNewContext(escaped))).toBe(JSON.stringify(runInNewContext(program)))
})

test('what « String.raw » reads is what it read: between others, within one another, with signs and escapes', () => {
  for (const program of [
    'String.raw`é`',
    'String.raw`${`a`}é`',
    'String.raw`\\p{L}é\\`\\u00e8\\${"à$${(1, 2)}, ${String.raw`\\n«${"ù"}`.length}`.length',
    "const a = 1\nString.raw`[à-é]\\u{1F5A8}\n\u{1F5A8}`.split('')",
  ]) {
    const escaped = withoutAccents(program)
    expect(isAscii(Buffer.from(escaped))).toBe(true)
    expect(runInNewContext(escaped)).toEqual(runInNewContext(program))
  }
})

test('a program of a page, which imports, loses its accents too', () => {
  const escaped = withoutAccents("import { dire } from './mots.js'; dire('été', String.raw`é`)", 'mjs')
  expect(escaped).toBe(
    String.raw`import { dire } from './mots.js'; dire('\u00e9t\u00e9', String.raw({raw:["\u00e9"]}))`,
  )
})
