import type { EntryKind } from '../../contract/till/books.ts'
import { agree, calendarDate, count, euros, counted } from '../format/numbers.ts'
import { tillWords } from './till.fr.ts'
import { periodNamed } from './deed.fr.ts'

const nbsp = '\u00a0'

/** The till's page. */
export const tillPage = {
  title: 'Caisse',
  keysLabel: 'Touches de la caisse',
  states: {
    none: 'Sans acte constitutif',
    closed: 'Fermée',
    open: 'Ouverte',
    leftOpen: (day: string) => `Restée ouverte depuis le ${calendarDate(day)}`,
  },
  seats: { regisseur: 'régisseur', mandataire: 'mandataire' },
  since: (at: string) => `depuis ${at}`,
  noDeed: 'La régie n’a pas encore d’acte constitutif',
  noDeedHelp:
    'Rien ne peut être encaissé. L’administration saisit d’abord l’acte, ses produits et ses moyens de paiement, dans « Régie ».',
  learn: 'En formation, prenez un acte inventé : vous êtes le régisseur, ses tarifs sont d’exercice.',
  learnAct: 'Prendre l’acte de formation',
  notMine: 'Cette caisse n’est pas la vôtre',
  notMineHelp: (names: string) =>
    names === ''
      ? 'Seuls le régisseur et ses mandataires y encaissent.'
      : `Seuls le régisseur et ses mandataires y encaissent${nbsp}: ${names}.`,
  otherAgent: 'Changer d’agent',
  enter: 'Entrée',
  toConfirm: `à${nbsp}confirmer`,
  keys: {
    clear: 'Effacer',
    quantity: 'Quantité',
    exemption: 'Exonération',
    stamp: 'Timbre',
    count: 'Compter',
    remit: 'Verser',
    correct: 'Corriger',
    collect: 'Encaisser',
    record: 'Enregistrer',
    close: 'Fermer la caisse',
  },
  products: {
    column: 'Produits de la régie',
    title: 'Produits',
    noTariff: 'aucun tarif en vigueur',
    stamp: (cents: number) => `timbre de ${euros(cents)}`,
    help: 'Appuyez sur la lettre d’un produit pour l’ajouter. Appuyez de nouveau pour augmenter la quantité.',
  },
  pay: {
    title: 'À payer',
    empty: 'Choisissez un produit par sa lettre.',
    proposed: (title: string, cents: number) => `Proposé pour cette visite${nbsp}: ${title}, ${euros(cents)}`,
    payerKey: 'Payeur (P)',
    due: 'Dû',
    quantityOf: (product: string) => `Quantité${nbsp}: ${product}`,
    less: (product: string) => `Un de moins${nbsp}: ${product}`,
    more: (product: string) => `Un de plus${nbsp}: ${product}`,
    unit: (cents: number) => `${euros(cents)} l’un`,
    exemption: (product: string) => `Exonération${nbsp}: ${product}`,
    noExemption: 'Pas d’exonération',
    exempt: 'exonéré',
    nothingDue: 'Rien n’est dû : l’exonération est enregistrée avec son texte.',
    means: 'Moyen de paiement',
    given: 'Somme donnée (€)',
    givenHelp: 'Laissez vide si la somme est exacte.',
    change: 'À rendre',
    exact: 'Rien à rendre',
    lacks: 'Il manque',
    reference: { cheque: 'Numéro du chèque', other: 'Référence du paiement' },
    referenceHelp: 'Facultatif.',
    payer: 'Payeur',
    payerHelp: 'Facultatif. Ce nom figure sur la quittance ou le reçu.',
    /** Whom the paper names while the field is empty. */
    payerEmpty: (name: string | null) =>
      name === null
        ? `Facultatif. Si ce champ est vide${nbsp}: sans nom.`
        : `Facultatif. Si ce champ est vide${nbsp}: au nom de ${name}.`,
    payerBefore: (paper: string) =>
      `Facultatif. Si ce champ est vide${nbsp}: comme sur le papier n°${nbsp}${paper}.`,
    receipt: 'Remettre un reçu',
    quittance: 'Une quittance sort toujours pour les espèces et les chèques.',
    cashTooMuch: (most: number, source: string) =>
      `Au plus ${euros(most)} en espèces (${source})${nbsp}: proposez un autre moyen.`,
    tillFull: (room: number) =>
      `La caisse ne peut plus recevoir que ${euros(room)} en espèces avant son plafond.`,
    instead: (number: number, reason: string) =>
      `À la place de l’écriture n°${nbsp}${number}${nbsp}: ${reason}`,
    giveUp: 'Laisser l’écriture telle quelle',
    sending: 'Envoyé. La réponse de l’ordinateur de l’office est attendue ; rien n’est perdu.',
    wrong: {
      nothing: 'Choisissez d’abord un produit, par sa lettre.',
      quantity: 'Une quantité est un nombre entier, de 1 à 999.',
      means: 'Choisissez le moyen de paiement, par son chiffre.',
      given: `La somme donnée n’est pas un montant${nbsp}: écrivez 20 ou 20,50.`,
    },
  },
  done: {
    title: 'C’est enregistré',
    entry: (number: number) => `Écriture n°${nbsp}${number}`,
    collected: 'Encaissé',
    exempted: 'Rien n’était dû',
    change: 'À rendre',
    noChange: 'Rien à rendre',
    stamped: 'Timbre enregistré',
    takenBack: (first: number) => `Écriture n°${nbsp}${first} annulée`,
    back: 'À rendre à la personne',
    remitted: 'Versé au comptable',
    paper: (number: string) => `Document ${number}`,
    printAgain: 'Imprimer de nouveau',
    printed: (number: string) => `${number} est envoyé à l’imprimante.`,
    noPaper: 'Aucun document n’est sorti.',
    next: `Suivant${nbsp}: choisissez un produit par sa lettre.`,
  },
  stamp: {
    title: 'Enregistrer un timbre électronique',
    help: 'Le timbre a été acheté ailleurs : son numéro est enregistré ici une seule fois, rien n’est encaissé.',
    none: 'Aucun produit de l’acte ne se paie par timbre électronique.',
    product: 'Objet du timbre',
    number: 'Numéro du timbre',
    numberHelp: (digits: number) =>
      digits === 0
        ? 'Seize chiffres, à scanner ou à taper.'
        : `${digits} ${agree(digits, 'chiffre', 'chiffres')} sur 16.`,
    act: 'Enregistrer le timbre',
    wrong: {
      product: 'Choisissez pour quoi ce timbre est présenté.',
      number: (digits: number) =>
        `Un timbre a seize chiffres, il y en a ${digits} ici. Scannez-le de nouveau.`,
    },
    done: (number: number) => `Timbre enregistré, écriture n°${nbsp}${number}.`,
  },
  coins: {
    notes: 'Billets',
    coins: 'Pièces',
    face: (cents: number) => (cents < 100 ? `${cents}${nbsp}c` : `${cents / 100}${nbsp}€`),
    help: 'Écrivez le nombre de chaque valeur. Les flèches passent d’un champ à l’autre.',
    counted: 'Compté',
    expected: 'Attendu',
    gap: 'Écart',
    exact: 'Aucun écart',
    more: (cents: number) => `${euros(cents)} de trop`,
    less: (cents: number) => `${euros(cents)} manquent`,
    chequesFace: 'Chèques',
    chequesHeld: (held: number) => `sur ${count(held)}`,
    cheques: 'Nombre de chèques comptés',
    chequesHelp: (held: number) =>
      held === 0 ? 'Le journal n’en a aucun.' : `Le journal en a ${count(held)}.`,
    reason: 'Ce qui explique l’écart',
    reasonHelp: 'Par exemple «\u00a0rendu de monnaie erroné vers 10\u00a0h\u00a0».',
    wrong: 'Un nombre de billets ou de pièces est un nombre entier.',
    chequesWrong: 'Le nombre de chèques est un nombre entier.',
    reasonMissing: 'Écrivez ce qui explique l’écart.',
  },
  open: {
    title: 'Ouvrir la caisse',
    help: (float: number) => `Comptez le fonds de caisse${nbsp}: ${euros(float)} d’après l’acte.`,
    act: 'Ouvrir la caisse',
    done: 'La caisse est ouverte.',
  },
  count: {
    title: 'Compter la caisse',
    help: 'Comptez quand vous voulez. Un écart s’écrit au journal avec ce qui l’explique.',
    act: 'Enregistrer le compte',
    done: (gap: number) =>
      gap === 0
        ? 'Compte enregistré, sans écart.'
        : gap < 0
          ? `Compte enregistré, il manque ${euros(-gap)}.`
          : `Compte enregistré, ${euros(gap)} en trop.`,
  },
  close: {
    title: 'Fermer la caisse',
    titleOf: (day: string) => `Fermer la journée du ${calendarDate(day)}`,
    help: 'Comptez toute la caisse, fonds compris. La clôture est liée à la précédente et ne change plus.',
    leftHelp:
      'Cette journée n’a pas été fermée : comptez la caisse telle qu’elle est, puis ouvrez celle d’aujourd’hui.',
    act: 'Fermer la caisse',
    done: (closing: number, perpetual: number) =>
      `Caisse fermée, clôture n°${nbsp}${closing}. Total perpétuel${nbsp}: ${euros(perpetual)}.`,
    last: 'Dernière fermeture',
  },
  remit: {
    title: 'Verser au comptable',
    help: (name: string) =>
      `Tout ce qui dépasse le fonds de caisse est versé au comptable (${name}), avec son bordereau.`,
    nothing: 'Il n’y a rien à verser : la caisse ne contient que son fonds.',
    moves: 'À verser',
    cheques: (held: number) => counted(held, 'chèque', 'chèques'),
    there: 'déjà sur le compte du comptable',
    handed: 'Espèces remises',
    act: 'Verser',
    done: (cents: number) => `Versement de ${euros(cents)} enregistré.`,
    differs: (cents: number) => `Les espèces remises doivent faire ${euros(cents)}.`,
  },
  entry: {
    title: 'Corriger une écriture',
    titleOf: (number: number) => `Écriture n°${nbsp}${number}`,
    ask: 'Numéro de l’écriture',
    askHelp: 'Il figure sur la quittance et dans les écritures du jour.',
    show: 'Voir l’écriture',
    wrong: 'Écrivez le numéro d’une écriture.',
    payer: 'Payeur',
    reference: 'Référence',
    reason: 'Motif',
    stamp: 'Timbre',
    given: 'Donné',
    change: 'Rendu',
    of: 'Au titre de',
    at: 'Le',
    amount: 'Montant',
    means: 'Moyen',
    agent: 'Agent',
    correct: 'Corriger cette écriture',
    correctHelp:
      'Rien n’est effacé : une écriture inverse nomme l’écriture fausse, puis la bonne la remplace s’il y en a une.',
    motive: 'Motif de la correction',
    motiveMissing: 'Écrivez le motif de la correction.',
    how: 'Ensuite',
    hows: { back: 'Rendre la somme', instead: 'Écrire le bon paiement' },
    howsStamp: { back: 'Annuler l’enregistrement du timbre' },
    act: 'Annuler l’écriture',
    actInstead: 'Continuer',
    done: (first: number) => `L’écriture n°${nbsp}${first} est annulée.`,
    ready: 'Écrivez le bon paiement, puis Entrée.',
    not: 'Cette écriture ne se corrige plus ici.',
    before: 'Cette écriture est d’un autre jour.',
  },
  side: {
    title: 'Caisse et écritures du jour',
    due: 'À faire',
    nothingDue: 'Rien n’est à faire.',
    countDue: 'Comptez la caisse : elle n’a pas été comptée depuis la dernière écriture.',
    remitOn: (day: string) => `Verser au comptable le ${calendarDate(day)} au plus tard.`,
    remitLate: (day: string) => `Versement en retard : il était dû le ${calendarDate(day)}.`,
    full: 'Le plafond d’encaisse est atteint : versez au comptable.',
    near: (room: number) => `Plafond d’encaisse proche : plus que ${euros(room)} en espèces.`,
    periods: (periods: readonly string[]) =>
      `À fermer par un responsable${nbsp}: ${periods.map(periodNamed).join(', ')}.`,
    held: 'La caisse contient',
    float: (cents: number) => `dont fonds de caisse ${euros(cents)}`,
    cheques: (held: number) => counted(held, 'chèque', 'chèques'),
    today: 'Encaissé aujourd’hui',
    perpetual: 'Total perpétuel',
    lines: (total: number) => `Écritures du jour${nbsp}: ${count(total)}`,
    noLine: 'Aucune écriture aujourd’hui.',
    shown: (shown: number, total: number) => `Les ${shown} dernières sur ${total}.`,
    correctedBy: (number: number) => `annulée par n°${nbsp}${number}`,
    of: (number: number) => `de n°${nbsp}${number}`,
    exempt: 'exonéré',
    kinds: tillWords.kinds as Readonly<Record<EntryKind, string>>,
    quantity: (title: string, quantity: number) => (quantity === 1 ? title : `${quantity} × ${title}`),
  },
} as const
