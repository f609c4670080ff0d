import { join } from 'node:path'
import { defineConfig } from 'electron-vite'
import { pages } from './renderer/vite.config.ts'
import { schemasWhenUsed } from './shared/rpc/zod/alias.ts'
import { bundledPackages } from './test/runtime/bundled.ts'
import { bundledSqlite } from './test/runtime/bundledSqlite.ts'
import { dataWhenUsed } from './test/runtime/laterData.ts'
import { afterHost, filesOfPrograms, inThreads } from './test/runtime/programFiles.ts'
import { pagesWithoutAccents, programFiles, starter, startersBeside } from './test/runtime/starters.ts'

/** A file of Electron's side. */
const electron = (file: string): string => join(import.meta.dirname, 'electron', file)

/** What a build takes of others is written: the page of licences and the bill of materials are made from it. */
const bundled = (name: string, from = '') =>
  bundledPackages(
    join(import.meta.dirname, 'out', 'bundled', `${name}.json`),
    join(import.meta.dirname, from),
  )

/** What is started by itself: the application, its host or the relay to another's, and the threads of a host. */
const programs = {
  main: electron('main.ts'),
  host: electron('host/desktop.ts'),
  backup: electron('host/backup/worker.ts'),
  calendar: electron('host/appointments/worker.ts'),
  forecast: electron('host/waits/forecast/worker.ts'),
  relay: electron('host/relay.ts'),
}

/** The folders of what names the rules' data. */
const rules = [join(import.meta.dirname, 'shared', 'procedures'), electron('host/law')]

const renderer = pages(import.meta.dirname)

/** One build runs on Electron 33 (tests) and on 45 (shipped): newer syntax is lowered to what both know. */
const target = 'node20.18'

export default defineConfig({
  main: {
    plugins: [bundled('main'), startersBeside(), dataWhenUsed(...rules), bundledSqlite()],
    // Its build for Node makes a `require` of its own, beside the one that electron-vite gives each file: a chunk with
    // both doesn't even parse. Only its threads differ, which nothing here uses.
    resolve: {
      alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }, schemasWhenUsed(import.meta.dirname)],
    },
    build: {
      outDir: 'out/main',
      target,
      // Bundled, our dependencies are lowered too, and a start reads some thirty files instead of hundreds.
      externalizeDeps: false,
      // Half as long to read at each start.
      minify: true,
      rolldownOptions: {
        external: ['electron'],
        input: { ...programs, ...starter(import.meta.dirname) },
        output: {
          ...programFiles,
          codeSplitting: {
            groups: filesOfPrograms({
              ...programs,
              ...inThreads(import.meta.dirname),
              ...afterHost(import.meta.dirname),
            }),
          },
        },
      },
    },
  },
  preload: {
    plugins: [bundled('preload')],
    build: {
      outDir: 'out/preload',
      target,
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron'],
        input: { preload: electron('preload.ts') },
        // A sandboxed preload can only be CommonJS.
        output: { format: 'cjs', strict: true, entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    ...renderer,
    plugins: [...(renderer.plugins ?? []), bundled('renderer', 'renderer'), pagesWithoutAccents()],
  },
})
