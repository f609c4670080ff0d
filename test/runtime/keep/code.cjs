// Run by Node or by Electron, as `code.cjs FOLDER PROGRAM DATA`: reads a built program as it starts, writes beside it what
// V8 has compiled of it (electron/starter.ts reads that), and leaves before anything is opened. What it writes is the same
// each time: nothing that depends on how long something took is in it.
const { writeFileSync } = require('node:fs')
const path = require('node:path')
const { setFlagsFromString } = require('node:v8')
const { codeFile } = require('./codeFile.cjs')

const [folder, program, data] = process.argv.slice(-3)

/** What leaves a mark on a function with time: V8's further compilers, and each collection of memory that it outlives. */
const marks = ['sparkplug', 'maglev', 'opt', 'flush-bytecode']
for (const mark of marks) setFlagsFromString(`--no-${mark}`)

const scripts = new Map()
globalThis[Symbol.for('guichet.scripts')] = (_program, path, script) => scripts.set(path, script)

// The host of the application speaks to main.
if (process.type === 'browser') process.parentPort = { on: () => {}, postMessage: () => {} }
process.env.GUICHET_DATA = data
process.argv = [process.execPath, program, '--data', data, '--school']
const { readWindows } = require(path.join(folder, `${program}.cjs`))

const write = () => {
  // With the switches of every other start: V8 refuses what was compiled with others.
  for (const mark of marks) setFlagsFromString(`--${mark}`)
  writeFileSync(path.join(folder, `${program}.code`), codeFile(scripts))
  process.exit(0)
}
// The application reads the rest once its host is started.
if (readWindows) readWindows().then(write)
else write()
