import { spawn } from 'node:child_process'
import { chooseElectron } from './choose.ts'
import { find, nodeProgram } from './command.ts'
import { follow } from './follow.ts'
import { root } from './places.ts'
import { hasScreen } from './screen.ts'
import { runMain, Trouble } from './trouble.ts'

/** `npm run dev`: the application in Electron with its pages live; what follows `--` goes to the application. */
async function dev(args: readonly string[]): Promise<number> {
  // Asked before Electron is prepared, which takes minutes, then for the one that was found: official Electron
  // may open on Wayland alone.
  if (!(await hasScreen(true))) throw noScreen()
  const electron = await chooseElectron()
  if (!(await hasScreen(electron.official))) throw noScreen()
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

function noScreen(): Trouble {
  const brought = find('xvfb-run') ? '' : ' (Debian : sudo apt-get install xvfb xauth)'
  return new Trouble(
    `aucun écran ici. « npm start » sert les pages à un navigateur ; « xvfb-run -a npm run dev » donne un écran${brought}.`,
  )
}

await runMain(() => dev(process.argv.slice(2)))
