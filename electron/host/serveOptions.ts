import { parseArgs } from 'node:util'
import { isPostgres } from '../../db/postgres/address.ts'
import { standbyWords } from '../../shared/messages/standby/standby.fr.ts'
import type { StartOptions } from './startOffice.ts'

// What the command of the host alone is given, read before anything is opened.

const usage = `Usage : npm run -s host -- --data DOSSIER [--port N] [--school] [--at ISO] [--journal URL [--office ID] [--read-only]]
        npm run -s host -- --data DOSSIER --follow URL --token JETON [--port N]

  --data DOSSIER  où l’office garde ses données (créé s’il n’existe pas)
  --port N        le port sur 127.0.0.1 (par défaut : un port libre)
  --school        site de formation : crée un office d’exemple dans un dossier vide
  --at ISO        l’heure du site de formation, qui avance ensuite, d’un démarrage à l’autre : 2026-03-03T10:42:00+01:00
  --journal URL   le journal de l’office dans une base PostgreSQL : postgres://compte@serveur/base?sslmode=verify-full ; le
                  mot de passe est mieux dans ~/.pgpass. Plusieurs hôtes d’un office y ont chacun leur dossier, avec le
                  même office.key
  --read-only     ne fait que lire la base : tout se montre, rien ne se change. Sans cette option aussi, quand le serveur que
                  l’adresse nomme seul est un secours : la supervision y pèse sur lui, et non sur celui qui travaille
  --office ID     de quel office de la base, quand la clé du dossier ne suffit pas à le dire
  --follow URL    suit l’hôte de cette adresse, prêt à prendre le relais (« guichet promote ») : tout est copié dans DOSSIER, qui
                  montre et ne change rien. Relancé sans --follow, il suit encore
  --token JETON   ce que « guichet follower » a écrit sur l’hôte à suivre. Chaque compte de la machine lit la ligne de commande :
                  la variable d’environnement GUICHET_FOLLOW_TOKEN le dit aussi, à ce compte seul
  --wait-for-follower
                  ne confirme un acte qu’une fois copié sur l’ordinateur qui suit, dès qu’il y en a un`

/** What was asked of the host: to start, its usage, or what can't be done, which a sentence says. */
export type Asked =
  | { readonly is: 'help'; readonly usage: string }
  | { readonly is: 'misused'; readonly says: string }
  | ({ readonly is: 'start'; readonly port: number } & Pick<
      StartOptions,
      'dir' | 'school' | 'at' | 'journal' | 'follow' | 'waitsForFollower'
    >)

/** What is asked can't be done: the sentence that says it. */
class Misused extends Error {}

/** What parseArgs found, in French; it names the option between quotes. */
function misused(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  const named = /'(?:-\w, )?([^' ]*)/.exec(message ?? '')?.[1] ?? ''
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `« ${named} » n’est pas une option.`
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `« ${named} » n’était pas attendu.`
    default:
      return `La valeur de « ${named} » manque, ou n’en attend pas.`
  }
}

function flagsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: 'string' },
        port: { type: 'string', default: '0' },
        school: { type: 'boolean', default: false },
        at: { type: 'string' },
        journal: { type: 'string' },
        office: { type: 'string' },
        'read-only': { type: 'boolean', default: false },
        follow: { type: 'string' },
        token: { type: 'string' },
        'wait-for-follower': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new Misused(`${misused(error)}\n\n${usage}`)
  }
}

function journalAsked(url: string | undefined, office: string | undefined, readOnly: boolean) {
  if (url === undefined && office === undefined && !readOnly) return undefined
  if (url === undefined || !isPostgres(url))
    throw new Misused(`Il manque --journal postgres://compte@serveur/base.\n\n${usage}`)
  return { url, readOnly, ...(office === undefined ? {} : { office }) }
}

function followAsked(
  url: string | undefined,
  token: string | undefined,
  inDatabase: boolean,
  waits: boolean,
) {
  if (inDatabase && (url !== undefined || waits)) throw new Misused(standbyWords.onlyFile)
  if (url === undefined && token === undefined) return undefined
  if (url === undefined || token === undefined) throw new Misused(`${standbyWords.bothNeeded}\n\n${usage}`)
  return { url, token }
}

function startAsked(flags: ReturnType<typeof flagsOf>, followToken: string | undefined): Asked {
  // An empty folder name (a variable that isn't set) would be the folder one stands in.
  if (flags.data === undefined || flags.data === '') throw new Misused(`Il manque --data.\n\n${usage}`)
  const port = Number(flags.port)
  if (!/^[0-9]{1,5}$/.test(flags.port) || port > 65_535)
    throw new Misused(`« ${flags.port} » n’est pas un port (0 à 65535).`)
  const journal = journalAsked(flags.journal, flags.office, flags['read-only'])
  const waitsForFollower = flags['wait-for-follower']
  // The token of a machine that follows opens the whole office: no file that other accounts of the machine read may hold it.
  const token = flags.token ?? (flags.follow === undefined ? undefined : followToken)
  return {
    is: 'start',
    dir: flags.data,
    school: flags.school,
    at: flags.at,
    port,
    journal,
    waitsForFollower,
    follow: followAsked(flags.follow, token, journal !== undefined, waitsForFollower),
  }
}

/**
 * Reads the options of the command that starts a host.
 * @param followToken the token that the environment has for a machine that follows
 */
export function serveAsked(args: readonly string[], followToken?: string): Asked {
  try {
    const flags = flagsOf(args)
    return flags.help ? { is: 'help', usage } : startAsked(flags, followToken)
  } catch (error) {
    if (error instanceof Misused) return { is: 'misused', says: error.message }
    throw error
  }
}
