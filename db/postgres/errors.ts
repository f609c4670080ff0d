import { codeOf, StorageError, type StorageCode } from '../errors.ts'

const sentences = {
  unreachable: (place: string) =>
    `La base « ${place} » ne répond pas. Vérifiez que le serveur PostgreSQL est en marche et que le réseau va jusqu’à lui ; ce qui avait reçu une réponse est intact.`,
  notAllowed: (place: string) =>
    `La base « ${place} » n’admet pas ce compte, ou ne lui donne pas les droits qu’il faut. Vérifiez le compte et son mot de passe ; « guichet journal roles » écrit les droits à donner.`,
  untrusted: (place: string) =>
    `Le certificat du serveur de la base « ${place} » n’est pas celui d’un serveur de confiance : rien ne lui a été dit. Vérifiez le nom du serveur dans l’adresse, et sslrootcert.`,
  missing: (place: string) =>
    `La base « ${place} » n’existe pas sur ce serveur, ou n’a pas de journal. Vérifiez l’adresse, ou créez la base (createdb).`,
  notOurs: (place: string) =>
    `La base « ${place} » a des tables d’un autre programme : Guichet n’y touche pas. Donnez-lui une base à lui.`,
  corrupt: (place: string) =>
    `La base « ${place} » est abîmée, ou n’a plus les tables qu’elle avait : rien n’y a été changé. Restaurez une sauvegarde du serveur.`,
  newerSchema: (place: string) =>
    `La base « ${place} » a été mise à jour par une version plus récente de Guichet : rien n’y a été changé. Installez cette version, ou une plus récente.`,
  olderSchema: (place: string) =>
    `La base « ${place} » date d’une version plus ancienne, et ce compte n’a pas le droit de la mettre à jour. Lancez « guichet journal migrate » avec le compte à qui elle appartient, puis recommencez.`,
  diskFull: (place: string) =>
    `Le disque de la base « ${place} » est plein : rien de ce qui vient d’être demandé n’a été enregistré, ce qui l’était déjà est intact. Libérez de la place sur le serveur, puis recommencez.`,
  ioError: (place: string) =>
    `Le disque de la base « ${place} » ne répond pas comme il faut : rien de ce qui vient d’être demandé n’a été enregistré. Vérifiez le serveur, puis relancez Guichet.`,
  moved: (place: string) =>
    `L’office a été copié depuis la base « ${place} », et continue ailleurs : rien de ce qui vient d’être demandé n’a été enregistré ici. Arrêtez cet hôte, et relancez-le : il dira où.`,
  // Cut or changed by somebody, put back from an older copy, or of a server that took over without the last events.
  otherJournal: (place: string) =>
    `La base « ${place} » n’a plus le journal que cet hôte y avait lu : il l’ouvre de nouveau et le compare à ce que l’office en a signé.`,
} as const satisfies Partial<Record<StorageCode, (place: string) => string>>

/** The error of that code for that database. */
export const postgresTrouble = (code: keyof typeof sentences, place: string, cause?: unknown): StorageError =>
  new StorageError(code, sentences[code](place), cause)

// By prefix of the SQLSTATE, or of Node's code: the first that fits.
const byPrefix: readonly (readonly [string, keyof typeof sentences])[] = [
  ['28', 'notAllowed'],
  ['42501', 'notAllowed'],
  ['3D000', 'missing'],
  ['53100', 'diskFull'],
  ['58030', 'ioError'],
  ['XX00', 'corrupt'],
  ['42P01', 'corrupt'],
  ['42703', 'corrupt'],
  ['42883', 'corrupt'],
  ['GU002', 'moved'],
  ['08', 'unreachable'],
  ['53', 'unreachable'],
  ['57', 'unreachable'],
  // A transaction whose host said nothing for too long: the server ended its connection.
  ['25P03', 'unreachable'],
  ['25P04', 'unreachable'],
  // A standby, or a server set to read-only.
  ['25006', 'unreachable'],
  ['ERR_TLS', 'untrusted'],
  ['ERR_SSL', 'untrusted'],
  ['CERT_', 'untrusted'],
  ['UNABLE_TO_', 'untrusted'],
  ['SELF_SIGNED', 'untrusted'],
  ['DEPTH_ZERO', 'untrusted'],
  ['ECONN', 'unreachable'],
  ['EPIPE', 'unreachable'],
  ['ETIMEDOUT', 'unreachable'],
  ['EHOST', 'unreachable'],
  ['ENET', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['EAI_', 'unreachable'],
  ['ENOENT', 'unreachable'],
]

// What the driver says without a code.
// The last message comes from a pool closed while a query was about to start.
const cut =
  /connection (terminated|ended|error)|timeout (expired|exceeded)|read timeout|not queryable|after calling end on the pool/i
const plain = /does not support SSL/i
const wordless = /password must be a string/i

function codeFor(cause: unknown): keyof typeof sentences | undefined {
  // Node tries every address of a name, and says all that each answered.
  if (cause instanceof AggregateError && codeOf(cause) === '') return codeFor(cause.errors[0])
  const match = byPrefix.find(([prefix]) => codeOf(cause).startsWith(prefix))
  if (match) return match[1]
  const message = cause instanceof Error ? cause.message : ''
  if (cut.test(message)) return 'unreachable'
  if (plain.test(message)) return 'untrusted'
  if (wordless.test(message)) return 'notAllowed'
  return undefined
}

/** Whether the server or the connection was lost: the query may be retried, here or on the server that took its place. */
export const isCut = (cause: unknown): boolean =>
  cause instanceof StorageError ? cause.code === 'unreachable' : codeFor(cause) === 'unreachable'

/**
 * Whether the server answers but could not run this now: all connections were busy for too long, or a standby had to replay
 * changes to the rows being read. The other connections stay open.
 */
export const isBusy = (cause: unknown): boolean =>
  (cause instanceof Error && cause.message === 'timeout exceeded when trying to connect') ||
  codeOf(cause) === '40001'

/** Whether the engine does not find a table, a column or a function that the program knows: gone, or dropped by a later version. */
export const lacksTables = (cause: unknown): boolean => ['42P01', '42703', '42883'].includes(codeOf(cause))

/** What to throw for what the driver threw: a `StorageError` when the server is the cause, else the cause itself. */
export function postgresError(cause: unknown, place: string): unknown {
  if (cause instanceof StorageError) return cause
  const code = codeFor(cause)
  return code ? postgresTrouble(code, place, cause) : cause
}
