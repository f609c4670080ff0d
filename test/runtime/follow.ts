import type { ChildProcess } from 'node:child_process'
import { say } from './say.ts'
import { Trouble } from './trouble.ts'

/**
 * Waits for a program that we opened, passing it our own end (Ctrl-C, SIGTERM); gives its exit code, and says
 * it when a signal or a fault ended it.
 */
export function follow(child: ChildProcess, name: string): Promise<number> {
  return new Promise((done, fail) => {
    let asked = false
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        asked = true
        child.kill(signal === 'SIGINT' ? 'SIGTERM' : signal)
      })
    }
    child.on('error', (problem) => fail(new Trouble(`${name} ne peut pas être lancé (${problem.message}).`)))
    child.on('exit', (code, signal) => {
      if (asked) return done(0)
      if (signal) say(`${name} s’est arrêté brutalement (${signal}).`)
      else if (code) say(`${name} s’est arrêté avec le code ${code}.`)
      done(code ?? 1)
    })
  })
}
