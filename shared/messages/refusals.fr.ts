import type { ErrorCode } from '../contract/refusals.ts'
import { app } from './app.fr.ts'
import { appointmentsRefusals } from './appointments/refusals.fr.ts'
import { doorRefusals } from './doorRefusals.fr.ts'
import { filesRefusals } from './files/refusals.fr.ts'
import { mediaRefusals } from './media/refusals.fr.ts'
import { partnersWords } from './partners/partners.fr.ts'
import { peopleRefusals } from './people/refusals.fr.ts'
import { privacyRefusals } from './privacy/refusals.fr.ts'
import { tillRefusals } from './till/refusals.fr.ts'

/** What a person reads when something is refused: what is the matter, then what to do. */
export const refusals: Readonly<Record<ErrorCode, string>> = {
  ...doorRefusals,
  ...appointmentsRefusals,
  ...filesRefusals,
  ...mediaRefusals,
  ...peopleRefusals,
  ...privacyRefusals,
  ...tillRefusals,
  officeNotCreated: app.officeNotCreated,
  journalDamaged:
    'Le journal de l’office est abîmé : rien n’est enregistré. Un responsable lit pourquoi dans « Sauvegardes », dans l’administration, arrête Guichet, puis restaure une sauvegarde d’avant.',
  numberTooFar:
    'Ce numéro est bien plus grand que le dernier connu : ceux d’avant seraient perdus. Relisez le papier, puis recommencez.',
  journalSound: 'Le journal est où l’office a signé qu’il était : il n’y a rien à reprendre.',
  notFollowing: 'Cet ordinateur est déjà celui qui agit : il n’y a pas de relais à prendre.',
  hostAlive:
    'Le premier hôte répond encore : deux hôtes ne peuvent pas agir à la fois. Arrêtez-le d’abord, puis prenez le relais.',
  officeAlreadyCreated: 'L’office existe déjà. Modifiez ses réglages depuis l’administration.',
  dayNotOpen: 'La journée n’est pas ouverte. Un responsable peut l’ouvrir depuis la supervision.',
  notTraining:
    'Une journée guidée ne se vit que sur le site de formation. Ouvrez-le par « Site de formation », à la première ouverture ou dans le menu.',
  trainingShared:
    'Ce site de formation est partagé (base PostgreSQL, ou second ordinateur qui le suit) : il ne se remet pas à neuf d’ici. Commencez une autre journée, ou ouvrez un site neuf avec « --school » et un dossier vide.',
  lessonNotBegun: 'Aucune journée guidée n’est commencée. Commencez-la depuis le panneau de formation.',
  lessonOver: 'Tout le monde est venu. Recommencez la journée guidée pour la vivre encore.',
  dayAlreadyOpen: 'La journée est déjà ouverte. Il n’y a rien à faire.',
  dayNotClosed:
    'La journée est ouverte : des numéros et des guichets en dépendent. Retirez-le une fois la journée fermée.',
  letterTaken:
    'Un autre service, ou une borne pour ses numéros provisoires, a déjà cette lettre. Choisissez une lettre libre.',
  nameTaken: 'Ce nom est déjà pris. Choisissez un autre nom.',
  lastService: 'C’est le dernier service de l’office. Ajoutez-en un autre avant de le retirer.',
  serviceAwaited:
    'Des personnes ont rendez-vous dans ce service. Annulez ou déplacez leurs rendez-vous, puis retirez-le.',
  lastCounter: 'C’est le dernier guichet de l’office. Ajoutez-en un autre avant de le retirer.',
  counterHasStation:
    'Un poste relié tient ce guichet. Retirez ce poste dans « Postes et réseau », ou reliez-le ailleurs, puis retirez le guichet.',
  countersFull: 'L’office a déjà deux cents guichets. Retirez-en un qui ne sert plus.',
  peopleUnsettled:
    'Des personnes attendent ou sont encore reçues. Terminez leur passage, ou notez leur départ, puis fermez la journée.',
  loginNotOffered:
    'Cet office ne propose pas d’autre façon d’entrer ici que le code, la phrase de passe ou le badge. Servez-vous-en.',
  loginAway:
    'Le service de connexion ne répond pas comme il faut. Entrez avec votre code ou votre phrase de passe, et prévenez un responsable.',
  loginSecretMissing:
    'Il manque le secret donné par le fournisseur de connexion. Collez-le, puis enregistrez.',
  loginOriginElsewhere:
    'Cette adresse n’est pas celle de cet hôte sur le réseau. Reprenez-en une de la liste, ou ajoutez le nom dans « Postes et réseau ».',
  siretMissing:
    'Avec ProConnect, écrivez le SIRET de l’office : sans lui, n’importe quel agent public entrerait.',
  unknownKnock: 'Cette demande n’est plus là. La personne se connecte une nouvelle fois, puis reliez-la.',
  loginTaken: 'Ce compte est déjà celui d’une autre personne. Détachez-le d’abord.',
  placesNotOffered: 'Cet office ne garde pas de place pour les autres. Réglez-le dans « Autres logiciels ».',
  placesWithoutService: partnersWords.places.servicesWrong,
  placeNotHere: 'Aucun service qui garde des places ne reçoit cette démarche. Demandez à un autre office.',
  placesFull:
    'Toutes les places que cet office garde aujourd’hui sont données. La personne peut venir sans place.',
  arrivalNotToday:
    'L’heure d’arrivée doit être d’aujourd’hui, et déjà passée. Vérifiez l’heure de l’autre office.',
  placeWithoutProcedure:
    'L’autre office doit savoir pour quelle démarche. Choisissez-la, puis demandez la place.',
  placeUsed: 'La personne est déjà venue avec cette place : elle ne se rend plus.',
  placeGivenUp:
    'Cette place a été rendue pendant qu’elle était demandée. Demandez-la de nouveau si la personne en veut encore une.',
  unknownAlert: 'Cette alerte n’est plus à l’écran. Rechargez la page ; une fiche peut s’écrire sans elle.',
  ownAlert: 'C’est votre alerte : un collègue ou un responsable y répond. La fiche d’incident est à vous.',
  incidentAhead: 'L’heure des faits n’est pas encore passée. Corrigez-la.',
  unknownPartner: 'Cet office n’est pas de ceux qui gardent des places. Rechargez la page.',
  partnersUnreadable:
    'Le fichier des autres offices (offices.json) ne peut pas être lu. Prévenez la personne qui l’a écrit.',
  partnerTokenMissing: 'Le jeton de cet office manque : demandez-le à son responsable, et écrivez-le.',
  partnersExposed:
    'Le fichier des autres offices (offices.json) contient des jetons, et d’autres comptes de la machine peuvent le lire. La personne qui l’a écrit le réserve au compte de l’hôte (chmod 600 offices.json), puis la demande se refait.',
  unknownApiToken: 'Ce jeton n’existe pas, ou il est déjà retiré. Rechargez la liste.',
  unknownWebhook: 'Cette adresse de notification n’existe plus. Rechargez la liste.',
  unknownEventType: 'Ce type d’événement n’est pas publié. Choisissez-en un dans la liste.',
  unknownDelivery: 'Cet envoi n’est plus à rejouer : il est parti, ou oublié. Rechargez la liste.',
  webhookInsecure:
    'Cette adresse n’est pas sûre : il faut https, sans nom ni mot de passe. Pour un réseau privé, autorisez-le d’abord sous « Ce qui est permis », dans « Autres logiciels ».',
  softwareFull: 'La liste est pleine. Retirez d’abord une ligne.',
  noticeNotOffered: 'L’office n’envoie pas d’avis par ce moyen. Choisissez-en un autre.',
  noticeAddressWrong:
    'Ce numéro ou cette adresse n’est pas complet. Écrivez un numéro de mobile à dix chiffres, ou une adresse électronique.',
  noticesFull:
    'Ce poste a demandé aujourd’hui autant de SMS qu’il le peut : celui-ci n’est pas envoyé. Proposez un courriel, ou de suivre l’écran de la salle.',
  noNotice:
    'Aucun avis n’est demandé pour ce numéro, ou il est déjà parti. Demandez-en un autre si la personne le veut.',
  unknownService: 'Ce service n’existe pas dans cet office. Choisissez-en un dans la liste.',
  seriesExhausted:
    'Il ne reste plus de numéro que ce poste puisse donner aujourd’hui. À la borne, adressez-vous à un agent ; à l’accueil, recevez cette personne sous un autre service, et prévenez un responsable.',
  quotaReached:
    'Tous les tickets de ce service sont donnés pour aujourd’hui. Proposez un rendez-vous, ou une attestation datée de la venue.',
  seriesNotLent:
    'Ce numéro provisoire n’est pas de la série de cette borne. Notez la personne à la main, depuis la supervision.',
  numberUsed:
    'Ce numéro provisoire est déjà dans la file. Vérifiez le papier de la personne, et notez-la à la main s’il est à elle.',
  codeUsed:
    'Le code de ce numéro provisoire est celui d’un autre ticket de la journée. Notez la personne à la main, depuis la supervision.',
  joinTooLate:
    'Ce ticket provisoire a plus de sept jours. Il reste à la borne ; notez à la main ce qui doit l’être.',
  unknownTicket: 'Ce numéro n’existe pas aujourd’hui. Vérifiez le ticket de la personne.',
  ticketNotWaiting:
    'Ce numéro n’attend plus : il a été appelé ou est parti. Regardez la file, elle vient de changer.',
  ticketNotHere: 'Ce numéro n’est plus à ce guichet. Rien n’a été fait : regardez le numéro affiché.',
  requestOver:
    'La demande que cette page montrait est terminée. Rien n’a été fait : regardez la demande affichée.',
  unknownCounter: 'Ce guichet n’existe pas dans cet office. Choisissez-en un dans la liste.',
  counterTaken: 'Ce guichet est déjà tenu par un autre agent. Choisissez un guichet libre.',
  agentNotHere:
    'Un autre agent tient maintenant ce guichet. Rien n’a été fait : regardez la liste des guichets.',
  agentHoldsCounter: 'Cet agent tient déjà un guichet. Choisissez un autre agent.',
  agentElsewhere: 'Vous tenez déjà un autre guichet. Fermez-le d’abord, ou continuez là-bas.',
  counterNotOpen: 'Vous ne tenez aucun guichet. Choisissez d’abord un guichet.',
  counterAlreadyClosed: 'Ce guichet est déjà fermé. Il n’y a rien à faire.',
  counterBusy: 'Une personne est appelée ou reçue à ce guichet. Terminez d’abord son passage.',
  nobodyCalled: 'Personne n’est appelé à ce guichet. Appelez d’abord la personne suivante avec F2.',
  nobodyServed:
    'Personne n’est reçu à ce guichet. Appelez quelqu’un avec F2, puis dites que la personne est là avec F5.',
  unknownProcedure:
    'Cette démarche n’est pas connue. Choisissez-en une dans la liste, ou « Autre démarche ».',
  unknownPiece: 'Cette pièce n’est pas de cette démarche. Ajoutez-la par son nom si elle est présentée.',
  pieceHeld:
    'Une administration détient cette pièce et l’office y est relié : elle ne se demande pas (CRPA L113-12). Si l’échange est impossible, redemandez-la en disant pourquoi.',
  proofCannotBeRefused:
    'Le 2D-Doc de ce justificatif est vérifié : il ne peut pas être refusé (CRPA R113-8). Remettez-le à « non examinée » si c’était une erreur.',
  pieceNotHeld: 'Aucun échange relié ne détient cette pièce : elle se demande comme les autres.',
  birthTooOld: 'Cette année de naissance est trop ancienne. Vérifiez-la.',
  birthInFuture: 'Cette date de naissance est à venir. Vérifiez-la.',
  issuedAfterEnd: 'La date de fin de cette pièce précède sa délivrance. Vérifiez les deux dates.',
  ruleChanged: 'Cette version a changé depuis que vous l’avez lue. Relisez-la avant de la valider.',
  unknownPackage: 'Ce paquet de règles n’est pas dans le dossier de l’office. Installez-le d’abord.',
  packageUnsound:
    'Ce paquet de règles a des erreurs : il ne peut pas être publié. Les règles d’avant restent en vigueur.',
  packageNotTrusted:
    'Ce paquet est signé par une clé que l’office ne connaît pas. Vérifiez son émetteur, puis acceptez sa clé.',
  packagePublished: 'Ce paquet de règles est déjà publié. Il n’y a rien d’autre à faire.',
  unknownDraft: 'Ce brouillon n’est pas dans le dossier de l’office. Importez sa fiche d’abord.',
  unknownPart: 'Cette partie n’est pas du brouillon. Rouvrez-le.',
  draftNotReady: 'Ce brouillon a des parties que personne n’a validées : il ne peut pas servir.',
  unknownExchange: 'Cet échange entre administrations n’est pas connu. Choisissez-le dans la liste.',
  pieceNotRequired:
    'Cette pièce n’est pas exigée dans ce cas : elle ne peut ni manquer ni être demandée (CRPA L114-5). Vérifiez les réponses, ou notez-la « présentée » si la personne l’apporte.',
  pieceDependsOnCase:
    'Cette pièce n’est exigée que dans certains cas (CRPA L114-5). Répondez d’abord à la question qui en décide ; elle pourra ensuite manquer.',
  pieceWithoutText:
    'Aucun texte connu ici n’exige cette pièce : elle ne peut ni manquer ni être demandée (CRPA L114-5). Choisissez-la dans la liste ou par son article, ou notez-la « présentée » si la personne l’apporte.',
  pieceNotInText:
    'Le texte nommé n’exige pas cette pièce pour cette démarche : elle ne peut pas être demandée (CRPA L114-5). Choisissez une pièce de la liste, ou continuez sans elle.',
  nameMalformed:
    'Ces mots ne sont pas un nom. Le nom d’une personne n’a que des lettres, des espaces, des traits d’union et des apostrophes ; celui d’une société, d’une pièce ou d’une demande n’a ni deux-points, ni numéro d’article. Une phrase n’est pas un nom : « Revenez demain ». Écrivez le nom seul.',
  originalWithoutCopy:
    'L’original ne se demande que d’une copie reçue (CRPA R113-6). Notez d’abord la copie, ou demandez la pièce si un texte l’exige.',
  refusalInWords:
    'Ces mots refusent une demande. Un refus est une décision motivée, avec son texte et ses recours : écrivez-le par « Refus écrit », là où l’office décide.',
  orderInReasons:
    'Les motifs disent, ils ne demandent rien : ces mots donnent un ordre à la personne. Écrivez ce qui a été constaté (« Vous n’avez pas fourni le plan demandé le 2 mars ») ou ce qu’exige le texte, avec son article (« L’article 4 exige un plan »).',
  appealDenied:
    'Une décision se conteste toujours, et le papier dit comment (CJA, art. R421-5). Retirez des motifs les mots qui disent le contraire.',
  delayInReasons:
    'Retirez des motifs le délai indiqué pour contester : le papier dit lui-même le délai et les voies de recours, d’après les textes (CJA, art. R421-5).',
  notElectronic:
    'Cette demande n’est pas venue par courriel : elle n’a pas d’accusé électronique (CRPA L112-11). Donnez l’accusé de réception ordinaire.',
  stepWithoutText:
    'Aucun texte connu ici n’exige cette démarche : la lettre ne peut pas la demander (CRPA L123-1). Écrivez une pièce ou une obligation de la liste, avec ses mots, ou citez l’article qui l’exige.',
  regulationAgainstLaw:
    'Un règlement local ne peut pas exiger cette pièce : la loi l’interdit, ou dit déjà quand elle est due. Retirez-la du règlement, ou faites relire la délibération.',
  pieceMayNotBeAsked:
    'Cette pièce ne peut pas être demandée : le texte est indiqué à côté d’elle. Continuez sans elle.',
  tooManyPieces:
    'Ce dossier a déjà 200 pièces notées. Réunissez-en plusieurs sous un même nom, ou faites une seconde demande.',
  labelMissing: 'La démarche n’est pas nommée. Choisissez une démarche, ou écrivez ce qui est demandé.',
  unknownAnswer: 'Cette réponse n’est pas prévue pour cette question. Choisissez-en une dans la liste.',
  mentionMissing:
    'Le document ne peut pas être délivré : une mention obligatoire manque. Complétez ce qui est indiqué, puis recommencez.',
  unknownDocument: 'Ce document n’existe pas. Vérifiez son numéro.',
  documentAltered:
    'Ce qui est gardé de ce document n’est plus ce qui a été scellé : ne le remettez pas et prévenez l’administration (« document journal verify »).',
  documentErased:
    'Les données de ce document ne sont plus gardées. Il ne peut plus être montré ; son numéro et sa preuve restent.',
  unknownPrinter:
    'Cette imprimante n’est pas dans la liste. Choisissez-en une autre, ou ajoutez-la dans l’administration.',
  unknownJob: 'Cette impression n’existe plus. Réimprimez le document si besoin.',
  jobCancelled:
    'Cette impression a été annulée, ou son document l’a été. Demandez une copie du document qui vaut, ou envoyez ce papier à une imprimante.',
  jobAlreadyPrinted: 'Ce document est déjà imprimé. Réimprimez-le pour en avoir un autre exemplaire.',
  unknownAgent: 'Cet agent n’est pas connu de l’office. Choisissez votre nom dans la liste.',
  serviceClosed:
    'Ce service ne reçoit plus de ticket aujourd’hui. Proposez un rendez-vous, ou une attestation datée.',
  serviceNotClosed: 'Ce service est déjà ouvert aux tickets. Il n’y a rien à faire.',
  byAppointmentOnly:
    'Ce service reçoit sur rendez-vous. Choisissez un créneau, ou demandez une attestation datée de votre venue.',
  unknownGround: 'Ce motif de priorité n’est pas dans la liste. Choisissez-en un de la liste.',
  groundNotPublished:
    'Ce motif n’est pas dans la règle publiée par cet office. Choisissez un motif de la loi, ou prenez un ticket ordinaire.',
  proofMissing:
    'La preuve de la priorité n’est pas notée. Regardez la carte ou la pièce, dites laquelle, sans la copier.',
  reasonMissing: 'Le motif manque. Écrivez-le en quelques mots, puis recommencez.',
  timeInPast: 'Cette date ou cette heure est déjà passée. Choisissez-en une à venir.',
  timesMixedUp:
    'Ces heures ne se suivent pas, ou ne sont pas d’aujourd’hui. Vérifiez l’arrivée, l’appel et la fin sur la feuille.',
  proofNotAnswered:
    'La preuve de la priorité n’a pas eu de réponse. Dites si vous l’avez vue ou non, puis commencez.',
  codeWrong: 'Ce n’est pas le code imprimé sur ce ticket. Vérifiez le ticket, ou adressez-vous à l’accueil.',
  ticketNotAway: 'Ce numéro n’est ni absent ni attendu de retour. Regardez la file, elle vient de changer.',
  ticketNotParked: 'Ce numéro n’est pas en attente de retour. Regardez la file, elle vient de changer.',
  ticketEnded: 'Le passage de ce numéro est terminé. Prenez un nouveau ticket pour une autre demande.',
  absentTooSoon:
    'Il est trop tôt pour noter une absence : la règle demande plusieurs appels et un délai. Rappelez avec F3, attendez un instant, puis notez l’absence.',
  counterPaused: 'Ce guichet est en pause. Reprenez d’abord, puis appelez.',
  counterNotPaused: 'Ce guichet n’est pas en pause. Il n’y a rien à faire.',
  skillLacking:
    'L’agent de ce guichet n’est pas habilité pour ce service. Choisissez un autre guichet, ou ajoutez l’habilitation dans l’administration.',
  nothingToUndo: 'Il n’y a aucun acte à annuler à ce guichet. Continuez.',
  undoTooLate:
    'Cet acte ne peut plus être annulé : la suite en dépend. Corrigez par un nouvel acte (rappel, transfert, retour).',
  requestsFull: 'Ce passage a déjà vingt demandes. Terminez-en, puis donnez un second ticket.',
  malformedNumber: 'Un numéro de pré-demande a dix lettres ou chiffres. Vérifiez-le.',
  pieceMissing: 'Aucune pièce n’est notée. Écrivez au moins une pièce apportée.',
  noPrinter: 'Aucune imprimante ne convient. Réglez-en une dans l’administration.',
  badPeriod:
    'Cette période n’est pas possible. Choisissez une date de fin après le début, sur 400 jours au plus.',
  nothingThatDay: 'Personne n’est venu ce jour-là. Choisissez un autre jour.',
  fewThatDay:
    'Trop peu de personnes sont venues ce jour-là pour en dire quelque chose. Choisissez un autre jour.',
  backupsOff:
    'Cet hôte ne fait pas de sauvegarde : son site est de formation, son office n’est pas encore créé, ou PostgreSQL garde son journal (sauvegardez alors PostgreSQL).',
  backupFailed:
    'La sauvegarde n’a pas pu être faite. La page « Sauvegardes » dit pourquoi ; corrigez, puis recommencez.',
  folderUnusable:
    'Ce dossier n’existe pas sur l’ordinateur de l’office, ou ne peut pas être lu. Branchez le disque, ou donnez un autre dossier.',
  recipientUnreadable:
    'Ce n’est pas la partie publique d’une clé de secours : elle commence par « age1 ». Faites une nouvelle clé depuis la page « Sauvegardes ».',
  commandIdReused:
    'Cet identifiant d’acte a déjà servi pour autre chose. Rien n’a été fait : recommencez avec un nouvel identifiant.',

  unknownStation: 'Ce poste n’est pas relié à l’office. Regardez la liste, elle vient de changer.',
  stationElsewhere:
    'Ce poste est celui d’un autre guichet. Ouvrez le sien, ou faites relier ce poste à nouveau depuis l’administration.',
  networkNotChosen:
    'L’office ne répond encore qu’à cet ordinateur. Choisissez d’abord, dans « Postes et réseau », le réseau sur lequel il répond.',
  keyUnprotectable:
    'Le système de cette machine ne protège pas de secret. Ouvrez Guichet dans une session dont le trousseau est déverrouillé, ou laissez la clé dans son fichier.',
  noUpdates:
    'Rien n’est cherché sur cette machine : le lieu des mises à jour se règle dans sa configuration, ou un autre programme s’en charge. Demandez-le à votre informaticien.',
  updatesImposed:
    'La configuration de cette machine en décide : rien n’a changé. Demandez à votre informaticien de le faire dans le fichier, ou dans la stratégie de groupe.',
  updateGone: 'Cette version n’est plus annoncée. Cherchez de nouveau les mises à jour, puis recommencez.',
  networkUnavailable:
    'L’office ne peut pas répondre sur ce réseau. Vérifiez que l’ordinateur y est relié et que le port est libre, ou choisissez-en un autre.',
  certificateUnsound:
    'Ce certificat ne peut pas servir. Corrigez ce qui est indiqué, ou laissez l’office faire le sien.',
}
