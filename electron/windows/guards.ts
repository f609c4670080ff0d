import type { App, SerialPort, Session, WebContents, WebPreferences } from 'electron'
import { failurePaths } from './failure.ts'
import { pagesOrigin } from './policy.ts'

/** The preferences of every window of ours; a test reads them back from real windows. */
export const safePreferences: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: false,
}

const ours = (url: string, origin: string): boolean => url === origin || url.startsWith(`${origin}/`)
const acts = `${pagesOrigin}/act/`
const withoutHash = (url: string): string => url.replace(/#.*$/s, '')

/** The port to which nothing is ever given; this machine's own addresses are asked of it too. */
const noWayOut = {
  mode: 'fixed_servers',
  proxyRules: 'http://127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
} as const

/** Schemes that a page may load from: nothing leaves the machine. Chromium's tools need `devtools:`. */
const localSchemes = ['app:', 'data:', 'blob:', 'devtools:', 'about:', 'chrome-extension:']

/**
 * Refuses whatever a page could ask of the machine: permissions, devices, screens, downloads, the network. Two things are
 * let where codes are read: the camera, never the microphone, and a serial port, that of a scanner.
 * @param mayRead whether the window is one where an agent reads codes
 * @param choosePort which of these ports is the scanner's; null for none
 */
export function guardSession(
  session: Session,
  origin: string,
  mayRead: (contents: WebContents) => boolean,
  choosePort: (ports: readonly SerialPort[], contents: WebContents) => Promise<string | null>,
): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const types = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    const camera = permission === 'media' && types.length > 0 && types.every((type) => type === 'video')
    answer(camera && details.isMainFrame && ours(details.requestingUrl, origin) && mayRead(contents))
  })
  session.setPermissionCheckHandler((contents, permission, asking, { mediaType, isMainFrame }) => {
    const camera = permission === 'media' && mediaType === 'video'
    const asked = (camera || permission === 'serial') && isMainFrame
    return asked && contents !== null && ours(asking.replace(/\/$/, ''), origin) && mayRead(contents)
  })
  // A port chosen once is given back at the next start. Who asks is not told here: a window where no document is read has
  // no ports (`stations.ts`).
  session.setDevicePermissionHandler(
    ({ deviceType, origin: asking }) => deviceType === 'serial' && ours(asking.replace(/\/$/, ''), origin),
  )
  session.on('select-serial-port', (event, ports, contents, answer) => {
    event.preventDefault()
    if (!mayRead(contents) || ports.length === 0) return answer('')
    void choosePort(ports, contents).then((chosen) => answer(chosen ?? ''))
  })
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  // A call between pages (WebRTC) asks nothing of what follows: its only way out is a proxy that is nowhere.
  if (origin.startsWith('app:')) void session.setProxy(noWayOut)
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    // A live build serves its pages, and their reloading, over HTTP on this machine.
    const live =
      !origin.startsWith('app:') && (ours(url, origin) || url.startsWith(origin.replace('http', 'ws')))
    answer({ cancel: !live && !localSchemes.some((scheme) => url.startsWith(scheme)) })
  })
}

/**
 * Every web contents of the application stays on our pages: a page can reload itself, and nothing else.
 * @param act what the links of the failure page ask (`/act/retry`); they navigate nowhere
 */
export function guardContents(app: App, origin: string, act: (what: string) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.on('will-frame-navigate', (event) => {
      const { url, isMainFrame } = event
      if (!isMainFrame) {
        const inside =
          ours(url, origin) ||
          url === 'about:srcdoc' ||
          url === 'about:blank' ||
          url.startsWith(`blob:${origin}/`)
        if (!inside) event.preventDefault()
        return
      }
      const here = withoutHash(contents.getURL())
      if (ours(here, origin) && withoutHash(url) === here) return
      event.preventDefault()
      const failed = [failurePaths.staff, failurePaths.bar].some((path) => here === `${pagesOrigin}${path}`)
      if (failed && url.startsWith(acts)) act(url.slice(acts.length))
    })
    contents.on('will-redirect', (event) => event.preventDefault())
  })
}
