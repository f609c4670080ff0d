import { describe, expect, test } from 'vitest'
import { sheetHtml } from '../../../electron/printing/sheet.ts'
import type { ThermalBlock } from '../../../shared/documents/blocks.ts'
import { thermalPaper } from '../../../shared/documents/thermal.ts'
import type { Paper } from '../../../shared/contract/documents/papers.ts'
import { ruleParagraph } from '../../../shared/messages/queue/rule.fr.ts'
import { waitRange } from '../../../shared/messages/waits/waits.fr.ts'
import {
  appointmentPaper,
  everyPaper,
  fullTicketPaper,
  longSheetPaper,
  rulePaper,
  sheetPaper,
  ticketPaper,
} from '../../fixtures/papers.ts'

const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim()
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const onA4 = (paper: Paper, reprint = false) => sheetHtml({ paper, title: 'Feuille', reprint }, 'a4').html
const a4Text = (paper: Paper, reprint = false): string =>
  plain(
    onA4(paper, reprint)
      .replace(/<head>[\s\S]*<\/head>/, '')
      // What marks words inside a line leaves no space.
      .replace(/<\/?(?:span|strong)[^>]*>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&([a-z0-9#]+);/g, (whole, name: string) => entities[name] ?? whole),
  )
const lines = (blocks: readonly ThermalBlock[]) => blocks.filter((block) => block.block === 'text')
const thermalText = (paper: Paper, reprint = false) =>
  plain(
    lines(thermalPaper(paper, { reprint }))
      .map(({ text }) => text)
      .join(' '),
  )
const both = [
  ['A4', a4Text],
  ['80 mm', thermalText],
] as const

describe.each(both)('on %s', (_, draw) => {
  test('the morning sheet has all that an office needs to go on by hand', () => {
    const said = draw(sheetPaper).replaceAll(' : ', ' ')
    for (const fact of [
      'Mairie de Fontaine-le-Port',
      'Feuille du mardi 3 mars 2026',
      '8 h 30 à 12 h 00, 13 h 30 à 17 h 00.',
      'Titres d’identité A 47',
      'État civil B 1',
      '10 h 50 Carte d’identité, code K7M4',
      '11 h 00 Passeport, code P2XA',
      'Carte mobilité inclusion, mention invalidité CASF, art. L241-3',
      'Grossesse visible règle locale',
      'Imprimé le 3 mars 2026, 10 h 21',
      plain(ruleParagraph(sheetPaper.sheet.rule)).replaceAll(' : ', ' '),
    ])
      expect(said).toContain(fact)
  })

  test('a day that ends at midnight ends at 24 h', () => {
    const { sheet } = sheetPaper
    expect(draw({ of: 'sheet', sheet: { ...sheet, hours: [[1200, 1440]] } })).toContain('20 h 00 à 24 h 00.')
  })

  test('a day without hours or appointments says so, and an office without grounds has no empty table', () => {
    const { sheet } = sheetPaper
    const said = draw({ of: 'sheet', sheet: { ...sheet, hours: [], appointments: [], grounds: [] } })
    expect(said).toContain('Aucun horaire prévu ce jour.')
    expect(said).toContain('Aucun rendez-vous prévu ce jour.')
    expect(said).not.toContain('Priorités, sur présentation')
  })

  test('an appointment has its day and hour, its code and what to do with it, what to bring, where', () => {
    const said = draw(appointmentPaper)
    for (const fact of [
      'mercredi 11 mars 2026',
      '10 h 30',
      'Carte nationale d’identité',
      'Votre code K7M4P',
      'Dites ce code à l’accueil, ou tapez-le à la borne',
      'photo de moins de 6 mois',
      '1 place de la Mairie, 77590 Fontaine-le-Port',
      '01 60 00 00 00',
    ])
      expect(said).toContain(fact)
    const bare = { ...appointmentPaper.appointment, bring: [] }
    expect(draw({ of: 'appointment', appointment: bare })).not.toContain('À apporter')
  })

  test('the rule is the published paragraph, with the grounds and their texts', () => {
    const said = draw(rulePaper)
    expect(said).toContain(plain(ruleParagraph(rulePaper.rule.rule)))
    expect(said).toContain('CASF, art. R215-3 à R215-6')
    expect(said).toContain('Grossesse visible')
  })

  test.each([sheetPaper, rulePaper, appointmentPaper])(
    'a reprint of the $of says so, and only it',
    (paper) => {
      expect(draw(paper, true)).toContain('Réimpression')
      expect(draw(paper)).not.toContain('Réimpression')
    },
  )

  test('in training each says SPÉCIMEN, and only then', () => {
    expect(draw(longSheetPaper).match(/SPÉCIMEN/g)).toHaveLength(2)
    const trained = { ...appointmentPaper.appointment, school: true }
    expect(draw({ of: 'appointment', appointment: trained }).match(/SPÉCIMEN/g)).toHaveLength(2)
    expect(draw({ of: 'rule', rule: { ...rulePaper.rule, school: true } }).match(/SPÉCIMEN/g)).toHaveLength(2)
    for (const paper of [sheetPaper, rulePaper, appointmentPaper])
      expect(draw(paper)).not.toContain('SPÉCIMEN')
  })
})

describe('lines to fill by hand', () => {
  test('on A4 they are a table numbered to the last, with a head that comes again', () => {
    const [, head = '', body = ''] =
      /class="blanks">[\s\S]*<thead>([\s\S]*)<\/thead>\s*<tbody>([\s\S]*)<\/tbody>/.exec(onA4(sheetPaper)) ??
      []
    const columns = [...head.matchAll(/scope="col">([^<]*)</g)].map(([, name]) => name)
    expect(columns).toEqual(['N°', 'Ticket', 'Service', 'Arrivée', 'Appel', 'Fin', 'Suite'])
    const rows = [...body.matchAll(/<tr><th scope="row">(\d+)<\/th>((?:<td><\/td>)+)<\/tr>/g)]
    expect(rows.map(([, number]) => Number(number))).toEqual(Array.from({ length: 60 }, (_, at) => at + 1))
    for (const [, , cells = ''] of rows) expect(cells.match(/<td>/g)).toHaveLength(6)
  })

  test.each([48, 42, 32])('on a receipt of %i characters they hold, each with its columns', (columns) => {
    const texts = lines(thermalPaper(sheetPaper, { reprint: false, columns })).map(({ text }) => text)
    const from = texts.indexOf('Passages')
    const blank = texts.slice(from).filter((text) => text.includes('___'))
    const numbered = blank.filter((text) => /^ *\d/.test(text))
    expect(numbered.map((text) => Number.parseInt(text, 10))).toEqual(
      Array.from({ length: 60 }, (_, at) => at + 1),
    )
    expect(blank.join(' ').match(/_+/g)).toHaveLength(60 * 6)
    for (const name of ['Ticket', 'Service', 'Arrivée', 'Appel', 'Fin', 'Suite'])
      expect(texts.slice(from).join(' ')).toContain(name)
  })
})

describe('what a ticket says of the wait', () => {
  test('a span, that it is an estimate and of which hour, and the closing', () => {
    const said = thermalText(fullTicketPaper)
    expect(said).toContain('Attente : 14 à 22 min')
    expect(said).toContain('Estimation faite à 10 h 21')
    expect(said).toContain('Vous devriez être reçu avant la fermeture.')
    expect(said).toContain('Rendez-vous de 10 h 50')
    expect(said).toContain('3 demandes')
    expect(said).toContain('Remplace le ticket perdu')
  })

  test('nothing when nothing was said: an ordinary ticket, or one queued by an earlier version', () => {
    const { announced: _, appointmentAt, requests, replaces, ...before } = ticketPaper.ticket
    expect([appointmentAt, requests, replaces]).toEqual([null, 1, false])
    for (const paper of [ticketPaper, { of: 'ticket', ticket: before } as unknown as Paper]) {
      const said = thermalText(paper)
      expect(said).toContain('4 personnes attendent avant vous')
      expect(said).not.toMatch(/Attente|Estimation|Rendez-vous|demandes,|Remplace|undefined|NaN/)
    }
  })

  test.each([
    [1, 'Vous devriez être reçu'],
    [0.95, 'Vous devriez être reçu'],
    [0.94, 'Vous serez probablement reçu'],
    [0.5, 'Vous serez probablement reçu'],
    [0.49, 'Vous ne serez peut-être pas reçu aujourd’hui'],
  ])('a chance of %d is said « %s »', (sure, said) => {
    const ticket = { ...ticketPaper.ticket, announced: { p50: 60, p90: 120, sure } }
    expect(thermalText({ of: 'ticket', ticket })).toContain(said)
  })

  test.each([
    [14 * 60, 22 * 60, '14 à 22 min'],
    [14 * 60, 22 * 60 + 1, '14 à 23 min'],
    [0, 0, 'moins d’1 min'],
    [10, 181, 'jusqu’à 4 min'],
    [290, 300, 'environ 5 min'],
    [50 * 60, 59 * 60, '50 à 59 min'],
    // docs/queue.md says why.
    [50 * 60, 61 * 60, '50 min à 1 h 30'],
    [50 * 60, 70 * 60, '50 min à 1 h 30'],
    [245 * 60, 262 * 60, '4 h à 4 h 30'],
    [125 * 60, 150 * 60, '2 h à 2 h 30'],
  ])('%i to %i seconds are « %s »', (p50, p90, said) => {
    expect(plain(waitRange({ p50, p90 }))).toBe(said)
  })
})

describe('every paper', () => {
  test.each(everyPaper.map((paper) => [paper.of, paper] as const))(
    '%s asks for nothing outside itself',
    (_, paper) => {
      for (const on of ['a4', 'thermal80'] as const) {
        const { html } = sheetHtml({ paper, title: 'Papier', reprint: true }, on)
        expect(html.replaceAll(/xmlns="[^"]*"/g, '')).not.toMatch(
          /(src|href)=(?!"data:)|@import|url\((?!data:)|<script/,
        )
        expect(html).toContain('<html lang="fr">')
      }
    },
  )

  test('what people wrote is never markup', () => {
    const hostile = '</style><script>alert(1)</script>"\'&<img src=x>'
    const { appointment } = appointmentPaper
    const html = onA4({
      of: 'appointment',
      appointment: { ...appointment, officeName: hostile, service: hostile, code: hostile, bring: [hostile] },
    })
    expect(html).not.toMatch(/<script|<img/)
    expect(html.match(/<\/style>/g)).toHaveLength(1)
  })
})

test('no paper lets a line end inside its quotation marks, but the test page, which shows every sign', () => {
  for (const paper of everyPaper.filter(({ of }) => of !== 'test'))
    expect([paper.of, /« | »/.exec(onA4(paper))?.[0]]).toEqual([paper.of, undefined])
})
