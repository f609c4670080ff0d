import type { Delay } from '../../contract/law/assessment.ts'

/** « 2 mois », « 5 jours » */
export const delayWords = ({ count, unit }: Delay): string =>
  unit === 'months' ? `${count}\u00a0mois` : `${count}\u00a0${count < 2 ? 'jour' : 'jours'}`

const one = { months: 'mois', days: 'jour' } as const

/** « Dans les 2 mois qui suivent le rejet, vous », « Dans le mois qui suit le rejet, vous », or « Vous » where no delay is said. */
function youWithin(delay: Delay | null, from: string): string {
  if (delay === null) return 'Vous'
  return delay.count === 1
    ? `Dans le ${one[delay.unit]} qui suit ${from}, vous`
    : `Dans les ${delayWords(delay)} qui suivent ${from}, vous`
}

/** Where and when a decision is contested; `from` is what the delay follows: « le rejet », « sa notification ». */
export const remedyWords = {
  prior: (authority: string, delay: Delay | null, from: string, cited: string) =>
    `${youWithin(delay, from)} devez d’abord saisir ${authority} : ce recours administratif préalable est obligatoire${cited}.`,
  priorLaw:
    'L’administration statuera sur le fondement de la situation de fait et de droit prévalant à la date de sa décision, sauf mention contraire dans une loi ou un règlement (CRPA, art. L412-3).',
  priorAlone: 'Un recours gracieux ou hiérarchique ne prolonge pas ce délai (CRPA, art. L412-4).',
  priorReasoned: 'Le rejet de votre recours serait motivé (CRPA, art. L412-8).',
  noDelay: 'Aucun texte ne fixe de délai pour ce recours.',
  noDelayAfterSilence: 'Après ce silence, aucun texte ne fixe de délai pour ce recours.',
  afterPrior: (court: string) => `Si ce recours est rejeté : ${court}.`,
  direct: (court: string, delay: Delay | null, from: string, cited: string) =>
    `${youWithin(delay, from)} pouvez saisir le juge : ${court}${cited}.`,
  authority: (authority: string) => `Recours gracieux ou hiérarchique : ${authority}.`,
} as const
