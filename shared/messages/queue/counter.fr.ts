import type { VisitEnd } from '../../contract/queue/outcomes.ts'
import type { JobState } from '../../contract/printing/calls.ts'
import type { Identity } from '../../contract/visit/sheet.ts'
import type { Capacity, PieceState } from '../../contract/law/assessment.ts'
import { counterDue } from '../visit/due.fr.ts'
import { counterLine } from './counterLine.fr.ts'
import { counterWho } from '../visit/who.fr.ts'
import { counterActions } from '../visit/actions.fr.ts'
import { titles } from '../documents/titles.fr.ts'
import { agree, people } from '../format/numbers.ts'
import { languageNames } from '../format/languageNames.fr.ts'

const nbsp = '\u00a0'

const pieceStates: Readonly<Record<PieceState, string>> = {
  presented: 'Présentée',
  missing: 'Manquante',
  notExamined: 'Non examinée',
}

const outcomes: Readonly<Record<VisitEnd, string>> = {
  filed: 'Dossier déposé',
  incomplete: 'Dossier incomplet',
  information: 'Renseignement donné',
  handedOver: 'Titre remis',
  forwarded: 'Réorienté',
  notServed: 'Non reçu',
  assisted: 'Accompagnement en ligne',
}

const capacities: Readonly<Record<Capacity, string>> = {
  self: 'Pour soi-même',
  legalRepresentative: 'Pour un mineur',
  tutelle: 'Tuteur',
  curatelle: 'Avec son curateur',
  habilitationFamiliale: 'Habilitation familiale',
  mandate: 'Avec un mandat',
  relative: 'Un proche',
  accompanied: 'Accompagné',
  interpreter: 'Avec un interprète',
}

const identities: Readonly<Record<Identity['kind'], string>> = {
  cni: 'Carte d’identité',
  passport: 'Passeport',
  residencePermit: 'Titre de séjour',
  drivingLicence: 'Permis de conduire',
  carteVitalePhoto: 'Carte Vitale avec photo',
  carteCombattant: 'Carte du combattant',
  cmi: 'Carte mobilité inclusion',
  carteFonctionnaire: 'Carte de fonctionnaire',
  carteMilitaire: 'Carte militaire',
  permisChasser: 'Permis de chasser',
  carteParlementaire: 'Carte de parlementaire',
  carteEluLocal: 'Carte d’élu local',
  recepisseL2241: 'Récépissé en échange du titre',
  other: 'Autre pièce',
  declared: 'Déclarée, sans pièce',
}

const jobStates: Readonly<Record<JobState, string>> = {
  waiting: 'en attente d’impression',
  printing: 'en cours d’impression',
  retrying: 'nouvel essai en cours',
  printed: 'imprimé',
  preview: 'à afficher',
  cancelled: 'annulé',
}

/** What the counter's page says to the agent. */
export const counter = {
  pieceStates,
  outcomes,
  documents: titles,
  capacities,
  identities,
  arrangements: counterLine.arrangements,
  languages: languageNames,
  jobStates,
  line: counterLine,
  law: counterDue,
  who: counterWho,
  actions: counterActions,

  states: {
    noCounter: 'Sans guichet',
    free: 'Libre',
    calling: 'Appel en cours',
    serving: 'Accueil en cours',
    paused: 'Hors guichet',
  },
  chooseCounter: `Quel guichet tenez-vous${nbsp}?`,
  chooseCounterHelp: 'Vous pourrez en changer quand personne n’y est reçu.',
  chooseClosed: 'La journée est fermée. Un responsable l’ouvre depuis la supervision.',
  counterTaken: 'Tenu par un autre agent',
  closeCounter: 'Fermer ce guichet',

  keysLabel: 'Touches de fonction',
  keys: {
    call: 'Appeler',
    recall: 'Rappeler',
    absent: 'Absent',
    here: `Est${nbsp}là`,
    park: `En${nbsp}attente`,
    transfer: 'Transférer',
    information: 'Renseignement',
    end: 'Terminer',
    handedOver: 'Remettre',
  },
  keysRange: (first: string, last: string) => `${first} à ${last}`,
  callNumber: (number: string) => `Appeler ${number}`,
  nextPerson: (word: string) => `${word} suivant`,
  waitsFor: (time: string) => `attend depuis ${time}`,
  waitedFor: (time: string) => `attendait depuis ${time}`,
  nobodyWaits: 'Personne n’attend',
  nobodyWaitsHelp: 'La page attirera votre attention dès que quelqu’un prend un numéro pour vos services.',
  dayClosed: 'La journée n’est pas ouverte',
  dayClosedHelp: 'Un responsable peut l’ouvrir depuis la supervision.',

  calledAt: (at: string, calls: number) =>
    calls === 1 ? `Appelé à ${at}` : `Appelé à ${at}, ${calls}${nbsp}appels`,
  calledReason: (reason: string) => `Raison de l’appel : ${reason.toLowerCase()}`,
  needs: 'Ce dont la personne a besoin',

  whoWaits: (count: number) => `Qui attend · ${count}`,
  /** In one line at the head of an enlarged page. */
  waitLine: (count: number, next: string | null, priority: boolean) =>
    [
      count === 0 ? 'personne n’attend' : `${count}${nbsp}${agree(count, 'attend', 'attendent')}`,
      next === null ? null : `ensuite ${next}${priority ? ', priorité' : ''}`,
    ]
      .filter((part) => part !== null)
      .join(' · '),
  next: 'Ensuite',
  noneNext: 'Personne ensuite',
  moreWaiting: (count: number) => `et ${people(count)} de plus`,
  elsewhere: (count: number) =>
    `${count}${nbsp}${agree(count, 'attend un autre service', 'attendent un autre service')}`,

  procedure: 'Démarche',
  noProcedure: 'Démarche non choisie',
  pieces: 'Pièces',
  /** Over the list: how many are there. */
  piecesCount: (presented: number, all: number) =>
    all === 0 ? 'Pièces' : `Pièces · ${presented} sur ${all}`,
  piecesFolded: (presented: number, missing: number) =>
    `Pièces · ${presented}${nbsp}${agree(presented, 'présentée', 'présentées')} · ${missing}${nbsp}${agree(missing, 'manquante', 'manquantes')}`,
  pieceDetail: (title: string) => `Détail${nbsp}: ${title}`,
  notToAsk: `Ne pas demander${nbsp}:`,
  heldShort: 'À ne pas demander',
  reading: {
    since: (day: string) => `Textes lus dans leur état du ${day} ou après`,
    toConfirm: (value: number) => `${value}${nbsp}${agree(value, 'texte', 'textes')} à${nbsp}confirmer`,
  },
  piecesHelp:
    'Appuyez une fois : présentée · deux fois : manquante · trois fois : non examinée. Flèches : le détail d’une pièce.',
  pieceArrows: 'Détail d’une pièce',
  piecesNone: 'Aucune pièce n’est prévue pour cette démarche.',
  piecesTyped: 'Écrivez le nom de chaque pièce présentée : elle figure sur le récépissé.',
  piecesAfterProcedure: 'Choisissez une démarche pour voir ses pièces, ou ajoutez ce qui est présenté.',
  addPieceLabel: 'Nom de la pièce présentée',
  askedBy: 'Article qui l’exige',
  askedByHelp:
    'Pour demander la pièce, choisissez l’article qui l’exige. Une pièce présentée n’en a pas besoin.',
  askedByOther: 'Choisir un autre article',
  setBack: (pieces: readonly string[]) =>
    `${pieces.join(', ')}${nbsp}: ${agree(pieces.length, 'pièce qui n’est plus exigée, remise', 'pièces qui ne sont plus exigées, remises')} à «${nbsp}non examinée${nbsp}».`,
  add: 'Ajouter',
  statuses: {
    required: 'Exigée',
    alternative: 'Au choix',
    notRequired: 'Non exigible',
    heldByAdministration: 'Détenue par une administration',
    mayNotBeAsked: 'Ne peut être demandée',
    unknown: 'Selon le cas',
  },
  toConfirm: 'à confirmer',
  optional: 'Facultatif',
  why: `Pourquoi cette question${nbsp}?`,
  whyNoQuestion: 'Les textes de cette démarche',
  dateAnswer: 'Date, en huit chiffres : 25112026',
  reviewOverdue: 'Règles à vérifier : leur date de révision est passée.',
  sources: 'Textes',
  noExtract: 'L’extrait n’est pas enregistré.',
  inShort: (summary: string) => `En résumé, dans nos mots${nbsp}: ${summary}`,
  note: 'Note de passage',
  noteHelp: 'Cette note s’efface à la fin du passage. Échap revient aux pièces.',
  label: 'Ce qui est demandé',
  labelHelp:
    'Ces mots figurent sur le récépissé. Exemple : « Autorisation de stationnement pour un déménagement ».',

  changeCase: 'Démarche et cas',
  answersGiven: 'Réponses données : une touche efface la réponse et repose la question',
  changeProcedure: 'Changer de démarche',
  findProcedure: 'Chercher une démarche',
  findProcedureHelp: 'Entrée prend la première.',
  findProcedureNone: 'Aucune démarche de ce nom. « Autre démarche » reçoit toutes les autres.',
  close: 'Fermer',

  rightColumn: 'Personne, documents, ce qui est dû',
  comesFor: 'Vient pour',
  identity: 'Pièce d’identité présentée',
  identityNone: 'Aucune : cela n’empêche pas le dépôt',
  seenAs: (title: string) => `Qualité${nbsp}: ${title.slice(0, 1).toLowerCase()}${title.slice(1)}`,
  issuer: 'Délivrée par',
  validUntil: 'Valable jusqu’au',
  issuedOn: 'Délivrée le',
  verify: 'Vérifiée',
  verified: 'Vérifiée',
  notVerified: 'Non vérifiée',
  validTo: (date: string) => `Valable jusqu’au ${date}`,
  expiredSince: (time: string) => `Expirée depuis ${time}`,
  admitted: {
    accepted: (until: string | null) => (until === null ? 'admise' : `admise jusqu’au ${until}`),
    tolerated: (until: string | null) => (until === null ? 'admise' : `admise jusqu’au ${until}`),
    refused: () => 'non admise ici',
    toAssess: () => 'à apprécier',
  },
  ages: (years: number, months: number) => {
    const y = years > 0 ? `${years}${nbsp}${agree(years, 'an', 'ans')}` : ''
    const m = months > 0 ? `${months}${nbsp}mois` : ''
    return [y, m].filter(Boolean).join(' ') || 'moins d’un mois'
  },

  document: 'Papier à la fin',
  documentReady: (counts: string) => `Prêt : ${counts}`,
  documentNone: 'Aucun document à délivrer',
  pieceCounts: (presented: number, missing: number, notExamined: number) =>
    [
      `${presented}${nbsp}${agree(presented, 'pièce présentée', 'pièces présentées')}`,
      missing > 0 && `${missing}${nbsp}${agree(missing, 'manquante', 'manquantes')}`,
      notExamined > 0 && `${notExamined}${nbsp}${agree(notExamined, 'non examinée', 'non examinées')}`,
    ]
      .filter(Boolean)
      .join(', '),
  due: 'Obligations',
  dueNone: 'Choisissez une démarche pour voir ce qui est dû.',
  dueBy: { person: 'Par l’usager', administration: 'Par l’administration' },
  pay: (amount: string) => `Payer ${amount}`,

  endTitle: 'Comment se termine ce passage ?',

  lastVisit: (number: string, outcome: string) => `${number} : ${outcome.toLowerCase()}.`,
  absentNoted: (number: string) => `${number}${nbsp}: absence notée.`,
  noPaper: 'Aucun document à remettre.',
  papers: 'Documents de ce guichet',
  papersKey: 'Documents',
  papersNone: 'Aucun document n’a encore été délivré à ce guichet aujourd’hui.',
  show: 'Afficher',
  printAgain: 'Réimprimer',
  retry: 'Réessayer',
  sendTo: (printer: string) => `Envoyer vers «${nbsp}${printer}${nbsp}»`,
  printedBy: (printer: string) => `sur ${printer}`,
  attempts: (count: number) => `${count}${nbsp}${agree(count, 'essai', 'essais')}`,
} as const
