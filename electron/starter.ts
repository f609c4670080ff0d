import { isAscii } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Script } from 'node:vm'

// What each built program begins with. V8 compiles a program of two megabytes at each start, unless what it compiled is
// given back to it: it lies beside the program, made with it by the same Electron (test/runtime/keptCode.ts).

/** What was compiled, by the file's path inside the program's folder. */
type KeptCode = Map<string, Buffer>

/** By which a process that makes this code takes each script as it is read; no other process has it. */
const takes = Symbol.for('guichet.scripts')
/** How many files of the program V8 refused: the log says it once it is open (electron/host/core/refusedCode.ts). */
const refusals = Symbol.for('guichet.refusedCode')
type Takes = (program: string, path: string, script: Script) => void

/** The file is one: its index (JSON) after its length in four bytes, then what was compiled, one after another. */
function readKept(file: string): KeptCode {
  try {
    const whole = readFileSync(file)
    const start = 4 + whole.readUInt32LE(0)
    const index = JSON.parse(whole.toString('utf8', 4, start)) as Readonly<Record<string, [number, number]>>
    return new Map(
      Object.entries(index).map(([path, [at, size]]) => [
        path,
        whole.subarray(start + at, start + at + size),
      ]),
    )
  } catch {
    // None was made for this program, or it can't be read: V8 compiles, as for any program.
    return new Map()
  }
}

/** A file of letters without accents, as the build writes them, takes half the memory and is read as it is. */
function textOf(file: string): string {
  const bytes = readFileSync(file)
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8')
}

/**
 * Runs a built program, and gives what it exports. Its files name one another by `require`; what was compiled of them is
 * used if this V8 made it (it checks its version, its switches and the source's length), and nothing is lost otherwise.
 * @param folder where the program's files are, and what was compiled of them
 * @param name of the program
 * @param entry its first file
 */
export function start(folder: string, name: string, entry: string): unknown {
  const kept = readKept(join(folder, `${name}.code`))
  const take = Reflect.get(globalThis, takes) as Takes | undefined
  const modules = new Map<string, { exports: unknown }>()
  let refused = 0
  Reflect.set(globalThis, refusals, refused)

  const load = (path: string): unknown => {
    const known = modules.get(path)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(path, module)
    try {
      run(module, path)
    } catch (error) {
      // As Node does: whoever names it next has it read again, and not the half that it made.
      modules.delete(path)
      throw error
    }
    return module.exports
  }
  const run = (module: { exports: unknown }, path: string): void => {
    const file = join(folder, path)
    const cachedData = kept.get(path)
    kept.delete(path)
    const script = new Script(
      `(function (exports, require, module, __filename, __dirname) {${textOf(file)}\n})`,
      { filename: path, ...(cachedData && { cachedData }) },
    )
    if (script.cachedDataRejected) Reflect.set(globalThis, refusals, ++refused)
    take?.(name, path, script)
    const others = createRequire(file)
    const require = (id: string): unknown =>
      id.startsWith('.') ? load(join(dirname(path), id)) : (others(id) as unknown)
    const body = script.runInThisContext() as (...given: readonly unknown[]) => void
    body.call(module.exports, module.exports, Object.assign(require, others), module, file, dirname(file))
  }
  return load(entry)
}
