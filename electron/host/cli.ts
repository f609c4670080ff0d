import { answerCommand } from './commands/commandLine.ts'

// The command line under Node: `npm run -s guichet -- <commande>`. In a package it is the application's own (main.ts).

process.exitCode = await answerCommand(process.argv.slice(2))
