import { readFileSync } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A session's own bus with the bus of accessibility on it, and its screen reader where one is asked. */
export type AccessSession = {
  /** What starts the application in it (`through` of a launch), and the environment that goes with it. */
  readonly script: string
  readonly env: Readonly<Record<string, string>>
  /** Where the screen reader writes all that it does. */
  readonly log: string
  /** Once the application has begun: the address of the bus, and what ends what the session started beside it. */
  readonly begun: () => { readonly address: string; readonly end: () => void }
}

/** Ends a process by its number, if it is still there. */
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/**
 * Prepares a session in a test's folder: a bus that is this test's alone, so that no other application is read.
 * @param reader the path of Orca, which starts before the application as it does for who logs in; null for none
 */
export async function prepareSession(folder: string, reader: string | null): Promise<AccessSession> {
  const home = join(folder, 'run')
  await mkdir(home, { mode: 0o700 })
  const bus = join(folder, 'bus')
  const log = join(folder, 'orca.out')
  const script = join(folder, 'session.sh')
  const preferences = join(folder, 'orca')
  const reading =
    reader === null
      ? ''
      : `HOME="$XDG_RUNTIME_DIR" LC_ALL=C.UTF-8 "$READER" --replace --user-prefs="${preferences}" --debug-file="$READER_LOG" >/dev/null 2>&1 </dev/null 9>&- &
echo $! >"$BUS.reader"
`
  await mkdir(preferences)
  // Orca's own door for its users: its log is written line by line, not once 8 KB are full.
  await writeFile(
    join(preferences, 'orca-customizations.py'),
    'from orca import debug\n\ndebug.debugFile.reconfigure(line_buffering=True)\n',
  )
  await writeFile(
    script,
    // All are told by their numbers and hold nothing of this process: what outlives the application would keep the
    // test's own end waiting.
    `#!/bin/sh
exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&-
DBUS_SESSION_BUS_ADDRESS=$(dbus-daemon --session --fork --print-address=1 --print-pid=9 9>"$BUS.pid")
export DBUS_SESSION_BUS_ADDRESS
printf %s "$DBUS_SESSION_BUS_ADDRESS" >"$BUS"
/usr/libexec/at-spi-bus-launcher --launch-immediately --a11y=1 >/dev/null 2>&1 </dev/null 9>&- &
echo $! >"$BUS.launcher"
${reading}exec "$APPLICATION" "$@"
`,
  )
  await chmod(script, 0o700)
  return {
    script,
    env: {
      XDG_RUNTIME_DIR: home,
      BUS: bus,
      ACCESSIBILITY_ENABLED: '1',
      ...(reader === null ? {} : { READER: reader, READER_LOG: log }),
    },
    log,
    begun: () => {
      const said = (name: string) => readFileSync(`${bus}${name}`, 'utf8').trim()
      // Read now: the folder may be gone by the time that they are ended.
      const pids = [...(reader === null ? [] : ['.reader']), '.launcher', '.pid'].map((name) =>
        Number(said(name)),
      )
      return { address: said(''), end: () => pids.forEach(end) }
    },
  }
}
