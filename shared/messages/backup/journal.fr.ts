import { count, hour, longDate } from '../format/numbers.ts'

const when = (at: number): string => `${longDate(at, 'Europe/Paris')} à ${hour(at, 'Europe/Paris')}`

type Known = { readonly seq: number; readonly at: number }
type Compared =
  | { readonly is: 'sound' }
  | { readonly is: 'behind'; readonly known: Known }
  | { readonly is: 'rewritten'; readonly known: Known; readonly first: number }

const toDo =
  'Mettez le dossier de côté sans l’effacer, puis restaurez la dernière sauvegarde, ou faites reprendre un responsable.'

/** What the command line says of a journal beside what was signed of it. @param signed how many signatures were compared */
export const comparedSaid = (compared: Compared, signed: number): string => {
  switch (compared.is) {
    case 'sound':
      return signed === 0
        ? 'Rien n’a encore été signé de ce journal : une fin coupée ne se verrait pas.'
        : `Il est ce que la clé de l’office en a signé : ${count(signed)} signatures comparées.`
    case 'behind':
      return `Journal en retard : la clé de l’office a signé l’événement ${compared.known.seq}, le ${when(compared.known.at)}, et il n’est pas là. ${toDo}`
    case 'rewritten':
      return `Journal réécrit à partir de l’événement ${compared.first} : la clé de l’office avait signé autre chose, jusqu’à l’événement ${compared.known.seq}, le ${when(compared.known.at)}. ${toDo}`
  }
}
