import { beforeEach, describe, expect, test } from 'vitest'
import { FilesOffice, given } from '../../fixtures/filesOffice.ts'
import { deed, paying, tillOffice } from '../../fixtures/till.ts'
import { strangeLabel, strangePieceName, strangeProse } from '../../../shared/domain/law/names.ts'
import { handoverWords } from '../../../shared/messages/visit/handover.fr.ts'
import corpus from '../../fixtures/saidOnPapers.json' with { type: 'json' }

// The plainest demands and refusals are sent back from the words of an agent: what passes is printed under a head that makes
// it none (`saidByAgent.test.ts`).

const today = '2026-03-03'
const asks = 'Vous devez apporter un bail signé sous huit jours'
const refuses = 'Votre demande est refusée'
const asking = { refusal: 'pieceWithoutText', details: [asks] }
const refusing = { refusal: 'refusalInWords', details: [refuses] }
const malformed = { refusal: 'nameMalformed', details: [asks] }

let office: FilesOffice
beforeEach(() => {
  office = new FilesOffice()
  office.receiveOne()
})

test('the plain demands and refusals of the corpus are sent back with their code', () => {
  for (const prose of corpus.asks)
    expect(strangeProse([prose])).toEqual({ refusal: 'pieceWithoutText', details: [prose] })
  for (const prose of corpus.refuses)
    expect(strangeProse([prose])).toEqual({ refusal: 'refusalInWords', details: [prose] })
})
test.each(corpus.ordinary)('what happened is told in any other words: %s', (prose) => {
  expect(strangeProse([prose])).toBeNull()
})

test.each(corpus.demandingNames)('the name of a thing does not demand it: %s', (name) => {
  expect(strangeLabel(name)).toEqual({ refusal: 'pieceWithoutText', details: [name] })
  expect(strangePieceName([{ label: name }])).toEqual({ refusal: 'pieceWithoutText', details: [name] })
})
test.each(corpus.ordinaryNames)('a name that demands nothing is taken: %s', (name) => {
  expect(strangeLabel(name)).toBeNull()
  expect(strangePieceName([{ label: name }])).toBeNull()
})

const file = (more: object = {}) =>
  office.open({ person: { familyName: 'Roux', firstName: 'Adèle' }, ...more })
const issue = (what: object) => office.act('document.issue', { what })
const papers = () => office.pure.documents.size

/** Refuses the words that ask or refuse, prints nothing, and accepts the ordinary ones. */
function holds(act: (said: string) => unknown, ordinary: string, refused: readonly [object, object]): void {
  const before = papers()
  expect(act(asks)).toMatchObject(refused[0])
  expect(act(refuses)).toMatchObject(refused[1])
  expect(papers()).toBe(before)
  expect(act(ordinary)).not.toHaveProperty('refusal')
}
const asLine = [malformed, { ...malformed, details: [refuses] }] as const
const asProse = [asking, refusing] as const

describe('a file is forwarded', () => {
  const forward = (words: object) =>
    office.act('file.forward', { fileId: file(), to: 'Préfecture', on: today, sent: 'Le dossier', ...words })

  test.each([
    ['to', 'Caisse d’allocations familiales'],
    ['address', '12 rue de la Préfecture'],
    ['contact', 'bureau.du.sejour@example.org'],
  ])('%s an administration, never a sentence', (field, ordinary) => {
    holds((said) => forward({ [field]: said }), ordinary, asLine)
  })

  test('with what was sent, which neither asks nor refuses', () => {
    holds((sent) => forward({ sent }), 'Le formulaire et les copies reçues', asProse)
  })
})

test('why a forwarding was noted by mistake, on the paper that cancels its own', () => {
  const cancel = (reason: string) => {
    const fileId = file()
    const sent = { fileId, to: 'Préfecture', on: today, sent: 'Le dossier' }
    given(office.act('file.forward', sent))
    const before = papers()
    const decision = office.act('file.cancelForwarding', { fileId, rank: 0, reason })
    expect(papers()).toBe('refusal' in decision ? before : before + 1)
    return decision
  }
  expect(cancel(asks)).toMatchObject(asking)
  expect(cancel(refuses)).toMatchObject(refusing)
  expect(cancel('Un autre dossier du même nom')).not.toHaveProperty('refusal')
})

describe('a paper asked for', () => {
  const incident = (words: object) =>
    issue({
      kind: 'incident',
      ticketId: null,
      what: 'Une panne',
      from: office.pure.clock - 3_600_000,
      until: null,
      effect: 'Aucun dépôt n’a été pris.',
      ...words,
    })
  const regularisation = (words: object) =>
    issue({
      kind: 'regularisation',
      fileId: file(),
      breach: 'La déclaration n’est pas signée.',
      law: [{ title: 'CRPA, art. L123-1', said: null }],
      formalities: ['Signer la déclaration'],
      dueOn: '2026-06-01',
      consequence: 'La sanction est encourue.',
      ...words,
    })

  test.each(['what', 'effect'])('on an incident tells it: %s', (field) => {
    holds((said) => incident({ [field]: said }), 'Le réseau est tombé de 8 h à 9 h.', asProse)
  })

  test.each(['breach', 'consequence'])('on an error tells it: %s', (field) => {
    expect(regularisation({ [field]: asks })).toMatchObject(asking)
    expect(regularisation({ [field]: refuses })).toMatchObject(refusing)
  })

  test('tells why a copy is doubted', () => {
    const pieces = [{ label: 'Photocopie du titre de propriété', state: 'presented' }]
    const original = (doubt: string) => issue({ kind: 'original', fileId: file({ pieces }), doubt })
    expect(original(asks)).toMatchObject(asking)
    expect(original(refuses)).toMatchObject(refusing)
  })

  test.each(['birthPlace', 'domicile', 'residence'])('on the census names a place: %s', (field) => {
    const person = { familyName: 'Roux', firstName: 'Léo', birthDate: '2010-02-01' }
    office.act('sheet.update', { procedureId: 'recensement', label: 'Recensement', person })
    const said = { kind: 'recensement', birthPlace: 'Melun', domicile: '12 rue Haute', [field]: asks }
    expect(issue(said)).toMatchObject(malformed)
  })

  test('numbers a filing for building', () => {
    const fileId = file({ procedureId: 'urbanisme', answers: {} })
    expect(issue({ kind: 'urbanisme', fileId, registration: asks, permit: 'house' })).toMatchObject(malformed)
  })
})

test('a paper is cancelled for what happened, never to refuse', () => {
  const acknowledged = office.act('file.acknowledge', { fileId: file(), form: 'ar', on: today, issue: true })
  expect(acknowledged).not.toHaveProperty('refusal')
  const [documentId] = [...office.pure.documents.keys()]
  holds((reason) => office.act('document.cancel', { documentId, reason }), 'Imprimé deux fois', asProse)
})

describe('what a piece or a request is called', () => {
  const label = (said: string) => office.act('sheet.update', { label: said })
  const piece = (said: string) =>
    office.act('sheet.update', { pieces: [{ label: said, state: 'presented' }] })
  const added = (said: string) =>
    office.act('file.addPiece', { fileId: file(), pieces: [{ label: said }], receivedOn: today })

  test.each([
    ['a request', label],
    ['a piece presented', piece],
    ['a piece added', added],
  ])('is neither a demand nor a refusal: %s', (_what, act) => {
    office.act('sheet.update', { procedureId: 'cni' })
    holds(act, 'Décision de rejet de la caisse', [asking, { ...malformed, details: [refuses] }])
    expect(act('Demande rejetée faute de bail')).toMatchObject({ refusal: 'nameMalformed' })
  })
})

describe('other words that are printed', () => {
  test.each([
    ['label', 'Dépôt d’une pièce tardive'],
    ['pieces', 'Facture d’eau de mars'],
  ] as const)('on the receipt of the entrance name something: %s', (field, ordinary) => {
    const serve = (said: string) =>
      office.act('reception.serve', {
        serviceId: 'titres',
        outcome: 'filed',
        label: 'Pièces tardives',
        pieces: ['Photo'],
        [field]: field === 'pieces' ? [said] : said,
      })
    holds(serve, ordinary, [asking, { ...malformed, details: [refuses] }])
  })

  test('on the label of an envelope are an address, line by line and together', () => {
    const { printers } = office.pure.office.settings!
    const label = (lines: readonly string[], reference: string | null = null) =>
      office.act('print.label', { printerId: printers[0]!.printerId, lines, reference })
    holds((said) => label(['Mme Adèle Roux', said]), '12 rue Haute, 77000 Melun', asLine)
    expect(label(['Votre demande', 'est refusée'])).toMatchObject({ refusal: 'nameMalformed' })
    expect(label(['Mme Adèle Roux'], 'Apportez un bail')).toMatchObject({ refusal: 'nameMalformed' })
    expect(label(['M. Jean Allez', '12 rue du Bail'], 'D-2026-42')).not.toHaveProperty('refusal')
  })

  test('of what is handed over name it', () => {
    const handOver = (label: string) =>
      office.act('file.handOver', {
        fileId: file(),
        what: 'document',
        label,
        means: 'counter',
        on: today,
        to: 'self',
      })
    holds(handOver, 'Duplicata du récépissé', [asking, { ...malformed, details: [refuses] }])
  })

  test('of a title that is not handed over tell what is wrong on it', () => {
    const fileId = file()
    expect(office.act('file.titleArrived', { fileId, arrivedOn: today })).not.toHaveProperty('refusal')
    const keep = (label: string) =>
      office.act('file.handOver', {
        fileId,
        what: 'title',
        label,
        means: 'counter',
        on: today,
        to: 'self',
        refused: true,
      })
    holds(keep, handoverWords.errorSaid('Prénom mal écrit'), asProse)
    for (const wrong of ['la date de naissance est fausse', 'la photo n’est pas la sienne'])
      expect(keep(handoverWords.errorSaid(wrong))).not.toHaveProperty('refusal')
  })

  test('of the rule of the line cite its text', () => {
    const { services } = office.pure.office.settings!
    const [first] = services
    const { serviceId, rule, access, slotMinutes } = first!
    const set = (text: string) => {
      const quota = { tickets: 40, text }
      return office.act(
        'rules.set',
        { services: [{ serviceId, rule: { ...rule, quota }, access, slotMinutes }] },
        'admin',
      )
    }
    holds(set, 'Arrêté 2026-3 du 3 mars 2026', asLine)
  })

  test('on a payment taken back tell why', () => {
    const till = tillOffice(Date.parse('2026-03-03T08:00:00Z'))
    till.act('till.open', { coins: [{ face: 1000, count: 5 }] }, 'agent1')
    const taken = till.act('till.collect', paying('copie', 18, { given: 50 }), 'agent1')
    if ('refusal' in taken) throw new Error(taken.refusal)
    const correct = (reason: string) =>
      till.act('till.correct', { number: taken.output.number, reason }, 'agent1')
    holds(correct, 'Une erreur de prix', asProse)
  })
})

test.each([
  { ministry: { issuer: asks, number: '12' } },
  { identity: { kind: 'passport', issuer: asks, verified: true } },
  { capacity: 'mandate', capacitySeen: { proofSeen: true, scope: asks } },
])('the sheet says who issued and for what, never what to bring', (patch) => {
  office.act('sheet.update', { procedureId: 'cni', label: 'Carte' })
  expect(office.act('sheet.update', patch)).toMatchObject(malformed)
})

describe('the administration heads every paper', () => {
  const address = {
    name: 'Mairie',
    street: '1 rue Haute',
    postalCode: '77000',
    city: 'Melun',
    phone: '01 60 00 00 00',
    email: null,
  }
  const delegation = { agentId: 'agent1', procedures: null, from: today, until: null, capacity: 'agent' }

  test.each([
    ['paper.set', { lines: [asks] }],
    ['paper.set', { lines: [], dataContact: asks }],
    ['paper.set', { lines: [], delegations: [{ ...delegation, act: asks }] }],
    ['office.setAddress', { ...address, name: asks }],
    ['office.setAddress', { ...address, street: asks }],
    ['office.setAddress', { ...address, city: asks }],
    ['service.set', { serviceId: 'titres', letter: 'A', name: { fr: asks }, procedures: [] }],
    ['counter.set', { counterId: '1', name: { fr: asks } }],
    [
      'office.setLaw',
      {
        exchanges: [],
        regulations: [
          {
            procedureId: 'attestation-accueil',
            piece: 'Photo du logement',
            title: asks,
            number: '2026-1',
            date: '2026-01-01',
          },
        ],
      },
    ],
  ] as const)('by %s, with no words to the person', (name, input) => {
    expect(office.act(name, input, 'admin')).toMatchObject(malformed)
  })

  test('and may greet the person there', () => {
    expect(
      office.act('paper.set', { lines: ['Adressez-vous à l’accueil, à votre écoute'] }, 'admin'),
    ).not.toHaveProperty('refusal')
    const name = { fr: 'Votre mairie vous accueille' }
    expect(
      office.act('service.set', { serviceId: 'titres', letter: 'A', name, procedures: [] }, 'admin'),
    ).not.toHaveProperty('refusal')
  })

  test('and titles what is paid', () => {
    const till = tillOffice(Date.parse('2026-03-03T08:00:00Z'))
    const set = (more: Parameters<typeof deed>[0]) => till.act('till.setDeed', deed(more), 'admin')
    const [first, ...products] = deed().products
    for (const more of [
      { name: asks },
      { act: asks },
      { products: [{ ...first, title: asks }, ...products] },
      { products: [{ ...first, source: asks }, ...products] },
      { products: [{ ...first, article: asks }, ...products] },
      { products: [{ ...first, tariffs: [{ ...first!.tariffs[0]!, source: asks }] }, ...products] },
      { accountant: { ...deed().accountant, street: asks } },
    ])
      expect(set(more)).toMatchObject(malformed)
    expect(set({})).not.toHaveProperty('refusal')
  })
})

describe('an electronic acknowledgement is of an electronic filing alone', () => {
  test.each(['are', 'aee'])('as the act %s, and as its paper', (form) => {
    const acknowledge = (channel: string) =>
      office.act('file.acknowledge', { fileId: file({ channel }), form, on: today })
    expect(acknowledge('post')).toEqual({ refusal: 'notElectronic' })
    expect(acknowledge('email')).not.toHaveProperty('refusal')
    expect(issue({ kind: 'accuse', fileId: file({ channel: 'post' }), form })).toMatchObject({
      refusal: 'notElectronic',
    })
  })
})
