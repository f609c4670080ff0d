import type { ErrorCode } from '../../contract/refusals.ts'

/** What is said when the till refuses: what is the matter, then what to do. */
export const tillRefusals = {
  tillNotMade:
    'La régie n’a pas encore d’acte constitutif. L’administration le saisit d’abord dans les réglages.',
  notOfTheTill:
    'Vous n’êtes ni régisseur ni mandataire de cette régie. Appelez le régisseur ou un mandataire pour encaisser.',
  tillClosed: 'La caisse n’est pas ouverte. Comptez le fonds de caisse, puis ouvrez-la.',
  tillAlreadyOpen: 'La caisse est déjà ouverte. Continuez, ou fermez-la d’abord.',
  tillLeftOpen:
    'La caisse est restée ouverte depuis un autre jour. Comptez-la et fermez ce jour-là, puis ouvrez celui d’aujourd’hui.',
  tillStillOpen: 'La caisse est encore ouverte. Comptez-la et fermez-la d’abord.',
  unknownProduct:
    'L’acte constitutif ne prévoit pas ce produit. Rien n’a été encaissé : choisissez un produit de la liste.',
  tariffExpired:
    'Aucun tarif n’est en vigueur aujourd’hui pour ce produit. Rien n’a été encaissé : demandez à l’administration le tarif du jour et son texte.',
  tariffChanged:
    'Le montant n’est pas celui du tarif d’aujourd’hui. Rien n’a été encaissé : relisez le montant affiché, puis recommencez.',
  unknownExemption:
    'L’acte constitutif ne prévoit pas cette exonération pour ce produit. Choisissez-en une dans la liste, ou encaissez le tarif.',
  stampExpected:
    'Ce produit se paie par timbre électronique, acheté ailleurs. N’encaissez rien : enregistrez le numéro du timbre.',
  notByStamp: 'Ce produit ne se paie pas par timbre électronique. Encaissez-le au tarif du jour.',
  stampUsed:
    'Ce timbre électronique a déjà été enregistré ici. Vérifiez ses seize chiffres, ou demandez un autre timbre.',
  meansNotAllowed:
    'L’acte constitutif ne prévoit pas ce moyen de paiement. Rien n’a été encaissé : choisissez un moyen de la liste.',
  nothingDue: 'Rien n’est dû : aucun moyen de paiement n’est à choisir. Enregistrez sans encaisser.',
  givenTooLittle:
    'La somme donnée ne couvre pas ce qui est dû. Rien n’a été encaissé : vérifiez ce qui a été donné.',
  noChange:
    'La caisse n’a pas de quoi rendre la monnaie. Rien n’a été encaissé : demandez l’appoint, ou un autre moyen de paiement.',
  cashTooMuch:
    'Cette somme dépasse ce qui peut être payé en espèces. Rien n’a été encaissé : proposez un autre moyen de paiement.',
  tillFull:
    'La caisse atteindrait le plafond d’encaisse de l’acte constitutif. Versez d’abord au comptable, ou proposez un autre moyen de paiement.',
  unknownEntry: 'Cette écriture n’existe pas dans le journal de la régie. Vérifiez son numéro.',
  notCorrectable:
    'Seuls un encaissement et un timbre se corrigent. Pour un écart de caisse, comptez de nouveau.',
  alreadyCorrected:
    'Cette écriture a déjà été corrigée. Corrigez plutôt celle qui l’a remplacée, s’il y en a une.',
  alreadyRemitted:
    'Cette somme a déjà été versée au comptable. Rien n’a été rendu : lui seul peut maintenant rembourser.',
  notEnoughCash: 'La caisse n’a pas assez d’espèces pour rendre cette somme. Comptez-la, puis recommencez.',
  countDiffers:
    'Les espèces comptées ne font pas la somme à verser, c’est-à-dire tout ce qui dépasse le fonds de caisse. Comptez de nouveau.',
  nothingToRemit:
    'Il n’y a rien à verser : la caisse ne contient que son fonds. Revenez après un encaissement.',
  periodNotOver: 'Cette période n’est pas terminée. Attendez son dernier jour, puis fermez-la.',
  earlierPeriodFirst: 'Une période plus ancienne n’est pas fermée. Fermez-la d’abord.',
  nothingToClose:
    'Cette période n’a aucun jour de caisse à clôturer, ou elle est déjà close. Vérifiez la date.',
} as const satisfies Partial<Record<ErrorCode, string>>
