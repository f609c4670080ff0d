import type { AcknowledgementForm } from '../../contract/files/file.ts'
import { freely } from './freely.fr.ts'
import type { HandedIn } from './nature.fr.ts'

// Words of the papers that go with a request: acknowledgement, request for pieces, forwarding, originals.

const plural = (count: number, one: string, many: string): string => (count < 2 ? one : many)

const runsElsewhere =
  'Le délai de réponse court auprès de l’autorité qui décide : cette lettre ne l’arrête pas (CRPA, art. L114-3).'

export const requestWords = {
  titles: {
    ar: (what) => `Accusé de réception d’une ${what}`,
    are: (what) => `Accusé de réception électronique d’une ${what}`,
    aee: () => 'Accusé d’enregistrement électronique',
  } satisfies Readonly<Record<AcknowledgementForm, (what: HandedIn) => string>>,
  received: (what: HandedIn, day: string) => `Votre ${what} a été reçue le ${day}.`,
  sendingReceived: (day: string) => `Votre envoi électronique a été reçu le ${day}.`,
  sendingOnly:
    'Cet accusé dit la date de réception de l’envoi, et rien d’autre. L’accusé de réception électronique vous sera envoyé au plus tard dix jours ouvrés après cette réception, ou après la saisine de l’administration compétente si ce n’est pas celle-ci (CRPA, art. R112-11-2).',
  sent: (day: string) => `Vous l’avez envoyée le ${day}.`,
  implicit: {
    rejet: (day: string, latest: boolean) =>
      `Sans décision expresse, elle sera réputée rejetée ${latest ? 'au plus tard ' : ''}le ${day}`,
    acceptation: (day: string, latest: boolean) =>
      `Sans décision expresse, elle sera réputée acceptée ${latest ? 'au plus tard ' : ''}le ${day}`,
  },
  common: (day: string, waits: boolean) =>
    `Sans décision expresse ${waits ? 'à partir du' : 'le'} ${day}, elle sera réputée acceptée (CRPA, art. L231-1), ou rejetée dans les cas que la loi ou un décret excepte (CRPA, art. L231-4 et L231-5).`,
  either: (what: HandedIn) =>
    `La ${what} peut donner lieu à une décision implicite d’acceptation, attestée sur demande (CRPA, art. L232-3), ou à une décision implicite de rejet, dont les motifs sont donnés sur demande (CRPA, art. L232-4).`,
  notOpposable:
    'Les délais de recours contre un rejet ne vous sont pas opposables tant qu’ils ne vous ont pas été dits en entier (CRPA, art. L112-6).',
  ifComplete: (what: HandedIn) => `, sous réserve que la ${what} soit complète (CRPA, art. R112-11-1)`,
  acceptedAfterPieces:
    'Elle est incomplète : le délai au terme duquel elle sera réputée acceptée ne court qu’à compter de la réception des pièces manquantes (CRPA, art. L114-5, al. 2).',
  attestation: (what: HandedIn) =>
    `La ${what} peut donner lieu à une décision implicite d’acceptation : une attestation vous en sera alors délivrée sur demande (CRPA, art. L232-3).`,
  rejection: (what: HandedIn) => `La ${what} peut donner lieu à une décision implicite de rejet.`,
  decides: (who: string) => `Autorité qui décide : ${who}.`,
  lacks: (count: number) => `Il manque ${count}\u00a0${plural(count, 'pièce', 'pièces')}.`,
  effects: {
    suspends: (what: HandedIn, due: string) =>
      `Le délai au terme duquel la ${what} est réputée rejetée est suspendu jusqu’au ${due} ; produire les pièces plus tôt met fin à cette suspension (CRPA, art. L114-5, al. 3).`,
    restarts: (what: HandedIn, _due: string) =>
      `Le délai au terme duquel la ${what} est réputée acceptée ne court qu’à compter de la réception des pièces (CRPA, art. L114-5, al. 2).`,
    none: (_what: HandedIn, _due: string) =>
      'Aucun délai n’est suspendu : l’absence d’une pièce qui n’est pas indispensable n’arrête pas l’instruction. Si elle manque encore à la décision, le droit ne prend effet qu’à sa réception (CRPA, art. L114-5-1).',
    unknown: (_what: HandedIn, due: string) =>
      `Ce que vaut le silence dépend du cas. S’il vaut acceptation, son délai ne court qu’à compter de la réception des pièces (CRPA, art. L114-5, al. 2). S’il vaut rejet, son délai est suspendu jusqu’au ${due}, ou jusqu’à la production des pièces si elle vient avant (CRPA, art. L114-5, al. 3).`,
    elsewhere: (_what: HandedIn, _due: string) => runsElsewhere,
  },
  runsElsewhere,
  noDecision: 'Aucune décision n’est attendue : aucun délai de réponse ne court.',
  produced: 'Pièces produites',
  notExamined: 'Pièces non examinées',
  nothingProduced: 'Aucune pièce n’a été produite.',
  pieceColumn: 'Pièce',
  sourceColumn: 'Texte qui l’exige',
  missing: (count: number, due: string) =>
    `${plural(count, 'Pièce manquante', 'Pièces manquantes')}, à produire au plus tard le ${due}`,
  missingNoDate: (count: number) => plural(count, 'Pièce manquante', 'Pièces manquantes'),
  noSource: 'texte non indiqué',
  indispensable: 'indispensable à l’instruction (CRPA, art. L114-5-1)',
  notIndispensable: 'l’instruction continue sans elle (CRPA, art. L114-5-1)',
  how: 'Comment les produire',
  where: (hours: string | null) =>
    hours === null ? 'Au guichet, avec ce papier.' : `Au guichet, avec ce papier : ${hours}.`,
  byPost: 'Ou par courrier, à l’adresse en tête : le cachet de la poste fait foi (CRPA, art. L112-1).',
  byEmail: (email: string) => `Ou par courriel : ${email} (CRPA, art. L112-13).`,
  ifRejected: (what: HandedIn) => `Si votre ${what} est rejetée`,
  rejectionTerm: 'le rejet',
  asked: (what: HandedIn, day: string, count: number) =>
    `Votre ${what}, reçue le ${day}, est incomplète : il manque ${count}\u00a0${plural(count, 'pièce exigée', 'pièces exigées')} par les textes.`,
  dueBy: (day: string) => `À produire au plus tard le ${day}.`,
  implicitNow: {
    rejet: (what: HandedIn, day: string) =>
      `Sans décision expresse, la ${what} sera réputée rejetée au plus tard le ${day}.`,
    acceptation: (what: HandedIn, day: string) =>
      `Sans décision expresse, la ${what} sera réputée acceptée le ${day}.`,
  },
  consequence: 'Si rien n’est produit',
  without: {
    suspends: (_what: HandedIn) => 'Passé ce jour, le délai reprend : le silence vaudra rejet à son terme.',
    restarts: (_what: HandedIn) =>
      'Tant que les pièces manquent, aucune acceptation ne peut naître du silence.',
    none: (what: HandedIn) => `La ${what} est instruite avec ce qui a été produit.`,
    unknown: (what: HandedIn) => `La ${what} peut être instruite, ou rejetée, avec ce qui a été produit.`,
    elsewhere: (what: HandedIn) =>
      `L’autorité qui décide peut instruire la ${what} avec ce qui a été produit.`,
  },
  original: (what: HandedIn, day: string, count: number) =>
    count < 2
      ? `Votre ${what}, reçue le ${day}, comporte une copie dont la validité est mise en doute. La présentation de l’original est demandée.`
      : `Votre ${what}, reçue le ${day}, comporte des copies dont la validité est mise en doute. La présentation des originaux est demandée.`,
  originalSuspends: (day: string, count: number) =>
    `La procédure est suspendue à compter du ${day}, jusqu’à la production ${plural(count, 'de l’original', 'des originaux')} (CRPA, art. R113-6 et R113-11).`,
  originalBack: (count: number) =>
    `${plural(count, 'L’original vous est rendu', 'Les originaux vous sont rendus')} sans délai (CRPA, art. R113-5).`,
  originalAlone: (count: number) =>
    `Cette lettre ne demande rien d’autre que ${plural(count, 'cet original', 'ces originaux')}.`,
  byRegisteredPost:
    'Cette demande est faite par lettre recommandée avec demande d’avis de réception (CRPA, art. R113-6 et R113-11).',
  originals: (count: number) => plural(count, 'Original à présenter', 'Originaux à présenter'),
  doubt: (count: number) =>
    freely(plural(count, 'Pourquoi la copie est mise en doute', 'Pourquoi les copies sont mises en doute')),
  forwardedTitle: (what: HandedIn) => `Transmission de votre ${what}`,
  forwarded: (what: HandedIn, on: string, to: string) =>
    `Votre ${what} a été transmise le ${on} à l’administration compétente : ${to} (CRPA, art. L114-2).`,
  sentOn: (what: HandedIn, on: string, to: string) => `Votre ${what} a été envoyée le ${on} à : ${to}.`,
  reach: (contact: string) => `Pour la joindre : ${contact}.`,
  sentWhat: (sent: string) => `${freely('Ce qui est transmis')} : ${sent}.`,
  firstReceived: (day: string) => `Elle avait été reçue pour la première fois le ${day}.`,
  arrived: (day: string) => `Son destinataire l’a reçue le ${day}.`,
  clocks: 'Ce que devient le délai',
  rejectionKept: (what: HandedIn, day: string) =>
    `Le délai au terme duquel la ${what} est réputée rejetée court depuis sa première réception, le ${day} (CRPA, art. L114-3, al. 1).`,
  acceptanceThere: (what: HandedIn) =>
    `Le délai au terme duquel la ${what} est réputée acceptée ne court qu’à compter de sa réception par l’administration compétente (CRPA, art. L114-3, al. 2).`,
  clocksUnmoved: 'L’administration qui décide reste la même : aucun délai n’est changé.',
  acknowledgedThere: 'L’accusé de réception est délivré par l’administration compétente (CRPA, art. L114-4).',
  noNewRequest: 'Vous n’avez rien à déposer de nouveau.',
  returned: (day: string, means: string) =>
    `Les originaux ci-dessous vous ont été rendus le ${day}, ${means} (CRPA, art. R113-5).`,
  means: {
    counter: 'au guichet',
    post: 'par courrier',
    registeredPost: 'par lettre recommandée',
    email: 'par courriel',
  },
  returnedOriginals: 'Originaux rendus',
  heldColumn: 'Dépôt',
  heldOn: (day: string) => `reçu le ${day}`,
  takenBack: 'Originaux repris : date et signature',
} as const
