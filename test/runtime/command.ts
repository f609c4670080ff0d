import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installed, root } from './places.ts'
import { Trouble } from './trouble.ts'

export interface CommandOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string | undefined>>
  /** `show` lets the command write on our terminal; `keep` gathers what it says (the default). */
  readonly output?: 'show' | 'keep'
  /** Milliseconds after which the command is killed; none by default. */
  readonly limit?: number
}

export interface Finished {
  /** The exit code; 124 when it ran out of time, 128 when a signal ended it. */
  readonly code: number
  /** All that it wrote, standard output and standard error as they came. */
  readonly text: string
  /** Standard output alone. */
  readonly stdout: string
}

/** What is under way. */
const running = new Set<ChildProcess>()

/** How long a program that was interrupted has to end what it started, in milliseconds. */
const patience = 10_000

/** Interrupts the programs under way, as Ctrl+C does, so that each ends what it started; then those that go on. */
export async function interruptAll(): Promise<void> {
  const ended = [...running].map(async (child) => {
    const late = setTimeout(() => child.kill('SIGKILL'), patience)
    child.kill('SIGINT')
    await once(child, 'close')
    clearTimeout(late)
  })
  await Promise.all(ended)
}

/** Runs a program to its end. It never throws for an exit code; it throws when the program can't start. */
export function run(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Finished> {
  return new Promise((done, fail) => {
    const shown = options.output === 'show'
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
    })
    running.add(child)
    let text = ''
    let stdout = ''
    let late = false
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      stdout += chunk
    })
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
    const timer = options.limit && setTimeout(() => ((late = true), child.kill('SIGKILL')), options.limit)
    child.on('error', (problem) => {
      clearTimeout(timer || undefined)
      running.delete(child)
      fail(new Trouble(`le programme « ${program} » ne peut pas être lancé (${problem.message}).`))
    })
    child.on('close', (code) => {
      clearTimeout(timer || undefined)
      running.delete(child)
      done({ code: late ? 124 : (code ?? 128), text, stdout })
    })
  })
}

/** The same, but an exit code other than 0 becomes a sentence followed by the last lines of what it said. */
export async function mustRun(
  program: string,
  args: readonly string[],
  options: CommandOptions & { readonly what: string },
): Promise<Finished> {
  const finished = await run(program, args, options)
  if (finished.code === 0) return finished
  const last = finished.text
    .trim()
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .slice(-12)
    .join('\n')
  throw new Trouble(`${options.what} a échoué (code ${finished.code}).\n${last}`)
}

/** The program's path in PATH or in the system's own folders (which a plain user's PATH leaves out). */
export function find(program: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin']
  return folders
    .filter(Boolean)
    .map((folder) => join(folder, program))
    .find((path) => existsSync(path))
}

/** npm, on the Node that runs us: the one that called us, else the system's. */
export function npm(args: readonly string[]): readonly [string, readonly string[]] {
  const path = process.env['npm_execpath']
  return path?.endsWith('.js') ? [process.execPath, [path, ...args]] : ['npm', args]
}

/** A program of an installed package, run by the Node that runs us. */
export const nodeProgram = (
  path: readonly string[],
  args: readonly string[],
): readonly [string, readonly string[]] => [process.execPath, [installed(...path), ...args]]

/**
 * The same program, on what the others leave of the processors: Linux lets one that is idle by policy run where nothing else
 * would. Elsewhere it runs like the others.
 */
export function whenIdle(program: string, args: readonly string[]): readonly [string, readonly string[]] {
  const chrt = process.platform === 'linux' ? find('chrt') : undefined
  return chrt === undefined ? [program, args] : [chrt, ['--idle', '0', program, ...args]]
}
