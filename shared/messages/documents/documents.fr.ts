import type { Capacity } from '../../contract/law/assessment.ts'
import type { Outcome } from '../../contract/queue/outcomes.ts'
import { freely } from './freely.fr.ts'
import type { HandedIn } from './nature.fr.ts'

// All the words that papers bear. U+00A0 and U+202F keep together what must not be cut.

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  information: 'renseignement donné',
  filed: 'demande déposée',
  incomplete: 'demande déposée, dossier incomplet',
  handedOver: 'titre ou document remis',
  forwarded: 'personne orientée vers le service compétent',
  refused: 'demande refusée',
  notServed: 'non reçu ce jour',
  assisted: 'démarche faite en ligne avec la personne',
}

/** The same of a declaration, where it is another: nothing was asked. */
export const declaredWords: Partial<Readonly<Record<Outcome, string>>> = {
  filed: 'déclaration reçue',
  incomplete: 'déclaration reçue, dossier incomplet',
  refused: 'déclaration refusée',
}

const trailOutcomeWords: Readonly<Record<Outcome, string>> = {
  ...outcomeWords,
  filed: 'dossier déposé',
  incomplete: 'dossier déposé, incomplet',
  refused: 'dossier refusé',
}

/** The same in the trail of a visit, which tells requests, declarations and payments, where it is known which. */
export const trailOutcome = (outcome: Outcome, nature: 'declaration' | 'payment' | undefined): string => {
  if (nature === 'payment' && outcome === 'filed') return words.depositKept
  return (nature === 'declaration' ? declaredWords[outcome] : undefined) ?? trailOutcomeWords[outcome]
}

const vowel = /^[aeiouyhàâéèêëîïôöùûüœæ]/i

/** « de l’usager », « du demandeur », « de la personne ». */
const ofPerson = (word: string): string =>
  vowel.test(word) ? `de l’${word}` : word === 'personne' ? 'de la personne' : `du ${word}`

const plural = (count: number, one: string, many: string): string => (count < 2 ? one : many)

/**
 * « service Titres d’identité », « service de l’état civil », « services techniques »: an office may have named it so already,
 * in capitals too.
 */
export const serviceSaid = (name: string): string =>
  /^services?\b/i.test(name) ? name.replace(/^services?/i, (word) => word.toLowerCase()) : `service ${name}`

/** The same with its article: « le service de l’état civil », « les services techniques ». */
const theService = (name: string): string =>
  `${/^services\b/i.test(name) ? 'les' : 'le'} ${serviceSaid(name)}`

const capital = (text: string): string => `${text.slice(0, 1).toLocaleUpperCase('fr')}${text.slice(1)}`

export const words = {
  specimen: 'SPÉCIMEN',
  specimenWhy: 'Site de formation : ce papier n’a aucune valeur.',
  number: (number: string) => `N°\u00a0${number}`,
  copyOf: (personWord: string) => `Exemplaire ${ofPerson(personWord)}`,
  forAll: 'public',
  duplicate: (copy: number) => `Copie n°\u00a0${copy}`,
  reprint: 'Réimpression après un incident d’impression',
  draft: 'PROJET',
  draftWhy: 'Projet : ce papier n’est pas émis et n’a aucune valeur',
  relates: {
    duplicate: (number: string, when: string) => `Duplicata du n°\u00a0${number}, émis le ${when}.`,
    correction: (number: string, when: string) =>
      `Rectifie et remplace le n°\u00a0${number}, émis le ${when}, qui ne vaut plus.`,
    cancellation: (number: string, when: string) =>
      `Annule le n°\u00a0${number}, émis le ${when}, qui ne vaut plus.`,
  },
  usageName: (name: string) => `nom d’usage\u00a0: ${name}`,
  fileNumber: (reference: string) => `Dossier ${reference}`,
  service: (service: string) => capital(serviceSaid(service)),
  ticket: (number: string) => `Ticket ${number}`,
  born: (name: string, day: string) => `${name}, né(e) le ${day}`,
  represented: (capacity: string) => `Venu pour cette personne : ${capacity}`,
  representatives: {
    self: 'elle-même',
    legalRepresentative: 'son représentant légal',
    tutelle: 'son tuteur',
    curatelle: 'elle-même, avec son curateur',
    habilitationFamiliale: 'un proche habilité par le juge',
    mandate: 'son mandataire',
    relative: 'un proche',
    accompanied: 'elle-même, accompagnée',
    interpreter: 'elle-même, avec un interprète',
  } satisfies Readonly<Record<Capacity, string>>,
  seenAs: (title: string, definition: string, texts: string) =>
    `Qualité : ${title.slice(0, 1).toLocaleLowerCase('fr')}${title.slice(1)}${texts === '' ? '' : ` (${texts})`}. ${definition}`,
  at: (day: string, hour: string) => `le ${day} à ${hour}`,
  filed: (what: HandedIn, when: string) =>
    what === 'déclaration'
      ? `Votre déclaration a été reçue ${when}.`
      : `Votre demande a été déposée ${when}.`,
  /** Of a file that had been opened before this visit. */
  cameBack: (when: string) => `Ce récépissé dit ce qui a été présenté ${when}.`,
  deposited: (when: string) => `Votre dépôt a été enregistré ${when}.`,
  depositKept: 'dépôt enregistré',
  weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  daysFromTo: (from: string, to: string) => `${from} à ${to}`,
  lacking: (count: number) => `Il manque ${count}\u00a0${plural(count, 'pièce', 'pièces')}`,
  bringBy: 'à apporter au plus tard le',
  where: 'Où et comment',
  next: {
    title: 'La suite',
    brought: (count: number) => plural(count, 'Pièce apportée', 'Pièces apportées'),
    decision: 'Décision',
    /** Of a declaration on which nobody decides. */
    recipient: 'Destinataire',
    silence: 'Sans réponse',
    before: (day: string) => `Avant le ${day}`,
    acknowledgement: 'Accusé de réception',
  },
  implicit: {
    rejet: (what: HandedIn, day: string) => `Sans réponse ${day}, la ${what} est réputée rejetée.`,
    acceptation: (what: HandedIn, day: string) => `Sans réponse ${day}, la ${what} est réputée acceptée.`,
  },
  decided: {
    expressly: (day: string) =>
      `Une décision a été prise le ${day}. Ce qui est apporté depuis est joint au dossier, sans la changer.`,
    numbered: (number: string) => `Cette décision porte le n°\u00a0${number}.`,
    there: (number: string) => `Ses motifs sont dans la décision n°\u00a0${number}.`,
    bySilence: (day: string) =>
      `L’absence de réponse a valu décision le ${day}. Ce qui est apporté depuis est joint au dossier, sans la changer.`,
  },
  onDay: (day: string, latest: boolean) => (latest ? `le ${day} au plus tard` : `le ${day}`),
  sooner: 'Une pièce apportée plus tôt avance cette date d’autant.',
  forwarded: (what: HandedIn, when: string) =>
    `Votre ${what} a été présentée ${when}. Vous êtes orienté vers le service compétent.`,
  transmitted: (what: HandedIn, when: string, on: string, to: string) =>
    `Votre ${what}, déposée ${when}, a été transmise le ${on} à ${to}.`,
  transmittedOn: (what: HandedIn, on: string, to: string) =>
    `Votre ${what} a été transmise le ${on} à ${to}.`,
  mistakenlySent: (what: HandedIn, on: string, to: string, known: string) =>
    `La transmission notée le ${on} à ${to} était une erreur, corrigée le ${known} : votre ${what} n’a pas été transmise.`,
  forwardedTo: (where: string) => `Service compétent : ${where.replace(/\.$/, '')} (CRPA, art. L114-2).`,
  reach: (contact: string) => `Pour le joindre : ${contact.replace(/\.$/, '')}.`,
  refused: (what: HandedIn, when: string) =>
    `Votre ${what} a été présentée ${when}. Elle n’a pas été acceptée.`,
  notServed: (what: HandedIn, when: string) =>
    `Vous vous êtes présenté au guichet ${when} avec les pièces ci-dessous. Votre ${what} n’a pas pu être reçue.`,
  lacksUnsaid:
    'Le dossier a été noté incomplet sans qu’une pièce soit nommée : aucune ne vous est demandée (CRPA, art. L114-5).',
  silenceUnknown: 'Ce que vaut le silence dépend du cas : demandez-le au service.',
  acknowledgement: {
    notDue: (exception: string) => `Accusé de réception non requis : CRPA, art. ${exception}.`,
    why: (why: string) => `Accusé de réception non requis ici. ${why}`,
    elsewhere:
      'L’accusé de réception est délivré par l’autorité compétente (CRPA, art. L114-4) : ce récépissé n’en est pas un.',
    incomplete:
      'Ce récépissé n’est pas un accusé de réception complet : tant que vous n’en avez pas reçu, les délais de recours ne vous sont pas opposables (CRPA, art. L112-6), sauf si une décision expresse vous est notifiée avant que le silence n’en vaille une.',
    before: 'L’accusé de réception de cette demande vous a déjà été délivré.',
  },
  /** As a rule says it that names none: a paper then says nothing of who decides. */
  anyAuthority: 'l’autorité compétente',
  decides: (who: string) => `Autorité qui décide\u00a0: ${who}.`,
  receives: (who: string) => `La déclaration est adressée à\u00a0: ${who}.`,
  ministry: (issuer: string, number: string) =>
    `Récépissé délivré par ${issuer}\u00a0: n°\u00a0${number}. Ce papier-ci dit ce qu’il ne dit pas.`,
  signing: {
    readAloud: 'Lecture de ce papier a été faite à la personne.',
    cannotSign: 'La personne a dit ne pouvoir signer.',
  },
  file: (reference: string) =>
    `Dossier ${reference}\u00a0: donnez cette référence pour toute suite, pièce ou question.`,
  /** « Prouve… N’autorise pas… », as the rules say it, of this receipt. */
  worth: (said: string) =>
    `Ce récépissé ${said.slice(0, 1).toLocaleLowerCase('fr')}${said.slice(1)} Il n’est pas une décision.`.replaceAll(
      /\. N(?=[’e])/g,
      '. Il n',
    ),
  proof: 'Ce récépissé prouve la date du dépôt. Il n’est pas une décision.',
  wasHere: (ticket: string, when: string) =>
    `La personne qui porte le ticket ${ticket} s’est présentée ${when}.`,
  wasHereNamed: (name: string, when: string) => `La présence de ${name} est attestée ${when}.`,
  wasHereFor: (ticket: string, name: string, when: string) =>
    `La personne qui porte le ticket ${ticket} s’est présentée ${when} pour ${name}.`,
  saidByAgent: freely('Objet de la demande'),
  saidLabel: (typed: string) => `${freely('Objet de la demande')}\u00a0: ${typed}`,
  passage: 'Passage',
  arrived: (when: string) => `Arrivée ${when}`,
  received: (when: string) => `réception au guichet ${when}`,
  notReceived: 'pas de réception au guichet',
  ended: (when: string) => `fin du passage ${when}`,
  outcome: (outcome: string) => `Suite donnée : ${outcome}.`,
  attested: 'Attestation délivrée pour servir et valoir ce que de droit.',
  presented: 'Pièces présentées',
  missing: 'Pièces manquantes',
  notExamined: 'Pièces non examinées',
  nothingPresented: 'Aucune pièce n’a été présentée.',
  pieceColumn: 'Pièce',
  sourceColumn: 'Texte qui l’exige',
  noSource: 'texte non indiqué',
  toConfirm: 'à confirmer',
  rights: 'Vos droits',
  defenseur:
    'Le Défenseur des droits peut être saisi gratuitement à tout moment (CRPA, art. L424-1)\u00a0: defenseurdesdroits.fr, 09\u00a069\u00a039\u00a000\u00a000.',
  data: (contact: string) =>
    `Vos données servent à traiter cette démarche et à en garder la preuve : mission de service public (RGPD, art. 6,\u00a01,\u00a0e). Rien n’est éliminé avant son terme ni sans le visa des archives (C. patr., art. L214-3). Accès, rectification, opposition : ${contact.replace(/\.$/, '')}. Réclamation : CNIL, cnil.fr. Notice entière : affichée à l’accueil.`,
  atService: 'auprès du service, adresse en tête',
  receivedBy: (name: string, service: string) => `Reçu par ${name}, ${serviceSaid(service)}`,
  issuedBy: (name: string, service: string) => `Délivré par ${name}, ${serviceSaid(service)}`,
  issuedByService: (service: string) => `Délivré par ${theService(service)}`,
  rules: (procedure: string, version: string, validFrom: string, hash: string) =>
    `Règles : ${procedure}, version ${version} du ${validFrom}, empreinte ${hash}`,
  verify: 'Vérifier ce document',
  qrAlt: (shortCode: string) => `Code de vérification ${shortCode}`,
  page: 'page',
  bring: 'Avec vous\u00a0:',
  ahead: (count: number) =>
    count === 0
      ? 'Personne n’attend avant vous'
      : `${count}\u00a0${plural(count, 'personne attend', 'personnes attendent')} avant vous`,
  leaving: 'Si vous devez partir, dites-le à la borne ou à l’accueil : votre passage sera attesté.',
  bound: 'Ce ticket est lié à votre demande.',
  rule: 'La règle d’appel est affichée, et imprimée sur demande.',
  wait: (range: string) => `Attente\u00a0: ${range}`,
  estimated: (hour: string) => `Estimation faite à ${hour}\u00a0: une personne sur dix attend davantage.`,
  beforeClosing: {
    sure: 'Vous devriez être reçu avant la fermeture.',
    likely: 'Vous serez probablement reçu avant la fermeture.',
    unlikely: 'Vous ne serez peut-être pas reçu aujourd’hui.',
  },
  appointmentAt: (hour: string) => `Rendez-vous de ${hour}`,
  requests: (count: number) => `${count}\u00a0demandes, un seul ticket`,
  replaces: 'Remplace le ticket perdu',
  provisional: 'Numéro provisoire',
  provisionalHelp:
    'La borne est coupée de l’accueil. Ce numéro garde votre heure d’arrivée\u00a0: vous serez appelé sous ce numéro, à votre rang, dès que la liaison revient. Montrez ce papier à l’accueil si l’attente dure.',
  ticketCode: (code: string) => `Code de la demande\u00a0: ${code}`,
  follow: 'Suivre votre tour sur votre téléphone, par le réseau de l’accueil',
  printed: (when: string) => `Imprimé le ${when}`,
  ruleTitle: 'Règle d’appel',
  ruleSection: 'Qui est appelé, et dans quel ordre',
  groundKept: 'Le motif d’une priorité n’est connu que de la personne et de l’agent qui la reçoit.',
  grounds: 'Priorités, sur présentation de la preuve',
  groundColumn: 'Qui passe avant',
  sourceOfGround: 'Texte',
  sheetTitle: (day: string) => `Feuille du ${day}`,
  byHand: 'Si plus rien ne fonctionne',
  byHandSteps: [
    'Donnez les numéros à la suite, à partir de ceux ci-dessous. Appelez selon la règle.',
    'Notez chaque passage sur une ligne\u00a0; saisissez-les à l’accueil quand tout fonctionne de nouveau.',
  ],
  hours: 'Horaires',
  noHours: 'Aucun horaire prévu ce jour.',
  span: (from: string, to: string) => `${from} à ${to}`,
  numbers: 'Numéros à donner',
  serviceColumn: 'Service',
  nextColumn: 'Prochain numéro',
  appointments: 'Rendez-vous du jour',
  noAppointment: 'Aucun rendez-vous prévu ce jour.',
  hourColumn: 'Heure',
  appointmentColumn: 'Service et code',
  appointmentFor: (service: string, code: string) => (code === '' ? service : `${service}, code ${code}`),
  visits: 'Passages',
  visitColumns: ['N°', 'Ticket', 'Service', 'Arrivée', 'Appel', 'Fin', 'Suite'],
  appointmentTitle: 'Votre rendez-vous',
  yourCode: 'Votre code',
  appointmentSubject: 'Pour',
  onArrival: 'À votre arrivée',
  onArrivalHow: 'Dites ce code à l’accueil, ou tapez-le à la borne\u00a0: un ticket vous est remis.',
  toBring: 'À apporter',
  cannotCome: 'Si vous ne pouvez pas venir',
  cannotComeHow: (ways: string) =>
    `Prévenez le service\u00a0: ${ways}. La place servira à une autre personne.`,
  testTitle: 'Page d’essai',
  testPrinter: (name: string) => `Imprimante «\u00a0${name}\u00a0»`,
  testAccents: 'àâäçéèêëîïôöùûüÿ ÀÂÇÉÈÊËÎÏÔÙÛÜŸ',
  testSigns: 'œ Œ æ Æ € — – « » ’ … ° ½',
  testRuler: 'Règle',
  testGood: 'Si tout ce qui précède est lisible, l’imprimante est prête.',
} as const
