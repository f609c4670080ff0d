import { defineConfig } from '@playwright/test'
import type { ShellOptions } from './test/e2e/fixture.ts'

/** The night's run (`npm run nightly`): all that asks for time. */
const nightly = Number(process.env['GUICHET_RUNS'] ?? 0) >= 1000

/** The pictures of the pages are of the night too, or of whoever takes the front page's. */
const allPictures = nightly || process.env['GUICHET_PICTURES'] === '1'

/** A specification of the journeys, wherever it lies among them. */
const spec = (name: string): string => `e2e/**/${name}.spec.ts`

/**
 * What only the browser has. The pictures show the pages, and scan.spec the reader of codes in a page of its own: the
 * same, in the same engine. Electron's own reader is tried in electron/checklist.spec.ts. In cuts.spec and network.spec the
 * network is a browser's: the application's own is in electron/welcome.spec.ts, and in electron/joined.spec.ts by night. people.spec begins at a real office's
 * welcome, which the application has in electron/firstHour.spec.ts, and in electron/people.spec.ts by night. In archives.spec
 * the host begins again years later. A cut kiosk of the application is in away.spec by night, its way to a provider in
 * electron/security.spec.ts. typedAhead.spec slows the browser's network. In barPage.spec the bar is a page: the
 * application's own window is in electron/bar.spec.ts.
 */
const browserOnly = [
  'archives',
  'pictures*',
  'scan',
  'cuts',
  'network*',
  'people',
  'standby',
  'kioskCut',
  'login',
  'accessPages',
  'typedAhead',
  'barPage',
].map(spec)

// By day each journey runs in one shell, at night in both (docs/tests.md says why each is where it is). What stands in
// no list runs in both, always; what is tagged as fixture.ts says runs by night alone.

const browserByDay = [
  'access{Counter,Declaration,Display,Kiosk,Preferences}',
  'administration',
  'away',
  'counterLaw',
  'documents',
  'coordination',
  'ends',
  'entrance',
  'exchange',
  'files{,Work}',
  'hall',
  'help',
  'backup',
  'counter',
  'needs',
  'keysCounted',
  'journey',
  'kiosk{Arrive,Fold,Matrix,Notice,Rest}',
  'law',
  'paper',
  'papersSettings',
  'personRights',
  'printing',
  'procedures',
  'recordings',
  'refusals',
  'safety',
  'stationPace',
  'integrations',
  'slowScanner',
  'partners',
  'till',
  'training',
  'voice',
].map(spec)

/** What installs on this very system, or asks what few systems have (Orca). */
const installing = ['updateInstalled', 'package{Installed,Clean}', 'accessOrca'].map(
  (name) => `electron/**/${name}.spec.ts`,
)

/**
 * What other tests tell by day in less time, or what changes rarely (docs/tests.md says which, and why). A journey alone
 * is tagged `byNight`.
 */
const ofTheNight = nightly
  ? []
  : [
      ...['hung', 'joined', 'keyring', 'people', 'update'].map((name) => `electron/**/${name}.spec.ts`),
      ...['archives', 'day', 'duties', 'pictograms', 'textReviews'].map(spec),
    ]

const notByDay = nightly ? {} : { grepInvert: /@byNight/ }

/** The journeys, in the real shells: the same specifications for Electron and for a browser. */
export default defineConfig<ShellOptions>({
  testDir: 'test',
  testMatch: ['e2e/**/*.spec.ts', 'electron/**/*.spec.ts'],
  // Node reads these sources by itself, as it reads the host's: three times less work than to compile them first.
  build: { external: ['**'] },
  globalSetup: './test/runtime/playwright.ts',
  // Two Electrons launched together can hang: one at a time, beside three browsers. A journey
  // mostly waits for a page.
  workers: 4,
  fullyParallel: false,
  // A window, a screen and a voice share two cores with all the rest: what passes only when repeated is named at the end.
  retries: 1,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  outputDir: 'test-results',
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'off',
    actionTimeout: 60_000,
  },
  projects: [
    {
      name: 'electron',
      workers: 1,
      testIgnore: [...browserOnly, ...ofTheNight, ...(nightly ? [] : [...browserByDay, ...installing])],
      ...notByDay,
      use: { shell: 'electron' },
    },
    // Before the browser's journeys, which are shared out one by one: last, one browser would end them alone.
    ...(allPictures
      ? [
          {
            name: 'pictures',
            workers: 1,
            testMatch: spec('pictures*'),
            use: { shell: 'chromium' as const },
          },
        ]
      : []),
    {
      name: 'chromium',
      // What Electron and the pictures leave of the four, then all of them.
      workers: 4,
      // Each journey has an office of its own: the longest file does not end alone.
      fullyParallel: true,
      testMatch: 'e2e/**/*.spec.ts',
      testIgnore: [spec('pictures*'), ...ofTheNight],
      ...notByDay,
      use: { shell: 'chromium' },
    },
  ],
})
