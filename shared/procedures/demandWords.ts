import { searchable } from '../contract/letters.ts'

/** Words that change nothing of what is asked: articles, possessives, and how recent or how whole it must be. */
const idle = new Set(
  (
    'a au aux avec ce cette d de des du en et l la le les leur ma mon notre nos par pour sa ses son sur un une vos votre ' +
    'actuel ancien an annee bon complet dernier derniere ecrit ecrite mois moins nouveau nouvelle original originale recent recente valable valide'
  ).split(' '),
)

/**
 * The words of a demand that tell it from another, without accents, case, ligatures, plural nor feminine:
 * « Justificatifs récents de votre Domicile » is « justificatif domicil ».
 */
export const demandWords = (text: string): readonly string[] =>
  searchable(text)
    .toLowerCase()
    .split(' ')
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word))
    .filter((word) => word !== '' && !idle.has(word) && !/^\d+$/.test(word))
    .map((word) => (word.length > 3 ? word.replace(/(?<!e)e+$/, '') : word))
    .map((word) => (word === 'photocopi' ? 'copi' : word === 'justif' ? 'justificatif' : word))
