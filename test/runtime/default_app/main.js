// What Electron runs when it is started without a packaged application: it loads the folder or the file named
// on the command line. ESM with top-level await, so that the application's own entry point is evaluated before
// `ready` (protocol.registerSchemesAsPrivileged must come first).
import { app } from 'electron'
import { readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const args = process.argv.slice(1)
const preloads = []
let target
while (target === undefined && args.length > 0) {
  const arg = args.shift()
  if (arg === '-r' || arg === '--require') preloads.push(resolve(args.shift() ?? '.'))
  else if (!arg.startsWith('-')) target = resolve(arg)
}

if (target === undefined) {
  process.stderr.write('Usage: electron [options] <application folder or file>\n')
  app.exit(1)
} else {
  const require = createRequire(join(target, 'noop.js'))
  for (const file of preloads) require(file)
  let entry = target
  if (statSync(target).isDirectory()) {
    const manifest = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'))
    entry = resolve(target, manifest.main ?? 'index.js')
    if (manifest.version) app.setVersion(manifest.version)
    app.setName(manifest.productName ?? manifest.name ?? 'Electron')
    app.setDesktopName(manifest.desktopName ?? `${app.name.toLowerCase()}.desktop`)
    app.setAppPath(target)
  } else {
    app.setAppPath(dirname(target))
  }
  try {
    await import(pathToFileURL(entry).href)
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.stack : String(problem)}\n`)
    app.exit(1)
  }
}
