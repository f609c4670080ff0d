import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { mustRun } from './command.ts'
import { Trouble } from './trouble.ts'

// A Debian of its own inside this machine: made from nothing by debootstrap, started by its own systemd in a container that
// shares this machine's network and screen. Root's, on Linux with namespaces.

/** What a clean machine has before anything of ours: a system that starts, and an administrator's `sudo`. */
const included = 'systemd,systemd-sysv,dbus,sudo'

/** Who sits before the machine: an ordinary account, which may become root by `sudo`. */
export const account = 'agent'

/** A container that boots, unknown to this machine's own systemd. */
const quietly = '--boot --quiet --register=no --keep-unit --link-journal=no --console=pipe'

/** The namespaces of its processes that are its own; the network is this machine's. */
const spaces = ['--mount', '--uts', '--ipc', '--pid', '--cgroup']

/** SIGRTMIN+4, which systemd takes for « power off »; Node has no name for it. */
const powerOff = 38

export type Answer = { readonly code: number | null; readonly output: string; readonly errors: string }

export type CleanDebian = {
  /** Where a path of that machine is on this one. */
  readonly at: (path: string) => string
  /** Runs a line of shell there, in the account's folder; it is answered « yes » whatever it asks. */
  readonly run: (line: string, who?: string) => Answer
  /** The program and arguments that run a line of shell there, to start what goes on. */
  readonly starts: (line: string) => readonly [string, readonly string[]]
  readonly stop: () => Promise<void>
}

/** Makes and starts the machine (a minute at most, from Debian's archive). @throws Trouble */
export async function startCleanDebian(): Promise<CleanDebian> {
  const tree = await mkdtemp(join(tmpdir(), 'guichet-debian-'))
  // It becomes that machine's `/`.
  await chmod(tree, 0o755)
  await mustRun('debootstrap', ['--variant=minbase', `--include=${included}`, 'trixie', tree], {
    what: 'L’installation d’une Debian neuve',
  })
  await writeFile(join(tree, 'etc/sudoers.d/essai'), `${account} ALL=(ALL) NOPASSWD: ALL\n`, { mode: 0o440 })
  // What is recommended is left out: what the package depends on has to be enough.
  await writeFile(join(tree, 'etc/apt/apt.conf.d/essai'), 'APT::Install-Recommends "false";\n')
  await mustRun('chroot', [tree, 'useradd', '--create-home', '--shell', '/bin/sh', account], {
    what: 'Le compte de la Debian neuve',
  })
  await mkdir(join(tree, 'etc/systemd/system/guichet.service.d'), { recursive: true })

  // A /run of its own, and the one hierarchy of control groups that this systemd still knows.
  const boot = `mount -t tmpfs tmpfs /run && exec systemd-nspawn ${quietly} --directory "$1"`
  const container = spawn(
    'setpriv',
    // Whatever ends the tests ends it too.
    ['--pdeathsig', 'KILL', 'unshare', '--mount', 'sh', '-c', boot, 'sh', tree],
    { env: { ...process.env, SYSTEMD_NSPAWN_UNIFIED_HIERARCHY: '1' }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  for (const stream of [container.stdout, container.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const gone = once(container, 'exit')

  const entered = (who: string, line: string): readonly [string, readonly string[]] => {
    const home = who === 'root' ? '/root' : `/home/${who}`
    const clean = ['env', '-i', 'PATH=/usr/bin:/bin:/usr/sbin:/sbin', 'LANG=C.UTF-8', `HOME=${home}`]
    const shell = ['sh', '-c', `cd && ${line}`]
    const target = ['--target', String(leaderOf(container.pid))]
    return ['nsenter', [...target, ...spaces, '--', 'runuser', '-u', who, '--', ...clean, ...shell]]
  }
  const run = (line: string, who = account): Answer => {
    const [program, args] = entered(who, line)
    const answered = spawnSync(program, args, { input: 'y\n'.repeat(9), encoding: 'utf8', timeout: 300_000 })
    return { code: answered.status, output: answered.stdout, errors: answered.stderr }
  }
  const stop = async () => {
    if (container.exitCode === null) {
      process.kill(leaderOf(container.pid), powerOff)
      await gone
    }
    await rm(tree, { recursive: true, force: true })
  }
  const machine: CleanDebian = {
    at: (path) => join(tree, path),
    run,
    starts: (line) => entered(account, line),
    stop,
  }
  for (let tries = 0; tries < 100 && container.exitCode === null; tries++) {
    if (childOf(container.pid) !== null && run('systemctl is-system-running', 'root').output === 'running\n')
      return machine
    await wait(200)
  }
  await stop()
  throw new Trouble(`la Debian neuve n’a pas démarré.\n${said.slice(-1000)}`)
}

/** The first process that another one started; null while there is none. */
function childOf(pid: number | undefined): string | null {
  const [first] = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8').split(' ')
  return first || null
}

/** The container's own systemd, as this machine counts processes. */
function leaderOf(pid: number | undefined): number {
  const child = childOf(pid)
  if (child === null) throw new Trouble('la Debian neuve ne tourne pas.')
  return Number(child)
}
