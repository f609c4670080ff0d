import { answerCommand } from './commands/commandLine.ts'

// The command line under Node: `npm run -s guichet -- <commande>`. In a package it is the application's own (main.ts).

// Whoever reads may stop before the end (`guichet simulate … | head`): there is nobody left to write for.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

// A command that waits for what can no longer come has answered nothing.
process.once('beforeExit', () => {
  process.exitCode ??= 1
})

void answerCommand(process.argv.slice(2)).then((code) => {
  process.exitCode = code
})
