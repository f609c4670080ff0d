import { createServer } from 'node:http'
import { createSocket } from 'node:dgram'
import { createServer as createTcp, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { loginFolder } from '../../electron/host/people/login/settings.ts'
import { contentSecurityPolicy, fileOf } from '../../electron/windows/policy.ts'
import { expect, fromPage, logOf, openBy, roleOf, test } from './launch.ts'
import { shareApplication } from './shared.ts'

// Electron's security checklist, tried on the real windows.

// A camera and a microphone that answer, so that each is refused by us or not at all.
const shared = shareApplication('counter', () => ({ switches: ['--use-fake-device-for-media-stream'] }))

async function open() {
  const { application, page, folder } = shared()
  await expect.poll(() => roleOf(page)).toBe('agent')
  return { application, page, folder }
}

test('windows are sandboxed, isolated and without Node', async () => {
  const { application, page } = await open()
  const preferences = await application.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Readonly<Record<string, unknown>>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
  })
  expect(await application.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())).toBe(
    false,
  )
  const node = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer']
  expect(await page.evaluate((names) => names.filter((name) => name in window), node)).toEqual([])
  expect(await page.evaluate(() => Object.keys(window.guichet ?? {}))).toEqual([
    'shell',
    'station',
    'platform',
  ])
})

test('pages come with the policy that lets them connect nowhere and run nothing else', async () => {
  const { page } = await open()
  const response = page.waitForResponse((answer) => answer.url().startsWith('app://guichet/index.html'))
  await page.reload()
  expect((await response).headers()['content-security-policy']).toBe(contentSecurityPolicy)
  expect(contentSecurityPolicy).toContain("default-src 'none'")
  expect(contentSecurityPolicy).toContain("connect-src 'none'")
  expect(contentSecurityPolicy).not.toMatch(/script-src[^;]*unsafe/)
  // `evaluate` itself escapes the ban on eval: what it starts later does not.
  const refused = await page.evaluate(
    () =>
      new Promise<readonly string[]>((done) =>
        setTimeout(() => {
          const said: string[] = []
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
            said.push(effectiveDirective),
          )
          try {
            // The very thing that must fail.
            // oxlint-disable-next-line typescript/no-implied-eval
            new Function('return 1')()
          } catch {
            said.push('eval')
          }
          const script = document.createElement('script')
          script.textContent = 'window.ran = true'
          document.body.append(script)
          void fetch('app://guichet/index.html').catch(() => said.push('fetch'))
          setTimeout(() => done([...said, ...('ran' in window ? ['ran'] : [])]), 500)
        }),
      ),
  )
  expect(refused).toEqual(expect.arrayContaining(['eval', 'fetch', 'script-src-elem', 'connect-src']))
  expect(refused).not.toContain('ran')
})

test('a call between pages reaches no server either, whatever it is asked by', async () => {
  let reached = 0
  const datagrams = createSocket('udp4')
  datagrams.on('message', () => (reached += 1))
  await new Promise<void>((done) => datagrams.bind(0, '127.0.0.1', done))
  const streams = createTcp((socket) => {
    reached += 1
    socket.on('error', () => {})
  })
  await new Promise<void>((done) => streams.listen(0, '127.0.0.1', done))
  try {
    const { page } = await open()
    const ended = await page.evaluate(
      async ([stun, turn]) => {
        const given = { username: 'a', credential: 'b' }
        const call = new RTCPeerConnection({
          iceServers: [
            { urls: `stun:127.0.0.1:${stun}` },
            { urls: `turn:127.0.0.1:${turn}?transport=tcp`, ...given },
          ],
        })
        call.createDataChannel('out')
        const gathered = new Promise<string>((done) => {
          call.addEventListener('icegatheringstatechange', () => {
            if (call.iceGatheringState === 'complete') done('complete')
          })
        })
        await call.setLocalDescription(await call.createOffer())
        return gathered
      },
      [datagrams.address().port, (streams.address() as AddressInfo).port],
    )
    expect(ended).toBe('complete')
    expect(reached).toBe(0)
  } finally {
    datagrams.close()
    streams.close()
  }
})

for (const [page, own] of [
  ['kiosk', true],
  ['display', true],
  ['bar', false],
] as const) {
  test(`the window of the ${page} is held as the others are${own ? ', in a session of its own' : ''}`, async () => {
    const { application } = await open()
    const shown = await openBy(application, own ? `open-${page}` : page)
    await expect.poll(() => roleOf(shown)).toBe(page === 'bar' ? 'agent' : page)
    const held = await application.evaluate(async ({ BrowserWindow, session }, name) => {
      const found = BrowserWindow.getAllWindows().find((each) =>
        each.webContents.getURL().endsWith(`#station=${name}`),
      )
      const contents = found?.webContents as unknown as {
        getLastWebPreferences(): Readonly<Record<string, unknown>>
        readonly session: typeof session.defaultSession
      }
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences()
      return {
        preferences: { sandbox, contextIsolation, nodeIntegration, webSecurity },
        shared: contents.session === session.defaultSession,
        spelling: contents.session.isSpellCheckerEnabled(),
        network: await contents.session.fetch('http://127.0.0.1:9/').then(
          () => 'loaded',
          (error: unknown) => String(error),
        ),
      }
    }, page)
    expect(held).toEqual({
      preferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true },
      shared: !own,
      spelling: false,
      // Refused by us before any connection is tried.
      network: expect.stringContaining('ERR_BLOCKED_BY_CLIENT'),
    })
    const answered = shown.waitForResponse((answer) => answer.url().startsWith('app://guichet/index.html'))
    await shown.reload()
    expect((await answered).headers()['content-security-policy']).toBe(contentSecurityPolicy)
    const permissions = await shown.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'] as const
      return Promise.all(
        names.map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      )
    })
    expect(new Set(permissions)).toEqual(new Set(['denied']))
    expect(
      await shown.evaluate(() => ['require', 'process', 'ipcRenderer'].filter((name) => name in globalThis)),
    ).toEqual([])
    const here = shown.url()
    await shown.evaluate(() => location.assign('http://127.0.0.1:9/'))
    expect(await shown.evaluate(() => window.open('about:blank'))).toBeNull()
    expect(shown.url()).toBe(here)
  })
}

test('a page can’t leave: neither by a link, nor a redirect, nor a new window, nor a frame', async () => {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(request.url ?? '')
    response.end('elsewhere')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  try {
    const { application, page } = await open()
    const here = page.url()
    for (const target of [
      elsewhere,
      'file:///etc/hostname',
      'app://guichet/act/folder',
      'app://other/',
      'data:text/html,x',
      'app://guichet/failed',
    ])
      await page.evaluate((url) => location.assign(url), target)
    expect(await page.evaluate((url) => window.open(url), elsewhere)).toBeNull()
    expect(await page.evaluate(() => window.open('about:blank'))).toBeNull()
    await page.evaluate((url) => {
      const link = document.createElement('a')
      link.href = url
      link.target = '_blank'
      document.body.append(link)
      link.click()
      const frame = document.createElement('iframe')
      frame.src = url
      document.body.append(frame)
      const image = new Image()
      image.src = `${url}image`
    }, elsewhere)
    await page.waitForTimeout(700)
    expect(page.url()).toBe(here)
    expect(application.windows()).toHaveLength(1)
    expect(seen).toEqual([])
    // The main process has no way out either: the session loads nothing from a network.
    const loaded = await application.evaluate(
      ({ session }, url) =>
        session.defaultSession.fetch(url).then(
          () => 'loaded',
          () => 'refused',
        ),
      elsewhere,
    )
    expect(loaded).toBe('refused')
  } finally {
    server.close()
  }
})

test('every permission is refused but the camera and a scanner’s port: where an agent reads codes, never the microphone', async () => {
  const { application, page } = await open()
  const asked = (shown: typeof page) =>
    shown.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'midi',
        'clipboard-read',
        'microphone',
        'camera',
      ] as const
      const states = await Promise.all(
        names.map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      )
      const ask = (wanted: MediaStreamConstraints) =>
        navigator.mediaDevices.getUserMedia(wanted).then(
          () => 'granted',
          (error: unknown) => (error as Error).name,
        )
      return {
        states,
        camera: await ask({ video: true }),
        microphone: await ask({ audio: true }),
        both: await ask({ audio: true, video: true }),
        notified: await Notification.requestPermission(),
      }
    })
  const refused = { microphone: 'NotAllowedError', both: 'NotAllowedError', notified: 'denied' }
  const allowed = { ...refused, camera: 'granted', states: [...Array(5).fill('denied'), 'granted'] }
  expect(await asked(page)).toEqual(allowed)
  for (const station of ['reception', 'supervision'] as const) {
    const shown = await openBy(application, `open-${station}`)
    await expect.poll(() => roleOf(shown)).not.toBeNull()
    expect(await asked(shown), station).toEqual(
      station === 'reception'
        ? allowed
        : { ...refused, camera: 'NotAllowedError', states: Array(6).fill('denied') },
    )
  }
})

test('a serial port is given where an agent reads codes, and to no other window', async () => {
  const { application, page } = await open()
  const supervision = await openBy(application, 'open-supervision')
  await expect.poll(() => roleOf(supervision)).not.toBeNull()
  // No scanner can be plugged in here: the system's own question is put by hand, with a port that does not exist.
  const given = async (shown: typeof page) =>
    application.evaluate(async ({ webContents }, url) => {
      const contents = webContents.getAllWebContents().find((each) => each.getURL() === url)
      if (!contents) return 'no such window'
      const port = { portId: 'scanner', portName: 'ttyACM0', vendorId: '1504', productId: '6400' }
      return new Promise<string>((answered) => {
        const event = { preventDefault: () => {} }
        contents.session.emit('select-serial-port', event, [port], contents, answered)
      })
    }, shown.url())
  expect(await given(page)).toBe('scanner')
  expect(await given(supervision)).toBe('')
  const asked = (shown: typeof page) =>
    shown.evaluate(async () => {
      const { serial } = navigator as Navigator & {
        serial?: { getPorts: () => Promise<object[]>; requestPort: () => Promise<object> }
      }
      const answer = await serial?.requestPort().then(
        () => 'given',
        (error: unknown) => (error as Error).name,
      )
      return { answer, ports: (await serial?.getPorts().catch(() => []))?.length }
    })
  // Whether this machine has a port of its own is not said: only who may have it.
  expect(['given', 'NotFoundError']).toContain((await asked(page)).answer)
  expect(await asked(supervision)).toEqual({ answer: undefined, ports: undefined })
})

test('a message from a frame, or one that its window has no right to, does nothing', async () => {
  const { application, page, folder } = await open()
  const before = (await logOf(folder)).length
  // A counter can't become the administration, nor change the office.
  await fromPage(page, { type: 'guichet:open-station', station: 'administration' })
  await fromPage(page, { type: 'guichet:open-school' })
  await page.waitForTimeout(300)
  expect(page.url()).toMatch(/#station=counter$/)
  // A frame inside has no preload, and what it sends to its parent is not the parent's own word.
  const given = await page.evaluate(
    () =>
      new Promise<string>((done) => {
        const frame = document.createElement('iframe')
        frame.src = 'app://guichet/index.html#station=administration'
        window.addEventListener('message', ({ data, source }) => {
          if (data === 'guichet:port' && source !== window) done('a port from a frame')
        })
        frame.addEventListener('load', () => {
          const inside = frame.contentWindow as (Window & { readonly guichet?: unknown }) | null
          if (inside?.guichet !== undefined) done('preload in a frame')
          inside?.postMessage({ type: 'guichet:ask-port' }, '*')
        })
        document.body.append(frame)
        setTimeout(() => done('nothing'), 800)
      }),
  )
  expect(given).toBe('nothing')
  // A window that the application did not open for a station gets no answer, whatever preload it has.
  const stranger = application.waitForEvent('window')
  await application.evaluate(({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/preload.cjs`
    const window = new BrowserWindow({ webPreferences: { preload, sandbox: true } })
    void window.loadURL('app://guichet/index.html#station=administration')
  })
  const other = await stranger
  expect(await roleOf(other)).toBeNull()
  expect(await other.evaluate(() => window.guichet?.shell)).toBe('electron')
  expect((await logOf(folder)).slice(before)).toContain(
    '"what":"messageRefused","channel":"guichet:ask-port"',
  )
})

/** What the office knows its provider by: nothing is asked of it here. */
const provider = {
  kind: 'other',
  label: 'l’annuaire',
  issuer: 'https://annuaire.example',
  registeredAs: 'guichet',
  siret: null,
  privateAddresses: false,
} as const

test('a counter opens the system’s browser where a sign-in by the office’s provider begins, and nowhere else', async () => {
  const { application, page, folder } = await open()
  const signIn = 'https://127.0.0.1:8443'
  loginFolder(join(folder, 'formation')).write({
    settings: { ...provider, origin: signIn },
    secret: '',
  })
  await application.evaluate(({ shell }) => {
    const main = globalThis as { opened?: string[] }
    main.opened = []
    shell.openExternal = (url) => Promise.resolve(void main.opened?.push(url))
  })
  const begins = `${signIn}/connexion/${'a1'.repeat(32)}`
  for (const url of [
    'https://ailleurs.example/',
    begins.replace('8443', '8444'),
    `${begins}/suite`,
    'file:///etc/passwd',
    begins,
  ])
    await fromPage(page, { type: 'guichet:browse', url })
  await expect
    .poll(() => application.evaluate(() => (globalThis as { opened?: string[] }).opened))
    .toEqual([begins])
})

test('addresses name files of the pages’ folder only', () => {
  const root = join('/', 'pages')
  expect(fileOf('app://guichet/index.html#x', root)).toBe(join(root, 'index.html'))
  for (const address of [
    'app://guichet/',
    'app://guichet/..%2f..%2fetc/passwd',
    'app://guichet/..%5c..%5cetc',
    'app://guichet/a%00b',
    'app://guichet/%',
    'app://other/index.html',
    'http://guichet/index.html',
  ])
    expect(fileOf(address, root), address).toBeNull()
})

test('the file that an address outside the folder names is not served', async () => {
  const { application } = await open()
  const statuses = await application.evaluate(async ({ net }) =>
    Promise.all(
      [
        'app://guichet/../../package.json',
        'app://guichet/..%2f..%2fpackage.json',
        'app://guichet/index.html',
      ].map(async (url) => (await net.fetch(url)).status),
    ),
  )
  expect(statuses).toEqual([404, 404, 200])
})
