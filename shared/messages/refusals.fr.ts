import type { ErrorCode } from '../contract/refusals.ts'

/** What a person reads when something is refused: what is the matter, then what to do. */
export const refusals: Readonly<Record<ErrorCode, string>> = {
  officeNotCreated: 'L’office n’est pas encore créé. Terminez d’abord l’accueil de premier démarrage.',
  officeAlreadyCreated: 'L’office existe déjà. Modifiez ses réglages depuis l’administration.',
  dayNotOpen: 'La journée n’est pas ouverte. Un responsable peut l’ouvrir depuis la supervision.',
  dayAlreadyOpen: 'La journée est déjà ouverte. Il n’y a rien à faire.',
  peopleUnsettled:
    'Des personnes attendent ou sont encore reçues. Terminez leur passage, ou notez leur départ, puis fermez la journée.',
  unknownService: 'Ce service n’existe pas dans cet office. Choisissez-en un dans la liste.',
  seriesExhausted:
    'Tous les numéros de cette série ont été donnés aujourd’hui. Recevez cette personne sous un autre service, et prévenez un responsable.',
  unknownTicket: 'Ce numéro n’existe pas aujourd’hui. Vérifiez le ticket de la personne.',
  ticketNotWaiting:
    'Ce numéro n’attend plus : il a été appelé ou est parti. Regardez la file, elle vient de changer.',
  ticketNotHere:
    'Ce numéro n’est plus celui de votre guichet. Rien n’a été fait : regardez le numéro affiché.',
  unknownCounter: 'Ce guichet n’existe pas dans cet office. Choisissez-en un dans la liste.',
  counterTaken: 'Ce guichet est déjà tenu par un autre agent. Choisissez un guichet libre.',
  agentElsewhere: 'Vous tenez déjà un autre guichet. Fermez-le d’abord, ou continuez là-bas.',
  counterNotOpen: 'Vous ne tenez aucun guichet. Choisissez d’abord un guichet.',
  counterBusy: 'Une personne est appelée ou reçue à ce guichet. Terminez d’abord son passage.',
  nobodyCalled: 'Personne n’est appelé à ce guichet. Appelez d’abord la personne suivante avec F2.',
  nobodyServed:
    'Personne n’est reçu à ce guichet. Appelez quelqu’un avec F2, puis dites que la personne est là avec F5.',
  unknownProcedure:
    'Cette démarche n’est pas connue. Choisissez-en une dans la liste, ou « Autre démarche ».',
  unknownPiece:
    'Cette pièce n’est pas demandée pour cette démarche. Ajoutez-la par son nom si elle est présentée.',
  pieceMayNotBeAsked:
    'Cette pièce ne peut pas être demandée : le texte est indiqué à côté d’elle. Continuez sans elle.',
  tooManyPieces:
    'Ce dossier a déjà 200 pièces notées. Réunissez-en plusieurs sous un même nom, ou faites une seconde demande.',
  labelMissing: 'La démarche n’est pas nommée. Choisissez une démarche, ou écrivez ce qui est demandé.',
  unknownAnswer: 'Cette réponse n’est pas prévue pour cette question. Choisissez-en une dans la liste.',
  mentionMissing:
    'Le document ne peut pas être délivré : une mention obligatoire manque. Complétez l’adresse et le téléphone de l’office, et le nom de l’agent, dans l’administration.',
  unknownDocument: 'Ce document n’existe pas. Vérifiez son numéro.',
  documentErased:
    'Les données de ce document ont été effacées à leur terme. Il ne peut plus être montré ; son numéro et sa preuve restent.',
  unknownPrinter:
    'Cette imprimante n’est pas dans la liste. Choisissez-en une autre, ou ajoutez-la dans l’administration.',
  unknownJob: 'Cette impression n’existe plus. Réimprimez le document si besoin.',
  jobAlreadyPrinted: 'Ce document est déjà imprimé. Réimprimez-le pour en avoir un autre exemplaire.',
  unknownAgent: 'Cet agent n’est pas connu de l’office. Choisissez votre nom dans la liste.',
  commandIdReused:
    'Cet identifiant d’acte a déjà servi pour autre chose. Rien n’a été fait : recommencez avec un nouvel identifiant.',

  unauthorized: 'Ce poste n’est pas reconnu. Ouvrez-le avec l’adresse que donne l’ordinateur de l’office.',
  unknownName: 'Cette demande n’existe pas. Vérifiez son nom, ou mettez ce poste à jour.',
  notFound: 'Il n’y a rien à cette adresse. Vérifiez-la.',
  methodNotAllowed: 'Cette adresse ne se demande pas ainsi. Vérifiez la méthode et le nom de l’appel.',
  forbiddenRole: 'Ce poste n’a pas le droit de faire cela. Faites-le depuis un poste qui en a le rôle.',
  forbiddenOrigin: 'Cette page ne vient pas de l’office. Ouvrez celle que donne l’ordinateur de l’office.',
  tooLarge: 'Le message est trop long : 256 Kio au plus. Envoyez moins de texte à la fois.',
  badInput: 'Ce qui a été envoyé n’a pas la forme attendue. Rien n’a changé : corrigez et recommencez.',
  badRequest: 'Le message ne peut pas être lu. Rien n’a changé : vérifiez-le et recommencez.',
  tooManyCalls: 'Trop de demandes à la fois. Attendez un instant, puis recommencez.',
  timeout: 'Le message a mis trop longtemps à arriver. Vérifiez le réseau, puis recommencez.',
  headersTooLarge: 'Les en-têtes du message sont trop longs. Raccourcissez-les et recommencez.',
  contractTooOld: 'Ce poste et l’ordinateur de l’office n’ont pas la même version. Mettez ce poste à jour.',
  storageFull:
    'Le disque de l’ordinateur de l’office est plein. Rien n’est perdu ni changé : libérez de la place, puis recommencez.',
  closing: 'L’ordinateur de l’office s’arrête. Attendez son retour, puis recommencez.',
  fault:
    'Une panne a eu lieu dans l’ordinateur de l’office. Rien n’a changé : recommencez, et prévenez l’informatique si cela revient.',
}
