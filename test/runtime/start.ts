import { spawn } from 'node:child_process'
import { buildIfNeeded } from './build.ts'
import { chooseElectron, type Chosen } from './choose.ts'
import { root } from './places.ts'
import { say } from './say.ts'
import { hasScreen } from './screen.ts'
import { serveBrowser, withAbsoluteData } from './serve.ts'
import { follow } from './follow.ts'
import { runMain, sentence } from './trouble.ts'

/**
 * `npm start`: opens the application in Electron, or where there is no screen serves its pages to a browser.
 * What follows `--` goes to the application (`--station counter`, `--data DIR`, `--school`…).
 */
async function start(args: readonly string[]): Promise<number> {
  // Official Electron may open on Wayland alone; whether it is official is not known yet, so both are asked.
  if (!(await hasScreen(true))) {
    say('Aucun écran ici : l’hôte démarre seul et sert ses pages à un navigateur de cette machine.')
    return serveBrowser(args)
  }
  const electron = await chooseElectron().catch((problem: unknown) => {
    say(`Electron ne peut pas être lancé : ${sentence(problem)}`)
    return null
  })
  if (!electron || !(await hasScreen(electron.official))) {
    say('L’hôte démarre sans fenêtre : ouvrez ses pages dans un navigateur de cette machine.')
    return serveBrowser(args)
  }
  await buildIfNeeded()
  return open(electron, args)
}

/** Runs Electron on the built application until it is closed. */
function open(electron: Chosen, args: readonly string[]): Promise<number> {
  say('Ouverture de Guichet…')
  const child = spawn(electron.executable, [...switches(electron), root, ...withAbsoluteData(args)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      ...(electron.nativeBinding ? { GUICHET_SQLITE_BINDING: electron.nativeBinding } : {}),
    },
  })
  return follow(child, 'Electron')
}

/** Chromium's switches, before the application's path. */
function switches(electron: Pick<Chosen, 'official'>): readonly string[] {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  if (asRoot) say('Lancé par root : le bac à sable de Chromium est désactivé. Préférez un compte ordinaire.')
  // The test Electron is tried where there is no graphics card and no D-Bus: it draws by software, and keeps
  // to itself what it misses.
  return [
    ...(asRoot ? ['--no-sandbox'] : []),
    ...(electron.official ? [] : ['--disable-gpu', '--log-level=3']),
  ]
}

if (import.meta.main) await runMain(() => start(process.argv.slice(2)))
