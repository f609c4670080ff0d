/** A question is answered by yes or no; a statement is understood or not. */
type Phrase = { readonly text: string; readonly asks?: true }

const phrases = {
  welcome: { text: 'Bonjour. Asseyez-vous, je vous reçois.' },
  moment: { text: 'Un instant, je vérifie.' },
  waitHere: { text: 'Asseyez-vous : je vous rappelle dans quelques minutes. Vous gardez votre place.' },
  interpreter: { text: 'Souhaitez-vous l’aide d’un interprète ?', asks: true },
  otherWay: { text: 'Voulez-vous que je l’explique autrement ?', asks: true },
  writeName: { text: 'Pouvez-vous écrire votre nom et votre prénom ?', asks: true },
  appointment: { text: 'Avez-vous un rendez-vous ?', asks: true },
  forYourself: { text: 'Cette démarche est-elle pour vous-même ?', asks: true },
  identity: { text: 'Avez-vous une pièce d’identité, même si elle n’est plus valable ?', asks: true },
  missingHome: {
    text: 'Il manque un justificatif de domicile de moins d’un an. Vous pouvez l’apporter plus tard : votre demande est enregistrée aujourd’hui.',
  },
  missing: {
    text: 'Il manque une pièce : elle est écrite sur ce papier. Votre demande est enregistrée aujourd’hui.',
  },
  photo: { text: 'Avez-vous une photo d’identité de moins de 6 mois ?', asks: true },
  notRequired: { text: 'Cette pièce n’est pas exigée.' },
  heldElsewhere: { text: 'Vous n’avez pas à fournir cette pièce : l’administration l’a déjà.' },
  original: { text: 'J’ai seulement besoin de voir l’original. Je vous le rends tout de suite.' },
  atHome: { text: 'Habitez-vous chez vous ?', asks: true },
  atSomeones: { text: 'Habitez-vous chez quelqu’un d’autre ?', asks: true },
  reread: { text: 'Lisez ce papier, s’il vous plaît. Est-ce exact ?', asks: true },
  sign: { text: 'Si vous êtes d’accord, signez ici.' },
  free: { text: 'Cette démarche est gratuite.' },
  toPay: { text: 'Il y a une somme à payer. Elle est écrite ici.' },
  receipt: { text: 'Voici votre récépissé. Gardez-le.' },
  written: { text: 'Vous recevrez une réponse écrite.' },
  dueDate: { text: 'La date à ne pas dépasser est écrite en gras sur ce papier.' },
  collect: { text: 'Revenez chercher votre titre dans les 3 mois qui suivent notre message.' },
  forwarded: {
    text: 'Une autre administration traite cette demande. Nous la lui transmettons : vous n’avez pas à la refaire.',
  },
  refusal: {
    text: 'Nous ne pouvons pas accepter cette demande. Les raisons et les recours sont écrits sur ce papier.',
  },
  complain: { text: 'Si vous n’êtes pas d’accord, ce papier dit comment le contester.' },
  questions: { text: 'Avez-vous une question ?', asks: true },
} as const satisfies Readonly<Record<string, Phrase>>

/** A sentence that the agent can show, by what it is about. */
export type PhraseId = keyof typeof phrases

/** What the person's side says, in one language. */
export type ExchangeTexts = {
  readonly phrases: Readonly<Record<PhraseId, string>>
  /** The answers, as buttons. */
  readonly yes: string
  readonly no: string
  readonly understood: string
  readonly notUnderstood: string
  /** Before anything is shown. */
  readonly ready: string
  readonly writeAnswer: string
  readonly send: string
  /** Under the answer that was just given. */
  readonly sent: string
}

/** Whether the sentence is a question. */
export const asks = (phrase: PhraseId): boolean => 'asks' in phrases[phrase]

const texts = Object.fromEntries(
  Object.entries(phrases).map(([id, { text }]) => [id, text]),
) as ExchangeTexts['phrases']

export const exchangeFr: ExchangeTexts = {
  phrases: texts,
  yes: 'Oui',
  no: 'Non',
  understood: 'Oui, compris',
  notUnderstood: 'Pas compris',
  ready: 'L’agent peut vous écrire ici.',
  writeAnswer: 'Vous pouvez écrire votre réponse',
  send: 'Répondre',
  sent: 'Votre réponse est donnée à l’agent.',
}
