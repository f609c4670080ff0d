import type { Delay } from '../contract/procedures.ts'

/** « 2 mois », « 5 jours » */
export const delayWords = ({ count, unit }: Delay): string =>
  unit === 'months' ? `${count}\u00a0mois` : `${count}\u00a0${count < 2 ? 'jour' : 'jours'}`

const within = (delay: Delay | null, from: string): string =>
  delay === null ? '' : `Dans les ${delayWords(delay)} qui suivent ${from}, `

/** Where and when a decision is contested; `from` is what the delay follows: « le rejet », « sa notification ». */
export const remedyWords = {
  prior: (authority: string, delay: Delay | null, from: string, cited: string) =>
    `${within(delay, from)}vous devez d’abord saisir ${authority} : ce recours administratif préalable est obligatoire${cited}.`,
  priorLaw:
    'L’administration statuera sur le fondement de la situation de fait et de droit prévalant à la date de sa décision, sauf mention contraire dans une loi ou un règlement (CRPA, art. L412-3).',
  priorAlone:
    'Un recours gracieux ou hiérarchique ne prolonge pas ce délai (CRPA, art. L412-4). Le rejet de votre recours serait motivé (CRPA, art. L412-8).',
  afterPrior: (court: string) => `Si ce recours est rejeté : ${court}.`,
  direct: (court: string, delay: Delay | null, from: string, cited: string) =>
    `${within(delay, from)}vous pouvez saisir le juge : ${court}${cited}.`,
  authority: (authority: string) => `Recours gracieux ou hiérarchique : ${authority}.`,
} as const
