import { defineConfig } from 'vitest/config'

/** The tests that run under Node, by folder, and how long one may take (milliseconds). */
const folders = { unit: 10_000, property: 60_000, db: 60_000, office: 60_000, arch: 20_000 }

/** `GUICHET_RUNS=1000` (the nightly run): the same tests, with more cases and the time for them. */
const slower = Math.max(1, Number(process.env['GUICHET_RUNS'] ?? 100) / 100)

export default defineConfig({
  test: {
    projects: Object.entries(folders).map(([name, timeout]) => ({
      test: {
        name,
        include: [`test/${name}/**/*.test.{ts,tsx}`],
        environment: 'node',
        setupFiles: ['test/fixtures/runs.ts'],
        testTimeout: timeout * slower,
        hookTimeout: timeout * slower,
      },
    })),
  },
})
