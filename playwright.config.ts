import { defineConfig } from '@playwright/test'
import type { ShellOptions } from './test/e2e/fixture.ts'

/** What installs on this very system, or asks what few systems have (Orca), is of the night (`npm run nightly`). */
const nightly = Number(process.env['GUICHET_RUNS'] ?? 0) >= 1000

/** The states, sizes and languages of all pages are of the night too, or of whoever takes the front page's pictures. */
const allPictures = nightly || process.env['GUICHET_PICTURES'] === '1'

/** The journeys, in the real shells: the same specifications in Electron and in a browser. */
export default defineConfig<ShellOptions>({
  testDir: 'test',
  testMatch: ['e2e/**/*.spec.ts', 'electron/**/*.spec.ts'],
  globalSetup: './test/runtime/playwright.ts',
  // One for each shell, side by side. Two Electrons launched together can hang, so each shell has one at a time.
  workers: 2,
  fullyParallel: false,
  // A window, a screen and a voice share two cores with all the rest: what passes only when repeated is named at the end.
  retries: 1,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  outputDir: 'test-results',
  use: { viewport: { width: 1280, height: 800 }, locale: 'fr-FR', timezoneId: 'Europe/Paris', trace: 'off' },
  projects: [
    // The pictures show the pages, and scan.spec the reader of codes in a page of its own: the same, in the same engine,
    // as in the browser. Electron's own camera is tried in electron/scan.spec.ts. In cuts.spec and network.spec the
    // network is a browser's: the application's own is in electron/joined.spec.ts. people.spec begins at a real
    // office's welcome, which the application has in electron/people.spec.ts. A cut kiosk of the application is in
    // away.spec, its way to a provider in electron/security.spec.ts.
    {
      name: 'electron',
      workers: 1,
      testIgnore: [
        'e2e/pictures*.spec.ts',
        'e2e/scan.spec.ts',
        'e2e/cuts.spec.ts',
        'e2e/network*.spec.ts',
        'e2e/people.spec.ts',
        'e2e/kioskCut.spec.ts',
        'e2e/login.spec.ts',
        'e2e/accessPages.spec.ts',
        ...(nightly ? [] : ['electron/updateInstalled.spec.ts']),
        ...(nightly ? [] : ['electron/package{Installed,Clean}.spec.ts', 'electron/accessOrca.spec.ts']),
      ],
      use: { shell: 'electron' },
    },
    {
      name: 'chromium',
      workers: 1,
      testMatch: 'e2e/**/*.spec.ts',
      testIgnore: 'e2e/pictures*.spec.ts',
      use: { shell: 'chromium' },
    },
    // Apart, so that whichever shell ends first makes room for them.
    {
      name: 'pictures',
      workers: 1,
      testMatch: allPictures ? 'e2e/pictures*.spec.ts' : 'e2e/picturesDay.spec.ts',
      use: { shell: 'chromium' },
    },
  ],
})
