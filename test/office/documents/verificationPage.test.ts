import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { publicKeyPem } from '../../../shared/documents/publicKey.ts'
import { sealPdf } from '../../../shared/documents/pdfSeal.ts'
import { broken } from '../../fixtures/axe.ts'
import { openBrowser } from '../../fixtures/browser.ts'
import { issue, officeKey, someFacts } from '../../fixtures/papers.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { issuedFrom, issueSome } from '../../fixtures/issuedOffice.ts'
import { startInside, type HostInside } from '../../fixtures/hostInside.ts'
import { root } from '../../runtime/places.ts'

// The page as anyone opens it: from the host, or from a file on a disk, in a real Chromium, by keyboard.

let folder: string
let host: HostInside
let browser: Browser
let pageFile: string
let code: string
/** What « guichet document » says, in this very process. */
const cli = async (...args: readonly string[]): Promise<string> => {
  const { code: left, err, out } = await guichet(['document', ...args])
  expect(left, err).toBe(0)
  return out
}
let receipt: Promise<string> | undefined
/** The sealed PDF of a receipt, drawn once for all that read it. */
const sealedReceipt = () =>
  (receipt ??= (async () => {
    const pdf = join(folder, 'receipt.pdf')
    await cli('render', host.dir, 'RD-2026-2', '--format', 'a4', '--out', pdf)
    return pdf
  })())
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-verification-'))
  host = await startInside(join(folder, 'office'), { at: issuedFrom })
  await issueSome(host)
  pageFile = join(folder, 'verification.html')
  await cli('page', host.dir, '--out', pageFile)
  code = (JSON.parse(await cli('show', host.dir, 'RD-2026-2')) as { code: string }).code
  browser = await openBrowser()
  disk = await open(pathToFileURL(pageFile).href, {}, (url) => void asked.push(url))
}, 120_000)
afterAll(async () => {
  await browser.close()
  await host.stop()
  await rm(folder, { recursive: true, force: true })
})

/** The page from the disk: to open it takes longer than what a test does there. */
let disk: Page
/** All that it asked for, from its first file on. */
const asked: string[] = []
let troubles: string[] = []
beforeEach(() => {
  troubles = []
})
// Its policy was broken by nothing, and it failed nowhere.
afterEach(() => expect(troubles).toEqual([]))

async function open(
  address: string,
  options: BrowserContextOptions = {},
  onRequest: (url: string) => void = () => {},
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    ...options,
  })
  const page = await context.newPage()
  page.on('request', (request) => onRequest(request.url()))
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
  page.on('pageerror', (error) => troubles.push(String(error)))
  await page.goto(address)
  return page
}
/** A page of one test alone. */
async function openOwn(...about: Parameters<typeof open>): Promise<Page> {
  const page = await open(...about)
  onTestFinished(() => page.context().close())
  return page
}
const field = (page: Page) => page.getByLabel('Code du document')
const result = (page: Page) => page.getByLabel('Résultat')

/** Waits for what the page says of the document. */
async function said(page: Page): Promise<string> {
  await result(page).waitFor()
  return (await result(page).innerText()).replaceAll(/\s+/g, ' ')
}

describe('a code', () => {
  test('typed by a scanner into the field, then « Entrée »: authentic, with what it proves', async () => {
    const page = await openOwn(`${host.url}/verification`)
    await field(page).focus()
    // Its last letters key by key: a key takes the browser as long as a page of text.
    await page.keyboard.insertText(code.slice(0, -24))
    await page.keyboard.type(code.slice(-24))
    await page.keyboard.press('Enter')
    const text = await said(page)
    expect(text).toContain('Ce document est authentique')
    for (const fact of [
      'Récépissé de dépôt',
      'RD-2026-2',
      '3 mars 2026',
      // The procedure or the service: nothing that was typed of the request is in a code.
      code.split('|')[7] ?? '',
      'spécimen',
    ])
      expect(text).toContain(fact)
    expect(text).not.toContain('fils')
  })

  test('changed by one letter, of another office, or no code at all: each is said', async () => {
    const page = disk
    const judge = async (text: string) => {
      await field(page).fill(text)
      await field(page).press('Enter')
      return said(page)
    }
    expect(await judge(code.replace('RD-2026-2', 'RD-2026-3'))).toContain('a été modifié')
    expect(await judge(issue(someFacts()).code)).toContain('n’a pas été émis par cet office')
    expect(await judge('bonjour')).toContain('n’est pas celui d’un document de Guichet')
    expect(await judge(' ')).toContain('Donnez un code à vérifier')
    expect(await judge(`  ${code}\n`)).toContain('authentique')
  })
})

describe('a file', () => {
  const chosen = async (
    page: Page,
    name: string,
    given: string | { name: string; mimeType: string; buffer: Buffer },
  ) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name }).press('Enter')
    await (await chooser).setFiles(given)
  }
  const choose = 'Ouvrir un PDF ou une photo du code'

  test('a sealed PDF is authentic; one byte later it is not', async () => {
    const pdf = await sealedReceipt()
    const page = disk
    await chosen(page, choose, pdf)
    await expect.poll(() => said(page)).toContain('Ce fichier est authentique')
    const bytes = await readFile(pdf)
    bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000)
    await chosen(page, choose, { name: 'receipt.pdf', mimeType: 'application/pdf', buffer: bytes })
    await expect.poll(() => said(page)).toContain('Ce fichier a été modifié')
  })

  test('a picture of the code is read in the page itself; one without a code is said', async () => {
    execFileSync('pdftoppm', [
      '-r',
      '150',
      '-png',
      '-singlefile',
      await sealedReceipt(),
      join(folder, 'picture'),
    ])
    const page = disk
    await chosen(page, choose, join(folder, 'picture.png'))
    await expect.poll(() => said(page)).toContain('Ce document est authentique')
    const blank = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 40 } })
    await chosen(page, choose, { name: 'blank.png', mimeType: 'image/png', buffer: blank })
    await expect.poll(() => said(page)).toContain('Aucun code n’est lisible')
    await chosen(page, choose, { name: 'text.txt', mimeType: 'text/plain', buffer: Buffer.from('bonjour') })
    await expect.poll(() => said(page)).toContain('Ce fichier ne s’ouvre pas')
  })

  test('let go anywhere on the page, it is checked', async () => {
    const page = disk
    const foreign = issue(someFacts())
    const ours = await readFile(await sealedReceipt())
    const bare = ours.subarray(0, ours.indexOf('%Guichet-Seal'))
    const pdf = sealPdf(bare, foreign.code, officeKey(7).sign)
    await page.evaluate((base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([bytes], 'x.pdf', { type: 'application/pdf' }))
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
      )
    }, Buffer.from(pdf).toString('base64'))
    await expect.poll(() => said(page)).toContain('n’a pas été fait par cet office')
  })

  test('the key of another office is pasted, or opened from its file', async () => {
    const page = disk
    const document = issue(someFacts())
    await page.getByRole('button', { name: 'Prendre la clé d’un autre office' }).press('Enter')
    await page.getByLabel('Clé publique').fill('ceci n’est pas une clé')
    await field(page).fill(document.code)
    await field(page).press('Enter')
    expect(await said(page)).toContain('Donnez d’abord la clé publique')
    await chosen(page, 'Ouvrir le fichier de la clé', {
      name: 'office.pem',
      mimeType: 'application/x-pem-file',
      buffer: Buffer.from(publicKeyPem(officeKey(7).publicKey)),
    })
    await page.getByText('La clé donnée est prise').waitFor()
    await field(page).press('Enter')
    expect(await said(page)).toContain('Ce document est authentique')
  })
})

describe('the page itself', () => {
  test('asks for nothing but itself, and remembers nothing', async () => {
    const page = disk
    await field(page).fill(code)
    await field(page).press('Enter')
    await said(page)
    const away = asked.filter((address) => !address.startsWith('data:'))
    expect(away).toEqual([pathToFileURL(pageFile).href])
    expect(
      await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length),
    ).toBe(0)
    await page.reload()
    expect(await field(page).inputValue()).toBe('')
  })

  test('runs no script but its own', async () => {
    const page = disk
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.title = "changed"'
      document.body.append(script)
    })
    expect(await page.title()).toBe('Vérifier un document')
    expect(troubles.splice(0).join()).toContain('Content Security Policy')
  })

  test('the host serves it under its policy, to no frame', async () => {
    const { status, headers } = await fetch(`${host.url}/verification`)
    expect(status).toBe(200)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'sha256-[^']+' 'wasm-unsafe-eval'/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect((await fetch(`${host.url}/verification/x`)).status).toBe(404)
  })

  test('axe finds nothing, and nothing is cut at twice the size, in both themes', async () => {
    const viewport = { width: 640, height: 400 }
    // axe adds its script to the page, which the page’s own policy forbids.
    const page = await openOwn(pathToFileURL(pageFile).href, { viewport, bypassCSP: true })
    await page.getByRole('button', { name: 'Prendre la clé d’un autre office' }).press('Enter')
    await field(page).fill(code)
    await field(page).press('Enter')
    await said(page)
    await mkdir(join(root, 'out', 'pictures'), { recursive: true })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await broken(page), colorScheme).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0)
      const picture = await page.screenshot({ fullPage: true, animations: 'disabled' })
      await writeFile(join(root, 'out', 'pictures', `verification-640x400-${colorScheme}.png`), picture)
    }
  })
})
