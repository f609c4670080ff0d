import { describe, expect, test } from 'vitest'
import type { DocumentFacts, FactsOf } from '../../../shared/contract/documents/issued.ts'
import type { DocumentKind } from '../../../shared/contract/documents/kinds.ts'
import { silenceUnsaid } from '../../../shared/domain/law/checklist.ts'
import { draftContent } from '../../../shared/documents/content.ts'
import { missingMentions } from '../../../shared/documents/mentions.ts'
import { mentionWords } from '../../../shared/messages/documents/mentions.fr.ts'
import { thermalPaper } from '../../../shared/documents/thermal.ts'
import { documentPaper, issue } from '../../fixtures/papers.ts'
import { specimens } from '../../fixtures/specimens.ts'

/** The whole document of that kind, with these facts changed. */
const paper = <K extends DocumentKind>(kind: K, change: object = {}): FactsOf<K> => {
  const whole = specimens[kind] as FactsOf<K> | undefined
  if (!whole) throw new Error(`no specimen of ${kind}`)
  return { ...whole, relates: null, ...change } as FactsOf<K>
}
const lacks = (facts: DocumentFacts) => missingMentions(facts).map(({ mention }) => mention)
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
/** All that the paper says of its own, in one text. */
const said = (facts: DocumentFacts): string => {
  const { title, lead, notes, sections, signature } = draftContent(facts)
  const inside = sections.flatMap((section) => [
    section.title,
    ...(section.is === 'text'
      ? section.lines
      : section.is === 'list'
        ? section.items
        : section.rows.flatMap(({ term, detail }) => [term, detail])),
  ])
  return plain([title, lead, ...notes, ...inside, signature ?? ''].join('\n'))
}

const accuse = paper('accuse')
const incomplete = accuse.incomplete!
const remedies = accuse.remedies!
const acceptance = {
  sense: 'acceptation',
  on: '2026-05-03',
  title: 'Le silence gardé pendant 2 mois vaut décision d’acceptation',
  sources: [{ title: 'CRPA, art. L231-1', id: null, extract: null, toConfirm: false }],
  toConfirm: false,
}
const asked = paper('pieces').pieces
const unnamed = [{ ...asked[0]!, title: ' ' }]
const unfounded = [{ ...asked[0]!, sources: [] }]

const everyKind = {
  date: { zone: 'Europe/Nulle-Part' },
  service: { service: '' },
  address: { office: { ...accuse.office, street: ' ' } },
  phone: { office: { ...accuse.office, phone: '' } },
  agent: { author: null },
}

/** One mention taken away, and nothing else. */
const taken: readonly (readonly [DocumentKind, Readonly<Record<string, object>>])[] = [
  [
    'accuse',
    {
      ...everyKind,
      request: { label: '' },
      receptionDate: { receivedOn: '' },
      competent: { competent: false },
      silence: { silence: { ...accuse.silence, sense: 'sansObjet' }, incomplete: null, remedies: null },
      implicitDate: { silence: { ...accuse.silence, on: null } },
      remedies: { remedies: null },
      missingPieces: { incomplete: { ...incomplete, pieces: [] } },
      pieceSources: { incomplete: { ...incomplete, pieces: unfounded } },
      dueDate: { incomplete: { ...incomplete, dueOn: null } },
      clockEffect: { incomplete: { ...incomplete, effect: 'restarts' } },
      pieceTitles: { pieces: [{ title: '', state: 'presented' }] },
      ruleVersion: { rule: null },
    },
  ],
  [
    'pieces',
    {
      ...everyKind,
      request: { label: '' },
      requestDate: { askedOn: '2026-03-02' },
      missingPieces: { pieces: unnamed },
      pieceSources: { pieces: unfounded },
      dueDate: { dueOn: '2026-03-03' },
      clockEffect: { effect: 'unknown' },
    },
  ],
  [
    'original',
    {
      ...everyKind,
      request: { label: '' },
      requestDate: { askedOn: '' },
      missingPieces: { pieces: [] },
      doubt: { doubt: ' ' },
    },
  ],
  [
    'transmission',
    {
      ...everyKind,
      request: { label: '' },
      receptionDate: { receivedOn: '' },
      recipient: { to: { name: '', address: null } },
      forwardDate: { on: '2026-03-01' },
      sentWhat: { sent: '' },
    },
  ],
  [
    'originaux',
    {
      ...everyKind,
      originals: { pieces: [] },
      returnDate: { returnedOn: '2026-03-03' },
    },
  ],
  [
    'urbanisme',
    {
      ...everyKind,
      registration: { registration: '' },
      receptionDate: { receivedOn: '' },
      tacitDate: { tacitOn: '2026-03-03' },
      request: { label: '' },
      ruleVersion: { rule: null },
    },
  ],
  [
    'sejour',
    {
      ...everyKind,
      addressee: { addressee: null },
      request: { label: '' },
      stayPeriod: { until: null },
      completeRequest: { complete: false },
      signature: { author: { pseudonym: 'Agent 7' } },
    },
  ],
  [
    'recensement',
    {
      ...everyKind,
      fullName: { addressee: { ...accuse.addressee, firstName: null } },
      birthDate: { birthDate: null },
      birthPlace: { birthPlace: null },
      domicile: { domicile: '' },
      censusDate: { filedOn: '' },
    },
  ],
]

describe.each(taken)('a paper of kind « %s »', (kind, mentions) => {
  test('is whole, and is issued', () => {
    expect(lacks(paper(kind))).toEqual([])
    expect(issue(paper(kind)).seal.kind).toBe(kind)
  })

  test.each(Object.entries(mentions))('without its %s is not issued', (mention, change) => {
    const facts = paper(kind, change)
    // What rests on it may lack with it: no signature without an agent.
    expect(lacks(facts)).toContain(mention)
    expect(() => issue(facts)).toThrow(mention)
    expect(mentionWords[mention as keyof typeof mentionWords]).not.toBe('')
  })

  test('has no other mention that could lack', () => {
    const nothing = Object.assign({}, ...Object.values(mentions)) as object
    expect(lacks(paper(kind, nothing)).filter((mention) => !(mention in mentions))).toEqual([])
  })
})

describe('the acknowledgement (CRPA R112-5)', () => {
  test('says when it was received, when silence rejects it, and that it can', () => {
    const text = said(accuse)
    expect(text).toContain('Votre demande a été reçue le 3 mars 2026.')
    expect(text).toContain('Sans décision expresse, elle sera réputée rejetée au plus tard le 24 avril 2026')
    expect(text).toContain('vaut décision de rejet (CESEDA, art. R313-11)')
    expect(text).toContain('peut donner lieu à une décision implicite de rejet')
  })

  test('says what lacks, by which text, by when, and the paragraph that holds (L114-5 al. 3)', () => {
    const text = said(accuse)
    expect(text).toContain('Pièces manquantes, à produire au plus tard le 24 mars 2026')
    expect(text).toContain('Justificatif de ressources\nCESEDA, art. R313-7 ; CESEDA, art. R313-8')
    expect(text).toContain('suspendu jusqu’au 24 mars 2026')
    expect(text).toContain('art. L114-5, al. 3')
    expect(text).not.toContain('al. 2')
  })

  test('lists the pieces produced: it is their receipt too', () => {
    expect(said(accuse)).toContain('Pièces produites\nFormulaire signé')
    // What nobody looked at may not have come.
    expect(said(accuse)).toContain('Pièces non examinées\nTitre d’occupation du logement')
    const none = paper('accuse', { pieces: [], incomplete: null })
    expect(said(none)).toContain('Aucune pièce n’a été produite.')
  })

  test('says the obligatory recourse, its authority, its delay, and on what it is judged (L412-3, L412-4)', () => {
    const text = said(accuse)
    expect(text).toContain(
      'Dans les 2 mois qui suivent le rejet, vous devez d’abord saisir le préfet de Seine-et-Marne, 12 rue des Saints-Pères, 77010 Melun Cedex',
    )
    expect(text).toContain('prévalant à la date de sa décision')
    expect(text).toContain('ne prolonge pas ce délai (CRPA, art. L412-4)')
    expect(text).toContain('Si ce recours est rejeté : tribunal administratif de Melun.')
  })

  test('says that silence can be contested at any time, where no text sets a delay against it', () => {
    const court = 'tribunal administratif, 43 rue du Général-de-Gaulle, 77008 Melun'
    const free = { ...remedies, prior: 'no', authority: null, court, delay: null, noDelay: true }
    const facts = paper('accuse', { remedies: free })
    expect(lacks(facts)).toEqual([])
    expect(said(facts)).toContain('Après ce silence, aucun texte ne fixe de délai pour ce recours.')
    expect(said(facts)).not.toContain('qui suivent le rejet')
  })

  test.each([
    ['no delay', { delay: null }],
    ['nobody knows whether a recourse comes first', { prior: 'unknown' }],
    ['an obligatory recourse before nobody', { authority: null }],
    ['a court among many', { prior: 'no', court: 'tribunal administratif' }],
  ])('is not complete with remedies that lack something: %s', (_, change) => {
    expect(lacks(paper('accuse', { remedies: { ...remedies, ...change } }))).toEqual(['remedies'])
  })

  test('of an acceptance says the attestation of L232-3, and needs no remedy', () => {
    const facts = paper('accuse', { silence: acceptance, incomplete: null, remedies: null })
    expect(lacks(facts)).toEqual([])
    expect(said(facts)).toContain('réputée acceptée le 3 mai 2026')
    expect(said(facts)).toContain('art. L232-3')
  })

  test('of an acceptance that waits for pieces has no day, and says from when its delay runs (L114-5 al. 2)', () => {
    const facts = paper('accuse', {
      silence: { ...acceptance, on: null },
      incomplete: { ...incomplete, effect: 'restarts' },
      remedies: null,
    })
    expect(lacks(facts)).toEqual([])
    expect(said(facts)).toContain('ne court qu’à compter de la réception des pièces')
    expect(said(facts)).not.toContain('réputée acceptée le')
  })

  test('where a right is at stake, says that nothing stops for a piece that is not indispensable (L114-5-1)', () => {
    const pieces = [{ ...asked[0]!, indispensable: false }]
    const facts = paper('accuse', { incomplete: { ...incomplete, pieces, effect: 'none' } })
    expect(lacks(facts)).toEqual([])
    expect(said(facts)).toContain('le droit ne prend effet qu’à sa réception (CRPA, art. L114-5-1)')
    expect(said(facts)).toContain('l’instruction continue sans elle')
  })
})

describe('by electronic means', () => {
  test('the acknowledgement says its date under the condition that the request is complete (R112-11-1)', () => {
    const text = said(paper('accuse', { form: 'are', incomplete: null }))
    expect(text).toContain('Accusé de réception électronique')
    expect(text).toContain('rejetée le 24 avril 2026, sous réserve que la demande soit complète')
  })

  test('that of a sending says the date of its receipt and nothing of the request (R112-11-2)', () => {
    const bare = { competent: false, silence: null, incomplete: null, remedies: null, pieces: [], rule: null }
    const facts = paper('accuse', { form: 'aee', ...bare })
    expect(lacks(facts)).toEqual([])
    expect(said(facts)).toContain('Votre envoi électronique a été reçu le 3 mars 2026.')
    expect(said(facts)).not.toMatch(/réputée|recours/)
    expect(said(facts)).toContain('au plus tard dix jours ouvrés après cette réception')
    expect(lacks({ ...facts, receivedOn: '' as never })).toEqual(['receptionDate'])
  })
})

describe('a request for pieces (CRPA L114-5)', () => {
  test.each([
    ['suspends', { effect: 'suspends' }, /suspendu jusqu’au 24 mars 2026/, /al\. 2/],
    ['restarts', { effect: 'restarts', silence: acceptance }, /al\. 2/, /al\. 3/],
    ['none', { effect: 'none' }, /L114-5-1/, /al\. [23]/],
  ])('says the one paragraph that holds: %s', (_, change, holds, not) => {
    const facts = paper('pieces', change)
    expect(lacks(facts)).toEqual([])
    expect(said(facts)).toMatch(holds)
    expect(said(facts)).not.toMatch(not)
  })

  test('says both where nobody knows what silence is worth', () => {
    const silence = { ...acceptance, sense: 'inconnu', on: null, title: silenceUnsaid }
    const facts = paper('pieces', { effect: 'unknown', silence })
    expect(lacks(facts)).toEqual([])
    expect(said(facts)).toMatch(/al\. 2[\s\S]*al\. 3/)
  })
})

test('the original of a doubted copy is asked with the reason, by registered letter, and stops the procedure (R113-6)', () => {
  const text = said(paper('original'))
  expect(text).toContain('Le bulletin de salaire reçu porte deux dates.')
  expect(text).toContain('lettre recommandée avec demande d’avis de réception')
  expect(text).toMatch(/suspendue à compter du 4 mars 2026, jusqu’à la production .*art\. R113-6/)
  const one = said(paper('original', { pieces: specimens.original!.pieces.slice(0, 1) }))
  expect(text).toContain('comporte des copies')
  expect(one).toContain('comporte une copie')
  // Missing pieces may be asked by another letter meanwhile: this one speaks of itself alone.
  expect(text).toContain('Cette lettre ne demande rien d’autre que ces originaux.')
  expect(one).toContain('Cette lettre ne demande rien d’autre que cet original.')
})

test('an original given back says when it had been received, on a roll too, where a table has no heads', () => {
  const lines = thermalPaper(documentPaper(paper('originaux')), { reprint: false }).flatMap((block) =>
    block.block === 'text' ? [block.text] : [],
  )
  expect(lines.join(' ').replaceAll(/\s/g, ' ')).toContain('- Passeport : reçu le 3 mars 2026')
})

describe('a forwarding (CRPA L114-2, L114-3)', () => {
  test('says to whom, and that the clock of a rejection keeps its first date', () => {
    const text = said(paper('transmission'))
    expect(text).toContain('Préfecture de Seine-et-Marne, 12 rue des Saints-Pères')
    expect(text).toContain('court depuis sa première réception, le 3 mars 2026 (CRPA, art. L114-3, al. 1)')
    expect(text).not.toContain('al. 2')
  })

  test('says that the clock of an acceptance starts at the competent office', () => {
    const text = said(paper('transmission', { silence: { ...acceptance, on: null }, arrivedOn: null }))
    expect(text).toContain('ne court qu’à compter de sa réception par l’administration compétente')
    expect(text).not.toContain('al. 1')
  })

  test('promises an acknowledgement of a declaration only where it came by e-mail (CRPA L112-3, L112-11)', () => {
    const there = 'L’accusé de réception est délivré par l’administration compétente'
    const silence = { ...acceptance, sense: 'sansObjet', on: null } as const
    const declared = { nature: 'declaration', silence } as const
    expect(said(paper('transmission'))).toContain(there)
    expect(said(paper('transmission', { nature: 'declaration' })), 'one that may be opposed').toContain(there)
    expect(said(paper('transmission', declared))).not.toContain(there)
    expect(said(paper('transmission', { ...declared, electronic: true }))).toContain(there)
  })

  test('to an office that decides nothing moves no clock', () => {
    const text = said(paper('transmission', { competent: false }))
    expect(text).toContain('aucun délai n’est changé')
    expect(text).not.toContain('administration compétente :')
  })
})

describe('the receipt of town planning (C. urb. R*423-3 to R*423-6)', () => {
  test('says the number, the day of the tacit permit, and what can be told within a month', () => {
    const text = said(paper('urbanisme'))
    expect(text).toContain('enregistré sous le n° PC 077 186 26 00012')
    expect(text).toContain('un permis tacite intervient le 3 mai 2026')
    expect(text).toMatch(/R\*423-5, a[\s\S]*R\*423-5, b[\s\S]*architecte des Bâtiments de France/)
    expect(text).toContain('art. R112-11-1')
  })

  test('of a declaration says from when works may begin; of an excluded permit, when silence rejects', () => {
    const declared = said(paper('urbanisme', { permit: 'declaration', tacitOn: '2026-04-03' }))
    expect(declared).toContain('les travaux peuvent être entrepris à partir du 3 avril 2026')
    const excluded = said(paper('urbanisme', { excluded: true }))
    expect(excluded).toContain('le silence vaut rejet le 3 mai 2026')
    expect(excluded).not.toMatch(/permis tacite intervient|certificat/)
    // Silence rejects: an electronic acknowledgement would say how to contest it, and this paper does not.
    expect(excluded).not.toContain('vaut accusé de réception électronique')
    expect(said(paper('urbanisme'))).toContain('Il vaut accusé de réception électronique')
    expect(declared).toContain('certificat de non-opposition')
  })
})

describe('the three papers of a stay are never taken for one another (CESEDA R431-12, R431-15-1)', () => {
  test('the receipt authorises a presence for its time, signed and stamped', () => {
    const content = draftContent(paper('sejour'))
    expect(plain(content.lead)).toContain(
      'autorise la présence sur le territoire français du 3 mars 2026 au 2 juin 2026',
    )
    expect(content.signature).toBe('Signature de l’agent et timbre du service')
  })

  test('a deposit proves no stay, whatever lacks, and has no end', () => {
    const facts = paper('sejour', { paper: 'depositAttestation', until: null, complete: false })
    expect(lacks(facts)).toEqual([])
    expect(said(facts)).toContain('ne justifie pas de la régularité du séjour')
    expect(lacks({ ...facts, until: '2026-06-02' as never })).toEqual(['stayPeriod'])
  })

  test('a prolongation lasts three months at most', () => {
    const until = (day: string) => lacks(paper('sejour', { paper: 'extensionAttestation', until: day }))
    expect(until('2026-06-03')).toEqual([])
    expect(until('2026-06-04')).toEqual(['stayPeriod'])
    const february = paper('sejour', {
      paper: 'extensionAttestation',
      from: '2025-11-30',
      until: '2026-02-28',
    })
    expect(lacks(february)).toEqual([])
    expect(lacks({ ...february, until: '2026-03-01' as never })).toEqual(['stayPeriod'])
  })

  test('each has its own title and says that it is neither of the others', () => {
    const papers = ['recepisse', 'depositAttestation', 'extensionAttestation'].map((one) =>
      draftContent(paper('sejour', { paper: one })),
    )
    expect(new Set(papers.map(({ title }) => title)).size).toBe(3)
    for (const { notes } of papers) expect(notes.join(' ')).toMatch(/ni un[e ].*, ni une? /)
  })
})

test('the census says who, where born, where living, the commune, and that the person was informed (R*111-7)', () => {
  const text = said(paper('recensement'))
  expect(text).toMatch(/NUÑEZ Léa .*le 3 mars 2026.*art\. L113-2/)
  expect(text).toContain('le 27 février 2010, à Melun (Seine-et-Marne)')
  expect(text).toContain('3 rue du Pré, 77590 Chartrettes')
  expect(text).toContain('informée des conditions de participation à la journée défense et citoyenneté')
  expect(text).toContain('pas de duplicata')
})

test('originals given back are listed with the day on which they were left, and taken back under a signature', () => {
  const text = said(paper('originaux'))
  expect(text).toContain('rendus le 5 mars 2026, au guichet (CRPA, art. R113-5)')
  expect(text).toContain('Passeport\nreçu le 3 mars 2026')
  expect(text).toContain('Originaux repris : date et signature')
})

test('what the till gives to the accountant speaks of nobody’s rights: it is of no person, and asks for nothing', () => {
  expect(said(paper('bordereau'))).not.toMatch(/Vos droits|Vos données/)
  for (const kind of ['quittance', 'recu', 'accuse'] as const)
    expect(said(paper(kind))).toContain('Vos droits')
})
