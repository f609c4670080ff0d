import { agree, count } from '../format/numbers.ts'

const lines = (number: number): string => `${count(number)} ${agree(number, 'ligne', 'lignes')}`

type Taken = {
  readonly unsigned: number
  readonly left: number
  readonly lacking: number
  readonly unread: number
  readonly gap: 'noKey' | 'protected' | null
  readonly silent: boolean
}

/** What a restore says of the ledger beside its backup: nothing where the office's key signed all of it. */
export const ledgerSaid = ({ unsigned, left, lacking, unread, gap, silent }: Taken): readonly string[] => [
  ...(unread > 0
    ? [
        `${lines(unread)} de ce relevé ne ${agree(unread, 'se lit pas', 'se lisent pas')} : rien n’en a été refait. Une coupure de courant en laisse une ; sinon, cherchez qui écrit là, et restaurez avec le relevé d’une autre copie (--ledger).`,
      ]
    : []),
  ...(silent
    ? [
        'Ce relevé (effacements.jsonl) ne dit rien de cet office : ce qui a été effacé ou révoqué depuis cette sauvegarde est de nouveau là. Restaurez avec celui d’une autre copie (--ledger), ou refaites les effacements et les révocations demandés depuis.',
      ]
    : []),
  ...(left > 0
    ? [
        `Ce relevé a ${lines(left)} que la clé de l’office n’a pas ${agree(left, 'signée', 'signées')} : rien n’en a été refait. Lisez-le (effacements.jsonl) ; si elles sont d’avant les signatures, restaurez avec --unsigned.`,
      ]
    : []),
  ...(unsigned > 0
    ? [
        `${lines(unsigned)} de ce relevé ${agree(unsigned, 'n’est signée', 'ne sont signées')} par personne, comme avant les signatures : ce qu’${agree(unsigned, 'elle demande', 'elles demandent')} a été refait, mais rien ne prouve qui l’a écrit. Comparez avec vos décisions.`,
      ]
    : []),
  ...(lacking > 0
    ? [
        'Ce relevé est incomplet : l’office y avait signé des lignes qui n’y sont plus. Restaurez avec celui d’une autre copie (--ledger), ou refaites les effacements et les révocations demandés depuis cette sauvegarde.',
      ]
    : []),
  ...(gap !== null
    ? [
        `${gap === 'noKey' ? 'La clé de cet office n’est pas là' : 'Le système seul ouvre la clé de cet office'} : le relevé restauré garde ce manque, et une restauration s’arrêtera encore pour lui. Notez-le avec les sauvegardes : il faudra alors --without-ledger.`,
      ]
    : []),
]

/** What an examination says of the ledger beside the backups. */
export const ledgerFound = {
  forged: (number: number): string =>
    `Le relevé des effacements (effacements.jsonl) a ${lines(number)} que la clé de l’office n’a pas ${agree(number, 'signée', 'signées')} : une restauration n’en refera rien. Cherchez qui écrit dans le dossier des sauvegardes.`,
  lacking:
    'Il manque au relevé des effacements (effacements.jsonl) des lignes que l’office a signées : une restauration ferait revenir ce qui a été effacé. Faites une sauvegarde, qui y remet celles du journal, et cherchez qui écrit dans le dossier des sauvegardes. Un manque qui reste ensuite peut venir d’une restauration sans relevé entier ; sinon, cherchez qui écrit là.',
  unsaid: (number: number): string =>
    `Il manque au relevé des effacements (effacements.jsonl) ${lines(number)} : la prochaine sauvegarde entière les y met. Faites-en une maintenant dans la page « Sauvegardes ».`,
  unsigned: (number: number): string =>
    `Le relevé des effacements (effacements.jsonl) a ${lines(number)} que personne n’a ${agree(number, 'signée', 'signées')}, d’avant les signatures ou d’ailleurs. La prochaine sauvegarde signe celles qui sont dans le journal.`,
  fine: (number: number): string => `Le relevé des effacements est signé par l’office : ${lines(number)}.`,
}
