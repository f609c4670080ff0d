import { join, parse } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'
import { pages as stationPages } from '../shared/contract/stations.ts'
import { schemasWhenUsed } from '../shared/rpc/zod/alias.ts'
import { filesOfPages } from './app/pageFiles.ts'
import { ariaWordsOfPages } from './app/ariaWords.ts'
import { verificationPage } from './oneFile.config.ts'
import { saidWithoutScripts } from './app/withoutScripts.ts'

/** A file that nine parts share has the names of all nine, which each of those who import it would repeat. */
const shortened = (name: string): string => name.split('~')[0]!

/**
 * How the pages are built, from the root of the sources (given, because electron-vite bundles this file into
 * its own configuration, where `import.meta.dirname` is another folder).
 */
export const pages = (root: string): UserConfig => ({
  root: join(root, 'renderer'),
  base: './',
  plugins: [
    react({ jsxImportSource: '#french' }),
    saidWithoutScripts(),
    ariaWordsOfPages(),
    verificationPage(root),
  ],
  server: { host: '127.0.0.1' },
  // The handbook shows the pages as the tests of the pages have taken them.
  resolve: {
    alias: [
      { find: '@pictures', replacement: join(root, 'test', 'e2e', 'pictures') },
      { find: /^temporal-polyfill$/, replacement: join(root, 'renderer', 'app', 'temporal.ts') },
      schemasWhenUsed(root),
    ],
  },
  worker: { format: 'es' },
  build: {
    outDir: join(root, 'out', 'renderer'),
    emptyOutDir: true,
    // One build for Electron 33 (tests) and 45 (shipped): newer syntax is lowered.
    target: 'chrome130',
    // electron-vite does not minify by default: 564 kB against 213 kB.
    minify: true,
    // The pages' content security policy admits no `data:` address.
    assetsInlineLimit: 0,
    // A page's program says what it imports as soon as it is read: named beside it too, each file was one more element.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_page, files) => files.filter((file) => file.endsWith('.css')),
    },
    rolldownOptions: {
      input: join(root, 'renderer', 'index.html'),
      // What every station reads before its own page is one file: some fifty small ones cost as many requests, and weigh more.
      output: {
        chunkFileNames: ({ name }) => `assets/${shortened(name)}-[hash].js`,
        assetFileNames: ({ names: [name = ''] }) => `assets/${shortened(parse(name).name)}-[hash][extname]`,
        codeSplitting: {
          groups: [
            { name: 'shell', test: /renderer\/main\.tsx$/, priority: 100 },
            // Hundreds of small ones, of which the bundler alone knows those that a page draws.
            {
              name: 'icons',
              test: /node_modules\/lucide-react\//,
              priority: 90,
              entriesAware: true,
              entriesAwareMergeThreshold: 3000,
            },
            ...filesOfPages(join(root, 'renderer', 'app', 'pages.ts'), Object.keys(stationPages).length),
          ],
        },
      },
    },
  },
})

/**
 * The pages alone: what the host builds under Node the first time that a browser asks for them
 * (`vite build --config renderer/vite.config.ts`).
 */
export default defineConfig(pages(join(import.meta.dirname, '..')))
