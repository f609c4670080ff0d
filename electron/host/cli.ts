import { StorageError } from '../../db/errors.ts'
import { verifyDocument } from './commands/document.ts'
import { showJournal, verifyJournal } from './commands/journal.ts'

// The office's command line. Each command writes what it found on standard output and leaves with its code:
// 0 all is well, 1 something is wrong with what was examined, 2 the command was not understood.

const usage = `Usage : npm run -s guichet -- <commande>

  journal verify DOSSIER     vérifie toute la chaîne du journal : le nombre d’événements, ou le premier qui ne tient pas
  journal show DOSSIER       écrit le journal, une ligne JSON par événement
  document verify CODE --key CLÉ | --data DOSSIER
                             vérifie le code d’un document avec la clé publique de l’office

Les commandes lisent sans rien changer, que l’hôte soit arrêté ou en marche.`

type Command = (args: readonly string[]) => Promise<number>

const commands: Readonly<Record<string, Command>> = {
  'journal verify': verifyJournal,
  'journal show': showJournal,
  'document verify': verifyDocument,
}

async function main(args: readonly string[]): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  const name = args.slice(0, 2).join(' ')
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    process.stderr.write(`Commande inconnue : « ${name} ».\n\n${usage}\n`)
    return 2
  }
  return command(args.slice(2))
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    const message =
      error instanceof StorageError
        ? error.message
        : `La commande n’a pas pu aller au bout : ${error instanceof Error ? error.message : String(error)}`
    process.stderr.write(`${message}\n`)
    process.exitCode = 1
  },
)
