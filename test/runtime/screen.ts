import { spawn } from 'node:child_process'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { find } from './command.ts'
import { Trouble } from './trouble.ts'

/** Whether a window can be opened here: always off Linux, with a display server that answers on Linux. */
export async function hasScreen(waylandToo: boolean): Promise<boolean> {
  if (process.platform !== 'linux') return true
  if (waylandToo && process.env['WAYLAND_DISPLAY']) return true
  const display = process.env['DISPLAY']
  if (!display) return false
  const local = /^(?:unix)?:(\d+)/.exec(display)
  if (!local) return true
  // On Linux X listens on a path, on an abstract name, or both.
  const path = `/tmp/.X11-unix/X${local[1]}`
  return (await answers(path)) || (await answers(`\0${path}`))
}

const answers = (path: string): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect({ path })
    socket.on('connect', () => (socket.destroy(), done(true))).on('error', () => done(false))
  })

export interface Screen {
  /** The value of DISPLAY. */
  readonly display: string
  readonly stop: () => Promise<void>
}

/**
 * A screen of our own, 1920 × 1080, with a window manager (a kiosk window needs one). Xvfb picks a free
 * number itself and tells it on a pipe, so two runs at once never meet.
 */
export async function startScreen(): Promise<Screen> {
  const program = find('Xvfb')
  if (!program) throw new Trouble('Xvfb manque. Sur Debian : sudo apt-get install xvfb openbox')
  const xvfb = spawn(program, ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((done, fail) => {
    xvfb.stdio[3]?.once('data', (chunk: Buffer) => done(chunk.toString().trim()))
    xvfb.once('error', fail)
    xvfb.once('exit', (code) => fail(new Trouble(`Xvfb ne démarre pas (code ${code}).`)))
  })
  const display = `:${number}`
  const manager = find('openbox')
  const openbox =
    manager && spawn(manager, [], { stdio: 'ignore', env: { ...process.env, DISPLAY: display } })
  if (openbox) {
    openbox.on('error', () => {})
    await wait(300)
  }
  return {
    display,
    stop: async () => {
      if (openbox) openbox.kill()
      if (xvfb.exitCode !== null) return
      const gone = new Promise((done) => xvfb.once('exit', done))
      xvfb.kill()
      await gone
    },
  }
}
