import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { publicKeyPem } from '../../../shared/documents/publicKey.ts'
import { renderDocument } from '../../../electron/host/documents/render.ts'
import { sealPdf } from '../../../shared/documents/pdfSeal.ts'
import { openBrowser } from '../../fixtures/browser.ts'
import { issue, officeKey, someFacts } from '../../fixtures/papers.ts'
import { guichet } from '../../fixtures/insideCommand.ts'
import { issueSome } from '../../fixtures/issuedOffice.ts'
import type { RunningHost } from '../../fixtures/startHost.ts'
import { root } from '../../runtime/places.ts'

// The page as anyone opens it: from the host, or from a file on a disk, in a real Chromium, by keyboard.

let folder: string
let host: RunningHost
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
  host = await issueSome(join(folder, 'office'))
  pageFile = join(folder, 'verification.html')
  await cli('page', host.dir, '--out', pageFile)
  code = (JSON.parse(await cli('show', host.dir, 'RD-2026-2')) as { code: string }).code
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await host.stop()
  await rm(folder, { recursive: true, force: true })
})

let context: BrowserContext
let asked: string[]
let troubles: string[]
beforeEach(async () => {
  context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  })
  asked = []
  troubles = []
})
afterEach(async () => {
  await context.close()
  // Its policy was broken by nothing, and it failed nowhere.
  expect(troubles).toEqual([])
})

async function open(address: string): Promise<Page> {
  const page = await context.newPage()
  page.on('request', (request) => asked.push(request.url()))
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()))
  page.on('pageerror', (error) => troubles.push(String(error)))
  await page.goto(address)
  return page
}
const fromDisk = () => open(pathToFileURL(pageFile).href)
const field = (page: Page) => page.getByLabel('Code du document')
const result = (page: Page) => page.getByLabel('Résultat')

/** Waits for what the page says of the document. */
async function said(page: Page): Promise<string> {
  await result(page).waitFor()
  return (await result(page).innerText()).replaceAll(/\s+/g, ' ')
}

describe('a code', () => {
  test('typed by a scanner into the field, then « Entrée »: authentic, with what it proves', async () => {
    const page = await open(`${host.url}/verification`)
    await field(page).focus()
    await page.keyboard.type(code)
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
    const page = await fromDisk()
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
    const page = await fromDisk()
    await chosen(page, choose, pdf)
    expect(await said(page)).toContain('Ce fichier est authentique')
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
    const page = await fromDisk()
    await chosen(page, choose, join(folder, 'picture.png'))
    expect(await said(page)).toContain('Ce document est authentique')
    const blank = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 40 } })
    await chosen(page, choose, { name: 'blank.png', mimeType: 'image/png', buffer: blank })
    await expect.poll(() => said(page)).toContain('Aucun code n’est lisible')
    await chosen(page, choose, { name: 'text.txt', mimeType: 'text/plain', buffer: Buffer.from('bonjour') })
    await expect.poll(() => said(page)).toContain('Ce fichier ne s’ouvre pas')
  })

  test('let go anywhere on the page, it is checked', async () => {
    const page = await fromDisk()
    const foreign = issue(someFacts())
    const pdf = sealPdf(await renderDocument(foreign, 'a4'), foreign.code, officeKey(7).sign)
    await page.evaluate((base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([bytes], 'x.pdf', { type: 'application/pdf' }))
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
      )
    }, Buffer.from(pdf).toString('base64'))
    expect(await said(page)).toContain('n’a pas été fait par cet office')
  })

  test('the key of another office is pasted, or opened from its file', async () => {
    const page = await fromDisk()
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
    const page = await fromDisk()
    await field(page).fill(code)
    await field(page).press('Enter')
    await said(page)
    expect(asked.filter((address) => !address.startsWith('data:'))).toEqual([pathToFileURL(pageFile).href])
    expect(
      await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length),
    ).toBe(0)
    await page.reload()
    expect(await field(page).inputValue()).toBe('')
  })

  test('runs no script but its own', async () => {
    const page = await fromDisk()
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

  test.each(['light', 'dark'] as const)(
    'axe finds nothing, and nothing is cut at twice the size, in the %s theme',
    async (colorScheme) => {
      await context.close()
      // axe adds its script to the page, which the page’s own policy forbids.
      context = await browser.newContext({
        viewport: { width: 640, height: 400 },
        colorScheme,
        bypassCSP: true,
        locale: 'fr-FR',
      })
      const page = await fromDisk()
      await page.getByRole('button', { name: 'Prendre la clé d’un autre office' }).press('Enter')
      await field(page).fill(code)
      await field(page).press('Enter')
      await said(page)
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      ).toBeLessThanOrEqual(0)
      await mkdir(join(root, 'out', 'pictures'), { recursive: true })
      const picture = await page.screenshot({ fullPage: true, animations: 'disabled' })
      await writeFile(join(root, 'out', 'pictures', `verification-640x400-${colorScheme}.png`), picture)
    },
  )
})
