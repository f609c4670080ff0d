import type { Log } from '../host/core/log.ts'
import type { FromMain } from '../host/core/mainMessages.ts'
import type { Work } from './hostProcess.ts'
import type { PaperDesk } from './paper.ts'

/** Does what the host asks of Chromium, and answers it: the bytes, nothing, or why not in French. */
export async function doWork(
  work: Work,
  desk: PaperDesk,
  tell: (answer: FromMain) => boolean,
  log: Log,
): Promise<void> {
  const { id, html } = work
  const answer = async (): Promise<FromMain> => {
    try {
      switch (work.t) {
        case 'render':
          return { t: 'done', id, bytes: await desk.render(html, work) }
        case 'picture':
          return { t: 'done', id, bytes: await desk.picture(html, work) }
        case 'print':
          await desk.print(html, work.device, work)
          return { t: 'done', id }
      }
    } catch (error) {
      return { t: 'done', id, problem: error instanceof Error ? error.message : String(error) }
    }
  }
  // A host that fell meanwhile asks again for what it still has to print.
  if (!tell(await answer())) log.info('workUnanswered', { kind: work.t })
}

/** Tells the host the system's printers, now and each time that they change. */
export function tellPrinters(desk: PaperDesk, tell: (message: FromMain) => boolean, log: Log) {
  /** Milliseconds between two looks. */
  const pace = 60_000
  let sent: string | null = null
  const look = async () => {
    try {
      const names = await desk.devices()
      const text = names.join('\n')
      if (text !== sent && tell({ t: 'printers', names })) sent = text
    } catch (error) {
      log.fault('printers', error)
    }
  }
  const timer = setInterval(() => void look(), pace)
  timer.unref()
  return {
    /** A new host knows none of them yet. */
    again: () => {
      sent = null
      void look()
    },
    stop: () => clearInterval(timer),
  }
}
