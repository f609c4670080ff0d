/** « Usager » for `usager`. */
export const capital = (word: string): string => word.slice(0, 1).toLocaleUpperCase('fr') + word.slice(1)

/** « Ancienne carte », in the midst of a sentence. */
export const uncapital = (text: string): string => text.slice(0, 1).toLocaleLowerCase('fr') + text.slice(1)
