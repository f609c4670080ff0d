// The bench's own application: bare host and real hosts in utility processes, one page that measures them all
// over MessagePorts. What to run comes in the environment; the page's figures go to the file named there.
import { app, BrowserWindow, ipcMain, MessageChannelMain, protocol, utilityProcess } from 'electron'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const { BENCH_RESULT, BENCH_PAGE, BENCH_DATA, BENCH_HOST, BENCH_BARE, BENCH_PLAN } = process.env
const offices = ['empty', 'full', 'watching']
const stations = ['kiosk', 'counter', 'supervision']

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])

const started = (child, isReady) =>
  new Promise((done, fail) => {
    child.once('exit', (code) => fail(new Error(`a host left with ${code}`)))
    child.on('message', (message) => {
      if (message.t === 'failed') fail(new Error(message.message))
      if (isReady(message)) done(child)
    })
  })

function fork(entry, data, env) {
  mkdirSync(data, { recursive: true })
  return utilityProcess.fork(entry, [], {
    stdio: 'inherit',
    env: { ...process.env, ...env, GUICHET_DATA: data },
  })
}

async function run() {
  // Isolated pages read a clock of 5 µs; others one of 100 µs.
  const headers = {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
  }
  protocol.handle('app', ({ url }) => {
    const script = new URL(url).pathname === '/page.js'
    return new Response(
      script
        ? readFileSync(join(BENCH_PAGE, 'page.js'))
        : '<!doctype html><meta charset="utf-8"><title>Mesures</title><script src="/page.js"></script>',
      { headers: { ...headers, 'content-type': script ? 'text/javascript' : 'text/html; charset=utf-8' } },
    )
  })
  const window = new BrowserWindow({
    width: 800,
    height: 600,
    webPreferences: {
      sandbox: true,
      backgroundThrottling: false,
      preload: join(import.meta.dirname, 'preload.cjs'),
    },
  })
  const answered = new Promise((done) => ipcMain.once('bench:result', (_event, result) => done(result)))
  await window.loadURL(`app://bench/index.html#${encodeURIComponent(BENCH_PLAN)}`)

  const give = (child, name, message) => {
    const { port1, port2 } = new MessageChannelMain()
    child.postMessage(message, [port1])
    window.webContents.mainFrame.postMessage('bench:port', name, [port2])
  }
  const bare = await started(fork(BENCH_BARE, join(BENCH_DATA, 'bare'), {}), ({ t }) => t === 'ready')
  const hosts = await Promise.all(
    offices.map((office) =>
      started(fork(BENCH_HOST, join(BENCH_DATA, office), { GUICHET_SCHOOL: '1' }), ({ t }) => t === 'ready'),
    ),
  )
  give(bare, 'bare', { t: 'port' })
  for (const [index, office] of offices.entries())
    for (const station of stations) give(hosts[index], `${office} ${station}`, { t: 'port', station })

  writeFileSync(BENCH_RESULT, await answered)
  for (const child of [bare, ...hosts]) child.removeAllListeners('exit')
  for (const host of hosts) host.postMessage({ t: 'close' })
  app.exit(0)
}

app.on('window-all-closed', () => app.exit(1))
app
  .whenReady()
  .then(run)
  .catch((error) => {
    process.stderr.write(`${error.stack}\n`)
    app.exit(1)
  })
