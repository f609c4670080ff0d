import { parseArgs } from 'node:util'
import type { Arguments } from './documentGiven.ts'

const usageOf = (languages: readonly string[]) => `Usage : guichet document <commande>

  list DOSSIER               une ligne JSON par document, du premier émis au dernier :
                             kind     le genre (recepisse, attestation, refus, quittance…)
                             number   le numéro, « RD-2026-318 »
                             at       l’instant de l’émission, en millisecondes UTC depuis 1970
                             documentId, hash (l’empreinte), copies (tirages demandés ensuite),
                             erased   vrai quand les faits ont été effacés à leur terme
  show DOSSIER NUMÉRO        le document en JSON : la même ligne, avec son code, son sceau et ses faits
  render DOSSIER NUMÉRO --format a4|80mm|58mm|text|json|escpos --out FICHIER [--variant large|plain] [--lang ${languages.join('|')}]
                             écrit le document : PDF balisé et scellé (a4, ou la bande de 80 ou 58 mm), texte,
                             JSON, ou octets d’une imprimante de reçus ; « large » : gros caractères, « plain » :
                             mots simples (sur A4)
  key DOSSIER --out FICHIER  écrit la clé publique de l’office (PEM)
  page DOSSIER --out FICHIER écrit une page de vérification qui marche dans tout navigateur, sans réseau
                             (pour les trois, --replace remplace un FICHIER qui existe déjà)
  verify --key CLÉ [--file FICHIER | CODE]
                             vérifie un code (donné, ou lu sur l’entrée standard), un PDF scellé ou un document
                             JSON ; CLÉ est un fichier de « document key » ou la clé elle-même ; --data DOSSIER
                             prend celle de l’office de ce dossier
  journal verify DOSSIER [--signatures]
                             vérifie tout le journal des documents : numéros, chaîne, table, faits, et chaque
                             signature si on le demande

Une vérification laisse 0 quand tout est authentique, 1 sinon, et dit en une phrase ce qui ne l’est pas.`

type Command = {
  /** The code to leave with; « usage » when an option lacks or has no such value. */
  readonly run: (input: Arguments) => Promise<number | 'usage'>
  /** How many words it wants, at least and at most. */
  readonly words: readonly [number, number]
  readonly options: readonly string[]
}

// Each is read when it is asked for: drawing a paper needs much that a list does not.
const commands: Readonly<Record<string, Command>> = {
  list: {
    run: async (input) => (await import('./documentList.ts')).listDocuments(input),
    words: [1, 1],
    options: [],
  },
  show: {
    run: async (input) => (await import('./documentList.ts')).showDocument(input),
    words: [2, 2],
    options: [],
  },
  render: {
    run: async (input) => (await import('./documentRender.ts')).renderStored(input),
    words: [2, 2],
    options: ['format', 'out', 'variant', 'lang', 'replace'],
  },
  key: {
    run: async (input) => (await import('./documentKey.ts')).exportKey(input),
    words: [1, 1],
    options: ['out', 'replace'],
  },
  page: {
    run: async (input) => (await import('./documentKey.ts')).exportPage(input),
    words: [1, 1],
    options: ['out', 'replace'],
  },
  verify: {
    run: async (input) => (await import('./documentVerify.ts')).verifyGiven(input),
    words: [0, 1],
    options: ['key', 'data', 'file'],
  },
  'journal verify': {
    run: async (input) => (await import('./documentJournal.ts')).documentJournal(input),
    words: [1, 1],
    options: ['signatures'],
  },
}

/** `document …`: what an office issued, and what it is worth. */
export async function documentCommand(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${await usage()}\n`)
    return 0
  }
  for (const words of [1, 2]) {
    const name = args.slice(0, words).join(' ')
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command === undefined) continue
    const input = read(args.slice(words), command)
    const code = input === undefined ? 'usage' : await command.run(input)
    return code === 'usage' ? misused() : code
  }
  return misused()
}

// Read when it is said alone, as the commands are.
const usage = async () => usageOf((await import('../../../shared/contract/text.ts')).otherLanguages)

async function misused(): Promise<2> {
  process.stderr.write(`${await usage()}\n`)
  return 2
}

function read(args: readonly string[], { words: [least, most], options }: Command): Arguments | undefined {
  const optionTypes = Object.fromEntries(
    options.map((name) => [name, { type: flags.has(name) ? 'boolean' : 'string' }] as const),
  )
  try {
    const { values, positionals } = parseArgs({
      args: withDashes(args),
      options: optionTypes,
      allowPositionals: true,
    })
    const enough = positionals.length >= least && positionals.length <= most
    return enough && positionals.every((word) => word !== '')
      ? { words: positionals, options: values as Arguments['options'] }
      : undefined
  } catch {
    return undefined
  }
}

/** Options without a value. */
const flags: ReadonlySet<string> = new Set(['replace', 'signatures'])

/** A key in base64url may begin with a dash, and is a value all the same. */
const withDashes = (args: readonly string[]): string[] =>
  args.flatMap((arg, at) =>
    arg === '--key' && args[at + 1] !== undefined
      ? [`--key=${args[at + 1]}`]
      : args[at - 1] === '--key'
        ? []
        : [arg],
  )
