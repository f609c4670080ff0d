import { BrowserWindow, session, type Session, type WebContents } from 'electron'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { shell } from '../../shared/messages/shell.fr.ts'
import type { Log } from '../host/core/log.ts'
import { safePreferences } from '../windows/guards.ts'

/** Paper in millimetres; a null height is as long as the content. */
export type Paper = { readonly widthMm: number; readonly heightMm: number | null }

/** A picture's size in dots. */
export type PictureSize = { readonly width: number; readonly height: number }

/** Chromium as a printer: one document at a time, in a hidden window that runs no script and loads nothing. */
export type PaperDesk = {
  /** The document as a tagged PDF of exactly this size. @throws a French sentence */
  render(html: string, paper: Paper): Promise<Uint8Array>
  /** The document dot for dot, one a CSS pixel, as PNG of this size. @throws a French sentence */
  picture(html: string, size: PictureSize): Promise<Uint8Array>
  /** The document on a printer of the system, without a dialog. @throws a French sentence */
  print(html: string, device: string, paper: Paper): Promise<void>
  /** The names of the system's printers. */
  devices(): Promise<readonly string[]>
}

/** How long a document may take, in milliseconds. */
const usualLimits = { render: 20_000, print: 30_000 }

const inches = (mm: number): number => mm / 25.4
const microns = (mm: number): number => Math.round(mm * 1000)
const pixels = (mm: number): number => Math.ceil((mm / 25.4) * 96)

/** A window as wide as the paper, and shorter than any content: in quirks mode a document is at least as high as it. */
const windowOf = ({ widthMm, heightMm }: Paper): PictureSize => ({
  width: pixels(widthMm),
  height: pixels(heightMm ?? 10),
})

/** A document brings its fonts and its code as data; scripts and addresses have no place on paper. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

/**
 * Keeps the documents being printed where only the hidden window's session can read them.
 * @param anyPage a page of ours: the list of printers is asked of one
 */
export function createPaperDesk(
  log: Log,
  anyPage: () => WebContents | null,
  limits = usualLimits,
): PaperDesk {
  const sheets = new Map<string, string>()
  let last = 0
  let own: Session | null = null
  const paperSession = (): Session => {
    if (own) return own
    // Without « persist: » it is in memory only; the name is this desk's own.
    own = session.fromPartition(`paper-${randomUUID()}`)
    own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
    own.setPermissionCheckHandler(() => false)
    own.webRequest.onBeforeRequest(({ url }, answer) =>
      answer({ cancel: !url.startsWith('app://paper/') && !url.startsWith('data:') }),
    )
    own.protocol.handle('app', ({ url }) => {
      const html = sheets.get(new URL(url).pathname.slice(1))
      return new Response(html ?? '', {
        status: html === undefined ? 404 : 200,
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
      })
    })
    return own
  }

  /** Runs one piece of work on the document loaded in a window of its own, within the time given. */
  const onPaper = async <T>(
    html: string,
    { width, height, drawn = false }: PictureSize & { readonly drawn?: boolean },
    limit: number,
    late: string,
    work: (page: WebContents) => Promise<T>,
  ) => {
    const window = new BrowserWindow({
      show: false,
      width,
      height,
      useContentSize: true,
      focusable: false,
      skipTaskbar: true,
      webPreferences: {
        ...safePreferences,
        session: paperSession(),
        backgroundThrottling: false,
        devTools: false,
        // A hidden window paints nothing; one of these paints, and one dot a pixel whatever the screen.
        ...(drawn ? { offscreen: { deviceScaleFactor: 1 } } : {}),
      },
    })
    const name = String(++last)
    sheets.set(name, html)
    const clock = new AbortController()
    try {
      const tooLate = wait(limit, undefined, { signal: clock.signal }).then(() => {
        throw new Error(late)
      })
      tooLate.catch(() => {})
      const done = (async () => {
        await window.loadURL(`app://paper/${name}`)
        await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
        return work(window.webContents)
      })()
      done.catch(() => {})
      return await Promise.race([done, tooLate])
    } finally {
      clock.abort()
      sheets.delete(name)
      if (!window.isDestroyed()) window.destroy()
    }
  }

  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work)
    turn = mine.catch(() => {})
    return mine
  }

  const devices = async () => ((await anyPage()?.getPrintersAsync()) ?? []).map(({ name }) => name)

  return {
    render: (html, paper) =>
      inTurn(() =>
        onPaper(html, windowOf(paper), limits.render, shell.problems.renderTooLong, (page) =>
          toPdf(page, paper),
        ),
      ).catch((error: unknown) => {
        log.fault('render', error)
        throw new Error(sentenceOr(error, shell.problems.renderFailed), { cause: error })
      }),
    picture: (html, { width, height }) =>
      inTurn(() =>
        onPaper(
          html,
          { width, height, drawn: true },
          limits.render,
          shell.problems.renderTooLong,
          async (page) => (await page.capturePage({ x: 0, y: 0, width, height })).toPNG(),
        ),
      ).catch((error: unknown) => {
        log.fault('picture', error)
        throw new Error(sentenceOr(error, shell.problems.renderFailed), { cause: error })
      }),
    print: (html, device, paper) =>
      inTurn(async () => {
        // Chromium takes the default printer for a name that it does not know.
        if (!(await devices()).includes(device)) throw new Error(shell.problems.unknownDevice(device))
        await onPaper(html, windowOf(paper), limits.print, shell.problems.printTooLong, (page) =>
          toPrinter(page, device, paper),
        )
      }).catch((error: unknown) => {
        log.fault('print', error)
        throw new Error(sentenceOr(error, shell.problems.printRefused('erreur')), { cause: error })
      }),
    devices,
  }
}

const ownSentences: readonly string[] = [shell.problems.printTooLong, shell.problems.renderTooLong]

/** What a person may read of an error: our own sentence, or the one given. */
function sentenceOr(error: unknown, otherwise: string): string {
  const message = error instanceof Error ? error.message : ''
  return ownSentences.includes(message) || message.startsWith('L’imprimante') ? message : otherwise
}

/** How long the content is on paper of this width, in millimetres. */
async function contentHeight(page: WebContents, widthMm: number): Promise<number> {
  // The window's width is whole pixels, paper's is not: the text is measured at the paper's own width.
  const key = await page.insertCSS(`html { width: ${widthMm}mm; height: auto !important }`)
  const height: unknown = await page.executeJavaScript(
    'document.documentElement.getBoundingClientRect().height',
  )
  await page.removeInsertedCSS(key)
  return Math.ceil((Number(height) / 96) * 25.4 * 10 + 1) / 10
}

/** How many pages a PDF of Chromium's has; its page objects are never compressed. */
const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .split(/\/Type\s*\/Page\b/).length - 1

async function toPdf(page: WebContents, paper: Paper): Promise<Uint8Array> {
  const draw = (heightMm: number) =>
    page.printToPDF({
      printBackground: true,
      preferCSSPageSize: paper.heightMm !== null,
      pageSize: { width: inches(paper.widthMm), height: inches(heightMm) },
      // The document's own @page rule gives the margins.
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  if (paper.heightMm !== null) return draw(paper.heightMm)
  let heightMm = await contentHeight(page, paper.widthMm)
  let pdf = await draw(heightMm)
  // Print rounds otherwise than the screen: a last line may fall on a second page.
  for (let tries = 0; tries < 3 && pagesOf(pdf) > 1; tries++) {
    heightMm = heightMm * 1.02 + 1
    pdf = await draw(heightMm)
  }
  return pdf
}

async function toPrinter(page: WebContents, device: string, paper: Paper): Promise<void> {
  const heightMm = paper.heightMm ?? (await contentHeight(page, paper.widthMm))
  return new Promise((done, fail) => {
    page.print(
      {
        silent: true,
        deviceName: device,
        printBackground: true,
        // Chromium assumes A4 when no size is given.
        pageSize: { width: microns(paper.widthMm), height: microns(heightMm) },
        margins: { marginType: 'none' },
      },
      (printed, why) => (printed ? done() : fail(new Error(shell.problems.printRefused(why)))),
    )
  })
}
