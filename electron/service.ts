import { app, safeStorage } from 'electron'
import { join } from 'node:path'
import { superviseHost, type HostAsked } from './gateway/hostProcess.ts'
import type { Log } from './host/core/log.ts'
import type { Configured } from './system/config/read.ts'
import type { Options } from './system/options.ts'
import { hostEnvironment, placeOf } from './system/place.ts'
import { keepSecret } from './system/protection.ts'

/** `EX_CONFIG`: another start would fail too, so systemd does not restart it. */
const badConfiguration = 78

export type ServiceOptions = {
  readonly options: Options
  readonly configured: Configured
  /** The data folder of the office. */
  readonly folder: string
  /** The built files. */
  readonly built: string
  readonly log: Log
}

/**
 * The office's host alone, as a service keeps it: no window, no paper drawn here. Standard output carries one line, the
 * ready line, each time the host is ready; what is wrong is a sentence on standard error, and ends the service.
 */
export function runService({ options, configured, folder, built, log }: ServiceOptions): void {
  const startedAt = Date.now()
  const fail = (message: string, code: number) => {
    process.stderr.write(`${message}\n`)
    app.exit(code)
  }
  if ('problem' in configured) return fail(configured.problem, badConfiguration)
  const { host: kept, ...rest } = configured.configuration
  const configuration = { ...rest, host: { ...kept, ...(options.port !== null && { port: options.port }) } }
  const place = placeOf(options, folder, options.data !== null, false)
  const asked: HostAsked = {
    entry: () => join(built, 'main', 'host.cjs'),
    greeting: () => null,
    environment: () => ({
      ...hostEnvironment(place, join(built, 'renderer'), startedAt, configuration),
      GUICHET_SERVICE: '1',
    }),
  }
  const host = superviseHost(asked, log)
  host.ownedBy({
    ...asked,
    onReady: ({ created, url }) => process.stdout.write(`${JSON.stringify({ ready: true, created, url })}\n`),
    // The host that said what is wrong leaves by itself.
    onProblem: ({ message }) => fail(message, 1),
    onWork: ({ id }) => void host.tell({ t: 'done', id, problem: 'no window' }),
    onSecret: (secret) => keepSecret(secret, safeStorage, process.platform),
    // A service is updated by the system's own tools.
    onPrepared: () => {},
    onNews: () => {},
  })
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void host.stop().then(() => {
      closed = true
      app.quit()
    })
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit())
  host.start()
}
