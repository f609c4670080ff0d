import { spawn } from 'node:child_process'

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

export type RunOptions = {
  readonly input?: Uint8Array
  readonly env?: Readonly<Record<string, string>>
  /** Milliseconds before the program is killed; `code` is then null. */
  readonly timeout: number
  readonly signal: AbortSignal
}

/** Runs a program without a shell. Rejects when it can't be started; ends with `code: null` when it had to be killed. */
export const runProgram = (file: string, args: readonly string[], options: RunOptions): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      env: { ...process.env, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    const kill = () => child.kill('SIGKILL')
    const timer = setTimeout(kill, options.timeout)
    options.signal.addEventListener('abort', kill, { once: true })
    const settle = (done: () => void) => {
      clearTimeout(timer)
      options.signal.removeEventListener('abort', kill)
      done()
    }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    // A program that ends before reading its input breaks the pipe: its exit code says why.
    child.stdin.on('error', () => {})
    child.on('error', (error) => settle(() => reject(error)))
    child.on('close', (code) => settle(() => resolve({ code, stdout, stderr })))
    if (options.signal.aborted) kill()
    child.stdin.end(options.input)
  })
