import { describe, expect, test } from 'vitest'
import { DocumentFacts, type FactsOf } from '../../../shared/contract/documents/issued.ts'
import { documentContent, draftContent, type Section } from '../../../shared/documents/content.ts'
import { missingMentions } from '../../../shared/documents/mentions.ts'
import { issue } from '../../fixtures/papers.ts'
import { specimens } from '../../fixtures/specimens.ts'

type Kind = 'refus' | 'acceptation' | 'motifs' | 'trace' | 'regularisation' | 'incident' | 'annulation'

/** The specimen of a kind, changed as the test wants. */
const facts = <K extends Kind>(kind: K, change: object = {}): FactsOf<K> =>
  DocumentFacts.parse({ ...specimens[kind], ...change }) as FactsOf<K>
const lacks = (kind: Kind, change: object) =>
  missingMentions(facts(kind, change)).map(({ mention }) => mention)

const linesOf = (section: Section): readonly string[] =>
  section.is === 'text'
    ? section.lines
    : section.is === 'list'
      ? section.items
      : section.rows.map(({ term, detail }) => `${term} | ${detail}`)
/** All that a paper says, with ordinary spaces. */
function said(kind: Kind, change: object = {}): string {
  const content = documentContent(issue(facts(kind, change)), { copy: 1, reprint: false })
  const { title, lead, notes, sections, signed, signature } = content
  return [
    title,
    lead,
    ...notes,
    ...sections.flatMap((one) => [one.title, ...linesOf(one)]),
    signed,
    signature ?? '',
  ]
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
}

const { remedies } = facts('refus')
/** Where no text sets a delay, as for a civil partnership: the judge alone, by its address. */
const unbounded = {
  ...remedies,
  detail: 'Il statue à bref délai.',
  prior: 'no',
  authority: null,
  court: 'le président du tribunal judiciaire de Melun, 2 avenue du Général-Leclerc, 77000 Melun',
  delay: null,
  noDelay: true,
}

describe('a decision that lacks a mandatory mention is not issued', () => {
  test.each([
    ['facts', { facts: ' ' }],
    ['law', { law: [] }],
    ['addressee', { addressee: null }],
    ['request', { label: '' }],
    ['agent', { author: null }],
    ['signature', { signatory: null }],
    ['algorithm', { algorithm: null }],
    ['court', { remedies: { ...remedies, court: 'le tribunal administratif' } }],
    ['remedies', { remedies: { ...remedies, delay: null } }],
    ['remedies', { remedies: { ...remedies, noDelay: true } }],
    ['remedies', { remedies: { ...remedies, prior: 'unknown' } }],
    ['remedies', { remedies: { ...remedies, prior: 'unknown', delay: null, noDelay: true } }],
    ['remedies', { remedies: { ...remedies, authority: null } }],
  ])('a refusal and a communication of reasons without their %s', (mention, change) => {
    expect(lacks('refus', change)).toEqual([mention])
    expect(lacks('motifs', change)).toEqual([mention])
  })

  test('a refusal dated before the request, or after its paper, lacks its date', () => {
    expect(lacks('refus', { decidedOn: '2026-01-11' })).toEqual(['decisionDate'])
    expect(lacks('refus', { decidedOn: '2026-03-04' })).toEqual(['decisionDate'])
  })

  test('reasons that nobody had asked yet, or asked before the rejection, lack the date of the question', () => {
    expect(lacks('motifs', { askedOn: '2026-03-04' })).toEqual(['askedDate'])
    expect(lacks('motifs', { askedOn: '2026-02-11' })).toEqual(['askedDate'])
  })

  test('a decision that no rule helped to take needs no mention of one', () => {
    expect(lacks('refus', { algorithm: null, rule: null })).toEqual([])
  })

  test.each([
    ['fileReference', { file: null }],
    ['silence', { silence: { ...facts('acceptation').silence, sense: 'rejet' } }],
    ['receptionDate', { completeOn: '2026-02-15' }],
    ['acquiredDate', { acquiredOn: '2026-03-04' }],
    ['signature', { signatory: null }],
    ['addressee', { addressee: null }],
  ])('an attestation of acceptance without its %s', (mention, change) => {
    expect(lacks('acceptation', change)).toEqual([mention])
  })

  test('a mention that lacks is named with the article that asks it', () => {
    expect(missingMentions(facts('refus', { law: [], facts: '', signatory: null, algorithm: null }))).toEqual(
      [
        { mention: 'signature', article: 'CRPA, art. L212-1' },
        { mention: 'facts', article: 'CRPA, art. L211-5' },
        { mention: 'law', article: 'CRPA, art. L211-5' },
        { mention: 'algorithm', article: 'CRPA, art. L311-3-1 et R311-3-1-1' },
      ],
    )
  })
})

describe('so do the papers that go with decisions', () => {
  test.each([
    ['trace', 'ruleVersion', { rule: null }],
    ['trace', 'purpose', { purpose: '' }],
    ['trace', 'reasoning', { lines: [] }],
    ['regularisation', 'breach', { breach: '' }],
    ['regularisation', 'law', { law: [] }],
    ['regularisation', 'formalities', { formalities: [' '] }],
    ['regularisation', 'dueDate', { dueOn: '2026-03-03' }],
    ['regularisation', 'consequence', { consequence: '' }],
    ['incident', 'incident', { what: ' ' }],
    ['incident', 'incident', { until: facts('incident').from - 1 }],
    ['incident', 'effect', { effect: '' }],
    ['annulation', 'related', { cancels: { ...facts('annulation').cancels, number: '' } }],
    ['annulation', 'reason', { reason: '' }],
  ] as const)('%s without its %s', (kind, mention, change) => {
    expect(lacks(kind, change)).toEqual([mention])
  })
})

describe('a refusal says', () => {
  test('what was asked and when, the facts, each text with what it says, and that it has both (L211-5)', () => {
    const text = said('refus')
    expect(text).toContain(
      'Votre demande, reçue le 12 janvier 2026, est refusée par décision du 2 mars 2026.',
    )
    expect(text).toContain('Le logement mesure 9 m² pour trois personnes.')
    expect(text).toContain('CESEDA, art. L313-3 | Le maire refuse la validation')
    expect(text).toContain(
      'Règlement intérieur du service, art. 4, texte indiqué par le signataire, non vérifié | ',
    )
    expect(text, 'a text that nobody has read here').not.toContain('motivée en fait et en droit')
    const read = said('refus', { law: facts('refus').law.slice(0, 1) })
    expect(read).toContain('motivée en fait et en droit (CRPA, art. L211-2 et L211-5)')
  })

  test('the obligatory recourse, before whom, by when, and on which situation it is judged (L412-3)', () => {
    const text = said('refus')
    expect(text).toContain(
      'Dans les 2 mois qui suivent sa remise ou sa notification, vous devez d’abord saisir le préfet de Seine-et-Marne, 12 rue des Saints-Pères, 77000 Melun',
    )
    expect(text).toContain('prévalant à la date de sa décision')
    expect(text).toContain('43 rue du Général de Gaulle, 77000 Melun')
  })

  test('a delay of one month or one day as it is said', () => {
    for (const [unit, words] of [
      ['months', 'Dans le mois qui suit sa remise ou sa notification, vous devez'],
      ['days', 'Dans le jour qui suit sa remise ou sa notification, vous devez'],
    ] as const)
      expect(said('refus', { remedies: { ...remedies, prior: 'yes', delay: { count: 1, unit } } })).toContain(
        words,
      )
  })

  test('before which court, where no recourse comes first', () => {
    const text = said('refus', { remedies: { ...remedies, prior: 'no' } })
    expect(text).toContain('vous pouvez saisir le juge : le tribunal administratif de Melun, 43 rue')
    expect(text).not.toContain('préalable')
  })

  test('that no text sets a delay, before which judge and how, where that is known', () => {
    expect(lacks('refus', { remedies: unbounded })).toEqual([])
    const text = said('refus', { remedies: unbounded })
    expect(text).toContain(
      'Vous pouvez saisir le juge : le président du tribunal judiciaire de Melun, 2 avenue du Général-Leclerc, 77000 Melun',
    )
    expect(text).toContain('Aucun texte ne fixe de délai pour ce recours.')
    expect(text).toContain('Il statue à bref délai.')
    expect(text).not.toMatch(/qui suivent sa remise|Recours gracieux/)
    expect(said('refus')).not.toContain('Aucun texte ne fixe de délai')
  })

  test('the same of a recourse that comes first: nothing prolongs a delay that is not', () => {
    const first = { ...remedies, delay: null, noDelay: true }
    expect(lacks('refus', { remedies: first })).toEqual([])
    const text = said('refus', { remedies: first })
    expect(text).toContain('Vous devez d’abord saisir le préfet')
    expect(text).toContain('Aucun texte ne fixe de délai pour ce recours.')
    expect(text).toContain('CRPA, art. L412-8')
    expect(text).not.toContain('ne prolonge pas ce délai')
  })

  test('of the reasons of a silence, that no delay is prolonged where none runs (L232-4)', () => {
    expect(said('motifs')).toContain('est prorogé jusqu’à l’expiration de deux mois')
    const text = said('motifs', { remedies: unbounded })
    expect(text).toContain('Aucun texte ne fixe de délai pour ce recours.')
    expect(text).not.toContain('prorogé')
  })

  test('nothing of a delay in the papers of before, which say the same as they did', () => {
    expect(facts('refus').remedies).not.toHaveProperty('noDelay')
    expect(DocumentFacts.parse(JSON.parse(JSON.stringify(specimens.refus)))).toEqual(specimens.refus)
  })

  test('that rules were run, what for, the right to have them, and how the CADA is seised (L311-3-1)', () => {
    const text = said('refus')
    expect(text).toContain('Sa finalité : dire ce que les textes exigent pour cette démarche.')
    expect(text).toContain('CRPA, art. L311-3-1 et R311-3-1-2')
    expect(text).toContain('cada.fr')
    expect(said('refus', { algorithm: null, rule: null })).not.toContain('cada.fr')
  })

  test('who signs, in what capacity, and by which act; by their own power there is none (L212-1)', () => {
    const own = { ...facts('refus').signatory, delegation: null }
    expect(said('refus')).toContain(
      'Signature, par délégation (arrêté n° 2026-12 du 4 janvier 2026) : Jeanne Rouvière, adjointe au maire',
    )
    expect(said('refus', { signatory: own })).toContain('Signature : Jeanne Rouvière, adjointe au maire')
  })

  test('that it refuses a part, when it does', () => {
    const text = said('refus', { extent: 'part' })
    expect(text).toContain('Décision de refus partiel')
    expect(text).toContain('est refusée en partie')
  })

  test('what the request costs all the same, with why and by which text; nothing where it costs nothing', () => {
    const price = { cents: 3000, why: 'Chaque demande donne lieu à la taxe, même refusée', toConfirm: false }
    const source = { title: 'CESEDA L313-6', id: null, extract: null, toConfirm: false }
    expect(said('refus', { price: { ...price, sources: [source] } })).toContain(
      'chaque demande donne lieu à la taxe, même refusée (CESEDA, art. L313-6)',
    )
    expect(said('refus')).not.toContain('Prix de la demande')
  })

  test('as a « projet », that nobody signed it and that it is worth nothing', () => {
    const content = draftContent(facts('refus', { signatory: null }))
    expect([content.number, content.code]).toEqual(['PROJET', ''])
    expect(content.signature).toContain('à signer par un agent qui a reçu délégation')
  })
})

describe('the other papers say', () => {
  test('reasons that are communicated: when they were asked, and until when they can be contested (L232-4)', () => {
    const text = said('motifs')
    expect(text).toContain('Vous les avez demandés le 20 février 2026')
    expect(text).toContain('deux mois suivant le jour où ces motifs vous sont communiqués')
    expect(text).toContain('Dans les 2 mois qui suivent la communication de ces motifs')
  })

  test('an acceptance: the request, its complete reception, the text, the day that it was acquired (L232-3)', () => {
    const text = said('acceptation')
    expect(text).toContain('Dossier | DO-2026-12')
    expect(text).toContain('Demande complète reçue le | 14 janvier 2026')
    expect(text).toContain('Acceptation acquise le | 14 février 2026')
    expect(text).toMatch(/\(C\. urb\.(?:, art\.)? R424-1\)/)
  })

  test('a trace says the part of the program, the data with their source, the parameters, the operations (R311-3-1-2)', () => {
    const text = said('trace')
    expect(text).toContain('Il ne décide pas')
    expect(text).toContain('La personne est-elle majeure ? | majeure (réponse donnée)')
    expect(text).toContain('présentée (d’après la pièce présentée)')
    expect(text).toContain('Justificatif de domicile | manquante (noté par l’agent)')
    expect(text).toContain('Date de naissance | 2 janvier 1980')
    expect(text).toContain('Titre présenté | Carte d’identité, valable jusqu’au 17 mai 2027')
    expect(text).toContain('les règles en vigueur le 3 mars 2026')
    expect(text).toMatch(/Justificatif de domicile : demandée \| CRPA(?:, art\.)? R113-8/)
    expect(text).toContain('– Une carte est une pièce d’identité | ')
    expect(text).toContain('2 lignes ne sont pas imprimées')
    expect(text).toContain('cada.fr')
  })

  test('a trace of nothing but the date: that nothing else was given', () => {
    expect(said('trace', { answers: [], pieces: [], birthDate: null, identity: null })).toContain(
      'Aucune réponse n’a été donnée',
    )
  })

  test('an invitation: the right to error, what to do, by when, and what comes otherwise (L123-1)', () => {
    const text = said('regularisation')
    expect(text).toContain('Vous pouvez régulariser jusqu’au 17 mars 2026, sans sanction.')
    expect(text).toContain('pour une première méconnaissance d’une règle')
    expect(text).toContain('incombe à l’administration (CRPA, art. L123-2)')
    expect(text).toContain('Venir avec le certificat de naissance')
    expect(text).toContain('Un jugement déclaratif sera nécessaire.')
  })

  test('an incident: since when, until when, or that it goes on', () => {
    expect(said('incident')).toContain('Jusqu’au | 3 mars 2026')
    expect(said('incident', { until: null })).toContain('l’incident dure encore')
  })

  test('an incident of nobody says so, and one of a visit does not', () => {
    const ofNobody = 'Ce rapport ne nomme personne : il dit ce qui est arrivé à l’office.'
    expect(said('incident')).not.toContain(ofNobody)
    expect(said('incident')).toContain('Conséquence pour la personne')
    const alone = said('incident', { ticket: null, addressee: null })
    expect(alone).toContain(ofNobody)
    expect(alone).toContain('Conséquence pour le public')
  })

  test('a cancellation: which document no longer holds, and why', () => {
    const text = said('annulation')
    expect(text).toContain('« Récépissé de dépôt » n° RD-2026-7')
    expect(text).toContain('Établi au nom d’une autre personne.')
  })
})
