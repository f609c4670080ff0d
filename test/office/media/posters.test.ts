import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schoolOffice } from '../../../electron/host/training/school.ts'
import { Language } from '../../../shared/contract/text.ts'
import type { PublishedRule } from '../../../shared/contract/queue/rules.ts'
import { sendDataNotice } from '../../../electron/host/http/dataNotice.ts'
import { noPaperSettings } from '../../../shared/contract/documents/paperSettings.ts'
import { posterHtml, posterKinds, type PosterOffice } from '../../../shared/documents/posters.ts'
import { posters } from '../../../shared/messages/public/posters.ts'
import { groundsOf } from '../../../shared/procedures/grounds.ts'
import { night } from '../../fixtures/night.ts'
import { openPaperBrowser, type PaperBrowser } from '../../fixtures/paperBrowser.ts'
import { run } from '../../runtime/command.ts'

const rule: PublishedRule = {
  appointments: true,
  appointmentLateMinutes: 10,
  localGrounds: [{ fr: 'Grossesse visible', en: 'Visible pregnancy' }],
  caps: [],
  maximums: [],
  quotas: [],
  weighted: false,
  targets: [],
  overtakesPerPerson: null,
  absentCalls: 2,
  returnToleranceMinutes: 15,
}
const office: PosterOffice = {
  address: {
    ...schoolOffice.settings.address,
    name: 'Mairie de <Saint-Ouen> & Cie',
    email: 'accueil@ville.fr',
  },
  rule,
  grounds: groundsOf(['visiblePregnancy']),
  school: false,
  zone: 'Europe/Paris',
  at: Date.parse('2026-03-03T10:42:00+01:00'),
}

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

describe('a poster is made from the settings', () => {
  test.each(Language.options)(
    'in %s it has its own language and direction, with the office’s name escaped',
    (language) => {
      for (const kind of posterKinds) {
        const html = posterHtml(kind, language, office, '')
        expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`)
        expect(html).toContain(`<h1>${posters[language].titles[kind]}</h1>`)
        expect(html).toContain('Mairie de &lt;Saint-Ouen&gt; &amp; Cie')
        expect(html).not.toContain('<Saint-Ouen>')
        expect(html.includes(posters.en.translated ?? '')).toBe(language === 'en')
      }
    },
  )

  test('priorities name every ground of the office with its text, a local rule as one, and L241-3’s own words', () => {
    const html = plain(posterHtml('priorities', 'fr', office, ''))
    for (const { title, source, priority } of office.grounds) {
      expect(html).toContain(plain(title.fr))
      const lines = html.replaceAll(/<\/?span[^>]*>/g, '').split('<li>')
      const line = lines.find((one) => one.includes(plain(title.fr)))
      expect(line).toContain(priority === 'local' ? 'règle locale' : plain(source))
    }
    expect(html).toContain('obtenir une priorité dans les files d’attente')
    expect(html).toContain('L241-3')
    expect(html).toContain('règle locale, publiée par cet office')
    const without = posterHtml('priorities', 'fr', { ...office, grounds: groundsOf([]) }, '')
    expect(without).not.toContain('Grossesse visible')
  })

  test('the rule follows the rule’s settings', () => {
    expect(plain(posterHtml('rule', 'fr', office, ''))).toContain('revient dans les 15 min')
    const none = { ...office, rule: { ...rule, appointments: false, returnToleranceMinutes: 0 } }
    expect(posterHtml('rule', 'fr', none, '')).not.toContain('heure de rendez-vous est venue')
  })

  test('how to complain gives this office’s ways, and asks for no rating', () => {
    for (const language of Language.options) {
      const html = plain(posterHtml('complain', language, office, ''))
      expect(html).toContain('accueil@ville.fr')
      expect(html).toContain(office.address.phone)
      expect(html).toContain('71120')
      expect(html, 'no rating is asked').not.toMatch(
        /[★☆⭐]|étoile|estrella|\bstars\b|\b[01] (?:à|to|a|до) (?:5|10)\b/iu,
      )
    }
  })

  test('a training office’s poster says that it is worth nothing', () => {
    expect(posterHtml('rights', 'fr', { ...office, school: true }, '')).toContain('SPÉCIMEN')
  })
})

describe('the notice of personal data', () => {
  test('names who answers for it, whom to ask, the CNIL; the office itself where nobody is named', () => {
    const asks = (dataContact: string | null) =>
      plain(posterHtml('data', 'fr', { ...office, dataContact }, ''))
    expect(asks('dpd@ville.fr')).toContain('Demandez-le ici : dpd@ville.fr')
    expect(asks(null)).toContain('accueil@ville.fr')
    for (const said of ['RGPD, art. 6, 1, c et e', 'visa des archives', '3 place de Fontenoy'])
      expect(asks(null)).toContain(said)
  })

  test('is a page of the host too, at /donnees', () => {
    let body = ''
    const response = { writeHead: () => response, end: (text: string) => (body = text) }
    const settings = schoolOffice.settings
    const paper = { ...noPaperSettings, dataContact: 'dpd@ville.fr' }
    sendDataNotice({ settings, paper } as never, response as never)
    expect(plain(body)).toContain('dpd@ville.fr')
    expect(plain(body)).toContain(settings.address.name)
  })
})

describe('printed, a poster is one sheet of A4, tagged', () => {
  let folder: string
  let browser: PaperBrowser
  beforeAll(async () => {
    browser = await openPaperBrowser()
    folder = await mkdtemp(join(tmpdir(), 'guichet-affiches-'))
  })
  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** By day those by which a poster overflows first: the longest in it, and Arabic, whose lines are higher. */
  const judgedIn = (kind: 'rights' | 'complain' | 'data'): readonly Language[] => {
    if (night) return Language.options
    const length = (language: Language) => posterHtml(kind, language, office, '').length
    return [
      ...new Set([...Language.options.toSorted((a, b) => length(b) - length(a)).slice(0, 1), 'ar' as const]),
    ]
  }
  const printed = [
    ...(['rights', 'complain', 'data'] as const).flatMap((kind) =>
      judgedIn(kind).map((language) => [kind, language] as const),
    ),
    ['priorities', 'fr'] as const,
    ['rule', 'fr'] as const,
  ]
  test.each(printed)(
    'the poster %s in %s is one page, its headings in order',
    { timeout: 60_000 },
    async (kind, language) => {
      const file = join(folder, `${kind}-${language}.pdf`)
      await writeFile(file, await browser.print(posterHtml(kind, language, office, '')))
      const { text } = await run('pdfinfo', [file])
      expect(text).toMatch(/Tagged:\s+yes/)
      expect(text).toMatch(/Pages:\s+1\n/)
      expect(text).toMatch(/Page size:.*A4/)
      const structure = (await run('pdfinfo', ['-struct', file])).text
      expect(structure.match(/^\s*H1 \(block\)/gm)).toHaveLength(1)
      expect(structure).toMatch(/^\s*LI \(block\)/m)
    },
  )
})
