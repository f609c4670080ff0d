import { parseArgs } from 'node:util'
import type { Given } from './documentGiven.ts'

const usage = `Usage : guichet document <commande>

  list DOSSIER               une ligne JSON par document, du premier émis au dernier :
                             kind     le genre (recepisse, attestation, refus, quittance…)
                             number   le numéro, « RD-2026-318 »
                             at       l’instant de l’émission, en millisecondes UTC depuis 1970
                             documentId, hash (l’empreinte), copies (tirages demandés ensuite),
                             erased   vrai quand les faits ont été effacés à leur terme
  show DOSSIER NUMÉRO        le document en JSON : la même ligne, avec son code, son sceau et ses faits
  render DOSSIER NUMÉRO --format a4|80mm|58mm|text|json|escpos --out FICHIER [--variant large|plain] [--lang en|es|ar|uk]
                             écrit le document : PDF balisé et scellé (a4, ou la bande de 80 ou 58 mm), texte,
                             JSON, ou octets d’une imprimante de reçus ; « large » : gros caractères, « plain » :
                             mots simples (sur A4)
  key DOSSIER --out FICHIER  écrit la clé publique de l’office (PEM)
  page DOSSIER --out FICHIER écrit une page de vérification qui marche dans tout navigateur, sans réseau
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
  readonly run: (given: Given) => Promise<number | 'usage'>
  /** How many words it wants, at least and at most. */
  readonly words: readonly [number, number]
  readonly options: readonly string[]
}

// Each is read when it is asked for: drawing a paper needs much that a list does not.
const commands: Readonly<Record<string, Command>> = {
  list: {
    run: async (given) => (await import('./documentList.ts')).listDocuments(given),
    words: [1, 1],
    options: [],
  },
  show: {
    run: async (given) => (await import('./documentList.ts')).showDocument(given),
    words: [2, 2],
    options: [],
  },
  render: {
    run: async (given) => (await import('./documentRender.ts')).renderStored(given),
    words: [2, 2],
    options: ['format', 'out', 'variant', 'lang'],
  },
  key: {
    run: async (given) => (await import('./documentKey.ts')).exportKey(given),
    words: [1, 1],
    options: ['out'],
  },
  page: {
    run: async (given) => (await import('./documentKey.ts')).exportPage(given),
    words: [1, 1],
    options: ['out'],
  },
  verify: {
    run: async (given) => (await import('./documentVerify.ts')).verifyGiven(given),
    words: [0, 1],
    options: ['key', 'data', 'file'],
  },
  'journal verify': {
    run: async (given) => (await import('./documentJournal.ts')).documentJournal(given),
    words: [1, 1],
    options: ['signatures'],
  },
}

/** `document …`: what an office issued, and what it is worth. */
export async function documentCommand(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  for (const words of [1, 2]) {
    const name = args.slice(0, words).join(' ')
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command === undefined) continue
    const given = read(args.slice(words), command)
    const code = given === undefined ? 'usage' : await command.run(given)
    return code === 'usage' ? misused() : code
  }
  return misused()
}

function misused(): 2 {
  process.stderr.write(`${usage}\n`)
  return 2
}

function read(args: readonly string[], { words: [least, most], options }: Command): Given | undefined {
  const known = Object.fromEntries(
    options.map((name) => [name, { type: name === 'signatures' ? 'boolean' : 'string' }] as const),
  )
  try {
    const { values, positionals } = parseArgs({
      args: withDashes(args),
      options: known,
      allowPositionals: true,
    })
    const enough = positionals.length >= least && positionals.length <= most
    return enough && positionals.every((word) => word !== '')
      ? { words: positionals, options: values as Given['options'] }
      : undefined
  } catch {
    return undefined
  }
}

/** A key in base64url may begin with a dash, and is a value all the same. */
const withDashes = (args: readonly string[]): string[] =>
  args.flatMap((arg, at) =>
    arg === '--key' && args[at + 1] !== undefined
      ? [`--key=${args[at + 1]}`]
      : args[at - 1] === '--key'
        ? []
        : [arg],
  )
