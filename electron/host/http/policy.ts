/**
 * What a page may load: our own files and nothing else. Styles inline because React Aria places its popovers so;
 * typefaces as data because a paper shown in a frame carries its own; media as blobs because what the office recorded comes
 * over the page's link, never from an address.
 * @param connect what the page itself may reach: nothing in Electron (a MessagePort), its host in a browser
 */
export const pagePolicy = (connect: "'none'" | "'self'"): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `connect-src ${connect}`,
    "font-src 'self' data:",
    "img-src 'self' data:",
    "media-src 'self' blob:",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/**
 * The reader of codes (renderer/identity/decode.worker.ts) runs away from the page, under a policy of its own: it fetches its
 * WebAssembly from beside it and compiles it, which no page may; it draws nothing and starts nothing.
 */
const readerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"

/** The policy that comes with a file of ours, by its address's path. */
export const policyOf = (path: string, connect: "'none'" | "'self'"): string =>
  /^\/assets\/decode\.worker-[\w-]+\.js$/.test(path) ? readerPolicy : pagePolicy(connect)
