import { setTimeout as sleep } from 'node:timers/promises'
import { readHolder } from '../../db/hold.ts'
import { startHost, type RunningHost } from '../fixtures/startHost.ts'
import { applicationOf, test as base } from './fixture.ts'

/** The office’s clock goes forward to this instant, at once: its host is ended and started again there, whatever shell it runs in. */
type Jump = { readonly jumpTo: (instant: string) => Promise<void> }

/** The tests of a day, whose clock can jump. */
export const test = base.extend<Jump>({
  jumpTo: async ({ shell, office, at }, use) => {
    const started: RunningHost[] = []
    await use(async (instant) => {
      if (shell === 'electron')
        await applicationOf(office).evaluate(
          (_electron, ahead) => {
            const real = Date.now
            Date.now = () => real() + ahead
          },
          Date.parse(instant) - Date.parse(at),
        )
      const fallen = (await readHolder(office.dataDir))?.pid
      if (fallen === undefined) throw new Error('nobody holds the office’s folder')
      process.kill(fallen, 'SIGKILL')
      if (shell === 'chromium')
        started.push(await startHost(office.dataDir, { port: Number(new URL(office.url).port), at: instant }))
      // The application starts its host again by itself.
      for (;;) {
        const holder = await readHolder(office.dataDir)
        if (holder?.url && holder.pid !== fallen) break
        await sleep(100)
      }
    })
    for (const host of started) await host.stop()
  },
})
