import { fc, test as property } from '@fast-check/vitest'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Prose } from '../../../renderer/ui/Prose.tsx'
import { Status } from '../../../renderer/ui/Status.tsx'

// A page never ends a line before « : ; ? ! », nor between a number and what it is read with, whoever wrote the words.

const files = import.meta.glob<Readonly<Record<string, unknown>>>(
  ['../../../shared/messages/**/*.fr.ts', '../../../shared/messages/public/fr/*.ts'],
  { eager: true },
)

/** Each text of a module that is whole as it stands. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsOf)
}
const texts = Object.values(files).flatMap(textsOf)

const breaks = /[ ](?=[:;?!»])|«[ ]/
const parts = /(?:\b[Aa]rt\.|\b[Nn]°)[ ]\S|\d[ ][€%]/
const drawn = (text: string): string => renderToStaticMarkup(<p>{text}</p>)

describe('the spaces of French typography', () => {
  test('never break in any message that a page draws', () => {
    expect(texts.length).toBeGreaterThan(3000)
    expect(texts.map(drawn).filter((html) => breaks.test(html))).toEqual([])
    const numbered = /(?:\b[Aa]rt\.|\b[Nn]°)[ \u00a0]\S|\d[ \u00a0][€%]/
    expect(texts.filter((text) => numbered.test(text)).length).toBeGreaterThan(50)
    expect(texts.map(drawn).filter((html) => parts.test(html))).toEqual([])
  })

  property.prop([
    fc.array(fc.constantFrom('mot', ' ', ':', ';', '?', '!', '«', '»', '\n'), { maxLength: 12 }),
  ])('never break in any text, whole or in parts', (parts) => {
    const text = parts.join('').replaceAll(/ +/g, ' ')
    expect(drawn(text)).not.toMatch(breaks)
    expect(renderToStaticMarkup(<p>{['mot', text]}</p>)).not.toMatch(breaks)
  })

  test('never break beside what is drawn apart', () => {
    const html = renderToStaticMarkup(
      <>
        <b>{12}</b> : « <i>fin</i> » ?
      </>,
    )
    expect(html.replace(/<[^>]*>/g, '')).toBe('12\u00a0: «\u00a0fin\u00a0»\u00a0?')
  })

  test('are those of the components of the pages', () => {
    const html = renderToStaticMarkup(
      <Status tone="done" icon={null}>
        Lu : 3 « pièces »
      </Status>,
    )
    expect(html).toContain('Lu\u00a0: 3 «\u00a0pièces\u00a0»')
    expect(renderToStaticMarkup(<Prose>{'Qui ? Vous !'}</Prose>)).toContain('Qui\u00a0? Vous\u00a0!')
  })

  test('leave a code and what is being written letter for letter', () => {
    const typed = 'a : b ?'
    expect(renderToStaticMarkup(<code>{typed}</code>)).toBe(`<code>${typed}</code>`)
    expect(renderToStaticMarkup(<textarea defaultValue={typed} />)).toContain(typed)
    expect(renderToStaticMarkup(<input defaultValue={typed} />)).toContain(typed)
  })
})
