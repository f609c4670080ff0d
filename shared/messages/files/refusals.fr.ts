import type { ErrorCode } from '../../contract/refusals.ts'

/** What is said when a file, its decision or one of its papers is refused: what is the matter, then what to do. */
export const filesRefusals = {
  unknownFile:
    'Ce dossier n’existe pas. Vérifiez sa référence, ou cherchez-le par le nom et la date de naissance.',
  fileNotOpen:
    'Ce dossier n’existe pas, ou il est terminé et ne change plus. Vérifiez sa référence, ou ouvrez-en un autre.',
  fileAlreadyDecided:
    'Ce dossier est décidé : une décision y est notée, ou le silence en vaut une. Vérifiez-la avant de continuer.',
  acknowledgedElsewhere:
    'Ce dossier a été transmis à qui décide : l’accusé de réception vient de cette autorité (CRPA, art. L114-4). N’en donnez pas ici. Le papier de transmission se délivre avec « Émettre ».',
  sentToAnother:
    'Ce dossier est déjà transmis au service indiqué à côté. Terminez sans nommer de destinataire, ou transmettez d’abord le dossier à l’autre service, depuis sa page.',
  sentToItself:
    'Ce destinataire est votre office : une demande se transmet à une autre administration (CRPA, art. L114-2). Gardez le dossier ici, ou écrivez le nom de l’administration compétente. Si elle a le même nom ailleurs, écrivez son adresse, avec la ville.',
  decidedWhenSigned:
    'Un refus signé ici est décidé le jour où il est signé : écrivez la date d’aujourd’hui. Un refus déjà signé ailleurs se note par son numéro.',
  officeDoesNotDecide:
    'L’office ne décide pas cette demande : il la recueille, ou il l’a transmise à qui décide. Il ne peut ni l’accorder ni la refuser. Notez la décision de l’autorité compétente quand elle arrive.',
  refusalIsNoEnd:
    'Un refus ne termine pas un passage. Terminez par ce qui est arrivé à la demande : déposée, incomplète, transmise, non reçue. Si votre office décide, écrivez ensuite le refus dans le dossier, avec ses faits, son texte et ses recours.',
  nothingLacks:
    'Aucune pièce n’est notée manquante. Notez dans la liste celle qui manque, pour que le papier la demande avec son texte. Si rien ne manque, terminez par « Déposé ».',
  refusalUnwritten:
    'Ce refus n’a pas de décision écrite. Rédigez-le avec « Émettre », ou indiquez le logiciel ou l’autorité qui l’a émis, et son numéro.',
  refusalUnreasoned:
    'Un numéro ne dit pas pourquoi la demande est refusée (CRPA, art. L211-2). Choisissez le motif, ou écrivez les motifs de la décision : le texte appliqué, puis les faits.',
  groundMissing:
    'La loi énumère les motifs de refus de cette démarche. Choisissez l’un de ceux qui sont indiqués à côté.',
  groundNotAllowed:
    'Ce motif n’est pas de ceux que les textes permettent pour cette démarche. Choisissez un motif de la liste, ou recevez la demande.',
  groundNotMet:
    'Ce motif suppose une pièce exigée et notée manquante au dossier. Demandez-la d’abord, ou choisissez un autre motif.',
  factsMissing:
    'Les faits manquent. Écrivez ce qui a été constaté, par quoi et quand ; ce que ce motif demande est indiqué à côté.',
  articleMissing:
    'Le texte sur lequel ce refus se fonde n’est pas cité. Indiquez l’article, avec son numéro.',
  capacityNotSaid:
    'La qualité dans laquelle vous signez n’est pas encore dite. Gardez le projet ; l’administration la choisit dans « Papiers ».',
  delegationNotAllowed:
    'Le texte ne permet pas de déléguer cette signature en cette qualité (CGCT, art. L2122-18 et L2122-19). Choisissez une autre personne : adjoint, conseiller municipal, directeur, responsable de service.',
  delegationActMissing:
    'Une délégation résulte d’un arrêté. Indiquez-le, ou dites que la personne signe par son propre pouvoir.',
  silenceUnknown:
    'Aucun texte connu ne dit ce que vaut le silence pour cette demande. Prenez une décision, ou faites préciser le régime.',
  silenceNotElapsed:
    'Le délai n’est pas écoulé à cette date : le silence ne vaut encore rien. La date est indiquée à côté.',
  silenceHasNoPaper:
    'Personne n’a écrit ce que vaut le silence : aucun papier n’a de numéro. Notez cette décision sans numéro.',
  dateInFuture: 'Cette date est à venir. Écrivez la date à laquelle cela a été fait.',
  termTooShort:
    'Un texte fixe le temps donné pour apporter ces pièces : son dernier jour est indiqué à côté. Donnez ce jour, ou un jour d’après.',
  datesMixedUp: 'Ces dates ne se suivent pas. Vérifiez l’envoi, la réception et ce qui a été fait ensuite.',
  receiptAlreadyRecorded:
    'Le numéro de ce récépissé est déjà noté sur un autre dossier, indiqué à côté. Reprenez celui-là.',
  pieceAlreadyReceived: 'Cette pièce est déjà au dossier. Demandez seulement celles qui manquent.',
  titleAlreadyHere: 'Un titre est déjà arrivé pour ce dossier. Vérifiez la référence.',
  noTitleHere:
    'Aucun titre à retirer n’est concerné. Sur le dossier, notez d’abord l’arrivée du titre. Au guichet, reprenez ce dossier et terminez par « Titre remis », ou ne notez ni signature ni nom de qui le prend.',
  titleStillDue:
    'Ce titre peut encore être retiré, ou aucun texte ne donne de délai : il ne peut pas être détruit à cette date.',
  titleStillHere: 'Un titre attend encore d’être retiré. Remettez-le ou notez sa destruction, puis terminez.',
  titleInPerson:
    'Ce titre se remet en personne, par le texte indiqué à côté : il ne s’envoie pas. Notez la remise au guichet, ou gardez le titre dans le tiroir.',
  takerUnnamed:
    'Le titulaire ne prend pas son titre lui-même : écrivez le nom de la personne qui le prend. Au guichet : F10, puis « Quelqu’un d’autre » (Y).',
  decisionMissing: 'Aucune décision n’est notée. Notez-la, ou terminez le dossier pour un autre motif.',
  registeredOtherwise:
    'Cette demande est déjà enregistrée sous le numéro indiqué à côté : une demande n’a qu’un numéro (C. urb., art. R423-3). Écrivez ce numéro, ou annulez d’abord le récépissé qui le porte.',
  forwardingSettled:
    'Cette transmission ne peut pas être notée par erreur : elle l’est déjà, une autre l’a suivie, ou son destinataire a répondu. Lisez les suites données au dossier.',
  notForwarded: 'Ce dossier n’a pas été transmis à qui décide. Notez d’abord à qui et quand.',
  originalsStillHeld: 'Des originaux sont encore gardés. Rendez-les, puis terminez le dossier.',
  noOriginalsHeld: 'Aucun original n’est gardé pour ce dossier. Il n’y a rien à rendre.',
  nothingToIssue: 'Il n’y a rien à émettre : rien de tel n’a encore été fait pour ce dossier ou ce passage.',
  nothingToCorrect: 'Rien ne change : dites ce qui doit être rectifié.',
  typedWordsWithheld:
    'La mère a demandé le secret : aucun papier de cette démarche n’écrit de mots tapés, ni ce que les règles en ont conclu (C. civ., art. 326). Dites-le de vive voix. Un papier se rectifie sans toucher à l’objet.',
  noDuplicate:
    'Ce document n’a pas de duplicata (code du service national, art. L113-2) : adressez la personne au centre du service national dont elle dépend.',
  notOfCensusAge:
    'Le recensement se fait de seize ans à la veille de vingt-cinq ans (code du service national, art. R111-1 et L113-4). Vérifiez la date de naissance : à un autre âge, aucune attestation ne se délivre.',
  notSignatory:
    'Vous n’avez pas de délégation de signature pour cette décision : préparez le projet, la personne habilitée le signera.',
  pseudonymCannotSign:
    'Une décision ne se signe pas sous un pseudonyme (CRPA, art. L212-1) : une autre personne habilitée doit la signer.',
  acceptedBySilence:
    'Le silence a déjà valu acceptation, à la date indiquée à côté. Cette demande ne se refuse plus, n’attend plus de pièce et ne change plus de démarche. Elle ne se termine pas comme une erreur ou un double, et aucune autre autorité ne la décide. Remettez l’attestation à qui la demande (CRPA, art. L232-3). Un refus d’un autre logiciel compte s’il a été notifié avant cette date : notez ce jour. Une acceptation illégale se retire dans les quatre mois (CRPA, art. L242-1).',
  refusalNotNotified:
    'Ne remettez pas ce refus et ne le corrigez pas : aucune remise n’en est notée avant la date indiquée à côté, et la demande est acceptée depuis ce jour (CRPA, art. L231-1). Si le dossier est ouvert, notez l’acceptation ou délivrez son attestation (CRPA, art. L232-3). Tant qu’il est ouvert, sans accord ni attestation, une remise plus ancienne se note à son jour. Une acceptation illégale se retire dans les quatre mois (CRPA, art. L242-1).',
  acceptanceAttested:
    'Une attestation dit que le silence a valu acceptation, à la date indiquée à côté : une remise plus ancienne ne remet plus le refus. Si cette attestation a été délivrée par erreur, annulez-la, puis notez la remise. Une acceptation illégale se retire dans les quatre mois (CRPA, art. L242-1).',
  refusalNotYetNotified:
    'Remettez d’abord ce refus, et notez sa remise : il n’a été notifié à personne, et sans remise le silence vaudra acceptation à la date indiquée à côté (CRPA, art. L221-8 et L231-1).',
  documentIsCancellation:
    'Une annulation ne s’annule pas : émettez de nouveau le document qu’elle annule, sous un autre numéro.',
  pseudonymTaken: 'Ce pseudonyme est déjà porté : choisissez-en un autre.',
  documentCancelled: 'Ce document est annulé ou remplacé : servez-vous de celui qui le remplace.',
  documentHandedOver: 'Ce document a déjà été remis, ou un papier qui dit la même chose : il ne change plus.',
  documentIsDecision:
    'Une décision ne s’annule pas ainsi : elle se retire ou s’abroge par une autre décision (CRPA, art. L242-1).',
  documentIsMoney: 'Un paiement ne s’annule pas ainsi : passez une écriture de correction à la caisse.',
} as const satisfies Partial<Record<ErrorCode, string>>
