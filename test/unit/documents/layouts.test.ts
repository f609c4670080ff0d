import { describe, expect, test } from 'vitest'
import type { DocumentFacts } from '../../../shared/contract/documents/issued.ts'
import { fitsOneSheet } from '../../../shared/documents/a4Fit.ts'
import { draftContent } from '../../../shared/documents/content.ts'
import { a4Document } from '../../../shared/documents/a4.ts'
import type { ThermalBlock } from '../../../shared/documents/blocks.ts'
import { thermalHeightMm, thermalHtml } from '../../../shared/documents/preview.ts'
import { thermalPaper } from '../../../shared/documents/thermal.ts'
import { specimens } from '../../fixtures/specimens.ts'
import {
  documentPaper,
  everyPaper,
  issuedAt,
  longFacts,
  someFacts,
  ticketPaper,
} from '../../fixtures/papers.ts'

const qrSvg = '<svg viewBox="0 0 1 1"></svg>'
const attestation = someFacts({
  kind: 'attestation',
  outcome: 'notServed',
  receivedAt: null,
  pieces: [],
  rule: null,
  silence: null,
  decides: null,
})

const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim()
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const textOf = (html: string): string =>
  plain(
    html
      // What marks words inside a line leaves no space.
      .replace(/<\/?(?:span|strong|b)[^>]*>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&([a-z0-9#]+);/g, (whole, name: string) => entities[name] ?? whole),
  )

const a4 = (facts: DocumentFacts, copy = 1, reprint = false) =>
  a4Document(documentPaper(facts).document, { copy, reprint, qrSvg })
const thermal = (facts: DocumentFacts, copy = 1, reprint = false) =>
  thermalPaper(documentPaper(facts, copy), { reprint })
const texts = (blocks: readonly ThermalBlock[]) => blocks.filter((block) => block.block === 'text')
const thermalText = (blocks: readonly ThermalBlock[]) =>
  plain(
    texts(blocks)
      .map(({ text }) => text)
      .join(' '),
  )

/** What stands under each heading of the A4 page: items of a list, rows of a table, paragraphs. */
function a4Sections(html: string): Record<string, string[]> {
  const sections = [...html.matchAll(/<section(?! class="lacks")[^>]*>([\s\S]*?)<\/section>/g)].map(
    ([, inside = '']) => inside,
  )
  return Object.fromEntries(
    sections.map((inside) => {
      const title = textOf(/<h2>([\s\S]*?)<\/h2>/.exec(inside)?.[1] ?? '')
      const rows = [...inside.matchAll(/<tr><th scope="row">([\s\S]*?)<\/th><td>([\s\S]*?)<\/td><\/tr>/g)]
      const items = [...inside.matchAll(/<(?:li|p)>([\s\S]*?)<\/(?:li|p)>/g)]
      return [
        title,
        [
          ...rows.map(([, term = '', detail = '']) => `${textOf(term)} : ${textOf(detail)}`),
          ...items.map(([, item = '']) => textOf(item)),
        ],
      ]
    }),
  )
}

/** The same from the receipt's lines: a bold line after a blank one begins a section, a dash begins an item. */
function thermalSections(blocks: readonly ThermalBlock[], titles: readonly string[]): Record<string, string> {
  const sections: Record<string, string> = {}
  let title = ''
  for (const block of blocks) {
    if (block.block === 'rule') title = ''
    if (block.block !== 'text') continue
    if (block.bold && titles.includes(block.text)) title = block.text
    else if (title !== '') sections[title] = plain(`${sections[title] ?? ''} ${block.text}`)
  }
  return sections
}

describe('both layouts say the same', () => {
  test.each([
    ['a receipt with a missing piece', someFacts()],
    ['thirty pieces and long names', longFacts()],
    ['a certificate of presence', attestation],
    ['a receipt with no piece at all', someFacts({ pieces: [], rule: null, silence: null, decides: null })],
  ])('%s: each section has the same items in the same order', (_, facts) => {
    const onA4 = a4Sections(a4(facts))
    const onThermal = thermalSections(thermal(facts), Object.keys(onA4))
    expect(Object.keys(onThermal)).toEqual(Object.keys(onA4))
    for (const [title, items] of Object.entries(onA4)) {
      if (/présentées|examinées/.test(title)) expect(onThermal[title]).toBe(items.join(' · '))
      else {
        const bare = /droits|Passage/.test(title) || items[0]?.startsWith('Aucune')
        expect(onThermal[title]).toBe(items.map((item) => (bare ? item : `- ${item}`)).join(' '))
      }
    }
  })

  test.each([
    ['A4', (facts: DocumentFacts) => textOf(a4(facts))],
    ['80 mm', (facts: DocumentFacts) => thermalText(thermal(facts))],
  ])('a refusal that no text bounds says so on %s, and before which judge', (_, paper) => {
    const { remedies } = specimens.refus
    const court = 'le président du tribunal judiciaire, 77000 Melun'
    const unbounded = { ...remedies!, prior: 'no' as const, authority: null, court, delay: null }
    const said = paper({ ...specimens.refus, remedies: { ...unbounded, noDelay: true } })
    expect(said).toContain(`Vous pouvez saisir le juge : ${court}`)
    expect(said).toContain('Aucun texte ne fixe de délai pour ce recours.')
    expect(paper(specimens.refus)).not.toContain('Aucun texte ne fixe de délai')
  })

  test.each([
    ['A4', textOf(a4(someFacts()))],
    ['80 mm', thermalText(thermal(someFacts()))],
  ])('every fact is on %s', (_, paper) => {
    for (const fact of [
      'Récépissé de dépôt',
      'N° RD-2026-1',
      'Mairie de Fontaine-le-Port',
      'Service Titres d’identité',
      '1 place de la Mairie, 77590 Fontaine-le-Port',
      '01 60 00 00 00 · accueil@fontaine.example',
      '3 mars 2026, 10 h 21',
      'Exemplaire de l’usager',
      'Carte nationale d’identité, renouvellement',
      'Ticket A 42',
      'Votre demande a été déposée le 3 mars 2026 à 10 h 21.',
      'Il manque 1 pièce',
      'Le silence gardé pendant 2 mois vaut rejet (CRPA, art. L231-4).',
      'Autorité qui décide : le préfet de Seine-et-Marne.',
      'Justificatif de domicile : CRPA, art. R113-8',
      'Arrivée 10 h 02, réception au guichet 10 h 10, fin du passage 10 h 21.',
      'Suite donnée : demande déposée, dossier incomplet.',
      'Reçu par Nadia Ferrand, agente d’accueil, service Titres d’identité',
      'Règles : cni-renouvellement, version 2026.1 du 1er janvier 2026, empreinte c0ffee000000',
      documentPaper(someFacts()).document.shortCode,
    ]) {
      expect(paper.replaceAll('Justificatif de domicile CRPA', 'Justificatif de domicile : CRPA')).toContain(
        fact,
      )
    }
  })

  test('the code on both is the signed one', () => {
    const { document } = documentPaper(someFacts())
    expect(thermal(someFacts())).toContainEqual({ block: 'qr', data: document.code })
    expect(a4(someFacts())).toContain(`src="data:image/svg+xml,${encodeURIComponent(qrSvg)}"`)
  })
})

describe('what lacks', () => {
  const incomplete = { dueOn: '2026-03-18', effect: 'suspends' }

  test('stands beside its day on A4, in a box of its own, with its text, where and how under both', () => {
    const html = a4(someFacts({ incomplete }))
    const [box = ''] = /<section class="lacks">[\s\S]*?<\/section>/.exec(html) ?? []
    expect(box).toContain('<p class="due">à apporter au plus tard le <b>mercredi 18\u00a0mars\u00a02026<')
    expect(textOf(box)).toMatch(
      /^Il manque 1 pièce Justificatif de domicile CRPA, art. R113-8 à apporter .* Où et comment : Au guichet/,
    )
    expect(html).not.toContain('class="lead"')
    expect(html.indexOf(box)).toBeLessThan(html.indexOf('Pièces présentées'))
  })

  test('has on the roll its day in large type, between two rules, before the pieces shown', () => {
    const blocks = thermal(someFacts({ incomplete }))
    const at = blocks.findIndex(
      (block) => block.block === 'text' && block.size === 2 && /mercredi/.test(block.text),
    )
    expect(blocks[at]).toMatchObject({ text: 'mercredi 18 mars 2026', bold: true })
    const rules = blocks.flatMap((block, index) => (block.block === 'rule' ? [index] : []))
    const [before = 0] = rules.filter((index) => index < at).slice(-1)
    const after = rules.find((index) => index > at) ?? 0
    expect(thermalText(blocks.slice(before, after))).toMatch(
      /^Il manque 1 pièce - Justificatif de domicile : CRPA/,
    )
    expect(thermalText(blocks.slice(after))).toContain('Pièces présentées')
  })

  test.each([4, 5])(
    '%i pieces stand each with its text, beside the day or in a table of their own',
    (count) => {
      const pieces = Array.from({ length: count }, (_, rank) => ({
        title: `Pièce ${rank}`,
        state: 'missing',
        sources: [{ title: 'CRPA R113-8', id: null, extract: null, toConfirm: false }],
        toConfirm: false,
      }))
      const html = a4(someFacts({ incomplete, pieces }))
      expect(a4Sections(html)['Pièces manquantes']?.length).toBe(count > 4 ? count : undefined)
      expect(textOf(html).match(/Pièce \d CRPA, art. R113-8/g)).toHaveLength(count)
    },
  )

  test('that has no day given is said without one', () => {
    const html = a4(someFacts())
    expect(html).toContain('<section class="lacks">')
    expect(html).not.toMatch(/class="due"|class="where"/)
  })
})

describe('what the paper says of itself', () => {
  test.each([
    ['A4', (...given: [DocumentFacts, number, boolean]) => textOf(a4(...given))],
    ['80 mm', (...given: [DocumentFacts, number, boolean]) => thermalText(thermal(...given))],
  ])('a copy and a reprint are marked on %s, an original is not', (_, draw) => {
    const again = draw(someFacts(), 2, true)
    expect(again).toContain('Copie n° 2')
    expect(again).toContain('Réimpression')
    expect(draw(someFacts(), 1, false)).not.toMatch(/Copie|Réimpression/)
  })

  test('in training every paper says SPÉCIMEN, and only then', () => {
    const ticket = { ...ticketPaper, ticket: { ...ticketPaper.ticket, school: true } }
    expect(textOf(a4(longFacts()))).toContain('SPÉCIMEN')
    expect(a4(longFacts())).toMatch(/\.specimen \{ position: fixed/)
    for (const paper of [thermal(longFacts()), thermalPaper(ticket, { reprint: false })]) {
      expect(thermalText(paper).match(/SPÉCIMEN/g)).toHaveLength(2)
    }
    expect(a4(someFacts())).not.toContain('SPÉCIMEN')
    expect(thermalText(thermal(someFacts()))).not.toContain('SPÉCIMEN')
  })

  test.each([
    ['administré', 'Exemplaire de l’administré'],
    ['demandeur', 'Exemplaire du demandeur'],
    ['personne', 'Exemplaire de la personne'],
  ])('the office’s word for the person is used: %s', (personWord, said) => {
    expect(textOf(a4(someFacts({ personWord })))).toContain(said)
  })

  test.each([
    ['A4', (facts: DocumentFacts) => textOf(a4(facts))],
    ['80 mm', (facts: DocumentFacts) => thermalText(thermal(facts))],
  ])('an incident of nobody is the public’s, and speaks of nobody’s data: %s', (_, read) => {
    const ofVisit = read(specimens.incident)
    expect(ofVisit).toContain('Exemplaire de l’usager')
    expect(ofVisit).toContain('Vos données')
    const ofNobody = read({ ...specimens.incident, ticket: null, addressee: null })
    expect(ofNobody).toContain('Exemplaire du public')
    expect(ofNobody).not.toMatch(/usager|Vos données/)
    expect(ofNobody).toContain('Le Défenseur des droits')
  })

  test('an office without e-mail leaves no empty mark', () => {
    expect(thermalText(thermal(longFacts()))).not.toMatch(/· *(Récépissé|null)|null|undefined/)
  })

  test('a filing that was not received still lists what was shown', () => {
    const paper = textOf(a4(someFacts({ outcome: 'notServed' })))
    expect(paper).toContain('Votre demande n’a pas pu être reçue.')
    expect(paper).toContain('Pré-demande en ligne ou formulaire')
  })
})

describe('the A4 page', () => {
  test('counts the lines that a long name and address take in their narrow place', () => {
    const full = (familyName: string) => ({ familyName, firstName: null, usageName: null, contact: null })
    const fits = (familyName: string) =>
      fitsOneSheet(draftContent({ ...specimens.nonReception, addressee: full(familyName) }), false)
    expect(fits('Roux')).toBe(true)
    // Four lines of the whole width, and eleven of its own.
    expect(fits('Montmorency '.repeat(32))).toBe(false)
  })

  const hostile = '</style><script>alert(1)</script>"\'&<img src=https://ailleurs.example/x>'

  test('what people wrote is never markup', () => {
    const html = a4(someFacts({ label: hostile, service: hostile, personWord: hostile }))
    // One picture: the code.
    expect(html.match(/<script|<img/g)).toEqual(['<img'])
    expect(html.match(/<\/style>/g)).toHaveLength(1)
    expect(textOf(html)).toContain('alert(1)')
  })

  test('asks for nothing outside itself', () => {
    expect(a4(someFacts())).not.toMatch(/(src|href)="(?!data:)|@import|url\((?!data:)/)
  })

  test('keeps an article whole, and has the dates that its notes give in bold', () => {
    const html = a4(someFacts({ relates: { how: 'duplicate', number: 'RD-2026-1', issuedAt } }))
    expect(html).toContain('<span class="whole">R113-8</span>')
    expect(html).toContain('émis le <b>3\u00a0mars\u00a02026</b>')
  })

  test('has a language, a title, one main heading, and tables with headers', () => {
    const html = a4(someFacts())
    expect(html).toContain('<html lang="fr">')
    expect(html).toContain('<title>Récépissé de dépôt N°\u00a0RD-2026-1</title>')
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html).toContain('<th scope="row">Sans réponse</th>')
    expect(a4(longFacts())).toContain('<th scope="col">Pièce</th>')
    expect(html).toMatch(/<img src="data:[^"]*" alt="Code de vérification [0-9A-Z-]{11}">/)
  })
})

describe('the receipt paper', () => {
  test('no line is wider than the paper, and « A 42 » and « 10 h 21 » are whole', () => {
    for (const columns of [48, 42, 32]) {
      for (const paper of everyPaper) {
        for (const { text, size } of texts(thermalPaper(paper, { reprint: true, columns }))) {
          expect([...text].length * size, text).toBeLessThanOrEqual(columns)
        }
      }
      const lines = texts(thermalPaper(documentPaper(someFacts()), { reprint: false, columns })).map(
        ({ text }) => text,
      )
      expect(lines.some((line) => line.includes('Ticket A 42'))).toBe(true)
      expect(lines.filter((line) => line.includes('10 h 21')).length).toBeGreaterThan(1)
    }
  })

  test('a ticket shows its number large, what to bring, and who waits before', () => {
    const blocks = thermalPaper(ticketPaper, { reprint: false })
    expect(texts(blocks).find(({ size }) => size === 6)?.text).toBe('A 42')
    expect(thermalText(blocks)).toContain('4 personnes attendent avant vous')
    expect(thermalText(blocks)).toContain('- ancienne carte ou passeport')
    expect(blocks.at(-1)).toEqual({ block: 'cut' })
  })

  test('its picture has the same lines, in a page as long as they are', () => {
    const blocks = thermalPaper(documentPaper(someFacts()), { reprint: false })
    const html = thermalHtml(blocks, { qr: () => qrSvg, title: 'Récépissé' })
    expect(textOf(html.replace(/<head>[\s\S]*<\/head>/, ''))).toBe(thermalText(blocks))
    expect(html).toContain(`size: 80mm ${thermalHeightMm(blocks)}mm`)
  })
})
