// Required by Electron before the application: says « usable » once the first window's page is, then, for each line that
// comes in, what lives in the memory of main and of each page, in bytes, once what nobody holds is gone.
const { app, webContents } = require('electron')
const { createInterface } = require('node:readline')

require('./probe.cjs')

app.commandLine.appendSwitch('js-flags', '--expose-gc')
app.commandLine.appendSwitch('enable-precise-memory-info')

const inPage = `(async () => {
  for (let turn = 0; turn < 3; turn++) {
    gc()
    await new Promise((done) => setTimeout(done, 50))
  }
  return performance.memory.usedJSHeapSize
})()`

async function say() {
  const pages = {}
  for (const contents of webContents.getAllWebContents()) {
    const station = /station=(\w+)/.exec(contents.getURL())?.[1]
    if (station) pages[station] = await contents.executeJavaScript(inPage)
  }
  process.stdout.write(`${JSON.stringify({ main: process.memoryUsage().heapUsed, pages })}\n`)
}

createInterface({ input: process.stdin }).on('line', () => void say())
