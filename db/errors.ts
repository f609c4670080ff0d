import { dirname } from 'node:path'

/** What can be wrong with the place where the office keeps its data. */
export type StorageCode =
  | 'oldRuntime'
  | 'missing'
  | 'inDatabase'
  | 'unreadable'
  | 'notWritable'
  | 'notADatabase'
  | 'notOurs'
  | 'corrupt'
  | 'newerSchema'
  | 'olderSchema'
  | 'diskFull'
  | 'ioError'
  | 'changing'
  | 'held'
  | 'moved'
  | 'unreachable'
  | 'notAllowed'
  | 'untrusted'
  | 'otherJournal'

/** Faults that only a database server can have. */
type ServerCode = 'unreachable' | 'notAllowed' | 'untrusted' | 'otherJournal'

/** A failure of the disk, of the file or of its holder: `message` is for a person, in French, and says what to do. */
export class StorageError extends Error {
  readonly code: StorageCode
  constructor(code: StorageCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'StorageError'
    this.code = code
  }
}

const full = (folder: string) =>
  `Le disque qui porte « ${folder} » est plein : rien de ce qui vient d’être demandé n’a été enregistré, ce qui l’était déjà est intact. Libérez de la place, puis recommencez.`
const unwritable = (folder: string) =>
  `Le dossier « ${folder} » ne peut pas être écrit. Donnez le droit d’y écrire au compte qui lance Guichet, ou choisissez un autre dossier.`
const io = (folder: string) =>
  `Le disque qui porte « ${folder} » ne répond pas comme il faut : rien de ce qui vient d’être demandé n’a été enregistré. Vérifiez le disque et ses branchements, puis relancez Guichet.`

/** One sentence for each thing that can be wrong; `place` is the file's path. */
export const sentences: Readonly<
  Record<Exclude<StorageCode, 'held' | 'moved' | ServerCode>, (place: string) => string>
> = {
  oldRuntime: () =>
    'Cette version de Node est trop ancienne pour ouvrir le journal : il faut Node 22.14 ou plus récent. Lancez Guichet par les commandes de npm, qui apportent la leur.',
  missing: (place) => `Il n’y a pas de journal dans « ${dirname(place)} ». Vérifiez le dossier donné.`,
  inDatabase: (place) =>
    `Le journal de l’office de « ${dirname(place)} » est dans une base PostgreSQL. « guichet journal verify » et « guichet journal show » le lisent par l’adresse de la base (postgres://…) ; demandez le reste à l’hôte en marche, dans l’administration.`,
  unreadable: (place) =>
    `« ${place} » ne peut pas être lu comme un fichier : rien n’y a été changé. Vérifiez que c’en est un et donnez le droit de le lire au compte qui lance Guichet ; sinon, mettez-le de côté sans l’effacer, puis recommencez.`,
  notWritable: (place) => unwritable(dirname(place)),
  notADatabase: (place) =>
    `Le fichier « ${place} » n’est pas une base SQLite. Mettez-le de côté sans l’effacer, puis restaurez une sauvegarde.`,
  notOurs: (place) =>
    `Le fichier « ${place} » appartient à un autre programme : Guichet n’y touche pas. Choisissez un autre dossier.`,
  corrupt: (place) =>
    `Le fichier « ${place} » est abîmé : Guichet n’y a rien changé. Mettez-le de côté sans l’effacer, puis restaurez une sauvegarde.`,
  newerSchema: (place) =>
    `Le fichier « ${place} » a été écrit par une version plus récente de Guichet : rien n’y a été changé. Installez cette version, ou une plus récente.`,
  olderSchema: (place) =>
    `Le fichier « ${place} » date d’une version plus ancienne. Ouvrez-le une fois avec Guichet, qui le met à jour, puis recommencez.`,
  diskFull: (place) => full(dirname(place)),
  ioError: (place) => io(dirname(place)),
  changing: (place) =>
    `Le fichier « ${place} » est écrit sans cesse pendant qu’il est lu : rien n’y a été changé. Recommencez dans un instant, ou depuis l’ordinateur de l’office.`,
}

/** The error of that code for that file. */
export const storageTrouble = (code: keyof typeof sentences, place: string, cause?: unknown): StorageError =>
  new StorageError(code, sentences[code](place), cause)

// By prefix, the first that fits: SQLite's extended codes begin with the code that they refine. Shared memory
// that can't grow (SHMSIZE) is a full disk too: ENOSPC has no code of its own there.
const byPrefix: readonly (readonly [string, keyof typeof sentences])[] = [
  ['SQLITE_FULL', 'diskFull'],
  ['SQLITE_IOERR_SHMSIZE', 'diskFull'],
  ['SQLITE_IOERR_CORRUPTFS', 'corrupt'],
  ['SQLITE_IOERR', 'ioError'],
  ['SQLITE_PROTOCOL', 'ioError'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'notADatabase'],
  ['SQLITE_CANTOPEN', 'notWritable'],
  ['SQLITE_READONLY', 'notWritable'],
  ['SQLITE_PERM', 'notWritable'],
  ['SQLITE_AUTH', 'notWritable'],
  ['ENOSPC', 'diskFull'],
  ['EDQUOT', 'diskFull'],
  ['EIO', 'ioError'],
  ['EACCES', 'notWritable'],
  ['EPERM', 'notWritable'],
  ['EROFS', 'notWritable'],
  ['ENOTDIR', 'notWritable'],
  ['EISDIR', 'notWritable'],
  ['EEXIST', 'notWritable'],
  ['ENOENT', 'notWritable'],
  ['ENAMETOOLONG', 'notWritable'],
  ['ELOOP', 'notWritable'],
]

/** The code that SQLite or the system gave, empty when there is none. */
export const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''

/**
 * What to throw for what SQLite or the system threw about the file `place`: a `StorageError` when the cause is
 * the disk or the file, the cause itself when it's a fault of ours.
 */
export function storageError(cause: unknown, place: string): unknown {
  if (cause instanceof StorageError) return cause
  const code = codeOf(cause)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new StorageError(
      'held',
      `Un autre programme écrit dans « ${place} ». Fermez-le, puis recommencez.`,
      cause,
    )
  }
  const match = byPrefix.find(([prefix]) => code.startsWith(prefix))
  return match ? storageTrouble(match[1], place, cause) : cause
}
