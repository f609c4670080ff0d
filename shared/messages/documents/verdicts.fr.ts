import type { Verdict } from '../../documents/code.ts'

/** What checking a paper says to whoever checks it. */
export const verdictWords: Readonly<Record<Verdict['is'], string>> = {
  authentic: 'Ce document est authentique : il a été émis par cet office et n’a pas été modifié.',
  altered: 'Ce document a été modifié après son émission : ne vous y fiez pas.',
  otherOffice:
    'Ce document n’a pas été émis par cet office. Vérifiez-le auprès de celui dont il porte le nom.',
  malformed: 'Ce code n’est pas celui d’un document de Guichet, ou il a été mal lu. Lisez-le de nouveau.',
}
