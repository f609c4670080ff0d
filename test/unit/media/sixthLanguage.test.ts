import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { root } from '../../runtime/places.ts'
import type * as DocumentCommand from '../../../electron/host/commands/document.ts'
import { Language, otherLanguages } from '../../../shared/contract/text.ts'
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

// One more language is added to a copy of the application as whoever translates it would: its files, its folder of
// recordings, its code, its name.
// Its texts are made from the French, with accents and four tenths longer, so that none can be taken for another's.

/** A language is added once in years, and what does not name it does not compile: by night alone. */
const night = Number(process.env['GUICHET_RUNS'] ?? 100) > 100

let copy: string
const copied = [
  'shared',
  'renderer/kiosk',
  'renderer/display',
  'renderer/ui',
  'renderer/sound',
  'electron/host/commands',
]

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
export const eo: PublicLanguage = { ...every(fr), direction: 'ltr' }
`,
  'exchange.ts': `import { exchangeFr } from '../fr/exchange.ts'
${lengthen}
export const exchangeAdded = every(exchangeFr)
`,
  'posters.ts': `import { postersFr } from '../fr/posters.ts'
${lengthen}
export const postersAdded = every(postersFr)
`,
}

/** Adds the language to a file's line, whichever languages it has. */
function add(path: string, was: RegExp, is: string): void {
  const source = readFileSync(join(copy, path), 'utf8')
  expect(source.split(was), `${path} has ${was} once`).toHaveLength(2)
  writeFileSync(join(copy, path), source.replace(was, is))
}

/** A module of the copy, which knows one language more than its type. */
const load = async <T>(path: string): Promise<T> => (await import(join(copy, path))) as T

const eo = 'eo' as Texts.OtherLanguage

describe.skipIf(!night)('a sixth language', () => {
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'guichet-sixth-'))
    for (const name of copied) cpSync(join(root, name), join(copy, name), { recursive: true })
    cpSync(join(root, 'tsconfig.base.json'), join(copy, 'tsconfig.base.json'))
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
    mkdirSync(join(copy, 'shared/messages/public/eo'))
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(copy, 'shared/messages/public/eo', name), text)
    cpSync(join(root, 'renderer/sound/clips/fr'), join(copy, 'renderer/sound/clips/eo'), { recursive: true })
    add('shared/contract/text.ts', /(?<=z\.enum\(\['fr'[^\]]*)(?=\])/, `, 'eo'`)
    add('shared/messages/public/languages.ts', /(?<== \{ fr,[^}]*)(?= \})/, `, eo`)
    add(
      'shared/messages/public/languages.ts',
      /^(?=import \{ fr \})/m,
      `import { eo } from './eo/language.ts'\n`,
    )
    for (const part of ['exchange', 'posters']) {
      const list = `shared/messages/public/${part}.ts`
      const text = `${part}Added`
      add(
        list,
        new RegExp(`^(?=import \\{ ${part}Ar \\})`, 'm'),
        `import { ${text} } from './eo/${part}.ts'\n`,
      )
      add(list, new RegExp(`(?<=fr: ${part}Fr,)`), `\n  eo: ${text},`)
    }
  })

  afterAll(() => rmSync(copy, { recursive: true, force: true }))

  test('the kiosk, the exchange and the data take it', async () => {
    const { kiosk, kioskLanguages, directionOf } = await load<typeof Kiosk>('shared/messages/public/kiosk.ts')
    expect(kioskLanguages).toEqual([...Language.options, 'eo'])
    expect(kiosk[eo].take).toMatch(/^⟦Prëñdrë møñ tïckët·+⟧$/)
    expect(directionOf(eo)).toBe('ltr')
    const { default: OutOfService } = await load<typeof KioskOut>('renderer/kiosk/OutOfService.tsx')
    expect(renderToStaticMarkup(createElement(OutOfService))).toContain(
      `<li lang="eo" dir="ltr">${kiosk[eo].closedHelp}</li>`,
    )
    const { exchange } = await load<typeof Exchange>('shared/messages/public/exchange.ts')
    expect(exchange[eo].phrases.welcome).toContain('Bøñjøûr')
    const { Text, inLanguage } = await load<typeof Texts>('shared/contract/text.ts')
    const title = Text.parse({ fr: 'Élections', eo: 'Eleições' })
    expect(inLanguage(title, eo)).toBe('Eleições')
    expect(Text.safeParse({ fr: 'Élections', xx: 'Eleições' }).success).toBe(false)
  })

  test('whoever draws a paper by the command line is told its code', async () => {
    const { documentCommand } = await load<typeof DocumentCommand>('electron/host/commands/document.ts')
    const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    try {
      expect(await documentCommand(['--help'])).toBe(0)
      expect(written.mock.calls.flat().join('')).toContain(`[--lang ${[...otherLanguages, 'eo'].join('|')}]`)
    } finally {
      written.mockRestore()
    }
  })

  test('its ticket is printed, the room reads it, and the telephone’s page has it', async () => {
    const { thermalPaper } = await load<typeof Thermal>('shared/documents/thermal.ts')
    const spoken = { lang: eo, subject: 'Bilhete de identidade', bring: ['fotografia'] }
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
    expect([...new Set(spokenThere)]).toEqual([...otherLanguages, 'eo'])
    const { followTexts } = await load<typeof Follow>('shared/messages/public/follow.ts')
    expect(followTexts[eo].title).toMatch(/^⟦Vøtrë tøûr/)
  })

  test('its documents are said in short, and its posters written', async () => {
    const { thermalPaper } = await load<typeof Thermal>('shared/documents/thermal.ts')
    const paper = { ...documentPaper(specimens.pieces), lang: eo }
    const said = thermalPaper(paper, { reprint: false })
      .flatMap((block) => (block.block === 'text' ? [block.text] : []))
      .join(' ')
    expect(said).toContain('⟦Cë pápïër dït qûëls døcûmëñts')
    expect(said).toContain('⟦Gárdëz cë pápïër.')
    const { posterHtml } = await load<typeof Posters>('shared/documents/posters.ts')
    const { address, calendar } = schoolOffice.settings
    const rules = { rule: publishedRule, grounds: [], school: false, zone: calendar.zone, at: 0 }
    const poster = posterHtml('rights', eo, { address, ...rules }, '')
    expect(poster).toContain('<html lang="eo" dir="ltr">')
    expect(poster).toContain('⟦L’ádmïñïstrátïøñ á áûssï dës')
  })

  test('the room hears it, from its own folder of recordings', async () => {
    const { clipTexts, spokenCall } = await load<typeof Voice>('shared/messages/public/voice.ts')
    expect(clipTexts(eo).get('place-guichet')).toMatch(/^⟦gûïchët/)
    expect(clipTexts(eo).get('letter-w')).toMatch(/^⟦W/)
    const { clipsOf } = await load<typeof Clips>('renderer/sound/clips.ts')
    const found = await clipsOf(eo)
    for (const clip of spokenCall('A142', 'Guichet 3', false, eo).flat())
      expect(found.get(clip), clip).toMatch(/^data:audio\/ogg|\.ogg/)
    expect((await clipsOf('xx' as Texts.OtherLanguage)).size).toBe(0)
  })

  test('the agent reads its name in French, and it is to be read by a person', async () => {
    const { counter } = await load<typeof CounterWords>('shared/messages/queue/counter.fr.ts')
    expect(counter.languages[eo]).toBe('espéranto')
    const { reviewStates, digestOf } = await load<typeof ReviewedTexts>('shared/messages/media/reviewed.ts')
    const states = reviewStates([]).filter(({ lang }) => lang === eo)
    expect(states.map(({ set, state }) => `${set} ${state.is}`)).toContain('voice toRead')
    expect(new Set(states.map(({ set }) => digestOf(set, eo))).size).toBe(states.length)
  })
})
