import { createHash } from 'node:crypto'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig, type Plugin } from 'vite'
import { saidWithoutScripts } from './app/withoutScripts.ts'

// The verification page is one file: it is sent by e-mail, put on a key, opened without a network. Everything is inside,
// and its policy names its one script by its hash: nothing else can run, and nothing can be asked for.

const policyOf = (script: string): string =>
  [
    "default-src 'none'",
    `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}' 'wasm-unsafe-eval'`,
    "style-src 'unsafe-inline'",
    'font-src data:',
    'media-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** Puts the script and the styles of a page inside it. */
const oneFile = (): Plugin => ({
  name: 'guichet-one-file',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const html = bundle['verification.html']
      if (html?.type !== 'asset') return this.error('verification.html was not built')
      const others = Object.values(bundle).filter((one) => one !== html)
      const scripts = others.filter((one) => one.type === 'chunk').map(({ code }) => code)
      const styles = others.filter((one) => one.type === 'asset' && one.fileName.endsWith('.css'))
      if (scripts.length !== 1 || scripts.length + styles.length !== others.length)
        return this.error(`one script expected, got ${others.map(({ fileName }) => fileName).join(', ')}`)
      // An end of element inside a string would end the script's own.
      const script = scripts.join('').replaceAll('</script', String.raw`<\/script`)
      const style = styles.map((one) => ('source' in one ? String(one.source) : '')).join('')
      const bare = String(html.source)
        .replace(/\s*<script[^>]*><\/script>/, '')
        .replace(/\s*<link rel="stylesheet"[^>]*>/, '')
      // Before the title: a policy holds for what comes after it.
      html.source = bare
        .replace(
          '<title>',
          () => `<meta http-equiv="Content-Security-Policy" content="${policyOf(script)}">\n    <title>`,
        )
        .replace('</head>', () => `<style>${style}</style>\n  </head>`)
        .replace('</body>', () => `<script type="module">${script}</script>\n  </body>`)
      for (const { fileName } of others) delete bundle[fileName]
    },
  },
})

/** How the page is built, from the root of the sources. */
const page = (root: string, outDir: string): InlineConfig => ({
  configFile: false,
  logLevel: 'warn',
  root: join(root, 'renderer', 'verification'),
  base: './',
  plugins: [react({ jsxImportSource: '#french' }), saidWithoutScripts(), oneFile()],
  build: {
    outDir,
    emptyOutDir: false,
    target: 'chrome130',
    minify: true,
    chunkSizeWarningLimit: 4000,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: join(root, 'renderer', 'verification', 'verification.html') },
  },
})

/** Builds the verification page beside the other pages, once these are written. @param root of the sources */
export const verificationPage = (root: string): Plugin => {
  let outDir = ''
  return {
    name: 'guichet-verification',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir
    },
    async closeBundle() {
      await build(page(root, outDir))
    },
  }
}
