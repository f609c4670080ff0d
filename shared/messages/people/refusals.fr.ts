import type { ErrorCode } from '../../contract/refusals.ts'

/** What is said when somebody can't sign in, or a right can't be given: what is the matter, then what to do. */
export const peopleRefusals = {
  signInRefused:
    'Cette personne, ce badge et ce code ne vont pas ensemble. Vérifiez le nom choisi, puis tapez de nouveau. Si vous avez oublié votre code, un responsable vous invite à en choisir un autre.',
  lockedOut:
    'Trop d’essais manqués : il faut attendre avant le prochain. Un responsable peut lever l’attente d’une personne.',
  secretNeeded: 'Le badge est reconnu. Tapez maintenant votre code ou votre phrase de passe.',
  secretToChoose:
    'Vous n’avez pas encore de code, ou il a été remis à zéro. Tapez les huit chiffres donnés par un responsable, puis choisissez le vôtre.',
  secretTooWeak:
    'Ce code ou cette phrase se devine trop vite. Choisissez de six à douze chiffres au hasard, ou une phrase d’au moins douze caractères.',
  passphraseNeeded:
    'L’administration s’ouvre par une phrase de passe, non par un code en chiffres. Choisissez une phrase d’au moins douze caractères.',
  rightLacking:
    'Vous n’avez pas le droit qu’il faut à ce poste. Allez à un poste qui est le vôtre, ou demandez ce droit à un responsable.',
  tooManySignIns:
    'Plusieurs personnes se présentent en même temps. Attendez quelques secondes, puis recommencez.',
  alreadyProtected:
    'Cet office a déjà une personne responsable. Demandez-lui une invitation ; si elle a oublié sa phrase, la commande « people reset » en redonne une.',
  notProtected:
    'Les postes de cet office sont encore ouverts à tous. Choisissez d’abord la phrase de passe d’une personne responsable.',
  noRights: 'Cette personne n’a plus aucun droit dans l’office. Donnez-lui d’abord un droit.',
  lastManager:
    'C’est la dernière personne qui peut gérer l’office. Donnez d’abord ce droit, et une phrase de passe, à quelqu’un d’autre ; elle-même peut changer sa phrase.',
  badgeTaken:
    'Ce badge est déjà celui d’une autre personne. Retirez d’abord ce badge à cette personne, ou prenez un autre badge.',
  notRelieved:
    'Ce guichet n’est pas celui de la personne qui était ici avant vous. Attendez qu’il soit libre, ou prenez la suite depuis son poste.',
} as const satisfies Partial<Record<ErrorCode, string>>
