/** A test that holds a promise: its file, and its title word for word. */
export type Proof = { readonly file: string; readonly title: string }

/** A promise of the program: what it is, where it shows, and the tests without which it would only be said. */
export type Guarantee = {
  readonly id: string
  readonly promise: string
  /** Where it is seen on a screen, and on paper; null where it is on none. */
  readonly screen: string | null
  readonly paper: string | null
  readonly proofs: readonly Proof[]
}

export type GuaranteePart = { readonly title: string; readonly guarantees: readonly Guarantee[] }

const held = (file: string, title: string): Proof => ({ file: `test/${file}.test.ts`, title })

/** What a person cannot choose, at a public counter, and what Guichet owes them for it. */
const traits: readonly Guarantee[] = [
  {
    id: 'obligations',
    promise:
      'Vous êtes obligé de venir et de fournir : chaque obligation se montre avec son texte, ce qui ne peut pas être demandé est barré, et l’administration dit ses propres obligations.',
    screen: 'Guichet : la démarche, ses pièces, « Ce qui est dû des deux côtés ».',
    paper: 'Récépissé de dépôt, demande de pièces, feuille des deux côtés.',
    proofs: [
      held('unit/visit/checklist', 'what may not be asked is struck, and never becomes missing'),
      held(
        'unit/files/files',
        'that may not be asked are refused with their article, by their id and in the agent’s own words',
      ),
      held('unit/documents/issuedRequests', 'is refused with what lacks, and burns no number'),
      held(
        'unit/documents/saidByAgent',
        'are printed by the paper %s, of its fact %s, under words that ask nothing',
      ),
    ],
  },
  {
    id: 'designation',
    promise:
      'Vous êtes vu dans une qualité qu’un texte définit, jamais sous une note ni un historique de personne.',
    screen: 'Guichet : « En quelle qualité ».',
    paper: 'Récépissé et refus : la qualité et son texte.',
    proofs: [
      held(
        'unit/visit/capacities',
        'every capacity is defined, and none is without a text but what needs none',
      ),
      held('arch/words', 'nobody is treated as a shop treats people: the words of trade appear nowhere'),
    ],
  },
  {
    id: 'forwarding',
    promise:
      'Vous ne pouvez pas aller ailleurs : une demande mal adressée est transmise à qui est compétent, avec une preuve, et son délai court toujours.',
    screen: 'Guichet et dossiers : « Transmettre ».',
    paper: 'Attestation de transmission.',
    proofs: [
      held(
        'unit/documents/issuedTransmissions',
        'tells the person in the same act: to whom, where, what (CRPA L114-2)',
      ),
      held('unit/law/procedures-autre', 'is received and forwarded, never sent away'),
      held(
        'unit/files/clocks',
        'of an acceptance waits for the competent office once the request is forwarded; of a rejection it goes on (CRPA L114-2, L114-3)',
      ),
    ],
  },
  {
    id: 'trace',
    promise:
      'Vous dépendez du service : chaque venue laisse une trace datée, même sans réception, et un papier la prouve ; rien n’est refusé sans faits, texte et recours.',
    screen: 'Accueil et borne : « Mon passage ». Dossiers : le refus motivé.',
    paper: 'Attestation de présence ou de non-réception, récépissé, refus motivé.',
    proofs: [
      held(
        'office/visit/trail',
        'the paper’s code gives the person all that was noted of their visit, which the public key and the journal’s export check',
      ),
      held(
        'office/visit/trail',
        'whoever waits, was received or left has an attestation of it on request, with the hours and by whose doing',
      ),
      held(
        'unit/documents/issuedRefusals',
        'is issued with its facts, its law and its remedies, and is the file’s decision in the same act',
      ),
      held(
        'property/documents/refusalCases',
        'the refusal of %s is not recorded by its number alone, whoever decided it',
      ),
    ],
  },
  {
    id: 'queueRule',
    promise:
      'Vous n’avez pas de prise sur le service : la règle de la file est publiée, chaque appel a sa raison, et une priorité vient d’un texte.',
    screen: 'Borne et affichage : la règle. Supervision : les dépassements, par raison.',
    paper: 'Affiche de la règle et des priorités ; « Mon passage ».',
    proofs: [
      held('unit/queue/rule', 'says what it does and nothing else, for every combination of settings'),
      held(
        'office/media/posters',
        'priorities name every ground of the office with its text, a local rule as one, and L241-3’s own words',
      ),
      held(
        'unit/documents/presenceFacts',
        'tells each act with its hour, each overtake with its reason, each document with its code',
      ),
    ],
  },
  {
    id: 'ground',
    promise: 'Le motif d’une priorité touche à la santé : seul l’agent qui vous appelle le connaît.',
    screen: 'Guichet, à l’appel.',
    paper: null,
    proofs: [
      held(
        'office/queue/ground',
        'which ground gave a priority is known to who calls, and to nobody else: not even its kind',
      ),
    ],
  },
  {
    id: 'resource',
    promise:
      'Le service s’épuise à mesure qu’il sert : avant le ticket, la borne dit si vous pouvez être reçu avant la fermeture, et ce qui reste de la journée se voit.',
    screen: 'Borne, avant le ticket ; affichage.',
    paper: 'Ticket ; certificat daté quand le service est fermé.',
    proofs: [
      held(
        'unit/waits/honesty',
        'is no wait at a free counter, sure long before closing, unlikely when the time left is short of the work',
      ),
      held(
        'unit/queue/kiosk',
        'what is left of the day is a rough length, never to be read as an hour, nor more than there is',
      ),
      held(
        'office/queue/kiosk',
        'a closed service says why, and gives a dated certificate instead of a ticket',
      ),
    ],
  },
  {
    id: 'measures',
    promise:
      'Le profit n’est pas le but : ce qui se mesure est l’égalité de traitement et les engagements des textes, jamais une note.',
    screen: 'Supervision : égalité. Administration : « Engagements ».',
    paper: 'Engagements de l’année.',
    proofs: [
      held(
        'office/history/untold',
        'equality of treatment says nothing of a group of fewer than five, nor of the one by which everyone would tell it',
      ),
      held(
        'office/history/commitments',
        'a year says what was kept of each commitment, on how many, and what this software does not know',
      ),
      held('office/media/posters', 'how to complain gives this office’s ways, and asks for no rating'),
    ],
  },
]

const theModel: Proof = held(
  'property/office',
  'an office does what the plain model says, whatever is asked in whatever order',
)

/** What holds of every office, whatever is done in whatever order. */
const invariants: readonly Guarantee[] = [
  {
    id: 'numberOnce',
    promise: 'Un numéro ne se donne qu’une fois par jour et par série, et la série n’a pas de trou.',
    screen: 'Borne, accueil, affichage.',
    paper: 'Ticket.',
    proofs: [
      theModel,
      held(
        'office/queue/crowd',
        'two hundred kiosks and the agents at once get no number twice and no gap, and nobody is called twice or forgotten',
      ),
    ],
  },
  {
    id: 'oneCounter',
    promise: 'Un ticket n’est qu’à un guichet, et un guichet n’a qu’un ticket.',
    screen: 'Guichet, affichage.',
    paper: null,
    proofs: [
      theModel,
      held(
        'office/queue/crowdFair',
        'two hundred kiosks and the agents at once, over HTTP and WebSocket: a local cap on priorities is never passed, nobody is called twice',
      ),
    ],
  },
  {
    id: 'progress',
    promise: 'Qui attend avance, sauf si un motif légal passe ; qui vient est reçu, ou tracé.',
    screen: 'Affichage, supervision.',
    paper: null,
    proofs: [
      held('property/waits/simulate', 'everyone who comes ends in one way, whatever the rule'),
      held('property/waits/simulate', 'a counter calls nobody only when nobody waits for it'),
    ],
  },
  {
    id: 'overtake',
    promise: 'Personne ne passe avant un autre sans une raison, notée et dite.',
    screen: 'Guichet, supervision.',
    paper: '« Mon passage ».',
    proofs: [
      held('property/waits/simulate', 'nobody passes before another without a reason that holds'),
      theModel,
    ],
  },
  {
    id: 'replay',
    promise: 'Rejouer le journal redonne le même office.',
    screen: null,
    paper: null,
    proofs: [
      theModel,
      held(
        'office/backup/backup',
        'what was backed up while the host ran is restored in an empty folder, and that office goes on',
      ),
    ],
  },
  {
    id: 'outcome',
    promise: 'Aucune venue ne finit sans issue ni trace : la journée ne se ferme pas avant.',
    screen: 'Supervision : « Fermer la journée ».',
    paper: 'Certificat de non-réception.',
    proofs: [
      theModel,
      {
        file: 'test/e2e/office/needs.spec.ts',
        title: 'a supervisor alone, on the one page, answers each line of what a busy day needs',
      },
    ],
  },
  {
    id: 'chains',
    promise:
      'Le journal et les documents se vérifient : rien n’y est changé ni retiré sans que cela se voie.',
    screen: 'Page de vérification d’un document.',
    paper: 'Le code de chaque document.',
    proofs: [
      held('db/journal/chain', 'no statement changes or removes an event, not even by replacing it'),
      held('db/journal/chain', 'an event missing anywhere, the tail too, is named'),
      held('property/documents/seal', 'any fact, seal, salt or short code changed is found'),
    ],
  },
]

/** What is kept of people. */
const keeping: readonly Guarantee[] = [
  {
    id: 'archives',
    promise:
      'Une archive publique ne disparaît pas d’elle-même : elle n’est éliminée que sur un bordereau qui porte le visa des archives.',
    screen: 'Administration : « Archives ».',
    paper: 'Bordereau d’élimination, bordereau de versement.',
    proofs: [
      held(
        'office/privacy/archives',
        'no door destroys a public archive whose term is over: not the purge, a person’s erasure, a term, a restore or a command',
      ),
      held(
        'unit/privacy/archives',
        'takes the rows of the slip that the archives let go, no other; what was limited since is left for another',
      ),
      held(
        'unit/privacy/archives',
        'destroys nothing: the archives’ receipt is recorded, then the rows that they took; what they refuse waits for another',
      ),
    ],
  },
  {
    id: 'erasure',
    promise: 'Ce qu’aucun texte ne garde d’une personne s’efface à sa demande, jusque dans les copies.',
    screen: 'Administration : « Droits d’une personne ».',
    paper: 'Tout ce qui est gardé, imprimé.',
    proofs: [
      held(
        'office/privacy/personRights',
        'all that is known of a person is given; what no text keeps is then erased from every byte that the office keeps, and backups lose it at their term',
      ),
      held('db/journal/chain', 'erasing a person leaves the chain whole, and no trace of them in the files'),
    ],
  },
]

export const guaranteeParts: readonly GuaranteePart[] = [
  { title: 'À chaque personne reçue', guarantees: traits },
  { title: 'À tout moment', guarantees: invariants },
  { title: 'Sur ce qui est gardé', guarantees: keeping },
]

/** The page « Ce que Guichet garantit », on screen, on paper and as a text. */
export const guaranteeWords = {
  section: 'Garanties',
  title: 'Ce que Guichet garantit',
  help: 'Chaque promesse nomme les essais qui la tiennent, par leur fichier et leur titre, dans les sources du programme : qui veut vérifier les joue.',
  screen: (where: string) => `À l’écran : ${where}`,
  paper: (which: string) => `Sur papier : ${which}`,
  proofs: 'Essais',
  print: 'Imprimer, ou enregistrer en PDF',
  save: 'Enregistrer en texte',
  saved: 'Le fichier est dans vos téléchargements.',
  file: 'ce-que-guichet-garantit.txt',
} as const

/** The whole page as a text, for whoever asks. */
export const guaranteesText = (): string =>
  [
    guaranteeWords.title,
    '',
    guaranteeWords.help,
    ...guaranteeParts.flatMap(({ title, guarantees }) => [
      '',
      title.toLocaleUpperCase('fr'),
      ...guarantees.flatMap(({ promise, screen, paper, proofs }) => [
        '',
        promise,
        ...(screen === null ? [] : [`  ${guaranteeWords.screen(screen)}`]),
        ...(paper === null ? [] : [`  ${guaranteeWords.paper(paper)}`]),
        ...proofs.map(({ file, title: test }) => `  - ${file} : ${test}`),
      ]),
    ]),
    '',
  ].join('\n')
