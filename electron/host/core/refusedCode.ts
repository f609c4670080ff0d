import type { Log } from './log.ts'

/** Where electron/starter.ts counts what V8 refused of the program that it started: it is not of the same files. */
const refusals = Symbol.for('guichet.refusedCode')

/** Says in the log how many files of this program V8 compiled again, though a package brought what was compiled of them. */
export function noteRefusedCode(log: Pick<Log, 'info'>): void {
  const files = Number(Reflect.get(globalThis, refusals) ?? 0)
  if (files > 0) log.info('codeRefused', { files })
}
