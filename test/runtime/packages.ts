import { existsSync } from 'node:fs'
import { find, run } from './command.ts'
import { say, step } from './say.ts'

/** What the tests need of the system: how to see that it is there, and the Debian package that brings it. */
const needs: readonly { readonly package: string; readonly program: string }[] = [
  { package: 'xvfb', program: 'Xvfb' },
  { package: 'openbox', program: 'openbox' },
  { package: 'xdotool', program: 'xdotool' },
  { package: 'chromium', program: 'chromium' },
  { package: 'unzip', program: 'unzip' },
  { package: 'cups', program: 'cupsd' },
  { package: 'cups-client', program: 'lpadmin' },
  { package: 'radicale', program: 'radicale' },
  { package: 'xandikos', program: 'xandikos' },
  { package: 'poppler-utils', program: 'pdftotext' },
  { package: 'dbus-daemon', program: 'dbus-run-session' },
  { package: 'gnome-keyring', program: 'gnome-keyring-daemon' },
  { package: '7zip', program: '7za' },
  { package: 'desktop-file-utils', program: 'desktop-file-validate' },
  { package: 'systemd', program: 'systemd-analyze' },
  { package: 'systemd-container', program: 'systemd-nspawn' },
  { package: 'debootstrap', program: 'debootstrap' },
  { package: 'nsis', program: 'makensis' },
  { package: 'espeak-ng', program: 'espeak-ng' },
  { package: 'opus-tools', program: 'opusenc' },
  { package: 'g++', program: 'g++' },
  { package: 'make', program: 'make' },
  { package: 'python3', program: 'python3' },
]

/** What the tests take where the system has it: the same engine as Chromium's, in less time (places.ts). */
const spared = { package: 'chromium-headless-shell', program: 'chromium-headless-shell' }

/** What is no program in PATH: CUPS's own conversion to PDF, PostgreSQL's server, what a screen reader reads by. */
const files: readonly { readonly package: string; readonly path: string }[] = [
  { package: 'cups-filters', path: '/usr/lib/cups/filter/pdftopdf' },
  { package: 'postgresql', path: '/usr/lib/postgresql' },
  { package: 'at-spi2-core', path: '/usr/libexec/at-spi-bus-launcher' },
  { package: 'python3-gi', path: '/usr/lib/python3/dist-packages/gi/__init__.py' },
  { package: 'gir1.2-atspi-2.0', path: '/usr/lib/x86_64-linux-gnu/girepository-1.0/Atspi-2.0.typelib' },
]

/** Every Debian package that the tests look for, and that `docs/install.md` lists. */
export const testPackages: readonly string[] = [...needs, spared, ...files].map((need) => need.package)

function missingPackages(): readonly string[] {
  return [
    ...needs.filter((need) => !find(need.program)),
    ...files.filter((need) => !existsSync(need.path)),
  ].map((need) => need.package)
}

/**
 * Installs what the tests lack when this machine lets us (root, Debian); else says what to install, and the
 * tests that need it will fail by their own sentence.
 */
export async function installMissing(): Promise<void> {
  if (process.platform !== 'linux') return
  const missing = missingPackages()
  const alone = process.getuid?.() !== 0 || !find('apt-get')
  if (alone && missing.length > 0) {
    say(`Il manque aux tests : ${missing.join(', ')}. Sur Debian : sudo apt-get install ${missing.join(' ')}`)
  }
  const besides = find(spared.program) ? [] : [spared.package]
  if (alone || missing.length + besides.length === 0) return
  await step(`Installation de ${[...missing, ...besides].join(', ')}`, async () => {
    await run('apt-get', ['update', '-qq'], { env: quietly })
    if (missing.length > 0) {
      const { code, text } = await install(missing)
      if (code !== 0) say(`L’installation a échoué :\n${text.trim().split('\n').slice(-8).join('\n')}`)
    }
    // Apart: a system whose registry lacks it would install none of the others.
    if (besides.length > 0) await install(besides)
  })
}

const quietly = { DEBIAN_FRONTEND: 'noninteractive' }

const install = (packages: readonly string[]) =>
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env: quietly })
