/** The office's key signs what is handed over. The secret stays in a file readable by its owner only. */
export type OfficeKey = {
  /** Ed25519, base64url of 32 bytes. */
  readonly publicKey: string
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

/** What the operating system keeps secrets with, asked of Electron's main process. */
export type Protection = {
  /** What it is called on this machine; null where there is none that protects. */
  readonly name: () => Promise<string | null>
  /** The text that only this account of this machine reads again. @throws Error when the system refuses */
  readonly wrap: (text: string) => Promise<Uint8Array>
  /** @throws Error when it was wrapped on another machine or account, or the system refuses */
  readonly unwrap: (bytes: Uint8Array) => Promise<string>
}
