import type { Delay } from '../../contract/law/assessment.ts'
import { agree } from '../format/numbers.ts'
import { delayWords } from './remedies.fr.ts'

const nbsp = '\u00a0'

/** The written refusal, as it is prepared: its ground, its facts, what is filled in, who signs. */
export const refusalWords = {
  title: 'Refus écrit',
  about: (what: string, reference: string, day: string) => `${what} · ${reference} du ${day}`,
  kept: 'Brouillon gardé',
  implicit: {
    rejet: (day: string) => `Sans décision, rejet le ${day}`,
    acceptation: (day: string) => `Sans décision, accord le ${day}`,
  },
  grounds: (closed: boolean) =>
    closed
      ? 'Motif · les cas de la loi, et eux seuls'
      : 'Motif · ceux de la démarche, ou un texte de la base',
  other: 'Un autre motif, avec son article',
  otherArticle: 'texte de la base',
  facts: 'Faits',
  check: {
    lacks: (what: readonly string[]) => `Il manque${nbsp}: ${what.join('\u00a0; ')}.`,
    ground: 'Choisissez le motif.',
    facts: 'les faits de ce dossier',
    article: 'un texte de la base',
    whole: 'Les faits que ce motif demande sont là.',
    consent: (title: string, day: string) => `${title}${nbsp}: ${day}.`,
  },
  remedies: 'Recours',
  remedySaid: (authority: string, delay: Delay | null, must: boolean) =>
    [authority, delay === null ? null : delayWords(delay), must ? 'obligatoire avant le tribunal' : null]
      .filter((part) => part !== null)
      .join(', '),
  remedyNone: 'Les règles de la démarche ne le disent pas. Indiquez-le ci-dessous.',
  price: (amount: string) => `Prix${nbsp}: ${amount}`,
  signatory: 'Signataire',
  delegation: (act: string) => `par délégation (${act})`,
  signsNot: (count: number) =>
    count === 0
      ? 'Vous préparez. Aucune délégation n’est enregistrée pour cette démarche.'
      : `Vous préparez. Vous n’avez pas délégation de signature${nbsp}; ${agree(count, 'cette personne signera', 'l’une de ces personnes signera')}.`,
  more: 'Étendue et recours',
  sign: 'Signer et remettre',
  send: 'Envoyer à la signature',
  signHelp: 'Le papier s’imprime. R note ensuite qu’il est remis.',
  sendHelp: 'Le brouillon attend dans Dossiers. Le refus signé est ensuite notifié à la personne.',
  sent: 'Brouillon envoyé à la signature',
  paperLater: 'Le papier apparaît quand le motif et les faits sont écrits.',
  back: 'Revenir',
  ctrlEnter: 'Ctrl Entrée',
} as const
