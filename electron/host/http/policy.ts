/**
 * What a page may load: our own files and nothing else. Styles inline because React Aria places its popovers so;
 * typefaces as data because a paper shown in a frame carries its own.
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
    "media-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
