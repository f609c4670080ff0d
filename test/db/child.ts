import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { fromSources } from '../runtime/places.ts'

export type Child = {
  readonly process: ChildProcessByStdio<null, Readable, Readable>
  /** The whole lines printed so far. */
  readonly lines: () => readonly string[]
  readonly errors: () => string
  /** When it printed that many lines, or ended. */
  readonly said: (lines: number) => Promise<void>
  /** When it has ended and all that it printed is read. */
  readonly ended: Promise<void>
}

/** A real process that runs one of `children/`, killed at the end of the test. */
export function child(name: string, args: readonly string[], as: { uid?: number; gid?: number } = {}): Child {
  const file = fileURLToPath(new URL(`children/${name}.ts`, import.meta.url))
  const process_ = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: fromSources(),
    ...as,
  })
  let out = ''
  let errors = ''
  const waiting = new Set<() => void>()
  process_.stdout.on('data', (data: Buffer) => {
    out += data.toString()
    for (const check of waiting) check()
  })
  process_.stderr.on('data', (data: Buffer) => void (errors += data.toString()))
  let over = false
  const ended = new Promise<void>((resolve) => {
    process_.on('close', () => {
      over = true
      for (const check of waiting) check()
      resolve()
    })
  })
  onTestFinished(() => void process_.kill('SIGKILL'))
  const lines = () => out.split('\n').slice(0, -1)
  const said = (count: number) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!over && lines().length < count) return
        waiting.delete(check)
        resolve()
      }
      waiting.add(check)
      check()
    })
  return { process: process_, lines, errors: () => errors, said, ended }
}
