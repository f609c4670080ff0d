import { spawn } from 'node:child_process'
import { chooseElectron } from './choose.ts'
import { nodeProgram } from './command.ts'
import { follow } from './follow.ts'
import { root } from './places.ts'
import { hasScreen } from './screen.ts'
import { runMain, Trouble } from './trouble.ts'

/** `npm run dev`: the application in Electron with its pages live; what follows `--` goes to the application. */
async function dev(args: readonly string[]): Promise<number> {
  const electron = await chooseElectron()
  if (!(await hasScreen(electron.official))) {
    throw new Trouble(
      'aucun écran ici. « npm start » sert les pages à un navigateur ; « xvfb-run -a npm run dev » donne un écran.',
    )
  }
  const asRoot = process.getuid?.() === 0
  const forElectron = [...(electron.official ? [] : ['--disable-gpu']), ...args]
  const [program, list] = nodeProgram(
    ['electron-vite', 'bin', 'electron-vite.js'],
    [
      'dev',
      '--watch',
      ...(asRoot ? ['--noSandbox'] : []),
      ...(forElectron.length > 0 ? ['--', ...forElectron] : []),
    ],
  )
  const child = spawn(program, list, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ELECTRON_EXEC_PATH: electron.executable,
      ...(electron.nativeBinding ? { GUICHET_SQLITE_BINDING: electron.nativeBinding } : {}),
    },
  })
  return follow(child, 'electron-vite')
}

await runMain(() => dev(process.argv.slice(2)))
