import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../runtime/places.ts'
import type * as Texts from '../../../shared/contract/text.ts'
import type * as Posters from '../../../shared/documents/posters.ts'
import type * as Thermal from '../../../shared/documents/thermal.ts'
import type * as CounterWords from '../../../shared/messages/queue/counter.fr.ts'
import type * as Exchange from '../../../shared/messages/public/exchange.ts'
import type * as Follow from '../../../shared/messages/public/follow.ts'
import type * as Kiosk from '../../../shared/messages/public/kiosk.ts'
import type * as ReviewedTexts from '../../../shared/messages/media/reviewed.ts'
import type * as Voice from '../../../shared/messages/public/voice.ts'
import type * as Clips from '../../../renderer/sound/clips.ts'
import type * as Strip from '../../../renderer/display/strip.ts'
import type * as KioskOut from '../../../renderer/kiosk/OutOfService.tsx'
import { schoolOffice } from '../../../electron/host/training/school.ts'
import { documentPaper, ticketPaper } from '../../fixtures/papers.ts'
import { specimens } from '../../fixtures/specimens.ts'
import { publishedRule } from '../../fixtures/views.kiosk.ts'
import { displayViews } from '../../fixtures/views.display.ts'

// A sixth language is added to a copy of the application as whoever translates it would: its files, its folder of
// recordings, its code, its name.
// Its texts are made from the French, with accents and four tenths longer, so that none can be taken for another's.

let copy: string

/** Makes every text of the French long and accented. */
const lengthen = `
const accents = { a: 'á', e: 'ë', i: 'ï', o: 'ø', u: 'û', n: 'ñ' }
const long = (text) => '⟦' + text.replace(/[aeioun]/g, (letter) => accents[letter]) + '·'.repeat(Math.ceil(text.length * 0.4)) + '⟧'
const every = (value) =>
  typeof value === 'string' ? long(value)
  : typeof value === 'function' ? (...given) => every(value(...given))
  : Array.isArray(value) ? value.map(every)
  : value === null ? null
  : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, every(one)]))
`

/** The whole language, by its files. */
const files = {
  'language.ts': `import { fr } from '../fr/language.ts'
import type { PublicLanguage } from '../language.ts'
${lengthen}
export const pt: PublicLanguage = { ...every(fr), direction: 'ltr' }
`,
  'exchange.ts': `import { exchangeFr } from '../fr/exchange.ts'
${lengthen}
export const exchangePt = every(exchangeFr)
`,
  'posters.ts': `import { postersFr } from '../fr/posters.ts'
${lengthen}
export const postersPt = every(postersFr)
`,
}

/** Adds the language to a file's line. */
function add(path: string, was: string, is: string): void {
  const source = readFileSync(join(copy, path), 'utf8')
  expect(source.split(was), `${path} has « ${was} » once`).toHaveLength(2)
  writeFileSync(join(copy, path), source.replace(was, is))
}

/** A module of the copy, which knows one language more than its type. */
const load = async <T>(path: string): Promise<T> => (await import(join(copy, path))) as T

const pt = 'pt' as Texts.OtherLanguage

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'guichet-sixth-'))
  for (const name of ['shared', 'renderer/kiosk', 'renderer/display', 'renderer/ui', 'renderer/sound'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  cpSync(join(root, 'tsconfig.base.json'), join(copy, 'tsconfig.base.json'))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  mkdirSync(join(copy, 'shared/messages/public/pt'))
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(copy, 'shared/messages/public/pt', name), text)
  cpSync(join(root, 'renderer/sound/clips/fr'), join(copy, 'renderer/sound/clips/pt'), { recursive: true })
  add('shared/contract/text.ts', `'ar', 'uk']`, `'ar', 'uk', 'pt']`)
  add('shared/messages/public/languages.ts', '{ fr, en, es, ar, uk }', '{ fr, en, es, ar, uk, pt }')
  add(
    'shared/messages/public/languages.ts',
    `import { uk }`,
    `import { pt } from './pt/language.ts'\nimport { uk }`,
  )
  for (const part of ['exchange', 'posters']) {
    const list = `shared/messages/public/${part}.ts`
    add(list, `import { ${part}Uk }`, `import { ${part}Pt } from './pt/${part}.ts'\nimport { ${part}Uk }`)
    add(list, `uk: ${part}Uk,`, `uk: ${part}Uk,\n  pt: ${part}Pt,`)
  }
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

test('the kiosk, the exchange and the data take it', async () => {
  const { kiosk, kioskLanguages, directionOf } = await load<typeof Kiosk>('shared/messages/public/kiosk.ts')
  expect(kioskLanguages).toEqual(['fr', 'en', 'es', 'ar', 'uk', 'pt'])
  expect(kiosk[pt].take).toMatch(/^⟦Prëñdrë møñ tïckët·+⟧$/)
  expect(directionOf(pt)).toBe('ltr')
  const { default: OutOfService } = await load<typeof KioskOut>('renderer/kiosk/OutOfService.tsx')
  expect(renderToStaticMarkup(createElement(OutOfService))).toContain(
    `<li lang="pt" dir="ltr">${kiosk[pt].closedHelp}</li>`,
  )
  const { exchange } = await load<typeof Exchange>('shared/messages/public/exchange.ts')
  expect(exchange[pt].phrases.welcome).toContain('Bøñjøûr')
  const { Text, inLanguage } = await load<typeof Texts>('shared/contract/text.ts')
  const title = Text.parse({ fr: 'Élections', pt: 'Eleições' })
  expect(inLanguage(title, pt)).toBe('Eleições')
  expect(Text.safeParse({ fr: 'Élections', xx: 'Eleições' }).success).toBe(false)
})

test('its ticket is printed, the room reads it, and the telephone’s page has it', async () => {
  const { thermalPaper } = await load<typeof Thermal>('shared/documents/thermal.ts')
  const spoken = { lang: pt, subject: 'Bilhete de identidade', bring: ['fotografia'] }
  const paper = { of: 'ticket', ticket: { ...ticketPaper.ticket, spoken } } as const
  const said = thermalPaper(paper, { reprint: false })
    .flatMap((block) => (block.block === 'text' ? [block.text] : []))
    .join(' ')
    .replaceAll('\u00a0', ' ')
  for (const text of [
    '4 personnes attendent avant vous',
    '⟦4 përsøññës áttëñdëñt áváñt vøûs.',
    'Bilhete de identidade',
    '- fotografia',
  ])
    expect(said).toContain(text)
  const { turnsOf } = await load<typeof Strip>('renderer/display/strip.ts')
  const spokenThere = turnsOf(displayViews.usual).flatMap((leaf) =>
    leaf.language === 'fr' ? [] : [leaf.language],
  )
  expect([...new Set(spokenThere)]).toEqual(['en', 'es', 'ar', 'uk', 'pt'])
  const { followTexts } = await load<typeof Follow>('shared/messages/public/follow.ts')
  expect(followTexts[pt].title).toMatch(/^⟦Vøtrë tøûr/)
})

test('its documents are said in short, and its posters written', async () => {
  const { thermalPaper } = await load<typeof Thermal>('shared/documents/thermal.ts')
  const paper = { ...documentPaper(specimens.pieces), lang: pt }
  const said = thermalPaper(paper, { reprint: false })
    .flatMap((block) => (block.block === 'text' ? [block.text] : []))
    .join(' ')
  expect(said).toContain('⟦Cë pápïër dït qûëls døcûmëñts')
  expect(said).toContain('⟦Gárdëz cë pápïër.')
  const { posterHtml } = await load<typeof Posters>('shared/documents/posters.ts')
  const { address, calendar } = schoolOffice.settings
  const rules = { rule: publishedRule, grounds: [], school: false, zone: calendar.zone, at: 0 }
  const poster = posterHtml('rights', pt, { address, ...rules }, '')
  expect(poster).toContain('<html lang="pt" dir="ltr">')
  expect(poster).toContain('⟦L’ádmïñïstrátïøñ á áûssï dës')
})

test('the room hears it, from its own folder of recordings', async () => {
  const { clipTexts, spokenCall } = await load<typeof Voice>('shared/messages/public/voice.ts')
  expect(clipTexts(pt).get('place-guichet')).toMatch(/^⟦gûïchët/)
  expect(clipTexts(pt).get('letter-w')).toMatch(/^⟦W/)
  const { clipsOf } = await load<typeof Clips>('renderer/sound/clips.ts')
  const found = await clipsOf(pt)
  for (const clip of spokenCall('A142', 'Guichet 3', false, pt).flat())
    expect(found.get(clip), clip).toMatch(/^data:audio\/ogg|\.ogg/)
  expect((await clipsOf('xx' as Texts.OtherLanguage)).size).toBe(0)
})

test('the agent reads its name in French, and it is to be read by a person', async () => {
  const { counter } = await load<typeof CounterWords>('shared/messages/queue/counter.fr.ts')
  expect(counter.languages[pt]).toBe('portugais')
  const { reviewStates, digestOf } = await load<typeof ReviewedTexts>('shared/messages/media/reviewed.ts')
  const states = reviewStates([]).filter(({ lang }) => lang === pt)
  expect(states.map(({ set, state }) => `${set} ${state.is}`)).toContain('voice toRead')
  expect(new Set(states.map(({ set }) => digestOf(set, pt))).size).toBe(states.length)
})
