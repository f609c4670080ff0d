import { describe, expect, test } from 'vitest'
import { isVisitFacts } from '../../../shared/contract/documents/issued.ts'
import { type Outcome } from '../../../shared/contract/queue/outcomes.ts'
import { type VisitFacts } from '../../../shared/contract/documents/visitFacts.ts'
import { draftContent } from '../../../shared/documents/content.ts'
import { plainContent } from '../../../shared/documents/plain.ts'
import { summaryIn } from '../../../shared/documents/summary.ts'
import { someFacts } from '../../fixtures/papers.ts'
import { PureOffice } from '../../fixtures/pureOffice.ts'

// What a visit leaves on paper: the domain's choice of papers, and what it writes on a receipt.

const morning = Date.parse('2026-03-03T09:42:00Z')

/** Someone received for an identity card, as far as `note` says, and the facts of the papers that the end issues. */
function papersOf(outcome: Outcome, ...notes: readonly unknown[]): readonly VisitFacts[] {
  const office = PureOffice.school(morning)
  office.act('day.open', {}, 'supervisor')
  office.act('ticket.take', { serviceId: 'titres', procedureId: 'cni' }, 'kiosk')
  office.act('counter.open', { counterId: '1' }, 'agent1')
  office.act('ticket.callNext', {}, 'agent1')
  office.act('ticket.start', {}, 'agent1')
  for (const note of notes) expect(office.act('sheet.update', note, 'agent1')).not.toHaveProperty('refusal')
  const to = outcome === 'forwarded' ? { to: { name: 'CCAS de Melun' } } : {}
  expect(office.act('visit.close', { outcome, ...to }, 'agent1')).not.toHaveProperty('refusal')
  return [...office.documents.values()].flatMap((document) =>
    document !== 'erased' && isVisitFacts(document.facts) ? [document.facts] : [],
  )
}

const saidOf = (facts: VisitFacts): string =>
  JSON.stringify(draftContent(facts)).replaceAll(/[\u00a0\u202f]/g, ' ')

const piecesOf = (facts: VisitFacts | undefined, state: string) =>
  facts?.pieces.filter((piece) => piece.state === state).map(({ title }) => title)

describe('a receipt', () => {
  test.each([
    ['CRPA L114-5', 'CRPA, art. L114-5'],
    ['C. civ. 78', 'C. civ., art. 78'],
    ['C. élect., art. L9 et L10', 'C. élect., art. L9 et L10'],
    ['CGI 170', 'CGI, art. 170'],
    ['décret 55-1397, art. 2', 'décret n° 55-1397, art. 2'],
    ['arrêté du 26 mai 2023', 'arrêté du 26 mai 2023'],
    ['fiche F1427', 'service-public.gouv.fr, fiche F1427'],
    ['CE 10 octobre 2024', 'CE 10 octobre 2024'],
  ])('names the text « %s » as texts are cited: « %s »', (title, cited) => {
    const facts = someFacts({
      silence: {
        title: 'Le silence vaut rejet',
        sources: [{ title, id: null, extract: null, toConfirm: false }],
        toConfirm: false,
      },
    })
    expect(saidOf(facts)).toContain(`(${cited})`)
  })

  test('names the service once, however the office has named it', () => {
    for (const service of ['Titres d’identité', 'Service de l’état civil', 'service du logement']) {
      const said = saidOf(someFacts({ service }))
      expect(said).not.toMatch(/service service/i)
      expect(said).toMatch(/"Service (Titres d’identité|de l’état civil|du logement)"/)
      expect(said).toMatch(/Reçu par [^"]*, service (Titres d’identité|de l’état civil|du logement)/)
    }
  })

  test('says of silence what is known, and otherwise whom to ask: nothing is left « à préciser »', () => {
    const [receipt] = papersOf('filed', { procedureId: 'copie-acte' })
    expect(saidOf(receipt!)).toContain(
      'Ce que vaut le silence dépend du cas : demandez-le au service (CRPA, art. L231-1',
    )
    expect(saidOf(someFacts({ silence: null }))).toContain('dépend du cas : demandez-le au service')
    expect(saidOf(receipt!)).not.toMatch(/à préciser|à confirmer/)
  })

  test('of a declaration says that it was received, by whom, and that nothing was asked, whoever collects it', () => {
    for (const procedureId of ['deces', 'naissance', 'impots', 'carte-grise', 'recensement', 'pacs']) {
      const said = saidOf(papersOf('filed', { procedureId })[0]!)
      expect(said, procedureId).toMatch(/non une demande|n’est pas une demande/)
      expect(said, procedureId).toContain('Votre déclaration a été reçue le 3 mars 2026')
      expect(said, procedureId).toContain('Suite donnée : déclaration reçue.')
      expect(said, procedureId).not.toMatch(/Votre demande|demande déposée|la demande est|L114-4|R112-4/)
    }
    const impots = saidOf(papersOf('filed', { procedureId: 'impots' })[0]!)
    expect(impots).toContain('La déclaration est adressée à : le service des impôts des particuliers.')
    expect(impots).not.toContain('Autorité qui décide')
  })

  test('of a declaration that lacks a piece speaks of no delay and of no right that would wait for it', () => {
    const said = saidOf(
      papersOf('incomplete', {
        procedureId: 'deces',
        pieces: [{ pieceId: 'certificat-deces', state: 'missing' }],
      })[0]!,
    )
    expect(said).toContain('Aucune décision n’est attendue : aucun délai de réponse ne court.')
    expect(said).not.toContain('L114-5-1')
  })

  test('of a declaration explains its hard words as of one, and that of a request as of a request', () => {
    const wordsOf = (procedureId: string) => {
      const facts = papersOf('filed', { procedureId })[0]!
      return JSON.stringify(plainContent(draftContent(facts), facts).sections.at(-1))
    }
    expect(wordsOf('deces')).toContain('pour votre déclaration')
    expect(wordsOf('deces')).not.toContain('votre demande')
    expect(wordsOf('cni')).toContain('pour votre demande')
  })

  test('of a declaration is told as one in each language', () => {
    const facts = papersOf('filed', { procedureId: 'impots' })[0]!
    const request = papersOf('filed', { procedureId: 'cni' })[0]!
    for (const [lang, word] of [
      ['en', 'declaration'],
      ['es', 'declaración'],
      ['ar', 'تصريحًا'],
      ['uk', 'декларацію'],
    ] as const) {
      expect(JSON.stringify(summaryIn(lang, facts, 'RD-2026-1')), lang).toContain(word)
      expect(JSON.stringify(summaryIn(lang, request, 'RD-2026-1')), lang).not.toContain(word)
    }
  })

  test('of a declaration made online does not say that a paper was handed in', () => {
    const pieces = [{ pieceId: 'declaration-en-ligne', state: 'presented' }]
    const said = saidOf(papersOf('filed', { procedureId: 'impots' }, { pieces })[0]!)
    expect(said).toContain('Déclaration en ligne')
    expect(said).not.toContain('sur papier a été remise')
  })

  test('of a payment speaks of what was left, never of a request beside « non une demande »', () => {
    const said = saidOf(papersOf('filed', { procedureId: 'paiement' })[0]!)
    expect(said).toContain('n’est pas une demande')
    expect(said).toContain('Votre dépôt a été enregistré le 3 mars 2026')
    expect(said).not.toMatch(/Votre demande|demande déposée/)
    expect(saidOf(papersOf('filed', { procedureId: 'legalisation' })[0]!)).toContain(
      'Votre demande a été déposée',
    )
  })

  test('names who decides, or says nothing of it: « l’autorité compétente » tells nobody anything', () => {
    expect(saidOf(someFacts({ decides: 'le préfet' }))).toContain('Autorité qui décide : le préfet.')
    expect(saidOf(someFacts({ decides: 'l’autorité compétente' }))).not.toContain('Autorité qui décide')
  })

  test('names no piece that only another case would need', () => {
    const [receipt] = papersOf('filed', { pieces: [{ pieceId: 'photo', state: 'presented' }] })
    expect(piecesOf(receipt, 'presented')).toEqual(['Photo de moins de 6 mois'])
    const left = piecesOf(receipt, 'notExamined')
    expect(left).toContain('Justificatif de domicile, moins d’un an')
    expect(left?.join()).not.toMatch(/hébergement|naissance|timbre|perte|certifiée/i)
  })

  test('says what lacks with its text, and keeps what was shown without being due', () => {
    const [receipt] = papersOf('incomplete', {
      answers: {},
      pieces: [
        { pieceId: 'justificatif-domicile', state: 'missing' },
        { label: 'Livret de famille', state: 'presented' },
      ],
    })
    expect(piecesOf(receipt, 'missing')).toEqual(['Justificatif de domicile, moins d’un an'])
    expect(receipt?.pieces.find(({ state }) => state === 'missing')?.sources).not.toEqual([])
    expect(piecesOf(receipt, 'presented')).toEqual(['Livret de famille'])
  })

  test('keeps a piece that was shown before an answer made it another case’s', () => {
    const [receipt] = papersOf(
      'filed',
      { answers: { logement: 'hébergée' } },
      { pieces: [{ pieceId: 'attestation-hebergement', state: 'presented' }] },
      { answers: { logement: 'le sien' } },
    )
    expect(piecesOf(receipt, 'presented')).toEqual(['Attestation d’hébergement signée'])
  })

  test('of a version before, noted incomplete without a piece named: it says that no piece is asked', () => {
    const [receipt] = papersOf('filed')
    const { lacks, notes } = draftContent({ ...receipt!, outcome: 'incomplete' })
    expect(lacks).toBeNull()
    expect(notes.join(' ')).toContain('aucune ne vous est demandée (CRPA')
  })

  test('forgets a piece whose label was typed by mistake and set aside', () => {
    const [receipt] = papersOf('filed', {
      pieces: [
        { label: 'Livret de famile', state: 'notExamined' },
        { label: 'Livret de famille', state: 'presented' },
      ],
    })
    expect(JSON.stringify(receipt)).not.toContain('famile')
    expect(piecesOf(receipt, 'presented')).toEqual(['Livret de famille'])
  })

  test('of any other request names it, and says the law common to all of them', () => {
    const [receipt] = papersOf('notServed', {
      procedureId: 'autre',
      label: 'Demande de stationnement',
      pieces: [{ label: 'Plan', state: 'presented' }],
    })
    expect(receipt).toMatchObject({ label: 'Autre démarche', saidLabel: 'Demande de stationnement' })
    expect(receipt?.silence?.title).toMatch(/pendant 2 mois vaut acceptation, ou rejet dans les cas/)
  })
})

describe('who leaves with what', () => {
  test.each<[Outcome, readonly string[]]>([
    ['information', []],
    ['handedOver', []],
    ['filed', ['recepisse']],
    ['incomplete', ['recepisse']],
    ['forwarded', ['recepisse', 'attestation']],
    ['notServed', ['recepisse', 'attestation']],
  ])('%s, a piece having been shown: %j', (outcome, kinds) => {
    const lacking = outcome === 'incomplete' ? [{ pieceId: 'justificatif-domicile', state: 'missing' }] : []
    const papers = papersOf(outcome, { pieces: [{ pieceId: 'photo', state: 'presented' }, ...lacking] })
    expect(papers.map(({ kind }) => kind)).toEqual(kinds)
  })

  test.each<Outcome>(['forwarded', 'notServed'])(
    '%s, nothing shown: a certificate of presence',
    (outcome) => {
      expect(papersOf(outcome).map(({ kind }) => kind)).toEqual(['attestation'])
    },
  )

  test('the certificate of who was not received says by whose doing, and that of who was sent on does not', () => {
    expect(saidOf(papersOf('notServed')[0]!)).toContain('Non-réception du fait du service.')
    expect(saidOf(papersOf('forwarded')[0]!)).not.toContain('Non-réception')
  })
})
